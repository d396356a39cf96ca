package importing

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
	"kumppani/ui/words"
)

// counted is a session whose visitors a row has counted.
type counted struct {
	model.Session
	notHeld bool // a row says so
}

// sessions reads the sessions of the days of the file.
func (d *Draft) sessions(ctx context.Context) ([]model.Session, error) {
	column := slices.IndexFunc(d.Columns, func(c Column) bool { return c.Field == On })
	var first, last model.Date
	if column >= 0 {
		for _, row := range d.body {
			day, trouble := d.facts.dateOf(row.Cell(d.Columns[column].index))
			if trouble != nil || day.IsZero() {
				continue
			}
			if first.IsZero() || day.Before(first) {
				first = day
			}
			if day.After(last) {
				last = day
			}
		}
	}
	if first.IsZero() { // known by their IDs alone
		first, last = model.MustDate("1000-01-01"), model.MustDate("9999-12-31")
	}
	return d.facts.store.Sessions(ctx, first, last)
}

// countKind is the visitors of sessions that are in the calendar.
func countKind(x *records, sessions []model.Session) kindOf[counted] {
	known := make(map[model.ID]counted, len(sessions))
	onDay := map[model.Date][]model.ID{}
	for _, s := range sessions {
		known[s.ID] = counted{Session: s}
		onDay[s.Date] = append(onDay[s.Date], s.ID)
	}
	attributes := []attribute[counted]{
		numberAt(Adults, func(c *counted) *model.Count { return &c.Counts.Adults }),
		numberAt(Children, func(c *counted) *model.Count { return &c.Counts.Children }),
		numberAt(New, func(c *counted) *model.Count { return &c.Counts.New }),
		numberAt(Men, func(c *counted) *model.Count { return &c.Counts.Men }),
	}
	for _, category := range x.f.Policy.Counted() {
		attributes = append(attributes, ownCount(category.ID))
	}
	attributes = append(attributes, x.notHeld(), x.reason(known))
	says := func(f Field) bool {
		return slices.ContainsFunc(attributes, func(a attribute[counted]) bool { return a.field == f })
	}
	return kindOf[counted]{
		tells:      cancelled,
		attributes: attributes,
		known:      known,
		idle: func(r *Row) bool {
			return !slices.ContainsFunc(slices.Collect(maps.Keys(r.cells)), says)
		},
		find:  func(r *Row) found { return x.session(r, known, onDay) },
		fresh: func(id model.ID) counted { return counted{Session: model.Session{ID: id}} },
		end: func(r *Row, c *counted, _ bool) {
			if c.notHeld && c.Counts.Entered() {
				code := "not_held_but_counted"
				if known[c.ID].Counts.Entered() {
					code = "counted_already"
				}
				r.Troubles = append(r.Troubles, Trouble{Field: NotHeld, Text: r.cells[NotHeld].Text, Code: code, Fatal: true})
			}
			if c.Counts.Entered() && c.Date.After(x.f.Today) {
				r.Troubles = append(r.Troubles, Trouble{Field: On, Text: x.f.In.Date(c.Date), Code: "problem.in_future", Kept: true})
			}
		},
		check: func(c *counted) []model.Problem { return c.Session.Check() },
		learn: func(*counted) {},
		label: func(c *counted) string { return x.sessionName(c.Session) },
		put: func(b *model.ImportBatch, c counted) {
			count := model.ImportedCount{SessionID: c.ID, Counts: c.Counts, NotHeld: c.notHeld}
			if c.notHeld {
				count.Counts, count.Reason = model.Counts{}, c.Session.Reason
			}
			b.Counts = append(b.Counts, count)
		},
	}
}

// sessionName is what a session is called in a list.
func (x *records) sessionName(s model.Session) string {
	l := x.f.language(x.f.In)
	return words.Joined(x.f.In.Date(s.Date), x.f.In.Clock(s.From), x.f.Groups[s.GroupID].Name.Best(l), x.f.Places.Name(s.PlaceID, l))
}

// session finds the session that a row is about: by its ID, else by its day and the group or the place, and the time where
// there are several.
func (x *records) session(r *Row, known map[model.ID]counted, onDay map[model.Date][]model.ID) found {
	if id := model.ID(r.cells[SessionID].Text); known[id].ID != "" {
		return found{id: id}
	}
	fail := func(field Field, code, text string, args ...any) found {
		t := wrong(code, text, args...)
		t.Field = field
		return found{trouble: t}
	}
	if _, said := r.cells[On]; !said {
		return fail(SessionID, "no_session_id", r.cells[SessionID].Text)
	}
	on, trouble := x.f.dateOf(r.cells[On])
	if trouble != nil {
		trouble.Field = On
		return found{trouble: trouble}
	}
	group, place := r.cells[GroupName].Text, r.cells[PlaceName].Text
	if group != "" && len(x.groups[model.Fold(group)]) == 0 {
		return fail(GroupName, "no_group", group)
	}
	if place != "" && len(x.places[model.Fold(place)]) == 0 {
		return fail(PlaceName, "no_place", place)
	}
	at, _ := clockOf(r.cells[From]) // what cannot be read tells nothing apart
	all := slices.DeleteFunc(slices.Clone(onDay[on]), func(id model.ID) bool {
		s := known[id]
		return (group != "" && !slices.Contains(x.groups[model.Fold(group)], s.GroupID)) ||
			(place != "" && !slices.Contains(x.places[model.Fold(place)], s.PlaceID)) ||
			(!at.IsZero() && at != s.From)
	})
	if held := slices.DeleteFunc(slices.Clone(all), func(id model.ID) bool {
		return known[id].Session.State == model.SessionCancelled
	}); len(held) > 0 {
		all = held
	}
	if len(all) == 0 {
		return fail(On, "no_session", x.f.In.Date(on), "name", words.Joined(x.f.In.Clock(at), group, place))
	}
	return chosen(all, func(id model.ID) Candidate { return Candidate{ID: id, Name: x.sessionName(known[id].Session)} })
}

// ownCount is the visitors of a category of the centre's own.
func ownCount(id model.ID) attribute[counted] {
	return attribute[counted]{
		Field(ownPrefix + string(id)),
		func(_ *Row, c *counted, v spreadsheet.Value) *Trouble {
			n, trouble := countOf(v)
			if trouble != nil {
				return trouble
			}
			c.Counts.Own = maps.Clone(c.Counts.Own)
			if c.Counts.Own == nil {
				c.Counts.Own = map[model.ID]int{}
			}
			c.Counts.Own[id] = n.N
			return nil
		},
		func(c *counted) string {
			n, entered := c.Counts.Own[id]
			return model.Count{N: n, Known: entered}.String()
		},
	}
}

// heldWords are answers to whether a session was not held, besides yes and no, folded.
var heldWords = map[string]bool{
	"pidetty": false, "pidettiin": false, "holls": false, "held": false,
	"ei pidetty": true, "ei pidetty.": true, "holls inte": true, "not held": true, "peruttu": true, "installd": true, "cancelled": true, "canceled": true,
}

// unsure are answers that are none, folded.
var unsure = strings.Fields("ehka kanske maybe perhaps")

// notHeld is that nobody met: a cross or a yes; any other words are the reason. A no changes nothing.
func (x *records) notHeld() attribute[counted] {
	return attribute[counted]{
		NotHeld,
		func(r *Row, c *counted, v spreadsheet.Value) *Trouble {
			yes, unclear := yesOf(v)
			word := model.Fold(v.Text)
			if not, known := heldWords[word]; known {
				yes, unclear = not, nil
			}
			switch {
			case unclear == nil && !yes:
				return nil
			case unclear != nil && (slices.Contains(unsure, word) || !strings.ContainsFunc(word, unicode.IsLetter)):
				unclear.Fatal = !hasVisitors(r)
				return unclear
			case c.Session.State == model.SessionCancelled:
				return nil
			}
			c.Session.State, c.notHeld = model.SessionCancelled, true
			if _, said := r.cells[Reason]; unclear != nil && !said && !strings.EqualFold(v.Text, codeWord(x.f, "session.status", model.StatusCancelled)) {
				c.Session.Reason = v.Text
			}
			return nil
		},
		func(c *counted) string {
			if c.Session.State != model.SessionCancelled {
				return ""
			}
			return codeWord(x.f, "session.status", model.StatusCancelled)
		},
	}
}

// reason is why a session was not held. Without a mark in the row that it was not, a reason is not taken: whether it is one
// is for a person to say.
func (x *records) reason(known map[model.ID]counted) attribute[counted] {
	return attribute[counted]{
		Reason,
		func(r *Row, c *counted, v spreadsheet.Value) *Trouble {
			switch {
			case c.notHeld:
				c.Session.Reason = v.Text
			case known[c.ID].State == model.SessionCancelled:
				if model.Fold(c.Session.Reason) != model.Fold(v.Text) {
					return wrong("cancelled_already", v.Text)
				}
			default:
				t := wrong("reason_without_mark", v.Text)
				t.Fatal = !hasVisitors(r)
				return t
			}
			return nil
		},
		func(c *counted) string { return c.Session.Reason },
	}
}

// hasVisitors reports whether a row has visitors.
func hasVisitors(r *Row) bool {
	for f := range r.cells {
		if slices.Contains([]Field{Adults, Children, New, Men}, f) || strings.HasPrefix(string(f), ownPrefix) {
			return true
		}
	}
	return false
}

// cancelled refuses visitors of a session that the calendar has as cancelled: of those a report counts none, so that they
// would be lost unnoticed. What was counted before it was cancelled stays.
func cancelled(r *Row, p model.Problem) bool {
	if p.Code != "cancelled_but_counted" {
		return false
	}
	counts := slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Field != NotHeld && c.Field != Reason })
	if judged := slices.ContainsFunc(r.Troubles, func(t Trouble) bool { return t.Fatal && t.Field == NotHeld }); counts && !judged {
		r.Troubles = append(r.Troubles, Trouble{Field: On, Text: r.cells[On].Text, Code: "session_cancelled", Fatal: true})
	}
	return true
}
