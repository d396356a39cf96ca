// Package network is the records of the network itself: the bodies that meet and their meetings, the surveys, and the one
// page of each year, in three views.
//
// What does not live here: the rules of when a body meets next, of practices and of what the registers show of a year
// (model), reports of these records (ui/report), and reminders hung on them (ui/followups).
package network
