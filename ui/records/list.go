// Package records lists what the registers keep, record by record: each as an object of JSON and as a line of CSV, with the
// same fields in the same order, and everything together as a folder that other programs can read.
//
// What does not live here: reports, which count and choose (ui/report), lists as they are on the screen (ui/lists), and taking
// in what others have (ui/importing). It works without a display.
package records

import (
	"context"
	"fmt"

	"kumppani/model"
	"kumppani/ui/words"
)

// Store is what is read; see the registers of model.
type Store interface {
	Centre(ctx context.Context) (model.Centre, error)
	Template(ctx context.Context) (model.Template, error)
	Agreements(ctx context.Context) ([]model.AgreementSummary, error)
	Agreement(ctx context.Context, id model.ID) (model.Agreement, error)
	AttachmentContent(ctx context.Context, id model.ID) ([]byte, error)
	Organisations(ctx context.Context) ([]model.Organisation, error)
	Leaders(ctx context.Context) ([]model.Leader, error)
	LeaderPolicy(ctx context.Context) (model.LeaderPolicy, error)
	Requirements(ctx context.Context) ([]model.Requirement, error)
	Programmes(ctx context.Context) ([]model.Programme, error)
	Events(ctx context.Context) ([]model.Event, error)
	Extensions(ctx context.Context) ([]model.Extension, error)
	TrainingRecord(ctx context.Context) (model.TrainingRecord, error)
	MeetingPlaces(ctx context.Context) ([]model.MeetingPlace, error)
	Groups(ctx context.Context) ([]model.Group, error)
	Closures(ctx context.Context) ([]model.Closure, error)
	Seasons(ctx context.Context) ([]model.Season, error)
	Sessions(ctx context.Context, from, until model.Date) ([]model.Session, error)
	MeetingPolicy(ctx context.Context) (model.MeetingPolicy, error)
	PartnerCalendars(ctx context.Context) ([]model.PartnerCalendar, error)
	PartnerEvents(ctx context.Context, from, until model.Date) ([]model.PartnerEvent, error)
	FollowUps(ctx context.Context) ([]model.FollowUp, error)
	Deferrals(ctx context.Context) ([]model.Deferral, error)
	Bodies(ctx context.Context) ([]model.Body, error)
	NetworkMeetings(ctx context.Context) ([]model.NetworkMeeting, error)
	Surveys(ctx context.Context) ([]model.Survey, error)
	Years(ctx context.Context) ([]model.YearRecord, error)
}

// Kind is a list that can be made. It is the name of its files too.
type Kind string

// The lists.
const (
	Agreements       Kind = "agreements"
	Organisations    Kind = "organisations"
	Leaders          Kind = "leaders"
	Training         Kind = "training"
	Readiness        Kind = "readiness"
	Places           Kind = "places"
	Groups           Kind = "groups"
	Sessions         Kind = "sessions"
	PartnerCalendars Kind = "partner-calendars"
	PartnerEvents    Kind = "partner-events"
	Programmes       Kind = "programmes"
	Extensions       Kind = "extensions"
	Seasons          Kind = "seasons"
	Closures         Kind = "closures"
	FollowUps        Kind = "follow-ups"
	Deferrals        Kind = "deferrals"
	Bodies           Kind = "bodies"
	NetworkMeetings  Kind = "network-meetings"
	Surveys          Kind = "surveys"
	Years            Kind = "years"
	Practices        Kind = "practices"
	Requirements     Kind = "requirements"
	Template         Kind = "template"
	Settings         Kind = "settings"
)

// Kinds lists them in the order in which a person looks for them.
func Kinds() []Kind {
	return []Kind{
		Agreements, Organisations, Leaders, Readiness, Training, Programmes, Extensions, Places, Groups, Sessions, Seasons,
		Closures, PartnerCalendars, PartnerEvents, Bodies, NetworkMeetings, Surveys, Years, Practices, FollowUps, Deferrals,
		Requirements, Template, Settings,
	}
}

// Query says what to list. From and Until choose the sessions that are listed or, with places and groups, counted; zero
// leaves that end open.
type Query struct {
	Kind        Kind
	In          words.In // of the words in the cells
	Today       model.Date
	From, Until model.Date
}

// AllDays are the first and the last day that there is.
var AllDays = [2]model.Date{model.MustDate("1000-01-01"), model.MustDate("9999-12-31")}

// List makes the list, with the names of its fields, which an empty one has too.
func List(ctx context.Context, store Store, q Query) (head []string, all []Record, err error) {
	l, known := lists[q.Kind]
	if !known {
		return nil, nil, fmt.Errorf("no list %q", q.Kind)
	}
	if q.From.IsZero() {
		q.From = AllDays[0]
	}
	if q.Until.IsZero() {
		q.Until = AllDays[1]
	}
	centre, err := store.Centre(ctx)
	if err != nil {
		return nil, nil, err
	}
	register, err := ReadRegister(ctx, store, centre, q.Today)
	if err != nil {
		return nil, nil, err
	}
	all, err = l.read(ctx, reading{store, q, register})
	return l.empty(q.In).keys(), all, err
}

// reading is what a list is made from.
type reading struct {
	store Store
	Query
	register Register
}

// list is how one kind is read; empty is a record of nothing, for the columns of a list that has no lines.
type list struct {
	read  func(context.Context, reading) ([]Record, error)
	empty func(words.In) Record
}

// all makes a record of each.
func all[T any](items []T, err error, of func(T) Record) ([]Record, error) {
	out := make([]Record, len(items))
	for i, x := range items {
		out[i] = of(x)
	}
	return out, err
}

func (r reading) people(ctx context.Context) (People, error) {
	return ReadPeople(ctx, r.store, r.register.Directory, r.Today)
}

func (r reading) places(ctx context.Context) (Meetings, error) {
	return ReadPlaces(ctx, r.store, r.register)
}

func (r reading) meetings(ctx context.Context) (Meetings, error) {
	return readMeetings(ctx, r.store, r.register, r.From, r.Until)
}
