package leaders

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
)

// ready is how the leader stands with the requirement of the store.
func (x *table) ready(id, requirement model.ID, state model.ReadinessState) model.Readiness {
	x.T.Helper()
	r, ok := x.requirement(requirement)
	if !ok {
		x.T.Fatalf("no requirement %q", requirement)
	}
	return model.Readiness{Requirement: &r, State: state}
}

func TestEndingEndsTheTasksOfTheDay(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.changeStatus(store.leader("sanna"))
	if got := x.FocusedLabel(); !strings.HasPrefix(got, "Tila") {
		t.Fatalf("the keyboard begins at %q", got)
	}
	x.SeesPart("Sanna Virtamäki")
	x.Misses("Päätä tehtävä samana päivänä")
	x.Choose("lopett")
	x.SeesPart("Päätä tehtävä samana päivänä")
	x.TabTo("Alkaen")
	x.Retype("30.11.2026")
	x.Press(fyne.KeyTab)
	x.Type("Muuttaa")
	x.Save()
	got := store.leader("sanna")
	last := got.Statuses[len(got.Statuses)-1]
	end := model.MustDate("2026-11-30")
	if last.State != model.LeaderEnded || last.From != end || last.Reason != "Muuttaa" || last.ID == "" || len(got.Statuses) != 2 {
		t.Errorf("statuses %+v", got.Statuses)
	}
	if got.Tasks[0].Until != end || got.Tasks[1].Until != model.MustDate("2025-05-31") {
		t.Errorf("tasks %+v", got.Tasks)
	}
	if got.Absences[0].Until != (model.Date{}) {
		t.Error("an absence was ended that nobody spoke of")
	}
}

func TestEndingLeavesTheTasksWhenThatIsSaid(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.changeStatus(store.leader("sanna"))
	x.Choose("lopett")
	x.TabTo("Päätä tehtävä")
	x.Press(fyne.KeySpace)
	x.Save()
	if got := store.leader("sanna"); got.Tasks[0].Until != (model.Date{}) || got.StatusOn(sunday).State != model.LeaderEnded {
		t.Errorf("kept %+v", got)
	}
}

func TestComingBackEndsTheAbsence(t *testing.T) {
	store := village()
	store.leaders[0].Statuses = append(store.leaders[0].Statuses, model.LeaderStatus{ID: "b", State: model.LeaderOnBreak, From: model.MustDate("2026-11-01")})
	x := stageOn(t, store)
	x.changeStatus(store.leader("sanna"))
	x.SeesPart("Päätä poissaolo (Matka) edelliseen päivään") // active is what comes after a break
	x.Save()
	got := store.leader("sanna")
	if got.StatusOn(sunday).State != model.LeaderActive || got.Absences[0].Until != model.MustDate("2026-11-21") || !got.AvailableOn(sunday) {
		t.Errorf("kept %+v", got)
	}
}

func TestEndedAbsences(t *testing.T) {
	day := model.MustDate
	for _, c := range []struct{ from, until, want string }{
		{"2026-11-01", "", "2026-11-21"},
		{"2026-11-01", "2026-11-21", "2026-11-21"}, // over already
		{"2026-11-23", "", ""},                     // has not begun
	} {
		a := model.Absence{From: day(c.from)}
		if c.until != "" {
			a.Until = day(c.until)
		}
		var want model.Date
		if c.want != "" {
			want = day(c.want)
		}
		if got := endedAbsences(model.Leader{Absences: []model.Absence{a}}, sunday); len(got) != 1 || got[0].Until != want {
			t.Errorf("%v–%v became %+v", c.from, c.until, got)
		}
	}
	if got := endedAbsences(model.Leader{Absences: []model.Absence{{From: sunday}}}, sunday); len(got) != 0 {
		t.Errorf("an absence that would end before it begins is left: %+v", got)
	}
}

func TestNewTaskSaysWhatTheExtractIsWorthToday(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.addTask(store.leader("sanna"))
	x.Choose("kylämummi")
	x.SeesPart("Rikostaustaotteen saa pyytää vain, jos")
	x.TabTo("Rikostaustaote")
	x.Choose("tarvitaan")
	x.TabTo("Otteen antopäivä")
	x.Type("21.5.2026")
	x.Press(fyne.KeyTab)
	x.SeesPart("Huomaa: Ote on yli kuusi kuukautta vanha, jos se näytetään tänään: viimeinen näyttöpäivä oli 21.11.2026.")
	x.Window.Canvas().FocusPrevious()
	x.Retype("22.5.2026")
	x.Press(fyne.KeyTab)
	x.Misses("yli kuusi kuukautta vanha")
	x.Save()
	got := store.leader("sanna").Tasks
	if len(got) != 3 || got[2].ID == "" {
		t.Fatalf("kept %+v", got)
	}
	want := model.LeaderTask{
		ID: got[2].ID, Kind: model.VolunteerGrandparent, From: sunday,
		Check: model.BackgroundCheck{Need: model.CheckNeeded, ExtractIssued: model.MustDate("2026-05-22")},
	}
	if got[2] != want {
		t.Errorf("kept %+v\nwant %+v", got[2], want)
	}
}

func TestTheCheckOfATask(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	l := store.leader("sanna")
	x.markDone(l, model.Readiness{Requirement: &store.requirements[3], Task: &l.Tasks[0]})
	x.Choose("tarvitaan")
	if got := x.FocusedLabel(); !strings.HasPrefix(got, "Rikostaustaote") {
		t.Errorf("the keyboard went to %q", got)
	}
	x.Press(fyne.KeyTab)
	x.Type("20.11.2026")
	x.Save()
	if got := store.leader("sanna").CheckOf(store.leader("sanna").Tasks[0]); x.register.FormOpen() || got != model.CheckStateRequested {
		t.Errorf("form open %v, the check is %q", x.register.FormOpen(), got)
	}
}

func TestAnExtractCannotBeAskedOfOneWhoBeganBeforeTheAct(t *testing.T) {
	store := village()
	store.leaders[0].Tasks[0].From = model.MustDate("2014-04-30")
	store.leaders[0].Tasks[0].Check.Need = model.CheckNeeded
	x := stageOn(t, store)
	x.editCheck(store.leader("sanna"), store.leader("sanna").Tasks[0])
	x.SeesPart("otetta ei voi pyytää")
}

func TestSmallDialogs(t *testing.T) {
	at := model.MustDate("2026-11-20")
	for name, c := range map[string]struct {
		open func(*table, model.Leader)
		keys func(*table)
		kept func(model.Leader) bool
	}{
		"absence": {
			func(x *table, l model.Leader) { x.addAbsence(l) },
			func(x *table) { x.Retype("20.11.2026"); x.Press(fyne.KeyTab, fyne.KeyTab); x.Type(" Flunssa ") },
			func(l model.Leader) bool {
				return len(l.Absences) == 2 && l.Absences[1].From == at && l.Absences[1].Title == "Flunssa"
			},
		},
		"entry": {
			func(x *table, l model.Leader) { x.addEntry(l) },
			func(x *table) { x.Press(fyne.KeyTab); x.Retype("20.11.2026"); x.Press(fyne.KeyTab); x.Type("2,5") },
			func(l model.Leader) bool {
				return len(l.Entries) == 1 && l.Entries[0].Kind == model.EnteredHours && l.Entries[0].On == at && l.Entries[0].Amount == model.AmountOf(250)
			},
		},
		"elsewhere": {
			func(x *table, l model.Leader) { x.addElsewhere(l, "vertais") },
			func(x *table) {
				x.Press(fyne.KeyTab)
				x.Retype("20.11.2026")
				x.Press(fyne.KeyTab)
				x.Type("MLL Oulu")
			},
			func(l model.Leader) bool {
				return len(l.Elsewhere) == 1 && l.Elsewhere[0].ProgrammeID == "vertais" && l.Elsewhere[0].On == at && l.Elsewhere[0].Where == "MLL Oulu"
			},
		},
		"introduction": {
			func(x *table, l model.Leader) { x.markDone(l, x.ready(l.ID, "intro", model.ReadyMissing)) },
			func(x *table) { x.Misses("versio"); x.Retype("20.11.2026") },
			func(l model.Leader) bool { return l.Completed[1].RequirementID == "intro" && l.Completed[1].On == at },
		},
		"undertaking": {
			func(x *table, l model.Leader) { x.markDone(l, x.ready(l.ID, "secret", model.ReadyInOrder)) },
			func(x *table) { x.Retype("20.11.2026") },
			func(l model.Leader) bool {
				return l.Completed[1].RequirementID == "secret" && l.Completed[1].Version == "2"
			},
		},
		"publication": {
			func(x *table, l model.Leader) { x.markDone(l, x.ready(l.ID, "public", model.ReadyMissing)) },
			func(x *table) { x.Press(fyne.KeyTab, fyne.KeySpace, fyne.KeyTab) },
			func(l model.Leader) bool { return l.Publication == model.Publication{On: sunday, Name: true} },
		},
		"waiver": {
			func(x *table, l model.Leader) { x.waive(l, x.ready(l.ID, "intro", model.ReadyMissing)) },
			func(x *table) {
				x.SeesPart("Perehdytys: tätä ei pyydetä")
				x.Type("Perehdytetty muualla")
				x.Press(fyne.KeyTab)
			},
			func(l model.Leader) bool { return len(l.Waivers) == 1 && l.Waivers[0].Reason == "Perehdytetty muualla" },
		},
	} {
		store := village()
		x := stageOn(t, store)
		c.open(x, store.leader("sanna"))
		c.keys(x)
		x.Press(fyne.KeyReturn)
		if x.Window.Canvas().Overlays().Top() != nil || !c.kept(store.leader("sanna")) {
			t.Errorf("%s: %q, kept %+v", name, x.Texts(), store.leader("sanna"))
		}
	}
}

func TestAWaiverNeedsAReason(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.waive(store.leader("sanna"), x.ready("sanna", "intro", model.ReadyMissing))
	x.Press(fyne.KeyTab, fyne.KeyReturn)
	x.SeesPart("Korjaa: Tämä on pakollinen tieto.")
	if len(store.leader("sanna").Waivers) != 0 || !strings.HasPrefix(x.FocusedLabel(), "Peruste") {
		t.Errorf("kept %+v, the keyboard at %q", store.leader("sanna").Waivers, x.FocusedLabel())
	}
}

func TestAWaiverThatIsThereIsChanged(t *testing.T) {
	store := village()
	w := model.Waiver{ID: "w", RequirementID: "intro", Reason: "Syy"}
	store.leaders[0].Waivers = []model.Waiver{w}
	x := stageOn(t, store)
	r := x.ready("sanna", "intro", model.ReadyWaived)
	r.Waiver = w
	x.waive(store.leader("sanna"), r)
	x.Press(fyne.KeyTab)
	x.Type("31.12.2026")
	x.Press(fyne.KeyReturn)
	if got := store.leader("sanna").Waivers; len(got) != 1 || got[0].Until != model.MustDate("2026-12-31") || got[0].Reason != "Syy" {
		t.Errorf("kept %+v", got)
	}
}

// TestAWarningInADialogIsSaidOnce also shows that what was amiss before does not stand in the way.
func TestAWarningInADialogIsSaidOnce(t *testing.T) {
	store := village()
	store.leaders[0].Email = "no address"
	x := stageOn(t, store)
	x.addEntry(store.leader("sanna"))
	x.Press(fyne.KeyTab)
	x.Retype("1.12.2026")
	x.Press(fyne.KeyTab)
	x.Type("2")
	x.Press(fyne.KeyReturn)
	x.SeesPart("Huomaa: ", "Voit silti tallentaa")
	if len(store.leader("sanna").Entries) != 0 {
		t.Fatal("an entry of the future was kept without a word")
	}
	x.Press(fyne.KeyReturn)
	if len(store.leader("sanna").Entries) != 1 {
		t.Errorf("it could not be saved all the same: %q", x.Texts())
	}
}

func TestANumberThatIsNoneIsNotSaved(t *testing.T) {
	store := village()
	x := stageOn(t, store)
	x.addEntry(store.leader("sanna"))
	x.Press(fyne.KeyTab, fyne.KeyTab)
	x.Type("12 tuntia")
	x.Press(fyne.KeyReturn)
	if len(store.leader("sanna").Entries) != 0 || x.Window.Canvas().Overlays().Top() == nil {
		t.Errorf("kept %+v", store.leader("sanna").Entries)
	}
}

func TestADiskFullKeepsTheDialogAndTheSmallForm(t *testing.T) {
	full := &model.Error{Code: model.CodeDiskFull, Op: "update leader"}
	store := village()
	x := stageOn(t, store)
	x.addAbsence(store.leader("sanna"))
	store.fails = full
	x.Press(fyne.KeyReturn) // save
	x.SeesPart("Sulje")
	x.Press(fyne.KeyReturn) // close the error
	store.fails = nil
	x.SeesPart("Lisää poissaolo")
	x.Press(fyne.KeyReturn)
	if len(store.leader("sanna").Absences) != 2 {
		t.Errorf("when there was room again %+v was kept", store.leader("sanna").Absences)
	}
	x.changeStatus(store.leader("sanna"))
	store.fails = full
	x.Save()
	x.Press(fyne.KeyReturn)
	store.fails = nil
	if !x.register.FormOpen() {
		t.Fatal("the small form is gone")
	}
	x.Save()
	if got := store.leader("sanna").StatusOn(sunday).State; got != model.LeaderOnBreak {
		t.Errorf("the state is %q", got)
	}
}

func TestNextState(t *testing.T) {
	for now, want := range map[model.LeaderState]model.LeaderState{
		model.LeaderInterested: model.LeaderIntroducing, model.LeaderIntroducing: model.LeaderActive,
		model.LeaderActive: model.LeaderOnBreak, model.LeaderOnBreak: model.LeaderActive, model.LeaderEnded: model.LeaderActive,
	} {
		if got := nextState(now); got != want {
			t.Errorf("after %q comes %q, want %q", now, got, want)
		}
	}
}
