package persistence

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
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
	// Numbers run in the order in which the agreements were made.
	slices.SortStableFunc(rows, func(a, b record) int { return cmp.Compare(sampleMade(a), sampleMade(b)) })
	for _, r := range rows {
		a, err := s.agreement(r, template)
		for _, c := range contributions {
			if c["agreement"] == r["id"] && err == nil {
				err = s.contribute(&a, c)
			}
		}
		if err == nil {
			year, _, _ := strings.Cut(sampleMade(r), "-")
			a.Number, err = s.number(ctx, year)
		}
		if err == nil {
			a, err = s.f.CreateAgreement(ctx, a)
			s.agreements[r["id"]] = a.ID
		}
		if err != nil {
			return fmt.Errorf("agreement %s: %w", r["id"], err)
		}
	}
	return nil
}

func (s *sample) number(ctx context.Context, year string) (string, error) {
	y, err := strconv.Atoi(year)
	if err != nil {
		return "", err
	}
	return s.f.NextAgreementNumber(ctx, y)
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
	// What the table tells in its notes only, or not at all.
	sampleKinds = map[string]model.AgreementKind{
		"A1": model.Framework, "A3": model.Cooperation, "A5": model.PremisesAgreement, "A7": model.TrainingAgreement,
		"A8": model.Cooperation, "A9": model.Cooperation,
	}
	sampleDays   = map[string]string{"A5": "2024-08-26", "A7": "2026-10-26", "A6": "2026-11-02"} // agreed, sent, drafted
	sampleSigned = map[string]string{"A7 O1": "2026-11-02", "A7 K1": "2026-11-09"}

	// What the agreement in two languages says in the second of them, by what the table says.
	sampleSwedish = map[string]string{
		"Perhekeskusverkoston yleissopimus": "Ramavtal för familjecenternätverket",
		"Perhetupa Sarkan huoneisto 120 m²": "Lokalen Perhetupa Sarka, 120 m²",
		"Perhekeskuskoordinaattori 0,5 htv": "Familjecenterkoordinator, 0,5 årsverken",
		"Osuus yhteisestä toimintarahasta":  "Andel av de gemensamma verksamhetsmedlen",
		"Kylätalon sali torstaisin":         "Byagårdens sal på torsdagar",
	}
)

// sampleText is a text of the table in its language, and in Swedish when that is known too.
func sampleText(l model.Language, s string) model.Text {
	t := model.Text{Sv: sampleSwedish[s]}
	t.Set(l, s)
	return t
}

// sampleMade is the day an agreement was made, or last worked on while it is not; ISO.
func sampleMade(r record) string { return cmp.Or(r["signed"], sampleDays[r["id"]], r["valid_from"]) }

// agreement makes an agreement of the table, all but its number and contributions.
func (s *sample) agreement(r record, template model.Template) (model.Agreement, error) {
	var a model.Agreement
	form, known := sampleForms[r["form"]]
	if !known {
		return a, fmt.Errorf("form %q", r["form"])
	}
	a.Form, a.Kind, a.Notes = form, cmp.Or(sampleKinds[r["id"]], model.Partnership), r["note"]
	for part := range strings.SplitSeq(r["lang"], "+") {
		a.Languages = append(a.Languages, model.Language(part))
	}
	a.Title = sampleText(a.Languages[0], r["title"])
	if a.Form == model.Written {
		a.Clauses = template.NewClauses(newID)
	}
	if err := s.addParties(&a, r); err != nil {
		return a, err
	}
	return a, s.addTerm(&a, r)
}

// addTerm reads the dates of the table, and what its notes tell of an oral agreement and of notice.
func (s *sample) addTerm(a *model.Agreement, r record) (err error) {
	read := func(column string) model.Date {
		d, bad := model.ParseDate(r[column])
		err = errors.Join(err, bad)
		return d
	}
	a.ValidFrom, a.ValidUntil, a.ReviewOn = read("valid_from"), read("valid_to"), read("review_due")
	if r["notice_months"] != "" {
		months, bad := strconv.Atoi(r["notice_months"])
		err = errors.Join(err, bad)
		a.NoticeMonths = model.CountOf(months)
	}
	switch r["id"] {
	case "A5":
		a.AgreedOn = model.MustDate(sampleDays["A5"])
		a.OralTerms = model.OralTerms{Where: "Hiidenlammen kunnantalo", NotedBy: "Pekka Rautanen", Content: model.Text{
			Fi: "Perhekahvila saa käyttää koulun kerhohuonetta maanantaisin. Yhdistys hankkii lelut ja tarjoilun.",
		}}
	case "A8":
		a.Notice = model.Notice{By: a.Parties[1].ID, GivenOn: model.MustDate("2026-10-05"), EndsOn: a.ValidUntil}
	}
	return err
}

// addParties adds the parties, each with the contact of its organisation and its way of signing, and the area, which is
// that of the municipalities among them.
func (s *sample) addParties(a *model.Agreement, r record) error {
	var areas []record
	for short := range strings.SplitSeq(r["parties"], ";") {
		o, known := s.organisations[short]
		if !known {
			return fmt.Errorf("party %q", short)
		}
		c := o.Contacts[0]
		p := model.Party{ID: newID(), OrganisationID: o.ID, ContactID: c.ID}
		if a.Form == model.Written {
			p.Signatory, p.SignatoryTitle = c.Name, c.Title
		}
		signing, err := sampleSigning(r, short)
		if err != nil {
			return err
		}
		p.Signing = signing
		a.Parties = append(a.Parties, p)
		if o.Sector == model.Municipal {
			areas = append(areas, s.municipalities[o.Municipality.Code])
		}
	}
	if a.Kind == model.Framework { // of the whole region
		areas = []record{{"fi": "Suvantomaa", "sv": "Suvantoland"}}
	}
	a.Area.Fi = sampleArea(areas, "fi", " ja ")
	if slices.Contains(a.Languages, model.Swedish) {
		a.Area.Sv = sampleArea(areas, "sv", " och ")
	}
	return nil
}

func sampleArea(municipalities []record, language, and string) string {
	names := make([]string, len(municipalities))
	for i, m := range municipalities {
		names[i] = m[language]
	}
	return strings.Join(names, and)
}

// sampleSigning is the way of a party's copy: sent two weeks before all signed it, their own copy given a week after.
func sampleSigning(r record, party string) (model.Signing, error) {
	if r["status"] == "allekirjoitettavana" {
		signed, err := model.ParseDate(sampleSigned[r["id"]+" "+party])
		return model.Signing{SentOn: model.MustDate(sampleDays[r["id"]]), SignedOn: signed, ReturnedOn: signed}, err
	}
	signed, err := model.ParseDate(r["signed"])
	if signed.IsZero() {
		return model.Signing{}, err
	}
	return model.Signing{SentOn: signed.AddDays(-14), SignedOn: signed, ReturnedOn: signed, CopyOn: signed.AddDays(7)}, nil
}

// contribute adds a contribution of the table to its agreement.
func (s *sample) contribute(a *model.Agreement, r record) error {
	kind, known := sampleContributed[r["kind"]]
	if !known {
		return fmt.Errorf("contribution of kind %q", r["kind"])
	}
	amount, err := strconv.ParseFloat(r["amount"], 64)
	if err != nil {
		return err
	}
	description := r["description"]
	unit, calculated := strings.CutSuffix(r["unit"], " (laskennallinen)")
	if calculated {
		description += " (laskennallinen arvo)"
	}
	unit, per, _ := strings.Cut(unit, "/")
	period, known := samplePers[per]
	if !known {
		return fmt.Errorf("unit %q", r["unit"])
	}
	language := cmp.Or(model.Language(r["lang"]), model.Finnish)
	organisation := s.organisations[r["org"]].ID
	party := slices.IndexFunc(a.Parties, func(p model.Party) bool { return p.OrganisationID == organisation })
	if party < 0 {
		return fmt.Errorf("contribution of %q, which is no party", r["org"])
	}
	a.Contributions = append(a.Contributions, model.Contribution{
		ID: newID(), PartyID: a.Parties[party].ID, Kind: kind, Description: sampleText(language, description),
		Amount: model.AmountOf(int64(math.Round(amount * 100))), Unit: unit, Per: period,
	})
	return nil
}
