package assets

import "embed"

// Fyne has the words of Fyne's own widgets and dialogs, fyne/fi.json, fyne/sv.json and fyne/en.json, in the format that
// fyne.io/fyne/v2/lang reads. Fyne has no Finnish, and switching back to a language needs its words again.
//
//go:embed fyne/*.json
var Fyne embed.FS

// FyneTranslation returns the words of Fyne in a language: "fi", "sv" or "en".
func FyneTranslation(language string) []byte {
	b, err := Fyne.ReadFile("fyne/" + language + ".json")
	if err != nil {
		panic(err) // a fault of the build: the first test meets it
	}
	return b
}
