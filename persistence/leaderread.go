package persistence

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kumppani/model"
)

const leaderColumns = "kind, name, phone, email, municipality_code, municipality, home_organisation_id, job_title, " +
	"languages, audiences, skills, birth_year, started_on, availability, publication_on, publication_name, " +
	"publication_phone, withdrawn_on, source, source_on, notes, anonymised_on"

// leaderTargets are what a row of leaderColumns is scanned into.
func leaderTargets(l *model.Leader) []any {
	return []any{
		readText(&l.Kind), &l.Name, &l.Phone, &l.Email, &l.Municipality.Code, &l.Municipality.Name,
		readID{&l.HomeOrganisation},
		&l.JobTitle,
		readCodes[model.Spoken]{&l.Languages},
		readCodes[model.Audience]{&l.Audiences},
		&l.Skills,
		readCount{&l.BirthYear},
		readDate{&l.StartedOn},
		readAvailability{&l.Availability},
		readDate{&l.Publication.On},
		&l.Publication.Name, &l.Publication.Phone,
		readDate{&l.Publication.WithdrawnOn},
		readText(&l.Source),
		readDate{&l.SourceOn},
		&l.Notes,
		readDate{&l.AnonymisedOn},
	}
}

// readLeaders reads all leaders whole, in the order of the register.
func readLeaders(ctx context.Context, q querier) ([]model.Leader, error) {
	var l model.Leader
	var sort string
	var sorted []*sortedLeader
	dates := map[string]model.Date{}
	s := packedSelect{table: "leader", columns: "sort, id, " + leaderColumns, dates: dates}
	targets := append([]any{&sort, readID{&l.ID}}, leaderTargets(&l)...)
	if err := s.each(ctx, q, targets, func(int) { sorted = append(sorted, &sortedLeader{sort, l}) }); err != nil {
		return nil, err
	}
	slices.SortFunc(sorted, func(a, b *sortedLeader) int { return cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.ID, b.ID)) })
	out := make([]model.Leader, len(sorted))
	for i, x := range sorted {
		out[i] = x.Leader
	}
	for _, list := range leaderLists {
		if err := list.read(ctx, q, out, packedSelect{dates: dates}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// sortedLeader is a leader with the key by which the register is in order.
type sortedLeader struct {
	sort string
	model.Leader
}

// readLeader reads one leader whole, CodeNotFound when there is none.
func readLeader(ctx context.Context, q querier, id model.ID) (model.Leader, error) {
	one := []model.Leader{{ID: id}}
	found := false
	s := packedSelect{
		table: "leader", columns: leaderColumns, where: " WHERE id = ?", args: []any{string(id)}, dates: map[string]model.Date{},
	}
	if err := s.each(ctx, q, leaderTargets(&one[0]), func(int) { found = true }); err != nil {
		return model.Leader{}, err
	}
	if !found {
		return model.Leader{}, notFound(id)
	}
	s.where = " WHERE leader_id = ?"
	for _, list := range leaderLists {
		if err := list.read(ctx, q, one, s); err != nil {
			return model.Leader{}, err
		}
	}
	return one[0], nil
}

// ownLists gives a leader lists that nobody shares.
func ownLists(l model.Leader) model.Leader {
	l.Languages, l.Audiences = slices.Clone(l.Languages), slices.Clone(l.Audiences)
	l.Statuses, l.Tasks, l.Absences = slices.Clone(l.Statuses), slices.Clone(l.Tasks), slices.Clone(l.Absences)
	l.Completed, l.Waivers = slices.Clone(l.Completed), slices.Clone(l.Waivers)
	l.Elsewhere, l.Entries = slices.Clone(l.Elsewhere), slices.Clone(l.Entries)
	return l
}

// packedRow is a row whose columns stand in one text. It is a scanner.
type packedRow struct {
	rest  string
	dates map[string]model.Date
}

var _ scanner = (*packedRow)(nil)

// Scan implements scanner.
func (p *packedRow) Scan(targets ...any) error {
	for _, target := range targets {
		value, rest, _ := strings.Cut(p.rest, separator)
		p.rest = rest
		switch to := target.(type) {
		case *string:
			*to = value
		case *bool:
			*to = value == "1"
		case readDate:
			*to.to = p.date(value)
		case readID:
			*to.to = model.ID(value)
		case readCount:
			n, err := strconv.Atoi(value)
			*to.to = model.Count{N: n, Known: err == nil}
		case readAmount:
			n, err := strconv.ParseInt(value, 10, 64)
			*to.to = model.Amount{Hundredths: n, Known: err == nil}
		case sql.Scanner:
			if err := to.Scan(value); err != nil {
				return err
			}
		default:
			return fmt.Errorf("a packed row cannot be scanned into %T", target)
		}
	}
	return nil
}

func (p *packedRow) date(value string) model.Date {
	if value == "" {
		return model.Date{}
	}
	return once(p.dates, value, func(s string) model.Date {
		d, _ := model.ParseDate(s) // see readDate
		return d
	})
}

// readText scans a text into a type of its own: a code.
func readText[C ~string](to *C) sql.Scanner { return textTarget[C]{to} }

type textTarget[C ~string] struct{ to *C }

// Scan implements sql.Scanner.
func (t textTarget[C]) Scan(value any) error {
	s, ok := value.(string)
	if !ok {
		return fmt.Errorf("a code is %T, not text", value)
	}
	*t.to = C(s)
	return nil
}

type readAvailability struct{ to *model.Availability }

// Scan implements sql.Scanner. A code that is none says nothing, and Check reports it.
func (r readAvailability) Scan(value any) error {
	s, _ := value.(string)
	*r.to = 0
	for more := s != ""; more; {
		var code string
		code, s, more = strings.Cut(s, ",")
		*r.to |= slots()[code]
	}
	return nil
}

// slots are the times of a week by their codes.
var slots = sync.OnceValue(func() map[string]model.Availability {
	all := map[string]model.Availability{}
	for _, d := range model.Weekdays() {
		for _, p := range model.DayParts() {
			all[model.SlotCode(d, p)] = model.Availability(0).With(d, p, true)
		}
	}
	return all
})
