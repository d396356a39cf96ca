package leaders

import (
	"cmp"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// listOf says how a list of the form is edited; its words are "leaders.form.add.<name>" and "leaders.form.none.<name>".
type listOf[T comparable] struct {
	name  string // the path of the list in problems
	id    func(*T) *model.ID
	begin func(*T) // fills in what is surely so of a new item; may be nil
	line  func(T) kit.ItemLine
	edit  func(b form.Binder, x *T, into *kit.Fields, l *kit.Items[T])
}

// addList puts the list into the section that was begun last.
func addList[T comparable](f *leaderForm, of listOf[T], values *[]T) {
	l := kit.NewItems[T](f.View, f.s.desk.Dialogs)
	l.Name = of.name
	l.Add, l.Empty = words.T("leaders.form.add."+of.name), words.T("leaders.form.none."+of.name)
	l.Line = func(_ int, x T) kit.ItemLine { return of.line(x) }
	l.New, l.Blank = of.fresh, of.blank
	l.Edit = func(x *T, into *kit.Fields) { of.edit(f.bind().Of(l.Changed), x, into, l) }
	form.AddList(f.Sheet, l, values)
}

func (of listOf[T]) fresh() T {
	var x T
	if of.begin != nil {
		of.begin(&x)
	}
	*of.id(&x) = ids.New()
	return x
}

// blank reports whether nothing was said of the item.
func (of listOf[T]) blank(x T) bool {
	empty := of.fresh()
	*of.id(&empty) = *of.id(&x)
	return x == empty
}

// named is the title of a line, or what stands there while there is none.
func named(title, list string) string { return cmp.Or(title, words.T("leaders.form.unnamed."+list)) }
