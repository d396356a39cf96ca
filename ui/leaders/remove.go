package leaders

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// remove asks how the person is to be removed, then shows what would go and what would stay.
func (s *Screen) remove(l model.Leader) {
	if l.Anonymised() {
		s.previewRemoval(l, true, func() {}) // there is nobody left in it
		return
	}
	s.askRemoval(l, func() {})
}

// askRemoval is remove; done runs once the person is removed.
func (s *Screen) askRemoval(l model.Leader, done func()) {
	s.desk.Dialogs.Choose(words.T("leaders.removing.title"), words.T("leaders.removing.text", "name", s.desk.Person(l.Name)),
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true, Default: true},
		kit.Choice{Label: words.T("leaders.removing.erase"), Do: func() { s.previewRemoval(l, true, done) }},
		kit.Choice{Label: words.T("leaders.removing.anonymise"), Do: func() { s.previewRemoval(l, false, done) }})
}

// previewRemoval says what goes and what stays, and removes only when that is confirmed.
func (s *Screen) previewRemoval(l model.Leader, erase bool, done func()) {
	how := "anonymise"
	if erase {
		how = "erase"
	}
	sessions, err := s.sessionsAhead(l.ID)
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	facts := removalFacts(model.RemovalPreview(l, s.records.events, erase))
	if sessions > 0 {
		facts = append(facts, kit.TextFact(words.T("leaders.removing.sessions"), words.N("leaders.removing.sessions_gone", sessions)))
	}
	body := container.NewVBox(
		kit.NewText(words.T("leaders.removing.preview_text."+how, "name", s.name(l))),
		kit.Facts(facts...),
		kit.NewText(words.T("leaders.removing.copies")))
	s.desk.Dialogs.Show(words.T("leaders.removing.preview_title."+how), body,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true, Default: true},
		kit.Choice{Label: words.T("leaders.removing.verb." + how), Danger: true, Do: func() {
			today := s.desk.Today()
			s.removeNow(words.T("leaders.removing.removed."+how), func(ctx context.Context) error {
				if erase {
					return s.store.EraseLeader(ctx, l.ID)
				}
				return s.store.AnonymiseLeader(ctx, l.ID, today)
			}, done)
		}})
}

// aheadDays is how many days ahead sessions are planned at most.
const aheadDays = 2 * 366

// sessionsAhead is how many sessions to come the leader is to lead, for which another is to be found.
func (s *Screen) sessionsAhead(id model.ID) (int, error) {
	today := s.desk.Today()
	all, err := s.store.Sessions(context.Background(), today.AddDays(1), today.AddDays(aheadDays))
	n := 0
	for i := range all {
		if all[i].StatusOn(today) == model.StatusAhead && slices.Contains(all[i].Leaders, id) {
			n++
		}
	}
	return n, err
}

// removalFacts says of each group of facts how many go or stay.
func removalFacts(all []model.RemovedFacts) []kit.Fact {
	facts := make([]kit.Fact, len(all))
	for i, x := range all {
		label := words.Capital(words.Code(words.In(words.Current()), "removal.group", x.Group))
		if x.Stay > 0 {
			facts[i] = kit.TextFact(label, words.N("leaders.removing.stays", x.Stay))
		} else {
			facts[i] = kit.TextFact(label, words.N("leaders.removing.goes", x.Gone))
		}
	}
	return facts
}

// removeNow removes beside, as each of the backups is gone through as well, and says said and runs done afterwards.
func (s *Screen) removeNow(said string, remove func(context.Context) error, done func()) {
	s.desk.Start(desk.Work{
		Said: words.T("leaders.removing.working"),
		Do:   func(ctx context.Context, _ func(float64)) error { return remove(ctx) },
		Then: func(err error) {
			if err != nil {
				s.desk.Fail(err, nil)
				return
			}
			s.desk.Say(said)
			s.Reload()
			done()
		},
	})
}
