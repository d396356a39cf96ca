package agreements

import (
	"context"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// records is what the register was made of when it was last read.
type records struct {
	centre     model.Centre
	directory  model.Directory
	agreements []model.AgreementSummary
	calendar   model.Calendar
	names      map[model.ID]string // of organisations, in the language of the window
	phrases    phrases
}

func readRecords(ctx context.Context, store Store, today model.Date) (*records, error) {
	centre, err := store.Centre(ctx)
	if err != nil {
		return nil, err
	}
	organisations, err := store.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	agreements, err := store.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	r := &records{
		centre: centre, directory: model.DirectoryOf(organisations), agreements: agreements,
		calendar: model.Calendar{Today: today, LeadDays: centre.LeadDays, Successors: model.SuccessorsOf(agreements)},
		names:    make(map[model.ID]string, len(organisations)), phrases: phrases{},
	}
	for _, o := range organisations {
		r.names[o.ID] = o.Name.Best(words.Current())
	}
	return r, nil
}

// agreement finds one by its ID, nil when it is gone.
func (r *records) agreement(id model.ID) *model.AgreementSummary {
	for i := range r.agreements {
		if r.agreements[i].ID == id {
			return &r.agreements[i]
		}
	}
	return nil
}

// phrases remembers sentences with one value in them. Ten thousand rows say the same few sentences, and to have each
// translated anew would take longer than everything else.
type phrases map[string]string

const phraseValue = "\x00"

// next says "agreements.next.<code>".
func (p phrases) next(code, value string) string {
	sentence, ok := p[code]
	if !ok {
		sentence = words.T("agreements.next."+code, "value", phraseValue)
		p[code] = sentence
	}
	return strings.Replace(sentence, phraseValue, value, 1)
}

// entry is an agreement as the list, its filters and its orders see it.
type entry struct {
	of      *model.AgreementSummary
	status  model.Status
	title   string
	area    string
	sectors []string // of its parties, each once
	sortKey string   // of the title; made when it is first asked for
}

func (e *entry) key() string {
	if e.sortKey == "" {
		e.sortKey = model.SortKey(e.title)
	}
	return e.sortKey
}

// folder folds texts word by word and remembers the words: titles and names are made of the same few.
type folder map[string]string

func (f folder) write(b *strings.Builder, text string) {
	for word := range strings.FieldsSeq(text) {
		folded, ok := f[word]
		if !ok {
			folded = model.Fold(word)
			f[word] = folded
		}
		b.WriteString(folded)
		b.WriteByte(' ')
	}
}

// partner is an organisation as the rows of its agreements need it.
type partner struct{ name, folded, sector string }

func (r *records) partners(f folder) map[model.ID]partner {
	out := make(map[model.ID]partner, len(r.directory))
	for id, o := range r.directory {
		var b strings.Builder
		for _, l := range model.Languages() {
			f.write(&b, o.Name.In(l))
		}
		out[id] = partner{r.names[id], b.String(), string(o.Sector)}
	}
	return out
}

// rows makes the lines of the list.
func (r *records) rows() []kit.Row[*entry] {
	fold := folder{}
	partners := r.partners(fold)
	chips := map[model.State]kit.Chip{}
	for _, state := range model.States() {
		chips[state] = stateChip(state)
	}
	entries := make([]entry, len(r.agreements))
	out := make([]kit.Row[*entry], len(r.agreements))
	var search, detail strings.Builder
	for i := range r.agreements {
		a, e := &r.agreements[i], &entries[i]
		*e = entry{of: a, status: a.StatusOn(r.calendar), title: a.Title.Best(words.Current()), area: a.Area.Best(words.Current())}
		search.Reset()
		search.Grow(160)
		for _, text := range [...]string{a.Number, a.Title.Fi, a.Title.Sv, a.Title.En, e.area} {
			fold.write(&search, text)
		}
		detail.Reset()
		detail.Grow(120)
		detail.WriteString(r.nextDay(a, e.status))
		for n, p := range a.Parties {
			x := partners[p.OrganisationID]
			search.WriteString(x.folded)
			detail.WriteString([...]string{" · ", ", "}[min(n, 1)])
			detail.WriteString(x.name)
			if x.sector != "" && !slices.Contains(e.sectors, x.sector) {
				e.sectors = append(e.sectors, x.sector)
			}
		}
		out[i] = kit.Row[*entry]{
			ID: string(a.ID), Name: a.Number + "  " + e.title, Chip: chips[e.status.State],
			Detail: detail.String(), Search: search.String(), Of: e,
		}
	}
	return out
}

// nextDay says which day or whose move matters next.
func (r *records) nextDay(a *model.AgreementSummary, s model.Status) string {
	in := words.In(words.Current())
	say := func(code string, d model.Date) string { return r.phrases.next(code, in.Date(d)) }
	switch s.State {
	case model.StateDraft:
		return r.phrases.next("draft_"+string(a.Form), "")
	case model.StateOutForSignature:
		return r.phrases.next("waiting", r.parties(a, s.WaitingFor))
	case model.StateNotYetInForce:
		return say("begins", a.InForceFrom())
	case model.StateEndedSuccessor, model.StateEndedNoSuccessor:
		return say("ended", s.EndsOn)
	case model.StateUnderNotice, model.StateEnding:
		if s.EndsOn.IsZero() {
			return r.phrases.next("notice", "")
		}
		return say("ends", s.EndsOn)
	case model.StateDecisionDue:
		return say("decide", s.LastNotice)
	}
	switch review := a.ReviewOn; {
	case !review.IsZero() && (s.LastNotice.IsZero() || !s.LastNotice.Before(review)):
		return say("review", review)
	case !s.LastNotice.IsZero():
		return say("decide", s.LastNotice)
	default:
		return r.phrases.next("open", "")
	}
}

// parties names these parties of an agreement.
func (r *records) parties(a *model.AgreementSummary, ids []model.ID) string {
	var names []string
	for _, id := range ids {
		if p, ok := a.Party(id); ok {
			names = append(names, r.names[p.OrganisationID])
		}
	}
	return strings.Join(names, ", ")
}

// stateTones are the tones of the states that ask for something else than attention.
var stateTones = map[model.State]kit.Tone{
	model.StateDraft: kit.Neutral, model.StateOutForSignature: kit.Waiting, model.StateNotYetInForce: kit.Waiting,
	model.StateInForce: kit.OK, model.StateEndedSuccessor: kit.Past, model.StateEndedNoSuccessor: kit.Past,
}

func stateChip(s model.State) kit.Chip {
	tone, ok := stateTones[s]
	if !ok {
		tone = kit.Attention
	}
	return kit.Chip{Word: words.Code(words.In(words.Current()), "agreement.state", s), Tone: tone}
}

// filters are those of the register; what an agreement does not say keeps it out of that filter.
func (s *Screen) filters() []kit.Filter[*entry] {
	word := func(set string) func(string) string {
		return func(code string) string { return words.Capital(words.T(set + code)) }
	}
	return []kit.Filter[*entry]{
		{
			Label: words.T("agreements.filter.state"), Codes: kit.Codes(model.States()), Word: word("agreement.state."),
			Of: func(e *entry) []string { return []string{string(e.status.State)} },
		},
		{
			Label: words.T("agreements.filter.form"), Codes: kit.Codes(model.Forms()), Word: word("agreement.form."),
			Of: func(e *entry) []string { return []string{string(e.of.Form)} },
		},
		{
			Label: words.T("agreements.filter.partner"),
			Word:  func(code string) string { return s.records.names[model.ID(code)] },
			Of: func(e *entry) []string {
				out := make([]string, len(e.of.Parties))
				for i, p := range e.of.Parties {
					out[i] = string(p.OrganisationID)
				}
				return out
			},
		},
		{
			Label: words.T("agreements.filter.sector"), Codes: kit.Codes(model.Sectors()), Word: word("sector."),
			Of: func(e *entry) []string { return e.sectors },
		},
		{
			Label: words.T("agreements.filter.area"), Word: func(code string) string { return code },
			Of: func(e *entry) []string {
				if e.area == "" {
					return nil
				}
				return []string{e.area}
			},
		},
	}
}

// sorts are the orders of the register.
func sorts() []kit.Sort[*entry] {
	number := func(a, b kit.Row[*entry]) int { return strings.Compare(a.Of.of.Number, b.Of.of.Number) }
	return []kit.Sort[*entry]{
		{Label: words.T("agreements.sort.decision"), Compare: func(a, b kit.Row[*entry]) int {
			return model.CompareByDecision(a.Of.of, b.Of.of, a.Of.status, b.Of.status)
		}},
		{Label: words.T("agreements.sort.number"), Compare: number},
		{Label: words.T("agreements.sort.newest"), Compare: func(a, b kit.Row[*entry]) int { return number(b, a) }},
		{Label: words.T("agreements.sort.title"), Compare: func(a, b kit.Row[*entry]) int {
			return strings.Compare(a.Of.key(), b.Of.key())
		}},
	}
}
