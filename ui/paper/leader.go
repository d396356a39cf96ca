package paper

import (
	"cmp"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// LeaderFacts is what, besides the record of a leader, the papers about the leader take.
type LeaderFacts struct {
	Programmes model.ProgrammeDirectory
	Events     []model.Event // all those of the register
	Rules      model.ReadinessRules
	Policy     model.LeaderPolicy
}

// TrainingFacts is what, besides the record of an event, the papers about the event take.
type TrainingFacts struct {
	Programmes model.ProgrammeDirectory
	Leaders    model.LeaderDirectory
}

// taskName says what a leader does: "Perhekahvilaohjaaja, Sarkan tiistairyhmä"; another task is what it is described as.
func taskName(t model.LeaderTask, in words.In) string {
	if t.Kind == model.OtherTask && strings.TrimSpace(t.Description) != "" {
		return words.Capital(strings.TrimSpace(t.Description))
	}
	return joined(", ", words.Capital(words.Code(in, "leader.task", t.Kind)), t.Description)
}

// organiser names the organisation in whose name a leader does a task; empty when it is not known.
func (o Office) organiser(l model.Leader, t model.LeaderTask, in words.In) string {
	return o.Organisations.Name(cmp.Or(t.OrganisationID, l.HomeOrganisation), model.Language(in))
}

// host names who runs the centre.
func (o Office) host(in words.In) string {
	return cmp.Or(strings.TrimSpace(o.Centre.Host), o.Centre.Name.Best(model.Language(in)))
}

// period is a time that may go on: "1.9.2025–31.5.2026", "1.9.2025 alkaen", "31.5.2026 saakka".
func period(from, until model.Date, in words.In) string {
	switch {
	case from.IsZero() && until.IsZero():
		return ""
	case until.IsZero():
		return in.T("paper.leader.since", "date", in.Date(from))
	case from.IsZero():
		return in.T("paper.leader.until", "date", in.Date(until))
	default:
		return in.DateRange(from, until)
	}
}

// hoursOf writes hours with their unit; empty when they are not known.
func hoursOf(a model.Amount, in words.In) string { return in.Quantity(a, "h", "") }

// passed lists what the leader has completed by the day, at events of the register and elsewhere.
func (f LeaderFacts) passed(l model.Leader, day model.Date) (at []model.Event, elsewhere []model.Elsewhere) {
	for _, e := range f.Events {
		if e.State != model.EventHeld || e.LastDay().After(day) {
			continue
		}
		for _, p := range e.Participations {
			if p.LeaderID == l.ID && p.Passed == model.Yes {
				at = append(at, e)
				break
			}
		}
	}
	for _, x := range l.Elsewhere {
		if !x.On.After(day) {
			elsewhere = append(elsewhere, x)
		}
	}
	return at, elsewhere
}

// say adds a paragraph in each language.
func (s *sheet) say(text func(words.In) string) {
	s.addText(func(in words.In) Block { return Text(model.Language(in), text(in)) })
}

// heading adds a heading in each language.
func (s *sheet) heading(text func(words.In) string) {
	s.addText(func(in words.In) Block {
		return Heading{Level: 1, Text: text(in), Language: model.Language(in)}
	})
}

// body adds a text that is written in the record, paragraph beside paragraph.
func (s *sheet) body(t model.Text) {
	columns := make([][]string, len(s.languages))
	spoken := make([]model.Language, len(s.languages))
	n := 0
	for i, l := range s.languages {
		text, written := s.written(t, words.In(l))
		spoken[i] = written
		for line := range strings.SplitSeq(text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				columns[i] = append(columns[i], line)
			}
		}
		n = max(n, len(columns[i]))
	}
	for row := range n {
		next := make([]Block, len(columns))
		for i := range columns {
			next[i] = Paragraph{Language: spoken[i]}
			if row < len(columns[i]) {
				next[i] = Text(spoken[i], columns[i][row])
			}
		}
		if len(next) == 1 {
			s.add(next[0])
		} else {
			s.add(Pair{next[0], next[1]})
		}
	}
}

// signer is somebody who signs: as what, and the name if it is known.
type signer struct {
	as   func(words.In) string
	name string
	role string
}

// signed adds the places to sign.
func (s *sheet) signed(who ...signer) {
	out := Signatures{Continued: words.In(s.languages[0]).T("paper.signatures.continued", "document", s.doc.Title)}
	for _, x := range who {
		out.Parties = append(out.Parties, Signature{
			Party:          s.inline(x.as),
			PlaceTimeLabel: s.inline(func(in words.In) string { return in.T("paper.signature.place_time") }),
			Name:           x.name,
			Title:          x.role,
			SignLabel:      s.inline(func(in words.In) string { return in.T("paper.signature.sign") }),
			NameLabel:      s.inline(func(in words.In) string { return in.T("paper.leader.name_in_print") }),
		})
	}
	s.add(out)
}

// signedBy adds the places to sign of a leader and, for a young one, of a guardian.
func (s *sheet) signedBy(l model.Leader) {
	s.heading(func(in words.In) string { return in.T("paper.leader.signature") })
	if !l.GuardianSigns(s.Today) {
		s.signed(signer{same(""), l.Name, ""})
		return
	}
	s.signed(
		signer{func(in words.In) string { return in.T("paper.leader.self") }, l.Name, ""},
		signer{func(in words.In) string { return in.T("paper.leader.guardian") }, "", ""},
	)
}
