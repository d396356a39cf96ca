package form

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// judge remembers the warnings that were seen: they no longer keep from saving.
type judge map[kit.Problem]bool

// look tells whether anything is refused, and whether there is a warning that was not seen before. From now on it was.
func (j judge) look(all []kit.Problem) (refused, fresh bool) {
	for _, p := range all {
		refused = refused || !p.Warning
		fresh = fresh || p.Warning && !j[p]
	}
	j.see(all)
	return refused, fresh
}

func (j judge) see(all []kit.Problem) {
	for _, p := range all {
		if p.Warning {
			j[p] = true
		}
	}
}

// Said puts what the model finds amiss into words. What is said of one of these texts as a whole stands beside its first
// field, that of the language of the window.
func Said(found []model.Problem, texts ...string) []kit.Problem {
	out := make([]kit.Problem, len(found))
	for i, p := range found {
		if slices.Contains(texts, p.Field) {
			p.Field += "_" + string(WindowFirst()[0])
		}
		out[i] = kit.Problem{Field: p.Field, Warning: p.Severity == model.Warning, Sentence: desk.Problem(p)}
	}
	return out
}

// Fresh are the problems that a change brings with it: what was amiss before does not stand in the way of something
// else.
func Fresh(before, after []model.Problem) []model.Problem {
	type place struct{ field, code string }
	old := map[place]bool{}
	for _, p := range before {
		old[place{p.Field, p.Code}] = true
	}
	return slices.DeleteFunc(slices.Clone(after), func(p model.Problem) bool { return old[place{p.Field, p.Code}] })
}

// WindowFirst are the languages, that of the window first.
func WindowFirst() []model.Language {
	return append([]model.Language{words.Current()}, slices.DeleteFunc(model.Languages(), func(l model.Language) bool { return l == words.Current() })...)
}

// left is told that a field was left.
func (s *Sheet) left() {
	if s.resting {
		return
	}
	all := s.Problems()
	if !s.tried {
		all = slices.DeleteFunc(all, func(p kit.Problem) bool { return !p.Warning })
	}
	s.judge.see(all)
	s.show(all)
}

// sound shows what is amiss and reports whether the draft can be kept: nothing is refused, and every warning has been
// seen before.
func (s *Sheet) sound() bool {
	all := s.Problems()
	refused, fresh := s.judge.look(all)
	placed := s.show(all)
	if !refused && !fresh {
		return true
	}
	s.tried = true
	if placed { // otherwise a message says what has no field
		said := "form.warned"
		if refused {
			said = "form.refused"
		}
		s.desk.Messages.Warn(words.T(said))
	}
	s.focusProblem(refused)
	return false
}

// show shows these problems and no others, lets warnings that are seen be saved all the same, and reports whether every
// problem has a place.
func (s *Sheet) show(all []kit.Problem) (placed bool) {
	s.shown = all
	unplaced := s.Reshow()
	switch {
	case s.Unplaced != nil:
		s.Unplaced(unplaced)
	case len(unplaced) > 0:
		s.desk.Messages.Warn(unplaced[0].Sentence)
	}
	verb := s.verb
	if len(all) > 0 && !slices.ContainsFunc(all, func(p kit.Problem) bool { return !p.Warning }) {
		verb = words.T("form.save_anyway")
	}
	s.save.SetText(verb)
	return len(unplaced) == 0
}

// Reshow gives everything its place again after a text among the fields grew, and shows what was shown. It returns the
// problems that have no field.
func (s *Sheet) Reshow() (unplaced []kit.Problem) {
	left := slices.Clone(s.shown)
	for _, l := range s.lists {
		left = l.SetProblems(left)
	}
	return s.View.SetProblems(left)
}

// Recheck takes away what was said and no longer holds. What is newly amiss waits until somebody saves.
func (s *Sheet) Recheck() {
	if len(s.shown) == 0 {
		return
	}
	still := slices.DeleteFunc(s.Problems(), func(p kit.Problem) bool { return !slices.Contains(s.shown, p) })
	if len(still) < len(s.shown) {
		s.show(still)
	}
}

// focusProblem goes to the first field that is refused, or else to the first with a warning.
func (s *Sheet) focusProblem(refused bool) {
	if (!refused || s.View.Refused()) && s.View.FocusFirstProblem() {
		return
	}
	for _, l := range s.lists {
		if l.FocusFirstProblem(!refused) {
			return
		}
	}
	for _, l := range s.lists { // something is amiss with a list as a whole
		if slices.ContainsFunc(s.shown, func(p kit.Problem) bool { return p.Field == l.name() }) {
			kit.Focus(l.Focusable())
			return
		}
	}
	kit.Focus(s.save)
}
