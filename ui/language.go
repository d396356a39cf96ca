package ui

import (
	"fyne.io/fyne/v2/lang"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/words"
)

// startLanguage is the first of these that the program speaks, or Finnish: what was asked for by hand comes before the
// language of the centre, and that before the system's.
func startLanguage(wished ...model.Language) model.Language {
	for _, l := range wished {
		if l.Valid() {
			return l
		}
	}
	return model.Finnish
}

// useLanguage makes the window speak l, the words of Fyne itself included: they are given to it as those of the
// system's own language, which is the one it will look for.
func useLanguage(l model.Language) error {
	words.Use(l)
	return lang.AddTranslationsForLocale(assets.FyneTranslation(string(l)), lang.SystemLocale())
}
