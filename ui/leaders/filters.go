package leaders

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// The filters of the register, as places in filters.
const (
	byStatus = iota
	byReadiness
	byPlace
	byLanguage
	byTask
	byAudience
	byFree
	byHome
	byKind
	byPresence
)

// fewFilters are always at hand: the first four. The panel that finds a leader sets most of the others.
const fewFilters = byLanguage + 1

// Whether a leader can be asked to lead today: active, and not absent.
const (
	presentToday = "today"
	awayToday    = "away"
)

// filters are those of the register; what a leader does not say keeps the leader out of that filter.
func filters() []kit.Filter[line] {
	in := words.In(words.Current())
	codes := func(set string) func(string) string {
		return func(c string) string { return words.Capital(words.Code(in, set, c)) }
	}
	label := func(name string) string { return words.T("leaders.filter." + name) }
	f := make([]kit.Filter[line], byPresence+1)
	f[byStatus] = kit.Filter[line]{
		Label: label("status"), Codes: texts(model.LeaderStates()), Word: codes("leader.state"),
		Of: func(x line) []string { return one(x.status.State, !x.of.Anonymised()) },
	}
	f[byReadiness] = kit.Filter[line]{
		Label: label("readiness"), Codes: []string{"missing", "due", "older", "ok"}, Of: readinessCodes,
		Word: func(c string) string { return words.T("leaders.filter.readiness." + c) },
	}
	f[byPlace] = kit.Filter[line]{
		Label: label("municipality"), Of: func(x line) []string { return one(x.place, x.place != "") },
		Word: func(c string) string { return c },
	}
	f[byLanguage] = kit.Filter[line]{
		Label: label("language"), Of: func(x line) []string { return texts(x.of.Languages) }, Word: codes("spoken"),
	}
	f[byTask] = kit.Filter[line]{Label: label("task"), Of: taskCodes, Word: codes("leader.task")}
	f[byAudience] = kit.Filter[line]{
		Label: label("audience"), Of: func(x line) []string { return texts(x.of.Audiences) }, Word: codes("audience"),
	}
	f[byFree] = kit.Filter[line]{
		Label: label("free"), Codes: slotCodes(), Word: slotWord,
		Of: func(x line) []string { return x.of.Availability.Codes() },
	}
	f[byHome] = kit.Filter[line]{
		Label: label("organisation"), Of: func(x line) []string { return x.homes },
		Word: func(c string) string { return c },
	}
	f[byKind] = kit.Filter[line]{
		Label: label("kind"), Codes: texts(model.LeaderKinds()), Word: codes("leader.kind"),
		Of: func(x line) []string { return one(x.of.Kind, true) },
	}
	f[byPresence] = kit.Filter[line]{
		Label: label("presence"), Codes: []string{presentToday, awayToday},
		Of: func(x line) []string {
			if x.available {
				return []string{presentToday}
			}
			return one(awayToday, !x.gone)
		},
		Word: func(c string) string { return words.T("leaders.filter.presence." + c) },
	}
	return f
}

// texts are codes as plain texts.
func texts[C ~string](codes []C) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}

// one is the code alone if it holds, and otherwise nothing.
func one[C ~string](code C, holds bool) []string {
	if !holds {
		return nil
	}
	return []string{string(code)}
}

func taskCodes(x line) []string {
	var out []string
	for _, t := range x.tasks {
		if !slices.Contains(out, string(t.Kind)) {
			out = append(out, string(t.Kind))
		}
	}
	return out
}

// readinessCodes: something may be missing, and something else due, and an older text signed.
func readinessCodes(x line) []string {
	if !x.asked {
		return nil
	}
	out := one("missing", x.summary.Missing > 0)
	out = append(out, one("due", x.summary.Due > 0)...)
	out = append(out, one("older", x.summary.Older > 0)...)
	return append(out, one("ok", x.summary.Level == model.LevelOK)...)
}

// slotCodes are the 21 times of the week.
func slotCodes() []string {
	var out []string
	for _, d := range model.Weekdays() {
		for _, p := range model.DayParts() {
			out = append(out, model.SlotCode(d, p))
		}
	}
	return out
}

// slotWord is a time of the week in words: "tiistai, aamupäivä".
func slotWord(code string) string {
	day, part, ok := slotOf(code)
	if !ok {
		return code
	}
	in := words.In(words.Current())
	return words.Capital(in.Weekday(day)) + ", " + words.Code(in, "day_part", part)
}

func slotOf(code string) (time.Weekday, model.DayPart, bool) {
	for _, d := range model.Weekdays() {
		for _, p := range model.DayParts() {
			if model.SlotCode(d, p) == code {
				return d, p, true
			}
		}
	}
	return 0, "", false
}

// sorts are the orders of the register, each by name where it says nothing.
func sorts() []kit.Sort[line] {
	byName := func(a, b kit.Row[line]) int {
		if a.Of.of.Anonymised() != b.Of.of.Anonymised() {
			return cmp.Compare(len(b.Of.keys.name), len(a.Of.keys.name)) // those without a name come last
		}
		return strings.Compare(a.Of.keys.name, b.Of.keys.name)
	}
	urgency := func(x line) int {
		if !x.asked {
			return len(model.Levels())
		}
		return slices.Index(model.Levels(), x.summary.Level)
	}
	return []kit.Sort[line]{
		{Label: words.T("leaders.sort.name"), Compare: byName},
		{Label: words.T("leaders.sort.municipality"), Compare: func(a, b kit.Row[line]) int {
			if (a.Of.place == "") != (b.Of.place == "") {
				return cmp.Compare(len(b.Of.place), len(a.Of.place))
			}
			return cmp.Or(strings.Compare(a.Of.keys.place, b.Of.keys.place), byName(a, b))
		}},
		{Label: words.T("leaders.sort.readiness"), Compare: func(a, b kit.Row[line]) int {
			return cmp.Or(urgency(a.Of)-urgency(b.Of), byName(a, b))
		}},
		{Label: words.T("leaders.sort.activity"), Compare: func(a, b kit.Row[line]) int {
			return cmp.Or(b.Of.last.Compare(a.Of.last), byName(a, b))
		}},
	}
}
