package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Fields are rows of fields without a scroll of their own: the inside of an item of Items, or of a dialog. Like a Form
// they set labels at the left where there is room, and Tab goes through them as they are read.
type Fields struct {
	widget.BaseWidget
	body *formBody
	host *Form // scrolls to the field with the focus; nil in a dialog
}

// NewFields makes an empty group of fields.
func NewFields() *Fields {
	f := &Fields{body: newFormBody()}
	f.ExtendBaseWidget(f)
	return f
}

// Row adds fields, side by side where there is room.
func (f *Fields) Row(fields ...*Field) {
	line := formLine{}
	for _, field := range fields {
		field.build(func() { f.reveal(field) }, f.relayout)
		line.fields = append(line.fields, field)
	}
	f.body.add(line)
}

// Add adds anything that is no field over the whole width.
func (f *Fields) Add(o fyne.CanvasObject) { f.body.add(formLine{other: o}) }

// SetProblems shows these problems beside their fields and takes away those shown by the last call. It returns the
// problems for which there is no field.
func (f *Fields) SetProblems(problems []Problem) (unplaced []Problem) {
	unplaced = f.show(problems)
	f.relayout()
	return unplaced
}

// show is SetProblems for one who gives the fields their places afterwards.
func (f *Fields) show(problems []Problem) (unplaced []Problem) {
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
	return unplaced
}

// Refused reports whether a field shows something that must be put right first.
func (f *Fields) Refused() bool {
	for field := range f.body.fields {
		if field.refused() {
			return true
		}
	}
	return false
}

// FocusMisread gives the focus to the first field whose text its input does not understand, such as a date or a number,
// and reports whether there is one.
func (f *Fields) FocusMisread() bool { return f.body.focusMisread() }

// FocusMisread does as Fields.FocusMisread does.
func (f *Form) FocusMisread() bool { return f.body.focusMisread() }

func (b *formBody) focusMisread() bool {
	for field := range b.fields {
		if field.own != "" && field.focusable() != nil {
			Focus(field.focusable())
			return true
		}
	}
	return false
}

// FocusFirst gives the focus to the first field that can have it, and reports whether there is one.
func (f *Fields) FocusFirst() bool {
	for field := range f.body.fields {
		if o := field.focusable(); o != nil {
			Focus(o)
			return true
		}
	}
	return false
}

// FocusField gives the focus to the field of this name and reports whether there is one.
func (f *Fields) FocusField(name string) bool {
	for field := range f.body.fields {
		if o := field.focusable(); field.Name == name && o != nil {
			Focus(o)
			return true
		}
	}
	return false
}

// FocusFirstProblem gives the focus to the first field that must be put right, or else the first with a warning, and
// reports whether there was one.
func (f *Fields) FocusFirstProblem() bool {
	var first fyne.Focusable
	for field := range f.body.fields {
		o := field.focusable()
		switch {
		case o == nil:
		case field.refused():
			Focus(o)
			return true
		case first == nil && len(field.given) > 0:
			first = o
		}
	}
	if first != nil {
		Focus(first)
	}
	return first != nil
}

func (f *Fields) reveal(field *Field) {
	if f.host != nil {
		f.host.revealPart(f.body, field.top, field.bottom)
	}
}

func (f *Fields) relayout() {
	f.body.Refresh()
	if f.host != nil {
		f.host.relayout()
	}
}

// Resize is called by Fyne. The body is told its width first, because its height depends on it.
func (f *Fields) Resize(size fyne.Size) {
	f.body.width = size.Width
	f.BaseWidget.Resize(size)
}

// CreateRenderer is called by Fyne.
func (f *Fields) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.body) }

// revealPart scrolls so that the part of o between top and bottom is seen; o lies somewhere in the form.
func (f *Form) revealPart(o fyne.CanvasObject, top, bottom float32) {
	if at, ok := topWithin(f.body, o); ok {
		f.reveal(&Field{top: at + top, bottom: at + bottom})
	}
}

// topWithin is how far o lies under the upper edge of whole. It is looked up in our own parts, because the driver knows
// the place of an object only when it has drawn it, and a field just added has the focus before that.
func topWithin(whole, o fyne.CanvasObject) (y float32, ok bool) {
	if whole == o {
		return 0, true
	}
	var parts []fyne.CanvasObject
	switch x := whole.(type) {
	case *fyne.Container:
		parts = x.Objects
	case interface{ parts() []fyne.CanvasObject }:
		parts = x.parts()
	}
	for _, part := range parts {
		if y, ok = topWithin(part, o); ok {
			return part.Position().Y + y, true
		}
	}
	return 0, false
}

func (f *Fields) parts() []fyne.CanvasObject { return []fyne.CanvasObject{f.body} }

// Insert puts text where the cursor stands, in place of what is selected, as if a person had pasted it.
func (e *Entry) Insert(text string) { e.paste(&fyne.ShortcutPaste{Clipboard: pasted(text)}) }

// Notice is a sentence that stands out in a form, as the next steps do on a page.
func Notice(tone Tone, text string) fyne.CanvasObject {
	return NewBanner(NextStep{Tone: tone, Text: text})
}
