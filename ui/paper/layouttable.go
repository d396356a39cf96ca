package paper

const (
	cellPad   = 1.3 // above and below the text of a cell, millimetres
	columnGap = 3.0
	fineRule  = 0.15
	rule      = 0.3
)

// table lays out a table: a head over a rule, and rows parted by fine rules.
func (l *layouter) table(t Table) {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		l.block(Text("", t.Empty))
		return
	}
	n := l.root.add("Table", "")
	boxes := l.columns(t)
	head := l.head(t, boxes, n.add("THead", ""))
	repeated := l.head(t, boxes, nil) // in pages after the first, where it is not read again
	headHeight := 0.0
	for i := range head {
		head[i].kind, head[i].keep = kindHeader, true
		headHeight += head[i].height
	}
	for i := range repeated {
		repeated[i].kind = kindHeader
	}
	l.keepWithNext() // what leads up to the table
	l.push(head, gapTable)
	body := n.add("TBody", "")
	for _, row := range t.Rows {
		pieces := l.row(row, boxes, body.add("TR", ""))
		height := 0.0
		for i := range pieces {
			height += pieces[i].height
		}
		whole := headHeight+height <= l.bottom-l.top
		for i := range pieces {
			pieces[i].kind, pieces[i].header = kindRow, repeated
			if whole {
				pieces[i].keep = i < len(pieces)-1
			}
		}
		l.pieces = append(l.pieces, pieces...)
	}
}

// columns shares the width among the columns by weight.
func (l *layouter) columns(t Table) []box {
	total := 0.0
	weight := func(c Column) float64 {
		if c.Weight <= 0 {
			return 1
		}
		return c.Weight
	}
	for _, c := range t.Columns {
		total += weight(c)
	}
	free := l.width - columnGap*float64(len(t.Columns)-1)
	boxes := make([]box, len(t.Columns))
	x := l.left
	for i, c := range t.Columns {
		boxes[i] = box{x, max(free*weight(c)/total, 1)}
		x += boxes[i].width + columnGap
	}
	return boxes
}

func (l *layouter) head(t Table, boxes []box, parent *node) []piece {
	row := parent.add("TR", "")
	columns := make([][]slice, len(boxes))
	for i, c := range t.Columns {
		n := row.add("TH", "")
		if n != nil {
			n.header = true
		}
		columns[i] = l.cell(emphasised(c.Head), boxes[i], n)
	}
	return l.ruled(columns, rule, 0.2)
}

func emphasised(c Cell) Cell {
	out := make(Cell, len(c))
	for i, p := range c {
		out[i] = Paragraph{Language: p.Language, Right: p.Right}
		for _, s := range p.Spans {
			s.Bold = true
			out[i].Spans = append(out[i].Spans, s)
		}
	}
	return out
}

func (l *layouter) row(row []Cell, boxes []box, parent *node) []piece {
	columns := make([][]slice, len(boxes))
	for i, b := range boxes {
		n := parent.add("TD", "")
		if i < len(row) {
			columns[i] = l.cell(row[i], b, n)
		}
	}
	return l.ruled(columns, fineRule, 0.55)
}

// cell lays out the paragraphs of a cell. One alone is the cell itself in the structure.
func (l *layouter) cell(c Cell, area box, n *node) []slice {
	var out []slice
	for _, p := range c {
		if p.empty() {
			continue
		}
		own := n
		if len(c) > 1 {
			own = n.add("P", p.Language)
		} else if n != nil {
			n.language = p.Language
		}
		out = append(out, l.lines(p, styleTable, area, own)...)
	}
	return out
}

// ruled makes the pieces of a row, with room above and below and a rule at its foot.
func (l *layouter) ruled(columns [][]slice, thickness, grey float64) []piece {
	pieces := l.zip(columns...)
	if len(pieces) == 0 { // a row without any text
		pieces = l.zip([]slice{{styleTable.leading, func(*canvas, float64) {}}})
	}
	first, last := &pieces[0], &pieces[len(pieces)-1]
	first.height += cellPad
	for i, draw := range first.columns {
		if draw != nil {
			first.columns[i] = func(c *canvas, y float64) { draw(c, y+cellPad) }
		}
	}
	last.height += cellPad
	height := last.height
	last.columns = append(last.columns, func(c *canvas, y float64) {
		c.rule(l.left, y+height, l.width, thickness, grey)
	})
	return pieces
}
