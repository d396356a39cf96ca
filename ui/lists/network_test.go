package lists_test

import (
	"testing"

	"kumppani/model"
	"kumppani/ui/lists"
)

func TestRecordsOfTheNetwork(t *testing.T) {
	body := model.Body{Name: model.Text{Fi: "Johtoryhmä"}, Kind: model.AreaGroup}
	bodies := about("").Bodies([]lists.Body{{
		Of: &body, HowOften: "2 kertaa vuodessa", Next: model.MustDate("2026-12-08"), State: "Sovittu", Members: []string{"Kunta", "MLL"}, Held: 1,
	}, {Of: &body}})
	want := []string{"Johtoryhmä|Alueellinen johtoryhmä|2 kertaa vuodessa|8.12.2026|Sovittu|1|Kunta, MLL", "Johtoryhmä|Alueellinen johtoryhmä||||0|"}
	for i, got := range said(bodies) {
		if got != want[i] {
			t.Errorf("bodies: %q, want %q", got, want[i])
		}
	}
	surveys := about("").Surveys([]lists.Survey{{
		Of: &model.Survey{
			Name: "Palaute", Kind: model.FeedbackSurvey, On: model.MustDate("2026-05-20"), Target: "Kävijät", Asked: model.CountOf(120), Answers: model.CountOf(48),
		}, Group: "Perhekahvila",
	}})
	if got := said(surveys)[0]; got != "20.5.2026|Palaute|Palautekysely|Kävijät|Perhekahvila|120|48|40||" {
		t.Errorf("surveys: %q", got)
	}
}
