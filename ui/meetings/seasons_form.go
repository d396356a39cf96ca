package meetings

import (
	"context"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// seasonForm edits a draft of one season.
type seasonForm struct {
	draft
	v     *seasonsView
	x     model.Season
	first fyne.Focusable
}

func (v *seasonsView) openForm(x model.Season, isNew bool) {
	f := &seasonForm{draft: newDraft(v.s, v.register.Save, v.register.Leave), v: v, x: x}
	heading := "meetings.season.section.facts"
	if isNew {
		heading = "meetings.season.new"
	}
	f.view.Section(words.T(heading))
	for i, field := range f.texts("name", &f.x.Name) {
		if i == 0 {
			field.Required, field.Hint, f.first = true, words.T("meetings.season.name_hint"), field.Input.(*kit.Entry)
		}
		f.view.Row(field)
	}
	from, until := f.date("from", &f.x.From), f.date("until", &f.x.Until)
	from.Label, from.Required = words.T("meetings.season.field.from"), true
	until.Label, until.Required = words.T("meetings.season.field.until"), true
	f.view.Row(from)
	f.view.Row(until)
	eves := kit.NewCheck(words.T("meetings.season.field.eves"))
	eves.SetValue(f.x.Eves)
	eves.OnChanged = func() {
		f.x.Eves = eves.Checked
		f.touch()
	}
	f.view.Row(&kit.Field{Name: "eves", Input: eves, Hint: words.T("meetings.season.eves_hint")})
	v.register.OpenForm(kit.EditForm{Content: f.root, First: f.first, Changed: func() bool { return f.changed }, Save: f.trySave})
}

// trySave saves, or shows why not and returns false; everything that was typed stays.
func (f *seasonForm) trySave() (id string, ok bool) {
	c := f.s.desk.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() {
		return "", false
	}
	x := f.x
	x.Name = x.Name.Trimmed()
	all := f.problems(x.Check(f.s.records.seasons))
	f.view.SetProblems(all)
	if refused, fresh := f.sound(all); refused || fresh {
		f.view.FocusFirstProblem()
		return "", false
	}
	saved, err := f.s.store.SaveSeason(context.Background(), x)
	if err != nil {
		if focused != nil {
			c.Focus(focused)
		}
		f.s.desk.Fail(err, nil)
		return "", false
	}
	f.changed = false
	f.s.desk.Say(words.T("meetings.saved", "name", saved.Name.Best(words.Current())))
	return string(saved.ID), true
}
