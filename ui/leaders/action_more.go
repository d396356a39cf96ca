package leaders

import (
	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// addAbsence asks for a time in which the leader cannot come.
func (s *Screen) addAbsence(l model.Leader) {
	x := model.Absence{ID: ids.New(), From: s.desk.Today()}
	c := s.newChange(l, "absence")
	c.fill = func(b form.Binder, into form.Fieldset) { absenceFields(b, &x, into) }
	c.do = func(l *model.Leader) error {
		l.Absences = put(l.Absences, x, func(a *model.Absence) model.ID { return a.ID })
		return nil
	}
	c.path = func(after model.Leader) string {
		return pathTo("absences", after.Absences, func(a model.Absence) bool { return a.ID == x.ID })
	}
	c.ask()
}

// addEntry asks for hours, a fee or a reimbursement.
func (s *Screen) addEntry(l model.Leader) {
	x := model.LeaderEntry{ID: ids.New(), Kind: model.EnteredHours, On: s.desk.Today()}
	c := s.newChange(l, "entry")
	c.fill = func(b form.Binder, into form.Fieldset) { entryFields(b, &x, into) }
	c.do = func(l *model.Leader) error {
		l.Entries = put(l.Entries, x, func(e *model.LeaderEntry) model.ID { return e.ID })
		return nil
	}
	c.path = func(after model.Leader) string {
		return pathTo("entries", after.Entries, func(e model.LeaderEntry) bool { return e.ID == x.ID })
	}
	c.ask()
}

// addElsewhere asks for training that the leader got elsewhere, in the programme if one is given.
func (s *Screen) addElsewhere(l model.Leader, programme model.ID) {
	x := model.Elsewhere{ID: ids.New(), ProgrammeID: programme, On: s.desk.Today()}
	c := s.newChange(l, "elsewhere")
	c.fill = func(b form.Binder, into form.Fieldset) { s.elsewhereFields(b, &x, into) }
	c.do = func(l *model.Leader) error {
		l.Elsewhere = put(l.Elsewhere, x, func(e *model.Elsewhere) model.ID { return e.ID })
		return nil
	}
	c.path = func(after model.Leader) string {
		return pathTo("elsewhere", after.Elsewhere, func(e model.Elsewhere) bool { return e.ID == x.ID })
	}
	c.ask()
}

// markDone asks what is needed to say that a requirement is met: a day, the version that was signed, what may be
// published, the training, or how it stands with the background check.
func (s *Screen) markDone(l model.Leader, r model.Readiness) {
	switch {
	case r.Requirement.Kind == model.RequireCheck && r.Task != nil:
		s.editCheck(l, *r.Task)
	case r.Requirement.Kind == model.RequireTraining:
		s.addElsewhere(l, r.ProgrammeID)
	case r.Requirement.Kind == model.RequirePublication:
		s.askPublication(l)
	default:
		s.askDone(l, r.Requirement)
	}
}

func (s *Screen) askDone(l model.Leader, r *model.Requirement) {
	x := model.Fulfilment{ID: ids.New(), RequirementID: r.ID, On: s.desk.Today(), Version: s.versionOn(r.ID, s.desk.Today())}
	c := s.newChange(l, "done")
	c.title = r.Name.Best(words.Current())
	c.fill = func(b form.Binder, into form.Fieldset) { s.signedFields(b, &x, into) }
	c.do = func(l *model.Leader) error {
		l.Completed = put(l.Completed, x, func(f *model.Fulfilment) model.ID { return f.ID })
		return nil
	}
	c.path = func(after model.Leader) string {
		return pathTo("completed", after.Completed, func(f model.Fulfilment) bool { return f.ID == x.ID })
	}
	c.ask()
}

// askPublication asks what the person lets the calendar say. Nothing is ticked that the person has not said.
func (s *Screen) askPublication(l model.Leader) {
	x := l.Publication
	if x.On.IsZero() {
		x.On = s.desk.Today()
	}
	c := s.newChange(l, "publication")
	c.fill = func(b form.Binder, into form.Fieldset) {
		into.Add(kit.NewText(words.T("leaders.action.publication.text")))
		publicationFields(b, &x, into)
		if !l.Publication.On.IsZero() { // otherwise there is nothing to withdraw
			into.Row(b.Date("withdrawn_on", &x.WithdrawnOn))
		}
	}
	c.do = func(l *model.Leader) error {
		l.Publication = x
		return nil
	}
	c.ask()
}

// waive asks why, and until when, a requirement is not asked of the leader.
func (s *Screen) waive(l model.Leader, r model.Readiness) {
	x := model.Waiver{ID: ids.New(), RequirementID: r.Requirement.ID, ProgrammeID: r.ProgrammeID}
	if r.State == model.ReadyWaived {
		x = r.Waiver
	}
	c := s.newChange(l, "waive")
	c.fill = func(b form.Binder, into form.Fieldset) {
		what := words.Joined(r.Requirement.Name.Best(words.Current()), s.records.taught.Name(x.ProgrammeID, words.Current()))
		into.Add(kit.NewText(words.T("leaders.action.waive.text", "requirement", what)))
		waiverFields(b, &x, into)
	}
	c.do = func(l *model.Leader) error {
		l.Waivers = put(l.Waivers, x, func(w *model.Waiver) model.ID { return w.ID })
		return nil
	}
	c.path = func(after model.Leader) string {
		return pathTo("waivers", after.Waivers, func(w model.Waiver) bool { return w.ID == x.ID })
	}
	c.ask()
}
