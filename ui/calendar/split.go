package calendar

import (
	"context"
	"reflect"
	"slices"
	"time"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// splitForm changes the group "from this on": what was held before the day stays, and the group goes on as another one.
type splitForm struct {
	*form.Sheet
	p      *panel
	from   model.Date
	g      model.Group // as it is from the day on
	was    model.Group
	agreed bool // what would change was looked at
}

// openSplit begins with the day of the session.
func (p *panel) openSplit() {
	f := &splitForm{p: p, from: p.x.of.SlotOn, was: p.x.group, g: p.x.group}
	f.g.ID, f.g.Leaders = ids.New(), slices.Clone(p.x.group.Leaders)
	f.Sheet = form.NewSheet(p.s.desk, p.Save, form.Cancel(p.Leave))
	f.Build, f.Problems, f.Write = f.fields, f.problems, f.write
	f.SetVerb(words.T("calendar.split.look"))
	f.Make()
	p.open(f)
}

func (f *splitForm) fields() {
	b := f.Bind("calendar.split.field.", "calendar.split.hint.")
	f.View.Section(words.T("calendar.split.title"))
	f.View.Add(kit.NewText(words.T("calendar.split.text", "group", f.was.Name.Best(words.Current()))))
	f.View.Row(form.Required(b.Hinted(b.Date("split_from", &f.from))))
	if f.g.Recurrence.Rhythm != model.SingleDates {
		in := words.In(words.Current())
		var days []kit.Option[time.Weekday]
		for _, d := range model.Weekdays() {
			days = append(days, kit.Option[time.Weekday]{Value: d, Label: words.Capital(in.Weekday(d))})
		}
		f.View.Row(form.OneOf(b, "weekday", days, &f.g.Recurrence.Weekday))
	}
	f.View.Row(form.Required(b.Clock("from", &f.g.From)), form.Required(b.Clock("until", &f.g.Until)))
	f.View.Row(form.OneOf(b, "place", f.p.s.placeOptions(f.from, f.g.PlaceID), &f.g.PlaceID))
	pair := &pairFields{s: f.p.s, leaders: &f.g.Leaders}
	pair.rows(b, f.View)
	pair.offer(f.from, func(l model.Leader) string { return f.p.s.records.awayText(l.ID, f.from) })
	f.View.Add(kit.NewLink(words.T("calendar.split.other"), func() { f.p.s.desk.Open(model.KindGroup, f.was.ID) }))
}

func (f *splitForm) problems() []kit.Problem {
	found := form.Said(form.Fresh(f.was.Check(), f.g.Check()), "name", "description")
	refuse := func(field, key string) {
		found = append(found, kit.Problem{Field: field, Sentence: words.T("calendar.split.refused." + key)})
	}
	switch {
	case f.from.IsZero():
		found = append(found, form.Said([]model.Problem{{Severity: model.Refusal, Field: "split_from", Code: "required"}})...)
	case !f.from.After(f.was.RunsFrom):
		refuse("split_from", "before_group")
	case !f.was.RunsUntil.IsZero() && f.from.After(f.was.RunsUntil):
		refuse("split_from", "after_group")
	case f.unchanged():
		refuse("from", "unchanged")
	}
	return found
}

// unchanged reports whether nothing would be different from the day on.
func (f *splitForm) unchanged() bool {
	g := f.g
	g.ID = f.was.ID
	if slices.Equal(g.Leaders, f.was.Leaders) {
		g.Leaders = f.was.Leaders
	}
	return reflect.DeepEqual(g, f.was)
}

// write shows first what would change, and writes when that is agreed to.
func (f *splitForm) write(ctx context.Context) (model.ID, string, error) {
	e, err := f.effect(ctx)
	if err != nil {
		return "", "", err
	}
	if !f.agreed {
		f.ask(e)
		return "", "", form.ErrAsked
	}
	f.agreed = false
	if err := f.p.s.store.WriteSplit(ctx, e.split); err != nil {
		return "", "", err
	}
	// Ctrl+Z would take back what was done before, and look as if it were this.
	f.p.s.undo = nil
	if _, err := f.p.s.read(); err != nil { // the group that goes on is new
		return "", "", err
	}
	f.p.s.desk.Messages.Say(words.T("calendar.split.said", "day", weekdayAndDate(f.from), "what", e.tally()), kit.Action{
		Label: words.T("calendar.split.open_group"), Do: func() { f.p.s.desk.Open(model.KindGroup, e.split.After.ID) },
	})
	return f.shownNext(ctx, e), "", nil
}

// shownNext is the session itself if it is still there, or else the first one of the group that goes on.
func (f *splitForm) shownNext(ctx context.Context, e splitEffect) model.ID {
	if !slices.Contains(e.split.Remove, f.p.id) {
		return f.p.id
	}
	goesOn, err := f.p.s.store.GroupSessions(ctx, e.split.After.ID)
	if err != nil || len(goesOn) == 0 {
		return ""
	}
	for _, x := range goesOn {
		if !x.Date.Before(f.from) {
			return x.ID
		}
	}
	return goesOn[0].ID
}

// ask shows what would change.
func (f *splitForm) ask(e splitEffect) {
	body := kit.Column(kit.NewText(words.T("calendar.split.ask.text", "what", e.tally())))
	for _, line := range e.lines {
		body.Add(kit.NewText(line))
	}
	f.p.s.desk.Dialogs.Show(words.T("calendar.split.ask.title", "day", weekdayAndDate(f.from)), body,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("calendar.split.ask.verb"), Default: true, Do: func() {
			f.agreed = true
			f.p.Save()
			f.agreed = false
		}})
}
