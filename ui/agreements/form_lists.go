package agreements

import (
	"cmp"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// partyOptions are the parties as they are at this moment.
func (f *agreementForm) partyOptions() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, p := range f.a.Parties {
		if p.OrganisationID != "" {
			out = append(out, kit.Option[model.ID]{Value: p.ID, Label: f.partyName(p.ID)})
		}
	}
	return out
}

func (f *agreementForm) partyName(id model.ID) string {
	for _, p := range f.a.Parties {
		if p.ID == id {
			return f.directory.Name(p.OrganisationID, words.Current())
		}
	}
	return ""
}

func (f *agreementForm) tasks() {
	l := kit.NewItems[model.Task](f.View, f.d.Dialogs)
	l.Name, l.Fixed = "tasks", f.frozen
	l.Add, l.Empty = words.T("agreement_form.task.add"), words.T("agreement_form.task.none")
	l.Line = func(_ int, x model.Task) kit.ItemLine {
		var who []string
		for _, id := range x.PartyIDs {
			who = append(who, f.partyName(id))
		}
		return kit.ItemLine{
			Title:  cmp.Or(x.Description.Best(f.a.Languages[0]), words.T("agreement_form.task.unnamed")),
			Detail: words.Joined(who...),
		}
	}
	l.Edit = func(x *model.Task, into *kit.Fields) {
		b := of(f.signed(), "task", l.Changed)
		form.Stack(into, areas(b, f.a.Languages, "description", &x.Description, model.MaxNotes))
		into.Row(form.Choices(b, "parties", f.partyOptions(), &x.PartyIDs))
	}
	l.New = func() model.Task { return model.Task{ID: ids.New()} }
	l.Blank = func(x model.Task) bool { return x.Description.IsZero() && len(x.PartyIDs) == 0 }
	f.View.Section(words.T("agreement_form.tasks"))
	form.AddList(f.Sheet, l, &f.a.Tasks)
}

func (f *agreementForm) contributions() {
	l := kit.NewItems[model.Contribution](f.View, f.d.Dialogs)
	l.Name, l.Fixed = "contributions", f.frozen
	l.Add, l.Empty = words.T("agreement_form.contribution.add"), words.T("agreement_form.contribution.none")
	l.Line = f.contributionLine
	l.Edit = func(x *model.Contribution, into *kit.Fields) { f.editContribution(x, into, l.Changed) }
	l.New = func() model.Contribution { return model.Contribution{ID: ids.New()} }
	l.Blank = func(x model.Contribution) bool { return x == model.Contribution{ID: x.ID} }
	f.View.Section(words.T("agreement_form.contributions"))
	form.AddList(f.Sheet, l, &f.a.Contributions)
}

func (f *agreementForm) contributionLine(_ int, x model.Contribution) kit.ItemLine {
	in := words.In(words.Current())
	amount := in.Quantity(x.Amount, x.Unit, x.Per)
	done := ""
	if !x.DoneOn.IsZero() {
		done = words.T("agreement_form.contribution.done", "date", in.Date(x.DoneOn))
	}
	kind := ""
	if x.Kind != "" {
		kind = words.T("contribution.kind." + string(x.Kind))
	}
	return kit.ItemLine{
		Title:  cmp.Or(words.Joined(f.partyName(x.PartyID), kind), words.T("agreement_form.contribution.unnamed")),
		Detail: words.Joined(x.Description.Best(f.a.Languages[0]), amount, done),
	}
}

func (f *agreementForm) editContribution(x *model.Contribution, into *kit.Fields, changed func()) {
	b, living := of(f.signed(), "contribution", changed), of(f.alive(), "contribution", changed)
	into.Row(form.OneOf(b, "party", f.partyOptions(), &x.PartyID))
	into.Row(form.OneOf(b, "kind", form.Offered("contribution.kind", model.ContributionKinds()), &x.Kind))
	form.Stack(into, texts(b, f.a.Languages, "description", &x.Description, model.MaxNotes))
	into.Row(b.Amount("amount", &x.Amount), b.Entry("unit", &x.Unit, model.MaxShort))
	per := form.Choice(b, "per", form.Offered("contribution.per", model.Pers()), &x.Per)
	per.Width = 220
	into.Row(per)
	into.Row(b.Date("due_on", &x.DueOn), living.Date("done_on", &x.DoneOn))
}

func (f *agreementForm) writtenInto() {
	l := kit.NewItems[model.WrittenInto](f.View, f.d.Dialogs)
	l.Name = "written_into"
	l.Add, l.Empty = words.T("agreement_form.plan.add"), words.T("agreement_form.plan.none")
	l.Line = func(_ int, x model.WrittenInto) kit.ItemLine {
		return kit.ItemLine{
			Title: cmp.Or(x.Document, words.T("agreement_form.plan.unnamed")), Detail: words.Joined(f.partyName(x.PartyID), year(x.Year)),
		}
	}
	l.Edit = func(x *model.WrittenInto, into *kit.Fields) {
		b := of(f.alive(), "plan", l.Changed)
		into.Row(form.OneOf(b, "party", f.partyOptions(), &x.PartyID))
		into.Row(b.Hinted(form.Required(b.Entry("document", &x.Document, model.MaxName))))
		written := model.Count{N: x.Year, Known: x.Year != 0}
		into.Row(b.Of(func() {
			x.Year = written.N
			l.Changed()
		}).Year("year", &written))
	}
	l.New = func() model.WrittenInto { return model.WrittenInto{ID: ids.New()} }
	l.Blank = func(x model.WrittenInto) bool { return x == model.WrittenInto{ID: x.ID} }
	f.View.Section(words.T("agreement_form.plans"))
	form.AddList(f.Sheet, l, &f.a.WrittenInto)
}
