package settings

import (
	"context"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/theme"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// requirementsPart edits what is asked of leaders.
type requirementsPart struct {
	*keeper[[]model.Requirement]
	store    Store
	list     *kit.Items[model.Requirement]
	language model.Language // of the text that is shown
	version  model.ID       // of the text that is shown; one that is not in the open item is its last
	leaders  []model.Leader
	known    bool // leaders has been read
}

func newRequirementsPart(d *desk.Desk, store Store) *requirementsPart {
	p := &requirementsPart{
		keeper: newKeeper[[]model.Requirement](d, words.T("settings.requirement.saved")), store: store, language: words.Current(),
	}
	p.read, p.write, p.copied = store.Requirements, p.saveAll, copyRequirements
	p.Build = p.build
	p.Problems = func() []kit.Problem { return requirementProblems(p.draft) }
	p.Discard()
	return p
}

// builtInRequirements are those that the program comes with, by ID.
func builtInRequirements() map[model.ID]model.Requirement {
	out := map[model.ID]model.Requirement{}
	for _, a := range assets.Requirements() {
		r := model.Requirement{
			ID: model.ID(a.ID), Kind: model.RequirementKind(a.Kind), Name: model.Text(a.Name), Professionals: a.Professionals,
			Weight: model.Weight(a.Weight), ValidMonths: model.Count{N: a.ValidMonths, Known: a.ValidMonths > 0}, GraceDays: a.GraceDays,
		}
		for _, t := range a.Tasks {
			r.Tasks = append(r.Tasks, model.TaskKind(t))
		}
		for _, t := range a.Texts {
			from, _ := model.ParseDate(t.From) // empty = from the beginning
			r.Texts = append(r.Texts, model.RequirementText{ID: model.ID(t.ID), Version: t.Version, From: from, Body: model.Text(t.Body)})
		}
		out[r.ID] = r
	}
	return out
}

// copyRequirements copies the lists in them too, so that the draft does not write into what is saved.
func copyRequirements(all []model.Requirement) []model.Requirement {
	out := slices.Clone(all)
	for i := range out {
		out[i].Tasks, out[i].Texts = slices.Clone(out[i].Tasks), slices.Clone(out[i].Texts)
	}
	return out
}

// Reload shows what is saved now, unless something is being edited or nothing is new.
func (p *requirementsPart) Reload() {
	p.known = false // others may have signed
	p.keeper.Reload()
}

// saveAll saves the list without own requirements in which nothing is written.
func (p *requirementsPart) saveAll(ctx context.Context, all []model.Requirement) ([]model.Requirement, error) {
	saved, err := p.store.SaveRequirements(ctx, slices.DeleteFunc(copyRequirements(all), emptyRequirement))
	if model.CodeOf(err) == model.CodeInUse {
		p.putBack()
	}
	return saved, err
}

// emptyRequirement reports whether nothing would be lost with an own requirement.
func emptyRequirement(r model.Requirement) bool { return r.Name.IsZero() && len(r.Texts) == 0 }

// putBack brings back what was removed, since it could not be.
func (p *requirementsPart) putBack() {
	for i, r := range copyRequirements(p.kept) {
		if !slices.ContainsFunc(p.draft, func(x model.Requirement) bool { return x.ID == r.ID }) {
			p.draft = slices.Insert(p.draft, min(i, len(p.draft)), r)
		}
	}
	p.list.SetValues(p.draft)
}

// requirementProblems says what is amiss in the words of the form. A name is required in one language: it is missed in
// that of the window.
func requirementProblems(all []model.Requirement) []kit.Problem {
	var out []kit.Problem
	for i, r := range all {
		if emptyRequirement(r) {
			continue // it is not kept
		}
		for _, x := range r.Check() {
			field := x.Field
			switch {
			case field == "name":
				field += "_" + string(words.Current())
			case strings.HasPrefix(field, "texts."):
				field = "text"
			}
			out = append(out, kit.Problem{
				Field: "requirements." + strconv.Itoa(i) + "." + field, Warning: x.Severity == model.Warning, Sentence: desk.Problem(x),
			})
		}
	}
	return out
}

func (p *requirementsPart) build() {
	p.View.Add(kit.Notice(kit.Neutral, words.T("settings.requirement.notice")))
	p.View.Section(words.T("settings.part.requirements"))
	p.list = p.requirements()
	form.AddList(p.Sheet, p.list, &p.draft)
}

// FocusFirst gives the focus to the first requirement.
func (p *requirementsPart) FocusFirst() { kit.Focus(p.list.Focusable()) }

func (p *requirementsPart) requirements() *kit.Items[model.Requirement] {
	builtIn := builtInRequirements()
	l := kit.NewItems[model.Requirement](p.View, p.d.Dialogs)
	l.Name, l.Add, l.Empty = "requirements", words.T("settings.requirement.add"), words.T("settings.requirement.none")
	l.New = func() model.Requirement {
		return model.Requirement{ID: ids.New(), Kind: model.RequireOther, Weight: model.Wanted}
	}
	// Nothing is lost when a built-in one is removed: it only asks nothing any more.
	l.Blank = func(r model.Requirement) bool { return emptyRequirement(r) || builtIn[r.ID].ID != "" }
	l.Tick = func(r *model.Requirement) { r.Off = !r.Off }
	l.Line = func(_ int, r model.Requirement) kit.ItemLine { return requirementLine(r, builtIn[r.ID].ID == "") }
	l.Edit = func(r *model.Requirement, fields *kit.Fields) { p.fields(r, fields) }
	before := p.draft
	l.OnChanged = func() {
		p.switchOff(before, builtIn)
		before = p.draft
	}
	return l
}

// switchOff brings back a built-in requirement that was just removed, switched off: left out of what is saved it would
// come back as it was built in, and be asked again.
func (p *requirementsPart) switchOff(before []model.Requirement, builtIn map[model.ID]model.Requirement) {
	for i, r := range before {
		here := slices.ContainsFunc(p.draft, func(x model.Requirement) bool { return x.ID == r.ID })
		if here || builtIn[r.ID].ID == "" {
			continue
		}
		r.Off = true
		p.draft = slices.Insert(slices.Clone(p.draft), i, r)
		p.list.SetValues(p.draft)
		kit.Focus(p.list.Focusable())
		p.d.Say(words.T("settings.requirement.switched_off"))
	}
}

func requirementLine(r model.Requirement, own bool) kit.ItemLine {
	line := kit.ItemLine{Title: r.Name.Best(words.Current()), Off: r.Off}
	if line.Title == "" {
		line.Title = words.T("settings.requirement.unnamed")
	}
	details := []string{words.Code(words.In(words.Current()), "requirement.weight", r.Weight)}
	if len(r.Tasks) > 0 {
		details = append(details, words.N("settings.requirement.tasks.n", len(r.Tasks)))
	}
	if own {
		details = append(details, words.T("settings.requirement.own"))
	}
	line.Detail = strings.Join(details, ", ")
	return line
}

// restore is the button that makes a built-in requirement what it was; it asks when there is something to lose.
func (p *requirementsPart) restore(r *model.Requirement, original model.Requirement) *kit.Button {
	return kit.NewButton(words.T("settings.requirement.restore"), theme.HistoryIcon(), func() {
		fresh := restored(*r, original)
		if reflect.DeepEqual(fresh, *r) {
			p.d.Say(words.T("settings.requirement.unchanged"))
			return
		}
		p.d.Dialogs.Confirm(words.T("settings.requirement.restore.title"), words.T("settings.requirement.restore.text"),
			words.T("settings.requirement.restore"), true, func() {
				*r = fresh
				p.list.Changed()
				p.list.Rebuild("name_fi")
			})
	})
}

// restored is the built-in requirement with the versions of the text that were added to it: people have signed them.
func restored(r, original model.Requirement) model.Requirement {
	fresh := copyRequirements([]model.Requirement{original})[0]
	for _, t := range r.Texts {
		if !slices.ContainsFunc(fresh.Texts, func(x model.RequirementText) bool { return x.ID == t.ID }) {
			fresh.Texts = append(fresh.Texts, t)
		}
	}
	return fresh
}
