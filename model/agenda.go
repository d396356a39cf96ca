package model

import (
	"cmp"
	"slices"
	"strings"
)

// Matter is what needs attention.
type Matter string

// The matters, by what hurts first.
const (
	MatterClash        Matter = "clash"             // two sessions, or a session and a fact, fight over something
	MatterClosed       Matter = "closed"            // a session on a day on which its place or organiser is closed
	MatterNoLeader     Matter = "no_leader"         // nobody leads sessions ahead
	MatterContribution Matter = "contribution_late" // a promised contribution was not delivered in time
	MatterFollowUpLate Matter = "follow_up_late"    // a reminder whose day has come or passed
	MatterReviewLate   Matter = "review_late"       // the day of the review has passed
	MatterDecision     Matter = "decision"          // it must be decided what follows
	MatterReadiness    Matter = "readiness"         // a leader lacks what is asked
	MatterNotCounted   Matter = "not_counted"       // sessions are over, and nobody has entered their visitors
	MatterHalfPair     Matter = "half_pair"         // a half of the working pair is missing in sessions ahead
	MatterContact      Matter = "contact"           // a contact person has changed: the other parties are to be told
	MatterEnding       Matter = "ending"            // it ends, and nothing continues it
	MatterUnsigned     Matter = "unsigned"          // the papers are with somebody
	MatterBackup       Matter = "backup"            // there is no fresh copy of the data file
	MatterMeeting      Matter = "meeting"           // a body of the network is to meet
	MatterNoDecisions  Matter = "no_decisions"      // a meeting was held, and what it decided is not written down
	MatterRunningOut   Matter = "running_out"       // what is asked of a leader, or training, is to be renewed
	MatterTheme        Matter = "theme"             // sessions ahead should have a theme or a guest
	MatterFollowUp     Matter = "follow_up"         // a reminder of the coming days
	MatterReview       Matter = "review"            // a review is near
	MatterService      Matter = "service_moved"     // a party no longer organises a service it is named for
	MatterDraft        Matter = "draft"             // not sent yet
	MatterEnded        Matter = "ended"             // ended within the last year without a successor
)

// Matters lists them by what hurts first.
func Matters() []Matter {
	return []Matter{
		MatterClash, MatterClosed, MatterNoLeader, MatterContribution, MatterFollowUpLate, MatterReviewLate, MatterDecision,
		MatterReadiness, MatterNotCounted, MatterHalfPair, MatterContact, MatterEnding, MatterUnsigned, MatterBackup,
		MatterMeeting, MatterNoDecisions, MatterRunningOut, MatterTheme, MatterFollowUp, MatterReview, MatterService,
		MatterDraft, MatterEnded,
	}
}

// How far the agenda looks, in days.
const (
	AgendaDays        = 60 // ahead, for reviews, decisions and endings: time to convene the parties
	AgendaSessionDays = 21 // ahead, for sessions: in three weeks a leader can still be found and families be told
	AgendaCountDays   = 60 // back, for sessions that nobody has counted: who was there is hardly known later
	agendaEndedDays   = 365
	agendaContactDays = 30 // back, for contact persons who began or left
	agendaRemindDays  = 7  // ahead, for reminders and for meetings that are agreed or have their rhythm
	agendaMeetingDays = 30 // ahead, for meetings that have to be agreed, and back, for those whose decisions are missing
)

// AgendaInput is what the agenda of a day is computed from.
type AgendaInput struct {
	Calendar      Calendar
	Agreements    []AgreementSummary
	Contributions []AgreementContribution // of which at least those that have a due day and are not done
	Organisations Directory
	Leaders       []Leader
	Rules         ReadinessRules
	Sessions      []Session     // from AgendaCountDays before the day to AgendaSessionDays after it
	Facts         ConflictFacts // on which the conflicts of sessions ahead depend
	NoTheme       map[ID]bool   // sessions that lack a theme, see LackingTheme
	FollowUps     []FollowUp
	Bodies        []Body
	Meetings      []NetworkMeeting
	Backups       []Backup // the latest first
	Deferrals     []Deferral
}

// AgendaItem is one thing to see to. Which of the pointers are set follows from the matter.
type AgendaItem struct {
	Matter   Matter
	Kind     Kind // of the record that settles it, with ID; empty = there is none
	ID       ID
	Record   ID     // that it is about: a group, where the session that is next settles it
	What     string // what of the record, where it can have several of the matter at a time or one after another
	On       Date   // the day that matters: of the review, the last day to give notice …; of several the first; zero when there is none
	Times    int    // with sessions: how many
	Pressing bool   // it hurts now, or its day has come: counted beside the navigation

	Agreement    *AgreementSummary
	Parties      []ID // the parties concerned (Party.ID)
	Services     []Service
	Contribution Contribution // with MatterContribution
	Contacts     []Contact    // with MatterContact: who began or left
	Session      *Session     // the first of several
	Conflict     *Conflict    // with MatterClash and MatterClosed
	Other        *Session     // with MatterClash: the other session, if there is one
	Gap          PairGap      // with MatterHalfPair
	Leader       *Leader
	Readiness    []Readiness // with MatterReadiness and MatterRunningOut: the gaps
	Expiries     []Expiry    // with MatterRunningOut: training that nothing asks for
	FollowUp     *FollowUp
	Body         *Body
	Meeting      *NetworkMeeting
	Backup       *Backup // with MatterBackup: the last one, nil when there is none

	last Date // of several sessions
}

// Key names the item for a Deferral. It is the same from day to day; another day to decide, or another gap, makes another.
func (x AgendaItem) Key() string {
	matter := x.Matter
	switch matter { // that its day has come does not make it another
	case MatterFollowUpLate:
		matter = MatterFollowUp
	case MatterReviewLate:
		matter = MatterReview
	}
	return strings.Join([]string{string(matter), string(x.Record), x.What}, "|")
}

// Agenda is what needs attention on a day.
type Agenda struct {
	Items    []AgendaItem // what hurts first, then by day
	Deferred []DeferredItem
	Later    []FollowUp // reminders on no record, for days that are not looked to yet, by day
}

// DeferredItem is an item that is not shown on the day.
type DeferredItem struct {
	AgendaItem
	Deferral Deferral
}

// AgendaOf lists everything that needs attention on the day of the calendar.
func AgendaOf(in AgendaInput) Agenda {
	all := slices.Concat(in.agreements(), in.contacts(), in.sessions(), in.leaders(), in.reminders(), in.network(), in.backup())
	sorted := make([]*AgendaItem, len(all)) // the items are large
	for i := range all {
		sorted[i] = &all[i]
	}
	order := map[Matter]int{}
	for i, m := range Matters() {
		order[m] = i
	}
	slices.SortStableFunc(sorted, func(a, b *AgendaItem) int {
		return cmp.Or(order[a.Matter]-order[b.Matter], a.On.Compare(b.On), cmp.Compare(a.number(), b.number()))
	})
	deferred := make(map[string]Deferral, len(in.Deferrals))
	for _, d := range in.Deferrals {
		if d.HidesOn(in.Calendar.Today) {
			deferred[d.Key] = d
		}
	}
	out := Agenda{Later: in.later()}
	for _, x := range sorted {
		x.Pressing = x.pressing(in.Calendar.Today)
		if len(deferred) > 0 { // else no keys are needed
			if d, hidden := deferred[x.Key()]; hidden {
				out.Deferred = append(out.Deferred, DeferredItem{*x, d})
				continue
			}
		}
		out.Items = append(out.Items, *x)
	}
	return out
}

// number is that of the agreement, by which those of one day are put in order.
func (x *AgendaItem) number() string {
	if x.Agreement == nil {
		return ""
	}
	return x.Agreement.Number
}

// pressing reports whether the item hurts now or its day has come. What is only near, or only missing for the sake of
// quality, is not.
func (x *AgendaItem) pressing(today Date) bool {
	switch x.Matter {
	case MatterClash, MatterClosed, MatterNoLeader, MatterContribution, MatterFollowUpLate, MatterReviewLate, MatterDecision,
		MatterReadiness, MatterNotCounted, MatterBackup:
		return true
	case MatterReview, MatterMeeting:
		return !x.On.IsZero() && !x.On.After(today)
	default:
		return false
	}
}

// Counts tells how many pressing items lead to each kind of record.
func (a Agenda) Counts() map[Kind]int {
	out := map[Kind]int{}
	for _, x := range a.Items {
		if x.Pressing {
			out[x.Kind]++
		}
	}
	return out
}

// Pressing is how many pressing items there are.
func (a Agenda) Pressing() int {
	n := 0
	for _, c := range a.Counts() {
		n += c
	}
	return n
}
