package model

// TrainingTally is what came of training events that were held.
type TrainingTally struct {
	Events       int
	Participants int // leaders and outsiders together
	Outsiders    int // of the participants, those who are not in the register of leaders
	Passed       int // of the participants
	Hours        Amount
}

// HeldIn reports whether the event was held, and ended in the period.
func (e Event) HeldIn(p Period) bool { return e.State == EventHeld && p.Covers(e.LastDay()) }

// Add counts an event of a programme. Hours are those of the programme, once for each event; unknown when no programme
// has any.
func (t *TrainingTally) Add(e Event, programme Programme) {
	t.Events++
	t.Participants += len(e.Participations)
	t.Passed += len(e.Passed())
	for _, p := range e.Participations {
		if p.LeaderID == "" {
			t.Outsiders++
		}
	}
	if programme.Hours.Known {
		t.Hours = AmountOf(t.Hours.Hundredths + programme.Hours.Hundredths)
	}
}
