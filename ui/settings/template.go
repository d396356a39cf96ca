package settings

import (
	"cmp"
	"context"
	"reflect"
	"slices"

	"fyne.io/fyne/v2/theme"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// templatePart edits the text that new agreements start from, in one language at a time.
type templatePart struct {
	sheet
	store    Store
	kept     model.Template // as it is saved
	t        model.Template // the draft
	language model.Language // of the texts that are shown
}

func newTemplatePart(d *desk.Desk, store Store) *templatePart {
	p := &templatePart{sheet: newSheet(d), store: store, language: words.Current()}
	p.Discard()
	return p
}

// builtIn is the text that the program comes with.
func builtIn() model.Template {
	clause := func(c assets.TemplateClause) model.TemplateClause {
		return model.TemplateClause{Key: c.Key, Heading: model.Text(c.Heading), Body: model.Text(c.Body)}
	}
	t := model.Template{Memo: clause(assets.Template().Memo)}
	for _, c := range assets.Template().Clauses {
		t.Clauses = append(t.Clauses, clause(c))
	}
	return t
}

// Reload shows what is saved now, unless something is being edited or nothing is new.
func (p *templatePart) Reload() {
	if p.changed {
		return
	}
	now, err := p.store.Template(context.Background())
	if err != nil {
		p.d.Fail(err, nil)
		return
	}
	if !reflect.DeepEqual(now, p.kept) {
		p.kept = now
		p.reset()
	}
}

// Discard goes back to what is saved.
func (p *templatePart) Discard() {
	now, err := p.store.Template(context.Background())
	if err != nil {
		p.d.Fail(err, nil)
	} else {
		p.kept = now
	}
	p.reset()
}

func (p *templatePart) reset() {
	p.t, p.changed = p.kept, false
	p.t.Clauses = slices.Clone(p.kept.Clauses)
	p.build()
}

// Save saves the template without the clauses in which nothing is written.
func (p *templatePart) Save() bool {
	if !p.read() {
		return false
	}
	t := p.t
	t.Clauses = slices.DeleteFunc(slices.Clone(p.t.Clauses), emptyClause)
	if !p.sound(templateProblems(p.t)) {
		return false
	}
	if err := p.store.SaveTemplate(context.Background(), t); err != nil {
		p.d.Fail(err, nil)
		return false
	}
	dropped := len(t.Clauses) < len(p.t.Clauses)
	p.kept = t
	p.saved()
	if dropped {
		p.reset()
	}
	p.d.Say(words.T("settings.template.saved"))
	return true
}

func emptyClause(c model.TemplateClause) bool { return c.Heading.IsZero() && c.Body.IsZero() }

func (p *templatePart) build() {
	p.begin()
	p.form.Add(kit.Notice(kit.Neutral, words.T("settings.template.notice")))
	p.form.Row(p.languageField())
	p.form.Section(words.T("settings.template.clauses"))
	p.form.Add(p.clauses())
	p.form.Section(words.T("settings.template.memo"))
	p.form.Add(p.memo())
	p.finish(func() { p.Save() }, p.Discard,
		kit.NewQuietButton(words.T("settings.template.reset"), theme.HistoryIcon(), p.askReset))
}

func (p *templatePart) languageField() *kit.Field {
	var options []kit.Option[model.Language]
	for _, l := range model.Languages() {
		options = append(options, kit.Option[model.Language]{Value: l, Label: ownName(l)})
	}
	s := kit.NewSelect(options)
	s.Required = true
	s.SetValue(p.language)
	s.OnChanged = func() {
		p.language, _ = s.Value()
		p.build()
		p.form.FocusField("language")
	}
	f := &kit.Field{Name: "language", Label: words.T("settings.template.language"), Input: s, Width: 200}
	return hint(f, "settings.hint.template_language")
}

func (p *templatePart) clauses() *kit.Items[model.TemplateClause] {
	l := kit.NewItems[model.TemplateClause](p.form, p.d.Dialogs)
	l.Name, l.Add, l.Empty = "clauses", words.T("settings.template.add"), words.T("settings.template.none")
	l.New = func() model.TemplateClause { return model.TemplateClause{Key: "own-" + string(ids.New())} }
	l.Blank = emptyClause
	l.OnChanged = func() {
		p.t.Clauses = l.Values()
		p.touch()
	}
	p.edits(l, clausePlaceholders())
	l.SetValues(p.t.Clauses)
	return l
}

// memo is a list of one that stays one.
func (p *templatePart) memo() *kit.Items[model.TemplateClause] {
	l := kit.NewItems[model.TemplateClause](p.form, p.d.Dialogs)
	l.Name, l.Fixed = "memo", true
	l.OnChanged = func() {
		p.t.Memo = l.Values()[0]
		p.touch()
	}
	p.edits(l, memoPlaceholders())
	l.SetValues([]model.TemplateClause{p.t.Memo})
	return l
}

// edits lets l edit clauses; places can be put into their texts.
func (p *templatePart) edits(l *kit.Items[model.TemplateClause], places []model.Placeholder) {
	original := map[string]model.TemplateClause{}
	for _, c := range append(builtIn().Clauses, builtIn().Memo) {
		original[c.Key] = c
	}
	l.Line = func(_ int, c model.TemplateClause) kit.ItemLine {
		line := kit.ItemLine{Title: cmp.Or(c.Heading.Best(p.language), words.T("settings.template.unnamed"))}
		switch o, ok := original[c.Key]; {
		case !ok:
			line.Detail = words.T("settings.template.own")
		case o != c:
			line.Detail = words.T("settings.template.edited")
		}
		return line
	}
	l.Edit = func(c *model.TemplateClause, fields *kit.Fields) {
		p.clauseFields(c, fields, places, l.Changed)
		if o, ok := original[c.Key]; ok {
			fields.Row(&kit.Field{Label: words.T("settings.template.original"), Input: p.restore(c, o, l), Width: 380})
		}
	}
	p.lists = append(p.lists, l)
}

func (p *templatePart) clauseFields(c *model.TemplateClause, fields *kit.Fields, places []model.Placeholder, changed func()) {
	heading := kit.NewEntry()
	heading.MaxRunes = model.MaxName
	heading.SetValue(c.Heading.In(p.language))
	heading.OnChanged = func(text string) {
		c.Heading.Set(p.language, text)
		changed()
	}
	fields.Row(&kit.Field{Name: "heading", Label: words.T("settings.template.heading"), Input: heading})
	body := kit.NewArea()
	body.MaxRunes = model.MaxClause
	body.MinRows, body.MaxRows = 4, 16
	body.SetValue(c.Body.In(p.language))
	body.OnChanged = func(text string) {
		c.Body.Set(p.language, text)
		changed()
	}
	fields.Row(&kit.Field{Name: "body", Label: words.T("settings.template.body"), Input: body})
	insert := &kit.Field{Name: "insert", Label: words.T("settings.template.insert"), Input: placeholderMenu(body, places)}
	fields.Row(hint(insert, "settings.hint.insert"))
}

// restore is the button that puts the built-in text back into one clause, in all languages; it asks when there is
// something to lose.
func (p *templatePart) restore(c *model.TemplateClause, original model.TemplateClause, l *kit.Items[model.TemplateClause]) *kit.Button {
	return kit.NewButton(words.T("settings.template.restore"), theme.HistoryIcon(), func() {
		if *c == original {
			p.d.Say(words.T("settings.template.unchanged"))
			return
		}
		p.d.Dialogs.Confirm(words.T("settings.template.restore.title"), words.T("settings.template.restore.text"),
			words.T("settings.template.restore"), true, func() {
				*c = original
				l.Changed()
				l.Rebuild("heading")
			})
	})
}

func (p *templatePart) askReset() {
	p.d.Dialogs.Confirm(words.T("settings.template.reset.title"), words.T("settings.template.reset.text"),
		words.T("settings.template.reset"), true, func() {
			if err := p.store.ResetTemplate(context.Background()); err != nil {
				p.d.Fail(err, nil)
				return
			}
			p.Discard()
			p.FocusFirst()
			p.d.Say(words.T("settings.template.reset.done"))
		})
}
