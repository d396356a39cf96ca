package kit

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// pickList is an open filter: arrow keys move, Enter chooses, Esc closes, and letters narrow it, so that it serves
// three states as well as ten thousand partners.
type pickList struct {
	widget.List
	all, shown []option
	chosen     string
	typed      string
	head       *widget.Label
	at         int
	fold       func(string) string
	done       func(code string, ok bool)
}

// openPickList opens options under a button; done is called once, ok false when a person chose nothing.
func openPickList(under fyne.CanvasObject, options []option, chosen string, fold func(string) string, done func(code string, ok bool)) {
	c := canvasOf(under)
	p := &pickList{all: options, shown: options, chosen: chosen, fold: fold, head: widget.NewLabel(words.T("kit.filter.type"))}
	p.head.Importance = widget.LowImportance
	p.Length = func() int { return len(p.shown) }
	p.CreateItem = func() fyne.CanvasObject { return newPickItem() }
	p.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*pickItem).set(p.shown[i], p.shown[i].code == p.chosen, i == p.at)
	}
	p.ExtendBaseWidget(p)
	var content fyne.CanvasObject = p
	if p.long() {
		content = border(p.head, nil, p)
	}
	popup := widget.NewPopUp(content, c)
	p.done = func(code string, ok bool) {
		popup.Hide()
		if f, can := under.(fyne.Focusable); can {
			c.Focus(f)
		}
		done(code, ok)
	}
	p.OnSelected = func(i widget.ListItemID) { p.done(p.shown[i].code, true) }
	rowHeight := newPickItem().MinSize().Height + theme.Padding()
	height := min(float32(len(options))*rowHeight+2*theme.InnerPadding(), 340)
	if p.long() {
		height += p.head.MinSize().Height
	}
	popup.ShowAtRelativePosition(fyne.NewPos(0, under.Size().Height+2), under)
	popup.Resize(fyne.NewSize(300, height))
	c.Focus(p)
	for i, o := range options {
		if o.code == chosen {
			p.move(i)
		}
	}
}

func (p *pickList) move(i int) {
	if len(p.shown) == 0 {
		return
	}
	p.at = max(0, min(i, len(p.shown)-1))
	p.Highlight(p.at)
}

// AccessibilityLabel is the choice that Enter would make.
func (p *pickList) AccessibilityLabel() string {
	if p.at < len(p.shown) {
		return p.shown[p.at].word
	}
	return ""
}

// AccessibilityRole is that of a container.
func (p *pickList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// TypedKey is called by Fyne.
func (p *pickList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		p.move(p.at + 1)
	case fyne.KeyUp:
		p.move(p.at - 1)
	case fyne.KeyPageDown:
		p.move(p.at + 8)
	case fyne.KeyPageUp:
		p.move(p.at - 8)
	case fyne.KeyHome:
		p.move(0)
	case fyne.KeyEnd:
		p.move(len(p.shown) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.at < len(p.shown) {
			p.done(p.shown[p.at].code, true)
		}
	case fyne.KeyEscape:
		p.done("", false)
	case fyne.KeyBackspace:
		if r := []rune(p.typed); len(r) > 0 {
			p.narrow(string(r[:len(r)-1]))
		}
	}
}

// long reports whether there are more options than fit without scrolling; only then letters narrow the list.
func (p *pickList) long() bool { return len(p.all) > 10 }

// TypedRune is called by Fyne: letters narrow a long list.
func (p *pickList) TypedRune(r rune) {
	if p.long() {
		p.narrow(p.typed + string(r))
	}
}

func (p *pickList) narrow(typed string) {
	p.typed, p.at = typed, 0
	p.shown = nil
	for _, o := range p.all {
		if strings.Contains(p.fold(o.word), p.fold(typed)) {
			p.shown = append(p.shown, o)
		}
	}
	p.head.SetText(words.T("kit.filter.typed", "text", typed))
	if typed == "" {
		p.head.SetText(words.T("kit.filter.type"))
	}
	p.Refresh()
	p.move(0)
}

// pickItem is one line of a pick list: a mark when it is the choice in force, the word, and the count at the right.
type pickItem struct {
	widget.BaseWidget
	option option
	mark   *canvas.Image
	word   *canvas.Text
	count  *canvas.Text
	ring   *canvas.Rectangle
}

func newPickItem() *pickItem {
	i := &pickItem{mark: canvas.NewImageFromResource(theme.ConfirmIcon()), word: canvas.NewText("", nil), count: canvas.NewText("", nil), ring: canvas.NewRectangle(nil)}
	i.ExtendBaseWidget(i)
	return i
}

func (i *pickItem) set(o option, chosen, current bool) {
	i.option, i.mark.Hidden, i.ring.Hidden = o, !chosen, !current
	i.Refresh()
}

func (i *pickItem) AccessibilityLabel() string {
	return i.option.word + " " + strconv.Itoa(i.option.count)
}
func (i *pickItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
func (i *pickItem) CreateRenderer() fyne.WidgetRenderer {
	return &pickRenderer{i, container.NewWithoutLayout(i.mark, i.word, i.count, i.ring)}
}

type pickRenderer struct {
	item *pickItem
	all  *fyne.Container
}

func (r *pickRenderer) Refresh() {
	th, v := r.item.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	ink := theme.ColorNameForeground
	if r.item.option.count == 0 {
		ink = theme.ColorNamePlaceHolder
	}
	r.item.word.Color, r.item.word.TextSize = th.Color(ink, v), th.Size(theme.SizeNameText)
	r.item.count.Text = words.In(words.Current()).Number(int64(r.item.option.count) * 100)
	r.item.count.Color, r.item.count.TextSize = th.Color(theme.ColorNamePlaceHolder, v), th.Size(theme.SizeNameText)
	r.item.ring.StrokeColor, r.item.ring.StrokeWidth, r.item.ring.CornerRadius = th.Color(theme.ColorNamePrimary, v), 2, 4
	r.Layout(r.item.Size())
	canvas.Refresh(r.item)
}

func (r *pickRenderer) Layout(size fyne.Size) {
	count := r.item.count.MinSize()
	y := (size.Height - count.Height) / 2
	r.item.mark.Resize(fyne.NewSquareSize(16))
	r.item.mark.Move(fyne.NewPos(8, (size.Height-16)/2))
	r.item.word.Text = ellipsis(r.item.option.word, size.Width-30-count.Width-24, r.item.word)
	r.item.word.Move(fyne.NewPos(30, y))
	r.item.count.Move(fyne.NewPos(size.Width-count.Width-14, y))
	r.item.ring.Resize(size)
}

func (r *pickRenderer) MinSize() fyne.Size {
	return fyne.NewSize(180, fyne.MeasureText("Å", theme.TextSize(), fyne.TextStyle{}).Height+8)
}
func (r *pickRenderer) Objects() []fyne.CanvasObject { return r.all.Objects }
func (r *pickRenderer) Destroy()                     {}
