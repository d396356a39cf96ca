package agreements

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// clauseEditor edits the clauses, which were copied from the template and are the agreement's own.
type clauseEditor struct {
	f     *agreementForm
	items *kit.Items[model.Clause]
}

func (f *agreementForm) clauses() {
	c := clauseEditor{f, kit.NewItems[model.Clause](f.View, f.d.Dialogs)}
	l := c.items
	l.Name, l.Fixed = "clauses", f.frozen
	l.Add, l.Empty = words.T("agreement_form.clause.add"), words.T("agreement_form.clause.none")
	l.Line = c.line
	l.Edit = c.edit
	l.New = func() model.Clause { return model.Clause{ID: ids.New()} }
	l.Blank = func(x model.Clause) bool { return x.Heading.IsZero() && x.Body.IsZero() }
	l.Tick = func(x *model.Clause) { x.Off = !x.Off }
	f.View.Section(words.T("agreement_form.clauses"))
	if !f.frozen {
		f.View.Add(kit.NewText(words.T("agreement_form.clauses_hint")))
	}
	form.AddList(f.Sheet, l, &f.a.Clauses)
}

func (c clauseEditor) line(_ int, x model.Clause) kit.ItemLine {
	heading := x.Heading.Best(c.f.a.Languages[0])
	line := kit.ItemLine{Title: cmp.Or(heading, words.T("agreement_form.clause.unnamed")), Off: x.Off}
	switch t, ok := c.original(x); {
	case !ok:
		line.Detail = words.T("agreement_form.clause.own")
	case t.Heading != x.Heading || t.Body != x.Body:
		line.Detail = words.T("agreement_form.clause.edited")
	}
	return line
}

// original is the clause of the template that x was copied from.
func (c clauseEditor) original(x model.Clause) (model.TemplateClause, bool) {
	i := slices.IndexFunc(c.f.template.Clauses, func(t model.TemplateClause) bool { return t.Key == x.Key })
	if x.Key == "" || i < 0 {
		return model.TemplateClause{}, false
	}
	return c.f.template.Clauses[i], true
}

func (c clauseEditor) edit(x *model.Clause, into *kit.Fields) {
	b := of(c.f.signed(), "clause", c.items.Changed)
	form.Stack(into, texts(b, c.f.a.Languages, "heading", &x.Heading, model.MaxName))
	for i, body := range areas(b, c.f.a.Languages, "body", &x.Body, model.MaxClause) {
		area := body.Input.(*kit.Area)
		area.MinRows, area.MaxRows = 4, 16
		into.Row(body)
		if !c.f.frozen {
			insert := b.Hinted(b.Field("insert", placeholderMenu(area)))
			insert.Name += "_" + string(c.f.a.Languages[i])
			into.Row(insert)
		}
	}
	if t, ok := c.original(*x); ok && !c.f.frozen && (t.Heading != x.Heading || t.Body != x.Body) {
		into.Add(kit.NewLink(words.T("agreement_form.clause.restore"), func() {
			x.Heading, x.Body = t.Heading, t.Body
			c.items.Changed()
			c.items.Rebuild("heading_" + string(c.f.a.Languages[0]))
		}))
	}
}

// placeholderMenu puts the placeholder that is chosen in it where the cursor of body stands.
func placeholderMenu(body *kit.Area) *kit.Select[model.Placeholder] {
	var options []kit.Option[model.Placeholder]
	for _, p := range model.Placeholders() {
		if !slices.Contains(memoOnly, p) {
			label := words.Code(words.In(words.Current()), "agreement.placeholder", p)
			options = append(options, kit.Option[model.Placeholder]{Value: p, Label: label})
		}
	}
	s := kit.NewSelect(options)
	s.SetHint(words.T("agreement_form.clause.insert_choose"))
	s.OnChanged = func() {
		if p, ok := s.Value(); ok {
			body.Insert("{{" + string(p) + "}}")
			s.Clear()
			kit.Focus(body)
		}
	}
	return s
}

// memoOnly are the placeholders that only the memo of an oral agreement knows.
var memoOnly = []model.Placeholder{
	model.PlaceMemoDate, model.PlaceMemoContent, model.PlaceMemoBy, model.PlaceMemoSent,
}
