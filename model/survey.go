package model

import "context"

// SurveyKind is what a survey asks about.
type SurveyKind string

// The kinds of surveys (PERHE report, 6.2 and annexes 5-5 and 5-10).
const (
	FamiliesNeeds   SurveyKind = "families_needs" // what services families need
	VolunteerSurvey SurveyKind = "volunteers"     // who could do voluntary work
	ServicesWork    SurveyKind = "services"       // how services work and should be developed (bikva)
	FeedbackSurvey  SurveyKind = "feedback"
	OtherSurvey     SurveyKind = "other"
)

// SurveyKinds lists them in the order in which they are offered.
func SurveyKinds() []SurveyKind {
	return []SurveyKind{FeedbackSurvey, FamiliesNeeds, VolunteerSurvey, ServicesWork, OtherSurvey}
}

// Survey is what came out of asking people: sums only, never a single answer.
type Survey struct {
	ID       ID
	Name     string     // required
	Kind     SurveyKind // required
	On       Date       // required: the day on which it was closed
	Target   string     // who was asked
	GroupID  ID         // the group whose visitors were asked; may be empty
	Asked    Count      // to how many it was sent
	Answers  Count
	Positive Count  // per cent of the answers, 0–100
	Finding  string // the main finding
	Notes    string
}

// Check returns what is amiss in the survey.
func (s Survey) Check() []Problem {
	var p problems
	p.required("name", s.Name)
	p.length("name", s.Name, MaxName)
	p.required("kind", string(s.Kind))
	if s.On.IsZero() {
		p.refuse("on", "required")
	}
	p.length("target", s.Target, MaxName)
	for _, x := range []struct {
		field string
		count Count
	}{{"asked", s.Asked}, {"answers", s.Answers}} {
		if x.count.Known && x.count.N < 0 {
			p.refuse(x.field, "negative")
		}
	}
	if s.Asked.Known && s.Answers.Known && s.Answers.N > s.Asked.N {
		p.warn("answers", "more_answers_than_asked")
	}
	if s.Positive.Known && (s.Positive.N < 0 || s.Positive.N > 100) {
		p.refuse("positive", "share_range")
	}
	if s.Positive.Known && !s.Answers.Known {
		p.warn("answers", "positive_of_unknown")
	}
	p.length("finding", s.Finding, MaxNotes)
	p.length("notes", s.Notes, MaxNotes)
	return p
}

// ResponseRate is the share of those asked who answered, in per cent rounded to whole ones; unknown when either is.
func (s Survey) ResponseRate() Count {
	if !s.Asked.Known || !s.Answers.Known || s.Asked.N == 0 {
		return Count{}
	}
	return CountOf((s.Answers.N*200 + s.Asked.N) / (2 * s.Asked.N))
}

// Before is the last survey with which this one can be compared, and false when there is none: an earlier one of the same
// kind, of the same group, and of those who were asked then as now.
func (s Survey) Before(all []Survey) (last Survey, found bool) {
	target := Fold(s.Target)
	for _, o := range all {
		if o.Kind == s.Kind && o.GroupID == s.GroupID && o.On.Before(s.On) && o.On.After(last.On) && Fold(o.Target) == target {
			last, found = o, true
		}
	}
	return last, found
}

// Surveys keeps the surveys. Every method is one transaction.
type Surveys interface {
	// Surveys returns all of them, the latest first.
	Surveys(ctx context.Context) ([]Survey, error)
	// CreateSurvey keeps a new one; an empty ID is made. CodeInvalid when Check refuses it.
	CreateSurvey(ctx context.Context, s Survey) (Survey, error)
	// UpdateSurvey changes one; an error of change is returned as it is, and nothing is written.
	UpdateSurvey(ctx context.Context, id ID, change func(*Survey) error) (Survey, error)
	// DeleteSurvey removes one.
	DeleteSurvey(ctx context.Context, id ID) error
}
