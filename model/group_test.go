package model_test

import (
	"testing"

	"kumppani/model"
)

func TestAgreementGapOfAGroupInASeason(t *testing.T) {
	for _, c := range []struct {
		state     model.State
		ends      string
		runsUntil string
		want      model.AgreementGap
	}{
		{model.StateInForce, "", "", ""},
		{model.StateInForce, "2026-12-11", "", ""},
		{model.StateInForce, "2026-12-10", "", model.AgreementEndsEarly},
		{model.StateInForce, "2026-11-30", "2026-11-30", ""},
		{model.StateDraft, "", "", model.AgreementNotConcluded},
		{model.StateOutForSignature, "2026-10-01", "", model.AgreementNotConcluded},
		{model.StateEndedNoSuccessor, "2026-06-30", "", model.AgreementEndsEarly},
	} {
		var g model.Group
		s := model.Status{State: c.state}
		if c.ends != "" {
			s.EndsOn = d(c.ends)
		}
		if c.runsUntil != "" {
			g.RunsUntil = d(c.runsUntil)
		}
		if got := g.AgreementGap(autumn, s); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}
