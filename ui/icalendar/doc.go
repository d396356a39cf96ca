// Package icalendar writes sessions as an iCalendar file (RFC 5545), for families and leaders to open in a calendar of
// their own, and reads the calendars of partners.
//
// What does not live here: what a session or a recurrence is (model), where the events of partners are kept
// (persistence), and the dialogs around a file (ui/calendar, ui/meetings).
package icalendar

import (
	"time"
	_ "time/tzdata" // Windows has no time zones of its own that Go could read
)

// zoneName is the time zone of all sessions.
const zoneName = "Europe/Helsinki"

// helsinki is built in, so that it is there.
var helsinki = func() *time.Location {
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		panic(err)
	}
	return zone
}()
