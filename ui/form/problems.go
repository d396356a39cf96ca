package form

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// judge remembers the warnings that were seen: they no longer keep from saving. A warning is seen when saving stops for
// warnings alone, and when it stands beside a field that has the focus or is left; beside something that must be put right
// first, perhaps far down in the form, it is not.
type judge map[kit.Problem]bool

// look tells whether anything is refused, and whether there is a warning that was not seen before. When nothing is refused
// it is seen from now on.
func (j judge) look(all []kit.Problem) (refused, fresh bool) {
	for _, p := range all {
		refused = refused || !p.Warning
		fresh = fresh || p.Warning && !j[p]
	}
	if !refused {
		j.see(all)
	}
	return refused, fresh
}

// seen reports whether all of these are warnings that were seen.
func (j judge) seen(all []kit.Problem) bool {
	return !slices.ContainsFunc(all, func(p kit.Problem) bool { return !j[p] })
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
	s.show(all)
}

// leftField is told which field was left: what stands beside it was seen.
func (s *Sheet) leftField(f *kit.Field) {
	s.judge.see(f.Shown())
	s.showVerb()
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
		s.warn(words.T(said))
	}
	s.focusProblem(refused)
	return false
}

// show shows these problems and no others, and reports whether every problem has a place.
func (s *Sheet) show(all []kit.Problem) (placed bool) {
	s.shown = all
	unplaced := s.Reshow()
	switch {
	case s.Unplaced != nil:
		s.Unplaced(unplaced)
	case len(unplaced) > 0:
		s.warn(unplaced[0].Sentence)
	case len(all) == 0:
		s.hush()
	}
	s.showVerb()
	return len(unplaced) == 0
}

// showVerb says on the button that what is shown can be saved all the same, when that is so.
func (s *Sheet) showVerb() {
	verb := s.verb
	if len(s.shown) > 0 && s.judge.seen(s.shown) {
		verb = words.T("form.save_anyway")
	}
	s.save.SetText(verb)
}

// warn says at the bottom of the window what keeps the form from being saved.
func (s *Sheet) warn(sentence string) {
	s.said = sentence
	s.desk.Messages.Warn(sentence)
}

// hush takes away what warn said, unless something else has been said since.
func (s *Sheet) hush() {
	s.desk.Messages.Withdraw(s.said)
	s.said = ""
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
