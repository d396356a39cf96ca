package meetings

import (
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// agreementChip says where an agreement stands on the day.
func agreementChip(s model.State) kit.Chip {
	c := kit.Chip{Word: words.Code(words.In(words.Current()), "agreement.state", s), Tone: kit.Attention}
	switch s {
	case model.StateInForce:
		c.Tone = kit.OK
	case model.StateOutForSignature, model.StateNotYetInForce:
		c.Tone = kit.Waiting
	}
	return c
}

// agreementFact leads to an agreement and says where it stands; without one it is said that there is none.
func agreementFact(s *Screen, id model.ID) kit.Fact {
	label := words.T("meetings.field.agreement")
	a := s.records.agreementOf[id]
	if a == nil {
		return kit.DashFact(label, "")
	}
	link := kit.NewLink(a.Number+" "+a.Title.Best(words.Current()), func() { s.desk.Open(model.KindAgreement, id) })
	return kit.Fact{Label: label, Value: kit.WithChip(link, agreementChip(a.StatusOn(s.records.calendar).State))}
}

// agreementSteps says when the agreement of a place or a group does not carry it: it is not concluded, it is over, or it
// ends during a season that is not over.
func agreementSteps(r *records, id model.ID) []kit.NextStep {
	a := r.agreementOf[id]
	if a == nil {
		return nil
	}
	status, in := a.StatusOn(r.calendar), words.In(words.Current())
	warn := func(text string) []kit.NextStep { return []kit.NextStep{{Tone: kit.Attention, Text: text}} }
	switch {
	case !a.Concluded():
		return warn(words.T("meetings.agreement.not_concluded", "number", a.Number,
			"state", words.Code(in, "agreement.state", status.State)))
	case status.State.Ended():
		return warn(words.T("meetings.agreement.ended", "number", a.Number, "day", in.Date(status.EndsOn)))
	}
	for _, s := range r.Seasons {
		if !status.EndsOn.IsZero() && !s.Until.Before(r.Today) && status.EndsOn.Before(s.Until) && !status.EndsOn.Before(s.From) {
			return warn(words.T("meetings.agreement.ends_within", "number", a.Number, "day", in.Date(status.EndsOn),
				"season", s.Name.Best(words.Current())))
		}
	}
	return nil
}
