package calendar

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// monthView shows the sessions of a month, a row for each ISO week. A session, a week or what there is no room for leads
// to the week.
type monthView struct {
	s       *Screen
	first   model.Date // of the month
	monday  model.Date // of the first row
	agenda  *agenda
	bar     *gridBar
	grid    *kit.CellGrid
	detail  *widget.Label
	content fyne.CanvasObject
}

// monthNumbers is the width of the numbers of the weeks.
const monthNumbers = 36

func newMonthView(s *Screen) *monthView {
	v := &monthView{s: s, grid: kit.NewCellGrid(monthNumbers), detail: widget.NewLabel(""), agenda: &agenda{}}
	v.detail.Truncation = fyne.TextTruncateEllipsis
	v.bar = newGridBar(s, v.turn, v.goTo, v.fill)
	v.bar.list = v.List
	g := v.grid
	g.Fit = true
	g.SetLabel(words.T("calendar.grid.label"))
	g.OnPage, g.OnStand, g.Spoken = v.turn, v.tell, v.text
	g.OnOpen = func(key string) {
		if x, known := v.agenda.find(model.ID(key)); known {
			v.inWeek(x.Date, func(w *weekView) { w.open(x) })
		}
	}
	g.OnMore = func(row, column int) {
		v.inWeek(v.day(row, column), func(w *weekView) { w.showDay(v.day(row, column)) })
	}
	g.OnCell = func(row, column int) {
		v.inWeek(v.day(row, column), func(w *weekView) { w.begin(v.day(row, column), usualStart, weekRow{}) })
	}
	g.OnRow = func(row int) { v.inWeek(v.day(row, 0), func(w *weekView) { w.showDay(v.day(row, 0)) }) }
	bottom := container.New(layout.NewCustomPaddedLayout(0, 0, 4, 4), v.detail)
	v.content = container.New(layout.NewBorderLayout(v.bar.content, bottom, nil, nil), v.bar.content, g, bottom)
	v.Reload()
	return v
}

// inWeek goes to the week of a day and does something there.
func (v *monthView) inWeek(day model.Date, do func(*weekView)) {
	v.s.day = day
	v.s.Bring(weekTab, func() { do(v.s.View(weekTab).(*weekView)) })
}

// day is that of a cell.
func (v *monthView) day(row, column int) model.Date { return v.monday.AddDays(7*row + column) }

// Content is asked for each time the view comes to the front; meanwhile another may have gone elsewhere.
func (v *monthView) Content() fyne.CanvasObject {
	if v.first != firstOfMonth(v.s.day) || v.agenda.through != v.s.lens {
		v.fill()
	}
	return v.content
}

func firstOfMonth(d model.Date) model.Date { return d.AddDays(1 - d.Day()) }

// Reload reads the records again.
func (v *monthView) Reload() {
	if _, err := v.s.read(); err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	v.fill()
}

// MayLeave does then: there is nothing to save here.
func (v *monthView) MayLeave(then func()) { then() }

// fill reads the month and draws it.
func (v *monthView) fill() {
	first := firstOfMonth(v.s.day)
	last := first.AddMonths(1).AddDays(-1)
	a, err := v.s.readAgenda(context.Background(), first.Monday(), last.Monday().AddDays(6))
	if err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	another := first != v.first
	v.first, v.monday, v.agenda = first, first.Monday(), a
	in := words.In(words.Current())
	v.bar.show(words.Capital(words.T("kit.calendar.month", "month", in.Month(first.Month()), "year", strconv.Itoa(first.Year()))), a)
	columns, rows := v.parts(last)
	v.grid.Set(columns, rows)
	if another {
		days := v.monday.DaysUntil(v.s.day)
		v.grid.MarkCell(days/7, days%7)
	}
}

// parts makes what the grid shows.
func (v *monthView) parts(last model.Date) ([]kit.GridColumn, []kit.CellRow) {
	s, a, in := v.s, v.agenda, words.In(words.Current())
	columns := make([]kit.GridColumn, 7)
	for i := range columns {
		day := v.monday.AddDays(i)
		columns[i] = kit.GridColumn{Name: in.Weekday(day.Weekday()), Short: in.WeekdayShort(day.Weekday()), Narrow: i > 4}
	}
	of := map[model.Date][]kit.Block{}
	for _, i := range a.shown {
		x := a.all[i]
		b := s.block(x, a, false)
		if place := s.records.PlaceName(x.PlaceID); s.lens.place == "" && place != "" {
			b.Title = words.Joined(b.Title, place)
		}
		of[x.Date] = append(of[x.Date], b)
		columns[v.monday.DaysUntil(x.Date)%7].Narrow = false
	}
	rows := make([]kit.CellRow, v.monday.DaysUntil(last)/7+1)
	for r := range rows {
		_, week := v.day(r, 0).ISOWeek()
		rows[r] = kit.CellRow{Name: strconv.Itoa(week), Cells: make([]kit.Cell, 7)}
		for c := range rows[r].Cells {
			day := v.day(r, c)
			head := s.dayColumn(day, a)
			rows[r].Cells[c] = kit.Cell{
				Caption: dayAndMonth(day), Note: head.Note, Today: head.Today, Blocks: of[day],
				Closed: day.Month() != v.first.Month() || head.Closed,
			}
		}
	}
	return columns, rows
}

// turn goes months on or back.
func (v *monthView) turn(delta int) { v.goTo(v.s.day.AddMonths(delta)) }

// goTo shows the month of a day, with the keyboard on it.
func (v *monthView) goTo(day model.Date) {
	if day.IsZero() {
		return
	}
	v.s.day = day
	v.first = model.Date{}
	v.fill()
}

// tell says below the grid what the keyboard or the mouse stands on.
func (v *monthView) tell(row, column int, key string) {
	if row >= 0 {
		v.detail.SetText(v.text(row, column, key))
	}
}

// text says a session or a day.
func (v *monthView) text(row, column int, key string) string {
	if x, known := v.agenda.find(model.ID(key)); known {
		return v.s.describe(x, v.agenda)
	}
	return v.s.dayText(v.day(row, column), v.agenda)
}

// FocusSearch gives the keyboard to the first of the filters.
func (v *monthView) FocusSearch() { kit.Focus(v.bar.town) }

// New begins a session on the day of the keyboard, in its week.
func (v *monthView) New() { v.grid.OnCell(v.grid.At()) }

// Leave gives the keyboard to the month.
func (v *monthView) Leave() { kit.Focus(v.grid) }

// FocusPage gives the keyboard to the month.
func (v *monthView) FocusPage() { kit.Focus(v.grid) }

// Step goes to the month before (−1) or after (+1).
func (v *monthView) Step(delta int) { v.turn(delta) }

// MoreKeys are the keys of the month, and what they do.
func (v *monthView) MoreKeys() [][2]string { return gridKeys("arrows", "enter", "page_month") }
