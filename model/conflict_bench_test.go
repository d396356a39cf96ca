package model_test

import (
	"fmt"
	"testing"

	"kumppani/model"
)

// aYear is a year of a large region: 60 places in four municipalities, 400 groups with a pair each, 10,000 sessions, school
// breaks and a partner's calendar for every tenth place.
func aYear() ([]model.Session, model.ConflictFacts) {
	f := model.ConflictFacts{Groups: model.GroupDirectory{}, Places: model.PlaceDirectory{}, Leaders: model.LeaderDirectory{}, TravelMinutes: 30}
	for i := range 60 {
		town := model.Municipality{Code: fmt.Sprint(990 + i%4), Name: fmt.Sprint("Kunta ", i%4)}
		id := model.ID(fmt.Sprint("p", i))
		f.Places[id] = model.MeetingPlace{ID: id, Municipality: town}
		if i < 4 {
			f.Closures = append(f.Closures, model.Closure{
				ID: model.ID(fmt.Sprint("c", i)), Scope: model.ClosedMunicipality, Municipality: town, From: d("2026-10-19"), Until: d("2026-10-25"),
			})
		}
	}
	for i := range 400 {
		id := model.ID(fmt.Sprint("l", i))
		f.Leaders[id] = model.Leader{ID: id, Kind: model.LeaderKinds()[i%2], Statuses: []model.LeaderStatus{{State: model.LeaderActive}}}
	}
	var sessions []model.Session
	for i := range 400 {
		g := group(model.ID(fmt.Sprint("g", i)), weekly(model.Weekdays()[i%5], 1))
		g.PlaceID = model.ID(fmt.Sprint("p", i%60))
		g.Leaders = []model.ID{model.ID(fmt.Sprint("l", i)), model.ID(fmt.Sprint("l", (i+7)%400))}
		f.Groups[g.ID] = g
		for n := range 25 {
			day := d("2026-08-31").AddDays(i%5 + 7*n)
			sessions = append(sessions, model.Session{
				ID: model.ID(fmt.Sprint(g.ID, "-", n)), GroupID: g.ID, SlotOn: day, Date: day, From: clock("09:30"), Until: clock("11:30"),
				PlaceID: g.PlaceID, Leaders: g.Leaders,
			})
			if i%10 == 0 {
				f.Booked = append(f.Booked, model.PartnerEvent{PlaceID: g.PlaceID, Date: day, From: clock("10:00"), Until: clock("12:00")})
			}
		}
	}
	return sessions, f
}

func BenchmarkConflictsOfAYear(b *testing.B) {
	sessions, f := aYear()
	for b.Loop() {
		if len(model.Conflicts(sessions, f)) == 0 {
			b.Fatal("no conflicts")
		}
	}
}
