package commands

import (
	"fmt"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

// tell says what the plan does, as text or as a list; what was written and the totals go beside a list.
func (s *session) tell(p model.Plan, m records.Meetings) error {
	totals := planTotals(s.in, p, m.Today) + s.outcome(p) + "\n"
	if s.flags.format == "" {
		return s.put([]byte(planText(s.in, p, m) + totals))
	}
	head, all := records.PlanLines(s.in, p, m)
	b, err := records.JSON(all)
	if s.flags.format == "csv" {
		b, err = records.CSV(head, all)
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
func planText(in words.In, p model.Plan, m records.Meetings) string {
	var b strings.Builder
	l := model.Language(in)
	fmt.Fprintf(&b, "%s\n\n", records.Said(p.Season.Name.Best(l), in.DateRange(p.Season.From, p.Season.Until)))
	for start := 0; start < len(p.Lines); {
		id, end := p.Lines[start].Session.GroupID, start+1
		for end < len(p.Lines) && p.Lines[end].Session.GroupID == id {
			end++
		}
		g := m.GroupOf[id]
		fmt.Fprintln(&b, records.Said(g.Name.Best(l), in.Recurrence(g.Recurrence, g.From, g.Until), m.PlaceOf.Name(g.PlaceID, l)))
		n := map[model.PlanAct]int{}
		for _, x := range p.Lines[start:end] {
			n[x.Act]++
		}
		fmt.Fprintln(&b, "  "+actCounts(in, n))
		if gap := agreementGap(in, m, g, p.Season); gap != "" {
			fmt.Fprintln(&b, "  "+gap)
		}
		groupLines(&b, in, p, m, [2]int{start, end})
		b.WriteByte('\n')
		start = end
	}
	return b.String()
}

// agreementGap says what is amiss in the season with the agreement of a group.
func agreementGap(in words.In, m records.Meetings, g model.Group, season model.Season) string {
	status, has := m.Statuses[g.AgreementID]
	if !has {
		return ""
	}
	return in.AgreementGap(g.AgreementGap(season, status), m.Numbers[g.AgreementID], status)
}

// groupLines writes the lines of one group, what is true of every session only once.
func groupLines(b *strings.Builder, in words.In, p model.Plan, m records.Meetings, span [2]int) {
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
func remarks(in words.In, x model.PlanLine, p model.Plan, m records.Meetings) []string {
	var out []string
	reason := in.LeftOut(x)
	switch {
	case x.Act == model.PlanSkip:
		out = append(out, reason)
	case x.Forced && x.Act == model.PlanMake:
		out = append(out, in.T("commands.plan.forced", "reason", reason))
	case x.Session.State == model.SessionCancelled:
		out = append(out, records.Said(words.Code(in, "session.status", model.StatusCancelled), x.Session.Reason))
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
		out = append(out, records.Conflict(in, c, p, m))
	}
	return out
}
