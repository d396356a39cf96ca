package paper

import (
	"math"
	"slices"
)

// Mark is a sign drawn in front of a text. The marks differ in shape, so that they are told apart without colour.
type Mark string

// The marks.
const (
	MarkFull  Mark = "full"  // a disc
	MarkHalf  Mark = "half"  // a disc of which one half is empty
	MarkRing  Mark = "ring"  // an empty disc
	MarkCross Mark = "cross" // two strokes across each other
	MarkDash  Mark = "dash"  // one stroke
)

const (
	markSize = 2.2 // across, millimetres
	markRoom = 3.2 // from the left edge of the mark to that of the text

	legendTop   = 2.6 // above a legend
	legendGap   = 0.8 // between its rows
	legendSides = 3.0 // between its columns
)

// sign draws a mark, x from its left edge and y from its middle, as part of n. A disc is a line of next to no length
// with round ends: there are thousands of them in a matrix, and curves would be ten times as much to pack.
func (c *canvas) sign(n *node, x, y float64, m Mark) {
	c.mark(n)
	const size = markSize * mm
	left, middle := x*mm, (c.geo.pageHeight-y)*mm
	b := append(c.ops, "q 0 G "...)
	stroke := func(x1, y1, x2, y2 float64) {
		b = append(number(number(b, left+x1*size), middle+y1*size), "m "...)
		b = append(number(number(b, left+x2*size), middle+y2*size), "l S "...)
	}
	disc := func(grey, width float64) {
		b = append(number(b, grey), "G "...)
		b = append(number(b, width*size), "w "...)
		stroke(0.5, 0, 0.502, 0)
	}
	switch m {
	case MarkFull:
		b = append(b, "1 J "...)
		disc(0, 1)
	case MarkHalf, MarkRing:
		b = append(b, "1 J "...)
		disc(0, 1)
		disc(1, 0.72)
		if m == MarkHalf { // the left half of a disc
			for _, v := range []float64{left, middle - size/2, size / 2, size} {
				b = number(b, v)
			}
			b = append(b, "re W n "...)
			disc(0, 1)
		}
	case MarkCross:
		b = append(b, "0.8 w "...)
		stroke(0.12, -0.38, 0.88, 0.38)
		stroke(0.12, 0.38, 0.88, -0.38)
	case MarkDash:
		b = append(b, "0.8 w "...)
		stroke(0.1, 0, 0.9, 0)
	}
	c.ops = append(b, "Q\n"...)
}

// marked lays out a paragraph with a mark in front of its first line.
func (l *layouter) marked(p Paragraph, s style, area box, n *node) []slice {
	mark := p.Mark
	p.Mark = ""
	lines := l.lines(p, s, box{area.x + markRoom, max(area.width-markRoom, 1)}, n)
	text := lines[0].draw
	lines[0].draw = func(c *canvas, y float64) {
		c.sign(n, area.x, y+s.leading/2, mark)
		text(c, y)
	}
	return lines
}

// legend lays its items out next to each other, each as wide as the others.
func (l *layouter) legend(b Legend) {
	if len(b.Items) == 0 {
		return
	}
	list, st := l.root.add("L", ""), l.set(styleSmall)
	across := b.Across
	if across <= 0 {
		across = len(b.Items)
	}
	across = l.fewestLines(b.Items, st, across)
	width, gap := l.width/float64(across), legendTop
	for row := range slices.Chunk(b.Items, across) {
		columns := make([][]slice, len(row))
		for i, p := range row {
			item := list.add("LI", "").add("LBody", p.Language)
			columns[i] = l.lines(p, st, box{l.left + float64(i)*width, max(width-legendSides, 1)}, item)
		}
		l.push(l.zip(columns...), gap)
		gap = legendGap
	}
}

// fewestLines is how many items of a legend, at most so many, stand next to each other for it to be lowest: long ones take
// less room under each other than broken beside each other.
func (l *layouter) fewestLines(items []Paragraph, st style, most int) int {
	best, lowest := most, math.MaxInt
	for across := most; across > 0; across-- {
		total := 0
		area := box{l.left, max(l.width/float64(across)-legendSides, 1)}
		for row := range slices.Chunk(items, across) {
			high := 0
			for _, p := range row {
				high = max(high, len(l.lines(p, st, area, nil)))
			}
			total += high
		}
		if total < lowest {
			best, lowest = across, total
		}
	}
	return best
}
