package meetings

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// groupForm edits a draft of one group; its inputs write into the draft at once.
type groupForm struct {
	draft
	v           *groupsView
	g           model.Group
	isNew       bool
	publicSaid  bool // somebody has said whether the group is public; its type no longer does
	first       fyne.Focusable
	meaning     *kit.Text // of the type
	spoken      *kit.Text // when the group meets, in words
	coming      *kit.Text // the days to come
	pairSaid    *kit.Text // what is missing of the pair
	public      *kit.Check
	dates       *kit.Items[model.Date]
	without     *kit.Items[model.Date]
	leaders     [2]*kit.MultiSelect[model.ID] // professionals and volunteers
	leaderTimes string                        // the time for which the leaders are offered
	shown       []kit.Problem                 // what is amiss, as it was last told
}

func newGroupForm(v *groupsView, g model.Group, isNew bool) *groupForm {
	f := &groupForm{draft: newDraft(v.s, v.register.Save, v.register.Leave), v: v, g: copyOfGroup(g), isNew: isNew}
	if f.g.Unit == "" {
		f.g.Unit = model.Persons
	}
	f.build()
	f.noticing = f.notice
	return f
}

// copyOfGroup is the group with lists of its own.
func copyOfGroup(g model.Group) model.Group {
	g.Audiences, g.Organisers, g.Leaders = slices.Clone(g.Audiences), slices.Clone(g.Organisers), slices.Clone(g.Leaders)
	g.Languages = slices.Clone(g.Languages)
	g.Recurrence.Dates, g.Recurrence.Without = slices.Clone(g.Recurrence.Dates), slices.Clone(g.Recurrence.Without)
	return g
}

// build makes the fields. It does so again when the rhythm changes, on which depends which of them there are.
func (f *groupForm) build() {
	f.begin()
	f.meaning, f.spoken, f.coming, f.pairSaid = kit.NewText(""), kit.NewText(""), kit.NewText(""), kit.NewText("")
	f.basics()
	f.when()
	f.pair()
	f.people()
	f.calendarTexts()
	f.notice()
}

// basics are what the group is called, who may come, and where.
func (f *groupForm) basics() {
	heading := "meetings.section.facts"
	if f.isNew {
		heading = "meetings.group.section.new"
	}
	f.view.Section(words.T(heading))
	for i, field := range f.texts("name", &f.g.Name) {
		if i == 0 {
			field.Required, field.Hint, f.first = true, words.T("meetings.hint.name"), field.Input.(*kit.Entry)
		}
		f.view.Row(field)
	}
	kind := must[model.GroupType](choice(&f.draft, "type", offered("group.type", model.GroupTypes()), &f.g.Type))
	chosen := kind.Input.(*kit.Select[model.GroupType])
	write := chosen.OnChanged
	chosen.OnChanged = func() {
		f.typeChosen(chosen)
		write()
	}
	f.view.Row(kind)
	f.view.Add(f.meaning)
	f.view.Row(must[model.ID](choice(&f.draft, "place", f.placeOptions(), &f.g.PlaceID)))
}

// typeChosen takes a closed group out of the families' calendar, and shows a new open one there, until somebody has said
// otherwise.
func (f *groupForm) typeChosen(s *kit.Select[model.GroupType]) {
	t, _ := s.Value()
	if !f.publicSaid && (t == model.TargetedGroup || f.isNew) {
		f.g.Public = t != model.TargetedGroup
		f.public.SetValue(f.g.Public)
	}
}

// placeOptions are the places that have not been given up, and the one that is chosen already.
func (f *groupForm) placeOptions() []kit.Option[model.ID] {
	r := f.s.records
	var out []kit.Option[model.ID]
	for _, m := range r.places {
		if !m.EndedBy(r.today) || m.ID == f.g.PlaceID {
			out = append(out, kit.Option[model.ID]{Value: m.ID, Label: m.Name.Best(words.Current()), Detail: r.townName(m.Municipality)})
		}
	}
	return out
}

// people are whom the group is for, how many of them, who organises it, and by which agreement.
func (f *groupForm) people() {
	g, r := &f.g, f.s.records
	f.view.Section(words.T("meetings.section.people"))
	f.view.Row(choices(&f.draft, "audiences", offered("audience", model.Audiences()), &g.Audiences))
	f.view.Row(choices(&f.draft, "languages", offered("language", model.Languages()), &g.Languages))
	unit := must[model.CapacityUnit](choice(&f.draft, "unit", offered("group.unit", model.CapacityUnits()), &g.Unit))
	unit.Required, unit.Width = false, 150
	f.view.Row(f.count("capacity", &g.Capacity), f.count("minimum", &g.Minimum), unit)
	f.view.Row(choices(&f.draft, "organisers", r.organisationOptions(g.Organisers...), &g.Organisers))
	f.view.Row(hinted(choice(&f.draft, "agreement", r.agreementOptions(g.AgreementID), &g.AgreementID)))
	public := f.check("public", &g.Public)
	f.public = public.Input.(*kit.Check)
	write := f.public.OnChanged
	f.public.OnChanged = func() {
		f.publicSaid = true
		write()
	}
	f.view.Row(hinted(public))
}

// calendarTexts are what the calendar says of the group, and notes.
func (f *groupForm) calendarTexts() {
	f.view.Section(words.T("meetings.section.description"))
	f.areas("description", &f.g.Description)
	f.view.Row(f.area("notes", &f.g.Notes))
}

// notice says anew what depends on what was typed.
func (f *groupForm) notice() {
	moved := say(f.meaning, typeMeaning(f.g.Type))
	r := f.g.Recurrence
	if f.times() != f.leaderTimes {
		f.offerLeaders()
	}
	moved = say(f.spoken, words.Capital(words.In(words.Current()).Recurrence(r, f.g.From, f.g.Until))) || moved
	moved = say(f.coming, f.comingText()) || moved
	moved = say(f.pairSaid, f.pairText()) || moved
	if moved {
		f.view.SetProblems(f.shown) // gives everything its place again
	}
}

// times is what it depends on whether a leader is free.
func (f *groupForm) times() string { return fmt.Sprint(f.g.Recurrence, f.g.From, f.g.Until) }

// say shows a text and reports whether it takes more room than before, or less.
func say(t *kit.Text, text string) bool {
	if t.Text == text {
		return false
	}
	height := t.MinSize().Height
	t.SetText(text)
	return t.MinSize().Height != height
}

// focus gives the keyboard to a field.
func (f *groupForm) focus(field string) { f.view.FocusField(field) }

// trySave saves, or shows why not and returns false; everything that was typed stays.
func (f *groupForm) trySave() (id string, ok bool) {
	c := f.s.desk.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() || f.dates.FocusMisread() || f.without != nil && f.without.FocusMisread() {
		return "", false
	}
	draft := tidyGroup(f.g)
	all := f.problems(draft.Check())
	f.shown = all
	f.shown = f.dates.SetProblems(f.shown)
	f.view.SetProblems(f.shown)
	if refused, fresh := f.sound(all); refused || fresh {
		if !f.view.FocusFirstProblem() {
			kit.Focus(f.dates.Focusable())
		}
		return "", false
	}
	saved, err := f.write(context.Background(), draft)
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

func (f *groupForm) write(ctx context.Context, draft model.Group) (model.Group, error) {
	if f.isNew {
		return f.s.store.CreateGroup(ctx, draft)
	}
	return f.s.store.UpdateGroup(ctx, draft.ID, func(kept *model.Group) error {
		*kept = draft
		return nil
	})
}

// tidyGroup is the draft as it is kept: without white space at the ends of its texts, without what does not belong to its
// rhythm, and with its days in order, each once.
func tidyGroup(g model.Group) model.Group {
	g = copyOfGroup(g)
	g.Name, g.Description, g.Notes = g.Name.Trimmed(), g.Description.Trimmed(), strings.TrimSpace(g.Notes)
	r := &g.Recurrence
	if r.Rhythm != model.EveryNWeeks {
		r.Every = 0
	}
	if r.Rhythm != model.Monthly {
		r.Nth = 0
	}
	if r.Rhythm == model.SingleDates {
		r.Weekday = 0
	}
	r.Dates, r.Without = tidyDays(r.Dates), tidyDays(r.Without)
	return g
}

func tidyDays(days []model.Date) []model.Date {
	days = slices.DeleteFunc(slices.Clone(days), model.Date.IsZero)
	slices.SortFunc(days, model.Date.Compare)
	return slices.Compact(days)
}
