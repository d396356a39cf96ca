package calendar

import (
	"context"
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// countable reports whether visitors can be counted: the session has come and was not cancelled.
func (p *panel) countable() bool {
	return p.x.of.State != model.SessionCancelled && !p.x.of.Date.After(p.s.records.Today)
}

// visitors are the counts, and the way to enter them. What is not entered is said to be so, never zero.
func (p *panel) visitors() fyne.CanvasObject {
	var actions []fyne.CanvasObject
	if p.countable() {
		actions = append(actions, kit.NewButton(words.T("calendar.session.step.count"), nil, p.openCount))
	}
	title := words.T("calendar.session.section.visitors")
	c, in := p.x.of.Counts, words.In(words.Current())
	if !c.Entered() {
		text := words.T("calendar.session.visitors_later")
		if p.countable() || p.x.of.State == model.SessionCancelled {
			text = words.T("calendar.session.visitors_none")
		}
		return kit.Section(title, kit.NewText(text), actions...)
	}
	fact := func(label string, n model.Count) kit.Fact {
		if !n.Known {
			return kit.DashFact(label, "")
		}
		return kit.TextFact(label, in.Number(int64(n.N)*100))
	}
	var facts []kit.Fact
	for _, x := range []struct {
		key string
		n   model.Count
	}{{"adults", c.Adults}, {"children", c.Children}, {"new", c.New}, {"men", c.Men}} {
		facts = append(facts, fact(words.T("calendar.session.field."+x.key), x.n))
	}
	for _, x := range p.s.ownCounts(c) {
		facts = append(facts, fact(x.name, x.n))
	}
	return kit.Section(title, kit.Facts(facts...), actions...)
}

// ownCount is what was counted of one category of the centre's own.
type ownCount struct {
	id   model.ID
	name string
	n    model.Count
}

// ownCounts are the categories that are counted now, and those that were counted in the session.
func (s *Screen) ownCounts(c model.Counts) []ownCount {
	var out []ownCount
	for _, category := range s.records.Policy.Categories {
		n, known := c.Own[category.ID]
		if known || !category.Off {
			out = append(out, ownCount{category.ID, category.Name.Best(words.Current()), model.Count{N: n, Known: known}})
		}
	}
	return out
}

// countForm enters the visitors of the session.
type countForm struct {
	*form.Sheet
	p      *panel
	counts model.Counts // but for Own
	own    []ownCount
}

func (p *panel) openCount() {
	f := &countForm{p: p, counts: p.x.of.Counts, own: p.s.ownCounts(p.x.of.Counts)}
	notHeld := kit.NewButton(words.T("calendar.session.not_held"), theme.CancelIcon(), func() {
		p.away(func() {
			p.back()
			p.askCancel()
		})
	})
	f.Sheet = form.NewSheet(p.s.desk, p.Save, form.Cancel(p.Leave), notHeld)
	f.Build, f.Write = f.fields, f.write
	f.Problems = func() []kit.Problem {
		after := p.x.of
		after.Counts = f.entered()
		return form.Said(form.Fresh(p.x.of.Check(), after.Check()))
	}
	f.Make()
	p.open(f)
}

func (f *countForm) fields() {
	f.View.Section(words.T("calendar.session.section.visitors"))
	f.View.Add(kit.NewText(words.T("calendar.session.count.text", "group", f.p.s.records.GroupName(f.p.x.of.GroupID), "when", sessionWhen(f.p.x.of))))
	b := f.Bind("calendar.session.field.", "calendar.session.hint.")
	c := &f.counts
	f.View.Row(b.Count("adults", &c.Adults), b.Count("children", &c.Children))
	f.View.Row(b.Hinted(b.Count("new", &c.New)), b.Hinted(b.Count("men", &c.Men)))
	for i := range f.own {
		field := form.Binder{Today: b.Today, Changed: b.Changed}.Count("own."+string(f.own[i].id), &f.own[i].n)
		field.Label = f.own[i].name
		f.View.Row(field)
	}
}

// entered are the counts as they are in the form.
func (f *countForm) entered() model.Counts {
	out := f.counts
	out.Own = maps.Clone(f.p.x.of.Counts.Own)
	for _, o := range f.own {
		if !o.n.Known {
			delete(out.Own, o.id)
			continue
		}
		if out.Own == nil {
			out.Own = map[model.ID]int{}
		}
		out.Own[o.id] = o.n.N
	}
	return out
}

func (f *countForm) write(context.Context) (model.ID, string, error) {
	p, counts := f.p, f.entered()
	said := words.T("calendar.session.counted", "when", sessionWhen(p.x.of))
	return p.id, "", p.s.changeSessions([]model.ID{p.id}, said, func(x *model.Session) { x.Counts = counts })
}
