package meetings

import (
	"context"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// closureForm edits a draft of one closure.
type closureForm struct {
	draft
	v         *closuresView
	old       []model.Closure // the closure as it is kept; none for a new one
	c         model.Closure
	confirmed model.Closure // for which it was said what becomes of the sessions
}

func (v *closuresView) openForm(c model.Closure, isNew bool) {
	f := &closureForm{draft: newDraft(v.s, v.register.Save, v.register.Leave), v: v, c: c}
	if !isNew {
		f.old = []model.Closure{c}
	}
	first := f.build()
	v.register.OpenForm(kit.EditForm{Content: f.root, First: first, Changed: func() bool { return f.changed }, Save: f.trySave})
}

// build makes the fields; which of them there are follows from what is closed. It returns the first.
func (f *closureForm) build() fyne.Focusable {
	heading := "meetings.closure.section.facts"
	if len(f.old) == 0 {
		heading = "meetings.closure.new"
	}
	f.begin()
	f.view.Section(words.T(heading))
	scope := kit.NewSelect(offered("closure.scope", model.ClosureScopes()))
	scope.Required = true
	if f.c.Scope != "" {
		scope.SetValue(f.c.Scope)
	}
	scope.OnChanged = func() {
		f.c.Scope, _ = scope.Value()
		f.touch()
		f.build()
		f.view.FocusField("scope")
	}
	f.view.Row(f.labelled("scope", &kit.Field{Name: "scope", Input: scope, Required: true}))
	r := f.s.records
	switch f.c.Scope {
	case model.ClosedMunicipality:
		f.view.Row(f.labelled("municipality", f.municipality(&f.c.Municipality)))
	case model.ClosedPlace:
		f.view.Row(f.labelled("place", must[model.ID](choice(&f.draft, "place", r.placeChoices(), &f.c.PlaceID))))
	case model.ClosedOrganiser:
		f.view.Row(f.labelled("organisation", must[model.ID](choice(&f.draft, "organisation", r.organisationOptions(f.c.OrganisationID), &f.c.OrganisationID))))
	}
	f.view.Row(f.labelled("from", f.date("from", &f.c.From)))
	f.view.Row(f.labelled("until", f.date("until", &f.c.Until)))
	for i, field := range f.texts("reason", &f.c.Reason) {
		field = f.labelled(field.Name, field)
		if i == 0 {
			field.Hint = words.T("meetings.closure.reason_hint")
		} else {
			field.Required = false
		}
		f.view.Row(field)
	}
	return scope
}

// labelled gives a field of a closure its label; all but the reason in further languages must be filled.
func (f *closureForm) labelled(name string, field *kit.Field) *kit.Field {
	field.Label, field.Required = words.T("meetings.closure.field."+name), true
	return field
}

// placeChoices are the places that were not given up.
func (r *records) placeChoices() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, m := range r.places {
		if !m.EndedBy(r.today) {
			out = append(out, kit.Option[model.ID]{Value: m.ID, Label: m.Name.Best(words.Current()), Detail: r.townName(m.Municipality)})
		}
	}
	return out
}

// tidyClosure is the draft as it is kept: without what does not belong to its scope.
func tidyClosure(c model.Closure) model.Closure {
	kept := model.Closure{ID: c.ID, Scope: c.Scope, From: c.From, Until: c.Until, Reason: c.Reason.Trimmed()}
	switch c.Scope {
	case model.ClosedMunicipality:
		kept.Municipality = c.Municipality
	case model.ClosedOrganiser:
		kept.OrganisationID = c.OrganisationID
	case model.ClosedPlace:
		kept.PlaceID = c.PlaceID
	}
	return kept
}

// trySave saves, or shows why not and returns false; everything that was typed stays. Where sessions change it first says
// which, and saves when that is agreed to.
func (f *closureForm) trySave() (id string, ok bool) {
	canvas := f.s.desk.Dialogs.Window.Canvas()
	focused := canvas.Focused()
	canvas.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() {
		return "", false
	}
	c := tidyClosure(f.c)
	all := f.problems(c.Check())
	f.view.SetProblems(all)
	if refused, fresh := f.sound(all); refused || fresh {
		f.view.FocusFirstProblem()
		return "", false
	}
	back := func() {
		if focused != nil {
			canvas.Focus(focused)
		}
	}
	e, err := f.v.effect(f.old, []model.Closure{c})
	if err == nil && !e.nothing() && f.confirmed != c {
		back()
		f.ask(c, e)
		return "", false
	}
	var saved model.Closure
	if err == nil {
		saved, err = f.s.store.SaveClosure(context.Background(), c)
	}
	if err != nil {
		back()
		f.s.desk.Fail(err, nil)
		return "", false
	}
	f.changed = false
	f.s.desk.Say(words.T("meetings.saved", "name", saved.Reason.Best(words.Current())) + " " + e.say())
	return string(saved.ID), true
}

// ask says what becomes of the sessions, and saves when that is agreed to.
func (f *closureForm) ask(c model.Closure, e closureEffect) {
	f.s.desk.Dialogs.Confirm(words.T("meetings.closure.effect.title"), e.tell(f.s.records), words.T("meetings.closure.effect.verb"), false, func() {
		f.confirmed = c
		f.v.register.Save()
	})
}
