package calendar

import (
	"context"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// countView is where the visitors of one ISO week are entered: a row for each session, beside what was counted in the
// same week a year before. A number is kept as soon as its cell is left, so that nothing is lost when the power goes.
type countView struct {
	s        *Screen
	monday   model.Date
	through  lens // under which the rows were made
	week     []model.Session
	lastYear []model.Session  // the whole week: a group may have moved since
	seenThen []model.Session  // those of them that the lens shows
	rows     []model.CountRow // those that are shown
	earlier  []model.CountTotal
	fields   []countField
	wrong    map[countCell]mistake
	only     bool // only what is not entered
	writing  bool // the next Reload is the echo of what was written here
	late     bool // a Reload came while a number was being typed

	grid   *kit.EntryGrid
	bar    *gridBar
	filter *kit.Check
	cancel *kit.Button
	open   *kit.Button
	said   *widget.Label // about the row with the keyboard
	none   *widget.Label // instead of rows
	root   fyne.CanvasObject
}

// countCell is a number of a session.
type countCell struct {
	session model.ID
	field   string
}

// mistake is a text that could not be taken, and why.
type mistake struct {
	text, why string
	unkept    bool // it is a number, and could not be written
}

func newCountView(s *Screen) *countView {
	v := &countView{s: s, wrong: map[countCell]mistake{}}
	v.grid = kit.NewEntryGrid()
	v.grid.SetLabel(words.T("calendar.count.label"))
	v.grid.Cell, v.grid.Foot, v.grid.Spoken = v.cell, v.foot, v.spoken
	v.grid.OnEnter, v.grid.OnRune, v.grid.OnShortcut, v.grid.OnMenu = v.enter, v.typedRune, v.shortcut, v.menu
	v.grid.OnMoved = func(int, int) {
		if v.late {
			v.Reload()
			return
		}
		v.tell()
	}
	v.grid.Passed = func(row int) bool { return v.rows[row].Session.State == model.SessionCancelled }
	v.build()
	v.Reload()
	return v
}

func (v *countView) build() {
	v.filter = kit.NewCheck(words.T("calendar.count.only"))
	v.filter.OnChanged = func() {
		v.only = v.filter.Checked
		v.fill()
	}
	v.bar = newGridBar(v.s, v.turn, v.goTo, v.fill, kit.NewButton(words.T("calendar.count.next"), nil, v.nextOpen), v.filter)
	v.bar.list = v.List
	v.cancel = kit.NewButton("", nil, v.toggleCancelled)
	v.said = widget.NewLabel("")
	v.said.Wrapping = fyne.TextWrapWord
	v.none = widget.NewLabel("")
	v.none.Wrapping, v.none.Alignment = fyne.TextWrapWord, fyne.TextAlignCenter
	rows := container.NewStack(v.grid, container.NewVBox(layout.NewSpacer(), v.none, layout.NewSpacer()))
	v.open = kit.NewButton(words.T("calendar.count.open"), nil, v.openSession)
	actions := container.NewVBox(container.NewHBox(v.cancel, v.open))
	two := canvas.NewRectangle(nil) // lines are always kept free, so that the rows do not jump
	two.SetMinSize(fyne.NewSize(0, 2*fyne.MeasureText("Å", theme.CaptionTextSize(), fyne.TextStyle{}).Height+2*theme.InnerPadding()))
	about := container.New(layout.NewBorderLayout(nil, nil, nil, actions), container.NewStack(two, v.said), actions)
	bottom := container.New(layout.NewCustomPaddedLayout(2, 0, 8, 8), about)
	v.root = container.New(layout.NewBorderLayout(v.bar.content, bottom, nil, nil), v.bar.content, rows, bottom)
}

// Content is asked for each time the view comes to the front; meanwhile another may have gone to another week.
func (v *countView) Content() fyne.CanvasObject {
	if v.monday != v.s.day.Monday() || v.through != v.s.lens {
		v.fill()
	}
	return v.root
}

// FocusSearch gives the keyboard to the first of the filters.
func (v *countView) FocusSearch() { kit.Focus(v.bar.town) }

// Reload reads the records again, unless it is told of what was written here. A number that is being typed is not torn
// in two: it is left first.
func (v *countView) Reload() {
	if v.writing {
		v.writing = false
		return
	}
	if v.late = v.grid.Typing(); v.late {
		return
	}
	if _, err := v.s.read(); err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	v.fill()
}

// MayLeave does then; numbers that could not be taken ask first.
func (v *countView) MayLeave(then func()) {
	v.grid.Commit()
	v.writing = false
	if len(v.wrong) == 0 {
		then()
		return
	}
	v.s.desk.Dialogs.Choose(words.T("calendar.count.wrong.title"), words.N("calendar.count.wrong.text", len(v.wrong)),
		kit.Choice{Label: words.T("calendar.count.wrong.stay"), Cancel: true, Default: true, Do: v.focusWrong},
		kit.Choice{Label: words.T("calendar.count.wrong.leave"), Danger: true, Do: func() {
			clear(v.wrong)
			v.grid.Refresh()
			then()
		}})
}

// FocusPage gives the keyboard to the numbers.
func (v *countView) FocusPage() { kit.Focus(v.grid) }

// Save keeps the number that is being typed, and those that could not be written before; all others are kept already.
func (v *countView) Save() {
	v.grid.Commit()
	v.keepAgain()
	if len(v.wrong) == 0 {
		v.s.desk.Say(words.T("calendar.count.saved"))
	}
}

// Leave gives up the number on which the keyboard stands, if it could not be taken.
func (v *countView) Leave() {
	row, column := v.grid.At()
	if r, i := v.row(), column-firstNumber; r != nil && i >= 0 && i < len(v.fields) {
		delete(v.wrong, countCell{r.Session.ID, v.fields[i].id})
		v.grid.RefreshRow(row)
		v.tell()
	}
}

// goTo shows the week of a day, after what could not be taken was looked at.
func (v *countView) goTo(day model.Date) {
	v.MayLeave(func() {
		v.s.day = day
		v.fill()
		_, column := v.grid.At()
		v.grid.GoTo(0, column)
	})
}

// turn shows the next week, or the one before.
func (v *countView) turn(delta int) { v.goTo(v.monday.AddDays(7 * delta)) }

// shortcut goes to the week before and after.
func (v *countView) shortcut(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierControl {
		return false
	}
	switch custom.KeyName {
	case fyne.KeyUp:
		v.turn(-1)
	case fyne.KeyDown:
		v.turn(1)
	default:
		return false
	}
	return true
}

// fill reads the sessions of the week and of the same week a year before, and makes the rows. The keyboard stays at its
// session where that is still shown.
func (v *countView) fill() {
	v.grid.Commit()
	v.monday, v.through = v.s.day.Monday(), v.s.lens
	ctx := context.Background()
	var err error
	if v.week, err = v.s.store.Sessions(ctx, v.monday, v.monday.AddDays(6)); err == nil {
		before := v.monday.SameWeek(-1)
		v.lastYear, err = v.s.store.Sessions(ctx, before, before.AddDays(6))
	}
	if err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	maps.DeleteFunc(v.wrong, func(c countCell, _ mistake) bool {
		return !slices.ContainsFunc(v.week, func(x model.Session) bool { return x.ID == c.session })
	})
	days := &agenda{all: slices.Clone(v.week)}
	days.look(v.s)
	_, week := v.monday.ISOWeek()
	span := words.In(words.Current()).DateRange(v.monday, v.monday.AddDays(6))
	v.bar.show(words.T("calendar.count.week", "week", week, "days", span), days)
	unseen := func(x model.Session) bool { return !v.through.shows(&x, v.s.records) }
	v.week, v.seenThen = slices.DeleteFunc(v.week, unseen), slices.DeleteFunc(slices.Clone(v.lastYear), unseen)
	v.show()
}

// show makes the rows of what was read.
func (v *countView) show() {
	at := v.current()
	_, column := v.grid.At()
	today := v.s.desk.Today()
	v.rows = model.CountWeek(v.week, v.lastYear, v.s.records.GroupOf)
	if v.only {
		v.rows = slices.DeleteFunc(v.rows, func(r model.CountRow) bool {
			return r.Session.StatusOn(today) != model.StatusNotEntered && !v.mistaken(r.Session.ID)
		})
	}
	v.earlier = make([]model.CountTotal, len(v.rows))
	for i, r := range v.rows {
		v.earlier[i] = model.TotalCounts(r.LastYear, today)
	}
	v.fields = countFields(v.s.records.Policy)
	v.none.SetText(v.noneText())
	feet := 1
	if len(v.seenThen) > 0 { // a row of dashes says nothing
		feet = 2
	}
	v.grid.Set(v.columns(), len(v.rows), feet)
	if i := slices.IndexFunc(v.rows, func(r model.CountRow) bool { return r.Session.ID == at }); i >= 0 {
		v.grid.GoTo(i, column)
	}
	v.tell()
}

func (v *countView) noneText() string {
	switch {
	case len(v.rows) > 0:
		return ""
	case v.only && len(v.week) > 0:
		return words.T("calendar.count.none_open")
	case v.through != lens{}:
		return words.T("calendar.count.none_shown")
	default:
		return words.T("calendar.count.none")
	}
}

// row is the row with the keyboard, nil when there is none.
func (v *countView) row() *model.CountRow {
	at, _ := v.grid.At()
	if at < 0 || at >= len(v.rows) {
		return nil
	}
	return &v.rows[at]
}

// current is the session with the keyboard, empty when there is none.
func (v *countView) current() model.ID {
	if r := v.row(); r != nil {
		return r.Session.ID
	}
	return ""
}

// MoreKeys are the keys of the counting, and what they do.
func (v *countView) MoreKeys() [][2]string {
	return gridKeys("count_week", "count_empty", "count_cancel")
}

// openSession shows the session with the keyboard in its week.
func (v *countView) openSession() {
	if id := v.current(); id != "" {
		v.s.OpenKind(model.KindSession, id)
	}
}
