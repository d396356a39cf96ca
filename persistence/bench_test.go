package persistence

import (
	"context"
	"testing"

	"kumppani/model"
)

func BenchmarkOpenLarge(b *testing.B) {
	path, err := large()
	must(b, err)
	for b.Loop() {
		f, err := Open(context.Background(), path, testOptions())
		must(b, err)
		must(b, f.Close())
	}
}

func BenchmarkAgreements10000(b *testing.B) {
	f := openLarge(b)
	for b.Loop() {
		all, err := f.Agreements(context.Background())
		must(b, err)
		if len(all) != 10_000 || len(all[0].Parties) > 3 {
			b.Fatalf("%d agreements", len(all))
		}
	}
}

func BenchmarkAgreement(b *testing.B) {
	f := openLarge(b)
	all, err := f.Agreements(context.Background())
	must(b, err)
	for b.Loop() {
		_, err := f.Agreement(context.Background(), all[0].ID)
		must(b, err)
	}
}

func BenchmarkUpdateAgreement(b *testing.B) {
	f := openLarge(b)
	all, err := f.Agreements(context.Background())
	must(b, err)
	for i := 0; b.Loop(); i++ {
		_, err := f.UpdateAgreement(context.Background(), all[0].ID, func(a *model.Agreement) error {
			a.Notes = string(model.NewID())
			a.Title.Fi = a.Notes
			return nil
		})
		must(b, err)
	}
}

func BenchmarkCreateAgreement(b *testing.B) {
	f := newFile(b)
	organisations := twoOrganisations(b, f)
	for b.Loop() {
		_, err := f.CreateAgreement(context.Background(), fullAgreement(string(model.NewID()), organisations...))
		must(b, err)
	}
}
