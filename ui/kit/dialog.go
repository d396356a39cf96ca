package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// Dialogs asks and tells in dialogs of one window. In each the first field has the keyboard, Enter presses the default
// button, Esc the cancelling one, Tab stays inside, the shortcuts of the window sleep, and the keyboard returns
// afterwards to where it was.
type Dialogs struct{ Window fyne.Window }

// Choice is one button of a dialog. Label is a verb.
type Choice struct {
	Label   string
	Icon    fyne.Resource
	Default bool // pressed by Enter
	Cancel  bool // pressed by Esc
	Danger  bool // takes something away
	// Do runs after the dialog closed; nil only closes.
	Do func()
	// Keep, when set, runs before the dialog closes and keeps it open by returning true.
	Keep func() bool
}

// dialogWidth is the width of a dialog; the height follows what is in it.
const dialogWidth = 500

// Confirm asks whether to do verb. When that takes something away (danger), Enter cancels.
func (d Dialogs) Confirm(title, text, verb string, danger bool, do func()) {
	d.Choose(title, text,
		Choice{Label: words.T("kit.cancel"), Cancel: true, Default: danger},
		Choice{Label: verb, Danger: danger, Default: !danger, Do: do})
}

// Choose asks one question with several answers, shown from left to right.
func (d Dialogs) Choose(title, text string, choices ...Choice) {
	d.Show(title, NewText(text), choices...)
}

// Show opens a dialog around content and returns a func that closes it without pressing a button. Content that is
// higher than the window scrolls.
func (d Dialogs) Show(title string, content fyne.CanvasObject, choices ...Choice) (closeDialog func()) {
	o := &openDialog{canvas: d.Window.Canvas(), choices: choices, content: content, body: container.NewVScroll(content)}
	o.before, o.keys = o.canvas.Focused(), o.canvas.OnTypedKey()
	head := widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName, head.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	buttons := container.NewHBox(layout.NewSpacer())
	for i := range choices {
		b := NewButton(choices[i].Label, choices[i].Icon, func() { o.press(choices[i]) })
		switch {
		case choices[i].Danger:
			b.Importance = widget.DangerImportance
		case choices[i].Default:
			b.Importance = widget.HighImportance
		}
		if choices[i].Default {
			o.button = b
		}
		buttons.Add(b)
	}
	o.box = container.New(layout.NewCustomPaddedLayout(8, 10, 10, 10),
		border(head, container.New(layout.NewCustomPaddedLayout(10, 0, 0, 0), buttons), o.body))
	o.popup = widget.NewModalPopUp(o.box, o.canvas)
	o.canvas.SetOnTypedKey(o.key)
	o.fit()
	o.popup.Show()
	o.focus()
	return o.close
}

// openDialog is a dialog on the screen, and what must be put back when it closes.
type openDialog struct {
	canvas  fyne.Canvas
	popup   *widget.PopUp
	choices []Choice
	content fyne.CanvasObject
	body    *container.Scroll // around content
	box     fyne.CanvasObject // title, body and buttons
	button  *Button
	before  fyne.Focusable
	keys    func(*fyne.KeyEvent)
	closed  bool
}

// fit makes the dialog as high as what is in it. The content is given its width first, because the height of its
// wrapped texts follows from it.
func (o *openDialog) fit() {
	width := min(dialogWidth, o.canvas.Size().Width-40)
	height := resizeToWidth(o.content, width-20)
	o.body.SetMinSize(fyne.NewSize(0, min(height, max(o.canvas.Size().Height-160, 80))))
	o.popup.Resize(fyne.NewSize(width, o.box.MinSize().Height))
	o.popup.Resize(fyne.NewSize(width, o.box.MinSize().Height)) // the title wraps as well
}

// focus gives the keyboard to the first field, or where there is none to the default button.
func (o *openDialog) focus() {
	o.canvas.FocusNext()
	if _, isButton := o.canvas.Focused().(*Button); isButton && o.button != nil {
		o.canvas.Focus(o.button)
	}
}

func (o *openDialog) key(e *fyne.KeyEvent) {
	for _, c := range o.choices {
		enter := e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter
		if c.Default && enter || c.Cancel && e.Name == fyne.KeyEscape {
			o.press(c)
			return
		}
	}
}

func (o *openDialog) press(c Choice) {
	if o.closed {
		return
	}
	if c.Keep != nil && c.Keep() {
		o.fit()
		return
	}
	o.close()
	if c.Do != nil {
		c.Do()
	}
}

func (o *openDialog) close() {
	if o.closed {
		return
	}
	o.closed = true
	o.popup.Hide()
	o.canvas.SetOnTypedKey(o.keys)
	if o.before == nil {
		return
	}
	if before, ok := o.before.(fyne.CanvasObject); ok && OnScreen(before) {
		o.canvas.Focus(o.before)
		return
	}
	// What had the keyboard is gone: what the dialog did made the page anew.
	o.canvas.Unfocus()
	if k := keyboards[o.canvas]; k != nil {
		if p, ok := k.screen().(PageFocuser); ok {
			p.FocusPage()
		}
	}
}
