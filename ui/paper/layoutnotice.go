package paper

import "cmp"

// The styles of notices.
var (
	styleKicker   = style{size: 9, leading: 4.4, grey: 1}
	styleMasthead = style{size: 20, leading: 8.6, grey: 1}
	styleDetail   = style{size: 10, leading: 4.8, grey: 1}
	styleBand     = style{size: 11, leading: 5.2, grey: 1}
	styleBlank    = style{size: 10, leading: 5, grey: 0.4}
	styleFoot     = style{size: 7.5, leading: 3.6, grey: 0.25}
)

// Lengths of notices in millimetres.
const (
	mastheadPad     = 4.0  // between the edge of the band and its text
	mastheadDetails = 0.42 // share of the width at most
	mastheadLogoGap = 5.0
	secondTitle     = 0.72 // size of a title in the second language
	titleLines      = 2    // of a title at most, if it can be
	leastMasthead   = 0.8  // how small it is set at most, however small the text is
	largeFoot       = 0.8  // of A3, where all is enlarged
	bandPad         = 0.8
	bandIndent      = 2.5
	bandGap         = 3.4 // above a band
	bandLevel       = 1   // of the entry in the outline
	footGap         = 3.0 // under the text
	blankFirst      = 16.0
	blankLine       = 9.0
)

// mastheadScales are how large the texts of a masthead are set to fit it.
var mastheadScales = [...]float64{1, 0.9, 0.8, smallest}

const smallest = 0.7

// notice prepares what stands around the text of a notice.
func (l *layouter) notice(f *furniture, d Document, pic *logo) {
	f.footStyle = styleFoot
	if d.Paper == PaperA3 {
		f.footStyle = styleFoot.times(largeFoot)
	}
	room := f.footStyle.perMille(l.across().width - pageNumberRoom)
	var foot line
	for _, text := range d.Feet {
		glyphs := glyphsOf(l.line(text), regular)
		if foot = short(glyphs, room); len(foot.glyphs) == len(glyphs) {
			break
		}
	}
	f.blank = short(glyphsOf(l.line(d.Blank), regular), styleBlank.perMille(l.width))
	f.foot, f.logo, f.geometry = &foot, nil, l.geometry
	l.logo = pic
}

// drawFoot draws the small print at the foot of page n of a notice.
func (f *furniture) drawFoot(c *canvas, n, total int) {
	y := f.bottom + footGap
	area := f.across()
	c.rule(f.left, y, area.width, fineRule, 0.55)
	y += 0.8 + f.footStyle.baseline()
	c.text(nil, f.left, y, *f.foot, f.footStyle)
	page := pageNumber(n, total)
	c.text(nil, f.left+area.width-f.footStyle.millimetres(page.width), y, page, f.footStyle)
}

// drawBlank makes an empty page one to write on.
func (f *furniture) drawBlank(c *canvas) {
	c.text(nil, f.left, f.top+styleBlank.baseline(), f.blank, styleBlank)
	for y := f.top + blankFirst; y < f.bottom; y += blankLine {
		c.rule(f.left, y, f.width, fineRule, 0.55)
	}
}

// masthead lays out the band that a notice begins with, as one piece; a logo stands at its right, on white.
func (l *layouter) masthead(m Masthead) {
	usual := l.scale
	defer func() { l.scale = usual }()
	l.scale = scale{max(usual.text, leastMasthead), max(usual.gap, leastMasthead)}
	pad := mastheadPad * l.scale.gap
	band := l.across()
	pic := l.logo
	if pic != nil {
		band.width -= pic.width + mastheadLogoGap
		l.logoNode = l.root.add("Figure", "")
		if len(m.Kicker) > 0 {
			l.logoNode.alt = string(l.line(plainOf(m.Kicker[0])))
		}
	}
	details := l.detailBox(m.Details, box{band.x + pad, max(band.width-2*pad, 1)})
	titles := box{band.x + pad, max(details.x-band.x-2*pad, 1)}
	var left []slice
	for _, p := range m.Kicker {
		p.Scale = cmp.Or(l.fitting(p, styleKicker, titles, 1), smallest)
		left = append(left, l.onBand(p, styleKicker, titles, "P")...)
	}
	entry, first := "", 1.0
	for i, t := range m.Titles {
		if i == 0 {
			first, entry = l.titleScale(t, titles), plainOf(t)
			t.Scale = first
		} else {
			t.Scale = secondTitle * first
		}
		left = append(left, l.onBand(t, styleMasthead, titles, "H1")...)
	}
	var right []slice
	for _, p := range m.Details {
		p.Right = true
		right = append(right, l.onBand(p, styleDetail, details, "P")...)
	}
	high, drawLeft := stacked(left)
	low, drawRight := stacked(right)
	height := max(high, low) + 2*pad
	if pic != nil {
		height = max(height, pic.height)
	}
	l.groups++
	name := string(l.line(entry))
	l.push([]piece{{kind: kindText, group: l.groups, height: height, across: true, columns: []func(*canvas, float64){func(c *canvas, y float64) {
		c.bookmark(name, 0, y)
		c.fill(band, y, height, colourDark)
		if pic != nil {
			c.image(l.logoNode, band.x+band.width+mastheadLogoGap, y+(height-pic.height)/2, pic)
		}
		drawLeft(c, y+(height-high)/2)
		drawRight(c, y+(height-low)/2)
	}}}}, 0)
}

// detailBox is where the details of a masthead stand, at the right of an area: as wide as they are, up to a share of it.
func (l *layouter) detailBox(details []Paragraph, area box) box {
	width := 0.0
	for _, p := range details {
		st := l.set(styleDetail).times(cmp.Or(p.Scale, 1))
		for _, text := range l.wrapped(p, st.perMille(area.width*mastheadDetails)) {
			width = max(width, st.millimetres(text.width+1))
		}
	}
	return box{area.x + area.width - width, width}
}

// titleScale is how large a title is set: smaller where that keeps it on one line, or else on two. One that needs more is
// crowded, and better set on a document of smaller letters.
func (l *layouter) titleScale(t Paragraph, area box) float64 {
	for lines := 1; lines <= titleLines; lines++ {
		if n := l.fitting(t, styleMasthead, area, lines); n > 0 {
			return n
		}
	}
	l.crowded = true
	return smallest
}

// fitting is how large a text of a masthead is set to take so many lines at most; 0 when it takes more in any case.
func (l *layouter) fitting(p Paragraph, st style, area box, lines int) float64 {
	for _, n := range mastheadScales {
		if len(l.wrapped(p, l.set(st).times(n).perMille(area.width))) <= lines {
			return n
		}
	}
	return 0
}

// onBand lays out white text.
func (l *layouter) onBand(p Paragraph, st style, area box, kind string) []slice {
	if p.empty() {
		return nil
	}
	return l.lines(p, l.set(st), area, l.root.add(kind, p.Language))
}

// band lays out a heading in white on a dark band over the whole width, as a part of parent or, without one, of nothing
// that is read.
func (l *layouter) band(h Heading, parent *node) []piece {
	area := l.full()
	st, pad := l.set(styleBand), bandPad*l.scale.gap
	lines := l.lines(Bold(h.Language, h.Text), st, box{area.x + bandIndent, area.width - 2*bandIndent}, parent.add("H2", h.Language))
	high, draw := stacked(lines)
	l.groups++
	return []piece{{kind: kindHeader, group: l.groups, keep: true, height: high + 2*pad, columns: []func(*canvas, float64){
		func(c *canvas, y float64) {
			c.fill(area, y, high+2*pad, colourDark)
			draw(c, y+pad)
		},
	}}}
}

// plainOf is the text of a paragraph.
func plainOf(p Paragraph) string {
	out := ""
	for _, s := range p.Spans {
		out += s.Text
	}
	return out
}
