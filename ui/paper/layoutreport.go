package paper

import "slices"

var (
	styleFigure      = style{size: 15, leading: 7.2}
	styleFigureLabel = style{size: 8.5, leading: 4}
)

const (
	figuresAcross = 4
	figureGap     = 5.0
	figureRule    = 0.6
	gapNote       = 1.2
	// mostTogether is the share of a page that is rather left empty than a table parted.
	mostTogether = 0.22
)

// figures lays out numbers, each as wide as the others. They are read with their labels first.
func (l *layouter) figures(b Figures) {
	across := figuresAcross
	if n := len(b.Items); n%figuresAcross == 1 || n == 3 {
		across = 3 // none is left alone on a row
	}
	width := (l.width - figureGap*float64(across-1)) / float64(across)
	list := l.root.add("L", "")
	for row := range slices.Chunk(b.Items, across) {
		columns := make([][]slice, len(row))
		for i, f := range row {
			area := box{l.left + float64(i)*(width+figureGap), width}
			item := list.add("LI", "").add("LBody", "")
			label := l.lines(f.Label, styleFigureLabel, area, item.add("P", ""))
			value := l.lines(f.Value, styleFigure, area, item.add("P", ""))
			height, draw := stacked(slices.Concat(value, label))
			columns[i] = []slice{{height + 1.5, func(c *canvas, y float64) {
				c.rule(area.x, y, width, figureRule, 0.25)
				draw(c, y+1.5)
			}}}
		}
		l.push(l.zip(columns...), gapTable)
	}
}

// lead keeps the last two lines or rows laid out so far on the page of what comes next. What stands above a heading leads
// up to nothing.
func (l *layouter) lead() {
	for i := len(l.pieces) - 1; i >= max(len(l.pieces)-2, 0); i-- {
		if k := l.pieces[i].kind; k != kindText && k != kindRow {
			return
		}
		l.pieces[i].keep = true
	}
}

// ruledOff draws a rule above a row of totals.
func (l *layouter) ruledOff(row []piece) {
	row[0].columns = append(row[0].columns, func(c *canvas, y float64) { c.rule(l.left, y, l.width, rule, 0.2) })
	last := &row[len(row)-1]
	height := last.height
	last.columns = append(last.columns, func(c *canvas, y float64) { c.rule(l.left, y+height, l.width, rule, 0.2) })
}

// tableNotes lays out what is said under a table, which stays with its end.
func (l *layouter) tableNotes(t Table) {
	area := l.second()
	if len(t.Rows) > 0 && len(t.Columns) > 0 {
		area = l.full()
	}
	for _, note := range t.Notes {
		if note.empty() {
			continue
		}
		if n := len(l.pieces); n > 0 && !l.pieces[n-1].brk {
			l.pieces[n-1].keep = true
		}
		l.push(l.zip(l.lines(note, l.set(styleSmall), area, l.root.add("P", note.Language))), gapNote)
	}
}

// keepTogether keeps the pieces from one on on a page, unless they are high.
func (l *layouter) keepTogether(begin int) {
	height := 0.0
	for _, p := range l.pieces[begin:] {
		height += p.height
	}
	if height > (l.bottom-l.top)*mostTogether {
		return
	}
	for i := begin; i < len(l.pieces)-1; i++ {
		l.pieces[i].keep = true
	}
}
