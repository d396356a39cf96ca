package settings

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2/theme"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// templatePart edits the text that new agreements start from, in one language at a time.
type templatePart struct {
	*keeper[model.Template]
	store    Store
	language model.Language // of the texts that are shown
}

func newTemplatePart(d *desk.Desk, store Store) *templatePart {
	p := &templatePart{store: store, language: words.Current()}
	p.keeper = newKeeper[model.Template](d, words.T("settings.template.saved"),
		kit.NewQuietButton(words.T("settings.template.reset"), theme.HistoryIcon(), p.askReset))
	p.read, p.write = store.Template, p.saveTemplate
	p.copied = func(t model.Template) model.Template {
		t.Clauses = slices.Clone(t.Clauses)
		return t
	}
	p.Build = p.build
	p.Problems = func() []kit.Problem { return templateProblems(p.draft) }
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

// saveTemplate saves the template without the clauses in which nothing is written.
func (p *templatePart) saveTemplate(ctx context.Context, t model.Template) (model.Template, error) {
	t.Clauses = slices.DeleteFunc(slices.Clone(t.Clauses), emptyClause)
	return t, p.store.SaveTemplate(ctx, t)
}

func emptyClause(c model.TemplateClause) bool { return c.Heading.IsZero() && c.Body.IsZero() }

func (p *templatePart) build() {
	p.View.Add(kit.Notice(kit.Neutral, words.T("settings.template.notice")))
	b := p.Bind("settings.template.field.", "settings.template.field_hint.").Of(func() { p.Rebuild("language") })
	language := b.Hinted(form.OneOf(b, "language", languageOptions(), &p.language))
	language.Required, language.Width = false, 200
	p.View.Row(language)
	p.View.Section(words.T("settings.template.clauses"))
	clauses := kit.NewItems[model.TemplateClause](p.View, p.d.Dialogs)
	clauses.Name, clauses.Add, clauses.Empty = "clauses", words.T("settings.template.add"), words.T("settings.template.none")
	clauses.New = func() model.TemplateClause { return model.TemplateClause{Key: "own-" + string(ids.New())} }
	clauses.Blank = emptyClause
	p.edits(clauses, clausePlaceholders())
	form.AddList(p.Sheet, clauses, &p.draft.Clauses)
	p.View.Section(words.T("settings.template.memo"))
	memo := kit.NewItems[model.TemplateClause](p.View, p.d.Dialogs) // a list of one that stays one
	memo.Name, memo.Fixed = "memo", true
	one := []model.TemplateClause{p.draft.Memo}
	memo.OnChanged = func() { p.draft.Memo = one[0] }
	p.edits(memo, memoPlaceholders())
	form.AddList(p.Sheet, memo, &one)
}

// languageOptions are the languages by their own names.
func languageOptions() []kit.Option[model.Language] {
	var out []kit.Option[model.Language]
	for _, l := range model.Languages() {
		out = append(out, kit.Option[model.Language]{Value: l, Label: ownName(l)})
	}
	return out
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
}

func (p *templatePart) clauseFields(c *model.TemplateClause, fields *kit.Fields, places []model.Placeholder, changed func()) {
	b := p.Bind("settings.template.field.", "settings.template.field_hint.")
	heading, body := c.Heading.In(p.language), c.Body.In(p.language)
	fields.Row(b.Of(func() {
		c.Heading.Set(p.language, heading)
		changed()
	}).Entry("heading", &heading, model.MaxName))
	text := b.Of(func() {
		c.Body.Set(p.language, body)
		changed()
	}).Area("body", &body)
	area := text.Input.(*kit.Area)
	area.MaxRunes, area.MinRows, area.MaxRows = model.MaxClause, 4, 16
	fields.Row(text)
	fields.Row(b.Hinted(b.Field("insert", placeholderMenu(area, places))))
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
