package calendar

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// dutyEntry is a row of the duties: what a leader leads, or the sessions without a half of the pair.
type dutyEntry struct {
	duty   model.Duty    // of a leader; of a gap, its sessions
	gap    model.PairGap // empty for a leader
	kind   model.LeaderKind
	groups []model.ID
	places []string // by name, of the sessions
	towns  []string // codes or names of municipalities, of the sessions
}

// unfair is the code of the filter for both kinds of unfair shares.
const unfair = "unfair"

func (v *dutiesView) rows() ([]kit.Row[dutyEntry], error) {
	if err := v.read(); err != nil {
		return nil, err
	}
	var out []kit.Row[dutyEntry]
	for _, gap := range []model.PairGap{model.NoVolunteer, model.NoProfessional} {
		if d := v.without(gap); len(d.Sessions) > 0 {
			out = append(out, v.row(dutyEntry{duty: d, gap: gap}))
		}
	}
	for _, d := range v.duties {
		out = append(out, v.row(dutyEntry{duty: d, kind: v.s.records.LeaderOf[d.LeaderID].Kind}))
	}
	return out, nil
}

// without are the sessions in which a half of the pair is missing; those that are cancelled lack nobody.
func (v *dutiesView) without(gap model.PairGap) model.Duty {
	d, today := model.Duty{}, v.s.desk.Today()
	for i, x := range v.sessions {
		if x.State == model.SessionCancelled || !slices.Contains(model.PairGaps(x.Leaders, v.s.records.LeaderOf), gap) {
			continue
		}
		d.Sessions = append(d.Sessions, i)
		d.Led++
		d.Minutes += x.From.MinutesUntil(x.Until)
		if x.StatusOn(today) == model.StatusAhead {
			d.Ahead++
		}
	}
	return d
}

// row is how an entry is seen in the list.
func (v *dutiesView) row(e dutyEntry) kit.Row[dutyEntry] {
	r := v.s.records
	place, town, group := map[model.ID]bool{}, map[string]bool{}, map[model.ID]bool{}
	for _, i := range e.duty.Sessions {
		x := &v.sessions[i]
		if !group[x.GroupID] {
			group[x.GroupID] = true
			e.groups = append(e.groups, x.GroupID)
		}
		if place[x.PlaceID] {
			continue
		}
		place[x.PlaceID] = true
		e.places = append(e.places, r.PlaceName(x.PlaceID))
		if name := r.towns.Name(r.PlaceOf[x.PlaceID].Municipality); name != "" && !town[name] {
			town[name] = true
			e.towns = append(e.towns, name)
		}
	}
	row := kit.Row[dutyEntry]{ID: string(e.duty.LeaderID), Of: e}
	if e.gap != "" {
		row.ID = "gap." + string(e.gap)
		row.Name = words.T("calendar.duties.gap."+string(e.gap)) + ": " + words.N("calendar.duties.times", e.duty.Led)
		row.Detail = words.Joined(v.numbers(e.duty, false), v.groupNames(e.groups))
		row.Chip = kit.Chip{Word: words.T("calendar.duties.gap.word"), Tone: kit.Attention}
	} else {
		row.Name = v.s.desk.Person(r.LeaderName(e.duty.LeaderID))
		row.Detail = words.Joined(kindWord(e.kind), v.numbers(e.duty, true), v.groupNames(e.groups))
		row.Chip = shareChip(e.duty.Share)
	}
	row.Search = model.Fold(strings.Join([]string{row.Name, row.Detail, strings.Join(e.places, " "), strings.Join(e.towns, " ")}, " "))
	return row
}

// numbers says how much it is: "12 kertaa, tulossa 4, peruttu 1, 24 t".
func (v *dutiesView) numbers(d model.Duty, times bool) string {
	var said []string
	if times {
		said = append(said, words.N("calendar.duties.times", d.Led))
	}
	if d.Ahead > 0 {
		said = append(said, words.T("calendar.duties.ahead", "n", d.Ahead))
	}
	if d.Cancelled > 0 {
		said = append(said, words.T("calendar.duties.cancelled", "n", d.Cancelled))
	}
	if times && d.Minutes > 0 {
		said = append(said, words.T("calendar.duties.hours", "hours", dutyHours(d)))
	}
	return strings.Join(said, ", ")
}

// dutyHours are the hours of a duty, to the tenth.
func dutyHours(d model.Duty) string {
	tenths := (d.Minutes*10 + 30) / 60
	text := words.In(words.Current()).Number(int64(tenths) * 10)
	if tenths%10 != 0 {
		text = strings.TrimSuffix(text, "0")
	}
	return text
}

func (v *dutiesView) groupNames(ids []model.ID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = v.s.records.GroupName(id)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), ", ")
}

func kindWord(k model.LeaderKind) string {
	return words.Code(words.In(words.Current()), "leader.kind", k)
}

// shareChip says how a leader's part compares with that of the others, in a word and a symbol.
func shareChip(s model.Share) kit.Chip {
	tone := map[model.Share]kit.Tone{model.ShareFair: kit.OK, model.ShareMore: kit.Attention, model.ShareLess: kit.Waiting}
	return kit.Chip{Word: words.Code(words.In(words.Current()), "duty.share", s), Tone: tone[s]}
}

func (v *dutiesView) filters() []kit.Filter[dutyEntry] {
	same := func(code string) string { return code }
	return []kit.Filter[dutyEntry]{
		{
			Label: words.T("calendar.duties.kind"), Codes: []string{string(model.Volunteer), string(model.Professional)},
			Of: func(e dutyEntry) []string {
				if e.gap != "" {
					return nil
				}
				return []string{string(e.kind)}
			},
			Word: func(code string) string { return words.Capital(kindWord(model.LeaderKind(code))) },
		},
		{Label: words.T("calendar.duties.town"), Of: func(e dutyEntry) []string { return e.towns }, Word: same},
		{Label: words.T("calendar.duties.place"), Of: func(e dutyEntry) []string { return e.places }, Word: same},
		{
			Label: words.T("calendar.duties.share"), Codes: []string{unfair, string(model.ShareMore), string(model.ShareLess), string(model.ShareFair)},
			Of: func(e dutyEntry) []string {
				switch {
				case e.gap != "":
					return nil
				case e.duty.Share != model.ShareFair:
					return []string{unfair, string(e.duty.Share)}
				default:
					return []string{string(e.duty.Share)}
				}
			},
			Word: func(code string) string {
				if code == unfair {
					return words.Capital(words.T("calendar.duties.unfair"))
				}
				return words.Capital(words.Code(words.In(words.Current()), "duty.share", model.Share(code)))
			},
		},
	}
}

// dutySorts are the orders; sessions without a half of the pair come first in each.
func dutySorts() []kit.Sort[dutyEntry] {
	type row = kit.Row[dutyEntry]
	sort := func(word string, compare func(a, b model.Duty) int) kit.Sort[dutyEntry] {
		return kit.Sort[dutyEntry]{Label: words.T(word), Compare: func(a, b row) int {
			first := func(r row) int {
				if r.Of.gap != "" {
					return 0
				}
				return 1
			}
			if by := cmp.Compare(first(a), first(b)); by != 0 || a.Of.gap != "" {
				return by
			}
			return compare(a.Of.duty, b.Of.duty)
		}}
	}
	return []kit.Sort[dutyEntry]{
		sort("calendar.duties.sort.most", func(a, b model.Duty) int { return b.Led - a.Led }),
		sort("calendar.duties.sort.least", func(a, b model.Duty) int { return a.Led - b.Led }),
		sort("calendar.duties.sort.hours", func(a, b model.Duty) int { return b.Minutes - a.Minutes }),
		sort("calendar.duties.sort.name", func(model.Duty, model.Duty) int { return 0 }), // they come by name
	}
}
