package persistence

import (
	"testing"

	"kumppani/model"
)

func fullYear(year int) model.YearRecord {
	y := model.NewYearRecord(year)
	_ = fillYear(&y) // never fails
	return y
}

func TestYears(t *testing.T) {
	f := newFile(t)
	kinds := []model.Kind{model.KindYear}
	y, err := f.Year(ctx, 2026)
	must(t, err)
	equal(t, "nothing entered", y, model.NewYearRecord(2026))
	telling(t, f, kinds, func() {
		y, err = f.UpdateYear(ctx, 2026, fillYear)
		must(t, err)
	})
	equal(t, "entered", y, fullYear(2026))
	_, err = f.UpdateYear(ctx, 2027, func(y *model.YearRecord) error {
		y.Year = 1999
		*y = fullYear(2026).CarriedOver(y.Year)
		// None of these says anything.
		y.Resources = map[model.ResourceKind]model.Resource{model.ResourceBudget: {}}
		y.Quality[model.QualityCommunity], y.Cooperation[model.Parish] = model.QualityMark{}, ""
		y.Services[model.YouthWork] = ""
		y.Practices = append(y.Practices, model.PracticeEntry{Municipality: model.Municipality{Code: "995"}, Practice: model.CoupleWork})
		return nil
	})
	must(t, err)
	must(t, f.Close())
	f = reopen(t, f.Path())
	wantYears(t, f, fullYear(2026).CarriedOver(2027), fullYear(2026))

	_, err = f.UpdateYear(ctx, 2026, func(y *model.YearRecord) error {
		delete(y.Resources, model.ResourcePremises)
		y.Resources[model.ResourceBudget] = model.Resource{Given: model.Yes}
		y.Quality = nil
		y.Practices = y.Practices[1:]
		return nil
	})
	must(t, err)
	want := fullYear(2026)
	delete(want.Resources, model.ResourcePremises)
	want.Resources[model.ResourceBudget] = model.Resource{Given: model.Yes}
	want.Quality = map[model.QualityTopic]model.QualityMark{}
	want.Practices = want.Practices[1:]
	y, err = f.Year(ctx, 2026)
	must(t, err)
	equal(t, "changed", y, want)

	_, err = f.UpdateYear(ctx, 2027, func(y *model.YearRecord) error { *y = model.YearRecord{}; return nil })
	must(t, err)
	wantYears(t, f, want)
	y, err = f.Year(ctx, 2027)
	must(t, err)
	equal(t, "nothing any longer", y, model.NewYearRecord(2027))
	soundFile(t, f)
}

func wantYears(t *testing.T, f *File, want ...model.YearRecord) {
	t.Helper()
	all, err := f.Years(ctx)
	must(t, err)
	equal(t, "the latest first", all, want)
}

func TestYearRefusals(t *testing.T) {
	f := newFile(t)
	_, err := f.UpdateYear(ctx, 2026, fillYear)
	must(t, err)
	for _, spoil := range []func(*model.YearRecord){
		func(y *model.YearRecord) {
			y.Resources[model.ResourceBudget] = model.Resource{Amount: model.AmountOf(-1)}
		},
		func(y *model.YearRecord) {
			y.Quality[model.QualityEncounter] = model.QualityMark{Step: model.CountOf(model.QualitySteps + 1)}
		},
		func(y *model.YearRecord) {
			y.Quality[model.QualityEncounter] = model.QualityMark{Step: model.CountOf(0)}
		},
		func(y *model.YearRecord) { y.Practices[0].Municipality = model.Municipality{} },
	} {
		_, err := f.UpdateYear(ctx, 2026, func(y *model.YearRecord) error { spoil(y); return nil })
		wantCode(t, err, model.CodeInvalid)
	}
	for _, year := range []int{0, model.FirstYear - 1, model.LastYear + 1} {
		_, err := f.UpdateYear(ctx, year, fillYear)
		wantCode(t, err, model.CodeInvalid)
	}
	_, err = f.UpdateYear(ctx, 2026, func(y *model.YearRecord) error { y.Resources = nil; y.Notes = "muutettu"; return errStop })
	if err != errStop { //nolint:errorlint // as it is
		t.Errorf("the error of change is %v", err)
	}
	wantYears(t, f, fullYear(2026))
}
