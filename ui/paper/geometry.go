package paper

// geometry is the page in millimetres: A4 with the margins and columns of the Finnish document standard (SFS 2487). The
// text stands at the second column, headings and labels at the left edge; tables and texts side by side take the whole
// width.
type geometry struct {
	pageWidth, pageHeight float64
	left, width           float64 // the area for text
	firstTop, top, bottom float64 // of that area, on the first page and on the others
	abreast               int     // columns of text on a page, each as wide as that area, which is the left one; 0 is one
}

const (
	marginLeft   = 20
	marginRight  = 15
	marginBottom = 20
	headerTop    = 12
	runningTop   = 27 // text of the pages after the first
	secondColumn = 43 // from the left edge of the text
	pairGap      = 8  // between texts side by side
	columnGap    = 5  // between columns
)

// Margins of what is hung on a wall, and of a leaflet, whose pages are small. Those of A3 are enlarged with the page.
const (
	noticeSide    = 15
	noticeTop     = 13
	noticeBottom  = 17
	largeSide     = 10
	largeTop      = 9
	largeBottom   = 12
	leafletSide   = 10
	leafletTop    = 10
	leafletBottom = 14
)

// geometryOf is the page of a document, as it is laid out.
func geometryOf(d Document) geometry {
	if !d.Notice {
		return newGeometry(d.Landscape)
	}
	g := geometry{pageWidth: shortA4, pageHeight: longA4}
	side, top, bottom := noticeSide, noticeTop, noticeBottom
	switch {
	case d.Paper == PaperLeaflet:
		g.pageWidth, g.pageHeight = longA4/2, shortA4
		side, top, bottom = leafletSide, leafletTop, leafletBottom
	case d.Landscape:
		g.pageWidth, g.pageHeight = longA4, shortA4
	case d.Paper == PaperA3:
		side, top, bottom = largeSide, largeTop, largeBottom
	}
	g.left, g.width, g.abreast = float64(side), g.pageWidth-2*float64(side), d.Columns
	if n := float64(g.abreast); n > 1 {
		g.width = (g.width - (n-1)*columnGap) / n
	}
	g.firstTop, g.top, g.bottom = float64(top), float64(top), g.pageHeight-float64(bottom)
	return g
}

func newGeometry(landscape bool) geometry {
	g := geometry{pageWidth: shortA4, pageHeight: longA4}
	if landscape {
		g.pageWidth, g.pageHeight = longA4, shortA4
	}
	g.left, g.width = marginLeft, g.pageWidth-marginLeft-marginRight
	g.firstTop, g.top, g.bottom = runningTop, runningTop, g.pageHeight-marginBottom
	return g
}

// box is the width that a block has.
type box struct{ x, width float64 }

func (g geometry) full() box   { return box{g.left, g.width} }
func (g geometry) second() box { return box{g.left + secondColumn, g.width - secondColumn} }

// across is the width of all columns.
func (g geometry) across() box {
	n := float64(max(g.abreast, 1))
	return box{g.left, n*g.width + (n-1)*columnGap}
}

// landings tells where each page is printed when it is a column of one, and on how many sides.
func (g geometry) landings(p PaperSize, pages int) ([]landing, int) {
	if g.abreast < 2 {
		return p.landings(pages)
	}
	out := make([]landing, pages)
	for i := range out {
		out[i] = landing{i / g.abreast, float64(i%g.abreast) * (g.width + columnGap)}
	}
	return out, (pages + g.abreast - 1) / g.abreast
}

func (g geometry) label() box { return box{g.left, secondColumn - 4} }

func (g geometry) halves() (left, right box) {
	w := (g.width - pairGap) / 2
	return box{g.left, w}, box{g.left + w + pairGap, w}
}
