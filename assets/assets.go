// Package assets holds what is built into the program: translations, agreement templates, municipalities, fonts, the
// icon and the sample region. It knows how these files are read, and nothing of what they are used for.
package assets

import "embed"

// Translations has one folder per language (fi, sv, en) with the same JSON files in each, one file per part of the
// program. The files are in the format of github.com/nicksnyder/go-i18n.
//
//go:embed translations
var Translations embed.FS
