package exchange

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/xuri/excelize/v2"

	"kumppani/model"
	"kumppani/ui/stage"
)

var today = model.MustDate("2026-11-22")

// shelf is a store in memory.
type shelf struct {
	leaders  []model.Leader
	places   []model.MeetingPlace
	groups   []model.Group
	sessions []model.Session
	backups  []model.Backup

	imported []model.ImportBatch
	order    []string // what was written, in its order
	last     string   // source of the last import
	fails    error    // what every write answers
}

func (s *shelf) Centre(context.Context) (model.Centre, error) { return model.Centre{}, nil }

func (s *shelf) Template(context.Context) (model.Template, error) { return model.Template{}, nil }

func (s *shelf) Agreements(context.Context) ([]model.AgreementSummary, error)     { return nil, nil }
func (s *shelf) Agreement(context.Context, model.ID) (a model.Agreement, _ error) { return a, nil }
func (s *shelf) AttachmentContent(context.Context, model.ID) ([]byte, error)      { return nil, nil }

func (s *shelf) Organisations(context.Context) ([]model.Organisation, error) { return nil, nil }

func (s *shelf) Leaders(context.Context) ([]model.Leader, error)              { return s.leaders, nil }
func (s *shelf) LeaderPolicy(context.Context) (p model.LeaderPolicy, _ error) { return p, nil }
func (s *shelf) Requirements(context.Context) ([]model.Requirement, error)    { return nil, nil }

func (s *shelf) Programmes(context.Context) ([]model.Programme, error) { return nil, nil }

func (s *shelf) Events(context.Context) ([]model.Event, error) { return nil, nil }

func (s *shelf) Extensions(context.Context) ([]model.Extension, error)            { return nil, nil }
func (s *shelf) TrainingRecord(context.Context) (r model.TrainingRecord, _ error) { return r, nil }
func (s *shelf) MeetingPlaces(context.Context) ([]model.MeetingPlace, error)      { return s.places, nil }

func (s *shelf) Groups(context.Context) ([]model.Group, error)                  { return s.groups, nil }
func (s *shelf) Closures(context.Context) ([]model.Closure, error)              { return nil, nil }
func (s *shelf) Seasons(context.Context) ([]model.Season, error)                { return nil, nil }
func (s *shelf) MeetingPolicy(context.Context) (p model.MeetingPolicy, _ error) { return p, nil }
func (s *shelf) PartnerCalendars(context.Context) ([]model.PartnerCalendar, error) {
	return nil, nil
}

func (s *shelf) FollowUps(context.Context) ([]model.FollowUp, error) { return nil, nil }

func (s *shelf) Deferrals(context.Context) ([]model.Deferral, error) { return nil, nil }

func (s *shelf) Bodies(context.Context) ([]model.Body, error) { return nil, nil }

func (s *shelf) NetworkMeetings(context.Context) ([]model.NetworkMeeting, error) { return nil, nil }

func (s *shelf) Surveys(context.Context) ([]model.Survey, error) { return nil, nil }

func (s *shelf) Years(context.Context) ([]model.YearRecord, error) { return nil, nil }

func (s *shelf) Backups(context.Context) ([]model.Backup, error) { return s.backups, nil }

func (s *shelf) LastImport() (string, bool) { return s.last, s.last != "" }

func (s *shelf) PartnerEvents(context.Context, model.Date, model.Date) ([]model.PartnerEvent, error) {
	return nil, nil
}

func (s *shelf) Sessions(_ context.Context, from, until model.Date) ([]model.Session, error) {
	var out []model.Session
	for _, x := range s.sessions {
		if !x.Date.Before(from) && !x.Date.After(until) {
			out = append(out, x)
		}
	}
	return out, nil
}

func (s *shelf) Backup(context.Context) (model.Backup, error) {
	return s.copied(filepath.Join("/data/backups", "kumppani-2026-11-22T10-05-00.sqlite"))
}

func (s *shelf) BackupTo(_ context.Context, path string) (model.Backup, error) { return s.copied(path) }

func (s *shelf) copied(path string) (model.Backup, error) {
	if s.fails != nil {
		return model.Backup{}, s.fails
	}
	b := model.Backup{Path: path, At: time.Date(2026, 11, 22, 10, 5, 0, 0, time.UTC), Size: 1_240_000}
	s.backups = append([]model.Backup{b}, s.backups...)
	s.order = append(s.order, "backup")
	return b, nil
}

func (s *shelf) Import(_ context.Context, b model.ImportBatch) error {
	if s.fails == nil {
		s.imported, s.last = append(s.imported, b), b.Source
		s.order = append(s.order, "import")
	}
	return s.fails
}

func (s *shelf) UndoImport(context.Context) error {
	switch {
	case s.fails != nil:
		return s.fails
	case s.last == "":
		return &model.Error{Code: model.CodeNotFound}
	}
	s.last = ""
	s.order = append(s.order, "undo")
	return nil
}

func clock(s string) model.Clock {
	c, err := model.ParseClock(s)
	if err != nil {
		panic(err)
	}
	return c
}

// village is a small region.
func village() *shelf {
	return &shelf{
		leaders: []model.Leader{
			{ID: "l1", Kind: model.Volunteer, Name: "Aino Virtanen", Phone: "0400000100", Statuses: []model.LeaderStatus{{ID: "s1", State: model.LeaderActive}}},
			{ID: "l3", Kind: model.Volunteer, Name: "Onni Aho", Phone: "0400000301"},
			{ID: "l4", Kind: model.Volunteer, Name: "Onni Aho", Phone: "0400000302"},
		},
		places: []model.MeetingPlace{{ID: "p1", Name: model.Text{Fi: "Perhetupa Sarka"}}},
		groups: []model.Group{{ID: "r1", Name: model.Text{Fi: "Perhekahvila: ti/to"}, PlaceID: "p1"}},
		sessions: []model.Session{
			{ID: "s1", GroupID: "r1", PlaceID: "p1", Date: today.AddDays(2), From: clock("09:30"), Until: clock("11:30"), State: model.SessionPlanned},
		},
	}
}

// table is the view on a stage. What is done beside is done at once, or when go_ is called.
type table struct {
	*stage.Stage
	view    *view
	store   *shelf
	pending []func()
}

func show(t *testing.T, store *shelf, l model.Language) *table {
	t.Helper()
	x := &table{Stage: stage.New(t, l, today), store: store}
	x.view = newView(x.Desk, store)
	x.Put(x.view.Content(), func() any { return x.view })
	return x
}

// later keeps what is done beside until it is asked for.
func (x *table) later() { x.Desk.Beside = func(do func()) { x.pending = append(x.pending, do) } }

// now does what was kept.
func (x *table) now() {
	x.T.Helper()
	if len(x.pending) == 0 {
		x.T.Fatal("nothing is being done")
	}
	do := x.pending[0]
	x.pending = x.pending[1:]
	do()
}

func (x *table) drop(paths ...string) {
	var files []fyne.URI
	for _, p := range paths {
		files = append(files, storage.NewFileURI(p))
	}
	x.view.Dropped(files)
}

// written makes a workbook of rows on sheets: a name, rows, a name, rows …
func written(t *testing.T, sheets ...any) string {
	t.Helper()
	f := excelize.NewFile()
	for i := 0; i < len(sheets); i += 2 {
		name := sheets[i].(string)
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", name))
		} else {
			_, err := f.NewSheet(name)
			must(t, err)
		}
		for n, row := range sheets[i+1].([][]any) {
			cell, err := excelize.CoordinatesToCellName(1, n+1)
			must(t, err)
			must(t, f.SetSheetRow(name, cell, &row))
		}
	}
	path := filepath.Join(t.TempDir(), "vapaaehtoiset 2026.xlsx")
	must(t, f.SaveAs(path))
	return path
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// messy is a list of volunteers as it is kept in real life.
func messy(t *testing.T) string {
	return written(t, "Ohje", [][]any{{"Täytä nimi ja puhelin"}}, "Lista", [][]any{
		{"Vapaaehtoiset 2026"},
		nil,
		{"Sukunimi", "Etunimi", "Gsm", "Huom", "Lempiväri"},
		{"Virtanen", "Aino", 400000100, "uusi tieto"},
		{"Uusi", "Ulla", 400000200, "=1+1", "sininen"},
		{"Aho", "Onni"},
		{nil, "Pelkkä"},
		{"Hetu", "Heikki", "010170-123K"},
	})
}
