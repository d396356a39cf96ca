package reports

import (
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// yearsOffered is how many years are offered, this one and those before.
const yearsOffered = 10

// halvesOffered is of how many years the half-years are offered.
const halvesOffered = 2

// half is the first or the second half of a year.
func half(year, which int) model.Period {
	whole := model.YearPeriod(year)
	middle := whole.From.AddMonths(6)
	if which == 0 {
		return model.Period{From: whole.From, Until: middle.AddDays(-1)}
	}
	return model.Period{From: middle, Until: whole.Until}
}

// periods are the periods to choose from: years, half-years and seasons, and last the zero Period for days of one's own.
func periods(today model.Date, seasons []model.Season) []kit.Option[model.Period] {
	var out []kit.Option[model.Period]
	add := func(p model.Period, label, detail string) {
		if !slices.ContainsFunc(out, func(o kit.Option[model.Period]) bool { return o.Value == p }) {
			out = append(out, kit.Option[model.Period]{Value: p, Label: label, Detail: detail})
		}
	}
	for y := today.Year(); y > today.Year()-yearsOffered; y-- {
		add(model.YearPeriod(y), words.T("reports.period.year", "year", strconv.Itoa(y)), "")
	}
	for y := today.Year(); y > today.Year()-halvesOffered; y-- {
		for which := 1; which >= 0; which-- {
			add(half(y, which), words.T("reports.period.half."+strconv.Itoa(which+1), "year", strconv.Itoa(y)), "")
		}
	}
	in := words.In(words.Current())
	for _, s := range seasons {
		add(seasonPeriod(s), s.Name.Best(words.Current()), in.DateRange(s.From, s.Until))
	}
	add(model.Period{}, words.T("reports.period.own"), "")
	return out
}

func seasonPeriod(s model.Season) model.Period { return model.Period{From: s.From, Until: s.Until} }

// stepped is the period after (1) or before (−1) another: the next season, so many months on when it is of whole months, or
// so many days. Where there is none it is the same.
func stepped(p model.Period, delta int, seasons []model.Season) model.Period {
	if i := slices.IndexFunc(seasons, func(s model.Season) bool { return seasonPeriod(s) == p }); i >= 0 {
		if to := i - delta; to >= 0 && to < len(seasons) { // the latest is first
			return seasonPeriod(seasons[to])
		}
		return p
	}
	var next model.Period
	after := p.Until.AddDays(1)
	if p.From.Day() == 1 && after.Day() == 1 {
		months := 12*(after.Year()-p.From.Year()) + int(after.Month()) - int(p.From.Month())
		next = model.Period{From: p.From.AddMonths(delta * months), Until: after.AddMonths(delta * months).AddDays(-1)}
	} else {
		days := p.From.DaysUntil(p.Until) + 1
		next = model.Period{From: p.From.AddDays(delta * days), Until: p.Until.AddDays(delta * days)}
	}
	if next.From.Year() < model.FirstYear || next.Until.Year() > model.LastYear {
		return p
	}
	return next
}
