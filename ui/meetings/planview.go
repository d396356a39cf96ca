package meetings

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

// detailHeight is that of the line below the list: two lines of text, more of it scrolls.
const detailHeight = 52

// planView is the dry run of a season on the screen, in the place of the register of seasons.
type planView struct {
	v       *seasonsView
	p       *planning
	list    *planList
	groups  *kit.MultiSelect[model.ID]
	totals  *fyne.Container
	undo    *kit.Button
	save    *kit.Button
	detail  *widget.Label // the row under the keyboard in full
	empty   *widget.Label // in place of the list
	content fyne.CanvasObject
}

func newPlanView(v *seasonsView, p *planning) *planView {
	x := &planView{v: v, p: p, list: newPlanList(p), totals: kit.Flow(), detail: widget.NewLabel(""), empty: widget.NewLabel("")}
	x.detail.Wrapping = fyne.TextWrapWord
	x.empty.Wrapping, x.empty.Alignment = fyne.TextWrapWord, fyne.TextAlignCenter
	x.list.decided = x.showTotals
	middle := container.NewStack(x.list, container.NewVBox(layout.NewSpacer(), x.empty, layout.NewSpacer()))
	full := container.NewVScroll(x.detail)
	full.SetMinSize(fyne.NewSize(0, detailHeight))
	x.list.moved = func() {
		x.detail.SetText(x.list.spoken(x.list.at))
		full.Refresh()
	}
	bottom := container.NewVBox(widget.NewSeparator(), full)
	x.content = kit.Between(x.top(), middle, bottom)
	x.fill()
	return x
}

// top is what stands above the list: which season and groups, the totals, and what can be done.
func (x *planView) top() fyne.CanvasObject {
	in := words.In(words.Current())
	season := x.p.season
	title := widget.NewLabelWithStyle(words.T("meetings.plan.title", "season", season.Name.Best(words.Current())), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameSubHeadingText
	days := widget.NewLabel(in.DateRange(season.From, season.Until))
	days.Importance = widget.LowImportance
	x.save = kit.NewPrimaryButton(words.T("meetings.plan.write"), theme.DocumentSaveIcon(), x.write)
	x.undo = kit.NewButton(words.T("meetings.plan.undo"), theme.ContentUndoIcon(), x.undoAll)
	x.groups = kit.NewMultiSelect[model.ID](nil)
	x.groups.SetLabel(words.T("meetings.plan.groups"))
	x.groups.OnChanged = func() {
		x.p.only = x.groups.Values()
		x.p.make()
		x.fill()
	}
	notable := kit.NewCheck(words.T("meetings.plan.notable"))
	notable.OnChanged = func() {
		x.list.notable = notable.Checked
		x.fill()
	}
	head := kit.Flow(kit.NewButton(words.T("meetings.plan.back"), theme.NavigateBackIcon(), x.v.Leave), title, days, x.save, x.undo)
	label := widget.NewLabel(words.T("meetings.plan.groups"))
	right := container.NewHBox(notable,
		kit.NewQuietButton(words.T("meetings.plan.unfold"), nil, func() { x.list.foldAll(true) }),
		kit.NewQuietButton(words.T("meetings.plan.fold"), nil, func() { x.list.foldAll(false) }))
	// the layout by itself, because container.NewBorder changes the order of Tab
	tools := container.New(layout.NewBorderLayout(nil, nil, label, right), label, x.groups, right)
	return container.NewPadded(kit.Column(head, container.New(layout.NewCustomPaddedLayout(3, 5, 0, 0), x.totals), tools))
}

// fill shows the plan as it is now.
func (x *planView) fill() {
	var options []kit.Option[model.ID]
	for _, g := range x.p.s.records.Groups {
		options = append(options, kit.Option[model.ID]{Value: g.ID, Label: g.Name.Best(words.Current()), Detail: x.p.s.records.PlaceName(g.PlaceID)})
	}
	x.groups.SetOptions(options)
	x.list.fill()
	x.empty.SetText("")
	switch {
	case len(x.p.blocks) == 0:
		x.empty.SetText(words.T("meetings.plan.no_groups"))
	case len(x.list.rows) == 0:
		x.empty.SetText(words.T("meetings.plan.nothing_notable"))
	}
	x.showTotals()
}

// showTotals says what the plan would write in all, and what there is to look at.
func (x *planView) showTotals() {
	x.totals.RemoveAll()
	chip := func(word string, tone kit.Tone) { x.totals.Add(kit.NewStateChip(kit.Chip{Word: word, Tone: tone})) }
	if !x.p.changes() {
		chip(words.T("meetings.plan.nothing_changes"), kit.OK)
	}
	for _, act := range model.PlanActs() {
		if n := x.p.total.acts[act]; n > 0 {
			chip(planCount(n, act), planTones[act])
		}
	}
	for _, w := range x.p.total.warnings() {
		chip(w, kit.Attention)
	}
	enable(x.save, x.p.changes())
	enable(x.undo, x.p.decided())
	x.totals.Refresh()
	x.list.moved()
	x.content.Refresh()
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (x *planView) undoAll() {
	x.p.clear()
	x.p.make()
	x.fill()
	kit.Focus(x.list)
}

// reload reads again what the plan is made of.
func (x *planView) reload() {
	if err := x.p.read(); err != nil {
		x.p.s.desk.Fail(err, nil)
		return
	}
	x.fill()
}

// write writes the plan and says what was written. Where sessions collide or leaders are away, it asks first.
func (x *planView) write() {
	amiss := x.amiss()
	if amiss == "" {
		x.tryWrite()
		return
	}
	x.p.s.desk.Dialogs.Confirm(words.T("meetings.plan.amiss.title"), amiss, words.T("meetings.plan.write"), false, func() { x.tryWrite() })
}

// amiss says how many collisions, absences and incomplete pairs are among what would be written; empty while none of the
// first two are, because leaders are often found only after planning.
func (x *planView) amiss() string {
	t := planTally{acts: map[model.PlanAct]int{}}
	for _, l := range x.p.plan.Lines {
		if l.Act == model.PlanMake || l.Act == model.PlanChange {
			t.add(l)
		}
	}
	if t.clashes+t.absent == 0 {
		return ""
	}
	t.pastEnd, t.closed = 0, 0 // which was decided, or is no fault
	return words.T("meetings.plan.amiss.text", "what", words.In(words.Current()).List(t.warnings()))
}

func (x *planView) tryWrite() bool {
	if !x.p.changes() {
		x.p.s.desk.Say(words.T("meetings.plan.nothing_changes"))
		return true
	}
	said := x.p.total.written()
	if err := x.p.write(); err != nil {
		x.p.s.desk.Fail(err, nil)
		return false
	}
	x.p.s.desk.Say(words.T("meetings.plan.wrote", "what", said))
	x.fill()
	kit.Focus(x.list)
	return true
}

// written says what a plan with this tally writes.
func (t planTally) written() string {
	var out []string
	for _, act := range []model.PlanAct{model.PlanMake, model.PlanChange, model.PlanRemove, model.PlanDrop} {
		if n := t.acts[act]; n > 0 {
			out = append(out, words.N("meetings.plan.wrote."+string(act), n))
		}
	}
	return words.In(words.Current()).List(out)
}

// mayLeave does then; what was decided about single days and is not written asks first what is to become of it.
func (x *planView) mayLeave(then func()) {
	if !x.p.decided() {
		then()
		return
	}
	text := words.T("meetings.plan.unwritten.text")
	if amiss := x.amiss(); amiss != "" {
		text += "\n\n" + amiss
	}
	x.p.s.desk.Dialogs.Choose(words.T("meetings.plan.unwritten.title"), text,
		kit.Choice{Label: words.T("kit.unsaved.stay"), Cancel: true},
		kit.Choice{Label: words.T("meetings.plan.unwritten.discard"), Do: then},
		kit.Choice{Label: words.T("meetings.plan.write"), Default: true, Do: func() {
			if x.tryWrite() {
				then()
			}
		}})
}
