package paper

import (
	"fmt"
	"math"
	"strconv"

	"github.com/jung-kurt/gofpdf"
)

// style is how text is set.
type style struct {
	size    float64 // points
	leading float64 // millimetres from line to line
	grey    float64 // 0 black … 1 white
}

const mm = 72 / 25.4 // points in a millimetre

// perMille is how many thousandths of the font size a width in millimetres is.
func (s style) perMille(width float64) int { return int(math.Floor(width*mm/s.size*1000 + 0.001)) }

func (s style) millimetres(perMille int) float64 { return float64(perMille) / 1000 * s.size / mm }

// baseline is how far below the top of a line its letters stand: capitals (714/1000 high) are centred in the leading.
func (s style) baseline() float64 { return (s.leading + 0.714*s.size/mm) / 2 }

// canvas draws on the pages of a file and keeps account of what was drawn as part of which structure element. Lengths
// are in millimetres from the top left corner of the page.
type canvas struct {
	pdf    *gofpdf.Fpdf
	geo    geometry  // of a page as it is laid out
	paper  PaperSize // which it is printed on
	page   int       // of the file, from 0: the side that is drawn on
	moved  bool      // whether what is drawn is moved or enlarged
	marked bool
	open   *node     // what is being drawn, while marked
	owners [][]*node // by page and marked content identifier
	used   [2]map[uint16]rune
	last   [2][]rune // by glyph: what it was drawn for last, to look into used less often
	ops    []byte    // what is drawn on the page and not yet handed to gofpdf
}

// newCanvas makes a file of so many empty sides.
func newCanvas(g geometry, paper PaperSize, sides int) *canvas {
	width, height := paper.side(g)
	pdf := gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "mm",
		Size: gofpdf.SizeType{Wd: width, Ht: height},
	})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false) // the finisher packs the pages, at a fraction of the cost
	for range sides {
		pdf.AddPage()
	}
	c := &canvas{pdf: pdf, geo: g, paper: paper, owners: make([][]*node, sides), used: [2]map[uint16]rune{{}, {}}}
	for weight, f := range typeface() {
		c.last[weight] = make([]rune, len(f.advances))
	}
	return c
}

// beginPage draws on where a page lands from now on. The pages of a document are drawn in the order in which they are
// read, wherever they land, and so their structure is in that order.
func (c *canvas) beginPage(l landing) {
	c.page = l.side
	c.pdf.SetPage(l.side + 1)
	if scale := c.paper.enlargement(); l.x != 0 || scale != 1 {
		c.moved = true
		b := append(number4(append(c.ops, "q "...), scale), "0 0 "...)
		b = append(number(number4(b, scale), l.x*scale*mm), "0 cm\n"...)
		c.ops = b
	}
}

// endPage closes what is open and hands the page to gofpdf.
func (c *canvas) endPage() {
	c.unmark()
	if c.moved {
		c.draw("Q")
		c.moved = false
	}
	c.flush()
}

// end leaves gofpdf at its last side, where it has the file end.
func (c *canvas) end() { c.pdf.SetPage(len(c.owners)) }

// flush hands what was drawn to gofpdf, in one piece: piece by piece it would cost as much as all the rest.
func (c *canvas) flush() {
	if n := len(c.ops); n > 0 {
		c.pdf.RawWriteStr(string(c.ops[:n-1])) // which ends in a line break of gofpdf's
	}
	c.ops = c.ops[:0]
}

// draw adds operators that are a line of the page.
func (c *canvas) draw(ops string) { c.ops = append(append(c.ops, ops...), '\n') }

// mark makes what is drawn next part of n, or of nothing that is read when n is nil. What is drawn for the same node in
// a row is one marked content.
func (c *canvas) mark(n *node) {
	if c.marked && c.open == n {
		return
	}
	c.unmark()
	c.marked, c.open = true, n
	if n == nil {
		c.draw("/Artifact BMC")
		return
	}
	id := len(c.owners[c.page])
	c.owners[c.page] = append(c.owners[c.page], n)
	n.kids = append(n.kids, kid{page: c.page, mcid: id})
	b := append(append(append(c.ops, '/'), n.kind...), " <</MCID "...)
	b = strconv.AppendInt(b, int64(id), 10)
	c.ops = append(b, ">> BDC\n"...)
}

func (c *canvas) unmark() {
	if c.marked {
		c.draw("EMC")
	}
	c.marked = false
}

// text draws a line with its baseline at y. gofpdf is handed the finished operators: it would want to read the whole
// typeface for every document, and writes one that PDF/A does not allow.
func (c *canvas) text(n *node, x, y float64, l line, s style) {
	if len(l.glyphs) == 0 {
		return
	}
	c.mark(n)
	b := append(c.ops, "BT "...)
	b = number(b, s.grey)
	b = append(b, "g "...)
	b = number(b, x*mm)
	b = number(b, (c.geo.pageHeight-y)*mm)
	b = append(b, "Td "...)
	for i := 0; i < len(l.glyphs); {
		weight := l.glyphs[i].weight
		b = append(b, "/F"...)
		b = append(b, '1'+weight, ' ')
		b = number(b, s.size)
		b = append(b, "Tf <"...)
		for ; i < len(l.glyphs) && l.glyphs[i].weight == weight; i++ {
			g := l.glyphs[i]
			if c.last[weight][g.gid] != g.r {
				c.last[weight][g.gid] = g.r
				if have, ok := c.used[weight][g.gid]; !ok || g.r < have {
					c.used[weight][g.gid] = g.r
				}
			}
			b = append(b, hexDigits[g.gid>>12], hexDigits[g.gid>>8&15], hexDigits[g.gid>>4&15], hexDigits[g.gid&15])
		}
		b = append(b, "> Tj "...)
	}
	c.ops = append(b, "ET\n"...)
}

const hexDigits = "0123456789abcdef"

// rule draws a horizontal line, thickness millimetres thick.
func (c *canvas) rule(x, y, width, thickness, grey float64) {
	c.mark(nil)
	b := append(number(c.ops, grey), "G "...)
	b = number(b, thickness*mm)
	b = append(b, "w "...)
	b = number(b, x*mm)
	b = number(b, (c.geo.pageHeight-y)*mm)
	b = append(b, "m "...)
	b = number(b, (x+width)*mm)
	b = number(b, (c.geo.pageHeight-y)*mm)
	c.ops = append(b, "l S\n"...)
}

// colour is the share of red, green and blue, 0–1.
type colour [3]float64

// colourDark is the colour of bands and badges, dark enough for white letters in grey print too.
var colourDark = colour{0.09, 0.27, 0.33}

// fill draws a filled rectangle from its top left corner.
func (c *canvas) fill(at box, y, height float64, in colour) {
	c.mark(nil)
	b := c.ops
	for _, part := range in {
		b = number(b, part)
	}
	b = append(b, "rg "...)
	for _, v := range []float64{at.x, c.geo.pageHeight - y - height, at.width, height} {
		b = number(b, v*mm)
	}
	c.ops = append(b, "re f\n"...)
}

// tickBox draws a box of a size, ticked or not, that reads as the character it stands for.
func (c *canvas) tickBox(n *node, x, y, size float64, ticked bool) {
	c.mark(n)
	left, low := x*mm, (c.geo.pageHeight-y-size)*mm
	s := size * mm
	ops := fmt.Sprintf("0 G 0.8 w %.2f %.2f %.2f %.2f re S", left, low, s, s)
	if ticked {
		ops += fmt.Sprintf(" 1.4 w %.2f %.2f m %.2f %.2f l %.2f %.2f l S",
			left+0.2*s, low+0.5*s, left+0.42*s, low+0.24*s, left+0.82*s, low+0.8*s)
	}
	c.draw(ops)
}

// bookmark adds an entry to the outline of the file. gofpdf wants UTF-16 for it.
func (c *canvas) bookmark(title string, level int, y float64) {
	c.pdf.Bookmark(utf16Text(title), level, y*c.paper.enlargement())
}

// number4 appends v with four decimals if it has any, and a space.
func number4(b []byte, v float64) []byte {
	return append(strconv.AppendFloat(b, math.Round(v*10000)/10000, 'f', -1, 64), ' ')
}

// number appends v with at most two decimals, and a space.
func number(b []byte, v float64) []byte {
	hundredths := int64(math.Round(v * 100))
	if hundredths < 0 {
		b = append(b, '-')
		hundredths = -hundredths
	}
	b = strconv.AppendInt(b, hundredths/100, 10)
	if rest := hundredths % 100; rest != 0 {
		b = append(b, '.', byte('0'+rest/10))
		if rest%10 != 0 {
			b = append(b, byte('0'+rest%10))
		}
	}
	return append(b, ' ')
}
