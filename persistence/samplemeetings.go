package persistence

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"kumppani/model"
)

// The words of the tables. They are the tables' own, not the window's.
var (
	samplePlaceKinds = map[string]model.PlaceKind{
		"perhetupa": model.FamilyRoom, "perhekerho": model.ParishClubRoom, "perhekahvila": model.FamilyCafe,
		"neuvola": model.Clinic, "vauvakahvila": model.BabyCafe, "avoin päiväkoti": model.OpenDaycare,
		"perhepuisto": model.FamilyPark,
	}
	sampleAnswers    = map[string]model.Answer{"": "", "kyllä": model.Yes, "osittain": model.Yes, "ei": model.No}
	sampleGroupTypes = map[string]model.GroupType{
		"avoin": model.OpenGroup, "suunnattu": model.DirectedGroup, "kohdennettu": model.TargetedGroup,
	}
	sampleUnits     = map[string]model.CapacityUnit{"hlö": model.Persons, "perhe": model.Families, "pari": model.CouplesU}
	sampleAudiences = map[string]model.Audience{
		"0–6-v. perheet": model.Families0to6, "barnfamiljer 0–6 år": model.Families0to6, "kaikki perheet": model.AllFamilies,
		"alle 1-v. vauvat": model.BabyFamilies, "vauvaperheet": model.BabyFamilies, "isät ja lapset": model.Fathers,
		"esikoista odottavat": model.ExpectingFirst, "esikoisperheet": model.FirstChildFamilies, "vanhemmat": model.Parents,
		"uupuneet äidit": model.Mothers, "maahan muuttaneet perheet": model.ImmigrantFamilies,
	}
	sampleWeekdays = map[string]time.Weekday{
		"ma": time.Monday, "ti": time.Tuesday, "ke": time.Wednesday, "to": time.Thursday, "pe": time.Friday, "la": time.Saturday,
	}
)

// sampleWord is what a word of a table means.
func sampleWord[T any](words map[string]T, word string) (T, error) {
	meant, known := words[word]
	if !known {
		return meant, fmt.Errorf("unknown word %q", word)
	}
	return meant, nil
}

// organisation is the ID of an organisation of the table; none for an empty cell.
func (s *sample) organisation(short string) (model.ID, error) {
	o, known := s.organisations[short]
	if !known && short != "" {
		return "", fmt.Errorf("organisation %q", short)
	}
	return o.ID, nil
}

// agreed is the ID of an agreement of the table; none for an empty cell.
func (s *sample) agreed(short string) (model.ID, error) {
	id, known := s.agreements[short]
	if !known && short != "" {
		return "", fmt.Errorf("agreement %q", short)
	}
	return id, nil
}

func (s *sample) loadPlaces(ctx context.Context) error {
	rows, err := sampleTable("places")
	if err != nil {
		return err
	}
	for _, r := range rows {
		p, err := s.place(r)
		if err == nil {
			p, err = s.f.CreateMeetingPlace(ctx, p)
		}
		if err != nil {
			return fmt.Errorf("place %s: %w", r["id"], err)
		}
		s.places[r["id"]] = p
	}
	return nil
}

func (s *sample) place(r record) (model.MeetingPlace, error) {
	p := model.MeetingPlace{
		Name:         model.Text{Fi: r["name_fi"], Sv: r["name_sv"]},
		Address:      model.Address{Street: r["street"], PostalCode: r["postal_code"], Town: r["town"]},
		Municipality: s.municipality(r["municipality"]), Village: model.Text{Fi: r["village_fi"], Sv: r["village_sv"]},
		Equipment: r["equipment"], Keys: r["keys"],
		Booking: model.Contact{
			Name: r["booking"], Title: r["booking_title"], Phone: r["booking_phone"], Email: r["booking_email"],
		},
	}
	p.Access.Notes.Fi = r["access_notes"]
	var bad [10]error
	p.Kind, bad[0] = sampleWord(samplePlaceKinds, r["type"])
	p.HostID, bad[1] = s.organisation(r["host_org"])
	p.OwnerID, bad[2] = s.organisation(r["premises_owner"])
	p.Capacity, bad[3] = sampleCount(r["capacity_persons"])
	p.AgreementID, bad[4] = s.agreed(r["agreement"])
	for i, a := range []struct {
		answer *model.Answer
		column string
	}{
		{&p.Access.StepFree, "accessible"},
		{&p.Access.Toilet, "toilet"},
		{&p.Access.ChangingTable, "changing_table"},
		{&p.Access.Parking, "parking"},
		{&p.Access.PramSpace, "pram_space"},
	} {
		*a.answer, bad[5+i] = sampleWord(sampleAnswers, r[a.column])
	}
	return p, errors.Join(bad[:]...)
}

func (s *sample) loadGroups(ctx context.Context) error {
	rows, err := sampleTable("groups")
	if err != nil {
		return err
	}
	for _, r := range rows {
		g, err := s.group(r)
		if err == nil {
			g, err = s.f.CreateGroup(ctx, g)
		}
		if err != nil {
			return fmt.Errorf("group %s: %w", r["id"], err)
		}
		s.groups[r["id"]] = g
	}
	return nil
}

func (s *sample) group(r record) (model.Group, error) {
	place, known := s.places[r["place"]]
	if !known {
		return model.Group{}, fmt.Errorf("place %q", r["place"])
	}
	g := model.Group{
		Name: model.Text{Fi: r["name_fi"], Sv: r["name_sv"]}, PlaceID: place.ID, Public: r["public"] == "kyllä",
		Languages:   sampleCodes[model.Language](r["languages"]),
		Description: model.Text{Fi: r["description_fi"], Sv: r["description_sv"]},
		Recurrence:  model.Recurrence{Rhythm: model.EveryNWeeks},
	}
	var bad [15]error
	g.Type, bad[0] = sampleWord(sampleGroupTypes, r["type"])
	audience, wrong := sampleWord(sampleAudiences, r["audience"])
	g.Audiences, bad[1] = []model.Audience{audience}, wrong
	g.Unit, bad[2] = sampleWord(sampleUnits, r["unit"])
	g.Capacity, bad[3] = sampleCount(r["capacity"])
	g.Minimum, bad[4] = sampleCount(r["minimum"])
	g.FixedSessions, bad[5] = sampleCount(r["fixed_sessions"])
	theme, wrong := sampleCount(r["theme_every"])
	g.ThemeEvery, bad[6] = theme.N, wrong
	every, wrong := sampleCount(r["every_weeks"])
	g.Recurrence.Every, bad[7] = every.N, wrong
	g.Recurrence.Weekday, bad[8] = sampleWord(sampleWeekdays, r["weekday"])
	g.From, bad[9] = sampleClock(r["start"])
	g.Until, bad[10] = sampleClock(r["end"])
	g.RunsUntil, bad[11] = model.ParseDate(r["runs_until"])
	g.AgreementID, bad[12] = s.agreed(r["agreement"])
	for short := range strings.SplitSeq(r["organisers"], ";") {
		id, err := s.organisation(short)
		g.Organisers, bad[13] = append(g.Organisers, id), errors.Join(bad[13], err)
	}
	g.Leaders, bad[14] = s.pair(r)
	return g, errors.Join(bad[:]...)
}

// pair is who leads a group: the professional of its title, and the volunteers.
func (s *sample) pair(r record) ([]model.ID, error) {
	var out []model.ID
	for short := range strings.SplitSeq(r["professional"]+";"+r["volunteers"], ";") {
		id, known := s.leaders[short]
		switch {
		case known:
			out = append(out, id)
		case short != "":
			return nil, fmt.Errorf("leader %q", short)
		}
	}
	return out, nil
}

func (s *sample) loadClosures(ctx context.Context) error {
	rows, err := sampleTable("closures")
	if err != nil {
		return err
	}
	for i, r := range rows {
		from, bad := model.ParseDate(r["from"])
		until, worse := model.ParseDate(r["until"])
		c := model.Closure{
			Scope: model.ClosedMunicipality, Municipality: s.municipality(r["municipality"]), From: from, Until: until,
			Reason: model.Text{Fi: r["reason_fi"], Sv: r["reason_sv"], En: r["reason_en"]},
		}
		err := errors.Join(bad, worse)
		if err == nil {
			c, err = s.f.SaveClosure(ctx, c)
		}
		if err != nil {
			return fmt.Errorf("closure %d: %w", i+1, err)
		}
		s.closures = append(s.closures, c)
	}
	return nil
}

// samplePlannedOn is the day on which the seasons after it were planned. Of those before it there is what the table of
// sessions tells, and nothing else: they were not planned with this program.
var samplePlannedOn = model.MustDate("2026-08-01")

// loadSeasons plans the seasons, and adds to their sessions what has become of them.
func (s *sample) loadSeasons(ctx context.Context) error {
	rows, err := sampleTable("seasons")
	if err != nil {
		return err
	}
	sessions, err := sampleSessions()
	if err != nil {
		return err
	}
	leaders, err := s.f.Leaders(ctx)
	if err != nil {
		return err
	}
	groups, err := sampleTable("groups") // in their order
	if err != nil {
		return err
	}
	in := model.PlanInput{Facts: model.ConflictFacts{
		Groups: model.GroupDirectory{}, Places: model.PlaceDirectory{}, Leaders: model.LeaderDirectoryOf(leaders),
		Closures: s.closures,
	}}
	for _, p := range s.places {
		in.Facts.Places[p.ID] = p
	}
	short := map[model.ID]string{}
	for _, r := range groups {
		g := s.groups[r["id"]]
		in.Groups, in.Facts.Groups[g.ID], short[g.ID] = append(in.Groups, g), g, r["id"]
	}
	for _, r := range rows {
		season, err := sampleSeason(r)
		if err == nil {
			in.Season, err = s.f.SaveSeason(ctx, season)
		}
		if err != nil {
			return fmt.Errorf("season %s: %w", r["id"], err)
		}
		past := in.Season.From.Before(samplePlannedOn)
		in.Today = samplePlannedOn
		if past {
			in.Today = in.Season.From
		}
		plan := model.PlanSeason(in)
		plan.Lines = slices.DeleteFunc(plan.Lines, func(l model.PlanLine) bool {
			_, known := sessions[short[l.Session.GroupID]+" "+l.Session.SlotOn.String()]
			return past && !known
		})
		for i := range plan.Lines {
			l := &plan.Lines[i]
			key := short[l.Session.GroupID] + " " + l.Session.SlotOn.String()
			if happened, known := sessions[key]; known && l.Act == model.PlanMake {
				happened.to(&l.Session, in.Facts.Leaders)
				delete(sessions, key)
			}
		}
		if err := s.f.WritePlan(ctx, plan); err != nil {
			return fmt.Errorf("season %s: %w", r["id"], err)
		}
	}
	if len(sessions) > 0 {
		return fmt.Errorf("%d sessions are in no season: %v", len(sessions), sessions)
	}
	return nil
}

func sampleSeason(r record) (model.Season, error) {
	from, bad := model.ParseDate(r["from"])
	until, worse := model.ParseDate(r["until"])
	return model.Season{
		Name: model.Text{Fi: r["name_fi"], Sv: r["name_sv"], En: r["name_en"]}, From: from, Until: until, Eves: r["eves"] == "kyllä",
	}, errors.Join(bad, worse)
}

// sampleHappened is what became of a session, or what is planned in it.
type sampleHappened struct {
	counts       model.Counts
	moved        model.Date
	reason       string
	theme, guest string
}

// sampleSessions reads what became of the sessions, by group and day of the slot: "G01 2026-09-01".
func sampleSessions() (map[string]sampleHappened, error) {
	rows, err := sampleTable("sessions")
	if err != nil {
		return nil, err
	}
	out := map[string]sampleHappened{}
	for _, r := range rows {
		h := sampleHappened{reason: r["reason"], theme: r["theme"], guest: r["guest"]}
		var bad [5]error
		h.moved, bad[0] = model.ParseDate(r["moved_to"])
		h.counts.Adults, bad[1] = sampleCount(r["adults"])
		h.counts.Children, bad[2] = sampleCount(r["children"])
		h.counts.New, bad[3] = sampleCount(r["new"])
		h.counts.Men, bad[4] = sampleCount(r["men"])
		key := r["group"] + " " + r["slot_on"]
		if err := errors.Join(bad[:]...); err != nil {
			return nil, fmt.Errorf("session %s: %w", key, err)
		}
		out[key] = h
	}
	return out, nil
}

// to puts it into the session, as if it had been entered by hand. Who was away did not lead it, or was not to.
func (h sampleHappened) to(x *model.Session, leaders model.LeaderDirectory) {
	x.Counts, x.Theme, x.Guest = h.counts, h.theme, h.guest
	if h.counts.Entered() || h.reason != "" {
		x.Leaders = slices.DeleteFunc(x.Leaders, func(id model.ID) bool { return !leaders[id].AvailableOn(x.Date) })
	}
	if h.reason != "" {
		x.State, x.Reason = model.SessionCancelled, h.reason
	}
	if !h.moved.IsZero() || h.reason != "" {
		x.Date, x.Edited, x.Sequence = cmp.Or(h.moved, x.Date), true, 1
	}
}
