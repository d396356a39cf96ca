package model

import "strings"

// State is where an agreement stands on a given day.
type State string

// The states, in the order of an agreement's life.
const (
	StateDraft            State = "draft"
	StateOutForSignature  State = "out_for_signature"
	StateNotYetInForce    State = "signed_not_in_force"
	StateInForce          State = "in_force"
	StateReviewDue        State = "review_due"
	StateDecisionDue      State = "decision_due"
	StateUnderNotice      State = "under_notice"
	StateEnding           State = "ending"
	StateEndedSuccessor   State = "ended_successor"
	StateEndedNoSuccessor State = "ended_no_successor"
)

// States lists them in order.
func States() []State {
	return []State{
		StateDraft, StateOutForSignature, StateNotYetInForce, StateInForce, StateReviewDue, StateDecisionDue,
		StateUnderNotice, StateEnding, StateEndedSuccessor, StateEndedNoSuccessor,
	}
}

// InForce reports whether an agreement in this state binds its parties today.
func (s State) InForce() bool {
	switch s {
	case StateInForce, StateReviewDue, StateDecisionDue, StateUnderNotice, StateEnding:
		return true
	}
	return false
}

// Ended reports whether an agreement in this state is over.
func (s State) Ended() bool { return s == StateEndedSuccessor || s == StateEndedNoSuccessor }

// Status is everything that is computed of an agreement for a day.
type Status struct {
	State       State
	WaitingFor  []ID // parties (Party.ID) who have not signed a written agreement, in order
	Parties     int  // how many parties there are
	EndsOn      Date // last day in force: by notice or by its term; zero = until further notice
	LastNotice  Date // last day on which notice can be given so that it ends with its term
	DecisionDay Date // end − notice − lead time: from this day it must be decided what follows; zero without an end
	SuccessorID ID   // the agreement that continues it, if any
}

// Calendar is what, besides the agreement itself, its status depends on.
type Calendar struct {
	Today      Date
	LeadDays   int                      // lead time for decisions, in days
	Successors map[ID]*AgreementSummary // by the ID of the predecessor; see SuccessorsOf
}

// SuccessorsOf finds the successor of each agreement that has one. When several continue the same agreement, a concluded
// one counts before a draft, and an earlier number before a later one.
func SuccessorsOf(all []AgreementSummary) map[ID]*AgreementSummary {
	out := map[ID]*AgreementSummary{}
	for i := range all {
		a := &all[i]
		if a.PredecessorID == "" || a.PredecessorID == a.ID {
			continue
		}
		have := out[a.PredecessorID]
		if have == nil || (a.Concluded() && !have.Concluded()) || (a.Concluded() == have.Concluded() && a.Number < have.Number) {
			out[a.PredecessorID] = a
		}
	}
	return out
}

// Concluded reports whether the parties have agreed: all have signed a written agreement; the day is known on which an
// oral or structural one was agreed or came into force.
func (a *AgreementSummary) Concluded() bool {
	if a.Form != Written {
		return !a.AgreedOn.IsZero() || !a.ValidFrom.IsZero()
	}
	for _, p := range a.Parties {
		if p.Signing.SignedOn.IsZero() {
			return false
		}
	}
	return len(a.Parties) > 0
}

// Frozen reports whether the text has been signed by anybody and so no longer changes.
func (a *AgreementSummary) Frozen() bool {
	for _, p := range a.Parties {
		if a.Form == Written && !p.Signing.SignedOn.IsZero() {
			return true
		}
	}
	return false
}

// InForceFrom returns the day on which the agreement comes into force: as agreed, or else the day it was concluded.
func (a *AgreementSummary) InForceFrom() Date {
	if !a.ValidFrom.IsZero() || a.Form != Written {
		if a.ValidFrom.IsZero() {
			return a.AgreedOn
		}
		return a.ValidFrom
	}
	return a.agreedOn()
}

// lastDay is the last day in force: that of the term, or an earlier one by notice; zero = until further notice.
func (a *AgreementSummary) lastDay() Date {
	if n := a.Notice; !n.GivenOn.IsZero() && !n.EndsOn.IsZero() && (a.ValidUntil.IsZero() || n.EndsOn.Before(a.ValidUntil)) {
		return n.EndsOn
	}
	return a.ValidUntil
}

// StatusOn computes the status of the agreement for the calendar's day. This is the one place where it is decided what
// an agreement's dates mean:
//
//   - A written agreement is a draft until it is sent to or signed by a party, and out for signature until all have
//     signed; it is that even when its dates have passed.
//   - Both the first and the last day of validity are days in force. Notice moves the end to the day it names.
//   - For an agreement with an end and no successor, a decision is due from the decision day to the last day of notice;
//     after that, or from the decision day on when there is a successor, it is ending.
//   - A review is due on its day and until it is recorded as held.
//   - It has ended with a successor only if that successor was concluded.
func (a *AgreementSummary) StatusOn(c Calendar) Status {
	s := Status{Parties: len(a.Parties), EndsOn: a.lastDay()}
	s.LastNotice = a.ValidUntil.AddMonths(-a.NoticeMonths.N)
	s.DecisionDay = s.LastNotice.AddDays(-c.LeadDays)
	successor := c.Successors[a.ID]
	if successor != nil {
		s.SuccessorID = successor.ID
	}
	sent := false
	for _, p := range a.Parties {
		sent = sent || !p.Signing.SentOn.IsZero() || !p.Signing.SignedOn.IsZero()
		if a.Form == Written && p.Signing.SignedOn.IsZero() {
			s.WaitingFor = append(s.WaitingFor, p.ID)
		}
	}
	s.State = a.stateOn(c.Today, s, successor, sent)
	return s
}

func (a *AgreementSummary) stateOn(today Date, s Status, successor *AgreementSummary, sent bool) State {
	decision := !s.DecisionDay.IsZero() && !today.Before(s.DecisionDay)
	switch {
	case !a.Concluded() && !(a.Form == Written && sent):
		return StateDraft
	case !a.Concluded():
		return StateOutForSignature
	case !s.EndsOn.IsZero() && today.After(s.EndsOn) && successor != nil && successor.Concluded():
		return StateEndedSuccessor
	case !s.EndsOn.IsZero() && today.After(s.EndsOn):
		return StateEndedNoSuccessor
	case !a.Notice.GivenOn.IsZero() && !today.Before(a.Notice.GivenOn):
		return StateUnderNotice
	case a.InForceFrom().After(today):
		return StateNotYetInForce
	case decision && (successor != nil || today.After(s.LastNotice)):
		return StateEnding
	case decision:
		return StateDecisionDue
	case !a.ReviewOn.IsZero() && !a.ReviewOn.After(today):
		return StateReviewDue
	default:
		return StateInForce
	}
}

// CompareByDecision orders agreements for the register: first those for which something is still to be decided, by
// decision day, then those without an end, by review day; what has ended comes last, the latest first.
func CompareByDecision(a, b *AgreementSummary, sa, sb Status) int {
	rank := func(s Status) int {
		switch {
		case s.State.Ended():
			return 2
		case s.DecisionDay.IsZero():
			return 1
		}
		return 0
	}
	if d := rank(sa) - rank(sb); d != 0 {
		return d
	}
	byNumber := strings.Compare(a.Number, b.Number)
	switch rank(sa) {
	case 0:
		if d := sa.DecisionDay.Compare(sb.DecisionDay); d != 0 {
			return d
		}
	case 1:
		if a.ReviewOn.IsZero() != b.ReviewOn.IsZero() {
			if a.ReviewOn.IsZero() {
				return 1
			}
			return -1
		}
		if d := a.ReviewOn.Compare(b.ReviewOn); d != 0 {
			return d
		}
	default:
		if d := sb.EndsOn.Compare(sa.EndsOn); d != 0 {
			return d
		}
	}
	return byNumber
}
