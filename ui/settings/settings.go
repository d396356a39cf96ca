// Package settings is the screen of what belongs to the coordinator's own centre and window: the centre, language and
// appearance, the template of agreements, what is asked of leaders, how long their data is kept, how
// sessions are planned and counted, and what the program is made of. It also has the first start, which asks for as much of
// this as the program needs to be of use.
//
// What does not live here: the rules of the centre (model.Centre.Check) and of readiness (model.Leader.ReadinessOn), the
// built-in texts (assets), and where the appearance is remembered (the shell).
package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Store is what the settings keep.
type Store interface {
	model.Centres
	model.Templates
	model.Requirements
	model.MeetingPolicies
	Leaders(ctx context.Context) ([]model.Leader, error)
	LeaderPolicy(ctx context.Context) (model.LeaderPolicy, error)
	SaveLeaderPolicy(ctx context.Context, p model.LeaderPolicy) error
}

// Appearance is how the window looks, and the way to change it. It belongs to the computer, not to the data file.
type Appearance struct {
	Now     kit.Appearance
	Set     func(kit.Appearance)
	Version string // of the program; empty leaves it out
}

// part is one of the parts of the screen.
type part interface {
	Content() fyne.CanvasObject
	Reload()
}

// editor is a part with something to save.
type editor interface {
	Changed() bool
	// Save reports whether everything is saved; if not, it has said why and what was typed is still there.
	Save() bool
	// Discard goes back to what is saved.
	Discard()
	FocusFirst()
}

// tab is a part with its button; the part is made when it is first shown.
type tab struct {
	button *kit.Button
	make   func() part
	part   part
}

// Screen is the settings.
type Screen struct {
	desk    *desk.Desk
	tabs    []*tab
	current int
	room    *fyne.Container // where the current part stands
	content fyne.CanvasObject
}

// New makes the screen and shows its first part, the own centre.
func New(d *desk.Desk, store Store, a Appearance) *Screen {
	s := &Screen{desk: d, room: container.NewStack()}
	bar := kit.Flow()
	for i, t := range []struct {
		word string
		make func() part
	}{
		{"settings.part.centre", func() part { return newCentrePart(d, store) }},
		{"settings.part.window", func() part { return newWindowPart(d, store, a) }},
		{"settings.part.template", func() part { return newTemplatePart(d, store) }},
		{"settings.part.requirements", func() part { return newRequirementsPart(d, store) }},
		{"settings.part.privacy", func() part { return newPolicyPart(d, store) }},
		{"settings.part.meetings", func() part { return newMeetingsPart(d, store) }},
		{"settings.part.about", func() part { return newAboutPart(a.Version) }},
	} {
		b := kit.NewQuietButton(words.T(t.word), nil, func() { s.pick(i) })
		bar.Add(b)
		s.tabs = append(s.tabs, &tab{button: b, make: t.make})
	}
	s.content = kit.Headed(kit.Column(container.NewPadded(bar), widget.NewSeparator()), s.room)
	s.show(0)
	return s
}

// Content is the screen on the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Reload reads again what the current part shows; others are made anew when they come to the front.
func (s *Screen) Reload() {
	for i, t := range s.tabs {
		if i != s.current {
			t.part = nil
		}
	}
	s.tabs[s.current].part.Reload()
}

// pick brings a part to the front, after the current one let go.
func (s *Screen) pick(i int) {
	if i == s.current {
		return
	}
	s.MayLeave(func() {
		s.show(i)
		if e := s.editor(); e != nil {
			e.FocusFirst()
		}
	})
}

func (s *Screen) show(i int) {
	s.current = i
	t := s.tabs[i]
	if t.part == nil {
		t.part = t.make()
	}
	for j, other := range s.tabs {
		other.button.Importance = widget.LowImportance
		if j == i {
			other.button.Importance = widget.HighImportance
		}
		other.button.Refresh()
	}
	s.room.Objects = []fyne.CanvasObject{t.part.Content()}
	s.room.Refresh()
}

// editor is the current part where it has something to save, nil for the others.
func (s *Screen) editor() editor {
	e, _ := s.tabs[s.current].part.(editor)
	return e
}

// MayLeave does then; unsaved changes ask first whether to save them, to discard them, or to stay.
func (s *Screen) MayLeave(then func()) {
	e := s.editor()
	if e == nil || !e.Changed() {
		then()
		return
	}
	s.desk.Dialogs.Choose(words.T("kit.unsaved.title"), words.T("kit.unsaved.text"),
		kit.Choice{Label: words.T("kit.unsaved.stay"), Cancel: true},
		kit.Choice{Label: words.T("kit.unsaved.discard"), Do: func() {
			e.Discard()
			then()
		}},
		kit.Choice{Label: words.T("kit.unsaved.save"), Default: true, Do: func() {
			if e.Save() {
				then()
			}
		}})
}

// Save saves the current part.
func (s *Screen) Save() {
	if e := s.editor(); e != nil {
		e.Save()
	}
}

// Leave puts unsaved changes of the current part away, after asking.
func (s *Screen) Leave() { s.MayLeave(func() {}) }
