package report

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// annual is the annual report: the key figures first, then every part of the work.
func (m *maker) annual() {
	m.missing()
	m.add(m.summary())
	m.add(m.agreementFigures())
	m.add(m.contributionFigures())
	m.add(m.placeFigures())
	m.add(m.allSessions())
	if m.now.Total.Planned()+m.before.Total.Planned() > 0 {
		m.add(m.visitFigures())
	}
	m.add(m.leaderFigures())
	m.add(m.trainingFigures())
	m.add(m.networkFigures())
	m.add(m.surveyFigures())
	m.add(m.resources(2))
	m.add(m.cooperation())
	m.add(m.quality())
	m.add(m.practiceFigures())
	if y := m.f.Years[m.year()]; y.Notes != "" {
		s := m.section("notes")
		s.Text = []string{y.Notes}
		m.add(s)
	}
	m.visitNotes()
}

func (m *maker) visitFigures() table.Section {
	s := m.section("visits")
	for _, d := range model.Dimensions() {
		s.Tables = append(s.Tables, m.tally(d, false))
	}
	s.Charts = m.monthChart()
	return s
}

// inUse are the places that had not been given up before the day.
func (m *maker) inUse(day model.Date) []model.MeetingPlace {
	return only(m.f.Places, func(p *model.MeetingPlace) bool { return !p.EndedBy(day) })
}

func (m *maker) placeFigures() table.Section {
	s := m.section("places")
	places := m.inUse(m.day)
	if len(places) == 0 {
		return m.orNothing(s, false)
	}
	kinds := m.newTable("place_kinds", m.text("place_kind", 3), m.number("places"))
	for _, k := range model.PlaceKinds() {
		if n := len(only(places, func(p *model.MeetingPlace) bool { return p.Kind == k })); n > 0 {
			kinds.Rows = append(kinds.Rows, m.row(m.words(words.Capital(words.Code(m.in, "place.kind", k))), m.n(n)))
		}
	}
	list := m.newTable("places", m.text("place", 4), m.text("place_kind", 2), m.text("municipality", 2), m.text("host", 3))
	slices.SortStableFunc(places, func(a, b model.MeetingPlace) int {
		return cmp.Compare(model.SortKey(a.Name.Best(m.lang)), model.SortKey(b.Name.Best(m.lang)))
	})
	for _, p := range places {
		list.Rows = append(list.Rows, m.row(
			m.words(p.Name.Best(m.lang)), m.words(words.Code(m.in, "place.kind", p.Kind)), m.words(m.town(p.Municipality)),
			m.words(m.names.Name(p.HostID, m.lang)),
		))
	}
	s.Text = []string{m.in.T("report.places.day", "day", m.in.Date(m.day))}
	s.Tables = []table.Table{m.totalled(kinds), list}
	if m.day.Before(m.q.AsOf) {
		s.Tables[0].Notes = []string{m.in.T("report.places.since")}
	}
	return s
}

// summary is the year in a few sentences and a small table.
func (m *maker) summary() table.Section {
	s := m.section("summary")
	s.Text = m.sentences()
	figures := m.keyFigures()
	for _, i := range []int{keyVisits, keyHeld, keyVolunteers, keyAgreements} {
		if v := m.cell(figures[i].now); v.Text != "" {
			s.Facts = append(s.Facts, table.Fact{Label: figures[i].label, Value: v.Text})
		}
	}
	s.Tables = []table.Table{m.compare("key_figures", "what", figures, false)}
	return s
}

// The places of the figures that are set large.
const (
	keyAgreements = 0
	keyHeld       = 3
	keyVisits     = 4
	keyVolunteers = 5
)

func (m *maker) keyFigures() []compared {
	now, before := m.agreementTallies()
	trained, trainedBefore := m.trained(m.q.Period), m.trained(m.last)
	event := m.firstEvent()
	meeting := earliest(m.f.Meetings, func(x *model.NetworkMeeting) model.Date { return x.Date })
	survey := earliest(m.f.Surveys, func(x *model.Survey) model.Date { return x.On })
	say := func(key string, now, before figure) compared {
		return compared{m.in.T("report.key." + key), now, before}
	}
	met := func(t model.Tally) int {
		n := 0
		for _, key := range t.Keys(model.ByGroup) {
			if t.Row(model.ByGroup, key).Held > 0 {
				n++
			}
		}
		return n
	}
	return []compared{
		say("agreements", some(m.f.Agreements, now.InForce), some(m.f.Agreements, before.InForce)),
		say("places", some(m.f.Places, len(m.inUse(m.day))), figure{}), // since when a place has been there is not kept
		say("groups", some(m.f.Sessions, met(m.now)), some(m.f.Before, met(m.before))),
		say("held", some(m.f.Sessions, m.now.Total.Held), some(m.f.Before, m.before.Total.Held)),
		say(
			"visits", figure{m.now.Total.Visits(), m.now.HidesTotal(model.MeasureVisits)},
			figure{m.before.Total.Visits(), m.before.HidesTotal(model.MeasureVisits)},
		),
		say("volunteers", some(m.f.Leaders, m.volunteers(m.day)), some(m.f.Leaders, m.volunteers(m.dayBefore()))),
		say("events", since(event, m.q.Period, trained.Events), since(event, m.last, trainedBefore.Events)),
		say("passed", since(event, m.q.Period, trained.Passed), since(event, m.last, trainedBefore.Passed)),
		say("meetings", since(meeting, m.q.Period, m.meetingsHeld(m.q.Period)), since(meeting, m.last, m.meetingsHeld(m.last))),
		say("surveys", since(survey, m.q.Period, len(m.surveysIn(m.q.Period))), since(survey, m.last, len(m.surveysIn(m.last)))),
	}
}

func (m *maker) volunteers(day model.Date) int {
	return len(only(m.active(day), func(l *model.Leader) bool { return l.Kind == model.Volunteer }))
}

// mostSentences is how many sentences the summary has at most: what they leave out stands in the tables.
const mostSentences = 5

// sentences say the key figures, what matters most first; of what there is nothing, nothing is said.
func (m *maker) sentences() []string {
	var out []string
	if now, _ := m.agreementTallies(); now.InForce > 0 {
		out = append(out, m.in.N("report.summary.agreements", now.InForce, "day", m.in.Date(m.day)))
	}
	if n := m.now.Total.Held; n > 0 {
		out = append(out, m.in.N("report.summary.held", n, "held", m.n(n).Text))
	}
	if said := m.visitSentence(); said != "" {
		out = append(out, said)
	}
	if n := m.volunteers(m.day); n > 0 {
		out = append(out, m.in.N("report.summary.volunteers", n))
	}
	switch t := m.trained(m.q.Period); {
	case t.Events > 0 && t.Passed > 0:
		out = append(out, m.in.N("report.summary.training", t.Events, "passed", t.Passed))
	case t.Events > 0:
		out = append(out, m.in.N("report.summary.events", t.Events))
	}
	if n := m.meetingsHeld(m.q.Period); n > 0 {
		out = append(out, m.in.N("report.summary.meetings", n))
	}
	if n := m.now.Total.Cancelled; n > 0 {
		out = append(out, m.in.N("report.summary.cancelled", n))
	}
	if len(out) == 0 {
		out = []string{m.in.T("report.nothing")}
	}
	return out[:min(len(out), mostSentences)]
}

// visitSentence says how many visits there were, and how many the year before; nothing when there were none or they are
// not told.
func (m *maker) visitSentence() string {
	visits, last := m.now.Total.Visits(), m.before.Total.Visits()
	switch {
	case visits.N == 0 || m.now.HidesTotal(model.MeasureVisits):
		return ""
	case last.N == 0 || m.before.HidesTotal(model.MeasureVisits):
		return m.in.N("report.summary.visits", visits.N, "visits", m.n(visits.N).Text)
	}
	return m.in.N(
		"report.summary.visits_last", visits.N, "visits", m.n(visits.N).Text, "last", m.n(last.N).Text, "period", m.period(m.last),
	)
}
