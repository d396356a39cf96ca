package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// Field is an input with what is said about it.
type Field struct {
	Name     string // path that a Problem calls it by; may be empty
	Label    string
	Hint     string // small, under the input; may be empty
	Required bool   // marked so; whether it is filled is for the record to say
	Input    Input
	Width    float32 // of the input, in Fyne's units; 0 for as wide as there is room, which is less for a date

	given       []Problem // what SetProblems said
	own         string    // what the input does not understand
	note        string    // what the input warns of
	label, hint *widget.Label
	problem     *widget.Label
	symbol      *canvas.Image
	top, bottom float32 // where it lies in the form
}

// dateWidth is enough for a date, its hint and the calendar button.
const dateWidth = 190

// build makes the parts. reveal is called when the input has the focus, changed when the field needs another height.
func (f *Field) build(reveal, changed func()) {
	text := f.Label
	if f.Required {
		text += " *"
	}
	f.label = widget.NewLabel(text)
	f.label.Wrapping = fyne.TextWrapWord
	f.hint = caption(f.Hint)
	f.hint.Importance = widget.LowImportance
	f.hint.Hidden = f.Hint == ""
	f.problem = caption("")
	f.symbol = canvas.NewImageFromResource(nil)
	if _, isDate := f.Input.(*DateField); isDate && f.Width == 0 {
		f.Width = dateWidth
	}
	spoken := f.Label
	if f.Required {
		spoken += " (" + words.T("kit.form.required") + ")"
	}
	f.Input.SetLabel(spoken)
	f.Input.SetOnFocus(reveal)
	f.Input.SetOnProblem(func(p Problem) {
		f.own, f.note = p.Sentence, ""
		if p.Warning {
			f.own, f.note = "", p.Sentence
		}
		f.showProblems()
		changed()
	})
	f.showProblems()
}

func caption(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// problems are those of the input itself, then those that SetProblems gave.
func (f *Field) problems() []Problem {
	var all []Problem
	if f.own != "" {
		all = append(all, Problem{Sentence: f.own})
	}
	if f.note != "" {
		all = append(all, Problem{Warning: true, Sentence: f.note})
	}
	return append(all, f.given...)
}

// Shown are the problems that SetProblems put beside the field, with their whole paths in the form.
func (f *Field) Shown() []Problem {
	all := slices.Clone(f.given)
	for i, p := range all {
		if p.whole != "" {
			all[i].Field, all[i].whole = p.whole, ""
		}
	}
	return all
}

func (f *Field) refused() bool {
	for _, p := range f.problems() {
		if !p.Warning {
			return true
		}
	}
	return false
}

// showProblems writes the line under the input: symbol, word and sentence, in red if it must be put right.
func (f *Field) showProblems() {
	var sentences []string
	for _, p := range f.problems() {
		sentences = append(sentences, p.Sentence)
	}
	word := "kit.form.warning"
	f.problem.Importance = widget.MediumImportance
	f.symbol.Resource = theme.NewWarningThemedResource(theme.WarningIcon())
	if f.refused() {
		word = "kit.form.refusal"
		f.problem.Importance = widget.DangerImportance
		f.symbol.Resource = theme.NewErrorThemedResource(theme.ErrorIcon())
	}
	f.problem.Hidden = len(sentences) == 0
	f.symbol.Hidden = f.problem.Hidden
	f.problem.SetText(words.T(word) + " " + strings.Join(sentences, "\n"))
	f.symbol.Refresh()
}

// focusable returns what is to be focused, nil when the input is disabled.
func (f *Field) focusable() fyne.Focusable {
	if d, ok := f.Input.(fyne.Disableable); ok && d.Disabled() {
		return nil
	}
	if whole, ok := f.Input.(interface{ Focusable() fyne.Focusable }); ok {
		return whole.Focusable()
	}
	o, _ := f.Input.(fyne.Focusable)
	return o
}

func (f *Field) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.label, f.Input, f.hint, f.symbol, f.problem}
}
