package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Tell shows a window that says why the data file could not be opened, until it is closed, and returns err. Who started
// the program with the mouse has no terminal to read it from. It must be called on the main goroutine, instead of Run.
func Tell(err error, wished ...model.Language) error {
	l := startLanguage(wished...)
	words.Use(l)
	if checkDisplay() != nil {
		return err // the terminal is all there is
	}
	if err := useLanguage(l); err != nil {
		return err
	}
	w := newApp().NewWindow("Kumppani")
	w.SetContent(troublePage(desk.Trouble(err), w.Close))
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) {
		switch k.Name {
		case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape:
			w.Close()
		}
	})
	w.Resize(fyne.NewSize(560, 240))
	w.CenterOnScreen()
	w.ShowAndRun()
	return err
}

func troublePage(t kit.Trouble, closeIt func()) fyne.CanvasObject {
	title := widget.NewLabelWithStyle(t.Title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	icon := widget.NewIcon(theme.WarningIcon())
	head := container.NewBorder(nil, nil, icon, nil, title)
	done := container.NewHBox(layout.NewSpacer(), kit.NewPrimaryButton(words.T("kit.close"), nil, closeIt))
	return container.NewPadded(container.NewBorder(head, done, nil, nil, kit.NewText(t.Text)))
}
