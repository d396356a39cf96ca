// Package meetings is where and when families meet: the registers of meeting places and of groups, the seasons with their
// planning, the closures, and the calendars of partners.
//
// What does not live here: the rules of recurrence, planning and conflicts (model), documents (ui/paper), and widgets that
// other registers use as well (ui/kit).
package meetings
