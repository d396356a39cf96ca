package organisations

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// form edits a draft of one organisation; its inputs write into the draft at once.
type form struct {
	s       *Screen
	o       model.Organisation // the draft
	isNew   bool
	changed bool
	tried   bool            // saving was refused or warned of: from then on everything amiss is shown
	saving  bool            // the field that is left just now is left in order to save
	seen    map[string]bool // warnings that were shown; they no longer keep from saving

	root     fyne.CanvasObject
	first    fyne.Focusable
	view     *kit.Form
	contacts *kit.Items[model.Contact]
	alike    *fyne.Container // links to organisations that may be the same
	save     *kit.Button
}

func newForm(s *Screen, o model.Organisation, isNew bool) *form {
	o.Contacts = slices.Clone(o.Contacts)
	f := &form{
		s: s, o: o, isNew: isNew, seen: map[string]bool{}, view: kit.NewForm(), alike: container.NewVBox(),
	}
	f.basics()
	f.address()
	f.people()
	f.view.Section(words.T("organisations.notes"))
	f.view.Row(f.area("notes", &f.o.Notes))
	f.save = kit.NewPrimaryButton(words.T("organisations.save"), theme.DocumentSaveIcon(), s.register.Save)
	cancel := kit.NewButton(words.T("kit.cancel"), nil, s.register.Leave)
	buttons := container.NewPadded(container.NewHBox(f.save, cancel))
	// the layout by itself, because container.NewBorder puts the buttons first for Tab
	f.root = container.New(layout.NewBorderLayout(nil, buttons, nil, nil), f.view, buttons)
	return f
}

// basics are the names, the language of the window first, and what kind of organisation it is.
func (f *form) basics() {
	heading := words.T("organisations.section.facts")
	if f.isNew {
		heading = words.T("organisations.section.new")
	}
	f.view.Section(heading)
	languages := model.Languages()
	if words.Current() == model.Swedish {
		languages[0], languages[1] = languages[1], languages[0]
	}
	for i, l := range languages {
		var text string
		switch l {
		case model.Swedish:
			text = f.o.Name.Sv
		case model.English:
			text = f.o.Name.En
		default:
			text = f.o.Name.Fi
		}
		field := f.entry("name_"+string(l), &text, model.MaxName)
		field.Input.(*kit.Entry).OnChanged = func(s string) {
			f.o.Name.Set(l, s)
			f.changed = true
		}
		if i == 0 {
			field.Required, field.Hint = true, words.T("organisations.name_hint")
			f.first = field.Input.(*kit.Entry)
		}
		f.view.Row(field)
	}
	sector := choice(f, "sector", codes("sector.", model.Sectors()), &f.o.Sector)
	sector.Required, sector.Input.(*kit.Select[model.Sector]).Required = true, true
	f.view.Row(sector)
	id := f.entry("business_id", &f.o.BusinessID, model.MaxShort)
	id.Width, id.Hint = 190, words.T("organisations.business_id_hint")
	f.view.Row(id)
	f.view.Add(f.alike)
	f.view.Row(f.area("core_task", &f.o.CoreTask))
	f.view.Row(choice(f, "language", codes("language.", model.Languages()), &f.o.Language))
	ended := f.date("ended_on", &f.o.EndedOn)
	ended.Hint = words.T("organisations.ended_hint")
	f.view.Row(ended)
}

func (f *form) address() {
	f.view.Section(words.T("organisations.field.address"))
	f.view.Row(f.municipality())
	f.view.Row(f.entry("street", &f.o.Address.Street, model.MaxName))
	code := f.entry("postal_code", &f.o.Address.PostalCode, model.MaxShort)
	code.Width = 130
	f.view.Row(code)
	f.view.Row(f.entry("town", &f.o.Address.Town, model.MaxShort))
}

func (f *form) municipality() *kit.Field {
	places := f.s.records.places
	m := kit.NewSelect(places.Options)
	m.FreeText = true
	if listed, ok := places.Option(f.o.Municipality); ok {
		m.SetValue(listed)
	} else {
		m.SetText(f.o.Municipality.Name)
	}
	m.OnChanged = func() {
		chosen, ok := m.Value()
		if !ok {
			chosen = model.Municipality{Name: strings.TrimSpace(m.Text())}
		}
		f.o.Municipality = chosen
		f.changed = true
	}
	field := f.field("municipality", m)
	field.Hint = words.T("organisations.municipality_hint")
	return field
}

// focus gives the keyboard to a field, or for "contacts" to the list of contacts.
func (f *form) focus(field string) {
	if field == "contacts" {
		kit.Focus(f.contacts.Focusable())
		return
	}
	f.view.FocusField(field)
}

// left shows what is doubtful as soon as a field is left; what must be put right waits until somebody saves.
func (f *form) left() {
	if f.saving {
		return
	}
	all := f.problems(tidied(f.o))
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
	if f.view.FocusMisread() || f.contacts.FocusMisread() {
		return "", false
	}
	f.dropBlank()
	draft := tidied(f.o)
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
	f.s.desk.Say(words.T("organisations.saved", "name", saved.Name.Best(words.Current())))
	return string(saved.ID), true
}

func (f *form) write(ctx context.Context, draft model.Organisation) (model.Organisation, error) {
	if f.isNew {
		return f.s.store.CreateOrganisation(ctx, draft)
	}
	return f.s.store.UpdateOrganisation(ctx, draft.ID, func(kept *model.Organisation) error {
		*kept = draft
		return nil
	})
}

// sound shows what is amiss and reports whether the organisation can be saved: nothing is refused, and every warning
// has been seen before.
func (f *form) sound(draft model.Organisation) bool {
	all := f.problems(draft)
	refused, fresh := false, false
	for _, p := range all {
		refused = refused || p.Severity == model.Refusal
		fresh = fresh || p.Severity == model.Warning && !f.seen[p.key()]
	}
	f.tried = f.tried || refused || fresh
	f.show(all)
	switch {
	case refused && f.view.Refused():
		f.view.FocusFirstProblem()
	case refused:
		f.contacts.FocusFirstProblem(false)
	case fresh:
		f.s.desk.Messages.Warn(words.T("organisations.warned"))
		if !f.view.FocusFirstProblem() {
			f.contacts.FocusFirstProblem(true)
		}
	}
	return !refused && !fresh
}

// show shows these problems and no others, and lets a warning that is seen be saved all the same.
func (f *form) show(all []problem) {
	shown := make([]kit.Problem, len(all))
	f.alike.RemoveAll()
	warned := false
	for i, p := range all {
		shown[i] = kit.Problem{Field: p.Field, Warning: p.Severity == model.Warning, Sentence: p.sentence()}
		if p.Severity == model.Warning {
			f.seen[p.key()], warned = true, true
		}
		if p.other != nil {
			f.alike.Add(kit.NewLink(words.T("organisations.alike.open", "name", p.other.Name.Best(words.Current())), func() {
				f.s.desk.Open(model.KindOrganisation, p.other.ID)
			}))
		}
	}
	f.view.SetProblems(f.contacts.SetProblems(shown))
	verb := words.T("organisations.save")
	if warned {
		verb = words.T("organisations.save_anyway")
	}
	f.save.SetText(verb)
}

// problem is something amiss in the form. A problem with other is that the organisation may be that one.
type problem struct {
	model.Problem
	other *model.Organisation
}

func (p problem) key() string {
	if p.other != nil {
		return p.Field + " " + p.Code + " " + string(p.other.ID)
	}
	return p.Field + " " + p.Code
}

func (p problem) sentence() string {
	if p.other == nil {
		return desk.Problem(p.Problem)
	}
	return words.T("organisations.alike."+p.Code, "name", p.other.Name.Best(words.Current()))
}

// problems is what the model finds amiss and which organisations may be the same one.
func (f *form) problems(draft model.Organisation) []problem {
	var out []problem
	for _, p := range draft.Check() {
		if p.Field == "name" {
			p.Field = "name_fi"
			if words.Current() == model.Swedish {
				p.Field = "name_sv"
			}
		}
		out = append(out, problem{Problem: p})
	}
	return append(out, alikeOf(draft, f.s.records.organisations)...)
}

// alikeOf finds other organisations with a name or the Business ID of o, each once.
func alikeOf(o model.Organisation, all []model.Organisation) []problem {
	id, wrong := model.CheckBusinessID(o.BusinessID)
	names := map[string]model.Language{}
	for _, l := range slices.Backward(model.Languages()) {
		if name := model.Fold(o.Name.In(l)); name != "" {
			names[name] = l
		}
	}
	var out []problem
	for i := range all {
		other := &all[i]
		if other.ID == o.ID {
			continue
		}
		found := problem{other: other}
		found.Severity = model.Warning
		for _, l := range model.Languages() {
			if mine, ok := names[model.Fold(other.Name.In(l))]; ok && found.Code == "" {
				found.Field, found.Code = "name_"+string(mine), "name"
			}
		}
		if theirs, _ := model.CheckBusinessID(other.BusinessID); found.Code == "" && wrong == "" && theirs == id {
			found.Field, found.Code = "business_id", "business_id"
		}
		if found.Code != "" {
			out = append(out, found)
		}
	}
	return out
}

// tidied is the draft as it is kept: without white space at the ends of its texts, and with a sound Business ID in its
// official form.
func tidied(o model.Organisation) model.Organisation {
	o.Name = o.Name.Trimmed()
	o.Contacts = slices.Clone(o.Contacts)
	texts := []*string{
		&o.BusinessID, &o.Municipality.Name, &o.Address.Street, &o.Address.PostalCode, &o.Address.Town, &o.CoreTask, &o.Notes,
	}
	for i := range o.Contacts {
		c := &o.Contacts[i]
		texts = append(texts, &c.Name, &c.Title, &c.Phone, &c.Email)
	}
	for _, s := range texts {
		*s = strings.TrimSpace(*s)
	}
	if id, wrong := model.CheckBusinessID(o.BusinessID); wrong == "" {
		o.BusinessID = id
	}
	return o
}
