package exchange

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/importing"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// detail is what stands beside the list: one row with everything about it, and what a person decides.
type detail struct {
	widget.BaseWidget
	p      *preview
	row    int // of the plan, −1 for none
	take   *kit.Check
	keeps  []*kit.Check // one for each change
	which  *kit.Select[model.ID]
	body   *fyne.Container
	scroll *container.Scroll
}

// detailTop is left free above the first line, in Fyne's units.
const detailTop = 4

func newDetail(p *preview) *detail {
	d := &detail{p: p, row: -1, body: kit.Column()}
	d.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(detailTop, 12, 8, 12), d.body))
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is called by Fyne.
func (d *detail) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.scroll) }

// MinSize is called by Fyne.
func (d *detail) MinSize() fyne.Size { return fyne.NewSize(300, 120) }

// show shows a row of the plan, nothing for −1.
func (d *detail) show(row int) {
	d.row, d.take, d.keeps, d.which = row, nil, nil, nil
	d.body.RemoveAll()
	if row >= 0 {
		d.fill(&d.p.plan.Rows[row])
	} else {
		d.body.Add(kit.NewText(words.T("exchange.preview.no_rows")))
	}
	d.scroll.ScrollToTop()
	d.scroll.Refresh()
	d.Refresh()
}

func (d *detail) fill(r *importing.Row) {
	d.body.Add(heading(words.Joined(words.T("exchange.preview.row", "n", r.N), d.p.name(r))))
	d.body.Add(container.New(layout.NewCustomPaddedLayout(0, 6, 8, 0), container.NewHBox(kit.NewStateChip(chipOf(r)))))
	d.body.Add(kit.NewText(words.T("exchange.preview.means." + string(r.State))))
	if len(r.Candidates) > 0 {
		d.choose(r)
	}
	for _, x := range r.Troubles {
		tone := kit.Attention
		if x.Fatal {
			tone = kit.Danger
		}
		d.body.Add(container.New(layout.NewCustomPaddedLayout(2, 2, 8, 0), kit.Notice(tone, d.p.trouble(x))))
	}
	if !mayTake(r) {
		return
	}
	d.take = kit.NewCheck(words.T("exchange.preview.take_row"))
	d.take.SetValue(r.Accepted)
	d.take.OnChanged = func() {
		r.Accepted = d.take.Checked
		d.p.changed()
	}
	d.take.SetOnFocus(func() { d.reveal(d.take, d.take) })
	d.body.Add(d.take)
	d.body.Add(widget.NewSeparator())
	for i := range r.Changes {
		d.change(r, &r.Changes[i])
	}
}

// change is one field, which can be left out, with its values.
func (d *detail) change(r *importing.Row, c *importing.Change) {
	word, said := d.p.before.facts.Word(c.Field), d.p.change(r, *c)
	box := kit.NewCheck(word)
	box.SetLabel(words.T("exchange.preview.field", "field", word, "value", said))
	box.SetValue(c.Keep)
	box.OnChanged = func() {
		c.Keep = box.Checked
		d.p.changed()
	}
	d.keeps = append(d.keeps, box)
	value := container.New(layout.NewCustomPaddedLayout(-10, 0, 28, 0), kit.NewText(said))
	box.SetOnFocus(func() { d.reveal(box, value) })
	d.body.Add(box)
	d.body.Add(value)
}

// reveal scrolls so that what stands from one object to another is seen.
func (d *detail) reveal(from, to fyne.CanvasObject) {
	top, bottom := from.Position().Y, to.Position().Y+to.Size().Height+detailTop
	offset, height := d.scroll.Offset.Y, d.scroll.Size().Height
	offset = max(0, min(max(offset, bottom-height), top))
	if offset != d.scroll.Offset.Y {
		d.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// choose asks which record a row is.
func (d *detail) choose(r *importing.Row) {
	row := d.row
	options := make([]kit.Option[model.ID], 0, len(r.Candidates)+1)
	for _, c := range r.Candidates {
		name, more := c.Name, c.Detail
		if ofPeople(d.p.plan.Kind) {
			name, more = d.p.v.desk.Person(name), d.p.v.desk.Personal(more)
		}
		options = append(options, kit.Option[model.ID]{Value: c.ID, Label: name, Detail: more})
	}
	if d.p.plan.Kind != importing.Counts { // a session is never made by its count
		options = append(options, kit.Option[model.ID]{Label: words.T("exchange.preview.neither")})
	}
	d.which = kit.NewSelect(options)
	d.which.Required = true
	if r.State != importing.RowUndecided {
		chosen := model.ID("")
		for _, c := range r.Candidates {
			if c.ID == r.ID {
				chosen = c.ID
			}
		}
		d.which.SetValue(chosen)
	}
	d.which.OnChanged = func() {
		id, _ := d.which.Value()
		d.p.plan.Decide(row, id)
		d.p.changed()
		d.show(row)
		kit.Focus(d.which)
	}
	fields := kit.NewFields()
	fields.Row(&kit.Field{Label: words.T("exchange.preview.which"), Input: d.which})
	d.body.Add(fields)
}

// mark shows what was decided elsewhere.
func (d *detail) mark() {
	if d.row < 0 || d.take == nil {
		return
	}
	r := &d.p.plan.Rows[d.row]
	d.take.SetValue(r.Accepted)
	for i, box := range d.keeps {
		if i < len(r.Changes) {
			box.SetValue(r.Changes[i].Keep)
		}
	}
}

// focusFirst gives the keyboard to the first thing that is decided here.
func (d *detail) focusFirst() {
	switch {
	case d.which != nil:
		kit.Focus(d.which)
	case d.take != nil:
		kit.Focus(d.take)
	}
}
