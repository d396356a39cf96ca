package training

import (
	"context"
	"maps"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// eventForm edits a draft of one event; its inputs write into the draft at once.
type eventForm struct {
	*form.Sheet
	v       *eventsView
	r       *records    // as they were when the form was opened
	e       model.Event // the draft
	isNew   bool
	leaders *kit.Select[model.ID] // adds participants
	taking  []model.ID            // who take part, as they were left out of what leaders offers
}

func newEventForm(v *eventsView, e model.Event, isNew bool) *eventForm {
	f := &eventForm{
		Sheet: form.NewSheet(v.s.desk, v.register.Save, form.Cancel(v.register.Leave)),
		v:     v, r: v.s.records, e: copyOf(e), isNew: isNew,
	}
	f.Build, f.Write = f.build, f.write
	f.Problems = func() []kit.Problem { return form.Said(tidied(f.e).Check(v.s.desk.Today())) }
	f.Make()
	return f
}

func (f *eventForm) build() {
	f.basics()
	f.dayList()
	f.participantList()
	f.trainerList()
	f.View.Section(words.T("training.event.section.more"))
	f.more()
}

// bind makes fields of the event.
func (f *eventForm) bind() form.Binder {
	return f.Bind("training.event.field.", "training.event.hint.")
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
	f.View.Section(words.T(heading))
	b := f.bind()
	f.View.Row(form.OneOf(b, "programme", f.programmeOptions(), &f.e.ProgrammeID))
	f.View.Row(form.OneOf(b, "state", stateOptions(), &f.e.State))
	reason := b.Hinted(b.Area("reason", &f.e.Reason))
	reason.Input.(*kit.Area).MinRows = 1
	f.View.Row(reason)
	f.View.Row(b.Hinted(b.Entry("place", &f.e.Place, model.MaxName)))
	f.View.Row(form.Choice(b, "organiser", f.organisationOptions(), &f.e.OrganiserID))
	f.View.Row(b.Hinted(b.Count("capacity", &f.e.Capacity)))
}

// more is what is seldom said, below the lists.
func (f *eventForm) more() {
	b := f.bind()
	for i, field := range b.Texts("title", &f.e.Title) {
		if i == 0 {
			field.Hint = words.T("training.event.hint.title")
		}
		f.View.Row(field)
	}
	f.View.Row(form.Choices(b, "languages", languageOptions(), &f.e.Languages))
	share := model.CountOf(f.e.PassShare)
	passed := b.Of(func() {
		f.e.PassShare = model.DefaultPassShare
		if share.Known {
			f.e.PassShare = share.N
		}
		f.Touch()
	}).Count("pass_share", &share)
	passed.Hint = words.T("training.event.hint.pass_share", "share", model.DefaultPassShare)
	f.View.Row(passed)
	f.View.Row(b.Amount("cost", &f.e.Cost))
	f.View.Row(b.Area("notes", &f.e.Notes))
}

// focus gives the keyboard to a field or a list, to the first field for "".
func (f *eventForm) focus(field string) {
	if field == "" || !f.Focus(field) {
		f.FocusFirst()
	}
}

func (f *eventForm) write(ctx context.Context) (model.ID, string, error) {
	draft := tidied(f.e)
	var err error
	if f.isNew {
		draft, err = f.v.s.store.CreateEvent(ctx, draft)
	} else {
		draft, err = f.v.s.store.UpdateEvent(ctx, draft.ID, func(kept *model.Event) error {
			*kept = draft
			return nil
		})
	}
	return draft.ID, words.T("training.event.saved", "name", draft.Name(f.r.programmeOf, words.Current())), err
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
