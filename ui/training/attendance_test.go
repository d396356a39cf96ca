package training

import (
	"maps"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kumppani/model"
)

func TestAttendanceByKeyboard(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	g := x.grid("held")
	if got := g.AccessibilityLabel(); got != "Aino Kettula, to 20.8.: läsnä" {
		t.Fatalf("the grid begins with %q", got)
	}
	x.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight) // Ville, the second day: nothing entered
	if got := g.AccessibilityLabel(); got != "Ville Harjunen, to 27.8.: läsnäolo kirjaamatta" {
		t.Fatalf("the cursor is at %q", got)
	}
	x.Press(fyne.KeySpace)
	if got := g.AccessibilityLabel(); got != "Ville Harjunen, to 27.8.: läsnä" {
		t.Errorf("after one Space: %q", got)
	}
	x.Press(fyne.KeySpace, fyne.KeySpace)
	if got := g.AccessibilityLabel(); got != "Ville Harjunen, to 27.8.: läsnäolo kirjaamatta" {
		t.Errorf("after three Spaces: %q", got)
	}
	x.Type("p")
	if got := g.AccessibilityLabel(); got != "Kaisa Muualta, to 27.8.: läsnä" {
		t.Errorf("after a letter the cursor is not at the next participant: %q", got)
	}
	x.Press(fyne.KeyBackspace)
	x.Save()
	for id, want := range map[int]map[model.ID]bool{
		0: {"d1": true, "d2": true}, 2: {"d1": true, "d2": false}, 3: {"d1": true},
	} {
		if got := x.store.events[3].Participations[id].Days; !maps.Equal(got, want) {
			t.Errorf("participant %d: kept %v, want %v", id, got, want)
		}
	}
	if x.events().register.FormOpen() {
		t.Error("the grid is still open after saving")
	}
}

func TestPassedIsEnteredByHand(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	g := x.grid("held")
	x.Press(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace) // what is proposed cannot be entered
	if p := g.form.draft.Participations[0]; p.Passed != "" || len(p.Days) != 2 {
		t.Errorf("Space in the column of proposals did something: %+v", p)
	}
	x.Press(fyne.KeyRight)
	x.Type("e")
	x.Type("k")
	if got := g.form.draft.Participations; got[0].Passed != model.No || got[1].Passed != model.Yes {
		t.Errorf("passed %q and %q", got[0].Passed, got[1].Passed)
	}
}

func TestProposalsAreConfirmed(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	g := x.grid("held")
	x.Tap("Vahvista ehdotukset")
	got := g.form.draft.Participations
	if got[0].Passed != model.Yes || got[1].Passed != model.No || got[2].Passed != "" || got[3].Passed != model.Yes {
		t.Errorf("passed %q %q %q %q", got[0].Passed, got[1].Passed, got[2].Passed, got[3].Passed)
	}
	if !g.form.confirm.Disabled() {
		t.Error("there is nothing more to confirm, and the button says otherwise")
	}
}

func TestTheRestArePresent(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	g := x.grid("held")
	x.Press(fyne.KeyRight)
	x.Tap("Loput läsnä 27.8.")
	got := g.form.draft.Participations
	if got[1].Days["d2"] || !got[2].Days["d2"] {
		t.Errorf("absent must stay absent and nothing entered become present: %v, %v", got[1].Days, got[2].Days)
	}
	if len(x.store.events[3].Participations[2].Days) != 1 {
		t.Error("it was kept before anybody saved")
	}
}

func TestADiskFullKeepsTheGrid(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	g := x.grid("held")
	x.Press(fyne.KeyRight)
	x.Tap("Loput läsnä 27.8.")
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update event"}
	x.Save()
	if x.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was told")
	}
	x.Press(fyne.KeyReturn)
	x.Reload()
	if !x.events().register.FormOpen() || !g.form.draft.Participations[2].Days["d2"] {
		t.Fatal("what was entered is lost")
	}
	x.store.fails = nil
	x.Save()
	if !x.store.events[3].Participations[2].Days["d2"] {
		t.Error("it could not be saved when there was room again")
	}
}

func TestLeavingTheGridAsksAfterAChange(t *testing.T) {
	x := showEvents(t, autumn(), model.Finnish)
	x.grid("held")
	x.Leave()
	if x.Window.Canvas().Overlays().Top() != nil || x.events().register.FormOpen() {
		t.Fatal("a grid without changes asks")
	}
	x.grid("held")
	x.Press(fyne.KeySpace)
	x.Tap("Ohjelmat")
	if x.Window.Canvas().Overlays().Top() == nil || x.Current() != eventsTab {
		t.Error("a change is lost without a question")
	}
}

// crowd is an event of sixty people on eight days.
func crowd() *eventShelf {
	s := autumn()
	e := &s.events[3]
	e.Days, e.Participations = nil, nil
	for i := range 8 {
		e.Days = append(e.Days, model.EventDay{ID: model.ID("d" + strconv.Itoa(i)), Date: model.MustDate("2026-09-01").AddDays(7 * i)})
	}
	for i := range 60 {
		e.Participations = append(e.Participations, model.Participation{
			ID: model.ID("p" + strconv.Itoa(i)), Outsider: model.Outsider{Name: "Henkilö " + strconv.Itoa(i)},
		})
	}
	return s
}

func TestSixtyPeopleOnEightDays(t *testing.T) {
	x := showEvents(t, crowd(), model.Finnish)
	g := x.grid("held")
	for range 59 {
		x.Press(fyne.KeyDown)
	}
	for range 7 {
		x.Press(fyne.KeyRight)
	}
	x.Press(fyne.KeySpace)
	if p := g.form.draft.Participations[59]; !p.Days["d7"] {
		t.Errorf("the last cell holds %v", p.Days)
	}
	cells := 0
	var count func(fyne.CanvasObject)
	count = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *gridCell:
			cells++
		case *fyne.Container:
			for _, c := range o.Objects {
				count(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				count(c)
			}
		}
	}
	count(g)
	if cells == 0 || cells > 300 {
		t.Errorf("%d cells are drawn; only those that are seen should be", cells)
	}
}

func BenchmarkAttendanceKey(b *testing.B) {
	x := showEvents(b, crowd(), model.Finnish)
	x.OpenKind(model.KindEvent, "held")
	x.Tap("Kirjaa läsnäolo")
	for b.Loop() {
		x.Press(fyne.KeySpace)
	}
}

func BenchmarkAttendanceMove(b *testing.B) {
	x := showEvents(b, crowd(), model.Finnish)
	x.OpenKind(model.KindEvent, "held")
	x.Tap("Kirjaa läsnäolo")
	for b.Loop() {
		x.Press(fyne.KeyDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft)
	}
}
