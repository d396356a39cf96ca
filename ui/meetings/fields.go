package meetings

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// newSheet makes a form of a view, whose register saves and leaves it.
func (s *Screen) newSheet(save, leave func()) *form.Sheet {
	return form.NewSheet(s.desk, save, form.Cancel(leave))
}

// bind makes fields with the labels "meetings.field.<name>".
func bind(f *form.Sheet) form.Binder { return f.Bind("meetings.field.", "meetings.hint.") }

// nameRows are the fields of a name, of which one must be filled; the first has the keyboard at the start.
func nameRows(f *form.Sheet, value *model.Text, hint string) {
	for i, field := range bind(f).Texts("name", value) {
		if i == 0 {
			field.Required, field.Hint, f.First = true, words.T(hint), form.FocusOf(field)
		}
		f.View.Row(field)
	}
}

// areaRows are the rows of a longer passage, one for each language.
func areaRows(f *form.Sheet, name string, value *model.Text) {
	for _, field := range bind(f).Areas(name, value) {
		f.View.Row(field)
	}
}

// organisationOptions are the organisations that there still are, and those that are chosen already.
func (r *records) organisationOptions(chosen ...model.ID) []kit.Option[model.ID] {
	out := make([]kit.Option[model.ID], 0, len(r.Organisations))
	for _, o := range r.Organisations {
		if !o.EndedBy(r.Today) || slices.Contains(chosen, o.ID) {
			out = append(out, kit.Option[model.ID]{Value: o.ID, Label: o.Name.Best(words.Current()), Detail: r.townName(o.Municipality)})
		}
	}
	return out
}

// agreementOptions are the agreements that are not over, and the one that is chosen already.
func (r *records) agreementOptions(chosen model.ID) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for i := range r.agreements {
		a := &r.agreements[i]
		state := a.StatusOn(r.calendar).State
		if !state.Ended() || a.ID == chosen {
			out = append(out, kit.Option[model.ID]{
				Value: a.ID, Label: a.Number + " " + a.Title.Best(words.Current()),
				Detail: words.Code(words.In(words.Current()), "agreement.state", state),
			})
		}
	}
	return out
}
