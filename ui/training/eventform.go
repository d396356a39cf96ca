package training

import (
	"context"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// eventForm edits a draft of one event; its inputs write into the draft at once.
type eventForm struct {
	v       *eventsView
	r       *records    // as they were when the form was opened
	e       model.Event // the draft
	isNew   bool
	changed bool
	seen    map[kit.Problem]bool // warnings that were shown; they no longer keep from saving

	root         fyne.CanvasObject
	view         *kit.Form
	days         *kit.Items[model.EventDay]
	trainers     *kit.Items[model.Trainer]
	participants *kit.Items[model.Participation]
	leaders      *kit.Select[model.ID] // adds participants
	taking       []model.ID            // who take part, as they were left out of what leaders offers
	save         *kit.Button
}

func newEventForm(v *eventsView, e model.Event, isNew bool) *eventForm {
	f := &eventForm{v: v, r: v.s.records, e: copyOf(e), isNew: isNew, seen: map[kit.Problem]bool{}, view: kit.NewForm()}
	f.basics()
	f.dayList()
	f.participantList()
	f.trainerList()
	f.view.Section(words.T("training.event.section.more"))
	f.more()
	f.save = kit.NewPrimaryButton(words.T("training.save"), theme.DocumentSaveIcon(), v.register.Save)
	buttons := container.NewPadded(container.NewHBox(f.save, kit.NewButton(words.T("kit.cancel"), nil, v.register.Leave)))
	// the layout by itself, because container.NewBorder puts the buttons first for Tab
	f.root = container.New(layout.NewBorderLayout(nil, buttons, nil, nil), f.view, buttons)
	return f
}

// copyOf is the event with lists of its own.
func copyOf(e model.Event) model.Event {
	e.Languages, e.Days, e.Trainers = slices.Clone(e.Languages), slices.Clone(e.Days), slices.Clone(e.Trainers)
	e.Participations = slices.Clone(e.Participations)
	for i := range e.Participations {
		e.Participations[i].Days = maps.Clone(e.Participations[i].Days)
	}
	return e
}

// basics are what is known first: of which programme, how it stands, where and by whom.
func (f *eventForm) basics() {
	heading := "training.event.section.facts"
	if f.isNew {
		heading = "training.event.section.new"
	}
	f.view.Section(words.T(heading))
	programme := f.chosen("programme", f.programmeOptions(), &f.e.ProgrammeID)
	programme.Required, programme.Input.(*kit.Select[model.ID]).Required = true, true
	f.view.Row(programme)
	state := f.state()
	f.view.Row(state)
	reason := f.area("reason", &f.e.Reason)
	reason.Input.(*kit.Area).MinRows = 1
	reason.Hint = words.T("training.event.reason_hint")
	f.view.Row(reason)
	place := f.entry("place", &f.e.Place, model.MaxName)
	place.Hint = words.T("training.event.place_hint")
	f.view.Row(place)
	f.view.Row(f.chosen("organiser", f.organisationOptions(), &f.e.OrganiserID))
	capacity := f.count("capacity", f.e.Capacity, func(c model.Count) { f.e.Capacity = c })
	capacity.Hint = words.T("training.event.capacity_hint")
	f.view.Row(capacity)
}

// more is what is seldom said, below the lists.
func (f *eventForm) more() {
	for i, l := range model.Languages() {
		title := f.e.Title.In(l)
		field := f.entry("title_"+string(l), &title, model.MaxName)
		field.Input.(*kit.Entry).OnChanged = func(text string) {
			f.e.Title.Set(l, text)
			f.touch()
		}
		if i == 0 {
			field.Hint = words.T("training.event.title_hint")
		}
		f.view.Row(field)
	}
	languages := kit.NewMultiSelect(languageOptions())
	languages.SetValues(f.e.Languages)
	languages.OnChanged = func() {
		f.e.Languages = languages.Values()
		f.touch()
	}
	f.view.Row(f.field("languages", languages))
	share := f.count("pass_share", model.CountOf(f.e.PassShare), func(c model.Count) {
		f.e.PassShare = model.DefaultPassShare
		if c.Known {
			f.e.PassShare = c.N
		}
	})
	share.Hint = words.T("training.event.pass_share_hint", "share", model.DefaultPassShare)
	f.view.Row(share)
	f.view.Row(f.cost())
	f.view.Row(f.area("notes", &f.e.Notes))
}

func (f *eventForm) touch() { f.changed = true }

// focus gives the keyboard to a field, to the first for "", or to one of the lists.
func (f *eventForm) focus(field string) {
	switch {
	case field == "days":
		kit.Focus(f.days.Focusable())
	case field == "add_leader":
		kit.Focus(f.leaders)
	case field == "" || !f.view.FocusField(field):
		f.view.FocusFirst()
	}
}

// trySave saves, or shows why not and returns false; everything that was typed stays.
func (f *eventForm) trySave() (id string, ok bool) {
	c := f.v.s.desk.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() || f.days.FocusMisread() || f.participants.FocusMisread() {
		return "", false
	}
	f.dropBlank()
	draft := tidied(f.e)
	if !f.sound(draft) {
		return "", false
	}
	saved, err := f.write(context.Background(), draft)
	if err != nil {
		if focused != nil {
			c.Focus(focused)
		}
		f.v.s.desk.Fail(err, nil)
		return "", false
	}
	f.changed = false
	f.v.s.desk.Say(words.T("training.event.saved", "name", saved.Name(f.r.programmeOf, words.Current())))
	return string(saved.ID), true
}

func (f *eventForm) write(ctx context.Context, draft model.Event) (model.Event, error) {
	if f.isNew {
		return f.v.s.store.CreateEvent(ctx, draft)
	}
	return f.v.s.store.UpdateEvent(ctx, draft.ID, func(kept *model.Event) error {
		*kept = draft
		return nil
	})
}

// sound shows what is amiss and reports whether the event can be saved: nothing is refused, and every warning has been
// seen before.
func (f *eventForm) sound(draft model.Event) bool {
	refused, fresh, warned := false, false, false
	var all []kit.Problem
	for _, x := range draft.Check(f.v.s.desk.Today()) {
		p := kit.Problem{Field: x.Field, Warning: x.Severity == model.Warning, Sentence: desk.Problem(x)}
		refused = refused || !p.Warning
		warned = warned || p.Warning
		fresh = fresh || p.Warning && !f.seen[p]
		all = append(all, p)
	}
	left := f.participants.SetProblems(f.trainers.SetProblems(f.days.SetProblems(all)))
	f.view.SetProblems(left)
	if !refused && !fresh {
		return true
	}
	for _, p := range all {
		f.seen[p] = f.seen[p] || p.Warning
	}
	verb := "training.save"
	if warned {
		verb = "training.save_anyway"
	}
	f.save.SetText(words.T(verb))
	if !refused {
		f.v.s.desk.Messages.Warn(words.T("training.warned"))
	}
	f.focusProblem(refused)
	return false
}

// focusProblem goes to the first field that is refused, or else to the first with a warning.
func (f *eventForm) focusProblem(refused bool) {
	if f.view.Refused() || !refused {
		if f.view.FocusFirstProblem() {
			return
		}
	}
	_ = f.days.FocusFirstProblem(!refused) || f.trainers.FocusFirstProblem(!refused) || f.participants.FocusFirstProblem(!refused)
}

// dropBlank takes away what was added to a list and never filled in.
func (f *eventForm) dropBlank() {
	dropBlank(f.days, &f.e.Days)
	dropBlank(f.trainers, &f.e.Trainers)
	dropBlank(f.participants, &f.e.Participations)
}

func dropBlank[T any](list *kit.Items[T], items *[]T) {
	kept := slices.DeleteFunc(slices.Clone(*items), list.Blank)
	if len(kept) < len(*items) {
		*items = kept
		list.SetValues(kept)
	}
}

// tidied is the draft as it is kept: without white space at the ends of its texts, without a reason unless it is
// cancelled, and without attendance of days that are no more.
func tidied(e model.Event) model.Event {
	e = copyOf(e)
	e.Title = e.Title.Trimmed()
	texts := []*string{&e.Reason, &e.Place, &e.Notes}
	for i := range e.Days {
		texts = append(texts, &e.Days[i].Place)
	}
	for i := range e.Trainers {
		texts = append(texts, &e.Trainers[i].Name)
	}
	days := map[model.ID]bool{}
	for _, d := range e.Days {
		days[d.ID] = true
	}
	for i := range e.Participations {
		x := &e.Participations[i]
		texts = append(texts, &x.Outsider.Name, &x.Outsider.Organisation, &x.Feedback)
		maps.DeleteFunc(x.Days, func(day model.ID, _ bool) bool { return !days[day] })
	}
	for _, s := range texts {
		*s = strings.TrimSpace(*s)
	}
	if e.State != model.EventCancelled {
		e.Reason = ""
	}
	e.Days = byDate(e.Days)
	return e
}
