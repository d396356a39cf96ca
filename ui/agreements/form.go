package agreements

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// form edits a draft of one agreement. Its inputs write into the draft at once; what is shown follows from the draft, so
// that a change of form or of languages makes the fields anew and loses nothing.
type form struct {
	d     *desk.Desk
	store Store

	a       model.Agreement // the draft
	isNew   bool
	frozen  bool // the text was signed when the form was opened
	changed bool
	end     formEnd

	organisations []model.Organisation
	directory     model.Directory
	others        []model.AgreementSummary
	template      model.Template

	root   *fyne.Container
	view   *kit.Form
	index  *kit.SectionIndex
	save   *kit.Button
	lists  []list
	warned map[string]bool // warnings that were shown; saving all the same is allowed then
	said   map[string]bool // everything amiss that stands beside its field now
}

// list is what the form needs of its editors of lists, whatever is in them.
type list interface {
	SetProblems([]kit.Problem) (others []kit.Problem)
	FocusFirstProblem(warnings bool) bool
	FocusMisread() bool
}

// formEnd is what becomes of a form.
type formEnd struct {
	done   func(saved model.Agreement) // it was saved
	cancel func()                      // the person wants to leave; whether to ask first follows from Changed
	// keep makes the files that must be kept together with an agreement when its text is being signed; nil for none.
	keep func(model.Agreement) ([]model.NewAttachment, error)
}

// newForm makes the form of a, which is edited as a copy. A new one is given a number, a language and clauses where it has
// none. What cannot be read from the store is told, and the form is then without it.
func newForm(d *desk.Desk, store Store, a model.Agreement, isNew bool, end formEnd) *form {
	f := &form{
		d: d, store: store, a: copyOf(a), isNew: isNew, frozen: !isNew && a.Frozen(), end: end,
		warned: map[string]bool{}, root: container.NewStack(),
	}
	f.read()
	if isNew {
		f.prefill()
	}
	f.save = kit.NewPrimaryButton("", theme.DocumentSaveIcon(), f.Save)
	f.build()
	return f
}

// copyOf copies what the form changes in place.
func copyOf(a model.Agreement) model.Agreement {
	a.Languages = slices.Clone(a.Languages)
	a.Parties = slices.Clone(a.Parties)
	a.Clauses = slices.Clone(a.Clauses)
	a.Tasks = slices.Clone(a.Tasks)
	a.Contributions = slices.Clone(a.Contributions)
	a.WrittenInto = slices.Clone(a.WrittenInto)
	return a
}

// read takes from the store what can be chosen in the form.
func (f *form) read() {
	ctx := context.Background()
	var err, first error
	note := func() {
		if first == nil {
			first = err
		}
	}
	f.organisations, err = f.store.Organisations(ctx)
	note()
	f.others, err = f.store.Agreements(ctx)
	note()
	f.template, err = f.store.Template(ctx)
	note()
	f.directory = model.DirectoryOf(f.organisations)
	if first != nil {
		f.d.Fail(first, nil)
	}
}

// prefill says what is surely so of a new agreement; what a renewal brings along stays.
func (f *form) prefill() {
	ctx := context.Background()
	if f.a.Number == "" {
		if n, err := f.store.NextAgreementNumber(ctx, f.d.Today().Year()); err == nil {
			f.a.Number = n
		}
	}
	if len(f.a.Languages) == 0 {
		l := model.Finnish
		if c, err := f.store.Centre(ctx); err == nil && c.Language.Valid() {
			l = c.Language
		}
		f.a.Languages = []model.Language{l}
	}
	if f.a.Form == "" {
		f.a.Form = model.Written
	}
	if f.a.Kind == "" {
		f.a.Kind = model.Partnership
	}
	f.prefillClauses()
}

// prefillClauses gives a written agreement that has no clauses those of the template.
func (f *form) prefillClauses() {
	if f.a.Form == model.Written && len(f.a.Clauses) == 0 {
		f.a.Clauses = f.template.NewClauses(ids.New)
	}
}

// build makes all fields anew from the draft.
func (f *form) build() {
	f.view = kit.NewForm()
	f.lists = nil
	if f.frozen {
		f.view.Add(kit.Notice(kit.Attention, words.T("agreement_form.frozen")))
	}
	f.basics()
	f.parties()
	f.term()
	switch f.a.Form {
	case model.Oral:
		f.oral()
	case model.Structural:
		f.structural()
	default:
		f.clauses()
	}
	f.tasks()
	f.contributions()
	f.writtenInto()
	f.notes()
	f.index = kit.NewSectionIndex(f.view)
	f.sayVerb()
	buttons := container.NewPadded(container.NewHBox(f.save, kit.NewButton(words.T("kit.cancel"), nil, f.end.cancel)))
	f.root.Objects = []fyne.CanvasObject{
		container.New(layout.NewBorderLayout(f.index, buttons, nil, nil), f.index, f.view, buttons), // in the order of Tab
	}
	f.root.Refresh()
	f.shortcuts()
}

// shortcuts lets Ctrl+Page Down and Ctrl+Page Up go from section to section. Those of a form that is no longer shown do
// nothing, because Fyne gives the focus only to what is in the window.
func (f *form) shortcuts() {
	c := f.d.Dialogs.Window.Canvas()
	for key, delta := range map[fyne.KeyName]int{fyne.KeyPageDown: 1, fyne.KeyPageUp: -1} {
		s := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
		c.AddShortcut(s, func(fyne.Shortcut) { f.index.Step(delta) })
	}
}

// rebuild makes the fields anew after a choice on which they depend, and gives that field the focus back.
func (f *form) rebuild(field string) {
	f.touch()
	f.build()
	f.view.FocusField(field)
}

// touch notes that there is something to save.
func (f *form) touch() {
	f.changed = true
	if len(f.said) > 0 {
		f.unsay()
	}
}

// unsay takes away what was said at the last save and no longer holds. What is newly amiss waits for the next.
func (f *form) unsay() {
	still := slices.DeleteFunc(model.CheckAgreement(f.a), func(p model.Problem) bool { return !f.said[problemKey(p)] })
	if len(still) < len(f.said) {
		f.show(still)
	}
}

// problemKey names a problem: where it is and what it is.
func problemKey(p model.Problem) string { return p.Field + " " + p.Code }

// Content is the form on the screen.
func (f *form) Content() fyne.CanvasObject { return f.root }

// Changed reports whether anything would be lost.
func (f *form) Changed() bool { return f.changed }

// FocusFirst gives the focus to the first field that can be changed.
func (f *form) FocusFirst() { f.view.FocusFirst() }

// Save saves and calls done, or says what keeps it from saving.
func (f *form) Save() {
	if saved, ok := f.trySave(); ok {
		f.end.done(saved)
	}
}

// trySave saves, or shows why not and returns false; everything that was typed stays.
func (f *form) trySave() (saved model.Agreement, ok bool) {
	c := f.d.Dialogs.Window.Canvas()
	focused := c.Focused()
	c.Unfocus() // so that the field that is being typed in reads its text
	if f.view.FocusMisread() || slices.ContainsFunc(f.lists, list.FocusMisread) {
		return saved, false
	}
	if !f.sound() {
		return saved, false
	}
	saved, err := f.write(context.Background())
	if err != nil {
		if focused != nil {
			c.Focus(focused)
		}
		f.d.Fail(err, nil)
		return saved, false
	}
	f.changed = false
	f.d.Say(words.T("agreement_form.saved", "number", saved.Number))
	return saved, true
}

// sound shows what is amiss and reports whether the agreement can be saved: nothing is refused, and every warning has
// been seen before.
func (f *form) sound() bool {
	problems := model.CheckAgreement(f.a)
	refused := len(model.Refusals(problems)) > 0
	warnings, fresh := map[string]bool{}, false
	for _, p := range problems {
		if key := problemKey(p); p.Severity == model.Warning {
			warnings[key] = true
			fresh = fresh || !f.warned[key]
		}
	}
	f.show(problems)
	if !refused {
		f.warned = warnings
		f.sayVerb()
		if !fresh {
			return true
		}
		f.d.Messages.Warn(words.T("agreement_form.warned"))
	}
	f.focusProblem(refused)
	return false
}

func (f *form) show(problems []model.Problem) {
	left := make([]kit.Problem, 0, len(problems))
	f.said = make(map[string]bool, len(problems))
	for _, p := range problems {
		f.said[problemKey(p)] = true
		left = append(left, kit.Problem{Field: f.path(p.Field), Warning: p.Severity == model.Warning, Sentence: desk.Problem(p)})
	}
	for _, l := range f.lists {
		left = l.SetProblems(left)
	}
	for _, p := range f.view.SetProblems(left) {
		f.d.Messages.Warn(p.Sentence) // of a part that has no field here, such as an amendment
	}
}

// path gives the name of the field for the path of a problem: what is required in one language is missed in the first.
func (f *form) path(field string) string {
	if len(f.a.Languages) > 0 && (field == "title" || strings.HasSuffix(field, ".description")) {
		return field + "_" + string(f.a.Languages[0])
	}
	return field
}

// focusProblem goes to the first field that is refused, or else to the first with a warning.
func (f *form) focusProblem(refused bool) {
	if refused && f.view.Refused() && f.view.FocusFirstProblem() {
		return
	}
	for _, l := range f.lists {
		if l.FocusFirstProblem(!refused) {
			return
		}
	}
	if !f.view.FocusFirstProblem() {
		kit.Focus(f.save)
	}
}

// sayVerb puts the verb on the button: once warnings were shown it saves all the same.
func (f *form) sayVerb() {
	f.save.SetText(words.T("agreement_form.save"))
	if len(f.warned) > 0 {
		f.save.SetText(words.T("agreement_form.save_anyway"))
	}
}

// write keeps the draft. What the form does not edit stays as it is in the store.
func (f *form) write(ctx context.Context) (model.Agreement, error) {
	draft := f.a
	if draft.Form != model.Written && f.isNew {
		draft.Clauses = nil // they came from the template before the form was chosen
	}
	var files []model.NewAttachment
	if f.end.keep != nil && !f.frozen && draft.Frozen() {
		var err error
		if files, err = f.end.keep(draft); err != nil {
			return draft, err
		}
	}
	if f.isNew {
		created, err := f.store.CreateAgreement(ctx, draft)
		if err != nil || len(files) == 0 {
			return created, err
		}
		f.isNew, f.a.ID = false, created.ID // the next try, if this fails, must not make it twice
		draft = created
	}
	return f.store.UpdateAgreement(ctx, draft.ID, func(kept *model.Agreement) error {
		draft.Attachments, draft.Amendments = kept.Attachments, kept.Amendments
		draft.Reviews, draft.Notice = kept.Reviews, kept.Notice
		*kept = draft
		return nil
	}, files...)
}
