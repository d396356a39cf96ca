package paper

const (
	fineRule = 0.15
	rule     = 0.3
)

// tableLook is how a table is set. Lengths are in millimetres.
type tableLook struct {
	text      style
	pad       float64 // above and below the text of a cell
	gap       float64 // between columns
	rowHeight float64 // at least
	grid      bool
}

func (l *layouter) lookOf(t Table) tableLook {
	look := tableLook{text: styleTable, pad: 1.3, gap: 3, rowHeight: t.RowHeight, grid: t.Grid}
	if t.Dense {
		look.text, look.pad, look.gap = styleDense, 0.7, 2
	}
	look.text, look.pad = l.set(look.text), look.pad*l.scale.gap
	return look
}

// table lays out a table: a head over a rule, and rows parted by fine rules. Of its first two rows and of its last two
// none is left alone on a page.
func (l *layouter) table(t Table) {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		l.block(Text("", t.Empty))
		l.tableNotes(t)
		return
	}
	begin := len(l.pieces)
	look := l.lookOf(t)
	boxes := l.columns(t, look.gap)
	head, repeated, body := l.tableTop(t, boxes, look)
	headHeight := 0.0
	for i := range repeated {
		headHeight += repeated[i].height
		repeated[i].kind = kindHeader
	}
	if len(head) > 0 {
		l.push(head, gapTable)
	}
	for at, row := range t.Rows {
		pieces := l.row(row, boxes, look, body)
		height := 0.0
		for i := range pieces {
			height += pieces[i].height
		}
		whole := headHeight+height <= l.bottom-l.top
		if t.Total && at == len(t.Rows)-1 {
			l.ruledOff(pieces)
		}
		for i := range pieces {
			pieces[i].kind, pieces[i].header = kindRow, repeated
			if whole {
				pieces[i].keep = i < len(pieces)-1 || !t.List && len(t.Rows) > 1 && (at == 0 || at == len(t.Rows)-2)
			}
		}
		l.pieces = append(l.pieces, pieces...)
	}
	l.tableNotes(t)
	if t.Together {
		l.keepTogether(begin)
	}
}

// tableTop lays out what is above the rows of a table: its band and the heads of its columns. Repeated is the same for the
// pages after the first, where it is not read again; body is what the rows are parts of.
func (l *layouter) tableTop(t Table, boxes []box, look tableLook) (head, repeated []piece, body *node) {
	if t.Band.Text != "" {
		head = l.band(t.Band, l.root)
		again := t.Band
		again.Text = joined(" ", again.Text, t.Continued)
		repeated = l.band(again, nil)
	}
	if t.List {
		if len(head) > 0 {
			l.heading(head, t.Band.Text, bandLevel)
		}
		return head, repeated, l.root.add("L", "")
	}
	l.keepLead()
	n := l.root.add("Table", "")
	heads := l.head(t, boxes, look, n.add("THead", ""))
	for i := range heads {
		heads[i].kind, heads[i].keep = kindHeader, true
	}
	if len(head) > 0 {
		l.heading(head, t.Band.Text, bandLevel)
	}
	return append(head, heads...), append(repeated, l.head(t, boxes, look, nil)...), n.add("TBody", "")
}

// columns shares the width among the columns by weight; the first may have a width of its own.
func (l *layouter) columns(t Table, gap float64) []box {
	total, free := 0.0, l.width-gap*float64(len(t.Columns)-1)
	weight := func(c Column) float64 {
		if c.Weight <= 0 {
			return 1
		}
		return c.Weight
	}
	for _, c := range t.Columns {
		total += weight(c)
	}
	boxes := make([]box, len(t.Columns))
	for i, c := range t.Columns {
		width := free * weight(c) / total
		if i == 0 && t.First > 0 {
			width = min(t.First*l.scale.text, free)
			free, total = free-width, total-weight(c)
		}
		boxes[i].width = max(width, 1)
	}
	x := l.left
	for i := range boxes {
		boxes[i].x = x
		x += boxes[i].width + gap
	}
	return boxes
}

func (l *layouter) head(t Table, boxes []box, look tableLook, parent *node) []piece {
	row := parent.add("TR", "")
	columns := make([][]slice, len(boxes))
	for i, c := range t.Columns {
		n := row.add("TH", "")
		if n != nil {
			n.header = true
		}
		columns[i] = l.cell(emphasised(c.Head), boxes[i], look.text, n)
	}
	look.rowHeight = 0
	return l.ruled(columns, boxes, look, ink{rule, 0.2})
}

func emphasised(c Cell) Cell {
	out := make(Cell, len(c))
	for i, p := range c {
		out[i] = p
		out[i].Spans = nil
		for _, s := range p.Spans {
			s.Bold = true
			out[i].Spans = append(out[i].Spans, s)
		}
	}
	return out
}

func (l *layouter) row(row []Cell, boxes []box, look tableLook, parent *node) []piece {
	columns := make([][]slice, len(boxes))
	list := parent != nil && parent.kind == "L"
	var all *node
	if list {
		all = parent.add("LI", "").add("LBody", "")
	} else {
		all = parent.add("TR", "")
	}
	for i, b := range boxes {
		switch {
		case list && i < len(row):
			for _, p := range row[i] {
				if p.empty() {
					continue
				}
				columns[i] = append(columns[i], l.cell(Cell{p}, b, look.text, all.add("P", ""))...)
			}
		case list:
		case i < len(row):
			columns[i] = l.cell(row[i], b, look.text, all.add("TD", ""))
		default:
			all.add("TD", "")
		}
		if height, draw := stacked(columns[i]); list && height < (l.bottom-l.top)/2 {
			columns[i] = []slice{{height, draw}} // each column at its own pace: a large line beside small ones parts them no more
		}
	}
	return l.ruled(columns, boxes, look, ink{fineRule, 0.55})
}

// cell lays out the paragraphs of a cell. One alone is the cell itself in the structure.
func (l *layouter) cell(c Cell, area box, text style, n *node) []slice {
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
		if own != nil {
			own.actual = p.Reads
		}
		out = append(out, l.lines(p, text, area, own)...)
	}
	return out
}

// ink is how a rule is drawn.
type ink struct{ thickness, grey float64 }

// ruled makes the pieces of a row, with room above and below and a rule at its foot.
func (l *layouter) ruled(columns [][]slice, boxes []box, look tableLook, foot ink) []piece {
	pieces := l.zip(columns...)
	if len(pieces) == 0 { // a row without any text
		pieces = l.zip([]slice{{look.text.leading, func(*canvas, float64) {}}})
	}
	first, last := &pieces[0], &pieces[len(pieces)-1]
	first.height += look.pad
	for i, draw := range first.columns {
		if draw != nil {
			first.columns[i] = func(c *canvas, y float64) { draw(c, y+look.pad) }
		}
	}
	last.height += look.pad
	height := 0.0
	for i := range pieces {
		height += pieces[i].height
	}
	last.height += max(look.rowHeight-height, 0)
	for i := range pieces {
		if !look.grid {
			break
		}
		high := pieces[i].height
		pieces[i].columns = append(pieces[i].columns, func(c *canvas, y float64) {
			for _, b := range boxes[1:] {
				c.rule(b.x-look.gap/2, y+high/2, fineRule, high, 0.55) // upright: a rule as thick as it is long
			}
		})
	}
	height = last.height
	last.columns = append(last.columns, func(c *canvas, y float64) {
		c.rule(l.left, y+height, l.width, foot.thickness, foot.grey)
	})
	return pieces
}
