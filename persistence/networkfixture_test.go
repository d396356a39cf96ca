package persistence

import (
	"errors"
	"slices"
	"testing"
	"time"

	"kumppani/model"
)

// fullBody is a body in which everything that can be kept is there.
func fullBody(members ...model.ID) model.Body {
	return model.Body{
		ID: newID(), Name: model.Text{Fi: "Äidin neuvolatiimi", Sv: "Team", En: "Team"}, Kind: model.TeamMeeting, Members: members,
		TimesAYear: model.CountOf(26), Recurs: true, Recurrence: model.Recurrence{
			Rhythm: model.EveryNWeeks, Weekday: time.Wednesday, Every: 2,
			Dates: []model.Date{model.MustDate("2026-12-22")}, Without: []model.Date{model.MustDate("2026-12-30")},
		},
		From: clock(13, 0), Until: clock(14, 30), StartsOn: model.MustDate("2026-01-07"), EndedOn: model.MustDate("2028-02-29"),
		Notes: "kahvit",
	}
}

func fullNetworkMeeting(body model.ID, present ...model.ID) model.NetworkMeeting {
	return model.NetworkMeeting{
		ID: newID(), BodyID: body, Date: model.MustDate("2026-11-04"), From: clock(13, 0), Until: clock(14, 30), Place: "neuvola",
		Present: present, Agenda: "talous\nkalenteri", Decisions: "jatketaan", Cancelled: true, Notes: "etänä",
	}
}

func fullSurvey(group model.ID) model.Survey {
	return model.Survey{
		ID: newID(), Name: "Kävijäkysely", Kind: model.FeedbackSurvey, On: model.MustDate("2026-05-29"), Target: "kävijät", GroupID: group,
		Asked: model.CountOf(60), Answers: model.CountOf(41), Positive: model.CountOf(0), Finding: "aamut ovat liian lyhyitä",
		Notes: "paperilla",
	}
}

// fillYear enters everything that can be entered of a year.
func fillYear(y *model.YearRecord) error {
	y.Resources[model.ResourceBudget] = model.Resource{Given: model.Yes, Amount: model.AmountOf(1_250_050), Note: "talousarvio"}
	y.Resources[model.ResourcePremises] = model.Resource{Given: model.No, Amount: model.AmountOf(0)}
	y.Resources[model.ResourcePeerGroups] = model.Resource{Note: "selviää keväällä"}
	y.Services[model.Library] = model.TakesNoPart
	y.Services[model.School] = model.TakesPartActively
	y.Cooperation[model.Parish] = model.CooperatesWell
	y.Quality[model.QualityEncounter] = model.QualityMark{Step: model.CountOf(4), Note: "kyselyn mukaan"}
	y.Quality[model.QualityCommunity] = model.QualityMark{Note: "kesken"}
	y.Practices = append(y.Practices, []model.PracticeEntry{
		{Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}, Practice: model.TrainingIn(model.PeerGroupTraining), Stage: model.PracticeTrial},
		{Municipality: model.Municipality{Name: "Vanha kunta"}, Practice: model.CoupleWork, Stage: model.PracticeNotInUse, Detail: "päättyi"},
		{Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}, Practice: model.ClinicTeam, Detail: "suunnitteilla"},
	}...)
	y.Notes = "hyvä vuosi"
	return nil
}

var errStop = errors.New("stop")

// telling collects what the subscribers are told while do runs.
func telling(t *testing.T, f *File, want []model.Kind, do func()) {
	t.Helper()
	var told []model.Kind
	cancel := f.Subscribe(func(kinds []model.Kind) { told = append(told, kinds...) })
	do()
	cancel()
	if !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}
