package home_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/home"
	"kumppani/ui/ids"
)

// BenchmarkHome reads and computes Home on ten years of a large region: 100,000 sessions, 400 groups of which every tenth
// has themes, 500 leaders with tasks, 300 organisations and 600 agreements. Home starts from nothing kept in memory, as
// after any change of a record.
func BenchmarkHome(b *testing.B) {
	f, err := persistence.Open(b.Context(), filepath.Join(b.TempDir(), "kumppani.sqlite"), persistence.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	l := large{B: b, f: f}
	l.fill()
	today := on("2026-10-14")
	for b.Loop() {
		b.StopTimer()
		l.touch()
		b.StartTimer()
		a, err := home.Look(b.Context(), f, today)
		if err != nil {
			b.Fatal(err)
		}
		if len(a.Items) < 100 {
			b.Fatalf("%d items", len(a.Items))
		}
	}
}

type large struct {
	*testing.B
	f      *persistence.File
	leader model.Leader
	paper  model.Agreement
}

func ok[T any](b *testing.B) func(T, error) T {
	return func(x T, err error) T {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
		return x
	}
}

// touch makes the store forget what it keeps of registers.
func (l *large) touch() {
	ctx := l.Context()
	ok[model.Leader](l.B)(l.f.UpdateLeader(ctx, l.leader.ID, func(x *model.Leader) error { x.Notes += "."; return nil }))
	ok[model.Agreement](l.B)(l.f.UpdateAgreement(ctx, l.paper.ID, func(x *model.Agreement) error { x.Notes += "."; return nil }))
}

func (l *large) fill() {
	ctx := l.Context()
	var partners []model.Organisation
	for i := range 300 {
		partners = append(partners, ok[model.Organisation](l.B)(l.f.CreateOrganisation(ctx, model.Organisation{
			Name: model.Text{Fi: fmt.Sprintf("Yhdistys %03d ry", i)}, Sector: model.Association,
			Contacts: []model.Contact{{Name: "Aino Öman", From: on("2020-01-01")}, {Name: "Åke Äijälä", Until: on("2026-10-01").AddDays(-i)}},
		})))
	}
	for i := range 600 {
		l.paper = ok[model.Agreement](l.B)(l.f.CreateAgreement(ctx, model.Agreement{AgreementSummary: model.AgreementSummary{
			Number: fmt.Sprintf("2025-%04d", i), Title: model.Text{Fi: fmt.Sprintf("Kumppanuussopimus %d", i)}, Form: model.Oral,
			Languages: []model.Language{model.Finnish}, Kind: model.Partnership, AgreedOn: on("2025-01-01"), ReviewOn: on("2026-10-01").AddDays(i),
			Parties: []model.Party{{OrganisationID: partners[i%300].ID}, {OrganisationID: partners[(i+7)%300].ID}},
		}}))
	}
	var leaders []model.ID
	for i := range 500 {
		l.leader = ok[model.Leader](l.B)(l.f.CreateLeader(ctx, model.Leader{
			Kind: model.LeaderKinds()[i%2], Name: fmt.Sprintf("Ohjaaja %04d Åkerström-Mäkinen", i),
			Statuses: []model.LeaderStatus{{State: model.LeaderActive, From: on("2020-01-01")}},
			Tasks:    []model.LeaderTask{{Kind: model.FamilyCafeLeader, From: on("2020-01-01")}},
		}))
		leaders = append(leaders, l.leader.ID)
		ok[model.FollowUp](l.B)(l.f.CreateFollowUp(ctx, model.FollowUp{Kind: model.KindLeader, RecordID: l.leader.ID, On: on("2026-10-01").AddDays(i), Text: "Kysy kuulumisia"}))
	}
	l.meet(leaders)
}

func (l *large) meet(leaders []model.ID) {
	ctx := l.Context()
	from, _ := model.NewClock(9, 0)
	until, _ := model.NewClock(11, 0)
	var places []model.MeetingPlace
	for i := range 60 {
		places = append(places, ok[model.MeetingPlace](l.B)(l.f.CreateMeetingPlace(ctx, model.MeetingPlace{
			Name: model.Text{Fi: fmt.Sprintf("Äijälän perhetupa %02d", i)}, Kind: model.FamilyCafe, Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"},
		})))
	}
	var groups []model.Group
	for i := range 400 {
		g := model.Group{
			Name: model.Text{Fi: fmt.Sprintf("Perhekahvila %03d", i)}, Type: model.OpenGroup, PlaceID: places[i%60].ID, From: from, Until: until,
			Leaders:    []model.ID{leaders[i], leaders[(i+101)%500]},
			Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: model.Weekdays()[i%5]},
		}
		if i%10 == 0 {
			g.ThemeEvery = 2
		}
		groups = append(groups, ok[model.Group](l.B)(l.f.CreateGroup(ctx, g)))
	}
	for n := range 20 {
		begins := on("2017-01-09").AddDays(182 * n)
		season := ok[model.Season](l.B)(l.f.SaveSeason(ctx, model.Season{Name: model.Text{Fi: fmt.Sprint("Kausi ", n)}, From: begins, Until: begins.AddDays(139)}))
		p := model.Plan{Season: season}
		for _, g := range groups[:250] {
			for i, day := range g.Recurrence.DaysIn(begins, begins.AddDays(139)) {
				s := model.Session{
					ID: ids.New(), GroupID: g.ID, SeasonID: season.ID, SlotOn: day, Date: day, From: g.From, Until: g.Until, PlaceID: g.PlaceID, Leaders: g.Leaders,
				}
				if i%10 > 0 {
					s.Counts = model.Counts{Adults: model.CountOf(9), Children: model.CountOf(14)}
				}
				p.Lines = append(p.Lines, model.PlanLine{Act: model.PlanMake, Session: s})
			}
		}
		if err := l.f.WritePlan(ctx, p); err != nil {
			l.Fatal(err)
		}
	}
}
