package desk

// SetBeside says how work that takes its time is run: the test driver of Fyne has no goroutine of its own to end it on.
func (d *Desk) SetBeside(run func(work func())) { d.beside = run }
