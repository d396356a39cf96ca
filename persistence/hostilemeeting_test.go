package persistence

import (
	"context"
	"fmt"
	"testing"

	"kumppani/model"
)

// meetingDeeds are what is done to places, groups and sessions.
func meetingDeeds() []deed {
	return []deed{
		{name: "write plan", step: 5, do: func(f *File, _ model.ID) error {
			m, err := startedMeetings(f)
			if err != nil {
				return err
			}
			return f.WritePlan(ctx, m)
		}},
		{name: "close", step: 3, do: func(f *File, _ model.ID) error {
			c := closureOf(model.ClosedEverywhere, "2026-09-01", "2026-10-31")
			c.ID = closureA
			_, err := f.SaveClosure(ctx, c)
			return err
		}},
		{name: "count", step: 3, do: func(f *File, _ model.ID) error {
			_, err := f.UpdateSession(ctx, sessionA, func(s *model.Session) error {
				s.Counts = model.Counts{Adults: model.CountOf(9), Own: map[model.ID]int{ownA: 3}}
				s.Leaders = s.Leaders[1:]
				return nil
			})
			return err
		}},
		{name: "add session", step: 3, do: func(f *File, _ model.ID) error {
			s, err := f.Session(ctx, sessionA)
			if err != nil {
				return err
			}
			s.ID, s.Date = addedA, s.Date.AddDays(1)
			_, err = f.CreateSession(ctx, s)
			return err
		}},
		{name: "split", step: 5, do: func(f *File, _ model.ID) error {
			s, err := startedSplit(f)
			if err != nil {
				return err
			}
			return f.WriteSplit(ctx, s)
		}},
		{name: "meeting policy", step: 3, do: func(f *File, _ model.ID) error {
			return f.SaveMeetingPolicy(ctx, model.MeetingPolicy{TravelMinutes: 45, Categories: []model.CountCategory{
				{ID: addedA, Name: model.Text{Fi: "ensikertalaiset"}},
			}})
		}},
		{name: "read partner calendar", step: 3, do: func(f *File, _ model.ID) error {
			var events []model.PartnerEvent
			for i := range 200 {
				events = append(events, model.PartnerEvent{Date: model.MustDate("2026-08-31").AddDays(i), Title: "Varaus"})
			}
			_, err := f.SavePartnerCalendar(ctx, model.PartnerCalendar{ID: partnerA, Name: "Seurakunta"}, events)
			return err
		}},
		{name: "keep printed calendar", step: 3, do: func(f *File, _ model.ID) error {
			return f.KeepPrintedCalendar(ctx, model.PrintedCalendar{
				SeasonID: seasonA, Area: "region", On: model.MustDate("2026-09-02"),
				Lines: []model.PrintedLine{{GroupID: "a"}, {GroupID: "b", Name: model.Text{Fi: "Uusi"}}},
			})
		}},
	}
}

// These are in the file of start or are made in it.
const (
	seasonA  model.ID = "01900000-0000-7000-8000-0000000000c1"
	closureA model.ID = "01900000-0000-7000-8000-0000000000c2"
	sessionA model.ID = "01900000-0000-7000-8000-0000000000c3"
	addedA   model.ID = "01900000-0000-7000-8000-0000000000c4"
	partnerA model.ID = "01900000-0000-7000-8000-0000000000c5"
)

// startMeetings makes a group with a season that has been planned in part.
func startMeetings(t *testing.T, f *File) {
	t.Helper()
	p, err := f.CreateMeetingPlace(ctx, placeNamed("Ahola"))
	must(t, err)
	g := groupAt(p.ID, "Perhekahvila")
	g.Leaders = []model.ID{personA, personB}
	g, err = f.CreateGroup(ctx, g)
	must(t, err)
	must(t, f.SaveMeetingPolicy(ctx, model.MeetingPolicy{
		TravelMinutes: 30, Categories: []model.CountCategory{{ID: ownA, Name: model.Text{Fi: "isovanhemmat"}}},
	}))
	season := seasonFrom(model.MustDate("2026-08-31"))
	season.ID = seasonA
	season, err = f.SaveSeason(ctx, season)
	must(t, err)
	plan := model.PlanSeason(model.PlanInput{Season: season, Groups: []model.Group{g}})
	plan.Lines = plan.Lines[:12]
	plan.Lines[2].Session.ID = sessionA
	must(t, f.write(ctx, action{op: "plan"}, func(ctx context.Context, q querier) error {
		var all []model.Session
		for _, l := range plan.Lines {
			all = append(all, preparedSession(l.Session))
		}
		return saveSessions(ctx, q, nil, all)
	}))
	_, err = f.SavePartnerCalendar(ctx, model.PartnerCalendar{ID: partnerA, Name: "Seurakunta"}, []model.PartnerEvent{{Date: season.From, Title: "Kuoro"}})
	must(t, err)
	must(t, f.KeepPrintedCalendar(ctx, model.PrintedCalendar{
		SeasonID: seasonA, Area: "region", On: season.From, Lines: []model.PrintedLine{{GroupID: "a", Name: model.Text{Fi: "Vanha"}}},
	}))
}

// startedMeetings plans the rest of the season, with a day that is dropped; it is the same plan each time.
func startedMeetings(f *File) (model.Plan, error) {
	groups, err := f.Groups(ctx)
	if err != nil {
		return model.Plan{}, err
	}
	groups[0].Leaders, groups[0].From = groups[0].Leaders[:1], clock(10, 0)
	existing, err := f.SeasonSessions(ctx, seasonA)
	if err != nil {
		return model.Plan{}, err
	}
	season := seasonFrom(model.MustDate("2026-08-31"))
	season.ID = seasonA
	plan := model.PlanSeason(model.PlanInput{Season: season, Groups: groups, Existing: existing, Today: season.From})
	for i := range plan.Lines {
		l := &plan.Lines[i]
		switch {
		case l.Act == model.PlanMake && i == len(plan.Lines)-1:
			l.Act = model.PlanDrop
		case l.Act == model.PlanMake:
			l.Session.ID = model.ID(fmt.Sprintf("01900000-0000-7000-8000-0000000001%02d", i))
		}
	}
	return plan, nil
}

// startedSplit splits the group from October on; it is the same split each time.
func startedSplit(f *File) (model.GroupSplit, error) {
	groups, err := f.Groups(ctx)
	if err != nil {
		return model.GroupSplit{}, err
	}
	sessions, err := f.GroupSessions(ctx, groups[0].ID)
	if err != nil {
		return model.GroupSplit{}, err
	}
	season := seasonFrom(model.MustDate("2026-08-31"))
	season.ID = seasonA
	in := model.SplitInput{
		Group: groups[0], Changed: groups[0], From: model.MustDate("2026-10-01"), Seasons: []model.Season{season},
		Sessions: sessions, Today: season.From,
	}
	in.Changed.ID, in.Changed.Until = addedA, clock(12, 0)
	split := model.SplitGroup(in)
	for i := range split.Save {
		if s := &split.Save[i]; s.ID == "" {
			s.ID = model.ID(fmt.Sprintf("01900000-0000-7000-8000-0000000002%02d", i))
		}
	}
	return split, nil
}
