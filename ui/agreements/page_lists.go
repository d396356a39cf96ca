package agreements

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// contribution says what is promised: "Toiminta-avustus · 12 500 € vuodessa"; its kind where there is no description.
func (p *page) contribution(c model.Contribution) string {
	description := c.Description.Best(words.Current())
	if description == "" {
		description = words.Capital(words.Code(p.in, "contribution.kind", c.Kind))
	}
	return words.Joined(description, p.in.Quantity(c.Amount, c.Unit, c.Per))
}

func (p *page) contributions() fyne.CanvasObject {
	if len(p.a.Contributions) == 0 {
		return nil
	}
	var facts []kit.Fact
	for _, c := range p.a.Contributions {
		text := words.Joined(words.Capital(words.Code(p.in, "contribution.kind", c.Kind)), c.Description.Best(words.Current()),
			p.in.Quantity(c.Amount, c.Unit, c.Per))
		switch {
		case !c.DoneOn.IsZero():
			text = words.Joined(text, words.T("agreements.done_on", "date", p.in.Date(c.DoneOn)))
		case !c.DueOn.IsZero():
			text = words.Joined(text, words.T("agreements.due_on", "date", p.in.Date(c.DueOn)))
		}
		var late kit.Chip
		if c.DeliveryOn(p.desk.Today()) == model.NotDelivered {
			late = kit.Chip{Word: words.Code(p.in, "contribution.delivery", model.NotDelivered), Tone: kit.Danger}
		}
		tick := kit.NewCheck(words.Code(p.in, "contribution.delivery", model.Delivered))
		tick.SetLabel(p.contribution(c))
		tick.SetValue(!c.DoneOn.IsZero())
		tick.OnChanged = func() { p.deliver(c.ID, tick.Checked) }
		facts = append(facts, kit.Fact{Label: p.partyName(c.PartyID), Value: kit.WithChip(kit.NewText(text), late, tick)})
	}
	box := container.NewVBox(kit.Facts(facts...))
	sums := slices.DeleteFunc(model.Totals(p.a.Contributions), func(t model.Total) bool { return t.Amount.Hundredths == 0 })
	if len(sums) > 0 { // what is free of charge twice is not worth a sum
		var lines []kit.Fact
		for _, t := range sums {
			lines = append(lines, kit.TextFact(words.Capital(words.Code(p.in, "contribution.kind", t.Kind)), p.in.Quantity(t.Amount, t.Unit, t.Per)))
		}
		heading := kit.NewText(words.T("agreements.totals"))
		heading.TextStyle.Bold = true
		box.Add(heading)
		box.Add(kit.Facts(lines...))
	}
	return kit.Section(words.T("agreements.section.contributions"), box)
}

// deliver marks a contribution as delivered today, or as not delivered after all.
func (p *page) deliver(id model.ID, done bool) {
	said := words.T("agreements.undelivered")
	var on model.Date
	if done {
		on, said = p.desk.Today(), words.T("agreements.delivered")
	}
	p.update(p.a.ID, said, func(a *model.Agreement) error {
		a.Contributions = slices.Clone(a.Contributions)
		for i := range a.Contributions {
			if a.Contributions[i].ID == id {
				a.Contributions[i].DoneOn = on
			}
		}
		return nil
	})
}

func (p *page) writtenInto() fyne.CanvasObject {
	if len(p.a.WrittenInto) == 0 {
		return nil
	}
	var facts []kit.Fact
	for _, w := range p.a.WrittenInto {
		facts = append(facts, kit.TextFact(p.partyName(w.PartyID), words.Joined(w.Document, year(w.Year))))
	}
	return kit.Section(words.T("agreements.section.written_into"), kit.Facts(facts...))
}

func (p *page) reviews() fyne.CanvasObject {
	if len(p.a.Reviews) == 0 {
		return nil
	}
	var facts []kit.Fact
	for _, r := range slices.Backward(p.a.Reviews) {
		text := strings.Trim(words.T("agreements.present", "who", r.Present)+"\n"+r.Notes, "\n")
		if r.Present == "" {
			text = r.Notes
		}
		facts = append(facts, kit.DashFact(p.in.Date(r.HeldOn), text))
	}
	return kit.Section(words.T("agreements.section.reviews"), kit.Facts(facts...),
		kit.NewQuietButton(words.T("agreements.do.review"), nil, p.askReview))
}

func (p *page) amendments() fyne.CanvasObject {
	if len(p.a.Amendments) == 0 {
		return nil
	}
	var facts []kit.Fact
	for _, m := range p.a.Amendments {
		signed := 0
		for _, g := range m.Signatures {
			if !g.Signing.SignedOn.IsZero() {
				signed++
			}
		}
		text := m.Title.Best(words.Current())
		if !m.ValidFrom.IsZero() {
			text = words.Joined(text, words.T("agreements.amendment.from", "date", p.in.Date(m.ValidFrom)))
		}
		text = strings.Trim(text+"\n"+shortened(m.Body.Best(words.Current()), 600), "\n")
		chip := kit.Chip{Word: words.T("agreements.amendment.signed", "n", signed, "of", len(p.a.Parties)), Tone: kit.Waiting}
		if signed >= len(p.a.Parties) {
			chip = kit.Chip{Word: words.T("agreements.signing.chip_signed"), Tone: kit.OK}
		}
		buttons := container.NewHBox(
			kit.NewQuietButton(words.T("agreements.do.sign"), nil, func() { p.openAmendmentSigning(m) }),
			kit.NewQuietButton(words.T("kit.print"), nil, func() { p.printAmendment(m) }),
		)
		if signed == 0 {
			buttons.Add(kit.NewQuietButton(words.T("kit.edit"), nil, func() { p.openAmendment(m) }))
		}
		facts = append(facts, kit.Fact{
			Label: words.T("agreements.amendment", "n", strconv.Itoa(m.Number)),
			Value: container.NewVBox(kit.WithChip(kit.NewText(text), chip), buttons),
		})
	}
	return kit.Section(words.T("agreements.section.amendments"), kit.Facts(facts...))
}

func (p *page) attachments() fyne.CanvasObject {
	var facts []kit.Fact
	for _, x := range p.a.Attachments {
		about := kit.NewText(words.Joined(size(x.Size), p.in.Date(model.DateOf(x.AddedAt.Local()))))
		row := []fyne.CanvasObject{about}
		if x.Role != model.SignedText { // what the parties signed stays
			remove := kit.NewQuietButton("", theme.DeleteIcon(), func() { p.askRemoveFile(x) })
			remove.SetLabel(words.T("agreements.file.remove", "name", x.Name))
			row = append(row, remove)
		}
		facts = append(facts, kit.Fact{
			Label: words.Capital(words.Code(p.in, "attachment.role", x.Role)),
			Value: kit.WithChip(kit.NewLink(x.Name, func() { p.openFile(x) }), kit.Chip{}, row...),
		})
	}
	content := fyne.CanvasObject(kit.NewText(words.T("agreements.no_attachments")))
	if len(facts) > 0 {
		content = kit.Facts(facts...)
	}
	return kit.Section(words.T("agreements.section.attachments"), content,
		kit.NewQuietButton(words.T("agreements.do.attach"), nil, p.askFile))
}

// size says how large a file is: "340 kt", "2,4 Mt".
func size(bytes int64) string {
	in := words.In(words.Current())
	if bytes < 1_000_000 {
		return words.T("agreements.kilobytes", "n", in.Number((bytes+999)/1000*100))
	}
	n := in.Number((bytes + 50_000) / 100_000 * 10)
	if strings.ContainsAny(n, ",.") {
		n = strings.TrimSuffix(n, "0")
	}
	return words.T("agreements.megabytes", "n", n)
}
