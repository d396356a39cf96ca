package settings

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/stage"
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

// table is a window with the settings, and their store.
type table struct {
	*stage.Stage
	kept *shelf
}

func newStage(t testing.TB) *table {
	t.Helper()
	s := &table{Stage: stage.New(t, model.Finnish, model.MustDate("2026-11-22")), kept: newShelf()}
	s.Window.Resize(fyne.NewSize(1000, 680))
	return s
}

// open shows the settings.
func (s *table) open(a Appearance) *Screen {
	screen := New(s.Desk, s.kept, a)
	s.kept.tell = screen.Reload
	s.Window.SetContent(screen.Content())
	return screen
}

func (s *table) wantDialog(text string) {
	s.T.Helper()
	if s.Window.Canvas().Overlays().Top() == nil || !s.Mentions(text) {
		s.T.Errorf("no dialog says %q", text)
	}
}

// findLogo finds the input of the logo in the window.
func findLogo(t testing.TB, s *table) *logoInput {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.Window.Content()) {
		if i, ok := o.(*logoInput); ok {
			return i
		}
	}
	t.Fatal("there is no input for the logo")
	return nil
}
