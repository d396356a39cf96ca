package paper

import (
	"cmp"
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/ui/words"
)

const (
	signingHeight = 9.5 // millimetres, to sign in
	daysUpright   = 2   // as many columns of days stand beside the names on an upright page
	daysAcross    = 5   // and on one that lies; more days make more tables
	extraRows     = 5   // for people who come without having said so
	maxEmptyRows  = 60
)

// Participants is the list of participants of an event, with a column for each day in which they sign.
func (o Office) Participants(e model.Event, f TrainingFacts, languages []model.Language) Document {
	s := o.newSheet(languages)
	name := func(in words.In) string { return in.T("paper.participants") }
	title := func(in words.In) string { return e.Name(f.Programmes, model.Language(in)) }
	s.named(name, "", joined(" ", title(words.In(s.languages[0])), e.FirstDay().String()))
	s.dated()
	days := slices.Clone(e.Days)
	slices.SortStableFunc(days, func(a, b model.EventDay) int { return a.Date.Compare(b.Date) })
	s.doc.Landscape = len(days) > daysUpright
	s.addText(func(in words.In) Block { return Title{title(in), model.Language(in)} })
	s.add(s.eventFacts(e, f))
	if len(days) == 0 {
		days = []model.EventDay{{}} // a day that is not known yet is signed too
	}
	tables := (len(days) + daysAcross - 1) / daysAcross
	for i, chunk := range slices.Collect(slices.Chunk(days, (len(days)+tables-1)/tables)) {
		if i > 0 {
			s.add(PageBreak{})
		}
		s.add(s.signingTable(e, chunk, f))
	}
	return s.doc
}

// eventFacts are what an event is, for those who sign.
func (s *sheet) eventFacts(e model.Event, f TrainingFacts) Facts {
	return withValues(Facts{[]Fact{
		s.fact(func(in words.In) string { return in.T("paper.leader.time") },
			func(in words.In) string { return daysOf(e, in) }),
		s.fact(func(in words.In) string { return in.T("paper.training.place") }, same(placesOf(e))),
		s.fact(func(in words.In) string { return in.T("paper.training.organiser") },
			func(in words.In) string { return s.Organisations.Name(e.OrganiserID, model.Language(in)) }),
		{
			Text(s.languages[0], s.inline(func(in words.In) string { return in.T("paper.training.trainers") })),
			Text(s.languages[0], s.trainers(e, f, words.In(s.languages[0]))),
		},
		s.fact(func(in words.In) string { return in.T("paper.participants.people") },
			func(in words.In) string { return countOf(e, in) }),
	}})
}

// countOf says how many take part, and of how many who can.
func countOf(e model.Event, in words.In) string {
	if e.Capacity.Known {
		return in.T("paper.participants.of", "n", strconv.Itoa(len(e.Participations)), "capacity", e.Capacity.String())
	}
	return strconv.Itoa(len(e.Participations))
}

func (s *sheet) signingTable(e model.Event, days []model.EventDay, f TrainingFacts) Table {
	t := Table{RowHeight: signingHeight, Grid: true, Columns: []Column{
		{Weight: 0.6},
		s.column(5, func(in words.In) string { return in.T("paper.leader.name") }),
		s.column(4, func(in words.In) string { return in.T("paper.participants.organisation") }),
	}}
	for _, d := range days {
		t.Columns = append(t.Columns, Column{s.signingHead(e, d), 4})
	}
	for i, p := range e.Participations {
		t.Rows = append(t.Rows, []Cell{
			{Text("", strconv.Itoa(i+1))},
			{Text("", f.participant(p))},
			s.cell(func(in words.In) string { return s.participantFrom(p, f, in) }),
		})
	}
	empty := extraRows
	if e.Capacity.Known && e.Capacity.N > len(e.Participations) {
		empty = min(e.Capacity.N-len(e.Participations), maxEmptyRows)
	}
	for range empty {
		t.Rows = append(t.Rows, []Cell{{Text("", strconv.Itoa(len(t.Rows)+1))}})
	}
	return t
}

// signingHead heads the column of a day: the day, its times, and its place when the days have several.
func (s *sheet) signingHead(e model.Event, d model.EventDay) Cell {
	in := words.In(s.languages[0])
	if d.Date.IsZero() {
		return Cell{Text("", s.inline(func(in words.In) string { return in.T("paper.signature.sign") }))}
	}
	place := d.Place
	if place == e.Place {
		place = ""
	}
	day := joined(" ", s.inline(func(in words.In) string { return in.WeekdayShort(d.Date.Weekday()) }), in.Date(d.Date))
	return Cell{Text("", joined("\n", day, in.ClockRange(d.From, d.Until), place))}
}

// participantFrom names the organisation that a participant comes from.
func (o Office) participantFrom(p model.Participation, f TrainingFacts, in words.In) string {
	if p.LeaderID != "" {
		return o.Organisations.Name(f.Leaders[p.LeaderID].HomeOrganisation, model.Language(in))
	}
	return cmp.Or(p.Outsider.Organisation, words.Code(in, "sector", p.Outsider.Sector))
}
