package lists_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/agreements"
	"kumppani/ui/calendar"
	"kumppani/ui/home"
	"kumppani/ui/kit"
	"kumppani/ui/leaders"
	"kumppani/ui/meetings"
	"kumppani/ui/organisations"
	"kumppani/ui/stage"
	"kumppani/ui/training"
)

// screen is a place of the window as the shell knows it.
type screen interface {
	Content() fyne.CanvasObject
	List()
}

// register is what the register of any screen lets be seen of it.
type register interface {
	fyne.CanvasObject
	Narrowed() string
	FilterOptions(i int, also map[int]string) []kit.FilterOption
	Narrow(map[int]string)
}

// sample is the sample region with a partner's calendar, which the tests only read.
var sample *persistence.File

func TestMain(m *testing.M) {
	os.Exit(func() int {
		folder, err := os.MkdirTemp("", "lists")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(folder)
		ctx := context.Background()
		if sample, err = persistence.Open(ctx, filepath.Join(folder, "a.kumppani"), persistence.Options{}); err != nil {
			panic(err)
		}
		defer sample.Close()
		if err := persistence.LoadSample(ctx, sample); err != nil {
			panic(err)
		}
		for _, name := range []string{"Kirjasto", "Seurakuntatalo"} {
			c := model.PartnerCalendar{Name: name, File: name + ".ics", ReadOn: today, From: today, Until: today.AddDays(90)}
			if _, err := sample.SavePartnerCalendar(ctx, c, nil); err != nil {
				panic(err)
			}
		}
		return m.Run()
	}())
}

// csvOf takes the list of the screen at the front as CSV, by the keyboard and the dialog.
func csvOf(t *testing.T, x *stage.Stage) [][]string {
	t.Helper()
	return rowsOf(t, x, 0)
}

// rowsOf is csvOf for a list of several tables with -1 for the width, and of one table with 0.
func rowsOf(t *testing.T, x *stage.Stage, width int) (rows [][]string) {
	t.Helper()
	shown := len(x.Viewed)
	kit.PassShortcut(x.Window.Content(), &desktop.CustomShortcut{KeyName: fyne.KeyP, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	if !x.InDialog() {
		t.Error("Ctrl+Shift+P asks nothing")
		return nil
	}
	x.Tap("CSV – siirrettäväksi toiseen ohjelmaan")
	x.Tap("Avaa")
	if len(x.Viewed) != shown+1 || !strings.HasSuffix(x.Viewed[shown], ".csv") {
		t.Errorf("opened %v", x.Viewed[shown:])
		return nil
	}
	b, err := os.ReadFile(filepath.Join(x.Desk.Printed, x.Viewed[shown]))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\uFEFF"))))
	r.Comma, r.FieldsPerRecord = ';', width
	if rows, err = r.ReadAll(); err != nil || len(rows) == 0 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	return rows[1:]
}

// names are the names of the rows that the register shows, in its order.
func names(r register) []string {
	hits := reflect.ValueOf(r).MethodByName("Hits").Call(nil)[0]
	out := make([]string, hits.Len())
	for i := range out {
		out[i] = hits.Index(i).FieldByName("Name").String()
	}
	return out
}

// same fails the test unless the list has exactly the rows of the register, in its order.
func same(t *testing.T, how string, got [][]string, want []string) {
	t.Helper()
	if len(got) != len(want) || len(want) == 0 {
		t.Errorf("%s: %d rows, and the register shows %d", how, len(got), len(want))
		return
	}
	for i, row := range got {
		if !strings.HasPrefix(want[i], row[0]) || row[0] == "" {
			t.Errorf("%s: row %d is %q, and the register shows %q", how, i, row[0], want[i])
			return
		}
	}
}

func TestEveryListHasTheRowsOfTheScreenInItsOrder(t *testing.T) {
	store := sample
	x := stage.New(t, model.Finnish, today)
	for name, open := range map[string]func() screen{
		"agreements":    func() screen { return agreements.New(x.Desk, store) },
		"organisations": func() screen { return organisations.New(x.Desk, store) },
		"leaders":       func() screen { return leaders.New(x.Desk, store) },
		"places":        func() screen { return meetings.New(x.Desk, store) },
		"groups":        func() screen { s := meetings.New(x.Desk, store); s.Show(1); return s },
		"seasons":       func() screen { s := meetings.New(x.Desk, store); s.Show(2); return s },
		"closures":      func() screen { s := meetings.New(x.Desk, store); s.Show(3); return s },
		"partners":      func() screen { s := meetings.New(x.Desk, store); s.Show(4); return s },
		"events":        func() screen { return training.New(x.Desk, store) },
		"programmes":    func() screen { s := training.New(x.Desk, store); s.Show(1); return s },
		"duties":        func() screen { s := calendar.New(x.Desk, store); s.Show(3); return s },
	} {
		t.Run(name, func(t *testing.T) {
			x.T = t
			s := open()
			x.Put(s.Content(), func() any { return s })
			r, ok := x.Look(func(o fyne.CanvasObject) bool { _, is := o.(register); return is }).(register)
			if !ok {
				t.Fatal("there is no register")
			}
			all := names(r)
			same(t, "as it comes", csvOf(t, x), all)
			if sortOtherwise(x) {
				if slices.Equal(names(r), all) {
					t.Log("the second order is the first")
				}
				same(t, "in another order", csvOf(t, x), names(r))
			}
			if filters := reflect.ValueOf(r).Elem().FieldByName("filters").Len(); filters > 0 {
				narrow(r)
				if n := len(names(r)); n == 0 || r.Narrowed() == "" {
					t.Fatalf("%d rows narrowed to %q", n, r.Narrowed())
				}
				same(t, "narrowed to "+r.Narrowed(), csvOf(t, x), names(r))
			}
		})
	}
}

// sortOtherwise chooses the second order, and reports whether there is one.
func sortOtherwise(x *stage.Stage) bool {
	tools := x.Look(func(o fyne.CanvasObject) bool {
		c, is := o.(*fyne.Container)
		return is && len(c.Objects) > 1 && stage.Said(c.Objects[len(c.Objects)-1]) == "Luettelo…"
	})
	if tools == nil {
		return false
	}
	box := tools.(*fyne.Container).Objects
	sort, is := box[len(box)-2].(*kit.Button)
	if !is || sort.Text == "Poista rajaukset" {
		return false
	}
	sort.Tapped(nil)
	x.Press(fyne.KeyDown, fyne.KeyReturn)
	return true
}

// narrow chooses the least code of the first filter that leaves something.
func narrow(r register) {
	var chosen kit.FilterOption
	for _, o := range r.FilterOptions(0, nil) {
		if o.Rows > 0 && (chosen.Rows == 0 || o.Rows < chosen.Rows) {
			chosen = o
		}
	}
	r.Narrow(map[int]string{0: chosen.Code})
}

// The calendar has no register; its list has the sessions that are shown.
func TestTheListOfTheCalendarHasWhatIsShown(t *testing.T) {
	store := sample
	x := stage.New(t, model.Finnish, today)
	s := calendar.New(x.Desk, store)
	x.Put(s.Content(), func() any { return s })
	count := func(from, until model.Date) int {
		all, err := store.Sessions(t.Context(), from, until)
		if err != nil || len(all) == 0 {
			t.Fatalf("%d sessions, %v", len(all), err)
		}
		return len(all)
	}
	for i, c := range []struct{ from, until string }{{"2026-11-16", "2026-11-22"}, {"2026-10-26", "2026-12-06"}} {
		s.Show(i)
		rows := csvOf(t, x)
		if want := count(model.MustDate(c.from), model.MustDate(c.until)); len(rows) != want {
			t.Errorf("view %d: %d rows of %d sessions", i, len(rows), want)
		}
		if !slices.IsSortedFunc(rows, func(a, b []string) int {
			return model.MustDate(iso(a[1])).Compare(model.MustDate(iso(b[1])))
		}) {
			t.Errorf("view %d: the days are not in order", i)
		}
	}
	s.Show(2)
	rows := csvOf(t, x)
	if want := count(model.MustDate("2026-11-16"), model.MustDate("2026-11-22")); len(rows) != want+1 || rows[want][0] != "Yhteensä" {
		t.Errorf("%d rows of %d sessions and their total: %q", len(rows), want, rows[len(rows)-1])
	}
}

// The matrix has no register either: its list has the leaders that are shown, and how each stands with each programme.
func TestTheListOfTheMatrixHasWhoIsShown(t *testing.T) {
	x := stage.New(t, model.Finnish, today)
	s := training.New(x.Desk, sample)
	x.Put(s.Content(), func() any { return s })
	s.Show(2)
	m := x.Look(func(o fyne.CanvasObject) bool { _, is := o.(*kit.Matrix); return is }).(*kit.Matrix)
	rows := csvOf(t, x)
	x.SeesPart(strconv.Itoa(len(rows)) + " ohjaajaa")
	for i, row := range rows {
		for j, said := range row[2:] {
			if spoken := m.Spoken(i, j); !strings.HasPrefix(spoken, row[0]) || !strings.HasSuffix(spoken, ": "+said) {
				t.Fatalf("row %d is %q, and the matrix says %q", i, row, spoken)
			}
		}
	}
	if len(rows) < 20 || len(rows[0]) < 8 {
		t.Errorf("%d leaders with %d columns", len(rows), len(rows[0]))
	}
}

// What is needed is given with all names, of which the screen shows the first.
func TestTheListOfTrainingNeedsHasWhatIsShown(t *testing.T) {
	x := stage.New(t, model.Finnish, today)
	s := training.New(x.Desk, sample)
	x.Put(s.Content(), func() any { return s })
	s.Show(3)
	lacking := 0
	for _, row := range rowsOf(t, x, -1) {
		if len(row) < 7 || row[6] == "" || row[0] == "Kunta" {
			continue
		}
		lacking++
		n := strings.Count(row[6], ",") + 1
		x.SeesPart(row[2] + ": puuttuu " + row[3] + "/" + row[4] + " ohjaajalta.")
		if row[3] != strconv.Itoa(n) {
			t.Errorf("%q has %d names", row, n)
		}
	}
	if shown := strings.Count(strings.Join(x.Texts(), "\n"), "puuttuu "); lacking == 0 || lacking != shown {
		t.Errorf("%d lines, and %d are shown", lacking, shown)
	}
}

// Home's list has every line, also those behind "and 5 more".
func TestTheListOfHomeHasTheWholeAgenda(t *testing.T) {
	x := stage.New(t, model.Finnish, today)
	s := home.New(x.Desk, sample)
	var agenda model.Agenda
	s.Looked = func(a model.Agenda) { agenda = a }
	x.Put(s.Content(), func() any { return s })
	s.Reload()
	rows := csvOf(t, x)
	if len(rows) != len(agenda.Items) || len(rows) < 24 {
		t.Fatalf("%d rows of %d things", len(rows), len(agenda.Items))
	}
	shown := x.Texts()
	for i, row := range rows[:5] {
		if !slices.Contains(shown, row[1]) || !slices.Contains(shown, row[2]) {
			t.Errorf("row %d is %q, which is not on the screen", i, row)
		}
	}
}

// iso is a Finnish date or an ISO date as an ISO date.
func iso(s string) string {
	parts := strings.Split(s, ".")
	if len(parts) != 3 {
		return s
	}
	for i := range parts {
		if len(parts[i]) == 1 {
			parts[i] = "0" + parts[i]
		}
	}
	return parts[2] + "-" + parts[1] + "-" + parts[0]
}

// While personal data is hidden, nothing that names people leaves the program.
func TestHiddenDataIsNotGiven(t *testing.T) {
	store := sample
	x := stage.New(t, model.Finnish, today)
	x.Desk.SetHidden(true)
	s := leaders.New(x.Desk, store)
	x.Put(s.Content(), func() any { return s })
	s.List()
	x.SeesPart("Henkilötiedot ovat nyt piilossa")
	x.Tap("Sulje")
	if len(x.Viewed) > 0 {
		t.Errorf("opened %v", x.Viewed)
	}
}
