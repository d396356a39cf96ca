package training

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// programmeForm edits a draft of one programme; its inputs write into the draft at once.
type programmeForm struct {
	v       *programmesView
	p       model.Programme // the draft
	isNew   bool
	changed bool
	view    *kit.Form
	first   fyne.Focusable
	months  *kit.NumberField
	year    *kit.Check
	day     *kit.DateField
	grace   *kit.NumberField
}

func (v *programmesView) openForm(p model.Programme, isNew bool) {
	p.Tasks = slices.Clone(p.Tasks)
	f := &programmeForm{v: v, p: p, isNew: isNew, view: kit.NewForm()}
	f.basics()
	f.validity()
	f.use()
	save := kit.NewPrimaryButton(words.T("training.programme.save"), theme.DocumentSaveIcon(), v.register.Save)
	buttons := container.NewPadded(container.NewHBox(save, kit.NewButton(words.T("kit.cancel"), nil, v.Leave)))
	content := container.New(layout.NewBorderLayout(nil, buttons, nil, nil), f.view, buttons) // in the order of Tab
	v.register.OpenForm(kit.EditForm{Content: content, First: f.first, Changed: func() bool { return f.changed }, Save: f.trySave})
	v.offerNine()
}

// basics are the names, the language of the window first, the kind, and what the programme is about.
func (f *programmeForm) basics() {
	heading := "training.programme.section.facts"
	if f.isNew {
		heading = "training.programme.section.new"
	}
	f.view.Section(words.T(heading))
	for i, l := range windowFirst() {
		e := kit.NewEntry()
		e.MaxRunes = model.MaxName
		e.SetValue(f.p.Name.In(l))
		e.OnChanged = func(s string) {
			f.p.Name.Set(l, s)
			f.changed = true
		}
		field := f.field("name_"+string(l), e)
		if i == 0 {
			field.Required, field.Hint, f.first = true, words.T("training.programme.name_hint"), e
		}
		f.view.Row(field)
	}
	var kinds []kit.Option[model.ProgrammeKind]
	for _, k := range model.ProgrammeKinds() {
		kinds = append(kinds, kit.Option[model.ProgrammeKind]{Value: k, Label: programmeKindWord(k)})
	}
	kind := kit.NewSelect(kinds)
	kind.Required = true
	kind.SetValue(f.p.Kind)
	kind.OnChanged = func() {
		f.p.Kind, _ = kind.Value()
		f.changed = true
	}
	f.view.Row(f.field("kind", kind))
	hours := kit.NewNumberField()
	hours.SetValue(f.p.Hours.Hundredths, f.p.Hours.Known)
	hours.OnChanged = func() {
		if n, known, ok := hours.Value(); ok {
			f.p.Hours = model.Amount{Hundredths: n, Known: known}
		}
		f.changed = true
	}
	field := f.field("hours", hours)
	field.Width = 130
	f.view.Row(field)
	for _, l := range windowFirst() {
		a := kit.NewArea()
		a.MinRows, a.MaxRunes = 2, model.MaxNotes
		a.SetValue(f.p.Content.In(l))
		a.OnChanged = func(s string) {
			f.p.Content.Set(l, s)
			f.changed = true
		}
		f.view.Row(f.field("content_"+string(l), a))
	}
}

// windowFirst are the languages, that of the window first.
func windowFirst() []model.Language {
	all := model.Languages()
	slices.SortStableFunc(all, func(a, b model.Language) int {
		switch words.Current() {
		case a:
			return -1
		case b:
			return 1
		}
		return 0
	})
	return all
}

// validity is how long it is valid; what does not belong to the chosen kind sleeps.
func (f *programmeForm) validity() {
	f.view.Section(words.T("training.programme.validity"))
	v := &f.p.Validity
	var kinds []kit.Option[model.ValidityKind]
	for _, k := range model.ValidityKinds() {
		kinds = append(kinds, kit.Option[model.ValidityKind]{Value: k, Label: words.T("training.validity.choice." + string(k))})
	}
	kind := kit.NewSelect(kinds)
	kind.Required = true
	if v.Kind == "" {
		v.Kind = model.ValidForEver
	}
	kind.SetValue(v.Kind)
	f.months = f.number(&v.Months)
	f.grace = f.number(&v.GraceDays)
	f.year = kit.NewCheck(words.T("training.programme.field.end_of_year"))
	f.year.SetValue(v.EndOfYear)
	f.year.OnChanged = func() { v.EndOfYear, f.changed = f.year.Checked, true }
	f.day = kit.NewDateField()
	f.day.Today = f.v.s.desk.Today
	f.day.SetValue(v.Day)
	f.day.OnChanged = func() {
		if d, ok := f.day.Value(); ok {
			v.Day = d
		}
		f.changed = true
	}
	kind.OnChanged = func() {
		v.Kind, _ = kind.Value()
		f.changed = true
		f.wake()
	}
	f.view.Row(f.field("valid_kind", kind))
	months := f.field("valid_months", f.months)
	months.Width = 130
	year := &kit.Field{Name: "end_of_year", Input: f.year}
	f.view.Row(months)
	f.view.Row(year)
	f.view.Row(f.field("valid_day", f.day))
	grace := f.field("grace_days", f.grace)
	grace.Width, grace.Hint = 130, words.T("training.programme.grace_hint")
	f.view.Row(grace)
	f.wake()
}

// number is a field of a whole number; empty is zero, which here means none.
func (f *programmeForm) number(value *int) *kit.NumberField {
	n := kit.NewNumberField()
	n.Whole, n.MaxRunes = true, 6
	n.SetValue(int64(*value)*100, *value != 0)
	n.OnChanged = func() {
		if h, _, ok := n.Value(); ok {
			*value = int(h / 100)
		}
		f.changed = true
	}
	return n
}

// wake lets the fields of the chosen kind of validity be filled, and no others.
func (f *programmeForm) wake() {
	kind := f.p.Validity.Kind
	enable := func(o fyne.Disableable, on bool) {
		if on {
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
	f.view.Section(words.T("training.programme.section.use"))
	tasks := kit.NewMultiSelect(taskOptions())
	tasks.SetValues(f.p.Tasks)
	tasks.OnChanged = func() { f.p.Tasks, f.changed = tasks.Values(), true }
	field := f.field("tasks", tasks)
	field.Hint = words.T("training.programme.tasks_hint")
	f.view.Row(field)
	ended := kit.NewCheck(words.T("training.programme.field.ended"))
	ended.SetValue(f.p.Ended)
	ended.OnChanged = func() { f.p.Ended, f.changed = ended.Checked, true }
	f.view.Row(&kit.Field{Name: "ended", Input: ended})
}

func (f *programmeForm) field(name string, input kit.Input) *kit.Field {
	return &kit.Field{Name: name, Label: words.T("training.programme.field." + name), Input: input}
}

// trySave saves, or shows why not and returns false; everything that was typed stays.
func (f *programmeForm) trySave() (id string, ok bool) {
	d := f.v.s.desk
	c := d.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() {
		return "", false
	}
	draft := tidyProgramme(f.p)
	var problems []kit.Problem
	for _, p := range draft.Check() {
		if p.Field == "name" {
			p.Field = "name_" + string(windowFirst()[0])
		}
		problems = append(problems, kit.Problem{Field: p.Field, Warning: p.Severity == model.Warning, Sentence: desk.Problem(p)})
	}
	f.view.SetProblems(problems)
	if f.view.Refused() {
		f.view.FocusFirstProblem()
		return "", false
	}
	saved, err := f.write(context.Background(), draft)
	if err != nil {
		if focused != nil {
			c.Focus(focused)
		}
		d.Fail(err, nil)
		return "", false
	}
	f.changed = false
	d.Say(words.T("training.programme.saved", "name", saved.Name.Best(words.Current())))
	return string(saved.ID), true
}

func (f *programmeForm) write(ctx context.Context, draft model.Programme) (model.Programme, error) {
	if f.isNew {
		return f.v.s.store.CreateProgramme(ctx, draft)
	}
	return f.v.s.store.UpdateProgramme(ctx, draft.ID, func(kept *model.Programme) error {
		*kept = draft
		return nil
	})
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
