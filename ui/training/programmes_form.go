package training

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// programmeForm edits a draft of one programme; its inputs write into the draft at once.
type programmeForm struct {
	*form.Sheet
	v     *programmesView
	p     model.Programme // the draft
	isNew bool
	// months, year, day and grace are of one kind of validity or another
	months, year, day, grace *kit.Field
}

func (v *programmesView) openForm(p model.Programme, isNew bool) {
	p.Tasks = slices.Clone(p.Tasks)
	if p.Validity.Kind == "" {
		p.Validity.Kind = model.ValidForEver
	}
	f := &programmeForm{Sheet: form.NewSheet(v.s.desk, v.register.Save, form.Cancel(v.Leave)), v: v, p: p, isNew: isNew}
	f.SetVerb(words.T("training.programme.save"))
	f.Build = func() {
		f.basics()
		f.validity()
		f.use()
	}
	f.Problems = func() []kit.Problem { return form.Said(tidyProgramme(f.p).Check(), "name") }
	f.Write = f.write
	f.Make()
	v.register.OpenForm(f.EditForm())
	v.offerNine()
}

// bind makes fields of the programme.
func (f *programmeForm) bind() form.Binder {
	return f.Bind("training.programme.field.", "training.programme.hint.")
}

// basics are the names, the language of the window first, the kind, and what the programme is about.
func (f *programmeForm) basics() {
	heading := "training.programme.section.facts"
	if f.isNew {
		heading = "training.programme.section.new"
	}
	f.View.Section(words.T(heading))
	b := f.bind()
	for i, field := range b.Texts("name", &f.p.Name) {
		if i == 0 {
			field.Required, field.Hint, f.First = true, words.T("training.programme.hint.name"), form.FocusOf(field)
		}
		f.View.Row(field)
	}
	var kinds []kit.Option[model.ProgrammeKind]
	for _, k := range model.ProgrammeKinds() {
		kinds = append(kinds, kit.Option[model.ProgrammeKind]{Value: k, Label: programmeKindWord(k)})
	}
	f.View.Row(form.OneOf(b, "kind", kinds, &f.p.Kind))
	f.View.Row(b.Amount("hours", &f.p.Hours))
	for _, field := range b.Areas("content", &f.p.Content) {
		f.View.Row(field)
	}
}

// validity is how long it is valid; what does not belong to the chosen kind sleeps.
func (f *programmeForm) validity() {
	f.View.Section(words.T("training.programme.validity"))
	b, v := f.bind(), &f.p.Validity
	var kinds []kit.Option[model.ValidityKind]
	for _, k := range model.ValidityKinds() {
		kinds = append(kinds, kit.Option[model.ValidityKind]{Value: k, Label: words.T("training.validity.choice." + string(k))})
	}
	f.View.Row(form.OneOf(b.Then(f.wake), "valid_kind", kinds, &v.Kind))
	f.months, f.year, f.day = b.Number("valid_months", &v.Months), b.Check("end_of_year", &v.EndOfYear), b.Date("valid_day", &v.Day)
	f.grace = b.Hinted(b.Number("grace_days", &v.GraceDays))
	f.View.Row(f.months)
	f.View.Row(f.year)
	f.View.Row(f.day)
	f.View.Row(f.grace)
	f.wake()
}

// wake lets the fields of the chosen kind of validity be filled, and no others.
func (f *programmeForm) wake() {
	kind := f.p.Validity.Kind
	enable := func(field *kit.Field, on bool) {
		if o := field.Input.(fyne.Disableable); on {
			o.Enable()
		} else {
			o.Disable()
		}
	}
	enable(f.months, kind == model.ValidMonths)
	enable(f.year, kind == model.ValidMonths)
	enable(f.day, kind == model.ValidUntilDay)
	enable(f.grace, kind != model.ValidForEver)
}

// use is for whom it is recommended, and whether events are still held.
func (f *programmeForm) use() {
	f.View.Section(words.T("training.programme.section.use"))
	b := f.bind()
	f.View.Row(b.Hinted(form.Choices(b, "tasks", taskOptions(), &f.p.Tasks)))
	f.View.Row(b.Check("ended", &f.p.Ended))
}

func (f *programmeForm) write(ctx context.Context) (model.ID, string, error) {
	draft := tidyProgramme(f.p)
	var err error
	if f.isNew {
		draft, err = f.v.s.store.CreateProgramme(ctx, draft)
	} else {
		draft, err = f.v.s.store.UpdateProgramme(ctx, draft.ID, func(kept *model.Programme) error {
			*kept = draft
			return nil
		})
	}
	return draft.ID, words.T("training.programme.saved", "name", draft.Name.Best(words.Current())), err
}

// tidyProgramme is the draft as it is kept: without white space at the ends, and without what does not belong to its
// kind of validity.
func tidyProgramme(p model.Programme) model.Programme {
	p.Name, p.Content = p.Name.Trimmed(), p.Content.Trimmed()
	v := model.Validity{Kind: p.Validity.Kind, GraceDays: p.Validity.GraceDays}
	switch v.Kind {
	case model.ValidMonths:
		v.Months, v.EndOfYear = p.Validity.Months, p.Validity.EndOfYear
	case model.ValidUntilDay:
		v.Day = p.Validity.Day
	default:
		v.GraceDays = 0
	}
	p.Validity = v
	return p
}
