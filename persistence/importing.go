package persistence

import (
	"context"
	"reflect"
	"slices"

	"kumppani/model"
)

var _ model.Imports = (*File)(nil)

// Import implements model.Imports. A leader is named by its ID in an error, as everywhere: the log has no names of people.
// An import of nothing does nothing, and leaves the one before to be taken back.
func (f *File) Import(ctx context.Context, b model.ImportBatch) error {
	if b.Len() == 0 {
		return nil
	}
	b = preparedBatch(b)
	ids := importedIDs(b)
	done := &importUndo{source: b.Source, kinds: importedKinds(b), ids: ids}
	err := f.write(ctx, action{"import", b.Source, done.kinds}, func(ctx context.Context, conn querier) (err error) {
		q := preparing{conn, map[string]*statement{}}
		defer q.close()
		if done.before, err = readImported(ctx, q, ids); err != nil {
			return err
		}
		in := importer{q: q, today: f.today(), known: done.before.roots()}
		for _, id := range b.Known {
			if !in.known[id] {
				return refusal(model.CodeGone, "a record of the import was removed meanwhile")
			}
		}
		if err := in.records(ctx, b); err != nil {
			return err
		}
		if err := in.counts(ctx, b.Counts); err != nil {
			return err
		}
		done.after, err = readImported(ctx, q, ids)
		return err
	})
	if err == nil {
		f.lastImport.Store(done)
	}
	return err
}

// preparedBatch brings the records of a batch into the form in which they are kept, in lists of its own.
func preparedBatch(b model.ImportBatch) model.ImportBatch {
	b.Organisations = each(b.Organisations, preparedOrganisation)
	b.Programmes = each(b.Programmes, preparedProgramme)
	b.Leaders = each(b.Leaders, preparedLeader)
	b.Places = each(b.Places, preparedMeetingPlace)
	b.Groups = each(b.Groups, preparedGroup)
	return b
}

func each[T any](list []T, change func(T) T) []T {
	out := make([]T, len(list))
	for i, x := range list {
		out[i] = change(x)
	}
	return out
}

func importedKinds(b model.ImportBatch) []model.Kind {
	var out []model.Kind
	for _, x := range []struct {
		kind model.Kind
		n    int
	}{
		{model.KindOrganisation, len(b.Organisations)},
		{model.KindProgramme, len(b.Programmes)},
		{model.KindLeader, len(b.Leaders)},
		{model.KindPlace, len(b.Places)},
		{model.KindGroup, len(b.Groups)},
		{model.KindSession, len(b.Counts)},
	} {
		if x.n > 0 {
			out = append(out, x.kind)
		}
	}
	return out
}

// importer writes a batch, by the same rules as when a person saves one record after the other.
type importer struct {
	q     querier
	today model.Date
	known map[model.ID]bool // the records of the batch that there are
}

// records writes what others of the batch refer to first.
func (in importer) records(ctx context.Context, b model.ImportBatch) error {
	for _, o := range b.Organisations {
		if err := in.organisation(ctx, o); err != nil {
			return wrap("import organisation", o.Name.Best(model.Finnish), err)
		}
	}
	for _, p := range b.Programmes {
		if err := in.programme(ctx, p); err != nil {
			return wrap("import programme", p.Name.Best(model.Finnish), err)
		}
	}
	for _, l := range b.Leaders {
		if err := in.leader(ctx, l); err != nil {
			return wrap("import leader", string(l.ID), err)
		}
	}
	for _, m := range b.Places {
		if err := in.place(ctx, m); err != nil {
			return wrap("import meeting place", m.Name.Best(model.Finnish), err)
		}
	}
	for _, g := range b.Groups {
		if err := in.group(ctx, g); err != nil {
			return wrap("import group", g.Name.Best(model.Finnish), err)
		}
	}
	return nil
}

// before reads the record as it was, if there is one; the record is known from then on.
func before[T any](ctx context.Context, in importer, id model.ID, read func(context.Context, querier, model.ID) (T, error)) (was T, err error) {
	if in.known[id] {
		return read(ctx, in.q, id)
	}
	in.known[id] = true
	return was, nil
}

func (in importer) organisation(ctx context.Context, o model.Organisation) error {
	was, err := before(ctx, in, o.ID, readOrganisation)
	if err != nil {
		return err
	}
	if err := refuse(refusals(was.ID, was.Check), o.Check()); err != nil {
		return err
	}
	if err := contactsStillUsed(ctx, in.q, was, o); err != nil {
		return err
	}
	return saveOrganisation(ctx, in.q, o)
}

// refusals are what was amiss in a record before; of one that was not there, nothing was.
func refusals(id model.ID, check func() []model.Problem) []model.Problem {
	if id == "" {
		return nil
	}
	return check()
}

func (in importer) programme(ctx context.Context, p model.Programme) error {
	was, err := before(ctx, in, p.ID, readProgramme)
	if err != nil {
		return err
	}
	if err := refuse(refusals(was.ID, was.Check), p.Check()); err != nil {
		return err
	}
	return saveProgramme(ctx, in.q, p)
}

func (in importer) leader(ctx context.Context, l model.Leader) error {
	was, err := before(ctx, in, l.ID, readLeader)
	if err != nil {
		return err
	}
	if was.ID != "" {
		l.AnonymisedOn = was.AnonymisedOn
	}
	if was.Anonymised() {
		l = preparedLeader(l.Anonymous(was.AnonymisedOn))
	}
	amiss := refusals(was.ID, func() []model.Problem { return was.Check(in.today) })
	if err := refuse(amiss, l.Check(in.today)); err != nil {
		return err
	}
	if err := leaderRefersWell(ctx, in.q, was, l); err != nil {
		return err
	}
	return saveLeader(ctx, in.q, &l)
}

func (in importer) place(ctx context.Context, m model.MeetingPlace) error {
	was, err := before(ctx, in, m.ID, readMeetingPlace)
	if err != nil {
		return err
	}
	if err := refuse(refusals(was.ID, was.Check), m.Check()); err != nil {
		return err
	}
	return saveMeetingPlace(ctx, in.q, m)
}

// group leaves a rule of recurrence that this version does not know as it is, unless the recurrence is changed.
func (in importer) group(ctx context.Context, g model.Group) error {
	was, err := before(ctx, in, g.ID, readGroup)
	if err != nil {
		return err
	}
	rule := g.Recurrence.RRULE()
	if was.ID != "" && reflect.DeepEqual(was.Recurrence, g.Recurrence) {
		rule = was.rule
	}
	if err := refuse(refusals(was.ID, was.Check), g.Check()); err != nil {
		return err
	}
	return saveGroup(ctx, in.q, groupRow{g, rule})
}

// counts enters visitors as the calendar does: the session is marked as edited, and its Sequence grows when it is cancelled.
func (in importer) counts(ctx context.Context, counts []model.ImportedCount) error {
	ids := make([]model.ID, len(counts))
	for i, c := range counts {
		ids[i] = c.SessionID
	}
	before, err := readSessions(ctx, in.q, " WHERE id IN (SELECT value FROM json_each(?))", jsonIDs(ids))
	if err != nil {
		return err
	}
	now := make(map[model.ID]model.Session, len(before))
	for _, s := range before {
		now[s.ID] = s
	}
	for _, c := range counts {
		s, known := now[c.SessionID]
		if !known {
			return wrap("import count", string(c.SessionID), notFound(c.SessionID))
		}
		s, err := changedSession(s, func(s *model.Session) error {
			s.Counts = c.Counts
			if c.NotHeld {
				s.State, s.Reason, s.ClosedBy, s.Counts = model.SessionCancelled, c.Reason, "", model.Counts{}
			}
			return nil
		})
		if err != nil {
			return wrap("import count", string(c.SessionID), err)
		}
		now[s.ID] = s
	}
	var changed []model.Session
	for _, was := range before {
		if s := now[was.ID]; !reflect.DeepEqual(was, s) {
			changed = append(changed, s)
		}
	}
	return saveSessions(ctx, in.q, before, changed)
}

// importedIDs are the IDs of the records of a batch, by the kind of record.
func importedIDs(b model.ImportBatch) map[model.Kind][]model.ID {
	out := map[model.Kind][]model.ID{}
	add := func(k model.Kind, id model.ID) { out[k] = append(out[k], id) }
	for _, x := range b.Organisations {
		add(model.KindOrganisation, x.ID)
	}
	for _, x := range b.Programmes {
		add(model.KindProgramme, x.ID)
	}
	for _, x := range b.Leaders {
		add(model.KindLeader, x.ID)
	}
	for _, x := range b.Places {
		add(model.KindPlace, x.ID)
	}
	for _, x := range b.Groups {
		add(model.KindGroup, x.ID)
	}
	for _, x := range b.Counts {
		add(model.KindSession, x.SessionID)
	}
	for k := range out {
		slices.Sort(out[k])
		out[k] = slices.Compact(out[k])
	}
	return out
}
