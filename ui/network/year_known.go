package network

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/municipalities"
	"kumppani/ui/words"
)

// known is what the registers know of a year without anybody entering it anew, as of the end of the year or, while that is
// to come, of today.
type known struct {
	inForce       int
	money         []model.Total // promised in it, by unit and period
	staff         []model.Total
	premises      int // promised
	places        int // in use
	groups        int // that met, or will
	held          int
	notEntered    int
	visits        model.Count
	professionals int
	volunteers    int
	training      model.TrainingTally
	trainingCost  model.Amount // of the events of which it is known
	meetings      int
	surveys       int
	kept          reach
}

// reach says which registers tell of a year at all: those that were begun later, or are empty, do not say zero.
type reach struct{ agreements, places, sessions, leaders, training, meetings, surveys bool }

// yearSource is everything of which known is computed.
type yearSource struct {
	agreements    []model.AgreementSummary
	contributions []model.AgreementContribution
	leadDays      int
	places        []model.MeetingPlace
	groups        []model.Group
	sessions      []model.Session // by day
	leaders       []model.Leader
	programmes    model.ProgrammeDirectory
	events        []model.Event
	organisations model.Directory
	meetings      []model.NetworkMeeting
	surveys       []model.Survey
}

// readYear reads what the page of a year is made of.
func readYear(ctx context.Context, store Store, year int, today model.Date) (yearFacts, error) {
	var f yearFacts
	var s yearSource
	var centre model.Centre
	var programmes []model.Programme
	var organisations []model.Organisation
	period := model.YearPeriod(year)
	for _, read := range []func() error{
		func() (err error) { f.kept, err = store.Year(ctx, year); return err },
		func() (err error) { f.last, err = store.Year(ctx, year-1); return err },
		func() (err error) { centre, err = store.Centre(ctx); return err },
		func() (err error) { s.agreements, err = store.Agreements(ctx); return err },
		func() (err error) { s.contributions, err = store.Contributions(ctx); return err },
		func() (err error) { s.places, err = store.MeetingPlaces(ctx); return err },
		func() (err error) { s.groups, err = store.Groups(ctx); return err },
		func() (err error) {
			s.sessions, err = store.Sessions(ctx, period.YearBefore().From, period.Until)
			return err
		},
		func() (err error) { s.leaders, err = store.Leaders(ctx); return err },
		func() (err error) { programmes, err = store.Programmes(ctx); return err },
		func() (err error) { s.events, err = store.Events(ctx); return err },
		func() (err error) { organisations, err = store.Organisations(ctx); return err },
		func() (err error) { s.meetings, err = store.NetworkMeetings(ctx); return err },
		func() (err error) { s.surveys, err = store.Surveys(ctx); return err },
	} {
		if err := read(); err != nil {
			return yearFacts{}, err
		}
	}
	s.leadDays, s.programmes, s.organisations = centre.LeadDays, model.ProgrammeDirectoryOf(programmes), model.DirectoryOf(organisations)
	f.known, f.earlier = s.known(period, today), s.known(period.YearBefore(), today)
	f.evidence = model.EvidenceOf(period, model.EvidenceFacts{
		Places: s.places, PlaceOf: model.PlaceDirectoryOf(s.places), Groups: model.GroupDirectoryOf(s.groups), Sessions: s.sessions,
		Events: s.events, Programmes: s.programmes, Organisations: s.organisations,
	})
	f.municipalities, f.names = columns(centre, f.kept.Practices)
	return f, nil
}

// columns are the municipalities of the region, and any other of which something is entered, with their names.
func columns(centre model.Centre, entries []model.PracticeEntry) (all []model.Municipality, names []string) {
	towns := municipalities.Of(centre)
	add := func(m model.Municipality) {
		for _, have := range all {
			if have.Same(m) {
				return
			}
		}
		all, names = append(all, m), append(names, towns.Name(m))
	}
	for _, m := range centre.Municipalities {
		add(model.Municipality{Code: m.Code, Name: m.Name(words.Current())})
	}
	for _, e := range entries {
		add(e.Municipality)
	}
	return all, names
}

// known is what is known of a year.
func (s *yearSource) known(p model.Period, today model.Date) known {
	day := today
	if p.Until.Before(day) {
		day = p.Until
	}
	calendar := model.Calendar{Today: day, LeadDays: s.leadDays, Successors: model.SuccessorsOf(s.agreements)}
	k := known{inForce: model.TallyAgreements(s.agreements, p, calendar, s.organisations).InForce}
	k.kept.agreements, k.kept.leaders = len(s.agreements) > 0, len(s.leaders) > 0
	k.kept.places = len(s.places) > 0 && !p.Until.Before(today) // since when a place has been there is not kept
	s.promised(&k, p)
	for i := range s.places {
		if !s.places[i].EndedBy(day) {
			k.places++
		}
	}
	s.met(&k, p, day)
	for i := range s.leaders {
		if l := &s.leaders[i]; active(l, day) && l.Kind == model.Volunteer {
			k.volunteers++
		} else if active(l, day) {
			k.professionals++
		}
	}
	for _, e := range s.events {
		k.kept.training = k.kept.training || !e.LastDay().After(p.Until)
		if e.HeldIn(p) {
			k.training.Add(e, s.programmes[e.ProgrammeID])
			if e.Cost.Known {
				k.trainingCost = model.AmountOf(k.trainingCost.Hundredths + e.Cost.Hundredths)
			}
		}
	}
	for _, m := range s.meetings {
		k.kept.meetings = k.kept.meetings || !m.Date.After(p.Until)
		if m.HeldBy(today) && p.Covers(m.Date) {
			k.meetings++
		}
	}
	for _, x := range s.surveys {
		k.kept.surveys = k.kept.surveys || !x.On.After(p.Until)
		if p.Covers(x.On) {
			k.surveys++
		}
	}
	return k
}

// promised adds what agreements that were in force in the year promise for it.
func (s *yearSource) promised(k *known, p model.Period) {
	bound := map[model.ID]bool{}
	for i := range s.agreements {
		bound[s.agreements[i].ID] = s.agreements[i].BoundIn(p)
	}
	var money, staff []model.Contribution
	for _, c := range s.contributions {
		if !bound[c.AgreementID] || !c.Contribution.OwedIn(p) {
			continue
		}
		switch c.Contribution.Kind {
		case model.ContributedMoney:
			money = append(money, c.Contribution)
		case model.ContributedStaff:
			staff = append(staff, c.Contribution)
		case model.ContributedPremises:
			k.premises++
		}
	}
	k.money, k.staff = model.Sums(money), model.Sums(staff)
}

// met adds the sessions of the year and the groups that met.
func (s *yearSource) met(k *known, p model.Period, day model.Date) {
	byDay := func(x model.Session, day model.Date) int { return x.Date.Compare(day) }
	first, _ := slices.BinarySearchFunc(s.sessions, p.From, byDay)
	last, _ := slices.BinarySearchFunc(s.sessions, p.Until.AddDays(1), byDay)
	of, groups := s.sessions[first:last], map[model.ID]bool{}
	k.kept.sessions = len(of) > 0
	for i := range of {
		groups[of[i].GroupID] = groups[of[i].GroupID] || of[i].State != model.SessionCancelled
	}
	for _, met := range groups {
		if met {
			k.groups++
		}
	}
	total := model.TotalCounts(of, day)
	k.held, k.notEntered, k.visits = total.Held, total.NotEntered, total.Visits()
}

// active reports whether a leader was active on the day; a short absence does not matter.
func active(l *model.Leader, day model.Date) bool {
	return !l.Anonymised() && l.StatusOn(day).State == model.LeaderActive
}
