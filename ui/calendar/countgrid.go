package calendar

import (
	"maps"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// countField is one thing that is counted: a column of numbers.
type countField struct {
	id    string // "adults", "children", "new", "men", or the ID of a category
	title string
	get   func(*model.Counts) *model.Count // nil for a category of the centre's own
}

// countFields are the columns of numbers: the four that everybody counts, then the centre's own.
func countFields(policy model.MeetingPolicy) []countField {
	out := []countField{
		{"adults", words.T("calendar.count.adults"), func(c *model.Counts) *model.Count { return &c.Adults }},
		{"children", words.T("calendar.count.children"), func(c *model.Counts) *model.Count { return &c.Children }},
		{"new", words.T("calendar.count.new"), func(c *model.Counts) *model.Count { return &c.New }},
		{"men", words.T("calendar.count.men"), func(c *model.Counts) *model.Count { return &c.Men }},
	}
	for _, c := range policy.Counted() {
		out = append(out, countField{id: string(c.ID), title: c.Name.Best(words.Current())})
	}
	return out
}

// of is the number that was entered.
func (f countField) of(c model.Counts) model.Count {
	if f.get != nil {
		return *f.get(&c)
	}
	n, known := c.Own[model.ID(f.id)]
	return model.Count{N: n, Known: known}
}

// total is the sum of the numbers that were entered.
func (f countField) total(t model.CountTotal) model.Count {
	if f.get == nil {
		return t.Own[model.ID(f.id)]
	}
	return *f.get(&model.Counts{Adults: t.Adults, Children: t.Children, New: t.New, Men: t.Men})
}

// put enters a number, or takes it away.
func (f countField) put(c *model.Counts, n model.Count) {
	if f.get != nil {
		*f.get(c) = n
		return
	}
	c.Own = maps.Clone(c.Own) // it may be that of a session that is shown
	if !n.Known {
		delete(c.Own, model.ID(f.id))
		return
	}
	if c.Own == nil {
		c.Own = map[model.ID]int{}
	}
	c.Own[model.ID(f.id)] = n.N
}

// The columns before the numbers.
const (
	whenColumn  = iota
	groupColumn // and place
	firstNumber
)

// columns are those of the grid: the session, the numbers, then their sum, that of last year, and where it stands.
func (v *countView) columns() []kit.EntryColumn {
	out := []kit.EntryColumn{
		{Title: words.T("calendar.count.when"), Width: whenWidth()},
		{Title: words.T("calendar.count.group"), Width: 230, Grow: true},
	}
	for _, f := range v.fields {
		out = append(out, kit.EntryColumn{Title: f.title, Width: 58, Entry: true, Right: true})
	}
	return append(out,
		kit.EntryColumn{Title: words.T("calendar.count.visits"), Width: 62, Right: true},
		kit.EntryColumn{Title: words.T("calendar.count.last_year"), Width: 60, Right: true},
		kit.EntryColumn{Title: words.T("calendar.count.status"), Width: 116, Grow: true})
}

// whenWidth is enough for the longest day and times.
func whenWidth() float32 {
	in := words.In(words.Current())
	late, _ := model.NewClock(20, 30)
	longest := model.MustDate("2026-10-28") // a Wednesday
	return fyne.MeasureText(whenText(in, longest, late, late), theme.TextSize(), fyne.TextStyle{}).Width + 2*theme.InnerPadding()
}

// whenText is a day and its times: ma 16.11. 9.30–11.30.
func whenText(in words.In, d model.Date, from, until model.Clock) string {
	return in.WeekdayShort(d.Weekday()) + " " + dayAndMonth(d) + " " + in.ClockRange(from, until)
}

// dayAndMonth is a day of a year that is known anyway: 16.11.
func dayAndMonth(d model.Date) string {
	return words.T("calendar.count.day", "day", d.Day(), "month", int(d.Month()))
}

// afterNumbers is which of the columns after the numbers it is: 0 the sum, 1 last year's, 2 the status; negative before.
func (v *countView) afterNumbers(column int) int { return column - firstNumber - len(v.fields) }

func (v *countView) cell(row, column int) kit.EntryCell {
	r, today := &v.rows[row], v.s.desk.Today()
	in := words.In(words.Current())
	c := kit.EntryCell{Quiet: r.Session.Date.After(today) || r.Session.State == model.SessionCancelled}
	switch {
	case column == whenColumn:
		c.Text = whenText(in, r.Session.Date, r.Session.From, r.Session.Until)
	case column == groupColumn:
		c.Text, c.Small = v.s.records.GroupName(r.Session.GroupID), v.s.records.PlaceName(r.Session.PlaceID)
	case v.afterNumbers(column) == 0:
		c.Text, c.Bold = written(r.Session.Counts.Visits(), ""), true
	case v.afterNumbers(column) == 1:
		c.Quiet = true
		if len(r.LastYear) > 0 {
			c.Text = written(v.earlier[row].Visits(), "–")
		}
	case v.afterNumbers(column) == 2:
		c.Text, c.Tone = v.status(r.Session)
	default:
		f := v.fields[column-firstNumber]
		if m, wrong := v.wrong[countCell{r.Session.ID, f.id}]; wrong {
			c.Text, c.Wrong = m.text, true
		} else {
			c.Text = written(f.of(r.Session.Counts), "")
			if v.doubt(r.Session, f) != "" {
				c.Tone = kit.Attention
			}
		}
	}
	return c
}

// written is a number in the language of the window, or what stands for one that is not entered.
func written(n model.Count, unknown string) string {
	if !n.Known {
		return unknown
	}
	return words.In(words.Current()).Number(int64(n.N) * 100)
}

// status is where a session stands, with the reason why it was cancelled.
func (v *countView) status(x model.Session) (text string, tone kit.Tone) {
	status := x.StatusOn(v.s.desk.Today())
	text = words.Code(words.In(words.Current()), "session.status", status)
	if status == model.StatusCancelled && x.Reason != "" {
		text += ": " + v.s.desk.Personal(x.Reason)
	}
	return text, sessionTones[status]
}

// foot are the sums of the week, and of the same week a year before. A sum of nothing entered is a dash and not zero.
func (v *countView) foot(row, column int) kit.EntryCell {
	sessions, label := v.week, words.T("calendar.count.total")
	if row == 1 {
		_, week := v.monday.SameWeek(-1).ISOWeek()
		sessions, label = v.seenThen, words.T("calendar.count.total_last_year", "week", week)
	}
	t := model.TotalCounts(sessions, v.s.desk.Today())
	c := kit.EntryCell{Bold: row == 0, Quiet: row == 1}
	switch {
	case column == whenColumn:
		c.Text = label
	case column < firstNumber, v.afterNumbers(column) == 1 && row == 0:
	case v.afterNumbers(column) == 0:
		c.Text = written(t.Visits(), "–")
	case v.afterNumbers(column) == 1:
		c.Text = written(t.Visits(), "–")
	case v.afterNumbers(column) == 2:
		if t.NotEntered > 0 {
			c.Text = words.N("calendar.count.not_entered", t.NotEntered)
		}
	default:
		c.Text = written(v.fields[column-firstNumber].total(t), "–")
	}
	return c
}

// spoken is a cell as a screen reader says it: which session, what is counted, and how many.
func (v *countView) spoken(row, column int) string {
	group := v.cell(row, groupColumn)
	what := strings.TrimSpace(v.cell(row, whenColumn).Text + " " + group.Text + " " + group.Small)
	if i := column - firstNumber; i >= 0 && i < len(v.fields) {
		n := v.cell(row, column).Text
		if n == "" {
			n = words.Code(words.In(words.Current()), "session.status", model.StatusNotEntered)
		}
		what += ", " + v.fields[i].title + ": " + n
		if doubt := v.doubt(v.rows[row].Session, v.fields[i]); doubt != "" {
			what += ". " + words.T("kit.form.warning") + " " + doubt
		}
	}
	return what
}

// tell says what there is to know of the row with the keyboard, and puts the verb on the button that cancels.
func (v *countView) tell() {
	text, importance := v.about()
	v.said.Importance, v.said.SizeName = importance, theme.SizeNameText
	if importance == widget.LowImportance {
		v.said.SizeName = theme.SizeNameCaptionText
	}
	v.said.SetText(text)
	label, r := "calendar.count.cancel", v.row()
	if r != nil && r.Session.State == model.SessionCancelled {
		label = "calendar.count.restore"
	}
	v.cancel.SetText(words.T(label, "key", cancelKey()))
	for _, b := range []*kit.Button{v.cancel, v.open} {
		if r == nil {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}

// about says why the number in the cell was not taken, what is doubtful in the row, or why it was cancelled; else the
// whole names of group and place, what was counted a year before, and how to count.
func (v *countView) about() (string, widget.Importance) {
	rule, r := words.T("calendar.count.rule"), v.row()
	if r == nil {
		return rule, widget.LowImportance
	}
	_, column := v.grid.At()
	if i := column - firstNumber; i >= 0 && i < len(v.fields) {
		if m, wrong := v.wrong[countCell{r.Session.ID, v.fields[i].id}]; wrong {
			return words.T("kit.form.refusal") + " " + m.why, widget.DangerImportance
		}
	}
	if doubts := v.doubts(r.Session); doubts != "" {
		return words.T("kit.form.warning") + " " + doubts, widget.MediumImportance
	}
	if r.Session.State == model.SessionCancelled && r.Session.Reason != "" {
		return words.T("calendar.count.cancelled_because", "why", v.s.desk.Personal(r.Session.Reason)), widget.MediumImportance
	}
	names := words.T("calendar.count.row", "group", v.s.records.GroupName(r.Session.GroupID), "place", v.s.records.PlaceName(r.Session.PlaceID))
	if before := v.before(*r); before != "" {
		names += " " + words.T("calendar.count.a_year_before", "what", before)
	}
	return names + "\n" + rule, widget.LowImportance
}

// doubts are what is odd in what was entered; it was kept all the same.
func (v *countView) doubts(x model.Session) string {
	if x.Counts.Entered() && x.Date.After(v.s.desk.Today()) {
		return words.T("calendar.count.future", "day", weekdayAndDate(x.Date))
	}
	for _, p := range x.Check() {
		if p.Severity == model.Warning {
			return desk.Problem(p)
		}
	}
	return ""
}

// doubt is what is odd in one number, empty when nothing is.
func (v *countView) doubt(x model.Session, f countField) string {
	if !f.of(x.Counts).Known {
		return ""
	}
	if x.Date.After(v.s.desk.Today()) {
		return words.T("calendar.count.future", "day", weekdayAndDate(x.Date))
	}
	for _, p := range x.Check() {
		if p.Severity == model.Warning && (p.Field == f.id || p.Field == "state") { // of a cancelled one, each number
			return desk.Problem(p)
		}
	}
	return ""
}

// before says what was counted a year before: each session with its day.
func (v *countView) before(r model.CountRow) string {
	in := words.In(words.Current())
	var said []string
	for _, o := range r.LastYear {
		text, _ := v.status(o)
		if n := o.Counts.Visits(); n.Known && o.State != model.SessionCancelled {
			text = words.N("calendar.count.n_visits", n.N, "adults", written(o.Counts.Adults, "–"), "children", written(o.Counts.Children, "–"))
		}
		said = append(said, weekdayAndDate(o.Date)+" "+in.ClockRange(o.From, o.Until)+" "+text)
	}
	return in.List(said)
}

// menu is what the right mouse button offers for a row.
func (v *countView) menu(at fyne.Position) {
	r := v.row()
	if r == nil {
		return
	}
	label := "calendar.count.cancel"
	if r.Session.State == model.SessionCancelled {
		label = "calendar.count.restore"
	}
	cancel := fyne.NewMenuItem(words.T(label, "key", cancelKey()), v.toggleCancelled)
	open := fyne.NewMenuItem(words.T("calendar.count.open"), v.openSession)
	open.Icon = theme.NavigateNextIcon()
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", cancel, open), v.s.desk.Dialogs.Window.Canvas(), at)
}
