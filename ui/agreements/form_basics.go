package agreements

import (
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func (f *form) basics() {
	b, living := f.signed(nil), f.alive(nil)
	f.view.Section(words.T("agreement_form.basics"))
	b.required().texts(f.view, "title", words.T("agreement_form.title"), &f.a.Title, model.MaxName)
	f.view.Row(b.required().entry("number", words.T("agreement_form.number"), &f.a.Number, model.MaxShort),
		choice(living, kit.Field{Name: "kind", Label: words.T("agreement_form.kind"), Required: true},
			codes("agreement.kind.", model.AgreementKinds()), &f.a.Kind, nil))
	f.view.Row(choice(b, kit.Field{Name: "form", Label: words.T("agreement_form.form"), Required: true},
		codes("agreement.form.", model.Forms()), &f.a.Form, func() {
			f.prefillClauses()
			f.rebuild("form")
		}), f.languages())
	b.like("agreement_form.area_example").texts(f.view, "area", words.T("agreement_form.area"), &f.a.Area, model.MaxName)
	b.like("agreement_form.place_example").texts(f.view, "place", words.T("agreement_form.place"), &f.a.Place, model.MaxName)
	if frameworks := f.frameworks(); len(frameworks) > 0 {
		f.view.Row(choice(living, kit.Field{Name: "parent", Label: words.T("agreement_form.parent")}, frameworks, &f.a.ParentID, nil))
	}
	if f.a.PredecessorID != "" {
		f.view.Row(choice(living, kit.Field{Name: "predecessor", Label: words.T("agreement_form.predecessor")},
			f.agreementOptions(func(model.AgreementSummary) bool { return true }), &f.a.PredecessorID, nil))
	}
}

// languagePair is what an agreement is made in: one language or two, the main one first.
type languagePair struct{ first, second model.Language }

func (f *form) languages() *kit.Field {
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
	field := kit.Field{Name: "languages", Label: words.T("agreement_form.languages"), Required: true}
	return choice(f.signed(nil), field, options, &pair, func() {
		f.a.Languages = []model.Language{pair.first}
		if pair.second != "" {
			f.a.Languages = append(f.a.Languages, pair.second)
		}
		f.rebuild("languages")
	})
}

func (f *form) agreementOptions(which func(model.AgreementSummary) bool) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, a := range f.others {
		if a.ID != f.a.ID && which(a) {
			out = append(out, kit.Option[model.ID]{Value: a.ID, Label: a.Number + " " + a.Title.Best(words.Current())})
		}
	}
	return out
}

// frameworks are the agreements that this one can belong under.
func (f *form) frameworks() []kit.Option[model.ID] {
	return f.agreementOptions(func(a model.AgreementSummary) bool {
		return a.Kind == model.Framework || a.ID == f.a.ParentID
	})
}

func (f *form) term() {
	b, living := f.signed(nil), f.alive(nil)
	f.view.Section(words.T("agreement_form.term"))
	f.view.Row(b.date("valid_from", words.T("agreement_form.valid_from"), &f.a.ValidFrom),
		hint(b.date("valid_until", words.T("agreement_form.valid_until"), &f.a.ValidUntil), words.T("agreement_form.until_hint")))
	f.view.Row(b.count("notice_months", words.T("agreement_form.notice_months"), &f.a.NoticeMonths),
		living.date("review_on", words.T("agreement_form.review_on"), &f.a.ReviewOn))
	f.view.Row(b.count("meetings_per_year", words.T("agreement_form.meetings"), &f.a.MeetingsPerYear))
	if f.a.Form == model.Written {
		b.like("agreement_form.court_example").texts(f.view, "court", words.T("agreement_form.court"), &f.a.Court, model.MaxName)
		living.like("agreement_form.signed_at_example").texts(f.view, "signed_at", words.T("agreement_form.signed_at"), &f.a.SignedAt, model.MaxName)
	}
}

func (f *form) oral() {
	b := f.alive(nil)
	t := &f.a.OralTerms
	f.view.Section(words.T("agreement_form.oral"))
	f.view.Row(b.date("agreed_on", words.T("agreement_form.agreed_on"), &f.a.AgreedOn),
		b.entry("noted_by", words.T("agreement_form.noted_by"), &t.NotedBy, model.MaxName))
	f.view.Row(b.entry("where", words.T("agreement_form.where"), &t.Where, model.MaxName))
	f.view.Row(b.area("present", words.T("agreement_form.present"), &t.Present, model.MaxNotes))
	b.areas(f.view, "content", words.T("agreement_form.content"), &t.Content, model.MaxClause)
	f.view.Row(b.entry("memo_sent_to", words.T("agreement_form.memo_sent_to"), &t.MemoSentTo, model.MaxName),
		b.date("memo_sent_on", words.T("agreement_form.memo_sent_on"), &t.MemoSentOn))
}

func (f *form) structural() {
	f.view.Section(words.T("agreement_form.structural"))
	f.view.Row(hint(f.alive(nil).date("agreed_on", words.T("agreement_form.decided_on"), &f.a.AgreedOn),
		words.T("agreement_form.decisions_hint")))
}

func (f *form) notes() {
	f.view.Section(words.T("agreement_form.notes"))
	f.view.Row(hint(f.alive(nil).area("notes", words.T("agreement_form.notes_label"), &f.a.Notes, model.MaxNotes),
		words.T("agreement_form.notes_hint")))
}
