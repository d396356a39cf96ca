package meetings

import (
	"context"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// openForm edits a draft of one season.
func (v *seasonsView) openForm(x model.Season, isNew bool) {
	f := v.s.newSheet(v.register.Save, v.register.Leave)
	f.Build = func() {
		heading := "meetings.season.section.facts"
		if isNew {
			heading = "meetings.season.new"
		}
		f.View.Section(words.T(heading))
		nameRows(f, &x.Name, "meetings.season.name_hint")
		b := f.Bind("meetings.season.field.", "meetings.hint.")
		f.View.Row(form.Required(b.Date("from", &x.From)))
		f.View.Row(form.Required(b.Date("until", &x.Until)))
		eves := b.Check("eves", &x.Eves)
		eves.Hint = words.T("meetings.season.eves_hint")
		f.View.Row(eves)
	}
	tidy := func() model.Season {
		out := x
		out.Name = x.Name.Trimmed()
		return out
	}
	f.Problems = func() []kit.Problem { return form.Said(tidy().Check(v.s.records.Seasons), "name") }
	f.Write = func(ctx context.Context) (model.ID, string, error) {
		saved, err := v.s.store.SaveSeason(ctx, tidy())
		return saved.ID, words.T("form.saved", "name", saved.Name.Best(words.Current())), err
	}
	f.Make()
	v.register.OpenForm(f.EditForm())
}
