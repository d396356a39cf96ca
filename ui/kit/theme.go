package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Appearance says whether the window is light or dark. The empty Appearance follows the system.
type Appearance string

// The appearances a person can choose.
const (
	FollowSystem Appearance = ""
	Light        Appearance = "light"
	Dark         Appearance = "dark"
)

// Theme is the look of the program: calm, petrol blue, and compact enough for 1366×768 at 100 %.
type Theme struct{ Appearance Appearance }

// Color returns the colour of name. Names of Fyne that are not named here keep Fyne's own colour.
func (t Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	palette := lightPalette
	if t.variant(variant) == theme.VariantDark {
		palette = darkPalette
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, t.variant(variant))
}

// Font returns Fyne's own font, which has å ä ö š ž € – ”.
func (Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon returns Fyne's own icon.
func (Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns the size of name in Fyne's units, pixels at 100 %.
func (Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

func (t Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Appearance {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	default:
		return system
	}
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            13.5,
	theme.SizeNameCaptionText:     12,
	theme.SizeNameHeadingText:     20,
	theme.SizeNameSubHeadingText:  15.5,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    7,
	theme.SizeNameInlineIcon:      18,
	theme.SizeNameInputRadius:     4,
	theme.SizeNameSelectionRadius: 4,
	theme.SizeNameButtonRadius:    4,
	theme.SizeNameScrollBar:       12,
	theme.SizeNameScrollBarSmall:  4,
	theme.SizeNameModalBlurRadius: 0, // blurring the whole window costs too much where OpenGL is done in software
}

// toneColors names the three colours of a tone: its ground, its words and symbol, and its edge.
func toneColors(t Tone) (ground, ink, edge fyne.ThemeColorName) {
	p := "kumppani." + string(t)
	return fyne.ThemeColorName(p + ".ground"), fyne.ThemeColorName(p + ".ink"), fyne.ThemeColorName(p + ".edge")
}

type palette map[fyne.ThemeColorName]color.Color

func (p palette) tone(t Tone, ground, ink, edge uint32) {
	g, i, e := toneColors(t)
	p[g], p[i], p[e] = rgb(ground), rgb(ink), rgb(edge)
}

func rgb(v uint32) color.Color {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func rgba(v uint32, alpha uint8) color.Color {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: alpha}
}

var (
	lightPalette = light()
	darkPalette  = dark()
)

// Fyne mixes the colour of focus into a button. It darkens in the light window and lightens in the dark one, for petrol
// would not show on a primary button that it has the keyboard.
func light() palette {
	p := palette{
		theme.ColorNameBackground:          rgb(0xf7f9f9),
		theme.ColorNameForeground:          rgb(0x1b2a2e),
		theme.ColorNamePrimary:             rgb(0x0b5c6b),
		theme.ColorNameHyperlink:           rgb(0x0b5c6b),
		theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
		theme.ColorNameButton:              rgb(0xe3eaeb),
		theme.ColorNameDisabledButton:      rgb(0xedf1f1),
		theme.ColorNameDisabled:            rgb(0x74858a),
		theme.ColorNamePlaceHolder:         rgb(0x52656b),
		theme.ColorNameInputBackground:     rgb(0xffffff),
		theme.ColorNameInputBorder:         rgb(0x7d9197),
		theme.ColorNameSelection:           rgb(0xcfe5e9),
		theme.ColorNameFocus:               rgba(0x000000, 0x59),
		theme.ColorNameHover:               rgba(0x0b5c6b, 0x14),
		theme.ColorNamePressed:             rgba(0x0b5c6b, 0x2e),
		theme.ColorNameHeaderBackground:    rgb(0xeaf0f1),
		theme.ColorNameMenuBackground:      rgb(0xffffff),
		theme.ColorNameOverlayBackground:   rgb(0xffffff),
		theme.ColorNameSeparator:           rgb(0xd3dcde),
		theme.ColorNameScrollBar:           rgba(0x1b2a2e, 0x80),
		theme.ColorNameShadow:              rgba(0x0a1a1e, 0x40),
		theme.ColorNameError:               rgb(0xa8201a),
		theme.ColorNameForegroundOnError:   rgb(0xffffff),
		theme.ColorNameWarning:             rgb(0x855000),
		theme.ColorNameForegroundOnWarning: rgb(0xffffff),
		theme.ColorNameSuccess:             rgb(0x1c6838),
		theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	}
	p.tone(Neutral, 0xe6ecee, 0x2b3d42, 0x9fb0b5)
	p.tone(OK, 0xdcf1e2, 0x14522b, 0x7db892)
	p.tone(Waiting, 0xdcecf7, 0x144a70, 0x84aecb)
	p.tone(Attention, 0xfdeccb, 0x6b4100, 0xd6a64e)
	p.tone(Danger, 0xfbe0dd, 0x8c1a14, 0xd98d87)
	p.tone(Past, 0xeeeeee, 0x555b5d, 0xb5babb)
	return p
}

func dark() palette {
	p := palette{
		theme.ColorNameBackground:          rgb(0x162125),
		theme.ColorNameForeground:          rgb(0xe4ecee),
		theme.ColorNamePrimary:             rgb(0x6cc5d6),
		theme.ColorNameHyperlink:           rgb(0x7fd0e0),
		theme.ColorNameForegroundOnPrimary: rgb(0x06262d),
		theme.ColorNameButton:              rgb(0x2b3a3f),
		theme.ColorNameDisabledButton:      rgb(0x202c30),
		theme.ColorNameDisabled:            rgb(0x839499),
		theme.ColorNamePlaceHolder:         rgb(0xa3b4b9),
		theme.ColorNameInputBackground:     rgb(0x1d2a2f),
		theme.ColorNameInputBorder:         rgb(0x71868c),
		theme.ColorNameSelection:           rgb(0x21474f),
		theme.ColorNameFocus:               rgba(0xffffff, 0x3c),
		theme.ColorNameHover:               rgba(0x9fe3f0, 0x18),
		theme.ColorNamePressed:             rgba(0x9fe3f0, 0x30),
		theme.ColorNameHeaderBackground:    rgb(0x1c292e),
		theme.ColorNameMenuBackground:      rgb(0x223136),
		theme.ColorNameOverlayBackground:   rgb(0x223136),
		theme.ColorNameSeparator:           rgb(0x34454b),
		theme.ColorNameScrollBar:           rgba(0xe4ecee, 0x80),
		theme.ColorNameShadow:              rgba(0x000000, 0x73),
		theme.ColorNameError:               rgb(0xff938a),
		theme.ColorNameForegroundOnError:   rgb(0x3a0704),
		theme.ColorNameWarning:             rgb(0xf2b65a),
		theme.ColorNameForegroundOnWarning: rgb(0x2e1c00),
		theme.ColorNameSuccess:             rgb(0x7bd194),
		theme.ColorNameForegroundOnSuccess: rgb(0x06250f),
	}
	p.tone(Neutral, 0x2f3f44, 0xdde6e8, 0x5d7279)
	p.tone(OK, 0x173f26, 0xb2ebc4, 0x3f7f56)
	p.tone(Waiting, 0x173a52, 0xbfe0f7, 0x42779b)
	p.tone(Attention, 0x493406, 0xffdc9b, 0x8f6d22)
	p.tone(Danger, 0x52211e, 0xffcfca, 0x9b524c)
	p.tone(Past, 0x2a3032, 0xb9c2c5, 0x50595c)
	return p
}
