package training

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// matrixView shows who can what: leaders × programmes, as of a day.
type matrixView struct {
	s      *Screen
	day    model.Date // as of which; zero = today
	choice matrixChoice
	all    matrixData // all leaders, on the day
	shown  []int      // of all.rows, those that the filters let through

	date         *kit.DateField
	municipality *kit.Select[string]
	task         *kit.Select[model.TaskKind]
	status       *kit.Select[model.LeaderState]
	count        *widget.Label
	grid         *kit.Matrix
	detail       *widget.Label
	empty        *widget.Label
	content      fyne.CanvasObject
}

func newMatrixView(s *Screen) *matrixView {
	v := &matrixView{s: s, grid: kit.NewMatrix(), count: widget.NewLabel(""), detail: widget.NewLabel(""), empty: widget.NewLabel("")}
	v.detail.Truncation = fyne.TextTruncateEllipsis
	v.count.Importance = widget.LowImportance
	v.empty.Wrapping, v.empty.Alignment = fyne.TextWrapWord, fyne.TextAlignCenter
	v.grid.Cell = v.cell
	v.grid.Spoken = v.spoken
	v.grid.OnMoved = func(row, column int) { v.detail.SetText(v.spoken(row, column)) }
	v.grid.OnOpen = v.open
	v.grid.SetLabel(words.T("training.view.matrix"))
	top := v.filters()
	bottom := kit.Column(widget.NewSeparator(), v.detail, matrixLegend())
	middle := container.NewStack(v.grid, container.NewVBox(layout.NewSpacer(), v.empty, layout.NewSpacer()))
	v.content = kit.Between(top, middle, bottom)
	v.Reload()
	return v
}

// Content is the view on the screen.
func (v *matrixView) Content() fyne.CanvasObject { return v.content }

// MayLeave does then: there is nothing to save here.
func (v *matrixView) MayLeave(then func()) { then() }

// FocusSearch gives the keyboard to the first filter.
func (v *matrixView) FocusSearch() { kit.Focus(v.municipality) }

// Leave gives the keyboard to the matrix.
func (v *matrixView) Leave() { kit.Focus(v.grid) }

// filters is the row above the matrix: the day, whom it shows, and the button that prints it.
func (v *matrixView) filters() fyne.CanvasObject {
	v.date = kit.NewDateField()
	v.date.Today = v.s.desk.Today
	v.date.SetValue(v.s.desk.Today())
	v.date.SetLabel(words.T("training.matrix.as_of"))
	v.date.OnChanged = func() {
		if d, ok := v.date.Value(); ok && d != v.day {
			v.day = d
			v.compute()
		}
	}
	v.municipality = kit.NewSelect[string](nil)
	v.municipality.SetHint(words.T("training.matrix.every_municipality"))
	v.municipality.SetLabel(words.T("training.matrix.municipality"))
	v.municipality.OnChanged = func() {
		v.choice.municipality, _ = v.municipality.Value()
		v.filter()
	}
	v.task = kit.NewSelect(taskOptions())
	v.task.SetHint(words.T("training.matrix.every_task"))
	v.task.SetLabel(words.T("training.matrix.task"))
	v.task.OnChanged = func() {
		v.choice.task, _ = v.task.Value()
		v.filter()
	}
	var states []kit.Option[model.LeaderState]
	for _, st := range model.LeaderStates() {
		states = append(states, kit.Option[model.LeaderState]{Value: st, Label: leaderStateWord(st)})
	}
	v.status = kit.NewSelect(states)
	v.status.SetHint(words.T("training.matrix.not_ended"))
	v.status.SetLabel(words.T("training.matrix.status"))
	v.status.OnChanged = func() {
		v.choice.state, _ = v.status.Value()
		v.filter()
	}
	wide := func(w float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(w, o.MinSize().Height), o)
	}
	return container.NewPadded(kit.Flow(
		widget.NewLabel(words.T("training.matrix.as_of")), wide(130, v.date), wide(150, v.municipality), wide(190, v.task),
		wide(200, v.status), kit.NewButton(words.T("kit.print"), theme.DocumentPrintIcon(), v.Print),
		kit.NewQuietButton(words.T("kit.register.list"), nil, v.List), v.count,
	))
}

// Reload reads the records again; filters, day and place stay.
func (v *matrixView) Reload() {
	if _, err := v.s.read(); err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	v.compute()
}

// compute judges every leader on the day, once; the filters only choose among the rows.
func (v *matrixView) compute() {
	v.all = v.s.records.matrixOn(v.asOf())
	var options []kit.Option[string]
	for _, m := range v.all.municipalities {
		options = append(options, kit.Option[string]{Value: m, Label: m})
	}
	v.municipality.SetOptions(options)
	v.filter()
}

// asOf is the day that the matrix shows.
func (v *matrixView) asOf() model.Date {
	if v.day.IsZero() {
		return v.s.records.today
	}
	return v.day
}

// filter shows the rows that are asked for.
func (v *matrixView) filter() {
	v.shown = v.all.filtered(v.choice)
	names := make([]string, len(v.shown))
	for i, row := range v.shown {
		names[i] = v.s.desk.Person(v.all.rows[row].leader.Name)
	}
	columns := make([]string, len(v.all.programmes))
	for j, p := range v.all.programmes {
		columns[j] = p.Name.Best(words.Current())
	}
	v.count.SetText(words.N("training.matrix.count", len(names)))
	v.empty.SetText("")
	v.detail.SetText(words.T("training.matrix.hint"))
	switch {
	case len(columns) == 0:
		v.empty.SetText(words.T("training.matrix.no_programmes"))
	case len(v.all.rows) == 0:
		v.empty.SetText(words.T("training.matrix.no_leaders"))
	case len(names) == 0:
		v.empty.SetText(words.T("training.matrix.no_hits"))
	}
	if v.empty.Text != "" {
		v.detail.SetText("")
	}
	v.grid.Set(names, columns)
}

// at is the leader, the programme and the standing of a cell.
func (v *matrixView) at(row, column int) (*model.Leader, model.Programme, model.Standing) {
	r := v.all.rows[v.shown[row]]
	return r.leader, v.all.programmes[column], r.standings[column]
}

func (v *matrixView) cell(row, column int) kit.MatrixCell {
	_, _, s := v.at(row, column)
	return standingCell(s, v.asOf())
}

// spoken says a cell in a sentence.
func (v *matrixView) spoken(row, column int) string {
	l, p, s := v.at(row, column)
	place := v.all.rows[v.shown[row]].municipality
	return words.Joined(v.s.desk.Person(l.Name), place, p.Name.Best(words.Current())) + ": " + standingSentence(s)
}

// open offers what belongs to a cell: the leader, and the events of the training. Without an event, and for the name of
// a row or a column, it opens the record at once.
func (v *matrixView) open(row, column int) {
	d := v.s.desk
	if row < 0 {
		v.s.OpenKind(model.KindProgramme, v.all.programmes[column].ID)
		return
	}
	leader := v.all.rows[v.shown[row]].leader
	person := kit.Choice{Label: words.T("training.matrix.open_leader"), Default: true, Do: func() { d.Open(model.KindLeader, leader.ID) }}
	if column < 0 {
		person.Do()
		return
	}
	_, _, s := v.at(row, column)
	choices := []kit.Choice{{Label: words.T("kit.cancel"), Cancel: true}}
	if s.EventID != "" {
		choices = append(choices, kit.Choice{Label: words.T("training.matrix.open_event"), Do: func() { d.Open(model.KindEvent, s.EventID) }})
	}
	if s.PlannedIn != "" {
		choices = append(choices, kit.Choice{Label: words.T("training.matrix.open_planned"), Do: func() { d.Open(model.KindEvent, s.PlannedIn) }})
	}
	if len(choices) == 1 {
		person.Do()
		return
	}
	d.Dialogs.Choose(d.Person(leader.Name), v.spoken(row, column), append(choices, person)...)
}
