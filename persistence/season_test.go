package persistence

import (
	"testing"

	"kumppani/model"
)

func TestSeasons(t *testing.T) {
	f := newFile(t)
	first, err := f.SaveSeason(ctx, model.Season{
		Name: model.Text{Fi: " Syksy 2026 ", Sv: "Hösten 2026", En: "Autumn 2026"}, From: model.MustDate("2026-08-31"),
		Until: model.MustDate("2026-12-11"), Eves: true,
	})
	must(t, err)
	second, err := f.SaveSeason(ctx, model.Season{
		Name: model.Text{Sv: "Våren"}, From: model.MustDate("2027-01-11"), Until: model.MustDate("2027-05-21"),
	})
	must(t, err)
	want := first
	want.Name.Fi = "Syksy 2026"
	all, err := f.Seasons(ctx)
	must(t, err)
	equal(t, "the latest first", all, []model.Season{second, want})

	second.Eves, second.Name = true, model.Text{Fi: "Kevät"}
	_, err = f.SaveSeason(ctx, second)
	must(t, err)
	all, err = f.Seasons(ctx)
	must(t, err)
	equal(t, "changed", all, []model.Season{second, want})

	_, err = f.SaveSeason(ctx, model.Season{Name: model.Text{Fi: "Väärin"}, From: second.Until, Until: second.From})
	wantCode(t, err, model.CodeInvalid)
	_, err = f.SaveSeason(ctx, model.Season{ID: first.ID})
	wantCode(t, err, model.CodeInvalid)
	damage(t, f, "UPDATE season SET until_on = NULL WHERE eves = 1 AND name_sv <> ''")
	want.Until, want.Eves = model.Date{}, false
	_, err = f.SaveSeason(ctx, want) // what is amiss already does not keep it from being saved
	must(t, err)
	must(t, f.DeleteSeason(ctx, first.ID))
	wantCode(t, f.DeleteSeason(ctx, first.ID), model.CodeNotFound)
	all, err = f.Seasons(ctx)
	must(t, err)
	equal(t, "after a removal", all, []model.Season{second})
}
