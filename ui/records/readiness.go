package records

import (
	"kumppani/model"
	"kumppani/ui/words"
)

// readinessRecords has a line for each leader and requirement; a background check has one for each task, recommended
// training one for each programme.
func readinessRecords(in words.In, p People) []Record {
	var out []Record
	for _, l := range p.Leaders {
		for _, x := range l.ReadinessOn(p.Today, p.Rules) {
			out = append(out, readinessRecord(in, l, x, p))
		}
	}
	return out
}

func readinessRecord(in words.In, l model.Leader, x model.Readiness, p People) Record {
	r := &Record{in: in, main: model.Language(in)}
	task := model.LeaderTask{}
	if x.Task != nil {
		task = *x.Task
	}
	r.id("leader_id", l.ID)
	r.text("name", l.Name)
	r.texts("requirement", x.Requirement.Name)
	r.id("requirement_id", x.Requirement.ID)
	code(r, "requirement_kind", "requirement.kind", x.Requirement.Kind)
	code(r, "task", "leader.task", task.Kind)
	r.name("task_description", task.Description)
	r.id("task_id", task.ID)
	r.name("programme", p.Taught.Name(x.ProgrammeID, r.main))
	r.id("programme_id", x.ProgrammeID)
	code(r, "state", "readiness.state", x.State)
	code(r, "level", "readiness.level", x.State.Level())
	r.date("on", x.On)
	r.date("by", x.By)
	r.name("version", x.Version)
	r.flag("older", x.Older)
	r.flag("counts", x.Counts())
	r.name("waiver_reason", x.Waiver.Reason)
	r.date("planned_on", x.PlannedOn)
	r.id("planned_event_id", x.PlannedIn)
	return *r
}

// noReadiness is a record of nothing, for the columns.
func noReadiness(in words.In) Record {
	return readinessRecord(in, model.Leader{}, model.Readiness{Requirement: &model.Requirement{}}, People{})
}
