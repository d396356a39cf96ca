package training

import (
	"context"
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/stage"
)

// learnShelf is the store of the autumn with what was learnt in it, and with programmes and extensions that can be
// written.
type learnShelf struct {
	*eventShelf
	completions []model.Completion
	enrolments  []model.Enrolment
	centre      model.Centre
	inUse       bool // no programme can be removed
}

func (s *learnShelf) Centre(context.Context) (model.Centre, error) { return s.centre, nil }

func (s *learnShelf) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return model.NewTrainingRecord(s.completions, s.enrolments, s.extensions), nil
}

func (s *learnShelf) programmeAt(id model.ID) int {
	return slices.IndexFunc(s.programmes, func(p model.Programme) bool { return p.ID == id })
}

func (s *learnShelf) CreateProgramme(_ context.Context, p model.Programme) (model.Programme, error) {
	if s.fails != nil {
		return p, s.fails
	}
	p.ID = ids.New()
	s.programmes = append(s.programmes, p)
	return p, nil
}

func (s *learnShelf) UpdateProgramme(_ context.Context, id model.ID, change func(*model.Programme) error) (model.Programme, error) {
	if s.fails != nil {
		return model.Programme{}, s.fails
	}
	err := change(&s.programmes[s.programmeAt(id)])
	return s.programmes[s.programmeAt(id)], err
}

func (s *learnShelf) DeleteProgramme(_ context.Context, id model.ID) error {
	if s.inUse {
		return &model.Error{Code: model.CodeInUse, Record: "Huolen puheeksi ottaminen"}
	}
	s.programmes = slices.Delete(s.programmes, s.programmeAt(id), s.programmeAt(id)+1)
	return nil
}

func (s *learnShelf) CreateExtension(_ context.Context, x model.Extension) (model.Extension, error) {
	if s.fails != nil {
		return x, s.fails
	}
	x.ID = ids.New()
	s.extensions = append([]model.Extension{x}, s.extensions...)
	return x, nil
}

func (s *learnShelf) DeleteExtension(_ context.Context, id model.ID) error {
	s.extensions = slices.DeleteFunc(s.extensions, func(x model.Extension) bool { return x.ID == id })
	return s.fails
}

// learnt is the autumn with two programmes that can run out, and leaders who stand with them in every way: Aino's
// training is valid and she takes part again, Sari's expires on 31.12.2026, Ville's can still be renewed, Outi's has
// expired, and Kaisa has none and takes part in January.
func learnt() *learnShelf {
	s := &learnShelf{eventShelf: autumn()}
	s.centre = model.Centre{Municipalities: []model.RegionMunicipality{{Code: "994", Fi: "Sarkajärvi", Sv: "Åkersjö"}, {Code: "997", Fi: "Rantaniemi", Sv: "Strandnäs"}}}
	s.programmes[0].Validity = model.Validity{Kind: model.ValidMonths, Months: 36, GraceDays: 60}
	s.programmes[0].Tasks = []model.TaskKind{model.FamilyCafeLeader}
	s.programmes[1].Tasks = []model.TaskKind{model.PeerGroupLeader, model.FamilyCafeLeader}
	places := map[string]string{"994": "Sarkajärvi", "997": "Rantaniemi"}
	leader := func(id, name, code string, task model.TaskKind) model.Leader {
		return model.Leader{
			ID: model.ID(id), Name: name, Municipality: model.Municipality{Code: code, Name: places[code]},
			Statuses: []model.LeaderStatus{{State: model.LeaderActive}}, Tasks: []model.LeaderTask{{ID: model.ID(id) + "-t", Kind: task}},
		}
	}
	s.leaders = []model.Leader{
		leader("aino", "Aino Kettula", "994", model.FamilyCafeLeader), leader("kaisa", "Kaisa Öster", "994", model.FamilyCafeLeader),
		leader("outi", "Outi Vainio", "997", model.PeerGroupLeader), leader("sari", "Sari Lampila", "994", model.FamilyCafeLeader),
		leader("ville", "Ville Harjunen", "997", model.PeerGroupLeader),
		{ID: "entinen", Name: "Entinen Ohjaaja", Statuses: []model.LeaderStatus{{State: model.LeaderEnded}}},
		{ID: "poistettu", AnonymisedOn: model.MustDate("2026-01-01")},
	}
	done := func(leader, on string, event model.ID) model.Completion {
		return model.Completion{LeaderID: model.ID(leader), ProgrammeID: "huoli", On: model.MustDate(on), EventID: event}
	}
	s.completions = []model.Completion{
		done("aino", "2025-05-05", "gone"), done("sari", "2023-12-31", ""), done("ville", "2023-10-20", ""), done("outi", "2020-01-10", ""),
		done("entinen", "2026-01-10", ""),
	}
	s.enrolments = []model.Enrolment{
		{LeaderID: "aino", ProgrammeID: "huoli", EventID: "ahead", On: model.MustDate("2027-01-14")},
		{LeaderID: "kaisa", ProgrammeID: "huoli", EventID: "ahead", On: model.MustDate("2027-01-14")},
	}
	return s
}

// learnTable is a window with one view of the screen in it.
type learnTable struct {
	*eventTable
	shelf *learnShelf
}

// showLearnt shows a view of the screen.
func showLearnt(t testing.TB, shelf *learnShelf, tab int, l model.Language) *learnTable {
	t.Helper()
	x := &learnTable{shelf: shelf, eventTable: &eventTable{Stage: stage.New(t, l, eventToday), store: shelf.eventShelf}}
	x.Screen = New(x.Desk, shelf)
	x.Put(x.Content(), func() any { return x.Screen })
	x.Bring(tab, func() {})
	return x
}

func (x *learnTable) programmes() *programmesView {
	return x.View(programmesTab).(*programmesView)
}
func (x *learnTable) matrix() *matrixView { return x.View(matrixTab).(*matrixView) }
func (x *learnTable) needs() *needsView   { return x.View(needsTab).(*needsView) }

var shelfFull = &model.Error{Code: model.CodeDiskFull, Op: "save"}
