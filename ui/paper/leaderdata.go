package paper

import (
	"strconv"
	"time"

	"kumppani/model"
	"kumppani/ui/words"
)

// ownData is the sheet of what is held about a person, while it is built.
type ownData struct {
	*sheet
	in words.In
	l  model.Leader
	f  LeaderFacts
}

// OwnData is everything that the program holds about a leader, for the leader: the answer to an access request (GDPR,
// article 15). It is grouped by where it came from and until when it is kept.
func (o Office) OwnData(l model.Leader, f LeaderFacts, language model.Language) Document {
	s := o.newSheet([]model.Language{language})
	d := ownData{s, words.In(s.languages[0]), l, f}
	in := d.in
	s.named(func(in words.In) string { return in.T("paper.own") }, "", l.Name)
	s.dated()
	s.add(
		Title{Text: joined(": ", in.T("paper.own"), l.Name)},
		withValues(Facts{[]Fact{
			d.fact(in.T("paper.own.controller"), o.host(in)),
			d.fact(in.T("paper.contact.more"), joined("\n", o.Centre.Coordinator, o.Centre.Phone, o.Centre.Email)),
			d.fact(in.T("paper.register.day"), in.Date(o.Today)),
			d.fact(in.T("paper.own.purpose"), in.T("paper.own.purpose_text")),
		}}),
	)
	for _, k := range l.KeepingOn(o.Today, f.Policy, d.trained()) {
		s.add(Heading{Level: 1, Text: words.Capital(words.Code(in, "leader.facts", k.Group))}, Note{Text("", d.keeping(k))})
		d.group(k.Group)
	}
	s.add(
		Heading{Level: 1, Text: in.T("paper.own.not_kept")}, Text("", in.T("paper.own.not_kept_text")),
		Heading{Level: 1, Text: in.T("paper.own.rights")}, Text("", in.T("paper.own.rights_text")),
	)
	return s.doc
}

func (d ownData) fact(label, value string) Fact { return Fact{Text("", label), Text("", value)} }

// keeping says where a group of facts came from and until when it is kept.
func (d ownData) keeping(k model.Keeping) string {
	origin := words.Code(d.in, "leader.origin", k.Origin)
	text := d.in.T("paper.own.origin", "origin", joined(", ", origin, d.in.Date(k.On)))
	if k.Until.IsZero() {
		text += " " + d.in.T("paper.own.kept")
	} else {
		text += " " + d.in.T("paper.own.kept_until", "date", d.in.Date(k.Until))
	}
	if k.Stays {
		text += " " + d.in.T("paper.own.stays")
	}
	return text
}

// group adds the facts of a group.
func (d ownData) group(g model.FactGroup) {
	switch g {
	case model.FactsContact:
		d.contact()
	case model.FactsWork:
		d.work()
	case model.FactsUndertaking:
		d.undertakings()
	case model.FactsPublication:
		d.publication()
	case model.FactsCheck:
		d.checks()
	case model.FactsTraining:
		d.training()
	case model.FactsEntries:
		d.entries()
	case model.FactsNotes:
		d.add(withValues(Facts{[]Fact{
			d.fact(d.in.T("paper.own.skills"), d.l.Skills),
			d.fact(d.in.T("paper.own.notes"), d.l.Notes),
		}}))
	}
}

func (d ownData) contact() {
	l, in := d.l, d.in
	d.add(withValues(Facts{[]Fact{
		d.fact(in.T("paper.leader.name"), l.Name),
		d.fact(in.T("paper.table.phone"), l.Phone),
		d.fact(in.T("paper.table.email"), l.Email),
		d.fact(in.T("paper.matrix.municipality"), l.Municipality.Name),
		d.fact(in.T("paper.leader.born"), l.BirthYear.String()),
		d.fact(in.T("paper.own.anonymised"), in.Date(l.AnonymisedOn)),
	}}))
}

func (d ownData) work() {
	l, in := d.l, d.in
	var spoken, audiences []string
	for _, x := range l.Languages {
		spoken = append(spoken, words.Code(in, "spoken", x))
	}
	for _, x := range l.Audiences {
		audiences = append(audiences, words.Code(in, "audience", x))
	}
	d.add(withValues(Facts{[]Fact{
		d.fact(in.T("paper.own.kind"), words.Code(in, "leader.kind", l.Kind)),
		d.fact(in.T("paper.own.job_title"), l.JobTitle),
		d.fact(in.T("paper.leader.home"), d.Organisations.Name(l.HomeOrganisation, model.Language(in))),
		d.fact(in.T("paper.own.started"), in.Date(l.StartedOn)),
		d.fact(in.T("paper.own.languages"), joined(", ", spoken...)),
		d.fact(in.T("paper.own.audiences"), joined(", ", audiences...)),
		d.fact(in.T("paper.own.availability"), d.availability()),
	}}))
	statuses := d.table("paper.own.state", "paper.own.from", "paper.own.reason")
	for _, x := range l.Statuses {
		statuses.row(words.Code(in, "leader.state", x.State), in.Date(x.From), x.Reason)
	}
	tasks := d.table("paper.table.task", "paper.volunteer.organisation", "paper.leader.time", "paper.own.check_need")
	for _, t := range l.Tasks {
		name := joined(", ", words.Capital(words.Code(in, "leader.task", t.Kind)), t.Description)
		tasks.row(name, d.organiser(l, t, in), period(t.From, t.Until, in), words.Code(in, "check.need", t.Check.Need))
	}
	absences := d.table("paper.own.absence", "paper.leader.time")
	for _, a := range l.Absences {
		absences.row(a.Title, period(a.From, a.Until, in))
	}
	waivers := d.table("paper.own.waiver", "paper.own.reason", "paper.own.until")
	for _, w := range l.Waivers {
		name := joined(", ", d.requirement(w.RequirementID), d.f.Programmes.Name(w.ProgrammeID, model.Language(in)))
		waivers.row(name, w.Reason, in.Date(w.Until))
	}
	d.addTables(tasks, statuses, absences, waivers)
}

// availability says when the person can come: "ti aamupäivä, ilta; to ilta".
func (d ownData) availability() string {
	var days []string
	for _, day := range model.Weekdays() {
		var parts []string
		for _, part := range model.DayParts() {
			if d.l.Availability.Free(day, part) {
				parts = append(parts, words.Code(d.in, "day_part", part))
			}
		}
		if len(parts) > 0 {
			days = append(days, d.weekday(day)+" "+joined(", ", parts...))
		}
	}
	return joined("; ", days...)
}

func (d ownData) weekday(day time.Weekday) string { return d.in.WeekdayShort(day) }

// requirement names a requirement; one that is not there any more has no name, and is said to be one.
func (d ownData) requirement(id model.ID) string {
	for _, r := range d.f.Rules.Requirements {
		if r.ID == id {
			return r.Name.Best(model.Language(d.in))
		}
	}
	return d.in.T("paper.own.former_requirement")
}

func (d ownData) undertakings() {
	t := d.table("paper.own.requirement", "paper.own.on", "paper.own.version")
	for _, x := range d.l.Completed {
		t.row(d.requirement(x.RequirementID), d.in.Date(x.On), x.Version)
	}
	d.addTables(t)
}

func (d ownData) publication() {
	p, in := d.l.Publication, d.in
	answer := func(yes bool) string {
		if yes {
			return words.Code(in, "answer", model.Yes)
		}
		return words.Code(in, "answer", model.No)
	}
	d.add(withValues(Facts{[]Fact{
		d.fact(in.T("paper.own.asked"), in.Date(p.On)),
		d.fact(in.T("paper.own.publish_name"), answer(p.Name)),
		d.fact(in.T("paper.own.publish_phone"), answer(p.Phone)),
		d.fact(in.T("paper.own.withdrawn"), in.Date(p.WithdrawnOn)),
	}}))
}

// checks tells the dates that are kept of background checks. There is nothing else to tell. Who has seen the extract and
// when is kept only where the centre has decided so.
func (d ownData) checks() {
	t := d.table("paper.table.task", "paper.own.consent", "paper.own.issued", "paper.own.seen", "paper.own.seen_by")
	for _, x := range d.l.Tasks {
		c := x.Check
		if c.ConsentOn.IsZero() && c.ExtractIssued.IsZero() && c.SeenOn.IsZero() && c.SeenBy == "" {
			continue
		}
		t.row(taskName(x, d.in), d.in.Date(c.ConsentOn), d.in.Date(c.ExtractIssued), d.in.Date(c.SeenOn), c.SeenBy)
	}
	d.addTables(t)
}

func (d ownData) entries() {
	t := d.table("paper.own.entry", "paper.own.on", "paper.table.amount", "paper.own.note")
	for _, e := range d.l.Entries {
		amount := hoursOf(e.Amount, d.in)
		if e.Kind != model.EnteredHours && e.Amount.Known {
			amount = d.in.Number(e.Amount.Hundredths) + "\u00a0€"
		}
		t.row(words.Capital(words.Code(d.in, "entry.kind", e.Kind)), d.in.Date(e.On), amount, e.Note)
	}
	d.addTables(t)
}

// simpleTable is a table of plain texts.
type simpleTable struct{ Table }

// table begins a table with the heads of these keys.
func (d ownData) table(heads ...string) *simpleTable {
	t := &simpleTable{}
	for i, key := range heads {
		c := Column{Head: Cell{Text("", d.in.T(key))}, Weight: 2}
		if i == 0 {
			c.Weight = 3
		}
		t.Columns = append(t.Columns, c)
	}
	return t
}

func (t *simpleTable) row(texts ...string) {
	var row []Cell
	for _, x := range texts {
		row = append(row, Cell{Text("", x)})
	}
	t.Rows = append(t.Rows, row)
}

func (d ownData) addTables(tables ...*simpleTable) {
	for _, t := range tables {
		if len(t.Rows) > 0 {
			d.add(withoutEmptyColumns(t.Table))
		}
	}
}

// rating writes how a participant rated an event: "4/5".
func rating(c model.Count) string {
	if !c.Known {
		return ""
	}
	return strconv.Itoa(c.N) + "/5"
}
