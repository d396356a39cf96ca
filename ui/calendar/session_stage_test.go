package calendar

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/region"
	"kumppani/ui/words"
)

var panelToday = model.MustDate("2026-11-22")

// panelTable is a window with a panel in it and everything that a test looks at.
type panelTable struct {
	*panel
	t      testing.TB
	store  *panelShelf
	window fyne.Window
	opened []string
	closed int
}

func newPanelTable(t testing.TB, store *panelShelf, l model.Language) *panelTable {
	t.Helper()
	words.Use(l)
	t.Cleanup(func() { words.Use(model.Finnish) })
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	x := &panelTable{t: t, store: store, window: test.NewTempWindow(t, widget.NewLabel(""))}
	x.window.Resize(fyne.NewSize(420, 700))
	d := &desk.Desk{
		Dialogs: kit.Dialogs{Window: x.window}, Messages: kit.NewMessages(), Today: func() model.Date { return panelToday },
		Open: func(k model.Kind, id model.ID) { x.opened = append(x.opened, string(k)+" "+string(id)) },
	}
	s := &Screen{desk: d, store: store, records: &records{Records: region.Records{Today: panelToday}}, day: panelToday}
	if _, err := s.read(); err != nil {
		t.Fatal(err)
	}
	x.panel = &panel{s: s}
	kit.NewKeyboard(d.Dialogs, func() any { return x.panel })
	return x
}

// showPanel opens the panel of a kept session.
func showPanel(t testing.TB, store *panelShelf, id model.ID, l model.Language) *panelTable {
	t.Helper()
	x := newPanelTable(t, store, l)
	x.show(x.kept(id))
	return x
}

func (x *panelTable) show(session model.Session) {
	x.panel = newPanel(x.panel.s, session, func() { x.closed++ })
	x.window.SetContent(container.NewStack(x.Content()))
}

func (x *panelTable) kept(id model.ID) model.Session {
	x.t.Helper()
	s, err := x.store.Session(context.Background(), id)
	if err != nil {
		x.t.Fatal(err)
	}
	return s
}

// all lists what is on the window, or in its dialog.
func (x *panelTable) all() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		out = append(out, o)
		var inside []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			inside = o.Objects
		case *widget.Label, *kit.Text, *kit.Link, *kit.Button: // which draw their text by another widget
		case fyne.Widget:
			inside = test.WidgetRenderer(o).Objects()
		}
		for _, c := range inside {
			look(c)
		}
	}
	if top := x.window.Canvas().Overlays().Top(); top != nil {
		look(top)
	} else {
		look(x.window.Content())
	}
	return out
}

func shownText(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widget.Label:
		return o.Text
	case *kit.Text:
		return o.Text
	case *kit.Link:
		return o.Text
	case *kit.Button:
		return o.Text
	case *kit.StateChip:
		return o.Chip().Word
	case *widget.RichText:
		return o.String()
	}
	return ""
}

// shows reports whether something says the text, whole; a problem says it after a word of warning.
func (x *panelTable) shows(text string) bool {
	return slices.ContainsFunc(x.texts(), func(s string) bool {
		return s == text || s == "Korjaa: "+text || s == "Huomaa: "+text
	})
}

func (x *panelTable) sees(texts ...string) {
	x.t.Helper()
	for _, text := range texts {
		if !x.shows(text) {
			x.t.Errorf("nothing shows %q; shown: %q", text, x.texts())
		}
	}
}

func (x *panelTable) seesNot(texts ...string) {
	x.t.Helper()
	for _, text := range texts {
		if x.shows(text) {
			x.t.Errorf("something shows %q", text)
		}
	}
}

func (x *panelTable) texts() []string {
	var out []string
	for _, o := range x.all() {
		if s := shownText(o); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// tap presses the first button or link with these words, or this name for a screen reader.
func (x *panelTable) tap(label string) {
	x.t.Helper()
	for _, o := range x.all() {
		switch o := o.(type) {
		case *kit.Button:
			if o.Text == label || o.AccessibilityLabel() == label {
				test.Tap(o)
				return
			}
		case *kit.Link:
			if o.Text == label {
				o.OnTapped()
				return
			}
		}
	}
	x.t.Fatalf("nothing to press says %q; shown: %q", label, x.texts())
}

// do chooses an action of the menu.
func (x *panelTable) do(label string) {
	x.t.Helper()
	for _, a := range x.actions() {
		if a.Label == label {
			a.Do()
			return
		}
	}
	x.t.Fatalf("the menu has no %q", label)
}

func (x *panelTable) offers(label string) bool {
	return slices.ContainsFunc(x.actions(), func(a kit.Action) bool { return a.Label == label })
}

// undo presses the button of the message.
func (x *panelTable) undo() {
	x.t.Helper()
	for _, o := range test.WidgetRenderer(x.s.desk.Messages).Objects() {
		var look func(fyne.CanvasObject) bool
		look = func(o fyne.CanvasObject) bool {
			if b, ok := o.(*kit.Button); ok && b.Text == words.T("calendar.session.undo") {
				test.Tap(b)
				return true
			}
			if c, ok := o.(*fyne.Container); ok {
				return slices.ContainsFunc(c.Objects, look)
			}
			return false
		}
		if look(o) {
			return
		}
	}
	x.t.Fatalf("the message %q has no button to undo", x.s.desk.Messages.Text())
}

// into types a text into a field of the open form in the place of what was there.
func (x *panelTable) into(field, text string) {
	x.t.Helper()
	if !x.part.(interface{ Focus(string) bool }).Focus(field) {
		x.t.Fatalf("there is no field %q", field)
	}
	x.retype(text)
}

// retype types over what is in the field with the focus.
func (x *panelTable) retype(text string) {
	x.t.Helper()
	c := x.window.Canvas()
	focused := c.Focused()
	if focused == nil {
		x.t.Fatal("nothing has the focus")
	}
	if s, ok := focused.(fyne.Shortcutable); ok {
		s.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	for _, r := range text {
		c.Focused().TypedRune(r)
	}
}

func (x *panelTable) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		c := x.window.Canvas()
		if focused := c.Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

func (x *panelTable) said() string { return x.s.desk.Messages.Text() }

// has reports whether anything shown contains the text.
func (x *panelTable) has(text string) bool {
	return strings.Contains(strings.Join(x.texts(), "\n"), text)
}
