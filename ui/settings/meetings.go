package settings

import (
	"context"
	"errors"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// meetingsPart is the form of what has been decided about meeting places: how long it takes from one municipality to
// another, and what the centre counts of its own.
type meetingsPart struct {
	*keeper[model.MeetingPolicy]
	store Store
	list  *kit.Items[model.CountCategory]
}

func newMeetingsPart(d *desk.Desk, store Store) *meetingsPart {
	p := &meetingsPart{keeper: newKeeper[model.MeetingPolicy](d, words.T("settings.meetings.saved")), store: store}
	p.KeepBlank = false
	p.read, p.write = store.MeetingPolicy, p.savePolicy
	p.copied = func(x model.MeetingPolicy) model.MeetingPolicy {
		x.Categories = slices.Clone(x.Categories)
		return x
	}
	p.Build = p.build
	p.Problems = func() []kit.Problem { return meetingProblems(p.draft) }
	p.Discard()
	return p
}

// meetingProblems says what is amiss in the words of the form. The name of a category is missed in the language of the
// window.
func meetingProblems(x model.MeetingPolicy) []kit.Problem {
	out := form.Said(x.Check())
	for i, p := range out {
		if strings.HasSuffix(p.Field, ".name") {
			out[i].Field += "_" + string(form.WindowFirst()[0])
		}
	}
	return out
}

func (p *meetingsPart) build() {
	p.View.Section(words.T("settings.meetings.travel"))
	p.View.Add(kit.NewText(words.T("settings.meetings.travel.text")))
	minutes := form.Required(p.Bind("settings.meetings.field.", "").Asked("travel_minutes", &p.draft.TravelMinutes))
	minutes.Hint = words.T("settings.meetings.hint.travel_minutes", "default", model.DefaultTravelMinutes)
	p.View.Row(minutes)
	p.View.Section(words.T("settings.meetings.categories"))
	p.View.Add(kit.NewText(words.T("settings.meetings.categories.text")))
	p.list = p.categories()
	form.AddList(p.Sheet, p.list, &p.draft.Categories)
	p.View.Add(kit.Notice(kit.Neutral, words.T("settings.meetings.no_names")))
}

func (p *meetingsPart) categories() *kit.Items[model.CountCategory] {
	l := kit.NewItems[model.CountCategory](p.View, p.d.Dialogs)
	l.Name, l.Add, l.Empty = "categories", words.T("settings.meetings.category.add"), words.T("settings.meetings.category.none")
	l.New = func() model.CountCategory { return model.CountCategory{ID: ids.New()} }
	// One that is kept is never blank, even while its name is written anew.
	l.Blank = func(c model.CountCategory) bool { return c.Name.IsZero() && !hasCategory(p.kept, c.ID) }
	l.Tick = func(c *model.CountCategory) { c.Off = !c.Off }
	l.Line = func(_ int, c model.CountCategory) kit.ItemLine {
		line := kit.ItemLine{Title: c.Name.Best(words.Current()), Off: c.Off}
		if line.Title == "" {
			line.Title = words.T("settings.meetings.category.unnamed")
		}
		if c.Off {
			line.Detail = words.T("settings.meetings.category.off")
		}
		return line
	}
	l.Edit = func(c *model.CountCategory, fields *kit.Fields) {
		b := p.Bind("settings.meetings.field.", "").Of(l.Changed)
		for i, name := range b.Texts("name", &c.Name) {
			name.Required = i == 0
			fields.Row(name)
		}
	}
	return l
}

func hasCategory(x model.MeetingPolicy, id model.ID) bool {
	return slices.ContainsFunc(x.Categories, func(c model.CountCategory) bool { return c.ID == id })
}

// savePolicy saves the decisions. A category that was taken away although visitors were counted in it comes back.
func (p *meetingsPart) savePolicy(ctx context.Context, x model.MeetingPolicy) (model.MeetingPolicy, error) {
	err := p.store.SaveMeetingPolicy(ctx, p.copied(x))
	if err == nil {
		return p.store.MeetingPolicy(ctx) // the texts as they were kept
	}
	var told *model.Error
	counted := func(x model.Problem) bool { return x.Code == "category_counted" }
	if errors.As(err, &told) && slices.ContainsFunc(told.Problems, counted) {
		p.putBack()
		return x, form.ErrAsked
	}
	return x, err
}

// putBack brings back the categories that were taken away, and offers to switch them off instead.
func (p *meetingsPart) putBack() {
	var back []model.ID
	var names []string
	for i, c := range p.kept.Categories {
		if !hasCategory(p.draft, c.ID) {
			p.draft.Categories = slices.Insert(slices.Clone(p.draft.Categories), min(i, len(p.draft.Categories)), c)
			back, names = append(back, c.ID), append(names, c.Name.Best(words.Current()))
		}
	}
	p.list.SetValues(p.draft.Categories)
	list := words.In(words.Current()).List(names)
	p.d.Dialogs.Confirm(words.T("settings.meetings.counted.title"), words.N("settings.meetings.counted.text", len(names), "names", list),
		words.T("settings.meetings.counted.off"), false, func() {
			p.draft.Categories = slices.Clone(p.draft.Categories)
			for i, c := range p.draft.Categories {
				if slices.Contains(back, c.ID) {
					p.draft.Categories[i].Off = true
				}
			}
			p.list.SetValues(p.draft.Categories)
			p.Touch()
			p.Save()
		})
}
