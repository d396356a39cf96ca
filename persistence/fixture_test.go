package persistence

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"kumppani/assets"
	"kumppani/model"
)

// fullAgreement is an agreement in which everything that can be kept is there, between the organisations.
func fullAgreement(number string, organisations ...model.Organisation) model.Agreement {
	text := func(s string) model.Text { return model.Text{Fi: s + " fi", Sv: s + " sv", En: s + " en"} }
	day := model.MustDate
	a := model.Agreement{
		AgreementSummary: model.AgreementSummary{
			Number: number, Title: text("Perhetupa Ähtäri"), Languages: []model.Language{model.Finnish, model.Swedish},
			Form: model.Oral, Kind: model.Partnership, Area: text("alue"), AgreedOn: day("2024-02-29"),
			ValidFrom: day("2025-01-01"), ValidUntil: day("2027-12-31"), NoticeMonths: model.CountOf(0), ReviewOn: day("2026-11-30"),
		},
		Place: text("paikka"), MeetingsPerYear: model.CountOf(4), Court: text("käräjäoikeudessa"), SignedAt: text("Suvannossa"),
		OralTerms: model.OralTerms{
			Where: "kunnantalo", Present: "Aino, Åke", Content: text("sovittu"), NotedBy: "Aino", MemoSentTo: "kaikille",
			MemoSentOn: day("2024-03-01"),
		},
		Reviews: []model.Review{{ID: newID(), HeldOn: day("2026-01-15"), Present: "kaikki", Notes: "jatketaan"}},
		Notes:   "soita ensin",
	}
	amendment := model.Amendment{ID: newID(), Number: 1, Title: text("muutos"), Body: text("lisätään"), ValidFrom: day("2026-02-01")}
	for i, o := range organisations {
		p := model.Party{
			ID: newID(), OrganisationID: o.ID, Role: fmt.Sprint("rooli ", i), CoreTask: "perustehtävä",
			Services: []model.Service{model.School, model.Library}, Signatory: "Öman", SignatoryTitle: "johtaja",
			Signing: model.Signing{
				SentOn: day("2024-11-01"), SignedOn: day("2024-11-02"), ReturnedOn: day("2024-11-03"), CopyOn: day("2024-11-04"),
				Electronic: i == 0,
			},
			DecisionBody: "lautakunta", DecisionOn: day("2024-10-01"), DecisionSection: "42",
		}
		if len(o.Contacts) > 1 {
			p.ContactID, p.DeputyID = o.Contacts[0].ID, o.Contacts[1].ID
		}
		a.Parties = append(a.Parties, p)
		a.Contributions = append(a.Contributions, model.Contribution{
			ID: newID(), PartyID: p.ID, Kind: model.ContributedMoney, Description: text("raha"),
			Amount: model.AmountOf(450050), Unit: "€", Per: model.PerYear, DueOn: day("2026-06-30"),
		})
		a.WrittenInto = append(a.WrittenInto, model.WrittenInto{ID: newID(), PartyID: p.ID, Document: "strategia", Year: 2026})
		amendment.Signatures = append(amendment.Signatures, model.AmendmentSignature{PartyID: p.ID, Signing: p.Signing})
	}
	for i, c := range assets.Template().Clauses {
		a.Clauses = append(a.Clauses, model.Clause{
			ID: newID(), Key: c.Key, Heading: model.Text(c.Heading), Body: model.Text(c.Body), Off: i%2 == 1,
		})
	}
	a.Tasks = []model.Task{
		{ID: newID(), Description: text("avaimet"), PartyIDs: []model.ID{a.Parties[1].ID, a.Parties[0].ID}},
		{ID: newID(), Description: text("siivous")},
	}
	a.Amendments = []model.Amendment{amendment}
	a.Notice = model.Notice{By: a.Parties[0].ID, GivenOn: day("2026-10-05"), EndsOn: day("2026-12-31")}
	return a
}

// twoOrganisations keeps two organisations with two contacts each.
func twoOrganisations(t testing.TB, f *File) []model.Organisation {
	t.Helper()
	var out []model.Organisation
	for _, name := range []string{"Ähtärin kaupunki", "Åbo förening rf"} {
		o := association(name)
		o.Contacts = []model.Contact{{Name: "Aino Öman"}, {Name: "Åke Äijälä"}}
		o, err := f.CreateOrganisation(context.Background(), o)
		must(t, err)
		out = append(out, o)
	}
	return out
}

// largeFolder is removed when all tests have run.
var largeFolder string

// large is a data file with 10,000 agreements of three parties; every twentieth has its clauses.
var large = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "kumppani-large-*")
	if err != nil {
		return "", err
	}
	largeFolder = folder
	path := filepath.Join(folder, "kumppani.sqlite")
	f, err := Open(context.Background(), path, testOptions())
	if err != nil {
		return "", err
	}
	err = f.write(context.Background(), action{op: "fill"}, func(ctx context.Context, q querier) error { return fill(ctx, q, 10_000) })
	if err != nil {
		return "", err
	}
	return path, f.Close()
})

func fill(ctx context.Context, q querier, agreements int) error {
	var organisations []model.Organisation
	for i := range 300 {
		o := preparedOrganisation(association(fmt.Sprintf("Yhdistys %03d", i)))
		o.Contacts = []model.Contact{{ID: newID(), Name: "Aino"}, {ID: newID(), Name: "Åke"}}
		organisations = append(organisations, o)
		if err := saveOrganisation(ctx, q, o); err != nil {
			return err
		}
	}
	for i := range agreements {
		n := len(organisations)
		a := fullAgreement(fmt.Sprintf("%d-%05d", 2000+i%27, i), organisations[i%n], organisations[(i+7)%n], organisations[(i+50)%n])
		a.ID = newID()
		if i%20 != 0 {
			a.Clauses = nil
		}
		if err := saveAgreement(ctx, q, a); err != nil {
			return err
		}
	}
	return nil
}

func openLarge(b *testing.B) *File {
	b.Helper()
	path, err := large()
	must(b, err)
	return reopen(b, path)
}
