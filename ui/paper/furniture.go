package paper

import "fmt"

// The styles of the letterhead, and how much of it there may be: a header is no place for a text.
var (
	styleSender  = style{size: 8.5, leading: 4.1}
	styleDocName = style{size: 10.5, leading: 5}
)

const (
	maxHeaderLines = 12
	senderWidth    = 85.0
	nameColumn     = 100.0 // of the document's name, from the left edge of the text
	runningColumn  = 70.0  // of the same on the other pages
	pageNumberRoom = 18.0
	logoHeight     = 16.0
	logoWidth      = 60.0
	logoGap        = 2.5
	underHeader    = 10.0
)

// furniture is what stands on every page around the text.
type furniture struct {
	geometry
	sender, name []slice // of the first page
	logo         *logo
	logoNode     *node
	running      [2]line // sender and document name of the other pages
	mark         []rune
	certificate  bool
	foot         *line // of a notice, instead of a header
	footStyle    style
	blank        line // heads its empty pages
}

// newFurniture lays out the header and sets where the text of the first page begins.
func (l *layouter) newFurniture(d Document, pic *logo) *furniture {
	f := &furniture{logo: pic, mark: l.line(d.DraftMark), certificate: d.Certificate}
	if d.Notice {
		l.notice(f, d, pic)
		return f
	}
	if pic != nil {
		f.logoNode = l.root.add("Figure", "")
		f.logoNode.alt = "Logo"
		if len(d.Header.Sender) > 0 {
			f.logoNode.alt = string(l.line(d.Header.Sender[0]))
		}
	}
	if d.Certificate {
		l.certificate(f)
		return f
	}
	nameX := l.left + nameColumn
	nameWidth := l.width - nameColumn - pageNumberRoom
	for i, s := range d.Header.Sender {
		f.sender = append(f.sender, l.headerLine(Span{Text: s, Bold: i == 0}, styleSender, box{l.left, senderWidth})...)
	}
	names := []Span{{Text: d.Header.Name, Bold: true}, {Text: d.Header.Number}}
	for _, s := range d.Header.Details {
		names = append(names, Span{Text: s})
	}
	names = append(names, Span{Text: d.DraftMark, Bold: true})
	for _, s := range names {
		f.name = append(f.name, l.headerLine(s, styleDocName, box{nameX, nameWidth})...)
	}
	f.sender, f.name = f.sender[:min(len(f.sender), maxHeaderLines)], f.name[:min(len(f.name), maxHeaderLines)]
	if len(d.Header.Sender) > 0 {
		f.running[0] = short(glyphsOf(l.line(d.Header.Sender[0]), regular), styleSender.perMille(runningColumn-5))
	}
	name := d.Header.Name
	for _, s := range []string{d.Header.Number, d.DraftMark} {
		if s != "" {
			name += "  " + s
		}
	}
	f.running[1] = short(glyphsOf(l.line(name), regular), styleSender.perMille(l.width-runningColumn-pageNumberRoom))

	left, _ := stacked(f.sender)
	if pic != nil {
		left += pic.height + logoGap
	}
	right, _ := stacked(f.name)
	l.firstTop = max(headerTop+max(left, right)+underHeader, l.firstTop)
	f.geometry = l.geometry
	return f
}

func (l *layouter) headerLine(s Span, st style, area box) []slice {
	if s.Text == "" {
		return nil
	}
	return l.lines(Paragraph{Spans: []Span{s}}, st, area, l.root.add("P", ""))
}

// draw draws the furniture of page n (from 0) of total.
func (f *furniture) draw(c *canvas, n, total int) {
	if len(f.mark) > 0 {
		c.draftMark(f.mark)
	}
	switch {
	case f.certificate:
		f.drawFrame(c, n)
		return
	case f.foot != nil:
		f.drawFoot(c, n, total)
		return
	}
	if n == 0 {
		f.drawLetterhead(c)
	} else {
		y := headerTop + styleSender.baseline()
		c.text(nil, f.left, y, f.running[0], styleSender)
		c.text(nil, f.left+runningColumn, y, f.running[1], styleSender)
		c.rule(f.left, headerTop+7, f.width, fineRule, 0.55)
	}
	st := styleSender
	if n == 0 {
		st = styleDocName
	}
	page := pageNumber(n, total)
	c.text(nil, f.left+f.width-st.millimetres(page.width), headerTop+st.baseline(), page, st)
}

// pageNumber is the number of page n of total, as documents say it: 1 (4).
func pageNumber(n, total int) line {
	number := glyphsOf([]rune(fmt.Sprintf("%d (%d)", n+1, total)), regular)
	return short(number, styleDocName.perMille(pageNumberRoom))
}

func (f *furniture) drawLetterhead(c *canvas) {
	y := headerTop * 1.0
	if f.logo != nil {
		c.image(f.logoNode, f.left, y, f.logo)
		y += f.logo.height + logoGap
	}
	_, draw := stacked(f.sender)
	draw(c, y)
	_, draw = stacked(f.name)
	draw(c, headerTop)
}
