package reports

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/report"
	"kumppani/ui/words"
)

// makeSubject offers whom a report can be about; a report of the region has no such choice.
func (p *page) makeSubject(ctx context.Context) error {
	wanted := p.question.Code.Wants()
	if len(wanted) == 0 {
		return nil
	}
	var options []kit.Option[report.Subject]
	if slices.Contains(wanted, model.KindLeader) {
		leaders, err := p.store.Leaders(ctx)
		if err != nil {
			return err
		}
		options = p.leaderOptions(leaders)
	}
	organisations, err := p.store.Organisations(ctx)
	if err != nil {
		return err
	}
	options = append(options, p.organisationOptions(organisations)...)
	p.subject = kit.NewSelect(options)
	p.subject.Required = true
	p.subject.SetHint(words.T("reports.subject." + string(p.question.Code)))
	p.subject.SetLabel(words.T("reports.subject." + string(p.question.Code)))
	p.subject.OnChanged = func() {
		p.question.Subject, _ = p.subject.Value()
		p.ask()
	}
	if slices.ContainsFunc(options, func(o kit.Option[report.Subject]) bool { return o.Value == p.question.Subject }) {
		p.subject.SetValue(p.question.Subject)
	} else {
		p.question.Subject = report.Subject{} // removed meanwhile
	}
	return nil
}

func (p *page) leaderOptions(leaders []model.Leader) []kit.Option[report.Subject] {
	var out []kit.Option[report.Subject]
	for _, l := range leaders {
		if !l.Anonymised() {
			out = append(out, kit.Option[report.Subject]{
				Value: report.Subject{Kind: model.KindLeader, ID: l.ID}, Label: p.desk.Person(l.Name), Detail: words.T("reports.subject.leader"),
			})
		}
	}
	return out
}

// organisationOptions are the organisations, and where a report can be about a person, each followed by its contacts.
func (p *page) organisationOptions(organisations []model.Organisation) []kit.Option[report.Subject] {
	var out []kit.Option[report.Subject]
	for _, o := range organisations {
		name := o.Name.Best(words.Current())
		of := report.Subject{Kind: model.KindOrganisation, ID: o.ID}
		out = append(out, kit.Option[report.Subject]{Value: of, Label: name, Detail: words.T("reports.subject.organisation")})
		if p.question.Code != report.Handover {
			continue
		}
		for _, c := range o.Contacts {
			of.ContactID = c.ID
			out = append(out, kit.Option[report.Subject]{
				Value: of, Label: p.desk.Person(c.Name), Detail: words.T("reports.subject.contact", "organisation", name),
			})
		}
	}
	return out
}
