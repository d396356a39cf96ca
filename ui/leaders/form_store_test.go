package leaders

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

var sunday = model.MustDate("2026-11-22")

// drawer is a store in memory for the form and the small forms: what they do not ask for is not there.
type drawer struct {
	Store
	leaders      []model.Leader
	requirements []model.Requirement
	programmes   []model.Programme
	events       []model.Event
	policy       model.LeaderPolicy
	fails        error // what every write answers
	anonymised   []model.ID
	erased       []model.ID
}

func (d *drawer) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi", Sv: "Sarkajärvi"}}}, nil
}

func (d *drawer) Organisations(context.Context) ([]model.Organisation, error) {
	return []model.Organisation{{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi", Sv: "MLL Sarkajärvi"}}}, nil
}

func (d *drawer) LeaderPolicy(context.Context) (model.LeaderPolicy, error) { return d.policy, nil }

func (d *drawer) Leaders(context.Context) ([]model.Leader, error) {
	return slices.Clone(d.leaders), nil
}

func (d *drawer) Requirements(context.Context) ([]model.Requirement, error) {
	return d.requirements, nil
}
func (d *drawer) Programmes(context.Context) ([]model.Programme, error) { return d.programmes, nil }
func (d *drawer) Events(context.Context) ([]model.Event, error)         { return slices.Clone(d.events), nil }

func (d *drawer) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return model.NewTrainingRecord(nil, nil, nil), nil
}

func (d *drawer) at(id model.ID) int {
	return slices.IndexFunc(d.leaders, func(l model.Leader) bool { return l.ID == id })
}

func (d *drawer) leader(id model.ID) model.Leader { return d.leaders[d.at(id)] }

func (d *drawer) CreateLeader(_ context.Context, l model.Leader) (model.Leader, error) {
	if d.fails != nil {
		return l, d.fails
	}
	l.ID = model.NewID()
	d.leaders = append(d.leaders, l)
	return l, nil
}

func (d *drawer) UpdateLeader(_ context.Context, id model.ID, change func(*model.Leader) error) (model.Leader, error) {
	if d.fails != nil {
		return model.Leader{}, d.fails
	}
	err := change(&d.leaders[d.at(id)])
	return d.leaders[d.at(id)], err
}

func (d *drawer) MergeLeaders(_ context.Context, keep, drop model.ID) (model.Leader, error) {
	if d.fails != nil {
		return model.Leader{}, d.fails
	}
	d.leaders[d.at(keep)] = model.MergeLeaders(d.leader(keep), d.leader(drop)).Leader
	d.leaders = slices.Delete(d.leaders, d.at(drop), d.at(drop)+1)
	return d.leader(keep), nil
}

func (d *drawer) AnonymiseLeader(_ context.Context, id model.ID, day model.Date) error {
	if d.fails == nil {
		d.anonymised = append(d.anonymised, id)
		d.leaders[d.at(id)] = d.leader(id).Anonymous(day)
	}
	return d.fails
}

func (d *drawer) EraseLeader(_ context.Context, id model.ID) error {
	if d.fails == nil {
		d.erased = append(d.erased, id)
		d.leaders = slices.Delete(d.leaders, d.at(id), d.at(id)+1)
	}
	return d.fails
}

func (d *drawer) ForgetOutsiders(_ context.Context, id model.ID) error {
	i := slices.IndexFunc(d.events, func(e model.Event) bool { return e.ID == id })
	if d.fails == nil {
		d.events[i] = d.events[i].WithoutOutsiders()
	}
	return d.fails
}

// village is an active volunteer with two tasks and an open absence, a professional, and one who ended long ago.
func village() *drawer {
	day := model.MustDate
	return &drawer{
		policy: model.LeaderPolicy{KeepMonths: 12},
		leaders: []model.Leader{
			{
				ID: "sanna", Kind: model.Volunteer, Name: "Sanna Virtamäki", Phone: "040 123 4567", Source: model.FromSelf,
				Languages: []model.Spoken{"fi"}, Availability: model.Availability(0).With(2, model.Morning, true), Notes: "Avain 3",
				Statuses: []model.LeaderStatus{{ID: "s1", State: model.LeaderActive, From: day("2024-01-15")}},
				Tasks: []model.LeaderTask{
					{ID: "cafe", Kind: model.FamilyCafeLeader, From: day("2024-01-15")},
					{ID: "old", Kind: model.PeerGroupLeader, From: day("2024-01-15"), Until: day("2025-05-31"), Check: model.BackgroundCheck{Need: model.CheckNeeded, ConsentOn: day("2024-01-10"), ExtractIssued: day("2024-01-02")}},
				},
				Absences:  []model.Absence{{ID: "trip", Title: "Matka", From: day("2026-11-01")}},
				Completed: []model.Fulfilment{{ID: "f1", RequirementID: "secret", On: day("2024-01-20"), Version: "1"}},
			},
			{ID: "pekka", Kind: model.Professional, Name: "Pekka Ammatti", JobTitle: "perheohjaaja", Tasks: []model.LeaderTask{{ID: "work", Kind: model.FamilyCafeLeader}}},
			{
				ID: "entinen", Kind: model.Volunteer, Name: "Ensio Entinen", Phone: "050 999",
				Statuses: []model.LeaderStatus{{ID: "e1", State: model.LeaderEnded, From: day("2024-05-31")}},
			},
		},
		requirements: []model.Requirement{
			{ID: "intro", Kind: model.RequireIntroduction, Name: model.Text{Fi: "Perehdytys", Sv: "Introduktion"}, Weight: model.Wanted},
			{
				ID: "secret", Kind: model.RequireUndertaking, Name: model.Text{Fi: "Vaitiolositoumus"}, Weight: model.Wanted,
				Texts: []model.RequirementText{{Version: "1"}, {Version: "2", From: day("2025-01-01")}},
			},
			{ID: "public", Kind: model.RequirePublication, Name: model.Text{Fi: "Julkaisu"}, Weight: model.Wanted},
			{ID: "check", Kind: model.RequireCheck, Name: model.Text{Fi: "Rikostaustaote"}, Weight: model.Wanted},
			{ID: "learn", Kind: model.RequireTraining, Name: model.Text{Fi: "Koulutus"}, Weight: model.Information},
		},
		programmes: []model.Programme{{ID: "vertais", Kind: model.PeerGroupTraining, Name: model.Text{Fi: "Vertaisohjaaja"}}},
		events: []model.Event{{
			ID: "kurssi", ProgrammeID: "vertais", State: model.EventHeld, Days: []model.EventDay{{ID: "d", Date: day("2024-03-01")}},
			Participations: []model.Participation{
				{ID: "p1", LeaderID: "sanna", Passed: model.Yes, Feedback: "Hyvä"},
				{ID: "p2", Outsider: model.Outsider{Name: "Ulla Ulkopuolinen", Organisation: "Srk", Sector: model.Parish}, Feedback: "Ulla kiittää"},
				{ID: "p3", Outsider: model.Outsider{Name: "Ville Vieras", Organisation: "Srk"}},
			},
		}},
	}
}

// stage is a window with the screen in it and everything that a test of its forms looks at.
type stage struct {
	*Screen
	t      testing.TB
	store  *drawer
	window fyne.Window
	opened []model.ID
}

func stageOn(t testing.TB, store *drawer) *stage {
	t.Helper()
	words.Use(model.Finnish)
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	x := &stage{t: t, store: store, window: test.NewTempWindow(t, widget.NewLabel(""))}
	x.window.Resize(fyne.NewSize(1366, 768))
	d := &desk.Desk{
		Dialogs: kit.Dialogs{Window: x.window}, Messages: kit.NewMessages(), Today: func() model.Date { return sunday },
		Open: func(_ model.Kind, id model.ID) { x.opened = append(x.opened, id) },
	}
	x.Screen = New(d, store)
	x.window.SetContent(x.Content())
	kit.NewKeyboard(d.Dialogs, func() any { return x.Screen })
	return x
}

// editing opens the form of a leader with the keyboard in a field.
func editing(t testing.TB, store *drawer, id model.ID, field string) *stage {
	t.Helper()
	x := stageOn(t, store)
	x.openForm(store.leader(id), false, field)
	return x
}

// press presses keys on the focused widget, as the window would.
func (x *stage) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		c := x.window.Canvas()
		switch focused := c.Focused(); {
		case k == fyne.KeyTab:
			c.FocusNext()
		case focused != nil && k == fyne.KeySpace:
			focused.TypedKey(&fyne.KeyEvent{Name: k})
			focused.TypedRune(' ')
		case focused != nil:
			focused.TypedKey(&fyne.KeyEvent{Name: k})
		default:
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

// typed types a text; the first letter may move the focus, as in a select that opens.
func (x *stage) typed(text string) {
	x.t.Helper()
	for _, r := range text {
		focused := x.window.Canvas().Focused()
		if focused == nil {
			x.t.Fatalf("nothing has the focus to type %q into", text)
		}
		focused.TypedRune(r)
	}
}

// retype selects all and types over it.
func (x *stage) retype(text string) {
	x.t.Helper()
	x.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	x.typed(text)
}

// choose opens the focused select, types the beginning of what to choose, and chooses it.
func (x *stage) choose(text string) {
	x.t.Helper()
	x.typed(text)
	x.press(fyne.KeyReturn)
}

// tabTo presses Tab until the focused widget is the one whose spoken label begins so.
func (x *stage) tabTo(label string) {
	x.t.Helper()
	var met []string
	for range 120 {
		if l := x.focusedLabel(); strings.HasPrefix(l, label) {
			return
		}
		x.window.Canvas().FocusNext()
		met = append(met, x.focusedLabel())
	}
	x.t.Fatalf("Tab does not come to %q, but to %q", label, slices.Compact(met))
}

func (x *stage) focusedLabel() string {
	if l, ok := x.window.Canvas().Focused().(interface{ AccessibilityLabel() string }); ok {
		return l.AccessibilityLabel()
	}
	return ""
}

// all lists every text that is seen, in a dialog on top of the window if there is one.
func (x *stage) all() []string {
	var out []string
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				look(c)
			}
		case fyne.Widget:
			if s := stageText(o); s != "" {
				out = append(out, s)
				return
			}
			for _, c := range test.WidgetRenderer(o).Objects() {
				look(c)
			}
		}
	}
	if top := x.window.Canvas().Overlays().Top(); top != nil {
		look(top)
	} else {
		look(x.Content())
	}
	return out
}

func stageText(o fyne.Widget) string {
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
	case *widget.RichText:
		return o.String()
	}
	return ""
}

// sees fails the test unless each text is part of something that is shown.
func (x *stage) sees(texts ...string) {
	x.t.Helper()
	all := strings.Join(x.all(), "\n")
	for _, text := range texts {
		if !strings.Contains(all, text) {
			x.t.Errorf("nothing shows %q in:\n%s", text, all)
		}
	}
}

// misses fails the test if one of the texts is shown.
func (x *stage) misses(texts ...string) {
	x.t.Helper()
	all := strings.Join(x.all(), "\n")
	for _, text := range texts {
		if strings.Contains(all, text) {
			x.t.Errorf("%q is shown", text)
		}
	}
}

// tap presses the button or follows the link that says the label.
func (x *stage) tap(label string) {
	x.t.Helper()
	var tapped bool
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if tapped || !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				look(c)
			}
		case *kit.Button:
			if o.Text == label {
				tapped = true
				o.Tapped(nil)
			}
		case *kit.Link:
			if o.Text == label {
				tapped = true
				o.OnTapped()
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				look(c)
			}
		}
	}
	if top := x.window.Canvas().Overlays().Top(); top != nil {
		look(top)
	} else {
		look(x.Content())
	}
	if !tapped {
		x.t.Fatalf("there is no %q to press", label)
	}
}
