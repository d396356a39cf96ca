package meetings

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// groupForm edits a draft of one group; its inputs write into the draft at once.
type groupForm struct {
	*form.Sheet
	s           *Screen
	g           model.Group
	isNew       bool
	publicSaid  bool      // somebody has said whether the group is public; its type no longer does
	meaning     *kit.Text // of the type
	spoken      *kit.Text // when the group meets, in words
	coming      *kit.Text // the days to come
	pairSaid    *kit.Text // what is missing of the pair
	public      *kit.Check
	leaders     [2]*kit.MultiSelect[model.ID] // professionals and volunteers
	leaderTimes string                        // the time for which the leaders are offered
}

func newGroupForm(v *groupsView, g model.Group, isNew bool) *groupForm {
	f := &groupForm{Sheet: v.s.newSheet(v.register.Save, v.register.Leave), s: v.s, g: copyOfGroup(g), isNew: isNew}
	if f.g.Unit == "" {
		f.g.Unit = model.Persons
	}
	f.Build, f.Write, f.Touched = f.build, f.write, f.notice
	f.Problems = func() []kit.Problem { return form.Said(tidyGroup(f.g).Check(), "name", "description") }
	f.Make()
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
	f.View.Section(words.T(heading))
	nameRows(f.Sheet, &f.g.Name, "meetings.hint.name")
	b := bind(f.Sheet)
	f.View.Row(form.OneOf(b.Then(f.typeChosen), "type", form.Offered("group.type", model.GroupTypes()), &f.g.Type))
	f.View.Add(f.meaning)
	f.View.Row(form.OneOf(b, "place", f.placeOptions(), &f.g.PlaceID))
}

// typeChosen takes a closed group out of the families' calendar, and shows a new open one there, until somebody has said
// otherwise.
func (f *groupForm) typeChosen() {
	if !f.publicSaid && (f.g.Type == model.TargetedGroup || f.isNew) {
		f.g.Public = f.g.Type != model.TargetedGroup
		f.public.SetValue(f.g.Public)
	}
}

// placeOptions are the places that have not been given up, and the one that is chosen already.
func (f *groupForm) placeOptions() []kit.Option[model.ID] {
	r := f.s.records
	var out []kit.Option[model.ID]
	for _, m := range r.Places {
		if !m.EndedBy(r.Today) || m.ID == f.g.PlaceID {
			out = append(out, kit.Option[model.ID]{Value: m.ID, Label: m.Name.Best(words.Current()), Detail: r.townName(m.Municipality)})
		}
	}
	return out
}

// people are whom the group is for, how many of them, who organises it, and by which agreement.
func (f *groupForm) people() {
	g, r, b := &f.g, f.s.records, bind(f.Sheet)
	f.View.Section(words.T("meetings.section.people"))
	f.View.Row(form.Choices(b, "audiences", form.Offered("audience", model.Audiences()), &g.Audiences))
	f.View.Row(form.Choices(b, "languages", form.Offered("language", model.Languages()), &g.Languages))
	unit := form.OneOf(b, "unit", form.Offered("group.unit", model.CapacityUnits()), &g.Unit)
	unit.Required, unit.Width = false, 150
	f.View.Row(b.Count("capacity", &g.Capacity), b.Count("minimum", &g.Minimum), unit)
	f.View.Row(form.Choices(b, "organisers", r.organisationOptions(g.Organisers...), &g.Organisers))
	f.View.Row(b.Hinted(form.Choice(b, "agreement", r.agreementOptions(g.AgreementID), &g.AgreementID)))
	public := b.Then(func() { f.publicSaid = true }).Check("public", &g.Public)
	f.public = public.Input.(*kit.Check)
	f.View.Row(b.Hinted(public))
}

// calendarTexts are what the calendar says of the group, and notes.
func (f *groupForm) calendarTexts() {
	f.View.Section(words.T("meetings.section.description"))
	areaRows(f.Sheet, "description", &f.g.Description)
	f.View.Row(bind(f.Sheet).Area("notes", &f.g.Notes))
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
		f.Reshow()
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

func (f *groupForm) write(ctx context.Context) (model.ID, string, error) {
	draft := tidyGroup(f.g)
	var err error
	if f.isNew {
		draft, err = f.s.store.CreateGroup(ctx, draft)
	} else {
		draft, err = f.s.store.UpdateGroup(ctx, draft.ID, func(kept *model.Group) error {
			*kept = draft
			return nil
		})
	}
	return draft.ID, words.T("form.saved", "name", draft.Name.Best(words.Current())), err
}

// tidyGroup is the draft as it is kept: without white space at the ends of its texts, without what does not belong to its
// rhythm, and with its days in order, each once.
func tidyGroup(g model.Group) model.Group {
	g = copyOfGroup(g)
	g.Name, g.Description, g.Notes = g.Name.Trimmed(), g.Description.Trimmed(), strings.TrimSpace(g.Notes)
	g.Recurrence = form.TidyRecurrence(g.Recurrence)
	return g
}
