package home

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// postpone asks until when an item is put off.
func (s *Screen) postpone(x model.AgendaItem) {
	today := s.desk.Today()
	draft := model.Deferral{Until: today.AddDays(7)}
	if s.tooLate(x, draft.Until) {
		draft.Until = x.On
		if !x.On.After(today) {
			draft.Until = today.AddDays(1)
		}
	}
	fields := kit.NewFields()
	fields.Add(s.about(x))
	until := form.Bind("home.field.", "home.hint.", s.desk.Today, nil).Date("until", &draft.Until)
	fields.Row(form.Required(until))
	propose := kit.Flow()
	for _, p := range []struct {
		key string
		day model.Date
	}{{"tomorrow", today.AddDays(1)}, {"week", today.AddDays(7)}, {"month", today.AddMonths(1)}} {
		if s.tooLate(x, p.day) {
			continue
		}
		propose.Add(kit.NewButton(words.T("home.postpone."+p.key), nil, func() {
			draft.Until = p.day
			until.Input.(*kit.DateField).SetValue(p.day)
			kit.Focus(form.FocusOf(until)) // from where Enter puts it off
		}))
	}
	if len(propose.Objects) > 0 {
		fields.Add(propose)
	}
	form.Question{
		Title: words.T("home.postpone.title"), Verb: words.T("home.postpone.verb"), Fields: fields,
		Problems: func() []kit.Problem { return s.problems(x, draft) },
		Write: func(ctx context.Context) (string, error) {
			return "", s.keep(ctx, x, draft, s.postponed(x, draft.Until))
		},
	}.Ask(s.desk)
}

// tooLate reports whether an item that comes back on the day does so when its own day is over. The day of a reminder is only
// that of the reminding, and the day on which papers were sent or a contact person changed ends nothing.
func (s *Screen) tooLate(x model.AgendaItem, day model.Date) bool {
	switch x.Matter {
	case model.MatterFollowUp, model.MatterFollowUpLate, model.MatterUnsigned, model.MatterContact:
		return false
	}
	return !x.On.IsZero() && !x.On.Before(s.desk.Today()) && day.After(x.On)
}

// postponed says until when an item is put off, and of what is over by then, when it is.
func (s *Screen) postponed(x model.AgendaItem, until model.Date) string {
	key := "home.postponed"
	switch {
	case s.tooLate(x, until) && x.Times > 1:
		key = "home.postponed.beyond_first"
	case s.tooLate(x, until):
		key = "home.postponed.beyond"
	}
	in := words.In(words.Current())
	return words.T(key, "date", in.Date(until), "on", in.Date(x.On))
}

// dismiss asks why an item is left out for good.
func (s *Screen) dismiss(x model.AgendaItem) {
	var draft model.Deferral
	fields := kit.NewFields()
	fields.Add(s.about(x))
	fields.Add(kit.NewText(words.T("home.dismiss.text")))
	b := form.Bind("home.field.", "home.hint.", s.desk.Today, nil)
	fields.Row(form.Required(b.Entry("reason", &draft.Reason, model.MaxNotes)))
	form.Question{
		Title: words.T("home.dismiss.title"), Verb: words.T("home.dismiss.verb"), Fields: fields,
		Problems: func() []kit.Problem { return s.problems(x, draft) },
		Write: func(ctx context.Context) (string, error) {
			return "", s.keep(ctx, x, draft, words.T("home.dismissed"))
		},
	}.Ask(s.desk)
}

// about says of which item a dialog is: a group can have two lines.
func (s *Screen) about(x model.AgendaItem) fyne.CanvasObject {
	said := s.teller().line(x)
	return kit.NewText(words.Joined(said.title, said.detail))
}

func (s *Screen) problems(x model.AgendaItem, d model.Deferral) []kit.Problem {
	return form.Said(s.filled(x, d).Check())
}

// filled is the deferral of an item on this day.
func (s *Screen) filled(x model.AgendaItem, d model.Deferral) model.Deferral {
	d.Key, d.RecordID, d.MadeOn, d.Reason = x.Key(), x.Record, s.desk.Today(), strings.TrimSpace(d.Reason)
	return d
}

// keep keeps the deferral of an item and says so, with the way back.
func (s *Screen) keep(ctx context.Context, x model.AgendaItem, d model.Deferral, said string) error {
	if err := s.store.SaveDeferral(ctx, s.filled(x, d)); err != nil {
		return err
	}
	say := s.desk.Messages.Say
	if s.tooLate(x, d.Until) {
		say = s.desk.Messages.Warn
	}
	say(said, kit.Action{Label: words.T("home.take_back"), Do: func() { s.bringBack(x) }})
	return nil
}

// bringBack shows an item again.
func (s *Screen) bringBack(x model.AgendaItem) {
	s.sought = x.Key()
	if err := s.store.DeleteDeferral(context.Background(), x.Key()); err != nil && model.CodeOf(err) != model.CodeNotFound {
		s.desk.Fail(err, nil)
	}
}

// deferred is a quiet line that says how much is put off, and shows it when it is asked for.
func (s *Screen) deferred() fyne.CanvasObject {
	all := s.reading.agenda.Deferred
	box := container.NewVBox()
	if !s.whole {
		var show *kit.Button
		show = kit.NewQuietButton(words.N("home.deferred", len(all)), theme.HistoryIcon(), func() {
			s.whole = true
			box.Remove(show)
			s.fillDeferred(box)
		})
		show.Alignment = widget.ButtonAlignLeading
		box.Add(show)
		return box
	}
	s.fillDeferred(box)
	return box
}

func (s *Screen) fillDeferred(box *fyne.Container) {
	body, t := container.NewVBox(), s.teller()
	var first *kit.Button
	for _, d := range s.reading.agenda.Deferred {
		said := t.line(d.AgendaItem)
		back := kit.NewQuietButton(words.T("home.bring_back"), theme.ContentUndoIcon(), func() { s.bringBack(d.AgendaItem) })
		back.SetLabel(words.T("home.bring_back.label", "title", said.title))
		if first == nil {
			first = back
		}
		why := s.desk.Personal(d.Deferral.Reason)
		if until := d.Deferral.Until; !until.IsZero() {
			why = words.T("home.deferred.until", "date", t.in.Date(until))
		}
		reason := kit.NewText(why)
		reason.Importance = widget.LowImportance
		link := kit.NewLink(said.title, func() { s.open(d.AgendaItem) })
		body.Add(container.NewBorder(nil, nil, nil, back, container.NewGridWithColumns(2, link, reason)))
	}
	box.Add(kit.Section(words.N("home.deferred", len(s.reading.agenda.Deferred)), body))
	if kit.OnScreen(box) { // it was asked for just now
		kit.Focus(first)
	}
}
