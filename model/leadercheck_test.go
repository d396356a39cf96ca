package model_test

import (
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

func TestCheckLeader(t *testing.T) {
	today := d("2026-11-22")
	for _, c := range []struct {
		name     string
		change   func(*model.Leader)
		severity model.Severity
		field    string
		code     string
	}{
		{"no name", func(l *model.Leader) { l.Name = "  " }, model.Refusal, "name", "required"},
		{"a name too long", func(l *model.Leader) { l.Name = strings.Repeat("š", model.MaxName+1) }, model.Refusal, "name", "too_long"},
		{"no kind", func(l *model.Leader) { l.Kind = "" }, model.Refusal, "kind", "required"},
		{"turns 14 this year", func(l *model.Leader) { l.BirthYear = model.CountOf(2012) }, model.Warning, "birth_year", "young_leader"},
		{"may still be 14", func(l *model.Leader) { l.BirthYear = model.CountOf(2011) }, model.Warning, "birth_year", "young_leader"},
		{"not born yet", func(l *model.Leader) { l.BirthYear = model.CountOf(2027) }, model.Refusal, "birth_year", "birth_year_range"},
		{"a year of two digits", func(l *model.Leader) { l.BirthYear = model.CountOf(85) }, model.Refusal, "birth_year", "birth_year_range"},
		{"a task that ends before it begins", func(l *model.Leader) { l.Tasks[0].Until = d("2025-01-01") }, model.Refusal, "tasks.0.until", "ends_before_start"},
		{"an absence without a day", func(l *model.Leader) { l.Absences = []model.Absence{{Title: "matka"}} }, model.Refusal, "absences.0.from", "required"},
		{"a waiver without a reason", func(l *model.Leader) { l.Waivers = []model.Waiver{{RequirementID: "intro"}} }, model.Refusal, "waivers.0.reason", "required"},
		{"signed tomorrow", func(l *model.Leader) { l.Completed[0].On = d("2026-11-23") }, model.Warning, "completed.0.on", "in_future"},
		{"hours below zero", func(l *model.Leader) {
			l.Entries = []model.LeaderEntry{{Kind: model.EnteredHours, On: today, Amount: model.AmountOf(-100)}}
		}, model.Refusal, "entries.0.amount", "negative"},
		{"two states from one day", func(l *model.Leader) { l.Statuses = append(l.Statuses, l.Statuses[0]) }, model.Refusal, "statuses.1.from", "status_day_twice"},
		{"a personal identity code in the notes", func(l *model.Leader) { l.Notes = "hetu 131052-308T" }, model.Warning, "notes", "identity_code"},
		{"… of somebody born after 2000", func(l *model.Leader) { l.Notes = "hetu 010203A123N." }, model.Warning, "notes", "identity_code"},
		{"… in the phone number", func(l *model.Leader) { l.Phone = "010112-123X" }, model.Warning, "phone", "identity_code"},
		{"a consent of tomorrow", func(l *model.Leader) { l.Tasks[0].Check.ConsentOn = d("2026-11-23") }, model.Warning, "tasks.0.consent_on", "in_future"},
		{"asked tomorrow", func(l *model.Leader) { l.Publication.On = d("2026-11-23") }, model.Warning, "publication_on", "in_future"},
		{"an e-mail address without a host", func(l *model.Leader) { l.Email = "aino@" }, model.Warning, "email", "email_form"},
	} {
		l := cafeLeader()
		c.change(&l)
		if found := l.Check(today); !slices.ContainsFunc(found, func(p model.Problem) bool {
			return p.Severity == c.severity && p.Field == c.field && p.Code == c.code
		}) {
			t.Errorf("%s: %v", c.name, found)
		}
	}
	for _, name := range []string{"Áŋŋel Čáhppe-Njuolla", "فاطمة الأمين", "Eeva-Liisa Öst-Åkerman"} {
		l := cafeLeader()
		l.Name, l.BirthYear = name, model.CountOf(2010)
		if found := l.Check(today); len(found) != 0 {
			t.Errorf("%s: nothing is amiss: %v", name, found)
		}
	}
	gone := model.Leader{Kind: model.Volunteer, AnonymisedOn: today}
	if found := gone.Check(today); len(found) != 0 {
		t.Errorf("an anonymised leader has no name: %v", found)
	}
}

func TestLikelySame(t *testing.T) {
	known := []model.Leader{
		{ID: "1", Name: "Aino Kettula", Phone: "040 000 0101", Email: "aino@sarka.example"},
		{ID: "2", Name: "Aino Kettula", Phone: "050 111 2222"},
		{ID: "3", Name: "Kaisa Öster"},
		{ID: "4", Name: "", AnonymisedOn: d("2026-01-01")},
	}
	for _, c := range []struct {
		name string
		l    model.Leader
		same string
		sure bool
	}{
		{"the same number, written differently", model.Leader{Name: "AINO KETTULA ", Phone: "+358 40 0000101"}, "1", true},
		{"the same address", model.Leader{Name: "Aino Kettula", Email: "Aino@Sarka.example"}, "1 2", true},
		{"another number", model.Leader{Name: "Aino Kettula", Phone: "044 333 4444"}, "", false},
		{"only the name", model.Leader{Name: "Kaisa Öster"}, "3", false},
		{"another name, same number", model.Leader{Name: "Ville Harjunen", Phone: "040 000 0101"}, "", false},
		{"the family name first", model.Leader{Name: "Kettula  Aino", Phone: "0400000101"}, "1", true},
		{"itself", model.Leader{ID: "3", Name: "Kaisa Öster"}, "", false},
		{"no name", model.Leader{}, "", false},
	} {
		ids, sure := model.LikelySame(c.l, known)
		var names []string
		for _, id := range ids {
			names = append(names, string(id))
		}
		if strings.Join(names, " ") != c.same || sure != c.sure {
			t.Errorf("%s: %v %v, want %q %v", c.name, ids, sure, c.same, c.sure)
		}
	}
}

func TestMergeLeadersLosesNothing(t *testing.T) {
	keep, other := cafeLeader(), cafeLeader()
	keep.Phone, keep.Languages = "040 000 0101", []model.Spoken{"fi"}
	other.ID, other.Phone, other.Email = "m", "+358 40 000 0101", "aino@sarka.example"
	other.Languages, other.Skills = []model.Spoken{"fi", "sv"}, "Soittaa kitaraa"
	other.Tasks = append(other.Tasks, model.LeaderTask{ID: "u", Kind: model.FathersGroupLeader})
	other.Statuses = []model.LeaderStatus{status(model.LeaderInterested, "2025-11-01")}
	other.Entries = []model.LeaderEntry{{ID: "e", Kind: model.EnteredHours, On: d("2026-02-01"), Amount: model.AmountOf(200)}}
	other.Municipality, keep.Municipality = model.Municipality{Name: "Vaasa"}, model.Municipality{Name: "Sarkajärvi"}
	m := model.MergeLeaders(keep, other)
	l := m.Leader
	if l.ID != "l" || l.Phone != "040 000 0101" || l.Email != "aino@sarka.example" || l.Skills != "Soittaa kitaraa" {
		t.Errorf("what keep lacked was taken: %+v", l)
	}
	if len(l.Languages) != 2 || len(l.Tasks) != 2 || len(l.Statuses) != 2 || len(l.Completed) != 3 || len(l.Entries) != 1 {
		t.Errorf("lists of both, the same once: %d languages, %d tasks, %d statuses, %d completed, %d entries",
			len(l.Languages), len(l.Tasks), len(l.Statuses), len(l.Completed), len(l.Entries))
	}
	if l.Statuses[0].State != model.LeaderInterested {
		t.Error("statuses stand in order of day")
	}
	other.Statuses = []model.LeaderStatus{status(model.LeaderInterested, "2026-11-22")}
	if s := model.MergeLeaders(keep, other).Leader.StatusOn(d("2026-11-22")).State; s != model.LeaderActive {
		t.Errorf("the double that was entered today makes the leader %s", s)
	}
	if !strings.Contains(l.Notes, "Vaasa") {
		t.Errorf("what disagreed is written down: %q", l.Notes)
	}
	if slices.ContainsFunc(m.Fields, func(f model.MergedField) bool { return f.Field == "phone" }) {
		t.Error("the same number written differently does not disagree")
	}
}

func TestMergedParticipation(t *testing.T) {
	got := model.MergedParticipation(
		model.Participation{ID: "a", Days: map[model.ID]bool{"1": true, "2": false}, Passed: model.No},
		model.Participation{ID: "b", Days: map[model.ID]bool{"2": true, "3": false}, Passed: model.Yes, Feedback: "Hyvä"},
	)
	if got.ID != "a" || !got.Days["1"] || !got.Days["2"] || got.Days["3"] || len(got.Days) != 3 || got.Passed != model.Yes || got.Feedback != "Hyvä" {
		t.Errorf("got %+v", got)
	}
}
