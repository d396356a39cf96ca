package paper

// chartPen draws the lines and areas of a chart as part of a structure element. Lengths are in millimetres.
type chartPen struct {
	c *canvas
	n *node
}

// point is a place on the page.
type point struct{ x, y float64 }

// seriesLook is how a series is told from the others without colour.
type seriesLook struct {
	fill    colour
	grey    float64 // of lines and outlines
	dash    string  // of a line, as PDF writes it
	marks   marker
	outline bool
}

// marker is the shape of the points of a line.
type marker int

const (
	markerDisc marker = iota
	markerSquare
	markerTriangle
	markerDiamond
)

// lookOfSeries is the look of series i. The first one is the darkest; they begin anew after four.
func lookOfSeries(i int) seriesLook {
	grey := func(g float64) colour { return colour{g, g, g} }
	return [...]seriesLook{
		{fill: colourDark, grey: 0.2, dash: "[] 0"},
		{fill: grey(0.88), grey: 0.35, dash: "[4 2] 0", marks: markerSquare, outline: true},
		{fill: grey(0.6), grey: 0.2, dash: "[1 2] 0", marks: markerTriangle},
		{fill: grey(1), grey: 0.35, dash: "[6 2 1 2] 0", marks: markerDiamond, outline: true},
	}[i%4]
}

const (
	lineWidth   = 0.45
	markerSize  = 1.8
	outlineWide = 0.2
)

// begin marks what follows as part of the element and keeps the state of the page.
func (p chartPen) begin() []byte {
	p.c.mark(p.n)
	return append(p.c.ops, "q "...)
}

// end hands the operators over.
func (p chartPen) end(b []byte) { p.c.ops = append(b, "Q\n"...) }

func (p chartPen) at(b []byte, to point) []byte {
	return number(number(b, to.x*mm), (p.c.geo.pageHeight-to.y)*mm)
}

// rule draws a straight line.
func (p chartPen) rule(from, to point, thickness, grey float64) {
	b := append(number(p.begin(), grey), "G "...)
	b = append(number(b, thickness*mm), "w "...)
	b = append(p.at(b, from), "m "...)
	p.end(append(p.at(b, to), "l S "...))
}

// bar draws a filled rectangle from its top left corner.
func (p chartPen) bar(at box, y, height float64, look seriesLook) {
	if height <= 0 || at.width <= 0 {
		return
	}
	b := p.begin()
	for _, part := range look.fill {
		b = number(b, part)
	}
	b = append(b, "rg "...)
	how := "re f "
	if look.outline {
		b = append(number(b, look.grey), "G "...)
		b = append(number(b, outlineWide*mm), "w "...)
		inset := outlineWide / 2
		at, y, height = box{at.x + inset, max(at.width-outlineWide, 0)}, y+inset, max(height-outlineWide, 0)
		how = "re B "
	}
	b = p.at(b, point{at.x, y + height})
	p.end(append(number(number(b, at.width*mm), height*mm), how...))
}

// polyline draws the line through points.
func (p chartPen) polyline(points []point, look seriesLook) {
	b := append(number(p.begin(), look.grey), "G "...)
	b = append(number(b, lineWidth*mm), "w 1 j "...)
	b = append(append(b, look.dash...), " d "...)
	for i, at := range points {
		b = p.at(b, at)
		if i == 0 {
			b = append(b, "m "...)
		} else {
			b = append(b, "l "...)
		}
	}
	p.end(append(b, "S "...))
}

// marker draws the mark of a series with its middle at a point: full or, with an outline, empty.
func (p chartPen) marker(at point, look seriesLook) {
	const r = markerSize / 2
	var corners []point
	switch look.marks {
	case markerDisc: // a line of next to no length with round ends
		b := append(number(p.begin(), look.grey), "G 1 J "...)
		b = append(number(b, markerSize*mm), "w "...)
		b = append(p.at(b, at), "m "...)
		p.end(append(p.at(b, point{at.x + 0.005, at.y}), "l S "...))
		return
	case markerSquare:
		corners = []point{{-r, -r}, {r, -r}, {r, r}, {-r, r}}
	case markerTriangle:
		corners = []point{{0, -r * 1.2}, {r * 1.1, r * 0.8}, {-r * 1.1, r * 0.8}}
	case markerDiamond:
		corners = []point{{0, -r * 1.3}, {r * 1.3, 0}, {0, r * 1.3}, {-r * 1.3, 0}}
	}
	fill := look.grey
	if look.outline {
		fill = 1
	}
	b := append(number(p.begin(), fill), "g "...)
	b = append(number(b, look.grey), "G "...)
	b = append(number(b, lineWidth*0.7*mm), "w "...)
	for i, corner := range corners {
		b = p.at(b, point{at.x + corner.x, at.y + corner.y})
		if i == 0 {
			b = append(b, "m "...)
		} else {
			b = append(b, "l "...)
		}
	}
	p.end(append(b, "b "...))
}
