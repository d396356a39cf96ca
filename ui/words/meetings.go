package words

import "kumppani/model"

// Totals says what became of sessions: "8 pidetty, 2 peruttu, 1 kirjaamatta, 5 tulossa · 152 käyntiä". Visits that nobody
// entered are not spoken of.
func (in In) Totals(t model.CountTotal) string {
	var said []string
	for _, x := range []struct {
		status model.SessionStatus
		n      int
	}{
		{model.StatusHeld, t.Held}, {model.StatusCancelled, t.Cancelled}, {model.StatusNotEntered, t.NotEntered}, {model.StatusAhead, t.Ahead},
	} {
		if x.n > 0 {
			said = append(said, in.N("meetings.tally."+string(x.status), x.n))
		}
	}
	visits := ""
	if v := t.Visits(); v.Known {
		visits = in.N("meetings.tally.visits", v.N, "visits", in.Number(int64(v.N)*100))
	}
	return Joined(in.List(said), visits)
}

// AgreementGap says what is amiss with an agreement in a season, empty when nothing is: "sopimus 2025-001 päättyy
// 31.12.2026".
func (in In) AgreementGap(gap model.AgreementGap, number string, s model.Status) string {
	switch gap {
	case model.AgreementNotConcluded:
		return in.T("meetings.plan.agreement.state", "number", number, "state", Code(in, "agreement.state", s.State))
	case model.AgreementEndsEarly:
		return in.T("meetings.plan.agreement.ends", "number", number, "day", in.Date(s.EndsOn))
	default:
		return ""
	}
}

// LeftOut says why a plan leaves out a day: what closes it, or that it is over.
func (in In) LeftOut(l model.PlanLine) string {
	if why := in.Closed(l.Closed); why != "" || !l.Past {
		return why
	}
	return in.T("plan.past")
}
