package paper

import "math"

// SignKind is what a sign shows.
type SignKind string

// The kinds of signs. They are drawn in black and white.
const (
	SignBadge    SignKind = "badge"     // letters on a dark ground
	SignLetters  SignKind = "letters"   // letters in a frame
	SignStepFree SignKind = "step_free" // a wheelchair
	SignChanging SignKind = "changing_table"
	SignPram     SignKind = "pram"
	SignBox      SignKind = "box" // an empty box, to be ticked by hand
)

// Sign is a small picture in front of a text or instead of it.
type Sign struct {
	Kind    SignKind
	Letters string // of SignBadge and SignLetters
	Reads   string // what is read aloud in its place
	Crossed bool   // it is not so
}

// Measures of signs, as shares of the leading of the text.
const (
	signHigh   = 0.94
	signGap    = 0.2 // to the next one
	signText   = 0.62
	signSides  = 0.24 // on both sides of letters
	signStroke = 0.055
)

// maxSignRows is how many rows of signs stand in front of a text at most: it has a legend, not a list.
const maxSignRows = 6

// signed lays out a paragraph with signs in front of its text. Signs that need more room than there is go under each
// other; the text then begins beside the last of them, or under it where that leaves it too little room.
func (l *layouter) signed(p Paragraph, s style, area box, n *node) []slice {
	signs := p.Signs
	p.Signs, p.Scale = nil, 0
	letters := style{size: s.size * signText / 0.714, leading: s.leading * signHigh}
	high, x := s.leading*signHigh, 0.0
	rows := [][]func(c *canvas, y float64){nil}
	for _, sign := range signs {
		text := short(glyphsOf(l.line(sign.Letters), bold), letters.perMille(max(area.width-2*signSides*high, 1)))
		width := high
		if len(text.glyphs) > 0 {
			width = max(high, letters.millimetres(text.width)+2*signSides*high)
		}
		if x > 0 && x+width > area.width {
			if len(rows) == maxSignRows {
				break
			}
			rows, x = append(rows, nil), 0
		}
		at := box{area.x + x, width}
		last := len(rows) - 1
		rows[last] = append(rows[last], func(c *canvas, y float64) {
			own := n.add("Span", "")
			if own != nil {
				own.actual = sign.Reads
			}
			c.picture(own, at, y+(s.leading-high)/2, high, sign)
			if len(text.glyphs) > 0 {
				st := letters
				if sign.Kind == SignBadge {
					st.grey = 1
				}
				c.text(own, at.x+(at.width-st.millimetres(text.width))/2, y+(s.leading-high)/2+st.baseline(), text, st)
			}
		})
		x += width + signGap*high
	}
	out := make([]slice, len(rows))
	for i, row := range rows {
		out[i] = slice{s.leading, func(c *canvas, y float64) {
			for _, draw := range row {
				draw(c, y)
			}
		}}
	}
	if p.empty() {
		return out
	}
	x += signGap * high
	if area.width-x < area.width/3 {
		return append(out, l.lines(p, s, area, n)...)
	}
	text := l.lines(p, s, box{area.x + x, area.width - x}, n)
	last := len(out) - 1
	drawSigns, drawText := out[last].draw, text[0].draw
	out[last].draw = func(c *canvas, y float64) {
		drawSigns(c, y)
		drawText(c, y)
	}
	return append(out, text[1:]...)
}

// picture draws the ground and the picture of a sign as part of n; letters are drawn on top of it.
func (c *canvas) picture(n *node, at box, y, high float64, s Sign) {
	c.mark(n)
	p := pen{b: append(c.ops, "q "...), x: at.x * mm, y: (c.geo.pageHeight - y - high) * mm, size: high * mm}
	wide := at.width / high
	p.width(signStroke)
	p.b = append(p.b, "1 J 1 j 0 g 0 G "...)
	if s.Kind == SignBadge {
		for _, part := range colourDark {
			p.b = number(p.b, part)
		}
		p.b = append(p.b, "rg "...)
		p.box(wide, "f ")
	} else {
		p.box(wide, "S ")
	}
	switch s.Kind {
	case SignStepFree:
		p.wheelchair()
	case SignChanging:
		p.changingTable()
	case SignPram:
		p.pram()
	}
	if s.Crossed {
		p.width(2 * signStroke)
		p.line(0, 0, wide, 1)
	}
	c.ops = append(p.b, "Q\n"...)
}

// pen draws in a square of a size, with its lower left corner at x, y. Its measures are shares of that size.
type pen struct {
	b          []byte
	x, y, size float64
}

func (p *pen) width(w float64) { p.b = append(number(p.b, w*p.size), "w "...) }

func (p *pen) point(x, y float64) { p.b = number(number(p.b, p.x+x*p.size), p.y+y*p.size) }

// line draws from point to point.
func (p *pen) line(xy ...float64) {
	p.path(xy)
	p.b = append(p.b, "S "...)
}

// shape fills what is between the points.
func (p *pen) shape(xy ...float64) {
	p.path(xy)
	p.b = append(p.b, "h f "...)
}

func (p *pen) path(xy []float64) {
	for i := 0; i+1 < len(xy); i += 2 {
		p.point(xy[i], xy[i+1])
		if i == 0 {
			p.b = append(p.b, "m "...)
		} else {
			p.b = append(p.b, "l "...)
		}
	}
}

// box draws a box with rounded corners around the picture.
func (p *pen) box(wide float64, paint string) {
	const r = 0.16
	corners := [][2]float64{{wide - r, r}, {wide - r, 1 - r}, {r, 1 - r}, {r, r}}
	var xy []float64
	for i, at := range corners {
		xy = append(xy, arc(at, r, float64(i)*90-90, float64(i)*90)...)
	}
	p.path(xy)
	p.b = append(append(p.b, "h "...), paint...)
}

// dot fills a disc.
func (p *pen) dot(x, y, r float64) { p.shape(arc([2]float64{x, y}, r, 0, 360)...) }

// arc is a part of a circle as points, from an angle to another in degrees, counted as the clock does not run.
func arc(middle [2]float64, r, from, until float64) []float64 {
	steps := max(int(math.Ceil((until-from)/22.5)), 1)
	out := make([]float64, 0, 2*steps+2)
	for i := range steps + 1 {
		sin, cos := math.Sincos((from + (until-from)*float64(i)/float64(steps)) * math.Pi / 180)
		out = append(out, middle[0]+r*cos, middle[1]+r*sin)
	}
	return out
}

func (p *pen) wheelchair() {
	p.dot(0.40, 0.83, 0.085)
	p.width(0.085)
	p.line(0.41, 0.66, 0.43, 0.44, 0.66, 0.44, 0.76, 0.2)
	p.line(0.42, 0.58, 0.62, 0.58)
	p.width(0.075)
	p.line(arc([2]float64{0.44, 0.34}, 0.22, 110, 335)...)
}

func (p *pen) changingTable() {
	p.width(0.08)
	p.line(0.15, 0.36, 0.85, 0.36)
	p.line(0.26, 0.36, 0.26, 0.14)
	p.line(0.74, 0.36, 0.74, 0.14)
	p.dot(0.27, 0.57, 0.105)
	p.width(0.15)
	p.line(0.48, 0.52, 0.68, 0.52)
	p.width(0.08)
	p.line(0.68, 0.52, 0.8, 0.64)
	p.line(0.5, 0.54, 0.44, 0.74)
}

func (p *pen) pram() {
	p.shape(append(arc([2]float64{0.42, 0.52}, 0.27, 90, 360), 0.42, 0.52)...)
	p.width(0.075)
	p.line(0.69, 0.52, 0.84, 0.76)
	p.dot(0.28, 0.19, 0.085)
	p.dot(0.58, 0.19, 0.085)
}
