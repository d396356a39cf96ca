package persistence

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"kumppani/model"
)

// sampleDay is the day of the sample.
var sampleDay = model.MustDate("2026-11-22")

// sampleRegister is the sample region as it is read from a file.
type sampleRegister struct {
	leaders    map[string]model.Leader // by name
	programmes map[model.ProgrammeKind]model.Programme
	events     []model.Event
	rules      model.ReadinessRules
}

func readSample(t *testing.T) (*File, sampleRegister) {
	t.Helper()
	f := newFile(t)
	must(t, LoadSample(ctx, f))
	leaders, err := f.Leaders(ctx)
	must(t, err)
	programmes, err := f.Programmes(ctx)
	must(t, err)
	requirements, err := f.Requirements(ctx)
	must(t, err)
	record, err := f.TrainingRecord(ctx)
	must(t, err)
	s := sampleRegister{leaders: map[string]model.Leader{}, programmes: map[model.ProgrammeKind]model.Programme{}}
	for _, l := range leaders {
		s.leaders[l.Name] = l
	}
	for _, p := range programmes {
		s.programmes[p.Kind] = p
	}
	s.rules = model.ReadinessRules{Requirements: requirements, Programmes: programmes, Record: record}
	s.events, err = f.Events(ctx)
	must(t, err)
	return f, s
}

// readiness is how the leader stands with the requirements of a kind on the day of the sample.
func (s sampleRegister) readiness(name string, kind model.RequirementKind) []model.ReadinessState {
	var out []model.ReadinessState
	for _, r := range s.leaders[name].ReadinessOn(sampleDay, s.rules) {
		if r.Requirement.Kind == kind {
			out = append(out, r.State)
		}
	}
	return out
}

func (s sampleRegister) standing(name string, kind model.ProgrammeKind) model.Standing {
	return s.rules.Record.StandingOn(sampleDay, s.leaders[name].ID, s.programmes[kind])
}

// Everybody and everything of the tables is there, and nothing in it is such that it could not be entered by hand.
func TestSampleLeadersAndTraining(t *testing.T) {
	f, s := readSample(t)
	kinds := map[model.LeaderKind]int{}
	for _, l := range s.leaders {
		kinds[l.Kind]++
		if refused := model.Refusals(l.Check(sampleDay)); len(refused) > 0 {
			t.Errorf("%s: %v", l.Name, refused)
		}
		if !strings.HasSuffix(l.Email, ".example") || !strings.HasPrefix(l.Phone, "040 000 01") {
			t.Errorf("%s could be reached: %s, %s", l.Name, l.Email, l.Phone)
		}
		if len(l.Tasks) == 0 || l.Municipality.IsZero() || l.HomeOrganisation == "" || len(l.Languages) == 0 || len(l.Audiences) == 0 {
			t.Errorf("%s is not whole: %+v", l.Name, l)
		}
	}
	equal(t, "leaders", kinds, map[model.LeaderKind]int{model.Volunteer: 24, model.Professional: 12})
	states := map[model.EventState]int{}
	for _, e := range s.events {
		states[e.State]++
		if problems := e.Check(sampleDay); len(problems) > 0 {
			t.Errorf("%s: %v", e.FirstDay(), problems)
		}
		if e.State == model.EventHeld && len(e.Passed()) != len(e.Participations) {
			t.Errorf("%s: %d of %d passed", e.FirstDay(), len(e.Passed()), len(e.Participations))
		}
	}
	equal(t, "events", states, map[model.EventState]int{model.EventHeld: 13, model.EventPlanned: 7})
	if first, last := s.events[len(s.events)-1].FirstDay(), s.events[0].LastDay(); first.Year() != 2026 || last.Year() != 2027 {
		t.Errorf("the training year goes from %s to %s", first, last)
	}
	if len(s.programmes) != 9 {
		t.Errorf("%d programmes of different kinds, not 9", len(s.programmes))
	}
	for _, awkward := range []string{"Kaisa Öster", "Fatima Al-Amin"} { // a name with Ö, a name with a hyphen
		if _, there := s.leaders[awkward]; !there {
			t.Errorf("%s is not there", awkward)
		}
	}
	soundFile(t, f)
}

// The awkward background checks of the sample show as they are.
func TestSampleBackgroundChecks(t *testing.T) {
	_, s := readSample(t)
	for name, want := range map[string]model.CheckState{
		"Aino Kettula":   model.CheckStateSeen,
		"Ville Harjunen": model.CheckStateNotNeeded,
		"Mohamed Nuur":   model.CheckStateRequested,
		"Timo Järvelin":  model.CheckStateCannotAsk,
		"Oksana Melnyk":  model.CheckStateTooOld,
		"Fatima Al-Amin": model.CheckStateConsentMissing,
		"Juha Ollila":    model.CheckStateSeen,
		"Päivi Rantala":  model.CheckStateEmployer,
	} {
		l := s.leaders[name]
		if got := l.CheckOf(l.Tasks[0]); got != want {
			t.Errorf("%s: %s, not %s", name, got, want)
		}
	}
	for name, want := range map[string]model.ReadinessState{
		"Mohamed Nuur": model.ReadyRequested, "Timo Järvelin": model.ReadyCannotAsk, "Oksana Melnyk": model.ReadyTooOld,
		"Fatima Al-Amin": model.ReadyNoConsent, "Eero Kallio": model.ReadyNotNeeded,
	} {
		equal(t, name, s.readiness(name, model.RequireCheck), []model.ReadinessState{want})
	}
}

// Who stopped, who is on a break and who is away.
func TestSampleWhoIsThere(t *testing.T) {
	_, s := readSample(t)
	for name, want := range map[string]model.LeaderState{
		"Raimo Sillanpää": model.LeaderEnded, "Petra Nyholm": model.LeaderOnBreak, "Kaisa Öster": model.LeaderActive,
	} {
		l := s.leaders[name]
		if got := l.StatusOn(sampleDay).State; got != want {
			t.Errorf("%s is %s, not %s", name, got, want)
		}
	}
	raimo := s.leaders["Raimo Sillanpää"]
	if on := raimo.EndedOn(sampleDay); on != model.MustDate("2026-05-31") || raimo.ReadinessOn(sampleDay, s.rules) != nil {
		t.Errorf("Raimo ended on %s and is still asked for something", on)
	}
	for _, name := range []string{"Nea Rintamäki", "Maria Sundell"} {
		if l := s.leaders[name]; l.AvailableOn(sampleDay) || l.StatusOn(sampleDay).State != model.LeaderActive {
			t.Errorf("%s is active and away in November", name)
		}
	}
	var fathers []string
	for _, l := range s.leaders {
		if l.Municipality.Code == "997" && slices.Contains(l.Languages, "sv") && slices.Contains(l.Audiences, model.Fathers) &&
			l.AvailableOn(sampleDay) {
			fathers = append(fathers, l.Name)
		}
	}
	equal(t, "for a fathers' group in Swedish in Rantaniemi", fathers, []string{"Johan Backman"})
	if !s.leaders["Aino Kettula"].Availability.Free(time.Tuesday, model.Morning) {
		t.Error("Aino cannot come on Tuesday mornings, when her group is")
	}
}

// Introduction, undertaking and publication.
func TestSamplePapers(t *testing.T) {
	_, s := readSample(t)
	for _, c := range []struct {
		name string
		kind model.RequirementKind
		want model.ReadinessState
	}{
		{"Aino Kettula", model.RequireIntroduction, model.ReadyInOrder},
		{"Aino Kettula", model.RequireUndertaking, model.ReadyInOrder},
		{"Aino Kettula", model.RequirePublication, model.ReadyInOrder},
		{"Kaisa Öster", model.RequirePublication, model.ReadyDeclined},
		{"Petra Nyholm", model.RequirePublication, model.ReadyDeclined}, // has withdrawn it
		{"Oksana Melnyk", model.RequireIntroduction, model.ReadyMissing},
		{"Eero Kallio", model.RequireIntroduction, model.ReadyMissing},
		{"Eero Kallio", model.RequireUndertaking, model.ReadyMissing},
		{"Fatima Al-Amin", model.RequireUndertaking, model.ReadyMissing},
	} {
		equal(t, c.name+" "+string(c.kind), s.readiness(c.name, c.kind), []model.ReadinessState{c.want})
	}
	for _, r := range s.rules.Requirements {
		if r.Kind == model.RequireUndertaking && len(r.Texts) > 1 != s.leaders["Tiina Markkanen"].SignedOlderText(r, sampleDay) {
			t.Error("Tiina signed an older text only if there is one")
		}
	}
}

// What runs out, has run out, was renewed early, extended or waived.
func TestSampleTraining(t *testing.T) {
	_, s := readSample(t)
	for _, c := range []struct {
		name  string
		kind  model.ProgrammeKind
		state model.StandingState
		until string
	}{
		{"Aino Kettula", model.RaisingConcerns, model.StandingValid, "2029-09-10"},
		{"Jarkko Pitkänen", model.RaisingConcerns, model.StandingValid, "2029-11-20"}, // renewed early
		{"Timo Järvelin", model.RaisingConcerns, model.StandingExpiring, "2026-12-11"},
		{"Sari Lampila", model.RaisingConcerns, model.StandingGrace, "2026-10-05"},
		{"Tiina Markkanen", model.RaisingConcerns, model.StandingExpired, "2026-05-10"},
		{"Leena Hakala", model.RaisingConcerns, model.StandingExpiring, "2026-12-31"}, // extended
		{"Mika Tervo", model.EarlyInteraction, model.StandingExpiring, "2026-12-31"},  // end of the year
		{"Leena Hakala", model.EarlyInteraction, model.StandingValid, "2028-12-31"},
		{"Aino Kettula", model.PeerGroupTraining, model.StandingValid, ""},
		{"Eero Kallio", model.PeerGroupTraining, model.StandingMissing, ""},
	} {
		if got := s.standing(c.name, c.kind); got.State != c.state || got.Until.String() != c.until {
			t.Errorf("%s, %s: %s until %q, not %s until %q", c.name, c.kind, got.State, got.Until, c.state, c.until)
		}
	}
	if !s.standing("Leena Hakala", model.RaisingConcerns).Extended {
		t.Error("Leena's validity is not said to be extended")
	}
	for name, first := range map[string]string{"Eero Kallio": "2027-01-21", "Oksana Melnyk": "2027-01-21"} {
		if got := s.standing(name, model.PeerGroupTraining).PlannedOn; got != model.MustDate(first) {
			t.Errorf("%s is enrolled from %s, not %s", name, got, first)
		}
	}
	if got := s.readiness("Outi Vainio", model.RequireTraining); !slices.Contains(got, model.ReadyWaived) {
		t.Errorf("nothing is waived for Outi: %v", got)
	}
	if got := s.readiness("Tiina Markkanen", model.RequireTraining); !slices.Contains(got, model.ReadyExpired) {
		t.Errorf("nothing has expired for Tiina: %v", got)
	}
	for _, e := range s.events { // who is enrolled in a planned event lacks the programme or renews it
		for _, p := range e.Participations {
			if e.State != model.EventPlanned || p.LeaderID == "" {
				continue
			}
			for _, programme := range s.programmes {
				if st := s.rules.Record.StandingOn(sampleDay, p.LeaderID, programme); programme.ID == e.ProgrammeID && st.State == model.StandingValid {
					t.Errorf("%s: somebody enrolled has the programme already", e.FirstDay())
				}
			}
		}
	}
}

// Nothing that the tables of leaders and training tell is lost on the way.
func TestSampleLeadersAndTrainingAreWhole(t *testing.T) {
	_, s := readSample(t)
	var kept strings.Builder
	for _, l := range s.leaders {
		fmt.Fprintln(&kept, l.Name, l.Phone, l.Email, l.BirthYear, l.JobTitle, l.StartedOn, l.Publication, l.Languages,
			l.Audiences, l.Availability.Codes(), l.Statuses, l.Completed, l.Absences, l.Entries, l.Elsewhere, l.Waivers)
		for _, task := range l.Tasks {
			fmt.Fprintln(&kept, task.Description, task.From, task.Until, task.Check)
		}
	}
	for _, e := range s.events {
		fmt.Fprintln(&kept, e.Place, e.Days, e.Trainers, e.Participations)
	}
	for _, p := range s.rules.Programmes {
		fmt.Fprintln(&kept, p)
	}
	for table, columns := range map[string][]string{
		"volunteers":          {"name", "started", "introduced", "extract_date", "seen_on", "langs"},
		"leaders_more":        {"name", "started", "phone", "email", "birth_year", "langs", "availability", "audiences"},
		"training_events":     {"date"},
		"training_programmes": {"fi", "sv", "en", "kind", "valid_months", "grace_days", "tasks"},
	} {
		rows, err := sampleTable(table)
		must(t, err)
		for _, r := range rows {
			for _, column := range columns {
				if !strings.Contains(kept.String(), strings.ReplaceAll(r[column], ";", " ")) {
					t.Errorf("%s: %s %q is not kept", table, column, r[column])
				}
			}
		}
	}
	attended := 0
	rows, err := sampleTable("training_events")
	must(t, err)
	for _, r := range rows {
		attended += len(sampleCodes[string](r["attended"]))
	}
	passed := 0
	for _, e := range s.events {
		for _, p := range e.Passed() {
			if p.LeaderID != "" {
				passed++
			}
		}
	}
	if attended != passed || attended < 30 {
		t.Errorf("%d leaders attended in the table, %d passed", attended, passed)
	}
}
