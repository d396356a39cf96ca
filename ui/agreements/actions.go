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
	"kumppani/model/ids"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// question is a dialog that changes the agreement of a page.
type question struct {
	title, verb, said string
	fields            *kit.Fields // named as the problems of the agreement call them
	change            func(*model.Agreement) error
	warned            map[string]bool
}

// ask shows the question. It stays open, with everything that was typed, until the change is sound and kept.
func (p *page) ask(q question) {
	q.warned = map[string]bool{}
	p.desk.Dialogs.Show(q.title, q.fields,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: q.verb, Default: true, Keep: func() bool { return !p.answered(q) }})
}

// heading is the word of an action as the heading of what it opens.
func heading(action string) string {
	return strings.TrimSuffix(words.T("agreements.do."+action), "…")
}

func (p *page) answered(q question) bool {
	if q.fields.FocusMisread() {
		return false
	}
	after := copyOf(p.a)
	if err := q.change(&after); err != nil {
		p.desk.Fail(err, nil)
		return false
	}
	problems := newProblems(p.a, after)
	sound := settled(problems, q.warned)
	q.fields.SetProblems(said(problems))
	if !sound {
		q.fields.FocusFirstProblem()
		return false
	}
	return p.update(p.a.ID, q.said, q.change)
}

// newProblems are those that a change brings with it: what was amiss before does not stand in the way of something else.
func newProblems(before, after model.Agreement) []model.Problem {
	old := map[string]bool{}
	for _, x := range model.CheckAgreement(before) {
		old[x.Field+" "+x.Code] = true
	}
	return slices.DeleteFunc(model.CheckAgreement(after), func(x model.Problem) bool { return old[x.Field+" "+x.Code] })
}

// settled reports whether it can be saved: nothing is refused, and every warning has been seen before.
func settled(problems []model.Problem, warned map[string]bool) bool {
	sound := true
	for _, x := range problems {
		key := x.Field + " " + x.Code
		if x.Severity == model.Refusal || !warned[key] {
			sound = false
		}
		if x.Severity == model.Warning {
			warned[key] = true
		}
	}
	return sound
}

// said puts problems into words. A warning says how it can be overridden.
func said(problems []model.Problem) []kit.Problem {
	out := make([]kit.Problem, len(problems))
	for i, x := range problems {
		out[i] = kit.Problem{Field: x.Field, Warning: x.Severity == model.Warning, Sentence: desk.Problem(x)}
		if out[i].Warning {
			out[i].Sentence += " " + words.T("agreements.all_the_same")
		}
	}
	return out
}

// date makes a date field of a dialog or a small form.
func (s *Screen) date(name, label string, value model.Date) (*kit.Field, *kit.DateField) {
	f := kit.NewDateField()
	f.Today = s.desk.Today
	f.SetValue(value)
	return &kit.Field{Name: name, Label: label, Input: f}, f
}

func (p *page) askSend() {
	fields := kit.NewFields()
	field, on := p.date("sent_on", words.T("agreements.send.on"), p.desk.Today())
	fields.Row(field)
	fields.Add(kit.NewText(words.T("agreements.send.text")))
	p.ask(question{
		title: heading("send"), verb: words.T("agreements.verb.send"), said: words.T("agreements.sent"), fields: fields,
		change: func(a *model.Agreement) error {
			a.Parties = slices.Clone(a.Parties)
			for i := range a.Parties {
				if g := &a.Parties[i].Signing; g.SentOn.IsZero() && g.SignedOn.IsZero() {
					g.SentOn, _ = on.Value()
				}
			}
			return nil
		},
	})
}

func (p *page) askReview() {
	fields := kit.NewFields()
	index := len(p.a.Reviews)
	id := ids.New()
	held, on := p.date(reviewField(index, "held_on"), words.T("agreements.review.held_on"), p.desk.Today())
	held.Required = true
	present := kit.NewEntry()
	present.MaxRunes = model.MaxName
	notes := kit.NewArea()
	notes.MaxRunes = model.MaxNotes
	next, nextOn := p.date("review_on", words.T("agreements.review.next"), model.Date{})
	next.Hint = words.T("agreements.review.next_hint")
	fields.Row(held)
	fields.Row(&kit.Field{Name: reviewField(index, "present"), Label: words.T("agreements.review.present"), Input: present})
	fields.Row(&kit.Field{Name: reviewField(index, "notes"), Label: words.T("agreements.review.notes"), Input: notes})
	fields.Row(next)
	p.ask(question{
		title: heading("review"), verb: words.T("agreements.save"), said: words.T("agreements.reviewed"), fields: fields,
		change: func(a *model.Agreement) error {
			r := model.Review{ID: id, Present: present.Text, Notes: notes.Text}
			r.HeldOn, _ = on.Value()
			a.Reviews = append(slices.Clone(a.Reviews), r)
			a.ReviewOn, _ = nextOn.Value()
			return nil
		},
	})
}

func reviewField(index int, name string) string { return "reviews." + strconv.Itoa(index) + "." + name }

func (p *page) askNotice() {
	n := p.a.Notice
	if n.GivenOn.IsZero() {
		n.GivenOn = p.desk.Today()
		n.EndsOn = p.noticeEnd(n.GivenOn)
	}
	by := kit.NewSelect(p.partyOptions())
	if n.By != "" {
		by.SetValue(n.By)
	}
	given, givenOn := p.date("notice_given_on", words.T("agreements.field.notice_given_on"), n.GivenOn)
	ends, endsOn := p.date("notice_ends_on", words.T("agreements.field.notice_ends_on"), n.EndsOn)
	given.Required = true
	if p.a.NoticeMonths.Known {
		ends.Hint = words.T("agreements.notice.hint", "months", p.months())
	}
	proposed := n.EndsOn
	givenOn.OnChanged = func() { // the end follows as long as nobody named another
		if on, ok := givenOn.Value(); ok {
			if now, _ := endsOn.Value(); now == proposed {
				proposed = p.noticeEnd(on)
				endsOn.SetValue(proposed)
			}
		}
	}
	fields := kit.NewFields()
	fields.Row(&kit.Field{Name: "notice_by", Label: words.T("agreements.field.notice_by"), Input: by})
	fields.Row(given)
	fields.Row(ends)
	p.ask(question{
		title: heading("notice"), verb: words.T("agreements.save"), said: words.T("agreements.noticed"), fields: fields,
		change: func(a *model.Agreement) error {
			a.Notice.By, _ = by.Value()
			a.Notice.GivenOn, _ = givenOn.Value()
			a.Notice.EndsOn, _ = endsOn.Value()
			return nil
		},
	})
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
