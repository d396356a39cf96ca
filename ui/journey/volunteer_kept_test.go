//go:build journey

package journey

import (
	"bytes"
	"path/filepath"
	"slices"
)

// checkPrinted reads the paper that the window has just laid out to be printed.
func (v *volunteerJourney) checkPrinted(title string, wanted ...string) {
	v.t.Helper()
	v.checkText(v.printed(title), append(wanted, title)...)
}

// keptLeader is what the command line tells of a leader, as far as it matters here.
type keptLeader struct {
	Name, Phone, Municipality, State, Source, Readiness string
	AnonymisedOn                                        string `json:"anonymised_on"`
	StateReason                                         string `json:"state_reason"`
	Missing                                             int
	Hours                                               float64
	Languages                                           []string
	Statuses                                            []struct{ State, From, Reason string }
	Completed                                           []struct{ On, Version string }
	Tasks                                               []struct{ Task, Description, From, Until, Check string }
	Training                                            []struct {
		State, Until string
		PlannedOn    string `json:"planned_on"`
	}
}

// keptEvent is what it tells of a training event.
type keptEvent struct {
	Name, State  string
	FirstDay     string `json:"first_day"`
	LastDay      string `json:"last_day"`
	Participants []struct {
		Name, Passed string
		AttendedOn   []string `json:"attended_on"`
	}
}

// list reads the records of one kind as of the day of the chapter.
func (v *volunteerJourney) list(what string, into any) {
	v.t.Helper()
	v.decode(into, "list", what, "--format", "json", "--file", v.file, "--today", v.today)
}

// leader is the only one in the register.
func (v *volunteerJourney) leader() keptLeader {
	v.t.Helper()
	var all []keptLeader
	v.list("leaders", &all)
	if len(all) != 1 {
		v.t.Fatalf("on %s there are %d leaders: %+v", v.today, len(all), all)
	}
	return all[0]
}

func (v *volunteerJourney) trainingEvent() keptEvent {
	v.t.Helper()
	var all []keptEvent
	v.list("training", &all)
	if len(all) != 1 || len(all[0].Participants) != 1 {
		v.t.Fatalf("on %s the events are %+v", v.today, all)
	}
	return all[0]
}

// print prints through the command line and returns the file.
func (v *volunteerJourney) print(name string, args ...string) string {
	v.t.Helper()
	pdf := filepath.Join(v.shots, name+".pdf")
	v.headless(append([]string{"print"}, append(args, "--lang", "fi", "-o", pdf, "--file", v.file, "--today", v.today)...)...)
	return pdf
}

func (v *volunteerJourney) checkIntroduced() {
	v.t.Helper()
	l := v.leader()
	if l.Name != volunteer.name || l.Phone != volunteer.phone || l.Municipality != "Muurame" || l.Source != "self" || !slices.Equal(l.Languages, []string{"fi", "sv"}) {
		v.t.Fatalf("the volunteer is kept as %+v", l)
	}
	if l.State != "being_introduced" || len(l.Statuses) != 2 || l.Statuses[0].From != "2026-08-28" || l.Readiness != "ok" || l.Missing != 0 {
		v.t.Fatalf("after the introduction: %+v", l)
	}
	var all []struct {
		Kind  string `json:"requirement_kind"`
		State string
		On    string
	}
	v.list("readiness", &all)
	met := map[string]string{}
	for _, x := range all {
		met[x.Kind] = x.State + " " + x.On
	}
	if met["introduction"] != "in_order 2026-09-01" || met["undertaking"] != "in_order 2026-09-01" || met["publication"] != "missing " {
		v.t.Fatalf("readiness: %q", met)
	}
	v.checkText(v.print("sitoumus", "leader", volunteer.name, "--document", "undertaking"), volunteer.name, "Vaitiolositoumus")
}

func (v *volunteerJourney) checkPlanned() {
	v.t.Helper()
	e := v.trainingEvent()
	if e.Name != taught || e.State != "planned" || e.FirstDay != "2026-10-13" || e.LastDay != "2026-10-20" || e.Participants[0].Name != volunteer.name {
		v.t.Fatalf("the event is planned as %+v", e)
	}
	if l := v.leader(); len(l.Training) != 1 || l.Training[0].PlannedOn == "" {
		v.t.Fatalf("training to come: %+v", l.Training)
	}
}

func (v *volunteerJourney) checkActive() {
	v.t.Helper()
	if e := v.trainingEvent(); e.State != "held" || e.Participants[0].Passed != "yes" ||
		!slices.Equal(e.Participants[0].AttendedOn, []string{"2026-10-13", "2026-10-20"}) {
		v.t.Fatalf("the event was held as %+v", e)
	}
	l := v.leader()
	if len(l.Tasks) != 1 || l.Tasks[0].Task != "peer_group_leader" || l.Tasks[0].Check != "seen" || l.Tasks[0].Description != volunteer.task {
		v.t.Fatalf("tasks: %+v", l.Tasks)
	}
	if l.State != "active" || l.Readiness != "ok" || len(l.Training) != 1 || l.Training[0].Until != "2028-10-20" {
		v.t.Fatalf("active: %+v", l)
	}
}

func (v *volunteerJourney) checkEnded() {
	v.t.Helper()
	l := v.leader()
	if l.State != "ended" || l.StateReason != volunteer.reason || len(l.Tasks) != 1 || l.Tasks[0].Until == "" || l.Hours != 17.5 {
		v.t.Fatalf("ended: %+v", l)
	}
	if len(l.Statuses) != 5 || l.Statuses[3].State != "on_break" || l.Statuses[3].From != "2026-12-01" || l.Statuses[3].Reason != volunteer.break_ {
		v.t.Fatalf("the way here: %+v", l.Statuses)
	}
	v.checkText(v.print("todistus", "leader", volunteer.search, "--document", "certificate"), volunteer.name, volunteer.task, taught, "17,5")
	v.checkText(v.print("koulutus", "certificates", taught), volunteer.name, taught)
}

// checkGone looks for the person in everything that the program has written, and for the numbers that stay.
func (v *volunteerJourney) checkGone() {
	v.t.Helper()
	l := v.leader()
	if l.Name != "" || l.Phone != "" || l.StateReason != "" || l.AnonymisedOn != v.today || len(l.Completed) != 0 {
		v.t.Fatalf("anonymised: %+v", l)
	}
	if len(l.Statuses) != 5 || len(l.Tasks) != 1 || l.Tasks[0].Description != "" || l.Hours != 17.5 || len(l.Training) != 1 {
		v.t.Fatalf("what stays: %+v", l)
	}
	if e := v.trainingEvent(); e.Participants[0].Name != "" || e.Participants[0].Passed != "yes" || len(e.Participants[0].AttendedOn) != 2 {
		v.t.Fatalf("the event after that: %+v", e)
	}
	if out := v.headless("check", "--file", v.file); !bytes.Contains(out, []byte("ehjä")) {
		v.t.Fatalf("check said %q", out)
	}
	v.checkNowhere("Sääskilahti", "sääskilahti", "saaskilahti", volunteer.phone, "401234567", volunteer.task, volunteer.break_, volunteer.reason)
}
