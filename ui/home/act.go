package home

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/followups"
	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// act is something that can be done about a line without leaving Home. Label is a verb; key does it on the line that has
// the keyboard.
type act struct {
	key   rune
	label string
	icon  fyne.Resource
	do    func()
}

// The keys, which no language has as a letter of a word that one would type here.
const (
	doneKey     = 'x'
	postponeKey = '+'
	dismissKey  = '-'
)

// acts are what can be done about an item. The one with doneKey, if there is one, settles it.
func (s *Screen) acts(x model.AgendaItem) []act {
	var out []act
	add := func(key rune, label string, icon fyne.Resource, do func()) {
		out = append(out, act{key, words.T("home.do." + label), icon, do})
	}
	switch {
	case x.FollowUp != nil:
		add(doneKey, "done", theme.ConfirmIcon(), func() { followups.Done(s.desk, s.store, *x.FollowUp) })
		add(0, "change", theme.DocumentCreateIcon(), func() { s.remind(x) })
	case x.Matter == model.MatterContribution:
		add(doneKey, "delivered", theme.ConfirmIcon(), func() { s.deliver(x) })
	case x.Matter == model.MatterContact && !s.teller().nameless(x):
		add(doneKey, "tell", theme.ConfirmIcon(), func() { s.tell(x) })
	case x.Matter == model.MatterBackup:
		add(doneKey, "backup", theme.ConfirmIcon(), s.backUp)
	}
	add(postponeKey, "postpone", theme.HistoryIcon(), func() { s.postpone(x) })
	add(dismissKey, "dismiss", theme.CancelIcon(), func() { s.dismiss(x) })
	return out
}

// remind changes a reminder.
func (s *Screen) remind(x model.AgendaItem) { followups.Ask(s.desk, s.store, *x.FollowUp) }

// deliver marks a contribution as delivered today, and offers to take that back.
func (s *Screen) deliver(x model.AgendaItem) {
	mark := func(day model.Date) bool {
		_, err := s.store.UpdateAgreement(context.Background(), x.Agreement.ID, func(a *model.Agreement) error {
			for i := range a.Contributions {
				if c := &a.Contributions[i]; c.ID == x.Contribution.ID {
					c.DoneOn = day
				}
			}
			return nil
		})
		if err != nil {
			s.desk.Fail(err, nil)
		}
		return err == nil
	}
	if mark(s.desk.Today()) {
		s.desk.Messages.Say(words.T("home.delivered"), kit.Action{Label: words.T("home.take_back"), Do: func() { mark(model.Date{}) }})
	}
}

// tell prints the notice that a contact person has changed, and marks the others as told.
func (s *Screen) tell(x model.AgendaItem) {
	a, err := s.store.Agreement(context.Background(), x.Agreement.ID)
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	office := paper.Office{Organisations: s.reading.OrganisationOf, Centre: s.reading.Centre, Today: s.desk.Today()}
	sheet, err := paper.Render(office.ContactNotice(a, x.Parties[0], "", language(a)))
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	told := model.Deferral{Reason: words.T("home.told", "date", words.In(words.Current()).Date(s.desk.Today()))}
	if err := s.store.SaveDeferral(context.Background(), s.filled(x, told)); err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.desk.Print(func() (desk.Sheet, error) { return sheet, nil })
}

// language is that in which the parties of an agreement are written to.
func language(a model.Agreement) model.Language {
	if len(a.Languages) == 0 {
		return words.Current()
	}
	return a.Languages[0]
}

// backUp makes a copy of the data file beside, while one goes on working.
func (s *Screen) backUp() {
	var made model.Backup
	s.desk.Start(desk.Work{
		Said: words.T("home.backup.working"),
		Do: func(ctx context.Context, _ func(float64)) (err error) {
			made, err = s.store.Backup(ctx)
			return err
		},
		Then: func(err error) {
			if err != nil {
				s.desk.Fail(err, nil)
				return
			}
			s.desk.Say(words.T("home.backup.made", "path", made.Path))
			s.Reload() // a copy is no record of which the store would tell
		},
	})
}
