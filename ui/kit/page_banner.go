package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewBanner shows one next step: symbol, sentence and, at the right or below, the button that does it.
func NewBanner(n NextStep) fyne.CanvasObject {
	b := &banner{step: n}
	b.ExtendBaseWidget(b)
	return b
}

type banner struct {
	widget.BaseWidget
	step  NextStep
	whole *fyne.Container // all that is drawn, nil until it is
}

func (b *banner) AccessibilityLabel() string             { return b.step.Text }
func (b *banner) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

func (b *banner) CreateRenderer() fyne.WidgetRenderer {
	ground, ink, edge := toneColors(Chip{Tone: b.step.Tone}.tone())
	v := fyne.CurrentApp().Settings().ThemeVariant()
	back := canvas.NewRectangle(b.Theme().Color(ground, v))
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = b.Theme().Color(edge, v), 1, 6
	icon := canvas.NewImageFromResource(theme.NewColoredResource(Chip{Tone: b.step.Tone}.icon(), ink))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(18))
	text := widget.NewRichText(&widget.TextSegment{Text: b.step.Text, Style: widget.RichTextStyle{ColorName: ink}})
	text.Wrapping = fyne.TextWrapWord
	row := container.New(&bannerLayout{}, icon, text)
	if b.step.Verb != "" {
		row.Add(NewButton(b.step.Verb, nil, b.step.Do))
	}
	b.whole = container.NewStack(back, container.New(layout.NewCustomPaddedLayout(2, 2, 10, 6), row))
	return &bannerRenderer{WidgetRenderer: widget.NewSimpleRenderer(b.whole), banner: b, back: back}
}

// parts lets a page find the button; see topWithin.
func (b *banner) parts() []fyne.CanvasObject {
	if b.whole == nil {
		return nil
	}
	return []fyne.CanvasObject{b.whole}
}

// bannerRenderer takes the colours again when the window turns dark or light.
type bannerRenderer struct {
	fyne.WidgetRenderer
	banner *banner
	back   *canvas.Rectangle
}

func (r *bannerRenderer) Refresh() {
	ground, _, edge := toneColors(Chip{Tone: r.banner.step.Tone}.tone())
	v := fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor, r.back.StrokeColor = r.banner.Theme().Color(ground, v), r.banner.Theme().Color(edge, v)
	r.WidgetRenderer.Refresh()
}

// bannerText is the least width that the sentence has beside its button; with less the button goes under it.
const bannerText = 240

// bannerLayout sets the symbol, the sentence and, where there is one, the button. Its height follows the width it was
// last given, as the height of a wrapped text does.
type bannerLayout struct{ width float32 }

func (l *bannerLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	icon, left := o[0].MinSize(), l.textLeft(o)
	text := resizeToWidth(o[1], l.textWidth(o))
	sentence := size.Height // what the sentence has for itself
	if len(o) > 2 {
		button := o[2].MinSize()
		o[2].Resize(button)
		if l.below(o) {
			sentence -= button.Height
			o[2].Move(fyne.NewPos(left+theme.InnerPadding(), sentence))
		} else {
			o[2].Move(fyne.NewPos(size.Width-button.Width, (size.Height-button.Height)/2))
		}
	}
	place(o[0], 0, (sentence-icon.Height)/2, icon.Width, icon.Height)
	o[1].Move(fyne.NewPos(left, (sentence-text)/2))
}

func (l *bannerLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	height := o[1].MinSize().Height
	if l.width > 0 {
		height = resizeToWidth(o[1], l.textWidth(o))
	}
	if len(o) < 3 {
		return fyne.NewSize(l.textLeft(o)+o[1].MinSize().Width, height)
	}
	button := o[2].MinSize()
	width := l.textLeft(o) + theme.InnerPadding() + button.Width
	if l.below(o) {
		return fyne.NewSize(width, height+button.Height)
	}
	return fyne.NewSize(width, max(height, button.Height))
}

func (l *bannerLayout) textLeft(o []fyne.CanvasObject) float32 {
	return o[0].MinSize().Width + theme.Padding()
}

// below is true where the sentence has too little room beside the button.
func (l *bannerLayout) below(o []fyne.CanvasObject) bool {
	return len(o) > 2 && l.width > 0 && l.width-l.textLeft(o)-o[2].MinSize().Width < bannerText
}

func (l *bannerLayout) textWidth(o []fyne.CanvasObject) float32 {
	width := l.width - l.textLeft(o)
	if len(o) > 2 && !l.below(o) {
		width -= o[2].MinSize().Width
	}
	return max(width, 0)
}
