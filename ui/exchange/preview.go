package exchange

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/importing"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// The filters that are no state of a row.
const (
	everyRow importing.RowState = ""
	noted    importing.RowState = "notes" // something is left out of it, or worth knowing
)

// filters lists them in the order of their buttons.
func filters() []importing.RowState {
	return slices.Concat([]importing.RowState{everyRow}, importing.RowStates(), []importing.RowState{noted})
}

// preview is the second step of taking in: every row and what it would do.
type preview struct {
	v       *view
	before  *columns
	plan    *importing.Plan
	filter  importing.RowState
	buttons map[importing.RowState]*kit.Button
	list    *rowList
	detail  *detail
	take    *kit.Button
	errors  *kit.Button
	decided bool // a person has left out or chosen something
	all     fyne.CanvasObject
}

func newPreview(before *columns, plan *importing.Plan) *preview {
	p := &preview{v: before.v, before: before, plan: plan, buttons: map[importing.RowState]*kit.Button{}}
	p.list, p.detail = newRowList(p), newDetail(p)
	p.take = kit.NewPrimaryButton("", theme.DownloadIcon(), p.takeIn)
	p.errors = kit.NewButton(words.T("exchange.preview.errors"), theme.DocumentSaveIcon(), func() { p.v.desk.Give(p.plan.Errors()) })
	steps := buttons(p.take, kit.NewButton(words.T("exchange.preview.back"), theme.NavigateBackIcon(), p.back), p.errors,
		kit.NewButton(words.T("exchange.in.give_up"), theme.CancelIcon(), p.v.Leave))
	var shown []fyne.CanvasObject
	for _, f := range filters() {
		b := kit.NewButton("", nil, func() { p.show(f) })
		p.buttons[f] = b
		shown = append(shown, b)
	}
	shown = append(shown,
		kit.NewQuietButton(words.T("exchange.preview.take_shown"), nil, func() { p.acceptShown(true) }),
		kit.NewQuietButton(words.T("exchange.preview.leave_shown"), nil, func() { p.acceptShown(false) }))
	kind := words.T("importing.kind." + string(plan.Kind))
	top := kit.Column(heading(words.T("exchange.preview.title", "file", plan.Source, "kind", kind)),
		kit.NewText(words.T("exchange.preview.text")), steps, buttons(shown...), widget.NewSeparator())
	split := container.NewHSplit(p.list, p.detail)
	split.SetOffset(0.55)
	p.all = container.NewPadded(kit.Headed(top, split))
	p.show(everyRow)
	return p
}

func (p *preview) content() fyne.CanvasObject { return p.all }
func (p *preview) focusFirst()                { kit.Focus(p.list) }
func (p *preview) half() bool                 { return true }

// reload shows names again: whether they may be seen may have changed.
func (p *preview) reload() {
	p.list.Refresh()
	p.detail.show(p.list.row())
}

// has reports whether a row is among those of a filter.
func has(f importing.RowState, r *importing.Row) bool {
	switch f {
	case everyRow:
		return true
	case noted:
		return len(r.Troubles) > 0 && r.State != importing.RowError
	default:
		return r.State == f
	}
}

// show shows the rows of a filter.
func (p *preview) show(f importing.RowState) {
	p.filter = f
	p.list.fill(f)
	p.count()
}

// count says how many rows there are of each kind, and how many would be taken in.
func (p *preview) count() {
	n, taken := map[importing.RowState]int{}, 0
	for i := range p.plan.Rows {
		r := &p.plan.Rows[i]
		for _, f := range filters() {
			if has(f, r) {
				n[f]++
			}
		}
		if takes(r) {
			taken++
		}
	}
	in := words.In(words.Current())
	for _, f := range filters() {
		b := p.buttons[f]
		b.Hidden = n[f] == 0 && f != everyRow
		b.Importance = widget.MediumImportance
		if f == p.filter {
			b.Importance = widget.HighImportance
		}
		b.SetText(words.T("exchange.preview.filter", "word", filterWord(f), "n", in.Number(int64(n[f])*100)))
		b.Refresh()
	}
	p.take.SetText(words.N("exchange.preview.take", taken, "rows", in.Number(int64(taken)*100)))
	enable(p.take, taken > 0)
	enable(p.errors, n[noted]+n[importing.RowError]+n[importing.RowUndecided] > 0)
	p.all.Refresh()
}

func filterWord(f importing.RowState) string {
	switch f {
	case everyRow:
		return words.T("exchange.preview.every")
	case noted:
		return words.T("exchange.preview.noted")
	default:
		return words.Capital(words.T("importing.state." + string(f)))
	}
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// mayTake reports whether there is something in a row that can be taken in.
func mayTake(r *importing.Row) bool {
	return r.State == importing.RowNew || r.State == importing.RowDiffers
}

// takes reports whether a row changes something as it is now.
func takes(r *importing.Row) bool {
	return mayTake(r) && r.Accepted && slices.ContainsFunc(r.Changes, func(c importing.Change) bool { return c.Keep })
}

// acceptShown takes in all rows that are shown, or leaves them out.
func (p *preview) acceptShown(yes bool) {
	for _, i := range p.list.rows {
		if r := &p.plan.Rows[i]; mayTake(r) {
			r.Accepted = yes
		}
	}
	p.changed()
}

// changed shows what a person has decided.
func (p *preview) changed() {
	p.decided = true
	p.count()
	p.list.Refresh()
	p.detail.mark()
}

// back goes back to the columns, after asking when something was decided that would be forgotten.
func (p *preview) back() {
	again := func() { p.v.turn(p.before) }
	if !p.decided {
		again()
		return
	}
	p.v.desk.Dialogs.Confirm(words.T("exchange.preview.back.title"), words.T("exchange.preview.back.text"), words.T("exchange.preview.back"), false, again)
}
