package form

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

// A warning that stood somewhere while something else was refused has not been seen.
func TestAWarningBesideARefusalIsNotSeen(t *testing.T) {
	d := show(t, func(d *table) { d.amiss = needs })
	d.Save()
	d.WantFocus(words.T("organisations.field.street"))
	d.Type("Aino")
	d.Save()
	if len(d.kept) != 0 || d.Desk.Messages.Text() != words.T("form.warned") {
		t.Fatalf("kept %v, said %q", d.kept, d.Desk.Messages.Text())
	}
	d.WantFocus(words.T("organisations.field.ended_on"))
	d.Sees(words.T("form.save_anyway"))
	d.Save()
	if len(d.kept) != 1 {
		t.Error("what was seen cannot be saved all the same")
	}
}

func TestAWarningBesideTheFieldWithTheFocusIsSeen(t *testing.T) {
	d := show(t, func(d *table) { d.amiss = needs })
	d.Save()
	d.Type("Aino")
	d.TabTo(words.T("organisations.field.ended_on"))
	d.Save() // from the field beside which it says so
	if len(d.kept) != 1 {
		t.Errorf("a warning that was looked at is warned of again: %q", d.Desk.Messages.Text())
	}
}

func TestOfTheWarningsOfAnEarlyFormThatOfTheFieldThatWasLeftIsSeen(t *testing.T) {
	const day, number = "Päivä puuttuu.", "Luku puuttuu."
	d := show(t, func(d *table) {
		d.Early = true
		d.amiss = func(x guest) (out []kit.Problem) {
			if x.on.IsZero() {
				out = append(out, kit.Problem{Field: "ended_on", Warning: true, Sentence: day})
			}
			if !x.share.Known {
				out = append(out, kit.Problem{Field: "postal_code", Warning: true, Sentence: number})
			}
			return out
		}
	})
	d.TabTo(words.T("organisations.field.ended_on"))
	d.TabTo(words.T("organisations.field.postal_code"))
	d.SeesPart(day, number)
	d.Sees(words.T("form.save")) // one of them nobody has looked at
	d.Press(fyne.KeyTab)
	d.Sees(words.T("form.save_anyway"))
	d.Save()
	if len(d.kept) != 1 {
		t.Errorf("both fields were left, and it is still warned: %q", d.Desk.Messages.Text())
	}
}

func TestAWarningOfAnItemIsSeenByItsWholePath(t *testing.T) {
	d := show(t, func(d *table) {
		d.Early = true
		d.x.people = []person{{"Outi"}, {"Ville"}}
		d.amiss = func(guest) (out []kit.Problem) {
			for _, field := range []string{"people.0.name", "people.1.name"} {
				out = append(out, kit.Problem{Field: field, Warning: true, Sentence: "Vain etunimi."})
			}
			return out
		}
	})
	d.Save()
	d.Desk.Messages.Say("")
	d.judge = judge{} // as if neither had been seen
	d.Press(fyne.KeyTab)
	if !d.judge[kit.Problem{Field: "people.0.name", Warning: true, Sentence: "Vain etunimi."}] {
		t.Errorf("leaving the field of the first person does not count: %v", d.judge)
	}
	if _, ok := d.Save(); ok {
		t.Error("the warning of the other person was not seen")
	}
}

func TestAQuestionDoesNotTakeAWarningBesideARefusalForSeen(t *testing.T) {
	s := stage.New(t, model.Finnish, model.MustDate("2026-11-22"))
	var name string
	kept := false
	fields := kit.NewFields()
	fields.Row(Bind("organisations.field.", "", s.Desk.Today, nil).Entry("street", &name, model.MaxName))
	doubt := kit.Problem{Field: "street", Warning: true, Sentence: "Outo."}
	Question{
		Title: "Kuka?", Fields: fields,
		Problems: func() []kit.Problem {
			if name == "" {
				return []kit.Problem{{Field: "street", Sentence: "Nimi puuttuu."}, doubt}
			}
			return []kit.Problem{doubt}
		},
		Write: func(context.Context) (string, error) {
			kept = true
			return "", nil
		},
	}.Ask(s.Desk)
	s.Tap(words.T("form.save"))
	s.Misses(words.T("form.all_the_same")) // not while something must be put right
	s.Type("X")
	s.Tap(words.T("form.save"))
	s.SeesPart(words.T("form.all_the_same"))
	if kept {
		t.Fatal("it was kept without a word")
	}
	s.Tap(words.T("form.save"))
	if !kept {
		t.Error("it cannot be kept all the same")
	}
}

func TestWhatWasSaidOfAFormGoesWithIt(t *testing.T) {
	for name, end := range map[string]func(*table){
		"left":     func(d *table) { d.EditForm().Gone() },
		"begun":    func(d *table) { d.Reset() },
		"put well": func(d *table) { d.Type("Aino"); d.amiss = func(guest) []kit.Problem { return nil }; d.Recheck() },
	} {
		d := show(t, func(d *table) { d.amiss = needs })
		d.Save()
		if d.Desk.Messages.Text() != words.T("form.refused") {
			t.Fatalf("said %q", d.Desk.Messages.Text())
		}
		end(d)
		if got := d.Desk.Messages.Text(); got != "" {
			t.Errorf("%s: it still says %q", name, got)
		}
	}
	d := show(t, func(d *table) { d.amiss = needs })
	d.Save()
	d.Desk.Say("Tulostettu.")
	d.EditForm().Gone()
	if got := d.Desk.Messages.Text(); got != "Tulostettu." {
		t.Errorf("what another said is gone: %q", got)
	}
}
