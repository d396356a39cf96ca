package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/words"
)

// Measures of the calendar in Fyne's units: margins, the head with the month, the row with the names of the days, the
// column with the numbers of the weeks, the days, and the foot with today and the keys.
const (
	calendarMargin = 8
	calendarHead   = 32
	calendarNames  = 22
	calendarWeek   = 38
	calendarCellW  = 40
	calendarCellH  = 28
	calendarFoot   = 50
	calendarWidth  = 2*calendarMargin + calendarWeek + 7*calendarCellW
	calendarHeight = 2*calendarMargin + calendarHead + calendarNames + 6*calendarCellH + calendarFoot
	calendarFootY  = calendarHeight - calendarMargin - calendarFoot
)

type calendarPart int

const (
	calendarNothing calendarPart = iota
	calendarYearBack
	calendarMonthBack
	calendarMonthOn
	calendarYearOn
	calendarToday
	calendarDay
)

type calendarPlace struct {
	part calendarPart
	day  int // days from the first day shown, for calendarDay
}

// calendarHit says what of the calendar lies at p.
func calendarHit(p fyne.Position) calendarPlace {
	left, right := p.X-calendarMargin, calendarWidth-calendarMargin-p.X
	y := p.Y - calendarMargin
	switch {
	case y < 0 || left < 0 || right < 0:
		return calendarPlace{}
	case y < calendarHead && left < calendarHead:
		return calendarPlace{part: calendarYearBack}
	case y < calendarHead && left < 2*calendarHead:
		return calendarPlace{part: calendarMonthBack}
	case y < calendarHead && right < calendarHead:
		return calendarPlace{part: calendarYearOn}
	case y < calendarHead && right < 2*calendarHead:
		return calendarPlace{part: calendarMonthOn}
	case p.Y >= calendarFootY && p.Y < calendarFootY+calendarFoot/2:
		return calendarPlace{part: calendarToday}
	}
	row, column := int(y-calendarHead-calendarNames), int(left-calendarWeek)
	if row < 0 || column < 0 || row >= 6*calendarCellH {
		return calendarPlace{}
	}
	return calendarPlace{calendarDay, row/calendarCellH*7 + min(6, column/calendarCellW)}
}

// CreateRenderer is called by Fyne.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	r := &calendarRenderer{c: c}
	r.title = r.text("", fyne.TextStyle{Bold: true})
	r.week = r.text(words.T("kit.calendar.week"), fyne.TextStyle{})
	for i := range r.names {
		r.names[i] = r.text(words.In(words.Current()).WeekdayShort(time.Weekday((i+1)%7)), fyne.TextStyle{})
	}
	for i := range r.weeks {
		r.weeks[i] = r.text("", fyne.TextStyle{})
	}
	for i := range r.days {
		r.marks[i] = canvas.NewRectangle(theme.Color(theme.ColorNameOverlayBackground))
		r.marks[i].CornerRadius = 5
		r.objects = append(r.objects, r.marks[i])
		r.days[i] = r.text("", fyne.TextStyle{})
	}
	for i, icon := range []fyne.Resource{theme.MediaFastRewindIcon(), theme.NavigateBackIcon(), theme.NavigateNextIcon(), theme.MediaFastForwardIcon()} {
		r.steps[i] = canvas.NewImageFromResource(icon)
		r.objects = append(r.objects, r.steps[i])
	}
	r.today = r.text(words.T("kit.calendar.today", "date", words.In(words.Current()).Date(c.today)), fyne.TextStyle{Bold: true})
	r.keys = r.text(words.T("kit.calendar.keys"), fyne.TextStyle{})
	r.Refresh()
	return r
}

type calendarRenderer struct {
	c           *calendar
	title, week *canvas.Text
	names       [7]*canvas.Text
	weeks       [6]*canvas.Text
	marks       [42]*canvas.Rectangle
	days        [42]*canvas.Text
	steps       [4]*canvas.Image
	today, keys *canvas.Text
	objects     []fyne.CanvasObject
}

func (r *calendarRenderer) text(s string, style fyne.TextStyle) *canvas.Text {
	t := canvas.NewText(s, theme.Color(theme.ColorNameForeground))
	t.Alignment, t.TextStyle = fyne.TextAlignCenter, style
	r.objects = append(r.objects, t)
	return t
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func (r *calendarRenderer) Layout(fyne.Size) {
	const m, icon = calendarMargin, 20
	place(r.title, m+2*calendarHead, m, calendarWidth-2*m-4*calendarHead, calendarHead)
	for i, x := range []float32{m, m + calendarHead, calendarWidth - m - 2*calendarHead, calendarWidth - m - calendarHead} {
		place(r.steps[i], x+(calendarHead-icon)/2, m+(calendarHead-icon)/2, icon, icon)
	}
	place(r.week, m, m+calendarHead, calendarWeek, calendarNames)
	for i, name := range r.names {
		place(name, m+calendarWeek+float32(i)*calendarCellW, m+calendarHead, calendarCellW, calendarNames)
	}
	top := float32(m + calendarHead + calendarNames)
	for i, week := range r.weeks {
		place(week, m, top+float32(i)*calendarCellH, calendarWeek, calendarCellH)
	}
	for i := range r.days {
		x, y := m+calendarWeek+float32(i%7)*calendarCellW, top+float32(i/7)*calendarCellH
		place(r.marks[i], x+2, y+1, calendarCellW-4, calendarCellH-2)
		place(r.days[i], x, y, calendarCellW, calendarCellH)
	}
	place(r.today, m, calendarFootY, calendarWidth-2*m, calendarFoot/2)
	place(r.keys, m, calendarFootY+calendarFoot/2, calendarWidth-2*m, calendarFoot/2)
}

func (r *calendarRenderer) MinSize() fyne.Size { return fyne.NewSize(calendarWidth, calendarHeight) }

func (r *calendarRenderer) Refresh() {
	fore, dim := theme.Color(theme.ColorNameForeground), theme.Color(theme.ColorNamePlaceHolder)
	r.title.Text, r.title.TextSize, r.title.Color = r.c.title(), theme.TextSize()+1, fore
	for _, t := range append([]*canvas.Text{r.week, r.keys}, append(r.names[:], r.weeks[:]...)...) {
		t.Color, t.TextSize = dim, theme.CaptionTextSize()
	}
	r.today.Color = theme.Color(theme.ColorNamePrimary)
	first := r.c.firstShown()
	for i := range r.weeks {
		_, week := first.AddDays(7 * i).ISOWeek()
		r.weeks[i].Text = strconv.Itoa(week)
	}
	for i := range r.days {
		r.day(i, first.AddDays(i))
	}
	canvas.Refresh(r.c)
}

// day draws one day: the cursor is filled, today and the chosen day are framed and bold, and days of the months before
// and after are dim.
func (r *calendarRenderer) day(i int, d model.Date) {
	text, mark := r.days[i], r.marks[i]
	text.Text, text.TextSize = "", theme.TextSize()
	if !d.IsZero() {
		text.Text = strconv.Itoa(d.Day())
	}
	text.TextStyle.Bold = d == r.c.today || d == r.c.chosen
	text.Color = theme.Color(theme.ColorNameForeground)
	if d.Month() != r.c.cursor.Month() {
		text.Color = theme.Color(theme.ColorNamePlaceHolder)
	}
	mark.FillColor, mark.StrokeWidth = theme.Color(theme.ColorNameOverlayBackground), 0
	if text.TextStyle.Bold {
		mark.StrokeColor, mark.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1.5
	}
	if d == r.c.cursor {
		mark.FillColor = theme.Color(theme.ColorNamePrimary)
		text.Color = theme.Color(theme.ColorNameForegroundOnPrimary)
	}
}

func (r *calendarRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *calendarRenderer) Destroy()                     {}
