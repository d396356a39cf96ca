package settings

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// keeper is what the parts that are forms have in common: one record that is always there, a draft of it, and the form.
type keeper[T any] struct {
	*form.Sheet
	d     *desk.Desk
	kept  T // as it is saved
	draft T
	read  func(ctx context.Context) (T, error)
	// write saves the draft and returns what was saved.
	write func(ctx context.Context, draft T) (saved T, err error)
	// copied copies what is changed in place; nil where nothing is.
	copied func(T) T
	said   string // once it is saved
}

// newKeeper makes the form of a part without fields; more are buttons at the end of their row. The part sets what is
// needed and calls Discard, which shows the record.
func newKeeper[T any](d *desk.Desk, said string, more ...fyne.CanvasObject) *keeper[T] {
	k := &keeper[T]{d: d, said: said}
	discard := kit.NewButton(words.T("settings.discard"), nil, func() { k.Discard() })
	k.Sheet = form.NewSheet(d, func() { k.Save() }, append([]fyne.CanvasObject{discard, layout.NewSpacer()}, more...)...)
	k.KeepBlank = true
	k.Write = func(ctx context.Context) (model.ID, string, error) {
		saved, err := k.write(ctx, k.draft)
		if err != nil {
			return "", "", err
		}
		k.kept = saved
		if !reflect.DeepEqual(saved, k.draft) {
			k.reset()
		}
		return "", k.said, nil
	}
	return k
}

// Reload shows what is saved now, unless something is being edited or nothing is new.
func (k *keeper[T]) Reload() {
	if k.Changed() {
		return
	}
	now, err := k.read(context.Background())
	if err != nil {
		k.d.Fail(err, nil)
		return
	}
	if !reflect.DeepEqual(now, k.kept) {
		k.kept = now
		k.reset()
	}
}

// Discard goes back to what is saved.
func (k *keeper[T]) Discard() {
	now, err := k.read(context.Background())
	if err != nil {
		k.d.Fail(err, nil)
	} else {
		k.kept = now
	}
	k.reset()
}

func (k *keeper[T]) reset() {
	k.draft = k.kept
	if k.copied != nil {
		k.draft = k.copied(k.kept)
	}
	k.Reset()
}

// Save saves, or shows why not.
func (k *keeper[T]) Save() bool {
	_, ok := k.Sheet.Save()
	return ok
}

func hint(f *kit.Field, word string) *kit.Field {
	f.Hint = words.T(word)
	return f
}
