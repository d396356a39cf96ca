// Package followups is the reminders that are hung on records: the section "Seuranta" on the page of any record, and the
// question by which a reminder is added or changed.
//
// What does not live here: the rules (model.FollowUp), what is due today (ui/home), and any register: the page of each
// puts the section there.
package followups

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Store is where reminders are kept.
type Store interface{ model.FollowUps }

// shownDone is how many reminders that are done a section shows: the latest, to see when it was looked after last.
const shownDone = 3

// Section shows the reminders of a record and adds, changes and removes them. It is made anew with its page, as the store
// tells of each change.
func Section(d *desk.Desk, store Store, kind model.Kind, id model.ID) fyne.CanvasObject {
	all, err := store.FollowUps(context.Background())
	if err != nil {
		d.Fail(err, nil)
	}
	s := &section{desk: d, store: store}
	add := kit.NewQuietButton(words.T("followups.add"), theme.ContentAddIcon(), func() {
		Ask(d, store, model.FollowUp{Kind: kind, RecordID: id})
	})
	body := container.NewVBox()
	for _, f := range of(all, id) {
		body.Add(s.line(f))
	}
	if len(body.Objects) == 0 {
		body.Add(kit.NewText(words.T("followups.none")))
	}
	return kit.Section(words.T("followups.title"), body, add)
}

// of are the reminders of a record: the open ones by day, then the last that are done.
func of(all []model.FollowUp, record model.ID) []model.FollowUp {
	var open, done []model.FollowUp
	for _, f := range all {
		switch {
		case f.RecordID != record || record == "":
		case f.Open():
			open = append(open, f)
		default:
			done = append(done, f)
		}
	}
	slices.SortStableFunc(open, func(a, b model.FollowUp) int { return a.On.Compare(b.On) })
	slices.SortStableFunc(done, func(a, b model.FollowUp) int { return b.DoneOn.Compare(a.DoneOn) })
	return append(open, done[:min(len(done), shownDone)]...)
}

type section struct {
	desk  *desk.Desk
	store Store
}

func (s *section) line(f model.FollowUp) fyne.CanvasObject {
	text := s.desk.Personal(f.Text)
	link := kit.NewLink(text, func() { Ask(s.desk, s.store, f) })
	var verb *kit.Button
	if f.Open() {
		verb = kit.NewQuietButton(words.T("followups.done"), theme.ConfirmIcon(), func() { Done(s.desk, s.store, f) })
		verb.SetLabel(words.T("followups.done.label", "text", text))
	} else {
		verb = kit.NewQuietButton(words.T("followups.reopen"), theme.ContentUndoIcon(), func() { s.reopen(f) })
		verb.SetLabel(words.T("followups.reopen.label", "text", text))
	}
	remove := kit.NewQuietButton("", theme.DeleteIcon(), func() { s.remove(f) })
	remove.SetLabel(words.T("followups.remove.label", "text", text))
	return kit.WithChip(link, Chip(f, s.desk.Today()), verb, remove)
}

// Chip says when a reminder is to be seen to, or was.
func Chip(f model.FollowUp, today model.Date) kit.Chip {
	in := words.In(words.Current())
	days := today.DaysUntil(f.On)
	switch {
	case !f.Open():
		return kit.Chip{Word: words.T("followups.was_done", "date", in.Date(f.DoneOn)), Tone: kit.Past}
	case days < 0:
		return kit.Chip{Word: words.N("followups.late", -days), Tone: kit.Danger}
	case days == 0:
		return kit.Chip{Word: words.T("followups.today"), Tone: kit.Danger}
	case !f.ShownFrom().After(today):
		return kit.Chip{Word: words.N("followups.days", days), Tone: kit.Attention}
	default:
		return kit.Chip{Word: in.Date(f.On), Tone: kit.Neutral}
	}
}

// Done marks a reminder as done today, and offers to take that back.
func Done(d *desk.Desk, store Store, f model.FollowUp) {
	day := d.Today()
	if !write(d, store, f.ID, func(kept *model.FollowUp) { kept.DoneOn = day }) {
		return
	}
	d.Messages.Say(words.T("followups.done.said"), kit.Action{Label: words.T("followups.take_back"), Do: func() {
		if write(d, store, f.ID, func(kept *model.FollowUp) { kept.DoneOn = model.Date{} }) {
			d.Say(words.T("followups.reopened"))
		}
	}})
}

func (s *section) reopen(f model.FollowUp) {
	if write(s.desk, s.store, f.ID, func(kept *model.FollowUp) { kept.DoneOn = model.Date{} }) {
		s.desk.Say(words.T("followups.reopened"))
	}
}

func write(d *desk.Desk, store Store, id model.ID, change func(*model.FollowUp)) bool {
	_, err := store.UpdateFollowUp(context.Background(), id, func(kept *model.FollowUp) error {
		change(kept)
		return nil
	})
	if err != nil {
		d.Fail(err, nil)
	}
	return err == nil
}

// Ask asks what is to be remembered and when: a new reminder when it has no ID, on the record that it names or on none.
// While personal data is hidden what stands in one is not shown, so that it cannot be changed either.
func Ask(d *desk.Desk, store Store, f model.FollowUp) {
	if f.ID != "" && d.Hidden() {
		d.Say(words.T("followups.hidden"))
		return
	}
	draft := f
	b := form.Bind("followups.field.", "followups.hint.", d.Today, nil)
	fields := kit.NewFields()
	fields.Row(form.Required(b.Entry("text", &draft.Text, model.MaxNotes)))
	fields.Row(form.Required(b.Date("on", &draft.On)))
	q := form.Question{
		Title: words.T("followups.new"), Fields: fields,
		Problems: func() []kit.Problem { return form.Said(tidied(draft).Check()) },
		Write: func(ctx context.Context) (string, error) {
			return keep(ctx, store, tidied(draft), d.Today())
		},
	}
	if f.ID != "" {
		q.Title = words.T("followups.edit")
	}
	q.Ask(d)
}

func tidied(f model.FollowUp) model.FollowUp {
	f.Text = strings.TrimSpace(f.Text)
	return f
}

func keep(ctx context.Context, store Store, f model.FollowUp, today model.Date) (said string, err error) {
	if f.ID == "" {
		_, err = store.CreateFollowUp(ctx, f)
		if shown := f.ShownFrom(); shown.After(today) { // else one would look for it on Home in vain
			return words.T("followups.added_ahead", "date", words.In(words.Current()).Date(shown)), err
		}
		return words.T("followups.added"), err
	}
	_, err = store.UpdateFollowUp(ctx, f.ID, func(kept *model.FollowUp) error {
		kept.Text, kept.On = f.Text, f.On
		return nil
	})
	return words.T("followups.changed"), err
}

// remove takes a reminder away altogether, and offers to bring it back as it was.
func (s *section) remove(f model.FollowUp) {
	if err := s.store.DeleteFollowUp(context.Background(), f.ID); err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.desk.Messages.Say(words.T("followups.removed"), kit.Action{Label: words.T("followups.take_back"), Do: func() {
		if _, err := s.store.CreateFollowUp(context.Background(), f); err != nil {
			s.desk.Fail(err, nil)
		}
	}})
}
