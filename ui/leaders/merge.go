package leaders

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// merge asks which other record is of the same person, then shows what would come of the merge.
func (s *Screen) merge(l model.Leader) {
	other := kit.NewSelect(s.mergeOptions(l))
	other.Required = true
	fields := kit.NewFields()
	fields.Add(kit.NewText(words.T("leaders.merging.ask", "name", s.desk.Person(l.Name))))
	fields.Row(&kit.Field{Name: "other", Label: words.T("leaders.merging.other"), Input: other})
	if same, _ := model.LikelySame(l, s.records.leaders); len(same) == 1 {
		other.SetValue(same[0])
	}
	s.desk.Dialogs.Show(words.T("leaders.merging.title"), fields,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("leaders.merging.preview"), Default: true, Keep: func() bool {
			if _, ok := other.Value(); ok {
				return false
			}
			fields.SetProblems([]kit.Problem{{Field: "other", Sentence: words.T("leaders.merging.choose")}})
			return fields.FocusFirstProblem()
		}, Do: func() {
			id, _ := other.Value()
			if x, ok := s.records.leader(id); ok {
				s.previewMerge(longerKnown(l, x))
			}
		}})
}

// mergeOptions are the other leaders, those who are likely the same person first.
func (s *Screen) mergeOptions(l model.Leader) []kit.Option[model.ID] {
	same, _ := model.LikelySame(l, s.records.leaders)
	var likely, rest []kit.Option[model.ID]
	for _, x := range s.records.leaders {
		if x.ID == l.ID || x.Anonymised() {
			continue
		}
		o := kit.Option[model.ID]{Value: x.ID, Label: s.desk.Person(x.Name), Detail: s.records.places.Name(x.Municipality)}
		if slices.Contains(same, x.ID) {
			o.Detail = words.Joined(words.T("leaders.merging.likely"), o.Detail)
			likely = append(likely, o)
		} else {
			rest = append(rest, o)
		}
	}
	return append(likely, rest...)
}

// longerKnown orders two records of one person: the one to keep, unless the user says otherwise, is the one that was
// there first.
func longerKnown(a, b model.Leader) (keep, drop model.Leader) {
	first, other := a.FirstDay(), b.FirstDay()
	if !other.IsZero() && (first.IsZero() || other.Before(first)) {
		return b, a
	}
	return a, b
}

// previewMerge shows what keep would be after the merge and what would become of drop, which can be swapped.
func (s *Screen) previewMerge(keep, drop model.Leader) {
	who := func(l model.Leader) string {
		return words.Joined(s.desk.Person(l.Name), s.records.places.Name(l.Municipality), s.desk.Personal(l.Phone))
	}
	facts := []kit.Fact{
		kit.TextFact(words.T("leaders.merging.stays"), who(keep)),
		kit.TextFact(words.T("leaders.merging.goes"), who(drop)),
	}
	merged := model.MergeLeaders(keep, drop)
	if now := merged.Leader.StatusOn(s.desk.Today()); now.State != keep.StatusOn(s.desk.Today()).State {
		facts = append(facts, kit.TextFact(words.T("leaders.merging.state"), s.stateSince(now)))
	}
	facts = append(facts, s.mergeFacts(merged)...)
	if n := s.eventsOf(drop.ID); n > 0 {
		facts = append(facts, kit.TextFact(words.T("leaders.merging.events"), words.N("leaders.merging.moved", n)))
	}
	body := container.NewVBox(kit.Facts(facts...), kit.NewText(words.T("leaders.merging.explain")))
	s.desk.Dialogs.Show(words.T("leaders.merging.title"), body,
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true, Default: true},
		kit.Choice{Label: words.T("leaders.merging.swap"), Do: func() { s.previewMerge(drop, keep) }},
		kit.Choice{Label: words.T("leaders.merging.do"), Danger: true, Do: func() { s.mergeNow(keep.ID, drop.ID) }})
}

// stateSince is a status with its day.
func (s *Screen) stateSince(x model.LeaderStatus) string {
	if x.From.IsZero() {
		return s.records.said.states[x.State]
	}
	in := words.In(words.Current())
	return words.T("leaders.row.since", "state", words.Capital(s.records.said.states[x.State]), "date", in.Date(x.From))
}

// mergeFacts says what a merge takes over, what disagrees, and how much is added to each list.
func (s *Screen) mergeFacts(m model.MergedLeader) []kit.Fact {
	facts := make([]kit.Fact, len(m.Fields))
	for i, x := range m.Fields {
		label := words.T("leaders.merging.field." + x.Field)
		added, err := strconv.Atoi(x.Kept)
		kept, dropped := s.desk.Personal(x.Kept), s.desk.Personal(x.Dropped)
		switch {
		case x.Dropped != "":
			facts[i] = kit.TextFact(label, words.T("leaders.merging.disagree", "kept", kept, "dropped", dropped))
		case err == nil && slices.Contains(mergedLists, x.Field):
			facts[i] = kit.TextFact(label, words.N("leaders.merging.added", added))
		default:
			facts[i] = kit.TextFact(label, words.T("leaders.merging.taken", "kept", kept))
		}
	}
	return facts
}

// mergedLists are the fields of a merge that are lists; of these it says how many items are added.
var mergedLists = []string{"statuses", "tasks", "absences", "completed", "waivers", "elsewhere", "entries"}

// eventsOf counts the training events in which the leader takes part or teaches.
func (s *Screen) eventsOf(id model.ID) int {
	n := 0
	for i := range s.records.events {
		e := &s.records.events[i]
		if slices.ContainsFunc(e.Participations, func(p model.Participation) bool { return p.LeaderID == id }) ||
			slices.ContainsFunc(e.Trainers, func(t model.Trainer) bool { return t.LeaderID == id }) {
			n++
		}
	}
	return n
}

func (s *Screen) mergeNow(keep, drop model.ID) {
	merged, err := s.store.MergeLeaders(context.Background(), keep, drop)
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.desk.Say(words.T("leaders.merging.done", "name", s.desk.Person(merged.Name)))
	s.Reload()
	s.Open(merged.ID)
}
