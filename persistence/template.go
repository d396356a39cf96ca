package persistence

import (
	"context"

	"kumppani/assets"
	"kumppani/model"
)

var _ model.Templates = (*File)(nil)

// memoPosition is where the memo of an oral agreement stands among the clauses.
const memoPosition = -1

// Template implements model.Templates.
func (f *File) Template(ctx context.Context) (model.Template, error) {
	t := builtInTemplate()
	err := f.read(ctx, "read template", "", func(ctx context.Context, q querier) error {
		rows, err := collect(ctx, q, scanTemplateClause, `SELECT position, key, heading_fi, heading_sv, heading_en, body_fi,
			body_sv, body_en FROM template_clause ORDER BY position`)
		if err != nil || len(rows) == 0 {
			return err
		}
		t = model.Template{}
		for _, r := range rows {
			if r.position == memoPosition {
				t.Memo = r.TemplateClause
				continue
			}
			t.Clauses = append(t.Clauses, r.TemplateClause)
		}
		return nil
	})
	return t, err
}

// SaveTemplate implements model.Templates.
func (f *File) SaveTemplate(ctx context.Context, t model.Template) error {
	return f.write(ctx, action{op: "save template", kinds: []model.Kind{model.KindTemplate}},
		func(ctx context.Context, q querier) error {
			if err := clearTemplate(ctx, q); err != nil {
				return err
			}
			if err := insertTemplateClause(ctx, q, memoPosition, t.Memo); err != nil {
				return err
			}
			for i, c := range t.Clauses {
				if err := insertTemplateClause(ctx, q, i, c); err != nil {
					return err
				}
			}
			return nil
		})
}

// ResetTemplate implements model.Templates.
func (f *File) ResetTemplate(ctx context.Context) error {
	return f.write(ctx, action{op: "reset template", kinds: []model.Kind{model.KindTemplate}}, clearTemplate)
}

func clearTemplate(ctx context.Context, q querier) error {
	_, err := q.ExecContext(ctx, "DELETE FROM template_clause")
	return err
}

func insertTemplateClause(ctx context.Context, q querier, position int, c model.TemplateClause) error {
	_, err := q.ExecContext(ctx, `INSERT INTO template_clause (position, key, heading_fi, heading_sv, heading_en, body_fi,
		body_sv, body_en) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		position, c.Key, c.Heading.Fi, c.Heading.Sv, c.Heading.En, c.Body.Fi, c.Body.Sv, c.Body.En)
	return err
}

func builtInTemplate() model.Template {
	built := assets.Template()
	clause := func(c assets.TemplateClause) model.TemplateClause {
		return model.TemplateClause{Key: c.Key, Heading: model.Text(c.Heading), Body: model.Text(c.Body)}
	}
	t := model.Template{Memo: clause(built.Memo)}
	for _, c := range built.Clauses {
		t.Clauses = append(t.Clauses, clause(c))
	}
	return t
}

type templateRow struct {
	position int
	model.TemplateClause
}

func scanTemplateClause(r scanner) (templateRow, error) {
	var c templateRow
	err := r.Scan(&c.position, &c.Key, &c.Heading.Fi, &c.Heading.Sv, &c.Heading.En, &c.Body.Fi, &c.Body.Sv, &c.Body.En)
	return c, err
}
