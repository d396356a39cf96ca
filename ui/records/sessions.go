package records

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

// sessionRecord is everything that is stored of a session, with where it stands on the day.
func sessionRecord(in words.In, x model.Session, m Meetings) Record {
	r := &Record{in: in, main: model.Language(in)}
	g := m.GroupOf[x.GroupID]
	r.id("id", x.ID)
	r.name("group", g.Name.Best(r.main))
	r.id("group_id", x.GroupID)
	code(r, "type", "group.type", g.Type)
	r.flag("public", g.Public)
	r.name("season", m.season(x.SeasonID).Name.Best(r.main))
	r.id("season_id", x.SeasonID)
	r.date("date", x.Date)
	weekday(r, x.Date)
	isoWeek(r, x.Date)
	r.clock("from", x.From)
	r.clock("until", x.Until)
	r.date("slot_on", x.SlotOn)
	r.flag("moved", x.Moved())
	m.place(r, x.PlaceID)
	m.leaders(r, x.Leaders)
	codes(r, "pair_gaps", "group.gap", model.PairGaps(x.Leaders, m.LeaderOf))
	r.text("theme", x.Theme)
	r.text("guest", x.Guest)
	code(r, "status", "session.status", x.StatusOn(m.Today))
	r.text("reason", x.Reason)
	r.name("closed_by", m.closure(x.ClosedBy).Reason.Best(r.main))
	r.id("closed_by_id", x.ClosedBy)
	r.flag("edited", x.Edited)
	r.count("adults", x.Counts.Adults)
	r.count("children", x.Counts.Children)
	r.count("new", x.Counts.New)
	r.count("men", x.Counts.Men)
	r.count("visits", x.Counts.Visits())
	nested(r, "own_counts", slices.Sorted(maps.Keys(x.Counts.Own)), func(r *Record, id model.ID) string {
		name := m.category(id).Best(r.main)
		r.id("id", id)
		r.name("name", name)
		r.number("count", int64(x.Counts.Own[id]))
		return fmt.Sprintf("%s: %d", cmp.Or(name, string(id)), x.Counts.Own[id])
	})
	r.number("sequence", int64(x.Sequence))
	return *r
}

func (m Meetings) season(id model.ID) model.Season {
	i := slices.IndexFunc(m.Seasons, func(s model.Season) bool { return s.ID == id })
	if i < 0 {
		return model.Season{}
	}
	return m.Seasons[i]
}

func (m Meetings) closure(id model.ID) model.Closure {
	i := slices.IndexFunc(m.Closures, func(c model.Closure) bool { return c.ID == id })
	if i < 0 {
		return model.Closure{}
	}
	return m.Closures[i]
}

// category is the name of one of the centre's own categories of visitors.
func (m Meetings) category(id model.ID) model.Text {
	i := slices.IndexFunc(m.Policy.Categories, func(c model.CountCategory) bool { return c.ID == id })
	if i < 0 {
		return model.Text{}
	}
	return m.Policy.Categories[i].Name
}
