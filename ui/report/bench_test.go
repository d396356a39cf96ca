package report_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/report"
	"kumppani/ui/words"
)

// tenYears fills a file with ten years of a large region: 60 places in four municipalities, 400 groups of which every
// eighth is closed, and 100,000 sessions of two leaders, of which nine in ten were counted.
func tenYears(b *testing.B) *persistence.File {
	b.Helper()
	f, err := persistence.Open(ctx, filepath.Join(b.TempDir(), "years.kumppani"), persistence.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = f.Close() })
	if err := persistence.LoadSample(ctx, f); err != nil {
		b.Fatal(err)
	}
	leaders, organisations := must(f.Leaders(ctx)), must(f.Organisations(ctx))
	var groups []model.Group
	var places []model.ID
	for i := range 60 {
		places = append(places, must(f.CreateMeetingPlace(ctx, model.MeetingPlace{
			Name: model.Text{Fi: fmt.Sprintf("Perhetupa %02d", i)}, Kind: model.FamilyRoom,
			Municipality: model.Municipality{Code: fmt.Sprint(994 + i%4), Name: fmt.Sprint("Kunta ", i%4)}, HostID: organisations[0].ID,
		})).ID)
	}
	for i := range 400 {
		groups = append(groups, must(f.CreateGroup(ctx, model.Group{
			Name: model.Text{Fi: fmt.Sprintf("Ryhmä %03d", i)}, Type: model.GroupTypes()[min(i%8, 2)], PlaceID: places[i%60],
			Languages: []model.Language{model.Finnish}, Leaders: []model.ID{leaders[i%30].ID, leaders[(i+7)%30].ID},
			Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: time.Weekday(1 + i%5)},
			From:       must(model.ParseClock("09:30")), Until: must(model.ParseClock("11:30")),
		})))
	}
	for year := 2017; year <= 2026; year++ {
		season := must(f.SaveSeason(ctx, model.Season{
			Name: model.Text{Fi: fmt.Sprint("Kevät ", year)}, From: model.MustDate(fmt.Sprint(year, "-01-05")), Until: model.MustDate(fmt.Sprint(year, "-07-30")),
		}))
		p := model.Plan{Season: season}
		for i, g := range groups {
			for n := range 25 {
				day := season.From.AddDays(i%5 + 7*n)
				s := model.Session{
					GroupID: g.ID, SeasonID: season.ID, SlotOn: day, Date: day, From: g.From, Until: g.Until, PlaceID: g.PlaceID, Leaders: g.Leaders,
				}
				if n%10 > 0 {
					s.Counts = model.Counts{Adults: model.CountOf(n % 9), Children: model.CountOf(n % 11), New: model.CountOf(n % 2)}
				}
				p.Lines = append(p.Lines, model.PlanLine{Act: model.PlanMake, Session: s})
			}
		}
		if err := f.WritePlan(ctx, p); err != nil {
			b.Fatal(err)
		}
	}
	return f
}

// BenchmarkAnnual100000 makes the annual report of a year of 10,000 sessions beside another, in a file of 100,000.
func BenchmarkAnnual100000(b *testing.B) {
	f := tenYears(b)
	q := annual2026()
	facts := must(report.Read(ctx, f, q))
	if len(facts.Sessions) < 10_000 || len(facts.Before) < 10_000 {
		b.Fatalf("%d and %d sessions", len(facts.Sessions), len(facts.Before))
	}
	b.Run("Read", func(b *testing.B) {
		for b.Loop() {
			must(report.Read(ctx, f, q))
		}
	})
	b.Run("Make", func(b *testing.B) {
		for b.Loop() {
			if r := report.Make(words.In(model.Finnish), q, facts); len(r.Sections) < 10 {
				b.Fatal(r.Sections)
			}
		}
	})
}
