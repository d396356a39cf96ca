package report_test

import (
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/report"
	"kumppani/ui/words"
)

// The practices of sixteen real projects, as the report of the PERHE project (2008) tells of them, are entered for sixteen
// municipalities, a project each. The codes of the table are the practices
//
//	perhevalmennus_EJ            family training before and after birth (it says: established, or becoming so)
//	perhevalmennus_kasikirja     family training: a handbook
//	parisuhdetyo                 couple work
//	hyvinvointineuvola           the wellbeing clinic
//	yhdistetty_neuvola           maternity and child health in one clinic
//	neuvolatiimi                 the team of the clinic
//	ehkaiseva_perhetyo           preventive family work
//	kasvatuskumppanuus_…         educational partnership: of clinic and day care, in family work, of home and school;
//	                             _koulutus is training in it
//	vertaisryhmat_kokemukset     peer groups of parents
//	isatoiminta_vakanssi         support for the leaders of fathers' groups
//	isarundi                     fathers' rounds
//	perhekahvila                 meeting places: family cafés
//	kohtaamispaikka              meeting places of every kind (one project says that it developed none)
//
// A detail that begins with EI says that a practice is not in use; "kokeiltu" is a trial, "vakiintunut" established,
// anything else becoming established. Codes of agreements, strategies, surveys, calendars and steering groups are no
// practices: the program keeps them in other registers.
var projectPractices = map[string][]model.Practice{
	"perhevalmennus_EJ":             {model.FamilyTrainingBefore, model.FamilyTrainingAfter},
	"perhevalmennus_kasikirja":      {model.FamilyTrainingHandbook},
	"parisuhdetyo":                  {model.CoupleWork},
	"hyvinvointineuvola":            {model.WellbeingClinic},
	"yhdistetty_neuvola":            {model.CombinedClinic},
	"neuvolatiimi":                  {model.ClinicTeam},
	"ehkaiseva_perhetyo":            {model.PreventiveFamilyWork},
	"kasvatuskumppanuus_neuvola_pk": {model.PartnershipClinicCare},
	"kasvatuskumppanuus_perhetyo":   {model.PartnershipFamilyWork},
	"kasvatuskumppanuus_koulu":      {model.PartnershipSchool},
	"kasvatuskumppanuus_koulutus":   {model.TrainingIn(model.EducationalPartnership)},
	"vertaisryhmat_kokemukset":      {model.PeerGroupsFor(model.Parents)},
	"isatoiminta_vakanssi":          {model.FathersGroupSupport},
	"isarundi":                      {model.FathersRounds},
	"perhekahvila":                  {model.PlacesOf(model.FamilyCafe)},
	"kohtaamispaikka":               model.AreaPlaces.Practices(),
}

// notPractices are the codes of the table that belong to other registers.
var notPractices = []string{
	"sopimus_", "strategia_", "toimintakalenteri", "alueellinen_johtoryhma", "perheiden_tarvekysely", "vapaaehtoiskysely",
	"asiakaskysely", "bikva",
}

func projectEntries(t *testing.T) []model.PracticeEntry {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "project_practices.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes = '\t', true
	lines, err := r.ReadAll()
	if err != nil || len(lines) < 60 {
		t.Fatalf("%d lines: %v", len(lines), err)
	}
	var out []model.PracticeEntry
	for _, line := range lines[1:] {
		practices := projectPractices[line[1]]
		if practices == nil && !slices.ContainsFunc(notPractices, func(s string) bool { return strings.HasPrefix(line[1], s) }) {
			t.Errorf("code %q is not told what it is", line[1])
		}
		stage := model.PracticeBecoming
		switch {
		case strings.HasPrefix(line[2], "EI"):
			stage = model.PracticeNotInUse
		case strings.HasPrefix(line[2], "kokeiltu"):
			stage = model.PracticeTrial
		case strings.HasPrefix(line[2], "vakiintunut"):
			stage = model.PracticeEstablished
		}
		for _, p := range practices {
			out = append(out, model.PracticeEntry{Municipality: project(line[0]), Practice: p, Stage: stage, Detail: line[2]})
		}
	}
	return out
}

func project(number string) model.Municipality { return model.Municipality{Name: "Hanke " + number} }

func TestRegionTableCountsThePracticesOfTheProjects(t *testing.T) {
	f := must(persistence.Open(ctx, filepath.Join(t.TempDir(), "projects.kumppani"), persistence.Options{}))
	defer f.Close()
	entries := projectEntries(t)
	must(f.UpdateYear(ctx, 2007, func(y *model.YearRecord) error {
		y.Practices = entries
		return nil
	}))
	q := report.Question{Code: report.Practices, Period: model.YearPeriod(2007), AsOf: today}
	r := made(t, f, q)
	in := words.In(model.Finnish)
	type counts struct{ inUse, established, becoming, trial, not int64 }
	want := map[model.Practice]counts{ // counted by hand in the table
		model.FamilyTrainingBefore:                     {11, 11, 0, 0, 0},
		model.FamilyTrainingAfter:                      {11, 11, 0, 0, 0},
		model.FamilyTrainingHandbook:                   {2, 0, 2, 0, 0},
		model.CoupleWork:                               {5, 0, 5, 0, 0},
		model.WellbeingClinic:                          {3, 0, 3, 0, 0},
		model.CombinedClinic:                           {5, 0, 0, 5, 0},
		model.ClinicTeam:                               {1, 0, 1, 0, 0},
		model.PreventiveFamilyWork:                     {0, 0, 0, 0, 3},
		model.PartnershipClinicCare:                    {1, 0, 1, 0, 0},
		model.PartnershipFamilyWork:                    {2, 0, 2, 0, 0},
		model.PartnershipSchool:                        {5, 0, 5, 0, 0},
		model.PartnershipTransition:                    {0, 0, 0, 0, 0},
		model.TrainingIn(model.EducationalPartnership): {1, 0, 1, 0, 0},
		model.TrainingIn(model.RaisingConcerns):        {0, 0, 0, 0, 0},
		model.PeerGroupsFor(model.Parents):             {1, 0, 1, 0, 0},
		model.FathersGroupSupport:                      {2, 0, 2, 0, 0},
		model.FathersRounds:                            {1, 0, 1, 0, 0},
		model.PlacesOf(model.FamilyCafe):               {1, 0, 1, 0, 1},
		model.PlacesOf(model.Playground):               {0, 0, 0, 0, 1},
	}
	for _, area := range model.PracticeAreas() {
		for _, p := range area.Practices() {
			x, named := want[p]
			if !named {
				continue
			}
			delete(want, p)
			code, row := "practices_"+string(area), words.Capital(in.Practice(p))
			for column, n := range map[string]int64{
				"in_use": x.inUse, "established": x.established, "becoming_established": x.becoming, "trial": x.trial, "not_in_use": x.not,
				"unknown": 16 - x.inUse - x.not,
			} {
				if got, ok := figure(t, r, code, row, column); got != n || !ok {
					t.Errorf("%s, %s: %d, not %d", row, column, got, n)
				}
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("no area has %v", slices.Collect(maps.Keys(want)))
	}
	q.Municipality = project("16")
	r = made(t, f, q)
	for _, row := range r.Sections[1].Tables[0].Rows {
		if trial := row[0].Text == words.Capital(in.Practice(model.CombinedClinic)); (row[1].Text == "kokeilu") != trial {
			t.Errorf("project 16: %v", row)
		}
	}
}
