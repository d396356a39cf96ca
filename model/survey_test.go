package model_test

import (
	"testing"

	"kumppani/model"
)

// A survey is compared with the last one that asked the same of the same.
func TestSurveyBefore(t *testing.T) {
	asked := func(id, day string) model.Survey {
		return model.Survey{ID: model.ID(id), Kind: model.FeedbackSurvey, GroupID: "g", Target: "Ryhmän vanhemmat", On: d(day)}
	}
	now := asked("p26", "2026-05-20")
	all := []model.Survey{now, asked("p24", "2024-05-20"), asked("p25", "2025-05-21"), asked("p23", "2023-05-20")}
	if got, found := now.Before(all); !found || got.ID != "p25" {
		t.Errorf("compared with %q", got.ID)
	}
	for name, change := range map[string]func(*model.Survey){
		"kind":   func(s *model.Survey) { s.Kind = model.ServicesWork },
		"group":  func(s *model.Survey) { s.GroupID = "" },
		"target": func(s *model.Survey) { s.Target = "Isät" },
		"day":    func(s *model.Survey) { s.On = d("2023-05-20") },
	} {
		other := now
		change(&other)
		if got, found := other.Before(all); found {
			t.Errorf("with another %s, compared with %q", name, got.ID)
		}
	}
}
