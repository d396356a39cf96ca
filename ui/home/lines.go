package home

import (
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// group is the lines of one matter.
type group struct {
	matter model.Matter
	items  []model.AgendaItem
}

// line is one thing to see to, in words.
type line struct {
	id     model.ID // the agreement it leads to
	title  string
	detail string
	chip   kit.Chip
}

// groupsOf puts the agenda into words of the window, a group for each matter in the agenda's own order.
func groupsOf(items []model.AgendaItem) []group {
	var groups []group
	for _, x := range items {
		if len(groups) == 0 || groups[len(groups)-1].matter != x.Matter {
			groups = append(groups, group{matter: x.Matter})
		}
		g := &groups[len(groups)-1]
		g.items = append(g.items, x)
	}
	return groups
}

func lineOf(x model.AgendaItem, organisations model.Directory, c model.Calendar) line {
	in := words.In(words.Current())
	var names []string
	for _, id := range x.Parties {
		if p, ok := x.Agreement.Party(id); ok {
			names = append(names, organisations.Name(p.OrganisationID, words.Current()))
		}
	}
	args := []any{"date", in.Date(x.On), "who", in.List(names)}
	switch x.Matter {
	case model.MatterContribution:
		args = append(args, "what", cut(x.Contribution.Description.Best(words.Current())))
	case model.MatterService:
		var services []string
		for _, s := range x.Services {
			services = append(services, words.Code(in, "service", s))
		}
		args = append(args, "what", in.List(services))
	case model.MatterUnsigned:
		if x.On.IsZero() {
			return line{x.Agreement.ID, title(x), words.T("home.line.unsigned_no_date", args...), chip(x, c)}
		}
	case model.MatterEnding:
		if x.On.IsZero() {
			return line{x.Agreement.ID, title(x), words.T("home.line.ending_no_date"), chip(x, c)}
		}
	}
	return line{x.Agreement.ID, title(x), words.T("home.line."+string(x.Matter), args...), chip(x, c)}
}

func title(x model.AgendaItem) string {
	return x.Agreement.Number + " " + cut(x.Agreement.Title.Best(words.Current()))
}

// cut shortens a text for a line; the record it leads to has it whole.
func cut(s string) string {
	const most = 90
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// chip says how near the day is: late, today, in so many days.
func chip(x model.AgendaItem, c model.Calendar) kit.Chip {
	if x.On.IsZero() || x.Matter == model.MatterEnded {
		return kit.Chip{Word: words.T("home.chip." + string(x.Matter)), Tone: tones[x.Matter]}
	}
	days := c.Today.DaysUntil(x.On)
	switch {
	case x.Matter == model.MatterUnsigned:
		return kit.Chip{Word: words.N("home.waited", -days), Tone: kit.Waiting}
	case days < 0:
		return kit.Chip{Word: words.N("home.late", -days), Tone: kit.Danger}
	case days == 0:
		return kit.Chip{Word: words.T("home.today"), Tone: kit.Danger}
	default:
		return kit.Chip{Word: words.N("home.days", days), Tone: tones[x.Matter]}
	}
}

var tones = map[model.Matter]kit.Tone{
	model.MatterContribution: kit.Danger, model.MatterReviewLate: kit.Danger, model.MatterDecision: kit.Attention,
	model.MatterEnding: kit.Attention, model.MatterUnsigned: kit.Waiting, model.MatterReview: kit.Attention,
	model.MatterService: kit.Attention, model.MatterDraft: kit.Neutral, model.MatterEnded: kit.Past,
}
