package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// windowPart is language and appearance. A press takes effect at once: what it did is seen at once, and so is the way
// back.
type windowPart struct {
	d           *desk.Desk
	store       Store
	look        Appearance
	content     fyne.CanvasObject
	languages   map[model.Language]*kit.Button
	appearances map[kit.Appearance]*kit.Button
}

func newWindowPart(d *desk.Desk, store Store, look Appearance) *windowPart {
	p := &windowPart{
		d: d, store: store, look: look,
		languages: map[model.Language]*kit.Button{}, appearances: map[kit.Appearance]*kit.Button{},
	}
	languages := container.NewHBox()
	for _, l := range model.Languages() {
		p.languages[l] = kit.NewButton(ownName(l), nil, func() { p.speak(l) })
		languages.Add(p.languages[l])
	}
	appearances := container.NewHBox()
	for _, a := range []struct {
		appearance kit.Appearance
		word       string
	}{{kit.FollowSystem, "settings.look.system"}, {kit.Light, "settings.look.light"}, {kit.Dark, "settings.look.dark"}} {
		p.appearances[a.appearance] = kit.NewButton(words.T(a.word), nil, func() { p.appear(a.appearance) })
		appearances.Add(p.appearances[a.appearance])
	}
	p.content = kit.Page{
		Title: words.T("settings.part.window"),
		Sections: []fyne.CanvasObject{
			kit.Section(words.T("settings.language.title"), container.NewVBox(kit.NewText(words.T("settings.language.text")), languages)),
			kit.Section(words.T("settings.look.title"), container.NewVBox(kit.NewText(words.T("settings.look.text")), appearances)),
		},
	}.View()
	p.mark()
	return p
}

// ownName is the name of a language in that language.
func ownName(l model.Language) string { return words.In(l).T("settings.language.own_name") }

// Content is the part on the screen.
func (p *windowPart) Content() fyne.CanvasObject { return p.content }

// Reload is called when records changed.
func (p *windowPart) Reload() { p.mark() }

// mark shows what is chosen: by a filled button with a tick, not by colour alone.
func (p *windowPart) mark() {
	for l, b := range p.languages {
		markChosen(b, l == words.Current())
	}
	for a, b := range p.appearances {
		markChosen(b, a == p.look.Now)
	}
}

func markChosen(b *kit.Button, chosen bool) {
	b.Importance, b.Icon = widget.MediumImportance, nil
	if chosen {
		b.Importance, b.Icon = widget.HighImportance, theme.ConfirmIcon()
	}
	b.Refresh()
}

// speak keeps the language; the shell, which hears of it, makes the window anew.
func (p *windowPart) speak(l model.Language) {
	ctx := context.Background()
	c, err := p.store.Centre(ctx)
	if err == nil && c.Language != l {
		c.Language = l
		err = p.store.SaveCentre(ctx, c)
	}
	if err != nil {
		p.d.Fail(err, nil)
		return
	}
	p.mark()
	p.d.Say(words.T("settings.language.saved"))
}

func (p *windowPart) appear(a kit.Appearance) {
	p.look.Set(a)
	p.look.Now = a
	p.mark()
}
