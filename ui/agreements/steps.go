package agreements

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// step is something to do next with an agreement. Its code chooses the words and what the button does.
type step struct {
	code         string
	tone         kit.Tone
	on           model.Date
	parties      []model.ID // of the agreement, that it is about
	services     []model.Service
	contact      string   // who left
	agreement    model.ID // the one that continues it
	contribution model.Contribution
}

// nextSteps says what is to be done about the agreement, what its state asks for first.
func nextSteps(a *model.Agreement, s model.Status, directory model.Directory, today model.Date) []step {
	steps := stateSteps(a, s, today)
	if s.State.Ended() {
		return steps
	}
	for _, c := range a.Contributions {
		if c.DeliveryOn(today) == model.NotDelivered {
			steps = append(steps, step{code: "deliver", tone: kit.Danger, on: c.DueOn, parties: []model.ID{c.PartyID}, contribution: c})
		}
	}
	for _, p := range a.Parties {
		o := directory[p.OrganisationID]
		if moved := model.NoLongerOrganises(p, o, today); len(moved) > 0 {
			steps = append(steps, step{code: "service", tone: kit.Attention, parties: []model.ID{p.ID}, services: moved})
		}
		if c, ok := o.Contact(p.ContactID); ok && c.FormerOn(today) {
			steps = append(steps, step{code: "contact", tone: kit.Attention, parties: []model.ID{p.ID}, contact: c.Name})
		}
	}
	return steps
}

// stateSteps is what the state asks for.
func stateSteps(a *model.Agreement, s model.Status, today model.Date) []step {
	attention := func(code string, on model.Date) []step { return []step{{code: code, tone: kit.Attention, on: on}} }
	switch s.State {
	case model.StateDraft:
		switch {
		case a.Form != model.Written:
			return []step{{code: "agree_" + string(a.Form), tone: kit.Neutral}}
		case len(a.Parties) < model.MinParties:
			return []step{{code: "parties", tone: kit.Neutral}}
		}
		return []step{{code: "send", tone: kit.Neutral}}
	case model.StateOutForSignature:
		return []step{{code: "sign", tone: kit.Waiting, parties: s.WaitingFor}}
	case model.StateNotYetInForce:
		return nil
	case model.StateReviewDue:
		return attention("review_late", a.ReviewOn)
	case model.StateDecisionDue:
		return attention("decide", s.LastNotice)
	case model.StateInForce:
		if !a.ReviewOn.IsZero() && !a.ReviewOn.After(today.AddDays(model.AgendaDays)) {
			return []step{{code: "review", tone: kit.Waiting, on: a.ReviewOn}}
		}
		return nil
	}
	switch {
	case s.SuccessorID != "":
		return []step{{code: "continued", tone: kit.Neutral, on: s.EndsOn, agreement: s.SuccessorID}}
	case s.State.Ended():
		return []step{{code: "ended", tone: kit.Neutral, on: s.EndsOn}}
	case s.EndsOn.IsZero():
		return attention("notice_end", model.Date{})
	default:
		return attention("successor", s.EndsOn)
	}
}

// nextStep puts a step into words, with the button that settles it.
func (p *page) nextStep(x step) kit.NextStep {
	services := make([]string, len(x.services))
	for i, service := range x.services {
		services[i] = words.Code(p.in, "service", service)
	}
	number := ""
	if next := p.records.agreement(x.agreement); next != nil {
		number = next.Number
	}
	who := p.records.parties(&p.a.AgreementSummary, x.parties)
	text := words.T("agreements.step."+x.code, "date", p.in.Date(x.on), "who", who,
		"services", strings.Join(services, ", "), "contact", p.desk.Person(x.contact), "number", number, "what", p.contribution(x.contribution))
	return kit.NextStep{Tone: x.tone, Text: text, Verb: words.T("agreements.verb." + x.code), Do: func() { p.take(x) }}
}

// take does what the button of a step promises.
func (p *page) take(x step) {
	switch x.code {
	case "send":
		p.askSend()
	case "sign":
		p.openSigning()
	case "review", "review_late":
		p.askReview()
	case "decide", "successor", "ended":
		p.renew()
	case "continued":
		p.Open(x.agreement)
	case "notice_end":
		p.askNotice()
	case "deliver":
		p.deliver(x.contribution.ID, true)
	case "agree_oral", "agree_structural":
		p.openForm(p.a, false, "agreed_on")
	default: // parties, service, contact: it is mended in the form
		p.openForm(p.a, false, "parties")
	}
}
