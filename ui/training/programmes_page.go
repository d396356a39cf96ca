package training

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// shownHolders is how many names of one state a page lists; the matrix has them all.
const shownHolders = 30

// page is the page of one programme.
func (v *programmesView) page(id string) fyne.CanvasObject {
	r := v.s.records
	p, known := r.programmeOf[model.ID(id)]
	if !known {
		return nil
	}
	page := kit.Page{
		Title: p.Name.Best(words.Current()), Subtitle: words.Joined(kindBeside(p), hoursText(p.Hours)),
		Edit: func() { v.openForm(p, false) },
		More: []kit.Action{
			{Label: words.T("training.programme.delete"), Icon: theme.DeleteIcon(), Do: func() { v.askDelete(p) }},
		},
		Sections: []fyne.CanvasObject{programmeFacts(p), v.eventsOf(p), v.holdersOf(p)},
	}
	if p.Ended {
		page.Chips = append(page.Chips, kit.Chip{Word: words.Capital(words.T("training.programme.ended")), Tone: kit.Past})
	}
	page.Sections = append(page.Sections, v.s.desk.Reminders(model.KindProgramme, p.ID)...)
	return page.View()
}

func programmeFacts(p model.Programme) fyne.CanvasObject {
	var names, tasks []string
	for _, l := range model.Languages() {
		if name := p.Name.In(l); name != "" && name != p.Name.Best(words.Current()) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, t := range p.Tasks {
		tasks = append(tasks, taskWord(t))
	}
	return kit.Section(words.T("training.programme.section.facts"), kit.Facts(
		kit.TextFact(words.T("training.programme.other_names"), strings.Join(names, "\n")),
		kit.TextFact(words.T("training.programme.field.content"), p.Content.Best(words.Current())),
		kit.TextFact(words.T("training.programme.validity"), validityText(p.Validity)),
		kit.DashFact(words.T("training.programme.field.tasks"), strings.Join(tasks, "\n")),
	))
}

// eventsOf lists the events of the programme, the latest first.
func (v *programmesView) eventsOf(p model.Programme) fyne.CanvasObject {
	lines := linkColumn()
	for i := range v.s.records.events {
		e := v.s.records.events[i]
		if e.ProgrammeID != p.ID {
			continue
		}
		text := words.Joined(daysText(e.Days), e.Place, seats(e))
		if !e.Title.IsZero() {
			text = words.Joined(e.Title.Best(words.Current()), text)
		}
		lines.Add(container.NewBorder(nil, nil, nil, container.NewCenter(kit.NewStateChip(statusChip(statusOf(e, v.s.records.today)))),
			kit.NewLink(text, func() { v.s.desk.Open(model.KindEvent, e.ID) })))
	}
	if len(lines.Objects) == 0 {
		lines.Add(kit.NewText(words.T("training.programme.no_events")))
	}
	return kit.Section(words.T("training.programme.section.events"), lines,
		kit.NewButton(words.T("training.programme.new_event"), theme.ContentAddIcon(), func() { v.s.NewEvent(p.ID, nil) }))
}

// holdersOf lists who has or had the programme, by the state of the training.
func (v *programmesView) holdersOf(p model.Programme) fyne.CanvasObject {
	in := words.In(words.Current())
	all := v.s.records.holders(p, v.s.records.workers(v.s.records.today))
	var facts []kit.Fact
	for _, state := range model.StandingStates() {
		names, n := linkColumn(), 0
		for _, h := range all {
			if h.standing.State != state {
				continue
			}
			if n++; n > shownHolders {
				continue
			}
			text := words.Joined(v.s.desk.Person(h.leader.Name), untilText(h.standing))
			names.Add(kit.NewLink(text, func() { v.s.desk.Open(model.KindLeader, h.leader.ID) }))
		}
		if n > shownHolders {
			names.Add(kit.NewLink(words.N("training.programme.more_holders", n-shownHolders), func() { v.s.Bring(matrixTab, func() {}) }))
		}
		if n > 0 {
			label := words.Capital(words.Code(in, "standing.state", state))
			facts = append(facts, kit.Fact{Label: words.T("training.programme.state_count", "state", label, "n", n), Value: names})
		}
	}
	var list fyne.CanvasObject = kit.NewText(words.T("training.programme.no_holders"))
	if len(facts) > 0 {
		list = kit.Facts(facts...)
	}
	return kit.Section(words.T("training.programme.section.holders"), list)
}

// linkColumn sets links below each other as close as lines of a text.
func linkColumn() *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()))
}

// untilText says until when a training is valid, and whether by an extension; empty for one that is for ever.
func untilText(s model.Standing) string {
	if s.Until.IsZero() {
		return ""
	}
	text := words.T("training.until", "day", words.In(words.Current()).Date(s.Until))
	if s.Extended {
		text += " " + words.T("training.extended")
	}
	return text
}

func (v *programmesView) askDelete(p model.Programme) {
	name := p.Name.Best(words.Current())
	v.s.desk.Dialogs.Confirm(words.T("training.programme.delete_title", "name", name), words.T("training.programme.delete_text"),
		words.T("training.programme.delete"), true, func() {
			if err := v.s.store.DeleteProgramme(context.Background(), p.ID); err != nil {
				v.s.desk.Fail(err, nil)
				return
			}
			v.s.desk.Say(words.T("training.programme.deleted", "name", name))
			v.Reload()
		})
}
