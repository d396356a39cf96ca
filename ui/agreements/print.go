package agreements

import (
	"context"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// office reads what a document takes from around the agreement.
func (s *Screen) office() (paper.Office, error) {
	ctx := context.Background()
	o := paper.Office{Today: s.desk.Today()}
	organisations, err := s.store.Organisations(ctx)
	if err == nil {
		o.Organisations = model.DirectoryOf(organisations)
		o.Centre, err = s.store.Centre(ctx)
	}
	if err == nil {
		o.Template, err = s.store.Template(ctx)
	}
	return o, err
}

// sheet makes the document that build builds.
func (s *Screen) sheet(build func(paper.Office) paper.Document) (desk.Sheet, error) {
	o, err := s.office()
	if err != nil {
		return desk.Sheet{}, err
	}
	r, err := paper.Render(build(o))
	return desk.Sheet{Name: r.Name, PDF: r.PDF, Unprintable: r.Unprintable}, err
}

// printAgreement prints the agreement in its own languages, or in the one that is chosen. What the parties signed is
// printed as they signed it.
func (p *page) printAgreement() {
	if _, kept := p.a.KeptText(p.a.Languages); kept || len(p.a.Languages) < 2 {
		p.printIn(p.a.Languages)
		return
	}
	both := kit.Choice{Label: words.T("agreements.print.both"), Default: true, Do: func() { p.printIn(p.a.Languages) }}
	choices := []kit.Choice{{Label: words.T("kit.cancel"), Cancel: true}}
	for _, l := range p.a.Languages {
		choices = append(choices, kit.Choice{
			Label: words.Capital(words.Code(p.in, "language", l)), Do: func() { p.printIn([]model.Language{l}) },
		})
	}
	p.desk.Dialogs.Choose(words.T("agreements.print.title"), words.T("agreements.print.text"), append(choices, both)...)
}

func (p *page) printIn(languages []model.Language) {
	p.desk.Print(func() (desk.Sheet, error) {
		sheet, err := p.sheet(func(o paper.Office) paper.Document { return o.Agreement(p.a, languages) })
		kept, ok := p.a.KeptText(languages)
		if err != nil || !ok {
			return sheet, err
		}
		pdf, err := p.store.AttachmentContent(context.Background(), kept.ID)
		return desk.Sheet{Name: kept.Name, PDF: pdf}, err
	})
}

// signedText makes the document that the parties put their names to: as it was sent to them, with no signature on it.
func (s *Screen) signedText(a model.Agreement) ([]model.NewAttachment, error) {
	a = copyOf(a)
	for i := range a.Parties {
		g := &a.Parties[i].Signing
		if g.SentOn.IsZero() {
			g.SentOn = g.SignedOn // it is no draft any more
		}
		g.SignedOn, g.ReturnedOn, g.CopyOn = model.Date{}, model.Date{}, model.Date{}
	}
	sheet, err := s.sheet(func(o paper.Office) paper.Document { return o.Agreement(a, a.Languages) })
	if err != nil {
		return nil, err
	}
	file := model.NewAttachment{Content: sheet.PDF}
	file.Role, file.Name, file.MediaType = model.SignedText, sheet.Name, "application/pdf"
	return []model.NewAttachment{file}, nil
}

func (p *page) printAmendment(m model.Amendment) {
	p.desk.Print(func() (desk.Sheet, error) {
		return p.sheet(func(o paper.Office) paper.Document { return o.Amendment(p.a, m, p.a.Languages) })
	})
}

// askContactNotice asks whose contact changed, and prints the notice of it to the others.
func (p *page) askContactNotice() {
	party := kit.NewSelect(p.partyOptions())
	party.Required = true
	party.SetValue(p.a.Parties[0].ID)
	fields := kit.NewFields()
	fields.Row(&kit.Field{Name: "party", Label: words.T("agreements.contact_notice.party"), Input: party})
	p.desk.Dialogs.Show(heading("print_notice"), fields,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("kit.print"), Default: true, Do: func() {
			if id, ok := party.Value(); ok {
				p.desk.Print(func() (desk.Sheet, error) {
					return p.sheet(func(o paper.Office) paper.Document { return o.ContactNotice(p.a, id, "", p.language()) })
				})
			}
		}})
}

// list gives the agreements as the list shows them; as a PDF they are the register of agreements.
func (s *Screen) list() {
	shown := kit.Shown(s.register, func(e *entry) model.AgreementSummary { return *e.of })
	filter := s.register.Narrowed()
	s.desk.GiveAs(s.desk.About(filter).Agreements(shown, s.records.calendar, s.records.directory), func() (desk.Sheet, error) {
		return s.sheet(func(o paper.Office) paper.Document {
			return o.Register(shown, s.records.calendar, words.Current(), filter)
		})
	})
}
