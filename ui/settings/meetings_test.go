package settings

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// MeetingPolicy implements model.MeetingPolicies.
func (s *shelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error) { return s.meetings, nil }

// SaveMeetingPolicy implements model.MeetingPolicies: the first category has been counted.
func (s *shelf) SaveMeetingPolicy(_ context.Context, p model.MeetingPolicy) error {
	if n := len(s.meetings.Categories); n > 0 && s.meetings.Categories[0].ID == "counted" && !hasCategory(p, "counted") {
		return &model.Error{Code: model.CodeInvalid, Problems: []model.Problem{{Field: "categories.0.name", Code: "category_counted"}}}
	}
	return s.write(func() { s.meetings = p })
}

func openMeetings(t testing.TB, l model.Language) (*table, *Screen, *meetingsPart) {
	t.Helper()
	s := newStage(t)
	words.Use(l)
	s.kept.meetings = model.MeetingPolicy{TravelMinutes: 30, Categories: []model.CountCategory{
		{ID: "counted", Name: model.Text{Fi: "isovanhempia", Sv: "mor- och farföräldrar"}}, {ID: "x", Name: model.Text{Fi: "ensikertalaisia"}},
	}}
	screen := s.open(Appearance{})
	s.Tap(words.T("settings.part.meetings"))
	i := slices.IndexFunc(screen.tabs, func(x *tab) bool { _, ok := x.part.(*meetingsPart); return ok })
	return s, screen, screen.tabs[i].part.(*meetingsPart)
}

func TestTravelMinutes(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  int // kept afterwards; 30 = refused
		says  string
	}{
		{"45", 45, ""},
		{"0", 0, ""},
		{"240", 240, ""},
		{"241", 30, "Siirtymäajan pitää olla 0–240 minuuttia."},
		{"", 30, "Siirtymäajan pitää olla 0–240 minuuttia."},
		{"tunti", 30, "tunti"},
	} {
		s, screen, p := openMeetings(t, model.Finnish)
		s.WantFocus("Siirtymäaika")
		s.Press(fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyBackspace)
		s.Type(c.typed)
		screen.Save()
		if s.kept.meetings.TravelMinutes != c.want || p.Changed() != (c.says != "") || (c.says != "" && !s.Mentions(c.says)) {
			t.Errorf("%q: %d, changed %v", c.typed, s.kept.meetings.TravelMinutes, p.Changed())
		}
	}
}

// head is the line of the n-th category.
func (p *meetingsPart) head(t testing.TB, s *table, title string) fyne.Focusable {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.Window.Content()) {
		l, spoken := o.(interface{ AccessibilityLabel() string })
		f, focusable := o.(fyne.Focusable)
		if spoken && focusable && l.AccessibilityLabel() == title {
			return f
		}
	}
	t.Fatalf("there is no line %q", title)
	return nil
}

func TestOwnCategories(t *testing.T) {
	s, screen, p := openMeetings(t, model.Finnish)
	s.Tap("Lisää oma luokka")
	s.WantFocus("Nimi suomeksi")
	s.Type("vauvoja")
	s.Tap("Lisää oma luokka") // a second one stays empty and is not kept
	kit.Focus(p.head(t, s, "ensikertalaisia"))
	s.Type(" ")
	s.Press(fyne.KeySpace)
	screen.Save()
	got := s.kept.meetings.Categories
	if len(got) != 3 || got[2].Name.Fi != "vauvoja" || got[2].ID == "" || !got[1].Off || got[0].Off {
		t.Errorf("kept %+v", got)
	}
	if p.Changed() {
		t.Error("it is not saved")
	}
}

func TestSameCategoryTwiceIsWarnedOf(t *testing.T) {
	s, screen, _ := openMeetings(t, model.Finnish)
	s.Tap("Lisää oma luokka")
	s.Type("Isovanhempia")
	screen.Save()
	if !s.Mentions("Saman niminen luokka on jo luettelossa.") || s.kept.saves != 0 {
		t.Errorf("%d saves", s.kept.saves)
	}
	screen.Save()
	if len(s.kept.meetings.Categories) != 3 {
		t.Error("it could not be saved all the same")
	}
}

func TestCategoryWithoutNameIsRefused(t *testing.T) {
	s, screen, p := openMeetings(t, model.Finnish)
	p.draft.Categories[1].Name = model.Text{}
	p.list.SetValues(p.draft.Categories)
	p.Touch()
	screen.Save()
	s.WantFocus("Nimi suomeksi")
	if s.kept.saves != 0 {
		t.Error("a category without a name was kept")
	}
}

func TestCountedCategoryIsSwitchedOffInstead(t *testing.T) {
	for _, c := range []struct {
		press string
		want  string
	}{
		{"Ota pois käytöstä", "[counted true] [x false]"},
		{"Peruuta", "[counted false] [x false]"},
	} {
		s, screen, p := openMeetings(t, model.Finnish)
		kit.Focus(p.head(t, s, "isovanhempia"))
		s.Press(fyne.KeyDelete)
		s.Tap("Poista")
		screen.Save()
		s.wantDialog("Luokassa isovanhempia on kirjattuja kävijöitä")
		s.Tap(c.press)
		var kept, shown string
		for _, x := range s.kept.meetings.Categories {
			kept += fmt.Sprintf("[%s %v] ", x.ID, x.Off)
		}
		for _, x := range p.draft.Categories {
			shown += fmt.Sprintf("[%s %v] ", x.ID, x.Off)
		}
		if kept != c.want+" " || shown != kept {
			t.Errorf("%s: kept %s, shown %s", c.press, kept, shown)
		}
	}
}

func TestMeetingsInSwedish(t *testing.T) {
	s, _, p := openMeetings(t, model.Swedish)
	p.head(t, s, "mor- och farföräldrar")
	if !s.Mentions("Anteckna inga namn") {
		t.Error("it does not say that no names are written down")
	}
}

func TestMeetingPolicySavedElsewhereIsShown(t *testing.T) {
	s, screen, p := openMeetings(t, model.Finnish)
	s.kept.meetings.TravelMinutes = 60
	screen.Reload()
	if p.draft.TravelMinutes != 60 {
		t.Errorf("it shows %d", p.draft.TravelMinutes)
	}
}
