package report_test

import (
	"strconv"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/report"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// made makes a report of the file in Finnish.
func made(t testing.TB, f *persistence.File, q report.Question) table.Report {
	t.Helper()
	facts, err := report.Read(ctx, f, q)
	if err != nil {
		t.Fatal(err)
	}
	return report.Make(words.In(model.Finnish), q, facts)
}

// figure is the number in a table, at the row that begins with a name ("" = the total); ok is false for an empty cell.
func figure(t *testing.T, r table.Report, code, row, column string) (n int64, ok bool) {
	t.Helper()
	for _, s := range r.Sections {
		for _, x := range s.Tables {
			if x.Code != code {
				continue
			}
			for i, c := range x.Columns {
				if c.Code != column {
					continue
				}
				cells := x.Total
				for _, line := range x.Rows {
					if row != "" && line[0].Text == row {
						cells = line
					}
				}
				if row != "" && cells != nil && cells[0].Text != row {
					t.Fatalf("%s has no row %q", code, row)
				}
				n, ok := cells[i].Number()
				return n / 100, ok
			}
		}
	}
	t.Fatalf("no column %s of table %s", column, code)
	return 0, false
}

// told checks figures of a table against those that were reckoned in another way, by the names of its rows.
func told(t *testing.T, r table.Report, code, column string, want map[string]int) {
	t.Helper()
	sum := 0
	for row, n := range want {
		got, _ := figure(t, r, code, row, column)
		if got != int64(n) {
			t.Errorf("%s, %s, %s: %d, and by hand %d", code, row, column, got, n)
		}
		sum += n
	}
	for _, s := range r.Sections {
		for _, x := range s.Tables {
			if x.Code == code && x.Total != nil {
				if got, _ := figure(t, r, code, "", column); got != int64(sum) {
					t.Errorf("%s, total of %s: %d, and by hand %d", code, column, got, sum)
				}
			}
		}
	}
}

func annual2026() report.Question {
	return report.Question{Code: report.Annual, Period: model.YearPeriod(2026), AsOf: today}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// The visits of the annual report are those of the records, added up one by one.
func TestVisitsOfTheSampleByHand(t *testing.T) {
	f := sample
	r := made(t, f, annual2026())
	places := model.PlaceDirectoryOf(must(f.MeetingPlaces(ctx)))
	groups := model.GroupDirectoryOf(must(f.Groups(ctx)))
	weekdays := map[string]string{
		"Monday": "Maanantai", "Tuesday": "Tiistai", "Wednesday": "Keskiviikko", "Thursday": "Torstai", "Friday": "Perjantai",
		"Saturday": "Lauantai", "Sunday": "Sunnuntai",
	}
	months := []string{
		"", "Tammikuu", "Helmikuu", "Maaliskuu", "Huhtikuu", "Toukokuu", "Kesäkuu", "Heinäkuu", "Elokuu", "Syyskuu", "Lokakuu",
		"Marraskuu", "Joulukuu",
	}
	visits, held, planned := map[string]map[string]int{}, map[string]map[string]int{}, map[string]map[string]int{}
	sum := map[string]int{}
	count := func(x map[string]map[string]int, code, row string, n int) {
		if x[code] == nil {
			x[code] = map[string]int{}
		}
		x[code][row] += n
	}
	for _, s := range must(f.Sessions(ctx, model.MustDate("2026-01-01"), model.MustDate("2026-12-31"))) {
		place := places[s.PlaceID]
		counted := s.State != model.SessionCancelled && (s.Counts.Adults.Known || s.Counts.Children.Known)
		n := 0
		switch {
		case s.State == model.SessionCancelled:
			sum["cancelled"]++
		case counted:
			n = s.Counts.Adults.N + s.Counts.Children.N
			sum["held"]++
			sum["adults"] += s.Counts.Adults.N
			sum["children"] += s.Counts.Children.N
			sum["new"] += s.Counts.New.N
			sum["men"] += s.Counts.Men.N
		case s.Date.String() < today.String():
			sum["not entered"]++
		default:
			sum["ahead"]++
		}
		for code, row := range map[string]string{
			"by_place": place.Name.Best(model.Finnish), "by_group": groups[s.GroupID].Name.Best(model.Finnish),
			"by_month": months[int(s.Date.Month())], "by_weekday": weekdays[s.Date.Weekday().String()],
			"by_municipality": map[string]string{"994": "Sarkajärvi", "995": "Hiidenlampi", "996": "Myllyvaara", "997": "Rantaniemi"}[place.Municipality.Code],
		} {
			count(visits, code, row, n)
			count(planned, code, row, 1)
			count(held, code, row, map[bool]int{true: 1}[counted])
		}
	}
	for code := range visits {
		told(t, r, code, "visits", visits[code])
		told(t, r, code, "held", held[code])
		told(t, r, code, "planned", planned[code])
	}
	told(t, r, "sessions", "now", map[string]int{
		"Pidetty": sum["held"], "Peruttu": sum["cancelled"], "Kirjaamatta": sum["not entered"], "Tulossa": sum["ahead"],
	})
	told(t, r, "visitors", "now", map[string]int{"Aikuiset": sum["adults"], "Lapset": sum["children"]})
	told(t, r, "among", "now", map[string]int{"Uusia": sum["new"], "Miehiä": sum["men"]})
	told(t, r, "key_figures", "now", map[string]int{"Käyntejä": sum["adults"] + sum["children"], "Pidettyjä kertoja": sum["held"]})
	if sum["held"] < 100 || sum["not entered"] == 0 || len(visits["by_group"]) < 10 {
		t.Errorf("the sample has too little to check anything: %v", sum)
	}
}

// Agreements and contributions: a look at every record, with the rules written down a second time.
func TestAgreementsOfTheSampleByHand(t *testing.T) {
	f := sample
	r := made(t, f, annual2026())
	sectors := map[model.Sector]string{
		model.Municipal: "Kunta", model.County: "Hyvinvointialue", model.Parish: "Seurakunta", model.Association: "Järjestö",
		model.Education: "Oppilaitos", model.Company: "Yritys tai osuuskunta",
	}
	names := model.DirectoryOf(must(f.Organisations(ctx)))
	forms, bySector, kinds := map[string]int{"Kirjallinen": 0, "Suullinen": 0}, map[string]int{}, map[string]int{}
	reviews := 0
	for _, a := range must(f.Agreements(ctx)) {
		whole := must(f.Agreement(ctx, a.ID))
		from, until := a.ValidFrom.String(), a.ValidUntil.String()
		made := from != ""
		for _, p := range a.Parties {
			made = made && (a.Form != model.Written || p.Signing.SignedOn.String() != "")
		}
		if made && from <= "2026-12-31" && (until == "" || until >= "2026-01-01") {
			for _, c := range whole.Contributions {
				kinds[words.Capital(words.Code(words.In(model.Finnish), "contribution.kind", c.Kind))]++
			}
		}
		for _, review := range whole.Reviews {
			if review.HeldOn.Year() == 2026 {
				reviews++
			}
		}
		if !made || from > today.String() || (until != "" && until < today.String()) {
			continue
		}
		forms[map[model.Form]string{model.Written: "Kirjallinen", model.Oral: "Suullinen", model.Structural: "Kunnan rakenteissa sovittu"}[a.Form]]++
		seen := map[string]bool{}
		for _, p := range a.Parties {
			if s := sectors[names[p.OrganisationID].Sector]; !seen[s] {
				seen[s] = true
				bySector[s]++
			}
		}
	}
	told(t, r, "forms", "now", forms)
	told(t, r, "sectors", "now", bySector)
	told(t, r, "contribution_kinds", "contributions", kinds)
	told(t, r, "agreement_events", "now", map[string]int{"Pidettyjä tarkistuksia": reviews})
	if forms["Kirjallinen"] != 4 || forms["Suullinen"] != 2 { // as the description of the sample says
		t.Errorf("agreements in force %v", forms)
	}
}

// People and training, and what is entered of the year.
func TestPeopleAndYearOfTheSampleByHand(t *testing.T) {
	f := sample
	r := made(t, f, annual2026())
	active := map[model.LeaderKind]int{}
	var entered int64
	for _, l := range must(f.Leaders(ctx)) {
		var state model.LeaderState
		for _, s := range l.Statuses { // in order
			if s.From.String() <= today.String() {
				state = s.State
			}
		}
		if state == model.LeaderActive {
			active[l.Kind]++
		}
		for _, e := range l.Entries {
			if e.Kind == model.EnteredHours && e.On.Year() == 2026 {
				entered += e.Amount.Hundredths
			}
		}
	}
	told(t, r, "leader_states", "volunteers", map[string]int{"Aktiivinen": active[model.Volunteer], "Tauolla": 1, "Lopettanut": 1})
	told(t, r, "leader_states", "professionals", map[string]int{"Aktiivinen": active[model.Professional]})
	if got, _ := figure(t, r, "hours", "", "entered_hours"); got != entered/100 {
		t.Errorf("%d hours entered, and by hand %d", got, entered/100)
	}
	events, passed, participants := 0, 0, 0
	for _, e := range must(f.Events(ctx)) {
		if e.State != model.EventHeld || e.Days[len(e.Days)-1].Date.Year() != 2026 {
			continue
		}
		events++
		for _, p := range e.Participations {
			participants++
			if p.Passed == model.Yes {
				passed++
			}
		}
	}
	told(t, r, "training", "now", map[string]int{"Koulutustilaisuuksia": events, "Osallistumisia": participants, "Suoritettuja": passed})
	y := must(f.Year(ctx, 2026))
	for kind, x := range y.Resources {
		if x.Amount.Known {
			row := words.Capital(words.Code(words.In(model.Finnish), "resource.kind", kind))
			if got, _ := figure(t, r, "resources", row, "year_2026"); got != x.Amount.Hundredths/100 {
				t.Errorf("%s: %d, entered %v", row, got, x.Amount)
			}
		}
	}
	for topic, x := range y.Quality {
		row := words.Capital(words.Code(words.In(model.Finnish), "quality.topic", topic))
		if got, ok := figure(t, r, "quality", row, "now"); got != int64(x.Step.N) || ok != x.Step.Known {
			t.Errorf("%s: %d, entered %v", row, got, x.Step)
		}
	}
	meetings, surveys := 0, 0
	for _, x := range must(f.NetworkMeetings(ctx)) {
		if x.Date.Year() == 2026 && !x.Cancelled && x.Date.String() < today.String() {
			meetings++
		}
	}
	for _, x := range must(f.Surveys(ctx)) {
		if x.On.Year() == 2026 {
			surveys++
		}
	}
	told(t, r, "key_figures", "now", map[string]int{"Verkoston kokouksia": meetings, "Kyselyjä": surveys, "Koulutuksen suorittaneita": passed})
}

// Last year stands beside: the figures of 2025 in the report of 2026 are those of the report of 2025.
func TestLastYearIsTheReportOfLastYear(t *testing.T) {
	f := sample
	now := made(t, f, annual2026())
	q := annual2026()
	q.Period = model.YearPeriod(2025)
	last := made(t, f, q)
	for _, month := range []string{"Syyskuu", "Lokakuu", "Marraskuu", ""} {
		want, wanted := figure(t, last, "by_month", month, "visits")
		if got, ok := figure(t, now, "by_month", month, "visits_before"); got != want || ok != wanted || !ok {
			t.Errorf("%q: %d %v, and a year before %d %v", month, got, ok, want, wanted)
		}
	}
	if got, want := now.Title, "Toimintakertomus "+strconv.Itoa(2026); got != want {
		t.Errorf("title %q", got)
	}
}

// A report that looks back tells of nobody and nothing that came later.
func TestWhatCameLaterIsNotTold(t *testing.T) {
	q := annual2026()
	q.Period = model.YearPeriod(2019)
	r := made(t, sample, q)
	before := 0
	for _, l := range must(sample.Leaders(ctx)) {
		if first := l.FirstDay(); !first.IsZero() && first.Year() <= 2019 {
			before++
		}
	}
	if all, _ := figure(t, r, "leader_states", "", "all"); before == 0 || all != int64(before) {
		t.Errorf("%d leaders at the end of 2019, and by hand %d", all, before)
	}
	for _, s := range r.Sections {
		for _, x := range s.Tables {
			switch {
			case x.Code == "states":
				for _, row := range x.Rows {
					if later := words.Code(words.In(model.Finnish), "agreement.state", model.StateNotYetInForce); strings.EqualFold(row[0].Text, later) {
						t.Errorf("in 2019 %s agreements of later years were %s", row[1].Text, later)
					}
				}
			case x.Code == "meetings":
				t.Error("meetings are told of, and the first one was kept in 2025")
			case x.Code == "place_kinds" && len(x.Notes) != 1:
				t.Error("it does not say that places may have been opened later")
			}
		}
	}
}

// The reports of the municipalities together are that of the region, and each tells what the region tells of it.
func TestMunicipalitiesMakeTheRegion(t *testing.T) {
	f := sample
	region := made(t, f, annual2026())
	var visits, leaders int64
	for _, x := range must(f.Centre(ctx)).Municipalities {
		q := annual2026()
		q.Municipality = model.Municipality{Code: x.Code, Name: x.Fi}
		r := made(t, f, q)
		got, _ := figure(t, r, "by_place", "", "visits")
		if want, _ := figure(t, region, "by_municipality", x.Fi, "visits"); got != want || got == 0 {
			t.Errorf("%s: %d visits, and in the report of the region %d", x.Fi, got, want)
		}
		visits += got
		active, _ := figure(t, r, "leader_states", "Aktiivinen", "all")
		leaders += active
	}
	if want, _ := figure(t, region, "key_figures", "Käyntejä", "now"); visits != want {
		t.Errorf("%d visits in the municipalities, %d in the region", visits, want)
	}
	if want, _ := figure(t, region, "leader_states", "Aktiivinen", "all"); leaders != want {
		t.Errorf("%d leaders in the municipalities, %d in the region", leaders, want)
	}
}
