package calendar

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// face is how a session looks in a grid.
type face struct {
	tone  kit.Tone
	marks []fyne.Resource
	words []string // in few words what is special, what hurts first
}

// add is called for what is special, what hurts most first.
func (f *face) add(tone kit.Tone, mark fyne.Resource, word string) {
	if f.tone == kit.Neutral || f.tone == kit.OK {
		f.tone = tone
	}
	f.marks, f.words = append(f.marks, mark), append(f.words, word)
}

// face finds out what is special about a session.
func (s *Screen) face(x model.Session, a *agenda) face {
	in := words.In(words.Current())
	f := face{tone: kit.Neutral}
	if x.State == model.SessionCancelled {
		f.add(kit.Past, theme.CancelIcon(), s.cancelledText(x))
		return f
	}
	status := x.StatusOn(s.desk.Today())
	if status == model.StatusHeld {
		f.tone = kit.OK
	}
	kinds := map[model.ConflictKind]bool{}
	for _, c := range a.clashes[x.ID] {
		if !kinds[c.Kind] {
			kinds[c.Kind] = true
			f.add(kit.Danger, theme.ErrorIcon(), words.Code(in, "conflict.kind", c.Kind))
		}
	}
	if len(kinds) > 1 { // one mark says it
		f.marks = f.marks[:1]
	}
	for _, gap := range model.PairGaps(x.Leaders, s.records.LeaderOf) {
		f.add(kit.Attention, theme.AccountIcon(), words.Code(in, "group.gap", gap))
	}
	if a.lacksTheme[x.ID] {
		f.add(kit.Attention, theme.QuestionIcon(), words.T("calendar.grid.no_theme"))
	}
	if status == model.StatusNotEntered {
		f.add(kit.Attention, theme.DocumentCreateIcon(), words.Code(in, "session.status", status))
	}
	if x.Moved() {
		f.add(f.tone, theme.MailForwardIcon(), words.T("calendar.grid.moved"))
	}
	return f
}

// cancelledText says that a session is cancelled, and why.
func (s *Screen) cancelledText(x model.Session) string {
	word := words.Code(words.In(words.Current()), "session.status", model.StatusCancelled)
	if x.Reason != "" {
		word += ": " + s.desk.Personal(x.Reason)
	}
	return word
}

// block is a session in a grid; what the place in the grid says anyway is left out.
func (s *Screen) block(x model.Session, a *agenda, withPlace bool) kit.Block {
	r, f, in := s.records, s.face(x, a), words.In(words.Current())
	b := kit.Block{
		Key: string(x.ID), Time: in.ClockRange(x.From, x.Until), Start: in.Clock(x.From), Title: r.GroupName(x.GroupID),
		Tone: f.tone, Marks: f.marks, Struck: x.State == model.SessionCancelled, Side: r.sides[x.PlaceID],
	}
	b.Lines = append(b.Lines, f.words...)
	if withPlace {
		b.Lines = append(b.Lines, r.PlaceName(x.PlaceID))
	}
	for _, line := range []string{x.Theme, s.desk.Person(x.Guest), s.names(x.Leaders)} {
		if line != "" {
			b.Lines = append(b.Lines, line)
		}
	}
	return b
}

// describe says all of a session that its block tells in few words, symbols and colours.
func (s *Screen) describe(x model.Session, a *agenda) string {
	r, in := s.records, words.In(words.Current())
	place := r.PlaceName(x.PlaceID)
	if town := r.towns.Name(r.PlaceOf[x.PlaceID].Municipality); town != "" && !strings.Contains(place, town) {
		place += ", " + town
	}
	said, who := []string{sessionWhen(x), r.GroupName(x.GroupID), place}, []string{s.names(x.Leaders), x.Theme, s.desk.Person(x.Guest)}
	if x.State == model.SessionCancelled {
		return words.Joined(append(append(said, s.cancelledText(x)), who...)...)
	}
	for _, c := range a.clashes[x.ID] {
		said = append(said, s.conflictText(c, a.all))
	}
	for _, gap := range model.PairGaps(x.Leaders, r.LeaderOf) {
		said = append(said, words.Code(in, "group.gap", gap))
	}
	if a.lacksTheme[x.ID] {
		said = append(said, words.T("calendar.grid.no_theme"))
	}
	if x.StatusOn(s.desk.Today()) == model.StatusNotEntered {
		said = append(said, words.Code(in, "session.status", model.StatusNotEntered))
	}
	if x.Moved() {
		said = append(said, words.T("calendar.grid.moved_from", "day", weekdayAndDate(x.SlotOn)))
	}
	return words.Joined(append(said, who...)...)
}

// special says what is special about a day as the lens shows it: a holiday, closures, and what partners have all day.
func (s *Screen) special(day model.Date, a *agenda) []string {
	var said []string
	in, r := words.In(words.Current()), s.records
	if h, is := model.HolidayOn(day); is {
		said = append(said, in.Closed(model.Closed{Holiday: h}))
	}
	for _, c := range r.Closures {
		if c.Covers(day) && s.lens.touches(c, r) {
			said = append(said, words.Joined(c.Reason.Best(words.Current()), r.closedWhat(c)))
		}
	}
	for _, e := range a.events {
		if e.Date == day && e.AllDay() && s.lens.has(e.PlaceID, r) {
			said = append(said, words.Joined(e.Title, r.PlaceName(e.PlaceID)))
		}
	}
	return said
}

// closedWhat is what a closure concerns: the municipality, the place, the organiser or the whole region.
func (r *records) closedWhat(c model.Closure) string {
	switch c.Scope {
	case model.ClosedMunicipality:
		return r.towns.Name(c.Municipality)
	case model.ClosedPlace:
		return r.PlaceName(c.PlaceID)
	case model.ClosedOrganiser:
		return r.OrganisationName(c.OrganisationID)
	default:
		return words.Code(words.In(words.Current()), "closure.scope", c.Scope)
	}
}

// touches reports whether a closure may concern what the lens shows.
func (l lens) touches(c model.Closure, r *records) bool {
	town := l.town
	if l.place != "" {
		town = r.PlaceOf[l.place].Municipality
	}
	switch c.Scope {
	case model.ClosedMunicipality:
		return town.IsZero() || town.Same(c.Municipality)
	case model.ClosedPlace:
		return l.has(c.PlaceID, r)
	case model.ClosedOrganiser:
		return l.organiser == "" || l.organiser == c.OrganisationID
	default:
		return true
	}
}

// has reports whether the lens shows a place, or what belongs to none.
func (l lens) has(place model.ID, r *records) bool {
	return (l.place == "" || l.place == place) && (l.town.IsZero() || l.town.Same(r.PlaceOf[place].Municipality))
}

// dayColumn is the head of a day.
func (s *Screen) dayColumn(day model.Date, a *agenda) kit.GridColumn {
	in := words.In(words.Current())
	special := s.special(day, a)
	c := kit.GridColumn{
		Name:  in.WeekdayShort(day.Weekday()) + " " + dayAndMonth(day),
		Short: in.WeekdayShort(day.Weekday()) + " " + strconv.Itoa(day.Day()) + ".",
		Today: day == s.desk.Today(), Closed: restDay(day),
	}
	if len(special) > 0 {
		c.Note = special[0]
	}
	if n := len(special) - 1; n > 0 {
		c.Note = words.T("calendar.grid.note_more", "n", n, "note", c.Note)
	}
	if c.Today {
		c.Note = words.Joined(words.T("calendar.grid.today_mark"), c.Note)
	}
	return c
}

// dayText says a day and all that is special about it.
func (s *Screen) dayText(day model.Date, a *agenda) string {
	said := append([]string{weekdayAndDate(day)}, s.special(day, a)...)
	if day == s.desk.Today() {
		said = append(said, words.T("calendar.grid.today_mark"))
	}
	return words.Joined(said...)
}

// restDay reports whether little is held on the day: a weekend or a public holiday.
func restDay(day model.Date) bool {
	_, holiday := model.HolidayOn(day)
	weekday := (int(day.Weekday()) + 6) % 7
	return holiday || weekday > 4
}
