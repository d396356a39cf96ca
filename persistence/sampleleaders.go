package persistence

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"kumppani/model"
)

// The words of the tables. They are the tables' own, not the window's.
var (
	sampleRoles = map[string]model.TaskKind{
		"perhekahvilaohjaaja": model.FamilyCafeLeader, "isäryhmän ohjaaja": model.FathersGroupLeader,
		"perhekerhon vapaaehtoinen": model.FamilyClubVolunteer, "vauvakahvilan vetäjä": model.BabyCafeLeader,
		"frivillig ledare": model.VolunteerLeader, "vertaisryhmän ohjaaja": model.PeerGroupLeader,
	}
	// What the professional of a group does there.
	sampleGroupTasks = map[string]model.TaskKind{
		"G01": model.FamilyCafeLeader, "G02": model.BabyCafeLeader, "G03": model.FathersGroupLeader,
		"G05": model.FamilyTrainingLeader, "G06": model.FamilyCafeLeader, "G07": model.FamilyCafeLeader,
		"G08": model.PeerGroupLeader, "G09": model.BabyCafeLeader, "G10": model.PeerGroupLeader,
		"G11": model.FamilyCafeLeader, "G13": model.FamilyCafeLeader,
		"G04": model.OtherTask, "G12": model.OtherTask, "G14": model.OtherTask,
	}
	// sampleOldText is who signed the undertaking when it had its first text.
	sampleOldText = "V23"
)

// loadLeaders loads the volunteers, and the professionals of the working pairs.
func (s *sample) loadLeaders(ctx context.Context) error {
	// Who saw an extract, and when, tells that one of them was too old.
	if err := s.f.SaveLeaderPolicy(ctx, model.LeaderPolicy{KeepMonths: model.DefaultKeepMonths, KeepSeen: true}); err != nil {
		return err
	}
	volunteers, err := sampleTable("volunteers")
	if err != nil {
		return err
	}
	groups, err := sampleTable("groups")
	if err != nil {
		return err
	}
	rows, err := sampleTable("leaders_more")
	if err != nil {
		return err
	}
	asked, err := s.f.Requirements(ctx)
	if err != nil {
		return err
	}
	requirements := map[model.RequirementKind]model.Requirement{}
	for _, r := range asked {
		requirements[r.Kind] = r
	}
	byID := map[string]record{}
	for _, v := range volunteers {
		byID[v["id"]] = v
	}
	for _, more := range rows {
		l := model.Leader{Kind: model.Professional, Source: model.FromOrganisation}
		if v, is := byID[more["id"]]; is {
			err = s.volunteer(&l, v, groups, requirements)
		} else {
			err = s.professional(&l, more, groups)
		}
		if err == nil {
			err = s.addPerson(&l, more, requirements)
		}
		if err == nil {
			l, err = s.f.CreateLeader(ctx, l)
		}
		if err != nil {
			return fmt.Errorf("leader %s: %w", more["id"], err)
		}
		s.leaders[more["id"]] = l.ID
	}
	return nil
}

// volunteer reads a volunteer: status, task with its background check, introduction, undertaking.
func (s *sample) volunteer(
	l *model.Leader, r record, groups []record, requirements map[model.RequirementKind]model.Requirement,
) error {
	o, known := s.organisations[r["org"]]
	if !known {
		return fmt.Errorf("organisation %q", r["org"])
	}
	role, known := sampleRoles[r["role"]]
	if !known {
		return fmt.Errorf("role %q", r["role"])
	}
	started, err := model.ParseDate(r["started"])
	if err != nil {
		return err
	}
	l.Kind, l.Source, l.SourceOn = model.Volunteer, model.FromSelf, started
	l.Name, l.Municipality, l.HomeOrganisation = r["name"], s.municipality(r["municipality"]), o.ID
	l.Languages = sampleCodes[model.Spoken](r["langs"])
	task := model.LeaderTask{Kind: role, From: started, Description: sampleGroupsOf(groups, "volunteers", r["id"])}
	if task.Check, err = sampleCheck(r, started, o); err != nil {
		return err
	}
	l.Statuses = []model.LeaderStatus{{State: model.LeaderActive, From: started}}
	switch status := r["status"]; {
	case status == "tauolla":
		l.Statuses = append(l.Statuses, model.LeaderStatus{
			State: model.LeaderOnBreak, From: model.MustDate("2026-09-01"), Reason: "tauko sovittu kevääseen asti",
		})
	case strings.HasPrefix(status, "lopettanut"):
		task.Until = model.MustDate("2026-05-31")
		l.Statuses = append(l.Statuses, model.LeaderStatus{State: model.LeaderEnded, From: task.Until, Reason: "muutti pois"})
	}
	l.Tasks = []model.LeaderTask{task}
	return sampleFulfilled(l, r, requirements)
}

// sampleFulfilled reads the introduction and the undertaking.
func sampleFulfilled(l *model.Leader, r record, requirements map[model.RequirementKind]model.Requirement) error {
	introduced, err := model.ParseDate(r["introduced"])
	if err != nil {
		return err
	}
	if !introduced.IsZero() {
		l.Completed = append(l.Completed, model.Fulfilment{
			RequirementID: requirements[model.RequireIntroduction].ID, On: introduced,
		})
	}
	if r["secrecy_signed"] != "kyllä" {
		return nil
	}
	undertaking := requirements[model.RequireUndertaking]
	text, _ := undertaking.TextOn(model.MustDate("2026-11-22"))
	if r["id"] == sampleOldText && len(undertaking.Texts) > 1 {
		text = undertaking.Texts[0]
	}
	l.Completed = append(l.Completed, model.Fulfilment{
		RequirementID: undertaking.ID, On: l.Statuses[0].From, Version: text.Version,
	})
	return nil
}

// sampleCheck reads the background check. Consent was given two weeks before the extract, or a week before the work
// began while the extract has not been seen; the contact of the home organisation has seen it.
func sampleCheck(r record, started model.Date, home model.Organisation) (model.BackgroundCheck, error) {
	if r["check_needed"] != "kyllä" {
		return model.BackgroundCheck{Need: model.CheckNotNeeded}, nil
	}
	issued, bad := model.ParseDate(r["extract_date"])
	seen, worse := model.ParseDate(r["seen_on"])
	c := model.BackgroundCheck{Need: model.CheckNeeded, ExtractIssued: issued, SeenOn: seen}
	switch {
	case !seen.IsZero():
		c.ConsentOn, c.SeenBy = issued.AddDays(-14), home.Contacts[0].Name
	case strings.HasPrefix(r["check_status"], "pyydetty"):
		c.ConsentOn = started.AddDays(-7)
	}
	return c, errors.Join(bad, worse)
}

// professional reads the other half of the working pairs: "O1:psykologi" in the groups.
func (s *sample) professional(l *model.Leader, r record, groups []record) error {
	short, title, _ := strings.Cut(r["id"], ":")
	o, known := s.organisations[short]
	if !known {
		return fmt.Errorf("organisation %q", short)
	}
	started, err := model.ParseDate(r["started"])
	l.Name, l.JobTitle, l.HomeOrganisation, l.SourceOn = r["name"], title, o.ID, started
	l.Municipality, l.Languages = s.municipality(r["municipality"]), sampleCodes[model.Spoken](r["langs"])
	l.Statuses = []model.LeaderStatus{{State: model.LeaderActive, From: started}}
	for _, g := range groups {
		if g["professional"] != r["id"] {
			continue
		}
		l.Tasks = append(l.Tasks, model.LeaderTask{
			Kind: sampleGroupTasks[g["id"]], Description: sampleGroupName(g), From: started,
		})
	}
	if len(l.Tasks) == 0 {
		return errors.New("leads no group")
	}
	return err
}

// sampleGroupsOf names the groups in whose column somebody is.
func sampleGroupsOf(groups []record, column, id string) string {
	var names []string
	for _, g := range groups {
		for who := range strings.SplitSeq(g[column], ";") {
			if who == id {
				names = append(names, sampleGroupName(g))
			}
		}
	}
	return strings.Join(names, ", ")
}

func sampleGroupName(g record) string {
	return model.Text{Fi: g["name_fi"], Sv: g["name_sv"]}.Best(model.Finnish)
}
