package lists_test

import (
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/lists"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

var today = model.MustDate("2026-11-22")

func about(filter string) lists.About {
	return lists.About{In: words.In(model.Finnish), Day: today, Filter: filter}
}

// said are the texts of the rows of a list, cells apart by "|".
func said(r table.Report) []string {
	var out []string
	for _, row := range r.Sections[0].Tables[0].Rows {
		var cells []string
		for _, v := range row {
			cells = append(cells, v.Text)
		}
		out = append(out, strings.Join(cells, "|"))
	}
	return out
}

func TestAListSaysWhatItIsOf(t *testing.T) {
	places := []lists.Place{
		{Of: &model.MeetingPlace{Name: model.Text{Fi: "Zeta"}, Kind: model.FamilyCafe, Capacity: model.CountOf(20)}, Municipality: "Sarkajärvi"},
		{Of: &model.MeetingPlace{Name: model.Text{Fi: "Alfa"}, Kind: model.FamilyCafe}, Groups: 2},
	}
	r := about("Kunta: Sarkajärvi").Places(places)
	want := []table.Fact{{Label: "Tilanne", Value: "22.11.2026"}, {Label: "Rajaus", Value: "Kunta: Sarkajärvi"}, {Label: "Rivejä", Value: "2"}}
	for i, f := range want {
		if i >= len(r.Facts) || r.Facts[i] != f {
			t.Errorf("facts %v, want %v", r.Facts, want)
			break
		}
	}
	if r.FileName != "Kohtaamispaikat 2026-11-22" || r.Personal || !r.Landscape || r.AsOf != today {
		t.Errorf("%q, personal %v, landscape %v, of %v", r.FileName, r.Personal, r.Landscape, r.AsOf)
	}
	got := said(r)
	if len(got) != 2 || !strings.HasPrefix(got[0], "Zeta|Perhekahvila|Sarkajärvi|") || !strings.HasPrefix(got[1], "Alfa|") {
		t.Errorf("rows %q: not those that were given, in their order", got)
	}
	if n, ok := r.Sections[0].Tables[0].Rows[1][6].Number(); ok {
		t.Errorf("a capacity that nobody knows is %d", n)
	}
}

// What names people must not be on a notice board, and is not given while personal data is hidden.
func TestListsThatNamePeopleArePersonal(t *testing.T) {
	a := about("")
	group, season := &model.Group{}, &model.Season{}
	contact := &model.Organisation{Contacts: []model.Contact{{Name: "Aino Aalto", Until: today.AddDays(-1)}, {Name: "Eero Eklund"}}}
	session := &model.Session{Date: today}
	for name, c := range map[string]struct {
		r        table.Report
		personal bool
	}{
		"leaders":                        {a.Leaders([]lists.Leader{{Of: &model.Leader{Name: "Aino"}}}), true},
		"no leaders":                     {a.Leaders(nil), false},
		"organisations with contacts":    {a.Organisations([]lists.Organisation{{Of: contact}}), true},
		"organisations without contacts": {a.Organisations([]lists.Organisation{{Of: &model.Organisation{}}}), false},
		"groups with leaders":            {a.Groups([]lists.Group{{Of: group, Leaders: []string{"Aino"}}}), true},
		"groups without leaders":         {a.Groups([]lists.Group{{Of: group}}), false},
		"seasons":                        {a.Seasons([]lists.Season{{Of: season}}), false},
		"sessions with leaders":          {a.Sessions([]lists.Session{{Of: session, Leaders: []string{"Aino"}}}, ""), true},
		"counts":                         {a.Counts([]lists.Session{{Of: session, Leaders: []string{"Aino"}}}, model.MeetingPolicy{}, ""), false},
		"duties":                         {a.Duties([]lists.Duty{{Name: "Aino"}}, ""), true},
		"matrix":                         {a.Matrix(nil, []lists.Trained{{Leader: "Aino"}}), true},
		"no matrix":                      {a.Matrix([]string{"Ensiapu"}, nil), false},
		"training needs":                 {a.TrainingNeeds(today, 90, []lists.Lacking{{Leaders: []string{"Aino"}}}, nil, nil), true},
		"training runs out":              {a.TrainingNeeds(today, 90, nil, []lists.Expiring{{Leader: "Aino"}}, nil), true},
		"training extended":              {a.TrainingNeeds(today, 90, nil, nil, []lists.Extended{{Programme: "Ensiapu", Leaders: 2}}), false},
		"agenda":                         {a.Agenda([]lists.Due{{Title: "Aino"}}), true},
		"gaps":                           {a.Duties([]lists.Duty{{Name: "Ilman ammattilaista", Nobody: true}}, ""), false},
	} {
		if c.r.Personal != c.personal {
			t.Errorf("%s: personal %v", name, c.r.Personal)
		}
	}
	if got := said(a.Organisations([]lists.Organisation{{Of: contact}}))[0]; !strings.Contains(got, "Eero") || strings.Contains(got, "Aino") {
		t.Errorf("the contact is not the one of the day: %q", got)
	}
}

// What nobody entered is not zero, in a cell and in the sum.
func TestCountsAddUpWhatWasEntered(t *testing.T) {
	own := model.CountCategory{ID: "g", Name: model.Text{Fi: "isovanhempia"}}
	session := func(state model.SessionState, c model.Counts) *model.Session {
		return &model.Session{Date: today.AddDays(-3), State: state, Counts: c}
	}
	rows := []lists.Session{
		{
			Of: session(model.SessionPlanned, model.Counts{
				Adults: model.CountOf(1200), Children: model.CountOf(0), Own: map[model.ID]int{"g": 3},
			}),
			LastYear: model.CountOf(7),
		},
		{Of: session(model.SessionPlanned, model.Counts{})},
		{Of: session(model.SessionCancelled, model.Counts{Adults: model.CountOf(50)})},
	}
	t0 := about("").Counts(rows, model.MeetingPolicy{Categories: []model.CountCategory{own}}, "viikko").Sections[0].Tables[0]
	get := func(row []table.Value, code string) string {
		for i, c := range t0.Columns {
			if c.Code == code {
				return row[i].Text
			}
		}
		t.Fatalf("there is no column %s", code)
		return ""
	}
	for code, want := range map[string][4]string{ // three rows, total
		"adults": {"1\u00a0200", "", "50", "1\u00a0200"}, "children": {"0", "", "", "0"}, "men": {"", "", "", ""},
		"own_g": {"3", "", "", "3"}, "visits": {"1\u00a0200", "", "50", "1\u00a0200"}, "last_year": {"7", "", "", "7"},
	} {
		for i, row := range append(t0.Rows, t0.Total) {
			if got := get(row, code); got != want[i] {
				t.Errorf("%s of row %d: %q, want %q", code, i, got, want[i])
			}
		}
	}
	if t0.Columns[10].Head != "isovanhempia" {
		t.Errorf("the own category is called %q", t0.Columns[10].Head)
	}
}

// Every word of a list is there in every language.
func TestListsSpeakEveryLanguage(t *testing.T) {
	session, leader := &model.Session{Date: today, Counts: model.Counts{Adults: model.CountOf(1)}}, &model.Leader{AnonymisedOn: today}
	for _, l := range model.Languages() {
		a := lists.About{In: words.In(l), Day: today, Filter: "x"}
		for _, r := range []table.Report{
			a.Organisations(nil), a.Agreements(nil, model.Calendar{Today: today}, nil),
			a.Leaders([]lists.Leader{{Of: leader, Missing: []string{"x"}}}), a.Places(nil), a.Groups(nil), a.Seasons(nil),
			a.Closures(nil), a.PartnerCalendars(nil), a.Events(nil), a.Programmes([]lists.Programme{{Of: &model.Programme{Ended: true}}}),
			a.Sessions([]lists.Session{{Of: session}}, "x"), a.Counts([]lists.Session{{Of: session}}, model.MeetingPolicy{}, "x"), a.Duties(nil, "x"),
			a.Matrix(nil, nil), a.TrainingNeeds(today, 90, nil, nil, nil), a.Agenda(nil),
		} {
			texts := append(said(r), r.Title, r.Sections[0].Tables[0].Empty)
			for _, c := range r.Sections[0].Tables[0].Columns {
				texts = append(texts, c.Head)
			}
			for _, f := range r.Facts {
				texts = append(texts, f.Label)
			}
			for _, text := range append(texts, r.Notes...) {
				if text == "" && len(r.Sections[0].Tables[0].Rows) == 0 || strings.Contains(text, "lists.") || strings.Contains(text, "{{") {
					t.Errorf("%s, %s: %q", l, r.Code, text)
				}
			}
			if len(r.Sections[0].Tables[0].Columns) > 13 {
				t.Errorf("%s has %d columns: they do not fit a page", r.Code, len(r.Sections[0].Tables[0].Columns))
			}
		}
	}
}

func TestATaskIsToldOnce(t *testing.T) {
	l := &model.Leader{Name: "Aino", Tasks: []model.LeaderTask{{Kind: model.BabyCafeLeader}, {Kind: model.FamilyCafeLeader}, {Kind: model.BabyCafeLeader}}}
	if got := said(about("").Leaders([]lists.Leader{{Of: l}}))[0]; strings.Count(strings.ToLower(got), "vauvakahvila") != 1 {
		t.Errorf("a task is told twice: %q", got)
	}
}
