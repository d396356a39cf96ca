package meetings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// sessions are what the group has brought about so far, and its next sessions.
func (p *groupPage) sessions() []fyne.CanvasObject {
	all, err := p.s.store.GroupSessions(context.Background(), p.g.ID)
	if err != nil {
		return []fyne.CanvasObject{kit.Section(words.T("meetings.section.brought"), kit.NewText(desk.Trouble(err).Text))}
	}
	return []fyne.CanvasObject{p.brought(all), p.ahead(all)}
}

// brought says for each season, the latest first, what became of the sessions.
func (p *groupPage) brought(all []model.Session) fyne.CanvasObject {
	title := words.T("meetings.section.brought")
	if len(all) == 0 {
		return kit.Section(title, kit.NewText(words.T("meetings.group.no_sessions")),
			kit.NewButton(words.T("meetings.group.plan"), nil, func() { p.s.Bring(seasonsTab, func() {}) }))
	}
	bySeason := map[model.ID][]model.Session{}
	for _, s := range all {
		bySeason[s.SeasonID] = append(bySeason[s.SeasonID], s)
	}
	var facts []kit.Fact
	for _, season := range p.r.Seasons {
		if sessions := bySeason[season.ID]; len(sessions) > 0 {
			facts = append(facts, kit.TextFact(season.Name.Best(words.Current()), p.in.Totals(model.TotalCounts(sessions, p.r.Today))))
			delete(bySeason, season.ID)
		}
	}
	var rest []model.Session
	for _, sessions := range bySeason {
		rest = append(rest, sessions...)
	}
	if len(rest) > 0 {
		facts = append(facts, kit.TextFact(words.T("meetings.group.other_times"), p.in.Totals(model.TotalCounts(rest, p.r.Today))))
	}
	if len(facts) > 1 {
		facts = append(facts, kit.TextFact(words.T("meetings.group.together"), p.in.Totals(model.TotalCounts(all, p.r.Today))))
	}
	return kit.Section(title, kit.Facts(facts...))
}

// ahead lists the next sessions that are planned, cancelled ones too, with what is missing in them.
func (p *groupPage) ahead(all []model.Session) fyne.CanvasObject {
	all = slices.DeleteFunc(slices.Clone(all), func(s model.Session) bool { return s.Date.Before(p.r.Today) })
	title := words.T("meetings.section.ahead")
	if len(all) == 0 {
		return kit.Section(title, kit.NewText(words.T("meetings.group.nothing_ahead")),
			kit.NewButton(words.T("meetings.group.plan"), nil, func() { p.s.Bring(seasonsTab, func() {}) }))
	}
	var facts []kit.Fact
	for _, s := range all[:min(len(all), shownDays)] {
		text := p.in.ClockRange(s.From, s.Until)
		if s.PlaceID != p.g.PlaceID {
			text = words.Joined(text, p.r.PlaceName(s.PlaceID))
		}
		if s.Moved() {
			text = words.Joined(text, words.T("meetings.session.moved", "day", dayText(s.SlotOn)))
		}
		text = words.Joined(text, s.Theme, p.s.desk.Person(s.Guest), p.s.desk.Personal(s.Reason))
		var value fyne.CanvasObject = p.s.sessionLink(text, s.ID)
		if c := p.sessionChip(s); c.Word != "" {
			value = kit.WithChip(value, c)
		}
		facts = append(facts, kit.Fact{Label: dayText(s.Date), Value: value})
	}
	return kit.Section(title, kit.Facts(facts...))
}

// sessionChip says that a session is cancelled, or which half of its pair is missing.
func (p *groupPage) sessionChip(s model.Session) kit.Chip {
	if s.State == model.SessionCancelled {
		return kit.Chip{Word: words.Code(p.in, "session.status", model.StatusCancelled), Tone: kit.Past}
	}
	gaps := model.PairGaps(s.Leaders, p.r.LeaderOf)
	switch {
	case len(gaps) > 1:
		return kit.Chip{Word: words.T("meetings.group.no_pair"), Tone: kit.Attention}
	case len(gaps) == 1:
		return kit.Chip{Word: words.Code(p.in, "group.gap", gaps[0]), Tone: kit.Attention}
	default:
		return kit.Chip{}
	}
}
