package leaders

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// papers is what the leader has signed and said, and what is not asked of the leader.
func (f *leaderForm) papers() {
	b := f.bind()
	f.View.Section(words.T("leaders.form.section.publication"))
	publicationFields(b, &f.l.Publication, f.View)
	f.View.Row(b.Date("withdrawn_on", &f.l.Publication.WithdrawnOn))
	f.View.Section(words.T("leaders.form.section.requirements"))
	addList(f, listOf[model.Fulfilment]{
		name: "completed", id: func(x *model.Fulfilment) *model.ID { return &x.ID },
		line: func(x model.Fulfilment) kit.ItemLine {
			version := ""
			if x.Version != "" {
				version = words.T("leaders.form.version", "version", x.Version)
			}
			return kit.ItemLine{
				Title:  named(f.s.requirementName(x.RequirementID), "completed"),
				Detail: words.Joined(words.In(words.Current()).Date(x.On), version),
			}
		},
		edit: func(b form.Binder, x *model.Fulfilment, into *kit.Fields, l *kit.Items[model.Fulfilment]) {
			b = of(b, "completed")
			asked := f.s.requirementOptions(func(r model.Requirement) bool { return byHand(r.Kind) || r.ID == x.RequirementID })
			into.Row(form.OneOf(b.Then(func() {
				x.Version = f.s.versionOn(x.RequirementID, x.On)
				l.Rebuild("requirement")
			}), "requirement", asked, &x.RequirementID))
			f.s.signedFields(b, x, into)
		},
	}, &f.l.Completed)
	addList(f, listOf[model.Waiver]{
		name: "waivers", id: func(x *model.Waiver) *model.ID { return &x.ID },
		line: func(x model.Waiver) kit.ItemLine {
			title := words.Joined(f.s.requirementName(x.RequirementID), f.s.records.taught.Name(x.ProgrammeID, words.Current()))
			return kit.ItemLine{Title: named(title, "waiver"), Detail: words.Joined(untilDay(x.Until), x.Reason)}
		},
		edit: func(b form.Binder, x *model.Waiver, into *kit.Fields, l *kit.Items[model.Waiver]) {
			b = of(b, "waiver")
			into.Row(form.OneOf(b.Then(func() { l.Rebuild("requirement") }), "requirement",
				f.s.requirementOptions(func(r model.Requirement) bool { return r.Kind != model.RequireCheck }), &x.RequirementID))
			if r, ok := f.s.requirement(x.RequirementID); (ok && r.Kind == model.RequireTraining) || x.ProgrammeID != "" {
				into.Row(b.Hinted(form.Choice(b, "programme", f.s.programmeOptions(), &x.ProgrammeID)))
			}
			waiverFields(b, x, into)
		},
	}, &f.l.Waivers)
}

// publicationFields are the fields of what the person lets the calendar say.
func publicationFields(b form.Binder, x *model.Publication, into form.Rows) {
	into.Row(b.Hinted(b.Date("publication_on", &x.On)))
	name := b.Box("publication_name", words.T("leaders.form.check.publication_name"), &x.Name)
	name.Label = words.T("leaders.form.field.publication_name")
	phone := b.Box("publication_phone", words.T("leaders.form.check.publication_phone"), &x.Phone)
	phone.Label = words.T("leaders.form.field.publication_phone")
	into.Row(name)
	into.Row(phone)
}

// signedFields are the day and, of a text that is signed, its version, which follows the day until somebody changes it.
func (s *Screen) signedFields(b form.Binder, x *model.Fulfilment, into form.Rows) {
	b = of(b, "completed")
	version := b.Entry("version", &x.Version, model.MaxShort)
	proposed := s.versionOn(x.RequirementID, x.On)
	into.Row(form.Required(b.Then(func() {
		next := s.versionOn(x.RequirementID, x.On)
		if x.Version == proposed && next != proposed {
			x.Version = next
			version.Input.(*kit.Entry).SetValue(next)
			b.Changed()
		}
		proposed = next
	}).Date("on", &x.On)))
	if r, ok := s.requirement(x.RequirementID); ok && (len(r.Texts) > 0 || x.Version != "") {
		into.Row(b.Hinted(version))
	}
}

func waiverFields(b form.Binder, x *model.Waiver, into form.Rows) {
	b = of(b, "waiver")
	into.Row(form.Required(b.Area("reason", &x.Reason)))
	until := b.Date("until", &x.Until)
	until.Hint = words.T("leaders.form.hint.waived_until")
	into.Row(until)
}

// training is what was learnt elsewhere; what was learnt at the events of the register is in the register.
func (f *leaderForm) training() {
	f.View.Section(words.T("leaders.form.section.elsewhere"))
	addList(f, listOf[model.Elsewhere]{
		name: "elsewhere", id: func(x *model.Elsewhere) *model.ID { return &x.ID },
		line: func(x model.Elsewhere) kit.ItemLine {
			in := words.In(words.Current())
			return kit.ItemLine{
				Title:  named(f.s.records.taught.Name(x.ProgrammeID, words.Current()), "elsewhere"),
				Detail: words.Joined(in.Date(x.On), x.Where, in.Quantity(x.Hours, "h", "")),
			}
		},
		edit: func(b form.Binder, x *model.Elsewhere, into *kit.Fields, _ *kit.Items[model.Elsewhere]) {
			f.s.elsewhereFields(b, x, into)
		},
	}, &f.l.Elsewhere)
}

func (s *Screen) elsewhereFields(b form.Binder, x *model.Elsewhere, into form.Rows) {
	b = of(b, "elsewhere")
	into.Row(form.OneOf(b, "programme", s.programmeOptions(), &x.ProgrammeID))
	into.Row(form.Required(b.Date("on", &x.On)))
	into.Row(b.Entry("where", &x.Where, model.MaxName))
	into.Row(b.Amount("hours", &x.Hours))
}

// entries are hours, fees and reimbursements.
func (f *leaderForm) entries() {
	f.View.Section(words.T("leaders.form.section.entries"))
	addList(f, listOf[model.LeaderEntry]{
		name: "entries", id: func(x *model.LeaderEntry) *model.ID { return &x.ID },
		begin: func(x *model.LeaderEntry) { x.Kind, x.On = model.EnteredHours, f.s.desk.Today() },
		line: func(x model.LeaderEntry) kit.ItemLine {
			in := words.In(words.Current())
			return kit.ItemLine{
				Title:  named(words.Capital(words.Code(in, "entry.kind", x.Kind)), "entry"),
				Detail: words.Joined(in.Date(x.On), in.Quantity(x.Amount, entryUnit(x.Kind), ""), x.Note),
			}
		},
		edit: func(b form.Binder, x *model.LeaderEntry, into *kit.Fields, _ *kit.Items[model.LeaderEntry]) {
			entryFields(b, x, into)
		},
	}, &f.l.Entries)
}

func entryFields(b form.Binder, x *model.LeaderEntry, into form.Rows) {
	b = of(b, "entry")
	into.Row(form.OneOf(b, "kind", form.Offered("entry.kind", model.EntryKinds()), &x.Kind))
	into.Row(form.Required(b.Date("on", &x.On)))
	into.Row(b.Hinted(form.Required(b.Amount("amount", &x.Amount))))
	into.Row(b.Entry("note", &x.Note, model.MaxNotes))
}

// entryUnit is in what an entry is counted.
func entryUnit(k model.EntryKind) string {
	if k == model.EnteredHours {
		return "h"
	}
	return "€"
}

// byHand reports whether it is entered by hand that a requirement of the kind is met.
func byHand(k model.RequirementKind) bool {
	return k == model.RequireIntroduction || k == model.RequireUndertaking || k == model.RequireOther
}

func (s *Screen) requirement(id model.ID) (model.Requirement, bool) {
	i := slices.IndexFunc(s.records.requirements, func(r model.Requirement) bool { return r.ID == id })
	if i < 0 {
		return model.Requirement{}, false
	}
	return s.records.requirements[i], true
}

func (s *Screen) requirementName(id model.ID) string {
	r, _ := s.requirement(id)
	return r.Name.Best(words.Current())
}

// requirementOptions are the requirements for which which, when it is given, says yes.
func (s *Screen) requirementOptions(which func(model.Requirement) bool) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, r := range s.records.requirements {
		if which == nil || which(r) {
			out = append(out, kit.Option[model.ID]{Value: r.ID, Label: r.Name.Best(words.Current())})
		}
	}
	return out
}

func (s *Screen) programmeOptions() []kit.Option[model.ID] {
	out := make([]kit.Option[model.ID], 0, len(s.records.programmes))
	for _, p := range s.records.programmes {
		out = append(out, kit.Option[model.ID]{Value: p.ID, Label: p.Name.Best(words.Current())})
	}
	return out
}

// versionOn is the version of the text that was signed on the day, today without one; empty when there is no text.
func (s *Screen) versionOn(requirement model.ID, day model.Date) string {
	r, _ := s.requirement(requirement)
	if day.IsZero() {
		day = s.desk.Today()
	}
	text, _ := r.TextOn(day)
	return text.Version
}

func untilDay(d model.Date) string {
	if d.IsZero() {
		return words.T("leaders.form.until_further")
	}
	return words.T("leaders.form.until_day", "date", words.In(words.Current()).Date(d))
}
