package model

import "strings"

// PracticeArea is a field in which municipalities have practices (PERHE report, chapter 7).
type PracticeArea string

// The areas.
const (
	AreaFamilyTraining PracticeArea = "family_training"
	AreaClinic         PracticeArea = "clinic"
	AreaCouples        PracticeArea = "couple_work"
	AreaFamilyWork     PracticeArea = "family_work"
	AreaPartnership    PracticeArea = "educational_partnership"
	AreaPeerGroups     PracticeArea = "peer_groups"
	AreaFathers        PracticeArea = "fathers"
	AreaPlaces         PracticeArea = "meeting_places"
	AreaTraining       PracticeArea = "training"
)

// PracticeAreas lists them in the order of the report.
func PracticeAreas() []PracticeArea {
	return []PracticeArea{
		AreaFamilyTraining, AreaClinic, AreaCouples, AreaFamilyWork, AreaPartnership, AreaPeerGroups, AreaFathers, AreaPlaces,
		AreaTraining,
	}
}

// Practice is one way of working that a municipality may have in use. Those of peer groups, meeting places and training are
// named after an Audience, a PlaceKind and a ProgrammeKind: PeerGroupsFor, PlacesOf and TrainingIn make them.
type Practice string

// The practices that are named by themselves.
const (
	FamilyTrainingBefore   Practice = "family_training_before" // before birth
	FamilyTrainingAfter    Practice = "family_training_after"
	FamilyTrainingHandbook Practice = "family_training_handbook"
	WellbeingClinic        Practice = "wellbeing_clinic"
	CombinedClinic         Practice = "combined_clinic" // maternity and child health together
	ClinicTeam             Practice = "clinic_team"
	CoupleWork             Practice = "couple_work"
	PreventiveFamilyWork   Practice = "preventive_family_work"
	PartnershipClinicCare  Practice = "partnership_clinic_daycare"
	PartnershipFamilyWork  Practice = "partnership_family_work" // in the family work of the clinic
	PartnershipSchool      Practice = "partnership_school"      // of home and school
	PartnershipTransition  Practice = "partnership_transition"  // when a child begins in day care or school
	FathersGroupSupport    Practice = "fathers_support"         // posts, or support for leaders of groups
	FathersRounds          Practice = "fathers_rounds"
)

const (
	practicePeer     = "peer_"
	practicePlace    = "place_"
	practiceTraining = "training_"
)

// PeerGroupsFor is the practice of having peer groups for an audience.
func PeerGroupsFor(a Audience) Practice { return Practice(practicePeer + string(a)) }

// PlacesOf is the practice of having meeting places of a kind.
func PlacesOf(k PlaceKind) Practice { return Practice(practicePlace + string(k)) }

// TrainingIn is the practice of arranging training of a kind.
func TrainingIn(k ProgrammeKind) Practice { return Practice(practiceTraining + string(k)) }

// Audience is whose peer groups the practice is about, empty for any other practice.
func (p Practice) Audience() Audience { return Audience(after(p, practicePeer)) }

// PlaceKind is the kind of meeting places that the practice is about, empty for any other practice.
func (p Practice) PlaceKind() PlaceKind { return PlaceKind(after(p, practicePlace)) }

// ProgrammeKind is the kind of training that the practice is about, empty for any other practice.
func (p Practice) ProgrammeKind() ProgrammeKind { return ProgrammeKind(after(p, practiceTraining)) }

func after(p Practice, prefix string) string {
	rest, found := strings.CutPrefix(string(p), prefix)
	if !found {
		return ""
	}
	return rest
}

// Practices lists those of an area in the order in which they are offered.
func (a PracticeArea) Practices() []Practice {
	var out []Practice
	switch a {
	case AreaFamilyTraining:
		return []Practice{FamilyTrainingBefore, FamilyTrainingAfter, FamilyTrainingHandbook}
	case AreaClinic:
		return []Practice{WellbeingClinic, CombinedClinic, ClinicTeam}
	case AreaCouples:
		return []Practice{CoupleWork}
	case AreaFamilyWork:
		return []Practice{PreventiveFamilyWork}
	case AreaPartnership:
		return []Practice{PartnershipClinicCare, PartnershipFamilyWork, PartnershipSchool, PartnershipTransition}
	case AreaPeerGroups:
		for _, x := range Audiences() {
			out = append(out, PeerGroupsFor(x))
		}
	case AreaFathers:
		return []Practice{FathersGroupSupport, FathersRounds}
	case AreaPlaces:
		for _, x := range PlaceKinds() {
			out = append(out, PlacesOf(x))
		}
	case AreaTraining:
		for _, x := range ProgrammeKinds() {
			out = append(out, TrainingIn(x))
		}
	}
	return out
}

// PracticeStage is how far a practice has come in a municipality.
type PracticeStage string

// The stages. PracticeNotInUse is an answer; no entry is no answer.
const (
	PracticeTrial       PracticeStage = "trial"
	PracticeBecoming    PracticeStage = "becoming_established"
	PracticeEstablished PracticeStage = "established"
	PracticeNotInUse    PracticeStage = "not_in_use"
	PracticeRegistered  PracticeStage = "registered" // nobody has said, but the registers show that it is in use; never entered
)

// PracticeStages lists those that can be entered, in the order in which they are offered.
func PracticeStages() []PracticeStage {
	return []PracticeStage{PracticeTrial, PracticeBecoming, PracticeEstablished, PracticeNotInUse}
}

// InUse reports whether the practice is in use in some way.
func (s PracticeStage) InUse() bool { return s != "" && s != PracticeNotInUse }

// PracticeEntry is what is entered of one practice in one municipality.
type PracticeEntry struct {
	Municipality Municipality // required
	Practice     Practice     // required
	Stage        PracticeStage
	Detail       string
}
