package persistence

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
)

func TestPolicy(t *testing.T) {
	f := newFile(t)
	p, err := f.LeaderPolicy(ctx)
	must(t, err)
	equal(t, "before anything was said", p, model.LeaderPolicy{KeepMonths: model.DefaultKeepMonths})
	wantCode(t, f.SaveLeaderPolicy(ctx, model.LeaderPolicy{KeepMonths: 241}), model.CodeInvalid)

	l := fullLeader(t, f, "Aino")
	check := &l.Tasks[0].Check
	check.SeenOn, check.SeenBy = model.MustDate("2019-03-01"), "Koordinaattori"
	plain := *check
	plain.SeenOn, plain.SeenBy = model.Date{}, ""
	saved, err := f.CreateLeader(ctx, l)
	must(t, err)
	equal(t, "saved while it is not kept", saved.Tasks[0].Check, plain)

	must(t, f.SaveLeaderPolicy(ctx, model.LeaderPolicy{KeepMonths: 0, KeepSeen: true}))
	p, err = f.LeaderPolicy(ctx)
	must(t, err)
	equal(t, "policy", p, model.LeaderPolicy{KeepMonths: 0, KeepSeen: true})
	_, err = f.UpdateLeader(ctx, l.ID, func(x *model.Leader) error { x.Tasks[0].Check = *check; return nil })
	must(t, err)
	got, err := f.Leader(ctx, l.ID)
	must(t, err)
	equal(t, "while it is kept", got.Tasks[0].Check, *check)

	must(t, f.SaveLeaderPolicy(ctx, model.LeaderPolicy{KeepMonths: 24}))
	all, err := f.Leaders(ctx)
	must(t, err)
	equal(t, "when it is kept no longer", all[0].Tasks[0].Check, plain)
}

func TestProfessionalHasNoBackgroundCheck(t *testing.T) {
	f := newFile(t)
	l := fullLeader(t, f, "Aino")
	l.Kind = model.Professional
	saved, err := f.CreateLeader(ctx, l)
	must(t, err)
	got, err := f.Leader(ctx, l.ID)
	must(t, err)
	equal(t, "read", got, saved)
	equal(t, "check", got.Tasks[0].Check, model.BackgroundCheck{})
}

// Of a background check nothing can be kept but whether it is needed, the day of consent, the issue date of the extract,
// and, when the coordinator wants it, who has seen it and when: there is no column and no field for anything else.
func TestNoRoomForMoreOfABackgroundCheck(t *testing.T) {
	fields := []string{}
	for field := range reflect.TypeFor[model.BackgroundCheck]().Fields() {
		fields = append(fields, field.Name+" "+field.Type.Name())
	}
	equal(t, "fields", fields, []string{"Need CheckNeed", "ConsentOn Date", "ExtractIssued Date", "SeenOn Date", "SeenBy string"})

	f := newFile(t)
	columns, err := collect(ctx, f.conn, scanText, `SELECT t.name || '.' || c.name FROM pragma_table_list t,
		pragma_table_xinfo(t.name) c WHERE t.schema = 'main' ORDER BY t.name, c.cid`)
	must(t, err)
	var about []string
	for _, c := range columns {
		for _, word := range []string{"check", "crim", "extract", "record", "issued", "seen", "consent", "offen", "outcome", "rikos"} {
			if strings.Contains(c, word) {
				about = append(about, c)
				break
			}
		}
	}
	equal(t, "columns", about, []string{
		"deferral.record_id", "follow_up.record_id", // which record a reminder hangs on
		"leader_policy.keep_seen", // whether the last two are kept
		"leader_task.check_need", "leader_task.check_consent_on", "leader_task.check_issued_on", "leader_task.check_seen_on",
		"leader_task.check_seen_by",
		"year_record.year", "year_record.notes", // what is entered of a year
	})
	// What belongs to a leader or a task, whatever its columns are called.
	tables, err := collect(ctx, f.conn, scanText, `SELECT DISTINCT t.name FROM pragma_table_list t, pragma_foreign_key_list(t.name) k
		WHERE t.schema = 'main' AND k."table" IN ('leader', 'leader_task') ORDER BY 1`)
	must(t, err)
	equal(t, "tables", tables, []string{
		"extension_leader", "group_leader", "leader_absence", "leader_elsewhere", "leader_entry", "leader_fulfilment",
		"leader_merged", // two IDs
		"leader_status", "leader_task", "leader_waiver", "participation", "trainer",
	})
	// And what names a leader in a text is session.leaders alone, which has nothing but IDs.
	task := slices.DeleteFunc(columns, func(c string) bool { return !strings.HasPrefix(c, "leader_task.") })
	if len(task) != 14 { // with register_line, which SQLite derives from the others
		t.Errorf("a task has the columns %q", task)
	}

	// And the requirement cannot be written down as met, which would have a version to write something into.
	l := volunteer("Aino")
	l.Completed = []model.Fulfilment{{
		RequirementID: requirementOf(t, f, model.RequireCheck).ID, On: model.MustDate("2026-01-01"), Version: "merkintä",
	}}
	_, err = f.CreateLeader(ctx, l)
	wantCode(t, err, model.CodeInvalid)

	// Nor waived, which would have a reason.
	l = volunteer("Aino")
	l.Waivers = []model.Waiver{{RequirementID: requirementOf(t, f, model.RequireCheck).ID, Reason: "merkintä"}}
	_, err = f.CreateLeader(ctx, l)
	wantCode(t, err, model.CodeInvalid)
}
