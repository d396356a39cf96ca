package persistence

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

// Everything in a person that tells who it is. The name is known in the file in three forms.
var traces = []string{
	"Sáŋggár Þórsdóttir-Äijälä", model.Fold("Sáŋggár Þórsdóttir-Äijälä"), strings.TrimSuffix(model.SortKey("Sáŋggár Þórsdóttir-Äijälä"), "Sáŋggár Þórsdóttir-Äijälä"),
	"Sáŋggár", "Þórsdóttir", "Äijälä", "thorsdottir", "040 765 4321", "saŋggar@example.invalid", "näkee huonosti iltaisin",
	"harmonikka", "sairausloma", "kuntoutus", "lainalapsen", "Ivalon kurssi", "isännän auto", "liian kylmä sali", "toimistopäällikkö",
	"poikkeuksen syy", "kysy voinnista", "ei halua soittoja",
}

func traceable(t *testing.T, f *File) model.Leader {
	t.Helper()
	l := fullLeader(t, f, "Avoin")
	l.Name, l.Phone, l.Email, l.Notes, l.Skills, l.JobTitle = traces[0], traces[7], traces[8], strings.Repeat(traces[9]+" ", 400), traces[10], traces[17]
	l.Statuses[1].Reason, l.Absences[0].Title, l.Tasks[0].Description = traces[11], traces[12], traces[13]
	l.Elsewhere[0].Where, l.Entries[0].Note, l.Waivers[0].Reason = traces[14], traces[15], traces[18]
	return l
}

func wantNoTraces(t *testing.T, path string) {
	t.Helper()
	must(t, filepath.WalkDir(filepath.Dir(path), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, trace := range traces {
			if n := bytes.Count(b, []byte(trace)); n > 0 {
				t.Errorf("%s has %q %d times", e.Name(), trace, n)
			}
		}
		return err
	}))
}

// After a person is removed, nothing of the person is left in the bytes of the file or its journal, whatever happened to
// the pages before: among many leaders, with lists that grew and were rewritten again and again.
func TestRemovedPersonLeavesTheFile(t *testing.T) {
	for name, remove := range map[string]func(f *File, id model.ID) error{
		"anonymised": func(f *File, id model.ID) error { return f.AnonymiseLeader(ctx, id, model.MustDate("2026-11-22")) },
		"erased":     func(f *File, id model.ID) error { return f.EraseLeader(ctx, id) },
	} {
		t.Run(name, func(t *testing.T) {
			f := manyLeaders(t, 40)
			l, err := f.CreateLeader(ctx, traceable(t, f))
			must(t, err)
			must(t, f.write(ctx, action{op: "fill"}, func(ctx context.Context, q querier) error {
				return fillLeaders(ctx, q, 40, l.Elsewhere[0].ProgrammeID, l.Completed[0].RequirementID)
			}))
			e := twoDayEvent(t, f, l.Elsewhere[0].ProgrammeID)
			e.Trainers = []model.Trainer{{LeaderID: l.ID}}
			e.Participations = []model.Participation{
				{LeaderID: l.ID, Days: map[model.ID]bool{e.Days[0].ID: true}, Passed: model.Yes, Rating: model.CountOf(2), Feedback: traces[16]},
				{Outsider: model.Outsider{Name: "Vieras"}, Feedback: "lämmin sali"},
			}
			e, err = f.CreateEvent(ctx, e)
			must(t, err)
			_, err = f.CreateFollowUp(ctx, model.FollowUp{
				Kind: model.KindLeader, RecordID: l.ID, On: model.MustDate("2026-12-01"), Text: traces[19],
			})
			must(t, err)
			for _, d := range []model.Deferral{
				{Key: "leader", RecordID: l.ID}, {Key: "clash|group|absent season " + string(l.ID), RecordID: "group"},
			} {
				d.Reason, d.MadeOn = traces[20], model.MustDate("2026-11-22")
				must(t, f.SaveDeferral(ctx, d))
			}
			all, err := f.Leaders(ctx)
			must(t, err)
			chance := rand.New(rand.NewPCG(2026, 11))
			for i := range 50 { // neighbours grow and shrink, so that pages are split and joined
				_, err = f.UpdateLeader(ctx, all[i%len(all)].ID, func(x *model.Leader) error {
					if x.ID != l.ID {
						x.Notes = strings.Repeat("x", chance.IntN(1_500))
					}
					return nil
				})
				must(t, err)
				_, err = f.UpdateLeader(ctx, l.ID, func(x *model.Leader) error {
					x.Notes = strings.Repeat(traces[9]+" ", chance.IntN(60))
					return nil
				})
				must(t, err)
			}
			_, err = f.Backup(ctx)
			must(t, err)
			must(t, remove(f, l.ID))
			wantNoTraces(t, f.Path())

			after, err := f.Event(ctx, e.ID)
			must(t, err)
			if name == "erased" {
				_, err := f.Leader(ctx, l.ID)
				wantCode(t, err, model.CodeNotFound)
				if len(after.Participations) != 1 || len(after.Trainers) != 0 || after.Participations[0].Feedback != "lämmin sali" {
					t.Errorf("the event has %+v and is taught by %+v", after.Participations, after.Trainers)
				}
			} else {
				got, err := f.Leader(ctx, l.ID)
				must(t, err)
				equal(t, "anonymised", got, l.Anonymous(model.MustDate("2026-11-22")))
				p := e.Participations[0]
				p.Feedback = ""
				equal(t, "participation", after.Participations[0], p)
				equal(t, "trainers", after.Trainers, e.Trainers)
				// Nobody is put back, and anonymising again changes nothing.
				_, err = f.UpdateLeader(ctx, l.ID, func(x *model.Leader) error {
					x.Name, x.Notes, x.AnonymisedOn = traces[0], traces[9], model.Date{}
					return nil
				})
				must(t, err)
				must(t, f.AnonymiseLeader(ctx, l.ID, model.MustDate("2027-01-01")))
				again, err := f.Leader(ctx, l.ID)
				must(t, err)
				equal(t, "again", again, got)
			}
			soundFile(t, f)
			must(t, f.Close())
			wantNoTraces(t, f.Path())
			soundFile(t, reopen(t, f.Path()))
		})
	}
}

// When only the clearing of the bytes fails, the caller is told so with a code of its own, the subscribers know of the
// removal, and the clearing is made up for: by doing it again, or when the file is opened the next time.
func TestScrubbingIsMadeUpFor(t *testing.T) {
	for name, again := range map[string]func(f *File, id model.ID) *File{
		"anonymised again": func(f *File, id model.ID) *File {
			must(t, f.AnonymiseLeader(ctx, id, model.MustDate("2026-11-22")))
			return f
		},
		"erased again": func(f *File, id model.ID) *File {
			wantCode(t, f.EraseLeader(ctx, id), model.CodeNotFound)
			return f
		},
		"opened again": func(f *File, _ model.ID) *File {
			must(t, f.Close())
			return reopen(t, f.Path())
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFile(t)
			l, err := f.CreateLeader(ctx, traceable(t, f))
			must(t, err)
			// A copy of the person where secure_delete does not reach, as SQLite leaves them behind in unused parts of pages.
			must(t, f.write(ctx, action{op: "leave copy"}, func(ctx context.Context, q querier) error {
				for _, s := range []string{"PRAGMA secure_delete = OFF", "CREATE TABLE copy AS SELECT * FROM leader", "DROP TABLE copy", "PRAGMA secure_delete = ON"} {
					if _, err := q.ExecContext(ctx, s); err != nil {
						return err
					}
				}
				return nil
			}))
			told := 0
			defer f.Subscribe(func([]model.Kind) { told++ })()
			// An open statement keeps VACUUM from running.
			rows, err := f.conn.QueryContext(ctx, "SELECT id FROM requirement UNION ALL VALUES ('a'), ('b')")
			must(t, err)
			if !rows.Next() {
				t.Fatal("no rows")
			}
			if name == "erased again" {
				err = f.EraseLeader(ctx, l.ID)
			} else {
				err = f.AnonymiseLeader(ctx, l.ID, model.MustDate("2026-11-22"))
			}
			wantCode(t, err, model.CodeNotScrubbed)
			must(t, rows.Close())
			if told != 1 {
				t.Errorf("the subscribers were told %d times", told)
			}
			b, err := os.ReadFile(f.Path())
			must(t, err)
			if !bytes.Contains(b, []byte(traces[0])) {
				t.Fatal("nothing was left behind, so the test would prove nothing")
			}
			f = again(f, l.ID)
			wantNoTraces(t, f.Path())
			soundFile(t, f)
		})
	}
}

func TestOutsidersWhoAreForgottenLeaveTheFile(t *testing.T) {
	f := manyLeaders(t, 10)
	all, err := f.Events(ctx)
	must(t, err)
	programmes, err := f.Programmes(ctx)
	must(t, err)
	e := model.Event{ProgrammeID: programmes[0].ID, State: model.EventHeld, Participations: []model.Participation{
		{Outsider: model.Outsider{Name: traces[0], Organisation: "Ivalon seurakunta", Sector: model.Parish}, Passed: model.Yes, Feedback: traces[16]},
		{Outsider: model.Outsider{Name: traces[5], Organisation: "Ivalon seurakunta", Sector: model.Parish}},
	}}
	e, err = f.CreateEvent(ctx, e)
	must(t, err)
	must(t, f.ForgetOutsiders(ctx, e.ID))
	e, err = f.Event(ctx, e.ID)
	must(t, err)
	if p := e.Participations[0]; p.Outsider != (model.Outsider{Organisation: "Ivalon seurakunta", Sector: model.Parish, Removed: true}) || p.Passed != model.Yes {
		t.Errorf("kept %+v", p)
	}
	if after, err := f.Events(ctx); err != nil || len(after) != len(all)+1 {
		t.Errorf("%d events, %v", len(after), err)
	} else if i := slices.IndexFunc(after, func(x model.Event) bool { return x.ID == e.ID }); !after[i].Participations[1].Outsider.Removed {
		t.Error("the list does not know that the name was removed")
	}
	path := f.path
	must(t, f.Close())
	wantNoTraces(t, path)
}
