package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// SectionIndex is a row of the headings of a form. A press of one brings its section to the top and gives the focus to
// its first field.
type SectionIndex struct {
	widget.BaseWidget
	form    *Form
	content *fyne.Container
}

// NewSectionIndex makes the index of the sections that the form has now.
func NewSectionIndex(form *Form) *SectionIndex {
	s := &SectionIndex{form: form, content: container.New(&flowLayout{gap: 2})}
	for i, line := range form.body.lines {
		if line.heading != nil {
			b := NewQuietButton(line.heading.Text, nil, func() { s.show(i) })
			s.content.Add(b)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// Step goes to the first field of the next section (1) or the one before (−1), counted from where the focus is.
func (s *SectionIndex) Step(delta int) {
	at, target := s.current(), -1
	for i, line := range s.form.body.lines {
		if line.heading == nil {
			continue
		}
		if delta > 0 && i > at {
			target = i
			break
		}
		if delta < 0 && i < at {
			target = i
		}
	}
	if target >= 0 {
		s.show(target)
	}
}

// current is the line of the heading above what has the focus.
func (s *SectionIndex) current() int {
	at := 0
	c := canvasOf(s.form)
	if c == nil {
		return at
	}
	focused, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return at
	}
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(focused).Y - driver.AbsolutePositionForObject(s.form.body).Y
	for i, line := range s.form.body.lines {
		if line.heading != nil && line.heading.Position().Y <= y {
			at = i
		}
	}
	return at
}

func (s *SectionIndex) show(line int) {
	heading := s.form.body.lines[line].heading
	for _, next := range s.form.body.lines[line+1:] {
		if next.heading != nil {
			break
		}
		if o := next.focusable(); o != nil {
			Focus(o)
			break
		}
	}
	last := max(0, s.form.body.MinSize().Height-s.form.scroll.Size().Height)
	s.form.scroll.ScrollToOffset(fyne.NewPos(0, min(heading.Position().Y, last)))
}

// focusable returns what in the line can have the focus first, nil for nothing.
func (l formLine) focusable() fyne.Focusable {
	for _, field := range l.fields {
		if o := field.focusable(); o != nil {
			return o
		}
	}
	if whole, ok := l.other.(interface{ Focusable() fyne.Focusable }); ok {
		return whole.Focusable()
	}
	return nil
}

// CreateRenderer is called by Fyne.
func (s *SectionIndex) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.content)
}
