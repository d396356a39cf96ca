package persistence

import (
	"testing"

	"kumppani/model"
)

func TestSurveys(t *testing.T) {
	m := newMeetings(t)
	f, group := m.f, m.groups[0].ID
	kinds := []model.Kind{model.KindSurvey}
	full := fullSurvey(group)
	telling(t, f, kinds, func() {
		_, err := f.CreateSurvey(ctx, full)
		must(t, err)
	})
	bare, err := f.CreateSurvey(ctx, model.Survey{Name: " Perheiden toiveet ", Kind: model.FamiliesNeeds, On: model.MustDate("2026-10-31")})
	must(t, err)
	must(t, f.Close())
	f = reopen(t, f.Path())
	wantSurveys(t, f, model.Survey{
		ID: bare.ID, Name: "Perheiden toiveet", Kind: model.FamiliesNeeds, On: model.MustDate("2026-10-31"),
	}, full)

	err = f.DeleteGroup(ctx, group)
	wantCode(t, err, model.CodeInUse)
	wantUses(t, err, []model.Use{{Kind: model.KindSurvey, ID: full.ID, Label: full.Name, Role: "survey_group"}})
	telling(t, f, kinds, func() {
		full, err = f.UpdateSurvey(ctx, full.ID, func(x *model.Survey) error {
			x.ID, x.GroupID, x.Asked, x.Positive, x.On = "muu", "", model.Count{}, model.CountOf(93), model.MustDate("2026-11-02")
			return nil
		})
		must(t, err)
	})
	want := fullSurvey("")
	want.ID, want.Asked, want.Positive, want.On = full.ID, model.Count{}, model.CountOf(93), model.MustDate("2026-11-02")
	wantSurveys(t, f, want, bare)
	must(t, f.DeleteGroup(ctx, group))
	telling(t, f, kinds, func() { must(t, f.DeleteSurvey(ctx, bare.ID)) })
	wantSurveys(t, f, want)
	soundFile(t, f)
}

func wantSurveys(t *testing.T, f *File, want ...model.Survey) {
	t.Helper()
	all, err := f.Surveys(ctx)
	must(t, err)
	equal(t, "the latest first", all, want)
}

func TestSurveyRefusals(t *testing.T) {
	f := newFile(t)
	s, err := f.CreateSurvey(ctx, fullSurvey(""))
	must(t, err)
	for _, spoil := range []func(*model.Survey){
		func(x *model.Survey) { x.Name = " " },
		func(x *model.Survey) { x.Kind = "" },
		func(x *model.Survey) { x.On = model.Date{} },
		func(x *model.Survey) { x.Answers = model.CountOf(-1) },
		func(x *model.Survey) { x.Positive = model.CountOf(101) },
	} {
		bad := fullSurvey("")
		spoil(&bad)
		_, err := f.CreateSurvey(ctx, bad)
		wantCode(t, err, model.CodeInvalid)
		_, err = f.UpdateSurvey(ctx, s.ID, func(x *model.Survey) error { spoil(x); return nil })
		wantCode(t, err, model.CodeInvalid)
	}
	_, err = f.CreateSurvey(ctx, fullSurvey("ei-ole"))
	wantCode(t, err, model.CodeNotFound)
	_, err = f.UpdateSurvey(ctx, s.ID, func(x *model.Survey) error { x.Name = "Muutettu"; return errStop })
	if err != errStop { //nolint:errorlint // as it is
		t.Errorf("the error of change is %v", err)
	}
	_, err = f.UpdateSurvey(ctx, "ei-ole", func(*model.Survey) error { return nil })
	wantCode(t, err, model.CodeNotFound)
	wantCode(t, f.DeleteSurvey(ctx, "ei-ole"), model.CodeNotFound)
	wantSurveys(t, f, s)
}
