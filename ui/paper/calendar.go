package paper

import "kumppani/model"

// FamiliesCalendar is the calendar that hangs in clinics and shops.
func (o Office) FamiliesCalendar(c CalendarSheet) Document { return o.newSheet(c.Languages).doc }

// WeekPoster tells what there is in a place in one week.
func (o Office) WeekPoster(place model.MeetingPlace, monday model.Date, sessions []model.Session, f MeetingFacts, languages []model.Language) Document {
	return o.newSheet(languages).doc
}

// DoorSign tells what happens behind a door through the season.
func (o Office) DoorSign(place model.MeetingPlace, entries []model.CalendarEntry, f MeetingFacts, languages []model.Language) Document {
	return o.newSheet(languages).doc
}

// DutyList tells who leads what.
func (o Office) DutyList(season model.Season, sessions []model.Session, f MeetingFacts, language model.Language, only ...model.ID) Document {
	return o.newSheet([]model.Language{language}).doc
}

// CountingSheet is filled in by hand.
func (o Office) CountingSheet(place model.MeetingPlace, monday model.Date, rows []model.CountRow, f MeetingFacts, languages []model.Language) Document {
	return o.newSheet(languages).doc
}
