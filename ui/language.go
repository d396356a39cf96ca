package ui

import (
	"fyne.io/fyne/v2/lang"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/words"
)

// startLanguage is the language asked for by hand, or else that of the centre, of the system, or Finnish.
func startLanguage(asked model.Language, c model.Centre) model.Language {
	for _, l := range []model.Language{asked, c.Language, model.Language(lang.SystemLocale().LanguageString())} {
		if l.Valid() {
			return l
		}
	}
	for _, l := range model.Languages() {
		if s := lang.SystemLocale().LanguageString(); len(s) >= 2 && s[:2] == string(l) {
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
