package exchange

import (
	"context"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/importing"
	"kumppani/ui/kit"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

// sheetOf is a place or a group whose visitors a partner counts.
type sheetOf struct {
	kind model.Kind // KindPlace or KindGroup
	id   model.ID
}

// askedSheet is a counting sheet while it is asked for.
type askedSheet struct {
	v           *view
	facts       importing.Facts
	of          sheetOf
	from, until model.Date
	languages   []model.Language
	sessions    []model.Session
}

// sheetDays is how many days a sheet is proposed for.
const sheetDays = 30

// askCountingSheet asks for what and for which days a partner counts, and saves the workbook.
func (v *view) askCountingSheet() {
	facts, err := importing.Read(context.Background(), v.store, words.In(words.Current()), v.desk.Today())
	if err != nil {
		v.fail(err)
		return
	}
	a := &askedSheet{
		v: v, facts: facts, from: v.desk.Today(), until: v.desk.Today().AddDays(sheetDays), languages: []model.Language{words.Current()},
	}
	fields := kit.NewFields()
	fields.Add(kit.NewText(words.T("exchange.sheet.about")))
	b := form.Bind("exchange.field.", "exchange.hint.", v.desk.Today, nil)
	fields.Row(form.OneOf(b, "of", a.options(), &a.of))
	fields.Row(form.Required(b.Date("from", &a.from)))
	fields.Row(form.Required(b.Date("until", &a.until)))
	fields.Row(form.Required(form.Choices(b, "languages", form.Offered("language", model.Languages()), &a.languages)))
	var made []byte
	form.Question{
		Title: words.T("exchange.sheet.title"), Verb: words.T("exchange.sheet.save"), Fields: fields, Problems: a.problems,
		Write: func(context.Context) (_ string, err error) {
			made, err = facts.CountingSheet(importing.CountingSheet{Name: a.name(), Sessions: a.sessions, Languages: a.languages})
			return "", err
		},
		Then: func() {
			file := words.Capital(words.T("importing.sheet.file", "name", a.name(), "from", a.from.String()))
			v.desk.SaveAs(records.SafeName(file+".xlsx"), made)
		},
	}.Ask(v.desk)
}

// options are the places, and the groups with their places.
func (a *askedSheet) options() []kit.Option[sheetOf] {
	l := words.Current()
	var out []kit.Option[sheetOf]
	for id, p := range a.facts.Places {
		out = append(out, kit.Option[sheetOf]{Value: sheetOf{model.KindPlace, id}, Label: p.Name.Best(l), Detail: p.Municipality.Name})
	}
	for id, g := range a.facts.Groups {
		out = append(out, kit.Option[sheetOf]{Value: sheetOf{model.KindGroup, id}, Label: g.Name.Best(l), Detail: a.facts.Places.Name(g.PlaceID, l)})
	}
	slices.SortFunc(out, func(a, b kit.Option[sheetOf]) int {
		return strings.Compare(model.SortKey(a.Label), model.SortKey(b.Label))
	})
	return out
}

func (a *askedSheet) name() string {
	if a.of.kind == model.KindGroup {
		return a.facts.Groups[a.of.id].Name.Best(words.Current())
	}
	return a.facts.Places.Name(a.of.id, words.Current())
}

// problems are what is missing, and that there is nothing to count.
func (a *askedSheet) problems() []kit.Problem {
	var out []kit.Problem
	amiss := func(field, word string) {
		out = append(out, kit.Problem{Field: field, Sentence: words.T("exchange.sheet." + word)})
	}
	if a.of.id == "" {
		amiss("of", "no_subject")
	}
	if a.from.IsZero() {
		amiss("from", "no_day")
	}
	if a.until.IsZero() {
		amiss("until", "no_day")
	}
	if len(a.languages) == 0 {
		amiss("languages", "no_language")
	}
	if len(out) > 0 {
		return out
	}
	if a.until.Before(a.from) {
		amiss("until", "backwards")
		return out
	}
	all, err := a.v.store.Sessions(context.Background(), a.from, a.until)
	if err != nil {
		a.v.fail(err)
		return out
	}
	a.sessions = importing.ToCount(all, a.of.kind, a.of.id)
	if len(a.sessions) == 0 {
		amiss("until", "no_sessions")
	}
	return out
}
