package importing

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
	"kumppani/ui/words"
)

// groupKind is groups of places that are in the register.
func groupKind(x *records) kindOf[model.Group] {
	type group = model.Group
	seen := map[model.ID]group{}
	attributes := slices.Concat(namesOf(func(g *group) *model.Text { return &g.Name }), []attribute[group]{
		choiceOf(x, GroupType, "group.type", model.GroupTypes(), func(g *group) *model.GroupType { return &g.Type }),
		{
			PlaceName,
			func(_ *Row, g *group, v spreadsheet.Value) *Trouble {
				id, trouble := x.place(v.Text)
				if trouble == nil {
					g.PlaceID = id
				}
				return trouble
			},
			func(g *group) string { return x.f.Places.Name(g.PlaceID, x.f.language(x.f.In)) },
		},
	}, x.times(), []attribute[group]{
		dayOf(x, RunsFrom, func(g *group) *model.Date { return &g.RunsFrom }),
		dayOf(x, RunsUntil, func(g *group) *model.Date { return &g.RunsUntil }),
		x.members(Organisers, x.organisation, func(g *group) *[]model.ID { return &g.Organisers }, x.organisationName),
		x.members(GroupLeaders, x.leader, func(g *group) *[]model.ID { return &g.Leaders }, func(id model.ID) string { return x.f.Leaders[id].Name }),
		choicesOf(x, Audiences, "audience", model.Audiences(), func(g *group) *[]model.Audience { return &g.Audiences }),
		choicesOf(x, GroupLanguages, "language", model.Languages(), func(g *group) *[]model.Language { return &g.Languages }),
		numberAt(Capacity, func(g *group) *model.Count { return &g.Capacity }),
		numberAt(Minimum, func(g *group) *model.Count { return &g.Minimum }),
		{
			Public,
			func(_ *Row, g *group, v spreadsheet.Value) *Trouble {
				yes, trouble := yesOf(v)
				if trouble == nil {
					g.Public = yes
				}
				return trouble
			},
			func(g *group) string {
				if g.Public {
					return codeWord(x.f, "answer", model.Yes)
				}
				return codeWord(x.f, "answer", model.No)
			},
		},
		nameOf(DescriptionFi, model.Finnish, func(g *group) *model.Text { return &g.Description }),
		nameOf(DescriptionSv, model.Swedish, func(g *group) *model.Text { return &g.Description }),
		textOf(Notes, func(g *group) *string { return &g.Notes }),
	})
	at := func(id model.ID) group {
		if g, ok := seen[id]; ok {
			return g
		}
		return x.f.Groups[id]
	}
	return kindOf[group]{
		attributes: attributes,
		known:      x.f.Groups,
		fresh: func(id model.ID) group { // as the form begins one
			return group{ID: id, Type: model.OpenGroup, Public: true, Unit: model.Persons, Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: noWeekday}}
		},
		find: func(r *Row) found {
			all := x.named(x.groups, r)
			if place, trouble := x.place(r.cells[PlaceName].Text); trouble == nil {
				all = slices.DeleteFunc(all, func(id model.ID) bool { return at(id).PlaceID != place })
			}
			running := slices.DeleteFunc(slices.Clone(all), func(id model.ID) bool { return !at(id).RunsOn(x.f.Today) })
			if len(running) == 1 { // those that it continues have ended
				all = running
			}
			return chosen(all, func(id model.ID) Candidate {
				g := at(id)
				return Candidate{id, g.Name.Best(x.f.language(x.f.In)), words.Joined(
					x.f.Places.Name(g.PlaceID, x.f.language(x.f.In)), x.f.In.Recurrence(g.Recurrence, g.From, g.Until),
				)}
			})
		},
		end: func(r *Row, g *group, isNew bool) {
			if g.Recurrence.Weekday == noWeekday {
				if _, said := rhythmOf(r.cells[Rhythm].Text); said { // single dates would be something else than the file says
					r.Troubles = append(r.Troubles, Trouble{Field: Weekday, Code: "missing", Args: []any{"field", x.f.Word(Weekday)}, Fatal: true})
				}
				g.Recurrence = model.Recurrence{Rhythm: model.SingleDates}
			}
			if _, said := r.cells[Public]; isNew && !said {
				g.Public = g.Type != model.TargetedGroup
			}
		},
		check: func(g *group) []model.Problem { return g.Check() },
		learn: func(g *group) {
			seen[g.ID] = *g
			x.groups.texts(g.Name, g.ID)
		},
		label: func(g *group) string { return g.Name.Best(x.f.language(x.f.In)) },
		put:   func(b *model.ImportBatch, g group) { b.Groups = append(b.Groups, g) },
	}
}

// noWeekday is that of a group of which no row has said it.
const noWeekday time.Weekday = -1

// members are several records that a cell names. They are added to those that are there: whoever a list does not name is not
// taken off by it.
func (x *records) members(
	field Field, find func(string) (model.ID, *Trouble), at func(*model.Group) *[]model.ID, name func(model.ID) string,
) attribute[model.Group] {
	said := func(all []model.ID) string {
		names := make([]string, len(all))
		for i, id := range all {
			names[i] = name(id)
		}
		return strings.Join(names, ", ")
	}
	return attribute[model.Group]{
		field,
		func(_ *Row, g *model.Group, v spreadsheet.Value) *Trouble {
			all, unknown := several(v.Text, find)
			old := *at(g)
			if !contains(old, all) {
				*at(g) = union(old, all)
			}
			others := slices.DeleteFunc(slices.Clone(old), func(id model.ID) bool { return slices.Contains(all, id) })
			switch {
			case len(unknown) == 1 && len(all) == 0:
				return unknown[0]
			case len(unknown) > 0:
				return wrong("names_in_part", textsOf(unknown))
			case len(others) > 0:
				return &Trouble{Text: v.Text, Code: "others_stay", Args: []any{"names", said(others)}, Kept: true}
			}
			return nil
		},
		func(g *model.Group) string { return said(*at(g)) },
	}
}

// times are the attributes of when a group meets.
func (x *records) times() []attribute[model.Group] {
	rhythm := func(g *model.Group) string {
		r := g.Recurrence
		r.Weekday = 0 // it has a column of its own
		return x.f.In.Recurrence(r, model.Clock{}, model.Clock{})
	}
	return []attribute[model.Group]{
		{
			Weekday,
			func(_ *Row, g *model.Group, v spreadsheet.Value) *Trouble {
				day, rest := weekdayOf(v.Text)
				if rest != "" && rest != "weekday_and_time" {
					return wrong(rest, v.Text)
				}
				if g.Recurrence.Rhythm == model.SingleDates {
					g.Recurrence.Rhythm, g.Recurrence.Every = model.EveryNWeeks, 1
				}
				g.Recurrence.Weekday = day
				if rest != "" {
					return &Trouble{Text: v.Text, Code: rest, Kept: true}
				}
				return nil
			},
			func(g *model.Group) string {
				if g.Recurrence.Weekday == noWeekday || g.Recurrence.Rhythm == model.SingleDates {
					return ""
				}
				return x.f.In.Weekday(g.Recurrence.Weekday)
			},
		},
		{
			Rhythm,
			func(_ *Row, g *model.Group, v spreadsheet.Value) *Trouble {
				r, ok := rhythmOf(v.Text)
				if !ok {
					return wrong("not_a_rhythm", v.Text)
				}
				g.Recurrence.Rhythm, g.Recurrence.Every, g.Recurrence.Nth = r.Rhythm, r.Every, r.Nth
				return nil
			},
			rhythm,
		},
		{
			From,
			func(r *Row, g *model.Group, v spreadsheet.Value) *Trouble { // a span of time may stand in one cell
				begins, ends, both := strings.Cut(model.Fold(v.Text), "-") // folded, all dashes are one
				if !both || !v.Clock.IsZero() {
					from, trouble := clockOf(v)
					if trouble == nil {
						g.From = from
					}
					return trouble
				}
				from, wrongFrom := clockOf(spreadsheet.Value{Text: begins})
				until, wrongUntil := clockOf(spreadsheet.Value{Text: ends})
				if wrongFrom != nil || wrongUntil != nil {
					return wrong("not_a_time", v.Text)
				}
				g.From = from
				if _, own := r.cells[Until]; !own {
					g.Until = until
				}
				return nil
			},
			func(g *model.Group) string { return x.f.In.ClockRange(g.From, g.Until) },
		},
		{
			Until,
			func(_ *Row, g *model.Group, v spreadsheet.Value) *Trouble {
				until, trouble := clockOf(v)
				if trouble == nil {
					g.Until = until
				}
				return trouble
			},
			func(g *model.Group) string { return x.f.In.Clock(g.Until) },
		},
	}
}

// The words below are understood, never shown, so they are not translations. They are folded.

// weekdays are the days of the week in the three languages, in short and as people inflect them.
var weekdays = func() map[string]time.Weekday {
	out := map[string]time.Weekday{}
	for day, names := range [...]string{
		time.Sunday:    "sunnuntai sondag sunday su so son sun",
		time.Monday:    "maanantai mandag monday ma man mo mon",
		time.Tuesday:   "tiistai tisdag tuesday ti tis tu tue tues",
		time.Wednesday: "keskiviikko onsdag wednesday ke on ons we wed",
		time.Thursday:  "torstai torsdag thursday to tor tors th thu thur thurs",
		time.Friday:    "perjantai fredag friday pe fr fre fri",
		time.Saturday:  "lauantai lordag saturday la lo lor sa sat",
	} {
		all := strings.Fields(names)
		for _, name := range all {
			out[name] = time.Weekday(day)
		}
		for i, endings := range []string{"na n t sin isin ta a", "en ar arna s", "s"} {
			for _, ending := range strings.Fields(endings) {
				out[all[i]+ending] = time.Weekday(day)
			}
		}
	}
	return out
}()

var (
	// besideWeekday changes nothing beside a day of the week.
	besideWeekday = strings.Fields("klo kello kl klockan at aina joka varje every each alltid always pa")
	// everyWeekday are several days of the week in one word.
	everyWeekday = strings.Fields("arkisin arkipaivisin arkipaivat vardagar vardagarna weekdays paivittain dagligen daily")
	wordForm     = regexp.MustCompile(`[\pL\d][\pL\d.:]*`)
	hourForm     = regexp.MustCompile(`^\d{1,2}([.:]\d{2})?$`)
)

// weekdayOf reads a day of the week: ti, tiistai, tiistaisin, tisdagar, Tue. rest is the code of the trouble that the cell says something else, or more: empty for a
// day alone, weekday_and_time for a day with a time of day behind it.
func weekdayOf(text string) (day time.Weekday, rest string) {
	all := wordForm.FindAllString(model.Fold(text), -1)
	var days []time.Weekday
	more, clock, timed := false, false, false
	for i, word := range all {
		word = strings.TrimRight(word, ".:")
		d, known := weekdays[word]
		switch {
		case word == "on" && i+1 < len(all) && strings.Contains(all[i+1], "day"): // English, no Wednesday
		case slices.Contains(everyWeekday, word):
			return 0, "several_weekdays"
		case known && !slices.Contains(days, d):
			days = append(days, d)
		case known:
		case slices.Contains(besideWeekday, word):
			clock = clock || strings.HasPrefix(word, "k") || word == "at"
		case clock && hourForm.MatchString(word):
			timed = true
		default:
			more = true
		}
	}
	switch {
	case len(days) > 1:
		return 0, "several_weekdays"
	case len(days) == 0:
		return 0, "not_a_weekday"
	case more:
		return 0, "more_than_weekday"
	case timed:
		return days[0], "weekday_and_time"
	default:
		return days[0], ""
	}
}

var weeksForm = regexp.MustCompile(`\b([1-9]|[1-4]\d|5[0-2])\.?\b`)

// rhythmOf reads how often a group meets, in words of the three languages.
func rhythmOf(text string) (model.Recurrence, bool) {
	s := model.Fold(text)
	has := func(any ...string) bool {
		return slices.ContainsFunc(any, func(part string) bool { return strings.Contains(s, part) })
	}
	n := 0
	if m := weeksForm.FindStringSubmatch(s); m != nil {
		n, _ = strconv.Atoi(m[1])
	}
	switch {
	case has("paritto", "udda", "odd"):
		return model.Recurrence{Rhythm: model.OddWeeks}, true
	case has("parilli", "jamn", "even week"):
		return model.Recurrence{Rhythm: model.EvenWeeks}, true
	case has("kuukau", "kuun", "kuussa", "manad", "month"):
		switch {
		case has("viimei", "sista", "last"):
			n = -1
		case n < 1 || n > 4:
			n = 1
		}
		return model.Recurrence{Rhythm: model.Monthly, Nth: n}, true
	case has("joka toinen", "varannan", "every second", "every other"):
		return model.Recurrence{Rhythm: model.EveryNWeeks, Every: 2}, true
	case has("joka kolmas", "var tredje", "every third"):
		return model.Recurrence{Rhythm: model.EveryNWeeks, Every: 3}, true
	case n > 0 && has("viik", "vk", "veck", "week"):
		return model.Recurrence{Rhythm: model.EveryNWeeks, Every: n}, true
	case has("joka viikko", "viikoittain", "viikottain", "varje vecka", "weekly", "every week"):
		return model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1}, true
	default:
		return model.Recurrence{}, false
	}
}
