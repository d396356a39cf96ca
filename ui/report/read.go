package report

import (
	"context"
	"slices"

	"kumppani/model"
)

// Read reads what the report needs. An error of the store is returned as it is; CodeNotFound when the subject is not there.
func Read(ctx context.Context, store Store, q Question) (Facts, error) {
	f := Facts{Whole: map[model.ID]model.Agreement{}, Years: map[int]model.YearRecord{}}
	r := reader{ctx, store, q, &f}
	steps := []func() error{r.names}
	add := func(codes []Code, step func() error) {
		if slices.Contains(codes, q.Code) {
			steps = append(steps, step)
		}
	}
	add([]Code{Annual, Agreements, Contributions, Partner, Handover}, r.agreements)
	add([]Code{Annual, Leaders, Training, Partner, Handover}, r.leaders)
	add([]Code{Annual, Leaders, Training, Practices, Partner, Handover}, r.training)
	add([]Code{Annual, Visits, Leaders, Practices, Partner, Handover, Surveys}, r.places)
	add([]Code{Annual, Visits, Leaders, Practices, Handover}, r.sessions)
	add([]Code{Annual, Visits}, r.sessionsBefore)
	add([]Code{Annual, Partner}, r.network)
	add([]Code{Annual, Surveys}, r.surveys)
	add([]Code{Annual, Resourcing, Practices}, r.years)
	add([]Code{Partner, Handover}, r.followUps)
	for _, step := range steps {
		if err := step(); err != nil {
			return Facts{}, err
		}
	}
	return f, r.subject()
}

type reader struct {
	ctx   context.Context
	store Store
	q     Question
	f     *Facts
}

func (r reader) names() (err error) {
	if r.f.Centre, err = r.store.Centre(r.ctx); err != nil {
		return err
	}
	r.f.Organisations, err = r.store.Organisations(r.ctx)
	return err
}

// agreements reads whole those of which reviews are told: that were in force at some time of the period.
func (r reader) agreements() (err error) {
	if r.f.Agreements, err = r.store.Agreements(r.ctx); err != nil {
		return err
	}
	for i := range r.f.Agreements {
		a := &r.f.Agreements[i]
		if !r.whole(a) {
			continue
		}
		if r.f.Whole[a.ID], err = r.store.Agreement(r.ctx, a.ID); err != nil {
			return err
		}
	}
	r.f.Contributions, err = r.store.Contributions(r.ctx)
	return err
}

func (r reader) whole(a *model.AgreementSummary) bool {
	switch r.q.Code {
	case Annual, Agreements:
		return a.BoundIn(r.q.Period)
	case Partner, Handover:
		return slices.ContainsFunc(a.Parties, func(p model.Party) bool { return p.OrganisationID == r.q.Subject.ID })
	default:
		return false
	}
}

func (r reader) leaders() (err error) {
	r.f.Leaders, err = r.store.Leaders(r.ctx)
	return err
}

func (r reader) training() (err error) {
	if r.f.Programmes, err = r.store.Programmes(r.ctx); err != nil {
		return err
	}
	r.f.Events, err = r.store.Events(r.ctx)
	return err
}

func (r reader) places() (err error) {
	if r.f.Policy, err = r.store.MeetingPolicy(r.ctx); err != nil {
		return err
	}
	if r.f.Places, err = r.store.MeetingPlaces(r.ctx); err != nil {
		return err
	}
	r.f.Groups, err = r.store.Groups(r.ctx)
	return err
}

// sessions reads those of the period; for a handover, those that are ahead.
func (r reader) sessions() (err error) {
	from, until := r.q.Period.From, r.q.Period.Until
	if r.q.Code == Handover {
		from, until = r.q.AsOf, r.q.AsOf.AddMonths(handoverMonths)
	}
	r.f.Sessions, err = r.store.Sessions(r.ctx, from, until)
	return err
}

func (r reader) sessionsBefore() (err error) {
	before := r.q.Period.YearBefore()
	r.f.Before, err = r.store.Sessions(r.ctx, before.From, before.Until)
	return err
}

func (r reader) network() (err error) {
	if r.f.Bodies, err = r.store.Bodies(r.ctx); err != nil {
		return err
	}
	r.f.Meetings, err = r.store.NetworkMeetings(r.ctx)
	return err
}

func (r reader) surveys() (err error) {
	r.f.Surveys, err = r.store.Surveys(r.ctx)
	return err
}

func (r reader) years() error {
	last := r.q.Period.Until.Year()
	for year := last - 2; year <= last; year++ {
		y, err := r.store.Year(r.ctx, year)
		if err != nil {
			return err
		}
		r.f.Years[year] = y
	}
	return nil
}

func (r reader) followUps() (err error) {
	r.f.FollowUps, err = r.store.FollowUps(r.ctx)
	return err
}

// subject makes sure that the subject of the report is among what was read.
func (r reader) subject() error {
	s := r.q.Subject
	found := len(r.q.Code.Wants()) == 0
	switch {
	case found:
	case s.Kind == model.KindLeader:
		found = slices.ContainsFunc(r.f.Leaders, func(l model.Leader) bool { return l.ID == s.ID })
	default:
		found = slices.ContainsFunc(r.f.Organisations, func(o model.Organisation) bool { return o.ID == s.ID })
	}
	if !found {
		return &model.Error{Code: model.CodeNotFound, Op: "read report " + string(r.q.Code), Record: string(s.ID)}
	}
	return nil
}
