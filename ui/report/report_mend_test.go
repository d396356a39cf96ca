package report_test

import (
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/report"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// came is a session to which as many adults as children came, some of them new.
func came(group, place model.ID, day string, adults, fresh int) model.Session {
	return model.Session{GroupID: group, PlaceID: place, Date: model.MustDate(day), Counts: model.Counts{
		Adults: model.CountOf(adults), Children: model.CountOf(adults), New: model.CountOf(fresh),
	}}
}

func visits2026(f report.Facts, town model.Municipality) table.Report {
	return report.Make(words.In(model.Finnish), report.Question{
		Code: report.Visits, Period: model.YearPeriod(2026), AsOf: today, Municipality: town,
	}, f)
}

// tableOf finds a table of a report.
func tableOf(t *testing.T, r table.Report, code string) table.Table {
	t.Helper()
	for _, s := range r.Sections {
		for _, x := range s.Tables {
			if x.Code == code {
				return x
			}
		}
	}
	t.Fatalf("%s has no table %s", r.Title, code)
	return table.Table{}
}

// No group has enough new ones: neither the groups, nor the months, nor what stands above all tables tells the two of the
// closed one.
func TestAHiddenTotalIsHiddenEverywhere(t *testing.T) {
	r := visits2026(report.Facts{
		Places: []model.MeetingPlace{{ID: "a", Name: model.Text{Fi: "Tupa"}}},
		Groups: []model.Group{
			{ID: "o", Name: model.Text{Fi: "Avoin"}, Type: model.OpenGroup}, {ID: "c", Name: model.Text{Fi: "Suljettu"}, Type: model.TargetedGroup},
		},
		Sessions: []model.Session{came("o", "a", "2026-09-01", 20, 3), came("c", "a", "2026-09-08", 10, 2)},
	}, model.Municipality{})
	cells(t, tableOf(t, r, "by_group"), "new", map[string]string{"Avoin": "3", "Suljettu": "*", "Yhteensä": "*"})
	cells(t, tableOf(t, r, "by_month"), "new", map[string]string{"Syyskuu": "*", "Yhteensä": "*"})
	cells(t, tableOf(t, r, "by_place"), "new", map[string]string{"Tupa": "*", "Yhteensä": "*"})
	cells(t, tableOf(t, r, "among"), "now", map[string]string{"Uusia": "*"})
}

// Visitors of last year are hidden by the kind that their group then was.
func TestAClosedGroupIsNotContinuedByAnOpenOne(t *testing.T) {
	for _, x := range []struct {
		name      string
		now, then model.GroupType
		want      map[string]string
	}{
		{"opened", model.OpenGroup, model.TargetedGroup, map[string]string{"Uusi": "", "Vanha": "*", "Muu": "*"}},
		{"closed", model.TargetedGroup, model.OpenGroup, map[string]string{"Uusi": "", "Vanha": "2", "Muu": "60"}},
		{"open as before", model.OpenGroup, model.DirectedGroup, map[string]string{"Uusi": "2", "Muu": "60"}},
		{"closed as before", model.TargetedGroup, model.TargetedGroup, map[string]string{"Uusi": "*", "Muu": "*"}},
	} {
		r := visits2026(report.Facts{
			Places: []model.MeetingPlace{{ID: "a", Name: model.Text{Fi: "Tupa"}}},
			Groups: []model.Group{
				{ID: "n", Name: model.Text{Fi: "Uusi"}, Type: x.now, ContinuesID: "c"},
				{ID: "x", Name: model.Text{Fi: "Muu"}, Type: model.OpenGroup},
				{ID: "c", Name: model.Text{Fi: "Vanha"}, Type: x.then},
			},
			Sessions: []model.Session{came("n", "a", "2026-09-01", 20, 3), came("x", "a", "2026-09-01", 20, 3)},
			Before:   []model.Session{came("c", "a", "2025-09-02", 1, 1), came("x", "a", "2025-09-02", 30, 9)},
		}, model.Municipality{})
		t.Run(x.name, func(t *testing.T) { cells(t, tableOf(t, r, "by_group"), "visits_before", x.want) })
	}
}

// Of two groups that continue the same one, the first by ID has its visitors, every time.
func TestTwoGroupsThatContinueOne(t *testing.T) {
	f := report.Facts{
		Places: []model.MeetingPlace{{ID: "a", Name: model.Text{Fi: "Tupa"}}},
		Groups: []model.Group{
			{ID: "b", Name: model.Text{Fi: "B"}, ContinuesID: "x"}, {ID: "c", Name: model.Text{Fi: "C"}, ContinuesID: "x"}, {ID: "x", Name: model.Text{Fi: "X"}},
		},
		Sessions: []model.Session{came("b", "a", "2026-09-01", 20, 3), came("c", "a", "2026-09-01", 20, 3)},
		Before:   []model.Session{came("x", "a", "2025-09-02", 30, 9)},
	}
	for range 50 {
		cells(t, tableOf(t, visits2026(f, model.Municipality{}), "by_group"), "visits_before", map[string]string{"B": "60", "C": ""})
	}
}

// Last year's report tells of the big closed group, and hides the small one with the open one. Beside the group that continues
// both, their sum would tell the small one.
func TestTheSumOfTwoInheritedGroupsIsHidden(t *testing.T) {
	f := report.Facts{
		Places: []model.MeetingPlace{{ID: "a", Name: model.Text{Fi: "Tupa"}}},
		Groups: []model.Group{
			{ID: "n", Name: model.Text{Fi: "Uusi"}, Type: model.TargetedGroup, ContinuesID: "y"},
			{ID: "y", Name: model.Text{Fi: "Suuri"}, Type: model.TargetedGroup, ContinuesID: "x"},
			{ID: "x", Name: model.Text{Fi: "Pieni"}, Type: model.TargetedGroup},
			{ID: "o", Name: model.Text{Fi: "Avoin"}, Type: model.OpenGroup},
		},
		Sessions: []model.Session{came("n", "a", "2025-09-02", 20, 3)},
		Before:   []model.Session{came("x", "a", "2025-09-02", 2, 0), came("y", "a", "2025-09-02", 30, 9), came("o", "a", "2025-09-02", 9, 9)},
	}
	cells(t, tableOf(t, visits2026(f, model.Municipality{}), "by_group"), "visits_before", map[string]string{"Uusi": "*", "Avoin": "*", "Yhteensä": "82"})
	f.Sessions, f.Before = f.Before, nil
	cells(t, tableOf(t, visits2026(f, model.Municipality{}), "by_group"), "visits", map[string]string{"Pieni": "*", "Suuri": "60", "Avoin": "*", "Yhteensä": "82"})
}

// The report of the other municipality tells its total: that of the region must not be told beside it.
func TestTheRegionDoesNotTellWhatAMunicipalityHides(t *testing.T) {
	a, c := model.Municipality{Code: "991", Name: "Ala"}, model.Municipality{Code: "992", Name: "Ylä"}
	f := report.Facts{
		Centre: model.Centre{Municipalities: []model.RegionMunicipality{{Code: "991", Fi: "Ala"}, {Code: "992", Fi: "Ylä"}}},
		Places: []model.MeetingPlace{{ID: "a", Municipality: a}, {ID: "c", Municipality: c}},
		Groups: []model.Group{
			{ID: "o", Name: model.Text{Fi: "Avoin"}, Type: model.OpenGroup, PlaceID: "c"},
			{ID: "c", Name: model.Text{Fi: "Suljettu"}, Type: model.TargetedGroup, PlaceID: "a"},
		},
		Sessions: []model.Session{came("o", "c", "2026-09-01", 20, 3), came("c", "a", "2026-09-08", 2, 2)},
	}
	for name, x := range map[string]struct {
		town model.Municipality
		want map[string]string
	}{
		"the region": {model.Municipality{}, map[string]string{"Ala": "*", "Ylä": "40", "Yhteensä": "*"}},
		"Ala":        {a, map[string]string{"Ala": "*", "Yhteensä": "*"}},
		"Ylä":        {c, map[string]string{"Ylä": "40", "Yhteensä": "40"}},
	} {
		r := visits2026(f, x.town)
		t.Run(name, func(t *testing.T) { cells(t, tableOf(t, r, "by_municipality"), "visits", x.want) })
	}
}

// To how few of a closed group a survey was sent is hidden as their answers are.
func TestFewAskedOfAClosedGroup(t *testing.T) {
	survey := func(name string, group model.ID, asked, answers int) model.Survey {
		return model.Survey{
			ID: model.ID(name), Name: name, Kind: model.FeedbackSurvey, On: model.MustDate("2026-10-07"), GroupID: group, Asked: model.CountOf(asked),
			Answers: model.CountOf(answers),
		}
	}
	r := report.Make(words.In(model.Finnish), report.Question{Code: report.Surveys, Period: model.YearPeriod(2026), AsOf: today}, report.Facts{
		Groups: []model.Group{{ID: "o", Type: model.OpenGroup}, {ID: "c", Type: model.TargetedGroup}},
		Surveys: []model.Survey{
			survey("few of an open one", "o", 4, 2), survey("few", "c", 4, 2), survey("nobody answered", "c", 4, 0), survey("none", "c", 0, 0),
			survey("enough", "c", 5, 0), survey("more answered", "c", 4, 6),
		},
	})
	for column, want := range map[string][]string{ // in the order of the surveys above
		"asked":         {"4", "*", "*", "0", "5", "*"},
		"answers":       {"2", "*", "0", "0", "0", "6"},
		"response_rate": {"50", "*", "*", "", "0", "*"},
	} {
		cells(t, tableOf(t, r, "surveys"), column, map[string]string{
			"few of an open one": want[0], "few": want[1], "nobody answered": want[2], "none": want[3], "enough": want[4], "more answered": want[5],
		})
	}
}

// A group that meets in two municipalities is told of in both, in the report of the region and in that of either.
func TestPracticesOfAGroupOfTwoMunicipalities(t *testing.T) {
	towns := []model.Municipality{{Code: "991", Name: "Ala"}, {Code: "992", Name: "Ylä"}}
	f := report.Facts{
		Centre: model.Centre{Municipalities: []model.RegionMunicipality{{Code: "991", Fi: "Ala"}, {Code: "992", Fi: "Ylä"}}},
		Places: []model.MeetingPlace{{ID: "a", Municipality: towns[0]}, {ID: "c", Municipality: towns[1]}},
		Groups: []model.Group{{ID: "o", PlaceID: "a", Audiences: []model.Audience{model.Parents}}},
		Sessions: []model.Session{
			came("o", "a", "2026-09-01", 20, 3), came("o", "c", "2026-09-08", 20, 3),
		},
	}
	in := words.In(model.Finnish)
	practice := words.Capital(in.Practice(model.PeerGroupsFor(model.Parents)))
	said := func(town model.Municipality) []string {
		x := tableOf(t, report.Make(in, report.Question{
			Code: report.Practices, Period: model.YearPeriod(2026), AsOf: today, Municipality: town,
		}, f), "practices_peer_groups")
		for _, row := range x.Rows {
			if row[0].Text == practice {
				var out []string
				for i, c := range x.Columns {
					if c.Head == "Ala" || c.Head == "Ylä" {
						out = append(out, row[i].Text)
					}
				}
				return out
			}
		}
		t.Fatalf("no row %s", practice)
		return nil
	}
	region := said(model.Municipality{})
	if len(region) != 2 || region[0] == "" || region[0] != region[1] {
		t.Errorf("the region: %q", region)
	}
	for _, town := range towns {
		if got := said(town); !slices.Equal(got, region[:1]) {
			t.Errorf("%s: %q", town.Name, got)
		}
	}
}

// The sheet of a partner names its contact persons, whether or not it has groups.
func TestThePartnerSheetIsPersonal(t *testing.T) {
	f := report.Facts{Organisations: []model.Organisation{{
		ID: "o", Name: model.Text{Fi: "Yhdistys"}, Contacts: []model.Contact{{ID: "k", Name: "Kaisa Kontakti"}},
	}}}
	q := report.Question{Code: report.Partner, AsOf: today, Subject: report.Subject{Kind: model.KindOrganisation, ID: "o"}}
	if r := report.Make(words.In(model.Finnish), q, f); !r.Personal {
		t.Error("it is not marked as personal")
	}
}

// The report of one municipality is not taken for that of the region, by its title or by the name of its file.
func TestTheTitleNamesTheMunicipality(t *testing.T) {
	region := report.Make(words.In(model.Finnish), report.Question{Code: report.Visits, Period: model.YearPeriod(2026)}, report.Facts{})
	town := report.Make(words.In(model.Finnish), report.Question{Code: report.Visits, Period: model.YearPeriod(2026), Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}}, report.Facts{})
	if town.Title != region.Title+", Sarkajärvi" || town.FileName == region.FileName {
		t.Errorf("%q and %q, files %q and %q", region.Title, town.Title, region.FileName, town.FileName)
	}
}
