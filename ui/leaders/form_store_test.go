package leaders

import (
	"context"
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/stage"
)

var sunday = model.MustDate("2026-11-22")

// drawer is a store in memory for the form and the small forms: what they do not ask for is not there.
type drawer struct {
	Store
	leaders      []model.Leader
	requirements []model.Requirement
	programmes   []model.Programme
	events       []model.Event
	policy       model.LeaderPolicy
	fails        error // what every write answers
	anonymised   []model.ID
	erased       []model.ID
	sessions     []model.Session
}

func (d *drawer) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(d.sessions), func(s model.Session) bool { return s.Date.Before(from) || s.Date.After(until) }), nil
}

func (d *drawer) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi", Sv: "Sarkajärvi"}}}, nil
}

func (d *drawer) Organisations(context.Context) ([]model.Organisation, error) {
	return []model.Organisation{{ID: "mll", Name: model.Text{Fi: "MLL Sarkajärvi", Sv: "MLL Sarkajärvi"}}}, nil
}

func (d *drawer) LeaderPolicy(context.Context) (model.LeaderPolicy, error) { return d.policy, nil }

func (d *drawer) Leaders(context.Context) ([]model.Leader, error) {
	return slices.Clone(d.leaders), nil
}

func (d *drawer) Requirements(context.Context) ([]model.Requirement, error) {
	return d.requirements, nil
}
func (d *drawer) Programmes(context.Context) ([]model.Programme, error) { return d.programmes, nil }
func (d *drawer) Events(context.Context) ([]model.Event, error)         { return slices.Clone(d.events), nil }

func (d *drawer) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return model.NewTrainingRecord(nil, nil, nil), nil
}

func (d *drawer) at(id model.ID) int {
	return slices.IndexFunc(d.leaders, func(l model.Leader) bool { return l.ID == id })
}

func (d *drawer) leader(id model.ID) model.Leader { return d.leaders[d.at(id)] }

func (d *drawer) CreateLeader(_ context.Context, l model.Leader) (model.Leader, error) {
	if d.fails != nil {
		return l, d.fails
	}
	l.ID = ids.New()
	d.leaders = append(d.leaders, l)
	return l, nil
}

func (d *drawer) UpdateLeader(_ context.Context, id model.ID, change func(*model.Leader) error) (model.Leader, error) {
	if d.fails != nil {
		return model.Leader{}, d.fails
	}
	err := change(&d.leaders[d.at(id)])
	return d.leaders[d.at(id)], err
}

func (d *drawer) MergeLeaders(_ context.Context, keep, drop model.ID) (model.Leader, error) {
	if d.fails != nil {
		return model.Leader{}, d.fails
	}
	d.leaders[d.at(keep)] = model.MergeLeaders(d.leader(keep), d.leader(drop)).Leader
	d.leaders = slices.Delete(d.leaders, d.at(drop), d.at(drop)+1)
	return d.leader(keep), nil
}

func (d *drawer) AnonymiseLeader(_ context.Context, id model.ID, day model.Date) error {
	if d.fails == nil {
		d.anonymised = append(d.anonymised, id)
		d.leaders[d.at(id)] = d.leader(id).Anonymous(day)
	}
	return d.fails
}

func (d *drawer) EraseLeader(_ context.Context, id model.ID) error {
	if d.fails == nil {
		d.erased = append(d.erased, id)
		d.leaders = slices.Delete(d.leaders, d.at(id), d.at(id)+1)
	}
	return d.fails
}

func (d *drawer) ForgetOutsiders(_ context.Context, id model.ID) error {
	i := slices.IndexFunc(d.events, func(e model.Event) bool { return e.ID == id })
	if d.fails == nil {
		d.events[i] = d.events[i].WithoutOutsiders()
	}
	return d.fails
}

// village is an active volunteer with two tasks and an open absence, a professional, and one who ended long ago.
func village() *drawer {
	day := model.MustDate
	return &drawer{
		policy: model.LeaderPolicy{KeepMonths: 12},
		leaders: []model.Leader{
			{
				ID: "sanna", Kind: model.Volunteer, Name: "Sanna Virtamäki", Phone: "040 123 4567", Source: model.FromSelf,
				Languages: []model.Spoken{"fi"}, Availability: model.Availability(0).With(2, model.Morning, true), Notes: "Avain 3",
				Statuses: []model.LeaderStatus{{ID: "s1", State: model.LeaderActive, From: day("2024-01-15")}},
				Tasks: []model.LeaderTask{
					{ID: "cafe", Kind: model.FamilyCafeLeader, From: day("2024-01-15")},
					{ID: "old", Kind: model.PeerGroupLeader, From: day("2024-01-15"), Until: day("2025-05-31"), Check: model.BackgroundCheck{Need: model.CheckNeeded, ConsentOn: day("2024-01-10"), ExtractIssued: day("2024-01-02")}},
				},
				Absences:  []model.Absence{{ID: "trip", Title: "Matka", From: day("2026-11-01")}},
				Completed: []model.Fulfilment{{ID: "f1", RequirementID: "secret", On: day("2024-01-20"), Version: "1"}},
			},
			{ID: "pekka", Kind: model.Professional, Name: "Pekka Ammatti", JobTitle: "perheohjaaja", Tasks: []model.LeaderTask{{ID: "work", Kind: model.FamilyCafeLeader}}},
			{
				ID: "entinen", Kind: model.Volunteer, Name: "Ensio Entinen", Phone: "050 999",
				Statuses: []model.LeaderStatus{{ID: "e1", State: model.LeaderEnded, From: day("2024-05-31")}},
			},
		},
		requirements: []model.Requirement{
			{ID: "intro", Kind: model.RequireIntroduction, Name: model.Text{Fi: "Perehdytys", Sv: "Introduktion"}, Weight: model.Wanted},
			{
				ID: "secret", Kind: model.RequireUndertaking, Name: model.Text{Fi: "Vaitiolositoumus"}, Weight: model.Wanted,
				Texts: []model.RequirementText{{Version: "1"}, {Version: "2", From: day("2025-01-01")}},
			},
			{ID: "public", Kind: model.RequirePublication, Name: model.Text{Fi: "Julkaisu"}, Weight: model.Wanted},
			{ID: "check", Kind: model.RequireCheck, Name: model.Text{Fi: "Rikostaustaote"}, Weight: model.Wanted},
			{ID: "learn", Kind: model.RequireTraining, Name: model.Text{Fi: "Koulutus"}, Weight: model.Information},
		},
		programmes: []model.Programme{{ID: "vertais", Kind: model.PeerGroupTraining, Name: model.Text{Fi: "Vertaisohjaaja"}}},
		events: []model.Event{{
			ID: "kurssi", ProgrammeID: "vertais", State: model.EventHeld, Days: []model.EventDay{{ID: "d", Date: day("2024-03-01")}},
			Participations: []model.Participation{
				{ID: "p1", LeaderID: "sanna", Passed: model.Yes, Feedback: "Hyvä"},
				{ID: "p2", Outsider: model.Outsider{Name: "Ulla Ulkopuolinen", Organisation: "Srk", Sector: model.Parish}, Feedback: "Ulla kiittää"},
				{ID: "p3", Outsider: model.Outsider{Name: "Ville Vieras", Organisation: "Srk"}},
			},
		}},
	}
}

// table is a window with the screen in it and everything that a test of its forms looks at.
type table struct {
	*Screen
	*stage.Stage
	store *drawer
}

func stageOn(t testing.TB, store *drawer) *table {
	t.Helper()
	x := &table{Stage: stage.New(t, model.Finnish, sunday), store: store}
	x.Screen = New(x.Desk, store)
	x.Put(x.Content(), func() any { return x.Screen })
	return x
}

// editing opens the form of a leader with the keyboard in a field.
func editing(t testing.TB, store *drawer, id model.ID, field string) *table {
	t.Helper()
	x := stageOn(t, store)
	x.openForm(store.leader(id), false, field)
	return x
}
