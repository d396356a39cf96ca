// Package stage is what the tests of the screens have in common: a window of Fyne's test driver with the desk that every
// screen is handed, hands that press and type as a person does, and eyes that find what is shown.
//
// Only tests import it. What does not live here: stores and records of any register, which each package's tests make for
// themselves, and assertions about one screen.
package stage

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Record is what the desk was asked to open.
type Record struct {
	Kind model.Kind
	ID   model.ID
}

// Stage is the window and everything that a test looks at.
type Stage struct {
	T      testing.TB
	Window fyne.Window
	Desk   *desk.Desk
	Opened []Record // what the desk was asked to open
	Viewed []string // names of the documents that were shown
}

// New makes a window of the size of a small laptop's, in a language and on a day. It goes away with the test.
func New(t testing.TB, l model.Language, today model.Date) *Stage {
	t.Helper()
	words.Use(l)
	t.Cleanup(func() { words.Use(model.Finnish) })
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	s := &Stage{T: t, Window: test.NewTempWindow(t, widget.NewLabel(""))}
	s.Window.Resize(fyne.NewSize(1366, 768))
	s.Desk = &desk.Desk{
		Dialogs: kit.Dialogs{Window: s.Window}, Messages: kit.NewMessages(), Today: func() model.Date { return today },
		Open:    func(kind model.Kind, id model.ID) { s.Opened = append(s.Opened, Record{kind, id}) },
		Beside:  func(work func()) { work() },
		Printed: t.TempDir(),
		View: func(path string) error {
			s.Viewed = append(s.Viewed, filepath.Base(path))
			return nil
		},
	}
	return s
}

// Put shows the content, whose keys go to front as in the shell.
func (s *Stage) Put(content fyne.CanvasObject, front func() any) {
	s.Window.SetContent(content)
	kit.NewKeyboard(s.Desk.Dialogs, front)
}

// OpenedIDs are the IDs of what the desk was asked to open.
func (s *Stage) OpenedIDs() []model.ID {
	var out []model.ID
	for _, r := range s.Opened {
		out = append(out, r.ID)
	}
	return out
}
