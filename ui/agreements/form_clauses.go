package agreements

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// clauseEditor edits the clauses, which were copied from the template and are the agreement's own.
type clauseEditor struct {
	f     *form
	items *kit.Items[model.Clause]
}

func (f *form) clauses() {
	c := clauseEditor{f, kit.NewItems[model.Clause](f.view, f.d.Dialogs)}
	l := c.items
	l.Name, l.Fixed = "clauses", f.frozen
	l.Add, l.Empty = words.T("agreement_form.clause.add"), words.T("agreement_form.clause.none")
	l.Line = c.line
	l.Edit = c.edit
	l.New = func() model.Clause { return model.Clause{ID: ids.New()} }
	l.Blank = func(x model.Clause) bool { return x.Heading.IsZero() && x.Body.IsZero() }
	l.Tick = func(x *model.Clause) { x.Off = !x.Off }
	l.OnChanged = func() {
		f.a.Clauses = l.Values()
		f.touch()
	}
	l.SetValues(f.a.Clauses)
	f.lists = append(f.lists, l)
	f.view.Section(words.T("agreement_form.clauses"))
	if !f.frozen {
		f.view.Add(kit.NewText(words.T("agreement_form.clauses_hint")))
	}
	f.view.Add(l)
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
	b := c.f.signed(c.items.Changed)
	b.texts(into, "heading", words.T("agreement_form.clause.heading"), &x.Heading, model.MaxName)
	for _, l := range c.f.a.Languages {
		body := newArea(x.Body.In(l), model.MaxClause)
		body.MinRows, body.MaxRows = 4, 16
		body.OnChanged = func(s string) {
			x.Body.Set(l, s)
			b.changed()
		}
		into.Row(b.field("body_"+string(l), b.inLanguage(words.T("agreement_form.clause.body"), l), body))
		if !c.f.frozen {
			into.Row(hint(b.field("insert_"+string(l), words.T("agreement_form.clause.insert"), placeholderMenu(body)),
				words.T("agreement_form.clause.insert_hint")))
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
