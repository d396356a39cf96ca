package settings

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// shelf is a store in memory.
type shelf struct {
	centre   model.Centre
	template model.Template
	asked    []model.Requirement
	leaders  []model.Leader
	policy   model.LeaderPolicy
	meetings model.MeetingPolicy
	used     model.ID // of a requirement that cannot be removed
	fails    error    // what every write answers
	saves    int      // how often something was written
	tell     func()   // called after each write, as the shell is
}

func newShelf() *shelf {
	return &shelf{
		centre: model.Centre{
			Name: model.Text{Fi: "Suvannon perhekeskus"}, Region: model.Text{Fi: "Suvantomaa"}, LeadDays: 30, Language: model.Finnish,
		},
		template: builtIn(), asked: builtInOrder(), policy: model.LeaderPolicy{KeepMonths: 12}, tell: func() {},
	}
}

// builtInOrder is the built-in set as a new data file has it.
func builtInOrder() []model.Requirement {
	var out []model.Requirement
	for _, a := range assets.Requirements() {
		out = append(out, builtInRequirements()[model.ID(a.ID)])
	}
	return out
}

func (s *shelf) write(do func()) error {
	if s.fails != nil {
		return s.fails
	}
	do()
	s.saves++
	s.tell()
	return nil
}

func (s *shelf) Centre(context.Context) (model.Centre, error) { return s.centre, nil }

func (s *shelf) SaveCentre(_ context.Context, c model.Centre) error {
	return s.write(func() { s.centre = c })
}

func (s *shelf) Template(context.Context) (model.Template, error) { return s.template, nil }

func (s *shelf) SaveTemplate(_ context.Context, t model.Template) error {
	return s.write(func() { s.template = t })
}

func (s *shelf) ResetTemplate(context.Context) error {
	return s.write(func() { s.template = builtIn() })
}

func (s *shelf) Requirements(context.Context) ([]model.Requirement, error) {
	return copyRequirements(s.asked), nil
}

func (s *shelf) SaveRequirements(_ context.Context, all []model.Requirement) ([]model.Requirement, error) {
	if !slices.ContainsFunc(all, func(r model.Requirement) bool { return r.ID == s.used }) && s.used != "" {
		return nil, &model.Error{Code: model.CodeInUse, Op: "save requirements", Uses: []model.Use{{Label: "Eevi Salo", Role: "waiver"}}}
	}
	err := s.write(func() { s.asked = copyRequirements(all) })
	return copyRequirements(all), err
}

func (s *shelf) Leaders(context.Context) ([]model.Leader, error) { return s.leaders, nil }

func (s *shelf) LeaderPolicy(context.Context) (model.LeaderPolicy, error) { return s.policy, nil }

func (s *shelf) SaveLeaderPolicy(_ context.Context, p model.LeaderPolicy) error {
	return s.write(func() { s.policy = p })
}

var diskFull = &model.Error{Code: model.CodeDiskFull, Op: "save"}

// stage is a window of the test driver.
type stage struct {
	t    testing.TB
	w    fyne.Window
	d    *desk.Desk
	kept *shelf
}

func newStage(t testing.TB) *stage {
	t.Helper()
	app := test.NewApp()
	app.Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	words.Use(model.Finnish)
	s := &stage{t: t, w: test.NewWindow(nil), kept: newShelf()}
	s.d = &desk.Desk{
		Dialogs: kit.Dialogs{Window: s.w}, Messages: kit.NewMessages(),
		Today: func() model.Date { return model.MustDate("2026-11-22") },
	}
	s.w.Resize(fyne.NewSize(1000, 680))
	t.Cleanup(func() { s.w.Close(); app.Quit(); words.Use(model.Finnish) })
	return s
}

// open shows the settings.
func (s *stage) open(a Appearance) *Screen {
	screen := New(s.d, s.kept, a)
	s.kept.tell = screen.Reload
	s.w.SetContent(screen.Content())
	return screen
}

func (s *stage) press(keys ...fyne.KeyName) {
	s.t.Helper()
	for _, key := range keys {
		focused := s.w.Canvas().Focused()
		if tab, ok := focused.(fyne.Tabbable); key == fyne.KeyTab && (!ok || !tab.AcceptsTab()) {
			s.w.Canvas().FocusNext()
			continue
		}
		if focused == nil {
			s.t.Fatalf("nothing has the focus for %s", key)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (s *stage) typed(text string) {
	for _, r := range text {
		s.w.Canvas().Focused().TypedRune(r)
	}
}

// top is the dialog at the front, else the window.
func (s *stage) top() fyne.CanvasObject {
	if o := s.w.Canvas().Overlays().Top(); o != nil {
		return o
	}
	return s.w.Content()
}

// button presses the button of this name in the window or in the dialog on top of it.
func (s *stage) button(label string) {
	s.t.Helper()
	for _, o := range test.LaidOutObjects(s.top()) {
		if b, ok := o.(*kit.Button); ok && b.Text == label && b.Visible() {
			b.Tapped(nil)
			return
		}
	}
	s.t.Fatalf("there is no button %q", label)
}

// says reports whether a label with this text is seen.
func (s *stage) says(text string) bool {
	for _, o := range test.LaidOutObjects(s.top()) {
		switch l := o.(type) {
		case *widget.Label:
			if l.Visible() && strings.Contains(l.Text, text) {
				return true
			}
		case *widget.RichText: // of a notice
			if l.Visible() && strings.Contains(l.String(), text) {
				return true
			}
		case *kit.Text:
			if l.Visible() && strings.Contains(l.Text, text) {
				return true
			}
		}
	}
	return false
}

// focus names what has the focus, as a screen reader would.
func (s *stage) focus() string {
	if l, ok := s.w.Canvas().Focused().(interface{ AccessibilityLabel() string }); ok {
		return l.AccessibilityLabel()
	}
	return ""
}

func (s *stage) wantFocus(label string) {
	s.t.Helper()
	if got := s.focus(); !strings.HasPrefix(got, label) {
		s.t.Errorf("the focus is on %q, not on %q", got, label)
	}
}

func (s *stage) wantDialog(text string) {
	s.t.Helper()
	if s.w.Canvas().Overlays().Top() == nil || !s.says(text) {
		s.t.Errorf("no dialog says %q", text)
	}
}

// findLogo finds the input of the logo in the window.
func findLogo(t testing.TB, s *stage) *logoInput {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.w.Content()) {
		if i, ok := o.(*logoInput); ok {
			return i
		}
	}
	t.Fatal("there is no input for the logo")
	return nil
}

// tabTo goes on with Tab until something of this name has the focus.
func (s *stage) tabTo(label string) {
	s.t.Helper()
	for range 30 {
		s.press(fyne.KeyTab)
		if strings.HasPrefix(s.focus(), label) {
			return
		}
	}
	s.t.Fatalf("Tab does not lead to %q", label)
}
