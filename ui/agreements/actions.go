package agreements

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// heading is the word of an action as the heading of what it opens.
func heading(action string) string {
	return strings.TrimSuffix(words.T("agreements.do."+action), "…")
}

// asking makes fields of what a dialog asks, with the labels "agreements.ask.<name>".
func (p *page) asking() form.Binder {
	return form.Bind("agreements.ask.", "agreements.ask_hint.", p.desk.Today, nil)
}

func (p *page) askSend() {
	on := p.desk.Today()
	fields := kit.NewFields()
	fields.Row(p.asking().Date("sent_on", &on))
	fields.Add(kit.NewText(words.T("agreements.send.text")))
	change{page: p, said: words.T("agreements.sent"), do: func(a *model.Agreement) error {
		a.Parties = slices.Clone(a.Parties)
		for i := range a.Parties {
			if g := &a.Parties[i].Signing; g.SentOn.IsZero() && g.SignedOn.IsZero() {
				g.SentOn = on
			}
		}
		return nil
	}}.ask(heading("send"), words.T("agreements.verb.send"), fields)
}

func (p *page) askReview() {
	r := model.Review{ID: ids.New(), HeldOn: p.desk.Today()}
	var next model.Date
	b, fields := p.asking(), kit.NewFields()
	fields.Row(form.Required(b.Date("held_on", &r.HeldOn)))
	fields.Row(b.Entry("present", &r.Present, model.MaxName))
	fields.Row(b.Area("notes", &r.Notes))
	fields.Row(b.Hinted(b.Date("review_on", &next)))
	change{
		page: p, said: words.T("agreements.reviewed"), path: "reviews." + strconv.Itoa(len(p.a.Reviews)) + ".",
		do: func(a *model.Agreement) error {
			a.Reviews = append(slices.Clone(a.Reviews), r)
			a.ReviewOn = next
			return nil
		},
	}.ask(heading("review"), "", fields)
}

func (p *page) askNotice() {
	n := p.a.Notice
	if n.GivenOn.IsZero() {
		n.GivenOn = p.desk.Today()
		n.EndsOn = p.noticeEnd(n.GivenOn)
	}
	b := form.Bind("agreements.field.", "", p.desk.Today, nil)
	ends := b.Date("notice_ends_on", &n.EndsOn)
	if p.a.NoticeMonths.Known {
		ends.Hint = words.T("agreements.notice.hint", "months", p.months())
	}
	proposed := n.EndsOn
	given := b.Then(func() { // the end follows as long as nobody named another
		if !n.GivenOn.IsZero() && n.EndsOn == proposed {
			proposed = p.noticeEnd(n.GivenOn)
			n.EndsOn = proposed
			ends.Input.(*kit.DateField).SetValue(proposed)
		}
	}).Date("notice_given_on", &n.GivenOn)
	fields := kit.NewFields()
	fields.Row(form.Choice(b, "notice_by", p.partyOptions(), &n.By))
	fields.Row(form.Required(given))
	fields.Row(ends)
	change{page: p, said: words.T("agreements.noticed"), do: func(a *model.Agreement) error {
		a.Notice.By, a.Notice.GivenOn, a.Notice.EndsOn = n.By, n.GivenOn, n.EndsOn
		return nil
	}}.ask(heading("notice"), "", fields)
}

// noticeEnd is when an agreement ends of which notice is given on a day; unknown without a notice period.
func (p *page) noticeEnd(given model.Date) model.Date {
	if !p.a.NoticeMonths.Known {
		return model.Date{}
	}
	return given.AddMonths(p.a.NoticeMonths.N)
}

func (p *page) partyOptions() []kit.Option[model.ID] {
	out := make([]kit.Option[model.ID], len(p.a.Parties))
	for i, party := range p.a.Parties {
		out[i] = kit.Option[model.ID]{Value: party.ID, Label: p.partyName(party.ID)}
	}
	return out
}

func (p *page) takeNoticeBack() {
	p.desk.Dialogs.Confirm(words.T("agreements.take_back.title"), words.T("agreements.take_back.text"), words.T("agreements.do.take_back"), false, func() {
		p.update(p.a.ID, words.T("agreements.taken_back"), func(a *model.Agreement) error {
			a.Notice = model.Notice{}
			return nil
		})
	})
}

// renew begins the agreement that continues this one. It is kept when its form is saved.
func (p *page) renew() {
	number, err := p.store.NextAgreementNumber(context.Background(), p.desk.Today().Year())
	if err != nil {
		p.desk.Fail(err, nil)
		return
	}
	p.openForm(model.Renew(p.a, number, p.records.directory, p.desk.Today(), ids.New), true, "")
}

// askDelete deletes an agreement that was never signed, after asking; else it says why not.
func (p *page) askDelete() {
	if p.a.Frozen() {
		p.desk.Dialogs.Choose(words.T("agreements.delete.refused_title"), words.T("agreements.delete.frozen"),
			kit.Choice{Label: words.T("kit.close"), Default: true, Cancel: true})
		return
	}
	text := words.T("agreements.delete.text", "number", p.a.Number, "title", p.a.Title.Best(words.Current()))
	p.desk.Dialogs.Confirm(words.T("agreements.delete.title"), text, words.T("agreements.do.delete"), true, func() {
		err := p.store.DeleteAgreement(context.Background(), p.a.ID)
		var e *model.Error
		switch {
		case errors.As(err, &e) && e.Code == model.CodeInUse:
			p.tellUses(e.Uses)
		case err != nil:
			p.desk.Fail(err, nil)
		default:
			p.desk.Say(words.T("agreements.deleted", "number", p.a.Number))
		}
	})
}

// tellUses says that nothing was deleted because of these agreements, each a link.
func (p *page) tellUses(uses []model.Use) {
	closeDialog := func() {}
	box := container.NewVBox(kit.NewText(words.T("agreements.delete.used")))
	for _, u := range uses {
		box.Add(fyne.CanvasObject(kit.NewLink(desk.Use(u), func() {
			closeDialog()
			p.desk.Open(u.Kind, u.ID)
		})))
	}
	closeDialog = p.desk.Dialogs.Show(words.T("agreements.delete.refused_title"), box,
		kit.Choice{Label: words.T("kit.close"), Default: true, Cancel: true})
}
