package persistence

import (
	"slices"
	"strings"
	"testing"

	"kumppani/assets"
	"kumppani/model"
)

func TestBuiltInRequirements(t *testing.T) {
	f := newFile(t)
	all, err := f.Requirements(ctx)
	must(t, err)
	built := assets.Requirements()
	if len(all) != len(built) || len(all) < 5 {
		t.Fatalf("%d requirements of %d that are built in", len(all), len(built))
	}
	for i, r := range all {
		b := built[i]
		if string(r.ID) != b.ID || r.Name.Fi != b.Name.Fi || r.Name.Sv == "" || r.Name.En == "" || len(r.Texts) != len(b.Texts) {
			t.Errorf("requirement %d is %+v, want %+v", i, r, b)
		}
		if !slices.Contains(model.RequirementKinds(), r.Kind) || !slices.Contains(model.Weights(), r.Weight) {
			t.Errorf("%s has the codes %q and %q", r.Name.Fi, r.Kind, r.Weight)
		}
		for _, k := range r.Tasks {
			if !slices.Contains(model.TaskKinds(), k) {
				t.Errorf("%s is for the task %q", r.Name.Fi, k)
			}
		}
		for j, text := range b.Texts {
			if _, err := model.ParseDate(text.From); err != nil || string(r.Texts[j].ID) != text.ID {
				t.Errorf("text %q of %s: %v", text.Version, r.Name.Fi, err)
			}
		}
		if problems := r.Check(); len(problems) > 0 {
			t.Errorf("%s: %v", r.Name.Fi, problems)
		}
	}
}

func TestSaveRequirements(t *testing.T) {
	f := newFile(t)
	built, err := f.Requirements(ctx)
	must(t, err)
	var told []model.Kind
	defer f.Subscribe(func(kinds []model.Kind) { told = append(told, kinds...) })()

	own := model.Requirement{
		Kind: model.RequireOther, Name: model.Text{Sv: " Första hjälpen "}, Tasks: []model.TaskKind{model.OtherTask, model.FathersGroupLeader},
		Professionals: true, Weight: model.Wanted, ValidMonths: model.CountOf(36), GraceDays: 14, Off: true,
		Texts: []model.RequirementText{
			{Version: " 1 ", Body: model.Text{Fi: "vanha\x1f"}},
			{Version: "2", From: model.MustDate("2026-01-01"), Body: model.Text{Fi: "uusi", Sv: "ny", En: "new"}},
		},
	}
	changed := built[1]
	changed.Name.Fi, changed.Texts = "Lupaus", append(slices.Clone(changed.Texts), model.RequirementText{Version: "2027"})
	given := []model.Requirement{own, changed}
	saved, err := f.SaveRequirements(ctx, given)
	must(t, err)
	if given[0].ID != "" || given[0].Texts[0].ID != "" || given[0].Name.Sv != " Första hjälpen " {
		t.Error("the caller's list was changed")
	}
	equal(t, "told", told, []model.Kind{model.KindRequirement})
	own.ID, own.Name.Sv, own.Texts[0].Version = saved[0].ID, "Första hjälpen", "1"
	own.Texts[0].ID, own.Texts[1].ID = saved[0].Texts[0].ID, saved[0].Texts[1].ID
	changed.Texts[len(changed.Texts)-1].ID = saved[1].Texts[len(changed.Texts)-1].ID
	want := append([]model.Requirement{own, changed, built[0]}, built[2:]...) // what was left out comes back as built in
	equal(t, "saved", saved, want)
	got, err := f.Requirements(ctx)
	must(t, err)
	equal(t, "read", got, want)

	got[0].Texts, got[0].Tasks = got[0].Texts[1:], nil
	slices.Reverse(got)
	saved, err = f.SaveRequirements(ctx, got)
	must(t, err)
	again, err := f.Requirements(ctx)
	must(t, err)
	equal(t, "turned round", again, saved)
	equal(t, "order", again[len(again)-1].ID, own.ID)
	soundFile(t, f)
}

func TestRequirementRefusals(t *testing.T) {
	f := newFile(t)
	all, err := f.Requirements(ctx)
	must(t, err)
	all = append(all, model.Requirement{Kind: model.RequireOther})
	_, err = f.SaveRequirements(ctx, all)
	wantCode(t, err, model.CodeInvalid)
	if problems := problemsOf(err); len(problems) != 1 || !strings.HasPrefix(problems[0].Field, "5.name") {
		t.Errorf("problems %v, want one of 5.name", problems)
	}

	// An own requirement that a leader has met, or that is waived, stays; others go.
	all[5].Name.Fi = "Ensiapu"
	all = append(all, model.Requirement{Kind: model.RequireOther, Name: model.Text{Fi: "Turha"}}, model.Requirement{Kind: model.RequireOther, Name: model.Text{Fi: "Poikettu"}})
	all, err = f.SaveRequirements(ctx, all)
	must(t, err)
	l := volunteer("Aino")
	l.Completed = []model.Fulfilment{
		{RequirementID: all[5].ID, On: model.MustDate("2026-01-01")}, {RequirementID: all[0].ID, On: model.MustDate("2026-01-01")},
	}
	l.Waivers = []model.Waiver{{RequirementID: all[7].ID, Reason: "ei tarvita"}}
	l, err = f.CreateLeader(ctx, l)
	must(t, err)
	_, err = f.SaveRequirements(ctx, all[:5])
	wantCode(t, err, model.CodeInUse)
	equal(t, "uses", usesOf(err), []model.Use{
		{Kind: model.KindLeader, ID: l.ID, Label: "Aino", Role: "fulfilment"},
		{Kind: model.KindLeader, ID: l.ID, Label: "Aino", Role: "waiver"},
	})
	kept, err := f.Requirements(ctx)
	must(t, err)
	equal(t, "after the refusal", kept, all)
	// The built-in one that the leader has met comes back by itself, so it may be left out.
	without := []model.Requirement{all[1], all[2], all[3], all[4], all[5], all[7]}
	got, err := f.SaveRequirements(ctx, without)
	must(t, err)
	equal(t, "without the one that nothing uses", got, append(without, all[0]))
	soundFile(t, f)
}

func problemsOf(err error) []model.Problem {
	e, _ := err.(*model.Error)
	return e.Problems
}

func usesOf(err error) []model.Use {
	e, _ := err.(*model.Error)
	return e.Uses
}
