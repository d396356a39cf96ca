package persistence

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"kumppani/model"
)

var _ model.Surveys = (*File)(nil)

var surveyTable = table{
	name: "survey", key: "id",
	columns: "name, kind, closed_on, target, group_id, asked, answers, positive, finding, notes",
}

// Surveys implements model.Surveys.
func (f *File) Surveys(ctx context.Context) ([]model.Survey, error) {
	var out []model.Survey
	err := f.read(ctx, "list surveys", "", func(ctx context.Context, q querier) (err error) {
		out, err = collect(ctx, q, scanSurvey, "SELECT id, "+surveyTable.columns+" FROM survey ORDER BY closed_on DESC, id DESC")
		return err
	})
	return out, err
}

// CreateSurvey implements model.Surveys. CodeNotFound when its group is not there.
func (f *File) CreateSurvey(ctx context.Context, s model.Survey) (model.Survey, error) {
	s = preparedSurvey(s)
	a := action{"create survey", s.Name, []model.Kind{model.KindSurvey}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		if err := refuse(nil, s.Check()); err != nil {
			return err
		}
		return saveSurvey(ctx, q, s)
	})
	return s, err
}

// UpdateSurvey implements model.Surveys. CodeNotFound when its group is not there.
func (f *File) UpdateSurvey(ctx context.Context, id model.ID, change func(*model.Survey) error) (model.Survey, error) {
	var after model.Survey
	a := action{"update survey", string(id), []model.Kind{model.KindSurvey}}
	err := f.write(ctx, a, func(ctx context.Context, q querier) error {
		before, err := readSurvey(ctx, q, id)
		if err != nil {
			return err
		}
		after = before
		if err := change(&after); err != nil {
			return asIs{err}
		}
		after.ID = id
		after = preparedSurvey(after)
		if err := refuse(before.Check(), after.Check()); err != nil {
			return err
		}
		return saveSurvey(ctx, q, after)
	})
	return after, err
}

// DeleteSurvey implements model.Surveys.
func (f *File) DeleteSurvey(ctx context.Context, id model.ID) error {
	a := action{"delete survey", string(id), []model.Kind{model.KindSurvey}}
	return f.remove(ctx, a, surveyTable, id)
}

// preparedSurvey brings a survey into the form in which it is kept.
func preparedSurvey(s model.Survey) model.Survey {
	if s.ID == "" {
		s.ID = newID()
	}
	s.Name = strings.TrimSpace(s.Name)
	return s
}

func saveSurvey(ctx context.Context, q querier, s model.Survey) error {
	return surveyTable.sync(ctx, q, s.ID, []row{{s.ID, []any{
		s.Name, string(s.Kind), dateValue(s.On), s.Target, idValue(s.GroupID), countValue(s.Asked), countValue(s.Answers),
		countValue(s.Positive), s.Finding, s.Notes,
	}}})
}

func readSurvey(ctx context.Context, q querier, id model.ID) (model.Survey, error) {
	s, err := scanSurvey(q.QueryRowContext(ctx, "SELECT id, "+surveyTable.columns+" FROM survey WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return s, notFound(id)
	}
	return s, err
}

func scanSurvey(r scanner) (model.Survey, error) {
	var s model.Survey
	err := r.Scan(&s.ID, &s.Name, &s.Kind, readDate{&s.On}, &s.Target, readID{&s.GroupID}, readCount{&s.Asked},
		readCount{&s.Answers}, readCount{&s.Positive}, &s.Finding, &s.Notes)
	return s, err
}
