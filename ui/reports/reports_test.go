package reports

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/kit"
	"kumppani/ui/report"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

var today = model.MustDate("2026-11-22")

func span(from, until string) model.Period {
	return model.Period{From: model.MustDate(from), Until: model.MustDate(until)}
}

func TestPeriodsAreStepped(t *testing.T) {
	seasons := []model.Season{ // the latest first
		{From: model.MustDate("2027-01-11"), Until: model.MustDate("2027-05-28")},
		{From: model.MustDate("2026-08-10"), Until: model.MustDate("2026-12-18")},
	}
	for _, c := range []struct {
		of   model.Period
		by   int
		want model.Period
	}{
		{model.YearPeriod(2026), -1, model.YearPeriod(2025)},
		{model.YearPeriod(2026), 1, model.YearPeriod(2027)},
		{half(2026, 0), 1, half(2026, 1)},
		{half(2026, 0), -1, half(2025, 1)},
		{span("2026-02-01", "2026-02-28"), -1, span("2026-01-01", "2026-01-31")},
		{span("2026-01-01", "2026-03-31"), -1, span("2025-10-01", "2025-12-31")},
		{span("2026-11-16", "2026-11-22"), 1, span("2026-11-23", "2026-11-29")},
		{seasonPeriod(seasons[1]), 1, seasonPeriod(seasons[0])},
		{seasonPeriod(seasons[0]), 1, seasonPeriod(seasons[0])},
		{model.YearPeriod(model.FirstYear), -1, model.YearPeriod(model.FirstYear)},
		{model.YearPeriod(model.LastYear), 1, model.YearPeriod(model.LastYear)},
	} {
		if got := stepped(c.of, c.by, seasons); got != c.want {
			t.Errorf("%v by %d: %v, want %v", c.of, c.by, got, c.want)
		}
	}
}

func TestPeriodsToChooseFrom(t *testing.T) {
	words.Use(model.Finnish)
	autumn := model.Season{Name: model.Text{Fi: "Syksy 2026"}, From: model.MustDate("2026-08-10"), Until: model.MustDate("2026-12-18")}
	all := periods(today, []model.Season{autumn})
	said := map[string]model.Period{}
	for _, o := range all {
		said[o.Label] = o.Value
	}
	for label, want := range map[string]model.Period{
		"Vuosi 2026": model.YearPeriod(2026), "Vuosi 2017": model.YearPeriod(2017), "Tammi–kesäkuu 2026": span("2026-01-01", "2026-06-30"),
		"Heinä–joulukuu 2025": span("2025-07-01", "2025-12-31"), "Syksy 2026": span("2026-08-10", "2026-12-18"), "Omat päivät": {},
	} {
		if got, offered := said[label]; !offered || got != want {
			t.Errorf("%s: %v offered %v", label, got, offered)
		}
	}
	if all[0].Label != "Vuosi 2026" || len(said) != len(all) {
		t.Errorf("%d periods of %d names, first %q", len(all), len(said), all[0].Label)
	}
}

// sample is the sample region, which the tests only read.
var sample *persistence.File

func TestMain(m *testing.M) {
	os.Exit(func() int {
		folder, err := os.MkdirTemp("", "reports")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(folder)
		if sample, err = persistence.Open(context.Background(), filepath.Join(folder, "a.kumppani"), persistence.Options{}); err != nil {
			panic(err)
		}
		defer sample.Close()
		if err := persistence.LoadSample(context.Background(), sample); err != nil {
			panic(err)
		}
		return m.Run()
	}())
}

func open(t *testing.T, l model.Language) (*stage.Stage, *Screen) {
	t.Helper()
	x := stage.New(t, l, today)
	s := New(x.Desk, sample)
	x.Put(s.Content(), func() any { return s })
	return x, s
}

// show chooses a report.
func show(s *Screen, code report.Code) *page {
	v := s.View(reportsTab).(*reportsView)
	v.register.Select(string(code))
	return v.page
}

func TestEveryReportIsShown(t *testing.T) {
	for _, l := range model.Languages() {
		x, s := open(t, l)
		for _, c := range report.Codes() {
			p := show(s, c)
			if len(c.Wants()) > 0 {
				if p.report != nil {
					t.Errorf("%s, %s: a report of nobody", l, c)
				}
				continue
			}
			if p.report == nil || p.report.Title == "" || !x.Shows(p.report.Title) {
				t.Errorf("%s, %s is not shown", l, c)
			}
		}
		x.Misses("reports.", "{{")
	}
}

func TestAReportRemembersItsSettings(t *testing.T) {
	x, s := open(t, model.Finnish)
	show(s, report.Visits)
	x.Tap("Edellinen ajanjakso")
	p := s.View(reportsTab).(*reportsView).page
	if p.question.Period != model.YearPeriod(2025) || !strings.Contains(p.report.Title, "2025") {
		t.Errorf("%v: %q", p.question.Period, p.report.Title)
	}
	if again := remembered(report.Visits, today); again.Period != model.YearPeriod(2025) || again.AsOf != today {
		t.Errorf("remembered %+v", again)
	}
	if other := remembered(report.Annual, today); other.Period != model.YearPeriod(2026) {
		t.Errorf("another report remembers it too: %v", other.Period)
	}
	if later := remembered(report.Visits, model.MustDate("2027-01-04")); later.Period != model.YearPeriod(2026) {
		t.Errorf("in January it is of %v", later.Period)
	}
}

func TestAReportIsOfDaysOfOnesOwn(t *testing.T) {
	x, s := open(t, model.Finnish)
	p := show(s, report.Visits)
	if p.own.Visible() {
		t.Error("days of one's own are asked for at once")
	}
	p.period.SetValue(model.Period{})
	p.period.OnChanged()
	if !p.own.Visible() {
		t.Fatal("days of one's own are not asked for")
	}
	p.until.SetValue(model.MustDate("2025-01-01"))
	p.ownDays()
	if p.question.Period != model.YearPeriod(2026) {
		t.Errorf("a period that ends before it begins is taken: %v", p.question.Period)
	}
	if !strings.Contains(x.Desk.Messages.Text(), "ennen ensimmäistä") {
		t.Errorf("it says %q", x.Desk.Messages.Text())
	}
	p.from.SetValue(model.MustDate("2026-09-01"))
	p.until.SetValue(model.MustDate("2026-10-31"))
	p.ownDays()
	if p.question.Period != span("2026-09-01", "2026-10-31") || !p.own.Visible() {
		t.Errorf("the report is of %v", p.question.Period)
	}
}

func TestAReportOfAPartner(t *testing.T) {
	x, s := open(t, model.Finnish)
	p := show(s, report.Partner)
	x.SeesPart("Valitse kumppani, josta kooste tehdään.")
	p.Print()
	kit.Focus(p.subject)
	x.Choose("Sarkajärven seurakunta")
	if p.report == nil || !strings.Contains(p.report.Title, "Sarkajärven seurakunta") {
		t.Fatalf("the report is %+v", p.report)
	}
	if q := remembered(report.Partner, today); q.Subject.Kind != model.KindOrganisation || q.Subject.ID == "" {
		t.Errorf("remembered %+v", q.Subject)
	}
}

// What is said of one partner or person stands so on a day; a period that was once chosen must not turn back what it says.
func TestAReportOfAPersonHasNoPeriod(t *testing.T) {
	x, s := open(t, model.Finnish)
	for _, code := range []report.Code{report.Partner, report.Handover} {
		remember(report.Question{Code: code, Period: model.YearPeriod(2024), AsOf: today}, today)
		p := show(s, code)
		x.Misses("Ajanjakso", "Vuosi 2026", "Vuosi 2024")
		p.FocusFirst()
		x.Choose("Rantaniemen kunta")
		if p.report == nil || p.question.Day() != today {
			t.Errorf("%s: as of %v", code, p.question.Day())
		}
		p.question.AsOf = model.MustDate("2025-06-30")
		p.ask()
		if p.question.Day() != model.MustDate("2025-06-30") {
			t.Errorf("%s: as of %v, not the day that was chosen", code, p.question.Day())
		}
	}
}

func TestTheDayOfAReport(t *testing.T) {
	x, s := open(t, model.Finnish)
	p := show(s, report.Agreements)
	p.asOf.SetValue(model.MustDate("2026-06-01"))
	p.settleDay()
	if p.question.AsOf != model.MustDate("2026-06-01") || p.report.AsOf != p.question.AsOf {
		t.Errorf("the report is as of %v", p.report.AsOf)
	}
	kit.Focus(p.asOf)
	x.Retype("31.2.2026")
	kit.Focus(p.period)
	if said := x.Desk.Messages.Text(); !strings.Contains(said, "31.2.2026") || p.question.AsOf != model.MustDate("2026-06-01") {
		t.Errorf("of a day that is in no calendar it says %q, and the report is as of %v", said, p.question.AsOf)
	}
	p.asOf.SetValue(model.Date{})
	p.settleDay()
	if said := x.Desk.Messages.Text(); said != "" {
		t.Errorf("nothing is wrong any more, but it says %q", said)
	}
	if d, _ := p.asOf.Value(); d != model.MustDate("2026-06-01") {
		t.Errorf("the field was emptied and shows %v, the report is as of %v", d, p.report.AsOf)
	}
}

func TestATableIsNotNamedTwice(t *testing.T) {
	for _, c := range []struct {
		section, table string
		want           bool
	}{
		{"Parisuhdetyö", "Parisuhdetyö", true},
		{"Erittely: ryhmittäin", "Ryhmittäin", true},
		{"Sopimukset", "Sopimukset tilan mukaan", false},
		{"", "Kyselyt", false},
	} {
		if got := saidBy(c.section, c.table); got != c.want {
			t.Errorf("%q in %q: %v", c.table, c.section, got)
		}
	}
}

func TestAReportIsPrintedAndSaved(t *testing.T) {
	x, s := open(t, model.Finnish)
	show(s, report.Annual)
	s.Print()
	if len(x.Viewed) != 1 || !strings.HasSuffix(x.Viewed[0], ".pdf") {
		t.Errorf("opened %v", x.Viewed)
	}
	s.List()
	x.Tap("Excel – laskettavaksi tai muokattavaksi")
	x.Press(fyne.KeyReturn)
	if len(x.Viewed) != 2 || !strings.HasSuffix(x.Viewed[1], ".xlsx") {
		t.Errorf("opened %v", x.Viewed)
	}
}

func TestPersonalReportsAreHidden(t *testing.T) {
	x, s := open(t, model.Finnish)
	p := show(s, report.Handover)
	kit.Focus(p.subject)
	x.Choose("Sarkajärven seurakunta")
	if p.report == nil || !p.report.Personal {
		t.Fatal("the handover of a partner names nobody")
	}
	x.Desk.SetHidden(true)
	s.Reload()
	x.SeesPart("Henkilötiedot ovat nyt piilossa")
	if s.View(reportsTab).(*reportsView).page.report != nil {
		t.Error("it can be printed")
	}
}

func TestRecordsOfTheNetworkAreOpened(t *testing.T) {
	_, s := open(t, model.Finnish)
	for kind, tab := range map[model.Kind]int{model.KindBody: meetingsTab, model.KindNetwork: meetingsTab, model.KindSurvey: surveysTab, model.KindYear: yearTab} {
		s.OpenKind(kind, "")
		if s.Current() != tab {
			t.Errorf("%s is shown in view %d", kind, s.Current())
		}
	}
}
