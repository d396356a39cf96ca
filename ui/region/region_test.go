package region_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/region"
)

// shelf is a store of one place with one group, whose sessions lie in and around a season.
type shelf struct {
	region.Store
	sessions []model.Session
	fails    error
}

func (s *shelf) Centre(context.Context) (model.Centre, error) { return model.Centre{}, nil }

func (s *shelf) MeetingPolicy(context.Context) (model.MeetingPolicy, error) {
	return model.MeetingPolicy{TravelMinutes: 45}, nil
}

func (s *shelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) {
	return []model.MeetingPlace{{ID: "tupa", Name: model.Text{Fi: "Perhetupa"}}}, nil
}

func (s *shelf) Groups(context.Context) ([]model.Group, error) {
	return []model.Group{{ID: "kahvila", Name: model.Text{Fi: "Perhekahvila"}, PlaceID: "tupa"}}, nil
}

func (s *shelf) Closures(context.Context) ([]model.Closure, error) { return nil, nil }

func (s *shelf) Seasons(context.Context) ([]model.Season, error) {
	return []model.Season{autumn}, nil
}

func (s *shelf) Leaders(context.Context) ([]model.Leader, error) {
	return []model.Leader{{ID: "aino", Name: "Aino Salo"}, {ID: "poissa", AnonymisedOn: model.MustDate("2026-01-01")}}, s.fails
}

func (s *shelf) Organisations(context.Context) ([]model.Organisation, error) { return nil, nil }

func (s *shelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(s.sessions), func(x model.Session) bool { return x.Date.Before(from) || x.Date.After(until) }), nil
}

func (s *shelf) SeasonSessions(_ context.Context, season model.ID) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(s.sessions), func(x model.Session) bool { return x.SeasonID != season }), nil
}

func (s *shelf) PartnerEvents(_ context.Context, from, until model.Date) ([]model.PartnerEvent, error) {
	return []model.PartnerEvent{{Date: from, Title: "ensimmäinen"}, {Date: until, Title: "viimeinen"}}, nil
}

var autumn = model.Season{ID: "syksy", From: model.MustDate("2026-08-31"), Until: model.MustDate("2026-12-11"), Eves: true}

// A plan knows every session of its season, wherever it was moved to, each once, and those of others at the same time.
func TestPlanInputHasWhatThePlanCanCollideWith(t *testing.T) {
	at := func(id, season model.ID, on string) model.Session {
		return model.Session{ID: id, GroupID: "kahvila", SeasonID: season, Date: model.MustDate(on)}
	}
	store := &shelf{sessions: []model.Session{
		at("before", "syksy", "2026-08-20"), at("in", "syksy", "2026-09-01"), at("after", "syksy", "2026-12-18"), at("far", "syksy", "2028-01-01"),
		at("other", "kevat", "2027-01-12"), at("old", "kevat", "2026-05-01"),
	}}
	r, err := region.Read(t.Context(), store, model.MustDate("2026-11-22"))
	if err != nil {
		t.Fatal(err)
	}
	in, err := r.PlanInput(t.Context(), store, autumn)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range in.Existing {
		got = append(got, string(x.ID))
	}
	slices.Sort(got)
	if want := []string{"after", "before", "far", "in", "other"}; !slices.Equal(got, want) {
		t.Errorf("sessions %v, want %v", got, want)
	}
	if len(in.Facts.Booked) != 2 || in.Facts.TravelMinutes != 45 || !in.Facts.Eves || in.Today != r.Today || len(in.Groups) != 1 {
		t.Errorf("%+v", in)
	}
}

func TestNamesOfTheRegion(t *testing.T) {
	store := &shelf{}
	r, err := region.Read(t.Context(), store, model.MustDate("2026-11-22"))
	if err != nil {
		t.Fatal(err)
	}
	if r.PlaceName("tupa") != "Perhetupa" || r.GroupName("kahvila") != "Perhekahvila" || r.LeaderName("aino") != "Aino Salo" {
		t.Errorf("%q, %q, %q", r.PlaceName("tupa"), r.GroupName("kahvila"), r.LeaderName("aino"))
	}
	if r.LeaderName("poissa") != r.LeaderName("kukaan") || r.LeaderName("poissa") == "" {
		t.Errorf("one without a name is called %q", r.LeaderName("poissa"))
	}
	store.fails = errors.New("broken")
	if _, err := region.Read(t.Context(), store, r.Today); !errors.Is(err, store.fails) {
		t.Errorf("read in spite of %v", err)
	}
}
