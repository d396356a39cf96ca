package kit

import (
	"fyne.io/fyne/v2"

	"kumppani/ui/words"
)

// EditForm is a form in the place of the page.
type EditForm struct {
	Content fyne.CanvasObject
	// First has the keyboard at the start; nil leaves it where it is.
	First fyne.Focusable
	// Changed reports whether anything would be lost.
	Changed func() bool
	// Save saves and returns the ID of the record, or ok false when it could not; then the form, which has told why,
	// stays open with everything that was typed.
	Save func() (id string, ok bool)
	// Gone, which may be nil, runs when the form has given its place back.
	Gone func()
}

// OpenForm shows f in the place of the page; a form that is open already and has changes asks first.
func (v *RegisterView[R]) OpenForm(f EditForm) {
	v.Away(func() {
		v.form = &f
		v.page = nil
		v.right.Objects = []fyne.CanvasObject{f.Content}
		v.showSplit()
		v.right.Refresh()
		// Fyne knows the window of an object only after drawing it, and the form is not drawn yet: ask for ours.
		if c := canvasOf(v); c != nil && f.First != nil {
			c.Focus(f.First)
		}
	})
}

// FormOpen reports whether a form stands in the place of the page.
func (v *RegisterView[R]) FormOpen() bool { return v.form != nil }

// Away does then, which leaves the form, if one is open. Unsaved changes ask first whether to save them, to discard
// them, or to stay. The shell calls it too, before it shows another register or closes the window.
func (v *RegisterView[R]) Away(then func()) {
	switch {
	case v.form == nil:
		then()
		return
	case !v.form.Changed():
		v.closeForm()
		then()
		return
	}
	f := v.form
	v.dialogs.Choose(words.T("kit.unsaved.title"), words.T("kit.unsaved.text"),
		Choice{Label: words.T("kit.unsaved.stay"), Cancel: true},
		Choice{Label: words.T("kit.unsaved.discard"), Do: func() {
			v.closeForm()
			then()
		}},
		Choice{Label: words.T("kit.unsaved.save"), Default: true, Do: func() {
			if _, ok := f.Save(); ok {
				v.dropForm()
				v.Reload()
				then()
			}
		}})
}

// closeForm gives the place of the form back to the page.
func (v *RegisterView[R]) closeForm() {
	v.dropForm()
	v.showSplit()
	v.openPage()
}

func (v *RegisterView[R]) dropForm() {
	f := v.form
	v.form = nil
	if f != nil && f.Gone != nil {
		f.Gone()
	}
}

// Save saves the open form and shows the page of its record.
func (v *RegisterView[R]) Save() {
	if v.form == nil {
		return
	}
	id, ok := v.form.Save()
	if !ok {
		return
	}
	v.dropForm()
	v.selected = id
	v.Reload()
	if v.selected == id && v.hits.at(id) < 0 {
		v.FocusPage() // the search or a filter hides it: the list would open another one
		return
	}
	v.focusList()
}

// Leave closes the open form, asking when something changed; without a form it goes back to the list, and from the list
// to Register.Blank.
func (v *RegisterView[R]) Leave() {
	switch {
	case v.form != nil:
	case v.list.focused && v.config.Blank != nil:
		v.Deselect()
		v.FocusPage()
		return
	default:
		v.focusList()
		return
	}
	v.Away(v.focusList)
}

// New begins a new record.
func (v *RegisterView[R]) New() {
	if v.config.New != nil {
		v.Away(v.config.New)
	}
}

// Edit edits the record whose page is open.
func (v *RegisterView[R]) Edit() {
	if e, ok := v.page.(Editor); ok && v.form == nil {
		e.Edit()
	}
}

// Print prints the record whose page is open.
func (v *RegisterView[R]) Print() {
	if p, ok := v.page.(Printer); ok && v.form == nil {
		p.Print()
	}
}

// Step opens the page of the hit before (−1) or after (+1) the selected one. A form is not left by it.
func (v *RegisterView[R]) Step(delta int) {
	to := v.hits.at(v.selected) + delta
	if v.form == nil && to >= 0 && to < len(v.hits.found) {
		v.Select(v.hits.rows[v.hits.found[to]].ID)
	}
}

// FocusSearch gives the keyboard to the search field and selects what is in it; where there is none, to the list.
func (v *RegisterView[R]) FocusSearch() {
	if v.config.Short {
		v.focusList()
		return
	}
	if v.split.Visible() {
		Focus(v.search)
		v.search.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// FocusPage gives the keyboard to the page of the selected record, or to what stands in its place.
func (v *RegisterView[R]) FocusPage() {
	shown := v.page
	if shown == nil && v.form == nil {
		shown = v.config.Blank
	}
	if p, ok := shown.(interface{ FocusFirst() }); ok {
		p.FocusFirst()
	}
}

func (v *RegisterView[R]) focusList() {
	if len(v.hits.found) == 0 || !v.split.Visible() {
		return
	}
	Focus(v.list)
	if v.list.at < 0 {
		v.list.move(0)
	}
}
