package importing

import (
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
)

// The attributes that several kinds share. Those of a record that the row has no value for are never touched.

func textOf[T any](field Field, at func(*T) *string) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble { *at(t) = v.Text; return nil },
		func(t *T) string { return *at(t) },
	}
}

// nameOf is a name in one language. What a record is called in another language already is not its name in this one, too.
func nameOf[T any](field Field, l model.Language, at func(*T) *model.Text) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			name := at(t)
			for _, other := range model.Languages() {
				if model.Fold(name.In(other)) == model.Fold(v.Text) {
					return nil
				}
			}
			name.Set(l, v.Text)
			return nil
		},
		func(t *T) string { return at(t).In(l) },
	}
}

func namesOf[T any](at func(*T) *model.Text) []attribute[T] {
	return []attribute[T]{nameOf(NameFi, model.Finnish, at), nameOf(NameSv, model.Swedish, at), nameOf(NameEn, model.English, at)}
}

func dayOf[T any](x *records, field Field, at func(*T) *model.Date) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			d, trouble := x.f.dateOf(v)
			if trouble == nil {
				*at(t) = d
			}
			return trouble
		},
		func(t *T) string { return x.f.In.Date(*at(t)) },
	}
}

func numberAt[T any](field Field, at func(*T) *model.Count) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			n, trouble := countOf(v)
			if trouble == nil {
				*at(t) = n
			}
			return trouble
		},
		func(t *T) string { return at(t).String() },
	}
}

func answerOf[T any](x *records, field Field, at func(*T) *model.Answer) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			yes, trouble := yesOf(v)
			switch {
			case trouble != nil:
			case yes:
				*at(t) = model.Yes
			default:
				*at(t) = model.No
			}
			return trouble
		},
		func(t *T) string { return codeWord(x.f, "answer", *at(t)) },
	}
}

func choiceOf[T any, C ~string](x *records, field Field, set string, all []C, at func(*T) *C) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			c, ok := codeOf(x.f, set, all, v.Text)
			if !ok {
				return wrong("not_a_choice", v.Text, "choices", choices(x, set, all))
			}
			*at(t) = c
			return nil
		},
		func(t *T) string { return codeWord(x.f, set, *at(t)) },
	}
}

// choicesOf are several of a closed set. What is understood whole takes the place of what was there; of what is understood in
// part only, what is new is added.
func choicesOf[T any, C ~string](x *records, field Field, set string, all []C, at func(*T) *[]C) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			chosen, unknown := several(v.Text, func(part string) (C, *Trouble) {
				c, ok := codeOf(x.f, set, all, part)
				if !ok {
					return c, wrong("not_a_choice", part)
				}
				return c, nil
			})
			old := *at(t)
			switch {
			case len(unknown) > 0 && len(chosen) == 0:
				return wrong("not_a_choice", textsOf(unknown), "choices", choices(x, set, all))
			case len(unknown) > 0:
				*at(t) = union(old, chosen)
				return wrong("choices_in_part", textsOf(unknown), "choices", choices(x, set, all))
			case len(chosen) > 0 && !(len(chosen) == len(old) && contains(chosen, old)):
				*at(t) = chosen
			}
			return nil
		},
		func(t *T) string { return choices(x, set, *at(t)) },
	}
}

func contains[C comparable](all, some []C) bool {
	return !slices.ContainsFunc(some, func(c C) bool { return !slices.Contains(all, c) })
}

// choices lists the words of a closed set for a sentence.
func choices[C ~string](x *records, set string, all []C) string {
	said := make([]string, len(all))
	for i, c := range all {
		said[i] = codeWord(x.f, set, c)
	}
	return strings.Join(said, ", ")
}

func organisationOf[T any](x *records, field Field, at func(*T) *model.ID) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			id, trouble := x.organisation(v.Text)
			if trouble == nil {
				*at(t) = id
			}
			return trouble
		},
		func(t *T) string { return x.organisationName(*at(t)) },
	}
}

func municipalityOf[T any](x *records, at func(*T) *model.Municipality) attribute[T] {
	return attribute[T]{
		Municipality,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			m := x.f.municipality(v.Text)
			if old := *at(t); m.Code == "" || m.Code != old.Code {
				*at(t) = m
			}
			if m.Code == "" {
				trouble := wrong("no_municipality", v.Text)
				trouble.Kept = true
				return trouble
			}
			return nil
		},
		func(t *T) string { return at(t).Name },
	}
}

func phoneAt[T any](field Field, at func(*T) *string) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			if lostDigits.MatchString(v.Text) {
				return wrong("phone_lost_digits", v.Text)
			}
			if phone := phoneIn(v); !model.SamePhone(*at(t), phone) {
				*at(t) = phone
			}
			return nil
		},
		func(t *T) string { return *at(t) },
	}
}

func emailAt[T any](field Field, at func(*T) *string) attribute[T] {
	return attribute[T]{
		field,
		func(_ *Row, t *T, v spreadsheet.Value) *Trouble {
			email := strings.Trim(strings.TrimPrefix(v.Text, "mailto:"), "<>;, ")
			if model.Fold(*at(t)) != model.Fold(email) {
				*at(t) = email
			}
			return nil
		},
		func(t *T) string { return *at(t) },
	}
}

// languageChoices are the languages of the program as a closed set.
func languageChoice[T any](x *records, field Field, at func(*T) *model.Language) attribute[T] {
	return choiceOf(x, field, "language", model.Languages(), at)
}
