package meetings

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// closureEffect is what becomes of sessions when closures are as they would be.
type closureEffect struct{ cancelled, restored []model.Session }

// effect computes what changes when the closures old become the closures now; nothing is written. The store does the
// same with them, whether their days are ahead or past: what was counted or edited stays, and the rest was not held.
func (v *closuresView) effect(old, now []model.Closure) (closureEffect, error) {
	r := v.s.records
	gone := map[model.ID]bool{}
	for _, c := range old {
		gone[c.ID] = true
	}
	closures := slices.DeleteFunc(slices.Clone(r.Closures), func(c model.Closure) bool { return gone[c.ID] })
	for _, c := range now {
		if c.ID == "" {
			c.ID = ids.New() // as it will have one
		}
		closures = append(closures, c)
	}
	from, until := span(slices.Concat(old, now))
	sessions, err := v.s.store.Sessions(context.Background(), from, until)
	if err != nil {
		return closureEffect{}, err
	}
	before := make(map[model.ID]model.SessionState, len(sessions))
	for _, s := range sessions {
		before[s.ID] = s.State
	}
	facts := r.Facts(model.Season{}, nil)
	facts.Closures = closures
	var e closureEffect
	for _, s := range model.AfterClosures(sessions, facts, model.Date{}) {
		switch was := before[s.ID]; {
		case s.State == model.SessionCancelled && was != model.SessionCancelled:
			e.cancelled = append(e.cancelled, s)
		case s.State != model.SessionCancelled && was == model.SessionCancelled:
			e.restored = append(e.restored, s)
		}
	}
	return e, nil
}

// span is the first and the last day of closures.
func span(closures []model.Closure) (from, until model.Date) {
	for i, c := range closures {
		if i == 0 || c.From.Before(from) {
			from = c.From
		}
		if c.Until.After(until) {
			until = c.Until
		}
	}
	return from, until
}

func (e closureEffect) nothing() bool { return len(e.cancelled)+len(e.restored) == 0 }

// say says how many sessions change: "3 kertaa peruuntuu, 1 palautuu".
func (e closureEffect) say() string {
	var out []string
	if n := len(e.cancelled); n > 0 {
		out = append(out, words.N("meetings.closure.effect.cancelled", n))
	}
	if n := len(e.restored); n > 0 {
		out = append(out, words.N("meetings.closure.effect.restored", n))
	}
	if len(out) == 0 {
		return words.T("meetings.closure.effect.none")
	}
	return strings.Join(out, ", ") + "."
}

// tell says what changes, with the sessions by their days and names.
func (e closureEffect) tell(r *records) string {
	out := []string{e.say()}
	for _, x := range []struct {
		key      string
		sessions []model.Session
	}{{"meetings.closure.effect.cancelled_list", e.cancelled}, {"meetings.closure.effect.restored_list", e.restored}} {
		if len(x.sessions) > 0 {
			out = append(out, words.T(x.key)+"\n"+r.sessionLines(x.sessions))
		}
	}
	return strings.Join(out, "\n\n")
}

// askDelete removes a closure, after saying which sessions come back.
func (v *closuresView) askDelete(c model.Closure) {
	e, err := v.effect([]model.Closure{c}, nil)
	if err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	name := c.Reason.Best(words.Current())
	v.s.desk.Dialogs.Confirm(words.T("meetings.closure.delete_title", "name", name), e.tell(v.s.records), words.T("meetings.closure.delete"), true, func() {
		if err := v.s.store.DeleteClosure(context.Background(), c.ID); err != nil {
			v.s.desk.Fail(err, nil)
			return
		}
		v.s.desk.Say(words.T("meetings.deleted", "name", name) + " " + e.say())
		v.Reload()
	})
}

// nextYear is the closure in the same weeks of the next year, as school breaks are; a week 53 that the next year does not
// have becomes its last.
func nextYear(c model.Closure) model.Closure {
	const weeks = 52 * 7
	shift := weeks
	year, week := c.From.ISOWeek()
	if y, w := c.From.AddDays(weeks + 7).ISOWeek(); y == year+1 && w == week {
		shift = weeks + 7
	}
	c.ID, c.From, c.Until = "", c.From.AddDays(shift), c.Until.AddDays(shift)
	return c
}

// breaksToCopy are the closures of a municipality that begin in the year of c, as they would be the year after; those
// of whose days any is closed there already are left out.
func (r *records) breaksToCopy(c model.Closure) []model.Closure {
	town := r.townName(c.Municipality)
	own := func(x model.Closure) bool {
		return x.Scope == model.ClosedMunicipality && r.townName(x.Municipality) == town
	}
	var out []model.Closure
	for _, x := range slices.Backward(r.Closures) {
		if !own(x) || x.From.Year() != c.From.Year() {
			continue
		}
		next := nextYear(x)
		if !slices.ContainsFunc(r.Closures, func(o model.Closure) bool {
			return own(o) && !o.Until.Before(next.From) && !o.From.After(next.Until)
		}) {
			out = append(out, next)
		}
	}
	return out
}

// askCopy copies the breaks of a municipality to the next year, after saying which days they would have and what becomes
// of the sessions.
func (v *closuresView) askCopy(c model.Closure) {
	r, in := v.s.records, words.In(words.Current())
	breaks := r.breaksToCopy(c)
	town := r.townName(c.Municipality)
	if len(breaks) == 0 {
		v.s.desk.Say(words.T("meetings.closure.copied_already", "town", town, "year", c.From.Year()+1))
		return
	}
	e, err := v.effect(nil, breaks)
	if err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	var lines []string
	for _, x := range breaks {
		lines = append(lines, words.Joined(in.DateRange(x.From, x.Until), x.Reason.Best(words.Current())))
	}
	text := words.T("meetings.closure.copy_text") + "\n\n" + strings.Join(lines, "\n") + "\n\n" + e.tell(r)
	v.s.desk.Dialogs.Choose(words.T("meetings.closure.copy", "town", town, "year", c.From.Year()+1), text,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.N("meetings.closure.copy_verb", len(breaks)), Icon: theme.ContentCopyIcon(), Default: true, Do: func() { v.copy(breaks) }})
}

func (v *closuresView) copy(breaks []model.Closure) {
	for _, x := range breaks {
		if _, err := v.s.store.SaveClosure(context.Background(), x); err != nil {
			v.s.desk.Fail(err, v.Reload)
			return
		}
	}
	v.s.desk.Say(words.N("meetings.closure.copied", len(breaks)))
	v.Reload()
}
