package agreements

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// summary is an agreement of the municipality and the association with these dates.
func summary(id, number string, change func(*model.Agreement)) model.Agreement {
	a := signed("2024-12-12")
	a.ID, a.Number, a.Title = model.ID(id), number, model.Text{Fi: "Sopimus " + id}
	a.ValidFrom, a.ValidUntil, a.NoticeMonths = model.MustDate("2025-01-01"), model.MustDate("2028-12-31"), model.CountOf(3)
	change(&a)
	return a
}

func TestTheSecondLineSaysWhatMattersNext(t *testing.T) {
	words.Use(model.Finnish)
	for want, change := range map[string]func(*model.Agreement){
		"päätettävä viimeistään 30.9.2028": func(*model.Agreement) {},
		"tarkistus 30.11.2026":             func(a *model.Agreement) { a.ReviewOn = model.MustDate("2026-11-30") },
		"tarkistus 15.11.2026":             func(a *model.Agreement) { a.ReviewOn = model.MustDate("2026-11-15") },
		"päätettävä viimeistään 30.11.2026": func(a *model.Agreement) {
			a.ValidUntil, a.NoticeMonths = model.MustDate("2026-11-30"), model.CountOf(0)
		},
		"voimassa toistaiseksi":               func(a *model.Agreement) { a.ValidUntil = model.Date{} },
		"päättyi 31.10.2026":                  func(a *model.Agreement) { a.ValidUntil = model.MustDate("2026-10-31") },
		"päättyy 31.12.2026":                  func(a *model.Agreement) { a.ValidUntil = model.MustDate("2026-12-31") },
		"voimaan 1.1.2027":                    func(a *model.Agreement) { a.ValidFrom = model.MustDate("2027-01-01") },
		"odottaa: Sarkajärven seurakunta":     func(a *model.Agreement) { a.Parties[1].Signing.SignedOn = model.Date{} },
		"irtisanottu, päättymispäivä puuttuu": func(a *model.Agreement) { a.ValidUntil, a.Notice.GivenOn = model.Date{}, today },
		"ei vielä lähetetty":                  func(a *model.Agreement) { *a = sarka() },
		"sopimispäivä puuttuu":                func(a *model.Agreement) { a.Form, a.ValidFrom = model.Oral, model.Date{} },
		"päättyy 31.1.2027": func(a *model.Agreement) {
			a.Notice = model.Notice{GivenOn: today, EndsOn: model.MustDate("2027-01-31")}
		},
	} {
		a := summary("a", "2024-001", change)
		store := &cabinet{shelf: newShelf()}
		store.agreements = []model.Agreement{a}
		r, err := readRecords(t.Context(), store, today)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.rows()[0].Detail; !strings.HasPrefix(got, want+" · Sarkajärven kunta, ") {
			t.Errorf("%q, want it to begin with %q", got, want)
		}
	}
}

func TestRegisterIsInOrderOfDecision(t *testing.T) {
	x := show(t, model.Finnish,
		summary("late", "2024-001", func(*model.Agreement) {}),
		summary("soon", "2024-002", func(a *model.Agreement) { a.ValidUntil = model.MustDate("2027-12-31") }),
		summary("ended", "2024-003", func(a *model.Agreement) { a.ValidUntil = model.MustDate("2025-12-31") }),
		summary("open", "2024-004", func(a *model.Agreement) { a.ValidUntil = model.Date{}; a.Title.Fi = "Ahti" }))
	for i, want := range []string{"soon late open ended", "late soon ended open", "open ended soon late", "open ended late soon"} {
		rows, err := x.rows()
		if err != nil {
			t.Fatal(err)
		}
		slices.SortStableFunc(rows, sorts()[i].Compare)
		var got []string
		for _, r := range rows {
			got = append(got, r.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("order %d: %v, want %s", i, got, want)
		}
	}
}

func TestRegisterFindsAndFilters(t *testing.T) {
	x := show(t, model.Swedish, summary("a", "2024-001", func(a *model.Agreement) { a.Area.Fi = "Sarkajärvi" }))
	rows, err := x.rows()
	if err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"2024-001", "sarkajarven seurakunta", "Sarkajärvi kommun", "sopimus"} {
		if !strings.Contains(rows[0].Search, model.Fold(typed)) {
			t.Errorf("%q is not found in %q", typed, rows[0].Search)
		}
	}
	want := [][]string{
		{"I kraft"},
		{"Skriftligt"},
		{"Sarkajärvi kommun", "Sarkajärven seurakunta", "Sarkajärven Perheiden Tupa ry"},
		{"Kommun", "Församling", "Organisation"},
		{"Sarkajärvi"},
	}
	for i, f := range x.filters() {
		var got []string
		for _, code := range f.Of(rows[0].Of) {
			got = append(got, f.Word(code))
		}
		if i != 3 && !slices.Equal(got, want[i]) || len(got) != len(want[i]) {
			t.Errorf("filter %s: %v, want %v", f.Label, got, want[i])
		}
	}
}

func TestEmptyRegisterOffersToBegin(t *testing.T) {
	x := show(t, model.Finnish)
	x.SeesPart("Yhtään sopimusta ei ole vielä.")
	x.Tap("Tee sopimus")
	if !x.register.FormOpen() {
		t.Error("the button of the empty register opens no form")
	}
}

func TestTheListIsPrintedAsItIsNarrowed(t *testing.T) {
	x := show(t, model.Finnish, summary("a", "2024-001", func(*model.Agreement) {}), summary("b", "2024-002", func(*model.Agreement) {}))
	x.FocusSearch()
	x.Type("2024-002")
	if hits := x.register.Hits(); len(hits) != 1 || hits[0].ID != "b" || x.register.Narrowed() != "”2024-002”" {
		t.Errorf("%d hits narrowed to %q", len(hits), x.register.Narrowed())
	}
	x.Tap("Luettelo…")
	x.Tap("Avaa")
	if len(x.Viewed) != 1 || !strings.HasSuffix(x.Viewed[0], ".pdf") {
		t.Errorf("shown: %v", x.Viewed)
	}
}

// many makes a register of n agreements of three parties each.
func many(n int) *cabinet {
	c := &cabinet{shelf: newShelf(), contents: map[model.ID][]byte{}, wrote: func() {}}
	for i := range n {
		a := summary(fmt.Sprint(i), fmt.Sprintf("%d-%03d", 2000+i/400, i%400), func(a *model.Agreement) {
			a.Title.Fi = fmt.Sprintf("Äitien ja lasten perhekahvilan kumppanuussopimus %d", i)
			a.Area.Fi = []string{"Sarkajärvi", "Hiidenlampi", "Myllyvaara"}[i%3]
			a.ValidUntil = model.MustDate("2025-01-31").AddDays(i % 2000)
			a.Clauses = nil
		})
		c.agreements = append(c.agreements, a)
	}
	return c
}

// The budget is 100 ms for 10,000 agreements, with the page of the first.
func BenchmarkOpenRegister(b *testing.B) {
	x := show(b, model.Finnish)
	store := many(10_000)
	b.ResetTimer()
	for b.Loop() {
		s := New(x.desk, store)
		test.WidgetRenderer(s.register)
	}
}

// The budget is 16 ms.
func BenchmarkKeystroke(b *testing.B) {
	x := show(b, model.Finnish)
	s := New(x.desk, many(10_000))
	x.Window.SetContent(s.Content())
	s.FocusSearch()
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		x.Window.Canvas().Focused().TypedRune(rune("perhekahvila "[i%13]))
		if i%13 == 12 {
			b.StopTimer()
			s.register.ShowAll()
			s.FocusSearch()
			b.StartTimer()
		}
	}
}

var _ kit.Printer = (*Screen)(nil)
