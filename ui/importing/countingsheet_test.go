package importing

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
)

func TestToCountLeavesOutWhatIsCancelledAndElsewhere(t *testing.T) {
	all := []model.Session{
		{ID: "a", GroupID: "g", PlaceID: "p"},
		{ID: "b", GroupID: "g", PlaceID: "p", State: model.SessionCancelled},
		{ID: "c", GroupID: "other", PlaceID: "p"},
		{ID: "d", GroupID: "g", PlaceID: "elsewhere"},
	}
	for kind, want := range map[model.Kind][]model.ID{model.KindPlace: {"a", "c"}, model.KindGroup: {"a", "d"}} {
		var got []model.ID
		for _, s := range ToCount(all, kind, map[model.Kind]model.ID{model.KindPlace: "p", model.KindGroup: "g"}[kind]) {
			got = append(got, s.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("of a %s %v, want %v", kind, got, want)
		}
	}
	if all[1].ID != "b" {
		t.Error("the sessions that were given have changed")
	}
}

func TestACountingSheetGoesOutAndComesBack(t *testing.T) {
	store := village()
	store.sessions[1].State = model.SessionCancelled
	store.sessions = append(store.sessions, model.Session{ID: "s4", GroupID: "r1", PlaceID: "p1", Date: day("2026-11-17"), From: at("09:30"), Until: at("11:30")})
	f := factsOf(t, store, model.Finnish)
	b, err := f.CountingSheet(CountingSheet{Name: "Perhetupa Sarka", Sessions: ToCount(store.sessions, model.KindPlace, "p1"), Languages: []model.Language{model.Finnish, model.Swedish}})
	if err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	const name = "Laskenta"
	if visible, _ := x.GetColVisible(name, "A"); visible {
		t.Error("the IDs are seen")
	}
	if p, err := x.GetSheetProtection(name); err != nil || !p.SelectUnlockedCells || p.Password != "" {
		t.Errorf("%+v %v", p, err)
	}
	locked := func(cell string) bool {
		id, err := x.GetCellStyle(name, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := x.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return style.Protection == nil || style.Protection.Locked
	}
	for cell, want := range map[string]bool{"B6": true, "E6": true, "G5": true, "G6": false, "M8": false, "G9": true, "N6": true} {
		if locked(cell) != want {
			t.Errorf("%s is locked: %v, want %v", cell, !want, want)
		}
	}
	all, err := x.GetDataValidations(name)
	if err != nil || len(all) != 2 || all[0].Sqref != "G6:K8" || all[0].Type != "whole" || all[0].Formula1 != "0" || all[0].Formula2 != "10000" || !all[0].ShowErrorMessage || all[1].Sqref != "L6:L8" {
		t.Errorf("%+v %v", all, err)
	}
	for cell, value := range map[string]any{"G6": 12, "H6": 0, "K6": 3, "L8": "x", "M8": "flunssa"} {
		if err := x.SetCellValue(name, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "takaisin.xlsx")
	if err := x.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	d, p := planned(t, f, Counts, path)
	if d.Kind != Counts || d.Header != 5 {
		t.Errorf("%s, header in row %d", d.Kind, d.Header)
	}
	if got := states(p); !slices.Equal(got, []string{"6 differs", "7 same", "8 differs"}) {
		t.Errorf("%q", got)
	}
	want := []model.ImportedCount{
		{SessionID: "s1", Counts: model.Counts{Adults: model.CountOf(12), Children: model.CountOf(0), Own: map[model.ID]int{"k1": 3}}},
		{SessionID: "s4", NotHeld: true, Reason: "flunssa"},
	}
	if got := p.Batch().Counts; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestACountingSheetOfNothing(t *testing.T) {
	f := factsOf(t, village(), model.English)
	b, err := f.CountingSheet(CountingSheet{Name: "=1+1", Languages: []model.Language{model.English}})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, p := planned(t, f, Counts, path); len(p.Rows) != 0 || p.Batch().Len() != 0 {
		t.Errorf("%+v", p)
	}
}
