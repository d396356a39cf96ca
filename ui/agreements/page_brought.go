package agreements

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// brought tells what the agreement has brought about: places, groups, and what became of their sessions. An agreement that
// no place and no group names has no such section.
func (p *page) brought() fyne.CanvasObject {
	title := words.T("agreements.section.brought")
	b, err := p.broughtBy()
	switch {
	case err != nil:
		return kit.Section(title, kit.NewText(desk.Trouble(err).Text))
	case b.Nothing():
		return nil
	}
	l := words.Current()
	var facts []kit.Fact
	for _, place := range b.Places {
		facts = append(facts, kit.Fact{
			Label: words.T("agreements.brought.place"),
			Value: kit.NewLink(place.Name.Best(l), func() { p.desk.Open(model.KindPlace, place.ID) }),
		})
	}
	for _, g := range b.Groups {
		value := container.NewVBox(kit.NewLink(g.Group.Name.Best(l), func() { p.desk.Open(model.KindGroup, g.Group.ID) }))
		if said := words.Joined(p.life(g.Group), p.in.Totals(g.Total)); said != "" {
			value.Add(kit.NewText(said))
		}
		facts = append(facts, kit.Fact{Label: words.T("agreements.brought.group"), Value: value})
	}
	if len(b.Groups) > 1 {
		facts = append(facts, kit.TextFact(words.T("agreements.brought.total"), p.in.Totals(b.Total)))
	}
	return kit.Section(title, kit.Facts(facts...))
}

// life says between which days a group meets, empty when it always does: groups that continue each other have one name.
func (p *page) life(g model.Group) string {
	switch {
	case !g.RunsFrom.IsZero() && !g.RunsUntil.IsZero():
		return p.in.DateRange(g.RunsFrom, g.RunsUntil)
	case !g.RunsFrom.IsZero():
		return words.T("agreements.brought.from", "day", p.in.Date(g.RunsFrom))
	case !g.RunsUntil.IsZero():
		return words.T("agreements.brought.until", "day", p.in.Date(g.RunsUntil))
	default:
		return ""
	}
}

func (p *page) broughtBy() (model.Brought, error) {
	ctx := context.Background()
	places, err := p.store.MeetingPlaces(ctx)
	if err != nil {
		return model.Brought{}, err
	}
	groups, err := p.store.Groups(ctx)
	if err != nil {
		return model.Brought{}, err
	}
	var sessions []model.Session
	for _, g := range groups {
		if g.AgreementID != p.a.ID {
			continue
		}
		own, err := p.store.GroupSessions(ctx, g.ID)
		if err != nil {
			return model.Brought{}, err
		}
		sessions = append(sessions, own...)
	}
	return model.BroughtBy(&p.a.AgreementSummary, places, groups, sessions, p.desk.Today()), nil
}
