package organisations

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// askMerge asks with which other organisation o is to be merged, then shows what would come of it.
func (s *Screen) askMerge(o model.Organisation) {
	var options []kit.Option[model.ID]
	for _, e := range s.records.entries() {
		if e.of.ID != o.ID {
			options = append(options, kit.Option[model.ID]{Value: e.of.ID, Label: e.name, Detail: words.Joined(sectorWord(e.of.Sector), e.place)})
		}
	}
	other := kit.NewSelect(options)
	other.Required = true
	fields := kit.NewFields()
	fields.Add(kit.NewText(words.T("organisations.merge.ask", "name", o.Name.Best(words.Current()))))
	fields.Row(&kit.Field{Name: "other", Label: words.T("organisations.merge.other"), Input: other})
	s.desk.Dialogs.Show(words.T("organisations.merge.title"), fields,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("organisations.merge.preview"), Default: true, Keep: func() bool {
			if _, ok := other.Value(); ok {
				return false
			}
			fields.SetProblems([]kit.Problem{{Field: "other", Sentence: words.T("organisations.merge.choose")}})
			return fields.FocusFirstProblem()
		}, Do: func() {
			id, _ := other.Value()
			if x, ok := s.records.organisation(id); ok {
				s.previewMerge(o, x)
			}
		}})
}

// previewMerge shows what keep would be after the merge and what would become of drop, which can be swapped.
func (s *Screen) previewMerge(keep, drop model.Organisation) {
	uses, err := s.store.OrganisationUses(context.Background(), drop.ID)
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	l := words.Current()
	facts := []kit.Fact{
		kit.TextFact(words.T("organisations.merge.stays"), words.Joined(keep.Name.Best(l), s.records.places.Name(keep.Municipality))),
		kit.TextFact(words.T("organisations.merge.goes"), words.Joined(drop.Name.Best(l), s.records.places.Name(drop.Municipality))),
	}
	body := container.NewVBox(kit.Facts(append(facts, mergeFacts(model.Merge(keep, drop), uses)...)...),
		kit.NewText(words.T("organisations.merge.explain")))
	s.desk.Dialogs.Show(words.T("organisations.merge.title"), body,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true, Default: true},
		kit.Choice{Label: words.T("organisations.merge.swap"), Do: func() { s.previewMerge(drop, keep) }},
		kit.Choice{Label: words.T("organisations.merge.do"), Danger: true, Do: func() { s.merge(keep, drop) }})
}

// mergeFacts says what a merge takes over, what disagrees, and what is moved.
func mergeFacts(m model.Merged, uses []model.Use) []kit.Fact {
	var facts []kit.Fact
	for _, x := range m.Fields {
		key := "organisations.merge.taken"
		if x.Dropped != "" {
			key = "organisations.merge.disagree"
		}
		facts = append(facts, kit.TextFact(words.T("organisations.field."+x.Field), words.T(key, "kept", x.Kept, "dropped", x.Dropped)))
	}
	if n := len(m.Contacts); n > 0 {
		facts = append(facts, kit.TextFact(words.T("organisations.field.contacts"), words.N("organisations.merge.same_people", n)))
	}
	moved := ""
	for i, u := range uses {
		if i > 0 {
			moved += "\n"
		}
		moved += desk.Use(u)
	}
	if moved == "" {
		moved = words.T("organisations.merge.unused")
	}
	return append(facts, kit.TextFact(words.T("organisations.merge.moved"), moved))
}

func (s *Screen) merge(keep, drop model.Organisation) {
	merged, err := s.store.MergeOrganisations(context.Background(), keep.ID, drop.ID)
	if err != nil {
		var e *model.Error
		if errors.As(err, &e) && e.Code == model.CodeInUse {
			s.tellUses(words.T("organisations.merge.refused_title"), words.T("organisations.merge.refused"), e.Uses)
			return
		}
		s.desk.Fail(err, nil)
		return
	}
	s.desk.Say(words.T("organisations.merged", "name", merged.Name.Best(words.Current())))
	s.Reload()
	s.Open(merged.ID)
}

// askDelete deletes an organisation that nothing uses, after asking; else it shows where it is used.
func (s *Screen) askDelete(o model.Organisation) {
	uses, err := s.store.OrganisationUses(context.Background(), o.ID)
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	if len(uses) > 0 {
		s.tellUses(words.T("organisations.delete.refused_title"), words.T("organisations.delete.refused"), uses)
		return
	}
	name := o.Name.Best(words.Current())
	s.desk.Dialogs.Confirm(words.T("organisations.delete.title"), words.T("organisations.delete.text", "name", name),
		words.T("organisations.delete"), true, func() { s.delete(o.ID, name) })
}

func (s *Screen) delete(id model.ID, name string) {
	err := s.store.DeleteOrganisation(context.Background(), id)
	var e *model.Error
	if errors.As(err, &e) && e.Code == model.CodeInUse {
		s.tellUses(words.T("organisations.delete.refused_title"), words.T("organisations.delete.refused"), e.Uses)
		return
	}
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.desk.Say(words.T("organisations.deleted", "name", name))
	s.Reload()
}

// tellUses says that something was not done because of these records, each a link.
func (s *Screen) tellUses(title, text string, uses []model.Use) {
	closeDialog := func() {}
	links := make([]fyne.CanvasObject, 0, len(uses)+1)
	links = append(links, kit.NewText(text))
	for _, u := range uses {
		links = append(links, kit.NewLink(desk.Use(u), func() {
			closeDialog()
			s.desk.Open(u.Kind, u.ID)
		}))
	}
	closeDialog = s.desk.Dialogs.Show(title, container.NewVBox(links...),
		kit.Choice{Label: words.T("kit.close"), Default: true, Cancel: true})
}
