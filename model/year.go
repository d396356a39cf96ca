package model

import (
	"context"
	"slices"
)

// ResourceKind is how partnership work was resourced (PERHE report, 8.1).
type ResourceKind string

// The seven categories of the report.
const (
	ResourceBudget          ResourceKind = "budget"
	ResourcePremises        ResourceKind = "premises"          // assigned to the work
	ResourceFamilyWorkPosts ResourceKind = "family_work_posts" // posts of preventive family work
	ResourceOtherPosts      ResourceKind = "other_posts"       // founded or moved
	ResourceCoordination    ResourceKind = "coordination_posts"
	ResourcePeerGroups      ResourceKind = "peer_group_funds"
	ResourceLeaderTraining  ResourceKind = "leader_training" // support for training volunteer leaders
)

// ResourceKinds lists them in the order of the report.
func ResourceKinds() []ResourceKind {
	return []ResourceKind{
		ResourceBudget, ResourcePremises, ResourceFamilyWorkPosts, ResourceOtherPosts, ResourceCoordination,
		ResourcePeerGroups, ResourceLeaderTraining,
	}
}

// ResourceUnit is what the amount of a resource counts.
type ResourceUnit string

// The units.
const (
	InEuros    ResourceUnit = "euro"
	InPosts    ResourceUnit = "post" // person-years
	InPremises ResourceUnit = "premises"
)

// Unit is what the amount of the resource counts.
func (k ResourceKind) Unit() ResourceUnit {
	switch k {
	case ResourcePremises:
		return InPremises
	case ResourceFamilyWorkPosts, ResourceOtherPosts, ResourceCoordination:
		return InPosts
	default:
		return InEuros
	}
}

// Resource is what was given of one category in a year.
type Resource struct {
	Given  Answer // whether anything was
	Amount Amount // in the unit of the category
	Note   string
}

// ServicePart is how much a service takes part in the work of the network.
type ServicePart string

// The steps.
const (
	TakesPartActively  ServicePart = "actively"
	TakesPartSometimes ServicePart = "sometimes"
	TakesNoPart        ServicePart = "not"
)

// ServiceParts lists them in the order in which they are offered.
func ServiceParts() []ServicePart {
	return []ServicePart{TakesPartActively, TakesPartSometimes, TakesNoPart}
}

// SectorCooperation is how cooperation with a sector goes.
type SectorCooperation string

// The steps.
const (
	CooperatesWell       SectorCooperation = "well"
	CooperatesModerately SectorCooperation = "moderately"
)

// SectorCooperations lists them in the order in which they are offered.
func SectorCooperations() []SectorCooperation {
	return []SectorCooperation{CooperatesWell, CooperatesModerately}
}

// QualityTopic is a topic of the yearly self-assessment of meeting places (THL's quality criteria, eight topics).
type QualityTopic string

// The topics.
const (
	QualityIntegration   QualityTopic = "integration" // with the services of the family centre
	QualitySystematic    QualityTopic = "systematic"  // operation, planning, evaluation
	QualityCoordination  QualityTopic = "coordination"
	QualityAccessibility QualityTopic = "accessibility"
	QualityCommunity     QualityTopic = "community"
	QualityEncounter     QualityTopic = "encounter" // encounters and support
	QualityInformation   QualityTopic = "information"
	QualityCompetence    QualityTopic = "competence" // and professional guidance
)

// QualityTopics lists them in the order of the criteria.
func QualityTopics() []QualityTopic {
	return []QualityTopic{
		QualityIntegration, QualitySystematic, QualityCoordination, QualityAccessibility, QualityCommunity, QualityEncounter,
		QualityInformation, QualityCompetence,
	}
}

// QualitySteps is how many steps the self-assessment has; 1 is "we have not begun", the last "this is how we always work".
const QualitySteps = 4

// QualityMark is how a topic was assessed.
type QualityMark struct {
	Step Count // 1–QualitySteps
	Note string
}

// YearRecord is what is entered of one year and found in no register. What is not in a map was not said.
type YearRecord struct {
	Year        int // required
	Resources   map[ResourceKind]Resource
	Services    map[Service]ServicePart
	Cooperation map[Sector]SectorCooperation
	Quality     map[QualityTopic]QualityMark
	Practices   []PracticeEntry
	Notes       string
}

// NewYearRecord is a year of which nothing is entered.
func NewYearRecord(year int) YearRecord {
	return YearRecord{
		Year: year, Resources: map[ResourceKind]Resource{}, Services: map[Service]ServicePart{},
		Cooperation: map[Sector]SectorCooperation{}, Quality: map[QualityTopic]QualityMark{},
	}
}

// Nothing reports whether nothing is entered of the year.
func (y YearRecord) Nothing() bool {
	return len(y.Resources)+len(y.Services)+len(y.Cooperation)+len(y.Quality)+len(y.Practices) == 0 && y.Notes == ""
}

// Check returns what is amiss in the year.
func (y YearRecord) Check() []Problem {
	var p problems
	if YearPeriod(y.Year).From.IsZero() {
		p.refuse("year", "required")
	}
	for _, k := range ResourceKinds() {
		r := y.Resources[k]
		if r.Amount.Known && r.Amount.Hundredths < 0 {
			p.refuse("resource."+string(k), "negative")
		}
		if r.Given == No && r.Amount.Known && r.Amount.Hundredths > 0 {
			p.warn("resource."+string(k), "amount_of_nothing")
		}
		p.length("resource."+string(k), r.Note, MaxNotes)
	}
	for _, t := range QualityTopics() {
		m := y.Quality[t]
		if m.Step.Known && (m.Step.N < 1 || m.Step.N > QualitySteps) {
			p.refuse("quality."+string(t), "quality_range")
		}
		p.length("quality."+string(t), m.Note, MaxNotes)
	}
	for i, e := range y.Practices {
		if e.Municipality.IsZero() {
			p.refuse(at("practices", i, "municipality"), "required")
		}
		p.length(at("practices", i, "detail"), e.Detail, MaxNotes)
	}
	p.length("notes", y.Notes, MaxNotes)
	return p
}

// CarriedOver is the year begun from the one before: the practices of municipalities and the services that take part, which
// rarely change, but not what was given, how cooperation went and how quality was assessed, which are judged anew.
func (y YearRecord) CarriedOver(year int) YearRecord {
	next := NewYearRecord(year)
	for k, v := range y.Services {
		next.Services[k] = v
	}
	next.Practices = slices.Clone(y.Practices)
	return next
}

// Years keeps what is entered of years. Every method is one transaction.
type Years interface {
	// Years returns every year of which something is entered, the latest first.
	Years(ctx context.Context) ([]YearRecord, error)
	// Year returns one year; of a year of which nothing is entered, NewYearRecord.
	Year(ctx context.Context, year int) (YearRecord, error)
	// UpdateYear changes one year; an error of change is returned as it is, and nothing is written. CodeInvalid when Check
	// refuses it.
	UpdateYear(ctx context.Context, year int, change func(*YearRecord) error) (YearRecord, error)
}
