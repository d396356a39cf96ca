package training

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

// cellWords are what the cells of a leader say, by the name of the programme.
func (x *learnTable) cellWords(leader model.ID) map[string]string {
	v, out := x.matrix(), map[string]string{}
	for row := range v.shown {
		for column := range v.all.programmes {
			if l, p, _ := v.at(row, column); l.ID == leader {
				out[p.Name.Fi] = v.cell(row, column).Word
			}
		}
	}
	return out
}

func TestMatrixCells(t *testing.T) {
	x := showLearnt(t, learnt(), matrixTab, model.Finnish)
	for leader, want := range map[model.ID]string{
		"aino": "voimassa", "sari": "31.12.", "ville": "uusittavissa", "outi": "vanhentunut", "kaisa": "14.1.2027", "entinen": "",
	} {
		if got := x.cellWords(leader)["Huolen puheeksi ottaminen"]; got != want {
			t.Errorf("%s: %q, want %q", leader, got, want)
		}
	}
	if got := x.cellWords("aino"); got["Vertaisryhmän ohjaajan koulutus"] != "puuttuu" || len(got) != 2 {
		t.Errorf("Aino's row is %v; a programme that nobody has and that is no longer held takes no column", got)
	}
	v := x.matrix()
	if c := v.cell(0, 0); c.Mark == nil || c.Tone == "" {
		t.Errorf("Aino takes part in a planned event, and her cell %+v does not say so", c)
	}
	want := "Aino Kettula · Sarkajärvi · Huolen puheeksi ottaminen: voimassa, 5.5.2028 asti · suoritettu 5.5.2025 · mukana tapahtumassa 14.1.2027"
	if got := v.spoken(0, 0); got != want {
		t.Errorf("the cell says\n%q, want\n%q", got, want)
	}
}

func TestMatrixAsOfADay(t *testing.T) {
	x := showLearnt(t, learnt(), matrixTab, model.Finnish)
	v := x.matrix()
	for _, c := range [][2]string{
		{"1.6.2023", "puuttuu"},
		{"1.1.2024", "voimassa"},
		{"31.12.2026", "31.12."},
		{"1.1.2027", "uusittavissa"},
		{"1.6.2027", "vanhentunut"},
	} {
		v.date.SetText(c[0]) // as if typed
		if got := x.cellWords("sari")["Huolen puheeksi ottaminen"]; got != c[1] {
			t.Errorf("on %s Sari's is %q, want %q", c[0], got, c[1])
		}
	}
	x.Reload()
	if got := x.cellWords("sari")["Huolen puheeksi ottaminen"]; got != "vanhentunut" {
		t.Error("the day is forgotten when the records are read again")
	}
}

func TestMatrixFilters(t *testing.T) {
	d := learntRecords(t).matrixOn(eventToday)
	for _, c := range []struct {
		choice matrixChoice
		want   []model.ID
	}{
		{matrixChoice{}, []model.ID{"aino", "kaisa", "outi", "sari", "ville"}},
		{matrixChoice{state: model.LeaderEnded}, []model.ID{"entinen"}},
		{matrixChoice{municipality: "Rantaniemi"}, []model.ID{"outi", "ville"}},
		{matrixChoice{municipality: "Rantaniemi", task: model.FamilyCafeLeader}, nil},
		{matrixChoice{task: model.FamilyCafeLeader}, []model.ID{"aino", "kaisa", "sari"}},
	} {
		var got []model.ID
		for _, i := range d.filtered(c.choice) {
			got = append(got, d.rows[i].leader.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v shows %v, want %v", c.choice, got, c.want)
		}
	}
	if want := []string{"Rantaniemi", "Sarkajärvi"}; !slices.Equal(d.municipalities, want) {
		t.Errorf("municipalities %v, want %v", d.municipalities, want)
	}
}

// learntRecords are the records of learnt in Finnish.
func learntRecords(t *testing.T) *records {
	t.Helper()
	words.Use(model.Finnish)
	r, err := readRecords(t.Context(), learnt(), eventToday)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMatrixOpens(t *testing.T) {
	x := showLearnt(t, learnt(), matrixTab, model.Finnish)
	v := x.matrix()
	x.Window.Canvas().Focus(v.grid)
	x.Press(fyne.KeyReturn)
	x.Tap("Avaa käyty koulutus")
	x.Press(fyne.KeyReturn)
	x.Tap("Avaa suunniteltu koulutus")
	x.Press(fyne.KeyReturn, fyne.KeyReturn) // the default: the leader
	x.Press(fyne.KeyRight, fyne.KeyReturn)  // no event: the leader at once
	if want := []model.ID{"gone", "ahead", "aino", "aino"}; !slices.Equal(x.OpenedIDs(), want) {
		t.Errorf("opened %v, want %v", x.OpenedIDs(), want)
	}
	v.open(-1, 0)
	if x.Current() != programmesTab || x.programmes().register.Selected() != "huoli" {
		t.Errorf("the heading opened view %d, programme %q", x.Current(), x.programmes().register.Selected())
	}
}

func TestMatrixHidesNames(t *testing.T) {
	x := showLearnt(t, learnt(), matrixTab, model.Finnish)
	x.desk.SetHidden(true)
	x.Reload()
	if got := x.matrix().spoken(0, 0); got[:5] != "A. K." {
		t.Errorf("while names are hidden the cell says %q", got)
	}
}

func TestMatrixSaysWhyItIsEmpty(t *testing.T) {
	shelf := learnt()
	shelf.programmes, shelf.events = nil, nil
	showLearnt(t, shelf, matrixTab, model.Finnish).Sees("Taulukko syntyy, kun ensimmäinen koulutusohjelma on lisätty.")
	shelf = learnt()
	shelf.leaders = nil
	showLearnt(t, shelf, matrixTab, model.Finnish).Sees("Taulukko syntyy, kun ensimmäinen ohjaaja on lisätty.")
	x := showLearnt(t, learnt(), matrixTab, model.Finnish)
	x.matrix().choice.municipality = "Rantaniemi"
	x.matrix().choice.task = model.FamilyCafeLeader
	x.Reload()
	x.Sees("Yksikään ohjaaja ei täytä kaikkia ehtoja. Poista jokin ehto.")
}

// wholeTown is 2,000 leaders, 20 programmes and 20,000 completions.
func wholeTown() *learnShelf {
	s := learnt()
	s.programmes, s.leaders, s.completions, s.enrolments, s.events = nil, nil, nil, nil, nil
	for i := range 20 {
		s.programmes = append(s.programmes, model.Programme{
			ID: model.ID(fmt.Sprintf("p%d", i)), Name: model.Text{Fi: fmt.Sprintf("Vertaisryhmän ohjaajan koulutus %d", i)},
			Validity: model.Validity{Kind: model.ValidMonths, Months: 12 + 6*(i%5), GraceDays: 60}, Tasks: model.TaskKinds(),
		})
	}
	for i := range 2000 {
		id := model.ID(fmt.Sprintf("l%d", i))
		s.leaders = append(s.leaders, model.Leader{
			ID: id, Name: fmt.Sprintf("Aino Kettula %d", i), Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"},
			Statuses: []model.LeaderStatus{{State: model.LeaderActive}}, Tasks: []model.LeaderTask{{ID: id, Kind: model.TaskKinds()[i%5]}},
		})
		for j := range 10 {
			s.completions = append(s.completions, model.Completion{
				LeaderID: id, ProgrammeID: s.programmes[(i+2*j)%20].ID, On: model.MustDate("2024-01-15").AddDays(i%700 + 20*j),
			})
		}
	}
	return s
}

// BenchmarkMatrix2000 judges 2,000 leaders in 20 programmes, scrolls by three rows as the wheel does, by a whole page,
// and moves the keyboard by a cell. Drawing by the graphics card is not in it.
func BenchmarkMatrix2000(b *testing.B) {
	x := showLearnt(b, wholeTown(), matrixTab, model.Finnish)
	v := x.matrix()
	b.Run("standings", func(b *testing.B) {
		for b.Loop() {
			x.records.matrixOn(eventToday)
		}
	})
	b.Run("reload", func(b *testing.B) {
		for b.Loop() {
			v.Reload()
		}
	})
	b.Run("filter", func(b *testing.B) {
		for b.Loop() {
			v.choice.task = model.TaskKinds()[0]
			v.filter()
			v.choice.task = ""
			v.filter()
		}
	})
	x.Window.Canvas().Focus(v.grid)
	for name, keys := range map[string][]fyne.KeyName{"key": {fyne.KeyDown}, "page": {fyne.KeyPageDown}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if row, _ := v.grid.At(); row == len(v.shown)-1 {
					x.Press(fyne.KeyHome)
				}
				x.Press(keys...)
			}
		})
	}
}
