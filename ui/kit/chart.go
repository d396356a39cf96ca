package kit

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/words"
)

// ChartSeries is one row of figures of a chart, one for each category. A figure that is not known is a gap, not zero.
type ChartSeries struct {
	Name   string
	Values []model.Count
}

// Chart is a picture of figures, drawn of lines and rectangles: bars, which lie when the names of their categories are long,
// or lines. The first series is filled and the second is hollow, so that they are told apart in grey too.
type Chart struct {
	widget.BaseWidget
	Lines      bool // lines instead of bars
	Categories []string
	Series     []ChartSeries
	Title      string
	Summary    string // in words, for one who does not see it

	sketch
	size fyne.Size
}

const (
	chartHeight = 250 // with standing bars or lines
	chartMost   = 760 // width
	chartLeast  = 320
	chartName   = 230 // width of the longest name beside a lying bar
	chartBar    = 14  // height of a lying bar
	chartGap    = 10  // between the bars of two categories
	chartMark   = 12  // symbol of a series in the legend
	chartSteps  = 5   // about how many lines there are for the eye
)

// NewChart makes a chart.
func NewChart(title, summary string) *Chart {
	c := &Chart{Title: title, Summary: summary}
	c.ExtendBaseWidget(c)
	return c
}

// AccessibilityLabel is what the chart shows, in words.
func (c *Chart) AccessibilityLabel() string {
	return strings.TrimSpace(strings.TrimSuffix(c.Title, ".") + ". " + c.Summary)
}

// AccessibilityRole is text.
func (c *Chart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// least is the size that the chart needs: high enough for all bars where they lie.
func (c *Chart) least() fyne.Size {
	if c.lying() {
		return fyne.NewSize(chartLeast, c.legendHeight()+float32(len(c.Categories))*c.slot()+captionHeight())
	}
	return fyne.NewSize(chartLeast, chartHeight)
}

// CreateRenderer is called by Fyne.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		layout: func(size fyne.Size) { c.size = size; c.draw() }, draw: c.draw, objects: &c.objects,
		least: c.least,
	}
}

func captionHeight() float32 {
	return fyne.MeasureText("Å", theme.CaptionTextSize(), fyne.TextStyle{}).Height
}

func captionWidth(s string) float32 {
	return fyne.MeasureText(s, theme.CaptionTextSize(), fyne.TextStyle{}).Width
}

// slot is the height of a category with lying bars.
func (c *Chart) slot() float32 { return float32(max(len(c.Series), 1))*chartBar + chartGap }

func (c *Chart) legendHeight() float32 { return captionHeight() + 10 }

// lying reports whether the bars lie: the names of the categories have no room under standing ones.
func (c *Chart) lying() bool {
	if c.Lines || len(c.Categories) == 0 {
		return false
	}
	room := (chartMost - 60) / float32(len(c.Categories))
	for _, name := range c.Categories {
		if captionWidth(name) > room-4 {
			return true
		}
	}
	return false
}

// most is the greatest figure, at least 1.
func (c *Chart) most() int {
	n := 1
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v.Known {
				n = max(n, v.N)
			}
		}
	}
	return n
}

// chartScale says at which figures the lines for the eye stand: at round ones, from zero to one that is not below most.
func chartScale(most int) (step, top int) {
	rough := float64(most) / chartSteps
	power := math.Pow(10, math.Floor(math.Log10(max(rough, 1))))
	for _, f := range []float64{1, 2, 5, 10} {
		if step = int(f * power); float64(step) >= rough {
			break
		}
	}
	return step, (most + step - 1) / step * step
}

func (c *Chart) draw() {
	c.begin()
	if c.size.Width > 0 && len(c.Categories) > 0 {
		c.legend()
		switch {
		case c.lying():
			c.drawLying()
		case c.Lines:
			c.drawLines()
		default:
			c.drawStanding()
		}
	}
	canvas.Refresh(c)
}

func (c *Chart) width() float32 { return min(c.size.Width, chartMost) }

// legend names the series beside their symbols; of one alone the title says what it is.
func (c *Chart) legend() {
	if len(c.Series) < 2 {
		return
	}
	x := float32(0)
	for i, s := range c.Series {
		y := (captionHeight() - chartMark) / 2
		if c.Lines {
			c.dot(i, fyne.NewPos(x+chartMark/2, y+chartMark/2))
		} else {
			c.bar(i, x, y, chartMark, chartMark)
		}
		c.caption(s.Name, fyne.NewPos(x+chartMark+5, 0))
		x += chartMark + 5 + captionWidth(s.Name) + 18
	}
}

func (c *Chart) caption(s string, at fyne.Position) {
	c.text(s, themed(theme.ColorNameForeground), theme.CaptionTextSize(), false, at)
}

// bar draws a bar of series i: the first is filled, others are hollow.
func (c *Chart) bar(i int, x, y, w, h float32) {
	if w <= 0 || h <= 0 {
		return // nothing: the figure beside it says zero
	}
	ink := themed(theme.ColorNamePrimary)
	if i == 0 {
		c.rect(ink, x, y, max(w, 1), max(h, 1))
		return
	}
	r := c.rect(themed(theme.ColorNameHeaderBackground), x, y, max(w, 1), max(h, 1))
	r.StrokeColor, r.StrokeWidth = ink, 1.5
}

// figure writes a figure as everywhere.
func figure(n int) string { return words.In(words.Current()).Number(int64(n) * 100) }

// value is a figure or, of one that is not known, a dash.
func value(v model.Count) string {
	if !v.Known {
		return "–"
	}
	return figure(v.N)
}

func (s ChartSeries) at(i int) model.Count {
	if i >= len(s.Values) {
		return model.Count{}
	}
	return s.Values[i]
}

func (c *Chart) drawLying() {
	names := float32(0)
	for _, name := range c.Categories {
		names = max(names, min(captionWidth(name), chartName))
	}
	most := c.most()
	left := names + 10
	room := max(40, c.width()-left-captionWidth(figure(most))-10)
	y := c.legendHeight()
	for i, name := range c.Categories {
		shown := ellipsis(name, names+1, &canvas.Text{TextSize: theme.CaptionTextSize()})
		c.caption(shown, fyne.NewPos(names-captionWidth(shown), y+(c.slot()-chartGap-captionHeight())/2))
		for n, s := range c.Series {
			v, at := s.at(i), y+float32(n)*chartBar
			long := float32(0)
			if v.Known {
				long = float32(v.N) / float32(most) * room
				c.bar(n, left, at+1, long, chartBar-2)
			}
			c.caption(value(v), fyne.NewPos(left+long+5, at+(chartBar-captionHeight())/2))
		}
		y += c.slot()
	}
	c.rect(themed(theme.ColorNameInputBorder), left-1, c.legendHeight()-2, 1, y-c.legendHeight()-chartGap+4)
}

// plot is where standing bars and lines are drawn.
type plot struct{ left, top, right, bottom, most float32 }

func (p plot) y(n int) float32 { return p.bottom - float32(n)/p.most*(p.bottom-p.top) }

// slot is the middle and the width of the room of category i of n.
func (p plot) slot(i, n int) (middle, width float32) {
	width = (p.right - p.left) / float32(n)
	return p.left + (float32(i)+0.5)*width, width
}

// axes draws the lines for the eye with their figures, and the names of the categories.
func (c *Chart) axes() plot {
	step, top := chartScale(c.most())
	p := plot{
		left: captionWidth(figure(top)) + 8, top: c.legendHeight() + captionHeight(), right: c.width(),
		bottom: c.size.Height - captionHeight() - 8, most: float32(top),
	}
	for n := 0; n <= top; n += step {
		y := p.y(n)
		c.rect(themed(theme.ColorNameSeparator), p.left, y, p.right-p.left, 1)
		s := figure(n)
		c.caption(s, fyne.NewPos(p.left-6-captionWidth(s), y-captionHeight()/2))
	}
	free := float32(0) // where the next name has room
	for i, name := range c.Categories {
		middle, width := p.slot(i, len(c.Categories))
		if w := captionWidth(name); w > width-4 && c.Lines {
			name = ellipsis(name, max(width-4, 40), &canvas.Text{TextSize: theme.CaptionTextSize()})
		}
		x := middle - captionWidth(name)/2
		if x >= free {
			c.caption(name, fyne.NewPos(x, p.bottom+4))
			free = x + captionWidth(name) + 4
		}
	}
	return p
}

func (c *Chart) drawStanding() {
	p := c.axes()
	for i := range c.Categories {
		middle, width := p.slot(i, len(c.Categories))
		wide := min(width*0.8, 90) / float32(max(len(c.Series), 1))
		x := middle - wide*float32(len(c.Series))/2
		for n, s := range c.Series {
			v, top := s.at(i), p.bottom
			if v.Known {
				top = p.y(v.N)
				c.bar(n, x+1, top, wide-2, p.bottom-top)
			}
			if label := value(v); captionWidth(label) <= wide+6 {
				c.caption(label, fyne.NewPos(x+(wide-captionWidth(label))/2, top-captionHeight()))
			}
			x += wide
		}
	}
	c.rect(themed(theme.ColorNameInputBorder), p.left, p.bottom, p.right-p.left, 1)
}

// drawLines draws the last series first, so that this year lies over the one before.
func (c *Chart) drawLines() {
	p := c.axes()
	for n := len(c.Series) - 1; n >= 0; n-- {
		var before *fyne.Position
		for i := range c.Categories {
			v := c.Series[n].at(i)
			if !v.Known {
				before = nil
				continue
			}
			middle, _ := p.slot(i, len(c.Categories))
			at := fyne.NewPos(middle, p.y(v.N))
			if before != nil {
				c.line(n, *before, at)
			}
			before = &at
		}
		for i := range c.Categories {
			if v := c.Series[n].at(i); v.Known {
				middle, _ := p.slot(i, len(c.Categories))
				c.dot(n, fyne.NewPos(middle, p.y(v.N)))
			}
		}
	}
	c.rect(themed(theme.ColorNameInputBorder), p.left, p.bottom, p.right-p.left, 1)
}

func (c *Chart) line(n int, from, to fyne.Position) {
	l := canvas.NewLine(themed(theme.ColorNamePrimary))
	l.StrokeWidth = 3
	if n > 0 {
		l.StrokeWidth = 1
	}
	l.Position1, l.Position2 = from, to
	c.objects = append(c.objects, l)
}

// dot marks a figure of a line: a filled circle of the first series, a hollow square of the others.
func (c *Chart) dot(n int, at fyne.Position) {
	const side = 8
	if n > 0 {
		c.bar(n, at.X-side/2, at.Y-side/2, side, side)
		return
	}
	d := canvas.NewCircle(themed(theme.ColorNamePrimary))
	place(d, at.X-side/2, at.Y-side/2, side, side)
	c.objects = append(c.objects, d)
}
