package leaders

import (
	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// tasks is what the leader does, each task with its background check.
func (f *leaderForm) tasks() {
	f.View.Section(words.T("leaders.form.section.tasks"))
	addList(f, listOf[model.LeaderTask]{
		name: "tasks", id: func(x *model.LeaderTask) *model.ID { return &x.ID },
		begin: f.s.beginTask(f.l.Kind),
		line: func(x model.LeaderTask) kit.ItemLine {
			in := words.In(words.Current())
			check := ""
			if f.l.Kind == model.Volunteer {
				check = words.T("leaders.form.task_check", "state", words.Code(in, "check.state", f.l.CheckOf(x)))
			}
			return kit.ItemLine{
				Title:  named(words.Joined(words.Capital(words.Code(in, "leader.task", x.Kind)), x.Description), "task"),
				Detail: words.Joined(in.DateRange(x.From, x.Until), f.s.records.names.Name(x.OrganisationID, words.Current()), check),
			}
		},
		edit: func(b form.Binder, x *model.LeaderTask, into *kit.Fields, l *kit.Items[model.LeaderTask]) {
			f.s.taskFields(b, x, into)
			checkFields{
				b: b, leader: &f.l, keepSeen: f.s.records.policy.KeepSeen, rebuild: l.Rebuild,
			}.add(x, into)
		},
	}, &f.l.Tasks)
}

// beginTask says of a new task of a volunteer that its background check is to be judged.
func (s *Screen) beginTask(k model.LeaderKind) func(*model.LeaderTask) {
	return func(x *model.LeaderTask) {
		if k == model.Volunteer {
			x.Check.Need = model.CheckToAssess
		}
	}
}

// taskFields are the fields of a task itself.
func (s *Screen) taskFields(b form.Binder, x *model.LeaderTask, into form.Rows) {
	b = of(b, "task")
	into.Row(form.OneOf(b, "kind", form.Offered("leader.task", model.TaskKinds()), &x.Kind))
	into.Row(b.Hinted(b.Entry("description", &x.Description, model.MaxName)))
	into.Row(b.Hinted(form.Choice(b, "organisation", s.organisationOptions(), &x.OrganisationID)))
	into.Row(b.Date("from", &x.From))
	into.Row(b.Date("until", &x.Until))
}

// checkFields edits the background check of a task, and nothing more than the law lets be recorded.
type checkFields struct {
	b        form.Binder
	leader   *model.Leader
	keepSeen bool
	rebuild  func(focus string) // makes the fields anew, because which there are follows from the judgement
}

func (c checkFields) add(x *model.LeaderTask, into form.Fieldset) {
	if c.leader.Kind == model.Professional {
		into.Add(kit.NewText(words.T("leaders.form.check_employer")))
		return
	}
	b := of(c.b, "task")
	check := &x.Check
	if check.Need == "" {
		check.Need = model.CheckToAssess // an empty judgement means the same
	}
	into.Add(kit.NewText(words.T("leaders.form.check_rule")))
	into.Row(form.OneOf(b.Then(func() { c.rebuild("need") }), "need",
		form.Offered("check.need", model.CheckNeeds()), &check.Need))
	dated := model.BackgroundCheck{Need: check.Need} != *check
	if check.Need != model.CheckNeeded && !dated {
		return
	}
	if c.leader.CheckOf(*x) == model.CheckStateCannotAsk {
		into.Add(kit.Notice(kit.Attention, words.T("leaders.form.check_cannot_ask")))
	}
	into.Row(b.Hinted(b.Date("consent_on", &check.ConsentOn)))
	into.Row(b.Hinted(b.Date("extract_issued", &check.ExtractIssued)))
	if c.keepSeen {
		into.Row(b.Date("seen_on", &check.SeenOn))
		into.Row(b.Entry("seen_by", &check.SeenBy, model.MaxName))
	}
}
