package persistence

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"kumppani/model"
)

func (s *sample) loadAgreements(ctx context.Context) error {
	rows, err := sampleTable("agreements")
	if err != nil {
		return err
	}
	contributions, err := sampleTable("contributions")
	if err != nil {
		return err
	}
	template, err := s.f.Template(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		a, err := s.agreement(ctx, r, template)
		if err != nil {
			return fmt.Errorf("agreement %s: %w", r["id"], err)
		}
		for _, c := range contributions {
			if c["agreement"] != r["id"] {
				continue
			}
			promised, err := s.contribution(a, c)
			if err != nil {
				return fmt.Errorf("agreement %s: %w", r["id"], err)
			}
			a.Contributions = append(a.Contributions, promised)
		}
		if _, err := s.f.CreateAgreement(ctx, a); err != nil {
			return err
		}
	}
	return nil
}

// The words of the table. They are the table's own, not the window's.
var (
	sampleForms       = map[string]model.Form{"kirjallinen": model.Written, "suullinen": model.Oral}
	samplePers        = map[string]model.Per{"": "", "v": model.PerYear, "vk": model.PerWeek, "kerta": model.PerSession}
	sampleContributed = map[string]model.ContributionKind{
		"tila": model.ContributedPremises, "henkilöstö": model.ContributedStaff, "raha": model.ContributedMoney,
		"tarvikkeet": model.ContributedSupplies, "vapaaehtoiset": model.ContributedVolunteers,
		"koulutus": model.ContributedTraining, "tiedotus": model.ContributedInformation,
	}
	// The table does not say what an agreement is about, other than in its title.
	sampleKinds = map[string]model.AgreementKind{
		"A1": model.Framework, "A3": model.Cooperation, "A5": model.PremisesAgreement, "A7": model.TrainingAgreement,
		"A9": model.Cooperation,
	}
)

func (s *sample) agreement(ctx context.Context, r record, template model.Template) (model.Agreement, error) {
	var a model.Agreement
	form, known := sampleForms[r["form"]]
	if !known {
		return a, fmt.Errorf("form %q", r["form"])
	}
	a.Form, a.Kind, a.Notes = form, model.Partnership, r["note"]
	if kind, ok := sampleKinds[r["id"]]; ok {
		a.Kind = kind
	}
	for part := range strings.SplitSeq(r["lang"], "+") {
		a.Languages = append(a.Languages, model.Language(part))
	}
	a.Title = model.TextIn(a.Languages[0], r["title"])
	signed, err := s.dates(&a, r)
	if err != nil {
		return a, err
	}
	if a.Form == model.Written {
		a.Clauses = template.NewClauses()
	}
	for short := range strings.SplitSeq(r["parties"], ";") {
		o, known := s.organisations[short]
		if !known {
			return a, fmt.Errorf("party %q", short)
		}
		p := model.Party{ID: model.NewID(), OrganisationID: o.ID, ContactID: o.Contacts[0].ID}
		missing := strings.Contains(r["note"], "Allekirjoitus puuttuu: "+short)
		p.Signing = sampleSigning(r["status"], signed, missing)
		a.Parties = append(a.Parties, p)
	}
	a.Number, err = s.f.NextAgreementNumber(ctx, sampleYear(a, signed))
	return a, err
}

// dates reads the dates of the table, and returns the day on which all signed.
func (s *sample) dates(a *model.Agreement, r record) (signed model.Date, err error) {
	read := func(column string) model.Date {
		d, bad := model.ParseDate(r[column])
		err = errors.Join(err, bad)
		return d
	}
	signed = read("signed")
	a.ValidFrom, a.ValidUntil, a.ReviewOn = read("valid_from"), read("valid_to"), read("review_due")
	if months, bad := strconv.Atoi(r["notice_months"]); bad == nil {
		a.NoticeMonths = model.CountOf(months)
	}
	switch r["id"] { // what the table tells in its note only
	case "A5":
		a.AgreedOn = model.MustDate("2024-08-26")
		a.OralTerms = model.OralTerms{Where: "kokouksessa", NotedBy: "Pekka Rautanen"}
	case "A8": // it had no end until notice was given
		a.Notice = model.Notice{GivenOn: model.MustDate("2026-10-05"), EndsOn: a.ValidUntil}
		a.ValidUntil = model.Date{}
	}
	return signed, err
}

// sampleSigning is the way of a party's copy: sent two weeks before it was signed, a copy given a week after. What is
// out for signature was sent at the beginning of November 2026.
func sampleSigning(status string, signed model.Date, missing bool) model.Signing {
	switch {
	case !signed.IsZero():
		return model.Signing{SentOn: signed.AddDays(-14), SignedOn: signed, ReturnedOn: signed, CopyOn: signed.AddDays(7)}
	case status == "allekirjoitettavana" && missing:
		return model.Signing{SentOn: model.MustDate("2026-11-02")}
	case status == "allekirjoitettavana":
		return model.Signing{
			SentOn: model.MustDate("2026-11-02"), SignedOn: model.MustDate("2026-11-09"), ReturnedOn: model.MustDate("2026-11-10"),
		}
	}
	return model.Signing{}
}

// sampleYear is the year that an agreement is numbered in; what is not signed yet was begun in the year of the sample.
func sampleYear(a model.Agreement, signed model.Date) int {
	switch {
	case !signed.IsZero():
		return signed.Year()
	case a.Form == model.Oral && !a.ValidFrom.IsZero():
		return a.ValidFrom.Year()
	}
	return 2026
}

func (s *sample) contribution(a model.Agreement, r record) (model.Contribution, error) {
	kind, known := sampleContributed[r["kind"]]
	if !known {
		return model.Contribution{}, fmt.Errorf("contribution of kind %q", r["kind"])
	}
	amount, err := strconv.ParseFloat(r["amount"], 64)
	if err != nil {
		return model.Contribution{}, err
	}
	unit, remark, _ := strings.Cut(r["unit"], " ")
	unit, per, _ := strings.Cut(unit, "/")
	period, known := samplePers[per]
	if !known {
		return model.Contribution{}, fmt.Errorf("unit %q", r["unit"])
	}
	language := model.Finnish
	if r["lang"] != "" {
		language = model.Language(r["lang"])
	}
	c := model.Contribution{
		ID: model.NewID(), Kind: kind, Description: model.TextIn(language, strings.TrimSpace(r["description"]+" "+remark)),
		Amount: model.AmountOf(int64(math.Round(amount * 100))), Unit: unit, Per: period,
	}
	for _, p := range a.Parties {
		if p.OrganisationID == s.organisations[r["org"]].ID {
			c.PartyID = p.ID
		}
	}
	return c, nil
}
