package model

import "strings"

// leaders lists who lacks what is asked, and for whom something runs out: one line for each leader and matter.
func (in *AgendaInput) leaders() []AgendaItem {
	today := in.Calendar.Today
	expiring := map[ID][]Expiry{}
	for _, e := range ExpiringOn(today, ExpiringDays, in.Leaders, in.Rules.Programmes, in.Rules.Record) {
		expiring[e.LeaderID] = append(expiring[e.LeaderID], e)
	}
	var items []AgendaItem
	for i := range in.Leaders {
		l := &in.Leaders[i]
		missing := AgendaItem{Matter: MatterReadiness, Kind: KindLeader, ID: l.ID, Record: l.ID, Leader: l}
		soon := AgendaItem{Matter: MatterRunningOut, Kind: KindLeader, ID: l.ID, Record: l.ID, Leader: l}
		asked := map[ID]bool{}
		for _, r := range l.ReadinessOn(today, in.Rules) {
			asked[r.ProgrammeID] = true
			if !r.Counts() {
				continue
			}
			switch r.State.Level() {
			case LevelMissing:
				missing.needs(r)
			case LevelDue:
				soon.needs(r)
			}
		}
		for _, e := range expiring[l.ID] {
			if !asked[e.ProgrammeID] {
				soon.Expiries = append(soon.Expiries, e)
				soon.gap(string(e.ProgrammeID), e.Standing.Until)
			}
		}
		if len(missing.Readiness) > 0 {
			items = append(items, missing)
		}
		if len(soon.Readiness)+len(soon.Expiries) > 0 {
			items = append(items, soon)
		}
	}
	return items
}

// needs adds a requirement to the line of a leader.
func (x *AgendaItem) needs(r Readiness) {
	x.Readiness = append(x.Readiness, r)
	what := []string{string(r.Requirement.ID), string(r.ProgrammeID)}
	if r.Task != nil {
		what = append(what, string(r.Task.ID))
	}
	x.gap(strings.Join(what, " "), r.By)
}

// gap names one gap of a leader. The line has the day of the first.
func (x *AgendaItem) gap(what string, on Date) {
	if x.What != "" {
		x.What += ", "
	}
	x.What += what + " " + on.String()
	if x.On.IsZero() || (!on.IsZero() && on.Before(x.On)) {
		x.On = on
	}
}
