package settings

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"testing"
	"testing/iotest"

	"fyne.io/fyne/v2"

	"kumppani/assets"
)

func encoded(t testing.TB, encode func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sized changes the size that a PNG says it has.
func sized(file []byte, width, height uint32) []byte {
	out := bytes.Clone(file)
	binary.BigEndian.PutUint32(out[16:], width)
	binary.BigEndian.PutUint32(out[20:], height)
	binary.BigEndian.PutUint32(out[29:], crc32.ChecksumIEEE(out[12:29]))
	return out
}

func TestDecodeLogo(t *testing.T) {
	picture := image.NewGray(image.Rect(0, 0, 40, 20))
	good := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, picture) })
	for _, c := range []struct {
		name string
		file []byte
		want error
	}{
		{"png", good, nil},
		{"jpeg", encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, picture, nil) }), nil},
		{"icon", assets.Icon, nil},
		{"nothing", nil, errLogoEmpty},
		{"text", []byte("tämä ei ole kuva"), errLogoType},
		{"gif", encoded(t, func(b *bytes.Buffer) error { return gif.Encode(b, picture, nil) }), errLogoType},
		{"cut short", assets.Icon[:len(assets.Icon)/2], errLogoBroken},
		{"head only", good[:12], errLogoBroken},
		{"heavy", append(bytes.Clone(good), make([]byte, maxLogoBytes)...), errLogoHeavy},
		{"as wide as allowed, but broken", sized(good, maxLogoPixels, 20), errLogoBroken},
		{"too wide", sized(good, maxLogoPixels+1, 20), errLogoLarge},
		{"bomb", sized(good, 100_000, 100_000), errLogoLarge},
	} {
		got, err := decodeLogo(c.file)
		if !errors.Is(err, c.want) || (err == nil) != (got != nil) {
			t.Errorf("%s: %v, not %v", c.name, err, c.want)
		}
	}
}

func FuzzDecodeLogo(f *testing.F) {
	picture := image.NewGray(image.Rect(0, 0, 8, 4))
	f.Add(encoded(f, func(b *bytes.Buffer) error { return png.Encode(b, picture) }))
	f.Add(encoded(f, func(b *bytes.Buffer) error { return jpeg.Encode(b, picture, nil) }))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, file []byte) {
		picture, err := decodeLogo(file)
		if (err == nil) != (picture != nil) {
			t.Fatalf("picture %v with error %v", picture != nil, err)
		}
		if picture != nil && max(picture.Bounds().Dx(), picture.Bounds().Dy()) > maxLogoPixels {
			t.Fatalf("%v got through", picture.Bounds())
		}
	})
}

func TestLogoIsChosenAndRemoved(t *testing.T) {
	s := newStage(t)
	screen := s.open(Appearance{})
	p := screen.tabs[0].part.(*centrePart)
	input := findLogo(t, s)
	input.take([]byte("ei kuva"))
	if len(p.draft.Logo) != 0 || p.Changed() || !s.Mentions("ei ole PNG- tai JPEG-kuva") {
		t.Fatal("what is no picture was taken, or nothing was said")
	}
	input.take(assets.Icon)
	if !bytes.Equal(p.draft.Logo, assets.Icon) || input.frame.Hidden || s.Mentions("ei ole PNG- tai JPEG-kuva") {
		t.Error("the picture was not taken or is not shown")
	}
	screen.Save()
	if !bytes.Equal(s.kept.centre.Logo, assets.Icon) {
		t.Error("the logo was not saved")
	}
	s.Tap("Poista logo")
	s.WantFocus("Valitse kuva")
	screen.Save()
	if len(s.kept.centre.Logo) != 0 || !input.frame.Hidden {
		t.Error("the logo was not removed")
	}
}

// chosenFile is a file as the file dialog hands it over.
type chosenFile struct{ io.Reader }

func (chosenFile) Close() error  { return nil }
func (chosenFile) URI() fyne.URI { return nil }

func TestChosenFileIsReadNoFurtherThanALogoMayBeLong(t *testing.T) {
	s := newStage(t)
	screen := s.open(Appearance{})
	p := screen.tabs[0].part.(*centrePart)
	input := findLogo(t, s)
	for _, c := range []struct {
		name string
		file io.Reader
		says string
	}{
		{"endless", neverEnds{}, "yli 5 megatavua"},
		{"empty", bytes.NewReader(nil), "tiedosto on tyhjä"},
		{"vanished while being read", iotest.ErrReader(errors.New("gone")), "ei voitu lukea"},
	} {
		input.opened(chosenFile{c.file}, nil)
		if !s.Mentions(c.says) || p.Changed() {
			t.Errorf("%s: it does not say %q, or something changed", c.name, c.says)
		}
	}
	input.opened(nil, nil) // the dialog was cancelled
	if p.Changed() {
		t.Error("cancelling changed something")
	}
	input.opened(chosenFile{bytes.NewReader(assets.Icon)}, nil)
	if !bytes.Equal(p.draft.Logo, assets.Icon) || !p.Changed() {
		t.Error("the picture was not taken")
	}
}

// neverEnds gives zeros for ever.
type neverEnds struct{}

func (neverEnds) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
