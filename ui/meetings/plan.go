package meetings

import (
	"context"
	"slices"

	"kumppani/model"
)

// planning is the dry run of a season: what it is made of, what the coordinator decided about single days, and what
// would come of it. The rules are the model's; nothing is written before write.
type planning struct {
	s      *Screen
	season model.Season
	only   []model.ID // the groups to plan; none = all
	input  model.PlanInput
	plan   model.Plan
	old    map[model.ID]model.Session // those that are there, by ID
	blocks []planBlock
	total  planTally
}

// planBlock is what is planned of one group.
type planBlock struct {
	group       model.Group
	first, last int // its lines are plan.Lines[first:last]
	tally       planTally
	short       int    // sessions that it lacks of its fixed number
	agreement   string // what is amiss with its agreement in the season; empty = nothing
}

// planTally counts the lines of a plan.
type planTally struct {
	acts    map[model.PlanAct]int
	held    int // how many times the group meets
	forced  int // made although the day is closed
	closed  int // held on a closed day, made now or there already
	pastEnd int
	clashes int // lines with another session in their way
	absent  int // lines with a leader who is away
	gaps    int // lines without a half of the pair
	lost    int // cancelled sessions that are there
}

// newPlanning makes the dry run of a season for all groups.
func newPlanning(s *Screen, season model.Season) (*planning, error) {
	p := &planning{s: s, season: season}
	p.clear()
	return p, p.read()
}

// read reads again what the plan is made of, and makes it anew; what was decided about single days stays.
func (p *planning) read() error {
	r, err := p.s.read()
	if err != nil {
		return err
	}
	for _, season := range r.Seasons {
		if season.ID == p.season.ID {
			p.season = season
		}
	}
	input, err := r.PlanInput(context.Background(), p.s.store, p.season)
	if err != nil {
		return err
	}
	input.Forced, input.Dropped = p.input.Forced, p.input.Dropped
	p.input = input
	p.old = make(map[model.ID]model.Session, len(input.Existing))
	for _, x := range input.Existing {
		p.old[x.ID] = x
	}
	p.make()
	return nil
}

// make plans anew with what is decided now.
func (p *planning) make() {
	r := p.s.records
	p.input.Groups = r.Groups
	if len(p.only) > 0 {
		p.input.Groups = slices.DeleteFunc(slices.Clone(r.Groups), func(g model.Group) bool { return !slices.Contains(p.only, g.ID) })
	}
	p.plan = model.PlanSeason(p.input)
	p.blocks, p.total = nil, planTally{acts: map[model.PlanAct]int{}}
	next := 0
	for _, g := range p.input.Groups {
		b := planBlock{group: g, first: next, tally: planTally{acts: map[model.PlanAct]int{}}}
		for next < len(p.plan.Lines) && p.plan.Lines[next].Session.GroupID == g.ID {
			b.tally.add(p.plan.Lines[next])
			p.total.add(p.plan.Lines[next])
			next++
		}
		b.last = next
		if b.last == b.first && !runsIn(g, p.season) {
			continue // its life does not touch the season
		}
		b.agreement, b.short = r.agreementGap(g, p.season), p.plan.Short(g.ID)
		p.blocks = append(p.blocks, b)
	}
}

// runsIn reports whether any day of the season belongs to the group's life.
func runsIn(g model.Group, season model.Season) bool {
	return !g.RunsFrom.After(season.Until) && (g.RunsUntil.IsZero() || !g.RunsUntil.Before(season.From))
}

func (t *planTally) add(l model.PlanLine) {
	t.acts[l.Act]++
	if !taken(l) {
		return
	}
	if l.Session.State == model.SessionCancelled {
		t.lost++
	} else {
		t.held++
	}
	t.forced += count(l.Forced && l.Act == model.PlanMake)
	t.pastEnd += count(l.PastEnd)
	t.gaps += count(len(l.Gaps) > 0 && l.Session.State != model.SessionCancelled)
	closed, absent, clash := l.Forced && l.Act == model.PlanMake, false, false
	for _, c := range l.Conflicts {
		switch c.Kind {
		case model.ConflictClosed:
			closed = true
		case model.ConflictAbsent:
			absent = true
		default:
			clash = true
		}
	}
	t.closed += count(closed)
	t.absent += count(absent)
	t.clashes += count(clash)
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// taken reports whether the session of the line would be there when the plan was written.
func taken(l model.PlanLine) bool {
	return l.Act == model.PlanMake || l.Act == model.PlanKeep || l.Act == model.PlanChange
}

// notable reports whether the line says anything but that a session is made or is there.
func notable(l model.PlanLine) bool {
	switch l.Act {
	case model.PlanMake, model.PlanKeep:
		return l.Forced || l.PastEnd || len(l.Conflicts) > 0 || len(l.Gaps) > 0
	}
	return true
}

// notable reports whether there is anything to look at in the block.
func (p *planning) notable(b planBlock) bool {
	return b.agreement != "" || b.short > 0 || b.first == b.last || slices.ContainsFunc(p.plan.Lines[b.first:b.last], notable)
}

// toggle decides otherwise about a line: a day that is closed is held all the same, a session that would be made is left
// out, and what was decided is taken back. A session that is there is not decided about here, and false is returned.
func (p *planning) toggle(l model.PlanLine) bool {
	slot := l.Slot()
	switch {
	case p.input.Forced[slot]:
		delete(p.input.Forced, slot)
	case l.Act == model.PlanSkip:
		p.input.Forced[slot] = true
	case p.input.Dropped[slot]:
		delete(p.input.Dropped, slot)
	case l.Act == model.PlanMake:
		p.input.Dropped[slot] = true
	default:
		return false
	}
	p.make()
	return true
}

// toggleSkipped holds every closed day of a group all the same, or when all of them are held, none.
func (p *planning) toggleSkipped(b planBlock) {
	force := b.tally.acts[model.PlanSkip] > 0
	for _, l := range p.plan.Lines[b.first:b.last] {
		switch {
		case force && l.Act == model.PlanSkip:
			p.input.Forced[l.Slot()] = true
		case !force && l.Forced && l.Act == model.PlanMake:
			delete(p.input.Forced, l.Slot())
		}
	}
	p.make()
}

// decided reports whether anything was decided about single days that is not written yet.
func (p *planning) decided() bool { return len(p.input.Forced)+len(p.input.Dropped) > 0 }

// clear takes all decisions back.
func (p *planning) clear() {
	p.input.Forced, p.input.Dropped = map[model.Slot]bool{}, map[model.Slot]bool{}
}

// changes reports whether the plan would write anything.
func (p *planning) changes() bool {
	a := p.total.acts
	return a[model.PlanMake]+a[model.PlanChange]+a[model.PlanRemove]+a[model.PlanDrop] > 0
}

// write writes the plan and makes it anew from what is there then.
func (p *planning) write() error {
	if err := p.s.store.WritePlan(context.Background(), p.plan); err != nil {
		return err
	}
	p.clear()
	return p.read()
}
