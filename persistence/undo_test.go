package persistence

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	lib "modernc.org/sqlite/lib"

	"kumppani/model"
	"kumppani/persistence/internal/faultvfs"
)

// snapshotWhole is snapshot without any liberty but the mark of the last write.
func snapshotWhole(t *testing.T, f *File) map[string][]string {
	t.Helper()
	out := snapshot(t, f)
	var err error
	out["content"], err = collect(ctx, f.conn, scanText, "SELECT hex(content) FROM attachment_content ORDER BY attachment_id")
	must(t, err)
	return out
}

func TestUndoImport(t *testing.T) {
	m := newMeetings(t)
	_, err := m.f.CreateLeader(ctx, fullLeader(t, m.f, "Täysi\x00 ohjaaja"))
	must(t, err)
	sessions := m.written(t)
	all, err := m.f.Leaders(ctx)
	must(t, err)
	mixed := importBatch(t, m, sessions)
	for _, l := range all { // every list of a leader, emptied
		if l.ID != m.leaders[0] {
			l.Name, l.Statuses, l.Tasks, l.Absences, l.Waivers, l.Completed, l.Elsewhere, l.Entries = "Muutettu", nil, nil, nil, nil, nil, nil, nil
			mixed.Leaders = append(mixed.Leaders, l)
		}
	}
	fresh := model.ImportBatch{Source: "uudet.csv", Organisations: []model.Organisation{association("Uusi")}}
	changed := model.ImportBatch{Source: "vanhat.csv", Leaders: mixed.Leaders[2:], Counts: mixed.Counts}
	for name, b := range map[string]model.ImportBatch{"new": fresh, "changed": changed, "mixed": mixed} {
		t.Run(name, func(t *testing.T) {
			before := snapshotWhole(t, m.f)
			must(t, m.f.Import(ctx, b))
			if reflect.DeepEqual(snapshotWhole(t, m.f), before) {
				t.Fatal("the import changes nothing, so the test would prove nothing")
			}
			if source, ok := m.f.LastImport(); !ok || source != b.Source {
				t.Errorf("the last import is %q", source)
			}
			_, err := m.f.CreateOrganisation(ctx, association("Muu työ")) // work on something else does not stand in the way
			must(t, err)
			between := snapshotWhole(t, m.f)["organisation"]
			var told []model.Kind
			defer m.f.Subscribe(func(kinds []model.Kind) { told = kinds })()
			must(t, m.f.UndoImport(ctx))
			after := snapshotWhole(t, m.f)
			if len(after["organisation"]) != len(before["organisation"])+1 || len(between)-len(b.Organisations) > len(after["organisation"]) {
				t.Errorf("%d organisations before, %d after", len(before["organisation"]), len(after["organisation"]))
			}
			delete(before, "organisation")
			delete(after, "organisation")
			equal(t, "the file, but for the other work", after, before)
			if len(told) < 2 {
				t.Errorf("the subscribers were told of %v", told)
			}
			soundFile(t, m.f)
			var on int
			must(t, m.f.conn.QueryRowContext(ctx, "PRAGMA foreign_keys").Scan(&on))
			if on != 1 {
				t.Error("foreign keys are off afterwards")
			}
			wantCode(t, m.f.UndoImport(ctx), model.CodeNotFound)
			if _, ok := m.f.LastImport(); ok {
				t.Error("there is still something to be taken back")
			}
		})
	}
}

// Nothing is taken back when somebody has gone on working with what was imported.
func TestUndoImportAfterAChange(t *testing.T) {
	m := newMeetings(t)
	sessions := m.written(t)
	b := importBatch(t, m, sessions)
	must(t, m.f.Import(ctx, b))
	imported := snapshotWhole(t, m.f)
	event := func() model.Event {
		p := programmeNamed(t, m.f, "Kurssi")
		return model.Event{ProgrammeID: p.ID, State: model.EventHeld, Participations: []model.Participation{{LeaderID: b.Leaders[1].ID}}}
	}
	for _, c := range []struct {
		name         string
		change, back func() error
	}{
		{
			"the phone of an imported leader", func() error {
				_, err := m.f.UpdateLeader(ctx, b.Leaders[1].ID, func(l *model.Leader) error { l.Phone = "1"; return nil })
				return err
			}, func() error {
				_, err := m.f.UpdateLeader(ctx, b.Leaders[1].ID, func(l *model.Leader) error { l.Phone = ""; return nil })
				return err
			},
		},
		{"a contact more", func() error {
			_, err := m.f.UpdateOrganisation(ctx, b.Organisations[0].ID, func(o *model.Organisation) error {
				o.Contacts = append(o.Contacts, model.Contact{Name: "Neljäs"})
				return nil
			})
			return err
		}, func() error {
			_, err := m.f.UpdateOrganisation(ctx, b.Organisations[0].ID, func(o *model.Organisation) error { o.Contacts = o.Contacts[:1]; return nil })
			return err
		}},
		{"a group led by an imported leader", func() error {
			_, err := m.f.UpdateGroup(ctx, m.groups[1].ID, func(g *model.Group) error { g.Leaders = append(g.Leaders, b.Leaders[1].ID); return nil })
			return err
		}, func() error {
			_, err := m.f.UpdateGroup(ctx, m.groups[1].ID, func(g *model.Group) error { g.Leaders = g.Leaders[:2]; return nil })
			return err
		}},
		{"a session led by an imported leader", func() error {
			_, err := m.f.UpdateSession(ctx, sessions[5].ID, func(s *model.Session) error { s.Leaders = append(s.Leaders, b.Leaders[1].ID); return nil })
			return err
		}, func() error {
			_, err := m.f.UpdateSession(ctx, sessions[5].ID, func(s *model.Session) error { s.Leaders = s.Leaders[:2]; return nil })
			return err
		}},
		{"a session at an imported place", func() error {
			_, err := m.f.UpdateSession(ctx, sessions[5].ID, func(s *model.Session) error { s.PlaceID = b.Places[0].ID; return nil })
			return err
		}, func() error {
			_, err := m.f.UpdateSession(ctx, sessions[5].ID, func(s *model.Session) error { s.PlaceID = sessions[5].PlaceID; return nil })
			return err
		}},
		{"a reminder", func() error {
			_, err := m.f.CreateFollowUp(ctx, model.FollowUp{
				ID: personA, Kind: model.KindOrganisation, RecordID: b.Organisations[0].ID, On: model.MustDate("2026-12-01"), Text: "soita",
			})
			return err
		}, func() error { return m.f.DeleteFollowUp(ctx, personA) }},
		{"a course", func() error {
			e := event()
			e.ID = personB
			_, err := m.f.CreateEvent(ctx, e)
			return err
		}, func() error { return m.f.DeleteEvent(ctx, personB) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			must(t, c.change())
			before := snapshotWhole(t, m.f)
			wantCode(t, m.f.UndoImport(ctx), model.CodeChanged)
			equal(t, "the file afterwards", snapshotWhole(t, m.f), before)
			must(t, c.back())
			if source, ok := m.f.LastImport(); !ok || source != b.Source {
				t.Error("the import cannot be taken back any more")
			}
		})
	}
	must(t, m.f.UndoImport(ctx)) // as everything is again as the import left it, but for the programme and the marks of editing
	now := snapshotWhole(t, m.f)
	if len(now["leader"]) != len(imported["leader"])-1 {
		t.Errorf("%d leaders", len(now["leader"]))
	}
	soundFile(t, m.f)
}

// What was taken in is not known any more when the file is opened again: it was never in the file.
func TestUndoImportIsForgottenWithTheFile(t *testing.T) {
	f := newFile(t)
	must(t, f.Import(ctx, model.ImportBatch{Source: "a.csv", Organisations: []model.Organisation{association("Tuotu")}}))
	must(t, f.Close())
	wantCode(t, reopen(t, f.Path()).UndoImport(ctx), model.CodeNotFound)
}

// Nor is it known after a person was removed: what the import wrote over may be of that person.
func TestUndoImportIsForgottenWithAPerson(t *testing.T) {
	for name, remove := range map[string]func(f *File, leader, event model.ID) error{
		"anonymised": func(f *File, id, _ model.ID) error { return f.AnonymiseLeader(ctx, id, model.MustDate("2026-11-22")) },
		"erased":     func(f *File, id, _ model.ID) error { return f.EraseLeader(ctx, id) },
		"outsiders":  func(f *File, _, id model.ID) error { return f.ForgetOutsiders(ctx, id) },
	} {
		f := newFile(t)
		l := must1(f.CreateLeader(ctx, traceable(t, f)))
		e := must1(f.CreateEvent(ctx, twoDayEvent(t, f, l.Elsewhere[0].ProgrammeID)))
		l.Name = "Toinen Nimi"
		must(t, f.Import(ctx, model.ImportBatch{Source: "a.csv", Leaders: []model.Leader{l}}))
		must(t, remove(f, l.ID, e.ID))
		if source, ok := f.LastImport(); ok {
			t.Errorf("%s: %s is still in memory", name, source)
		}
	}
}

// A disk that fails at any operation of an import or of taking it back: all or nothing is done, and the same window goes on.
func TestDiskFailsWhileImporting(t *testing.T) {
	b, _ := start(t)
	faultvfs.Register()
	batch := model.ImportBatch{Source: "a.csv", Organisations: []model.Organisation{importedOrganisation()}}
	for _, fault := range []struct {
		code int
		goOn bool
	}{{lib.SQLITE_FULL, false}, {lib.SQLITE_IOERR_WRITE, true}} {
		path := filepath.Join(t.TempDir(), "kumppani.sqlite")
		must(t, os.WriteFile(path, b, 0o600))
		f := openFaulty(t, path)
		before := snapshotWhole(t, f)
		must(t, f.Import(ctx, batch))
		after := snapshotWhole(t, f)
		must(t, f.UndoImport(ctx))
		failures := 0
		for n, failed := 1, true; failed; n += max(everyNth, 3) {
			failed = false
			for _, step := range []struct {
				do        func() error
				from, to  map[string][]string
				canUndoIt bool // when it failed
			}{
				{func() error { return f.Import(ctx, batch) }, before, after, false},
				{func() error { return f.UndoImport(ctx) }, after, before, true},
			} {
				faultvfs.Fail(n, fault.code, fault.goOn)
				err := step.do()
				_, one := faultvfs.Heal()
				failed = failed || one
				now := snapshotWhole(t, f)
				if err != nil && reflect.DeepEqual(now, step.from) {
					failures++
					if _, ok := f.LastImport(); ok != step.canUndoIt {
						t.Fatalf("operation %d: to take back: %v", n, ok)
					}
					err = step.do()
					must(t, err)
					now = snapshotWhole(t, f)
				}
				if !reflect.DeepEqual(now, step.to) {
					t.Fatalf("operation %d: half of it is done (%v)", n, err)
				}
				if err != nil && !fault.goOn {
					t.Fatalf("operation %d: failure was reported (%v), and it is done", n, err)
				}
				if err != nil { // a disk that stays broken from the last sync on leaves it open; a new window goes on
					must(t, f.Close())
					must(t, os.WriteFile(path, b, 0o600))
					f = openFaulty(t, path)
					break
				}
			}
			if source, ok := f.LastImport(); ok {
				t.Fatalf("operation %d: %s is still to be taken back", n, source)
			}
		}
		soundFile(t, f)
		must(t, f.Close())
		if failures == 0 {
			t.Error("nothing failed: the test proves nothing")
		}
	}
}
