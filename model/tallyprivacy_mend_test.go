package model_test

import (
	"fmt"
	"testing"

	"kumppani/model"
)

// Where no second cell is large enough the total is hidden, and must not be added up from the rows of any dimension.
func TestAHiddenTotalCannotBeAddedUp(t *testing.T) {
	tally := model.NewTally([]model.Session{
		met("closed", "a", "2026-09-01", 3, 0), met("open", "a", "2026-09-08", 4, 0), met("open", "b", "2026-10-06", 0, 0),
	}, village(), d("2026-11-22"))
	if !tally.HidesTotal(model.MeasureVisits) {
		t.Error("the total is told")
	}
	for dimension, key := range map[model.Dimension]string{
		model.ByGroup: "closed", model.ByPlace: "a", model.ByMunicipality: "991", model.ByLanguage: "fi", model.ByWeekday: "2",
		model.ByMonth: "2026-09",
	} {
		if !tally.Hides(dimension, key, model.MeasureVisits) {
			t.Errorf("by %s: %s is told", dimension, key)
		}
	}
	if tally.Hides(model.ByGroup, "open", model.MeasureVisits) {
		t.Error("few visitors of an open group are hidden")
	}
}

// August hides July, and has too few children to be told itself: it is not left as the only one hidden of the children.
func TestAMonthThatHidesAnotherIsHiddenItself(t *testing.T) {
	tally := model.NewTally([]model.Session{
		met("closed", "a", "2026-07-07", 3, 0), met("closed", "a", "2026-08-04", 9, 2), met("open", "a", "2026-09-01", 30, 30),
		met("open", "a", "2026-10-06", 40, 40),
	}, village(), d("2026-11-22"))
	for key, want := range map[string]bool{"2026-07": true, "2026-08": true, "2026-09": true, "2026-10": false} {
		if got := tally.Hides(model.ByMonth, key, model.MeasureVisits); got != want {
			t.Errorf("%s hidden: %v", key, got)
		}
	}
	if tally.HidesTotal(model.MeasureVisits) {
		t.Error("the total is hidden")
	}
}

// The open group met in September only: what is left of that month when it is taken away are the few of the closed one.
func TestAMonthIsHiddenFromWhichAnotherGroupCanBeTakenAway(t *testing.T) {
	tally := model.NewTally([]model.Session{
		met("open", "a", "2026-09-01", 20, 20), met("closed", "a", "2026-09-08", 3, 9), met("closed", "a", "2026-10-06", 17, 9),
	}, village(), d("2026-11-22"))
	for _, key := range []string{"2026-09", "2026-10"} {
		if !tally.Hides(model.ByMonth, key, model.MeasureVisits) {
			t.Errorf("%s is told, which tells that three adults of the closed group came in September", key)
		}
	}
	if tally.Hides(model.ByGroup, "closed", model.MeasureVisits) || tally.HidesTotal(model.MeasureVisits) {
		t.Error("more is hidden than has to be")
	}
}

// Hiding comes to an end soon however few come to many groups; see also BenchmarkTally100000.
func BenchmarkHidingOfFew(b *testing.B) {
	f := model.TallyFacts{Groups: model.GroupDirectory{}, Places: model.PlaceDirectory{}}
	var sessions []model.Session
	for i := range 400 {
		group, place := fmt.Sprint("g", i), fmt.Sprint("p", i%60)
		f.Groups[model.ID(group)] = model.Group{ID: model.ID(group), Type: model.GroupTypes()[i%3]}
		f.Places[model.ID(place)] = model.MeetingPlace{ID: model.ID(place), Municipality: model.Municipality{Code: fmt.Sprint(i % 60 % 4)}}
		for n := range 25 {
			if n*i%7 < 4 {
				s := met(group, place, "2026-01-05", n*i%3, n*i%5)
				s.Date = s.Date.AddDays(i%5 + (7+i%9)*n)
				s.Counts.New, s.Counts.Men = model.CountOf((n+i)%2), model.CountOf((n*i)%11/10)
				sessions = append(sessions, s)
			}
		}
	}
	for b.Loop() {
		if t := model.NewTally(sessions, f, d("2026-11-22")); !t.HidesAny() {
			b.Fatal("nothing is hidden")
		}
	}
}

// A body that has to meet so many times a year does not meet after its end.
func TestABodyDoesNotMeetAfterItsEnd(t *testing.T) {
	for _, x := range []struct {
		name               string
		starts, ends, last string
		want               string
	}{
		{"goes on", "", "", "2026-07-05", "2027-01-03"},
		{"ends before the next", "", "2026-12-31", "2026-07-05", ""},
		{"ends on the day", "", "2027-01-03", "2026-07-05", "2027-01-03"},
		{"has not met yet", "2026-12-20", "2026-12-31", "", "2026-12-20"},
		{"ends before it begins", "2027-02-01", "2026-12-31", "", ""},
	} {
		b := model.Body{ID: "b", TimesAYear: model.CountOf(2), StartsOn: d(x.starts), EndedOn: d(x.ends)}
		var meetings []model.NetworkMeeting
		if x.last != "" {
			meetings = []model.NetworkMeeting{{BodyID: "b", Date: d(x.last)}}
		}
		if got, ok := b.Next(meetings, d("2026-12-15")); got.On != d(x.want) || ok != (x.want != "") {
			t.Errorf("%s: %v, %v", x.name, got.On, ok)
		}
	}
}

// A group that meets in two municipalities is a practice of both.
func TestAGroupOfTwoMunicipalitiesIsEvidenceInBoth(t *testing.T) {
	f := village()
	facts := model.EvidenceFacts{
		PlaceOf: f.Places, Groups: model.GroupDirectory{"g": {ID: "g", Audiences: []model.Audience{model.Parents}}},
		Sessions: []model.Session{
			met("g", "a", "2026-09-01", 9, 9), met("g", "b", "2026-09-08", 9, 9), met("g", "c", "2026-09-15", 9, 9), met("g", "c", "2026-09-22", 9, 9),
		},
	}
	times := map[string]int{}
	for _, e := range model.EvidenceOf(model.YearPeriod(2026), facts) {
		times[e.Municipality.Code+" "+string(e.Practice)] = e.Times
	}
	peers := string(model.PeerGroupsFor(model.Parents))
	if len(times) != 2 || times["991 "+peers] != 1 || times["992 "+peers] != 1 {
		t.Errorf("%v", times)
	}
}
