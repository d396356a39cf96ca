package training

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// extendForm makes an extension: the trainings of many run on until a later day, for a reason.
type extendForm struct {
	v       *needsView
	x       model.Extension // the draft
	changed bool
	view    *kit.Form
	ticks   *fyne.Container
	note    *widget.Label // what is amiss with whom it concerns
	content fyne.CanvasObject
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
	f := &extendForm{v: v, view: kit.NewForm(), ticks: container.NewVBox(), note: widget.NewLabel("")}
	f.x.MadeOn = v.s.desk.Today()
	f.note.Importance, f.note.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	f.note.Hide()
	f.build()
	v.form = f
	v.root.Objects = []fyne.CanvasObject{f.content}
	v.root.Refresh()
	f.view.FocusFirst()
}

func (f *extendForm) build() {
	d := f.v.s.desk
	f.view.Section(words.T("training.extend.title"))
	options := f.programmes()
	programme := kit.NewSelect(options)
	programme.Required = true
	programme.OnChanged = func() {
		f.x.ProgrammeID, _ = programme.Value()
		f.changed = true
		f.offer()
	}
	until := kit.NewDateField()
	until.Today = d.Today
	until.OnChanged = func() {
		if day, ok := until.Value(); ok {
			f.x.Until = day
		}
		f.changed = true
	}
	reason := kit.NewArea()
	reason.MinRows, reason.MaxRunes = 2, model.MaxNotes
	reason.OnChanged = func(s string) { f.x.Reason, f.changed = s, true }
	f.view.Row(f.field("programme", "", programme))
	f.view.Row(f.field("until", words.T("training.extend.until_hint"), until))
	f.view.Row(f.field("reason", words.T("training.extend.reason_hint"), reason))
	f.view.Section(words.T("training.extend.who"))
	f.view.Add(container.NewVBox(f.note, f.ticks))
	if len(options) == 1 {
		f.x.ProgrammeID = options[0].Value
		programme.SetValue(f.x.ProgrammeID)
	}
	f.offer()
	save := kit.NewPrimaryButton(words.T("training.extend.save"), theme.DocumentSaveIcon(), f.v.Save)
	buttons := container.NewPadded(container.NewHBox(save, kit.NewButton(words.T("kit.cancel"), nil, f.v.Leave)))
	f.content = container.New(layout.NewBorderLayout(nil, buttons, nil, nil), f.view, buttons) // in the order of Tab
}

func (f *extendForm) field(name, hint string, input kit.Input) *kit.Field {
	return &kit.Field{Name: name, Label: words.T("training.extend.field." + name), Hint: hint, Required: true, Input: input}
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
		tick := kit.NewCheck(joined(f.v.s.desk.Person(f.v.s.records.leaderName(x.LeaderID)), untilText(x.Standing)))
		tick.SetValue(true)
		tick.OnChanged = func() { f.tick(x.LeaderID, tick.Checked) }
		f.ticks.Add(tick)
	}
	if len(f.x.Leaders) == 0 {
		f.ticks.Add(kit.NewText(words.T("training.extend.choose_first")))
	}
	f.view.Refresh()
}

func (f *extendForm) tick(leader model.ID, on bool) {
	f.changed = true
	f.x.Leaders = slices.DeleteFunc(f.x.Leaders, func(id model.ID) bool { return id == leader })
	if on {
		f.x.Leaders = append(f.x.Leaders, leader)
	}
}

// trySave makes the extension, or shows why not and returns false; everything that was typed stays.
func (f *extendForm) trySave() bool {
	d := f.v.s.desk
	c := d.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() {
		return false
	}
	problems := f.x.Check()
	shown := make([]kit.Problem, len(problems))
	for i, p := range problems {
		shown[i] = kit.Problem{Field: p.Field, Warning: p.Severity == model.Warning, Sentence: desk.Problem(p)}
	}
	unplaced := f.view.SetProblems(shown)
	f.note.Hidden = len(unplaced) == 0
	f.note.SetText(words.T("training.extend.nobody"))
	if len(problems) > 0 {
		f.view.FocusFirstProblem()
		return false
	}
	made, err := f.v.s.store.CreateExtension(context.Background(), f.x)
	if err != nil {
		if focused != nil {
			c.Focus(focused)
		}
		d.Fail(err, nil)
		return false
	}
	d.Say(words.N("training.extend.saved", len(made.Leaders)))
	return true
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
		text := kit.NewText(joined(v.s.records.programmeName(x.ProgrammeID), words.T("training.until", "day", in.Date(x.Until)),
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
	v.form = nil
	v.root.Objects = []fyne.CanvasObject{v.list}
	v.root.Refresh()
	v.Reload()
}

// Save makes the extension of the open form.
func (v *needsView) Save() {
	if v.form != nil && v.form.trySave() {
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
	case !v.form.changed:
		discard()
	default:
		v.s.desk.Dialogs.Choose(words.T("kit.unsaved.title"), words.T("kit.unsaved.text"),
			kit.Choice{Label: words.T("kit.unsaved.stay"), Cancel: true},
			kit.Choice{Label: words.T("kit.unsaved.discard"), Do: discard},
			kit.Choice{Label: words.T("kit.unsaved.save"), Default: true, Do: func() {
				if v.form.trySave() {
					discard()
				}
			}})
	}
}
