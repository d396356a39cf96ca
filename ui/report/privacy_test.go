package report_test

import (
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/report"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// closedVillage is a place with an open group, and a closed one to which three people came in all.
func closedVillage() report.Facts {
	counted := func(group model.ID, day string, adults int) model.Session {
		return model.Session{
			GroupID: group, PlaceID: "hall", Date: model.MustDate(day),
			Counts: model.Counts{Adults: model.CountOf(adults), Children: model.CountOf(0)},
		}
	}
	return report.Facts{
		Places: []model.MeetingPlace{{ID: "hall", Name: model.Text{Fi: "Tupa"}, Municipality: model.Municipality{Name: "Kylä"}}},
		Groups: []model.Group{
			{ID: "open", Name: model.Text{Fi: "Avoin"}, Type: model.OpenGroup, PlaceID: "hall"},
			{ID: "other", Name: model.Text{Fi: "Toinen"}, Type: model.OpenGroup, PlaceID: "hall"},
			{ID: "closed", Name: model.Text{Fi: "Suljettu"}, Type: model.TargetedGroup, PlaceID: "hall"},
		},
		Sessions: []model.Session{
			counted("open", "2026-09-01", 30), counted("other", "2026-09-01", 20), counted("closed", "2026-09-01", 2),
			counted("closed", "2026-10-06", 1),
		},
		Surveys: []model.Survey{{
			ID: "s", Name: "Palaute", Kind: model.FeedbackSurvey, On: model.MustDate("2026-10-07"), GroupID: "closed", Asked: model.CountOf(10),
			Answers: model.CountOf(3), Positive: model.CountOf(67),
		}},
	}
}

// What is hidden is hidden in every table, in the chart and in words, and the report says why.
func TestFewOfAClosedGroupAreNotTold(t *testing.T) {
	for _, code := range []report.Code{report.Visits, report.Annual, report.Surveys} {
		q := report.Question{Code: code, Period: model.YearPeriod(2026), AsOf: today}
		r := report.Make(words.In(model.Finnish), q, closedVillage())
		if note := words.In(model.Finnish).T("report.note.hidden"); !slices.Contains(r.Notes, note) {
			t.Errorf("%s does not say what its mark means: %q", code, r.Notes)
		}
		for _, s := range r.Sections {
			for _, x := range s.Tables {
				switch x.Code {
				case "by_group":
					cells(t, x, "visits", map[string]string{"Avoin": "30", "Toinen": "*", "Suljettu": "*", "Yhteensä": "53"})
				case "by_place":
					cells(t, x, "visits", map[string]string{"Tupa": "53", "Yhteensä": "53"})
				case "by_month":
					cells(t, x, "visits", map[string]string{"Syyskuu": "*", "Lokakuu": "*", "Elokuu": "", "Yhteensä": "53"})
				case "surveys":
					cells(t, x, "answers", map[string]string{"Palaute": "*"})
					cells(t, x, "response_rate", map[string]string{"Palaute": "*"})
					cells(t, x, "positive", map[string]string{"Palaute": "*"})
				}
			}
			for _, c := range s.Charts {
				t.Errorf("%s: the chart %s has nothing to show but what is hidden: %v", code, c.Title, c.Series)
			}
		}
	}
}

// cells checks the texts of a column by the names of the rows.
func cells(t *testing.T, x table.Table, column string, want map[string]string) {
	t.Helper()
	i := slices.IndexFunc(x.Columns, func(c table.Column) bool { return c.Code == column })
	if i < 0 {
		t.Fatalf("%s has no column %s", x.Code, column)
	}
	found := 0
	for _, row := range append(slices.Clone(x.Rows), x.Total) {
		if len(row) == 0 {
			continue
		}
		if text, named := want[row[0].Text]; named {
			found++
			if row[i].Text != text {
				t.Errorf("%s, %s: %q, not %q", x.Code, row[0].Text, row[i].Text, text)
			}
		}
	}
	if found != len(want) {
		t.Errorf("%s has %d of the rows %v", x.Code, found, want)
	}
}

// No data is not zero: a year of which nothing is known has no figure anywhere, but sentences that say so.
func TestNothingIsNotZero(t *testing.T) {
	q := report.Question{Code: report.Annual, Period: model.YearPeriod(2026), AsOf: today}
	r := report.Make(words.In(model.Finnish), q, report.Facts{})
	nothing := words.In(model.Finnish).T("report.nothing")
	for _, s := range r.Sections[1:] {
		if len(s.Text) != 1 || s.Text[0] != nothing || len(s.Tables)+len(s.Charts) > 0 {
			t.Errorf("%s: %v, %d tables", s.Title, s.Text, len(s.Tables))
		}
	}
	for _, row := range r.Sections[0].Tables[0].Rows {
		if row[1].Text != "" || row[2].Text != "" {
			t.Errorf("%s, of which nobody has entered anything: %q, %q", row[0].Text, row[1].Text, row[2].Text)
		}
	}
}

// The summary is short and says nothing of what there was none of.
func TestSummaryIsShort(t *testing.T) {
	q := report.Question{Code: report.Annual, Period: model.YearPeriod(2026), AsOf: today}
	cancelled := report.Facts{Sessions: []model.Session{
		{GroupID: "g", Date: model.MustDate("2026-09-01"), State: model.SessionCancelled},
	}}
	for name, c := range map[string]struct {
		facts report.Facts
		want  []string
	}{
		"only cancelled": {cancelled, []string{"Yksi kerta peruttiin."}},
		"a village":      {closedVillage(), []string{"Ryhmät kokoontuivat 4 kertaa.", "Käyntejä laskettiin 53."}},
	} {
		r := report.Make(words.In(model.Finnish), q, c.facts)
		if got := r.Sections[0].Text; !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
