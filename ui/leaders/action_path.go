package leaders

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// changeStatus asks for the state that the leader has from a day on. Ending proposes to end the tasks on the same day,
// and coming back to end the absence that covers it.
func (s *Screen) changeStatus(l model.Leader) {
	next := model.LeaderStatus{ID: ids.New(), State: nextState(l.StatusOn(s.desk.Today()).State), From: s.desk.Today()}
	endTasks, endAbsence := true, true
	c := s.newChange(l, "status")
	rebuild := func(string) {}
	c.fill = func(b form.Binder, into form.Fieldset) {
		b = of(b, "status")
		again := b.Then(func() { rebuild("state") })
		into.Row(form.OneOf(again, "state", form.Offered("leader.state", model.LeaderStates()), &next.State))
		from := form.Required(b.Date("from", &next.From))
		into.Row(from)
		into.Row(b.Area("reason", &next.Reason))
		if n := len(l.TasksOn(next.From)); next.State == model.LeaderEnded && n > 0 {
			into.Row(b.Box("end_tasks", words.N("leaders.action.end_tasks", n), &endTasks))
		}
		if a, absent := l.AbsentOn(next.From); next.State == model.LeaderActive && absent {
			text := words.T("leaders.action.end_absence", "title", named(s.desk.Personal(a.Title), "absence"))
			into.Row(b.Box("end_absence", text, &endAbsence))
		}
	}
	c.do = func(l *model.Leader) error {
		l.Statuses = l.WithStatus(next)
		switch {
		case next.State == model.LeaderEnded && endTasks:
			l.Tasks = endedTasks(*l, next.From)
		case next.State == model.LeaderActive && endAbsence:
			l.Absences = endedAbsences(*l, next.From)
		}
		return nil
	}
	c.path = func(after model.Leader) string {
		return pathTo("statuses", after.Statuses, func(x model.LeaderStatus) bool { return x.ID == next.ID })
	}
	rebuild = c.open()
}

// nextState is what usually comes after a state.
func nextState(now model.LeaderState) model.LeaderState {
	switch now {
	case model.LeaderInterested:
		return model.LeaderIntroducing
	case model.LeaderActive:
		return model.LeaderOnBreak
	default:
		return model.LeaderActive
	}
}

// endedTasks are the tasks, those of the day ended on it.
func endedTasks(l model.Leader, day model.Date) []model.LeaderTask {
	out := slices.Clone(l.Tasks)
	for i, t := range out {
		if t.CurrentOn(day) {
			out[i].Until = day
		}
	}
	return out
}

// endedAbsences are the absences, the one of the day ended on the day before; one that began on the day itself is not
// needed.
func endedAbsences(l model.Leader, day model.Date) []model.Absence {
	var out []model.Absence
	for _, a := range l.Absences {
		if a.Covers(day) {
			if !a.From.Before(day) {
				continue
			}
			a.Until = day.AddDays(-1)
		}
		out = append(out, a)
	}
	return out
}

// addTask asks for a new task.
func (s *Screen) addTask(l model.Leader) {
	x := model.LeaderTask{ID: ids.New(), From: s.desk.Today(), OrganisationID: ""}
	s.beginTask(l.Kind)(&x)
	s.openTask(s.newChange(l, "task"), &x, func(b form.Binder, into form.Fieldset) { s.taskFields(b, &x, into) })
}

// editCheck asks how it stands with the background check of a task.
func (s *Screen) editCheck(l model.Leader, task model.LeaderTask) {
	x := task
	s.openTask(s.newChange(l, "check"), &x, func(_ form.Binder, into form.Fieldset) {
		into.Add(kit.NewText(words.Joined(words.Capital(taskWord(x.Kind)), x.Description, words.In(words.Current()).DateRange(x.From, x.Until))))
	})
}

// openTask opens a form on a task: what fill says, then its background check.
func (s *Screen) openTask(c *change, x *model.LeaderTask, fill func(b form.Binder, into form.Fieldset)) {
	rebuild := func(string) {}
	leader := c.of
	c.fill = func(b form.Binder, into form.Fieldset) {
		// what the extract is worth today is said as soon as its day is there
		b.Left = func() { into.SetProblems(s.extractToday(leader, *x)) }
		fill(b, into)
		checkFields{b: b, leader: &leader, keepSeen: s.records.policy.KeepSeen, rebuild: func(focus string) { rebuild(focus) }}.add(x, into)
	}
	id := func(t *model.LeaderTask) model.ID { return t.ID }
	c.do = func(l *model.Leader) error {
		l.Tasks = put(l.Tasks, *x, id)
		return nil
	}
	c.path = func(after model.Leader) string {
		return pathTo("tasks", after.Tasks, func(t model.LeaderTask) bool { return t.ID == x.ID })
	}
	rebuild = c.open()
}

// extractToday judges the issue date of an extract that is shown today: older than six calendar months, it cannot be
// looked at any more (Act 148/2014).
func (s *Screen) extractToday(l model.Leader, t model.LeaderTask) []kit.Problem {
	if l.Kind == model.Professional || t.Check.ExtractIssued.IsZero() || !t.Check.SeenOn.IsZero() {
		return nil
	}
	last := t.Check.LastShown()
	if !s.desk.Today().After(last) {
		return nil
	}
	old := model.Problem{Code: "extract_old_today", Args: map[string]any{"last": last}}
	return []kit.Problem{{Field: "extract_issued", Warning: true, Sentence: desk.Problem(old)}}
}
