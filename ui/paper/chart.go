package paper

import (
	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// The styles of a chart. Lengths are in millimetres.
var (
	styleChartTitle = style{size: 9, leading: 5}
	styleChart      = style{size: 7.5, leading: 3.4}
	styleChartSmall = style{size: 6.3, leading: 3.4} // of names under the plot that would touch each other
)

const (
	chartHeight = 48.0 // of the plot alone
	chartGap    = 1.4  // between labels and what they are of
	legendRow   = 5.0
	swatch      = 5.0 // length of a sample in the legend
	nameGap     = 0.8 // between names under the plot
)

// plot is a chart that knows how high it is and how it is drawn.
type plot struct {
	height float64
	draw   func(p chartPen, y float64)
}

// plotter lays out the plot of a chart.
type plotter struct {
	*layouter
	chart table.Chart
	in    words.In
	axis  axis
}

// chart lays out a chart: its title, its legend when there is more than one series, and its plot.
func (l *layouter) chart(b Chart) {
	c := known(b.Of)
	p := plotter{l, c, words.In(l.language), axisOf(c.Series)}
	if len(c.Categories) == 0 || len(c.Series) == 0 {
		return
	}
	drawn := p.plot()
	if drawn.height > l.bottom-l.top-2*legendRow {
		return // so many categories are read in the table
	}
	title, drawTitle := stacked(l.lines(Bold("", c.Title), styleChartTitle, l.full(), l.root.add("P", "")))
	if c.Title == "" {
		title, drawTitle = 0, func(*canvas, float64) {}
	}
	figure := l.root.add("Figure", "")
	figure.alt = string(l.line(c.Summary))
	if figure.alt == "" {
		figure.alt = string(l.line(c.Title))
	}
	legend := 0.0
	if len(c.Series) > 1 {
		legend = legendRow
	}
	gap := gapTable
	if n := len(l.pieces); n > 0 && l.pieces[n-1].kind == kindHeading {
		gap = gapAfterHead
	}
	l.groups++
	l.push([]piece{{
		kind: kindText, group: l.groups, height: title + legend + drawn.height,
		columns: []func(c *canvas, y float64){
			drawTitle,
			func(c *canvas, y float64) {
				q := chartPen{c, figure}
				if legend > 0 {
					p.legend(q, y+title)
				}
				drawn.draw(q, y+title+legend)
			},
		},
	}}, gap)
}

// known is a chart without the series of which nothing is known. Every series has a value for each category.
func known(c table.Chart) table.Chart {
	out := c
	out.Series = nil
	for _, s := range c.Series {
		values := make([]model.Count, len(c.Categories))
		any := false
		for i := range min(len(s.Values), len(values)) {
			values[i] = s.Values[i]
			any = any || s.Values[i].Known
		}
		if any {
			s.Values = values
			out.Series = append(out.Series, s)
		}
	}
	return out
}

func (p plotter) plot() plot {
	slot := (p.width - p.axisRoom()) / float64(max(len(p.chart.Categories), 1))
	switch {
	case p.chart.Kind == table.Lines:
		return p.lineChart()
	case p.widestCategory(styleChartSmall) > slot-nameGap || len(p.chart.Categories)*len(p.chart.Series) > 40:
		return p.rowChart()
	}
	return p.columnChart()
}

// label is text on one line of at most a width.
func (p plotter) label(s string, width float64) line { return p.labelIn(styleChart, s, width) }

func (p plotter) labelIn(st style, s string, width float64) line {
	return short(glyphsOf(p.line(s), regular), st.perMille(width))
}

func (p plotter) number(n int) line { return p.label(p.in.Number(int64(n)*100), p.width) }

func (p plotter) widestCategory(st style) float64 {
	widest := 0
	for _, c := range p.chart.Categories {
		widest = max(widest, p.labelIn(st, c, p.width).width)
	}
	return st.millimetres(widest)
}

// names is the style in which the names under the plot have room, each of so much.
func (p plotter) names(slot float64) style {
	if p.widestCategory(styleChart) > slot-nameGap {
		return styleChartSmall
	}
	return styleChart
}

// widestValue is the width of the longest number of the chart.
func (p plotter) widestValue() float64 {
	widest := 0
	for _, s := range p.chart.Series {
		for _, v := range s.Values {
			if v.Known {
				widest = max(widest, p.number(v.N).width)
			}
		}
	}
	return styleChart.millimetres(widest)
}

// axisRoom is the width of the numbers beside the plot.
func (p plotter) axisRoom() float64 {
	return styleChart.millimetres(p.number(p.axis.top).width) + chartGap
}

// legend tells the series apart, next to each other.
func (p plotter) legend(q chartPen, y float64) {
	room := p.width/float64(len(p.chart.Series)) - swatch - 3*chartGap
	x := p.left
	for i, s := range p.chart.Series {
		look := lookOfSeries(i)
		if p.chart.Kind == table.Lines {
			middle := y + styleChart.leading/2
			q.polyline([]point{{x, middle}, {x + swatch, middle}}, look)
			q.marker(point{x + swatch/2, middle}, look)
		} else {
			q.bar(box{x, swatch}, y+0.4, styleChart.leading-0.8, look)
		}
		name := p.label(s.Name, room)
		q.c.text(q.n, x+swatch+chartGap, y+styleChart.baseline(), name, styleChart)
		x += swatch + styleChart.millimetres(name.width) + 5*chartGap
	}
}

// beside draws a text that ends at x, with its middle at y.
func (q chartPen) beside(text line, x, y float64) {
	q.c.text(q.n, x-styleChart.millimetres(text.width), y-styleChart.leading/2+styleChart.baseline(), text, styleChart)
}

// centredAt draws a text with its middle at x, under y.
func (q chartPen) centredAt(text line, x, y float64, st style) {
	q.c.text(q.n, x-st.millimetres(text.width)/2, y+st.baseline(), text, st)
}
