package meetings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// planRow is a row of the list: the heading of a group, the choice about all its closed days, or one of its lines.
type planRow struct {
	block int // of planning.blocks
	line  int // of planning.plan.Lines, or one of the two below
}

// What a row is that is no line.
const (
	headingRow = -1
	skippedRow = -2
)

// planPlace is a row by what it is about, so that it is found again when the rows are made anew.
type planPlace struct {
	group model.ID
	kind  int        // headingRow, skippedRow, or 0 for a line
	on    model.Date // of a line
}

// planList shows a dry run, group by group. It is one stop for Tab: arrow keys, Home, End, Page Up and Page Down move,
// → and ← unfold and fold a group, and Enter or Space does what stands at the right end of the row. Only the rows that
// are seen are drawn, so that eight thousand are as light as eighty.
type planList struct {
	widget.List
	p       *planning
	open    map[model.ID]bool // groups that are unfolded
	notable bool              // only what there is to look at
	rows    []planRow
	at      int
	under   planPlace // of the row at
	focused bool
	moved   func() // the row under the keyboard is another, or says something else
	decided func() // something was decided about a day
}

func newPlanList(p *planning) *planList {
	l := &planList{p: p, open: map[model.ID]bool{}, moved: func() {}, decided: func() {}}
	l.Length = func() int { return len(l.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newPlanItem(l) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.rows) {
			o.(*planItem).show(i)
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.at, l.under = i, l.placeOf(l.rows[i])
		l.moved()
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	l.fill()
	return l
}

func (l *planList) placeOf(r planRow) planPlace {
	x := planPlace{group: l.p.blocks[r.block].group.ID, kind: r.line}
	if r.line >= 0 {
		x.kind, x.on = 0, l.p.plan.Lines[r.line].Session.SlotOn
	}
	return x
}

// fill makes the rows anew; the keyboard stays at the same day of the same group.
func (l *planList) fill() {
	l.rows = l.rows[:0]
	at, heading := -1, 0
	add := func(r planRow) {
		if x := l.placeOf(r); x == l.under {
			at = len(l.rows)
		} else if r.line == headingRow && x.group == l.under.group {
			heading = len(l.rows)
		}
		l.rows = append(l.rows, r)
	}
	for i, b := range l.p.blocks {
		if l.notable && !l.p.notable(b) {
			continue
		}
		add(planRow{i, headingRow})
		if !l.open[b.group.ID] {
			continue
		}
		if b.tally.acts[model.PlanSkip]+b.tally.forced > 0 {
			add(planRow{i, skippedRow})
		}
		for n := b.first; n < b.last; n++ {
			if !l.notable || notable(l.p.plan.Lines[n]) {
				add(planRow{i, n})
			}
		}
	}
	if at < 0 {
		at = heading
	}
	l.UnselectAll()
	l.at = -1
	l.move(at)
	l.Refresh()
}

// move puts the keyboard on a row.
func (l *planList) move(to int) {
	if len(l.rows) > 0 {
		to = max(0, min(to, len(l.rows)-1))
		l.Select(to)
		l.Highlight(to)
	}
}

// fold unfolds the group of a row, or folds it and goes to its heading.
func (l *planList) fold(i int, open bool) {
	id := l.p.blocks[l.rows[i].block].group.ID
	if l.open[id] == open {
		return
	}
	l.open[id] = open
	l.under = planPlace{group: id, kind: headingRow}
	l.fill()
}

// foldAll unfolds or folds every group.
func (l *planList) foldAll(open bool) {
	for _, b := range l.p.blocks {
		l.open[b.group.ID] = open
	}
	l.fill()
}

// press does what stands at the right end of a row.
func (l *planList) press(i int) {
	if i < 0 || i >= len(l.rows) {
		return
	}
	r := l.rows[i]
	switch b := l.p.blocks[r.block]; {
	case r.line == headingRow:
		l.fold(i, !l.open[b.group.ID])
		return
	case r.line == skippedRow:
		l.p.toggleSkipped(b)
	case !l.p.toggle(l.p.plan.Lines[r.line]):
		return
	}
	l.fill()
	l.decided()
}

// Resize is called by Fyne. The row under the keyboard was chosen before there was a height to see it in.
func (l *planList) Resize(size fyne.Size) {
	first := l.Size().Height == 0
	l.List.Resize(size)
	if first && l.at >= 0 {
		l.ScrollTo(l.at)
	}
}

// FocusGained is called by Fyne.
func (l *planList) FocusGained() {
	l.focused = true
	l.List.FocusGained()
	l.Refresh()
}

// FocusLost is called by Fyne.
func (l *planList) FocusLost() {
	l.focused = false
	l.List.FocusLost()
	l.Refresh()
}

// TypedKey is called by Fyne.
func (l *planList) TypedKey(e *fyne.KeyEvent) {
	if to, moves := kit.ListStep(&l.List, l.at, planRowHeight, e.Name); moves {
		l.move(to)
		return
	}
	switch e.Name {
	case fyne.KeyRight, fyne.KeyLeft:
		if l.at >= 0 && l.at < len(l.rows) {
			l.fold(l.at, e.Name == fyne.KeyRight)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.press(l.at)
	default:
		kit.PassKey(l, e)
	}
}

// AccessibilityLabel is the row on which the keyboard stands.
func (l *planList) AccessibilityLabel() string { return l.spoken(l.at) }

// AccessibilityRole is that of a container.
func (l *planList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// spoken says a row in full, with what its verb would do.
func (l *planList) spoken(i int) string {
	if i < 0 || i >= len(l.rows) {
		return words.T("meetings.plan.title", "season", l.p.season.Name.Best(words.Current()))
	}
	x := l.describe(l.rows[i])
	if x.verb != "" {
		x.verb = words.T("meetings.plan.enter", "verb", x.verb)
	}
	return words.Joined(x.title, x.chip.Word, x.detail, x.verb)
}

// planFace is what is seen of a row.
type planFace struct {
	title, detail string
	chip          kit.Chip
	verb          string // at the right end
	heading, open bool
}

func (l *planList) describe(r planRow) planFace {
	b := l.p.blocks[r.block]
	switch r.line {
	case headingRow:
		in := words.In(words.Current())
		warnings := b.warnings()
		x := planFace{
			title: b.group.Name.Best(words.Current()), heading: true, open: l.open[b.group.ID],
			detail: words.Joined(b.tally.say(), in.Recurrence(b.group.Recurrence, b.group.From, b.group.Until), l.p.s.records.PlaceName(b.group.PlaceID)),
		}
		if len(warnings) > 0 {
			x.chip = kit.Chip{Word: warnings[0], Tone: kit.Attention}
			x.detail = words.Joined(b.tally.say(), words.Joined(warnings[1:]...), in.Recurrence(b.group.Recurrence, b.group.From, b.group.Until),
				l.p.s.records.PlaceName(b.group.PlaceID))
		}
		return x
	case skippedRow:
		verb := "meetings.plan.do.force_all"
		if b.tally.acts[model.PlanSkip] == 0 {
			verb = "meetings.plan.do.force_none"
		}
		return planFace{title: words.T("meetings.plan.skipped_all"), verb: words.T(verb)}
	default:
		line := l.p.plan.Lines[r.line]
		return planFace{title: dayText(line.Session.Date), chip: planChip(line), detail: words.Joined(l.p.said(line)...), verb: l.p.planVerb(line)}
	}
}
