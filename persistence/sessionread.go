package persistence

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kumppani/model"
)

// The leaders of a session and its own counts, as one text each.
const (
	sessionLeaders = "(SELECT group_concat(position || ':' || leader_id, ',') FROM session_leader WHERE session_id = session.id)"
	sessionOwn     = "(SELECT group_concat(category_id || ':' || visitors, ',') FROM session_count WHERE session_id = session.id)"
)

// heldBetween selects the sessions from a day to another. They are looked up in the order in which they stand in the file:
// day by day, each would be on another page than the one before.
const heldBetween = " WHERE rowid IN (SELECT rowid FROM session WHERE held_on BETWEEN ? AND ?)"

// readSessions reads the sessions that a condition selects, by day and time. There may be ten thousand of them: they come
// as one text.
func readSessions(ctx context.Context, q querier, where string, args ...any) ([]model.Session, error) {
	var out []model.Session
	var s model.Session
	own := sessionOwn
	var counted bool
	if err := q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM session_count)").Scan(&counted); err != nil {
		return nil, err
	}
	if !counted { // few centres have categories of their own, and looking for them session by session takes time
		own = "NULL"
	}
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
		table: "session", columns: "id, " + sessionValues + ", " + sessionLeaders + ", " + own,
		line:  "concat_ws(char(31), register_line, ifnull(" + sessionLeaders + ", ''), ifnull(" + own + ", ''))",
		where: where, args: args, dates: map[string]model.Date{},
	}
	err := packed.each(ctx, q, targets, func(rows int) {
		if out == nil {
			out = make([]model.Session, 0, rows)
		}
		out = append(out, s)
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(out, func(a, b model.Session) int {
		return cmp.Or(a.Date.Compare(b.Date), -a.From.MinutesUntil(b.From), -a.Until.MinutesUntil(b.Until), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
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

// leadersInSession reads leaders with their positions, "1:<ID>,0:<ID>". The sessions of a group mostly have the same.
type leadersInSession struct {
	known map[string][]model.ID
	to    *[]model.ID
}

// Scan implements sql.Scanner.
func (r leadersInSession) Scan(value any) error {
	s, _ := value.(string)
	*r.to = slices.Clone(once(r.known, s, func(s string) []model.ID {
		pairs := pairsOf(s)
		slices.SortFunc(pairs, func(a, b [2]string) int { return number(a[0]) - number(b[0]) })
		var out []model.ID
		for _, p := range pairs {
			out = append(out, model.ID(p[1]))
		}
		return out
	}))
	return nil
}

// ownInSession reads visitors by category, "<ID>:12,<ID>:3".
type ownInSession struct{ to *map[model.ID]int }

// Scan implements sql.Scanner.
func (r ownInSession) Scan(value any) error {
	*r.to = nil
	s, _ := value.(string)
	for i, p := range pairsOf(s) {
		if i == 0 {
			*r.to = map[model.ID]int{}
		}
		(*r.to)[model.ID(p[0])] = number(p[1])
	}
	return nil
}

// pairsOf takes "a:b,c:d" apart.
func pairsOf(s string) [][2]string {
	if s == "" {
		return nil
	}
	var out [][2]string
	for one := range strings.SplitSeq(s, ",") {
		a, b, _ := strings.Cut(one, ":")
		out = append(out, [2]string{a, b})
	}
	return out
}
