package meetings

import (
	"context"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// closureForm edits a draft of one closure.
type closureForm struct {
	*form.Sheet
	v         *closuresView
	s         *Screen
	old       []model.Closure // the closure as it is kept; none for a new one
	c         model.Closure
	confirmed model.Closure // for which it was said what becomes of the sessions
}

func (v *closuresView) openForm(c model.Closure, isNew bool) {
	f := &closureForm{Sheet: v.s.newSheet(v.register.Save, v.register.Leave), v: v, s: v.s, c: c}
	if !isNew {
		f.old = []model.Closure{c}
	}
	f.Build, f.Write = f.build, f.write
	f.Problems = func() []kit.Problem { return form.Said(tidyClosure(f.c).Check(), "reason") }
	f.Make()
	v.register.OpenForm(f.EditForm())
}

// build makes the fields; which of them there are follows from what is closed.
func (f *closureForm) build() {
	heading := "meetings.closure.section.facts"
	if len(f.old) == 0 {
		heading = "meetings.closure.new"
	}
	f.View.Section(words.T(heading))
	b, r := f.Bind("meetings.closure.field.", "meetings.hint."), f.s.records
	scope := form.OneOf(b.Then(func() { f.Rebuild("scope") }), "scope", form.Offered("closure.scope", model.ClosureScopes()), &f.c.Scope)
	f.First = form.FocusOf(scope)
	f.View.Row(scope)
	switch f.c.Scope {
	case model.ClosedMunicipality:
		f.View.Row(form.Required(b.Municipality(r.towns, &f.c.Municipality)))
	case model.ClosedPlace:
		f.View.Row(form.OneOf(b, "place", r.placeChoices(), &f.c.PlaceID))
	case model.ClosedOrganiser:
		f.View.Row(form.OneOf(b, "organisation", r.organisationOptions(f.c.OrganisationID), &f.c.OrganisationID))
	}
	f.View.Row(form.Required(b.Date("from", &f.c.From)))
	f.View.Row(form.Required(b.Date("until", &f.c.Until)))
	for i, field := range b.Texts("reason", &f.c.Reason) {
		if i == 0 {
			field.Required, field.Hint = true, words.T("meetings.closure.reason_hint")
		}
		f.View.Row(field)
	}
}

// placeChoices are the places that were not given up.
func (r *records) placeChoices() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, m := range r.Places {
		if !m.EndedBy(r.Today) {
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

// write keeps the closure. Where sessions change it first says which, and keeps it when that is agreed to.
func (f *closureForm) write(ctx context.Context) (model.ID, string, error) {
	c := tidyClosure(f.c)
	e, err := f.v.effect(f.old, []model.Closure{c})
	if err != nil {
		return "", "", err
	}
	if !e.nothing() && f.confirmed != c {
		f.ask(c, e)
		return "", "", form.ErrAsked
	}
	saved, err := f.s.store.SaveClosure(ctx, c)
	return saved.ID, words.T("form.saved", "name", saved.Reason.Best(words.Current())) + " " + e.say(), err
}

// ask says what becomes of the sessions, and saves when that is agreed to.
func (f *closureForm) ask(c model.Closure, e closureEffect) {
	f.s.desk.Dialogs.Confirm(words.T("meetings.closure.effect.title"), e.tell(f.s.records), words.T("meetings.closure.effect.verb"), false, func() {
		f.confirmed = c
		f.v.register.Save()
	})
}
