package calendar

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
)

// pairFields choose the two halves of the working pair.
type pairFields struct {
	s       *Screen
	leaders *[]model.ID
	halves  [2]*kit.MultiSelect[model.ID]
}

// pairKinds are the halves, in the order of their fields.
var pairKinds = [2]model.LeaderKind{model.Professional, model.Volunteer}

// rows puts the fields into a form.
func (f *pairFields) rows(b form.Binder, into form.Rows) {
	for i, name := range []string{"professionals", "volunteers"} {
		m := kit.NewMultiSelect[model.ID](nil)
		m.SetValues(f.half(i))
		m.OnChanged = func() {
			*f.leaders = append(f.halves[0].Values(), f.halves[1].Values()...)
			b.Changed()
		}
		f.halves[i] = m
		into.Row(b.Field(name, m))
	}
}

// half are those chosen who belong to one half; one who is no longer known stays among the volunteers.
func (f *pairFields) half(i int) []model.ID {
	return slices.DeleteFunc(slices.Clone(*f.leaders), func(id model.ID) bool {
		return (f.s.records.LeaderOf[id].Kind == pairKinds[0]) != (i == 0)
	})
}

// offer offers the leaders who have not ended on the day, those first against whom nothing speaks; against says what
// does, and may be asked again when the day or the time changes.
func (f *pairFields) offer(day model.Date, against func(model.Leader) string) {
	for i, m := range f.halves {
		var free, others []kit.Option[model.ID]
		for _, l := range f.s.records.Leaders {
			gone := l.Gone(day)
			if (l.Kind == pairKinds[0]) != (i == 0) || gone && !slices.Contains(*f.leaders, l.ID) {
				continue
			}
			o := kit.Option[model.ID]{Value: l.ID, Label: f.s.desk.Person(f.s.records.LeaderName(l.ID)), Detail: against(l)}
			if o.Detail == "" {
				free = append(free, o)
			} else {
				others = append(others, o)
			}
		}
		m.SetOptions(append(free, others...))
	}
}

// placeOptions are the places that have not been given up by the day, and the one that is chosen already.
func (s *Screen) placeOptions(day model.Date, chosen model.ID) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, place := range s.records.Places {
		if !place.EndedBy(day) || place.ID == chosen {
			out = append(out, kit.Option[model.ID]{
				Value: place.ID, Label: s.records.PlaceName(place.ID), Detail: s.records.towns.Name(place.Municipality),
			})
		}
	}
	return out
}
