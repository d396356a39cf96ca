package agreements

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// family shows the agreements that this one belongs with: above it, before it, after it, and under it.
func (p *page) family() fyne.CanvasObject {
	var facts []kit.Fact
	add := func(key string, id model.ID) {
		if a := p.records.agreement(id); a != nil && id != "" {
			link := kit.NewLink(a.Number+" "+a.Title.Best(words.Current()), func() { p.Open(id) })
			facts = append(facts, kit.Fact{
				Label: words.T("agreements.family." + key), Value: kit.WithChip(link, stateChip(a.StatusOn(p.records.calendar).State)),
			})
		}
	}
	add("parent", p.a.ParentID)
	add("predecessor", p.a.PredecessorID)
	add("successor", p.status.SuccessorID)
	for i := range p.records.agreements {
		if p.records.agreements[i].ParentID == p.a.ID {
			add("child", p.records.agreements[i].ID)
		}
	}
	if len(facts) == 0 {
		return nil
	}
	return kit.Section(words.T("agreements.section.family"), kit.Facts(facts...))
}

// changes shows what is different from the agreement that this one continues.
func (p *page) changes() fyne.CanvasObject {
	if p.a.PredecessorID == "" {
		return nil
	}
	before, err := p.store.Agreement(context.Background(), p.a.PredecessorID)
	if err != nil {
		return nil // the agreement reads as well without; whoever follows the link is told
	}
	all := model.CompareAgreements(before, p.a, p.language())
	title := words.T("agreements.section.changes", "number", before.Number)
	if len(all) == 0 {
		return kit.Section(title, kit.NewText(words.T("agreements.change.none")))
	}
	var facts []kit.Fact
	for _, c := range all {
		facts = append(facts, kit.TextFact(words.T("agreements.changed."+c.Field), p.change(c)))
	}
	return kit.Section(title, kit.Facts(facts...))
}

// change says one difference: what was added or left out, or how it read before and how it reads now.
func (p *page) change(c model.Change) string {
	subject := cmp.Or(c.Subject, p.records.names[c.Organisation])
	if c.Subject != "" && c.Organisation != "" {
		subject = words.Joined(p.records.names[c.Organisation], c.Subject)
	}
	switch {
	case c.Added:
		return words.T("agreements.change.added", "what", subject)
	case c.Removed:
		return words.T("agreements.change.removed", "what", subject)
	case c.Field == "clauses": // too long to be set side by side
		return words.T("agreements.change.text", "what", subject)
	}
	text := words.T("agreements.change.from_to", "before", cmp.Or(p.changed(c.Field, c.Before), "–"), "after", cmp.Or(p.changed(c.Field, c.After), "–"))
	if subject != "" {
		return subject + ": " + text
	}
	return text
}

// changed puts a compared value into words: codes, dates and the IDs of organisations.
func (p *page) changed(field, value string) string {
	switch field {
	case "form", "kind":
		return words.Code(p.in, "agreement."+field, value)
	case "valid_from", "valid_until":
		if d, err := model.ParseDate(value); err == nil && !d.IsZero() {
			return p.in.Date(d)
		}
		return ""
	case "tasks":
		var names []string
		for id := range strings.FieldsSeq(value) {
			names = append(names, p.records.names[model.ID(id)])
		}
		return strings.Join(names, ", ")
	case "contributions":
		parts := strings.Fields(value)
		for i, part := range parts {
			for _, per := range model.Pers() {
				if part == string(per) && i == len(parts)-1 {
					parts[i] = words.Code(p.in, "contribution.per", per)
				}
			}
		}
		return strings.Join(parts, " ")
	}
	return shortened(value, 200)
}
