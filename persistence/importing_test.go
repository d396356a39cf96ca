package persistence

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"kumppani/model"
)

// importBatch is a batch with something of every kind: new records that refer to one another, changed ones, and counts of the
// first two sessions.
func importBatch(t testing.TB, m *meetings, sessions []model.Session) model.ImportBatch {
	t.Helper()
	renamed := m.organisations[0]
	renamed.Name.Fi, renamed.Contacts = "Uusi nimi", append(slices.Clone(renamed.Contacts), model.Contact{Name: "Kolmas"})
	fresh := association("Tuotu yhdistys")
	fresh.ID, fresh.Contacts = newID(), []model.Contact{{Name: "Öyvind"}}
	programme := model.Programme{ID: newID(), Name: model.Text{Fi: "Hygieniapassi"}, Kind: model.OwnProgramme}
	old, err := m.f.Leader(ctx, m.leaders[0])
	must(t, err)
	old.Phone, old.Statuses = "+358 40 000 0199", append(old.Statuses, model.LeaderStatus{State: model.LeaderOnBreak, From: model.MustDate("2026-11-01")})
	old.Elsewhere = []model.Elsewhere{{ProgrammeID: programme.ID, On: model.MustDate("2025-05-05")}}
	volunteer := model.Leader{ID: newID(), Kind: model.Volunteer, Name: "Tuotu ohjaaja", HomeOrganisation: fresh.ID}
	place := placeNamed("Tuotu paikka")
	place.ID, place.HostID = newID(), fresh.ID
	moved := m.groups[0]
	moved.PlaceID, moved.Leaders, moved.Organisers = place.ID, []model.ID{volunteer.ID}, []model.ID{fresh.ID}
	group := groupAt(place.ID, "Tuotu ryhmä")
	group.Leaders, group.ContinuesID = []model.ID{volunteer.ID, m.leaders[1]}, m.groups[1].ID
	return model.ImportBatch{
		Source: "naapurin ohjaajat.xlsx", Organisations: []model.Organisation{fresh, renamed}, Programmes: []model.Programme{programme},
		Leaders: []model.Leader{old, volunteer}, Places: []model.MeetingPlace{place}, Groups: []model.Group{moved, group},
		Counts: []model.ImportedCount{
			{SessionID: sessions[0].ID, Counts: model.Counts{Adults: model.CountOf(9), Children: model.CountOf(0)}},
			{SessionID: sessions[1].ID, NotHeld: true, Reason: "ohjaaja sairaana"},
		},
	}
}

// importDeeds take in a new organisation, and a change of a leader.
func importDeeds() []deed {
	return []deed{{name: "import", step: 3, do: func(f *File, _ model.ID) error {
		l, err := f.Leader(ctx, personA)
		if err != nil {
			return err
		}
		l.Name, l.Tasks = "Muutettu", l.Tasks[1:]
		return f.Import(ctx, model.ImportBatch{Source: "a.csv", Organisations: []model.Organisation{importedOrganisation()}, Leaders: []model.Leader{l}})
	}}}
}

func importedOrganisation() model.Organisation {
	o := association("Tuotu")
	o.ID, o.Contacts = personC, []model.Contact{{ID: personC, Name: "Öyvind"}}
	return o
}

const personC model.ID = "01900000-0000-7000-8000-0000000000cd"

func TestImport(t *testing.T) {
	m := newMeetings(t)
	sessions := m.written(t)
	b := importBatch(t, m, sessions)
	var told []model.Kind
	defer m.f.Subscribe(func(kinds []model.Kind) { told = kinds })()
	must(t, m.f.Import(ctx, b))
	equal(t, "what the subscribers are told", told, []model.Kind{
		model.KindOrganisation, model.KindProgramme, model.KindLeader, model.KindPlace, model.KindGroup, model.KindSession,
	})
	soundFile(t, m.f)

	all, err := m.f.Organisations(ctx)
	must(t, err)
	var names []string
	for _, o := range all {
		names = append(names, fmt.Sprint(o.Name.Fi, " ", len(o.Contacts)))
	}
	equal(t, "organisations, in their order, with how many contacts", names, []string{"Tuotu yhdistys 1", "Uusi nimi 3", "Åbo förening rf 2"})
	l, err := m.f.Leader(ctx, m.leaders[0])
	must(t, err)
	if l.Phone != "+358 40 000 0199" || len(l.Statuses) != 2 || len(l.Elsewhere) != 1 || l.Elsewhere[0].ID == "" {
		t.Errorf("the leader is %+v", l)
	}
	g, err := m.f.Group(ctx, m.groups[0].ID)
	must(t, err)
	if g.PlaceID != b.Places[0].ID || !reflect.DeepEqual(g.Leaders, []model.ID{b.Leaders[1].ID}) {
		t.Errorf("the group is %+v", g)
	}

	counted, err := m.f.Session(ctx, sessions[0].ID)
	must(t, err)
	want := sessions[0]
	want.Counts, want.Edited = b.Counts[0].Counts, true
	equal(t, "counted as in the calendar: edited, and not a new Sequence", counted, want)
	off, err := m.f.Session(ctx, sessions[1].ID)
	must(t, err)
	want = sessions[1]
	want.State, want.Reason, want.Edited, want.Sequence = model.SessionCancelled, "ohjaaja sairaana", true, 1
	equal(t, "cancelled as in the calendar", off, want)
}

func TestImportIsAllOrNothing(t *testing.T) {
	m := newMeetings(t)
	sessions := m.written(t)
	must(t, m.f.Import(ctx, model.ImportBatch{Source: "ensin.csv", Organisations: []model.Organisation{association("Ensin tuotu")}}))
	before := snapshot(t, m.f)
	for _, c := range []struct {
		name   string
		change func(*model.ImportBatch)
		want   model.Code
		record string
	}{
		{"an organisation without a name", func(b *model.ImportBatch) {
			b.Organisations = append(b.Organisations, model.Organisation{Name: model.Text{Fi: " "}, BusinessID: "1"})
		}, model.CodeInvalid, ""},
		{"a place of no kind of municipality", func(b *model.ImportBatch) { b.Places[0].Name = model.Text{} }, model.CodeInvalid, ""},
		{"a group without a time", func(b *model.ImportBatch) { b.Groups[1].From = model.Clock{} }, model.CodeInvalid, "Tuotu ryhmä"},
		{"a leader of an unknown organisation", func(b *model.ImportBatch) { b.Leaders[1].HomeOrganisation = "x" }, model.CodeNotFound, "*"},
		{"a leader with an unknown training", func(b *model.ImportBatch) { b.Programmes = nil }, model.CodeNotFound, string(m.leaders[0])},
		{"a count of nothing", func(b *model.ImportBatch) { b.Counts[1].SessionID = "x" }, model.CodeNotFound, "x"},
		{"too many visitors", func(b *model.ImportBatch) { b.Counts[0].Counts.Adults = model.CountOf(-1) }, model.CodeInvalid, string(sessions[0].ID)},
		{"a category that is not there", func(b *model.ImportBatch) { b.Counts[0].Counts.Own = map[model.ID]int{"x": 1} }, model.CodeNotFound, "*"},
		{"without a contact that an agreement names", func(b *model.ImportBatch) {
			a, err := m.f.CreateAgreement(ctx, fullAgreement("2026-009", m.organisations...))
			must(t, err)
			t.Cleanup(func() { must(t, m.f.DeleteAgreement(ctx, a.ID)) })
			b.Organisations[1].Contacts = nil
			before = snapshot(t, m.f)
		}, model.CodeInUse, "Uusi nimi"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := importBatch(t, m, sessions)
			c.change(&b)
			err := m.f.Import(ctx, b)
			wantCode(t, err, c.want)
			if e, ok := err.(*model.Error); ok && c.record != "*" && e.Record != c.record {
				t.Errorf("the error is about %q, want %q", e.Record, c.record)
			}
			if !reflect.DeepEqual(snapshot(t, m.f), before) {
				t.Error("something of the import was written")
			}
			if source, ok := m.f.LastImport(); !ok || source != "ensin.csv" {
				t.Errorf("the import to take back is %q", source)
			}
		})
	}
}

func TestImportOfWhatIsThereAlready(t *testing.T) {
	m := newMeetings(t)
	b := importBatch(t, m, m.written(t))
	must(t, m.f.Import(ctx, b))
	before := snapshot(t, m.f)
	all, err := m.f.Leaders(ctx)
	must(t, err)
	groups, err := m.f.Groups(ctx)
	must(t, err)
	must(t, m.f.Import(ctx, model.ImportBatch{Leaders: all, Groups: groups, Places: b.Places, Programmes: b.Programmes, Counts: b.Counts}))
	if !reflect.DeepEqual(snapshot(t, m.f), before) {
		t.Error("to import what is there already changed something")
	}
}

// A person who is erased while a list is looked through does not come back by being changed.
func TestImportBringsNobodyBack(t *testing.T) {
	f := newFile(t)
	l, err := f.CreateLeader(ctx, model.Leader{Kind: model.Volunteer, Name: "Poistettava", Notes: "salainen"})
	must(t, err)
	l.Phone = "0401234567"
	fresh := model.Leader{ID: newID(), Kind: model.Volunteer, Name: "Uusi"}
	b := model.ImportBatch{Source: "a.csv", Leaders: []model.Leader{l, fresh}, Known: []model.ID{l.ID}}
	must(t, f.EraseLeader(ctx, l.ID))
	wantCode(t, f.Import(ctx, b), model.CodeGone)
	all, err := f.Leaders(ctx)
	must(t, err)
	if len(all) != 0 {
		t.Errorf("kept %+v", all)
	}
	b.Leaders, b.Known = []model.Leader{fresh}, nil
	must(t, f.Import(ctx, b))
}

func TestImportNothing(t *testing.T) {
	f := newFile(t)
	must(t, f.Import(ctx, model.ImportBatch{Source: "tyhjä.csv"}))
	if _, ok := f.LastImport(); ok {
		t.Error("an import of nothing can be taken back")
	}
}

func TestImportIntoAnAnonymisedLeader(t *testing.T) {
	f := newFile(t)
	l := fullLeader(t, f, "Aino Öman")
	_, err := f.CreateLeader(ctx, l)
	must(t, err)
	must(t, f.AnonymiseLeader(ctx, l.ID, model.MustDate("2026-11-22")))
	before := snapshot(t, f)
	must(t, f.Import(ctx, model.ImportBatch{Leaders: []model.Leader{l}}))
	if !reflect.DeepEqual(snapshot(t, f)["leader"], before["leader"]) {
		t.Error("a person was put back into an anonymised record")
	}
}

func TestImportKeepsARuleThatItDoesNotKnow(t *testing.T) {
	m := newMeetings(t)
	_, err := m.f.conn.ExecContext(ctx, "UPDATE meeting_group SET rrule = 'FREQ=YEARLY;BYDAY=1MO' WHERE id = ?", m.groups[0].ID)
	must(t, err)
	g, err := m.f.Group(ctx, m.groups[0].ID)
	must(t, err)
	g.Notes = "tuotu"
	must(t, m.f.Import(ctx, model.ImportBatch{Groups: []model.Group{g}}))
	var rule string
	must(t, m.f.conn.QueryRowContext(ctx, "SELECT rrule FROM meeting_group WHERE notes = 'tuotu'").Scan(&rule))
	if rule != "FREQ=YEARLY;BYDAY=1MO" {
		t.Errorf("the rule became %q", rule)
	}
}

// BenchmarkImport10000 takes 10,000 records in, of one kind each time, and takes them back.
func BenchmarkImport10000(b *testing.B) {
	f, seasons := manyMeetings(b)
	programme := newProgramme(b, f)
	host, err := f.CreateOrganisation(ctx, association("Isäntä"))
	must(b, err)
	batches := map[string]model.ImportBatch{}
	var organisations, leaders, places, counts model.ImportBatch
	sessions := append(must1(f.SeasonSessions(ctx, seasons[3].ID)), must1(f.SeasonSessions(ctx, seasons[4].ID))...)
	for i := range 10_000 {
		o := association(fmt.Sprintf("Yhdistys %05d", i))
		o.Contacts = []model.Contact{{Name: fmt.Sprintf("Aino Ääkkönen %05d", i), Phone: "+358 40 000 0101"}}
		organisations.Organisations = append(organisations.Organisations, o)
		l := volunteer(fmt.Sprintf("Ohjaaja %05d Åkerström-Mäkinen", i))
		l.HomeOrganisation = host.ID
		l.Elsewhere = []model.Elsewhere{{ProgrammeID: programme.ID, On: model.MustDate("2025-05-05")}}
		leaders.Leaders = append(leaders.Leaders, l)
		places.Places = append(places.Places, placeNamed(fmt.Sprintf("Paikka %05d", i)))
		counts.Counts = append(counts.Counts, model.ImportedCount{
			SessionID: sessions[i].ID, Counts: model.Counts{Adults: model.CountOf(i % 30), Children: model.CountOf(i%40 + 1)},
		})
	}
	batches["Organisations"], batches["Leaders"], batches["Places"], batches["Counts"] = organisations, leaders, places, counts
	for _, name := range []string{"Organisations", "Leaders", "Places", "Counts"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				must(b, f.Import(ctx, batches[name]))
				b.StopTimer()
				must(b, f.UndoImport(ctx))
				b.StartTimer()
			}
		})
		b.Run(name+"TakenBack", func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				must(b, f.Import(ctx, batches[name]))
				b.StartTimer()
				must(b, f.UndoImport(ctx))
			}
		})
	}
}

func must1[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}
