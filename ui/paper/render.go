package paper

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// Result is a document on paper.
type Result struct {
	Name        string // of the file
	PDF         []byte
	Pages       int
	Unprintable []rune // characters for which the typeface has nothing, in order; a mark stands in their place
	LogoError   error  // why the logo could not be used; the document is made without it
}

// Render makes the PDF of a document: tagged PDF/A-2b, the same bytes for the same document. It needs the document's
// date. It never panics; what goes wrong inside is an error.
func Render(d Document) (r Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = Result{}, fmt.Errorf("render %q: %v", d.Title, p)
		}
	}()
	if d.Date.IsZero() {
		return Result{}, errors.New("render: the document has no date")
	}
	var pic *logo
	if len(d.Header.Logo) > 0 {
		pic, r.LogoError = logoOf(d.Header.Logo)
	}
	l, pages, around := fitted(d, pic)
	places, sides := l.landings(d.Paper, len(pages))
	c := newCanvas(l.geometry, d.Paper, sides)
	for n, page := range pages {
		c.beginPage(places[n])
		switch {
		case l.abreast < 2:
			around.draw(c, n, len(pages))
		case n%l.abreast == 0:
			around.draw(c, places[n].side, sides)
		}
		if len(page) == 0 && around.foot != nil && d.Paper == PaperLeaflet {
			around.drawBlank(c)
		}
		drawPage(c, page)
		c.endPage()
	}
	c.end()
	var out bytes.Buffer
	if err := c.pdf.Output(&out); err != nil {
		return Result{}, fmt.Errorf("render %q: %w", d.Title, err)
	}
	r.PDF, err = finish(out.Bytes(), properties{
		title:    string(l.line(d.Title)),
		author:   string(l.line(d.Author)),
		subject:  string(l.line(d.Subject)),
		language: d.Language,
		date:     d.Date,
	}, c, l.root)
	r.Name, r.Pages, r.Unprintable = d.FileName, len(pages), l.unprintable()
	if l.abreast > 1 {
		r.Pages = sides
	}
	return r, err
}

// maxTried is how many rows the tables of a document may have for every size of its text to be tried: a longer one takes
// the smallest.
const maxTried = 80

// lessAir is how much smaller the gaps are in the last attempt to spare a page.
const lessAir = 0.7

// fitted lays the document out, in the size in which it fits its paper.
func fitted(d Document, pic *logo) (*layouter, [][]placed, *furniture) {
	scales := []scale{fullScale}
	if len(d.Sizes) > 0 {
		scales = scales[:0]
		for _, n := range d.Sizes {
			scales = append(scales, scale{n, n})
		}
		last := d.Sizes[len(d.Sizes)-1]
		scales = append(scales, scale{last, last * lessAir})
	}
	if rowsOf(d) > maxTried {
		scales = scales[len(scales)-1:]
	}
	l := newLayouter(d, scales[0])
	pages, around := l.layout(d, pic)
	if d.OnePage && len(pages) > 1 {
		small := newLayouter(d, tightScale)
		if one, with := small.layout(d, pic); len(one) == 1 {
			return small, one, with
		}
	}
	sides := func(pages [][]placed) int {
		_, n := l.landings(d.Paper, len(pages))
		return n
	}
	for _, s := range scales[1:] {
		if sides(pages) == 1 && !l.crowded {
			break
		}
		smaller := newLayouter(d, s)
		fewer, with := smaller.layout(d, pic)
		if n := sides(fewer); n < sides(pages) || n == sides(pages) && l.crowded && !smaller.crowded {
			l, pages, around = smaller, fewer, with
		}
	}
	return l, pages, around
}

func rowsOf(d Document) int {
	n := 0
	for _, b := range d.Blocks {
		if t, ok := b.(Table); ok {
			n += len(t.Rows)
		}
	}
	return n
}

func newLayouter(d Document, s scale) *layouter {
	return &layouter{geometry: geometryOf(d), language: d.Language, root: &node{kind: "Document"}, scale: s}
}

// layout puts the document on pages.
func (l *layouter) layout(d Document, pic *logo) ([][]placed, *furniture) {
	around := l.newFurniture(d, pic)
	for _, b := range d.Blocks {
		l.block(b)
	}
	if d.Paper == PaperLeaflet {
		return onSheets(l.pieces, l.geometry), around
	}
	return paginate(slices.DeleteFunc(l.pieces, func(p piece) bool { return p.back }), l.geometry), around
}

// drawPage draws the pieces of a page: those of one group column by column.
func drawPage(c *canvas, page []placed) {
	for len(page) > 0 {
		n, columns := 0, 0
		for n < len(page) && page[n].group == page[0].group {
			columns = max(columns, len(page[n].columns))
			n++
		}
		for column := range columns {
			for _, p := range page[:n] {
				if column < len(p.columns) && p.columns[column] != nil {
					p.columns[column](c, p.y)
				}
			}
		}
		page = page[n:]
	}
}
