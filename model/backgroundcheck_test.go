package model_test

import (
	"reflect"
	"slices"
	"testing"

	"kumppani/model"
)

func TestCheckOfATask(t *testing.T) {
	needed := func(consent, issued, seen string) model.BackgroundCheck {
		return model.BackgroundCheck{
			Need: model.CheckNeeded, ConsentOn: d(consent), ExtractIssued: d(issued), SeenOn: d(seen),
		}
	}
	for _, c := range []struct {
		name    string
		kind    model.LeaderKind
		started string
		from    string
		check   model.BackgroundCheck
		want    model.CheckState
	}{
		{"a professional is the employer's", model.Professional, "", "2026-01-01", needed("", "", ""), model.CheckStateEmployer},
		{"nobody has judged the task", model.Volunteer, "", "2026-01-01", model.BackgroundCheck{}, model.CheckStateToAssess},
		{"judged: not needed", model.Volunteer, "", "2026-01-01", model.BackgroundCheck{Need: model.CheckNotNeeded}, model.CheckStateNotNeeded},
		{"needed, no consent", model.Volunteer, "", "2026-01-01", needed("", "", ""), model.CheckStateConsentMissing},
		{"consent given", model.Volunteer, "", "2026-01-01", needed("2025-12-01", "", ""), model.CheckStateRequested},
		{"seen", model.Volunteer, "", "2026-01-01", needed("2025-12-01", "2025-12-10", ""), model.CheckStateSeen},
		{"began the day before the act", model.Volunteer, "", "2014-04-30", needed("", "", ""), model.CheckStateCannotAsk},
		{"began the day of the act", model.Volunteer, "", "2014-05-01", needed("", "", ""), model.CheckStateConsentMissing},
		{"a task without a day began when the leader did", model.Volunteer, "2012-02-01", "", needed("", "", ""), model.CheckStateCannotAsk},
		{"an old leader's new task began when it began", model.Volunteer, "2012-02-01", "2020-01-01", needed("", "", ""), model.CheckStateConsentMissing},
		{"six months to the day", model.Volunteer, "", "2026-10-05", needed("", "2026-02-10", "2026-08-10"), model.CheckStateSeen},
		{"a day too late", model.Volunteer, "", "2026-10-05", needed("", "2026-02-10", "2026-08-11"), model.CheckStateTooOld},
		{"six months from 31.8. end on 28.2.", model.Volunteer, "", "2026-10-05", needed("", "2025-08-31", "2026-02-28"), model.CheckStateSeen},
		{"… and not on 1.3.", model.Volunteer, "", "2026-10-05", needed("", "2025-08-31", "2026-03-01"), model.CheckStateTooOld},
		{"not shown before the consent", model.Volunteer, "", "2026-10-05", needed("2026-09-01", "2026-02-10", ""), model.CheckStateTooOld},
		{"shown for work before the consent was known", model.Volunteer, "", "2026-10-05", needed("", "2020-01-01", ""), model.CheckStateSeen},
	} {
		l := model.Leader{Kind: c.kind, StartedOn: d(c.started)}
		task := model.LeaderTask{Kind: model.FamilyCafeLeader, From: d(c.from), Check: c.check}
		l.Tasks = []model.LeaderTask{task}
		if got := l.CheckOf(task); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// The law allows no more than these to be recorded; a field that is added here by mistake is stopped.
func TestABackgroundCheckHoldsNoMoreThanTheLawAllows(t *testing.T) {
	want := []string{"Need model.CheckNeed", "ConsentOn model.Date", "ExtractIssued model.Date", "SeenOn model.Date", "SeenBy string"}
	var got []string
	for f := range reflect.TypeFor[model.BackgroundCheck]().Fields() {
		got = append(got, f.Name+" "+f.Type.String())
	}
	if !slices.Equal(got, want) {
		t.Errorf("a background check is %v; allowed is %v", got, want)
	}
}

func TestCheckWarnsOfAnExtractThatIsTooOld(t *testing.T) {
	l := model.Leader{Name: "Oksana", Kind: model.Volunteer, Tasks: []model.LeaderTask{{
		Kind: model.FamilyCafeLeader, From: d("2026-10-05"),
		Check: model.BackgroundCheck{Need: model.CheckNeeded, ExtractIssued: d("2026-02-10"), SeenOn: d("2026-10-01")},
	}}}
	warned := l.Check(d("2026-11-22"))
	if len(warned) != 1 || warned[0].Code != "extract_too_old" || warned[0].Severity != model.Warning ||
		warned[0].Field != "tasks.0.extract_issued" || warned[0].Args["last"] != d("2026-08-10") {
		t.Errorf("got %v", warned)
	}
	l.Tasks[0].Check.SeenOn = model.Date{}
	if warned := l.Check(d("2026-08-10")); len(warned) != 0 {
		t.Errorf("on its last day it can be shown: %v", warned)
	}
	if warned := l.Check(d("2026-08-11")); len(warned) != 1 || warned[0].Code != "extract_old_today" {
		t.Errorf("a day later it cannot: %v", warned)
	}
}
