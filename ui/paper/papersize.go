package paper

import "math"

// PaperSize is the paper that a document is printed on.
type PaperSize string

// The sizes.
const (
	PaperA4      PaperSize = ""        // upright, unless the document says that it lies
	PaperA3      PaperSize = "a3"      // laid out on A4 and enlarged
	PaperLeaflet PaperSize = "leaflet" // A5, two pages on each side of A4, to be printed on both sides and folded once
)

// Sizes of paper in millimetres (ISO 216); A5 is half of A4 exactly, so that a folded sheet has no narrow page.
const (
	shortA4 = 210.0
	longA4  = 297.0
	longA3  = 420.0 // twice the short side of A4, and its short side is the long one of A4
)

// leafletPages is how many pages one sheet of a leaflet has.
const leafletPages = 4

// enlargement is how much larger a page is printed than it is laid out.
func (p PaperSize) enlargement() float64 {
	if p == PaperA3 {
		return math.Sqrt2
	}
	return 1
}

// side is the size of a printed side for pages of a geometry.
func (p PaperSize) side(g geometry) (width, height float64) {
	switch {
	case p == PaperLeaflet:
		return longA4, shortA4
	case p == PaperA3 && g.pageWidth > g.pageHeight:
		return longA3, longA4
	case p == PaperA3:
		return longA4, longA3
	}
	return g.pageWidth, g.pageHeight
}

// landing is where a page is printed: on which side, and how far from its left edge before it is enlarged.
type landing struct {
	side int
	x    float64
}

// landings tells where each page of a document is printed, and on how many sides. The pages of a leaflet lie so that they
// follow each other when the sheets are folded into one another: the last one beside the first.
func (p PaperSize) landings(pages int) ([]landing, int) {
	out := make([]landing, pages)
	if p != PaperLeaflet {
		for i := range out {
			out[i].side = i
		}
		return out, pages
	}
	all := p.wholeSheets(pages)
	for i := range out {
		side, right := i, i%2 == 0
		if i >= all/2 {
			side, right = all-1-i, (all-1-i)%2 == 1
		}
		out[i].side = side
		if right {
			out[i].x = longA4 / 2
		}
	}
	return out, all / 2
}

// wholeSheets rounds a number of pages up to what the paper has in any case.
func (p PaperSize) wholeSheets(pages int) int {
	if p != PaperLeaflet {
		return pages
	}
	return (pages + leafletPages - 1) / leafletPages * leafletPages
}
