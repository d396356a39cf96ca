package paper

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// timeWidth is the width of a column of times of day, each on one line.
const timeWidth = 22.5

// The columns of a calendar, of a leaflet, where a time of day takes more of the width, and of A3, whose text flows in
// columns of its own.
var (
	calendarColumns = []Column{{}, {Weight: 100}, {Weight: 57}}
	leafletColumns  = []Column{{}, {Weight: 82}, {Weight: 52}}
	flowingColumns  = []Column{{}, {}} // the place stands under the group
)

// Sizes in which a calendar is set: a short one large, to be read from afar, and a long one small, to save paper. The
// smallest is 7.8 points on A4 and 8.5 on A3, which is enlarged.
var (
	noticeSizes  = []float64{1.25, 1.12, 1, 0.93, 0.87}
	leafletSizes = []float64{1, 0.94, 0.87}
	largeSizes   = []float64{1.25, 1.12, 1, 0.93, 0.87, 0.8, 0.73, 0.67}
	flowingSizes = []float64{0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7, 0.67}
)

// flowing is from how many groups on a calendar on A3 flows in two columns: fewer would leave the right one empty.
const flowing = 7

// between parts what is told of a group; it does not begin a line.
const between = "\u00a0· "

// How much larger than the rest of its cell a name or time of day is set.
const nameScale = 1.18

// FamiliesCalendar is the calendar of activities that hangs in clinics and shops and is handed out: every public group of
// an area, by weekday or by village, with what it is, where and when, and the days on which it is otherwise.
func (o Office) FamiliesCalendar(c CalendarSheet) Document {
	s := o.newSheet(c.Languages)
	season := best(c.Season.Name)
	b := calendarBuilder{s, c}
	s.notice(func(in words.In) string { return joined(" ", in.T("paper.calendar"), season(in)) }, "")
	s.doc.FileName = fileName(words.In(s.languages[0]).T("paper.calendar"), season(words.In(s.languages[0])), s.inline(b.area))
	s.doc.Title = joined(" ", words.In(s.languages[0]).T("paper.calendar"), season(words.In(s.languages[0])), s.inline(b.area))
	s.doc.Paper = c.Size
	switch {
	case c.Size == PaperLeaflet:
		s.doc.Sizes = leafletSizes
	case b.flows():
		s.doc.Sizes, s.doc.Columns = flowingSizes, 2
	case c.Size == PaperA3:
		s.doc.Sizes = largeSizes
	}
	details := s.emphasised(season)
	details = append(details, Text("", words.In(s.languages[0]).DateRange(c.Season.From, c.Season.Until)))
	printed := Text("", s.printed())
	printed.Scale = 0.8
	s.add(s.masthead(func(in words.In) string { return joined("  ·  ", o.Centre.Name.Best(model.Language(in)), b.area(in)) },
		func(in words.In) string { return in.T("paper.calendar") }, append(details, printed)))
	b.changes()
	if len(c.Entries) == 0 {
		s.nothing("paper.calendar.nothing")
	} else {
		b.programme()
		s.add(BackPage{})
		b.legend()
	}
	b.contacts()
	return s.doc
}

// calendarBuilder builds the parts of a families' calendar.
type calendarBuilder struct {
	*sheet
	c CalendarSheet
}

// flows says whether the calendar is set in two columns of text.
func (b calendarBuilder) flows() bool { return b.c.Size == PaperA3 && len(b.c.Entries) >= flowing }

// notice begins a document that is hung on a wall.
func (s *sheet) notice(name func(words.In) string, number string) {
	s.named(name, number, "")
	s.doc.Blank = s.inline(func(in words.In) string { return in.T("paper.notice.blank") })
	s.doc.Notice, s.doc.Sizes = true, noticeSizes
	s.feet(name, number)
}

// feet are what may stand at the foot of a notice: where there is little room, the languages matter more than who printed
// it, and the day more than the other language.
func (s *sheet) feet(name func(words.In) string, number string) {
	first := words.In(s.languages[0])
	one, printed := joined(" ", name(first), number), joined(" ", first.T("paper.notice.printed"), first.Date(s.Today))
	both := joined(" ", s.inline(name), number)
	for _, parts := range [][]string{
		{both, s.inline(best(s.Centre.Name)), s.printed()}, {both, s.printed()}, {one, s.Centre.Name.Best(s.languages[0]), printed}, {one, printed},
	} {
		s.doc.Feet = append(s.doc.Feet, joined("  ·  ", parts...))
	}
}

// continued is what stands behind a heading on the pages that it goes on to.
func (s *sheet) continued() string {
	return "(" + s.inline(func(in words.In) string { return in.T("paper.notice.continued") }) + ")"
}

// printed says on which day a notice was printed.
func (s *sheet) printed() string {
	return joined(" ", s.inline(func(in words.In) string { return in.T("paper.notice.printed") }), words.In(s.languages[0]).Date(s.Today))
}

// emphasised says something in each language, in bold and large.
func (s *sheet) emphasised(say func(words.In) string) []Paragraph {
	out := emphasised(s.cell(say))
	for i := range out {
		out[i].Scale = nameScale
	}
	return out
}

// masthead is the band that a notice begins with.
func (s *sheet) masthead(kicker, title func(words.In) string, details []Paragraph) Masthead {
	return Masthead{Kicker: s.cell(kicker), Titles: emphasised(s.cell(title)), Details: details}
}

// nothing says in place of a table that there is nothing to tell.
func (s *sheet) nothing(key string) {
	s.add(Spacer{8})
	for _, p := range s.cell(func(in words.In) string { return in.T(key) }) {
		s.add(Centred{Paragraph: p, Size: SizeMedium})
	}
	s.add(Spacer{8})
}

// area names the municipality of the calendar, or its place; else the region.
func (b calendarBuilder) area(in words.In) string {
	switch l := model.Language(in); {
	case b.c.Area.PlaceID != "":
		return b.c.Facts.Places.Name(b.c.Area.PlaceID, l)
	case !b.c.Area.Municipality.IsZero():
		return b.municipality(b.c.Area.Municipality, in)
	default:
		return b.Centre.Region.Best(l)
	}
}

// programme adds the groups, under bands of weekdays or villages.
func (b calendarBuilder) programme() {
	entries, band := b.c.Entries, weekdayOf
	if b.c.ByVillage {
		entries, band = b.villages(), b.village
	}
	columns := calendarColumns
	switch {
	case b.c.Size == PaperLeaflet:
		columns = leafletColumns
	case b.flows():
		columns = flowingColumns
	}
	marks := marksOf(entries, b.Organisations, b.languages[0])
	for len(entries) > 0 {
		name := b.inline(func(in words.In) string { return band(entries[0], in) })
		n := 1
		for n < len(entries) && b.inline(func(in words.In) string { return band(entries[n], in) }) == name {
			n++
		}
		t := Table{
			List: true, Band: Heading{Text: name}, Continued: b.continued(), Columns: columns, First: timeWidth,
		}
		for _, e := range entries[:n] {
			row := []Cell{b.when(e, marks), b.what(e), b.where(e)}
			if b.flows() {
				row = []Cell{row[0], append(row[1], b.whereFlowing(e)...)}
			}
			t.Rows = append(t.Rows, row)
		}
		b.add(t)
		entries = entries[n:]
	}
}

// weekdayOf names the weekday of a group; single days have a band of their own.
func weekdayOf(e model.CalendarEntry, in words.In) string {
	if e.Group.Recurrence.Rhythm == model.SingleDates {
		return in.T("paper.calendar.single")
	}
	return words.Capital(in.Weekday(e.Group.Recurrence.Weekday))
}

// village names the municipality and village of a place.
func (b calendarBuilder) village(e model.CalendarEntry, in words.In) string {
	name := joined(" – ", b.municipality(e.Place.Municipality, in), e.Place.Village.Best(model.Language(in)))
	return cmp.Or(name, in.T("paper.calendar.elsewhere"))
}

// villages are the entries by municipality and village, and there as they were.
func (b calendarBuilder) villages() []model.CalendarEntry {
	in := words.In(b.languages[0])
	out := slices.Clone(b.c.Entries)
	key := func(e model.CalendarEntry) (municipality, village string) {
		return model.SortKey(b.municipality(e.Place.Municipality, in)), model.SortKey(e.Place.Village.Best(b.languages[0]))
	}
	slices.SortStableFunc(out, func(x, y model.CalendarEntry) int {
		mx, vx := key(x)
		my, vy := key(y)
		return cmp.Or(cmp.Compare(mx, my), cmp.Compare(vx, vy))
	})
	return out
}

// when tells the time of day, and by whom with the marks of the organisers; by village the weekday too.
func (b calendarBuilder) when(e model.CalendarEntry, marks organiserMarks) Cell {
	var out Cell
	add := func(text string) {
		p := Bold("", text)
		p.Scale = nameScale
		out = append(out, p)
	}
	if b.c.ByVillage && e.Group.Recurrence.Rhythm != model.SingleDates {
		for _, p := range b.cell(func(in words.In) string { return words.Capital(in.Weekday(e.Group.Recurrence.Weekday)) }) {
			add(plainOf(p))
		}
	}
	add(words.In(b.languages[0]).ClockRange(e.Group.From, e.Group.Until))
	if signs := marks.of(e.Group, b.Organisations, b.languages[0]); len(signs) > 0 {
		out = append(out, Paragraph{Signs: signs})
	}
	return out
}

// what tells the name of a group, whom it is for, how often it meets and when it does not, and what it is.
func (b calendarBuilder) what(e model.CalendarEntry) Cell {
	name := Bold(b.languages[0], b.inline(best(e.Group.Name)))
	name.Scale = nameScale
	spoken := func(in words.In) string { return languagesOf(e.Group, in) }
	if all := b.inline(spoken); b.flows() && all != "" { // beside the name there is room, and the lines under it are short
		name.Spans = append(name.Spans, Span{Text: between + all})
	}
	out := Cell{name}
	for _, l := range b.languages {
		in := words.In(l)
		d := daysOfEntry{e, b.c.Facts, in}
		facts := joined(between, words.Capital(forWhom(e.Group, in)), d.usual())
		p := Text(l, facts)
		if otherwise := d.otherwise(); otherwise != "" {
			p.Spans[0].Text += ", "
			p.Spans = append(p.Spans, Span{Text: otherwise, Bold: true})
		}
		if said := spoken(in); said != "" && !b.flows() {
			p.Spans = append(p.Spans, Span{Text: between + said})
		}
		out = append(out, p)
	}
	out = append(out, b.told(e.Group.Description)...)
	if people := b.volunteers(e.Group); len(people) > 0 {
		out = append(out, Text(b.languages[0], b.inline(func(in words.In) string { return in.N("paper.calendar.volunteers", len(people)) })+
			": "+joined(", ", people...)))
	}
	return out
}

// where tells the place, its address, and with signs how one gets in.
func (b calendarBuilder) where(e model.CalendarEntry) Cell {
	p := e.Place
	if p.ID == "" {
		return b.cell(func(in words.In) string { return in.T("paper.calendar.no_place") })
	}
	out := Cell{Bold("", b.inline(best(p.Name)))}
	village := ""
	if !b.c.ByVillage {
		village = joined(", ", b.inline(best(p.Village)), b.inline(func(in words.In) string { return b.municipality(p.Municipality, in) }))
	}
	if address := joined(", ", p.Address.Street, village); address != "" {
		out = append(out, Text("", address))
	}
	if signs := b.accessSigns(p); len(signs) > 0 {
		out = append(out, Paragraph{Signs: signs})
	}
	return append(out, b.told(p.Access.Notes)...)
}

// whereFlowing tells the same in few lines.
func (b calendarBuilder) whereFlowing(e model.CalendarEntry) Cell {
	out := b.where(e)
	if len(out) > 1 && len(out[1].Signs) == 0 && out[1].Language == "" {
		out[0].Spans = append(out[0].Spans, Span{Text: ", "}, out[1].Spans[0])
		out = slices.Delete(out, 1, 2)
	}
	if len(out) > 2 && len(out[1].Signs) > 0 {
		out[2].Signs = out[1].Signs
		out = slices.Delete(out, 1, 2)
	}
	return out
}

// told is a text in each language in which it is written, or in another if it is in none of them.
func (s *sheet) told(t model.Text) Cell {
	out := s.cell(func(in words.In) string { return t.In(model.Language(in)) })
	for _, l := range model.Languages() {
		if text := t.In(l); len(out) == 0 && text != "" {
			out = Cell{Text(l, text)}
		}
	}
	return out
}

// forWhom says whom a group is for: "avoin · vauvaperheet".
func forWhom(g model.Group, in words.In) string {
	parts := []string{words.Code(in, "group.type", g.Type)}
	var all []string
	for _, a := range g.Audiences {
		all = append(all, words.Code(in, "audience", a))
	}
	return joined(between, append(parts, joined(", ", all...))...)
}

// languagesOf says in which languages a group is held, when that is known.
func languagesOf(g model.Group, in words.In) string {
	var all []string
	for _, l := range g.Languages {
		all = append(all, words.Code(in, "language", l))
	}
	if len(all) == 0 {
		return ""
	}
	return in.T("paper.calendar.language", "languages", in.List(all))
}

// unbroken keeps a phone number on one line.
func unbroken(phone string) string {
	return strings.ReplaceAll(strings.TrimSpace(phone), " ", "\u00a0")
}

// volunteers names those who lead the group and let the calendar say so on its day, with the phone of who lets it.
func (b calendarBuilder) volunteers(g model.Group) []string {
	var out []string
	for _, id := range g.Leaders {
		l, known := b.c.Facts.Leaders[id]
		if !known || l.Kind != model.Volunteer || l.Gone(b.Today) {
			continue
		}
		name, phone := l.Publication.PublicOn(b.Today)
		switch {
		case name && phone:
			out = append(out, joined(" ", l.Name, unbroken(l.Phone)))
		case name:
			out = append(out, l.Name)
		}
	}
	return out
}
