package paper

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// MeetingMemo is the memo of a meeting of a body of the network: who was there, what was talked about and what was decided.
// Of a meeting that is to come it is the invitation. Next is when the body meets after it; zero when that is not known.
func (o Office) MeetingMemo(b model.Body, m model.NetworkMeeting, next model.Date, l model.Language) Document {
	s := o.newSheet([]model.Language{l})
	in := words.In(s.languages[0])
	ahead := !m.HeldBy(o.Today)
	title := func(in words.In) string {
		if ahead {
			return in.T("network.paper.invitation")
		}
		return in.T("network.paper.memo")
	}
	name := b.Name.Best(s.languages[0])
	s.named(title, "", joined(" ", name, in.Date(m.Date)))
	s.doc.Header.Details = []string{in.Date(o.Today)}
	who, organisations := "network.field.present", m.Present
	if ahead {
		who, organisations = "network.field.members", b.Members
	}
	s.add(Title{Text: joined(" – ", title(in), name)}, withValues(Facts{[]Fact{
		{Text("", in.T("network.paper.when")), Bold("", joined(" ", in.Date(m.Date), in.ClockRange(m.From, m.Until)))},
		{Text("", in.T("network.field.place")), Text("", m.Place)},
		{Text("", in.T(who)), Text("", strings.Join(o.namesOf(organisations, in), "\n"))},
	}}))
	s.passage(in.T("network.field.agenda"), m.Agenda)
	if !ahead {
		s.passage(in.T("network.field.decisions"), m.Decisions)
	}
	s.add(Spacer{4}, withValues(Facts{[]Fact{
		{Text("", in.T("network.paper.next")), Text("", in.Date(next))},
		{Text("", in.T("network.paper.more")), Text("", joined("\n", o.Centre.Coordinator, o.Centre.Phone, o.Centre.Email))},
	}}))
	return s.doc
}

// passage is a text under its heading, which is left out with it.
func (s *sheet) passage(heading, text string) {
	if text = strings.TrimSpace(text); text != "" {
		s.add(Heading{Level: 1, Text: heading}, Text("", text))
	}
}

// namesOf are the names of organisations; one that is no longer known is left out.
func (o Office) namesOf(ids []model.ID, in words.In) []string {
	var out []string
	for _, id := range ids {
		if name := o.Organisations.Name(id, model.Language(in)); name != "" {
			out = append(out, name)
		}
	}
	return out
}
