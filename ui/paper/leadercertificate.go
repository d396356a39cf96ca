package paper

import (
	"cmp"

	"kumppani/model"
	"kumppani/ui/words"
)

// VolunteerCertificate is the certificate of what a leader has done until the office's day: tasks with their times, hours
// that were entered, and training.
func (o Office) VolunteerCertificate(l model.Leader, f LeaderFacts, language model.Language) Document {
	s := o.newSheet([]model.Language{language})
	in := words.In(s.languages[0])
	name, text := in.T("paper.volunteer"), in.T("paper.volunteer.text")
	if l.Kind == model.Professional {
		name, text = in.T("paper.volunteer.professional"), in.T("paper.volunteer.professional_text")
	}
	s.named(same(name), "", l.Name)
	s.doc.Certificate = true
	until := lastDay(l, o.Today)
	s.add(
		Centred{Paragraph: Bold("", o.Centre.Name.Best(s.languages[0]))},
		Centred{Paragraph: Text("", name), Size: SizeTitle, Ruled: true},
		Spacer{4},
		Centred{Paragraph: nameOrBlank(l.Name), Size: SizeLarge, Level: 1},
		Centred{Paragraph: Text("", text)},
		Centred{Paragraph: Bold("", period(firstDay(l, o.Today), until, in))},
		Spacer{5},
		withoutEmptyColumns(s.doneTasks(l, in)),
	)
	if hours := l.EntryTotal(model.EnteredHours, model.Date{}, o.Today); hours.Known && hours.Hundredths > 0 {
		s.add(Spacer{2}, Facts{[]Fact{{Text("", in.T("paper.volunteer.hours")), Bold("", hoursOf(hours, in))}}})
	}
	if training := s.learnt(l, f, in); len(training.Rows) > 0 {
		s.add(Heading{Level: 2, Text: in.T("paper.volunteer.training")}, withoutEmptyColumns(training))
	}
	s.add(Spacer{4}, Centred{Paragraph: Text("", in.T("paper.volunteer.thanks"))})
	s.coordinatorSigns()
	return s.doc
}

// coordinatorSigns adds the place to sign of the coordinator at the foot of the page.
func (s *sheet) coordinatorSigns() {
	s.add(Foot{})
	role := words.In(s.languages[0]).T("paper.certificate.coordinator")
	if s.Centre.Coordinator == "" {
		role = ""
	}
	s.signed(signer{func(in words.In) string { return s.host(in) }, s.Centre.Coordinator, role})
}

// nameOrBlank is a name in bold, or a line to write it on.
func nameOrBlank(name string) Paragraph {
	if name == "" {
		return Paragraph{Spans: []Span{{Blank: true}}}
	}
	return Bold("", name)
}

// firstDay is the first day of the work, unless it has not come yet.
func firstDay(l model.Leader, day model.Date) model.Date {
	if first := l.FirstDay(); !first.After(day) {
		return first
	}
	return model.Date{}
}

// lastDay is the last day of the work of one who has ended: that of the last task, or else the day before the leader
// ended; zero while the work goes on.
func lastDay(l model.Leader, day model.Date) model.Date {
	ended := l.EndedOn(day)
	if ended.IsZero() {
		return model.Date{}
	}
	var last model.Date
	for _, t := range l.Tasks {
		if t.Until.IsZero() || !t.Until.Before(ended) {
			return ended.AddDays(-1)
		}
		if t.Until.After(last) {
			last = t.Until
		}
	}
	if last.IsZero() {
		return ended.AddDays(-1)
	}
	return last
}

// doneTasks lists the tasks that have begun; those of one who has ended have an end.
func (s *sheet) doneTasks(l model.Leader, in words.In) Table {
	t := Table{Columns: []Column{
		s.column(6, func(in words.In) string { return in.T("paper.table.task") }),
		s.column(4, func(in words.In) string { return in.T("paper.volunteer.organisation") }),
		s.column(4, func(in words.In) string { return in.T("paper.leader.time") }),
	}}
	for _, task := range l.Tasks {
		if task.From.After(s.Today) {
			continue
		}
		until := cmp.Or(task.Until, lastDay(l, s.Today))
		if until.After(s.Today) {
			until = model.Date{} // a certificate tells what was, not what is planned
		}
		t.Rows = append(t.Rows, []Cell{
			{Text("", taskName(task, in))}, {Text("", s.organiser(l, task, in))}, {Text("", period(task.From, until, in))},
		})
	}
	return t
}

// learnt lists the training that the leader has completed.
func (s *sheet) learnt(l model.Leader, f LeaderFacts, in words.In) Table {
	t := Table{Columns: []Column{
		s.column(8, func(in words.In) string { return in.T("paper.volunteer.programme") }),
		s.column(2, func(in words.In) string { return in.T("paper.volunteer.extent") }),
		s.column(4, func(in words.In) string { return in.T("paper.volunteer.completed") }),
	}}
	events, elsewhere := f.passed(l, s.Today)
	for _, e := range events {
		t.Rows = append(t.Rows, []Cell{
			{Text("", e.Name(f.Programmes, s.languages[0]))},
			{Text("", hoursOf(f.Programmes[e.ProgrammeID].Hours, in))},
			{Text("", in.Date(e.LastDay()))},
		})
	}
	for _, x := range elsewhere {
		t.Rows = append(t.Rows, []Cell{
			{Text("", f.Programmes.Name(x.ProgrammeID, s.languages[0]))}, {Text("", hoursOf(x.Hours, in))}, {Text("", in.Date(x.On))},
		})
	}
	return t
}
