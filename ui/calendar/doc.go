// Package calendar is the screen of what happens when: the week and the month of all meeting places, the page of one
// session with everything that can be done to it, who leads how much, and the counting of visitors.
//
// What does not live here: places, groups, seasons and closures themselves (ui/meetings), rules about them (model), and
// documents (ui/paper, ui/icalendar).
package calendar
