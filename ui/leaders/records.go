package leaders

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/municipalities"
	"kumppani/ui/words"
)

// records is what the register was made of when it was last read.
type records struct {
	today         model.Date
	centre        model.Centre
	policy        model.LeaderPolicy
	leaders       []model.Leader
	directory     model.LeaderDirectory
	organisations []model.Organisation
	names         model.Directory // of the organisations
	requirements  []model.Requirement
	programmes    []model.Programme
	taught        model.ProgrammeDirectory
	events        []model.Event
	rules         model.ReadinessRules
	places        municipalities.List
	readiness     map[model.ID][]model.Readiness // of every leader, today
	said          sayings
}

// sayings are the words that stand on every line, said once: a register of thousands says them thousands of times.
type sayings struct {
	tasks   map[model.TaskKind]string
	states  map[model.LeaderState]string
	levels  map[model.Level]string
	missing string
}

func newSayings() sayings {
	in := words.In(words.Current())
	s := sayings{
		tasks: map[model.TaskKind]string{}, states: map[model.LeaderState]string{}, levels: map[model.Level]string{},
		missing: words.T("leaders.row.missing"),
	}
	for _, k := range model.TaskKinds() {
		s.tasks[k] = taskWord(k)
	}
	for _, state := range model.LeaderStates() {
		s.states[state] = words.Code(in, "leader.state", state)
	}
	for _, level := range model.Levels() {
		s.levels[level] = words.Code(in, "readiness.level", level)
	}
	return s
}

func readRecords(ctx context.Context, store Store, today model.Date) (r records, err error) {
	r.today = today
	if r.centre, err = store.Centre(ctx); err != nil {
		return r, err
	}
	if r.policy, err = store.LeaderPolicy(ctx); err != nil {
		return r, err
	}
	if r.leaders, err = store.Leaders(ctx); err != nil {
		return r, err
	}
	if r.organisations, err = store.Organisations(ctx); err != nil {
		return r, err
	}
	if r.requirements, err = store.Requirements(ctx); err != nil {
		return r, err
	}
	if r.programmes, err = store.Programmes(ctx); err != nil {
		return r, err
	}
	if r.events, err = store.Events(ctx); err != nil {
		return r, err
	}
	record, err := store.TrainingRecord(ctx)
	if err != nil {
		return r, err
	}
	r.directory = model.LeaderDirectoryOf(r.leaders)
	r.names = model.DirectoryOf(r.organisations)
	r.taught = model.ProgrammeDirectoryOf(r.programmes)
	r.rules = model.ReadinessRules{Requirements: r.requirements, Programmes: r.programmes, Record: record}
	r.places = municipalities.Of(r.centre)
	r.said = newSayings()
	r.judge()
	return r, nil
}

// judge computes the readiness of every leader.
func (r *records) judge() {
	all := make([][]model.Readiness, len(r.leaders))
	share(len(all), func(i int) { all[i] = r.leaders[i].ReadinessOn(r.today, r.rules) })
	r.readiness = make(map[model.ID][]model.Readiness, len(all))
	for i := range all {
		r.readiness[r.leaders[i].ID] = all[i]
	}
}

// share does something for each of n leaders, on all processors: what is said of each is most of the work of reading.
func share(n int, do func(i int)) {
	var parts sync.WaitGroup
	step := runtime.GOMAXPROCS(0)
	for part := range step {
		parts.Go(func() {
			for i := part; i < n; i += step {
				do(i)
			}
		})
	}
	parts.Wait()
}

// leader returns the one with the ID, and false when there is none any more.
func (r *records) leader(id model.ID) (model.Leader, bool) {
	l, ok := r.directory[id]
	return l, ok
}

// line is a leader as the list, its filters and its orders see it.
type line struct {
	of        *model.Leader
	status    model.LeaderStatus
	place     string
	homes     []string // the names of the home organisation and of those in whose name the tasks are done
	tasks     []model.LeaderTask
	summary   model.Summary
	asked     bool     // whether anything is asked of the leader today
	missing   []string // names of the requirements and programmes that are missing, the first of them first
	gone      bool     // ended or anonymised
	available bool
	last      model.Date
	keys      struct{ name, place string }
}

func (r *records) line(l *model.Leader) line {
	ready := r.readiness[l.ID]
	x := line{
		of: l, status: l.StatusOn(r.today), place: r.places.Name(l.Municipality),
		tasks: l.TasksFrom(r.today), summary: model.Summarise(ready), asked: len(ready) > 0, available: l.AvailableOn(r.today),
		last: l.LastActivity(),
	}
	x.gone = x.status.State == model.LeaderEnded || l.Anonymised()
	for _, id := range append([]model.ID{l.HomeOrganisation}, taskOrganisations(x.tasks)...) {
		if name := r.names.Name(id, words.Current()); name != "" && !slices.Contains(x.homes, name) {
			x.homes = append(x.homes, name)
		}
	}
	for _, one := range ready {
		if one.Counts() && one.State.Level() == model.LevelMissing {
			x.missing = append(x.missing, r.asked(one))
		}
	}
	slices.Sort(x.missing)
	x.missing = slices.Compact(x.missing)
	x.keys.name, x.keys.place = model.SortKey(l.Name), model.SortKey(x.place)
	return x
}

// asked is the name of what a row of readiness asks for: the requirement's or, of training, the programme's.
func (r *records) asked(one model.Readiness) string {
	if one.ProgrammeID != "" {
		return r.taught.Name(one.ProgrammeID, words.Current())
	}
	return one.Requirement.Name.Best(words.Current())
}

// chip says how the leader stands: readiness of those who are at work, and of the others their status.
func (x line) chip(said sayings) kit.Chip {
	switch {
	case x.of.Anonymised():
		return kit.Chip{Word: words.T("leaders.anonymised"), Tone: kit.Past}
	case x.status.State != model.LeaderActive || !x.asked:
		return said.status(x.status.State)
	}
	return kit.Chip{Word: said.levels[x.summary.Level], Tone: levelTones[x.summary.Level]}
}

var levelTones = map[model.Level]kit.Tone{
	model.LevelOK: kit.OK, model.LevelDue: kit.Waiting, model.LevelMissing: kit.Attention,
}

var stateTones = map[model.LeaderState]kit.Tone{
	model.LeaderIntroducing: kit.Waiting, model.LeaderActive: kit.OK, model.LeaderEnded: kit.Past,
}

func (s sayings) status(state model.LeaderState) kit.Chip {
	return kit.Chip{Word: s.states[state], Tone: stateTones[state]}
}

// row is the line of the list.
func (s *Screen) row(x line) kit.Row[line] {
	l := x.of
	search := append([]string{l.Name, l.Phone, strings.ReplaceAll(l.Phone, " ", ""), l.Email, x.place, l.JobTitle, l.Skills}, x.homes...)
	for _, t := range x.tasks {
		search = append(search, s.records.said.tasks[t.Kind], t.Description)
	}
	return kit.Row[line]{
		ID: string(l.ID), Name: s.name(*l), Detail: s.records.detail(x), Chip: x.chip(s.records.said),
		Search: model.Fold(strings.Join(search, " ")), Of: x,
	}
}

// name is the leader as the window may show it now.
func (s *Screen) name(l model.Leader) string {
	if l.Anonymised() {
		return words.T("leaders.anonymised_name")
	}
	return s.desk.Person(l.Name)
}

// detail is the second line: what is unusual today, the tasks, the place, and what is missing.
func (r *records) detail(x line) string {
	var parts []string
	if at := r.presence(x); at != "" {
		parts = append(parts, at)
	}
	tasks := make([]string, 0, len(x.tasks))
	for _, t := range x.tasks {
		if w := r.said.tasks[t.Kind]; !slices.Contains(tasks, w) {
			tasks = append(tasks, w)
		}
	}
	parts = append(parts, words.Capital(strings.Join(tasks, ", ")), x.place)
	if len(x.missing) > 0 {
		parts = append(parts, r.said.missing+" "+strings.Join(x.missing, ", "))
	}
	return words.Joined(parts...)
}

// presence says what keeps the leader from leading today, or what will; empty of one who simply is there.
func (r *records) presence(x line) string {
	in := words.In(words.Current())
	a, absent := x.of.AbsentOn(r.today)
	next, changes := x.of.NextStatus(r.today)
	switch {
	case x.of.Anonymised():
		return ""
	case x.status.State == model.LeaderEnded:
		return words.T("leaders.row.ended", "date", in.Date(x.status.From))
	case absent && !a.Until.IsZero():
		return words.T("leaders.row.absent_until", "date", in.Date(a.Until))
	case absent:
		return words.T("leaders.row.absent")
	case changes:
		return words.T("leaders.row.next", "date", in.Date(next.From), "state", words.Code(in, "leader.state", next.State))
	case x.status.State != model.LeaderActive && !x.status.From.IsZero():
		return words.T("leaders.row.since", "state", words.Capital(words.Code(in, "leader.state", x.status.State)), "date", in.Date(x.status.From))
	}
	return ""
}

func taskOrganisations(tasks []model.LeaderTask) []model.ID {
	out := make([]model.ID, len(tasks))
	for i, t := range tasks {
		out[i] = t.OrganisationID
	}
	return out
}

func taskWord(k model.TaskKind) string {
	return words.Code(words.In(words.Current()), "leader.task", k)
}
