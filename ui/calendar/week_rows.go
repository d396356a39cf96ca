package calendar

import (
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// weekRow is a row of the week by place or by leader: one of the two, or neither for what has none.
type weekRow struct {
	place  model.ID
	leader model.ID
	name   string
	note   string
}

// drawLines shows the week by place or by leader.
func (v *weekView) drawLines() {
	v.rows = v.placeRows()
	if v.form == byLeader {
		v.rows = v.leaderRows()
	}
	columns, rows := v.lineParts()
	v.lines.Set(columns, rows)
}

// placeRows are the places that the lens shows, those without a session too: that is where there is room.
func (v *weekView) placeRows() []weekRow {
	r, used, none := v.s.records, map[model.ID]bool{}, false
	for _, i := range v.agenda.shown {
		id := v.agenda.all[i].PlaceID
		_, known := r.PlaceOf[id]
		used[id], none = true, none || !known
	}
	narrowed := v.s.lens.leader != "" || v.s.lens.organiser != ""
	var out []weekRow
	for _, p := range r.Places {
		if used[p.ID] || !narrowed && v.s.lens.has(p.ID, r) && !p.EndedBy(v.monday) {
			out = append(out, weekRow{place: p.ID, name: r.PlaceName(p.ID), note: r.towns.Name(p.Municipality)})
		}
	}
	if none {
		out = append(out, weekRow{name: words.T("calendar.grid.no_place")})
	}
	return out
}

// leaderRows are those who lead something of what is shown, alphabetically; what nobody leads stands first.
func (v *weekView) leaderRows() []weekRow {
	r, leads, nobody := v.s.records, map[model.ID]bool{}, false
	for _, i := range v.agenda.shown {
		x := v.agenda.all[i]
		nobody = nobody || len(x.Leaders) == 0
		for _, id := range x.Leaders {
			leads[id] = true
		}
	}
	var out []weekRow
	if nobody {
		out = append(out, weekRow{name: words.T("calendar.grid.no_leader")})
	}
	for _, l := range r.Leaders {
		if leads[l.ID] && (v.s.lens.leader == "" || v.s.lens.leader == l.ID) {
			kind := words.Code(words.In(words.Current()), "leader.kind", l.Kind)
			out = append(out, weekRow{leader: l.ID, name: v.s.desk.Person(r.LeaderName(l.ID)), note: kind})
		}
	}
	return out
}

// has reports whether a session belongs to the row.
func (w weekRow) has(x *model.Session, form weekForm, r *records) bool {
	if form == byLeader {
		return w.leader != "" && x.Led(w.leader) || w.leader == "" && len(x.Leaders) == 0
	}
	if w.place == "" {
		_, known := r.PlaceOf[x.PlaceID]
		return !known
	}
	return x.PlaceID == w.place
}

// lineParts makes what the grid of rows shows.
func (v *weekView) lineParts() ([]kit.GridColumn, []kit.CellRow) {
	s, a := v.s, v.agenda
	columns := make([]kit.GridColumn, 7)
	for i := range columns {
		columns[i] = s.dayColumn(v.monday.AddDays(i), a)
		columns[i].Narrow = i > 4
	}
	blocks := make([]kit.Block, len(a.all))
	for _, i := range a.shown {
		blocks[i] = s.block(a.all[i], a, false)
		if v.form == byLeader {
			blocks[i].Title += " · " + s.records.PlaceName(a.all[i].PlaceID)
		}
		columns[v.monday.DaysUntil(a.all[i].Date)].Narrow = false
	}
	rows := make([]kit.CellRow, len(v.rows))
	for n, w := range v.rows {
		cells := make([]kit.Cell, 7)
		for i := range cells {
			day := v.monday.AddDays(i)
			cells[i].Closed = columns[i].Closed || v.closedThere(w, day)
		}
		for _, i := range a.shown {
			if x := &a.all[i]; w.has(x, v.form, s.records) {
				c := &cells[v.monday.DaysUntil(x.Date)]
				c.Blocks = append(c.Blocks, blocks[i])
			}
		}
		rows[n] = kit.CellRow{Name: w.name, Note: w.note, Cells: cells}
	}
	return columns, rows
}

// closedThere reports whether the place of a row is closed on the day.
func (v *weekView) closedThere(w weekRow, day model.Date) bool {
	if w.place == "" {
		return false
	}
	only := lens{place: w.place}
	return slices.ContainsFunc(v.s.records.Closures, func(c model.Closure) bool {
		return c.Covers(day) && c.Scope != model.ClosedOrganiser && only.touches(c, v.s.records)
	})
}

// cellText says a row on a day, what closes it, and what partners have there.
func (v *weekView) cellText(row, column int) string {
	w, day, r := v.rows[row], v.monday.AddDays(column), v.s.records
	said := []string{weekdayAndDate(day), w.name}
	if w.place != "" {
		only := lens{place: w.place}
		for _, c := range r.Closures {
			if c.Covers(day) && only.touches(c, r) {
				said = append(said, words.Joined(c.Reason.Best(words.Current()), r.closedWhat(c)))
			}
		}
		for _, e := range v.agenda.events {
			if e.PlaceID == w.place && e.Date == day {
				said = append(said, strings.TrimSpace(e.Title+" "+words.In(words.Current()).ClockRange(e.From, e.Until)))
			}
		}
	}
	return words.Joined(said...)
}

// tellCell says below the grid what the keyboard or the mouse stands on.
func (v *weekView) tellCell(row, column int, key string) {
	v.detail.SetText(v.lineText(row, column, key))
}

// lineText says a session, the day of a head, or a row on a day.
func (v *weekView) lineText(row, column int, key string) string {
	x, known := v.agenda.find(model.ID(key))
	switch {
	case known:
		return v.s.describe(x, v.agenda)
	case row < 0:
		return v.s.dayText(v.monday.AddDays(column), v.agenda)
	case row < len(v.rows):
		return v.cellText(row, column)
	}
	return ""
}

// narrowTo looks at the place or the leader of a row alone.
func (v *weekView) narrowTo(row int) {
	l := v.s.lens
	if w := v.rows[row]; w.place != "" {
		l.place = w.place
	} else if w.leader != "" {
		l.leader = w.leader
	}
	v.bar.set(l)
}
