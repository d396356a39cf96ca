package agreements

import (
	"cmp"
	"strings"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// partyOptions are the parties as they are at this moment.
func (f *form) partyOptions() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, p := range f.a.Parties {
		if p.OrganisationID != "" {
			out = append(out, kit.Option[model.ID]{Value: p.ID, Label: f.partyName(p.ID)})
		}
	}
	return out
}

func (f *form) partyName(id model.ID) string {
	for _, p := range f.a.Parties {
		if p.ID == id {
			return f.directory.Name(p.OrganisationID, words.Current())
		}
	}
	return ""
}

func joined(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " · ")
}

func (f *form) tasks() {
	l := kit.NewItems[model.Task](f.view, f.d.Dialogs)
	l.Name, l.Fixed = "tasks", f.frozen
	l.Add, l.Empty = words.T("agreement_form.task.add"), words.T("agreement_form.task.none")
	l.Line = func(_ int, x model.Task) kit.ItemLine {
		var who []string
		for _, id := range x.PartyIDs {
			who = append(who, f.partyName(id))
		}
		return kit.ItemLine{
			Title:  cmp.Or(x.Description.Best(f.a.Languages[0]), words.T("agreement_form.task.unnamed")),
			Detail: joined(who...),
		}
	}
	l.Edit = func(x *model.Task, into *kit.Fields) {
		b := f.signed(l.Changed)
		b.areas(into, "description", words.T("agreement_form.task.description"), &x.Description, model.MaxNotes)
		into.Row(choices(b, kit.Field{Name: "parties", Label: words.T("agreement_form.task.parties")}, f.partyOptions(), &x.PartyIDs))
	}
	l.New = func() model.Task { return model.Task{ID: ids.New()} }
	l.Blank = func(x model.Task) bool { return x.Description.IsZero() && len(x.PartyIDs) == 0 }
	l.OnChanged = func() {
		f.a.Tasks = l.Values()
		f.touch()
	}
	l.SetValues(f.a.Tasks)
	f.lists = append(f.lists, l)
	f.view.Section(words.T("agreement_form.tasks"))
	f.view.Add(l)
}

func (f *form) contributions() {
	l := kit.NewItems[model.Contribution](f.view, f.d.Dialogs)
	l.Name, l.Fixed = "contributions", f.frozen
	l.Add, l.Empty = words.T("agreement_form.contribution.add"), words.T("agreement_form.contribution.none")
	l.Line = f.contributionLine
	l.Edit = func(x *model.Contribution, into *kit.Fields) { f.editContribution(x, into, l.Changed) }
	l.New = func() model.Contribution { return model.Contribution{ID: ids.New()} }
	l.Blank = func(x model.Contribution) bool { return x == model.Contribution{ID: x.ID} }
	l.OnChanged = func() {
		f.a.Contributions = l.Values()
		f.touch()
	}
	l.SetValues(f.a.Contributions)
	f.lists = append(f.lists, l)
	f.view.Section(words.T("agreement_form.contributions"))
	f.view.Add(l)
}

func (f *form) contributionLine(_ int, x model.Contribution) kit.ItemLine {
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
		Title:  cmp.Or(joined(f.partyName(x.PartyID), kind), words.T("agreement_form.contribution.unnamed")),
		Detail: joined(x.Description.Best(f.a.Languages[0]), amount, done),
	}
}

func (f *form) editContribution(x *model.Contribution, into *kit.Fields, changed func()) {
	b, living := f.signed(changed), f.alive(changed)
	into.Row(choice(b, kit.Field{Name: "party", Label: words.T("agreement_form.contribution.party"), Required: true},
		f.partyOptions(), &x.PartyID, nil))
	into.Row(choice(b, kit.Field{Name: "kind", Label: words.T("agreement_form.contribution.kind"), Required: true},
		codes("contribution.kind.", model.ContributionKinds()), &x.Kind, nil))
	b.texts(into, "description", words.T("agreement_form.contribution.description"), &x.Description, model.MaxNotes)
	amount := kit.NewNumberField()
	amount.SetValue(x.Amount.Hundredths, x.Amount.Known)
	amount.OnChanged = func() {
		if n, known, ok := amount.Value(); ok {
			x.Amount = model.Amount{Hundredths: n, Known: known}
		}
		b.changed()
	}
	into.Row(b.field("amount", words.T("agreement_form.contribution.amount"), amount),
		b.entry("unit", words.T("agreement_form.contribution.unit"), &x.Unit, model.MaxShort))
	into.Row(choice(b, kit.Field{Name: "per", Label: words.T("agreement_form.contribution.per"), Width: 220},
		codes("contribution.per.", model.Pers()), &x.Per, nil))
	into.Row(b.date("due_on", words.T("agreement_form.contribution.due_on"), &x.DueOn),
		living.date("done_on", words.T("agreement_form.contribution.done_on"), &x.DoneOn))
}

func (f *form) writtenInto() {
	l := kit.NewItems[model.WrittenInto](f.view, f.d.Dialogs)
	l.Name = "written_into"
	l.Add, l.Empty = words.T("agreement_form.plan.add"), words.T("agreement_form.plan.none")
	l.Line = func(_ int, x model.WrittenInto) kit.ItemLine {
		return kit.ItemLine{
			Title: cmp.Or(x.Document, words.T("agreement_form.plan.unnamed")), Detail: joined(f.partyName(x.PartyID), year(x.Year)),
		}
	}
	l.Edit = func(x *model.WrittenInto, into *kit.Fields) {
		b := f.alive(l.Changed)
		into.Row(choice(b, kit.Field{Name: "party", Label: words.T("agreement_form.plan.party"), Required: true},
			f.partyOptions(), &x.PartyID, nil))
		into.Row(hint(b.required().entry("document", words.T("agreement_form.plan.document"), &x.Document, model.MaxName),
			words.T("agreement_form.plan.document_hint")))
		into.Row(b.year("year", words.T("agreement_form.plan.year"), &x.Year))
	}
	l.New = func() model.WrittenInto { return model.WrittenInto{ID: ids.New()} }
	l.Blank = func(x model.WrittenInto) bool { return x == model.WrittenInto{ID: x.ID} }
	l.OnChanged = func() {
		f.a.WrittenInto = l.Values()
		f.touch()
	}
	l.SetValues(f.a.WrittenInto)
	f.lists = append(f.lists, l)
	f.view.Section(words.T("agreement_form.plans"))
	f.view.Add(l)
}
