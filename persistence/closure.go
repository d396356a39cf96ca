package persistence

import (
	"cmp"
	"context"
	"slices"

	"kumppani/model"
)

var _ model.Closures = (*File)(nil)

var closureTable = table{
	name: "closure", key: "id",
	columns: "scope, municipality_code, municipality, organisation_id, place_id, from_on, until_on, reason_fi, reason_sv, reason_en",
}

// Closures implements model.Closures.
func (f *File) Closures(ctx context.Context) ([]model.Closure, error) {
	var out []model.Closure
	err := f.read(ctx, "list closures", "", func(ctx context.Context, q querier) (err error) {
		out, err = readClosures(ctx, q)
		return err
	})
	return out, err
}

// SaveClosure implements model.Closures. Sessions change on the days that the closure has or had and on no others, those
// that are over too, for one that nobody counted on a day that was closed was not held: what it does is what
// model.AfterClosures tells of the sessions of those days with the zero Date as today.
func (f *File) SaveClosure(ctx context.Context, c model.Closure) (model.Closure, error) {
	c = preparedClosure(c)
	a := action{"save closure", c.Reason.Best(model.Finnish), []model.Kind{model.KindClosure, model.KindSession}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		all, err := readClosures(ctx, q)
		if err != nil {
			return err
		}
		from, until := c.From, c.Until
		var problems []model.Problem
		if i := slices.IndexFunc(all, func(o model.Closure) bool { return o.ID == c.ID }); i >= 0 {
			before := all[i]
			problems = before.Check()
			from, until = earlier(from, before.From), later(until, before.Until)
			all[i] = c
		} else {
			all = append(all, c)
		}
		if err := refuse(problems, c.Check()); err != nil {
			return err
		}
		err = closureTable.sync(ctx, q, c.ID, []row{{c.ID, []any{
			string(c.Scope), c.Municipality.Code, c.Municipality.Name, idValue(c.OrganisationID), idValue(c.PlaceID),
			dateValue(c.From), dateValue(c.Until), c.Reason.Fi, c.Reason.Sv, c.Reason.En,
		}}})
		if err != nil {
			return err
		}
		return applyClosures(ctx, q, all, from, until)
	})
	return c, err
}

// DeleteClosure implements model.Closures. A session that it had cancelled and that somebody edited since stays cancelled,
// as if somebody had done it.
func (f *File) DeleteClosure(ctx context.Context, id model.ID) error {
	a := action{"delete closure", string(id), []model.Kind{model.KindClosure, model.KindSession}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		all, err := readClosures(ctx, q)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(c model.Closure) bool { return c.ID == id })
		if i < 0 {
			return notFound(id)
		}
		from, until := all[i].From, all[i].Until
		if err := applyClosures(ctx, q, slices.Delete(all, i, i+1), from, until); err != nil {
			return err
		}
		return closureTable.sync(ctx, q, id, nil)
	})
}

// applyClosures cancels and restores the sessions from a day to another as the closures are.
func applyClosures(ctx context.Context, q querier, closures []model.Closure, from, until model.Date) error {
	before, err := readSessions(ctx, q, heldBetween, from.String(), until.String())
	if err != nil || len(before) == 0 {
		return err
	}
	groups, err := readGroups(ctx, q)
	if err != nil {
		return err
	}
	places, err := readMeetingPlaces(ctx, q)
	if err != nil {
		return err
	}
	// The oldest first: of several that close a session, it remembers the oldest.
	slices.SortFunc(closures, func(a, b model.Closure) int { return cmp.Compare(a.ID, b.ID) })
	facts := model.ConflictFacts{
		Groups: model.GroupDirectoryOf(groups), Places: model.PlaceDirectoryOf(places), Closures: closures,
	}
	return saveSessions(ctx, q, before, model.AfterClosures(before, facts, model.Date{}))
}

func earlier(a, b model.Date) model.Date {
	if b.IsZero() || (!a.IsZero() && a.Before(b)) {
		return a
	}
	return b
}

func later(a, b model.Date) model.Date {
	if a.After(b) {
		return a
	}
	return b
}

// preparedClosure brings a closure into the form in which it is kept: what its scope does not concern is not in it.
func preparedClosure(c model.Closure) model.Closure {
	if c.ID == "" {
		c.ID = newID()
	}
	c.Reason = c.Reason.Trimmed()
	if c.Scope != model.ClosedMunicipality {
		c.Municipality = model.Municipality{}
	}
	if c.Scope != model.ClosedOrganiser {
		c.OrganisationID = ""
	}
	if c.Scope != model.ClosedPlace {
		c.PlaceID = ""
	}
	return c
}

// readClosures reads all of them, the latest first.
func readClosures(ctx context.Context, q querier) ([]model.Closure, error) {
	return collect(ctx, q, scanClosure, "SELECT id, "+closureTable.columns+" FROM closure ORDER BY from_on DESC, until_on DESC, id DESC")
}

func scanClosure(r scanner) (model.Closure, error) {
	var c model.Closure
	err := r.Scan(&c.ID, &c.Scope, &c.Municipality.Code, &c.Municipality.Name, readID{&c.OrganisationID}, readID{&c.PlaceID},
		readDate{&c.From}, readDate{&c.Until}, &c.Reason.Fi, &c.Reason.Sv, &c.Reason.En)
	return c, err
}
