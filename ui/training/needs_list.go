package training

import (
	"context"

	"kumppani/model"
	"kumppani/ui/lists"
	"kumppani/ui/words"
)

// List gives who lacks what, whose training runs out and what was extended, as they are shown, and everybody's name.
func (v *needsView) List() {
	r := v.s.records
	extensions, err := v.s.store.Extensions(context.Background())
	if err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	var lacking []lists.Lacking
	for _, n := range model.NeedsOn(v.day, r.leaders, r.programmes, r.record) {
		x := lists.Lacking{
			Municipality: r.municipalityName(n.Municipality), Task: taskWord(n.Task), Programme: r.programmeName(n.ProgrammeID),
			Concerned: n.Concerned, Planned: n.Planned,
		}
		for _, id := range n.Leaders {
			x.Leaders = append(x.Leaders, r.leaderName(id))
		}
		lacking = append(lacking, x)
	}
	var expiring []lists.Expiring
	for _, x := range v.expired {
		expiring = append(expiring, lists.Expiring{
			Leader: r.leaderName(x.LeaderID), Programme: r.programmeName(x.ProgrammeID),
			State: words.Code(words.In(words.Current()), "standing.state", x.Standing.State),
			Until: x.Standing.Until, Planned: x.Standing.PlannedOn,
		})
	}
	var extended []lists.Extended
	for _, x := range extensions {
		extended = append(extended, lists.Extended{
			Programme: r.programmeName(x.ProgrammeID), Until: x.Until, MadeOn: x.MadeOn, Leaders: len(x.Leaders), Reason: x.Reason,
		})
	}
	v.s.desk.Give(v.s.desk.About("").TrainingNeeds(v.day, v.within, lacking, expiring, extended))
}
