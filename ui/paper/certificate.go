package paper

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

// Certificates are the certificates of participants of an event, one page each. One who has not passed, or of whom it is
// not said, gets a certificate of having taken part, which has no validity. Without participants it is a form with a
// line for the name.
func (o Office) Certificates(e model.Event, who []model.Participation, f TrainingFacts, language model.Language) Document {
	s := o.newSheet([]model.Language{language})
	in := words.In(s.languages[0])
	title := e.Name(f.Programmes, s.languages[0])
	name := in.T("paper.certificate")
	if len(who) == 1 {
		s.named(same(name), "", joined(", ", title, f.participant(who[0])))
	} else {
		s.named(func(in words.In) string { return in.T("paper.certificate.batch") }, "", joined(" ", title, e.LastDay().String()))
	}
	s.doc.Certificate = true
	if len(who) == 0 {
		who = []model.Participation{{Passed: model.Yes}}
	}
	for i, p := range who {
		if i > 0 {
			s.add(PageBreak{})
		}
		s.certificate(e, p, f)
	}
	return s.doc
}

// participant names a participant; empty for one whose name is not known any more.
func (f TrainingFacts) participant(p model.Participation) string {
	if p.LeaderID != "" {
		return f.Leaders[p.LeaderID].Name
	}
	return p.Outsider.Name
}

// trainers names those who taught, with their organisations.
func (o Office) trainers(e model.Event, f TrainingFacts, in words.In) string {
	var all []string
	for _, t := range e.Trainers {
		who := cmp.Or(f.Leaders[t.LeaderID].Name, t.Name)
		if who != "" {
			all = append(all, joined(", ", who, o.Organisations.Name(t.OrganisationID, model.Language(in))))
		}
	}
	return joined("\n", all...)
}

// certificate adds the page of one participant.
func (s *sheet) certificate(e model.Event, p model.Participation, f TrainingFacts) {
	in := words.In(s.languages[0])
	programme := f.Programmes[e.ProgrammeID]
	text, valid := in.T("paper.certificate.passed"), validity(e, programme, in)
	if p.Passed != model.Yes {
		text, valid = in.T("paper.certificate.attended"), ""
	}
	s.add(
		Centred{Paragraph: Bold("", s.Centre.Name.Best(s.languages[0]))},
		Centred{Paragraph: Text("", in.T("paper.certificate")), Size: SizeTitle, Ruled: true},
		Spacer{8},
		Centred{Paragraph: nameOrBlank(f.participant(p)), Size: SizeLarge, Level: 1},
		Spacer{3},
		Centred{Paragraph: Text("", text)},
		Centred{Paragraph: Bold("", e.Name(f.Programmes, s.languages[0])), Size: SizeMedium},
		Spacer{10},
		withValues(Facts{[]Fact{
			{Text("", in.T("paper.leader.time")), Text("", daysOf(e, in))},
			{Text("", in.T("paper.volunteer.extent")), Text("", hoursOf(programme.Hours, in))},
			{Text("", in.T("paper.certificate.content")), Text("", programme.Content.Best(s.languages[0]))},
			{Text("", in.T("paper.training.place")), Text("", placesOf(e))},
			{Text("", in.T("paper.training.organiser")), Text("", s.Organisations.Name(e.OrganiserID, s.languages[0]))},
			{Text("", in.T("paper.training.trainers")), Text("", s.trainers(e, f, in))},
			{Text("", in.T("paper.certificate.validity")), Text("", valid)},
		}}),
	)
	s.coordinatorSigns()
}

// validity says how long the programme is valid for one who completed it on the last day of the event.
func validity(e model.Event, programme model.Programme, in words.In) string {
	on := e.LastDay()
	if on.IsZero() {
		return ""
	}
	record := model.NewTrainingRecord([]model.Completion{{ProgrammeID: programme.ID, On: on}}, nil, nil)
	if until := record.StandingOn(on, "", programme).Until; !until.IsZero() {
		return in.T("paper.leader.until", "date", in.Date(until))
	}
	return in.T("paper.until_further_notice")
}

// maxListedDays is how many days of an event are named; more are said as a range.
const maxListedDays = 4

// daysOf says when an event is held: its days, or the first and the last when they follow each other or are many.
func daysOf(e model.Event, in words.In) string {
	first, last := e.FirstDay(), e.LastDay()
	if len(e.Days) > maxListedDays || first.DaysUntil(last) < len(e.Days) {
		return in.DateRange(first, last)
	}
	var days []model.Date
	for _, d := range e.Days {
		days = append(days, d.Date)
	}
	slices.SortFunc(days, model.Date.Compare)
	var said []string
	for _, d := range slices.Compact(days) {
		said = append(said, in.Date(d))
	}
	return in.List(said)
}

// placesOf lists the places of an event, each once.
func placesOf(e model.Event) string {
	var places []string
	seen := map[string]bool{"": true}
	add := func(place string) {
		if !seen[place] {
			seen[place] = true
			places = append(places, place)
		}
	}
	for _, d := range e.Days {
		add(cmp.Or(d.Place, e.Place))
	}
	if len(e.Days) == 0 {
		add(e.Place)
	}
	return joined(", ", places...)
}
