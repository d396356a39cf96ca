package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Problem is a sentence to show beside a field of a form.
type Problem struct {
	Field    string // path of the field, e.g. "valid_until" or "parties.2.signed_on"
	Warning  bool   // it can be saved all the same; otherwise it must be put right first
	Sentence string

	whole string // Field as SetProblems was told it, where that is the path of an item's field in the form
}

// Form shows sections of fields and scrolls so that the field with the focus is always seen. Labels stand at the left
// where there is room and above the inputs where there is not. Tab goes through the fields as they are read.
type Form struct {
	widget.BaseWidget
	body   *formBody
	scroll *container.Scroll
}

// NewForm makes an empty form.
func NewForm() *Form {
	f := &Form{body: newFormBody()}
	f.scroll = container.NewVScroll(f.body)
	f.ExtendBaseWidget(f)
	return f
}

// Section begins a section with a heading.
func (f *Form) Section(heading string) {
	f.body.add(formLine{heading: newHeading(heading)})
}

// Row adds fields, side by side where the form is wide enough. Two is a good number, three the most.
func (f *Form) Row(fields ...*Field) {
	line := formLine{}
	for _, field := range fields {
		field.build(func() { f.reveal(field) }, f.relayout)
		line.fields = append(line.fields, field)
	}
	f.body.add(line)
}

// Add adds anything that is no field, such as a list with buttons of its own, over the whole width.
func (f *Form) Add(o fyne.CanvasObject) { f.body.add(formLine{other: o}) }

// SetProblems shows these problems beside their fields and takes away those shown by the last call. A problem of a part
// of a field (name.fi) is shown beside the field (name). It returns the problems for which there is no field.
func (f *Form) SetProblems(problems []Problem) (unplaced []Problem) {
	fields := map[string]*Field{}
	for field := range f.body.fields {
		field.given = nil
		fields[field.Name] = field
	}
	for _, p := range problems {
		if field := nearest(fields, p.Field); field != nil {
			field.given = append(field.given, p)
		} else {
			unplaced = append(unplaced, p)
		}
	}
	for field := range f.body.fields {
		field.showProblems()
	}
	f.relayout()
	return unplaced
}

// nearest finds the field named path, or else the field of which path is a part.
func nearest(fields map[string]*Field, path string) *Field {
	for {
		if field := fields[path]; field != nil && path != "" {
			return field
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return nil
		}
		path = path[:i]
	}
}

// Refused reports whether a field shows something that must be put right before saving, be it said by SetProblems or
// by the input itself, such as a text that is not a date.
func (f *Form) Refused() bool {
	for field := range f.body.fields {
		if field.refused() {
			return true
		}
	}
	return false
}

// FocusFirstProblem gives the focus to the first field that must be put right, or else the first with a warning, and
// reports whether there was one.
func (f *Form) FocusFirstProblem() bool {
	var first *Field
	for field := range f.body.fields {
		if field.refused() {
			first = field
			break
		}
		if first == nil && len(field.problems()) > 0 {
			first = field
		}
	}
	return first != nil && f.focus(first)
}

// FocusFirst gives the focus to the first field.
func (f *Form) FocusFirst() {
	for field := range f.body.fields {
		if f.focus(field) {
			return
		}
	}
}

// FocusField gives the focus to the field of this name and reports whether there is one.
func (f *Form) FocusField(name string) bool {
	for field := range f.body.fields {
		if field.Name == name {
			return f.focus(field)
		}
	}
	return false
}

// FieldY is how far below the upper edge of what is seen a field begins, in Fyne's units; 0 for one that is not there.
func (f *Form) FieldY(name string) float32 {
	for field := range f.body.fields {
		if field.Name == name {
			return field.top - f.scroll.Offset.Y
		}
	}
	return 0
}

// FocusFieldAt is FocusField for a field of a form that was made anew while it is shown: it begins y below the upper edge,
// or higher, so that no more than a third of what is seen lies above it.
func (f *Form) FocusFieldAt(name string, y float32) bool {
	if !f.FocusField(name) {
		return false
	}
	y = min(max(y, formMargin), f.scroll.Size().Height/3)
	f.scroll.ScrollToOffset(fyne.NewPos(0, max(0, f.FieldY(name)+f.scroll.Offset.Y-y)))
	return true
}

func (f *Form) focus(field *Field) bool {
	o := field.focusable()
	if o == nil {
		return false
	}
	Focus(o)
	return true
}

// reveal scrolls so that the whole field is seen, with its label and its problems.
func (f *Form) reveal(field *Field) {
	const margin = 12
	top, bottom := field.top-margin, field.bottom+margin
	offset, height := f.scroll.Offset.Y, f.scroll.Size().Height
	switch {
	case top < offset:
		offset = top
	case bottom > offset+height:
		offset = min(top, bottom-height)
	default:
		return
	}
	f.scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
}

// relayout gives the fields new places after something in one of them grew or went away.
func (f *Form) relayout() {
	f.body.Refresh()
	f.scroll.Refresh()
}

// Resize is called by Fyne. The body is told its width first, because its height depends on it.
func (f *Form) Resize(size fyne.Size) {
	f.body.width = size.Width
	f.BaseWidget.Resize(size)
}

// CreateRenderer is called by Fyne.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.scroll) }
