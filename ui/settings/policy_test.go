package settings

import (
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

func openPolicy(t testing.TB, prepare func(*shelf)) (*table, *Screen, *policyPart) {
	t.Helper()
	s := newStage(t)
	if prepare != nil {
		prepare(s.kept)
	}
	screen := s.open(Appearance{})
	s.Tap("Tietosuoja")
	s.WantFocus("Säilytysaika, kuukautta")
	return s, screen, screen.tabs[4].part.(*policyPart)
}

func TestKeepMonths(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  int // kept afterwards; 12 = refused
		says  string
	}{
		{"24", 24, ""},
		{"0", 0, ""},
		{"240", 240, ""},
		{"241", 12, words.T("problem.keep_months_range")},
		{"", 12, words.T("problem.keep_months_range")},
		{"vuosi", 12, "vuosi"},
	} {
		s, screen, p := openPolicy(t, nil)
		s.Press(fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyBackspace)
		s.Type(c.typed)
		screen.Save()
		if s.kept.policy.KeepMonths != c.want || p.Changed() != (c.says != "") || (c.says != "" && !s.Mentions(c.says)) {
			t.Errorf("%q: %d, changed %v", c.typed, s.kept.policy.KeepMonths, p.Changed())
		}
	}
}

func TestKeepingWhoSawIsSwitchedOn(t *testing.T) {
	s, screen, _ := openPolicy(t, nil)
	s.TabTo("Kuka näki ja milloin")
	s.Type(" ")
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("it asks although nothing is lost")
	}
	screen.Save()
	if !s.kept.policy.KeepSeen {
		t.Error("it was not kept")
	}
}

func TestSwitchingOffWhoSawAsks(t *testing.T) {
	s, screen, p := openPolicy(t, func(k *shelf) {
		k.policy.KeepSeen = true
		k.leaders = []model.Leader{{Tasks: []model.LeaderTask{
			{Check: model.BackgroundCheck{SeenOn: model.MustDate("2026-01-02")}}, {Check: model.BackgroundCheck{SeenBy: "Maija"}}, {},
		}}}
	})
	s.TabTo("Kuka näki ja milloin")
	s.Type(" ")
	s.wantDialog("Kirjauksia on nyt 2 tehtävässä")
	s.Tap("Peruuta")
	if !p.draft.KeepSeen || p.Changed() {
		t.Errorf("Cancel left %+v, changed %v", p.draft, p.Changed())
	}
	s.Type(" ")
	s.Tap("Lopeta säilyttäminen")
	if !s.kept.policy.KeepSeen {
		t.Error("it was switched off before it was saved")
	}
	screen.Save()
	if s.kept.policy.KeepSeen || s.kept.policy.KeepMonths != 12 {
		t.Errorf("kept %+v", s.kept.policy)
	}
}

func TestReviewIsOneStepAway(t *testing.T) {
	s, _, _ := openPolicy(t, nil)
	opened := model.Kind("")
	s.Desk.Open = func(kind model.Kind, _ model.ID) { opened = kind }
	s.Tap("Avaa ohjaajat")
	if opened != model.KindLeader {
		t.Errorf("opened %q", opened)
	}
}

func TestPolicySavedElsewhereIsShown(t *testing.T) {
	s, screen, p := openPolicy(t, nil)
	s.kept.policy.KeepMonths = 6
	screen.Reload()
	if p.draft.KeepMonths != 6 {
		t.Errorf("it shows %d", p.draft.KeepMonths)
	}
	s.WantFocus("")
	p.Touch()
	s.kept.policy.KeepMonths = 7
	screen.Reload()
	if p.draft.KeepMonths != 6 {
		t.Error("a change of elsewhere overwrote what is being edited")
	}
}
