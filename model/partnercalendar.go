package model

import (
	"context"
	"strings"
)

// PartnerCalendar is a calendar of somebody else, read from an iCalendar file (RFC 5545). It is shown and looked at for
// collisions, and never changed here: when the partner has a newer one, it is read again.
type PartnerCalendar struct {
	ID      ID
	Name    string // required
	PlaceID ID     // the place whose use it tells of; empty = it is only shown
	File    string // name of the file that it was read from, without its folder
	ReadOn  Date
	From    Date // the first and the last day for which events were read: a rule that never ends is read up to the last
	Until   Date
	Events  int // how many there are, counted by the store
}

// PartnerEvent is one time in a partner's calendar. One that lasts over midnight is one for each day.
type PartnerEvent struct {
	CalendarID ID
	PlaceID    ID // that of the calendar
	Date       Date
	From       Clock // with Until zero: all day
	Until      Clock
	Title      string
}

// AllDay reports whether the event takes the whole day.
func (e PartnerEvent) AllDay() bool { return e.From.IsZero() && e.Until.IsZero() }

// Overlaps reports whether the event takes any of the time from a clock to another; both are half-open intervals.
func (e PartnerEvent) Overlaps(from, until Clock) bool {
	return e.AllDay() || (e.From.Before(until) && from.Before(e.Until))
}

// Books reports whether the event is how the partner's calendar has the session of a group itself: a time that has it
// inside, and the name of the group in its title.
func (e PartnerEvent) Books(s Session, g Group) bool {
	if !e.AllDay() && (s.From.Before(e.From) || e.Until.Before(s.Until)) {
		return false
	}
	title := Fold(e.Title)
	for _, l := range Languages() {
		if name := Fold(g.Name.In(l)); name != "" && strings.Contains(title, name) {
			return true
		}
	}
	return false
}

// Check returns what is amiss in the calendar.
func (c PartnerCalendar) Check() []Problem {
	var p problems
	p.required("name", c.Name)
	p.length("name", c.Name, MaxName)
	p.order("until", c.From, c.Until)
	return p
}

// PartnerCalendars keeps the calendars of partners. Every method is one transaction.
type PartnerCalendars interface {
	// PartnerCalendars returns all of them, in Finnish alphabetical order of their names.
	PartnerCalendars(ctx context.Context) ([]PartnerCalendar, error)
	// PartnerEvents returns the events of all of them from a day to another, both included, by day and time.
	PartnerEvents(ctx context.Context, from, until Date) ([]PartnerEvent, error)
	// SavePartnerCalendar keeps a calendar, new with an empty ID, with these events and no others. CodeInvalid when Check
	// refuses it.
	SavePartnerCalendar(ctx context.Context, c PartnerCalendar, events []PartnerEvent) (PartnerCalendar, error)
	// UpdatePartnerCalendar changes the name or the place of one; its events stay.
	UpdatePartnerCalendar(ctx context.Context, id ID, change func(*PartnerCalendar) error) (PartnerCalendar, error)
	// DeletePartnerCalendar removes one with its events.
	DeletePartnerCalendar(ctx context.Context, id ID) error
}
