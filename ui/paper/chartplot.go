package paper

import (
	"math"

	"kumppani/model"
)

const (
	gridGrey  = 0.8
	gridWide  = 0.1
	axisGrey  = 0.35
	axisWide  = 0.25
	barShare  = 0.72 // of a category's room that its bars take
	rowHigh   = 3.6  // of a bar that lies
	rowApart  = 1.8
	mostName  = 40.0 // width of a name under a line
	maxLabels = 0.42 // of the width that the names beside lying bars may take
)

// frame draws the grid and the numbers of a plot with an upright axis, and returns where a value stands.
func (p plotter) frame(q chartPen, area box, top float64) func(n int) float64 {
	at := func(n int) float64 { return top + chartHeight*(1-p.axis.share(n)) }
	for _, n := range p.axis.ticks() {
		y := at(n)
		if n > 0 {
			q.rule(point{area.x, y}, point{area.x + area.width, y}, gridWide, gridGrey)
		}
		q.beside(p.number(n), area.x-chartGap, y)
	}
	return at
}

// upright is the area of a plot with an upright axis, and how high it is with its labels.
func (p plotter) upright() (area box, height float64) {
	room := p.axisRoom()
	return box{p.left + room, p.width - room}, styleChart.leading + chartHeight + chartGap + styleChart.leading
}

// columnChart is bars that stand, those of a category beside each other.
func (p plotter) columnChart() plot {
	area, height := p.upright()
	slot := area.width / float64(len(p.chart.Categories))
	pitch := slot * barShare / float64(len(p.chart.Series))
	pitch = min(pitch, 14) // few bars are no walls
	names := p.names(slot)
	said := p.widestValue() <= pitch-0.3 || len(p.chart.Series) == 1 && p.widestValue() <= slot-1
	return plot{height, func(q chartPen, y float64) {
		top := y + styleChart.leading // the highest bar has its number above
		at := p.frame(q, area, top)
		foot := at(0)
		for i, category := range p.chart.Categories {
			middle := area.x + (float64(i)+0.5)*slot
			x := middle - pitch*float64(len(p.chart.Series))/2
			for s, series := range p.chart.Series {
				if v := series.Values[i]; v.Known {
					q.bar(box{x + pitch*0.04, pitch * 0.92}, at(v.N), foot-at(v.N), lookOfSeries(s))
					if said || v.N == 0 { // else none would look like not known
						q.centredAt(p.number(v.N), x+pitch/2, at(v.N)-styleChart.leading, styleChart)
					}
				}
				x += pitch
			}
			q.centredAt(p.labelIn(names, category, slot), middle, foot+chartGap, names)
		}
		q.rule(point{area.x, foot}, point{area.x + area.width, foot}, axisWide, axisGrey)
	}}
}

// rowChart is bars that lie, with the names of their categories beside them: for names that are long or many.
func (p plotter) rowChart() plot {
	names := min(p.widestCategory(styleChart), p.width*maxLabels)
	area := box{p.left + names + chartGap, p.width - names - 2*chartGap - p.widestValue() - 1}
	each := rowHigh*float64(len(p.chart.Series)) + rowApart
	if room := p.bottom - p.top - 3*legendRow; each*float64(len(p.chart.Categories)) > room {
		each = max(room/float64(len(p.chart.Categories)), styleChart.leading*0.95) // no lower than a line of text
	}
	thick := each * rowHigh / (rowHigh + rowApart/float64(len(p.chart.Series))) / float64(len(p.chart.Series))
	height := each * float64(len(p.chart.Categories))
	said := thick >= styleChart.size/mm // so that the numbers of two bars do not touch
	return plot{height + styleChart.leading, func(q chartPen, y float64) {
		for _, n := range p.axis.ticks() {
			x := area.x + area.width*p.axis.share(n)
			q.rule(point{x, y}, point{x, y + height}, gridWide, gridGrey)
			q.centredAt(p.number(n), x, y+height, styleChart)
		}
		for i, category := range p.chart.Categories {
			top := y + each*float64(i)
			q.beside(p.label(category, names), area.x-chartGap, top+each/2)
			top += (each - thick*float64(len(p.chart.Series))) / 2
			for s, series := range p.chart.Series {
				if v := series.Values[i]; v.Known {
					wide := area.width * p.axis.share(v.N)
					q.bar(box{area.x, wide}, top+thick*0.04, thick*0.92, lookOfSeries(s))
					if said || v.N == 0 {
						q.c.text(q.n, area.x+wide+chartGap, top+thick/2-styleChart.leading/2+styleChart.baseline(), p.number(v.N), styleChart)
					}
				}
				top += thick
			}
		}
		q.rule(point{area.x, y}, point{area.x, y + height}, axisWide, axisGrey)
	}}
}

// lineChart is a line for each series. What is not known is a gap in it; a value alone between two gaps is a mark.
func (p plotter) lineChart() plot {
	area, height := p.upright()
	slot := area.width / float64(len(p.chart.Categories))
	names := p.names(slot)
	every := max(int(math.Ceil((min(p.widestCategory(names), mostName)+nameGap)/slot)), 1) // names that would touch are left out
	said := len(p.chart.Series) == 1 && p.widestValue() <= slot-1
	return plot{height, func(q chartPen, y float64) {
		at := p.frame(q, area, y+styleChart.leading)
		foot := at(0)
		q.rule(point{area.x, foot}, point{area.x + area.width, foot}, axisWide, axisGrey)
		x := func(i int) float64 { return area.x + (float64(i)+0.5)*slot }
		free := p.left // where the next name can begin
		for i, category := range p.chart.Categories {
			q.rule(point{x(i), foot}, point{x(i), foot + 0.8}, axisWide, axisGrey)
			name := p.labelIn(names, category, min(slot*float64(every), mostName))
			half := names.millimetres(name.width) / 2
			middle := min(max(x(i), p.left+half), area.x+area.width-half)
			if i%every == 0 && middle-half >= free {
				q.centredAt(name, middle, foot+chartGap, names)
				free = middle + half + nameGap
			}
		}
		for s := len(p.chart.Series) - 1; s >= 0; s-- { // the first above the others
			look := lookOfSeries(s)
			for _, run := range runs(p.chart.Series[s].Values) {
				points := make([]point, len(run.values))
				for i, v := range run.values {
					points[i] = point{x(run.from + i), at(v.N)}
				}
				if len(points) > 1 {
					q.polyline(points, look)
				}
				for i, to := range points {
					q.marker(to, look)
					if said {
						q.centredAt(p.number(run.values[i].N), to.x, to.y-styleChart.leading-markerSize/2, styleChart)
					}
				}
			}
		}
	}}
}

// run is values in a row that are known.
type run struct {
	from   int
	values []model.Count
}

func runs(values []model.Count) []run {
	var out []run
	for i, v := range values {
		switch {
		case !v.Known:
		case i > 0 && values[i-1].Known:
			out[len(out)-1].values = append(out[len(out)-1].values, v)
		default:
			out = append(out, run{i, []model.Count{v}})
		}
	}
	return out
}
