package agreements

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// openAmendment edits an amendment that nobody has signed; one without an ID is new and takes the next number.
func (p *page) openAmendment(m model.Amendment) {
	index := slices.IndexFunc(p.a.Amendments, func(x model.Amendment) bool { return x.ID == m.ID })
	if m.ID == "" {
		m.ID, m.Number, index = ids.New(), nextAmendment(p.a), len(p.a.Amendments)
	}
	c := change{page: p, said: words.T("agreements.amendment.saved", "n", m.Number), path: "amendments." + strconv.Itoa(index) + "."}
	c.do = func(a *model.Agreement) error {
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
	}
	c.open(func(f *form.Sheet) {
		f.View.Section(words.T("agreements.amendment", "n", m.Number))
		f.View.Add(kit.NewText(words.T("agreements.amendment.of", "agreement", p.a.Number+" "+p.a.Title.Best(words.Current()))))
		b := f.Bind("agreements.amendment.field.", "")
		titles := texts(b, p.a.Languages, "title", &m.Title, model.MaxName)
		bodies := areas(b, p.a.Languages, "body", &m.Body, model.MaxClause)
		bodies[0].Name, bodies[0].Required = "body", true // what is required in one language is missed in the first
		for i := range titles {
			bodies[i].Input.(*kit.Area).MinRows = 6
			f.View.Row(titles[i])
			f.View.Row(bodies[i])
		}
		f.View.Row(b.Date("valid_from", &m.ValidFrom))
	})
}

// nextAmendment is the number of the next amendment, from 1.
func nextAmendment(a model.Agreement) int {
	if len(a.Amendments) == 0 {
		return 1
	}
	last := slices.MaxFunc(a.Amendments, func(x, y model.Amendment) int { return cmp.Compare(x.Number, y.Number) })
	return last.Number + 1
}
