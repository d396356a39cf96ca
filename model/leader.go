package model

import (
	"context"
	"slices"
)

// LeaderKind tells the two halves of a working pair apart.
type LeaderKind string

// The kinds of leaders.
const (
	Volunteer    LeaderKind = "volunteer"
	Professional LeaderKind = "professional" // background checks are the employer's business (504/2002) and have no field
)

// LeaderKinds lists them in the order in which they are offered.
func LeaderKinds() []LeaderKind { return []LeaderKind{Volunteer, Professional} }

// FactSource says from whom the facts about a person came.
type FactSource string

// The sources.
const (
	FromSelf         FactSource = "self"
	FromOrganisation FactSource = "organisation" // the home organisation
	FromOther        FactSource = "other"
)

// FactSources lists them in the order in which they are offered.
func FactSources() []FactSource { return []FactSource{FromSelf, FromOrganisation, FromOther} }

// Leader is a person who leads groups: a volunteer, or the professional of a working pair.
type Leader struct {
	ID               ID
	Kind             LeaderKind // required
	Name             string     // required, unless anonymised
	Phone            string     // as typed
	Email            string
	Municipality     Municipality
	HomeOrganisation ID     // the organisation that the leader belongs to; of a professional, the employer
	JobTitle         string // of a professional
	Languages        []Spoken
	Audiences        []Audience
	Skills           string
	BirthYear        Count // only if it is needed
	StartedOn        Date  // first day of the work, if it is not that of the first task
	Availability     Availability
	Publication      Publication
	Source           FactSource
	SourceOn         Date // the day on which the facts were got
	Notes            string
	AnonymisedOn     Date // the day on which the person was taken out of it; zero for a person

	Statuses  []LeaderStatus // by From
	Tasks     []LeaderTask
	Absences  []Absence
	Completed []Fulfilment
	Waivers   []Waiver
	Elsewhere []Elsewhere
	Entries   []LeaderEntry
}

// Anonymised reports whether the person has been taken out of the record.
func (l Leader) Anonymised() bool { return !l.AnonymisedOn.IsZero() }

// Publication is what the person lets the calendar say. A consent that was asked for and not given is one with neither
// Name nor Phone.
type Publication struct {
	On          Date // the day on which the person said so
	Name, Phone bool
	WithdrawnOn Date
}

// PublicOn tells what may be published on the day.
func (p Publication) PublicOn(day Date) (name, phone bool) {
	if p.On.IsZero() || p.On.After(day) || (!p.WithdrawnOn.IsZero() && !p.WithdrawnOn.After(day)) {
		return false, false
	}
	return p.Name, p.Phone
}

// TaskKind is what a leader does.
type TaskKind string

// The tasks. The description of a task says more, and what the other task is.
const (
	PeerGroupLeader      TaskKind = "peer_group_leader"
	FamilyCafeLeader     TaskKind = "family_cafe_leader"
	BabyCafeLeader       TaskKind = "baby_cafe_leader"
	FathersGroupLeader   TaskKind = "fathers_group_leader"
	FamilyTrainingLeader TaskKind = "family_training_leader"
	FamilyClubVolunteer  TaskKind = "family_club_volunteer"
	ParishVolunteer      TaskKind = "parish_volunteer"
	VolunteerGrandparent TaskKind = "volunteer_grandparent"
	VolunteerLeader      TaskKind = "volunteer_leader"
	OtherTask            TaskKind = "other"
)

// TaskKinds lists them in the order in which they are offered.
func TaskKinds() []TaskKind {
	return []TaskKind{
		FamilyCafeLeader, BabyCafeLeader, PeerGroupLeader, FathersGroupLeader, FamilyTrainingLeader, FamilyClubVolunteer,
		ParishVolunteer, VolunteerGrandparent, VolunteerLeader, OtherTask,
	}
}

// LeaderTask is a dated task of a leader. The background check is judged for each (Act 148/2014, section 4).
type LeaderTask struct {
	ID             ID
	Kind           TaskKind // required
	Description    string   // of this task: "Sarkan tiistairyhmä"
	OrganisationID ID       // in whose name it is done; empty = the home organisation
	From           Date
	Until          Date // last day in the task
	Check          BackgroundCheck
}

// CurrentOn reports whether the task is done on the day; one without a first day has begun.
func (t LeaderTask) CurrentOn(day Date) bool {
	return !t.From.After(day) && !t.OverBy(day)
}

// OverBy reports whether the task had ended before the day.
func (t LeaderTask) OverBy(day Date) bool { return !t.Until.IsZero() && t.Until.Before(day) }

// TasksOn returns the tasks that are done on the day.
func (l Leader) TasksOn(day Date) []LeaderTask {
	return slices.DeleteFunc(slices.Clone(l.Tasks), func(t LeaderTask) bool { return !t.CurrentOn(day) })
}

// TasksFrom returns the tasks that are done on the day or begin later.
func (l Leader) TasksFrom(day Date) []LeaderTask {
	return slices.DeleteFunc(slices.Clone(l.Tasks), func(t LeaderTask) bool { return t.OverBy(day) })
}

// FirstDay is the first day of the work: StartedOn or else that of the first task; zero when neither is known.
func (l Leader) FirstDay() Date {
	first := l.StartedOn
	for _, t := range l.Tasks {
		if !t.From.IsZero() && (first.IsZero() || t.From.Before(first)) {
			first = t.From
		}
	}
	return first
}

// Absence is a time in which a leader cannot come. Both days belong to it; without Until it goes on.
type Absence struct {
	ID    ID
	Title string
	From  Date // required
	Until Date
}

// Covers reports whether the day belongs to the absence.
func (a Absence) Covers(day Date) bool {
	return !a.From.After(day) && (a.Until.IsZero() || !a.Until.Before(day))
}

// AbsentOn returns the absence that covers the day, and false when the leader can come.
func (l Leader) AbsentOn(day Date) (Absence, bool) {
	i := slices.IndexFunc(l.Absences, func(a Absence) bool { return a.Covers(day) })
	if i < 0 {
		return Absence{}, false
	}
	return l.Absences[i], true
}

// EntryKind is what a leader gave or got.
type EntryKind string

// The kinds of entries.
const (
	EnteredHours   EntryKind = "hours"
	EnteredFee     EntryKind = "fee"
	EnteredExpense EntryKind = "expense" // reimbursed
)

// EntryKinds lists them in the order in which they are offered.
func EntryKinds() []EntryKind { return []EntryKind{EnteredHours, EnteredFee, EnteredExpense} }

// LeaderEntry is hours, a fee or a reimbursement, entered by hand. The program records; it does not reckon taxes.
type LeaderEntry struct {
	ID     ID
	Kind   EntryKind // required
	On     Date      // required
	Amount Amount    // required; hours or euros
	Note   string
}

// EntryTotal sums the entries of a kind from a day to another, both included; a zero day is open. Unknown when there
// are none.
func (l Leader) EntryTotal(kind EntryKind, from, until Date) Amount {
	var sum Amount
	for _, e := range l.Entries {
		if e.Kind != kind || e.On.Before(from) || (!until.IsZero() && e.On.After(until)) || !e.Amount.Known {
			continue
		}
		sum = AmountOf(sum.Hundredths + e.Amount.Hundredths)
	}
	return sum
}

// Elsewhere is training that a leader got elsewhere.
type Elsewhere struct {
	ID          ID
	ProgrammeID ID   // required
	On          Date // required: the day on which it was completed
	Where       string
	Hours       Amount
}

// LeaderDirectory finds leaders by ID.
type LeaderDirectory map[ID]Leader

// LeaderDirectoryOf makes a LeaderDirectory of a list.
func LeaderDirectoryOf(all []Leader) LeaderDirectory {
	d := make(LeaderDirectory, len(all))
	for _, l := range all {
		d[l.ID] = l
	}
	return d
}

// Leaders keeps the register of leaders. Every method is one transaction.
type Leaders interface {
	// Leaders returns all of them, in Finnish alphabetical order of their names, the anonymised ones last.
	Leaders(ctx context.Context) ([]Leader, error)
	// Leader returns one, CodeNotFound when there is none.
	Leader(ctx context.Context, id ID) (Leader, error)
	// CreateLeader keeps a new one; empty IDs, its own and those of its lists, are made. CodeInvalid when Check refuses it.
	CreateLeader(ctx context.Context, l Leader) (Leader, error)
	// UpdateLeader changes one; an error of change is returned as it is, and nothing is written.
	UpdateLeader(ctx context.Context, id ID, change func(*Leader) error) (Leader, error)
	// MergeLeaders keeps the first as MergeLeaders of this package makes it, points everything of the second to it, and
	// removes the second. Two participations in one event become one.
	MergeLeaders(ctx context.Context, keep, drop ID) (Leader, error)
	// AnonymiseLeader takes the person out of the record on the day, as Anonymous makes it, out of feedback, out of the
	// names of trainers, and out of groups that go on and sessions after the day. Afterwards nothing of the person is left in the bytes of the file or of its backups. Takes seconds
	// with many backups.
	AnonymiseLeader(ctx context.Context, id ID, day Date) error
	// EraseLeader removes the record with its participations. Afterwards nothing of the person is left in the bytes of the
	// file or of its backups. Takes seconds with many backups.
	EraseLeader(ctx context.Context, id ID) error
	// LeaderPolicy returns the settings about leaders.
	LeaderPolicy(ctx context.Context) (LeaderPolicy, error)
	// SaveLeaderPolicy keeps the settings. When KeepSeen is switched off, who has seen extracts and when is removed from
	// every task in the same transaction.
	SaveLeaderPolicy(ctx context.Context, p LeaderPolicy) error
}
