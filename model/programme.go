package model

// ProgrammeKind is the subject of a training programme: the nine of the PERHE report (chapter 8.2 and annex 4), and own.
type ProgrammeKind string

// The kinds of programmes.
const (
	RaisingConcerns        ProgrammeKind = "raising_concerns"
	DialogicNetworkWork    ProgrammeKind = "dialogic_network"
	PeerGroupTraining      ProgrammeKind = "peer_group_leader"
	FamilyWorkTraining     ProgrammeKind = "family_work"
	CoupleTraining         ProgrammeKind = "couple_work"
	EarlyInteraction       ProgrammeKind = "early_interaction"
	EducationalPartnership ProgrammeKind = "educational_partnership"
	FatherhoodWork         ProgrammeKind = "fatherhood_work"
	PartnershipLeadership  ProgrammeKind = "partnership_leadership"
	OwnProgramme           ProgrammeKind = "own"
)

// ProgrammeKinds lists them in the order in which they are offered.
func ProgrammeKinds() []ProgrammeKind {
	return []ProgrammeKind{
		RaisingConcerns, DialogicNetworkWork, PeerGroupTraining, FamilyWorkTraining, CoupleTraining, EarlyInteraction,
		EducationalPartnership, FatherhoodWork, PartnershipLeadership, OwnProgramme,
	}
}

// ValidityKind is how long a completed programme is valid.
type ValidityKind string

// The kinds of validity.
const (
	ValidForEver  ValidityKind = "for_ever"
	ValidMonths   ValidityKind = "months"
	ValidUntilDay ValidityKind = "day"
)

// ValidityKinds lists them in the order in which they are offered.
func ValidityKinds() []ValidityKind { return []ValidityKind{ValidForEver, ValidMonths, ValidUntilDay} }

// Validity is how long a completed programme is valid.
type Validity struct {
	Kind      ValidityKind // empty = for ever
	Months    int          // 1–600, with ValidMonths
	EndOfYear bool         // with ValidMonths: until the end of the year in which the months run out
	Day       Date         // with ValidUntilDay: the same last day for everybody
	GraceDays int          // how many days after that it can still be renewed without being missed
}

// Programme is a training programme, of which events are held.
type Programme struct {
	ID       ID
	Name     Text          // required in one language
	Kind     ProgrammeKind // required
	Content  Text          // what it is about, for the certificate
	Hours    Amount
	Validity Validity
	Tasks    []TaskKind // for which it is recommended
	Ended    bool       // no more events are held
}

// Check returns what is amiss in the programme.
func (x Programme) Check() []Problem {
	var p problems
	p.required("name", x.Name.Best(Finnish))
	p.texts("name", x.Name, MaxName)
	p.texts("content", x.Content, MaxNotes)
	p.required("kind", string(x.Kind))
	if x.Hours.Known && x.Hours.Hundredths <= 0 {
		p.refuse("hours", "not_positive")
	}
	v := x.Validity
	if v.Kind == ValidMonths && (v.Months < 1 || v.Months > 600) {
		p.refuse("valid_months", "months_range")
	}
	if v.Kind == ValidUntilDay && v.Day.IsZero() {
		p.refuse("valid_day", "required")
	}
	if v.GraceDays < 0 || v.GraceDays > 3650 {
		p.refuse("grace_days", "grace_range")
	}
	return p
}

// ProgrammeDirectory finds programmes by ID.
type ProgrammeDirectory map[ID]Programme

// ProgrammeDirectoryOf makes a ProgrammeDirectory of a list.
func ProgrammeDirectoryOf(all []Programme) ProgrammeDirectory {
	d := make(ProgrammeDirectory, len(all))
	for _, x := range all {
		d[x.ID] = x
	}
	return d
}

// Name returns the programme's name in l or, failing that, in another language; empty for an unknown ID.
func (d ProgrammeDirectory) Name(id ID, l Language) string { return d[id].Name.Best(l) }
