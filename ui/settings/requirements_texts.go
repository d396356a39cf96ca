package settings

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// farAway is a day on which every version has begun.
var farAway = model.MustDate("9999-12-31")

// texts makes the fields of the versions of a text. The last version can be written in; earlier ones, which people have
// signed, are only read.
func (p *requirementsPart) texts(r *model.Requirement, f *kit.Fields) {
	last, has := r.TextOn(farAway)
	if has {
		shown := p.shown(*r, last)
		f.Row(p.versions(r, shown.ID), p.textLanguage())
		if shown.ID == last.ID {
			f.Row(p.body(r, last.ID))
		} else {
			f.Add(kit.Notice(kit.Neutral, words.T("settings.requirement.earlier", "version", shown.Version, "last", last.Version)))
			f.Add(kit.NewText(shown.Body.In(p.language)))
		}
	}
	more := kit.NewButton(words.T("settings.requirement.new_version"), theme.ContentAddIcon(), func() { p.askVersion(r, last) })
	f.Row(&kit.Field{Label: words.T("settings.requirement.versions"), Input: more, Width: 300})
	p.signatures(r, last, f)
}

// shown is the version that is chosen, the last one for a requirement in which none is.
func (p *requirementsPart) shown(r model.Requirement, last model.RequirementText) model.RequirementText {
	i := slices.IndexFunc(r.Texts, func(t model.RequirementText) bool { return t.ID == p.version })
	if i < 0 {
		return last
	}
	return r.Texts[i]
}

// versions chooses the version that is shown, the last one first.
func (p *requirementsPart) versions(r *model.Requirement, shown model.ID) *kit.Field {
	sorted := slices.Clone(r.Texts)
	slices.SortStableFunc(sorted, func(a, b model.RequirementText) int { return b.From.Compare(a.From) })
	now, _ := r.TextOn(p.d.Today())
	var options []kit.Option[model.ID]
	for _, t := range sorted {
		detail := words.T("settings.requirement.from_start")
		if !t.From.IsZero() {
			detail = words.T("settings.requirement.from", "date", words.In(words.Current()).Date(t.From))
		}
		if t.ID == now.ID {
			detail += ", " + words.T("settings.requirement.now")
		}
		options = append(options, kit.Option[model.ID]{Value: t.ID, Label: t.Version, Detail: detail})
	}
	p.version = shown
	b := p.Bind("settings.requirement.field.", "").Of(func() { p.list.Rebuild("version") })
	field := form.OneOf(b, "version", options, &p.version)
	field.Required, field.Width = false, 260
	return field
}

func (p *requirementsPart) textLanguage() *kit.Field {
	b := p.Bind("settings.template.field.", "").Of(func() { p.list.Rebuild("language") })
	field := form.OneOf(b, "language", languageOptions(), &p.language)
	field.Required, field.Width = false, 200
	return field
}

// body is the text of a version in the language that is chosen.
func (p *requirementsPart) body(r *model.Requirement, version model.ID) *kit.Field {
	i := slices.IndexFunc(r.Texts, func(t model.RequirementText) bool { return t.ID == version })
	text, language := &r.Texts[i], p.language
	body := text.Body.In(language)
	f := p.Bind("settings.template.field.", "").Of(func() {
		text.Body.Set(language, body)
		p.list.Changed()
	}).Area("body", &body)
	f.Name = "text"
	a := f.Input.(*kit.Area)
	a.MaxRunes, a.MinRows, a.MaxRows = model.MaxClause, 6, 20
	if n, known := p.signedVersion(*r, text.Version); known && n > 0 {
		f.Hint = words.N("settings.requirement.signed", n)
	}
	return f
}

// signatures says how many have signed an older text, and offers to look at them; and it offers to take back a version
// that nobody has signed.
func (p *requirementsPart) signatures(r *model.Requirement, last model.RequirementText, f *kit.Fields) {
	if n, known := p.signedOlder(*r); known && n > 0 {
		f.Add(kit.Notice(kit.Neutral, words.N("settings.requirement.older", n)))
		look := kit.NewButton(words.T("settings.requirement.look"), nil, func() { p.d.Open(model.KindLeader, "") })
		f.Row(&kit.Field{Label: words.T("settings.requirement.signers"), Hint: words.T("settings.requirement.hint.signers"), Input: look, Width: 300})
	}
	_, ours := builtInText(r.ID, last.ID)
	if n, known := p.signedVersion(*r, last.Version); known && n == 0 && len(r.Texts) > 1 && !ours {
		f.Row(&kit.Field{Label: words.T("settings.requirement.unsigned"), Input: p.takeBack(r, last), Width: 300})
	}
}

// builtInText finds a version that the program comes with.
func builtInText(requirement, version model.ID) (model.RequirementText, bool) {
	for _, t := range builtInRequirements()[requirement].Texts {
		if t.ID == version {
			return t, true
		}
	}
	return model.RequirementText{}, false
}

func (p *requirementsPart) takeBack(r *model.Requirement, last model.RequirementText) *kit.Button {
	return kit.NewButton(words.T("settings.requirement.take_back", "version", last.Version), theme.DeleteIcon(), func() {
		p.d.Dialogs.Confirm(words.T("settings.requirement.take_back.title", "version", last.Version),
			words.T("settings.requirement.take_back.text"), words.T("settings.requirement.take_back", "version", last.Version), true,
			func() {
				r.Texts = slices.DeleteFunc(r.Texts, func(t model.RequirementText) bool { return t.ID == last.ID })
				p.list.Changed()
				p.list.Rebuild("version")
			})
	})
}

// askVersion asks what the new version is called and from when it is signed, and then makes it.
func (p *requirementsPart) askVersion(r *model.Requirement, last model.RequirementText) {
	t := model.RequirementText{ID: ids.New(), Version: p.nextVersion(*r), From: p.d.Today(), Body: last.Body}
	b := form.Bind("settings.requirement.field.", "", p.d.Today, nil)
	fields := kit.NewFields()
	fields.Add(kit.NewText(words.T("settings.requirement.new_version.text")))
	fields.Row(form.Required(b.Entry("version", &t.Version, model.MaxShort)))
	fields.Row(form.Required(b.Date("from", &t.From)))
	form.Question{
		Title: words.T("settings.requirement.new_version"), Verb: words.T("settings.requirement.make"), Fields: fields,
		Problems: func() []kit.Problem { return versionProblems(*r, last, strings.TrimSpace(t.Version), t.From) },
		Write: func(context.Context) (string, error) {
			t.Version = strings.TrimSpace(t.Version)
			return "", nil
		},
		Then: func() { p.addVersion(r, t) },
	}.Ask(p.d)
}

func (p *requirementsPart) addVersion(r *model.Requirement, t model.RequirementText) {
	r.Texts = append(slices.Clone(r.Texts), t)
	p.version = t.ID
	p.list.Changed()
	p.list.Rebuild("text")
}

// nextVersion proposes the year, and what comes after it in the same year: 2026, 2026-2, 2026-3.
func (p *requirementsPart) nextVersion(r model.Requirement) string {
	year := strconv.Itoa(p.d.Today().Year())
	for n, name := 2, year; ; n++ {
		if !hasVersion(r, name) {
			return name
		}
		name = year + "-" + strconv.Itoa(n)
	}
}

func hasVersion(r model.Requirement, name string) bool {
	return slices.ContainsFunc(r.Texts, func(t model.RequirementText) bool { return model.Fold(t.Version) == model.Fold(name) })
}

// versionProblems says what keeps a version from being made: it needs a name of its own and a day after that of the last.
func versionProblems(r model.Requirement, last model.RequirementText, name string, from model.Date) []kit.Problem {
	var out []kit.Problem
	add := func(field, sentence string) { out = append(out, kit.Problem{Field: field, Sentence: sentence}) }
	switch {
	case name == "":
		add("version", words.T("problem.required"))
	case hasVersion(r, name):
		add("version", words.T("problem.version_twice"))
	}
	switch {
	case from.IsZero():
		add("from", words.T("problem.required"))
	case last.ID != "" && !from.After(last.From):
		add("from", words.T("settings.requirement.too_early", "version", last.Version, "date", words.In(words.Current()).Date(last.From)))
	}
	return out
}

// people reads the leaders once; known is false when they could not be read, which has then been told.
func (p *requirementsPart) people() (all []model.Leader, known bool) {
	if !p.known {
		read, err := p.store.Leaders(context.Background())
		if err != nil {
			p.d.Fail(err, nil)
			return nil, false
		}
		p.leaders, p.known = read, true
	}
	return p.leaders, true
}

// signedOlder counts those who go on and have signed an older text than the one of today.
func (p *requirementsPart) signedOlder(r model.Requirement) (n int, known bool) {
	all, known := p.people()
	today := p.d.Today()
	for _, l := range all {
		if !l.Gone(today) && l.SignedOlderText(r, today) {
			n++
		}
	}
	return n, known
}

// signedVersion counts those who have signed a version, whether they go on or not.
func (p *requirementsPart) signedVersion(r model.Requirement, version string) (n int, known bool) {
	all, known := p.people()
	for _, l := range all {
		if slices.ContainsFunc(l.Completed, func(f model.Fulfilment) bool {
			return f.RequirementID == r.ID && strings.EqualFold(strings.TrimSpace(f.Version), strings.TrimSpace(version))
		}) {
			n++
		}
	}
	return n, known
}
