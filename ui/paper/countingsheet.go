package paper

import (
	"kumppani/model"
	"kumppani/ui/words"
)

const (
	countingHeight  = 16.0 // millimetres, to write a number in
	countingRows    = 7    // on one page, with up to maxSpareRows for what was not planned
	maxSpareRows    = 3
	countingGroup   = 62
	countingNumber  = 20
	countingNotHeld = 52
	countingReason  = 1.7 // the line for it is so many times higher than one of text: to write by hand
)

// CountingSheet is filled in by hand in the week of a Monday: a row for each session, a column for each number. It has no
// place for names of families.
func (o Office) CountingSheet(place model.MeetingPlace, monday model.Date, rows []model.CountRow, f MeetingFacts, languages []model.Language) Document {
	s := o.newSheet(languages)
	name := func(in words.In) string { return in.T("paper.count") }
	week := func(in words.In) string { return in.T("paper.week", "week", weekNumber(monday)) }
	s.notice(name, s.inline(best(place.Name)))
	in := words.In(s.languages[0])
	s.doc.FileName = fileName(name(in), week(in), place.Name.Best(s.languages[0]))
	s.doc.Landscape, s.doc.Sizes = true, nil
	details := append(s.emphasised(week), Text("", in.DateRange(monday, monday.AddDays(6))))
	s.add(
		s.masthead(name, best(place.Name), details),
		Legend{Items: s.emphasised(func(in words.In) string { return in.T("paper.count.how") }), Across: 1},
		s.countingTable(rows, f),
	)
	return s.doc
}

func (s *sheet) countingTable(rows []model.CountRow, f MeetingFacts) Table {
	t := Table{RowHeight: countingHeight, Grid: true, Columns: []Column{
		s.column(countingGroup, func(in words.In) string { return in.T("paper.count.group") }),
	}}
	for _, key := range []string{"adults", "children", "new", "men"} {
		t.Columns = append(t.Columns, s.column(countingNumber, func(in words.In) string { return in.T("paper.count." + key) }))
	}
	for _, c := range f.Policy.Counted() {
		t.Columns = append(t.Columns, s.column(countingNumber, best(c.Name)))
	}
	t.Columns = append(t.Columns, s.column(countingNotHeld, func(in words.In) string { return in.T("paper.count.not_held") }))
	for _, r := range rows {
		row := make([]Cell, len(t.Columns))
		row[0], row[len(row)-1] = s.countingName(r.Session, f), s.notHeld(r.Session, f)
		t.Rows = append(t.Rows, row)
	}
	for range min(max(countingRows-len(rows), 1), maxSpareRows) {
		row := make([]Cell, len(t.Columns))
		row[len(row)-1] = s.notHeld(model.Session{}, f)
		t.Rows = append(t.Rows, row)
	}
	return t
}

// countingName tells which session a row is.
func (s *sheet) countingName(x model.Session, f MeetingFacts) Cell {
	name := Bold(s.languages[0], s.inline(best(f.Groups[x.GroupID].Name)))
	name.Struck = x.State == model.SessionCancelled
	in := words.In(s.languages[0])
	day := s.inline(func(in words.In) string { return in.WeekdayShort(x.Date.Weekday()) })
	return Cell{name, Text("", joined(" ", day, dayMonth(x.Date), in.ClockRange(x.From, x.Until)))}
}

// notHeld is a box to tick with a line for the reason, ticked for what was called off already.
func (s *sheet) notHeld(x model.Session, f MeetingFacts) Cell {
	label := func(in words.In) string { return in.T("paper.count.reason") }
	if x.State != model.SessionCancelled {
		box := Text(s.languages[0], s.inline(label)+":")
		box.Signs = []Sign{{Kind: SignBox, Reads: "\u2610"}}
		return Cell{box, {Filled: true, Scale: countingReason}}
	}
	why := Text(s.languages[0], joined(": ", s.inline(func(in words.In) string { return in.T("session.status.cancelled") }), f.whyOff(x, words.In(s.languages[0]))))
	why.Signs = []Sign{{Kind: SignBox, Crossed: true, Reads: "\u2612"}}
	return Cell{why}
}
