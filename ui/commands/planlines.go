package commands

import (
	"fmt"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// tell says what the plan does, as text or as a list; what was written and the totals go beside a list.
func (s *session) tell(p model.Plan, m meetings) error {
	totals := planTotals(s.in, p, m.Today) + s.outcome(p) + "\n"
	if s.flags.format == "" {
		return s.put([]byte(planText(s.in, p, m) + totals))
	}
	records := make([]record, len(p.Lines))
	for i := range p.Lines {
		records[i] = planRecord(s.in, p, i, m)
	}
	b, err := writeJSON(records)
	if s.flags.format == "csv" {
		b, err = writeCSV(head(planRecord(s.in, model.Plan{Lines: make([]model.PlanLine, 1)}, 0, meetings{})), records)
	}
	if err != nil {
		return err
	}
	_, _ = fmt.Fprint(s.complaints, totals)
	return s.put(b)
}

// outcome says what has been written, or how it would be.
func (s *session) outcome(p model.Plan) string {
	switch {
	case !changes(p):
		return s.in.T("commands.plan.nothing")
	case s.flags.dryRun:
		return s.in.T("commands.plan.dry")
	}
	n := acts(p)
	return s.in.T("commands.plan.written", "made", n[model.PlanMake], "changed", n[model.PlanChange],
		"removed", n[model.PlanRemove], "dropped", n[model.PlanDrop])
}

func acts(p model.Plan) map[model.PlanAct]int {
	n := map[model.PlanAct]int{}
	for _, l := range p.Lines {
		n[l.Act]++
	}
	return n
}

// actCounts says how many there are of each act that there is: "14 tehdään, 1 jää väliin".
func actCounts(in words.In, n map[model.PlanAct]int) string {
	var out []string
	for _, act := range model.PlanActs() {
		if n[act] > 0 {
			out = append(out, fmt.Sprint(n[act])+" "+words.Code(in, "plan.act", act))
		}
	}
	return strings.Join(out, ", ")
}

func planTotals(in words.In, p model.Plan, today model.Date) string {
	conflicts, gaps := 0, 0
	for _, l := range p.Lines {
		if l.Session.Date.Before(today) {
			continue // nothing can be done about it
		}
		if len(l.Conflicts) > 0 {
			conflicts++
		}
		if len(l.Gaps) > 0 {
			gaps++
		}
	}
	text := in.T("commands.plan.total", "counts", actCounts(in, acts(p))) + "\n"
	if len(p.Lines) == 0 {
		text = in.T("commands.plan.empty") + "\n"
	}
	if conflicts > 0 {
		text += in.N("commands.plan.conflicts", conflicts) + "\n"
	}
	if gaps > 0 {
		text += in.N("commands.plan.gaps", gaps) + "\n"
	}
	return text
}

// planText tells of each group how many sessions there will be, and each day of which there is something to say.
func planText(in words.In, p model.Plan, m meetings) string {
	var b strings.Builder
	l := model.Language(in)
	fmt.Fprintf(&b, "%s\n\n", said(p.Season.Name.Best(l), in.DateRange(p.Season.From, p.Season.Until)))
	for start := 0; start < len(p.Lines); {
		id, end := p.Lines[start].Session.GroupID, start+1
		for end < len(p.Lines) && p.Lines[end].Session.GroupID == id {
			end++
		}
		g := m.GroupOf[id]
		fmt.Fprintln(&b, said(g.Name.Best(l), in.Recurrence(g.Recurrence, g.From, g.Until), m.PlaceOf.Name(g.PlaceID, l)))
		n := map[model.PlanAct]int{}
		for _, x := range p.Lines[start:end] {
			n[x.Act]++
		}
		fmt.Fprintln(&b, "  "+actCounts(in, n))
		if gap := m.agreementGap(in, g, p.Season); gap != "" {
			fmt.Fprintln(&b, "  "+gap)
		}
		groupLines(&b, in, p, m, [2]int{start, end})
		b.WriteByte('\n')
		start = end
	}
	return b.String()
}

// agreementGap says what is amiss in the season with the agreement of a group.
func (m meetings) agreementGap(in words.In, g model.Group, season model.Season) string {
	status, has := m.statuses[g.AgreementID]
	if !has {
		return ""
	}
	return in.AgreementGap(g.AgreementGap(season, status), m.numbers[g.AgreementID], status)
}

// groupLines writes the lines of one group, what is true of every session only once.
func groupLines(b *strings.Builder, in words.In, p model.Plan, m meetings, span [2]int) {
	lines := p.Lines[span[0]:span[1]]
	notes := make([][]string, len(lines))
	var always []string
	held := 0
	for i, x := range lines {
		notes[i] = remarks(in, x, p, m)
		if x.Act == model.PlanSkip || x.Act == model.PlanDrop || x.Act == model.PlanRemove {
			continue
		}
		if held++; held == 1 {
			always = slices.Clone(notes[i])
		}
		always = slices.DeleteFunc(always, func(s string) bool { return !slices.Contains(notes[i], s) })
	}
	if held > 1 && len(always) > 0 {
		fmt.Fprintln(b, "  "+in.T("commands.plan.always", "notes", strings.Join(always, "; ")))
	} else {
		always = nil
	}
	for i, x := range lines {
		own := slices.DeleteFunc(notes[i], func(s string) bool { return slices.Contains(always, s) })
		if len(own) == 0 && (x.Act == model.PlanMake || x.Act == model.PlanKeep) {
			continue
		}
		text := words.Code(in, "plan.act", x.Act)
		if len(own) > 0 {
			text += ": " + strings.Join(own, "; ")
		}
		day := x.Session.SlotOn
		fmt.Fprintf(b, "  %s %-10s  %s\n", in.WeekdayShort(day.Weekday()), in.Date(day), text)
	}
}

// remarks is what is to be said of a line besides its act.
func remarks(in words.In, x model.PlanLine, p model.Plan, m meetings) []string {
	var out []string
	reason := in.LeftOut(x)
	switch {
	case x.Act == model.PlanSkip:
		out = append(out, reason)
	case x.Forced && x.Act == model.PlanMake:
		out = append(out, in.T("commands.plan.forced", "reason", reason))
	case x.Session.State == model.SessionCancelled:
		out = append(out, said(words.Code(in, "session.status", model.StatusCancelled), x.Session.Reason))
	case x.Session.Moved():
		out = append(out, in.T("commands.plan.moved", "date", in.Date(x.Session.Date)))
	}
	if x.PastEnd {
		out = append(out, in.T("commands.plan.past_end"))
	}
	if x.Session.Date.Before(m.Today) {
		return out // what was amiss with it can no longer be mended
	}
	for _, gap := range x.Gaps {
		out = append(out, words.Code(in, "group.gap", gap))
	}
	for _, c := range x.Conflicts {
		out = append(out, conflict(in, c, p, m))
	}
	return out
}

// conflict says what a session clashes with: "sama ohjaaja samaan aikaan: Aino Kettula, Vauvakahvila 9.00–11.00".
func conflict(in words.In, c model.Conflict, p model.Plan, m meetings) string {
	var with []string
	if c.LeaderID != "" {
		with = append(with, m.LeaderOf[c.LeaderID].Name)
	}
	if c.Other >= 0 {
		o := p.All[c.Other]
		name := m.GroupOf[o.GroupID].Name.Best(model.Language(in))
		with = append(with, name+" "+in.ClockRange(o.From, o.Until))
	}
	if c.Kind == model.ConflictBooked {
		with = append(with, booking(in, *c.Booking))
	}
	if c.Kind == model.ConflictTravel {
		with = append(with, in.T("commands.plan.minutes", "n", c.Minutes))
	}
	if c.Kind == model.ConflictClosed {
		with = append(with, in.Closed(*c.Closed))
	}
	return strings.TrimSuffix(words.Code(in, "conflict.kind", c.Kind)+": "+strings.Join(with, ", "), ": ")
}

// booking says what a partner has in a place: "Kuoron harjoitus 10.00–12.00"; the whole day has no times.
func booking(in words.In, e model.PartnerEvent) string {
	if e.AllDay() {
		return e.Title
	}
	return strings.TrimSpace(e.Title + " " + in.ClockRange(e.From, e.Until))
}

// planRecord is the i-th line of a plan.
func planRecord(in words.In, p model.Plan, i int, m meetings) record {
	r := &record{in: in, main: model.Language(in)}
	l := p.Lines[i]
	x := l.Session
	r.id("group_id", x.GroupID)
	r.name("group", m.GroupOf[x.GroupID].Name.Best(r.main))
	r.date("slot_on", x.SlotOn)
	r.date("date", x.Date)
	weekday(r, x.Date)
	isoWeek(r, x.Date)
	r.clock("from", x.From)
	r.clock("until", x.Until)
	m.place(r, x.PlaceID)
	code(r, "act", "plan.act", l.Act)
	r.id("session_id", x.ID)
	r.name("closed", in.Closed(l.Closed))
	code(r, "holiday", "holiday", l.Closed.Holiday)
	r.id("closure_id", l.Closed.Closure.ID)
	r.flag("forced", l.Forced)
	r.flag("past_end", l.PastEnd)
	m.leaders(r, x.Leaders)
	codes(r, "pair_gaps", "group.gap", l.Gaps)
	nested(r, "conflicts", l.Conflicts, func(r *record, c model.Conflict) string {
		var other model.Session
		if c.Other >= 0 {
			other = p.All[c.Other]
		}
		minutes := model.CountOf(c.Minutes)
		minutes.Known = c.Kind == model.ConflictTravel
		code(r, "kind", "conflict.kind", c.Kind)
		r.id("with_session_id", other.ID)
		r.name("with_group", m.GroupOf[other.GroupID].Name.Best(r.main))
		r.id("with_group_id", other.GroupID)
		r.name("leader", m.LeaderOf[c.LeaderID].Name)
		r.id("leader_id", c.LeaderID)
		r.count("minutes", minutes)
		var closed model.Closed
		if c.Kind == model.ConflictClosed {
			closed = *c.Closed
		}
		var booked model.PartnerEvent
		if c.Kind == model.ConflictBooked {
			booked = *c.Booking
		}
		r.name("closed", r.in.Closed(closed))
		r.name("booked", booked.Title)
		r.id("booked_calendar_id", booked.CalendarID)
		return conflict(r.in, c, p, m)
	})
	return *r
}
