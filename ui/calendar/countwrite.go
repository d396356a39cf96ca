package calendar

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// parseCount reads a typed number of visitors. Nothing is not entered; anything but a whole number from 0 to 10 000 is
// not understood.
func parseCount(text string) (model.Count, bool) {
	if text = strings.TrimSpace(text); text == "" {
		return model.Count{}, true
	}
	n, err := words.ParseNumber(text)
	if err != nil || n < 0 || n%100 != 0 || n > model.MaxCount*100 || strings.ContainsRune(text, '€') {
		return model.Count{}, false
	}
	return model.CountOf(int(n / 100)), true
}

// enter keeps a number that was typed. What cannot be taken stays in its cell, with the reason, and nothing is written.
func (v *countView) enter(row, column int, text string) {
	i := column - firstNumber
	if row >= len(v.rows) || i < 0 || i >= len(v.fields) {
		return
	}
	r, f := &v.rows[row], v.fields[i]
	key := countCell{r.Session.ID, f.id}
	was := v.wrong[key]
	delete(v.wrong, key)
	n, ok := parseCount(text)
	switch {
	case !ok:
		v.wrong[key] = mistake{text: text, why: words.T("calendar.count.not_a_count", "text", text)}
	case n == f.of(r.Session.Counts):
	case r.Session.State == model.SessionCancelled && n.Known:
		v.wrong[key] = mistake{text: text, why: words.T("calendar.count.is_cancelled", "key", cancelKey())}
	default:
		if err := v.write(r.Session.ID, func(x *model.Session) { f.put(&x.Counts, n) }); err != nil {
			v.wrong[key] = mistake{text, words.T("calendar.count.not_kept"), true}
			v.s.desk.Fail(err, nil)
		}
	}
	if v.wrong[key] != was || ok {
		v.tell()
	}
}

// keepAgain writes the numbers that could not be written before, as when the disk was full, until one cannot again.
func (v *countView) keepAgain() {
	for row := range v.rows {
		for i, f := range v.fields {
			key := countCell{v.rows[row].Session.ID, f.id}
			if m := v.wrong[key]; m.unkept {
				v.enter(row, firstNumber+i, m.text)
				if v.wrong[key].unkept {
					return
				}
			}
		}
	}
}

// write changes one session, and takes the place of the old one in what is shown.
func (v *countView) write(id model.ID, change func(*model.Session)) error {
	v.writing = true // the store tells of it at once or a moment later
	x, err := v.s.store.UpdateSession(context.Background(), id, func(x *model.Session) error {
		change(x)
		return nil
	})
	if err != nil {
		v.writing = false
		return err
	}
	for i := range v.week {
		if v.week[i].ID == id {
			v.week[i] = x
		}
	}
	for i := range v.rows {
		if v.rows[i].Session.ID == id {
			v.rows[i].Session = x
			v.grid.RefreshRow(i)
		}
	}
	return nil
}

// cancelKey is the letter that cancels, and that brings back what was cancelled.
func cancelKey() string { return words.T("calendar.count.key.cancel") }

// typedRune is told the letters that begin no number.
func (v *countView) typedRune(r rune) bool {
	if !strings.EqualFold(string(r), cancelKey()) {
		return !unicode.IsDigit(r) && r != '-' // a number that is none is told of; a slip of the finger says nothing
	}
	v.toggleCancelled()
	return true
}

// toggleCancelled asks why the session with the keyboard was not held, or brings it back when it is cancelled.
func (v *countView) toggleCancelled() {
	v.grid.Commit()
	r := v.row()
	if r == nil {
		return
	}
	if r.Session.State == model.SessionCancelled {
		if err := v.change(r.Session, model.SessionPlanned, "", "calendar.count.restored"); err != nil {
			v.s.desk.Fail(err, nil)
		}
		return
	}
	v.askReason(r.Session)
}

// askReason asks why a session is not held, and offers the reasons that were given lately.
func (v *countView) askReason(x model.Session) {
	reason := kit.NewEntry()
	reason.MaxRunes = model.MaxNotes
	fields := kit.NewFields()
	fields.Add(kit.NewText(v.s.records.GroupName(x.GroupID) + ", " + sessionWhen(x)))
	fields.Row(&kit.Field{Name: "reason", Label: words.T("calendar.count.reason"), Input: reason, Required: true})
	if recent := v.recentReasons(); len(recent) > 0 {
		offered := kit.Flow()
		for _, text := range recent {
			offered.Add(kit.NewButton(text, nil, func() {
				reason.SetValue(text)
				kit.Focus(reason) // Enter cancels it
			}))
		}
		fields.Add(offered)
	}
	if x.Counts.Entered() {
		fields.Add(kit.Notice(kit.Attention, words.T("calendar.count.counted_already")))
	}
	form.Question{
		Title: words.T("calendar.count.cancel.title"), Verb: words.T("calendar.count.cancel.verb"), Fields: fields,
		Problems: func() []kit.Problem {
			if strings.TrimSpace(reason.Text) != "" {
				return nil
			}
			return []kit.Problem{{Field: "reason", Sentence: desk.Problem(model.Problem{Code: "required"})}}
		},
		Write: func(context.Context) (string, error) {
			return "", v.change(x, model.SessionCancelled, strings.TrimSpace(reason.Text), "calendar.count.cancelled")
		},
	}.Ask(v.s.desk)
}

// recentReasons are why sessions were cancelled in the half year until the end of the week, the latest first.
func (v *countView) recentReasons() []string {
	const many = 5
	if v.s.desk.Hidden() {
		return nil
	}
	sessions, err := v.s.store.Sessions(context.Background(), v.monday.AddDays(-182), v.monday.AddDays(6))
	if err != nil {
		return nil // the reason can be typed
	}
	var out []string
	seen := map[string]bool{}
	for _, x := range slices.Backward(sessions) {
		folded := model.Fold(x.Reason)
		if x.State != model.SessionCancelled || folded == "" || seen[folded] || x.ClosedBy != "" {
			continue
		}
		seen[folded] = true
		if out = append(out, x.Reason); len(out) == many {
			break
		}
	}
	return out
}

// change cancels a session or brings it back, and says so with the way back.
func (v *countView) change(x model.Session, state model.SessionState, reason, said string) error {
	sentence := words.T(said, "group", v.s.records.GroupName(x.GroupID), "when", sessionWhen(x))
	return v.s.changeSessions([]model.ID{x.ID}, sentence, func(x *model.Session) { x.State, x.Reason, x.ClosedBy = state, reason, "" })
}

// mistaken reports whether a number of the session could not be taken.
func (v *countView) mistaken(id model.ID) bool {
	for key := range v.wrong {
		if key.session == id {
			return true
		}
	}
	return false
}

// focusWrong goes to the first number that could not be taken, even when the lens hides it now.
func (v *countView) focusWrong() {
	if !slices.ContainsFunc(v.rows, func(r model.CountRow) bool { return v.mistaken(r.Session.ID) }) {
		v.s.lens = lens{}
		v.fill()
	}
	for i, r := range v.rows {
		for j, f := range v.fields {
			if _, wrong := v.wrong[countCell{r.Session.ID, f.id}]; wrong {
				kit.Focus(v.grid)
				v.grid.GoTo(i, firstNumber+j)
				return
			}
		}
	}
}

// nextOpen goes to the next week in which something is not entered, and from the last one on to the first.
func (v *countView) nextOpen() {
	v.MayLeave(func() {
		day, found, err := v.openAfter(v.monday.AddDays(7))
		switch {
		case err != nil:
			v.s.desk.Fail(err, nil)
		case !found:
			v.s.desk.Say(words.T("calendar.count.all_entered"))
		default:
			v.s.day = day
			v.fill()
			v.firstOpen()
		}
	})
}

// firstOpen puts the keyboard on the first number of the first row that is not entered.
func (v *countView) firstOpen() {
	kit.Focus(v.grid)
	for i, r := range v.rows {
		if r.Session.StatusOn(v.s.desk.Today()) == model.StatusNotEntered {
			v.grid.GoTo(i, firstNumber)
			return
		}
	}
}

// openAfter looks for a day with a session that is not entered: from a Monday on until today, and then from the beginning.
// It reads a few weeks at a time, because there may be ten years of them.
func (v *countView) openAfter(monday model.Date) (day model.Date, found bool, err error) {
	today := v.s.desk.Today()
	start := v.monday
	if n := len(v.s.records.Seasons); n > 0 && v.s.records.Seasons[n-1].From.Before(start) {
		start = v.s.records.Seasons[n-1].From // the first season of all
	}
	for _, span := range [][2]model.Date{{monday, today}, {start, v.monday.AddDays(6)}} {
		const days = 8 * 7
		for from := span[0]; !from.After(span[1]); from = from.AddDays(days) {
			until := from.AddDays(days - 1)
			if until.After(span[1]) {
				until = span[1]
			}
			sessions, err := v.s.store.Sessions(context.Background(), from, until)
			if err != nil {
				return day, false, err
			}
			for _, x := range sessions {
				if x.StatusOn(today) == model.StatusNotEntered && v.s.lens.shows(&x, v.s.records) {
					return x.Date, true, nil
				}
			}
		}
	}
	return day, false, nil
}
