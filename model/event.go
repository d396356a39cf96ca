package model

import (
	"slices"
	"strings"
)

// EventState is what became of a training event.
type EventState string

// The states of an event.
const (
	EventPlanned   EventState = "planned"
	EventHeld      EventState = "held"
	EventCancelled EventState = "cancelled"
)

// EventStates lists them in the order in which they are offered.
func EventStates() []EventState { return []EventState{EventPlanned, EventHeld, EventCancelled} }

// DefaultPassShare is the share of the days, in per cent, from which a participant is proposed as passed.
const DefaultPassShare = 80

// farApart is how many days may lie between the first and the last day of an event before it is asked whether a year is
// wrong.
const farApart = 300

// Event is a training event: a programme held once, on one day or several.
type Event struct {
	ID             ID
	ProgrammeID    ID         // required
	Title          Text       // if it is not that of the programme
	State          EventState // required
	Reason         string     // why it was cancelled
	OrganiserID    ID         // an organisation
	Place          string     // of the days that do not say their own
	Languages      []Language
	Capacity       Count
	Cost           Amount // of the whole event, in euros
	PassShare      int    // per cent of the days, 0–100
	Notes          string
	Days           []EventDay // by Date
	Trainers       []Trainer
	Participations []Participation
}

// EventDay is a day of an event.
type EventDay struct {
	ID    ID
	Date  Date // required
	From  Clock
	Until Clock
	Place string
}

// Trainer is somebody who teaches at an event: a leader of the register, or somebody else by name.
type Trainer struct {
	ID             ID
	LeaderID       ID
	Name           string // of one who is not in the register
	OrganisationID ID
}

// Participation is that somebody takes part: a leader of the register, or an outsider by name.
type Participation struct {
	ID       ID
	LeaderID ID
	Outsider Outsider
	Days     map[ID]bool // by EventDay.ID: attended or not; a day that nobody has entered is not in it
	Passed   Answer
	Rating   Count // 1–5, as the participant gave it
	Feedback string
}

// Outsider is a participant who is not in the register of leaders.
type Outsider struct {
	Name         string
	Organisation string
	Sector       Sector
	Removed      bool // the name has been taken out; what statistics need stays
}

// Answer is a yes or a no that may not have been given yet.
type Answer string

// The answers; the empty one has not been given.
const (
	Yes Answer = "yes"
	No  Answer = "no"
)

// FirstDay is the first day of the event; zero without days.
func (e Event) FirstDay() Date {
	var first Date
	for _, d := range e.Days {
		if first.IsZero() || d.Date.Before(first) {
			first = d.Date
		}
	}
	return first
}

// LastDay is the last day of the event; zero without days.
func (e Event) LastDay() Date {
	var last Date
	for _, d := range e.Days {
		if d.Date.After(last) {
			last = d.Date
		}
	}
	return last
}

// Name is the event's own title or that of its programme.
func (e Event) Name(programmes ProgrammeDirectory, l Language) string {
	if !e.Title.IsZero() {
		return e.Title.Best(l)
	}
	return programmes.Name(e.ProgrammeID, l)
}

// Full reports whether there are as many participants as there is room for.
func (e Event) Full() bool { return e.Capacity.Known && len(e.Participations) >= e.Capacity.N }

// Passed lists the participations that are confirmed as passed, in order.
func (e Event) Passed() []Participation {
	return slices.DeleteFunc(slices.Clone(e.Participations), func(p Participation) bool { return p.Passed != Yes })
}

// Attendance is how much of an event somebody attended.
type Attendance struct {
	Days     int // of the event
	Entered  int // of which somebody has said whether the participant came
	Attended int
}

// AttendanceOf counts the days of a participation.
func (e Event) AttendanceOf(p Participation) Attendance {
	a := Attendance{Days: len(e.Days)}
	for _, d := range e.Days {
		if came, entered := p.Days[d.ID]; entered {
			a.Entered++
			if came {
				a.Attended++
			}
		}
	}
	return a
}

// ProposedPass proposes whether a participant has passed, from the share of the days attended: Yes as soon as it is
// enough, No as soon as it cannot become enough, and no answer while days are not entered. It is confirmed by hand.
func (e Event) ProposedPass(p Participation) Answer {
	a := e.AttendanceOf(p)
	switch {
	case a.Days == 0 || a.Entered == 0:
		return ""
	case a.Attended*100 >= e.PassShare*a.Days:
		return Yes
	case (a.Attended+a.Days-a.Entered)*100 < e.PassShare*a.Days:
		return No
	default:
		return ""
	}
}

// WithoutOutsiders returns the event without the names and the feedback of participants who are not in the register.
func (e Event) WithoutOutsiders() Event {
	e.Participations = slices.Clone(e.Participations)
	for i := range e.Participations {
		if p := &e.Participations[i]; p.LeaderID == "" {
			p.Outsider.Name, p.Outsider.Removed, p.Feedback = "", true, ""
		}
	}
	return e
}

// Check returns what is amiss in the event.
func (e Event) Check(today Date) []Problem {
	var p problems
	p.required("programme", string(e.ProgrammeID))
	p.required("state", string(e.State))
	p.texts("title", e.Title, MaxName)
	p.length("reason", e.Reason, MaxNotes)
	p.length("place", e.Place, MaxName)
	p.length("notes", e.Notes, MaxNotes)
	if e.PassShare < 0 || e.PassShare > 100 {
		p.refuse("pass_share", "share_range")
	}
	p.positive("capacity", e.Capacity)
	if e.Cost.Known && e.Cost.Hundredths < 0 {
		p.refuse("cost", "negative")
	}
	if e.Capacity.Known && len(e.Participations) > e.Capacity.N {
		p.warn("capacity", "over_capacity", "capacity", e.Capacity.N, "participants", len(e.Participations))
	}
	if e.State == EventHeld && len(e.Days) > 0 && e.LastDay().After(today) {
		p.warn("state", "held_in_future", "last", e.LastDay())
	}
	if len(e.Days) == 0 {
		p.warn("days", "no_days")
	}
	if e.State == EventPlanned && !e.LastDay().IsZero() && e.LastDay().Before(today) {
		p.warn("days", "planned_in_past", "last", e.LastDay())
	}
	if !e.FirstDay().IsZero() && e.FirstDay().DaysUntil(e.LastDay()) > farApart {
		p.warn("days", "days_far_apart", "first", e.FirstDay(), "last", e.LastDay())
	}
	if passed := len(e.Passed()); e.State == EventCancelled && passed > 0 {
		p.warn("state", "cancelled_with_passes", "n", passed)
	}
	e.checkDays(&p)
	e.checkPeople(&p)
	return p
}

func (e Event) checkDays(p *problems) {
	seen := map[Date]bool{}
	for i, d := range e.Days {
		if d.Date.IsZero() {
			p.refuse(at("days", i, "date"), "required")
		} else if seen[d.Date] {
			p.warn(at("days", i, "date"), "day_twice", "date", d.Date)
		}
		seen[d.Date] = true
		if d.Until.Before(d.From) || (!d.From.IsZero() && d.From == d.Until) {
			p.refuse(at("days", i, "until"), "clock_order")
		}
		p.length(at("days", i, "place"), d.Place, MaxName)
	}
}

func (e Event) checkPeople(p *problems) {
	for i, t := range e.Trainers {
		if t.LeaderID == "" {
			p.required(at("trainers", i, "name"), t.Name)
		}
		p.length(at("trainers", i, "name"), t.Name, MaxName)
	}
	seen := map[string]bool{}
	for i, x := range e.Participations {
		who := string(x.LeaderID)
		if who == "" && !x.Outsider.Removed {
			p.required(at("participants", i, "name"), x.Outsider.Name)
			who = Fold(x.Outsider.Name) + "\n" + Fold(x.Outsider.Organisation)
		}
		if strings.TrimSpace(who) != "" && seen[who] {
			p.refuse(at("participants", i, "name"), "participant_twice")
		}
		seen[who] = true
		p.length(at("participants", i, "name"), x.Outsider.Name, MaxName)
		p.length(at("participants", i, "organisation"), x.Outsider.Organisation, MaxName)
		p.length(at("participants", i, "feedback"), x.Feedback, MaxNotes)
		if x.Rating.Known && (x.Rating.N < 1 || x.Rating.N > 5) {
			p.refuse(at("participants", i, "rating"), "rating_range")
		}
	}
}
