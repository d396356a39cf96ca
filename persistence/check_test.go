package persistence

import (
	"slices"
	"testing"

	"kumppani/model"
)

// damage changes the file behind the program's back.
func damage(t *testing.T, f *File, statements ...string) {
	t.Helper()
	for _, s := range append([]string{"PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON"}, statements...) {
		_, err := f.conn.ExecContext(ctx, s)
		must(t, err)
	}
	f.leaders = nil
}

// damaged is what was done to a file, and what Check finds then.
type damaged struct {
	do                    string // in SQL
	code                  model.FindingCode
	table, record, detail string
}

// anyRecord stands for whichever record was damaged.
const anyRecord = "*"

// isFound damages a sound file and checks it.
func (d damaged) isFound(t *testing.T, f *File) {
	t.Helper()
	soundFile(t, f)
	damage(t, f, d.do)
	findings, err := f.Check(ctx)
	must(t, err)
	want := model.Finding{Code: d.code, Table: d.table, Record: d.record, Detail: d.detail}
	if !slices.ContainsFunc(findings, func(got model.Finding) bool {
		if want.Record == anyRecord {
			got.Record = anyRecord
		}
		return got == want
	}) {
		t.Errorf("found %+v, want %+v among them", findings, want)
	}
}

func TestCheckFinds(t *testing.T) {
	for name, c := range map[string]damaged{
		"reference":     {"UPDATE party SET organisation_id = 'nobody' WHERE position = 0", model.FindingReference, "party", "", "a row of party refers to a row of organisation that is not there"},
		"code":          {"UPDATE organisation SET id = 'o1', sector = 'seura' WHERE name_fi = 'Ähtärin kaupunki'", model.FindingCodeValue, "organisation", "o1", `sector is "seura"`},
		"list of codes": {"UPDATE agreement SET id = 'a1', languages = 'fi,xx'", model.FindingCodeValue, "agreement", "a1", `languages is "xx"`},
		"date":          {"UPDATE agreement SET valid_from = '2025-02-31'", model.FindingDate, "agreement", "", `valid_from is "2025-02-31"`},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFile(t)
			usedAgreement(t, f)
			c.isFound(t, f)
			_, err := f.Agreements(ctx) // and the register opens all the same
			must(t, err)
		})
	}
}
