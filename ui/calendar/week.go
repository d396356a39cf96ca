package calendar

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// weekForm is one of the pictures of a week.
type weekForm int

// The forms, in the order of their buttons.
const (
	byTime   weekForm = iota // days by the hours of the day
	byPlace                  // a row for each place
	byLeader                 // a row for each leader
)

// weekView shows the sessions of a week, and at the right one of them when it is open.
type weekView struct {
	s      *Screen
	monday model.Date
	agenda *agenda
	form   weekForm
	rows   []weekRow // of the form by place or by leader
	judged string    // what was said of the session that is being moved

	bar     *gridBar
	forms   []*kit.Button
	time    *kit.TimeGrid
	lines   *kit.CellGrid
	detail  *widget.Label
	middle  *fyne.Container
	panel   *panel
	split   *container.Split
	offset  float64
	content fyne.CanvasObject
}

// weekNames is the width of the names of places and leaders; panelLeast is the least one of the panel beside the week, of
// which the week takes gridShare as long as the panel has that.
const (
	weekNames  = 190
	panelLeast = 320
	gridShare  = 0.66
)

func newWeekView(s *Screen) *weekView {
	v := &weekView{s: s, time: kit.NewTimeGrid(), lines: kit.NewCellGrid(weekNames), detail: widget.NewLabel(""), offset: gridShare, agenda: &agenda{}}
	v.detail.Truncation = fyne.TextTruncateEllipsis
	var forms []fyne.CanvasObject
	for i, word := range []string{"calendar.grid.by_time", "calendar.grid.by_place", "calendar.grid.by_leader"} {
		b := kit.NewQuietButton(words.T(word), nil, func() { v.choose(weekForm(i)) })
		v.forms = append(v.forms, b)
		forms = append(forms, b)
	}
	v.bar = newGridBar(s, v.turn, v.goTo, v.fill, forms...)
	v.bar.list = v.List
	v.connect()
	v.middle = container.NewStack(v.time)
	bottom := container.New(layout.NewCustomPaddedLayout(0, 0, 4, 4), v.detail)
	v.content = container.New(layout.NewBorderLayout(v.bar.content, bottom, nil, nil), v.bar.content, v.middle, bottom)
	v.showForm()
	v.Reload()
	v.time.MarkTime(v.monday.DaysUntil(s.day), dayBegins)
	return v
}

// connect tells the grids what to call.
func (v *weekView) connect() {
	t := v.time
	t.SetLabel(words.T("calendar.grid.label"))
	t.OnOpen, t.OnPage, t.OnMove, t.Judge = v.openKey, v.turn, v.moved, v.judge
	t.OnNew = func(column, minute int) { v.begin(v.monday.AddDays(column), minute, weekRow{}) }
	t.OnMore = func(_ int, keys []string) {
		v.choose(byPlace)
		v.lines.Mark(keys[0])
		kit.Focus(v.lines)
	}
	t.OnStand = v.tellTime
	t.Spoken = v.timeText
	l := v.lines
	l.SetLabel(words.T("calendar.grid.label"))
	l.OnOpen, l.OnPage = v.openKey, v.turn
	l.OnCell = func(row, column int) { v.begin(v.monday.AddDays(column), usualStart, v.rows[row]) }
	l.OnRow = v.narrowTo
	l.OnStand, l.Spoken = v.tellCell, v.lineText
}

// Content is asked for each time the view comes to the front; meanwhile another may have gone elsewhere.
func (v *weekView) Content() fyne.CanvasObject {
	if v.monday != v.s.day.Monday() || v.agenda.through != v.s.lens {
		v.fill()
	}
	return v.content
}

// Reload reads the records again; an open form is left alone.
func (v *weekView) Reload() {
	if _, err := v.s.read(); err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	v.fill()
	if v.panel != nil {
		v.panel.Reload()
	}
}

// fill reads the week and draws it.
func (v *weekView) fill() {
	monday := v.s.day.Monday()
	a, err := v.s.readAgenda(context.Background(), monday, monday.AddDays(6))
	if err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	v.monday, v.agenda = monday, a
	v.draw()
}

// draw shows the week as it was read.
func (v *weekView) draw() {
	v.bar.show(weekTitle(v.s.records, v.monday), v.agenda)
	if v.form == byTime {
		v.drawTime()
		return
	}
	v.drawLines()
}

// weekTitle names a week: Viikko 48 · 23.–29.11.2026 · Syksy 2026.
func weekTitle(r *records, monday model.Date) string {
	_, week := monday.ISOWeek()
	in, season := words.In(words.Current()), ""
	for _, x := range r.Seasons {
		if !x.From.After(monday.AddDays(6)) && !x.Until.Before(monday) {
			season = x.Name.Best(words.Current())
		}
	}
	return words.Joined(words.T("calendar.grid.week", "week", week), in.DateRange(monday, monday.AddDays(6)), season)
}

// choose changes the form of the week.
func (v *weekView) choose(form weekForm) {
	key := v.key()
	v.form = form
	v.showForm()
	v.draw()
	if key != "" && !v.time.Mark(key) {
		v.lines.Mark(key)
	}
}

// showForm puts the grid of the form into the window.
func (v *weekView) showForm() {
	for i, b := range v.forms {
		b.Importance = widget.LowImportance
		if weekForm(i) == v.form {
			b.Importance = widget.HighImportance
		}
		b.Refresh()
	}
	if v.panel == nil {
		v.middle.Objects = []fyne.CanvasObject{v.grid()}
	} else {
		least := canvas.NewRectangle(nil)
		least.SetMinSize(fyne.NewSize(panelLeast, 0))
		v.split = container.NewHSplit(v.grid(), container.NewStack(least, v.panel.Content()))
		v.split.SetOffset(v.offset)
		v.middle.Objects = []fyne.CanvasObject{v.split}
	}
	v.middle.Refresh()
}

// grid is that of the form.
func (v *weekView) grid() fyne.CanvasObject {
	if v.form == byTime {
		return v.time
	}
	return v.lines
}

// key is the session on which the keyboard is.
func (v *weekView) key() string {
	if v.form == byTime {
		return v.time.Key()
	}
	return v.lines.Key()
}

// turn goes weeks on or back; the keyboard stays on its day of the week.
func (v *weekView) turn(delta int) { v.showWeek(v.s.day.AddDays(7*delta), func() {}) }

// goTo shows the week of a day, with the keyboard on the day.
func (v *weekView) goTo(day model.Date) {
	v.showWeek(day, func() {
		column := v.monday.DaysUntil(day)
		v.time.MarkTime(column, dayBegins)
		row, _ := v.lines.At()
		v.lines.MarkCell(row, column)
	})
}

// showWeek shows the week of a day after what is open let go, and then does then.
func (v *weekView) showWeek(day model.Date, then func()) {
	if day.IsZero() {
		return
	}
	v.MayLeave(func() {
		v.closePanel()
		v.s.day = day
		v.fill()
		then()
	})
}

// open shows a session in its week, and its panel.
func (v *weekView) open(x model.Session) {
	v.MayLeave(func() {
		v.s.day = x.Date
		if !v.s.lens.shows(&x, v.s.records) {
			v.s.lens = lens{}
		}
		v.fill()
		v.mark(string(x.ID))
		v.showPanel(x)
	})
}

// mark puts the keyboard on a session.
func (v *weekView) mark(key string) {
	if v.form == byTime {
		v.time.Mark(key)
	} else {
		v.lines.Mark(key)
	}
}

func (v *weekView) openKey(key string) {
	x, known := v.agenda.find(model.ID(key))
	if !known {
		return
	}
	v.MayLeave(func() { v.showPanel(x) })
}

// showPanel opens a session at the right.
func (v *weekView) showPanel(x model.Session) {
	v.keepOffset()
	v.panel = newPanel(v.s, x, v.closePanel)
	v.showForm()
	v.panel.FocusPage()
}

func (v *weekView) keepOffset() {
	if v.split != nil {
		v.offset = v.split.Offset
	}
}

// closePanel gives the room back to the week.
func (v *weekView) closePanel() {
	if v.panel == nil {
		return
	}
	v.keepOffset()
	v.panel, v.split = nil, nil
	v.showForm()
	v.focusGrid()
}

func (v *weekView) focusGrid() {
	if f, ok := v.grid().(fyne.Focusable); ok {
		kit.Focus(f)
	}
}

// showDay puts the keyboard on the first session of a day.
func (v *weekView) showDay(day model.Date) {
	for _, i := range v.agenda.shown {
		if v.agenda.all[i].Date == day {
			v.mark(string(v.agenda.all[i].ID))
			break
		}
	}
	v.focusGrid()
}
