package paper

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
	mastheadDetails = 0.32 // share of the width
	mastheadLogoGap = 5.0
	secondTitle     = 0.72 // size of a title in the second language
	bandPad         = 0.8
	bandIndent      = 2.5
	bandGap         = 3.4 // above a band
	bandLevel       = 1   // of the entry in the outline
	footGap         = 3.0 // under the text
	blankFirst      = 16.0
	blankLine       = 9.0
)

// notice prepares what stands around the text of a notice.
func (l *layouter) notice(f *furniture, d Document, pic *logo) {
	text := glyphsOf(l.line(footText(d, d.Header.Sender, d.Header.Details)), regular)
	room := styleFoot.perMille(l.width - pageNumberRoom)
	foot := short(text, room)
	if len(foot.glyphs) < len(text) { // on a small page: the day of printing matters more than who printed
		foot = short(glyphsOf(l.line(footText(d, d.Header.Details)), regular), room)
	}
	f.blank = short(glyphsOf(l.line(d.Blank), regular), styleBlank.perMille(l.width))
	f.foot, f.logo, f.geometry = &foot, nil, l.geometry
	l.logo = pic
}

// footText names a notice at its foot, with the first line of each of more.
func footText(d Document, more ...[]string) string {
	text := joined(" ", d.Header.Name, d.Header.Number)
	for _, lines := range more {
		if len(lines) > 0 {
			text = joined("  ·  ", text, lines[0])
		}
	}
	return text
}

// drawFoot draws the small print at the foot of page n of a notice.
func (f *furniture) drawFoot(c *canvas, n, total int) {
	y := f.bottom + footGap
	c.rule(f.left, y, f.width, fineRule, 0.55)
	y += 0.8 + styleFoot.baseline()
	c.text(nil, f.left, y, *f.foot, styleFoot)
	page := pageNumber(n, total)
	c.text(nil, f.left+f.width-styleFoot.millimetres(page.width), y, page, styleFoot)
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
	pad := mastheadPad * l.scale.gap
	band := l.full()
	pic := l.logo
	if pic != nil {
		band.width -= pic.width + mastheadLogoGap
		l.logoNode = l.root.add("Figure", "")
		if len(m.Kicker) > 0 {
			l.logoNode.alt = string(l.line(plainOf(m.Kicker[0])))
		}
	}
	details := box{width: band.width * mastheadDetails}
	if len(m.Details) == 0 {
		details.width = -pad
	}
	details.x = band.x + band.width - pad - details.width
	titles := box{band.x + pad, max(details.x-band.x-2*pad, 1)}
	var left []slice
	for _, p := range m.Kicker {
		left = append(left, l.onBand(p, styleKicker, titles, "P")...)
	}
	entry, first := "", 1.0
	for i, t := range m.Titles {
		if i == 0 {
			first, entry = l.fitting(t, titles), plainOf(t)
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
	l.push([]piece{{kind: kindText, group: l.groups, height: height, columns: []func(*canvas, float64){func(c *canvas, y float64) {
		c.bookmark(name, 0, y)
		c.fill(band, y, height, colourDark)
		if pic != nil {
			c.image(l.logoNode, band.x+band.width+mastheadLogoGap, y+(height-pic.height)/2, pic)
		}
		drawLeft(c, y+(height-high)/2)
		drawRight(c, y+(height-low)/2)
	}}}}, 0)
}

// fitting is how large a title is set: smaller where that keeps it on one line.
func (l *layouter) fitting(t Paragraph, area box) float64 {
	for _, n := range []float64{1, 0.9, 0.8, 0.7} {
		if len(l.wrapped(t, l.set(styleMasthead).times(n).perMille(area.width))) == 1 {
			return n
		}
	}
	return 0.8
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
