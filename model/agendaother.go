package model

import "slices"

// reminders lists the follow-ups whose day has come, and those of the coming days.
func (in *AgendaInput) reminders() []AgendaItem {
	today := in.Calendar.Today
	var items []AgendaItem
	for i := range in.FollowUps {
		f := &in.FollowUps[i]
		if !f.Open() || f.ShownFrom().After(today) {
			continue
		}
		x := AgendaItem{
			Matter: MatterFollowUpLate, Kind: f.Kind, ID: f.RecordID, Record: f.ID, On: f.On, FollowUp: f,
			What: f.On.String(),
		}
		if f.On.After(today) {
			x.Matter = MatterFollowUp
		}
		if f.RecordID == "" {
			x.Kind, x.ID = KindFollowUp, f.ID
		}
		items = append(items, x)
	}
	return items
}

// later lists the open reminders that hang on no record and are for a later day: nowhere else can they be found until then.
func (in *AgendaInput) later() []FollowUp {
	var out []FollowUp
	for i := range in.FollowUps {
		if f := &in.FollowUps[i]; f.Open() && f.RecordID == "" && f.ShownFrom().After(in.Calendar.Today) {
			out = append(out, *f)
		}
	}
	slices.SortStableFunc(out, func(a, b FollowUp) int { return a.On.Compare(b.On) })
	return out
}

// network lists the bodies that are to meet, and the meetings that were held without anything written down.
func (in *AgendaInput) network() []AgendaItem {
	today := in.Calendar.Today
	var items []AgendaItem
	bodies := make(map[ID]*Body, len(in.Bodies))
	for i := range in.Bodies {
		b := &in.Bodies[i]
		bodies[b.ID] = b
		next, known := b.Next(in.Meetings, today)
		within := agendaRemindDays
		if next.MeetingID == "" && !b.Recurs {
			within = agendaMeetingDays // it has to be agreed first
		}
		if !known || next.On.After(today.AddDays(within)) {
			continue
		}
		x := AgendaItem{Matter: MatterMeeting, Kind: KindBody, ID: b.ID, Record: b.ID, What: next.On.String(), On: next.On, Body: b}
		if next.MeetingID != "" {
			x.Kind, x.ID = KindNetwork, next.MeetingID
		}
		items = append(items, x)
	}
	for i := range in.Meetings {
		m := &in.Meetings[i]
		if m.LacksMinutes(today) && m.Date.DaysUntil(today) <= agendaMeetingDays && bodies[m.BodyID] != nil {
			items = append(items, AgendaItem{
				Matter: MatterNoDecisions, Kind: KindNetwork, ID: m.ID, Record: m.ID, What: m.Date.String(), On: m.Date,
				Body: bodies[m.BodyID], Meeting: m,
			})
		}
	}
	return items
}

// backup says that there is no copy of the data file, or none of the last days.
func (in *AgendaInput) backup() []AgendaItem {
	x := AgendaItem{Matter: MatterBackup}
	if len(in.Backups) > 0 {
		x.Backup = &in.Backups[0]
		x.On = DateOf(x.Backup.At)
		if x.On.DaysUntil(in.Calendar.Today) < BackupWarnDays {
			return nil
		}
	}
	x.What = x.On.String()
	return []AgendaItem{x}
}
