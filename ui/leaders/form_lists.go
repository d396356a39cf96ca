package leaders

import (
	"cmp"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// listOf says how a list of the form is edited; its words are "leaders.form.add.<name>" and "leaders.form.none.<name>".
type listOf[T comparable] struct {
	name  string // the path of the list in problems
	id    func(*T) *model.ID
	begin func(*T) // fills in what is surely so of a new item; may be nil
	line  func(T) kit.ItemLine
	edit  func(b binder, x *T, into *kit.Fields, l *kit.Items[T])
}

// kept is a list of the form as it stands there.
type kept[T comparable] struct {
	*kit.Items[T]
	of     listOf[T]
	values *[]T
}

// addList puts the list into the section that was begun last.
func addList[T comparable](f *form, of listOf[T], values *[]T) {
	l := kit.NewItems[T](f.view, f.s.desk.Dialogs)
	k := kept[T]{Items: l, of: of, values: values}
	l.Name = of.name
	l.Add, l.Empty = words.T("leaders.form.add."+of.name), words.T("leaders.form.none."+of.name)
	l.Line = func(_ int, x T) kit.ItemLine { return of.line(x) }
	l.New, l.Blank = k.fresh, k.blank
	l.Edit = func(x *T, into *kit.Fields) {
		b := f.bind()
		b.changed = l.Changed
		of.edit(b, x, into, l)
	}
	l.OnChanged = func() {
		*values = l.Values()
		f.touch()
	}
	l.SetValues(*values)
	f.lists = append(f.lists, k)
	f.view.Add(l)
}

func (k kept[T]) name() string { return k.of.name }

func (k kept[T]) fresh() T {
	var x T
	if k.of.begin != nil {
		k.of.begin(&x)
	}
	*k.of.id(&x) = model.NewID()
	return x
}

// blank reports whether nothing was said of the item.
func (k kept[T]) blank(x T) bool {
	empty := k.fresh()
	*k.of.id(&empty) = *k.of.id(&x)
	return x == empty
}

// dropBlank takes away items that were added and never filled in.
func (k kept[T]) dropBlank() {
	var left []T
	for _, x := range *k.values {
		if !k.blank(x) {
			left = append(left, x)
		}
	}
	if len(left) != len(*k.values) {
		*k.values = left
		k.SetValues(left)
	}
}

// named is the title of a line, or what stands there while there is none.
func named(title, list string) string { return cmp.Or(title, words.T("leaders.form.unnamed."+list)) }
