// Package form is how the forms of all registers behave: what they have in common, whatever they edit.
//
// A Sheet drives a form in the place of a page. It belongs to a draft, into which the fields write at once:
//
//	f.Sheet = form.NewSheet(desk, register.Save, form.Cancel(register.Leave))
//	f.Build = func() {                          // makes all fields from the draft; Rebuild does so again
//		f.View.Section(words.T("x.section"))
//		b := f.Bind("x.field.", "x.hint.")      // what the keys of labels and hints begin with
//		name := form.Required(b.Entry("name", &f.draft.Name, model.MaxName))
//		f.First = form.FocusOf(name)            // has the keyboard at the start
//		f.View.Row(b.Hinted(name))
//		f.View.Row(form.OneOf(b.Then(func() { f.Rebuild("kind") }), "kind", form.Offered("x.kind", model.Kinds()), &f.draft.Kind))
//		form.AddList(f.Sheet, items, &f.draft.Items) // items is a kit.Items of f.View; its fields: f.Bind(…).Of(items.Changed)
//	}
//	f.Problems = func() []kit.Problem { return form.Said(tidied(f.draft).Check(), "name") } // "name": a Text, see Said
//	f.Write = func(ctx context.Context) (model.ID, string, error) { … } // keeps it: its ID, the sentence that says so
//	f.Make()
//	register.OpenForm(f.EditForm())
//
// Save reads the field that is being typed in, stops at texts that are not understood, drops items of lists that were
// never filled in, shows what is amiss beside the fields and goes to the first; a warning that was seen once no longer
// keeps from saving ("Save all the same"). A Question does the same in a dialog. Of a part of a record that is changed
// from its page only those problems are shown that the change brings with it (Fresh).
//
// What does not live here: what is asked (each register's own forms), what is amiss (model), how fields look and where
// they stand (kit), and asking before a changed form is left (kit.RegisterView).
package form
