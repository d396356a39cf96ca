package model

import (
	"cmp"
	"slices"
)

// LeaderPolicy is what the coordinator has decided about the data of leaders.
type LeaderPolicy struct {
	KeepMonths int  // how many months a person is kept after the last activity, 0–240
	KeepSeen   bool // whether it is kept who has seen an extract and when
}

// DefaultKeepMonths is how many months a person is kept after the last activity until the coordinator says otherwise. The
// law has no fixed time for the data of volunteers; it shall not be kept longer than it is needed (GDPR, article 5(1)(e)).
const DefaultKeepMonths = 12

// Check returns what is amiss in the policy.
func (x LeaderPolicy) Check() []Problem {
	var p problems
	if x.KeepMonths < 0 || x.KeepMonths > 240 {
		p.refuse("keep_months", "keep_months_range")
	}
	return p
}

// FactGroup is a group of facts about a person that come from the same source and are kept for the same time.
type FactGroup string

// The groups, in the order in which they are told.
const (
	FactsContact     FactGroup = "contact" // name, phone, e-mail, municipality, year of birth
	FactsWork        FactGroup = "work"    // home organisation, tasks, statuses, languages, availability, absences
	FactsUndertaking FactGroup = "undertaking"
	FactsPublication FactGroup = "publication"
	FactsCheck       FactGroup = "background_check"
	FactsTraining    FactGroup = "training"
	FactsEntries     FactGroup = "entries" // hours, fees, reimbursements
	FactsNotes       FactGroup = "notes"
)

// FactOrigin is where a group of facts came from; the sentence is the translation "leader.origin.<code>".
type FactOrigin string

// The origins.
const (
	OriginNotSaid      FactOrigin = "not_said"
	OriginSelf         FactOrigin = "self"
	OriginOrganisation FactOrigin = "organisation"
	OriginOther        FactOrigin = "other"
	OriginSigned       FactOrigin = "signed"      // from a paper that the person signed
	OriginShown        FactOrigin = "shown"       // from an extract that was shown
	OriginEvents       FactOrigin = "events"      // from the training events of the register
	OriginCoordinator  FactOrigin = "coordinator" // written down by the coordinator
)

// Keeping says where a group of facts came from and until when it is kept.
type Keeping struct {
	Group  FactGroup
	Origin FactOrigin
	On     Date // the day on which the facts were got; zero when that is not known
	Until  Date // the day on which it is proposed to remove them; zero while the person goes on
	Stays  bool // what stays without the person, as counts, when the person is anonymised
}

// KeptUntil is the day on which it is proposed to remove the person; zero while the person goes on. One who was only
// interested, or is still being introduced, is proposed when nothing has happened for as long.
func (l Leader) KeptUntil(day Date, policy LeaderPolicy) Date {
	last := l.LastActivity()
	switch l.StatusOn(day).State {
	case LeaderEnded:
		return last.AddMonths(policy.KeepMonths)
	case LeaderInterested, LeaderIntroducing:
		if len(l.TasksFrom(day)) > 0 {
			return Date{}
		}
		if last.IsZero() {
			last = l.SourceOn
		}
		return last.AddMonths(policy.KeepMonths)
	default:
		return Date{}
	}
}

// KeepingOn tells for each group of facts that is there where it came from and until when it is kept. trained says
// whether the register has events in which the leader took part.
func (l Leader) KeepingOn(day Date, policy LeaderPolicy, trained bool) []Keeping {
	until := l.KeptUntil(day, policy)
	origin := map[FactSource]FactOrigin{
		"": OriginNotSaid, FromSelf: OriginSelf, FromOrganisation: OriginOrganisation, FromOther: OriginOther,
	}[l.Source]
	out := []Keeping{
		{Group: FactsContact, Origin: origin, On: l.SourceOn, Until: until},
		{Group: FactsWork, Origin: OriginCoordinator, Until: until, Stays: true},
	}
	if len(l.Completed) > 0 || len(l.Waivers) > 0 {
		k := Keeping{Group: FactsUndertaking, Origin: OriginCoordinator, Until: until}
		for _, f := range l.Completed {
			k.Origin = OriginSigned
			if f.On.After(k.On) {
				k.On = f.On
			}
		}
		out = append(out, k)
	}
	if !l.Publication.On.IsZero() {
		out = append(out, Keeping{Group: FactsPublication, Origin: OriginSigned, On: l.Publication.On, Until: until})
	}
	for _, t := range l.Tasks {
		if c := t.Check; !c.ExtractIssued.IsZero() || !c.ConsentOn.IsZero() {
			out = append(out, Keeping{Group: FactsCheck, Origin: OriginShown, On: cmp.Or(c.ExtractIssued, c.ConsentOn), Until: l.checkKeptUntil(t, day)})
			break
		}
	}
	if trained || len(l.Elsewhere) > 0 {
		k := Keeping{Group: FactsTraining, Origin: OriginEvents, Until: until, Stays: true}
		if !trained {
			k.Origin = OriginCoordinator
		}
		out = append(out, k)
	}
	if len(l.Entries) > 0 {
		out = append(out, Keeping{Group: FactsEntries, Origin: OriginCoordinator, Until: until, Stays: true})
	}
	if l.Notes != "" || l.Skills != "" {
		out = append(out, Keeping{Group: FactsNotes, Origin: OriginCoordinator, Until: until})
	}
	return out
}

// checkKeptUntil is the day from which the dates of the background check of a task are no longer needed: the end of the
// task or of the work, whichever comes first; zero while the person goes on.
func (l Leader) checkKeptUntil(t LeaderTask, day Date) Date {
	end := l.EndedOn(day)
	if !t.Until.IsZero() && (end.IsZero() || t.Until.Before(end)) {
		end = t.Until
	}
	return end
}

// RemovalReason says why something is proposed to be removed.
type RemovalReason string

// The reasons, as the review list has them.
const (
	RemovePerson    RemovalReason = "person"    // kept for as long as was decided
	RemoveCheck     RemovalReason = "check"     // the task has ended; the dates of its background check are not needed
	RemoveOutsiders RemovalReason = "outsiders" // participants of an old event who are not in the register
)

// Removal is a proposal of the yearly review. It is never run by itself.
type Removal struct {
	Reason   RemovalReason
	LeaderID ID   // with RemovePerson and RemoveCheck
	EventID  ID   // with RemoveOutsiders
	Since    Date // the day from which it could have been removed
}

// ReviewOn lists what could be removed on the day, the oldest first.
func ReviewOn(day Date, leaders []Leader, events []Event, policy LeaderPolicy) []Removal {
	var out []Removal
	for i := range leaders {
		l := &leaders[i]
		if l.Anonymised() {
			continue
		}
		if until := l.KeptUntil(day, policy); !until.IsZero() && !until.After(day) {
			out = append(out, Removal{Reason: RemovePerson, LeaderID: l.ID, Since: until})
			continue
		}
		if since := l.oldCheck(day); !since.IsZero() {
			out = append(out, Removal{Reason: RemoveCheck, LeaderID: l.ID, Since: since})
		}
	}
	for i := range events {
		e := &events[i]
		outsider := func(p Participation) bool { return p.LeaderID == "" && p.Outsider.Name != "" }
		until := e.LastDay().AddMonths(policy.KeepMonths)
		if !until.IsZero() && !until.After(day) && slices.ContainsFunc(e.Participations, outsider) {
			out = append(out, Removal{Reason: RemoveOutsiders, EventID: e.ID, Since: until})
		}
	}
	slices.SortStableFunc(out, func(a, b Removal) int { return a.Since.Compare(b.Since) })
	return out
}

// oldCheck is the first day from which dates of a background check are no longer needed, zero when all are.
func (l Leader) oldCheck(day Date) Date {
	var first Date
	for _, t := range l.Tasks {
		if t.Check.ExtractIssued.IsZero() && t.Check.ConsentOn.IsZero() {
			continue
		}
		if end := l.checkKeptUntil(t, day); !end.IsZero() && end.Before(day) && (first.IsZero() || end.Before(first)) {
			first = end
		}
	}
	return first
}

// WithoutOldChecks returns the tasks without the dates of background checks that are no longer needed on the day.
func (l Leader) WithoutOldChecks(day Date) []LeaderTask {
	out := slices.Clone(l.Tasks)
	for i, t := range out {
		if end := l.checkKeptUntil(t, day); !end.IsZero() && end.Before(day) {
			out[i].Check = BackgroundCheck{Need: t.Check.Need}
		}
	}
	return out
}
