package paper

import "slices"

// piece is a slice of the document that is never cut: a line of text, of two texts next to each other, of a row of a
// table; or a row of signatures. Lengths are in millimetres.
type piece struct {
	kind    kind
	gap     float64 // empty height above, which falls away at the top of a page
	height  float64
	keep    bool // stays on the page of the next piece
	brk     bool // ends the page; draws nothing
	back    bool // of a break: what follows goes to the last page of a leaflet
	foot    bool // goes to the foot of its page, with all that follows on it
	across  bool // takes the width of all columns of its page: the others begin beside what follows
	group   int  // the pieces of one group on a page are drawn column by column, so that each is read to its end
	columns []func(c *canvas, y float64)
	header  []piece // what is repeated above the piece when it comes first on a page
}

// kind says what a piece is a slice of.
type kind string

const (
	kindText      kind = "text"
	kindHeading   kind = "heading"
	kindRow       kind = "row"
	kindHeader    kind = "header"
	kindSignature kind = "signature"
)

// placed is a piece on a page, y millimetres from its top edge.
type placed struct {
	*piece
	y float64
}

// flow fills pages from top to bottom.
type flow struct {
	geometry
	pages   [][]placed
	y       float64 // where the next piece goes
	started bool    // whether the page has more on it than repeated headers
	beside  float64 // where the other columns of the first page begin, if not at its top
}

// paginate puts pieces on pages. Pieces kept together begin a new page when the rest of this one is too low for all of
// them, and only if they are higher than a page are they parted. There is always at least one page, and no other is
// empty.
func paginate(pieces []piece, g geometry) [][]placed {
	f := flow{geometry: g, pages: [][]placed{nil}, y: g.firstTop}
	for i := 0; i < len(pieces); {
		if pieces[i].brk {
			f.turn(nil)
			i++
			continue
		}
		last := i
		for pieces[last].keep && last+1 < len(pieces) && !pieces[last+1].brk {
			last++
		}
		if !f.fit(pieces[i : last+1]) {
			f.turn(pieces[i].header)
		}
		for ; i <= last; i++ {
			if !f.fit(pieces[i : i+1]) {
				f.turn(pieces[i].header)
			}
			f.put(&pieces[i])
			f.started = true
		}
	}
	if n := len(f.pages); n > 1 && len(f.pages[n-1]) == 0 {
		f.pages = f.pages[:n-1]
	}
	for _, page := range f.pages {
		f.sink(page)
	}
	return f.pages
}

// onSheets puts pieces on the pages of a leaflet, so many that its sheets are full. What belongs on its back goes there if
// that takes no more sheets.
func onSheets(pieces []piece, g geometry) [][]placed {
	back := slices.IndexFunc(pieces, func(p piece) bool { return p.back })
	without := pieces
	if back >= 0 {
		without = slices.Delete(slices.Clone(pieces), back, back+1)
	}
	pages := paginate(without, g)
	all := PaperLeaflet.wholeSheets(len(pages))
	if back >= 0 {
		front, behind := paginate(pieces[:back], g), paginateAfter(pieces[back+1:], g)
		if len(front)+len(behind) <= all {
			blank := make([][]placed, all-len(front)-len(behind))
			return slices.Concat(front, blank, behind)
		}
	}
	return append(pages, make([][]placed, all-len(pages))...)
}

// paginateAfter is paginate for pieces of which none is on the first page.
func paginateAfter(pieces []piece, g geometry) [][]placed {
	g.firstTop = g.top
	return paginate(pieces, g)
}

// sink moves the pieces of a page from the first one on that goes to its foot down there.
func (f *flow) sink(page []placed) {
	for i, p := range page {
		if !p.foot {
			continue
		}
		last := page[len(page)-1]
		free := f.bottom - last.y - last.height
		for j := i; j < len(page); j++ {
			page[j].y += max(free, 0)
		}
		return
	}
}

func (f *flow) fit(pieces []piece) bool {
	y := f.y
	for i := range pieces {
		if i > 0 || f.started {
			y += pieces[i].gap
		}
		y += pieces[i].height
	}
	return y <= f.bottom+0.001 // rounding must not send the last line of a full page to the next
}

func (f *flow) put(p *piece) {
	if f.started {
		f.y += p.gap
	}
	n := len(f.pages) - 1
	if last := len(f.pages[n]) - 1; last >= 0 && f.pages[n][last].across {
		f.beside = f.y
	}
	f.pages[n] = append(f.pages[n], placed{p, f.y})
	f.y += p.height
}

// turn begins a new page, unless this one has just begun.
func (f *flow) turn(header []piece) {
	if !f.started {
		return
	}
	f.pages = append(f.pages, nil)
	f.y, f.started = f.top, false
	if len(f.pages) <= f.abreast {
		f.y = max(f.top, f.beside)
	}
	for i := range header {
		f.put(&header[i])
	}
}
