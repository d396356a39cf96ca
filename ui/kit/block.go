package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// sides are the colours that tell blocks that belong together from others; their words tell it as well.
var sides = []color.Color{
	rgb(0x2a7f9e), rgb(0xb8562f), rgb(0x6a8f2f), rgb(0x8a5aa8), rgb(0xc08a14), rgb(0x2f8f74), rgb(0xb04a72), rgb(0x5c6bc0),
}

const (
	blockPad  = 4
	blockSide = 4 // width of the colour at the edge
)

// drawBlock draws a block: at the top its time and marks, then as many of its words as there is room for. A faint one is
// that which is being moved, where it was.
func (k *sketch) drawBlock(b Block, at fyne.Position, size fyne.Size, faint bool) {
	v := fyne.CurrentApp().Settings().ThemeVariant()
	th := theme.Current()
	ground, inkName, edge := toneColors(Chip{Tone: b.Tone}.tone())
	ink := th.Color(inkName, v)
	r := k.rect(th.Color(ground, v), at.X, at.Y, size.Width, size.Height)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = th.Color(edge, v), 1, 4
	if faint {
		r.FillColor = nil
		ink = th.Color(theme.ColorNameDisabled, v)
	}
	left := at.X + blockPad
	if b.Side > 0 {
		k.rect(sides[(b.Side-1)%len(sides)], at.X+1, at.Y+1, blockSide, size.Height-2)
		left += blockSide
	}
	room, text := at.X+size.Width-blockPad-left, th.Size(theme.SizeNameCaptionText)
	line := fyne.MeasureText("Å", text, fyne.TextStyle{}).Height
	y, bottom := at.Y+1, at.Y+size.Height
	if y+line > bottom+2 {
		return
	}
	rest := k.blockMarks(b, inkName, fyne.NewPos(left, y+(line-chipIcon)/2), room)
	first := b.Time
	if fyne.MeasureText(first, text, fyne.TextStyle{}).Width > rest {
		first = b.Start
	}
	if bottom-y < 2*line { // one line for all
		if whole := b.Time + " " + b.Title; fyne.MeasureText(whole, text, fyne.TextStyle{}).Width <= rest {
			k.blockLine(b, whole, ink, fyne.NewPos(left, y))
			return
		}
		k.blockLine(b, ellipsis(b.Start+" "+b.Title, rest, &canvas.Text{TextSize: text}), ink, fyne.NewPos(left, y))
		return
	}
	if first != "" {
		k.blockLine(b, first, ink, fyne.NewPos(left, y))
		y += line
	}
	lines := int((bottom - y) / line)
	for _, s := range wrapped(b.Title, room, text, true, min(lines, 3)) {
		t := k.text(s, ink, text, true, fyne.NewPos(left, y))
		if b.Struck {
			k.rect(ink, left, y+line/2, t.MinSize().Width, 1)
		}
		y, lines = y+line, lines-1
	}
	for _, words := range b.Lines {
		for _, s := range wrapped(words, room, text, false, min(lines, 2)) {
			k.text(s, ink, text, false, fyne.NewPos(left, y))
			y, lines = y+line, lines-1
		}
	}
}

// blockLine draws the first line of a block, struck through when the block is.
func (k *sketch) blockLine(b Block, s string, ink color.Color, at fyne.Position) {
	t := k.text(s, ink, theme.Current().Size(theme.SizeNameCaptionText), false, at)
	if b.Struck {
		k.rect(ink, at.X, at.Y+t.MinSize().Height/2, t.MinSize().Width, 1)
	}
}

// blockMarks draws the marks of a block at the right end of a line, and returns the room that is left of it.
func (k *sketch) blockMarks(b Block, ink fyne.ThemeColorName, at fyne.Position, room float32) float32 {
	end := at.X + room
	for i := len(b.Marks) - 1; i >= 0; i-- {
		if end-chipIcon-2 < at.X+room/3 && i < len(b.Marks)-1 {
			break
		}
		end -= chipIcon + 2
		k.icon(b.Marks[i], ink, end, at.Y, chipIcon)
	}
	return end - at.X
}
