package agreements

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
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

// cabinet is the shelf with what the pages ask for besides; it tells when something was written, as the data file does.
type cabinet struct {
	*shelf
	wrote    func()
	contents map[model.ID][]byte
	uses     []model.Use // of every agreement
}

func (c *cabinet) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Language: c.language, LeadDays: 30}, nil
}

func (c *cabinet) Agreement(_ context.Context, id model.ID) (model.Agreement, error) {
	for _, a := range c.agreements {
		if a.ID == id {
			return a, nil
		}
	}
	return model.Agreement{}, &model.Error{Code: model.CodeNotFound, Op: "read agreement", Record: string(id)}
}

func (c *cabinet) CreateAgreement(ctx context.Context, a model.Agreement) (model.Agreement, error) {
	a, err := c.shelf.CreateAgreement(ctx, a)
	if err == nil {
		c.wrote()
	}
	return a, err
}

func (c *cabinet) UpdateAgreement(
	ctx context.Context, id model.ID, change func(*model.Agreement) error, add ...model.NewAttachment,
) (model.Agreement, error) {
	a, err := c.shelf.UpdateAgreement(ctx, id, func(a *model.Agreement) error {
		if err := change(a); err != nil {
			return err
		}
		for _, n := range add {
			hash := sha256.Sum256(n.Content)
			n.Attachment.ID, n.Size, n.SHA256 = ids.New(), int64(len(n.Content)), hex.EncodeToString(hash[:])
			a.Attachments = append(slices.Clone(a.Attachments), n.Attachment)
			c.contents[n.Attachment.ID] = n.Content
		}
		return nil
	}, add...)
	if err == nil {
		c.wrote()
	}
	return a, err
}

func (c *cabinet) DeleteAgreement(_ context.Context, id model.ID) error {
	if c.fails != nil {
		return c.fails
	}
	if len(c.uses) > 0 {
		return &model.Error{Code: model.CodeInUse, Op: "delete agreement", Uses: c.uses}
	}
	c.agreements = slices.DeleteFunc(c.agreements, func(a model.Agreement) bool { return a.ID == id })
	c.wrote()
	return nil
}

func (c *cabinet) AttachmentContent(_ context.Context, id model.ID) ([]byte, error) {
	content, ok := c.contents[id]
	if !ok {
		return nil, &model.Error{Code: model.CodeDamaged, Op: "read attachment", Record: string(id)}
	}
	return content, nil
}

func (c *cabinet) kept(id model.ID) model.Agreement {
	a, _ := c.Agreement(context.Background(), id)
	return a
}

// signed is sarka as all parties signed it on a day.
func signed(on string) model.Agreement {
	a := sarka()
	for i := range a.Parties {
		a.Parties[i].Signing = model.Signing{SentOn: model.MustDate(on).AddDays(-14), SignedOn: model.MustDate(on)}
	}
	return a
}

// table is a window with the screen in it and everything that a test looks at.
type table struct {
	*Screen
	t      testing.TB
	store  *cabinet
	window fyne.Window
	opened []model.ID
	viewed []string // files that the system was asked to open
}

// show opens the register with these agreements, and the page of the first.
func show(t testing.TB, l model.Language, agreements ...model.Agreement) *table {
	t.Helper()
	words.Use(l)
	t.Cleanup(func() { words.Use(model.Finnish) })
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{Appearance: kit.Light})
	store := &cabinet{shelf: newShelf(), contents: map[model.ID][]byte{}, wrote: func() {}}
	store.agreements = agreements
	x := &table{t: t, store: store, window: test.NewTempWindow(t, widget.NewLabel(""))}
	x.window.Resize(fyne.NewSize(1366, 768))
	d := &desk.Desk{
		Dialogs: kit.Dialogs{Window: x.window}, Messages: kit.NewMessages(), Today: func() model.Date { return today },
		Open:    func(_ model.Kind, id model.ID) { x.opened = append(x.opened, id) },
		Printed: t.TempDir(), View: func(path string) error { x.viewed = append(x.viewed, path); return nil },
	}
	x.Screen = New(d, store)
	store.wrote = x.Reload
	x.window.SetContent(x.Content())
	kit.NewKeyboard(d.Dialogs, func() any { return x.Screen })
	if len(agreements) > 0 {
		x.Open(agreements[0].ID)
	}
	return x
}

// shown is the page of an agreement, for what can be done on it.
func (x *table) shown(id model.ID) *page {
	x.t.Helper()
	p, err := x.read(id)
	if err != nil {
		x.t.Fatal(err)
	}
	return p
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

// texts are what is shown, on the dialog on top of the window or in the window.
func (x *table) texts() []string {
	within := x.Content()
	if top := x.window.Canvas().Overlays().Top(); top != nil {
		within = top
	}
	var out []string
	for _, o := range test.LaidOutObjects(within) {
		if !o.Visible() {
			continue
		}
		switch o := o.(type) {
		case *widget.Label:
			out = append(out, o.Text)
		case *kit.Text:
			out = append(out, o.Text)
		case *kit.Link:
			out = append(out, o.Text)
		case *kit.Button:
			out = append(out, o.Text)
		case *kit.StateChip:
			out = append(out, o.Chip().Word)
		case *widget.RichText:
			out = append(out, o.String())
		}
	}
	return out
}

// sees fails the test unless the texts are shown, each within one text.
func (x *table) sees(texts ...string) {
	x.t.Helper()
	all := x.texts()
	for _, text := range texts {
		if !slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, text) }) {
			x.t.Errorf("nothing shows %q; shown are %q", text, all)
		}
	}
}

// tap presses the button or follows the link of this name.
func (x *table) tap(label string) {
	x.t.Helper()
	within := x.Content()
	if top := x.window.Canvas().Overlays().Top(); top != nil {
		within = top
	}
	for _, o := range test.LaidOutObjects(within) {
		switch o := o.(type) {
		case *kit.Button:
			if o.Text == label && o.Visible() {
				o.Tapped(nil)
				return
			}
		case *kit.Link:
			if o.Text == label && o.Visible() {
				o.OnTapped()
				return
			}
		}
	}
	x.t.Fatalf("there is no %q to press", label)
}

// dialog reports whether one is open.
func (x *table) dialog() bool { return x.window.Canvas().Overlays().Top() != nil }
