package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// contrast is the contrast ratio of WCAG 2.2, 1…21, of ink on ground; what is transparent is laid over under.
func contrast(ink, ground, under color.Color) float64 {
	g := over(ground, under)
	a, b := luminance(over(ink, g)), luminance(g)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func over(top, under color.Color) color.Color {
	t, u := color.NRGBAModel.Convert(top).(color.NRGBA), color.NRGBAModel.Convert(under).(color.NRGBA)
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(t.A) + int(b)*(255-int(t.A))) / 255) }
	return color.NRGBA{mix(t.R, u.R), mix(t.G, u.G), mix(t.B, u.B), 255}
}

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func TestContrastIsKnown(t *testing.T) {
	if c := contrast(color.White, color.Black, color.Black); math.Abs(c-21) > 0.01 {
		t.Errorf("white on black has %.2f, want 21", c)
	}
	if c := contrast(rgb(0x777777), color.White, color.White); math.Abs(c-4.48) > 0.01 {
		t.Errorf("#777 on white has %.2f, want 4.48", c)
	}
}

func TestThemeContrast(t *testing.T) {
	const text, large = 4.5, 3.0
	type pair struct {
		ink, ground fyne.ThemeColorName
		least       float64
	}
	var pairs []pair
	for _, ground := range []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameHeaderBackground,
		theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameSelection,
	} {
		pairs = append(pairs,
			pair{theme.ColorNameForeground, ground, text}, pair{theme.ColorNamePlaceHolder, ground, text},
			pair{theme.ColorNameHyperlink, ground, text}, pair{theme.ColorNamePrimary, ground, text})
		if ground != theme.ColorNameSelection {
			pairs = append(pairs, pair{theme.ColorNameDisabled, ground, large},
				pair{theme.ColorNameError, ground, text}, pair{theme.ColorNameWarning, ground, text}, pair{theme.ColorNameSuccess, ground, text})
		}
	}
	pairs = append(
		pairs,
		pair{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, text},
		pair{theme.ColorNameForegroundOnError, theme.ColorNameError, text},
		pair{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning, text},
		pair{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess, text},
		pair{theme.ColorNameForeground, theme.ColorNameButton, text},
		pair{theme.ColorNameDisabled, theme.ColorNameDisabledButton, large},
		pair{theme.ColorNameInputBorder, theme.ColorNameInputBackground, large},
		pair{theme.ColorNameScrollBar, theme.ColorNameBackground, large},
	)
	for _, tone := range []Tone{Past, Neutral, OK, Waiting, Attention, Danger} {
		ground, ink, _ := toneColors(tone)
		pairs = append(pairs, pair{ink, ground, text})
	}
	for look, variant := range map[Appearance]fyne.ThemeVariant{Light: theme.VariantLight, Dark: theme.VariantDark} {
		th := Theme{Appearance: look}
		background := th.Color(theme.ColorNameBackground, variant)
		for _, p := range pairs {
			c := contrast(th.Color(p.ink, variant), th.Color(p.ground, variant), background)
			if c < p.least {
				t.Errorf("%s: %s on %s has %.2f, want %.1f", look, p.ink, p.ground, c, p.least)
			}
		}
		for _, over := range []fyne.ThemeColorName{theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameFocus} {
			c := contrast(th.Color(theme.ColorNameForeground, variant), th.Color(over, variant), th.Color(theme.ColorNameButton, variant))
			if c < text {
				t.Errorf("%s: words on a button with %s have %.2f, want %.1f", look, over, c, text)
			}
		}
	}
}

func TestFocusIsSeenOnEveryButton(t *testing.T) {
	for look, variant := range map[Appearance]fyne.ThemeVariant{Light: theme.VariantLight, Dark: theme.VariantDark} {
		th := Theme{Appearance: look}
		focus := th.Color(theme.ColorNameFocus, variant)
		for ground, words := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			theme.ColorNameButton:  theme.ColorNameForeground,
			theme.ColorNamePrimary: theme.ColorNameForegroundOnPrimary,
			theme.ColorNameError:   theme.ColorNameForegroundOnError,
		} {
			g := th.Color(ground, variant)
			if c := contrast(th.Color(words, variant), focus, g); c < 4.5 {
				t.Errorf("%s: words on a focused %s have %.2f, want 4.5", look, ground, c)
			}
			a, b := color.NRGBAModel.Convert(over(focus, g)).(color.NRGBA), color.NRGBAModel.Convert(g).(color.NRGBA)
			far := math.Hypot(math.Hypot(float64(a.R)-float64(b.R), float64(a.G)-float64(b.G)), float64(a.B)-float64(b.B))
			if far < 35 { // of 441 between black and white
				t.Errorf("%s: a focused %s is only %.0f from one without focus", look, ground, far)
			}
		}
	}
}

func TestAppearanceOverridesTheSystem(t *testing.T) {
	light := Theme{Light}.Color(theme.ColorNameBackground, theme.VariantDark)
	if got := (Theme{}).Color(theme.ColorNameBackground, theme.VariantLight); got != light {
		t.Errorf("light chosen in a dark system gives %v, want %v", light, got)
	}
	if got := (Theme{}).Color(theme.ColorNameBackground, theme.VariantDark); got == light {
		t.Error("following a dark system gives the light background")
	}
}
