package persistence

import (
	"testing"

	"kumppani/model"
)

// These are in the file of start or are made in it.
const (
	bodyA     model.ID = "01900000-0000-7000-8000-0000000000d1"
	meetingA  model.ID = "01900000-0000-7000-8000-0000000000d2"
	surveyA   model.ID = "01900000-0000-7000-8000-0000000000d3"
	followUpA model.ID = "01900000-0000-7000-8000-0000000000d4"
)

// networkDeeds are what is done to reminders, bodies, surveys and years.
func networkDeeds() []deed {
	return []deed{
		{name: "save body", step: 3, do: func(f *File, _ model.ID) error {
			_, err := f.UpdateBody(ctx, bodyA, func(b *model.Body) error {
				b.Members, b.Recurrence.Every, b.Name.Fi = b.Members[1:], 4, "Muutettu"
				return nil
			})
			return err
		}},
		{name: "save network meeting", step: 3, do: func(f *File, _ model.ID) error {
			_, err := f.UpdateNetworkMeeting(ctx, meetingA, func(m *model.NetworkMeeting) error {
				m.Present, m.Decisions = m.Present[1:], "päätettiin toisin"
				return nil
			})
			return err
		}},
		{name: "add survey", step: 3, do: func(f *File, _ model.ID) error {
			s := fullSurvey("")
			s.ID = surveyA
			_, err := f.CreateSurvey(ctx, s)
			return err
		}},
		{name: "save year", step: 3, do: func(f *File, _ model.ID) error {
			_, err := f.UpdateYear(ctx, 2026, func(y *model.YearRecord) error {
				y.Practices, y.Quality = y.Practices[1:], nil
				y.Resources[model.ResourceBudget] = model.Resource{}
				return nil
			})
			return err
		}},
		{name: "do follow-up", step: 3, do: func(f *File, _ model.ID) error {
			_, err := f.UpdateFollowUp(ctx, followUpA, func(u *model.FollowUp) error { u.DoneOn = u.On; return nil })
			return err
		}},
		{name: "defer", step: 3, do: func(f *File, _ model.ID) error {
			return f.SaveDeferral(ctx, model.Deferral{Key: "unsigned:1", Reason: "syy", MadeOn: model.MustDate("2026-11-22")})
		}},
		{name: "delete with follow-up", step: 3, do: func(f *File, _ model.ID) error { return f.DeleteNetworkMeeting(ctx, meetingA) }},
	}
}

// startNetwork makes a body with a meeting, and a reminder on it, a deferral and a year.
func startNetwork(t *testing.T, f *File) {
	t.Helper()
	organisations, err := f.Organisations(ctx)
	must(t, err)
	members := []model.ID{organisations[0].ID, organisations[1].ID}
	b := fullBody(members...)
	b.ID = bodyA
	_, err = f.CreateBody(ctx, b)
	must(t, err)
	m := fullNetworkMeeting(bodyA, members...)
	m.ID = meetingA
	_, err = f.CreateNetworkMeeting(ctx, m)
	must(t, err)
	u := followUpOn("2026-12-01", "Lähetä muistio")
	u.ID, u.Kind, u.RecordID = followUpA, model.KindNetwork, meetingA
	_, err = f.CreateFollowUp(ctx, u)
	must(t, err)
	must(t, f.SaveDeferral(ctx, model.Deferral{Key: "unsigned:1", Until: model.MustDate("2026-12-01"), MadeOn: model.MustDate("2026-11-22")}))
	_, err = f.UpdateYear(ctx, 2026, fillYear)
	must(t, err)
}
