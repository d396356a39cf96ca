package paper

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

// DutyList tells each leader when, where, what and with whom: those named, or all who lead any of the sessions. It is for
// the leaders themselves, so it names them all.
func (o Office) DutyList(season model.Season, sessions []model.Session, f MeetingFacts, language model.Language, only ...model.ID) Document {
	s := o.newSheet([]model.Language{language})
	in := words.In(s.languages[0])
	s.named(func(in words.In) string { return in.T("paper.duties") }, season.Name.Best(s.languages[0]), "")
	s.dated()
	s.add(Title{Text: joined(" ", in.T("paper.duties"), season.Name.Best(s.languages[0]))})
	some := false
	for _, d := range model.Duties(sessions, f.Leaders, o.Today) {
		if len(only) > 0 && !slices.Contains(only, d.LeaderID) {
			continue
		}
		some = true
		s.add(Heading{Level: 1, Text: f.Leaders[d.LeaderID].Name}, Legend{Items: []Paragraph{Text("", dutyTotal(d, in))}})
		t := Table{Columns: []Column{
			s.column(23, func(in words.In) string { return in.T("paper.duties.day") }),
			s.column(21, func(in words.In) string { return in.T("paper.duties.time") }),
			s.column(45, func(in words.In) string { return in.T("paper.duties.group") }),
			s.column(40, func(in words.In) string { return in.T("paper.duties.place") }),
			s.column(45, func(in words.In) string { return in.T("paper.duties.pair") }),
		}}
		for _, i := range d.Sessions {
			t.Rows = append(t.Rows, dutyRow(sessions[i], d.LeaderID, f, in))
		}
		s.add(t)
	}
	if !some {
		s.add(Text("", in.T("paper.duties.nothing")))
	}
	return s.doc
}

// dutyTotal says how much a leader leads: "12 kertaa, 18 h; tulossa 3".
func dutyTotal(d model.Duty, in words.In) string {
	total := joined(", ", in.N("paper.duties.led", d.Led), hoursOf(model.AmountOf(int64(d.Minutes)*100/60), in))
	parts := []string{total}
	if d.Ahead > 0 {
		parts = append(parts, in.N("paper.duties.ahead", d.Ahead))
	}
	if d.Cancelled > 0 {
		parts = append(parts, in.N("paper.duties.cancelled", d.Cancelled))
	}
	return joined("; ", parts...)
}

func dutyRow(x model.Session, leader model.ID, f MeetingFacts, in words.In) []Cell {
	l := model.Language(in)
	off := x.State == model.SessionCancelled
	day := Text("", in.WeekdayDate(x.Date))
	clock := Text("", in.ClockRange(x.From, x.Until))
	group := Cell{Text("", f.Groups[x.GroupID].Name.Best(l))}
	day.Struck, clock.Struck, group[0].Struck = off, off, off
	var pair Cell
	switch {
	case off:
		group = append(group, Bold("", joined(": ", in.T("session.status.cancelled"), f.whyOff(x, in))))
	default:
		for _, id := range x.Leaders {
			if id != leader {
				pair = append(pair, Text("", f.Leaders[id].Name))
			}
		}
		for _, gap := range model.PairGaps(x.Leaders, f.Leaders) {
			pair = append(pair, Bold("", words.Code(in, "group.gap", gap)))
		}
		if x.Theme != "" || x.Guest != "" {
			group = append(group, Text("", joined(", ", x.Theme, x.Guest)))
		}
	}
	return []Cell{{day}, {clock}, group, {Text("", f.Places.Name(x.PlaceID, l))}, pair}
}
