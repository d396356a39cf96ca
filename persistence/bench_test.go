package persistence

import (
	"context"
	"os"
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
		f.summaries = nil // as when it is read for the first time, and after every write
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
			a.Notes = string(newID())
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
		_, err := f.CreateAgreement(context.Background(), fullAgreement(string(newID()), organisations...))
		must(b, err)
	}
}

// BenchmarkOpenChecked opens a file of an ordinary size, which is checked whole.
func BenchmarkOpenChecked(b *testing.B) {
	f := newFile(b)
	must(b, f.write(ctx, action{op: "fill"}, func(ctx context.Context, q querier) error { return fill(ctx, q, 1_000) }))
	must(b, f.Close())
	info, err := os.Stat(f.Path())
	must(b, err)
	if info.Size() > quickCheckLimit {
		b.Fatalf("%d bytes are not checked", info.Size())
	}
	for b.Loop() {
		f, err := Open(ctx, f.Path(), testOptions())
		must(b, err)
		must(b, f.Close())
	}
	b.ReportMetric(float64(info.Size())/(1<<20), "MB")
}

func BenchmarkCheckLarge(b *testing.B) {
	f := openLarge(b)
	for b.Loop() {
		findings, err := f.Check(ctx)
		must(b, err)
		if len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}
