package network

import (
	"cmp"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// timing is how a body stands with its next meeting.
type timing string

// The timings, what asks for something first.
const (
	timingLate   timing = "late"   // its day has passed, and nothing is agreed
	timingSoon   timing = "soon"   // its day is near, and nothing is agreed
	timingAgreed timing = "agreed" // a meeting is kept
	timingRhythm timing = "rhythm" // the rhythm of the body names the day
	timingAhead  timing = "ahead"  // nothing is agreed, and it is not time yet
	timingOpen   timing = "open"   // nobody has said how often it meets
	timingEnded  timing = "ended"
)

func timings() []timing {
	return []timing{timingLate, timingSoon, timingAgreed, timingRhythm, timingAhead, timingOpen, timingEnded}
}

// soonDays is how many days before its day a meeting that nobody has agreed on asks for attention.
const soonDays = 30

// bodyEntry is a body as the list, its filters and its orders see it.
type bodyEntry struct {
	of     *model.Body
	next   model.NextMeeting // its day is zero when it cannot be told
	timing timing
}

func entryOf(b *model.Body, meetings []model.NetworkMeeting, today model.Date) bodyEntry {
	e := bodyEntry{of: b}
	var known bool
	e.next, known = b.Next(meetings, today)
	switch {
	case b.EndedBy(today):
		e.timing = timingEnded
	case !known:
		e.timing = timingOpen
	case e.next.MeetingID != "":
		e.timing = timingAgreed
	case b.Recurs:
		e.timing = timingRhythm
	case e.next.On.Before(today):
		e.timing = timingLate
	case today.DaysUntil(e.next.On) <= soonDays:
		e.timing = timingSoon
	default:
		e.timing = timingAhead
	}
	return e
}

// chip says the timing.
func (e bodyEntry) chip() kit.Chip {
	tones := map[timing]kit.Tone{
		timingLate: kit.Danger, timingSoon: kit.Attention, timingAgreed: kit.OK, timingRhythm: kit.OK, timingEnded: kit.Past,
	}
	return kit.Chip{Word: words.Code(words.In(words.Current()), "network.timing", e.timing), Tone: tones[e.timing]}
}

// howOften says how often a body meets: "2 kertaa vuodessa", "joka toinen tiistai klo 13.00–14.30".
func howOften(b model.Body) string {
	in := words.In(words.Current())
	times := in.ClockRange(b.From, b.Until)
	switch {
	case b.Recurs:
		return in.Recurrence(b.Recurrence, b.From, b.Until)
	case b.TimesAYear.Known:
		return words.Joined(words.N("network.times_a_year", b.TimesAYear.N), times)
	default:
		return words.Joined(words.T("network.body.as_agreed"), times)
	}
}

func (v *Meetings) rows() ([]kit.Row[bodyEntry], error) {
	if err := v.read(); err != nil {
		return nil, err
	}
	r, in := &v.records, words.In(words.Current())
	out := make([]kit.Row[bodyEntry], len(r.bodies))
	for i := range r.bodies {
		b := &r.bodies[i]
		e := entryOf(b, r.meetings, r.today)
		next := ""
		if !e.next.On.IsZero() {
			next = words.T("network.body.next_on", "day", dayText(e.next.On))
		}
		search := append([]string{b.Name.Fi, b.Name.Sv, b.Name.En, words.Code(in, "body.kind", b.Kind)}, r.names(b.Members)...)
		out[i] = kit.Row[bodyEntry]{
			ID: string(b.ID), Name: b.Name.Best(words.Current()), Detail: words.Joined(words.Capital(howOften(*b)), next),
			Chip: e.chip(), Search: model.Fold(strings.Join(search, " ")), Of: e,
		}
	}
	return out, nil
}

func bodyFilters() []kit.Filter[bodyEntry] {
	word := func(set string) func(string) string {
		return func(c string) string { return words.Capital(words.T(set + "." + c)) }
	}
	return []kit.Filter[bodyEntry]{
		{
			Label: words.T("network.field.timing"), Codes: kit.Codes(timings()),
			Of: func(e bodyEntry) []string { return one(e.timing) }, Word: word("network.timing"),
		},
		{
			Label: words.T("network.field.kind"), Codes: kit.Codes(model.BodyKinds()),
			Of: func(e bodyEntry) []string { return one(e.of.Kind) }, Word: word("body.kind"),
		},
	}
}

// bodySorts are the orders: by the next meeting, those that ended last; and by name.
func bodySorts() []kit.Sort[bodyEntry] {
	type row = kit.Row[bodyEntry]
	name := func(a, b row) int { return cmp.Compare(model.SortKey(a.Name), model.SortKey(b.Name)) }
	rank := func(e bodyEntry) int {
		switch {
		case e.timing == timingEnded:
			return 2
		case e.next.On.IsZero():
			return 1
		default:
			return 0
		}
	}
	return []kit.Sort[bodyEntry]{
		{Label: words.T("network.sort.next"), Compare: func(a, b row) int {
			return cmp.Or(rank(a.Of)-rank(b.Of), a.Of.next.On.Compare(b.Of.next.On), name(a, b))
		}},
		{Label: words.T("network.sort.name"), Compare: name},
	}
}
