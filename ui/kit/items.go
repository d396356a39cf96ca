package kit

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// Items edits an ordered list inside a form. Each item is one line that opens in place; one is open at a time, and its
// fields are made only then, so that fifty items are as light as two. A text that an input does not understand keeps
// its item open, because closing it would lose what was typed.
type Items[T any] struct {
	widget.BaseWidget
	Name  string                        // path of the list in problems: "parties" of "parties.2.signed_on"
	Add   string                        // label of the button that adds an item
	Empty string                        // sentence while there is none
	Line  func(i int, item T) ItemLine  // what is seen of an item
	Edit  func(item *T, fields *Fields) // makes the fields of an item; they write into item and call Changed
	New   func() T                      // makes the item that Add adds
	Blank func(item T) bool             // says that an item can be removed without a question
	Tick  func(item *T)                 // turns the item on or off; nil when items have no tick
	Fixed bool                          // items are neither added nor removed, ticked nor moved
	// OnChanged is called when the list or something in it changed by a person's hand.
	OnChanged func()

	form    *Form
	dialogs Dialogs
	rows    []*itemRow[T]
	open    *itemRow[T]
	adder   *Button
	marked  bool          // problems are shown
	note    *widget.Label // what is said of the list as a whole
}

type itemRow[T any] struct {
	item     T
	head     *itemHead
	problems []Problem
	frame    *itemFrame // the fields and buttons, nil while closed
}

// NewItems makes an empty list for this form, which it scrolls; put it there with Form.Add.
func NewItems[T any](form *Form, dialogs Dialogs) *Items[T] {
	l := &Items[T]{form: form, dialogs: dialogs, note: widget.NewLabel("")}
	l.note.Wrapping = fyne.TextWrapWord
	l.adder = NewButton("", theme.ContentAddIcon(), l.addByHand)
	l.adder.SetOnFocus(func() { form.revealPart(l.adder, 0, l.adder.Size().Height) })
	l.ExtendBaseWidget(l)
	return l
}

// Values returns the items in their order.
func (l *Items[T]) Values() []T {
	out := make([]T, len(l.rows))
	for i, r := range l.rows {
		out[i] = r.item
	}
	return out
}

// SetValues replaces the items without calling OnChanged, and closes the open one.
func (l *Items[T]) SetValues(items []T) {
	l.rows, l.open = nil, nil
	for _, item := range items {
		l.rows = append(l.rows, l.row(item))
	}
	l.refresh()
}

func (l *Items[T]) row(item T) *itemRow[T] {
	r := &itemRow[T]{item: item, head: &itemHead{tickable: l.Tick != nil}}
	h := r.head
	h.toggle = func() { l.toggle(r) }
	h.tick = func() { l.tick(r) }
	h.remove = func() { l.askRemove(r) }
	h.move = func(delta int) { l.move(r, delta) }
	h.neighbour = func(delta int) { l.neighbour(r, delta) }
	h.onFocus = func() { l.form.revealPart(h, 0, itemHeight) }
	h.ExtendBaseWidget(h)
	return r
}

// Changed must be called by the fields of the open item after they wrote into it: its line is written anew.
func (l *Items[T]) Changed() {
	if l.open != nil {
		l.describe(slices.Index(l.rows, l.open), l.open)
	}
	if l.OnChanged != nil {
		l.OnChanged()
	}
}

func (l *Items[T]) describe(i int, r *itemRow[T]) {
	r.head.line = l.Line(i, r.item)
	r.head.open = r == l.open
	r.head.worst = sound
	for _, p := range r.problems {
		if !p.Warning {
			r.head.worst = refused
		} else {
			r.head.worst = max(r.head.worst, doubtful)
		}
	}
	r.head.Refresh()
}

// refresh writes every line anew and gives everything its place.
func (l *Items[T]) refresh(whole ...Problem) {
	for i, r := range l.rows {
		l.describe(i, r)
	}
	l.adder.Text, l.adder.Hidden = l.Add, l.Fixed
	l.adder.Refresh()
	l.sayNote(whole)
	l.relayout()
}

func (l *Items[T]) relayout() {
	if l.Size().Width > 0 { // otherwise the form has no place for it yet
		l.Refresh()
		l.form.relayout()
	}
}

func (l *Items[T]) toggle(r *itemRow[T]) {
	if l.open == r {
		l.closeOpen()
		return
	}
	if l.closeOpen() {
		l.show(r)
		r.frame.fields.FocusFirst()
	}
}

// closeOpen closes the open item, or gives the focus to what keeps it open and returns false.
func (l *Items[T]) closeOpen() bool {
	if l.open == nil {
		return true
	}
	r := l.open
	if r.frame.fields.FocusMisread() {
		return false
	}
	l.open, r.frame = nil, nil
	l.describe(slices.Index(l.rows, r), r)
	l.relayout()
	return true
}

func (l *Items[T]) show(r *itemRow[T]) {
	l.open = r
	r.frame = l.newFrame(r)
	l.Edit(&r.item, r.frame.fields)
	r.frame.fields.show(r.problems)
	l.describe(slices.Index(l.rows, r), r)
	l.relayout()
}

// Rebuild makes the fields of the open item anew, because which fields there are, or what they offer, depends on what
// was chosen in one of them; that one (by name) keeps the focus.
func (l *Items[T]) Rebuild(focus string) {
	if l.open == nil {
		return
	}
	l.show(l.open)
	l.open.frame.fields.FocusField(focus)
}

func (l *Items[T]) addByHand() {
	if l.Fixed || !l.closeOpen() {
		return
	}
	r := l.row(l.New())
	l.rows = append(l.rows, r)
	l.show(r)
	l.refresh()
	r.frame.fields.FocusFirst()
	l.Changed()
}

func (l *Items[T]) tick(r *itemRow[T]) {
	if l.Fixed || l.Tick == nil {
		return
	}
	l.Tick(&r.item)
	l.refresh()
	l.Changed()
}

func (l *Items[T]) askRemove(r *itemRow[T]) {
	switch {
	case l.Fixed:
	case l.Blank(r.item):
		l.remove(r)
	default:
		title := l.Line(slices.Index(l.rows, r), r.item).Title
		l.dialogs.Confirm(words.T("kit.items.remove.title"), words.T("kit.items.remove.text", "name", firstRunes(title, 120)),
			words.T("kit.items.remove"), true, func() { l.remove(r) })
	}
}

// remove takes the item away; the focus goes to the one that takes its place, or to the button that adds.
func (l *Items[T]) remove(r *itemRow[T]) {
	i := slices.Index(l.rows, r)
	l.rows = slices.Delete(l.rows, i, i+1)
	if l.open == r {
		l.open = nil
	}
	l.refresh()
	if len(l.rows) > 0 {
		Focus(l.rows[min(i, len(l.rows)-1)].head)
	} else {
		Focus(l.adder)
	}
	l.Changed()
}

func (l *Items[T]) move(r *itemRow[T], delta int) {
	i := slices.Index(l.rows, r)
	to := i + delta
	if l.Fixed || to < 0 || to >= len(l.rows) {
		return
	}
	l.rows[i], l.rows[to] = l.rows[to], l.rows[i]
	l.refresh()
	Focus(r.head)
	l.Changed()
}

func (l *Items[T]) neighbour(r *itemRow[T], delta int) {
	if to := slices.Index(l.rows, r) + delta; to >= 0 && to < len(l.rows) {
		Focus(l.rows[to].head)
	}
}

// Focusable returns what has the focus when someone comes to the list: its first item, or the button that adds one.
func (l *Items[T]) Focusable() fyne.Focusable {
	if len(l.rows) > 0 {
		return l.rows[0].head
	}
	return l.adder
}

// SetProblems marks the items that these problems are about, shows those of the open item beside its fields, and takes
// away what the last call showed. It returns the problems of other parts of the form.
func (l *Items[T]) SetProblems(problems []Problem) (others []Problem) {
	before := l.marked
	for _, r := range l.rows {
		r.problems = nil
	}
	var whole []Problem
	for _, p := range problems {
		rest, mine := strings.CutPrefix(p.Field, l.Name+".")
		index, field, _ := strings.Cut(rest, ".")
		i, err := strconv.Atoi(index)
		switch {
		case p.Field == l.Name:
			whole = append(whole, p)
		case mine && err == nil && i >= 0 && i < len(l.rows):
			p.Field, p.whole = field, p.Field
			l.rows[i].problems = append(l.rows[i].problems, p)
		default:
			others = append(others, p)
		}
	}
	l.marked = len(others) < len(problems)
	if !l.marked && !before {
		return others
	}
	if l.open != nil {
		l.open.frame.fields.show(l.open.problems)
	}
	l.refresh(whole...)
	return others
}

// sayNote says what is amiss with the list as a whole, or that it is empty.
func (l *Items[T]) sayNote(whole []Problem) {
	l.note.Importance = widget.LowImportance
	l.note.Text = ""
	if len(l.rows) == 0 {
		l.note.Text = l.Empty
	}
	for _, p := range whole {
		word := "kit.form.warning"
		l.note.Importance = widget.MediumImportance
		if !p.Warning {
			word = "kit.form.refusal"
			l.note.Importance = widget.DangerImportance
		}
		l.note.Text = words.T(word) + " " + p.Sentence
	}
	l.note.Hidden = l.note.Text == ""
	l.note.Refresh()
}

// FocusFirstProblem opens the first item that must be put right, or else (with warnings) the first that has a warning,
// gives the focus to the field, and reports whether there is one.
func (l *Items[T]) FocusFirstProblem(warnings bool) bool {
	for _, r := range l.rows {
		if r.head.worst != refused && (!warnings || r.head.worst == sound) {
			continue
		}
		if l.open != r {
			if !l.closeOpen() {
				return true
			}
			l.show(r)
		}
		if !r.frame.fields.FocusFirstProblem() {
			Focus(r.head)
		}
		return true
	}
	return false
}

// FocusMisread gives the focus to a text in the open item that its input does not understand, and reports whether there
// is one.
func (l *Items[T]) FocusMisread() bool { return l.open != nil && l.open.frame.fields.FocusMisread() }
