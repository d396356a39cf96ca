//go:build journey

package journey

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// volunteer is the person of the journey, and what is written of that person. Nobody has this name.
var volunteer = struct{ name, search, phone, task, break_, reason string }{
	"Väinö Sääskilahti", "saaskilahti", "040 123 4567", "Muuramen isäryhmä", "Työkiireitä", "Muutti Ähtäriin",
}

const taught = "Perheryhmän ohjaajan koulutus"

// TestVolunteer is the way of a volunteer from the first call to the certificate, and out of the register again, as a
// coordinator keeps it by keyboard: interested, introduced, sworn to confidentiality on paper, trained over two days,
// active in a task, on a break, gone, thanked, and anonymised when the time to keep the facts is over.
func TestVolunteer(t *testing.T) {
	r := newRobot(t, "volunteer")
	v := &volunteerJourney{robot: r, file: filepath.Join(r.home, "Vapaaehtoiset", "kumppani.sqlite")}

	v.day("2026-09-01", func() {
		r.firstStart()
		v.calls()
		v.introduced()
		v.programme()
		v.event()
	})
	v.checkIntroduced()
	v.checkPlanned()

	v.day("2026-10-21", func() {
		v.attendance()
		v.takesTask()
	})
	v.checkActive()

	v.day("2027-02-01", func() {
		v.goesOnBreak()
		v.ends()
		v.certificates()
	})
	v.checkEnded()

	v.day("2028-02-02", v.anonymised)
	v.checkGone()
}

// volunteerJourney is a robot with the data file of the volunteer and the day of the chapter.
type volunteerJourney struct {
	*robot
	file, today string
}

// day is a chapter: the program is opened on a day, used and closed.
func (v *volunteerJourney) day(today string, do func()) {
	v.today = today
	v.start("--file", v.file, "--today", today)
	do()
	v.quit()
}

// The places in the order of the window, by their shortcuts.
const (
	leaders  = "ctrl+4"
	training = "ctrl+5"
)

// page goes to the page of the only record of a place: from the search to the list, and from there to the first button of
// the page, past n more.
func (v *volunteerJourney) page(place string, n int) {
	v.keys(place)
	v.keys("Down")
	v.opened(n)
}

// opened goes there from the list, which has the keyboard after a form is saved.
func (v *volunteerJourney) opened(n int) {
	v.keys("Return")
	v.tab(n)
}

// The buttons in the head of a page: to edit, to print, and the menu. Behind them comes what is to be done next.
const (
	menuOfPage = 2
	stepOfPage = 3
)

// menu presses the item of the page's menu that has n others above it.
func (v *volunteerJourney) menu(place string, n int) {
	v.page(place, menuOfPage)
	v.keys("Return")
	for range n {
		v.keys("Down")
	}
	v.keys("Return")
}

// prints presses the last button of a dialog with two selects, of which the first has the focus.
func (v *volunteerJourney) prints() {
	v.tab(3)
	v.keys("Return")
}

// calls keeps who has called: someone interested since last week.
func (v *volunteerJourney) calls() {
	v.keys(leaders)
	v.keys("ctrl+n")
	v.types(volunteer.name)
	v.tab(3)
	v.keys("ctrl+a")
	v.types("28.8.2026")
	v.tab(1)
	v.types(volunteer.phone)
	v.tab(2)
	v.chooses("Muurame")
	v.tab(3)
	v.chooses("henkilo itse")
	v.tab(2)
	v.chooses("suomi")
	v.chooses("ruotsi")
	v.picture("a new volunteer")
	v.keys("ctrl+s")
}

// introduced goes through what is asked of a new volunteer.
func (v *volunteerJourney) introduced() {
	v.page(leaders, stepOfPage)
	v.keys("Return") // the state that comes next is proposed
	v.keys("ctrl+s")
	v.opened(stepOfPage)
	v.keys("Return") // introduction is done
	v.keys("Return")

	v.keys("ctrl+p")
	v.picture("papers to print")
	v.prints()
	v.picture("undertaking printed")
	v.checkPrinted("Vaitiolositoumus", volunteer.name, "Allekirjoitus")
	v.page(leaders, stepOfPage+1)
	v.keys("Return")
	v.keys("Return")
	v.picture("all that is asked is in order")
}

// programme keeps what volunteers are taught.
func (v *volunteerJourney) programme() {
	v.keys(training)
	v.tab(2)
	v.keys("Return") // the view of programmes
	v.keys("ctrl+n")
	v.types(taught)
	v.tab(3)
	v.chooses("vertais")
	v.tab(1)
	v.types("12")
	v.tab(4)
	v.chooses("tietyn")
	v.tab(1)
	v.types("24")
	v.tab(3)
	v.chooses("vertais")
	v.keys("ctrl+s")
}

// event plans two days of it, in which the volunteer takes part.
func (v *volunteerJourney) event() {
	v.opened(2)
	v.keys("Return") // from the page of the programme
	v.tab(3)
	v.types("Muuramen työväentalo")
	v.tab(3)
	v.keys("Return")
	v.types("13.10.2026")
	v.tab(1)
	v.types("9")
	v.tab(1)
	v.types("1530")
	v.tab(6) // past the place and the buttons of the first day
	v.keys("Return")
	v.types("20.10.2026")
	v.tab(9)
	v.chooses(volunteer.search)
	v.picture("a participant")
	v.keys("ctrl+s")
}

// attendance enters who came, confirms who passed, and says that the event was held.
func (v *volunteerJourney) attendance() {
	v.page(training, stepOfPage+1)
	v.picture("was it held")
	v.keys("Return")
	v.keys("space", "Right", "space")
	v.tab(4)
	v.keys("Return")
	v.picture("passed")
	v.keys("ctrl+s")
	v.opened(stepOfPage)
	v.keys("Return")
	v.picture("held")
}

// takesTask gives the volunteer a task for which an extract is needed, and makes the volunteer active.
func (v *volunteerJourney) takesTask() {
	v.menu(leaders, 1)
	v.chooses("vertais")
	v.tab(1)
	v.types(volunteer.task)
	v.tab(4)
	v.chooses("tarvitaan")
	v.tab(1)
	v.types("5.10.2026")
	v.tab(1)
	v.types("12.10.2026")
	v.picture("a task with its background check")
	v.keys("ctrl+s")
	v.opened(stepOfPage)
	v.keys("Return", "ctrl+s")
	v.picture("active")
}

// goesOnBreak keeps, a while later, that the volunteer has not come since December, and the hours before that.
func (v *volunteerJourney) goesOnBreak() {
	v.menu(leaders, 3)
	v.tab(2)
	v.types("17,5")
	v.keys("Return")
	v.menu(leaders, 0)
	v.tab(1)
	v.keys("ctrl+a")
	v.types("1.12.2026")
	v.tab(1)
	v.types(volunteer.break_)
	v.keys("ctrl+s")
	v.picture("on a break")
}

// ends says that the volunteer does not come back.
func (v *volunteerJourney) ends() {
	v.opened(stepOfPage)
	v.keys("Return")
	v.chooses("lopettanut")
	v.tab(2)
	v.types(volunteer.reason)
	v.picture("does not come back")
	v.keys("ctrl+s")
}

// certificates prints what a volunteer is given at the end.
func (v *volunteerJourney) certificates() {
	v.keys("ctrl+p")
	v.chooses("todistus")
	v.prints()
	v.picture("certificate of volunteering printed")
	v.checkPrinted("Todistus vapaaehtoistyöstä", volunteer.name, volunteer.task, taught, "17,5")
	v.menu(training, 4)
	v.prints()
	v.picture("certificate of training printed")
	v.checkPrinted("Todistus koulutuksesta", volunteer.name, taught, "12", "13.10.2026", "20.10.2028")
}

// anonymised finds the one who ended a year ago, whom the list hides, and takes the person out of the register.
func (v *volunteerJourney) anonymised() {
	v.keys("ctrl+k")
	v.chooses(volunteer.search)
	v.picture("kept for long enough")
	v.page(leaders, stepOfPage)
	v.keys("Return")
	v.tab(2)
	v.keys("Return")
	v.picture("what goes and what stays")
	v.tab(1)
	v.keys("Return")
	v.picture("anonymised")
	v.keys(training, "Down")
	v.picture("an event with somebody who had a name")
}

// checkPrinted reads the paper that the window has just laid out to be printed.
func (v *volunteerJourney) checkPrinted(title string, wanted ...string) {
	v.t.Helper()
	var found []string
	v.until("a paper "+title, func() bool {
		found, _ = filepath.Glob(filepath.Join(v.home, "kumppani-*", title+"*.pdf"))
		return len(found) == 1 && exec.Command("pdfinfo", found[0]).Run() == nil
	})
	v.checkText(found[0], append(wanted, title)...)
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
