package kit

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// Fact is one labelled value of a page.
type Fact struct {
	Label string
	Value fyne.CanvasObject // nil leaves the fact out
}

// TextFact is a fact in words. An empty text is left out: what nobody has said takes no room.
func TextFact(label, text string) Fact {
	if text == "" {
		return Fact{}
	}
	return Fact{label, NewText(text)}
}

// DashFact is a fact whose absence matters: an empty text is shown as "–".
func DashFact(label, text string) Fact {
	if text == "" {
		text = "–"
	}
	return Fact{label, NewText(text)}
}

// ChipFact is a fact that is a state.
func ChipFact(label string, c Chip) Fact {
	p := theme.InnerPadding()
	return Fact{label, container.New(layout.NewCustomPaddedLayout(p-2, p-2, p, p), container.NewHBox(NewStateChip(c)))}
}

// Facts lays facts out as rows, the label left of the value or, where it is narrow, above it.
func Facts(facts ...Fact) fyne.CanvasObject {
	c := container.New(&factsLayout{})
	for _, f := range facts {
		if f.Value == nil {
			continue
		}
		label := widget.NewLabel(f.Label)
		label.Wrapping, label.Importance = fyne.TextWrapWord, widget.LowImportance
		c.Add(label)
		c.Add(f.Value)
	}
	return c
}

const (
	factLabelWidth = 176
	factsNarrow    = 420 // below this width labels stand above their values
)

// factsLayout lays out label, value, label, value … The height of a wrapped text is known only once it has its width,
// so heights are asked after the width was given.
type factsLayout struct{ width float32 }

func (l *factsLayout) narrow() bool { return l.width > 0 && l.width < factsNarrow }

func (l *factsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		label, value := objects[i], objects[i+1]
		lw, vx := size.Width, float32(0)
		if !l.narrow() {
			lw, vx = factLabelWidth, factLabelWidth
		}
		labelHeight := resizeToWidth(label, lw)
		label.Move(fyne.NewPos(0, y))
		if l.narrow() {
			y += labelHeight - theme.InnerPadding()
		}
		vw := max(size.Width-vx, 0)
		h := resizeToWidth(value, vw)
		value.Move(fyne.NewPos(vx, y))
		if !l.narrow() {
			h = max(h, labelHeight)
		}
		y += h - factsOverlap
	}
}

// factsOverlap draws rows together: every label of Fyne brings its own padding above and below.
const factsOverlap = 7

func (l *factsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		label, value := objects[i].MinSize().Height, objects[i+1].MinSize().Height
		if l.narrow() {
			h += label - theme.InnerPadding() + value - factsOverlap
		} else {
			h += max(label, value) - factsOverlap
		}
	}
	return fyne.NewSize(factLabelWidth, h+factsOverlap)
}

// Text is a wrapped text that can be copied with the right mouse button.
type Text struct{ widget.Label }

// NewText returns text, wrapped between words and inside a word too long for the line.
func NewText(text string) *Text {
	t := &Text{}
	t.Text, t.Wrapping = text, fyne.TextWrapWord
	t.ExtendBaseWidget(t)
	return t
}

// TappedSecondary offers to copy the text.
func (t *Text) TappedSecondary(e *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(t)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", fyne.NewMenuItem(words.T("kit.copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(t.Text)
	})), c, e.AbsolutePosition)
}

// Link leads to a record or does something small inside a text. Enter and Space follow it as a click does.
type Link struct {
	widget.Hyperlink
	OnRune func(rune) // a letter was typed on the link; nil: nothing happens
}

// NewLink returns a link that says text.
func NewLink(text string, tapped func()) *Link {
	l := &Link{}
	l.Text, l.OnTapped, l.Wrapping = text, tapped, fyne.TextWrapWord
	l.URL = &url.URL{}
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained is called by Fyne.
func (l *Link) FocusGained() {
	l.Hyperlink.FocusGained()
	revealFocused()
}

// TypedRune is called by Fyne.
func (l *Link) TypedRune(r rune) {
	if l.OnRune != nil {
		l.OnRune(r)
	}
}

// TypedKey follows the link on Enter as well as on Space.
func (l *Link) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.OnTapped()
	default:
		PassKey(l, e)
	}
}

// Section is a titled part of a page with its actions at the right of the title.
func Section(title string, content fyne.CanvasObject, actions ...fyne.CanvasObject) fyne.CanvasObject {
	head := widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName, head.Truncation = theme.SizeNameSubHeadingText, fyne.TextTruncateEllipsis
	top := container.NewBorder(nil, nil, nil, container.NewHBox(actions...), head)
	return column(0, widget.NewSeparator(), top, content)
}
