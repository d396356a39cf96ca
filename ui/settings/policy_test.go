package settings

import (
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

func openPolicy(t testing.TB, prepare func(*shelf)) (*stage, *Screen, *policyPart) {
	t.Helper()
	s := newStage(t)
	if prepare != nil {
		prepare(s.kept)
	}
	screen := s.open(Appearance{})
	s.button("Tietosuoja")
	s.wantFocus("Säilytysaika, kuukautta")
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
		s.press(fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyBackspace)
		s.typed(c.typed)
		screen.Save()
		if s.kept.policy.KeepMonths != c.want || p.Changed() != (c.says != "") || (c.says != "" && !s.says(c.says)) {
			t.Errorf("%q: %d, changed %v", c.typed, s.kept.policy.KeepMonths, p.Changed())
		}
	}
}

func TestKeepingWhoSawIsSwitchedOn(t *testing.T) {
	s, screen, _ := openPolicy(t, nil)
	s.tabTo("Kuka näki ja milloin")
	s.typed(" ")
	if s.w.Canvas().Overlays().Top() != nil {
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
	s.tabTo("Kuka näki ja milloin")
	s.typed(" ")
	s.wantDialog("Kirjauksia on nyt 2 tehtävässä")
	s.button("Peruuta")
	if !p.draft.KeepSeen || p.Changed() {
		t.Errorf("Cancel left %+v, changed %v", p.draft, p.Changed())
	}
	s.typed(" ")
	s.button("Lopeta säilyttäminen")
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
	s.d.Open = func(kind model.Kind, _ model.ID) { opened = kind }
	s.button("Avaa ohjaajat")
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
	s.wantFocus("")
	p.Touch()
	s.kept.policy.KeepMonths = 7
	screen.Reload()
	if p.draft.KeepMonths != 6 {
		t.Error("a change of elsewhere overwrote what is being edited")
	}
}
