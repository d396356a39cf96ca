package persistence

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"kumppani/model"
)

var _ model.Years = (*File)(nil)

var (
	yearTable            = table{name: "year_record", key: "year", columns: "notes"}
	yearResourceTable    = table{name: "year_resource", parent: "year", key: "kind", columns: "given, amount, note"}
	yearServiceTable     = table{name: "year_service", parent: "year", key: "service", columns: "part"}
	yearCooperationTable = table{name: "year_cooperation", parent: "year", key: "sector", columns: "goes"}
	yearQualityTable     = table{name: "year_quality", parent: "year", key: "topic", columns: "step, note"}
	yearPracticeTable    = table{
		name: "year_practice", parent: "year", key: "position",
		columns: "municipality_code, municipality, practice, stage, detail",
	}
)

// Years implements model.Years.
func (f *File) Years(ctx context.Context) ([]model.YearRecord, error) {
	var out []model.YearRecord
	err := f.read(ctx, "list years", "", func(ctx context.Context, q querier) (err error) {
		out, err = readYears(ctx, q, "")
		return err
	})
	return out, err
}

// Year implements model.Years.
func (f *File) Year(ctx context.Context, year int) (model.YearRecord, error) {
	var y model.YearRecord
	err := f.read(ctx, "read year", strconv.Itoa(year), func(ctx context.Context, q querier) (err error) {
		y, err = readYear(ctx, q, year)
		return err
	})
	return y, err
}

// UpdateYear implements model.Years.
func (f *File) UpdateYear(ctx context.Context, year int, change func(*model.YearRecord) error) (model.YearRecord, error) {
	var after model.YearRecord
	a := action{"update year", strconv.Itoa(year), []model.Kind{model.KindYear}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readYear(ctx, q, year)
		if err != nil {
			return err
		}
		// Read again rather than copied: the two must share no map that change might write into.
		if after, err = readYear(ctx, q, year); err != nil {
			return err
		}
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.Year = year
		after = preparedYear(after)
		var old []model.Problem
		if !before.Nothing() { // else it is not kept, and not excused either
			old = before.Check()
		}
		if err := refuse(old, after.Check()); err != nil {
			return err
		}
		return saveYear(ctx, q, after)
	})
	return after, err
}

// preparedYear brings a year into the form in which it is kept: what says nothing is not in it.
func preparedYear(y model.YearRecord) model.YearRecord {
	out := model.NewYearRecord(y.Year)
	maps.Copy(out.Resources, y.Resources)
	maps.Copy(out.Services, y.Services)
	maps.Copy(out.Cooperation, y.Cooperation)
	maps.Copy(out.Quality, y.Quality)
	maps.DeleteFunc(out.Resources, func(_ model.ResourceKind, r model.Resource) bool { return r == model.Resource{} })
	maps.DeleteFunc(out.Services, func(_ model.Service, p model.ServicePart) bool { return p == "" })
	maps.DeleteFunc(out.Cooperation, func(_ model.Sector, c model.SectorCooperation) bool { return c == "" })
	maps.DeleteFunc(out.Quality, func(_ model.QualityTopic, m model.QualityMark) bool { return m == model.QualityMark{} })
	for _, e := range y.Practices {
		if e.Stage != "" || strings.TrimSpace(e.Detail) != "" {
			out.Practices = append(out.Practices, e)
		}
	}
	out.Notes = y.Notes
	return out
}

// saveYear writes a year, or removes it when nothing is entered of it any longer.
func saveYear(ctx context.Context, q querier, y model.YearRecord) error {
	id := model.ID(strconv.Itoa(y.Year))
	if y.Nothing() {
		return yearTable.sync(ctx, q, id, nil)
	}
	var practices []row
	for i, e := range y.Practices {
		practices = append(practices, row{model.ID(strconv.Itoa(i)), []any{
			e.Municipality.Code, e.Municipality.Name, string(e.Practice), string(e.Stage), e.Detail,
		}})
	}
	for _, part := range []struct {
		table table
		rows  []row
	}{
		{yearTable, []row{{id, []any{y.Notes}}}},
		{yearResourceTable, rowsByCode(y.Resources, func(r model.Resource) []any {
			return []any{string(r.Given), amountValue(r.Amount), r.Note}
		})},
		{yearServiceTable, rowsByCode(y.Services, func(p model.ServicePart) []any { return []any{string(p)} })},
		{yearCooperationTable, rowsByCode(y.Cooperation, func(c model.SectorCooperation) []any { return []any{string(c)} })},
		{yearQualityTable, rowsByCode(y.Quality, func(m model.QualityMark) []any { return []any{countValue(m.Step), m.Note} })},
		{yearPracticeTable, practices},
	} {
		if err := part.table.sync(ctx, q, id, part.rows); err != nil {
			return err
		}
	}
	return nil
}

// rowsByCode are the rows of a table whose key is a code, in the order of the codes.
func rowsByCode[C ~string, V any](all map[C]V, values func(V) []any) []row {
	var out []row
	for _, code := range slices.Sorted(maps.Keys(all)) {
		out = append(out, row{model.ID(code), values(all[code])})
	}
	return out
}

// readYear reads one year; one of which nothing is entered has nothing in it.
func readYear(ctx context.Context, q querier, year int) (model.YearRecord, error) {
	all, err := readYears(ctx, q, " WHERE year = ?", year)
	if err != nil || len(all) == 0 {
		return model.NewYearRecord(year), err
	}
	return all[0], nil
}

// readYears reads the years that a condition selects, the latest first.
func readYears(ctx context.Context, q querier, where string, args ...any) ([]model.YearRecord, error) {
	out, err := collect(ctx, q, func(r scanner) (model.YearRecord, error) {
		y := model.NewYearRecord(0)
		err := r.Scan(&y.Year, &y.Notes)
		return y, err
	}, "SELECT year, notes FROM year_record"+where+" ORDER BY year DESC", args...)
	at := make(map[int]*model.YearRecord, len(out))
	for i := range out {
		at[out[i].Year] = &out[i]
	}
	if err != nil || len(out) == 0 {
		return nil, err
	}
	for _, part := range []struct {
		table table
		scan  func(scanner) (yearFact, error)
	}{
		{yearResourceTable, scanResource},
		{yearServiceTable, scanServicePart},
		{yearCooperationTable, scanCooperation},
		{yearQualityTable, scanQuality},
		{yearPracticeTable, scanPractice},
	} {
		t := part.table
		facts, err := collect(ctx, q, part.scan, "SELECT year, "+t.key+", "+t.columns+" FROM "+t.name+where+" ORDER BY year, "+t.key, args...)
		if err != nil {
			return nil, err
		}
		for _, f := range facts {
			if y := at[f.year]; y != nil { // none in a damaged file only
				f.put(y)
			}
		}
	}
	return out, nil
}

// yearFact is one row of one of the tables under a year, and where in the year it belongs.
type yearFact struct {
	year int
	put  func(*model.YearRecord)
}

func scanResource(r scanner) (yearFact, error) {
	var f yearFact
	var kind model.ResourceKind
	var x model.Resource
	err := r.Scan(&f.year, &kind, &x.Given, readAmount{&x.Amount}, &x.Note)
	f.put = func(y *model.YearRecord) { y.Resources[kind] = x }
	return f, err
}

func scanServicePart(r scanner) (yearFact, error) {
	var f yearFact
	var service model.Service
	var x model.ServicePart
	err := r.Scan(&f.year, &service, &x)
	f.put = func(y *model.YearRecord) { y.Services[service] = x }
	return f, err
}

func scanCooperation(r scanner) (yearFact, error) {
	var f yearFact
	var sector model.Sector
	var x model.SectorCooperation
	err := r.Scan(&f.year, &sector, &x)
	f.put = func(y *model.YearRecord) { y.Cooperation[sector] = x }
	return f, err
}

func scanQuality(r scanner) (yearFact, error) {
	var f yearFact
	var topic model.QualityTopic
	var x model.QualityMark
	err := r.Scan(&f.year, &topic, readCount{&x.Step}, &x.Note)
	f.put = func(y *model.YearRecord) { y.Quality[topic] = x }
	return f, err
}

func scanPractice(r scanner) (yearFact, error) {
	var f yearFact
	var x model.PracticeEntry
	err := r.Scan(&f.year, skip{}, &x.Municipality.Code, &x.Municipality.Name, &x.Practice, &x.Stage, &x.Detail)
	f.put = func(y *model.YearRecord) { y.Practices = append(y.Practices, x) }
	return f, err
}
