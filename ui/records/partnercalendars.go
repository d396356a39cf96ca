package records

import (
	"kumppani/model"
	"kumppani/ui/words"
)

// partnerCalendarRecord is everything that is stored of a partner's calendar but its events.
func partnerCalendarRecord(in words.In, c model.PartnerCalendar, m Meetings) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", c.ID)
	r.text("name", c.Name)
	m.place(r, c.PlaceID)
	r.text("file", c.File)
	r.date("read_on", c.ReadOn)
	r.date("from", c.From)
	r.date("until", c.Until)
	r.number("events", int64(c.Events))
	return *r
}
