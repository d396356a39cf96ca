package leaders

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// leaderForm edits a draft of one leader; its inputs write into the draft at once, so that the fields can be made anew
// when the kind of leader changes.
type leaderForm struct {
	*form.Sheet
	s     *Screen
	l     model.Leader // the draft
	isNew bool
	alike *fyne.Container // links to leaders who may be the same
}

// newForm makes the form of l, which is edited as a copy. A new leader is a volunteer who is interested from today on,
// until the person at the keyboard says otherwise.
func newForm(s *Screen, l model.Leader, isNew bool) *leaderForm {
	f := &leaderForm{Sheet: form.NewSheet(s.desk, s.register.Save, form.Cancel(s.register.Leave)), s: s, l: copyOf(l), isNew: isNew}
	if isNew {
		if f.l.Kind == "" {
			f.l.Kind = model.Volunteer
		}
		if len(f.l.Statuses) == 0 {
			f.l.Statuses = []model.LeaderStatus{{ID: ids.New(), State: model.LeaderInterested, From: s.desk.Today()}}
		}
		if f.l.SourceOn.IsZero() {
			f.l.SourceOn = s.desk.Today()
		}
	}
	f.Build, f.Problems, f.Write = f.build, f.amiss, f.write
	f.Early, f.Indexed = true, true
	f.Make()
	return f
}

// copyOf copies what is changed in place.
func copyOf(l model.Leader) model.Leader {
	l.Languages = slices.Clone(l.Languages)
	l.Audiences = slices.Clone(l.Audiences)
	l.Statuses = slices.Clone(l.Statuses)
	l.Tasks = slices.Clone(l.Tasks)
	l.Absences = slices.Clone(l.Absences)
	l.Completed = slices.Clone(l.Completed)
	l.Waivers = slices.Clone(l.Waivers)
	l.Elsewhere = slices.Clone(l.Elsewhere)
	l.Entries = slices.Clone(l.Entries)
	return l
}

// build makes all fields, what is used most first.
func (f *leaderForm) build() {
	f.alike = container.NewVBox()
	f.person()
	f.skills()
	f.tasks()
	f.times()
	f.path()
	f.papers()
	f.training()
	f.entries()
	f.View.Section(words.T("leaders.form.section.notes"))
	b := f.bind()
	f.View.Row(b.Hinted(b.Area("notes", &f.l.Notes)))
}

// bind makes fields of the leader.
func (f *leaderForm) bind() form.Binder {
	return f.Bind("leaders.form.field.", "leaders.form.hint.")
}

// of makes fields of an item of a list of the leader, whose labels are its own: "leaders.form.field.<list>.<name>".
func of(b form.Binder, list string) form.Binder {
	b.Labels = "leaders.form.field." + list + "."
	return b
}

func (f *leaderForm) write(ctx context.Context) (model.ID, string, error) {
	draft := tidied(f.l)
	var err error
	if f.isNew {
		draft, err = f.s.store.CreateLeader(ctx, draft)
	} else {
		draft, err = f.s.store.UpdateLeader(ctx, draft.ID, func(kept *model.Leader) error {
			*kept = draft
			return nil
		})
	}
	return draft.ID, words.T("form.saved", "name", f.s.desk.Person(draft.Name)), err
}

// amiss is what the model finds amiss and which leaders may be the same person, to whom it shows the way.
func (f *leaderForm) amiss() []kit.Problem {
	draft := tidied(f.l)
	all := form.Said(draft.Check(f.s.desk.Today()))
	for i := range all {
		all[i].Field = f.place(all[i].Field)
	}
	f.alike.RemoveAll()
	for _, x := range alikeOf(draft, f.s.records.leaders) {
		other, _ := f.s.records.leader(x.id)
		name := f.s.desk.Person(other.Name)
		f.alike.Add(kit.NewLink(words.T("leaders.form.alike.open", "name", name), func() { f.s.desk.Open(model.KindLeader, x.id) }))
		said := "leaders.form.alike.name"
		if x.sure {
			said = "leaders.form.alike.sure"
		}
		all = append(all, kit.Problem{Field: "name", Warning: true, Sentence: words.T(said, "name", name)})
	}
	return all
}

// likely is a leader who may be the same person.
type likely struct {
	id   model.ID
	sure bool // the phone number or the e-mail address is the same as well
}

// alikeOf finds other leaders who may be the same person.
func alikeOf(l model.Leader, all []model.Leader) []likely {
	same, _ := model.LikelySame(l, all)
	var out []likely
	for _, id := range same {
		other := all[slices.IndexFunc(all, func(x model.Leader) bool { return x.ID == id })]
		_, sure := model.LikelySame(l, []model.Leader{other})
		out = append(out, likely{id, sure})
	}
	return out
}

// place is the name of the field for the path of a problem: a new leader's only status has two fields of its own.
func (f *leaderForm) place(field string) string {
	if f.isNew {
		switch field {
		case "statuses.0.state":
			return "state"
		case "statuses.0.from":
			return "state_from"
		}
	}
	return field
}
