package paper

import (
	"bytes"
	"errors"
	"fmt"
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
	l := &layouter{geometry: newGeometry(d.Landscape), language: d.Language, root: &node{kind: "Document"}}
	var pic *logo
	if len(d.Header.Logo) > 0 {
		pic, r.LogoError = logoOf(d.Header.Logo)
	}
	pages, around := l.layout(d, pic)
	c := newCanvas(l.geometry)
	for n, page := range pages {
		c.newPage()
		around.draw(c, n, len(pages))
		drawPage(c, page)
	}
	c.finishPage()
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
	return r, err
}

// layout puts the document on pages.
func (l *layouter) layout(d Document, pic *logo) ([][]placed, *furniture) {
	around := l.newFurniture(d, pic)
	for _, b := range d.Blocks {
		l.block(b)
	}
	return paginate(l.pieces, l.geometry), around
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
