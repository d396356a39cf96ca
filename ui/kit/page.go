package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// Action is something a page or a message offers to do. Label is a verb.
type Action struct {
	Label string
	Icon  fyne.Resource
	Do    func()
}

// NextStep says what to do next with the record, and offers to do it. Verb may be empty.
type NextStep struct {
	Tone Tone
	Text string
	Verb string
	Do   func()
}

// Page describes a record as it is read: who it is and in what state, what to do next, then the facts in sections.
type Page struct {
	Title    string
	Subtitle string
	Chips    []Chip
	Edit     func() // nil: cannot be edited; Ctrl+E does the same
	Print    func() // nil: is not printed; Ctrl+P does the same
	More     []Action
	Next     []NextStep
	Sections []fyne.CanvasObject
}

// View builds the page.
func (p Page) View() *PageView {
	v := &PageView{page: p}
	v.ExtendBaseWidget(v)
	v.build()
	return v
}

// PageView is a page on the screen.
type PageView struct {
	widget.BaseWidget
	page   Page
	first  fyne.Focusable
	scroll *container.Scroll
	head   fyne.CanvasObject

	focused fyne.Focusable // what had the keyboard when the page last looked, on the page or elsewhere
}

// Edit begins to edit the record, where it can be edited.
func (v *PageView) Edit() {
	if v.page.Edit != nil {
		v.page.Edit()
	}
}

// Print prints the record, where it is printed.
func (v *PageView) Print() {
	if v.page.Print != nil {
		v.page.Print()
	}
}

// FocusFirst gives the keyboard to the first thing on the page that can be done.
func (v *PageView) FocusFirst() {
	if c := canvasOf(v); c != nil && v.first != nil {
		c.Focus(v.first)
	}
}

// CreateRenderer is Fyne's.
func (v *PageView) CreateRenderer() fyne.WidgetRenderer {
	l := &pageLayout{head: v.head, scroll: v.scroll, body: v.scroll.Content.(*fyne.Container)}
	if l.body.Objects[0] == v.head { // from a renderer that Fyne has thrown away since
		l.body.Objects = l.body.Objects[1:]
	}
	l.all = container.New(l, v.head, v.scroll)
	pages[v] = struct{}{}
	return pageRenderer{widget.NewSimpleRenderer(l.all), v}
}

func (v *PageView) build() {
	p := v.page
	title := widget.NewLabelWithStyle(p.Title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName, title.Wrapping = theme.SizeNameHeadingText, fyne.TextWrapWord
	head := column(-theme.InnerPadding(), title)
	if p.Subtitle != "" {
		sub := NewText(p.Subtitle)
		sub.Importance = widget.LowImportance
		head.Add(sub)
	}
	rows := column(6, head)
	if len(p.Chips) > 0 {
		chips := container.New(&flowLayout{gap: 6})
		for _, c := range p.Chips {
			chips.Add(NewStateChip(c))
		}
		rows.Add(inset(chips))
	}
	if actions := v.actions(); len(actions.Objects) > 0 {
		rows.Add(inset(actions))
	}
	body := column(10)
	for _, n := range p.Next {
		body.Add(inset(NewBanner(n)))
	}
	body.Objects = append(body.Objects, p.Sections...)
	v.head = container.New(layout.NewCustomPaddedLayout(4, 8, 8, 8), rows)
	v.scroll = container.NewVScroll(column(0, container.New(layout.NewCustomPaddedLayout(0, 16, 8, 14), body)))
}

// inset moves o to where the words of a label beside it begin.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	p := theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(0, 0, p, p), o)
}

func (v *PageView) actions() *fyne.Container {
	row := container.New(&flowLayout{gap: 6})
	add := func(label string, icon fyne.Resource, do func()) {
		b := NewButton(label, icon, do)
		if v.first == nil {
			v.first = b
		}
		row.Add(b)
	}
	if v.page.Edit != nil {
		add(words.T("kit.edit"), theme.DocumentCreateIcon(), v.page.Edit)
	}
	if v.page.Print != nil {
		add(words.T("kit.print"), theme.DocumentPrintIcon(), v.page.Print)
	}
	if len(v.page.More) > 0 {
		var more *Button
		add(words.T("kit.more"), theme.MoreHorizontalIcon(), func() { ShowMenu(more, v.page.More) })
		more = row.Objects[len(row.Objects)-1].(*Button)
	}
	return row
}

// ShowMenu opens a menu of actions under the button that was pressed.
func ShowMenu(under fyne.CanvasObject, actions []Action) {
	menu := fyne.NewMenu("")
	for _, a := range actions {
		item := fyne.NewMenuItem(a.Label, a.Do)
		item.Icon = a.Icon
		menu.Items = append(menu.Items, item)
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(under)
	p := widget.NewPopUpMenu(menu, c)
	p.ShowAtRelativePosition(fyne.NewPos(0, under.Size().Height), under)
	p.ActivateNext()
}
