package persistence

import (
	"testing"

	"kumppani/model"
)

func TestDeferrals(t *testing.T) {
	f := newFile(t)
	day := model.MustDate
	kinds := []model.Kind{model.KindDeferral}
	later := model.Deferral{Key: "review:1:2026-11-30", RecordID: "r1", Until: day("2026-11-25"), MadeOn: day("2026-11-22")}
	never := model.Deferral{Key: "pair:2", Reason: "ryhmällä ei ole paria", MadeOn: day("2026-11-20")}
	telling(t, f, kinds, func() { must(t, f.SaveDeferral(ctx, never)) })
	must(t, f.SaveDeferral(ctx, later))
	wantDeferrals(t, f, later, never)

	never.Until, never.Reason, never.MadeOn = day("2027-01-01"), "kysytään tammikuussa", day("2026-11-23")
	spaced := never
	spaced.Reason = " kysytään tammikuussa\n"
	must(t, f.SaveDeferral(ctx, spaced)) // in place of the one with its key
	must(t, f.Close())
	f = reopen(t, f.Path())
	wantDeferrals(t, f, never, later)
	telling(t, f, kinds, func() { must(t, f.DeleteDeferral(ctx, later.Key)) })
	wantDeferrals(t, f, never)

	for _, bad := range []model.Deferral{
		{},
		{Key: "x", MadeOn: day("2026-11-22")},
		{Key: "x", Reason: "syy"},
		{Reason: "syy", MadeOn: day("2026-11-22")},
		{Key: "x", Until: day("2026-11-22"), MadeOn: day("2026-11-22")},
		{Key: "x", Reason: " ", MadeOn: day("2026-11-22")},
	} {
		wantCode(t, f.SaveDeferral(ctx, bad), model.CodeInvalid)
	}
	wantCode(t, f.DeleteDeferral(ctx, later.Key), model.CodeNotFound)
	wantDeferrals(t, f, never)
	soundFile(t, f)
}

func wantDeferrals(t *testing.T, f *File, want ...model.Deferral) {
	t.Helper()
	all, err := f.Deferrals(ctx)
	must(t, err)
	equal(t, "the latest first", all, want)
}
