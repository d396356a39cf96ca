package paper

import (
	"strconv"

	"kumppani/model"
	"kumppani/ui/words"
)

// posterSizes are the sizes in which a poster is set: as large as it fits on one page.
var posterSizes = []float64{2.1, 1.95, 1.8, 1.65, 1.5, 1.35, 1.2, 1.1, 1, 0.9}

// Weights of the columns of posters: a time of day stays on one line in the largest size.
const (
	posterWhen = 30
	posterWhat = 70
)

// workdays are the days of a week that a poster tells of even when there is nothing.
const workdays = 5

// WeekPoster tells what there is in a place in the week of a Monday, for the door or the wall: sessions of other places and
// weeks and of groups that are not public are left out, and one that is called off is crossed out with its reason.
func (o Office) WeekPoster(place model.MeetingPlace, monday model.Date, sessions []model.Session, f MeetingFacts, languages []model.Language) Document {
	s := o.newSheet(languages)
	name := func(in words.In) string { return in.T("paper.week", "week", weekNumber(monday)) }
	s.notice(name, s.inline(best(place.Name)))
	s.doc.FileName = fileName(joined(" ", words.In(s.languages[0]).T("paper.week", "week", weekNumber(monday)), place.Name.Best(s.languages[0])))
	s.doc.Sizes = posterSizes
	details := append(s.emphasised(name), Text("", words.In(s.languages[0]).DateRange(monday, monday.AddDays(6))))
	s.add(s.masthead(best(o.Centre.Name), best(place.Name), details))
	some := false
	for i := range 7 {
		day := monday.AddDays(i)
		t := Table{
			List: true, Columns: []Column{{Weight: posterWhen}, {Weight: posterWhat}},
			Band: Heading{Text: s.inline(func(in words.In) string {
				return words.Capital(in.Weekday(day.Weekday())) + " " + dayMonth(day)
			})},
		}
		for _, x := range sessions {
			if x.Date == day && x.PlaceID == place.ID && f.Groups[x.GroupID].Public {
				t.Rows = append(t.Rows, s.posterRow(x, f))
			}
		}
		some = some || len(t.Rows) > 0
		if len(t.Rows) == 0 && i < workdays {
			t.Rows = [][]Cell{{nil, {Text("", s.inline(func(in words.In) string { return in.T("paper.week.none") }))}}}
		}
		if len(t.Rows) > 0 {
			s.add(t)
		}
	}
	if !some {
		s.doc.Blocks = s.doc.Blocks[:1]
		s.nothing("paper.week.nothing")
	}
	s.askAt()
	return s.doc
}

func weekNumber(monday model.Date) string {
	_, week := monday.ISOWeek()
	return strconv.Itoa(week)
}

// posterRow tells one session.
func (s *sheet) posterRow(x model.Session, f MeetingFacts) []Cell {
	g := f.Groups[x.GroupID]
	off := x.State == model.SessionCancelled
	when := Bold("", words.In(s.languages[0]).ClockRange(x.From, x.Until))
	name := Bold(s.languages[0], s.inline(best(g.Name)))
	when.Scale, name.Scale = nameScale, nameScale
	when.Struck, name.Struck = off, off
	if off {
		said := Cell{name}
		for _, l := range s.languages {
			said = append(said, Bold(l, joined(": ", words.Capital(words.In(l).T("session.status.cancelled")), f.whyOff(x, words.In(l)))))
		}
		return []Cell{{when}, said}
	}
	what := append(Cell{name}, s.cell(func(in words.In) string { return words.Capital(forWhom(g, in)) })...)
	if x.Theme != "" {
		what = append(what, Text("", s.inline(func(in words.In) string { return in.T("paper.week.theme") })+": "+x.Theme))
	}
	if x.Guest != "" {
		what = append(what, Text("", s.inline(func(in words.In) string { return in.T("paper.week.guest") })+": "+x.Guest))
	}
	return []Cell{{when}, what}
}

// whyOff is why a session was called off.
func (f MeetingFacts) whyOff(x model.Session, in words.In) string {
	if x.Reason != "" {
		return x.Reason
	}
	d := daysOfEntry{model.CalendarEntry{Group: f.Groups[x.GroupID], Place: f.Places[x.PlaceID]}, f, in}
	return d.reason(x.Date, x.ClosedBy)
}

// askAt adds at the foot of a poster whom to ask.
func (s *sheet) askAt() {
	who := joined(", ", s.Centre.Coordinator, unbroken(s.Centre.Phone), s.Centre.Email)
	if who != "" {
		s.add(Foot{}, Legend{Items: []Paragraph{Text(s.languages[0], s.inline(func(in words.In) string { return in.T("paper.notice.ask") })+": "+who)}})
	}
}

// DoorSign tells what happens behind a door through the season: the groups of a place, by weekday.
func (o Office) DoorSign(place model.MeetingPlace, entries []model.CalendarEntry, f MeetingFacts, languages []model.Language) Document {
	s := o.newSheet(languages)
	b := calendarBuilder{s, CalendarSheet{Entries: entries, Facts: f}}
	kind := func(in words.In) string { return words.Capital(words.Code(in, "place.kind", place.Kind)) }
	s.notice(func(in words.In) string { return in.T("paper.door") }, s.inline(best(place.Name)))
	s.doc.FileName = fileName(words.In(s.languages[0]).T("paper.door"), place.Name.Best(s.languages[0]))
	s.doc.Sizes = posterSizes
	var details []Paragraph
	town := place.Address.Town
	if model.Fold(town) == model.Fold(place.Municipality.Name) {
		town = s.municipality(place.Municipality, words.In(s.languages[0]))
	}
	for _, line := range []string{place.Address.Street, joined(" ", place.Address.PostalCode, town)} {
		details = append(details, Text("", line))
	}
	s.add(s.masthead(func(in words.In) string { return joined("  ·  ", o.Centre.Name.Best(model.Language(in)), kind(in)) }, best(place.Name), details))
	var last *Table
	for _, e := range entries {
		row := []Cell{b.when(e, nil), b.doorWhat(e)}
		day := s.inline(func(in words.In) string { return weekdayOf(e, in) })
		if last != nil && last.Band.Text == day {
			last.Rows = append(last.Rows, row)
			continue
		}
		if last != nil {
			s.add(*last)
		}
		last = &Table{
			List: true, Band: Heading{Text: day}, Columns: []Column{{Weight: posterWhen}, {Weight: posterWhat}}, Rows: [][]Cell{row},
			Continued: s.continued(),
		}
	}
	if last != nil {
		s.add(*last)
	} else {
		s.nothing("paper.door.nothing")
	}
	if signs := s.accessLegend([]model.MeetingPlace{place}); len(signs) > 0 {
		s.add(Legend{Items: signs, Across: legendAcross})
	}
	s.askAt()
	return s.doc
}

// doorWhat tells the name of a group, whom it is for and when it meets.
func (b calendarBuilder) doorWhat(e model.CalendarEntry) Cell {
	name := Bold(b.languages[0], b.inline(best(e.Group.Name)))
	name.Scale = nameScale
	out := append(Cell{name}, b.cell(func(in words.In) string { return words.Capital(forWhom(e.Group, in)) })...)
	return append(out, b.cell(func(in words.In) string {
		d := daysOfEntry{e, b.c.Facts, in}
		return words.Capital(joined(", ", d.usual(), d.otherwise()))
	})...)
}
