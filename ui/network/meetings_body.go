package network

import (
	"context"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// bodyForm edits a draft of one body.
type bodyForm struct {
	*form.Sheet
	v     *Meetings
	b     model.Body
	way   way
	isNew bool
	said  *kit.Text // when the body meets, in words
}

// way is how it is told when a body meets; what it does not need is not kept.
type way string

// The ways to tell it.
const (
	byTimes      way = "times" // so many times a year
	byRecurrence way = "recurrence"
	byAgreement  way = "as_agreed" // each time anew
)

func (v *Meetings) openBody(b model.Body, isNew bool, field string) {
	b.Members = slices.Clone(b.Members)
	b.Recurrence.Dates, b.Recurrence.Without = slices.Clone(b.Recurrence.Dates), slices.Clone(b.Recurrence.Without)
	f := &bodyForm{Sheet: form.NewSheet(v.desk, v.register.Save, form.Cancel(v.register.Leave)), v: v, b: b, way: byAgreement, isNew: isNew}
	switch {
	case b.Recurs:
		f.way = byRecurrence
	case b.TimesAYear.Known || isNew:
		f.way = byTimes
	}
	f.Build, f.Write, f.Touched = f.build, f.write, f.notice
	f.Problems = func() []kit.Problem { return form.Said(f.tidied().Check(), "name") }
	f.Make()
	v.register.OpenForm(f.EditForm())
	if v.register.FormOpen() && field != "" {
		f.Focus(field)
	}
}

// build makes the fields; how it is told when the body meets says which of them there are.
func (f *bodyForm) build() {
	heading := "network.section.facts"
	if f.isNew {
		heading = "network.body.new"
	}
	f.View.Section(words.T(heading))
	b := bind(f.Sheet)
	for i, field := range b.Texts("name", &f.b.Name) {
		if i == 0 {
			field.Required, field.Hint, f.First = true, words.T("network.hint.name"), form.FocusOf(field)
		}
		f.View.Row(field)
	}
	f.View.Row(form.OneOf(b, "kind", form.Offered("body.kind", model.BodyKinds()), &f.b.Kind))
	f.View.Row(b.Hinted(form.Choices(b, "members", f.v.records.options(f.b.Members), &f.b.Members)))
	f.when(b)
	f.View.Section(words.T("network.section.life"))
	f.View.Row(b.Hinted(b.Date("ended_on", &f.b.EndedOn)))
	f.View.Row(b.Area("notes", &f.b.Notes))
}

// when is when the body meets.
func (f *bodyForm) when(b form.Binder) {
	f.said = kit.NewText("")
	f.View.Section(words.T("network.section.when"))
	ways := form.Offered("network.way", []way{byTimes, byRecurrence, byAgreement})
	f.View.Row(form.OneOf(b.Then(f.wayChosen), "way", ways, &f.way))
	starts := b.Date("starts_on", &f.b.StartsOn)
	switch f.way {
	case byTimes:
		f.View.Row(b.Hinted(b.Count("times_a_year", &f.b.TimesAYear)))
	case byRecurrence:
		form.Rhythm(f.Sheet, f.Bind("meetings.field.", "network.hint."), &f.b.Recurrence)
		starts.Required = true
	}
	f.View.Row(b.Hinted(starts))
	f.View.Row(b.Clock("from", &f.b.From), b.Clock("until", &f.b.Until))
	f.View.Add(f.said)
	if f.way == byRecurrence {
		form.Days(f.Sheet, f.Bind("meetings.field.", "network.hint."), &f.b.Recurrence)
	}
	f.notice()
}

// wayChosen gives a new way what it needs at first, and shows its fields.
func (f *bodyForm) wayChosen() {
	if f.way == byRecurrence && f.b.Recurrence.Rhythm == "" {
		f.b.Recurrence.Rhythm, f.b.Recurrence.Every, f.b.Recurrence.Weekday = model.EveryNWeeks, 2, f.v.records.today.Weekday()
	}
	if f.way == byRecurrence && f.b.StartsOn.IsZero() {
		f.b.StartsOn = f.v.records.today
	}
	f.Rebuild("way")
}

// notice says in words what was chosen.
func (f *bodyForm) notice() {
	height := f.said.MinSize().Height
	f.said.SetText(words.Joined(words.Capital(howOften(f.tidied())), lasting(f.b)))
	if f.said.MinSize().Height != height {
		f.Reshow()
	}
}

// tidied is the draft as it is kept.
func (f *bodyForm) tidied() model.Body {
	b := f.b
	b.Name, b.Notes = b.Name.Trimmed(), strings.TrimSpace(b.Notes)
	b.Recurs = f.way == byRecurrence
	if b.Recurs {
		b.Recurrence = form.TidyRecurrence(b.Recurrence)
	} else {
		b.Recurrence = model.Recurrence{}
	}
	if f.way != byTimes {
		b.TimesAYear = model.Count{}
	}
	return b
}

func (f *bodyForm) write(ctx context.Context) (model.ID, string, error) {
	draft := f.tidied()
	var err error
	if f.isNew {
		draft, err = f.v.store.CreateBody(ctx, draft)
	} else {
		draft, err = f.v.store.UpdateBody(ctx, draft.ID, func(kept *model.Body) error {
			*kept = draft
			return nil
		})
	}
	return draft.ID, words.T("form.saved", "name", draft.Name.Best(words.Current())), err
}
