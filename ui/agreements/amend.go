package agreements

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// openAmendment edits an amendment that nobody has signed; one without an ID is new and takes the next number.
func (p *page) openAmendment(m model.Amendment) {
	index := slices.IndexFunc(p.a.Amendments, func(x model.Amendment) bool { return x.ID == m.ID })
	if m.ID == "" {
		m.ID, m.Number, index = ids.New(), nextAmendment(p.a), len(p.a.Amendments)
	}
	f := p.newSmallForm(words.T("agreements.amendment.saved", "n", m.Number), func(a *model.Agreement) error {
		a.Amendments = slices.Clone(a.Amendments)
		i := slices.IndexFunc(a.Amendments, func(x model.Amendment) bool { return x.ID == m.ID })
		if i < 0 {
			a.Amendments = append(a.Amendments, m)
			return nil
		}
		if slices.ContainsFunc(a.Amendments[i].Signatures, func(g model.AmendmentSignature) bool { return !g.Signing.SignedOn.IsZero() }) {
			return &model.Error{Code: model.CodeFrozen, Op: "change a signed amendment", Record: a.Number, Err: errors.New("it is signed")}
		}
		a.Amendments[i] = m
		return nil
	})
	path := "amendments." + strconv.Itoa(index) + "."
	f.view.Section(words.T("agreements.amendment", "n", m.Number))
	f.view.Add(kit.NewText(words.T("agreements.amendment.of", "agreement", p.a.Number+" "+p.a.Title.Best(words.Current()))))
	for i, l := range p.a.Languages {
		title, body := kit.NewEntry(), kit.NewArea()
		title.MaxRunes, body.MaxRunes, body.MinRows = model.MaxName, model.MaxClause, 6
		title.SetValue(m.Title.In(l))
		body.SetValue(m.Body.In(l))
		title.OnChanged = func(s string) {
			m.Title.Set(l, s)
			f.touch()
		}
		body.OnChanged = func(s string) {
			m.Body.Set(l, s)
			f.touch()
		}
		f.view.Row(&kit.Field{Name: path + "title_" + string(l), Label: p.inLanguage("agreements.amendment.title", l), Input: title})
		name := path + "body_" + string(l)
		if i == 0 {
			name = path + "body" // what is required in one language is missed in the first
		}
		f.view.Row(&kit.Field{Name: name, Label: p.inLanguage("agreements.amendment.body", l), Required: i == 0, Input: body})
	}
	field, on := p.date(path+"valid_from", words.T("agreements.amendment.valid_from"), m.ValidFrom)
	on.OnChanged = func() {
		m.ValidFrom, _ = on.Value()
		f.touch()
	}
	f.view.Row(field)
	f.open()
}

// inLanguage names the language of a field where there are two.
func (p *page) inLanguage(key string, l model.Language) string {
	if len(p.a.Languages) < 2 {
		return words.T(key)
	}
	return words.T("agreement_form.in_"+string(l), "label", words.T(key))
}

// nextAmendment is the number of the next amendment, from 1.
func nextAmendment(a model.Agreement) int {
	if len(a.Amendments) == 0 {
		return 1
	}
	last := slices.MaxFunc(a.Amendments, func(x, y model.Amendment) int { return cmp.Compare(x.Number, y.Number) })
	return last.Number + 1
}
