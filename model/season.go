package model

import "context"

// Season is a named period in which groups meet.
type Season struct {
	ID    ID
	Name  Text // required in one language: "Syksy 2026"
	From  Date // required
	Until Date // required
	Eves  bool // nothing is held on Midsummer Eve and Christmas Eve
}

// Check returns what is amiss in the season; others are those kept already.
func (s Season) Check(others []Season) []Problem {
	var p problems
	p.required("name", s.Name.Best(Finnish))
	p.texts("name", s.Name, MaxName)
	if s.From.IsZero() {
		p.refuse("from", "required")
	}
	if s.Until.IsZero() {
		p.refuse("until", "required")
	}
	p.order("until", s.From, s.Until)
	if !s.From.IsZero() && s.From.DaysUntil(s.Until) > 400 {
		p.warn("until", "long_season")
	}
	for _, o := range others {
		if o.ID != s.ID && !s.From.IsZero() && !s.Until.IsZero() && !o.Until.Before(s.From) && !s.Until.Before(o.From) {
			p.warn("from", "seasons_overlap", "season", o.Name.Best(Finnish))
		}
	}
	return p
}

// SeasonOf is the season to which the day belongs, and false when it belongs to none.
func SeasonOf(all []Season, day Date) (Season, bool) {
	for _, s := range all {
		if !day.Before(s.From) && !day.After(s.Until) {
			return s, true
		}
	}
	return Season{}, false
}

// SeasonOn is the season of the day, or else the next to come, and false when there is none; all are the latest first.
func SeasonOn(all []Season, day Date) (Season, bool) {
	for i := len(all) - 1; i >= 0; i-- {
		if !all[i].Until.Before(day) {
			return all[i], true
		}
	}
	return Season{}, false
}

// Seasons keeps the seasons. Every method is one transaction.
type Seasons interface {
	// Seasons returns all of them, the latest first.
	Seasons(ctx context.Context) ([]Season, error)
	// SaveSeason keeps a new season or a changed one. CodeInvalid when Check refuses it.
	SaveSeason(ctx context.Context, s Season) (Season, error)
	// DeleteSeason removes one without sessions; CodeInUse otherwise.
	DeleteSeason(ctx context.Context, id ID) error
}
