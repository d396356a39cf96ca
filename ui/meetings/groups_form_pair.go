package meetings

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// pair are the two halves of the working pair. Those who can be asked stand first, and it is said of each why or why not.
func (f *groupForm) pair() {
	b := bind(f.Sheet)
	f.View.Section(words.T("meetings.section.pair"))
	for i, half := range []struct {
		kind model.LeaderKind
		name string
	}{{model.Professional, "professionals"}, {model.Volunteer, "volunteers"}} {
		m := kit.NewMultiSelect[model.ID](nil)
		m.SetValues(f.half(half.kind))
		m.OnChanged = func() {
			other := slices.DeleteFunc(slices.Clone(f.g.Leaders), func(id model.ID) bool { return f.kindOf(id) == half.kind })
			f.g.Leaders = append(m.Values(), other...)
			if half.kind == model.Volunteer {
				f.g.Leaders = append(other, m.Values()...)
			}
			f.Touch()
		}
		f.leaders[i] = m
		f.View.Row(b.Hinted(b.Field(half.name, m)))
	}
	f.offerLeaders()
	f.View.Add(f.pairSaid)
}

// kindOf is which half of the pair a leader is; one who is no longer known stays among the volunteers.
func (f *groupForm) kindOf(id model.ID) model.LeaderKind {
	return cmp.Or(f.s.records.LeaderOf[id].Kind, model.Volunteer)
}

func (f *groupForm) half(kind model.LeaderKind) []model.ID {
	return slices.DeleteFunc(slices.Clone(f.g.Leaders), func(id model.ID) bool { return f.kindOf(id) != kind })
}

// offerLeaders offers the leaders anew, because whether they are free depends on the time.
func (f *groupForm) offerLeaders() {
	f.leaderTimes = f.times()
	clashes := f.clashes()
	for i, kind := range []model.LeaderKind{model.Professional, model.Volunteer} {
		f.leaders[i].SetOptions(f.leaderOptions(kind, clashes))
	}
}

// fitness is how well a leader can be asked for the time of the group, the best first.
type fitness int

const (
	fits      fitness = iota // active, and usually free then
	unsaid                   // active, and nobody has said when
	unlikely                 // not usually free then, or leading something else
	notActive                // away, on a break, or not begun
)

// leaderOptions are the leaders of a kind who have not ended, with those chosen already; who can be asked stands first.
// clashes are as clashes finds them.
func (f *groupForm) leaderOptions(kind model.LeaderKind, clashes map[model.ID]string) []kit.Option[model.ID] {
	r := f.s.records
	type candidate struct {
		option kit.Option[model.ID]
		fit    fitness
	}
	var all []candidate
	for i := range r.Leaders {
		l := &r.Leaders[i]
		gone := l.Gone(r.Today)
		if l.Kind != kind || gone && !slices.Contains(f.g.Leaders, l.ID) {
			continue
		}
		fit, why := f.fitness(*l, clashes[l.ID])
		detail := words.Joined(r.townName(l.Municipality), why)
		all = append(all, candidate{kit.Option[model.ID]{Value: l.ID, Label: f.s.desk.Person(r.LeaderName(l.ID)), Detail: detail}, fit})
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return int(a.fit - b.fit) })
	out := make([]kit.Option[model.ID], len(all))
	for i, c := range all {
		out[i] = c.option
	}
	return out
}

// fitness says whether a leader can be asked for the time of the group, and why or why not; clash is the name of another
// group that the leader leads at that time.
func (f *groupForm) fitness(l model.Leader, clash string) (fitness, string) {
	if away := awayWord(l, f.s.records.Today); away != "" {
		return notActive, away
	}
	if clash != "" {
		return unlikely, words.T("meetings.leader.leads", "group", clash)
	}
	if !l.Availability.Said() || f.g.From.IsZero() || f.g.Recurrence.Rhythm == model.SingleDates {
		return unsaid, ""
	}
	in := words.In(words.Current())
	part := model.PartOf(f.g.From)
	when := in.WeekdayShort(f.g.Recurrence.Weekday) + " " + words.Code(in, "day_part", part)
	if l.Availability.Free(f.g.Recurrence.Weekday, part) {
		return fits, words.T("meetings.leader.free", "when", when)
	}
	return unlikely, words.T("meetings.leader.not_free", "when", when)
}

// clashes finds who leads another group on a day and at a time of this one, by leader.
func (f *groupForm) clashes() map[model.ID]string {
	r, g := f.s.records, f.g
	out := map[model.ID]string{}
	season, known := r.Season(r.Today)
	if !known {
		season = model.Season{From: r.Today, Until: r.Today.AddDays(withoutSeason)}
	}
	days := map[model.Date]bool{}
	for _, d := range g.Recurrence.DaysIn(season.From, season.Until) {
		days[d] = g.RunsOn(d)
	}
	for _, o := range r.Groups {
		if o.ID == g.ID || len(o.Leaders) == 0 || !o.From.Before(g.Until) || !g.From.Before(o.Until) || otherWeekday(o.Recurrence, g.Recurrence) {
			continue
		}
		if slices.ContainsFunc(o.Recurrence.DaysIn(season.From, season.Until), func(d model.Date) bool { return days[d] && o.RunsOn(d) }) {
			for _, id := range o.Leaders {
				out[id] = cmp.Or(out[id], o.Name.Best(words.Current()))
			}
		}
	}
	return out
}

// otherWeekday reports whether two recurrences have no day in common because their rules are on different days of the
// week.
func otherWeekday(a, b model.Recurrence) bool {
	ruled := func(r model.Recurrence) bool { return r.Rhythm != model.SingleDates && len(r.Dates) == 0 }
	return ruled(a) && ruled(b) && a.Weekday != b.Weekday
}

// pairText says which half is missing, and who of those chosen cannot be asked today.
func (f *groupForm) pairText() string {
	r, in := f.s.records, words.In(words.Current())
	var said []string
	for _, gap := range model.PairGaps(f.g.Leaders, r.LeaderOf) {
		said = append(said, words.T("meetings.group.step."+string(gap)))
	}
	for _, id := range f.g.Leaders {
		if l, known := r.LeaderOf[id]; known {
			if away := awayWord(l, r.Today); away != "" {
				said = append(said, words.T("meetings.leader.away", "name", f.s.desk.Person(r.LeaderName(id)), "why", away))
			}
		}
	}
	if len(said) == 0 {
		return words.T("meetings.group.pair_is_whole", "names", in.List(f.names()))
	}
	return strings.Join(said, "\n")
}

func (f *groupForm) names() []string {
	out := make([]string, len(f.g.Leaders))
	for i, id := range f.g.Leaders {
		out[i] = f.s.desk.Person(f.s.records.LeaderName(id))
	}
	return out
}
