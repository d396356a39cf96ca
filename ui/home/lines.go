package home

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// question is one of those that Home answers.
type question string

// The questions.
const (
	toDecide   question = "decide"   // what must be decided
	ofSessions question = "sessions" // what sessions lack
	toTell     question = "tell"     // whom to tell, and what else
)

// questionOf says to which question each matter belongs.
var questionOf = map[model.Matter]question{
	model.MatterContribution: toDecide, model.MatterReviewLate: toDecide, model.MatterDecision: toDecide, model.MatterEnding: toDecide,
	model.MatterUnsigned: toDecide, model.MatterReview: toDecide, model.MatterService: toDecide, model.MatterDraft: toDecide,
	model.MatterEnded: toDecide,
	model.MatterClash: ofSessions, model.MatterClosed: ofSessions, model.MatterNoLeader: ofSessions, model.MatterHalfPair: ofSessions,
	model.MatterNotCounted: ofSessions, model.MatterTheme: ofSessions,
	model.MatterFollowUpLate: toTell, model.MatterFollowUp: toTell, model.MatterContact: toTell, model.MatterReadiness: toTell,
	model.MatterRunningOut: toTell, model.MatterMeeting: toTell, model.MatterNoDecisions: toTell, model.MatterBackup: toTell,
}

// group is the lines of one matter.
type group struct {
	matter model.Matter
	items  []model.AgendaItem
}

// groupsOf divides the agenda by question and matter. The question with what hurts most comes first, and so does the
// matter in it.
func groupsOf(items []model.AgendaItem) (questions []question, groups map[question][]group) {
	groups = map[question][]group{}
	for _, x := range items {
		q := questionOf[x.Matter]
		of := groups[q]
		if len(of) == 0 {
			questions = append(questions, q)
		}
		if len(of) == 0 || of[len(of)-1].matter != x.Matter {
			of = append(of, group{matter: x.Matter})
		}
		last := &of[len(of)-1]
		last.items = append(last.items, x)
		groups[q] = of
	}
	return questions, groups
}

// line is one thing to see to, in words.
type line struct {
	title  string
	detail string
	chip   kit.Chip
}

// teller puts items into words.
type teller struct {
	*reading
	desk *desk.Desk
	in   words.In
}

func (t teller) line(x model.AgendaItem) line {
	title, detail := t.words(x)
	return line{cut(title), detail, t.chip(x)}
}

func (t teller) words(x model.AgendaItem) (title, detail string) {
	switch {
	case x.FollowUp != nil:
		return t.followUp(x)
	case x.Session != nil:
		return t.GroupName(x.Record), t.session(x)
	case x.Leader != nil:
		return t.desk.Person(x.Leader.Name), t.leader(x)
	case x.Body != nil:
		return x.Body.Name.Best(words.Current()), t.meeting(x)
	case x.Matter == model.MatterBackup:
		if x.Backup == nil {
			return words.T("home.backup.title"), words.T("home.line.backup_none")
		}
		return words.T("home.backup.title"), words.T("home.line.backup", "date", t.in.Date(x.On))
	default:
		return x.Agreement.Number + " " + x.Agreement.Title.Best(words.Current()), t.agreement(x)
	}
}

// agreement says what is the matter with an agreement.
func (t teller) agreement(x model.AgendaItem) string {
	var names []string
	for _, id := range x.Parties {
		if p, ok := x.Agreement.Party(id); ok {
			names = append(names, t.OrganisationName(p.OrganisationID))
		}
	}
	args := []any{"date", t.in.Date(x.On), "who", t.in.List(names)}
	key := string(x.Matter)
	switch x.Matter {
	case model.MatterContact:
		return t.contact(x, names)
	case model.MatterContribution:
		args = append(args, "what", cut(x.Contribution.Description.Best(words.Current())))
	case model.MatterService:
		var services []string
		for _, s := range x.Services {
			services = append(services, words.Code(t.in, "service", s))
		}
		args = append(args, "what", t.in.List(services))
	case model.MatterUnsigned, model.MatterEnding:
		if x.On.IsZero() {
			key += "_no_date"
		}
	}
	return words.T("home.line."+key, args...)
}

// contact says who began or left, and whom to tell: the other parties. When the contact person that the agreement names has
// left, another has to be named first.
func (t teller) contact(x model.AgendaItem, names []string) string {
	var changed, others []string
	for _, c := range x.Contacts {
		key, on := "home.line.contact_began", c.ChangedOn(t.Today)
		if c.FormerOn(t.Today) {
			key = "home.line.contact_left"
		}
		changed = append(changed, words.T(key, "name", t.desk.Person(c.Name), "date", t.in.Date(on)))
	}
	for _, p := range x.Agreement.Parties {
		if p.ID != x.Parties[0] {
			others = append(others, t.OrganisationName(p.OrganisationID))
		}
	}
	said := words.T("home.line.contact", "who", t.in.List(names), "what", t.in.List(changed))
	if t.nameless(x) {
		return said + " " + words.T("home.line.contact_choose")
	}
	return said + " " + words.T("home.line.contact_tell", "others", t.in.List(others))
}

// nameless reports whether the party that changed names no contact person who is one today, so that there is nobody to
// tell of.
func (t teller) nameless(x model.AgendaItem) bool {
	p, _ := x.Agreement.Party(x.Parties[0])
	c, named := t.OrganisationOf[p.OrganisationID].Contact(p.ContactID)
	return !named || c.FormerOn(t.Today)
}

// session says what sessions of a group lack, and when.
func (t teller) session(x model.AgendaItem) string {
	times := words.N("home.times", x.Times, "day", t.in.WeekdayDate(x.On))
	switch x.Matter {
	case model.MatterHalfPair:
		return words.T("home.session."+string(x.Gap), "times", times)
	case model.MatterClash, model.MatterClosed:
		return words.Capital(times) + ". " + t.conflict(x)
	default:
		return words.T("home.session."+string(x.Matter), "times", times)
	}
}

func (t teller) conflict(x model.AgendaItem) string {
	c := x.Conflict
	args := []any{"name", t.desk.Person(t.LeaderName(c.LeaderID)), "minutes", c.Minutes}
	if o := x.Other; o != nil {
		args = append(args, "other", t.GroupName(o.GroupID), "times", t.in.ClockRange(o.From, o.Until))
	}
	switch {
	case c.Booking != nil:
		return words.T("home.line.booked", "title", c.Booking.Title)
	case c.Closed != nil && c.Closed.Holiday != "":
		return words.T("calendar.conflict.holiday", "why", t.in.Closed(*c.Closed))
	case c.Closed != nil:
		days := t.in.DateRange(c.Closed.Closure.From, c.Closed.Closure.Until)
		return words.T("calendar.conflict.closed", "why", t.in.Closed(*c.Closed), "days", days)
	case c.Kind == model.ConflictAbsent:
		return words.T("home.line.absent", args...)
	default:
		return words.T("calendar.conflict."+string(c.Kind), args...)
	}
}

// leader says what a leader lacks, or what is to be renewed.
func (t teller) leader(x model.AgendaItem) string {
	var what []string
	for _, r := range x.Readiness {
		name := r.Requirement.Name.Best(words.Current())
		if r.ProgrammeID != "" {
			name = t.programme(r.ProgrammeID)
		}
		if x.Matter == model.MatterRunningOut && !r.By.IsZero() {
			name = words.T("home.line.by", "what", name, "date", t.in.Date(r.By))
		}
		what = append(what, name)
	}
	for _, e := range x.Expiries {
		what = append(what, words.T("home.line.by", "what", t.programme(e.ProgrammeID), "date", t.in.Date(e.Standing.Until)))
	}
	return words.T("home.leader."+string(x.Matter), "what", t.in.List(what))
}

func (t teller) programme(id model.ID) string {
	for i := range t.input.Rules.Programmes {
		if p := &t.input.Rules.Programmes[i]; p.ID == id {
			return p.Name.Best(words.Current())
		}
	}
	return ""
}

// followUp is what is to be remembered, and of which record.
func (t teller) followUp(x model.AgendaItem) (title, detail string) {
	f := x.FollowUp
	title = t.desk.Personal(strings.TrimSpace(f.Text))
	if name := t.recordName(f.Kind, f.RecordID); name != "" {
		return title, words.T("home.line.follow_up_of", "record", name, "date", t.in.Date(f.On))
	}
	return title, words.T("home.line.follow_up", "date", t.in.Date(f.On))
}

// recordName is the name of a record of the kinds that Home has read anyhow; empty for another.
func (t teller) recordName(kind model.Kind, id model.ID) string {
	switch kind {
	case model.KindOrganisation:
		return t.OrganisationName(id)
	case model.KindLeader:
		return t.desk.Person(t.LeaderName(id))
	case model.KindPlace:
		return t.PlaceName(id)
	case model.KindGroup:
		return t.GroupName(id)
	case model.KindAgreement:
		for i := range t.input.Agreements {
			if a := &t.input.Agreements[i]; a.ID == id {
				return a.Number + " " + cut(a.Title.Best(words.Current()))
			}
		}
	case model.KindBody:
		for _, b := range t.input.Bodies {
			if b.ID == id {
				return b.Name.Best(words.Current())
			}
		}
	case model.KindProgramme:
		return t.programme(id)
	case model.KindSeason:
		for _, x := range t.Seasons {
			if x.ID == id {
				return x.Name.Best(words.Current())
			}
		}
	case model.KindClosure:
		for _, x := range t.Closures {
			if x.ID == id {
				return words.Joined(x.Reason.Best(words.Current()), t.in.DateRange(x.From, x.Until))
			}
		}
	case model.KindSession:
		for i := range t.input.Sessions {
			if x := &t.input.Sessions[i]; x.ID == id {
				return words.Joined(t.GroupName(x.GroupID), t.in.WeekdayDate(x.Date))
			}
		}
	}
	return ""
}

// meeting says when a body is to meet, or of which meeting nothing is written down.
func (t teller) meeting(x model.AgendaItem) string {
	key := "home.line.no_decisions"
	switch {
	case x.Matter == model.MatterNoDecisions:
	case x.Kind == model.KindNetwork || x.Body.Recurs:
		key = "home.line.meeting"
	default:
		key = "home.line.meeting_agree"
	}
	return words.T(key, "date", t.in.Date(x.On))
}

// cut shortens a text for a line; the record it leads to has it whole.
func cut(s string) string {
	const most = 90
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
