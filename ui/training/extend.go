package training

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// extendForm makes an extension: the trainings of many run on until a later day, for a reason.
type extendForm struct {
	*form.Sheet
	v     *needsView
	x     model.Extension // the draft
	ticks *fyne.Container
	note  *widget.Label // what is amiss with whom it concerns
}

// extendButton begins an extension; it sleeps while nothing runs out.
func (v *needsView) extendButton() fyne.CanvasObject {
	b := kit.NewButton(words.T("training.extend.do"), theme.HistoryIcon(), v.extend)
	if len(v.expired) == 0 {
		b.Disable()
	}
	return container.NewHBox(b)
}

// extend opens the form in place of the list.
func (v *needsView) extend() {
	f := &extendForm{v: v, ticks: container.NewVBox(), note: widget.NewLabel(words.T("training.extend.nobody"))}
	f.x.MadeOn = v.s.desk.Today()
	f.note.Importance, f.note.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	f.note.Hide()
	f.Sheet = form.NewSheet(v.s.desk, v.Save, form.Cancel(v.Leave))
	f.SetVerb(words.T("training.extend.save"))
	f.Build, f.Write = f.build, f.write
	f.Problems = func() []kit.Problem { return form.Said(f.x.Check()) }
	f.Unplaced = func(all []kit.Problem) {
		f.note.Hidden = len(all) == 0
		f.note.Refresh()
	}
	f.Make()
	v.form = f
	v.root.Objects = []fyne.CanvasObject{f.Content()}
	v.root.Refresh()
	f.FocusFirst()
}

func (f *extendForm) build() {
	f.View.Section(words.T("training.extend.title"))
	b := f.Bind("training.extend.field.", "training.extend.hint.")
	options := f.programmes()
	if len(options) == 1 {
		f.x.ProgrammeID = options[0].Value
	}
	f.View.Row(form.OneOf(b.Then(f.offer), "programme", options, &f.x.ProgrammeID))
	f.View.Row(form.Required(b.Hinted(b.Date("until", &f.x.Until))))
	f.View.Row(form.Required(b.Hinted(b.Area("reason", &f.x.Reason))))
	f.View.Section(words.T("training.extend.who"))
	f.View.Add(container.NewVBox(f.note, f.ticks))
	f.offer()
}

// programmes are those of which somebody's training runs out.
func (f *extendForm) programmes() []kit.Option[model.ID] {
	n := map[model.ID]int{}
	for _, x := range f.v.expired {
		n[x.ProgrammeID]++
	}
	var out []kit.Option[model.ID]
	for _, p := range f.v.s.records.programmes {
		if n[p.ID] > 0 {
			out = append(out, kit.Option[model.ID]{
				Value: p.ID, Label: p.Name.Best(words.Current()), Detail: words.N("training.extend.expiring", n[p.ID]),
			})
		}
	}
	return out
}

// offer ticks everybody whose training in the programme runs out.
func (f *extendForm) offer() {
	f.ticks.RemoveAll()
	f.x.Leaders = nil
	for _, x := range f.v.expired {
		if x.ProgrammeID != f.x.ProgrammeID {
			continue
		}
		f.x.Leaders = append(f.x.Leaders, x.LeaderID)
		tick := kit.NewCheck(words.Joined(f.v.s.desk.Person(f.v.s.records.leaderName(x.LeaderID)), untilText(x.Standing)))
		tick.SetValue(true)
		tick.OnChanged = func() { f.tick(x.LeaderID, tick.Checked) }
		f.ticks.Add(tick)
	}
	if len(f.x.Leaders) > 0 {
		f.note.Hide()
	} else {
		f.ticks.Add(kit.NewText(words.T("training.extend.choose_first")))
	}
	f.View.Refresh()
}

func (f *extendForm) tick(leader model.ID, on bool) {
	f.Touch()
	f.x.Leaders = slices.DeleteFunc(f.x.Leaders, func(id model.ID) bool { return id == leader })
	if on {
		f.x.Leaders = append(f.x.Leaders, leader)
	}
}

func (f *extendForm) write(ctx context.Context) (model.ID, string, error) {
	made, err := f.v.s.store.CreateExtension(ctx, f.x)
	return made.ID, words.N("training.extend.saved", len(made.Leaders)), err
}

// extensions lists those that were made, the latest first; nil when there are none.
func (v *needsView) extensions() fyne.CanvasObject {
	all, err := v.s.store.Extensions(context.Background())
	if err != nil {
		v.s.desk.Fail(err, nil)
		return nil
	}
	if len(all) == 0 {
		return nil
	}
	in := words.In(words.Current())
	lines := kit.Column()
	for _, x := range all {
		text := kit.NewText(words.Joined(v.s.records.programmeName(x.ProgrammeID), words.T("training.until", "day", in.Date(x.Until)),
			words.N("training.extend.leaders", len(x.Leaders)), words.T("training.extend.made_on", "day", in.Date(x.MadeOn))) +
			"\n" + v.s.desk.Personal(x.Reason))
		undo := kit.NewButton(words.T("training.extend.take_back"), theme.ContentUndoIcon(), func() { v.askTakeBack(x) })
		lines.Add(container.NewBorder(nil, nil, nil, container.NewVBox(undo), text))
	}
	return lines
}

func (v *needsView) askTakeBack(x model.Extension) {
	name := v.s.records.programmeName(x.ProgrammeID)
	v.s.desk.Dialogs.Confirm(words.T("training.extend.take_back_title"),
		words.N("training.extend.take_back_text", len(x.Leaders), "programme", name), words.T("training.extend.take_back"), true, func() {
			if err := v.s.store.DeleteExtension(context.Background(), x.ID); err != nil {
				v.s.desk.Fail(err, nil)
				return
			}
			v.s.desk.Say(words.T("training.extend.taken_back", "programme", name))
			v.Reload()
		})
}

// closeForm gives the place of the form back to the list.
func (v *needsView) closeForm() {
	v.form.Gone()
	v.form = nil
	v.root.Objects = []fyne.CanvasObject{v.list}
	v.root.Refresh()
	v.Reload()
}

// Save makes the extension of the open form.
func (v *needsView) Save() {
	if v.form == nil {
		return
	}
	if _, ok := v.form.Save(); ok {
		v.closeForm()
	}
}

// Leave closes the form, asking when something changed.
func (v *needsView) Leave() { v.MayLeave(func() {}) }

// MayLeave does then; an extension that was begun asks first whether to make it, to discard it, or to stay.
func (v *needsView) MayLeave(then func()) {
	discard := func() {
		v.closeForm()
		then()
	}
	switch {
	case v.form == nil:
		then()
	case !v.form.Changed():
		discard()
	default:
		v.s.desk.Dialogs.Choose(words.T("kit.unsaved.title"), words.T("kit.unsaved.text"),
			kit.Choice{Label: words.T("kit.unsaved.stay"), Cancel: true},
			kit.Choice{Label: words.T("kit.unsaved.discard"), Do: discard},
			kit.Choice{Label: words.T("kit.unsaved.save"), Default: true, Do: func() {
				if _, ok := v.form.Save(); ok {
					discard()
				}
			}})
	}
}
