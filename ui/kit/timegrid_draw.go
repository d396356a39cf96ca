package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer is called by Fyne.
func (g *TimeGrid) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		layout: g.layOut, draw: func() { g.layOut(g.Size()); canvas.Refresh(g) }, objects: &[]fyne.CanvasObject{g.scroll, g.gutter, g.head},
		least: func() fyne.Size { return fyne.NewSize(timeGutterWidth+5*timeLane, g.head.height()+4*timeHour) },
	}
}

func (g *TimeGrid) layOut(size fyne.Size) {
	high := size.Height - g.head.height()
	g.hour = max(timeHour, (high-1)/max(1, float32(g.last-g.first)/60))
	layGrid(size, g.head, g.gutter, g.scroll, timeGutterWidth)
	g.arrange()
	g.scroll.Refresh()
	g.scrolled()
	g.head.lay()
}

// layHours draws the hours at the left edge.
func (g *TimeGrid) layHours(s *strip) {
	size := s.Theme().Size(theme.SizeNameCaptionText)
	for hour := g.first / 60; hour*60 < g.last; hour++ {
		y := g.y(hour*60) - g.scroll.Offset.Y
		if y < -size || y > s.Size().Height {
			continue
		}
		word := strconv.Itoa(hour)
		width := fyne.MeasureText(word, size, fyne.TextStyle{}).Width
		s.text(word, s.color(theme.ColorNamePlaceHolder), size, false, fyne.NewPos(s.Size().Width-width-6, y))
	}
}

// timeBody draws the hours, the blocks and what is being moved.
type timeBody struct {
	widget.BaseWidget
	sketch
	g       *TimeGrid
	taps    taps
	held    bool // the mouse drags
	pointed int  // the item under the mouse, −1 for none
	cursor  desktop.Cursor
}

func newTimeBody(g *TimeGrid) *timeBody {
	b := &timeBody{g: g, pointed: -1, cursor: desktop.DefaultCursor}
	b.ExtendBaseWidget(b)
	return b
}

// lay draws what is seen.
func (b *timeBody) lay() {
	g := b.g
	b.begin()
	if len(g.columns.edges) != len(g.columns.all)+1 {
		canvas.Refresh(b)
		return
	}
	top, bottom := g.scroll.Offset.Y, g.scroll.Offset.Y+g.scroll.Size().Height
	seen := func(t TimeSpot) bool { return g.y(t.Until) >= top && g.y(t.From) <= bottom }
	b.ground()
	for _, s := range g.shades {
		if s.Column < len(g.columns.all) && seen(s.TimeSpot) {
			b.shade(s)
		}
	}
	for i, it := range g.items {
		switch {
		case !seen(it.TimeSpot):
		case it.block < 0:
			b.mark(it)
		default:
			faint := g.Moving() && g.move.block == it.block
			b.drawBlock(g.blocks[it.block].Block, fyne.NewPos(it.x, g.y(it.From)+1), fyne.NewSize(it.w, g.y(it.Until)-g.y(it.From)-2), faint)
		}
		if i == g.item && g.focused && !g.Moving() {
			b.ring(it.x, g.y(it.From), it.w, g.y(it.Until)-g.y(it.From))
		}
	}
	if g.item < 0 && g.focused && !g.Moving() {
		b.ring(g.columns.left(g.at.Column)+1, g.y(g.at.From), g.columns.width(g.at.Column)-3, g.hour*timeStep/60)
	}
	if g.Moving() {
		b.ghost()
	}
	canvas.Refresh(b)
}

// ground draws the days and the lines of the hours and half hours.
func (b *timeBody) ground() {
	g := b.g
	th, v := b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	high, wide := g.tall(), g.columns.end()
	for i, c := range g.columns.all {
		if c.Closed {
			b.rect(th.Color(theme.ColorNameHeaderBackground, v), g.columns.left(i), 0, g.columns.width(i), high)
		}
	}
	line := th.Color(theme.ColorNameSeparator, v)
	for minute := g.first; minute < g.last; minute += timeStep {
		if minute%60 == 0 {
			b.rect(line, 0, g.y(minute), wide, 1)
		} else {
			b.rect(th.Color(theme.ColorNameHeaderBackground, v), 0, g.y(minute), wide, 1)
		}
	}
	for i := range g.columns.all {
		b.rect(line, g.columns.left(i), 0, 1, high)
	}
}

// shade draws a time that others have taken, pale.
func (b *timeBody) shade(s TimeShade) {
	g := b.g
	th, v := b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	x, y := g.columns.left(s.Column)+1, g.y(max(s.From, g.first))
	width, height := g.columns.width(s.Column)-1, g.y(min(s.Until, g.last))-y
	r := b.rect(th.Color(theme.ColorNameDisabledButton, v), x, y, width, height)
	r.StrokeColor, r.StrokeWidth = th.Color(theme.ColorNameSeparator, v), 1
	size := th.Size(theme.SizeNameCaptionText)
	if line := fyne.MeasureText("Å", size, fyne.TextStyle{}).Height; height >= line {
		word := ellipsis(s.Word, width-8, &canvas.Text{TextSize: size})
		b.text(word, th.Color(theme.ColorNamePlaceHolder, v), size, false, fyne.NewPos(x+4, y+height-line))
	}
}

// mark draws how many blocks found no place, as loud as the loudest of them.
func (b *timeBody) mark(it timeItem) {
	th, v := b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	tone := Neutral
	for _, n := range it.hidden {
		tone = louder(tone, b.g.blocks[n].Tone)
	}
	ground, ink, edge := toneColors(tone)
	y, height := b.g.y(it.From)+1, b.g.y(it.Until)-b.g.y(it.From)-2
	r := b.rect(th.Color(ground, v), it.x, y, it.w, height)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = th.Color(edge, v), 1, 4
	size := th.Size(theme.SizeNameCaptionText)
	b.text("+"+strconv.Itoa(len(it.hidden)), th.Color(ink, v), size, true, fyne.NewPos(it.x+4, y+2))
	if tone == Danger && height > 36 {
		b.icon(Chip{Tone: tone}.icon(), ink, it.x+7, y+20, chipIcon)
	}
}

// louder is the tone that asks for more attention.
func louder(a, b Tone) Tone {
	rank := map[Tone]int{Attention: 1, Danger: 2}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

func (k *sketch) ring(x, y, w, h float32) {
	r := k.rect(nil, x, y, w, h)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = theme.Color(theme.ColorNamePrimary), 2, 4
}

// ghost draws a block where it would be, with its time and what stands in its way.
func (b *timeBody) ghost() {
	g, m := b.g, b.g.move
	th, v := b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	tone := OK
	if m.bad {
		tone = Danger
	}
	ground, ink, edge := toneColors(tone)
	x, width := g.columns.left(m.to.Column)+1, g.columns.width(m.to.Column)-timeColumnPad
	y, height := g.y(m.to.From), g.y(m.to.Until)-g.y(m.to.From)
	block := g.blocks[m.block].Block
	block.Tone, block.Time, block.Start = tone, "", "" // the note below says the new time
	b.drawBlock(block, fyne.NewPos(x, y), fyne.NewSize(width, height), false)
	b.ring(x, y, width, height)
	size := th.Size(theme.SizeNameCaptionText)
	line := fyne.MeasureText("Å", size, fyne.TextStyle{Bold: true}).Height
	const noteWidth = 260
	var lines []string
	for _, s := range m.said {
		lines = append(lines, wrapped(s, noteWidth-34, size, true, 4)...)
	}
	if len(lines) == 0 {
		return
	}
	high := float32(len(lines))*line + 8
	noteX := max(0, min(x, g.columns.end()-noteWidth))
	noteY := y + height + 3
	if noteY+high > g.scroll.Offset.Y+g.scroll.Size().Height {
		noteY = max(g.scroll.Offset.Y, y-high-3)
	}
	r := b.rect(th.Color(ground, v), noteX, noteY, noteWidth, high)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = th.Color(edge, v), 1, 5
	b.icon(Chip{Tone: tone}.icon(), ink, noteX+7, noteY+5, chipIcon+2)
	for i, s := range lines {
		b.text(s, th.Color(ink, v), size, true, fyne.NewPos(noteX+28, noteY+4+float32(i)*line))
	}
}

// CreateRenderer is called by Fyne.
func (b *timeBody) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{least: func() fyne.Size { return fyne.NewSize(0, b.g.tall()) }, draw: b.lay, objects: &b.objects}
}
