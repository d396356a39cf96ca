// Package words says things in Finnish, Swedish and English: the words of the window, of paper and of the command
// line, dates and amounts as people write them, and agreement clauses with their placeholders filled in. It also
// understands dates as people type them.
//
// What does not live here: widgets and drawing (it imports neither Fyne nor gofpdf), and the rules of the records.
package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"kumppani/assets"
	"kumppani/model"
)

// In speaks one language. It is a value as small as the language itself; make it where it is needed.
type In model.Language

var current atomic.Value // model.Language of the window

// Use sets the language of the window.
func Use(l model.Language) { current.Store(l) }

// Current returns the language of the window, Finnish until Use was called.
func Current() model.Language {
	if l, ok := current.Load().(model.Language); ok {
		return l
	}
	return model.Finnish
}

// T says key in the language of the window; see In.T.
func T(key string, args ...any) string { return In(Current()).T(key, args...) }

// N says key for n things in the language of the window; see In.N.
func N(key string, n int, args ...any) string { return In(Current()).N(key, n, args...) }

// T says key, with args as name-value pairs for the names in the sentence: T("saved", "name", "Tupa"). A key that is
// missing in every language is said as itself, so that it is seen.
func (in In) T(key string, args ...any) string {
	return in.say(&i18n.LocalizeConfig{MessageID: key, TemplateData: data(args)})
}

// N is T for a sentence about n things, which has a form for one and a form for more; n is named .n in the sentence.
func (in In) N(key string, n int, args ...any) string {
	d := data(args)
	d["n"] = n
	return in.say(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: d})
}

// Code says the word of a stable code of a closed set: Code("agreement.state", a.State) is the word of
// "agreement.state.draft". An empty code has no word.
func Code[C ~string](in In, set string, code C) string {
	if code == "" {
		return ""
	}
	return in.T(set + "." + string(code))
}

// Capital begins a word that stands by itself with a capital letter.
func Capital(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + word[size:]
}

func (in In) say(c *i18n.LocalizeConfig) string {
	s, err := localizers()[model.Language(in)].Localize(c)
	if err != nil && s == "" {
		return c.MessageID
	}
	return s
}

func data(args []any) map[string]any {
	d := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		d[args[i].(string)] = args[i+1]
	}
	return d
}

// localizers reads the built-in translations once. They are part of the program, so a broken one is a fault of the
// build, not of the day: it panics, and the first test does.
var localizers = sync.OnceValue(func() map[model.Language]*i18n.Localizer {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	out := map[model.Language]*i18n.Localizer{}
	for _, l := range model.Languages() {
		files, err := fs.Glob(assets.Translations, "translations/"+string(l)+"/*.json")
		if err != nil {
			panic(err)
		}
		for _, f := range files {
			b, err := assets.Translations.ReadFile(f)
			if err == nil {
				_, err = bundle.ParseMessageFileBytes(b, fmt.Sprintf("%s.json", l))
			}
			if err != nil {
				panic(fmt.Errorf("%s: %w", f, err))
			}
		}
		out[l] = i18n.NewLocalizer(bundle, string(l))
	}
	return out
})
