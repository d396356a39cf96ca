package paper

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kumppani/model"
	"kumppani/ui/words"
)

// organiserMarks are the letters that stand for the organisers of a calendar.
type organiserMarks map[model.ID]string

// maxMark is how many letters a mark has at most.
const maxMark = 3

// legalForms are the ends of names that say nothing of who it is.
var legalForms = []string{"ry", "rf", "oy", "ab", "oyj", "osk", "sr", "rs"}

// marksOf gives every organiser of the entries a mark: the first letters of its name, with a number where another has the
// same.
func marksOf(entries []model.CalendarEntry, organisations model.Directory, l model.Language) organiserMarks {
	marks, taken := organiserMarks{}, map[string]int{}
	for _, id := range organisersOf(entries, organisations, l) {
		mark := initials(organisations.Name(id, l))
		if taken[mark]++; taken[mark] > 1 {
			mark += strconv.Itoa(taken[mark])
		}
		marks[id] = mark
	}
	return marks
}

// organisersOf lists the organisers of the entries by name, those that are known.
func organisersOf(entries []model.CalendarEntry, organisations model.Directory, l model.Language) []model.ID {
	seen := map[model.ID]bool{}
	var out []model.ID
	for _, e := range entries {
		for _, id := range e.Group.Organisers {
			if !seen[id] && organisations.Name(id, l) != "" {
				out = append(out, id)
			}
			seen[id] = true
		}
	}
	slices.SortFunc(out, func(a, b model.ID) int {
		return cmp.Or(cmp.Compare(model.SortKey(organisations.Name(a, l)), model.SortKey(organisations.Name(b, l))), cmp.Compare(a, b))
	})
	return out
}

// initials are the first letters of the words of a name, or the first two of its only one.
func initials(name string) string {
	parts := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	parts = slices.DeleteFunc(parts, func(s string) bool { return slices.Contains(legalForms, strings.ToLower(s)) })
	var out []rune
	for _, part := range parts {
		out = append(out, unicode.ToUpper([]rune(part)[0]))
	}
	if len(parts) == 1 {
		out = []rune(strings.ToUpper(parts[0]))[:min(2, len([]rune(strings.ToUpper(parts[0]))))]
	}
	if len(out) == 0 {
		return "?"
	}
	return string(out[:min(len(out), maxMark)])
}

// of are the badges of the organisers of a group.
func (m organiserMarks) of(g model.Group, organisations model.Directory, l model.Language) []Sign {
	var out []Sign
	for _, id := range g.Organisers {
		if m[id] != "" {
			out = append(out, Sign{Kind: SignBadge, Letters: m[id], Reads: organisations.Name(id, l)})
		}
	}
	return out
}

// accessFact is a fact of a place with its sign.
type accessFact struct {
	key  string // of its words
	said func(model.Access) model.Answer
	sign Sign
}

// accessFacts are the facts that a calendar tells with signs. Only of the way in is it told that it is not so: whoever
// comes in a wheelchair must know before leaving home.
func accessFacts() []accessFact {
	return []accessFact{
		{"step_free", func(a model.Access) model.Answer { return a.StepFree }, Sign{Kind: SignStepFree}},
		{"toilet", func(a model.Access) model.Answer { return a.Toilet }, Sign{Kind: SignLetters, Letters: "WC"}},
		{"changing_table", func(a model.Access) model.Answer { return a.ChangingTable }, Sign{Kind: SignChanging}},
		{"pram_space", func(a model.Access) model.Answer { return a.PramSpace }, Sign{Kind: SignPram}},
		{"parking", func(a model.Access) model.Answer { return a.Parking }, Sign{Kind: SignLetters, Letters: "P"}},
	}
}

// accessSigns are the signs of a place.
func (s *sheet) accessSigns(p model.MeetingPlace) []Sign {
	var out []Sign
	for _, f := range accessFacts() {
		switch said := f.said(p.Access); {
		case said == model.Yes:
			out = append(out, s.accessSign(f, false))
		case said == model.No && f.key == "step_free":
			out = append(out, s.accessSign(f, true))
		}
	}
	return out
}

func (s *sheet) accessSign(f accessFact, crossed bool) Sign {
	sign := f.sign
	sign.Crossed, sign.Reads = crossed, words.Capital(words.In(s.languages[0]).T("paper.access."+f.word(crossed)))
	return sign
}

// word is the end of the key under which the fact, or that it is not so, is said.
func (f accessFact) word(crossed bool) string {
	if crossed {
		return "not_" + f.key
	}
	return f.key
}

// accessLegend tells what the signs of the places mean, those that are there.
func (s *sheet) accessLegend(places []model.MeetingPlace) []Paragraph {
	var out []Paragraph
	for _, f := range accessFacts() {
		for _, crossed := range []bool{false, true} {
			used := slices.ContainsFunc(places, func(p model.MeetingPlace) bool {
				return slices.Contains(s.accessSigns(p), s.accessSign(f, crossed))
			})
			if used {
				sign := s.accessSign(f, crossed)
				sign.Reads = ""
				out = append(out, s.explained(sign, func(in words.In) string { return in.T("paper.access." + f.word(crossed)) }))
			}
		}
	}
	return out
}

// explained is a sign with what it means.
func (s *sheet) explained(sign Sign, say func(words.In) string) Paragraph {
	p := Text(s.languages[0], s.inline(say))
	p.Signs = []Sign{sign}
	return p
}
