package paper

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // logos come as JPEG or PNG
	"image/png"
	"sync"

	"github.com/jung-kurt/gofpdf"
)

// maxPixels is the largest picture that is decoded, in pixels: what a good scanner makes of an A4 page.
const maxPixels = 40_000_000

// logoPixels is the longest side a logo keeps. At its printed size it is beyond what a printer shows.
const logoPixels = 800

// ErrImageTooLarge is the error of a picture of more pixels than can be taken in.
var ErrImageTooLarge = errors.New("the picture has too many pixels")

// logo is a picture that gofpdf takes without complaint, and its size on paper in millimetres.
type logo struct {
	png           []byte
	width, height float64
}

// lastLogo is the logo of the document before: a centre has one, and reading it takes longer than all the rest.
var lastLogo struct {
	sync.Mutex
	data []byte
	logo *logo
}

// logoOf is readLogo, done once for the same picture.
func logoOf(data []byte) (*logo, error) {
	lastLogo.Lock()
	defer lastLogo.Unlock()
	if lastLogo.logo != nil && bytes.Equal(lastLogo.data, data) {
		return lastLogo.logo, nil
	}
	read, err := readLogo(data)
	if err == nil {
		lastLogo.data, lastLogo.logo = bytes.Clone(data), read
	}
	return read, err
}

// readLogo decodes a PNG or JPEG of any kind (palette, 16 bits, interlaced, transparent, CMYK) and makes of it a plain
// picture on white.
func readLogo(data []byte) (*logo, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read the logo: %w", err)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxPixels/config.Height {
		return nil, fmt.Errorf("read the logo: %w", ErrImageTooLarge)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read the logo: %w", err)
	}
	bounds := picture.Bounds()
	plain := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(plain, plain.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(plain, plain.Bounds(), picture, bounds.Min, draw.Over)
	plain = shrink(plain, logoPixels)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, plain); err != nil {
		return nil, fmt.Errorf("write the logo: %w", err)
	}
	w, h := float64(plain.Rect.Dx()), float64(plain.Rect.Dy())
	scale := min(logoWidth/w, logoHeight/h)
	return &logo{out.Bytes(), w * scale, h * scale}, nil
}

// shrink makes a picture whose longer side is over longest smaller by a whole factor, each pixel being the mean of those
// it stands for.
func shrink(src *image.RGBA, longest int) *image.RGBA {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	factor := (max(w, h) + longest - 1) / longest
	if factor <= 1 {
		return src
	}
	out := image.NewRGBA(image.Rect(0, 0, max(w/factor, 1), max(h/factor, 1)))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			var sum [3]int
			n := 0
			for sy := y * factor; sy < min((y+1)*factor, h); sy++ {
				for sx := x * factor; sx < min((x+1)*factor, w); sx++ {
					c := src.Pix[src.PixOffset(sx, sy):]
					sum[0], sum[1], sum[2] = sum[0]+int(c[0]), sum[1]+int(c[1]), sum[2]+int(c[2])
					n++
				}
			}
			out.SetRGBA(x, y, color.RGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), 255})
		}
	}
	return out
}

func (c *canvas) image(n *node, x, y float64, l *logo) {
	c.mark(n)
	c.flush()
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	c.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(l.png))
	_, side := c.paper.side(c.geo) // gofpdf reckons from the top of the printed side
	c.pdf.ImageOptions("logo", x, y+side-c.geo.pageHeight, l.width, l.height, false, options, 0, "")
}
