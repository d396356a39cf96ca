package leaders

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// form edits a draft of one leader; its inputs write into the draft at once, so that the fields can be made anew when
// the kind of leader changes.
type form struct {
	s       *Screen
	l       model.Leader // the draft
	isNew   bool
	changed bool
	tried   bool            // saving was refused or warned of: from then on everything amiss is shown
	saving  bool            // the field that is left just now is left in order to save
	seen    map[string]bool // warnings that were shown; they no longer keep from saving

	root  *fyne.Container
	first fyne.Focusable
	view  *kit.Form
	index *kit.SectionIndex
	lists []list
	alike *fyne.Container // links to leaders who may be the same
	save  *kit.Button
}

// list is what the form needs of its editors of lists, whatever is in them.
type list interface {
	SetProblems([]kit.Problem) (others []kit.Problem)
	FocusFirstProblem(warnings bool) bool
	FocusMisread() bool
	Focusable() fyne.Focusable
	dropBlank()
	name() string
}

// newForm makes the form of l, which is edited as a copy. A new leader is a volunteer who is interested from today on,
// until the person at the keyboard says otherwise.
func newForm(s *Screen, l model.Leader, isNew bool) *form {
	f := &form{s: s, l: copyOf(l), isNew: isNew, seen: map[string]bool{}, root: container.NewStack()}
	if isNew {
		if f.l.Kind == "" {
			f.l.Kind = model.Volunteer
		}
		if len(f.l.Statuses) == 0 {
			f.l.Statuses = []model.LeaderStatus{{ID: model.NewID(), State: model.LeaderInterested, From: s.desk.Today()}}
		}
		if f.l.SourceOn.IsZero() {
			f.l.SourceOn = s.desk.Today()
		}
	}
	f.save = kit.NewPrimaryButton(words.T("leaders.form.save"), theme.DocumentSaveIcon(), s.register.Save)
	f.build()
	return f
}

// copyOf copies what is changed in place.
func copyOf(l model.Leader) model.Leader {
	l.Languages = slices.Clone(l.Languages)
	l.Audiences = slices.Clone(l.Audiences)
	l.Statuses = slices.Clone(l.Statuses)
	l.Tasks = slices.Clone(l.Tasks)
	l.Absences = slices.Clone(l.Absences)
	l.Completed = slices.Clone(l.Completed)
	l.Waivers = slices.Clone(l.Waivers)
	l.Elsewhere = slices.Clone(l.Elsewhere)
	l.Entries = slices.Clone(l.Entries)
	return l
}

// build makes all fields anew from the draft, what is used most first.
func (f *form) build() {
	f.view, f.lists, f.alike = kit.NewForm(), nil, container.NewVBox()
	f.person()
	f.skills()
	f.tasks()
	f.times()
	f.path()
	f.papers()
	f.training()
	f.entries()
	f.view.Section(words.T("leaders.form.section.notes"))
	f.view.Row(hinted(f.bind().area("notes", &f.l.Notes)))
	f.index = kit.NewSectionIndex(f.view)
	cancel := kit.NewButton(words.T("kit.cancel"), nil, f.s.register.Leave)
	buttons := container.NewPadded(container.NewHBox(f.save, cancel))
	// the layout by itself, because container.NewBorder puts the buttons first for Tab
	f.root.Objects = []fyne.CanvasObject{
		container.New(layout.NewBorderLayout(f.index, buttons, nil, nil), f.index, f.view, buttons),
	}
	f.root.Refresh()
	c := f.s.desk.Dialogs.Window.Canvas()
	for key, delta := range map[fyne.KeyName]int{fyne.KeyPageDown: 1, fyne.KeyPageUp: -1} {
		shortcut := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
		c.AddShortcut(shortcut, func(fyne.Shortcut) { f.index.Step(delta) })
	}
}

// rebuild makes the fields anew after a choice on which they depend, and gives that field the focus back.
func (f *form) rebuild(field string) {
	f.build()
	f.focus(field)
}

// bind makes fields of the leader.
func (f *form) bind() binder {
	return binder{today: f.s.desk.Today, changed: f.touch, left: f.left}
}

func (f *form) touch() { f.changed = true }

// focus gives the keyboard to a field, or to a list by its name, such as "tasks".
func (f *form) focus(field string) {
	for _, l := range f.lists {
		if l.name() == field {
			kit.Focus(l.Focusable())
			return
		}
	}
	f.view.FocusField(field)
}

// left shows what is doubtful as soon as a field is left; what must be put right waits until somebody saves.
func (f *form) left() {
	if f.saving {
		return
	}
	all := f.problems(tidied(f.l))
	if !f.tried {
		all = slices.DeleteFunc(all, func(p problem) bool { return p.Severity == model.Refusal })
	}
	f.show(all)
}

// trySave saves, or shows why not and returns false; everything that was typed stays.
func (f *form) trySave() (id string, ok bool) {
	c := f.s.desk.Dialogs.Window.Canvas()
	focused := c.Focused()
	f.saving = true
	c.Unfocus() // so that the field that is being typed in reads its text
	f.saving = false
	if f.view.FocusMisread() || slices.ContainsFunc(f.lists, list.FocusMisread) {
		return "", false
	}
	for _, l := range f.lists {
		l.dropBlank()
	}
	draft := tidied(f.l)
	if !f.sound(draft) {
		return "", false
	}
	saved, err := f.write(context.Background(), draft)
	if err != nil {
		if focused != nil {
			c.Focus(focused)
		}
		f.s.desk.Fail(err, nil)
		return "", false
	}
	f.changed = false
	f.s.desk.Say(words.T("leaders.form.saved", "name", f.s.desk.Person(saved.Name)))
	return string(saved.ID), true
}

func (f *form) write(ctx context.Context, draft model.Leader) (model.Leader, error) {
	if f.isNew {
		return f.s.store.CreateLeader(ctx, draft)
	}
	return f.s.store.UpdateLeader(ctx, draft.ID, func(kept *model.Leader) error {
		*kept = draft
		return nil
	})
}

// sound shows what is amiss and reports whether the leader can be saved: nothing is refused, and every warning has been
// seen before.
func (f *form) sound(draft model.Leader) bool {
	all := f.problems(draft)
	refused, fresh := false, false
	for _, p := range all {
		refused = refused || p.Severity == model.Refusal
		fresh = fresh || p.Severity == model.Warning && !f.seen[p.key()]
	}
	f.tried = f.tried || refused || fresh
	f.show(all)
	if !refused && fresh {
		f.s.desk.Messages.Warn(words.T("leaders.form.warned"))
	}
	if refused || fresh {
		f.focusProblem(refused)
	}
	return !refused && !fresh
}

// focusProblem goes to the first field that is refused, or else to the first with a warning.
func (f *form) focusProblem(refused bool) {
	if (!refused || f.view.Refused()) && f.view.FocusFirstProblem() {
		return
	}
	for _, l := range f.lists {
		if l.FocusFirstProblem(!refused) {
			return
		}
	}
}

// show shows these problems and no others, and lets a warning that is seen be saved all the same.
func (f *form) show(all []problem) {
	left := make([]kit.Problem, len(all))
	f.alike.RemoveAll()
	warned := false
	for i, p := range all {
		left[i] = kit.Problem{Field: f.place(p.Field), Warning: p.Severity == model.Warning, Sentence: p.sentence(f.s.desk)}
		if p.Severity == model.Warning {
			f.seen[p.key()], warned = true, true
		}
		if p.other != nil {
			f.alike.Add(kit.NewLink(words.T("leaders.form.alike.open", "name", f.s.desk.Person(p.other.Name)), func() {
				f.s.desk.Open(model.KindLeader, p.other.ID)
			}))
		}
	}
	for _, l := range f.lists {
		left = l.SetProblems(left)
	}
	for _, p := range f.view.SetProblems(left) {
		f.s.desk.Messages.Warn(p.Sentence) // of a part that has no field here
	}
	verb := words.T("leaders.form.save")
	if warned {
		verb = words.T("leaders.form.save_anyway")
	}
	f.save.SetText(verb)
}

// place is the name of the field for the path of a problem: a new leader's only status has two fields of its own.
func (f *form) place(field string) string {
	if f.isNew {
		switch field {
		case "statuses.0.state":
			return "state"
		case "statuses.0.from":
			return "state_from"
		}
	}
	return field
}

// problem is something amiss in the form. A problem with other is that the leader may be that one.
type problem struct {
	model.Problem
	other *model.Leader
}

func (p problem) key() string {
	if p.other != nil {
		return p.Field + " " + p.Code + " " + string(p.other.ID)
	}
	return p.Field + " " + p.Code
}

func (p problem) sentence(d *desk.Desk) string {
	if p.other == nil {
		return desk.Problem(p.Problem)
	}
	return words.T("leaders.form.alike."+p.Code, "name", d.Person(p.other.Name))
}

// problems is what the model finds amiss and which leaders may be the same person.
func (f *form) problems(draft model.Leader) []problem {
	var out []problem
	for _, p := range draft.Check(f.s.desk.Today()) {
		out = append(out, problem{Problem: p})
	}
	return append(out, alikeOf(draft, f.s.records.leaders)...)
}

// alikeOf finds other leaders who may be the same person: "sure" when the phone number or the e-mail address is the
// same as well, "name" otherwise.
func alikeOf(l model.Leader, all []model.Leader) []problem {
	same, _ := model.LikelySame(l, all)
	var out []problem
	for _, id := range same {
		other := &all[slices.IndexFunc(all, func(x model.Leader) bool { return x.ID == id })]
		found := problem{other: other}
		found.Severity, found.Field, found.Code = model.Warning, "name", "name"
		if _, sure := model.LikelySame(l, []model.Leader{*other}); sure {
			found.Code = "sure"
		}
		out = append(out, found)
	}
	return out
}
