// Package report is what every report of the program says: which records it is made of, its figures, and its tables, charts
// and notes in the words of one language. A screen, a sheet of paper and a spreadsheet show the same table.Report.
//
// What does not live here: the rules by which figures are reckoned (model, model.Tally), and how a report is drawn or
// written (ui/reports, ui/paper, ui/spreadsheet). It works without a display.
package report

import (
	"context"

	"kumppani/model"
)

// Code names a report. It is stable: settings and the command line know reports by it.
type Code string

// The reports.
const (
	Annual        Code = "annual"
	Contributions Code = "contributions"
	Agreements    Code = "agreements"
	Visits        Code = "visits"
	Leaders       Code = "leaders"
	Training      Code = "training"
	Surveys       Code = "surveys"
	Resourcing    Code = "resourcing"
	Practices     Code = "practices"
	Partner       Code = "partner"
	Handover      Code = "handover"
)

// Codes lists them in the order in which they are offered.
func Codes() []Code {
	return []Code{
		Annual, Visits, Contributions, Agreements, Leaders, Training, Surveys, Resourcing, Practices, Partner, Handover,
	}
}

// Wants tells what kind of subject the report is about: KindOrganisation, or for a handover that or KindLeader; empty for a
// report of the whole region.
func (c Code) Wants() []model.Kind {
	switch c {
	case Partner:
		return []model.Kind{model.KindOrganisation}
	case Handover:
		return []model.Kind{model.KindOrganisation, model.KindLeader}
	default:
		return nil
	}
}

// Question is what a report is asked for.
type Question struct {
	Code         Code
	Period       model.Period
	AsOf         model.Date         // the day on which what is known stands so; agreements and leaders as on the last day of a period that is over
	Municipality model.Municipality // zero = the whole region
	Subject      Subject            // of Partner and Handover
}

// Subject is whom a report is about.
type Subject struct {
	Kind      model.Kind // KindOrganisation or KindLeader
	ID        model.ID
	ContactID model.ID // a contact person of the organisation; empty = the organisation itself
}

// Day is the day on which agreements and leaders are judged: the last of the period, or AsOf while it goes on. A report about
// somebody has no period: it is as of AsOf.
func (q Question) Day() model.Date {
	if len(q.Code.Wants()) == 0 && q.Period.Until.Before(q.AsOf) {
		return q.Period.Until
	}
	return q.AsOf
}

// Store is what reports are made of; see the registers of model.
type Store interface {
	Centre(ctx context.Context) (model.Centre, error)
	MeetingPolicy(ctx context.Context) (model.MeetingPolicy, error)
	Organisations(ctx context.Context) ([]model.Organisation, error)
	Agreements(ctx context.Context) ([]model.AgreementSummary, error)
	Agreement(ctx context.Context, id model.ID) (model.Agreement, error)
	Contributions(ctx context.Context) ([]model.AgreementContribution, error)
	Leaders(ctx context.Context) ([]model.Leader, error)
	Programmes(ctx context.Context) ([]model.Programme, error)
	Events(ctx context.Context) ([]model.Event, error)
	MeetingPlaces(ctx context.Context) ([]model.MeetingPlace, error)
	Groups(ctx context.Context) ([]model.Group, error)
	Sessions(ctx context.Context, from, until model.Date) ([]model.Session, error)
	Bodies(ctx context.Context) ([]model.Body, error)
	NetworkMeetings(ctx context.Context) ([]model.NetworkMeeting, error)
	Surveys(ctx context.Context) ([]model.Survey, error)
	Year(ctx context.Context, year int) (model.YearRecord, error)
	FollowUps(ctx context.Context) ([]model.FollowUp, error)
}

// Facts is what a report is made of: the records that it needs, and no others.
type Facts struct {
	Centre        model.Centre
	Policy        model.MeetingPolicy
	Organisations []model.Organisation
	Agreements    []model.AgreementSummary
	Whole         map[model.ID]model.Agreement // of which more than the summary is said: reviews, tasks
	Contributions []model.AgreementContribution
	Leaders       []model.Leader
	Programmes    []model.Programme
	Events        []model.Event
	Places        []model.MeetingPlace
	Groups        []model.Group
	Sessions      []model.Session // of the period
	Before        []model.Session // of the same period a year before
	Bodies        []model.Body
	Meetings      []model.NetworkMeeting
	Surveys       []model.Survey
	Years         map[int]model.YearRecord // the year in which the period ends, and the two before it
	FollowUps     []model.FollowUp
}
