package persistence

import (
	"errors"
	"strings"
	"testing"

	"kumppani/model"
)

func TestMeetingPolicyComesBackWhole(t *testing.T) {
	f := newFile(t)
	p, err := f.MeetingPolicy(ctx)
	must(t, err)
	equal(t, "before anybody decided", p, model.MeetingPolicy{TravelMinutes: model.DefaultTravelMinutes})
	must(t, f.SaveMeetingPolicy(ctx, model.MeetingPolicy{Categories: []model.CountCategory{
		{Name: model.Text{Fi: " isovanhemmat ", Sv: "mor- och farföräldrar", En: "grandparents"}},
		{Name: model.Text{Sv: "första gången"}, Off: true},
	}}))
	p, err = f.MeetingPolicy(ctx)
	must(t, err)
	if len(p.Categories) != 2 || p.Categories[0].ID == "" || p.Categories[0].ID == p.Categories[1].ID {
		t.Fatalf("the categories are %+v", p.Categories)
	}
	first, second := p.Categories[0], p.Categories[1]
	equal(t, "no time for travel is kept", p.TravelMinutes, 0)
	equal(t, "the first", first, model.CountCategory{
		ID: first.ID, Name: model.Text{Fi: "isovanhemmat", Sv: "mor- och farföräldrar", En: "grandparents"},
	})
	equal(t, "the second", second, model.CountCategory{ID: second.ID, Name: model.Text{Sv: "första gången"}, Off: true})

	want := model.MeetingPolicy{TravelMinutes: 240, Categories: []model.CountCategory{second, first}}
	must(t, f.SaveMeetingPolicy(ctx, want))
	p, err = f.MeetingPolicy(ctx)
	must(t, err)
	equal(t, "in another order", p, want)
	soundFile(t, f)
}

// A category that was counted stays, and everything else of the refused settings is as it was.
func TestCountedCategoryStays(t *testing.T) {
	m := newMeetings(t)
	own := categories(t, m.f, "isovanhemmat", "ensikertalaiset")
	_, err := m.f.UpdateSession(ctx, m.written(t)[0].ID, func(s *model.Session) error {
		s.Counts.Own = map[model.ID]int{own[1]: 0} // nobody came, but it was counted
		return nil
	})
	must(t, err)
	before, err := m.f.MeetingPolicy(ctx)
	must(t, err)
	err = m.f.SaveMeetingPolicy(ctx, model.MeetingPolicy{TravelMinutes: 10})
	wantCode(t, err, model.CodeInvalid)
	refused, _ := errors.AsType[*model.Error](err)
	equal(t, "problems", refused.Problems, []model.Problem{
		{Severity: model.Refusal, Field: "categories.1.name", Code: "category_counted"},
	})
	now, err := m.f.MeetingPolicy(ctx)
	must(t, err)
	equal(t, "after the refusal", now, before)

	must(t, m.f.SaveMeetingPolicy(ctx, model.MeetingPolicy{TravelMinutes: 10, Categories: before.Categories[1:]}))
	now, err = m.f.MeetingPolicy(ctx)
	must(t, err)
	equal(t, "without the one that nobody counted", now.Categories, before.Categories[1:])
	soundFile(t, m.f)
}

func TestMeetingPolicyRefusals(t *testing.T) {
	f := newFile(t)
	for name, p := range map[string]model.MeetingPolicy{
		"a day on the road": {TravelMinutes: 1440},
		"less than none":    {TravelMinutes: -1},
		"no name":           {Categories: []model.CountCategory{{Name: model.Text{Fi: " "}}}},
		"a long name":       {Categories: []model.CountCategory{{Name: model.Text{Fi: strings.Repeat("ä", model.MaxShort+1)}}}},
	} {
		if err := f.SaveMeetingPolicy(ctx, p); model.CodeOf(err) != model.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
