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
	blockPad   = 4
	blockSide  = 4  // width of the colour at the edge
	blockTight = 60 // a narrower block keeps its room for words: blockPad and blockSide shrink, and its title takes all lines
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
	pad, side := float32(blockPad), float32(blockSide)
	if size.Width < blockTight {
		pad, side = blockPad/2, blockSide-1
	}
	left := at.X + pad
	if b.Side > 0 {
		k.rect(sides[(b.Side-1)%len(sides)], at.X+1, at.Y+1, side, size.Height-2)
		left += side
	}
	room, text := at.X+size.Width-pad/2-left, th.Size(theme.SizeNameCaptionText)
	line := fyne.MeasureText("Å", text, fyne.TextStyle{}).Height
	y, bottom := at.Y+1, at.Y+size.Height
	if y+line > bottom+2 {
		return
	}
	low := bottom-y < 2*line // one line for all
	rest := room
	beside := low || fyne.MeasureText(b.Start, text, fyne.TextStyle{}).Width+chipIcon < room
	if beside {
		rest = max(1, k.blockMarks(b, inkName, fyne.NewPos(left, y+(line-chipIcon)/2), room))
	}
	first := b.Time
	if fyne.MeasureText(first, text, fyne.TextStyle{}).Width > rest {
		first = b.Start
	}
	if low {
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
	if !beside && len(b.Marks) > 0 { // under the time in a narrow one
		k.blockMarks(b, inkName, fyne.NewPos(left, y+(line-chipIcon)/2), room)
		y += line
	}
	k.blockWords(b, ink, fyne.NewPos(left, y), fyne.NewSize(room, bottom-y))
}

// blockWords draws the title of a block and of its lines as many as there is room for.
func (k *sketch) blockWords(b Block, ink color.Color, at fyne.Position, room fyne.Size) {
	text := theme.Current().Size(theme.SizeNameCaptionText)
	line := fyne.MeasureText("Å", text, fyne.TextStyle{}).Height
	lines := int(room.Height / line)
	most := 3
	if room.Width < blockTight {
		most = lines
	}
	for _, s := range wrapped(b.Title, room.Width, text, true, min(lines, most)) {
		t := k.text(s, ink, text, true, at)
		if b.Struck {
			k.rect(ink, at.X, at.Y+line/2, t.MinSize().Width, 1)
		}
		at.Y, lines = at.Y+line, lines-1
	}
	for _, words := range b.Lines {
		for _, s := range wrapped(words, room.Width, text, false, min(lines, 2)) {
			k.text(s, ink, text, false, at)
			at.Y, lines = at.Y+line, lines-1
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

// blockMarks draws the marks at the right end of a line, as many as leave room for the time where they can, and returns
// the room that is left. The words below the grid tell all of them.
func (k *sketch) blockMarks(b Block, ink fyne.ThemeColorName, at fyne.Position, room float32) float32 {
	const step = chipIcon + 2
	text := theme.Current().Size(theme.SizeNameCaptionText)
	n := max(1, int((room-fyne.MeasureText(b.Start, text, fyne.TextStyle{}).Width)/step))
	marks := b.Marks[:min(n, len(b.Marks))]
	rest := room - float32(len(marks))*step
	for i, m := range marks {
		k.icon(m, ink, at.X+rest+2+float32(i)*step, at.Y, chipIcon)
	}
	return rest
}
