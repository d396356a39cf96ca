package settings

import (
	"bytes"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"kumppani/assets"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// aboutPart says what the program is and what it is made of.
type aboutPart struct{ content fyne.CanvasObject }

func newAboutPart(version string) *aboutPart {
	facts := []kit.Fact{kit.TextFact(words.T("settings.about.version"), version)}
	for _, name := range []string{"program", "fonts", "municipalities", "colours", "libraries"} {
		facts = append(facts, kit.TextFact(words.T("settings.about."+name), words.T("settings.about."+name+".licence")))
	}
	return &aboutPart{kit.Page{
		Title: "Kumppani", Subtitle: words.T("settings.about.subtitle"),
		Sections: []fyne.CanvasObject{
			container.NewHBox(icon(96)),
			kit.Section(words.T("settings.about.data.title"), kit.NewText(words.T("settings.about.data"))),
			kit.Section(words.T("settings.about.licences"), kit.Facts(facts...)),
		},
	}.View()}
}

// icon is the icon of the program as a square of this side.
func icon(side float32) fyne.CanvasObject {
	i := canvas.NewImageFromReader(bytes.NewReader(assets.Icon), "icon.png")
	i.FillMode = canvas.ImageFillContain
	i.SetMinSize(fyne.NewSquareSize(side))
	return i
}

// Content is the part on the screen.
func (p *aboutPart) Content() fyne.CanvasObject { return p.content }

// Reload has nothing to read.
func (p *aboutPart) Reload() {}
