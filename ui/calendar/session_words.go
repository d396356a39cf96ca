package calendar

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// weekdayAndDate is a day with its day of the week: ti 3.11.2026.
func weekdayAndDate(d model.Date) string {
	return words.In(words.Current()).WeekdayDate(d)
}

// sessionWhen is the day and the times of a session: ti 3.11.2026 klo 9.30–11.30.
func sessionWhen(s model.Session) string {
	return words.T("calendar.session.when", "day", weekdayAndDate(s.Date), "times", words.In(words.Current()).ClockRange(s.From, s.Until))
}

// sessionTones show where a session stands.
var sessionTones = map[model.SessionStatus]kit.Tone{
	model.StatusAhead: kit.Neutral, model.StatusHeld: kit.OK, model.StatusNotEntered: kit.Attention, model.StatusCancelled: kit.Past,
}

// readinessTones show how ready a leader is.
var readinessTones = map[model.Level]kit.Tone{model.LevelOK: kit.OK, model.LevelDue: kit.Waiting, model.LevelMissing: kit.Attention}

// conflictText says what stands in the way of a session; all are the sessions to which the conflict refers.
func (s *Screen) conflictText(c model.Conflict, all []model.Session) string {
	var name, other, times string
	in := words.In(words.Current())
	if c.LeaderID != "" {
		name = s.desk.Person(s.records.LeaderName(c.LeaderID))
	}
	if c.Other >= 0 && c.Other < len(all) {
		o := all[c.Other]
		other, times = s.records.GroupName(o.GroupID), in.ClockRange(o.From, o.Until)
	}
	switch c.Kind {
	case model.ConflictClosed:
		return closedText(*c.Closed)
	case model.ConflictPlace:
		return words.T("calendar.conflict.place", "other", other, "times", times)
	case model.ConflictBooked:
		if c.Booking.AllDay() {
			return words.T("calendar.conflict.booked_all_day", "title", c.Booking.Title)
		}
		return words.T("calendar.conflict.booked", "title", c.Booking.Title, "times", in.ClockRange(c.Booking.From, c.Booking.Until))
	case model.ConflictLeader:
		return words.T("calendar.conflict.leader", "name", name, "other", other, "times", times)
	case model.ConflictTravel:
		return words.T("calendar.conflict.travel", "name", name, "minutes", c.Minutes, "other", other, "times", times)
	default:
		return words.T("calendar.conflict.absent", "name", name, "why", s.records.awayText(c.LeaderID, all[c.Session].Date))
	}
}

// closedText says what closes a day, and for how long.
func closedText(c model.Closed) string {
	why := words.In(words.Current()).Closed(c)
	if c.Holiday != "" {
		return words.T("calendar.conflict.holiday", "why", why)
	}
	return words.T("calendar.conflict.closed", "why", why, "days", words.In(words.Current()).DateRange(c.Closure.From, c.Closure.Until))
}

// awayText says why a leader cannot be asked to lead on the day, empty when nothing is against it: "poissa 1.–14.12.2026".
func (r *records) awayText(id model.ID, day model.Date) string {
	l := r.LeaderOf[id]
	if l.AvailableOn(day) {
		return ""
	}
	if absence, absent := l.AbsentOn(day); absent {
		return words.T("calendar.leader.absent", "days", words.In(words.Current()).DateRange(absence.From, absence.Until))
	}
	return words.Code(words.In(words.Current()), "leader.state", l.StatusOn(day).State)
}

// names are leaders as they may be shown now, as in a sentence.
func (s *Screen) names(ids []model.ID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = s.desk.Person(s.records.LeaderName(id))
	}
	return words.In(words.Current()).List(out)
}

// conflictsOf lists what stands in the way of one session among the others of its day, from its own point of view: the
// conflicts refer to all, in which it is the last.
func conflictsOf(x model.Session, day []model.Session, f model.ConflictFacts) (found []model.Conflict, all []model.Session) {
	all = slices.DeleteFunc(slices.Clone(day), func(o model.Session) bool { return o.Date != x.Date || x.ID != "" && o.ID == x.ID })
	mine := len(all)
	all = append(all, x)
	for _, c := range model.Conflicts(all, f) {
		if c.Other == mine {
			c.Session, c.Other = mine, c.Session
		}
		if c.Session == mine {
			found = append(found, c)
		}
	}
	return found, all
}
