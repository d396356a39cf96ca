package calendar

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestWeekSaysWhatIsSpecial(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	for _, c := range []struct {
		id     string
		tone   kit.Tone
		struck bool
		lines  string
	}{
		{"c2026-11-24", kit.Attention, false, "teema puuttuu|Perhetupa Sarka|Terhi Terveydenhoitaja ja Aino Kettula"},
		{"r2026-11-24", kit.Attention, false, "ammattilainen puuttuu|Kylätalo|Kaisu Ranta"},
		{"peruttu", kit.Past, true, "peruttu: Kaisu kipeänä|Kylätalo|Kaisu Ranta"},
		{"siirretty", kit.Neutral, false, "siirretty|Kylätalo|Terhi Terveydenhoitaja ja Bertta Salo"},
		{"v2026-11-27", kit.Danger, false, "paikka varattu kumppanin kalenterissa|vapaaehtoinen puuttuu|Kylätalo|Terhi Terveydenhoitaja"},
	} {
		b := x.block(c.id)
		if got := strings.Join(b.Lines, "|"); b.Tone != c.tone || b.Struck != c.struck || got != c.lines {
			t.Errorf("%s: %s, struck %v, %q; want %+v", c.id, b.Tone, b.Struck, got, c)
		}
	}
	if got, want := x.said("siirretty"), "to 26.11.2026 klo 10.00–11.30 · Viiden kerran ryhmä · Kylätalo, Rantaniemi · "+
		"siirretty, alun perin pe 20.11.2026 · Terhi Terveydenhoitaja ja Bertta Salo"; got != want {
		t.Errorf("a screen reader hears %q\nwant %q", got, want)
	}
}

func TestWeekMarksBothSidesOfAClash(t *testing.T) {
	store := gridVillage()
	for i := range store.sessions {
		if store.sessions[i].ID == "r2026-11-24" {
			store.sessions[i].PlaceID = "sarka"
		}
	}
	x := showGrids(t, store, model.Finnish)
	for id, other := range map[string]string{"c2026-11-24": "Rannan ryhmä", "r2026-11-24": "Perhekahvila Sarka"} {
		if b := x.block(id); b.Tone != kit.Danger || b.Lines[0] != "sama paikka samaan aikaan" || !strings.Contains(x.said(id), other) {
			t.Errorf("%s: %s %q %q", id, b.Tone, b.Lines, x.said(id))
		}
	}
	b := x.block("c2026-11-24")
	if columns := slices.Compact([]int{b.Column, x.block("r2026-11-24").Column}); !slices.Equal(columns, []int{1}) {
		t.Errorf("Tuesday is column %v", columns)
	}
}

func TestWeekHeads(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	columns, _, shades := x.week().timeParts()
	for i, want := range []kit.GridColumn{
		{Name: "ma 23.11.", Note: "tänään"},
		{Name: "ti 24.11."},
		{Name: "ke 25.11."},
		{Name: "to 26.11.", Note: "Syysloma · Sarkajärvi"},
		{Name: "pe 27.11.", Note: "Syysloma · Sarkajärvi +1"},
		{Name: "la 28.11.", Narrow: true, Closed: true},
		{Name: "su 29.11.", Narrow: true, Closed: true},
	} {
		if c := columns[i]; c.Name != want.Name || c.Note != want.Note || c.Narrow != want.Narrow || c.Closed != want.Closed {
			t.Errorf("column %d: %+v, want %+v", i, c, want)
		}
	}
	if got, want := x.dayText(model.MustDate("2026-11-27"), x.week().agenda), "pe 27.11.2026 · Syysloma · Sarkajärvi · Talo varattu · Kylätalo"; got != want {
		t.Errorf("Friday is said as %q, want %q", got, want)
	}
	if len(shades) != 1 || shades[0].Word != "Rippikoulu · Kylätalo" || shades[0].From != 13*60 {
		t.Errorf("the partner's times are %+v", shades)
	}
	if got := x.week().bar.title.Text; got != "Viikko 48 · 23.–29.11.2026 · Syksy 2026" {
		t.Errorf("the title is %q", got)
	}
	x.week().goTo(model.MustDate("2026-12-06"))
	if columns, _, _ := x.week().timeParts(); columns[6].Note != "itsenäisyyspäivä" {
		t.Errorf("6 December: %+v", columns[6])
	}
}

func TestSessionsAreMovedByDragging(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	day := x.drawn("ke 25.11.").X - x.drawn("ti 24.11.").X
	hour := x.drawn("10").Y - x.drawn("9").Y
	begin := x.drawn("9.30–11.30").AddXY(3, 3)
	test.Drag(x.Window.Canvas(), begin.AddXY(day, 1.3*hour), day, 1.3*hour)
	if got, want := x.kept("c2026-11-24"), "2026-11-25 10:45–12:45 slot 2026-11-24"; got != want {
		t.Errorf("kept %s, want %s", got, want)
	}
	if got := x.desk.Messages.Text(); got != "Siirretty: Perhekahvila Sarka ke 25.11.2026 klo 10.45–12.45." {
		t.Errorf("said %q", got)
	}
	undo(x.Stage)
	if got, want := x.kept("c2026-11-24"), "2026-11-24 09:30–11:30 slot 2026-11-24"; got != want {
		t.Errorf("taken back %s, want %s", got, want)
	}
}

func TestAMoveIntoAClashIsSaidAndDone(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	v := x.week()
	said, bad := v.judge("r2026-11-24", kit.TimeSpot{Column: 3, From: 600, Until: 720})
	want := []string{"to 26.11.2026 klo 10.00–12.00", "samassa paikassa samaan aikaan: Viiden kerran ryhmä klo 10.00–11.30"}
	if !bad || len(said) != 2 || said[0] != want[0] || !strings.Contains(said[1], "Viiden kerran ryhmä") {
		t.Errorf("on the way it says %q, want about %q", said, want)
	}
	if said, bad = v.judge("r2026-11-24", kit.TimeSpot{Column: 3, From: 690, Until: 780}); bad {
		t.Errorf("when another ends there is a clash: %q", said)
	}
	v.moved("r2026-11-24", kit.TimeSpot{Column: 3, From: 600, Until: 720})
	if got := x.kept("r2026-11-24"); !strings.HasPrefix(got, "2026-11-26 10:00–12:00") {
		t.Errorf("kept %s", got)
	}
	if got := x.desk.Messages.Text(); !strings.Contains(got, "Huomaa: ") || strings.HasSuffix(got, "..") || !strings.Contains(got, "Viiden kerran ryhmä") {
		t.Errorf("said %q", got)
	}
}

func TestSessionsAreMovedByKeyboard(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	v := x.week()
	kit.Focus(v.time)
	v.mark("v2026-11-27")
	ctrl := func(mod fyne.KeyModifier, keys ...fyne.KeyName) {
		for _, k := range keys {
			v.time.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl | mod})
		}
	}
	ctrl(0, fyne.KeyLeft, fyne.KeyUp)
	if got := v.detail.Text; !strings.HasPrefix(got, "to 26.11.2026 klo 9.45–11.15 · ") || !strings.Contains(got, "Viiden kerran ryhmä") {
		t.Errorf("below the grid it says %q", got)
	}
	ctrl(fyne.KeyModifierShift, fyne.KeyDown)
	x.Press(fyne.KeyReturn)
	if got, want := x.kept("v2026-11-27"), "2026-11-26 09:45–11:30 slot 2026-11-27"; got != want {
		t.Errorf("kept %s, want %s", got, want)
	}
	if v.key() != "v2026-11-27" {
		t.Errorf("afterwards the keyboard is on %q", v.key())
	}
	ctrl(0, fyne.KeyRight)
	x.Press(fyne.KeyEscape)
	if got := x.kept("v2026-11-27"); !strings.HasPrefix(got, "2026-11-26") {
		t.Errorf("Esc kept %s", got)
	}
	v.mark("peruttu")
	ctrl(0, fyne.KeyRight)
	if v.time.Moving() {
		t.Error("a cancelled session is moved")
	}
}

func TestACountedSessionAsksBeforeItIsMoved(t *testing.T) {
	store := gridVillage()
	for i := range store.sessions {
		if store.sessions[i].ID == "c2026-11-24" {
			store.sessions[i].Counts.Adults = model.CountOf(7)
		}
	}
	x := showGrids(t, store, model.Finnish)
	to := kit.TimeSpot{Column: 2, From: 600, Until: 720}
	x.week().moved("c2026-11-24", to)
	if got := x.kept("c2026-11-24"); !strings.HasPrefix(got, "2026-11-24") {
		t.Fatalf("nobody was asked, and it is kept on %s", got)
	}
	x.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	x.week().moved("c2026-11-24", to)
	x.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := x.kept("c2026-11-24"); !strings.HasPrefix(got, "2026-11-25 10:00–12:00") {
		t.Errorf("kept %s", got)
	}
}

func TestAMoveThatCannotBeKeptLeavesTheWeekAsItWas(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	x.store.fails = &model.Error{Code: model.CodeDiskFull, Op: "update session"}
	x.week().moved("r2026-11-24", kit.TimeSpot{Column: 3, From: 600, Until: 720})
	if x.Window.Canvas().Overlays().Top() == nil {
		t.Error("nothing was told")
	}
	if b := x.block("r2026-11-24"); b.Column != 1 {
		t.Errorf("it is shown in column %d", b.Column)
	}
}

func TestAPressOpensThePanelAndEscClosesIt(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	v := x.week()
	test.TapCanvas(x.Window.Canvas(), x.drawn("9.30–11.30").AddXY(3, 3))
	if v.panel == nil || v.panel.id != "c2026-11-24" {
		t.Fatal("no panel was opened")
	}
	x.Leave()
	if v.panel != nil || x.Window.Canvas().Focused() != fyne.Focusable(v.time) {
		t.Error("Esc did not lead back to the week")
	}
	x.Press(fyne.KeyReturn)
	if v.panel == nil {
		t.Error("Enter opens nothing")
	}
}

func TestANewSessionBeginsWhereTheKeyboardIs(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	v := x.week()
	v.bar.chosen(func(l *lens) { l.place = "sarka" })
	v.time.MarkTime(0, 13*60)
	kit.Focus(v.time)
	x.Press(fyne.KeyReturn)
	if v.panel == nil || !x.FormOpen() {
		t.Fatal("no form was opened")
	}
	if got := v.panel.x.of; got.Date != model.MustDate("2026-11-23") || got.From != clock("13:00") || got.Until != clock("15:00") || got.PlaceID != "sarka" {
		t.Errorf("it begins with %+v", got)
	}
	x.Leave()
	v.choose(byLeader)
	v.lines.MarkCell(len(v.rows)-1, 0)
	x.New()
	if got := v.panel.x.of; len(got.Leaders) != 1 || got.Leaders[0] != v.rows[len(v.rows)-1].leader {
		t.Errorf("in the row of a leader it begins with %+v", got)
	}
}

func TestWeekByPlaceAndLeader(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	v := x.week()
	shown := func() (out []string) {
		_, rows := v.lineParts()
		for _, r := range rows {
			line := r.Name + ":"
			for _, c := range r.Cells {
				for _, b := range c.Blocks {
					line += " " + b.Key
				}
			}
			out = append(out, line)
		}
		return out
	}
	v.choose(byPlace)
	if got, want := shown(), []string{"Kylätalo: r2026-11-24 peruttu siirretty v2026-11-27", "Perhetupa Sarka: c2026-11-24"}; !slices.Equal(got, want) {
		t.Errorf("by place %q, want %q", got, want)
	}
	v.choose(byLeader)
	if got, want := shown(), []string{
		"Aino Kettula: c2026-11-24", "Bertta Salo: siirretty", "Kaisu Ranta: r2026-11-24 peruttu",
		"Terhi Terveydenhoitaja: c2026-11-24 siirretty v2026-11-27",
	}; !slices.Equal(got, want) {
		t.Errorf("by leader %q, want %q", got, want)
	}
	v.narrowTo(2)
	if x.lens.leader != "kaisu" || len(v.rows) != 1 {
		t.Errorf("the name of a row leads to %+v", x.lens)
	}
}

func TestABusyHourLeadsToThePlaces(t *testing.T) {
	x := showGrids(t, bigRegion(), model.Finnish)
	v := x.week()
	v.time.Mark("s3999") // one of the last of Friday, which find no room beside the others
	if v.key() != "" {
		t.Fatalf("the keyboard is on %q", v.key())
	}
	kit.Focus(v.time)
	x.Press(fyne.KeyReturn)
	if v.form != byPlace || v.lines.Key() == "" || x.Window.Canvas().Focused() != fyne.Focusable(v.lines) {
		t.Errorf("it leads to form %d, %q", v.form, v.lines.Key())
	}
}

func TestWeekInSwedishWithHiddenNames(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Swedish)
	x.desk.SetHidden(true)
	x.Reload()
	b := x.block("peruttu")
	if strings.Contains(x.said("peruttu"), "Kaisu") || strings.Contains(strings.Join(b.Lines, ""), "Kaisu") {
		t.Errorf("a name is shown: %q %q", b.Lines, x.said("peruttu"))
	}
	if got := x.block("c2026-11-24"); got.Title != "Familjekaféet Sarka" || got.Lines[0] != "tema saknas" || got.Lines[1] != "Familjestugan Sarka" {
		t.Errorf("in Swedish %q %q", got.Title, got.Lines)
	}
	if got := x.week().bar.title.Text; got != "Vecka 48 · 23.–29.11.2026 · Hösten 2026" {
		t.Errorf("the title is %q", got)
	}
	for _, o := range x.leaderChoices(nil) {
		if strings.Contains(o.Label, "Kettula") {
			t.Errorf("the filter offers %q", o.Label)
		}
	}
}

func TestWeekFollowsTheDate(t *testing.T) {
	x := showGrids(t, gridVillage(), model.Finnish)
	v := x.week()
	enter := func(text string) {
		v.bar.date.SetText(text)
		v.bar.date.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	v.bar.date.SetText("1.1.") // on the way to a year
	if v.monday != model.MustDate("2026-11-23") {
		t.Errorf("the week of %s is shown while somebody types", v.monday)
	}
	enter("31.2.2027")
	if said := x.Desk.Messages.Text(); !strings.Contains(said, "Päivää 31.2.2027 ei ole kalenterissa") {
		t.Errorf("the message is %q", said)
	}
	enter("1.12.2026")
	if v.monday != model.MustDate("2026-11-30") {
		t.Errorf("the week of %s is shown", v.monday)
	}
	v.turn(-1)
	if v.monday != model.MustDate("2026-11-23") || v.bar.date.Text != "24.11.2026" {
		t.Errorf("back to %s, %q", v.monday, v.bar.date.Text)
	}
	for _, day := range []string{"2026-12-28", "2021-01-03"} { // both in a week 53
		v.goTo(model.MustDate(day))
		if !strings.HasPrefix(v.bar.title.Text, "Viikko 53 ") {
			t.Errorf("%s is in %q", day, v.bar.title.Text)
		}
	}
	if x.store.reads > 1 {
		t.Errorf("the season was read %d times", x.store.reads)
	}
}

// BenchmarkWeek measures a week of 250 sessions in a season of 5,000: read and judged, made into blocks and drawn, and
// one step of a drag.
func BenchmarkWeek(b *testing.B) {
	words.Use(model.Finnish)
	x := showGrids(b, bigRegion(), model.Finnish)
	v := x.week()
	for _, m := range []struct {
		name string
		do   func()
	}{
		{"data", func() {
			if _, err := x.readAgenda(b.Context(), v.monday, v.monday.AddDays(6)); err != nil {
				b.Fatal(err)
			}
		}},
		{"blocks", func() { v.timeParts() }},
		{"picture", v.draw},
		{"by place", func() { v.form = byPlace; v.draw(); v.form = byTime }},
		{"whole", v.fill},
		{"reload", v.Reload},
		{"judge", func() { v.judge(string(v.agenda.all[40].ID), kit.TimeSpot{Column: 2, From: 600, Until: 720}) }},
	} {
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				m.do()
			}
		})
	}
	b.Run("month", func(b *testing.B) {
		x.Show(monthTab)
		for b.Loop() {
			x.month().fill()
		}
	})
}
