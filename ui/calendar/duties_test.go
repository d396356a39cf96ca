package calendar

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

// dutyRegion is an autumn in which one volunteer leads far more than the others.
func dutyRegion() *shelf {
	s := countRegion()
	s.leaders = append(s.leaders, model.Leader{ID: "kaisa", Name: "Kaisa Öster", Kind: model.Volunteer})
	s.sessions = s.sessions[:5]
	for i := range 10 {
		x := s.sessions[0]
		x.ID, x.Date, x.Leaders = model.ID(fmt.Sprint("e", i)), model.MustDate("2026-09-07").AddDays(7*i), []model.ID{"eevi", "paula"}
		s.sessions = append(s.sessions, x)
	}
	for i, id := range []model.ID{"outi", "kaisa"} {
		x := s.sessions[0]
		x.ID, x.Date, x.Leaders, x.PlaceID = id, model.MustDate("2026-09-08").AddDays(i), []model.ID{id}, "tupa"
		s.sessions = append(s.sessions, x)
	}
	return s
}

func (v *dutiesView) shown() []string {
	var out []string
	for _, r := range v.register.Hits() {
		out = append(out, r.Name+" | "+r.Detail+" | "+r.Chip.Word)
	}
	return out
}

func TestDuties(t *testing.T) {
	x := showCount(t, dutyRegion(), dutiesTab, model.Finnish)
	want := []string{
		"Ilman ammattilaista: 3 kertaa | Perhekahvila, Vauvakahvila | pari puuttuu",
		"Eevi Salo | vapaaehtoinen · 14 kertaa, tulossa 1, 27,5 t · Perhekahvila, Vauvakahvila | selvästi enemmän kuin muut",
		"Paula Ahlström | ammattilainen · 13 kertaa, tulossa 1, peruttu 1, 26 t · Perhekahvila | tasan muiden kanssa",
		"Kaisa Öster | vapaaehtoinen · 1 kerta, 2 t · Perhekahvila | tasan muiden kanssa",
		"Outi Vainio | vapaaehtoinen · 1 kerta, 2 t · Perhekahvila | tasan muiden kanssa",
	}
	if got := x.duties().shown(); !slices.Equal(got, want) {
		t.Errorf("the rows are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if at, _ := x.duties().choice.Value(); at != "syksy" {
		t.Errorf("the season is %q", at)
	}
}

func TestDutiesOfOneLeader(t *testing.T) {
	x := showCount(t, dutyRegion(), dutiesTab, model.Finnish)
	v := x.duties()
	v.register.Select("eevi")
	x.SeesPart("Ohjaa selvästi useammin kuin muut samassa tehtävässä", "ma 23.11.2026 9.30–11.30", "Kylätalo · pari: Paula Ahlström",
		"ke 18.11.2026 13.00–14.30", "Rantatupa · ilman paria · kirjaamatta")
	v.register.Select("paula")
	x.SeesPart("Kylätalo · ilman paria · peruttu · ohjaaja sairastui")
	v.register.Select("gap.no_professional")
	x.SeesPart("Ilman ammattilaista", "Rantatupa · Eevi Salo · kirjaamatta")
}

func TestDutiesAreFilteredAndSorted(t *testing.T) {
	x := showCount(t, dutyRegion(), dutiesTab, model.Finnish)
	v := x.duties()
	rows, err := v.rows()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range map[int]map[string]int{ // codes of each filter, and how many rows have them
		0: {"volunteer": 3, "professional": 1},
		1: {"Sarkajärvi": 2, "Rantaniemi": 4},
		2: {"Kylätalo": 2, "Rantatupa": 4},
		3: {unfair: 1, "more": 1, "fair": 3},
	} {
		got := map[string]int{}
		for _, r := range rows {
			for _, c := range v.filters()[i].Of(r.Of) {
				got[c]++
			}
		}
		for code, n := range want {
			if got[code] != n {
				t.Errorf("filter %d: %d rows with %q, want %d", i, got[code], code, n)
			}
		}
	}
	for i, want := range []string{"eevi", "kaisa", "eevi", "eevi"} {
		sorted := slices.Clone(rows)
		slices.SortStableFunc(sorted, dutySorts()[i].Compare)
		if sorted[0].Of.gap == "" || sorted[1].ID != want {
			t.Errorf("sort %d begins with %s, %s", i, sorted[0].ID, sorted[1].ID)
		}
	}
}

func TestDutiesOfAnotherSeasonAndOfNone(t *testing.T) {
	store := dutyRegion()
	x := showCount(t, store, dutiesTab, model.Finnish)
	v := x.duties()
	v.choice.SetValue("vanha")
	v.choice.OnChanged()
	x.SeesPart("Vuoroja ei ole. Ne näkyvät, kun kausi on suunniteltu")
	store.seasons = nil
	x.Reload()
	if len(v.sessions) != 0 || v.season != "" {
		t.Errorf("without seasons there are %d sessions of %q", len(v.sessions), v.season)
	}
}

func TestDutiesInSwedishWithHiddenNames(t *testing.T) {
	x := showCount(t, dutyRegion(), dutiesTab, model.Swedish)
	x.desk.SetHidden(true)
	x.Reload()
	if got := x.duties().shown()[1]; !strings.HasPrefix(got, "E. S. | frivillig · 14 träffar, kommande 1, 27,5 h · Familjecafé") {
		t.Errorf("the row says %q", got)
	}
	x.duties().register.Select("eevi")
	x.SeesPart("par: P. A.")
	if x.Mentions("Ahlström") {
		t.Error("a hidden name is seen")
	}
}

func TestLongDutiesAreShownOnRequest(t *testing.T) {
	store := dutyRegion()
	for i := range 60 {
		s := store.sessions[0]
		s.ID, s.Date = model.ID(fmt.Sprint("n", i)), model.MustDate("2026-11-24").AddDays(i)
		store.sessions = append(store.sessions, s)
	}
	x := showCount(t, store, dutiesTab, model.Finnish)
	x.duties().register.Select("eevi")
	if x.Mentions("la 16.1.2027") {
		t.Error("the last one is listed at once")
	}
	x.Tap("Näytä vielä 21 kertaa")
	x.SeesPart("pe 22.1.2027 9.30–11.30")
}

func BenchmarkDuties(b *testing.B) {
	store := manyCounts(2500)
	for i := range 300 {
		kind := []model.LeaderKind{model.Volunteer, model.Professional}[i%2]
		store.leaders = append(store.leaders, model.Leader{ID: model.ID(fmt.Sprint("l", i)), Name: fmt.Sprintf("Ohjaaja %d", i), Kind: kind})
	}
	for i := range store.sessions {
		store.sessions[i].Leaders = []model.ID{model.ID(fmt.Sprint("l", i%300)), model.ID(fmt.Sprint("l", (i+1)%300))}
	}
	x := showCount(b, store, dutiesTab, model.Finnish)
	for b.Loop() {
		x.duties().Reload()
	}
}
