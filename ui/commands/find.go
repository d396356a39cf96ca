package commands

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

// called is a record that can be named on the command line.
type called struct {
	id   model.ID
	name model.Text
	line string // beside others
}

// find finds the record that the text names: by ID, by its whole name in any language, or by some words of it as long as
// they fit one only. what is "season", "group", "place" or "municipality".
func find(all []called, text, what string) (int, error) {
	text = strings.TrimSpace(text)
	var whole, part []int
	for i, x := range all {
		if string(x.id) == text {
			return i, nil
		}
		names := []string{x.name.Fi, x.name.Sv, x.name.En}
		same := func(name string) bool { return name != "" && model.Fold(name) == model.Fold(text) }
		fits := func(name string) bool { return hasWords(name, text) }
		switch {
		case slices.ContainsFunc(names, same):
			whole = append(whole, i)
		case slices.ContainsFunc(names, fits):
			part = append(part, i)
		}
	}
	if len(whole) > 0 {
		part = whole
	}
	switch len(part) {
	case 0:
		lines := make([]string, len(all))
		for i, x := range all {
			lines[i] = x.line
		}
		return 0, &fault{key: "no_" + what, args: []any{"name", text, "candidates", candidates(lines)}}
	case 1:
		return part[0], nil
	}
	var lines []string
	for _, i := range part {
		lines = append(lines, all[i].line+"  "+string(all[i].id))
	}
	return 0, &fault{key: "which_" + what, args: []any{"name", text, "candidates", candidates(lines)}}
}

func findSeason(all []model.Season, text string, in words.In) (model.Season, error) {
	names := make([]called, len(all))
	for i, x := range all {
		names[i] = called{x.ID, x.Name, records.Said(x.Name.Best(model.Language(in)), in.DateRange(x.From, x.Until))}
	}
	i, err := find(names, text, "season")
	if err != nil {
		return model.Season{}, err
	}
	return all[i], nil
}

func findGroup(all []model.Group, text string, in words.In) (model.Group, error) {
	names := make([]called, len(all))
	for i, x := range all {
		when := in.Recurrence(x.Recurrence, x.From, x.Until)
		names[i] = called{x.ID, x.Name, records.Said(x.Name.Best(model.Language(in)), when)}
	}
	i, err := find(names, text, "group")
	if err != nil {
		return model.Group{}, err
	}
	return all[i], nil
}

func findPlace(all []model.MeetingPlace, text string, in words.In) (model.MeetingPlace, error) {
	names := make([]called, len(all))
	for i, x := range all {
		names[i] = called{x.ID, x.Name, records.Said(x.Name.Best(model.Language(in)), x.Municipality.Name)}
	}
	i, err := find(names, text, "place")
	if err != nil {
		return model.MeetingPlace{}, err
	}
	return all[i], nil
}

// findMunicipality finds one in which there are meeting places, by its code or its name in either national language.
func findMunicipality(all []model.MeetingPlace, centre model.Centre, text string, in words.In) (model.Municipality, error) {
	type town struct {
		model.Municipality
		called
	}
	var towns []town
	for _, p := range all {
		x := p.Municipality
		if x.IsZero() || slices.ContainsFunc(towns, func(t town) bool { return x.Same(t.Municipality) }) {
			continue
		}
		name := model.Text{Fi: x.Name}
		for _, own := range centre.Municipalities {
			if own.Code != "" && own.Code == x.Code {
				name = model.Text{Fi: own.Fi, Sv: own.Sv}
			}
		}
		towns = append(towns, town{x, called{model.ID(x.Code), name, name.Best(model.Language(in))}})
	}
	slices.SortFunc(towns, func(x, y town) int { return cmp.Compare(model.SortKey(x.line), model.SortKey(y.line)) })
	names := make([]called, len(towns))
	for i, t := range towns {
		names[i] = t.called
	}
	i, err := find(names, text, "municipality")
	if err != nil {
		return model.Municipality{}, err
	}
	return towns[i].Municipality, nil
}
