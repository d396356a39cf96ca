package meetings

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// agreementGap says what is amiss in the season with the agreement under which a group meets, empty when nothing is or
// when there is none.
func (r *records) agreementGap(g model.Group, season model.Season) string {
	a := r.agreementOf[g.AgreementID]
	if a == nil {
		return ""
	}
	status := a.StatusOn(r.calendar)
	return words.In(words.Current()).AgreementGap(g.AgreementGap(season, status), a.Number, status)
}

// planTones show what planning does about a slot.
var planTones = map[model.PlanAct]kit.Tone{
	model.PlanMake: kit.OK, model.PlanSkip: kit.Attention, model.PlanDrop: kit.Past, model.PlanKeep: kit.Neutral,
	model.PlanChange: kit.Waiting, model.PlanRemove: kit.Danger,
}

// planChip is what planning does about a slot.
func planChip(l model.PlanLine) kit.Chip {
	return kit.Chip{Word: words.Code(words.In(words.Current()), "plan.act", l.Act), Tone: planTones[l.Act]}
}

// said is what there is to know about a line besides its day: why it is skipped or what stands in its way, in the order
// in which it matters.
func (p *planning) said(l model.PlanLine) []string {
	in := words.In(words.Current())
	var out []string
	switch {
	case l.Act == model.PlanSkip:
		out = append(out, in.LeftOut(l))
	case l.Forced && l.Act == model.PlanMake:
		out = append(out, words.T("meetings.plan.forced", "why", in.LeftOut(l)))
	case l.Act == model.PlanKeep:
		out = append(out, p.kept(l.Session)...)
	case l.Act == model.PlanChange:
		out = append(out, p.changed(l.Session)...)
	case l.Act == model.PlanRemove:
		out = append(out, words.T("meetings.plan.removed"))
	}
	if l.PastEnd && l.Act != model.PlanDrop {
		out = append(out, words.T("meetings.plan.past_end"))
	}
	for _, c := range l.Conflicts {
		out = append(out, p.conflict(c))
	}
	if l.Session.State != model.SessionCancelled {
		for _, gap := range l.Gaps {
			out = append(out, words.Code(in, "group.gap", gap))
		}
	}
	return out
}

// kept says why a session that is there stays as it is.
func (p *planning) kept(s model.Session) []string {
	var out []string
	in := words.In(words.Current())
	if status := s.StatusOn(p.s.records.Today); status != model.StatusAhead {
		out = append(out, words.Code(in, "session.status", status))
	}
	if s.State == model.SessionCancelled && s.Reason != "" {
		out = append(out, p.s.desk.Personal(s.Reason))
	}
	if s.Moved() {
		out = append(out, words.T("meetings.plan.moved", "day", in.Date(s.SlotOn)))
	} else if s.Edited {
		out = append(out, words.T("meetings.plan.edited"))
	}
	return out
}

// changed says what of a session that is there the group has otherwise by now.
func (p *planning) changed(s model.Session) []string {
	old, in := p.old[s.ID], words.In(words.Current())
	var out []string
	if old.From != s.From || old.Until != s.Until {
		out = append(out, words.T("meetings.plan.change.time", "from", in.ClockRange(old.From, old.Until), "until", in.ClockRange(s.From, s.Until)))
	}
	if old.PlaceID != s.PlaceID {
		r := p.s.records
		out = append(out, words.T("meetings.plan.change.place", "from", r.PlaceName(old.PlaceID), "until", r.PlaceName(s.PlaceID)))
	}
	if !slices.Equal(old.Leaders, s.Leaders) {
		out = append(out, words.T("meetings.plan.change.leaders"))
	}
	if old.Date != s.Date {
		out = append(out, words.T("meetings.plan.moved", "day", in.Date(old.Date)))
	}
	return out
}

// conflict says what stands in the way of a session.
func (p *planning) conflict(c model.Conflict) string {
	in, r := words.In(words.Current()), p.s.records
	var name, other, times string
	if c.LeaderID != "" {
		name = p.s.desk.Person(r.LeaderName(c.LeaderID))
	}
	if c.Other >= 0 && c.Other < len(p.plan.All) {
		o := p.plan.All[c.Other]
		other, times = r.GroupName(o.GroupID), in.ClockRange(o.From, o.Until)
	}
	switch c.Kind {
	case model.ConflictClosed:
		return words.T("meetings.plan.forced", "why", in.Closed(*c.Closed))
	case model.ConflictBooked:
		other, times = r.partnerTitle(*c.Booking), partnerTime(*c.Booking)
	}
	return words.T("meetings.plan.conflict."+string(c.Kind), "name", name, "other", other, "times", times, "minutes", c.Minutes)
}

// planVerb is what a press does about a line, empty when nothing.
func (p *planning) planVerb(l model.PlanLine) string {
	switch {
	case p.input.Forced[l.Slot()] && l.Act == model.PlanMake, l.Act == model.PlanDrop:
		return words.T("meetings.plan.do.undo")
	case l.Act == model.PlanSkip:
		return words.T("meetings.plan.do.force")
	case l.Act == model.PlanMake:
		return words.T("meetings.plan.do.drop")
	}
	return ""
}

// say says what happens in a tally: "14 tehdään · 2 jää väliin".
func (t planTally) say() string {
	var out []string
	for _, act := range model.PlanActs() {
		if n := t.acts[act]; n > 0 {
			out = append(out, planCount(n, act))
		}
	}
	if len(out) == 0 {
		return words.T("meetings.plan.count.none")
	}
	return words.Joined(out...)
}

// planCount says what happens how many times: "14 tehdään".
func planCount(n int, act model.PlanAct) string {
	in := words.In(words.Current())
	return words.T("meetings.plan.count", "n", in.Number(int64(n)*100), "act", words.Code(in, "plan.act", act))
}

// warnings says what there is to look at in a tally.
func (t planTally) warnings() []string {
	var out []string
	for _, x := range []struct {
		code string
		n    int
	}{
		{"lost", t.lost}, {"clashes", t.clashes}, {"absent", t.absent}, {"gaps", t.gaps}, {"past_end", t.pastEnd}, {"forced", t.closed},
	} {
		if x.n > 0 {
			out = append(out, words.N("meetings.plan.warn."+x.code, x.n))
		}
	}
	return out
}

// warnings says what there is to look at in the block of a group.
func (b planBlock) warnings() []string {
	var out []string
	if b.short > 0 {
		out = append(out, words.T("meetings.plan.warn.short", "held", b.group.FixedSessions.N-b.short, "wanted", b.group.FixedSessions.N))
	}
	out = append(out, b.tally.warnings()...)
	if b.agreement != "" {
		out = append(out, b.agreement)
	}
	return out
}
