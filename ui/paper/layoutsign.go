package paper

import "slices"

const (
	signatureWidth = 82.0
	handHeight     = 10.0 // to write by hand above a rule
	signHeight     = 13.0 // to sign above a rule
)

// signatures lays out the places to sign, two in a row. If all fit on a page with the end of the text, they go on one
// together with it; otherwise the first row stays with the text, and the pages they run on to say what is signed.
func (l *layouter) signatures(s Signatures) {
	if len(s.Parties) == 0 {
		return
	}
	var rows []piece
	total := 0.0
	for pair := range slices.Chunk(s.Parties, 2) {
		l.groups++
		row := piece{kind: kindSignature, group: l.groups, gap: gapSignature}
		for i, party := range pair {
			x := l.left + float64(i)*(l.width-signatureWidth)
			height, draw := stacked(l.signature(party, box{x, signatureWidth}, l.root.add("Sect", party.Language)))
			row.height = max(row.height, height)
			row.columns = append(row.columns, draw)
		}
		total += row.height + row.gap
		rows = append(rows, row)
	}
	l.keepWithNext()
	fits := total <= (l.bottom-l.top)*0.8 // which leaves room for the lines before
	continued := l.zip(l.lines(Bold("", s.Continued), styleBody, l.full(), nil))
	for i := range rows {
		rows[i].keep = fits && i < len(rows)-1
		if s.Continued != "" {
			rows[i].header = continued
		}
	}
	l.push(rows, gapSignature)
}

// stacked joins slices into one.
func stacked(slices []slice) (height float64, draw func(c *canvas, y float64)) {
	for _, s := range slices {
		height += s.height
	}
	return height, func(c *canvas, y float64) {
		for _, s := range slices {
			s.draw(c, y)
			y += s.height
		}
	}
}

// signature lays out one place to sign: who signs, where and when, the line, and the name under it.
func (l *layouter) signature(s Signature, area box, n *node) []slice {
	paragraph := func(p Paragraph, st style) []slice {
		if p.empty() {
			return nil
		}
		return l.lines(p, st, area, n.add("P", ""))
	}
	out := paragraph(Bold("", s.Party), styleBody)
	if s.PlaceTime == "" {
		out = append(out, ruledLine(area, handHeight))
	} else {
		out = append(out, slice{2, func(*canvas, float64) {}})
		out = append(out, paragraph(Text("", s.PlaceTime), styleBody)...)
		out = append(out, ruledLine(area, 0.8))
	}
	out = append(out, paragraph(Text("", s.PlaceTimeLabel), styleSmall)...)
	out = append(out, ruledLine(area, signHeight))
	if s.Name == "" {
		out = append(out, paragraph(Text("", s.NameLabel), styleSmall)...)
		out = append(out, ruledLine(area, handHeight))
	} else {
		out = append(out, paragraph(Text("", s.Name), styleBody)...)
	}
	out = append(out, paragraph(Text("", s.Title), styleBody)...)
	return append(out, paragraph(Text("", s.Note), styleSmall)...)
}

func ruledLine(area box, above float64) slice {
	return slice{above + 0.6, func(c *canvas, y float64) { c.rule(area.x, y+above, area.width, 0.25, 0) }}
}
