package settings

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	_ "image/jpeg" // a logo is a JPEG
	_ "image/png"  // or a PNG
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// The largest logo that is kept: bytes of the file and pixels of a side.
const (
	maxLogoBytes  = 5 << 20
	maxLogoPixels = 6000
)

// What can be wrong with a picture. Each is the key of the sentence that says so.
var (
	errLogoEmpty  = errors.New("settings.logo.empty")
	errLogoHeavy  = errors.New("settings.logo.heavy")
	errLogoType   = errors.New("settings.logo.type")
	errLogoBroken = errors.New("settings.logo.broken")
	errLogoLarge  = errors.New("settings.logo.large")
)

// decodeLogo returns the picture, or one of the errors above. The size is looked at before the picture is unpacked: a
// small file can say that it is as large as a house.
func decodeLogo(file []byte) (image.Image, error) {
	switch {
	case len(file) == 0:
		return nil, errLogoEmpty
	case len(file) > maxLogoBytes:
		return nil, errLogoHeavy
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case errors.Is(err, image.ErrFormat), err == nil && format != "png" && format != "jpeg": // Fyne brings more decoders along
		return nil, errLogoType
	case err != nil || config.Width < 1 || config.Height < 1:
		return nil, errLogoBroken
	case config.Width > maxLogoPixels || config.Height > maxLogoPixels:
		return nil, errLogoLarge
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, errLogoBroken
	}
	return picture, nil
}

// logoInput shows the logo and lets another be chosen.
type logoInput struct {
	widget.BaseWidget
	d              *desk.Desk
	changed        func(logo []byte)
	picture        *canvas.Image
	frame          *fyne.Container
	choose, remove *kit.Button
	tell           func(kit.Problem)
}

func newLogoInput(d *desk.Desk, logo []byte, changed func(logo []byte)) *logoInput {
	i := &logoInput{d: d, changed: changed, picture: canvas.NewImageFromImage(nil), tell: func(kit.Problem) {}}
	i.picture.FillMode = canvas.ImageFillContain
	paper := canvas.NewRectangle(color.White) // as it will be printed, in a dark window too
	paper.CornerRadius = theme.InputRadiusSize()
	i.frame = container.NewGridWrap(fyne.NewSize(180, 76), container.NewStack(paper, container.NewPadded(i.picture)))
	i.choose = kit.NewButton(words.T("settings.logo.choose"), theme.FolderOpenIcon(), i.ask)
	i.remove = kit.NewButton(words.T("settings.logo.remove"), theme.DeleteIcon(), func() { i.take(nil) })
	picture, _ := decodeLogo(logo)
	i.show(picture)
	i.ExtendBaseWidget(i)
	return i
}

// take makes file the logo, or says why it is none; nil takes the logo away.
func (i *logoInput) take(file []byte) {
	if file == nil {
		i.show(nil)
		kit.Focus(i.choose) // the button with the focus goes away
	} else {
		picture, err := decodeLogo(file)
		if err != nil {
			// The old logo stays, so that nothing stands in the way of saving: a warning.
			i.tell(kit.Problem{Warning: true, Sentence: words.T(err.Error())})
			return
		}
		i.show(picture)
	}
	i.changed(file)
	i.tell(kit.Problem{})
}

func (i *logoInput) show(picture image.Image) {
	i.picture.Image = picture
	i.frame.Hidden, i.remove.Hidden = picture == nil, picture == nil
	i.picture.Refresh()
	i.Refresh()
}

func (i *logoInput) ask() {
	i.d.Dialogs.OpenFile(i.opened, ".png", ".jpg", ".jpeg")
}

// opened reads the file that was chosen, no further than a logo may be long.
func (i *logoInput) opened(r fyne.URIReadCloser, err error) {
	if r == nil && err == nil {
		return // cancelled
	}
	var file []byte
	if err == nil {
		defer r.Close()
		file, err = io.ReadAll(io.LimitReader(r, maxLogoBytes+1))
	}
	if err != nil {
		i.tell(kit.Problem{Warning: true, Sentence: words.T("settings.logo.unread")})
		return
	}
	i.take(append([]byte{}, file...)) // an empty file is not nil, which would take the logo away
}

// Focusable returns the button that chooses.
func (i *logoInput) Focusable() fyne.Focusable { return i.choose }

// SetLabel names the input for a screen reader: its buttons say what they are.
func (i *logoInput) SetLabel(string) {}

// SetOnFocus sets what is called each time the input gains the focus.
func (i *logoInput) SetOnFocus(f func()) {
	i.choose.SetOnFocus(f)
	i.remove.SetOnFocus(f)
}

// SetOnProblem sets what is told of pictures that cannot be taken.
func (i *logoInput) SetOnProblem(f func(kit.Problem)) { i.tell = f }

// CreateRenderer is called by Fyne.
func (i *logoInput) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewHBox(i.frame, container.NewCenter(container.NewHBox(i.choose, i.remove))))
}
