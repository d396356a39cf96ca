package paper

import "kumppani/model"

// MeetingFacts is what the documents about meeting places take from the registers.
type MeetingFacts struct {
	Groups   model.GroupDirectory
	Places   model.PlaceDirectory
	Leaders  model.LeaderDirectory
	Policy   model.MeetingPolicy
	Closures []model.Closure // by which a day on which nothing is held tells its reason; may be empty
}

// CalendarSheet is what a families' calendar is made of.
type CalendarSheet struct {
	Season       model.Season
	Area         model.CalendarArea
	Entries      []model.CalendarEntry  // in the order of PublicCalendar
	Changes      []model.CalendarChange // since the calendar that was given out before
	ChangedSince model.Date             // the day of that one
	ByVillage    bool                   // by municipality and village instead of by weekday
	Size         PaperSize
	Languages    []model.Language // one, or two under each other
	Facts        MeetingFacts
}
