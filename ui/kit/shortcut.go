package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kumppani/ui/words"
)

// What a screen or a page may be able to do. A shortcut asks the current screen for the capability, so that one
// shortcut serves every screen, and a screen without it is left in peace.
type (
	Finder  interface{ FocusSearch() }   // Ctrl+F
	Newer   interface{ New() }           // Ctrl+N
	Editor  interface{ Edit() }          // Ctrl+E
	Saver   interface{ Save() }          // Ctrl+S
	Printer interface{ Print() }         // Ctrl+P
	Lister  interface{ List() }          // Ctrl+Shift+P: print or save the list that is shown
	Undoer  interface{ Undo() }          // Ctrl+Z outside a text field
	Stepper interface{ Step(delta int) } // Alt+↑ and Alt+↓: −1 the previous record, +1 the next
	Leaver  interface{ Leave() }         // Esc

	KeyTeller   interface{ MoreKeys() [][2]string } // F1: keys of what is shown and what they do
	PageFocuser interface{ FocusPage() }            // after a dialog that made the page anew
)

// Shortcut is one line of the list of shortcuts.
type Shortcut struct {
	Key  fyne.KeyName
	Mod  fyne.KeyModifier // 0 for Esc and the function keys
	Word string           // key of the translation that says what it does
	// Do does it with the current screen and reports whether that screen can; with dry it only reports.
	Do func(screen any, dry bool) bool
	// Awake works while a dialog, a menu or a list of choices is open, too.
	Awake bool
}

// Keys says which keys they are, as written on the keyboard: "Ctrl+F".
func (s Shortcut) Keys() string {
	name := string(s.Key)
	switch s.Key {
	case fyne.KeyUp:
		name = "↑"
	case fyne.KeyDown:
		name = "↓"
	case fyne.KeyEscape:
		name = "Esc"
	}
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierShift, words.T("kit.key.shift")}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierControl, "Ctrl"}} {
		if s.Mod&m.mod != 0 {
			name = m.name + "+" + name
		}
	}
	return name
}

// can makes a shortcut's Do from a capability.
func can[C any](do func(C)) func(any, bool) bool {
	return func(screen any, dry bool) bool {
		c, ok := screen.(C)
		if ok && !dry {
			do(c)
		}
		return ok
	}
}

func standardShortcuts() []Shortcut {
	const ctrl, alt = fyne.KeyModifierControl, fyne.KeyModifierAlt
	return []Shortcut{
		{Key: fyne.KeyF, Mod: ctrl, Word: "kit.shortcut.find", Do: can(Finder.FocusSearch)},
		{Key: fyne.KeyN, Mod: ctrl, Word: "kit.shortcut.new", Do: can(Newer.New)},
		{Key: fyne.KeyE, Mod: ctrl, Word: "kit.shortcut.edit", Do: can(Editor.Edit)},
		{Key: fyne.KeyS, Mod: ctrl, Word: "kit.shortcut.save", Do: can(Saver.Save)},
		{Key: fyne.KeyP, Mod: ctrl, Word: "kit.shortcut.print", Do: can(Printer.Print)},
		{Key: fyne.KeyP, Mod: ctrl | fyne.KeyModifierShift, Word: "kit.shortcut.list", Do: can(Lister.List)},
		{Key: fyne.KeyZ, Mod: ctrl, Word: "kit.shortcut.undo", Do: can(Undoer.Undo)},
		{Key: fyne.KeyUp, Mod: alt, Word: "kit.shortcut.previous", Do: can(func(s Stepper) { s.Step(-1) })},
		{Key: fyne.KeyDown, Mod: alt, Word: "kit.shortcut.next", Do: can(func(s Stepper) { s.Step(1) })},
		{Key: fyne.KeyEscape, Word: "kit.shortcut.leave", Do: can(Leaver.Leave)},
	}
}

// Keyboard gives the shortcuts of one window to its current screen. All but those that are Awake sleep while a
// dialog, a menu or a list of choices is open.
type Keyboard struct {
	canvas    fyne.Canvas
	dialogs   Dialogs
	screen    func() any
	shortcuts []Shortcut
}

// keyboards finds the keyboard of a canvas for PassShortcut. Touched on Fyne's goroutine only.
var keyboards = map[fyne.Canvas]*Keyboard{}

// NewKeyboard installs the standard shortcuts, and F1 for their list, in the window of d. screen returns the screen
// shown now; it may be nil. more are the shortcuts of the window itself, such as Ctrl+1…9.
func NewKeyboard(d Dialogs, screen func() any, more ...Shortcut) *Keyboard {
	k := &Keyboard{canvas: d.Window.Canvas(), dialogs: d, screen: screen}
	k.shortcuts = append(standardShortcuts(), more...)
	k.shortcuts = append(k.shortcuts, Shortcut{Key: fyne.KeyF1, Word: "kit.shortcut.help", Do: func(_ any, dry bool) bool {
		if !dry {
			k.ShowHelp()
		}
		return true
	}})
	for _, s := range k.shortcuts {
		if s.Mod == 0 {
			continue
		}
		k.canvas.AddShortcut(k.fyneShortcut(s), func(fyne.Shortcut) { k.run(s.Key, s.Mod) })
	}
	k.canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { k.run(e.Name, 0) })
	keyboards[k.canvas] = k
	return k
}

// fyneShortcut is the name under which Fyne announces s: it keeps names of its own for Ctrl+Z and a few more.
func (k *Keyboard) fyneShortcut(s Shortcut) fyne.Shortcut {
	if s.Key == fyne.KeyZ && s.Mod == fyne.KeyModifierControl {
		return &fyne.ShortcutUndo{}
	}
	return &desktop.CustomShortcut{KeyName: s.Key, Modifier: s.Mod}
}

func (k *Keyboard) run(key fyne.KeyName, mod fyne.KeyModifier) {
	asleep := k.canvas.Overlays().Top() != nil
	for _, s := range k.shortcuts {
		if s.Key == key && s.Mod == mod && (s.Awake || !asleep) && s.Do(k.screen(), false) {
			return
		}
	}
}

// PassShortcut hands a shortcut that from has no use for to the window. Fyne gives a shortcut to the focused widget
// alone when that widget takes shortcuts at all, as every text field does; so every text field of ours ends its
// TypedShortcut with this call.
func PassShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return
	}
	if k := keyboards[canvasOf(from)]; k != nil {
		k.run(custom.KeyName, custom.Modifier)
	}
}

// PassKey hands a key that from has no use for (Esc, Enter, F1) to the dialog it stands in or to the window, for
// Fyne gives keys to the focused widget alone.
func PassKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	c := canvasOf(from)
	if c == nil {
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(e)
	}
}
