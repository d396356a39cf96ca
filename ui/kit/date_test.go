package kit

import (
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

func dateForm(t *testing.T) (*DateField, *Form, fyne.Window) {
	d := NewDateField()
	d.Today = func() model.Date { return nov22 }
	f := NewForm()
	f.Row(&Field{Name: "from", Label: "Alkaa", Input: d}, &Field{Name: "until", Label: "Päättyy", Input: NewDateField()})
	w := shown(t, f)
	Focus(d)
	return d, f, w
}

func TestDateIsRewrittenWhenTheFieldIsLeft(t *testing.T) {
	for text, want := range map[string]string{
		"14.3.2026": "14.3.2026", "14.3.": "14.3.2026", "140326": "14.3.2026", "2026-03-14": "14.3.2026",
		"ti": "24.11.2026", "huomenna": "23.11.2026", "imorgon": "23.11.2026", "+7": "29.11.2026", "": "",
	} {
		for _, l := range model.Languages() {
			t.Run(string(l)+" "+text, func(t *testing.T) {
				d, f, w := dateForm(t)
				words.Use(l)
				typed(w, text)
				press(w, fyne.KeyTab)
				if d.Text != want || f.Refused() {
					t.Errorf("%q, refused %v", d.Text, f.Refused())
				}
			})
		}
	}
}

func TestWrongDateStaysWithItsSentence(t *testing.T) {
	d, f, w := dateForm(t)
	typed(w, "31.2.")
	if _, ok := d.Value(); ok {
		t.Error("31.2. is a date before the field is left")
	}
	if f.Refused() {
		t.Error("it is refused while it is being typed")
	}
	press(w, fyne.KeyTab)
	field := f.body.lines[0].fields[0]
	if d.Text != "31.2." || !f.Refused() || field.problem.Hidden {
		t.Errorf("text %q, refused %v, sentence hidden %v", d.Text, f.Refused(), field.problem.Hidden)
	}
	if want := "Korjaa: Päivää 31.2. ei ole kalenterissa. Tarkista päivä ja kuukausi."; field.problem.Text != want {
		t.Errorf("it says %q", field.problem.Text)
	}
	if !f.FocusFirstProblem() || w.Canvas().Focused() != fyne.Focusable(d) {
		t.Error("the wrong field is not focused")
	}
	typed(w, "1.3.") // over the text, which was selected
	press(w, fyne.KeyReturn)
	if f.Refused() || d.Text != "1.3.2026" {
		t.Errorf("put right, it is %q and refused %v", d.Text, f.Refused())
	}
}

func TestCalendarByKeyboard(t *testing.T) {
	alt, ctrl := fyne.KeyModifierAlt, fyne.KeyModifierControl
	for name, c := range map[string]struct {
		play func(fyne.Window)
		want string
	}{
		"Enter takes the day":   {func(w fyne.Window) { press(w, fyne.KeyReturn) }, "22.11.2026"},
		"arrows":                {func(w fyne.Window) { press(w, fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyReturn) }, "29.11.2026"},
		"up":                    {func(w fyne.Window) { press(w, fyne.KeyUp, fyne.KeyReturn) }, "15.11.2026"},
		"Home is Monday":        {func(w fyne.Window) { press(w, fyne.KeyHome, fyne.KeyReturn) }, "16.11.2026"},
		"End is Sunday":         {func(w fyne.Window) { press(w, fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn) }, "22.11.2026"},
		"a month on":            {func(w fyne.Window) { press(w, fyne.KeyPageDown, fyne.KeySpace) }, "22.12.2026"},
		"a month back":          {func(w fyne.Window) { press(w, fyne.KeyPageUp, fyne.KeyReturn) }, "22.10.2026"},
		"a year on":             {func(w fyne.Window) { shortcut(w, ctrl, fyne.KeyPageDown); press(w, fyne.KeyReturn) }, "22.11.2027"},
		"a year back":           {func(w fyne.Window) { shortcut(w, ctrl, fyne.KeyPageUp); press(w, fyne.KeyReturn) }, "22.11.2025"},
		"T comes back to today": {func(w fyne.Window) { press(w, fyne.KeyPageDown); typed(w, "t"); press(w, fyne.KeyReturn) }, "22.11.2026"},
		"Esc changes nothing":   {func(w fyne.Window) { press(w, fyne.KeyPageDown, fyne.KeyEscape) }, ""},
		"Alt+Up closes":         {func(w fyne.Window) { shortcut(w, alt, fyne.KeyUp) }, ""},
		"it can be opened again": {func(w fyne.Window) {
			press(w, fyne.KeyEscape)
			shortcut(w, alt, fyne.KeyDown)
			press(w, fyne.KeyReturn)
		}, "22.11.2026"},
		"Tab does not get out of it": {func(w fyne.Window) { press(w, fyne.KeyTab, fyne.KeyReturn) }, "22.11.2026"},
	} {
		t.Run(name, func(t *testing.T) {
			d, _, w := dateForm(t)
			changes := 0
			d.OnChanged = func() { changes++ }
			shortcut(w, alt, fyne.KeyDown)
			if w.Canvas().Overlays().Top() == nil {
				t.Fatal("Alt+Down opened nothing")
			}
			c.play(w)
			if d.Text != c.want || (changes > 0) != (c.want != "") {
				t.Errorf("the field has %q after %d changes, want %q", d.Text, changes, c.want)
			}
			if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != fyne.Focusable(d) {
				t.Error("the focus did not come back to the field")
			}
		})
	}
}

func TestCalendarShowsMonthsAsFinnsPrintThem(t *testing.T) {
	shown(t, NewEntry())
	c := newCalendar(nov22, model.MustDate("2027-01-15"))
	r := c.CreateRenderer().(*calendarRenderer)
	if got := r.title.Text; got != "tammikuu 2027" {
		t.Errorf("title %q", got)
	}
	if got := r.names[0].Text + r.names[6].Text; got != "masu" {
		t.Errorf("a week is shown from %q", got)
	}
	if got := r.weeks[0].Text + " " + r.weeks[1].Text; got != "53 1" {
		t.Errorf("the weeks of January 2027 begin with %s", got) // 1.1.2027 is a Friday of week 53 of 2026
	}
	if got := r.days[0].Text; got != "28" {
		t.Errorf("the first day shown is %s.12.2026", got)
	}
}

func TestCalendarByMouse(t *testing.T) {
	d, _, w := dateForm(t)
	d.SetValue(model.MustDate("2026-11-10"))
	d.OpenCalendar()
	c := d.calendar.body.(*calendar)
	r := c.CreateRenderer().(*calendarRenderer)
	r.Layout(c.MinSize())
	centre := func(o fyne.CanvasObject) *fyne.PointEvent {
		return &fyne.PointEvent{Position: o.Position().Add(fyne.NewPos(o.Size().Width/2, o.Size().Height/2))}
	}
	for i, want := range []string{"2025-11-10", "2025-10-10", "2025-11-10", "2026-11-10"} {
		c.Tapped(centre(r.steps[i]))
		if c.cursor.String() != want {
			t.Fatalf("arrow %d led to %s, want %s", i, c.cursor, want)
		}
	}
	for i := range r.days { // each day lies where a click finds it
		if hit := calendarHit(centre(r.days[i]).Position); hit != (calendarPlace{calendarDay, i}) {
			t.Fatalf("a click on day %d finds %v", i, hit)
		}
	}
	c.Tapped(centre(r.weeks[2]))
	if d.calendar == nil {
		t.Fatal("a click on the number of a week closed the calendar")
	}
	c.Tapped(centre(r.days[41]))
	if d.Text != "6.12.2026" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("a click on the last day shown gave %q", d.Text)
	}
	d.OpenCalendar()
	d.calendar.Tapped(nil)
	if d.Text != "6.12.2026" || w.Canvas().Overlays().Top() != nil {
		t.Error("a click beside the calendar did not just close it")
	}
}

func TestDisabledDateFieldOpensNoCalendar(t *testing.T) {
	d, _, w := dateForm(t)
	d.Disable()
	d.OpenCalendar()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("it did")
	}
}
