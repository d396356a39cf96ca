package form

import (
	"slices"

	"fyne.io/fyne/v2"

	"kumppani/ui/kit"
)

// list is what a sheet needs of its editors of lists, whatever is in them.
type list interface {
	SetProblems([]kit.Problem) (others []kit.Problem)
	FocusFirstProblem(warnings bool) bool
	FocusMisread() bool
	Focusable() fyne.Focusable
	dropBlank()
	name() string
}

// items are the items of a list, with where they are kept in the draft.
type items[T any] struct {
	*kit.Items[T]
	values *[]T
}

// AddList shows the list, which is ready but for its values and stands in the form of the sheet, and keeps the draft at
// what is in it. If it has an OnChanged of its own, that runs afterwards.
func AddList[T any](s *Sheet, l *kit.Items[T], values *[]T) {
	own := l.OnChanged
	l.OnChanged = func() {
		*values = l.Values()
		if own != nil {
			own()
		}
		s.Touch()
	}
	l.SetValues(*values)
	s.lists = append(s.lists, items[T]{l, values})
	s.View.Add(l)
}

func (i items[T]) name() string { return i.Name }

// dropBlank takes away what was added and never filled in.
func (i items[T]) dropBlank() {
	if i.Fixed || i.Blank == nil {
		return
	}
	if kept := slices.DeleteFunc(slices.Clone(*i.values), i.Blank); len(kept) < len(*i.values) {
		*i.values = kept
		i.SetValues(kept)
	}
}
