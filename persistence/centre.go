package persistence

import (
	"context"
	"database/sql"
	"errors"

	"kumppani/model"
)

var _ model.Centres = (*File)(nil)

const centreColumns = `name_fi, name_sv, name_en, region_fi, region_sv, region_en, host, coordinator, phone, email,
	letterhead, logo, language, lead_days`

// Centre implements model.Centres.
func (f *File) Centre(ctx context.Context) (model.Centre, error) {
	c := model.Centre{LeadDays: model.DefaultLeadDays}
	err := f.read(ctx, "read centre", "", func(ctx context.Context, q querier) error {
		err := q.QueryRowContext(ctx, "SELECT "+centreColumns+" FROM centre").Scan(&c.Name.Fi, &c.Name.Sv, &c.Name.En,
			&c.Region.Fi, &c.Region.Sv, &c.Region.En, &c.Host, &c.Coordinator, &c.Phone, &c.Email, &c.Letterhead, &c.Logo,
			&c.Language, &c.LeadDays)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		c.Municipalities, err = collect(ctx, q, scanRegionMunicipality,
			"SELECT code, name_fi, name_sv FROM centre_municipality ORDER BY position")
		return err
	})
	return c, err
}

// SaveCentre implements model.Centres.
func (f *File) SaveCentre(ctx context.Context, c model.Centre) error {
	a := action{"save centre", c.Name.Best(model.Finnish), []model.Kind{model.KindCentre}}
	return f.write(ctx, a, func(ctx context.Context, q querier) error {
		c.Name = c.Name.Trimmed()
		if err := refuse(nil, c.Check()); err != nil {
			return err
		}
		var logo any // a nil []byte is not the same as NULL to the driver
		if len(c.Logo) > 0 {
			logo = c.Logo
		}
		_, err := q.ExecContext(ctx, "INSERT OR REPLACE INTO centre (id, "+centreColumns+
			") VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			c.Name.Fi, c.Name.Sv, c.Name.En, c.Region.Fi, c.Region.Sv, c.Region.En, c.Host, c.Coordinator, c.Phone, c.Email,
			c.Letterhead, logo, string(c.Language), c.LeadDays)
		if err != nil {
			return err
		}
		if _, err := q.ExecContext(ctx, "DELETE FROM centre_municipality"); err != nil {
			return err
		}
		for i, m := range c.Municipalities {
			_, err := q.ExecContext(ctx, "INSERT INTO centre_municipality (position, code, name_fi, name_sv) VALUES (?, ?, ?, ?)",
				i, m.Code, m.Fi, m.Sv)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func scanRegionMunicipality(r scanner) (model.RegionMunicipality, error) {
	var m model.RegionMunicipality
	err := r.Scan(&m.Code, &m.Fi, &m.Sv)
	return m, err
}
