package agreements

import (
	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func (f *agreementForm) basics() {
	b, living := f.signed(), f.alive()
	f.View.Section(words.T("agreement_form.basics"))
	title := texts(b, f.a.Languages, "title", &f.a.Title, model.MaxName)
	title[0].Required = true // written in one language, it is written
	form.Stack(f.View, title)
	f.View.Row(form.Required(b.Entry("number", &f.a.Number, model.MaxShort)),
		form.OneOf(living, "kind", form.Offered("agreement.kind", model.AgreementKinds()), &f.a.Kind))
	f.View.Row(form.OneOf(b.Then(func() {
		f.prefillClauses()
		f.Rebuild("form")
	}), "form", form.Offered("agreement.form", model.Forms()), &f.a.Form), f.languages())
	f.texts(b, "area", &f.a.Area)
	f.texts(b, "place", &f.a.Place)
	if frameworks := f.frameworks(); len(frameworks) > 0 {
		f.View.Row(form.Choice(living, "parent", frameworks, &f.a.ParentID))
	}
	if f.a.PredecessorID != "" {
		all := f.agreementOptions(func(model.AgreementSummary) bool { return true })
		f.View.Row(form.Choice(living, "predecessor", all, &f.a.PredecessorID))
	}
}

// languagePair is what an agreement is made in: one language or two, the main one first.
type languagePair struct{ first, second model.Language }

func (f *agreementForm) languages() *kit.Field {
	var options []kit.Option[languagePair]
	for _, l := range model.Languages() {
		options = append(options, kit.Option[languagePair]{
			Value: languagePair{first: l}, Label: words.T("language." + string(l)),
		})
	}
	for _, first := range model.Languages() {
		for _, second := range model.Languages() {
			if first != second {
				options = append(options, kit.Option[languagePair]{Value: languagePair{first, second}, Label: words.T(
					"agreement_form.two_languages",
					"first", words.T("language."+string(first)), "second", words.T("language."+string(second)),
				)})
			}
		}
	}
	var pair languagePair
	switch len(f.a.Languages) {
	case 2:
		pair.second = f.a.Languages[1]
		fallthrough
	case 1:
		pair.first = f.a.Languages[0]
	}
	return form.OneOf(f.signed().Then(func() {
		f.a.Languages = []model.Language{pair.first}
		if pair.second != "" {
			f.a.Languages = append(f.a.Languages, pair.second)
		}
		f.Rebuild("languages")
	}), "languages", options, &pair)
}

func (f *agreementForm) agreementOptions(which func(model.AgreementSummary) bool) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, a := range f.others {
		if a.ID != f.a.ID && which(a) {
			out = append(out, kit.Option[model.ID]{Value: a.ID, Label: a.Number + " " + a.Title.Best(words.Current())})
		}
	}
	return out
}

// frameworks are the agreements that this one can belong under.
func (f *agreementForm) frameworks() []kit.Option[model.ID] {
	return f.agreementOptions(func(a model.AgreementSummary) bool {
		return a.Kind == model.Framework || a.ID == f.a.ParentID
	})
}

func (f *agreementForm) term() {
	b, living := f.signed(), f.alive()
	f.View.Section(words.T("agreement_form.term"))
	f.View.Row(b.Date("valid_from", &f.a.ValidFrom), b.Hinted(b.Date("valid_until", &f.a.ValidUntil)))
	f.View.Row(b.Count("notice_months", &f.a.NoticeMonths), living.Date("review_on", &f.a.ReviewOn))
	f.View.Row(b.Count("meetings_per_year", &f.a.MeetingsPerYear))
	if f.a.Form == model.Written {
		f.texts(b, "court", &f.a.Court)
		f.texts(living, "signed_at", &f.a.SignedAt)
	}
}

func (f *agreementForm) oral() {
	b := f.alive()
	t := &f.a.OralTerms
	f.View.Section(words.T("agreement_form.oral"))
	f.View.Row(b.Date("agreed_on", &f.a.AgreedOn), b.Entry("noted_by", &t.NotedBy, model.MaxName))
	f.View.Row(b.Entry("where", &t.Where, model.MaxName))
	f.View.Row(b.Area("present", &t.Present))
	form.Stack(f.View, areas(b, f.a.Languages, "content", &t.Content, model.MaxClause))
	f.View.Row(b.Entry("memo_sent_to", &t.MemoSentTo, model.MaxName), b.Date("memo_sent_on", &t.MemoSentOn))
}

func (f *agreementForm) structural() {
	f.View.Section(words.T("agreement_form.structural"))
	decided := f.alive().Date("agreed_on", &f.a.AgreedOn)
	decided.Label, decided.Hint = words.T("agreement_form.decided_on"), words.T("agreement_form.decisions_hint")
	f.View.Row(decided)
}

func (f *agreementForm) notes() {
	f.View.Section(words.T("agreement_form.notes"))
	b := f.alive()
	f.View.Row(b.Hinted(b.Area("notes", &f.a.Notes)))
}
