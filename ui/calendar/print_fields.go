package calendar

import (
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// printFields binds the fields of the dialogs about printing.
func (s *Screen) printFields() form.Binder {
	return form.Bind("calendar.print.field.", "calendar.print.hint.", s.desk.Today, nil)
}

// placeNow is the place that is looked at: that of the lens, or of the session whose page is open.
func (s *Screen) placeNow() model.ID {
	if s.lens.place != "" || s.Current() != weekTab {
		return s.lens.place
	}
	if v, ok := s.View(weekTab).(*weekView); ok && v.panel != nil {
		return v.panel.x.of.PlaceID
	}
	return ""
}

// seasonNow is the season of the day that is shown, or the next; empty when there is none.
func (s *Screen) seasonNow() model.ID {
	season, _ := s.records.Season(s.day)
	return season.ID
}

func (r *records) seasonByID(id model.ID) model.Season {
	for _, x := range r.Seasons {
		if x.ID == id {
			return x
		}
	}
	return model.Season{}
}

func (r *records) seasonOptions() []kit.Option[model.ID] {
	out := make([]kit.Option[model.ID], len(r.Seasons))
	for i, x := range r.Seasons {
		out[i] = kit.Option[model.ID]{
			Value: x.ID, Label: x.Name.Best(words.Current()), Detail: words.In(words.Current()).DateRange(x.From, x.Until),
		}
	}
	return out
}

// printPlaces offers the places that had not been given up by the day that is shown.
func (s *Screen) printPlaces() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, p := range s.records.Places {
		if !p.EndedBy(s.day) {
			out = append(out, kit.Option[model.ID]{Value: p.ID, Label: p.Name.Best(words.Current()), Detail: s.records.towns.Name(p.Municipality)})
		}
	}
	return out
}

// printAreas offers the whole region, the municipalities in which there are places, and the places.
func (s *Screen) printAreas() []kit.Option[model.CalendarArea] {
	var towns []model.Municipality
	for _, p := range s.records.Places {
		if m := p.Municipality; !m.IsZero() && !slices.ContainsFunc(towns, m.Same) {
			towns = append(towns, m)
		}
	}
	slices.SortFunc(towns, func(a, b model.Municipality) int {
		return strings.Compare(model.SortKey(s.records.towns.Name(a)), model.SortKey(s.records.towns.Name(b)))
	})
	out := []kit.Option[model.CalendarArea]{{Label: words.T("calendar.print.region")}}
	for _, m := range towns {
		out = append(out, kit.Option[model.CalendarArea]{
			Value: model.CalendarArea{Municipality: m}, Label: s.records.towns.Name(m), Detail: words.T("calendar.print.municipality"),
		})
	}
	for _, p := range s.printPlaces() {
		out = append(out, kit.Option[model.CalendarArea]{Value: model.CalendarArea{PlaceID: p.Value}, Label: p.Label, Detail: p.Detail})
	}
	return out
}

// areaNow is the area that the lens looks at.
func (s *Screen) areaNow() model.CalendarArea {
	if s.lens.place != "" {
		return model.CalendarArea{PlaceID: s.lens.place}
	}
	for _, o := range s.printAreas() { // as a place writes it: another may write the same municipality otherwise
		if town := o.Value.Municipality; !s.lens.town.IsZero() && town.Same(s.lens.town) {
			return o.Value
		}
	}
	return model.CalendarArea{}
}

// printLeaders offers those who have not ended.
func (s *Screen) printLeaders() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, l := range s.records.Leaders {
		if !l.Gone(s.records.Today) {
			out = append(out, kit.Option[model.ID]{
				Value: l.ID, Label: s.desk.Person(l.Name), Detail: words.Code(words.In(words.Current()), "leader.kind", l.Kind),
			})
		}
	}
	return out
}

// How many weeks before and after the shown one can be chosen.
const (
	weeksBefore = 10
	weeksAfter  = 40
)

// weekOptions offers the weeks around the one that is shown, by their Mondays.
func (s *Screen) weekOptions() []kit.Option[model.Date] {
	var out []kit.Option[model.Date]
	for i := -weeksBefore; i <= weeksAfter; i++ {
		monday := s.day.Monday().AddDays(7 * i)
		_, week := monday.ISOWeek()
		out = append(out, kit.Option[model.Date]{
			Value: monday, Label: words.T("calendar.print.week", "n", week),
			Detail: words.In(words.Current()).DateRange(monday, monday.AddDays(6)),
		})
	}
	return out
}

// tongues is the language of a paper, or two of them: "fi+sv".
type tongues string

func (t tongues) list() []model.Language {
	var out []model.Language
	for part := range strings.SplitSeq(string(t), "+") {
		out = append(out, model.Language(part))
	}
	return out
}

// both are the two national languages, that of the centre first.
func (r *records) both() tongues {
	if r.Centre.Language == model.Swedish {
		return "sv+fi"
	}
	return "fi+sv"
}

// tongueOptions offers both national languages together, and each language alone.
func (r *records) tongueOptions() []kit.Option[tongues] {
	var together []string
	for _, l := range r.both().list() {
		together = append(together, words.Code(words.In(words.Current()), "language", l))
	}
	label := words.Capital(words.T("calendar.print.two_languages", "first", together[0], "second", together[1]))
	out := []kit.Option[tongues]{{Value: r.both(), Label: label}}
	for _, o := range form.Offered("language", model.Languages()) {
		out = append(out, kit.Option[tongues]{Value: tongues(o.Value), Label: o.Label})
	}
	return out
}

// filled takes the mark of what must be filled from a field in which something is chosen from the start.
func filled(f *kit.Field) *kit.Field {
	f.Required = false
	return f
}

// missing are the problems of fields in which something has to be chosen; fields are names and whether they are empty.
func missing(fields map[string]bool) []kit.Problem {
	var out []kit.Problem
	for name, empty := range fields {
		if empty {
			out = append(out, kit.Problem{Field: name, Sentence: words.T("problem.required")})
		}
	}
	return out
}
