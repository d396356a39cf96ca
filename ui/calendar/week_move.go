package calendar

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// at is the session as it would be in a spot of the grid. The day of its recurrence stays, so that it remains part of its
// series.
func (v *weekView) at(x model.Session, to kit.TimeSpot) model.Session {
	x.Date, x.From, x.Until = v.monday.AddDays(to.Column), clockAt(to.From), clockAt(to.Until)
	return x
}

// judge says where a session would be, and what would stand in its way there.
func (v *weekView) judge(key string, to kit.TimeSpot) (said []string, bad bool) {
	x, known := v.agenda.find(model.ID(key))
	if !known {
		return nil, false
	}
	x = v.at(x, to)
	said = []string{sessionWhen(x)}
	found, all := conflictsOf(x, v.agenda.all, v.agenda.facts)
	for _, c := range found {
		said = append(said, v.s.conflictText(c, all))
	}
	v.judged = words.Joined(said...)
	return said, len(found) > 0
}

// moved puts a session down. One whose visitors were counted asks first: it has been held as it was.
func (v *weekView) moved(key string, to kit.TimeSpot) {
	v.judged = ""
	old, known := v.agenda.find(model.ID(key))
	if !known {
		return
	}
	now := v.at(old, to)
	move := func() { v.write(now) }
	if !old.Counts.Entered() {
		move()
		return
	}
	v.s.desk.Dialogs.Confirm(words.T("calendar.grid.counted.title"),
		words.T("calendar.grid.counted.text", "group", v.s.records.GroupName(old.GroupID), "when", sessionWhen(old)),
		words.T("calendar.grid.counted.move"), false, move)
}

// write keeps the day and time of a session. What stands in the way is said, and keeps nobody from it.
func (v *weekView) write(now model.Session) {
	said := words.T("calendar.grid.has_moved", "group", v.s.records.GroupName(now.GroupID), "when", sessionWhen(now))
	found, all := conflictsOf(now, v.agenda.all, v.agenda.facts)
	if len(found) > 0 {
		var against []string
		for _, c := range found {
			against = append(against, v.s.conflictText(c, all))
		}
		said += " " + words.T("calendar.grid.beware", "what", strings.Join(against, " "))
	}
	err := v.s.changeSessions([]model.ID{now.ID}, said, func(kept *model.Session) {
		kept.Date, kept.From, kept.Until = now.Date, now.From, now.Until
	})
	if err != nil {
		v.s.desk.Fail(err, nil)
	}
}
