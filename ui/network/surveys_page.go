package network

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// page is the page of a survey, nil when it is gone.
func (v *Surveys) page(id string) fyne.CanvasObject {
	i := slices.IndexFunc(v.surveys, func(s model.Survey) bool { return s.ID == model.ID(id) })
	if i < 0 {
		return nil
	}
	s, in := v.surveys[i], words.In(words.Current())
	group := kit.Fact{}
	if name := v.groupName(s.GroupID); name != "" {
		group = kit.Fact{Label: words.T("network.field.group"), Value: kit.NewLink(name, func() { v.desk.Open(model.KindGroup, s.GroupID) })}
	}
	sections := []fyne.CanvasObject{
		v.figures(s),
		kit.Section(words.T("network.section.facts"), kit.Facts(
			kit.DashFact(words.T("network.field.target"), s.Target), group,
			kit.TextFact(words.T("network.field.notes"), s.Notes),
		)),
	}
	sections = append(sections, v.desk.Reminders(model.KindSurvey, s.ID)...)
	if s.Finding != "" {
		finding := kit.Section(words.T("network.field.finding"), kit.NewText(s.Finding))
		sections = slices.Insert(sections, 1, finding)
	}
	return kit.Page{
		Title:    s.Name,
		Subtitle: words.Joined(words.Capital(words.Code(in, "survey.kind", s.Kind)), words.T("network.survey.closed", "day", in.Date(s.On))),
		Edit:     func() { v.openForm(s, false) },
		More:     []kit.Action{{Label: words.T("network.delete"), Icon: theme.DeleteIcon(), Do: func() { v.askDelete(s) }}},
		Sections: sections,
	}.View()
}

// figures are the sums of a survey with those of the last comparable one beside.
func (v *Surveys) figures(s model.Survey) fyne.CanvasObject {
	in := words.In(words.Current())
	then, compared := s.Before(v.surveys)
	fact := func(field, now, earlier string) kit.Fact {
		if now == "" {
			now = "–"
		}
		if compared && earlier != "" {
			now = words.T("network.beside", "now", now, "then", earlier)
		}
		return kit.TextFact(words.T("network.field."+field), now)
	}
	count := func(c model.Count) string {
		if !c.Known {
			return ""
		}
		return in.Number(int64(c.N) * 100)
	}
	rows := kit.Column(kit.Facts(
		fact("asked", count(s.Asked), count(then.Asked)),
		fact("answers", count(s.Answers), count(then.Answers)),
		fact("rate", percent(s.ResponseRate()), percent(then.ResponseRate())),
		fact("positive", percent(s.Positive), percent(then.Positive)),
	))
	if compared {
		rows.Add(kit.NewLink(words.T("network.survey.compared", "name", then.Name, "day", in.Date(then.On)), func() { v.Open(then.ID) }))
	} else {
		rows.Add(kit.NewText(words.T("network.survey.not_compared")))
	}
	return kit.Section(words.T("network.section.figures"), rows)
}

// openForm edits a draft of one survey.
func (v *Surveys) openForm(s model.Survey, isNew bool) {
	f := form.NewSheet(v.desk, v.register.Save, form.Cancel(v.register.Leave))
	f.Build = func() {
		heading := "network.section.facts"
		if isNew {
			heading = "network.survey.new"
		}
		f.View.Section(words.T(heading))
		f.View.Add(kit.NewText(words.T("network.survey.sums_only")))
		b := bind(f)
		name := form.Required(b.Entry("name", &s.Name, model.MaxName))
		f.First = form.FocusOf(name)
		f.View.Row(name)
		f.View.Row(form.OneOf(b, "kind", form.Offered("survey.kind", model.SurveyKinds()), &s.Kind))
		f.View.Row(b.Hinted(form.Required(b.Date("on", &s.On))))
		f.View.Row(b.Hinted(b.Entry("target", &s.Target, model.MaxName)))
		f.View.Row(b.Hinted(form.Choice(b, "group", v.groupOptions(s.GroupID), &s.GroupID)))
		f.View.Section(words.T("network.section.figures"))
		f.View.Row(b.Count("asked", &s.Asked), b.Count("answers", &s.Answers))
		f.View.Row(b.Hinted(b.Count("positive", &s.Positive)))
		f.View.Row(b.Hinted(b.Area("finding", &s.Finding)))
		f.View.Row(b.Area("notes", &s.Notes))
	}
	tidied := func() model.Survey {
		out := s
		for _, text := range []*string{&out.Name, &out.Target, &out.Finding, &out.Notes} {
			*text = strings.TrimSpace(*text)
		}
		return out
	}
	f.Problems = func() []kit.Problem { return form.Said(tidied().Check()) }
	f.Write = func(ctx context.Context) (model.ID, string, error) {
		draft := tidied()
		var err error
		if isNew {
			draft, err = v.store.CreateSurvey(ctx, draft)
		} else {
			draft, err = v.store.UpdateSurvey(ctx, draft.ID, func(kept *model.Survey) error {
				*kept = draft
				return nil
			})
		}
		return draft.ID, words.T("form.saved", "name", draft.Name), err
	}
	f.Make()
	v.register.OpenForm(f.EditForm())
}

// groupOptions are the groups that still meet, and the one that is chosen already.
func (v *Surveys) groupOptions(chosen model.ID) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	today := v.desk.Today()
	for _, g := range v.groups {
		if g.ID == chosen || g.RunsUntil.IsZero() || !g.RunsUntil.Before(today) {
			out = append(out, kit.Option[model.ID]{Value: g.ID, Label: g.Name.Best(words.Current())})
		}
	}
	return out
}

func (v *Surveys) askDelete(s model.Survey) {
	v.desk.Dialogs.Confirm(words.T("network.survey.delete.title", "name", s.Name), words.T("network.survey.delete.text"),
		words.T("network.delete"), true, func() {
			if err := v.store.DeleteSurvey(context.Background(), s.ID); err != nil {
				v.desk.Fail(err, nil)
				return
			}
			v.desk.Say(words.T("network.deleted", "name", s.Name))
			v.Reload()
		})
}
