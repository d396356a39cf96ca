package records

import (
	"context"
	"reflect"

	"kumppani/model"
)

// filled is a store with one record of every kind, in which every field has a value of its own.
type filled struct {
	broken error // of the surveys
	damage bool  // of the second attachment
}

// one is a record of a kind, with every field filled.
func one[T any](_ context.Context) ([]T, error) { return []T{whole[T]()}, nil }

func whole[T any]() T {
	var x T
	fill(reflect.ValueOf(&x).Elem(), 0)
	return x
}

func (filled) Centre(context.Context) (model.Centre, error) { return whole[model.Centre](), nil }

func (filled) Template(context.Context) (model.Template, error) { return whole[model.Template](), nil }

func (filled) Agreements(context.Context) ([]model.AgreementSummary, error) {
	return []model.AgreementSummary{{ID: "a1", Number: "2026/001"}, {ID: "a2", Number: `2026\001`}, {ID: "a3", Number: "2026-003"}}, nil
}

func (filled) Agreement(_ context.Context, id model.ID) (model.Agreement, error) {
	a := whole[model.Agreement]()
	a.ID, a.Number = id, map[model.ID]string{"a1": "2026/001", "a2": `2026\001`, "a3": "2026-003"}[id]
	a.Attachments = map[model.ID][]model.Attachment{
		"a1": {{ID: "f1", Name: "kirje.pdf"}, {ID: "f2", Name: "KIRJE.pdf"}, {ID: "f3", Name: "../../pois.pdf"}},
		"a2": {{ID: "f4", Name: "NUL.txt"}},
	}[id]
	return a, nil
}

func (s filled) AttachmentContent(_ context.Context, id model.ID) ([]byte, error) {
	if s.damage && id == "f2" {
		return nil, &model.Error{Code: model.CodeDamaged}
	}
	return []byte("sisältö " + id), nil
}

func (filled) Organisations(c context.Context) ([]model.Organisation, error) {
	return one[model.Organisation](c)
}
func (filled) Leaders(c context.Context) ([]model.Leader, error) { return one[model.Leader](c) }
func (filled) LeaderPolicy(context.Context) (model.LeaderPolicy, error) {
	return whole[model.LeaderPolicy](), nil
}

func (filled) Requirements(c context.Context) ([]model.Requirement, error) {
	return one[model.Requirement](c)
}

func (filled) Programmes(c context.Context) ([]model.Programme, error) {
	return one[model.Programme](c)
}
func (filled) Events(c context.Context) ([]model.Event, error) { return one[model.Event](c) }
func (filled) Extensions(c context.Context) ([]model.Extension, error) {
	return one[model.Extension](c)
}

func (filled) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return model.TrainingRecord{}, nil
}

func (filled) MeetingPlaces(c context.Context) ([]model.MeetingPlace, error) {
	return one[model.MeetingPlace](c)
}
func (filled) Groups(c context.Context) ([]model.Group, error)     { return one[model.Group](c) }
func (filled) Closures(c context.Context) ([]model.Closure, error) { return one[model.Closure](c) }
func (filled) Seasons(c context.Context) ([]model.Season, error)   { return one[model.Season](c) }
func (filled) Sessions(c context.Context, _, _ model.Date) ([]model.Session, error) {
	return one[model.Session](c)
}

func (filled) MeetingPolicy(context.Context) (model.MeetingPolicy, error) {
	return whole[model.MeetingPolicy](), nil
}

func (filled) PartnerCalendars(c context.Context) ([]model.PartnerCalendar, error) {
	return one[model.PartnerCalendar](c)
}

func (filled) PartnerEvents(c context.Context, _, _ model.Date) ([]model.PartnerEvent, error) {
	return one[model.PartnerEvent](c)
}

func (filled) FollowUps(c context.Context) ([]model.FollowUp, error) { return one[model.FollowUp](c) }

func (filled) Deferrals(c context.Context) ([]model.Deferral, error) { return one[model.Deferral](c) }
func (filled) Bodies(c context.Context) ([]model.Body, error)        { return one[model.Body](c) }
func (filled) NetworkMeetings(c context.Context) ([]model.NetworkMeeting, error) {
	return one[model.NetworkMeeting](c)
}

func (s filled) Surveys(c context.Context) ([]model.Survey, error) {
	all, _ := one[model.Survey](c)
	return all, s.broken
}

func (filled) Years(context.Context) ([]model.YearRecord, error) {
	return []model.YearRecord{wholeYear()}, nil
}

// wholeYear is a year in which something is said of everything.
func wholeYear() model.YearRecord {
	y := model.NewYearRecord(2026)
	for i, k := range model.ResourceKinds() {
		y.Resources[k] = model.Resource{Given: model.Yes, Amount: model.AmountOf(int64(100 * (i + 1))), Note: "huomautus " + string(k)}
	}
	for _, s := range model.Services() {
		y.Services[s] = model.TakesPartSometimes
	}
	for _, s := range model.Sectors() {
		y.Cooperation[s] = model.CooperatesWell
	}
	for i, t := range model.QualityTopics() {
		y.Quality[t] = model.QualityMark{Step: model.CountOf(i%model.QualitySteps + 1), Note: "laatu " + string(t)}
	}
	for _, a := range model.PracticeAreas() {
		for _, p := range a.Practices() {
			y.Practices = append(y.Practices, model.PracticeEntry{
				Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}, Practice: p, Stage: model.PracticeTrial, Detail: "kokeiltu",
			})
		}
	}
	y.Notes = "vuoden muistiinpano"
	return y
}
