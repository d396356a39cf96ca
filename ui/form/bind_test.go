package form

import (
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
)

func TestFieldsShowAndWrite(t *testing.T) {
	s := stage.New(t, model.Finnish, model.MustDate("2026-11-22"))
	x := struct {
		text          string
		names         model.Text
		day           model.Date
		time          model.Clock
		count, year   model.Count
		number, asked int
		amount        model.Amount
	}{
		text: "a", names: model.Text{Fi: "c"}, day: model.MustDate("2026-01-31"), count: model.CountOf(12), year: model.CountOf(1985),
		number: 3, asked: 30, amount: model.AmountOf(1250),
	}
	x.time, _ = model.ParseClock("09:30")
	touched := 0
	b := Bind("organisations.field.", "organisations.hint.", s.Desk.Today, func() { touched++ })
	names := b.Texts("name", &x.names)
	for _, c := range []struct {
		field       *kit.Field
		shown, next string
		took        func() bool
	}{
		{b.Entry("street", &x.text, 10), "a", "aa", func() bool { return x.text == "aa" }},
		{names[0], "c", "cc", func() bool { return x.names.Fi == "cc" }},
		{names[2], "", "en", func() bool { return x.names.En == "en" }},
		{b.Date("ended_on", &x.day), "31.1.2026", "1.2.2026", func() bool { return x.day == model.MustDate("2026-02-01") }},
		{b.Date("ended_on", &x.day), "31.1.2026", "31.2.2026", func() bool { return x.day.IsZero() }},
		{b.Clock("from", &x.time), "9.30", "10.15", func() bool { return x.time.String() == "10:15" }},
		{b.Count("count", &x.count), "12", "", func() bool { return x.count == model.Count{} }},
		{b.Year("year", &x.year), "1985", "1990", func() bool { return x.year == model.CountOf(1990) }},
		{b.Number("number", &x.number), "3", "", func() bool { return x.number == 0 }},
		{b.Asked("asked", &x.asked), "30", "", func() bool { return x.asked == -1 }},
		{b.Asked("asked", &x.asked), "30", "14", func() bool { return x.asked == 14 }},
		{b.Amount("amount", &x.amount), "12,50", "7,25", func() bool { return x.amount == model.AmountOf(725) }},
	} {
		e := c.field.Input.(interface {
			fyne.Focusable
			fyne.CanvasObject
		})
		s.Window.SetContent(e)
		s.Window.Canvas().Focus(e)
		if got := shownIn(c.field.Input); got != c.shown {
			t.Errorf("%s shows %q, not %q", c.field.Name, got, c.shown)
		}
		before := touched
		s.Retype(c.next)
		if !c.took() || touched == before {
			t.Errorf("%s: %q was not written, or nobody was told: %+v", c.field.Name, c.next, x)
		}
	}
}

// shownIn is the text of an input.
func shownIn(i kit.Input) string {
	switch i := i.(type) {
	case *kit.Entry:
		return i.Text
	case *kit.DateField:
		return i.Text
	case *kit.ClockField:
		return i.Text
	case *kit.NumberField:
		return i.Text
	}
	return ""
}

func TestLockedFieldsCannotBeChanged(t *testing.T) {
	s := stage.New(t, model.Finnish, model.MustDate("2026-11-22"))
	var text string
	var on bool
	sector := model.Municipal
	b := Bind("organisations.field.", "", s.Desk.Today, nil)
	b.Locked = true
	for _, f := range []*kit.Field{
		b.Entry("street", &text, 10), b.Box("ended", "Päättynyt", &on), OneOf(b, "sector", Offered("sector", model.Sectors()), &sector),
	} {
		if !f.Input.(fyne.Disableable).Disabled() {
			t.Errorf("%s can be changed", f.Name)
		}
	}
}

func TestOneOfShowsAZeroValueThatIsOffered(t *testing.T) {
	b := Bind("organisations.field.", "", nil, nil)
	days := []kit.Option[int]{{Value: 0, Label: "Sunnuntai"}, {Value: 1, Label: "Maanantai"}}
	sunday, nothing := 0, model.Sector("")
	if _, chosen := OneOf(b, "weekday", days, &sunday).Input.(*kit.Select[int]).Value(); !chosen {
		t.Error("Sunday is not chosen")
	}
	if _, chosen := OneOf(b, "sector", Offered("sector", model.Sectors()), &nothing).Input.(*kit.Select[model.Sector]).Value(); chosen {
		t.Error("a sector is chosen that nobody chose")
	}
}
