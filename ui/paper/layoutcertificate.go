package paper

// The page of a certificate, in millimetres.
const (
	frameMargin      = 10.0 // from the edge of the page to the frame
	frameGap         = 2.2  // between the two rules of the frame
	certificateSide  = 28.0 // from the edge of the page to the text
	certificateTop   = 30.0
	certificateFoot  = 26.0
	centredRule      = 32.0 // length of the rule under a title
	centredRuleAbove = 3.0
)

// The styles of centred text by their size, and the empty height above.
var (
	styleCentred = [...]style{SizeText: {size: 11, leading: 5.4}, SizeMedium: {size: 15, leading: 7.2}, SizeLarge: {size: 23, leading: 10.5}, SizeTitle: {size: 27, leading: 12.5}}
	gapCentred   = [...]float64{SizeText: 2.2, SizeMedium: 3.5, SizeLarge: 6, SizeTitle: 10}
)

// certificate sets the area for text of a certificate, the same on every page.
func (l *layouter) certificate(f *furniture) {
	l.left, l.width = certificateSide, l.pageWidth-2*certificateSide
	l.top, l.bottom = certificateTop, l.pageHeight-certificateFoot
	if f.logo != nil {
		l.top += f.logo.height + logoGap - 6
	}
	l.firstTop = l.top
	f.geometry = l.geometry
}

// drawFrame draws what stands on page n of certificates around the text: two rules, and the logo in the middle.
func (f *furniture) drawFrame(c *canvas, n int) {
	for i, thickness := range []float64{0.6, 0.2} {
		in := frameMargin + float64(i)*frameGap
		width, height := f.pageWidth-2*in, f.pageHeight-2*in
		c.rule(in, in, width, thickness, 0.35)
		c.rule(in, in+height, width, thickness, 0.35)
		c.rule(in-thickness/2, in+height/2, thickness, height+thickness, 0.35) // upright
		c.rule(in+width-thickness/2, in+height/2, thickness, height+thickness, 0.35)
	}
	if f.logo == nil {
		return
	}
	read := f.logoNode
	if n > 0 {
		read = nil // it is read once
	}
	c.image(read, (f.pageWidth-f.logo.width)/2, certificateTop-6, f.logo)
}

// centred lays out a paragraph in the middle.
func (l *layouter) centred(b Centred) {
	if b.empty() {
		return
	}
	size := min(max(b.Size, 0), SizeTitle)
	st, kind := styleCentred[size], "P"
	if b.Level > 0 {
		kind = [...]string{"H1", "H2", "H3"}[min(b.Level, 3)-1]
	}
	p := b.Paragraph
	p.centred = true
	lines := l.lines(p, st, l.full(), l.root.add(kind, p.Language))
	if b.Ruled {
		lines = append(lines, slice{centredRuleAbove + 0.6, func(c *canvas, y float64) {
			c.rule(l.left+(l.width-centredRule)/2, y+centredRuleAbove, centredRule, 0.4, 0.35)
		}})
	}
	pieces := l.zip(lines)
	if b.Level > 0 {
		text := ""
		for _, s := range p.Spans {
			text += s.Text
		}
		l.heading(pieces, text, min(b.Level, 3)-1)
	}
	l.push(pieces, gapCentred[size])
}
