// Package desk is what every screen of the window has at hand: the dialogs and messages of the window, today's date,
// the way to another record, and printing.
//
// What does not live here: stores (each screen names those it needs) and anything of a particular register.
package desk

import (
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// Desk is handed to every screen.
type Desk struct {
	Dialogs  kit.Dialogs
	Messages *kit.Messages
	Today    func() model.Date
	// Open shows the record in its register, or the register alone for an empty ID.
	Open func(kind model.Kind, id model.ID)
	// Printed is the folder of the PDFs that were shown; it is emptied when the program ends.
	Printed string
	// View opens a file in the system's own program.
	View func(path string) error
	// Office reads what a document takes from around what it is about; nil = nothing but the day.
	Office func() (paper.Office, error)

	// FollowUps makes the section of a page with the reminders of its record; nil = pages have none.
	FollowUps func(kind model.Kind, id model.ID) fyne.CanvasObject

	// Beside runs what takes its time while the window goes on.
	Beside func(work func())

	hidden bool
	whole  int    // works going on that cannot be stopped
	after  func() // what waits for them
}

// Reminders are the last section of a page: the reminders of its record, where the window has them.
func (d *Desk) Reminders(kind model.Kind, id model.ID) []fyne.CanvasObject {
	if d.FollowUps == nil {
		return nil
	}
	return []fyne.CanvasObject{d.FollowUps(kind, id)}
}

// Say shows a quiet message.
func (d *Desk) Say(sentence string) { d.Messages.Say(sentence) }

// Fail tells an error in a dialog, and logs it; then, which may be nil, runs after the dialog closed.
func (d *Desk) Fail(err error, then func()) {
	slog.Error("told the user", "error", err)
	d.Dialogs.Error(Trouble(err), then)
}

// Trouble puts an error into the words of the window: the sentence of its code, what the record's problems are, and
// where it is used.
func Trouble(err error) kit.Trouble {
	t := kit.Trouble{Title: words.T("desk.error.title"), Details: err.Error()}
	var e *model.Error
	record := ""
	if errors.As(err, &e) {
		record = e.Record
		for _, p := range e.Problems {
			t.Safe += "• " + Problem(p) + "\n"
		}
		for _, u := range e.Uses {
			t.Safe += "• " + Use(u) + "\n"
		}
	}
	t.Text = words.T("error."+string(model.CodeOf(err)), "record", record)
	return t
}

// Problem says what is amiss in one field.
func Problem(p model.Problem) string {
	args := make([]any, 0, 2*len(p.Args))
	for name, value := range p.Args {
		if d, ok := value.(model.Date); ok {
			value = words.In(words.Current()).Date(d)
		}
		args = append(args, name, value)
	}
	return words.T("problem."+p.Code, args...)
}

// Use says where a record is used: "2026-004 – osapuoli".
func Use(u model.Use) string { return u.Label + " – " + words.T("use."+u.Role) }
