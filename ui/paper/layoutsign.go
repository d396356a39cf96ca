package paper

import "slices"

const (
	signatureWidth = 82.0
	handHeight     = 10.0 // to write by hand above a rule
	signHeight     = 13.0 // to sign above a rule
	maxSignedLines = 12   // of a name, a title, a place: more would not leave room to sign
	maxContinued   = 200  // letters of what heads the pages that signatures run on to
	maxSignature   = 90.0 // height beyond which long names are set small, so that a row never outgrows the page
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
			area, st := box{x, signatureWidth}, styleBody
			if height, _ := stacked(l.signature(party, area, st, nil)); height > maxSignature {
				st = styleSmall
			}
			height, draw := stacked(l.signature(party, area, st, l.root.add("Sect", party.Language)))
			row.height = max(row.height, height)
			row.columns = append(row.columns, draw)
		}
		total += row.height + row.gap
		rows = append(rows, row)
	}
	if n := len(l.pieces); n > 0 && l.pieces[n-1].kind == kindHeading {
		rows[0].gap = gapAfterHead // the room to write in parts them already
	}
	l.keepWithNext()
	fits := total <= (l.bottom-l.top)*0.8 // which leaves room for the lines before
	continued := l.zip(l.lines(Bold("", cut(s.Continued, maxContinued)), styleBody, l.full(), nil))
	continued[len(continued)-1].height += gapAfterHead
	for i := range rows {
		rows[i].keep = fits && i < len(rows)-1
		if s.Continued != "" {
			rows[i].header = continued
		}
	}
	l.push(rows, rows[0].gap)
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
func (l *layouter) signature(s Signature, area box, text style, n *node) []slice {
	paragraph := func(p Paragraph, st style) []slice {
		if p.empty() {
			return nil
		}
		n := n.add("P", "")
		lines := l.lines(p, st, area, n)
		for span := &p.Spans[0]; len(lines) > maxSignedLines; lines = l.lines(p, st, area, n) {
			span.Text = cut(span.Text, max(len([]rune(span.Text))*maxSignedLines/len(lines), 2)-1)
		}
		return lines
	}
	out := paragraph(Bold("", s.Party), text)
	if s.PlaceTime == "" {
		out = append(out, ruledLine(area, handHeight))
	} else {
		out = append(out, slice{2, func(*canvas, float64) {}})
		out = append(out, paragraph(Text("", s.PlaceTime), text)...)
		out = append(out, ruledLine(area, 0.8))
	}
	out = append(out, paragraph(Text("", s.PlaceTimeLabel), styleSmall)...)
	out = append(out, ruledLine(area, signHeight))
	out = append(out, paragraph(Text("", s.SignLabel), styleSmall)...)
	if s.Name == "" {
		out = append(out, ruledLine(area, handHeight))
		out = append(out, paragraph(Text("", s.NameLabel), styleSmall)...)
	} else {
		out = append(out, paragraph(Text("", s.Name), text)...)
	}
	out = append(out, paragraph(Text("", s.Title), text)...)
	return append(out, paragraph(Text("", s.Note), styleSmall)...)
}

// cut returns the first n letters of a text, with an ellipsis when there are more.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

func ruledLine(area box, above float64) slice {
	return slice{above + 0.6, func(c *canvas, y float64) { c.rule(area.x, y+above, area.width, 0.25, 0) }}
}
