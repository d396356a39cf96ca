package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// MultiSelect lets several options be chosen. Each is a chip that Enter, Delete or a click takes away; the select under
// the chips offers the rest.
type MultiSelect[T comparable] struct {
	widget.DisableableWidget
	input
	OnChanged func() // a person added or took away something

	options []Option[T]
	chosen  []T // in the order in which they were chosen
	chips   *fyne.Container
	adder   *Select[T]
	flow    flowLayout
}

// NewMultiSelect makes one in which nothing is chosen yet.
func NewMultiSelect[T comparable](options []Option[T]) *MultiSelect[T] {
	m := &MultiSelect[T]{flow: flowLayout{gap: theme.Padding()}, adder: NewSelect[T](nil)}
	m.chips = container.New(&m.flow)
	m.adder.SetHint(words.T("kit.multi.add"))
	m.adder.OnChanged = m.added
	m.adder.SetOnFocus(func() { m.focusGained() })
	m.SetOptions(options)
	m.ExtendBaseWidget(m)
	return m
}

// SetOptions replaces what can be chosen. What is chosen stays chosen.
func (m *MultiSelect[T]) SetOptions(options []Option[T]) {
	m.options = options
	m.rebuild()
}

// SetAddNew puts a row "Add new …" into the list; see Select.AddNew.
func (m *MultiSelect[T]) SetAddNew(add func(typed string)) { m.adder.AddNew = add }

// Values returns what is chosen, in the order in which it was chosen.
func (m *MultiSelect[T]) Values() []T { return append([]T(nil), m.chosen...) }

// SetValues chooses exactly these without calling OnChanged.
func (m *MultiSelect[T]) SetValues(values []T) {
	m.chosen = append([]T(nil), values...)
	m.rebuild()
}

// SetLabel names the input for a screen reader.
func (m *MultiSelect[T]) SetLabel(label string) {
	m.input.SetLabel(label)
	m.adder.SetLabel(label)
}

// Focusable returns the part that takes the focus when the field is to have it.
func (m *MultiSelect[T]) Focusable() fyne.Focusable { return m.adder }

func (m *MultiSelect[T]) added() {
	v, ok := m.adder.Value()
	if !ok {
		return
	}
	m.adder.Clear()
	m.chosen = append(m.chosen, v)
	m.rebuild()
	m.tell()
}

func (m *MultiSelect[T]) remove(v T) {
	var left []T
	for _, have := range m.chosen {
		if have != v {
			left = append(left, have)
		}
	}
	m.chosen = left
	Focus(m.adder) // the chip with the focus goes away
	m.rebuild()
	m.tell()
}

func (m *MultiSelect[T]) tell() {
	if m.OnChanged != nil {
		m.OnChanged()
	}
}

// rebuild makes the chips anew and offers the rest.
func (m *MultiSelect[T]) rebuild() {
	labels, taken := map[T]string{}, map[T]bool{}
	for _, o := range m.options {
		labels[o.Value] = o.Label
	}
	m.chips.Objects = nil
	for _, v := range m.chosen {
		taken[v] = true
		label, listed := labels[v]
		if !listed {
			label = words.T("kit.select.unlisted")
		}
		m.chips.Add(m.chip(v, label))
	}
	var rest []Option[T]
	for _, o := range m.options {
		if !taken[o.Value] {
			rest = append(rest, o)
		}
	}
	m.adder.SetOptions(rest)
	m.chips.Hidden = len(m.chosen) == 0
	m.chips.Refresh()
	m.Refresh()
}

func (m *MultiSelect[T]) chip(v T, label string) *choiceChip {
	c := &choiceChip{}
	c.Text, c.Icon, c.IconPlacement = label, theme.CancelIcon(), widget.ButtonIconTrailingText
	c.OnTapped = func() { m.remove(v) }
	c.ExtendBaseWidget(c)
	c.SetLabel(words.T("kit.multi.remove", "text", label))
	c.SetOnFocus(func() { m.focusGained() })
	if m.Disabled() {
		c.Disable()
	}
	return c
}

// Disable is called by screens whose record cannot be changed.
func (m *MultiSelect[T]) Disable() {
	m.DisableableWidget.Disable()
	m.adder.Disable()
	m.rebuild()
}

// Enable undoes Disable.
func (m *MultiSelect[T]) Enable() {
	m.DisableableWidget.Enable()
	m.adder.Enable()
	m.rebuild()
}

// CreateRenderer is called by Fyne.
func (m *MultiSelect[T]) CreateRenderer() fyne.WidgetRenderer {
	return &multiRenderer{m: m, chips: m.chips, adder: m.adder, flow: &m.flow}
}

// choiceChip is a chosen option; Delete and Backspace take it away as Enter and Space do.
type choiceChip struct{ Button }

// TypedKey is called by Fyne.
func (c *choiceChip) TypedKey(key *fyne.KeyEvent) {
	if (key.Name == fyne.KeyDelete || key.Name == fyne.KeyBackspace) && !c.Disabled() {
		c.OnTapped()
		return
	}
	c.Button.TypedKey(key)
}

type multiRenderer struct {
	m            fyne.Widget
	chips, adder fyne.CanvasObject
	flow         *flowLayout
}

func (r *multiRenderer) Layout(size fyne.Size) {
	r.flow.width = size.Width // known before the height is asked
	y := float32(0)
	if r.chips.Visible() {
		h := r.chips.MinSize().Height
		place(r.chips, 0, 0, size.Width, h)
		y = h + theme.Padding()
	}
	place(r.adder, 0, y, size.Width, r.adder.MinSize().Height)
}

func (r *multiRenderer) MinSize() fyne.Size {
	size := r.adder.MinSize()
	if r.chips.Visible() {
		size.Height += r.chips.MinSize().Height + theme.Padding()
	}
	return size
}

func (r *multiRenderer) Refresh() {
	r.Layout(r.m.Size())
	canvas.Refresh(r.m)
}

func (r *multiRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.chips, r.adder} }
func (r *multiRenderer) Destroy()                     {}
