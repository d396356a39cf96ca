package paper

import (
	"strings"

	"kumppani/model"
)

// The styles of paper.
var (
	styleTitle   = style{size: 17, leading: 8}
	styleBody    = style{size: 10.5, leading: 5}
	styleTable   = style{size: 9, leading: 4.3}
	styleDense   = style{size: 7.5, leading: 3.6}
	styleSmall   = style{size: 8, leading: 3.9, grey: 0.25}
	styleHeading = [...]style{{size: 12, leading: 5.8}, {size: 10.5, leading: 5.2}, {size: 10, leading: 5}}
)

// Empty heights above the blocks, in millimetres.
const (
	gapTitle     = 6.0
	gapHeading   = 6.0
	gapParagraph = 2.6
	gapAfterHead = 1.4
	gapFact      = 1.4
	gapTable     = 4.0
	gapSignature = 8.0
)

// layouter turns blocks into pieces.
type layouter struct {
	cleaner
	geometry
	language model.Language // of the document
	root     *node
	pieces   []piece
	groups   int
	space    float64 // extra height above the next piece
	foot     bool    // the next piece goes to the foot of its page
	known    map[shortText][]line
	scale    scale
	logo     *logo // of a masthead
	logoNode *node
	crowded  bool // a title is broken into more lines than look well
}

// scale is how much larger or smaller than usual text and gaps are set.
type scale struct{ text, gap float64 }

var (
	fullScale = scale{1, 1}
	// tightScale is how much smaller a tight page is set: letters of 9 points instead of 10.5, which are still easy to read.
	tightScale = scale{0.86, 0.7}
)

// set is a style as it is set on this document.
func (l *layouter) set(st style) style { return st.times(l.scale.text) }

// times is a style set so many times larger.
func (s style) times(n float64) style {
	s.size, s.leading = s.size*n, s.leading*n
	return s
}

// slice is a line of one text: the least that can be parted from it.
type slice struct {
	height float64
	draw   func(c *canvas, y float64)
}

func (l *layouter) block(b Block) {
	switch b := b.(type) {
	case Title, Heading, Paragraph, Note, List:
		l.simple(b)
	case Pair:
		l.pair(b)
	case Checkbox:
		l.checkbox(b)
	case Facts:
		l.facts(b)
	case Table:
		l.table(b)
	case Chart:
		l.chart(b)
	case Figures:
		l.figures(b)
	case Lead:
		l.lead()
	case Legend:
		l.legend(b)
	case Centred:
		l.centred(b)
	case Foot:
		l.foot = true
	case Signatures:
		l.signatures(b)
	case Spacer:
		l.space = min(l.space+max(b.Millimetres, 0), l.bottom-l.top)
	case Masthead:
		l.masthead(b)
	case PageBreak:
		l.pieces = append(l.pieces, piece{brk: true})
	case BackPage:
		l.pieces = append(l.pieces, piece{brk: true, back: true})
	}
}

// simple lays out a block that is nothing but text, alone.
func (l *layouter) simple(b Block) {
	area := l.second()
	switch b.(type) {
	case Title, Heading:
		area = l.full()
	}
	l.append(l.zip(l.text(b, area, l.root)), b)
}

// pair lays out two texts next to each other, line beside line.
func (l *layouter) pair(p Pair) {
	left, right := l.halves()
	a, b := l.text(p.Left, left, l.root), l.text(p.Right, right, l.root)
	first := p.Left
	if len(a) == 0 {
		first = p.Right
	}
	l.append(l.zip(a, b), first)
}

// append adds the pieces of a text block with what is peculiar to its kind.
func (l *layouter) append(pieces []piece, b Block) {
	if len(pieces) == 0 {
		return
	}
	switch b := b.(type) {
	case Title:
		l.heading(pieces, b.Text, 0)
		l.push(pieces, gapTitle)
	case Heading:
		text := b.Text
		if b.Number != "" {
			text = b.Number + " " + text
		}
		l.heading(pieces, text, min(max(b.Level, 1), 3))
		l.push(pieces, gapHeading)
	default:
		gap := gapParagraph
		if n := len(l.pieces); n > 0 && l.pieces[n-1].kind == kindHeading {
			gap = gapAfterHead
		}
		l.push(pieces, gap)
	}
}

// push adds the pieces of a block, with the empty height that belongs above it.
func (l *layouter) push(pieces []piece, gap float64) {
	gap += l.space
	gap *= l.scale.gap
	pieces[0].gap, pieces[0].foot = gap, l.foot
	l.space, l.foot = 0, false
	l.pieces = append(l.pieces, pieces...)
}

// heading keeps the pieces of a heading together with what follows, and enters it in the outline.
func (l *layouter) heading(pieces []piece, text string, level int) {
	for i := range pieces {
		pieces[i].kind, pieces[i].keep = kindHeading, true
	}
	entry := string(l.line(text))
	pieces[0].columns = append(pieces[0].columns, func(c *canvas, y float64) { c.bookmark(entry, level, y) })
}

// text lays out a block of text in an area and makes its structure elements.
func (l *layouter) text(b Block, area box, parent *node) []slice {
	switch b := b.(type) {
	case Title:
		return l.lines(Bold(b.Language, b.Text), styleTitle, area, parent.add("H1", b.Language))
	case Heading:
		level := min(max(b.Level, 1), 3)
		text := b.Text
		if b.Number != "" {
			text = b.Number + "\u00a0\u00a0" + text
		}
		n := parent.add([...]string{"H2", "H3", "H4"}[level-1], b.Language)
		return l.lines(Bold(b.Language, text), l.set(styleHeading[level-1]), area, n)
	case Paragraph:
		if b.empty() {
			return nil
		}
		return l.lines(b, l.set(styleBody), area, parent.add("P", b.Language))
	case Note:
		if b.empty() {
			return nil
		}
		return l.lines(b.Paragraph, l.set(styleSmall), area, parent.add("P", b.Language))
	case List:
		return l.list(b, area, parent)
	}
	return nil
}

// lines lays out a paragraph as part of a structure element.
func (l *layouter) lines(p Paragraph, s style, area box, n *node) []slice {
	if p.Scale > 0 {
		s = s.times(p.Scale)
	}
	switch {
	case p.Mark != "":
		return l.marked(p, s, area, n)
	case len(p.Signs) > 0:
		return l.signed(p, s, area, n)
	}
	if p.Light {
		s.grey = 1
	}
	if p.Filled {
		p.Spans = []Span{{Text: filled(s.perMille(area.width))}}
	}
	lines := l.wrapped(p, s.perMille(area.width))
	out := make([]slice, len(lines))
	for i, text := range lines {
		x := area.x
		switch {
		case p.Right:
			x += area.width - s.millimetres(text.width)
		case p.centred:
			x += (area.width - s.millimetres(text.width)) / 2
		}
		out[i] = slice{s.leading, func(c *canvas, y float64) {
			c.text(n, x, y+s.baseline(), text, s)
			if p.Struck {
				c.rule(x, y+s.leading*0.54, s.millimetres(text.width), 0.045*s.leading, 0)
			}
		}}
	}
	return out
}

// wrapped breaks a paragraph into lines of at most width thousandths of the font size. Short ones of one span are
// remembered: a table says the same few words and dates again and again.
func (l *layouter) wrapped(p Paragraph, width int) []line {
	known := shortText{width: width}
	if len(p.Spans) == 1 && len(p.Spans[0].Text) <= 32 {
		known.span = p.Spans[0]
		if lines, ok := l.known[known]; ok {
			return lines
		}
	}
	var glyphs []glyph
	for _, span := range p.Spans {
		weight := uint8(regular)
		if span.Bold {
			weight = bold
		}
		if span.Blank {
			glyphs = append(glyphs, glyphsOf([]rune(blank), weight)...)
			continue
		}
		glyphs = append(glyphs, glyphsOf(l.clean(span.Text), weight)...)
	}
	lines := wrap(glyphs, width)
	if known.span != (Span{}) {
		if l.known == nil {
			l.known = map[shortText][]line{}
		}
		l.known[known] = lines
	}
	return lines
}

// shortText is a text in a width.
type shortText struct {
	span  Span
	width int
}

// blank is the line to write on: underscores, which join into a rule and are still there when the text is taken out of
// the file.
const blank = "________________________"

// filled is such a line over a width, in thousandths of the font size.
func filled(width int) string {
	return strings.Repeat("_", max(width/glyphsOf([]rune{'_'}, regular)[0].advance(), 1))
}

func (l *layouter) list(b List, area box, parent *node) []slice {
	list, st := parent.add("L", ""), l.set(styleBody)
	var out []slice
	for _, p := range b.Items {
		out = append(out, l.item(p, area, list.add("LI", ""), func(n *node) func(c *canvas, y float64) {
			dot := line{glyphs: glyphsOf([]rune{'•'}, regular)}
			return func(c *canvas, y float64) { c.text(n, area.x, y+st.baseline(), dot, st) }
		})...)
	}
	return out
}

// item lays out a text with a mark in front of its first line.
func (l *layouter) item(p Paragraph, area box, parent *node, mark func(n *node) func(c *canvas, y float64)) []slice {
	const indent = 6
	drawMark := mark(parent.add("Lbl", ""))
	lines := l.lines(p, l.set(styleBody), box{area.x + indent, area.width - indent}, parent.add("LBody", p.Language))
	drawText := lines[0].draw
	lines[0].draw = func(c *canvas, y float64) {
		drawMark(c, y)
		drawText(c, y)
	}
	return lines
}

func (l *layouter) checkbox(b Checkbox) {
	const size = 3.2
	area := l.second()
	item := l.root.add("L", "").add("LI", "")
	lines := l.item(b.Paragraph, area, item, func(n *node) func(c *canvas, y float64) {
		n.actual = "\u2610"
		if b.Checked {
			n.actual = "\u2612"
		}
		return func(c *canvas, y float64) {
			c.tickBox(n, area.x, y+(l.set(styleBody).leading-size)/2, size, b.Checked)
		}
	})
	l.push(l.zip(lines), gapFact)
}

func (l *layouter) facts(b Facts) {
	for i, f := range b.Rows {
		fact := l.root.add("P", f.Value.Language)
		label := l.lines(f.Label, l.set(styleBody), l.label(), fact.add("Span", f.Label.Language))
		value := l.lines(f.Value, l.set(styleBody), l.second(), fact.add("Span", f.Value.Language))
		gap := gapFact
		if i == 0 {
			gap = gapTable
		}
		l.push(l.zip(label, value), gap)
	}
}

// zip joins texts that stand next to each other into pieces, line beside line. The first two lines and the last two stay
// together, so that none is left alone at the foot or the top of a page.
func (l *layouter) zip(columns ...[]slice) []piece {
	n := 0
	for _, column := range columns {
		n = max(n, len(column))
	}
	l.groups++
	pieces := make([]piece, n)
	for i := range pieces {
		p := piece{kind: kindText, group: l.groups, keep: i == 0 || i == n-2}
		for _, column := range columns {
			if i < len(column) {
				p.height = max(p.height, column[i].height)
				p.columns = append(p.columns, column[i].draw)
			} else {
				p.columns = append(p.columns, nil)
			}
		}
		pieces[i] = p
	}
	if n > 0 {
		pieces[n-1].keep = false
	}
	return pieces
}

// keepLead keeps the lines that lead up to a table, at most two, on its page. What stands above their heading, or is of
// another table, leads up to nothing.
func (l *layouter) keepLead() {
	for i := len(l.pieces) - 1; i >= max(len(l.pieces)-2, 0) && !l.pieces[i].brk; i-- {
		if k := l.pieces[i].kind; k == kindHeading || k == kindRow {
			return
		}
		l.pieces[i].keep = true
	}
}

// keepWithNext keeps the last two lines of what is laid out so far, and any heading under them, on the page of what comes
// next.
func (l *layouter) keepWithNext() {
	for i, lines := len(l.pieces)-1, 0; i >= 0 && lines < 2 && !l.pieces[i].brk; i-- {
		l.pieces[i].keep = true
		if l.pieces[i].kind != kindHeading {
			lines++
		}
	}
}
