package model

import "slices"

// Anonymous returns the leader without the person: what stays is what statistics need – kind, municipality, home
// organisation, tasks and statuses by day, training, hours and euros. Nobody is left who could go on: from the day on the
// leader has ended, and no task lasts beyond it.
func (l Leader) Anonymous(day Date) Leader {
	out := Leader{
		ID: l.ID, Kind: l.Kind, Municipality: l.Municipality, HomeOrganisation: l.HomeOrganisation,
		StartedOn: l.StartedOn, AnonymisedOn: day,
		Statuses: slices.Clone(l.Statuses), Tasks: slices.Clone(l.Tasks), Elsewhere: slices.Clone(l.Elsewhere),
		Entries: slices.Clone(l.Entries),
	}
	for i := range out.Statuses {
		out.Statuses[i].Reason = ""
	}
	if out.StatusOn(day).State != LeaderEnded {
		// It has the ID of the leader, who has one such at most, so that the same removal always makes the same.
		out.Statuses = out.WithStatus(LeaderStatus{ID: l.ID, State: LeaderEnded, From: day})
	}
	out.Statuses = slices.DeleteFunc(out.Statuses, func(s LeaderStatus) bool { return s.From.After(day) })
	out.Tasks = slices.DeleteFunc(out.Tasks, func(t LeaderTask) bool { return t.From.After(day) })
	for i := range out.Tasks {
		if t := &out.Tasks[i]; t.Until.IsZero() || t.Until.After(day) {
			t.Until = day
		}
		out.Tasks[i].Description = ""
		out.Tasks[i].Check = BackgroundCheck{}
	}
	for i := range out.Elsewhere {
		out.Elsewhere[i].Where = ""
	}
	for i := range out.Entries {
		out.Entries[i].Note = ""
	}
	return out
}

// RemovedFacts says how many facts of a group go and how many stay when a person is removed.
type RemovedFacts struct {
	Group RemovedGroup
	Gone  int
	Stay  int
}

// RemovedGroup is a group of facts in the preview of a removal.
type RemovedGroup string

// The groups.
const (
	RemovedContact        RemovedGroup = "contact"
	RemovedTasks          RemovedGroup = "tasks"
	RemovedStatuses       RemovedGroup = "statuses"
	RemovedPapers         RemovedGroup = "papers" // signed papers, consents, waivers, background checks
	RemovedAbsences       RemovedGroup = "absences"
	RemovedParticipations RemovedGroup = "participations"
	RemovedFeedback       RemovedGroup = "feedback"
	RemovedElsewhere      RemovedGroup = "elsewhere"
	RemovedEntries        RemovedGroup = "entries"
	RemovedTrainer        RemovedGroup = "trainer" // named as a trainer
)

// RemovalPreview tells what goes and what stays when the leader is anonymised, or erased when erase is set. events are
// all those of the register.
func RemovalPreview(l Leader, events []Event, erase bool) []RemovedFacts {
	var taking, feedback, trainer int
	for _, e := range events {
		for _, p := range e.Participations {
			if p.LeaderID == l.ID {
				taking++
				if p.Feedback != "" {
					feedback++
				}
			}
		}
		for _, t := range e.Trainers {
			if t.LeaderID == l.ID {
				trainer++
			}
		}
	}
	contact := 0
	for _, s := range []string{l.Name, l.Phone, l.Email, l.JobTitle, l.Skills, l.Notes} {
		if s != "" {
			contact++
		}
	}
	papers := len(l.Completed) + len(l.Waivers)
	if !l.Publication.On.IsZero() {
		papers++
	}
	for _, t := range l.Tasks {
		if !t.Check.ConsentOn.IsZero() || !t.Check.ExtractIssued.IsZero() {
			papers++
		}
	}
	var out []RemovedFacts
	add := func(g RemovedGroup, n int, stays bool) {
		switch {
		case n == 0:
		case stays && !erase:
			out = append(out, RemovedFacts{Group: g, Stay: n})
		default:
			out = append(out, RemovedFacts{Group: g, Gone: n})
		}
	}
	add(RemovedContact, contact, false)
	add(RemovedPapers, papers, false)
	add(RemovedAbsences, len(l.Absences), false)
	add(RemovedFeedback, feedback, false)
	add(RemovedTrainer, trainer, true)
	add(RemovedTasks, len(l.Tasks), true)
	add(RemovedStatuses, len(l.Statuses), true)
	add(RemovedParticipations, taking, true)
	add(RemovedElsewhere, len(l.Elsewhere), true)
	add(RemovedEntries, len(l.Entries), true)
	return out
}
