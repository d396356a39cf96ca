package importing

import (
	"context"
	"slices"
	"strings"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/words"
)

// Store is what is read of the registers.
type Store interface {
	Centre(ctx context.Context) (model.Centre, error)
	Organisations(ctx context.Context) ([]model.Organisation, error)
	Leaders(ctx context.Context) ([]model.Leader, error)
	Programmes(ctx context.Context) ([]model.Programme, error)
	Events(ctx context.Context) ([]model.Event, error)
	MeetingPlaces(ctx context.Context) ([]model.MeetingPlace, error)
	Groups(ctx context.Context) ([]model.Group, error)
	MeetingPolicy(ctx context.Context) (model.MeetingPolicy, error)
	Sessions(ctx context.Context, from, until model.Date) ([]model.Session, error)
}

// Facts are the registers, with which the rows of a file are compared. They do not change while they are used,
// by one goroutine.
type Facts struct {
	In            words.In // in which values and names are shown
	Today         model.Date
	Centre        model.Centre
	Policy        model.MeetingPolicy
	Organisations model.Directory
	Leaders       model.LeaderDirectory
	Programmes    []model.Programme
	Events        []model.Event
	Places        model.PlaceDirectory
	Groups        model.GroupDirectory

	store          Store
	municipalities map[string]model.Municipality // by folded name in either language
	codes          map[string]map[string]string  // code by folded word, by set
	said           map[string]string             // words of codes
	heads          map[Kind]headers
}

// Read reads the registers; in is the language in which values are shown.
func Read(ctx context.Context, store Store, in words.In, today model.Date) (Facts, error) {
	f := Facts{
		In: in, Today: today, store: store,
		municipalities: map[string]model.Municipality{}, codes: map[string]map[string]string{}, said: map[string]string{}, heads: map[Kind]headers{},
	}
	var err error
	if f.Centre, err = store.Centre(ctx); err != nil {
		return f, err
	}
	if f.Policy, err = store.MeetingPolicy(ctx); err != nil {
		return f, err
	}
	organisations, err := store.Organisations(ctx)
	if err != nil {
		return f, err
	}
	leaders, err := store.Leaders(ctx)
	if err != nil {
		return f, err
	}
	if f.Programmes, err = store.Programmes(ctx); err != nil {
		return f, err
	}
	if f.Events, err = store.Events(ctx); err != nil {
		return f, err
	}
	places, err := store.MeetingPlaces(ctx)
	if err != nil {
		return f, err
	}
	groups, err := store.Groups(ctx)
	if err != nil {
		return f, err
	}
	f.Organisations, f.Leaders = model.DirectoryOf(organisations), model.LeaderDirectoryOf(leaders)
	f.Places, f.Groups = model.PlaceDirectoryOf(places), model.GroupDirectoryOf(groups)
	f.knowMunicipalities()
	return f, nil
}

// language is that of the words.
func (*Facts) language(in words.In) model.Language { return model.Language(in) }

// knowMunicipalities gathers the municipalities of the centre's own region, and those of Finland.
func (f *Facts) knowMunicipalities() {
	add := func(m model.RegionMunicipality) {
		for _, name := range []string{m.Fi, m.Sv} {
			if key := model.Fold(name); key != "" && f.municipalities[key].IsZero() {
				f.municipalities[key] = model.Municipality{Code: m.Code, Name: m.Name(f.language(f.In))}
			}
		}
	}
	for _, m := range f.Centre.Municipalities {
		add(m)
	}
	for _, m := range assets.Municipalities() {
		add(model.RegionMunicipality{Code: m.Code, Fi: m.Fi, Sv: m.Sv})
	}
}

// municipality finds one by its name in either language; one that is not known is kept as it is written.
func (f *Facts) municipality(text string) model.Municipality {
	key := model.Fold(text)
	for _, end := range []string{"", " kunta", " kaupunki", " kommun", " stad"} {
		if short, ok := strings.CutSuffix(key, end); ok && end != "" || end == "" {
			if m, known := f.municipalities[short]; known {
				return m
			}
		}
	}
	return model.Municipality{Name: text}
}

// codeWords are words for codes of closed sets besides their own in the three languages, folded.
var codeWords = map[string]map[string]string{
	"sector": {
		"kaupunki": "municipality", "stad": "municipality", "city": "municipality", "yhdistys": "association", "ry": "association",
		"rf": "association", "forening": "association", "organisation": "association", "kolmas sektori": "association", "ngo": "association",
		"hva": "wellbeing_county", "sote": "wellbeing_county", "seurakuntayhtyma": "parish", "srk": "parish", "oy": "company", "ab": "company",
		"yritys": "company", "foretag": "company", "koulu": "education", "skola": "education", "school": "education",
	},
	"leader.kind": {
		"vapaaehtoistyontekija": "volunteer", "vpa": "volunteer", "frivilligarbetare": "volunteer", "tyontekija": "professional",
		"ammattihenkilo": "professional", "anstalld": "professional", "employee": "professional", "staff": "professional",
	},
	"leader.state": {
		"aktiivi": "active", "mukana": "active", "toiminnassa": "active", "aktiv": "active", "tauko": "on_break", "paus": "on_break",
		"lopetti": "ended", "ei mukana": "ended", "slutat": "ended", "uusi": "interested", "ny": "interested",
	},
	"spoken": {
		"suomea": "fi", "finska": "fi", "ruotsia": "sv", "svenska": "sv", "englantia": "en", "engelska": "en", "venajaa": "ru", "arabiaa": "ar",
		"viroa": "et", "somalia": "so", "ukrainaa": "uk", "viittomakieli": "fse", "teckensprak": "fse", "saame": "se", "samiska": "se",
	},
	"language":   {"suomea": "fi", "ruotsia": "sv", "englantia": "en"},
	"group.type": {"suljettu": "targeted", "sluten": "targeted", "closed": "targeted", "oppen": "open"},
}

// codeOf finds the code of a closed set by a word in any of the three languages, or by itself; false when it is none.
func codeOf[C ~string](f *Facts, set string, all []C, text string) (C, bool) {
	known := f.codes[set]
	if known == nil {
		known = map[string]string{}
		for word, code := range codeWords[set] {
			known[word] = code
		}
		for _, c := range all {
			known[string(c)] = string(c)
			for _, l := range model.Languages() {
				known[model.Fold(words.Code(words.In(l), set, c))] = string(c)
			}
		}
		f.codes[set] = known
	}
	code, ok := known[model.Fold(text)]
	return C(code), ok && slices.Contains(all, C(code))
}

// codeWord names a code in the language of the facts.
func codeWord[C ~string](f *Facts, set string, code C) string {
	key := set + "." + string(code)
	word, ok := f.said[key]
	if !ok {
		word = words.Code(f.In, set, code)
		f.said[key] = word
	}
	return word
}
