package exchange

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/importing"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// columns is the first step of taking in: what the rows are, and what each column is.
type columns struct {
	v      *view
	draft  *importing.Draft
	facts  *importing.Facts
	form   *kit.Form
	fields []*kit.Select[importing.Field] // one for each column of the draft
	said   *fyne.Container                // what is missing
	next   *kit.Button
	body   *fyne.Container
	all    fyne.CanvasObject
}

func newColumns(v *view, draft *importing.Draft, facts *importing.Facts) *columns {
	c := &columns{v: v, draft: draft, facts: facts, said: kit.Column(), body: container.New(full{})}
	c.next = kit.NewPrimaryButton(words.T("exchange.columns.next"), theme.NavigateNextIcon(), c.preview)
	steps := buttons(c.next, kit.NewButton(words.T("exchange.in.other"), theme.FolderOpenIcon(), func() { v.MayLeave(v.chooseFile) }),
		kit.NewButton(words.T("exchange.in.give_up"), theme.CancelIcon(), v.Leave))
	c.all = container.NewPadded(kit.Headed(kit.Column(heading(words.T("exchange.columns.title", "file", draft.Source)),
		kit.NewText(words.T("exchange.columns.text")), steps, c.said, widget.NewSeparator()), c.body))
	c.build("kind")
	return c
}

// heading is the title of a step.
func heading(text string) fyne.CanvasObject {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.SizeName, l.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	return l
}

func (c *columns) content() fyne.CanvasObject { return c.all }
func (c *columns) focusFirst()                { c.form.FocusFirst() }
func (c *columns) half() bool                 { return true }
func (c *columns) reload()                    { c.build("kind") }

// build makes the fields anew, and gives the keyboard to one of them if it was in the form.
func (c *columns) build(field string) {
	there := c.form != nil && kit.OnScreen(c.form)
	c.form, c.fields = kit.NewForm(), nil
	c.source()
	c.form.Section(words.N("exchange.columns.section", len(c.draft.Columns), "rows", words.In(words.Current()).Number(int64(c.draft.Rows())*100)))
	c.form.Add(kit.NewText(words.T("exchange.columns.hint")))
	options := []kit.Option[importing.Field]{{Label: words.T("exchange.columns.none")}}
	for _, f := range c.draft.Fields() {
		options = append(options, kit.Option[importing.Field]{Value: f, Label: c.facts.Word(f)})
	}
	for i := range c.draft.Columns {
		c.column(i, options)
	}
	c.body.Objects = []fyne.CanvasObject{c.form}
	c.body.Refresh()
	c.show()
	if there {
		c.form.FocusField(field)
	}
}

// source asks what the rows are, and where they stand in the file.
func (c *columns) source() {
	d := c.draft
	kinds := make([]kit.Option[importing.Kind], 0, len(importing.Kinds()))
	for _, k := range importing.Kinds() {
		kinds = append(kinds, kit.Option[importing.Kind]{Value: k, Label: words.Capital(words.T("importing.kind." + string(k)))})
	}
	kind := kit.NewSelect(kinds)
	kind.Required = true
	kind.SetValue(d.Kind)
	kind.OnChanged = func() {
		k, _ := kind.Value()
		d.Choose(k, d.BestSheet(k))
		c.build("kind")
	}
	c.form.Row(&kit.Field{Name: "kind", Label: words.T("exchange.field.kind"), Input: kind, Width: 320})
	if sheets := d.Sheets(); len(sheets) > 1 {
		options := make([]kit.Option[int], len(sheets))
		for i, name := range sheets {
			options[i] = kit.Option[int]{Value: i, Label: name}
		}
		sheet := kit.NewSelect(options)
		sheet.Required = true
		sheet.SetValue(d.Sheet)
		sheet.OnChanged = func() {
			i, _ := sheet.Value()
			d.Choose(d.Kind, i)
			c.build("sheet")
		}
		c.form.Row(&kit.Field{Name: "sheet", Label: words.T("exchange.field.sheet"), Input: sheet, Width: 320})
	}
	header := kit.NewNumberField()
	header.Whole, header.Plain = true, true
	header.SetValue(int64(d.Header)*100, d.Header > 0)
	read := header.OnLeave
	header.OnLeave = func() {
		read()
		if n, _, ok := header.Value(); ok && int(n/100) != d.Header {
			d.UseHeader(int(n / 100))
			c.build("")
		}
	}
	c.form.Row(&kit.Field{Name: "header", Label: words.T("exchange.field.header"), Hint: words.T("exchange.hint.header"), Input: header, Width: 110})
}

// column asks what one column is.
func (c *columns) column(i int, options []kit.Option[importing.Field]) {
	x := c.draft.Columns[i]
	s := kit.NewSelect(options)
	s.Required = true
	s.SetValue(x.Field)
	s.OnChanged = func() {
		f, _ := s.Value()
		c.draft.Map(i, f)
		c.show()
	}
	c.fields = append(c.fields, s)
	label := x.Letter
	if x.Head != "" {
		label += "  " + x.Head
	}
	examples := make([]string, len(x.Examples))
	for j, e := range x.Examples {
		examples[j] = c.v.desk.Personal(oneLine(e))
	}
	hint := ""
	if len(examples) > 0 {
		hint = words.T("exchange.columns.examples", "examples", strings.Join(examples, " · "))
	}
	c.form.Row(&kit.Field{Name: "column." + x.Letter, Label: label, Hint: hint, Input: s, Width: 320})
}

// exampleLetters is how much of a value is shown.
const exampleLetters = 40

// oneLine is the beginning of a value, on one line.
func oneLine(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > exampleLetters {
		return string(r[:exampleLetters]) + "…"
	}
	return text
}

// show shows what each column is now, and what is missing.
func (c *columns) show() {
	for i, s := range c.fields {
		s.SetValue(c.draft.Columns[i].Field)
	}
	c.said.RemoveAll()
	var missing []string
	for _, oneOf := range c.draft.Missing() {
		missing = append(missing, c.facts.Word(oneOf[0]))
	}
	switch {
	case c.draft.Rows() == 0:
		c.said.Add(kit.Notice(kit.Attention, words.T("exchange.columns.no_rows")))
	case len(missing) > 0:
		c.said.Add(kit.Notice(kit.Attention, words.T("exchange.columns.missing", "fields", words.In(words.Current()).List(missing))))
	}
	if len(c.said.Objects) > 0 {
		c.next.Disable()
	} else {
		c.next.Enable()
	}
	c.all.Refresh()
}

// preview looks what taking in would do.
func (c *columns) preview() {
	var plan *importing.Plan
	c.v.wait(words.T("exchange.previewing", "file", c.draft.Source), func(ctx context.Context, tell func(float64)) (err error) {
		plan, err = c.draft.Preview(ctx, func(done, of int) { tell(float64(done) / float64(max(of, 1))) })
		return err
	}, func(err error) {
		if err != nil {
			c.v.turn(c)
			c.v.fail(err)
			return
		}
		c.v.turn(newPreview(c, plan))
	})
}
