package calendar

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// choose has somebody lead the session. When the one who is replaced is away on other days too, it is asked first whether
// all of them are meant.
func (l *substituteList) choose(by model.ID) {
	absence, absent := l.p.s.records.LeaderOf[l.instead].AbsentOn(l.p.x.of.Date)
	if l.instead == "" || !absent {
		l.replace(by, []model.ID{l.p.id})
		return
	}
	during, all, err := l.during(absence)
	if err != nil {
		l.p.s.desk.Fail(err, nil)
		return
	}
	if len(during) < 2 {
		l.replace(by, []model.ID{l.p.id})
		return
	}
	body := kit.Column(kit.NewText(words.N("calendar.substitute.absence.text", len(during),
		"name", l.p.s.names([]model.ID{l.instead}), "days", words.In(words.Current()).DateRange(absence.From, absence.Until),
		"other", l.p.s.names([]model.ID{by}))))
	for _, line := range l.clashing(by, during, all) {
		body.Add(kit.NewText(line))
	}
	ids := make([]model.ID, len(during))
	for i, x := range during {
		ids[i] = x.ID
	}
	l.p.s.desk.Dialogs.Show(words.T("calendar.substitute.absence.title"), body,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("calendar.substitute.absence.one"), Do: func() { l.replace(by, []model.ID{l.p.id}) }},
		kit.Choice{Label: words.N("calendar.substitute.absence.all", len(ids)), Default: true, Do: func() { l.replace(by, ids) }})
}

// during lists the sessions that the absent one should have led from today on, and all sessions of those days.
func (l *substituteList) during(absence model.Absence) (mine, all []model.Session, err error) {
	r, day := l.p.s.records, l.p.x.of.Date
	from, until := absence.From, absence.Until
	if from.Before(r.Today) {
		from = r.Today
	}
	if day.Before(from) {
		from = day
	}
	if until.IsZero() {
		until = day
		if len(r.Seasons) > 0 && r.Seasons[0].Until.After(day) {
			until = r.Seasons[0].Until // the latest is the first
		}
	}
	if all, err = l.p.s.store.Sessions(context.Background(), from, until); err != nil {
		return nil, nil, err
	}
	for _, x := range all {
		if x.Led(l.instead) && x.State != model.SessionCancelled && !x.Counts.Entered() {
			mine = append(mine, x)
		}
	}
	return mine, all, nil
}

// clashing lists the sessions with, for each, what stands in the way of the one who would lead it.
func (l *substituteList) clashing(by model.ID, during, all []model.Session) []string {
	after := slices.Clone(all)
	at := map[model.ID]int{}
	for i := range after {
		if slices.ContainsFunc(during, func(x model.Session) bool { return x.ID == after[i].ID }) {
			after[i].Leaders = l.replaced(after[i].Leaders, by)
			at[after[i].ID] = i
		}
	}
	against := map[int]string{}
	for _, c := range model.Conflicts(after, l.p.s.records.facts(nil, l.p.x.of.Date)) {
		if c.LeaderID != by {
			continue
		}
		against[c.Session] = l.p.s.conflictText(c, after)
		if c.Other >= 0 {
			c.Session, c.Other = c.Other, c.Session
			against[c.Session] = l.p.s.conflictText(c, after)
		}
	}
	lines := make([]string, len(during))
	for i, x := range during {
		lines[i] = words.T("calendar.substitute.absence.line", "when", sessionWhen(x), "group", l.p.s.records.GroupName(x.GroupID))
		if why := against[at[x.ID]]; why != "" {
			lines[i] += " " + why
		}
	}
	return lines
}

// replace has somebody lead these sessions, and says so.
func (l *substituteList) replace(by model.ID, ids []model.ID) {
	name, other := l.p.s.names([]model.ID{by}), l.p.s.names([]model.ID{l.instead})
	var said string
	switch {
	case len(ids) > 1:
		said = words.N("calendar.substitute.said_all", len(ids), "name", name, "other", other)
	case l.instead == "":
		said = words.T("calendar.substitute.said_half", "name", name, "when", sessionWhen(l.p.x.of))
	default:
		said = words.T("calendar.substitute.said", "name", name, "other", other, "when", sessionWhen(l.p.x.of))
	}
	err := l.p.s.changeSessions(ids, said, func(x *model.Session) { x.Leaders = l.replaced(x.Leaders, by) })
	if err != nil {
		l.p.s.desk.Fail(err, nil)
		return
	}
	l.p.back()
}
