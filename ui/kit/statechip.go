package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tone says what a state asks of the reader. It chooses colour and symbol; the word says which state it is.
type Tone string

// The tones, from the quietest to the loudest.
const (
	Past      Tone = "past"      // over; kept to be looked up
	Neutral   Tone = "neutral"   // nothing to say about it yet
	OK        Tone = "ok"        // as it should be
	Waiting   Tone = "waiting"   // somebody else's turn
	Attention Tone = "attention" // a day is near, or something is missing
	Danger    Tone = "danger"    // late, or against a rule
)

// Chip is what a state chip shows. Icon is a themed icon; nil chooses the symbol of the tone.
type Chip struct {
	Word string
	Tone Tone
	Icon fyne.Resource
}

// icon returns the symbol of c; a symbol always stands beside the word, so that colour is never alone.
func (c Chip) icon() fyne.Resource {
	if c.Icon != nil {
		return c.Icon
	}
	switch c.Tone {
	case OK:
		return theme.ConfirmIcon()
	case Waiting:
		return theme.HistoryIcon()
	case Attention:
		return theme.WarningIcon()
	case Danger:
		return theme.ErrorIcon()
	case Past:
		return theme.ContentRemoveIcon()
	default:
		return theme.RadioButtonIcon()
	}
}

func (c Chip) tone() Tone {
	if c.Tone == "" {
		return Neutral
	}
	return c.Tone
}

// StateChip shows a state as a word and a symbol on a tinted ground. An empty word hides it.
type StateChip struct {
	widget.BaseWidget
	chip Chip
}

// NewStateChip returns a chip that shows c.
func NewStateChip(c Chip) *StateChip {
	s := &StateChip{chip: c}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows c instead.
func (s *StateChip) Set(c Chip) {
	if s.chip == c {
		return
	}
	s.chip = c
	s.Refresh()
}

// Chip returns what is shown.
func (s *StateChip) Chip() Chip { return s.chip }

// AccessibilityLabel is the word of the state.
func (s *StateChip) AccessibilityLabel() string { return s.chip.Word }

// AccessibilityRole is text.
func (s *StateChip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is Fyne's.
func (s *StateChip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{
		chip: s, ground: canvas.NewRectangle(nil), word: canvas.NewText("", nil), icon: canvas.NewImageFromResource(nil),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.fill()
	return r
}

type chipRenderer struct {
	chip   *StateChip
	ground *canvas.Rectangle
	word   *canvas.Text
	icon   *canvas.Image
}

const (
	chipPad  = 6  // from the edge to the symbol, and from the word to the edge
	chipGap  = 4  // between symbol and word
	chipIcon = 13 // width and height of the symbol
)

func (r *chipRenderer) fill() {
	th, v := r.chip.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	ground, ink, edge := toneColors(r.chip.chip.tone())
	r.ground.FillColor, r.ground.StrokeColor = th.Color(ground, v), th.Color(edge, v)
	r.ground.StrokeWidth, r.ground.CornerRadius = 1, 9
	r.word.Text, r.word.Color, r.word.TextSize = r.chip.chip.Word, th.Color(ink, v), th.Size(theme.SizeNameCaptionText)
	r.icon.Resource = theme.NewColoredResource(r.chip.chip.icon(), ink)
	for _, o := range r.Objects() {
		if r.chip.chip.Word == "" {
			o.Hide()
		} else {
			o.Show()
		}
	}
}

func (r *chipRenderer) Layout(size fyne.Size) {
	word := r.word.MinSize()
	r.ground.Resize(size)
	r.icon.Resize(fyne.NewSquareSize(chipIcon))
	r.icon.Move(fyne.NewPos(chipPad, (size.Height-chipIcon)/2))
	r.word.Resize(word)
	r.word.Move(fyne.NewPos(chipPad+chipIcon+chipGap, (size.Height-word.Height)/2))
}

func (r *chipRenderer) MinSize() fyne.Size {
	if r.chip.chip.Word == "" {
		return fyne.Size{}
	}
	word := r.word.MinSize()
	return fyne.NewSize(2*chipPad+chipIcon+chipGap+word.Width, word.Height+4)
}

func (r *chipRenderer) Refresh() {
	r.fill()
	r.Layout(r.chip.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.word}
}

func (r *chipRenderer) Destroy() {}
