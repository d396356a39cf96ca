package persistence

import (
	"slices"
	"testing"

	"kumppani/assets"
	"kumppani/model"
)

func TestCentre(t *testing.T) {
	f := newFile(t)
	got, err := f.Centre(ctx)
	must(t, err)
	equal(t, "before the first start", got, model.Centre{LeadDays: model.DefaultLeadDays})
	wantCode(t, f.SaveCentre(ctx, model.Centre{}), model.CodeInvalid)
	want := model.Centre{
		Name: model.Text{Fi: "Suvannon perhekeskus"}, Region: model.Text{Fi: "Suvantomaa", Sv: "Suvantoland"}, Host: "Suvanto",
		Coordinator: "Aino", Phone: "040", Email: "a@b.fi", Letterhead: "Katu 1\n00100 Suvanto", Logo: []byte{0x89, 'P', 0, 1},
		Municipalities: []model.RegionMunicipality{{Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}, {Code: "994", Fi: "Sarkajärvi"}},
		Language:       model.Swedish, LeadDays: 0,
	}
	must(t, f.SaveCentre(ctx, want))
	got, err = f.Centre(ctx)
	must(t, err)
	equal(t, "read", got, want)
	want.Logo, want.Municipalities = nil, nil
	must(t, f.SaveCentre(ctx, want))
	got, err = f.Centre(ctx)
	must(t, err)
	equal(t, "read", got, want)
}

func TestTemplate(t *testing.T) {
	f := newFile(t)
	built, err := f.Template(ctx)
	must(t, err)
	if len(built.Clauses) != len(assets.Template().Clauses) || built.Memo.Body.Fi == "" || built.Clauses[0].Heading.Sv == "" {
		t.Fatalf("the built-in template is %+v", built)
	}
	own := model.Template{Clauses: slices.Clone(built.Clauses[:3]), Memo: built.Memo}
	own.Clauses[0].Body.Fi = "Meillä on tapana {{osapuolet}}."
	own.Memo.Body.Sv = "eget"
	must(t, f.SaveTemplate(ctx, own))
	got, err := f.Template(ctx)
	must(t, err)
	equal(t, "read", got, own)
	must(t, f.ResetTemplate(ctx))
	got, err = f.Template(ctx)
	must(t, err)
	equal(t, "reset", got, built)
}
