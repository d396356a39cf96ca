package meetings

import (
	"context"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/lists"
)

// list gives the places as the list shows them.
func (v *placesView) list() {
	r := v.s.records
	rows := kit.Shown(v.register, func(e placeEntry) lists.Place {
		return lists.Place{Of: e.of, Municipality: e.town, Host: r.OrganisationName(e.of.HostID), Groups: e.groups}
	})
	v.s.desk.Give(v.s.desk.About(v.register.Narrowed()).Places(rows))
}

// list gives the groups as the list shows them.
func (v *groupsView) list() {
	r := v.s.records
	rows := kit.Shown(v.register, func(e *groupEntry) lists.Group {
		g := lists.Group{Of: e.of, Place: r.PlaceName(e.of.PlaceID), Municipality: e.town}
		for _, id := range e.of.Organisers {
			g.Organisers = append(g.Organisers, r.OrganisationName(id))
		}
		for _, id := range e.of.Leaders {
			g.Leaders = append(g.Leaders, r.LeaderName(id))
		}
		return g
	})
	v.s.desk.Give(v.s.desk.About(v.register.Narrowed()).Groups(rows))
}

// list gives the seasons as the list shows them, each with what became of its sessions.
func (v *seasonsView) list() {
	var failed error
	rows := kit.Shown(v.register, func(e seasonEntry) lists.Season {
		sessions, err := v.s.store.SeasonSessions(context.Background(), e.of.ID)
		if err != nil {
			failed = err
		}
		return lists.Season{Of: e.of, Total: model.TotalCounts(sessions, v.s.desk.Today())}
	})
	if failed != nil {
		v.s.desk.Fail(failed, nil)
		return
	}
	v.s.desk.Give(v.s.desk.About(v.register.Narrowed()).Seasons(rows))
}

// list gives the closures as the list shows them.
func (v *closuresView) list() {
	rows := kit.Shown(v.register, func(e closureEntry) lists.Closure { return lists.Closure{Of: e.of, Concerned: e.concerned} })
	v.s.desk.Give(v.s.desk.About(v.register.Narrowed()).Closures(rows))
}

// list gives the partners' calendars as the list shows them.
func (v *partnersView) list() {
	rows := kit.Shown(v.register, func(c *model.PartnerCalendar) lists.PartnerCalendar {
		return lists.PartnerCalendar{Of: c, Place: v.s.records.PlaceName(c.PlaceID)}
	})
	v.s.desk.Give(v.s.desk.About(v.register.Narrowed()).PartnerCalendars(rows))
}
