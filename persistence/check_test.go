package persistence

import (
	"context"
	"testing"

	"kumppani/model"
)

func TestCheckFinds(t *testing.T) {
	for name, c := range map[string]struct {
		damage string
		want   model.Finding
	}{
		"reference": {
			"UPDATE party SET organisation_id = 'nobody' WHERE position = 0",
			model.Finding{Code: model.FindingReference, Table: "party", Detail: "a row of party refers to a row of organisation that is not there"},
		},
		"code": {
			"UPDATE organisation SET id = 'o1', sector = 'seura' WHERE name_fi = 'Ähtärin kaupunki'",
			model.Finding{Code: model.FindingCodeValue, Table: "organisation", Record: "o1", Detail: `sector is "seura"`},
		},
		"list of codes": {
			"UPDATE agreement SET id = 'a1', languages = 'fi,xx'",
			model.Finding{Code: model.FindingCodeValue, Table: "agreement", Record: "a1", Detail: `languages is "xx"`},
		},
		"date": {
			"UPDATE agreement SET valid_from = '2025-02-31'",
			model.Finding{Code: model.FindingDate, Table: "agreement", Detail: `valid_from is "2025-02-31"`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFile(t)
			usedAgreement(t, f)
			soundFile(t, f)
			for _, statement := range []string{"PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON", c.damage} {
				_, err := f.conn.ExecContext(context.Background(), statement)
				must(t, err)
			}
			findings, err := f.Check(ctx)
			must(t, err)
			found := false
			for _, got := range findings {
				found = found || got == c.want
			}
			if !found {
				t.Errorf("found %+v, want %+v among them", findings, c.want)
			}
			_, err = f.Agreements(ctx) // and the register opens all the same
			must(t, err)
		})
	}
}
