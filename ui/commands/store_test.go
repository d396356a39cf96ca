package commands

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"testing"

	"kumppani/model"
)

// memory is a store in memory.
type memory struct {
	kept
	imported      []model.ImportBatch
	agreements    []model.Agreement
	organisations []model.Organisation
	centre        model.Centre
	files         map[model.ID][]byte
	findings      []model.Finding
	leaders       []model.Leader
	requirements  []model.Requirement
	programmes    []model.Programme
	events        []model.Event
	record        model.TrainingRecord
	places        []model.MeetingPlace
	groups        []model.Group
	closures      []model.Closure
	seasons       []model.Season
	sessions      []model.Session
	policy        model.MeetingPolicy
	calendars     []model.PartnerCalendar
	bookings      []model.PartnerEvent
	given         []model.PrintedCalendar // calendars that were given out
	written       int                     // plans
	broken        error                   // of every reading
	closed        int
}

func (m *memory) Agreements(context.Context) ([]model.AgreementSummary, error) {
	var out []model.AgreementSummary
	for _, a := range m.agreements {
		out = append(out, a.AgreementSummary)
	}
	return out, m.broken
}

func (m *memory) Agreement(_ context.Context, id model.ID) (model.Agreement, error) {
	for _, a := range m.agreements {
		if a.ID == id {
			return a, nil
		}
	}
	return model.Agreement{}, &model.Error{Code: model.CodeNotFound, Op: "read agreement", Record: string(id)}
}

func (m *memory) AttachmentContent(_ context.Context, id model.ID) ([]byte, error) {
	return m.files[id], nil
}

func (m *memory) Organisations(context.Context) ([]model.Organisation, error) {
	return m.organisations, nil
}
func (m *memory) Centre(context.Context) (model.Centre, error)     { return m.centre, nil }
func (m *memory) Template(context.Context) (model.Template, error) { return model.Template{}, nil }
func (m *memory) Check(context.Context) ([]model.Finding, error)   { return m.findings, nil }
func (m *memory) Leaders(context.Context) ([]model.Leader, error)  { return m.leaders, nil }
func (m *memory) LeaderPolicy(context.Context) (model.LeaderPolicy, error) {
	return model.LeaderPolicy{KeepMonths: 12}, nil
}

func (m *memory) Requirements(context.Context) ([]model.Requirement, error) {
	return m.requirements, nil
}
func (m *memory) Programmes(context.Context) ([]model.Programme, error) { return m.programmes, nil }
func (m *memory) Events(context.Context) ([]model.Event, error)         { return m.events, nil }
func (m *memory) TrainingRecord(context.Context) (model.TrainingRecord, error) {
	return m.record, nil
}

func (m *memory) MeetingPlaces(context.Context) ([]model.MeetingPlace, error) { return m.places, nil }

func (m *memory) Groups(context.Context) ([]model.Group, error) { return m.groups, nil }

func (m *memory) Closures(context.Context) ([]model.Closure, error) { return m.closures, nil }

func (m *memory) Seasons(context.Context) ([]model.Season, error) { return m.seasons, nil }

func (m *memory) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(m.sessions), func(x model.Session) bool {
		return x.Date.Before(from) || x.Date.After(until)
	}), nil
}

func (m *memory) SeasonSessions(_ context.Context, season model.ID) ([]model.Session, error) {
	return slices.DeleteFunc(slices.Clone(m.sessions), func(x model.Session) bool { return x.SeasonID != season }), nil
}

func (m *memory) WritePlan(_ context.Context, p model.Plan) error {
	m.written++
	save, remove := p.Changes()
	for _, x := range save {
		if x.ID == "" {
			x.ID = model.ID(fmt.Sprintf("w%03d", len(m.sessions)))
		}
		m.sessions = slices.DeleteFunc(m.sessions, func(o model.Session) bool { return o.ID == x.ID })
		m.sessions = append(m.sessions, x)
	}
	m.sessions = slices.DeleteFunc(m.sessions, func(x model.Session) bool { return slices.Contains(remove, x.ID) })
	for i := range m.groups {
		r := &m.groups[i].Recurrence
		r.Without = append(r.Without, p.Dropped()[m.groups[i].ID]...)
	}
	return nil
}

func (m *memory) MeetingPolicy(context.Context) (model.MeetingPolicy, error) { return m.policy, nil }

func (m *memory) PartnerCalendars(context.Context) ([]model.PartnerCalendar, error) {
	return m.calendars, nil
}

func (m *memory) PartnerEvents(_ context.Context, from, until model.Date) ([]model.PartnerEvent, error) {
	return slices.DeleteFunc(slices.Clone(m.bookings), func(e model.PartnerEvent) bool {
		return e.Date.Before(from) || e.Date.After(until)
	}), nil
}

func (m *memory) PrintedCalendar(_ context.Context, season model.ID, area string) (model.PrintedCalendar, error) {
	for _, c := range slices.Backward(m.given) {
		if c.SeasonID == season && c.Area == area {
			return c, nil
		}
	}
	return model.PrintedCalendar{}, nil
}

func (m *memory) KeepPrintedCalendar(_ context.Context, c model.PrintedCalendar) error {
	m.given = append(m.given, c)
	return nil
}

func (m *memory) Close() error { m.closed++; return nil }

// village is a town and an association with one agreement in force, one that waits for a signature, a contact who has
// left, and leaders.
func village() *memory {
	signed := model.Signing{SentOn: model.MustDate("2025-01-02"), SignedOn: model.MustDate("2025-01-15")}
	return withMeetings(withPeople(&memory{
		centre: model.Centre{Name: model.Text{Fi: "Keskus"}, Language: model.Finnish, LeadDays: 30},
		organisations: []model.Organisation{
			{
				ID: "o1", Name: model.Text{Fi: "Sarkajärven kunta", Sv: "Sarkajärvi kommun"}, Sector: model.Municipal,
				Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}, Language: model.Finnish,
				Address: model.Address{PostalCode: "00100"},
				Contacts: []model.Contact{
					{ID: "c1", Name: "Maija Kurki", Phone: "+358 40 000 0100", Until: model.MustDate("2026-11-21")},
					{ID: "c2", Name: "Aino Ö", Title: "johtaja", Until: model.MustDate("2026-11-22")},
				},
			},
			{ID: "o2", Name: model.Text{Fi: `=HYPERLINK("http://x.example")`}, Sector: model.Association},
		},
		agreements: []model.Agreement{
			{
				AgreementSummary: model.AgreementSummary{
					ID: "a1", Number: "2025-001", Title: model.Text{Fi: "Perhetupa <Sarka> & ystävät", Sv: "Sarka"},
					Languages: []model.Language{model.Swedish, model.Finnish}, Form: model.Written, Kind: model.Partnership,
					ValidFrom: model.MustDate("2025-02-01"), ValidUntil: model.MustDate("2027-12-31"), NoticeMonths: model.CountOf(3),
					Parties: []model.Party{
						{ID: "p1", OrganisationID: "o1", Signing: signed, ContactID: "c2", Services: []model.Service{model.FamilyWork, model.Library}},
						{ID: "p2", OrganisationID: "o2", Signing: signed},
					},
				},
				Clauses: []model.Clause{
					{ID: "k1", Key: "premises", Heading: model.Text{Fi: "Tilat", Sv: "Lokaler"}},
					{ID: "k2", Heading: model.Text{Fi: "Poissa"}, Off: true},
				},
				Contributions: []model.Contribution{
					{ID: "b1", PartyID: "p1", Kind: model.ContributedMoney, Amount: model.AmountOf(123450), Unit: "€", Per: model.PerYear},
					{ID: "b2", PartyID: "p1", Kind: model.ContributedPremises, Amount: model.AmountOf(0), DueOn: model.MustDate("2026-11-21")},
					{ID: "b3", PartyID: "p2", Kind: model.ContributedStaff},
				},
				Attachments: []model.Attachment{
					{ID: "f1", Role: model.SignedText, Name: "vanha.pdf"},
					{ID: "f2", Role: model.SignedText, Name: "uusi.pdf"},
					{ID: "f3", Role: model.Scan, Name: "kuva.pdf"},
				},
			},
			{
				AgreementSummary: model.AgreementSummary{
					ID: "a2", Number: "2026-002", Title: model.Text{Fi: "Jatko"}, Languages: []model.Language{model.Finnish},
					Form: model.Written, PredecessorID: "a1",
					Parties: []model.Party{{ID: "p3", OrganisationID: "o1", Signing: signed}, {ID: "p4", OrganisationID: "o2"}},
				},
			},
			{AgreementSummary: model.AgreementSummary{ID: "a3", Number: "2026-003", Title: model.Text{Fi: "Luonnos"}, Form: model.Oral}},
		},
		files: map[model.ID][]byte{"f1": []byte("old"), "f2": []byte("%PDF kept"), "f3": []byte("scan")},
	}))
}

// ran is what came of a command.
type ran struct {
	code            int
	out, complaints string
	options         Options  // of the window
	opened          []string // paths
}

// run runs a command on the store on 22.11.2026, on a Swedish system. The store stands for every data file, and this
// package's folder for the person's own.
func run(t *testing.T, m *memory, args ...string) ran {
	t.Helper()
	var r ran
	open := func(_ context.Context, path string) (Store, error) {
		r.opened = append(r.opened, path)
		return m, nil
	}
	p := Program{
		Version: "1.2.3", Today: model.MustDate("2026-11-22"), Language: model.Swedish, Home: ".",
		Open: open, Sample: open, Window: func(o Options) error { r.options = o; return nil },
	}
	var out, complaints bytes.Buffer
	r.code = p.Run(t.Context(), args, &out, &complaints)
	r.out, r.complaints = out.String(), complaints.String()
	if len(r.opened) != m.closed {
		t.Errorf("%v: opened %d times, closed %d", args, len(r.opened), m.closed)
	}
	m.closed = 0
	return r
}
