package organisations

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/model/ids"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

var today = model.MustDate("2026-11-22")

// shelf is a store in memory: what the screen does not ask for is not there.
type shelf struct {
	Store
	organisations []model.Organisation
	agreements    []model.Agreement
	uses          map[model.ID][]model.Use
	fails         error // what every write answers
}

func (s *shelf) Centre(context.Context) (model.Centre, error) {
	return model.Centre{LeadDays: 30, Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi", Sv: "Sarkajärvi"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}}}, nil
}

func (s *shelf) Agreements(context.Context) ([]model.AgreementSummary, error) {
	var out []model.AgreementSummary
	for _, a := range s.agreements {
		out = append(out, a.AgreementSummary)
	}
	return out, nil
}

func (s *shelf) Agreement(_ context.Context, id model.ID) (model.Agreement, error) {
	i := slices.IndexFunc(s.agreements, func(a model.Agreement) bool { return a.ID == id })
	return s.agreements[i], nil
}

func (s *shelf) Organisations(context.Context) ([]model.Organisation, error) {
	return slices.Clone(s.organisations), nil
}

func (s *shelf) at(id model.ID) int {
	return slices.IndexFunc(s.organisations, func(o model.Organisation) bool { return o.ID == id })
}

func (s *shelf) CreateOrganisation(_ context.Context, o model.Organisation) (model.Organisation, error) {
	if s.fails != nil {
		return o, s.fails
	}
	o.ID = ids.New()
	s.organisations = append(s.organisations, o)
	return o, nil
}

func (s *shelf) UpdateOrganisation(_ context.Context, id model.ID, change func(*model.Organisation) error) (model.Organisation, error) {
	if s.fails != nil {
		return model.Organisation{}, s.fails
	}
	err := change(&s.organisations[s.at(id)])
	return s.organisations[s.at(id)], err
}

func (s *shelf) OrganisationUses(_ context.Context, id model.ID) ([]model.Use, error) {
	return s.uses[id], nil
}

func (s *shelf) DeleteOrganisation(_ context.Context, id model.ID) error {
	s.organisations = slices.Delete(s.organisations, s.at(id), s.at(id)+1)
	return s.fails
}

func (s *shelf) MergeOrganisations(_ context.Context, keep, drop model.ID) (model.Organisation, error) {
	if s.fails != nil {
		return model.Organisation{}, s.fails
	}
	merged := model.Merge(s.organisations[s.at(keep)], s.organisations[s.at(drop)]).Organisation
	s.organisations[s.at(keep)] = merged
	i := s.at(drop)
	s.organisations = slices.Delete(s.organisations, i, i+1)
	return merged, nil
}

// region is a municipality and a parish with an agreement in force, an association whose agreement is a draft, and one
// that has ceased to exist.
func region() *shelf {
	name := func(fi, sv string) model.Text { return model.Text{Fi: fi, Sv: sv} }
	s := &shelf{uses: map[model.ID][]model.Use{}, organisations: []model.Organisation{
		{
			ID: "kunta", Name: name("Sarkajärven kunta", "Sarkajärvi kommun"), Sector: model.Municipal, BusinessID: "9999001-5",
			Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}, Language: model.Finnish,
			Contacts: []model.Contact{
				{ID: "vanha", Name: "Vanha Vastaava", Until: model.MustDate("2025-12-31")},
				{ID: "marja", Name: "Marja Aaltola", Title: "sivistysjohtaja"},
			},
		},
		{ID: "srk", Name: name("Sarkajärven seurakunta", ""), Sector: model.Parish, Contacts: []model.Contact{{ID: "antti", Name: "Antti Pellonpää"}}},
		{
			ID: "forening", Name: name("", "Strandnäs Familjeförening rf"), Sector: model.Association, BusinessID: "1234567-8",
			Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}, Language: model.Swedish,
		},
		{ID: "entinen", Name: name("Ähtävän kerho", ""), Sector: model.Association, EndedOn: model.MustDate("2020-12-31")},
	}}
	written := func(id, number string, parties ...model.ID) model.Agreement {
		a := model.Agreement{AgreementSummary: model.AgreementSummary{ID: model.ID(id), Number: number, Title: name("Sopimus "+number, ""), Form: model.Written}}
		for _, p := range parties {
			a.Parties = append(a.Parties, model.Party{ID: p + "@" + a.ID, OrganisationID: p})
		}
		return a
	}
	a := written("a", "2025-001", "kunta", "srk")
	for i := range a.Parties {
		a.Parties[i].Signing.SignedOn = model.MustDate("2025-01-01")
	}
	grant := model.Contribution{PartyID: "kunta@a", Kind: model.ContributedMoney, Unit: "€", Per: model.PerYear}
	grant.Amount = model.AmountOf(450000)
	more := grant
	more.Amount = model.AmountOf(50050)
	a.Contributions = []model.Contribution{grant, more, {PartyID: "srk@a", Kind: model.ContributedStaff}}
	s.agreements = []model.Agreement{a, written("b", "2026-002", "kunta", "forening")}
	return s
}

// table is a window with the screen in it and everything that a test looks at.
type table struct {
	*Screen
	t      testing.TB
	store  *shelf
	window fyne.Window
	opened []model.ID
}

func show(t testing.TB, store *shelf, l model.Language) *table {
	t.Helper()
	words.Use(l)
	t.Cleanup(func() { words.Use(model.Finnish) })
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	x := &table{t: t, store: store, window: test.NewTempWindow(t, widget.NewLabel(""))}
	x.window.Resize(fyne.NewSize(1366, 768))
	d := &desk.Desk{
		Dialogs: kit.Dialogs{Window: x.window}, Messages: kit.NewMessages(), Today: func() model.Date { return today },
		Open: func(_ model.Kind, id model.ID) { x.opened = append(x.opened, id) },
	}
	x.Screen = New(d, store)
	x.window.SetContent(x.Content())
	kit.NewKeyboard(d.Dialogs, func() any { return x.Screen })
	return x
}

// press presses keys on the focused widget, as the window would.
func (x *table) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		c := x.window.Canvas()
		switch focused := c.Focused(); {
		case k == fyne.KeyTab:
			c.FocusNext()
		case focused != nil:
			focused.TypedKey(&fyne.KeyEvent{Name: k})
		default:
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

// typed types a text; the first letter may move the focus, as in a select that opens.
func (x *table) typed(text string) {
	x.t.Helper()
	for _, r := range text {
		focused := x.window.Canvas().Focused()
		if focused == nil {
			x.t.Fatalf("nothing has the focus to type %q into", text)
		}
		focused.TypedRune(r)
	}
}

// find returns the widget that says the text, looking into a dialog on top of the window first.
func (x *table) find(text string) fyne.CanvasObject {
	var look func(fyne.CanvasObject) fyne.CanvasObject
	look = func(o fyne.CanvasObject) fyne.CanvasObject {
		if !o.Visible() || said(o) == text {
			if o.Visible() {
				return o
			}
			return nil
		}
		var inside []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			inside = o.Objects
		case fyne.Widget:
			inside = test.WidgetRenderer(o).Objects()
		}
		for _, c := range inside {
			if found := look(c); found != nil {
				return found
			}
		}
		return nil
	}
	if top := x.window.Canvas().Overlays().Top(); top != nil {
		return look(top)
	}
	return look(x.Content())
}

// said is the text of one object.
func said(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widget.Label:
		return o.Text
	case *kit.Text:
		return o.Text
	case *kit.Link:
		return o.Text
	case *kit.Button:
		return o.Text
	case *kit.Check:
		return o.Text
	case *kit.StateChip:
		return o.Chip().Word
	case *widget.RichText:
		return o.String()
	}
	return ""
}

// sees fails the test unless the text is shown, whole, by something.
func (x *table) sees(texts ...string) {
	x.t.Helper()
	for _, text := range texts {
		if x.find(text) == nil {
			x.t.Errorf("nothing shows %q", text)
		}
	}
}

// tap presses the button or follows the link that says the label.
func (x *table) tap(label string) {
	x.t.Helper()
	switch b := x.find(label).(type) {
	case *kit.Link:
		b.OnTapped()
	case *kit.Button:
		b.Tapped(nil)
	default:
		x.t.Fatalf("there is no %q to press", label)
	}
}

// focusContacts gives the keyboard to the first contact of the open form.
func (x *table) focusContacts() {
	x.t.Helper()
	for range 40 {
		x.window.Canvas().FocusNext()
		if l, ok := x.window.Canvas().Focused().(interface{ AccessibilityLabel() string }); ok && strings.Contains(l.AccessibilityLabel(), "Pellonpää") {
			return
		}
	}
	x.t.Fatal("Tab does not come to the contacts")
}
