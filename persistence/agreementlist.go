package persistence

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"kumppani/model"
)

// The register shows thousands of agreements at once, and handing a column over from SQLite costs more than finding it.
// So each row comes as one text, which SQLite keeps: see the migrations.
// And all rows come as one, for each step from row to row costs as much again.
const (
	separator     = "\x1f" // between columns
	lineSeparator = "\x1e"
)

// Agreements implements model.Agreements. The parties come without their texts too: role, core task, signatory and
// decision are empty. The list is the caller's own; the lists within it are shared and must not be changed.
func (f *File) Agreements(ctx context.Context) ([]model.AgreementSummary, error) {
	var out []model.AgreementSummary
	err := f.read(ctx, "list agreements", "", func(ctx context.Context, q querier) error {
		if f.summaries == nil {
			all, err := readSummaries(ctx, q)
			if err == nil {
				err = readParties(ctx, q, all)
			}
			if err != nil {
				return err
			}
			f.summaries = all
		}
		out = slices.Clone(f.summaries)
		return nil
	})
	return out, err
}

func readSummaries(ctx context.Context, q querier) ([]model.AgreementSummary, error) {
	rows, err := lines(ctx, q, "agreement")
	if err != nil {
		return nil, err
	}
	slices.SortFunc(rows, func(a, b string) int { return cmp.Compare(lineNumber(a), lineNumber(b)) })
	out := make([]model.AgreementSummary, len(rows))
	u := newUnpacker()
	for i, packed := range rows {
		if strings.Count(packed, separator) == 20 {
			u.open(packed)
			unpackAgreement(&u, &out[i])
			continue
		}
		// Somebody's text has a unit separator in it.
		id, _, _ := strings.Cut(packed, separator)
		if out[i], err = scanAgreement(q.QueryRowContext(ctx, selectAgreement+"WHERE id = ?", id)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// lineNumber is the number of an agreement, the second column of its line. (A number with a unit separator in it sorts
// by its beginning.)
func lineNumber(line string) string {
	_, line, _ = strings.Cut(line, separator)
	number, _, _ := strings.Cut(line, separator)
	return number
}

// lines reads the packed rows of a table, in no order.
func lines(ctx context.Context, q querier, table string) ([]string, error) {
	var count int
	var joined string
	err := q.QueryRowContext(ctx, "SELECT count(*), ifnull(group_concat(register_line, char(30)), '') FROM "+table).Scan(&count, &joined)
	if err != nil || count == 0 {
		return nil, err
	}
	if out := strings.Split(joined, lineSeparator); len(out) == count {
		return out, nil
	}
	// Somebody's text has a line separator in it.
	return collect(ctx, q, scanText, "SELECT register_line FROM "+table)
}

func unpackAgreement(u *unpacker, a *model.AgreementSummary) {
	a.ID, a.Number = model.ID(u.text()), u.text()
	a.Title = model.Text{Fi: u.text(), Sv: u.text(), En: u.text()}
	a.Languages = once(u.languages, u.text(), codesOf)
	a.Form, a.Kind = model.Form(u.text()), model.AgreementKind(u.text())
	a.Area = model.Text{Fi: u.text(), Sv: u.text(), En: u.text()}
	a.ParentID, a.PredecessorID = model.ID(u.text()), model.ID(u.text())
	a.AgreedOn, a.ValidFrom, a.ValidUntil = u.date(), u.date(), u.date()
	if months := u.text(); months != "" {
		a.NoticeMonths = model.CountOf(number(months))
	}
	a.ReviewOn = u.date()
	a.Notice = model.Notice{By: model.ID(u.text()), GivenOn: u.date(), EndsOn: u.date()}
}

// readParties gives the agreements their parties. All stand in one array, so that 30,000 of them are one allocation.
func readParties(ctx context.Context, q querier, agreements []model.AgreementSummary) error {
	rows, err := lines(ctx, q, "party")
	if err != nil {
		return err
	}
	at := make(map[model.ID]int, len(agreements))
	for i := range agreements {
		at[agreements[i].ID] = i
	}
	of := make([]int, len(rows)) // the agreement of each row
	count := make([]int, len(agreements))
	for r, packed := range rows {
		id, _, _ := strings.Cut(packed, separator)
		i, known := at[model.ID(id)]
		if !known { // a damaged file; Check tells, and the rest opens
			of[r] = -1
			continue
		}
		of[r] = i
		count[i]++
	}
	all := make([]model.Party, len(rows))
	for i := range agreements {
		agreements[i].Parties, all = all[:count[i]:count[i]], all[count[i]:]
	}
	u := newUnpacker()
	for r, packed := range rows {
		if of[r] < 0 {
			continue
		}
		u.open(packed)
		parties := agreements[of[r]].Parties
		u.text()
		position := number(u.text())
		if position >= len(parties) || parties[position].ID != "" { // never written; no reason not to open
			position = slices.IndexFunc(parties, func(p model.Party) bool { return p.ID == "" })
		}
		unpackParty(&u, &parties[position])
	}
	return nil
}

func unpackParty(u *unpacker, p *model.Party) {
	p.ID, p.OrganisationID, p.Services = model.ID(u.text()), model.ID(u.text()), once(u.services, u.text(), codesOf)
	p.ContactID, p.DeputyID = model.ID(u.text()), model.ID(u.text())
	p.Signing = model.Signing{SentOn: u.date(), SignedOn: u.date(), ReturnedOn: u.date(), CopyOn: u.date()}
	p.Signing.Electronic = u.text() == "1"
}

// unpacker takes the columns of a packed row one after the other. The same few days and codes come again and again.
type unpacker struct {
	rest      string
	dates     map[string]model.Date
	languages map[string][]model.Language
	services  map[string][]model.Service
}

func newUnpacker() unpacker {
	return unpacker{
		dates: map[string]model.Date{}, languages: map[string][]model.Language{}, services: map[string][]model.Service{},
	}
}

// once reads a value that may have been read before.
func once[V any](known map[string]V, s string, read func(string) V) V {
	v, ok := known[s]
	if !ok {
		v = read(s)
		known[s] = v
	}
	return v
}

func (u *unpacker) open(packed string) { u.rest = packed }

func (u *unpacker) text() string {
	s := u.rest
	if i := strings.IndexByte(s, separator[0]); i >= 0 { // strings.Cut takes twice as long
		u.rest = s[i+1:]
		return s[:i]
	}
	u.rest = ""
	return s
}

func (u *unpacker) date() model.Date {
	s := u.text()
	if s == "" {
		return model.Date{}
	}
	return once(u.dates, s, func(s string) model.Date {
		d, _ := model.ParseDate(s) // see readDate
		return d
	})
}

// number reads what SQLite wrote of an INTEGER.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
