package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// sketch draws a whole part of the window with few objects, which are used again at the next drawing. What is drawn later
// lies on top.
type sketch struct {
	rects   []*canvas.Rectangle
	texts   []*canvas.Text
	icons   map[string][]*canvas.Image // by the name of their symbol, which is dear to draw anew
	rectsAt int
	textsAt int
	iconsAt map[string]int
	objects []fyne.CanvasObject
}

// begin forgets what was drawn.
func (k *sketch) begin() {
	k.rectsAt, k.textsAt, k.objects = 0, 0, k.objects[:0]
	if k.icons == nil {
		k.icons = map[string][]*canvas.Image{}
	}
	k.iconsAt = map[string]int{}
}

// rect draws a filled rectangle without an edge.
func (k *sketch) rect(fill color.Color, x, y, w, h float32) *canvas.Rectangle {
	if k.rectsAt == len(k.rects) {
		k.rects = append(k.rects, canvas.NewRectangle(nil))
	}
	r := k.rects[k.rectsAt]
	k.rectsAt++
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = fill, nil, 0, 0
	place(r, x, y, w, h)
	k.objects = append(k.objects, r)
	return r
}

// text draws a line of text; the caller has seen to it that there is room.
func (k *sketch) text(s string, ink color.Color, size float32, bold bool, at fyne.Position) *canvas.Text {
	if k.textsAt == len(k.texts) {
		k.texts = append(k.texts, canvas.NewText("", nil))
	}
	t := k.texts[k.textsAt]
	k.textsAt++
	t.Text, t.Color, t.TextSize, t.TextStyle.Bold = s, ink, size, bold
	t.Move(at)
	t.Resize(t.MinSize())
	k.objects = append(k.objects, t)
	return t
}

// icon draws a symbol in a colour of the theme.
func (k *sketch) icon(symbol fyne.Resource, ink fyne.ThemeColorName, x, y, side float32) {
	res := theme.NewColoredResource(symbol, ink)
	name := res.Name()
	if k.iconsAt[name] == len(k.icons[name]) {
		i := canvas.NewImageFromResource(res)
		i.FillMode = canvas.ImageFillContain
		k.icons[name] = append(k.icons[name], i)
	}
	i := k.icons[name][k.iconsAt[name]]
	k.iconsAt[name]++
	place(i, x, y, side, side)
	k.objects = append(k.objects, i)
}

// wrapped breaks a text into at most most lines of a width: between words, and within one that is too long.
func wrapped(text string, width, size float32, bold bool, most int) []string {
	style := fyne.TextStyle{Bold: bold}
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width }
	var lines []string
	rest := text
	for rest != "" && most > 0 {
		if fits(rest) {
			return append(lines, rest)
		}
		if len(lines) == most-1 {
			return append(lines, ellipsis(rest, width, &canvas.Text{TextSize: size, TextStyle: style}))
		}
		line, after, _ := strings.Cut(rest, " ")
		for after != "" {
			word, more, _ := strings.Cut(after, " ")
			if !fits(line + " " + word) {
				break
			}
			line, after = line+" "+word, more
		}
		if !fits(line) { // a word by itself
			runes := []rune(line)
			cut, hyphen := lineEnd(runes, fits)
			if !hyphen && runes[cut-1] != '-' { // half a syllable on the next line cannot be read
				lines, rest = append(lines, ellipsis(line, width, &canvas.Text{TextSize: size, TextStyle: style})), after
				continue
			}
			if after != "" {
				after = " " + after
			}
			line, after = string(runes[:cut]), string(runes[cut:])+after
			if hyphen {
				line += "-"
			}
		}
		lines, rest = append(lines, line), after
	}
	return lines
}
