package settings

import (
	"context"
	"reflect"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// centrePart is the form of the own centre.
type centrePart struct {
	sheet
	store Store
	kept  model.Centre // as it is saved
	c     model.Centre // the draft
}

func newCentrePart(d *desk.Desk, store Store) *centrePart {
	p := &centrePart{sheet: newSheet(d), store: store}
	p.Discard()
	return p
}

// Reload shows what is saved now, unless something is being edited or nothing is new.
func (p *centrePart) Reload() {
	if p.changed {
		return
	}
	now, err := p.store.Centre(context.Background())
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
func (p *centrePart) Discard() {
	now, err := p.store.Centre(context.Background())
	if err != nil {
		p.d.Fail(err, nil)
	} else {
		p.kept = now
	}
	p.reset()
}

func (p *centrePart) reset() {
	p.c, p.changed = p.kept, false
	p.build()
}

// Save saves the centre, or shows why not.
func (p *centrePart) Save() bool {
	if !p.read() || !p.sound(centreProblems(p.c)) {
		return false
	}
	if err := p.store.SaveCentre(context.Background(), p.c); err != nil {
		p.d.Fail(err, nil)
		return false
	}
	p.kept = p.c
	p.saved()
	p.d.Say(words.T("settings.centre.saved"))
	return true
}

// centreProblems says what is amiss in the words of the form. A name is required in one language: it is missed in that
// of the window.
func centreProblems(c model.Centre) []kit.Problem {
	var out []kit.Problem
	for _, x := range c.Check() {
		field := x.Field
		if field == "name" {
			field += "_" + string(words.Current())
		}
		out = append(out, kit.Problem{Field: field, Warning: x.Severity == model.Warning, Sentence: desk.Problem(x)})
	}
	return out
}

func (p *centrePart) build() {
	p.begin()
	p.form.Section(words.T("settings.centre.names"))
	for _, l := range model.Languages() {
		name := p.text("name", l, &p.c.Name)
		name.Required = l == words.Current()
		p.form.Row(name)
	}
	p.form.Row(hint(p.text("region", model.Finnish, &p.c.Region), "settings.hint.region"))
	p.form.Row(p.text("region", model.Swedish, &p.c.Region))
	p.form.Row(p.text("region", model.English, &p.c.Region))
	p.form.Section(words.T("settings.centre.contact"))
	p.form.Row(hint(p.entry("host", &p.c.Host, model.MaxName), "settings.hint.host"))
	p.form.Row(p.entry("coordinator", &p.c.Coordinator, model.MaxName))
	p.form.Row(p.entry("phone", &p.c.Phone, model.MaxShort))
	p.form.Row(p.entry("email", &p.c.Email, model.MaxShort))
	p.form.Section(words.T("settings.centre.paper"))
	p.form.Row(p.letterhead())
	p.form.Row(p.logo())
	p.form.Section(words.T("settings.centre.region"))
	p.form.Row(&kit.Field{
		Name: "municipalities", Label: words.T("settings.field.municipalities"), Hint: words.T("settings.hint.municipalities"),
		Input: municipalityInput(&p.c.Municipalities, p.touch),
	})
	p.form.Section(words.T("settings.centre.decisions"))
	p.form.Row(p.leadDays())
	p.finish(func() { p.Save() }, p.Discard)
}

func (p *centrePart) text(name string, l model.Language, value *model.Text) *kit.Field {
	in := map[model.Language]*string{model.Finnish: &value.Fi, model.Swedish: &value.Sv, model.English: &value.En}
	return p.entry(name+"_"+string(l), in[l], model.MaxName)
}

func hint(f *kit.Field, word string) *kit.Field {
	f.Hint = words.T(word)
	return f
}

func (p *centrePart) letterhead() *kit.Field {
	a := kit.NewArea()
	a.MaxRunes = model.MaxNotes
	a.SetValue(p.c.Letterhead)
	a.OnChanged = func(text string) {
		p.c.Letterhead = text
		p.touch()
	}
	return hint(&kit.Field{Name: "letterhead", Label: words.T("settings.field.letterhead"), Input: a}, "settings.hint.letterhead")
}

func (p *centrePart) logo() *kit.Field {
	input := newLogoInput(p.d, p.c.Logo, func(logo []byte) {
		p.c.Logo = logo
		p.touch()
	})
	return hint(&kit.Field{Name: "logo", Label: words.T("settings.field.logo"), Input: input}, "settings.hint.logo")
}

// leadDays is a field in which nothing is no number of days: it is refused, not taken for none.
func (p *centrePart) leadDays() *kit.Field {
	n := kit.NewNumberField()
	n.Whole = true
	n.SetValue(int64(p.c.LeadDays)*100, p.c.LeadDays >= 0)
	n.OnChanged = func() {
		p.c.LeadDays = -1
		if hundredths, known, ok := n.Value(); ok && known {
			p.c.LeadDays = int(hundredths / 100)
		}
		p.touch()
	}
	f := &kit.Field{Name: "lead_days", Label: words.T("settings.field.lead_days"), Input: n, Width: 120}
	return hint(f, "settings.hint.lead_days")
}
