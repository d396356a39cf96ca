package persistence

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kumppani/model"
)

// leaderPart is one of the lists of a leader: how its rows are written and read.
type leaderPart[T any] struct {
	table   string
	columns string // besides ID, leader and position; in the order of values and into
	items   func(*model.Leader) *[]T
	id      func(*T) *model.ID
	values  func(*T) []any
	into    func(*T) []any // what a row is scanned into
}

// leaderList is a leaderPart of any type.
type leaderList interface {
	prepare(l *model.Leader)
	save(ctx context.Context, q querier, l model.Leader) error
	read(ctx context.Context, q querier, into []model.Leader, s packedSelect) error
	move(ctx context.Context, q querier, from, to model.ID) error
}

var leaderLists = []leaderList{
	leaderPart[model.LeaderStatus]{
		table: "leader_status", columns: "state, from_on, reason",
		items:  func(l *model.Leader) *[]model.LeaderStatus { return &l.Statuses },
		id:     func(s *model.LeaderStatus) *model.ID { return &s.ID },
		values: func(s *model.LeaderStatus) []any { return []any{string(s.State), dateValue(s.From), s.Reason} },
		into:   func(s *model.LeaderStatus) []any { return []any{readText(&s.State), readDate{&s.From}, &s.Reason} },
	},
	leaderPart[model.LeaderTask]{
		table: "leader_task",
		columns: "kind, description, organisation_id, from_on, until_on, check_need, check_consent_on, check_issued_on," +
			" check_seen_on, check_seen_by",
		items: func(l *model.Leader) *[]model.LeaderTask { return &l.Tasks },
		id:    func(t *model.LeaderTask) *model.ID { return &t.ID },
		values: func(t *model.LeaderTask) []any {
			c := t.Check
			return []any{
				string(t.Kind), t.Description, idValue(t.OrganisationID), dateValue(t.From), dateValue(t.Until), string(c.Need),
				dateValue(c.ConsentOn), dateValue(c.ExtractIssued), dateValue(c.SeenOn), c.SeenBy,
			}
		},
		into: func(t *model.LeaderTask) []any {
			c := &t.Check
			return []any{
				readText(&t.Kind), &t.Description,
				readID{&t.OrganisationID},
				readDate{&t.From},
				readDate{&t.Until},
				readText(&c.Need),
				readDate{&c.ConsentOn},
				readDate{&c.ExtractIssued},
				readDate{&c.SeenOn},
				&c.SeenBy,
			}
		},
	},
	leaderPart[model.Absence]{
		table: "leader_absence", columns: "title, from_on, until_on",
		items:  func(l *model.Leader) *[]model.Absence { return &l.Absences },
		id:     func(a *model.Absence) *model.ID { return &a.ID },
		values: func(a *model.Absence) []any { return []any{a.Title, dateValue(a.From), dateValue(a.Until)} },
		into:   func(a *model.Absence) []any { return []any{&a.Title, readDate{&a.From}, readDate{&a.Until}} },
	},
	leaderPart[model.Fulfilment]{
		table: "leader_fulfilment", columns: "requirement_id, done_on, version",
		items:  func(l *model.Leader) *[]model.Fulfilment { return &l.Completed },
		id:     func(x *model.Fulfilment) *model.ID { return &x.ID },
		values: func(x *model.Fulfilment) []any { return []any{string(x.RequirementID), dateValue(x.On), x.Version} },
		into:   func(x *model.Fulfilment) []any { return []any{readID{&x.RequirementID}, readDate{&x.On}, &x.Version} },
	},
	leaderPart[model.Waiver]{
		table: "leader_waiver", columns: "requirement_id, programme_id, reason, until_on",
		items: func(l *model.Leader) *[]model.Waiver { return &l.Waivers },
		id:    func(w *model.Waiver) *model.ID { return &w.ID },
		values: func(w *model.Waiver) []any {
			return []any{string(w.RequirementID), idValue(w.ProgrammeID), w.Reason, dateValue(w.Until)}
		},
		into: func(w *model.Waiver) []any {
			return []any{readID{&w.RequirementID}, readID{&w.ProgrammeID}, &w.Reason, readDate{&w.Until}}
		},
	},
	leaderPart[model.Elsewhere]{
		table: "leader_elsewhere", columns: "programme_id, completed_on, place, hours",
		items: func(l *model.Leader) *[]model.Elsewhere { return &l.Elsewhere },
		id:    func(e *model.Elsewhere) *model.ID { return &e.ID },
		values: func(e *model.Elsewhere) []any {
			return []any{string(e.ProgrammeID), dateValue(e.On), e.Where, amountValue(e.Hours)}
		},
		into: func(e *model.Elsewhere) []any {
			return []any{readID{&e.ProgrammeID}, readDate{&e.On}, &e.Where, readAmount{&e.Hours}}
		},
	},
	leaderPart[model.LeaderEntry]{
		table: "leader_entry", columns: "kind, entered_on, amount, note",
		items: func(l *model.Leader) *[]model.LeaderEntry { return &l.Entries },
		id:    func(e *model.LeaderEntry) *model.ID { return &e.ID },
		values: func(e *model.LeaderEntry) []any {
			return []any{string(e.Kind), dateValue(e.On), amountValue(e.Amount), e.Note}
		},
		into: func(e *model.LeaderEntry) []any {
			return []any{readText(&e.Kind), readDate{&e.On}, readAmount{&e.Amount}, &e.Note}
		},
	},
}

// prepare gives IDs to those that have none, in a list of its own.
func (p leaderPart[T]) prepare(l *model.Leader) { giveIDs(p.items(l), p.id) }

func (p leaderPart[T]) save(ctx context.Context, q querier, l model.Leader) error {
	var rows []row
	items := *p.items(&l)
	for i := range items {
		rows = append(rows, row{*p.id(&items[i]), append([]any{int64(i)}, p.values(&items[i])...)})
	}
	t := table{name: p.table, parent: "leader_id", key: "id", columns: "position, " + p.columns}
	return t.sync(ctx, q, l.ID, rows)
}

// read fills the lists of the leaders from the rows that s selects. The lists stand in one array.
func (p leaderPart[T]) read(ctx context.Context, q querier, into []model.Leader, s packedSelect) error {
	at := make(map[model.ID]int, len(into))
	for i := range into {
		at[into[i].ID] = i
	}
	s.table, s.columns = p.table, "leader_id, position, id, "+p.columns
	type place struct{ leader, position, row int }
	var owner model.ID
	var position model.Count
	var item T
	var places []place
	var items []T
	targets := append([]any{readID{&owner}, readCount{&position}, readID{p.id(&item)}}, p.into(&item)...)
	err := s.each(ctx, q, targets, func(rows int) {
		if items == nil {
			places, items = make([]place, 0, rows), make([]T, 0, rows)
		}
		if i, known := at[owner]; known { // otherwise a damaged file; Check tells, and the rest opens
			places = append(places, place{i, position.N, len(items)})
			items = append(items, item)
		}
	})
	if err != nil {
		return err
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.leader, b.leader), cmp.Compare(a.position, b.position), cmp.Compare(a.row, b.row))
	})
	all := make([]T, len(items))
	for first := 0; first < len(places); {
		next := first
		for ; next < len(places) && places[next].leader == places[first].leader; next++ {
			all[next] = items[places[next].row]
		}
		*p.items(&into[places[first].leader]) = all[first:next:next]
		first = next
	}
	return nil
}

// move makes the rows of one leader those of another.
func (p leaderPart[T]) move(ctx context.Context, q querier, from, to model.ID) error {
	_, err := q.ExecContext(ctx, "UPDATE "+p.table+" SET leader_id = ? WHERE leader_id = ?", to, from)
	return err
}

// packedSelect reads rows of a table as one text, because handing columns over from SQLite one by one costs more than
// finding them (see lines). Unknown and empty are the same in it.
type packedSelect struct {
	table, columns string
	line           string // the row as one text; made of the columns when empty
	where          string
	args           []any
	dates          map[string]model.Date // those that were read before: the same few days come again and again
}

// each scans one row after the other into the targets, and calls next after each with how many there are. They come in no order: to have SQLite
// sort them takes twice as long as reading them.
func (s packedSelect) each(ctx context.Context, q querier, targets []any, next func(rows int)) error {
	line := "register_line" // which has the same columns: see the migrations
	switch {
	case s.line != "":
		line = s.line
	case s.where != "": // one leader, whose columns are listed without sort and ID
		line = "concat_ws(char(31), ifnull(" + strings.ReplaceAll(s.columns, ", ", ", ''), ifnull(") + ", ''))"
	}
	var count int
	var joined string
	err := q.QueryRowContext(ctx, "SELECT count(*), ifnull(group_concat("+line+", char(30)), '') FROM "+s.table+s.where, s.args...).Scan(&count, &joined)
	if err != nil || count == 0 {
		return err
	}
	rows := strings.Split(joined, lineSeparator)
	if !whole(rows, count, len(targets)) { // somebody's text has a separator in it
		return s.eachRow(ctx, q, targets, func() { next(count) })
	}
	r := packedRow{dates: s.dates}
	for _, r.rest = range rows {
		if err := r.Scan(targets...); err != nil {
			return err
		}
		next(count)
	}
	return nil
}

// whole reports whether there are so many lines of so many columns.
func whole(rows []string, lines, columns int) bool {
	if len(rows) != lines {
		return false
	}
	for _, r := range rows {
		if strings.Count(r, separator) != columns-1 {
			return false
		}
	}
	return true
}

func (s packedSelect) eachRow(ctx context.Context, q querier, targets []any, next func()) error {
	rows, err := q.QueryContext(ctx, "SELECT "+s.columns+" FROM "+s.table+s.where, s.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		next()
	}
	return rows.Err()
}
