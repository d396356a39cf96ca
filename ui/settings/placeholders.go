package settings

import (
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// memoOnly are the placeholders that only the memo of an oral agreement knows.
var memoOnly = []model.Placeholder{
	model.PlaceMemoDate, model.PlaceMemoContent, model.PlaceMemoBy, model.PlaceMemoSent,
}

// memoPlaceholders are those that the memo may have: all.
func memoPlaceholders() []model.Placeholder { return model.Placeholders() }

// clausePlaceholders are those that the clauses of a written agreement may have.
func clausePlaceholders() []model.Placeholder {
	return slices.DeleteFunc(model.Placeholders(), func(p model.Placeholder) bool { return slices.Contains(memoOnly, p) })
}

// placeholderMenu puts the placeholder that is chosen in it where the cursor of body stands. It is chosen by what it
// stands for; the token is shown beside it.
func placeholderMenu(body *kit.Area, places []model.Placeholder) *kit.Select[model.Placeholder] {
	var options []kit.Option[model.Placeholder]
	for _, p := range places {
		label := words.Code(words.In(words.Current()), "agreement.placeholder", p)
		options = append(options, kit.Option[model.Placeholder]{Value: p, Label: label, Detail: token(p)})
	}
	s := kit.NewSelect(options)
	s.SetHint(words.T("settings.template.insert.choose"))
	s.OnChanged = func() {
		if p, ok := s.Value(); ok {
			body.Insert(token(p))
			s.Clear()
			kit.Focus(body)
		}
	}
	return s
}

// token is a placeholder as it stands in a text.
func token(p model.Placeholder) string { return "{{" + string(p) + "}}" }

// templateProblems warns of placeholders that will never be filled, by name and language.
func templateProblems(t model.Template) []kit.Problem {
	var out []kit.Problem
	for i, c := range t.Clauses {
		out = append(out, clauseProblems("clauses."+strconv.Itoa(i), c, clausePlaceholders())...)
	}
	return append(out, clauseProblems("memo.0", t.Memo, memoPlaceholders())...)
}

// clauseProblems warns of one clause: headings are not filled at all.
func clauseProblems(path string, c model.TemplateClause, known []model.Placeholder) []kit.Problem {
	var out []kit.Problem
	for _, l := range model.Languages() {
		for _, p := range unknownPlaceholders(c.Heading.In(l), nil) {
			sentence := words.T("settings.template.in_heading."+string(l), "token", token(p))
			out = append(out, kit.Problem{Field: path + ".heading", Warning: true, Sentence: sentence})
		}
		for _, p := range unknownPlaceholders(c.Body.In(l), known) {
			sentence := words.T("settings.template.unknown."+string(l), "token", token(p))
			out = append(out, kit.Problem{Field: path + ".body", Warning: true, Sentence: sentence})
		}
	}
	return out
}

// unknownPlaceholders returns those in the text that are not among known, each once, in the order in which they stand.
func unknownPlaceholders(text string, known []model.Placeholder) []model.Placeholder {
	var out []model.Placeholder
	for _, s := range model.Segments(text) {
		if s.Placeholder != "" && !slices.Contains(known, s.Placeholder) && !slices.Contains(out, s.Placeholder) {
			out = append(out, s.Placeholder)
		}
	}
	return out
}
