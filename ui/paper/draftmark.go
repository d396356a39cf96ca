package paper

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
)

// draftMark draws a word in light grey across the page, under everything else. It is drawn as outlines and not as text,
// so that it does not turn up in the midst of the text that is searched or taken out of the file; the word itself stands
// in the header.
func (c *canvas) draftMark(word []rune) {
	c.mark(nil)
	f := typeface()[bold]
	glyphs := glyphsOf(word, bold)
	length := 0
	for _, g := range glyphs {
		length += g.advance()
	}
	wide, high := c.geo.pageWidth*mm, c.geo.pageHeight*mm
	scale := math.Hypot(wide, high) * 0.62 / max(float64(length), 1)
	sin, cos := math.Sincos(math.Atan2(high, wide))
	var b strings.Builder
	fmt.Fprintf(&b, "q 0.9 g %.5f %.5f %.5f %.5f %.2f %.2f cm", scale*cos, scale*sin, -scale*sin, scale*cos, wide/2, high/2)
	x := -length / 2
	for _, g := range glyphs {
		f.outline(&b, g.gid, x, -357) // half the height of a capital
		x += g.advance()
	}
	b.WriteString(" f Q")
	c.draw(b.String())
}

// outlinePoint is a point of a TrueType outline; between two that are off the curve lies one on it.
type outlinePoint struct {
	x, y int
	on   bool
}

// outline writes the outline of a glyph at an offset as path operators. Composite glyphs (letters with accents), which
// no draft mark has, are left out.
func (f *font) outline(b *strings.Builder, g uint16, dx, dy int) {
	for _, contour := range f.contours(g) {
		n := len(contour)
		at := func(i int) outlinePoint { return contour[i%n] }
		middle := func(p, q outlinePoint) outlinePoint { return outlinePoint{(p.x + q.x) / 2, (p.y + q.y) / 2, true} }
		start := 0
		for start < n && !contour[start].on {
			start++
		}
		if start == n {
			continue
		}
		p := at(start)
		fmt.Fprintf(b, " %d %d m", p.x+dx, p.y+dy)
		for i := start + 1; i <= start+n; i++ {
			q := at(i)
			if q.on {
				fmt.Fprintf(b, " %d %d l", q.x+dx, q.y+dy)
				p = q
				continue
			}
			end := at(i + 1)
			if end.on {
				i++
			} else {
				end = middle(q, end)
			}
			third := func(a, control int) int { return (a + 2*control) / 3 } // a quadratic curve as a cubic one
			fmt.Fprintf(b, " %d %d %d %d %d %d c", third(p.x, q.x)+dx, third(p.y, q.y)+dy,
				third(end.x, q.x)+dx, third(end.y, q.y)+dy, end.x+dx, end.y+dy)
			p = end
		}
		b.WriteString(" h")
	}
}

// contours reads a simple glyph (OpenType 1.9, "glyf").
func (f *font) contours(g uint16) [][]outlinePoint {
	be := binary.BigEndian
	data := f.tables["glyf"][f.offsets[g]:f.offsets[g+1]]
	if len(data) == 0 || int16(be.Uint16(data)) <= 0 {
		return nil
	}
	ends := make([]int, be.Uint16(data))
	for i := range ends {
		ends[i] = int(be.Uint16(data[10+2*i:]))
	}
	data = data[10+2*len(ends):]
	data = data[2+int(be.Uint16(data)):] // past the instructions
	var flags []byte
	for len(flags) <= ends[len(ends)-1] {
		flag, repeat := data[0], 0
		data = data[1:]
		if flag&8 != 0 {
			repeat, data = int(data[0]), data[1:]
		}
		for range repeat + 1 {
			flags = append(flags, flag)
		}
	}
	coordinates := func(short, same byte) []int {
		out, v := make([]int, len(flags)), 0
		for i, flag := range flags {
			switch {
			case flag&short != 0:
				d := int(data[0])
				data = data[1:]
				if flag&same == 0 {
					d = -d
				}
				v += d
			case flag&same == 0:
				v += int(int16(be.Uint16(data)))
				data = data[2:]
			}
			out[i] = v
		}
		return out
	}
	xs := coordinates(2, 16)
	ys := coordinates(4, 32)
	var out [][]outlinePoint
	first := 0
	for _, end := range ends {
		var contour []outlinePoint
		for i := first; i <= end; i++ {
			contour = append(contour, outlinePoint{xs[i], ys[i], flags[i]&1 != 0})
		}
		out, first = append(out, contour), end+1
	}
	return out
}
