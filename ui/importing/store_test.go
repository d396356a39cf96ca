package importing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

// shelf is a store that only holds.
type shelf struct {
	centre        model.Centre
	policy        model.MeetingPolicy
	organisations []model.Organisation
	leaders       []model.Leader
	programmes    []model.Programme
	events        []model.Event
	places        []model.MeetingPlace
	groups        []model.Group
	sessions      []model.Session
}

func (s shelf) Centre(context.Context) (model.Centre, error) { return s.centre, nil }

func (s shelf) Organisations(context.Context) ([]model.Organisation, error) {
	return s.organisations, nil
}

func (s shelf) Leaders(context.Context) ([]model.Leader, error) { return s.leaders, nil }

func (s shelf) Programmes(context.Context) ([]model.Programme, error)       { return s.programmes, nil }
func (s shelf) Events(context.Context) ([]model.Event, error)               { return s.events, nil }
func (s shelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) { return s.places, nil }
func (s shelf) Groups(context.Context) ([]model.Group, error)               { return s.groups, nil }
func (s shelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error)  { return s.policy, nil }
func (s shelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	var out []model.Session
	for _, x := range s.sessions {
		if !x.Date.Before(from) && !x.Date.After(until) {
			out = append(out, x)
		}
	}
	return out, nil
}

func day(s string) model.Date { return model.MustDate(s) }

func at(s string) model.Clock {
	c, err := model.ParseClock(s)
	if err != nil {
		panic(err)
	}
	return c
}

var sarka = model.Municipality{Code: "994", Name: "Sarkajärvi"}

// village is a small region.
func village() shelf {
	return shelf{
		centre: model.Centre{Name: model.Text{Fi: "Keskus"}, Municipalities: []model.RegionMunicipality{
			{Code: "994", Fi: "Sarkajärvi", Sv: "Sarkajärvi"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"},
		}},
		policy: model.MeetingPolicy{Categories: []model.CountCategory{{ID: "k1", Name: model.Text{Fi: "Isovanhempia", Sv: "Mor- och farföräldrar"}}}},
		organisations: []model.Organisation{
			{
				ID: "o1", Name: model.Text{Fi: "Sarkajärven kunta", Sv: "Sarkajärvi kommun"}, Sector: model.Municipal, BusinessID: "9999001-5",
				Municipality: sarka, Contacts: []model.Contact{{ID: "c1", Name: "Marja Aaltola", Phone: "040 000 0100"}},
			},
			{ID: "o2", Name: model.Text{Fi: "Perheyhdistys ry"}, Sector: model.Association, Municipality: sarka, Notes: "vanha tieto"},
		},
		leaders: []model.Leader{
			{ID: "l1", Kind: model.Volunteer, Name: "Aino Virtanen", Phone: "0401234567", Email: "aino@esimerkki.example", Statuses: []model.LeaderStatus{{ID: "s1", State: model.LeaderActive}}},
			{ID: "l2", Kind: model.Volunteer, Name: "Ville Salo", Municipality: sarka},
			{ID: "l3", Kind: model.Volunteer, Name: "Onni Aho"},
			{ID: "l4", Kind: model.Volunteer, Name: "Onni Aho", Municipality: model.Municipality{Name: "Rantaniemi"}},
		},
		programmes: []model.Programme{{ID: "g1", Name: model.Text{Fi: "Huolen puheeksi ottaminen", Sv: "Att ta upp oron"}, Kind: model.RaisingConcerns}},
		events: []model.Event{{
			ID: "e1", ProgrammeID: "g1", State: model.EventHeld, Days: []model.EventDay{{ID: "d", Date: day("2025-10-01")}},
			Participations: []model.Participation{{ID: "p", LeaderID: "l2", Passed: model.Yes}},
		}},
		places: []model.MeetingPlace{{ID: "p1", Name: model.Text{Fi: "Perhetupa Sarka"}, Kind: model.FamilyRoom, Municipality: sarka}},
		groups: []model.Group{
			{
				ID: "r1", Name: model.Text{Fi: "Perhekahvila", Sv: "Familjekafé"}, Type: model.OpenGroup, PlaceID: "p1", Public: true,
				Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: time.Tuesday}, From: at("09:30"), Until: at("11:30"),
			},
			{
				ID: "r2", Name: model.Text{Fi: "Vauvakahvila"}, Type: model.OpenGroup, PlaceID: "p1",
				Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: time.Tuesday}, From: at("13:00"), Until: at("15:00"),
			},
		},
		sessions: []model.Session{
			{ID: "s1", GroupID: "r1", PlaceID: "p1", Date: day("2026-11-03"), From: at("09:30"), Until: at("11:30"), State: model.SessionPlanned},
			{ID: "s2", GroupID: "r2", PlaceID: "p1", Date: day("2026-11-03"), From: at("13:00"), Until: at("15:00"), State: model.SessionPlanned},
			{
				ID: "s3", GroupID: "r1", PlaceID: "p1", Date: day("2026-11-10"), From: at("09:30"), Until: at("11:30"), State: model.SessionPlanned,
				Counts: model.Counts{Adults: model.CountOf(5), Own: map[model.ID]int{"k1": 2}},
			},
		},
	}
}

func factsOf(t testing.TB, s Store, l model.Language) *Facts {
	t.Helper()
	f, err := Read(t.Context(), s, words.In(l), day("2026-11-22"))
	if err != nil {
		t.Fatal(err)
	}
	return &f
}

// written puts the rows of sheets into a workbook; a sheet is its name and its rows.
func written(t testing.TB, sheets ...any) string {
	t.Helper()
	f := excelize.NewFile()
	for i := 0; i < len(sheets); i += 2 {
		name := sheets[i].(string)
		if i == 0 {
			if err := f.SetSheetName("Sheet1", name); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, row := range sheets[i+1].([][]any) {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", n+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "lista.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// text puts lines into a file of separated values.
func text(t testing.TB, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lista.csv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// planned opens a file as one of the kind and looks at it.
func planned(t testing.TB, f *Facts, k Kind, path string) (*Draft, *Plan) {
	t.Helper()
	d, err := Open(t.Context(), path, f, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d.Kind != k {
		d.Choose(k, d.BestSheet(k))
	}
	if missing := d.Missing(); len(missing) > 0 {
		t.Fatalf("no column for %v in %+v", missing, d.Columns)
	}
	p, err := d.Preview(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d, p
}

// states are the states of the rows with the codes of their troubles.
func states(p *Plan) []string {
	var out []string
	for _, r := range p.Rows {
		s := fmt.Sprintf("%d %s", r.N, r.State)
		for _, x := range r.Troubles {
			s += " " + x.Code
		}
		out = append(out, s)
	}
	return out
}

// sayings fails for a sentence that is not said in a language.
func sayings(t *testing.T, p *Plan) {
	t.Helper()
	for _, r := range p.Rows {
		for _, x := range r.Troubles {
			for _, l := range model.Languages() {
				s := x.Say(words.In(l))
				if strings.Contains(s, "<no value>") || strings.HasPrefix(s, "importing.") || strings.HasPrefix(s, "problem.") {
					t.Errorf("%s in %s: %q", x.Code, l, s)
				}
			}
		}
	}
}
