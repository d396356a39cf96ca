package persistence

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"kumppani/model"
)

// heldBetween selects the sessions from a day to another. They are looked up in the order in which they stand in the file:
// day by day, each would be on another page than the one before.
const heldBetween = " WHERE rowid IN (SELECT rowid FROM session WHERE held_on BETWEEN ? AND ?)"

// readSessions reads the sessions that a condition selects, by day and time. There may be ten thousand of them: they come
// as one text.
func readSessions(ctx context.Context, q querier, where string, args ...any) ([]model.Session, error) {
	var out []model.Session
	var s model.Session
	clocks := map[string]model.Clock{}
	targets := []any{
		readID{&s.ID},
		readID{&s.GroupID},
		readID{&s.SeasonID},
		readDate{&s.SlotOn},
		readDate{&s.Date},
		readClockOnce{clocks, &s.From},
		readClockOnce{clocks, &s.Until},
		readID{&s.PlaceID},
		&s.Theme, &s.Guest,
		readText(&s.State), &s.Reason,
		readID{&s.ClosedBy},
		&s.Edited,
		readCount{&s.Counts.Adults},
		readCount{&s.Counts.Children},
		readCount{&s.Counts.New},
		readCount{&s.Counts.Men},
		readNumber{&s.Sequence},
		leadersInSession{map[string][]model.ID{}, &s.Leaders},
		ownInSession{&s.Counts.Own},
	}
	packed := packedSelect{
		table: "session", columns: "id, " + sessionValues, line: "register_line", where: where, args: args,
		dates: map[string]model.Date{},
	}
	err := packed.each(ctx, q, targets, func(rows int) {
		if out == nil {
			out = make([]model.Session, 0, rows)
		}
		out = append(out, s)
	})
	if err != nil || len(out) == 0 {
		return nil, err
	}
	// Sorted by where they stand: a session is too large to be moved about.
	order := make([]int, len(out))
	for i := range out {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return out[i].Compare(&out[j])
	})
	sorted := make([]model.Session, len(out))
	for to, from := range order {
		sorted[to] = out[from]
	}
	return sorted, nil
}

// readSession reads one session, CodeNotFound when there is none.
func readSession(ctx context.Context, q querier, id model.ID) (model.Session, error) {
	all, err := readSessions(ctx, q, " WHERE id = ?", string(id))
	if err != nil || len(all) == 0 {
		return model.Session{}, cmp.Or(err, notFound(id))
	}
	return all[0], nil
}

// readClockOnce reads a time of day that may have been read before.
type readClockOnce struct {
	known map[string]model.Clock
	to    *model.Clock
}

// Scan implements sql.Scanner.
func (r readClockOnce) Scan(value any) error {
	s, _ := value.(string)
	*r.to = once(r.known, s, func(s string) model.Clock {
		c, _ := model.ParseClock(s) // as with readClock
		return c
	})
	return nil
}

// readNumber reads an INTEGER, also from a packed row.
type readNumber struct{ to *int }

// Scan implements sql.Scanner.
func (r readNumber) Scan(value any) error {
	switch v := value.(type) {
	case int64:
		*r.to = int(v)
	case string:
		*r.to = number(v)
	}
	return nil
}

// leadersInSession reads the leaders of a session, "<ID>,<ID>". The sessions of a group mostly have the same.
type leadersInSession struct {
	known map[string][]model.ID
	to    *[]model.ID
}

// Scan implements sql.Scanner.
func (r leadersInSession) Scan(value any) error {
	s, _ := value.(string)
	*r.to = slices.Clone(once(r.known, s, codesOf[model.ID]))
	return nil
}

// ownInSession reads visitors by category, "<ID>:12,<ID>:3".
type ownInSession struct{ to *map[model.ID]int }

// Scan implements sql.Scanner.
func (r ownInSession) Scan(value any) error {
	s, _ := value.(string)
	*r.to = nil
	if s == "" {
		return nil
	}
	*r.to = make(map[model.ID]int, strings.Count(s, ",")+1)
	for one := range strings.SplitSeq(s, ",") {
		category, visitors, _ := strings.Cut(one, ":")
		(*r.to)[model.ID(category)] = number(visitors)
	}
	return nil
}

// ownValue is visitors by category as they are kept.
func ownValue(own map[model.ID]int) string {
	parts := make([]string, 0, len(own))
	for _, category := range slices.Sorted(maps.Keys(own)) {
		parts = append(parts, string(category)+":"+strconv.Itoa(own[category]))
	}
	return strings.Join(parts, ",")
}
