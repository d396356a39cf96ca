package form

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
	"kumppani/ui/words"
)

// guest is a record to edit; its labels are those of an organisation.
type guest struct {
	name   string
	on     model.Date
	share  model.Count
	people []person
}

type person struct{ name string }

// table is a stage with the form of a guest on it.
type table struct {
	*stage.Stage
	*Sheet
	x      guest
	kept   []guest
	fails  error
	amiss  func(guest) []kit.Problem
	people *kit.Items[person]
}

func show(t *testing.T, prepare func(*table)) *table {
	t.Helper()
	d := &table{Stage: stage.New(t, model.Finnish, model.MustDate("2026-11-22"))}
	d.Sheet = NewSheet(d.Desk, func() { d.Save() }, Cancel(func() {}))
	d.Build = func() {
		d.View.Section("Vieras")
		b := d.Bind("organisations.field.", "organisations.hint.")
		name := Required(b.Entry("street", &d.x.name, model.MaxName))
		d.First = FocusOf(name)
		d.View.Row(name)
		d.View.Row(b.Date("ended_on", &d.x.on))
		d.View.Row(b.Count("postal_code", &d.x.share))
		d.people = kit.NewItems[person](d.View, d.Desk.Dialogs)
		d.people.Name, d.people.Add = "people", "Lisää"
		d.people.Line = func(_ int, p person) kit.ItemLine { return kit.ItemLine{Title: p.name} }
		d.people.New = func() person { return person{} }
		d.people.Blank = func(p person) bool { return p == person{} }
		d.people.Edit = func(p *person, into *kit.Fields) {
			into.Row(d.Bind("organisations.contact_field.", "").Of(d.people.Changed).Entry("name", &p.name, model.MaxName))
		}
		AddList(d.Sheet, d.people, &d.x.people)
	}
	d.amiss = func(guest) []kit.Problem { return nil }
	d.Problems = func() []kit.Problem { return d.amiss(d.x) }
	d.Write = func(context.Context) (model.ID, string, error) {
		if d.fails != nil {
			return "", "", d.fails
		}
		x := d.x
		x.people = slices.Clone(x.people)
		d.kept = append(d.kept, x)
		return "g1", "Vieras on tallennettu.", nil
	}
	prepare(d)
	d.Make()
	d.Put(d.Content(), func() any { return nil })
	kit.Focus(d.First)
	return d
}

// needs refuses a guest without a name and doubts one without a day.
func needs(x guest) []kit.Problem {
	var out []kit.Problem
	if x.name == "" {
		out = append(out, kit.Problem{Field: "street", Sentence: "Nimi puuttuu."})
	}
	if x.on.IsZero() {
		out = append(out, kit.Problem{Field: "ended_on", Warning: true, Sentence: "Päivä puuttuu."})
	}
	return out
}

func TestWhatIsBeingTypedIsSaved(t *testing.T) {
	d := show(t, func(*table) {})
	d.Type("Aino")
	d.Press(fyne.KeyTab)
	d.Type("1.12.2026")
	if !d.Changed() {
		t.Error("something was typed, and leaving would lose it without a question")
	}
	if id, ok := d.Save(); !ok || id != "g1" {
		t.Fatalf("saved as %q, %v", id, ok)
	}
	if x := d.kept[0]; x.name != "Aino" || x.on != model.MustDate("2026-12-01") {
		t.Errorf("kept %+v", x)
	}
	if d.Changed() || d.Desk.Messages.Text() != "Vieras on tallennettu." {
		t.Errorf("changed %v, said %q", d.Changed(), d.Desk.Messages.Text())
	}
}

func TestARefusalIsPutRightFirst(t *testing.T) {
	d := show(t, func(d *table) { d.amiss = needs })
	d.TabTo(words.T("organisations.field.ended_on"))
	d.Save()
	d.SeesPart("Nimi puuttuu.", "Päivä puuttuu.")
	d.Sees(words.T("form.save")) // not "all the same"
	if len(d.kept) != 0 || d.FocusedLabel() != d.label("street") || d.Desk.Messages.Text() != words.T("form.refused") {
		t.Errorf("kept %v, focus %q, said %q", d.kept, d.FocusedLabel(), d.Desk.Messages.Text())
	}
	d.Save()
	if len(d.kept) != 0 {
		t.Error("a refusal can be saved by saving again")
	}
}

// label is the spoken label of a required field.
func (d *table) label(name string) string {
	return words.T("organisations.field."+name) + " (" + words.T("kit.form.required") + ")"
}

func TestAWarningIsShownOnce(t *testing.T) {
	d := show(t, func(d *table) { d.amiss = needs })
	d.Type("Aino")
	d.Save()
	if len(d.kept) != 0 || d.Desk.Messages.Text() != words.T("form.warned") {
		t.Fatalf("kept %v, said %q", d.kept, d.Desk.Messages.Text())
	}
	d.WantFocus(words.T("organisations.field.ended_on"))
	d.Tap(words.T("form.save_anyway"))
	if len(d.kept) != 1 {
		t.Fatal("what was warned of cannot be saved all the same")
	}
	d.Sees(words.T("form.save"))
	d.Save()
	if len(d.kept) != 1 {
		t.Error("the next save does not warn anew")
	}
}

func TestAMisreadTextKeepsFromSaving(t *testing.T) {
	d := show(t, func(*table) {})
	d.TabTo(words.T("organisations.field.ended_on"))
	d.Type("31.2.2026")
	d.TabTo("Lisää")
	if _, ok := d.Save(); ok || !d.x.on.IsZero() {
		t.Errorf("saved %v, the day is %v", ok, d.x.on)
	}
	d.WantFocus(words.T("organisations.field.ended_on"))
}

func TestBlankItemsAreDropped(t *testing.T) {
	for _, keep := range []bool{false, true} {
		d := show(t, func(d *table) {
			d.KeepBlank = keep
			d.x.people = []person{{"Outi"}}
		})
		d.Tap("Lisää")
		if len(d.x.people) != 2 {
			t.Fatalf("the draft has %v", d.x.people)
		}
		d.Save()
		if got := len(d.kept[0].people); (got == 2) != keep {
			t.Errorf("keeping blank items %v: %d kept", keep, got)
		}
	}
}

func TestTheListIsShownWhereSomethingIsAmissInIt(t *testing.T) {
	for _, field := range []string{"people.1.name", "people"} {
		d := show(t, func(d *table) {
			d.x.people = []person{{"Outi"}, {"Ville"}}
			d.amiss = func(guest) []kit.Problem { return []kit.Problem{{Field: field, Sentence: "Jotain puuttuu."}} }
		})
		d.Save()
		d.SeesPart("Jotain puuttuu.")
		want := map[string]string{"people.1.name": words.T("organisations.contact_field.name"), "people": "Outi"}[field]
		if got := d.FocusedLabel(); !strings.HasPrefix(got, want) {
			t.Errorf("%s: the focus is on %q", field, got)
		}
	}
}

func TestAFailedWriteKeepsEverything(t *testing.T) {
	d := show(t, func(d *table) { d.fails = &model.Error{Code: model.CodeDiskFull, Op: "save"} })
	d.Type("Aino")
	focused := d.FocusedLabel()
	if _, ok := d.Save(); ok || !d.InDialog() || !d.Changed() || d.x.name != "Aino" {
		t.Errorf("saved %v, dialog %v, changed %v, %+v", ok, d.InDialog(), d.Changed(), d.x)
	}
	d.Tap(words.T("kit.close"))
	if d.FocusedLabel() != focused {
		t.Errorf("after the dialog the focus is on %q", d.FocusedLabel())
	}
	d.fails = ErrAsked
	if _, ok := d.Save(); ok || d.InDialog() {
		t.Errorf("it asked first: saved %v, and an error is told %v", ok, d.InDialog())
	}
}

func TestEarlyShowsWhatIsDoubtfulAndWaitsWithRefusals(t *testing.T) {
	for _, early := range []bool{true, false} {
		d := show(t, func(d *table) { d.Early, d.amiss = early, needs })
		d.Press(fyne.KeyTab)
		if got := d.Mentions("Päivä puuttuu."); got != early {
			t.Errorf("early %v: the doubt is shown %v", early, got)
		}
		d.Misses("Nimi puuttuu.")
	}
}

func TestRecheckTakesAwayWhatWasPutRight(t *testing.T) {
	d := show(t, func(d *table) {
		d.amiss = needs
		d.Touched = d.Recheck
	})
	d.Save()
	d.WantFocus(words.T("organisations.field.street"))
	d.Type("A")
	d.Misses("Nimi puuttuu.")
	d.SeesPart("Päivä puuttuu.")
	d.x.name = ""
	d.Recheck()
	d.Misses("Nimi puuttuu.") // what is newly amiss waits
}

func TestUnplacedProblemsAreTold(t *testing.T) {
	nowhere := func(guest) []kit.Problem { return []kit.Problem{{Field: "nowhere", Sentence: "Muualla on vika."}} }
	d := show(t, func(d *table) { d.amiss = nowhere })
	d.Save()
	if d.Desk.Messages.Text() != "Muualla on vika." {
		t.Errorf("said %q", d.Desk.Messages.Text())
	}
	var told []kit.Problem
	d = show(t, func(d *table) {
		d.amiss = nowhere
		d.Unplaced = func(all []kit.Problem) { told = all }
	})
	d.Save()
	if len(told) != 1 {
		t.Errorf("told %v", told)
	}
}

func TestRebuildKeepsTheDraftAndTheKeyboard(t *testing.T) {
	d := show(t, func(*table) {})
	d.Type("Aino")
	d.Rebuild("postal_code")
	d.WantFocus(words.T("organisations.field.postal_code"))
	if d.x.name != "Aino" || !d.Changed() {
		t.Errorf("%+v, changed %v", d.x, d.Changed())
	}
	if d.Focus("people"); d.FocusedLabel() != "Lisää" {
		t.Errorf("the list has the focus at %q", d.FocusedLabel())
	}
	if d.Focus("nowhere") {
		t.Error("there is no such field")
	}
	d.Reset()
	if d.Changed() {
		t.Error("what was begun anew is changed")
	}
}

func TestFresh(t *testing.T) {
	p := func(field, code string) model.Problem { return model.Problem{Field: field, Code: code} }
	old := []model.Problem{p("name", "required"), p("tasks.0.from", "order")}
	got := Fresh(old, append(slices.Clone(old), p("tasks.0.until", "order")))
	if len(got) != 1 || got[0].Field != "tasks.0.until" {
		t.Errorf("fresh are %v", got)
	}
}

func TestSaidOfATextStandsAtItsFirstField(t *testing.T) {
	words.Use(model.Swedish)
	t.Cleanup(func() { words.Use(model.Finnish) })
	got := Said([]model.Problem{{Field: "name", Code: "required"}, {Field: "kind", Code: "required"}}, "name")
	if got[0].Field != "name_sv" || got[1].Field != "kind" || got[0].Sentence != words.T("problem.required") {
		t.Errorf("%+v", got)
	}
	if all := WindowFirst(); !slices.Equal(all, []model.Language{model.Swedish, model.Finnish, model.English}) {
		t.Errorf("the languages are %v", all)
	}
}

func TestQuestionStaysUntilItIsKept(t *testing.T) {
	s := stage.New(t, model.Finnish, model.MustDate("2026-11-22"))
	var name string
	var kept []string
	fails, then := errors.New("broken"), 0
	fields := kit.NewFields()
	fields.Row(Bind("organisations.field.", "", s.Desk.Today, nil).Entry("street", &name, model.MaxName))
	Question{
		Title: "Kuka?", Fields: fields,
		Problems: func() []kit.Problem {
			if name == "" {
				return []kit.Problem{{Field: "street", Sentence: "Nimi puuttuu."}}
			}
			return []kit.Problem{{Field: "street", Warning: true, Sentence: "Outo nimi."}}
		},
		Write: func(context.Context) (string, error) {
			if fails != nil {
				return "", fails
			}
			kept = append(kept, name)
			return "Kiitos.", nil
		},
		Then: func() { then++ },
	}.Ask(s.Desk)
	save := words.T("form.save")
	s.Tap(save)
	s.SeesPart("Nimi puuttuu.")
	s.WantFocus(words.T("organisations.field.street"))
	s.Type("X")
	s.Tap(save)
	s.SeesPart("Outo nimi. " + words.T("form.all_the_same"))
	s.Tap(save)
	s.Tap(words.T("kit.close")) // it failed, and said so
	if !s.InDialog() || len(kept) != 0 || name != "X" || then != 0 {
		t.Fatalf("dialog %v, kept %v, name %q, then %d", s.InDialog(), kept, name, then)
	}
	fails = nil
	s.Tap(save)
	if s.InDialog() || !slices.Equal(kept, []string{"X"}) || s.Desk.Messages.Text() != "Kiitos." || then != 1 {
		t.Errorf("dialog %v, kept %v, said %q, then %d", s.InDialog(), kept, s.Desk.Messages.Text(), then)
	}
}
