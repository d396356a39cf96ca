package paper

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

// saidAs are the closed sets in a leader, with the words that they are told in.
var saidAs = map[reflect.Type]string{
	reflect.TypeFor[model.LeaderKind]():  "leader.kind",
	reflect.TypeFor[model.FactSource]():  "leader.origin",
	reflect.TypeFor[model.Spoken]():      "spoken",
	reflect.TypeFor[model.Audience]():    "audience",
	reflect.TypeFor[model.LeaderState](): "leader.state",
	reflect.TypeFor[model.TaskKind]():    "leader.task",
	reflect.TypeFor[model.CheckNeed]():   "check.need",
	reflect.TypeFor[model.EntryKind]():   "entry.kind",
}

// facts walks through a record and lists what must be told of it, by the name of the field. A field that is empty is a
// fault of the record of the test: then nothing would tell that it is not printed.
func facts(t *testing.T, v reflect.Value, path string, out map[string]string) {
	t.Helper()
	in := words.In(model.Finnish)
	if v.IsZero() && v.Kind() != reflect.Bool && path != ".AnonymisedOn" {
		if !strings.HasSuffix(path, "ID") && !strings.HasSuffix(path, ".Description") && !strings.HasPrefix(path, ".Tasks[0].Check") {
			t.Errorf("the filled leader has nothing in %s", path)
		}
		return
	}
	switch x := v.Interface().(type) {
	case model.ID: // names what is told by its name
	case model.Date:
		out[path] = in.Date(x)
	case model.Count:
		out[path] = x.String()
	case model.Amount:
		out[path] = in.Number(x.Hundredths)
		if strings.HasSuffix(path, "Hours") {
			out[path] = in.Quantity(x, "h", "")
		}
	case model.Availability:
		out[path] = "ti aamupäivä; to ilta"
	default:
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				facts(t, v.Field(i), path+"."+v.Type().Field(i).Name, out)
			}
		case reflect.Slice:
			for i := range v.Len() {
				facts(t, v.Index(i), path+"["+string(rune('0'+i))+"]", out)
			}
		case reflect.String:
			out[path] = v.String()
			if set, ok := saidAs[v.Type()]; ok {
				out[path] = in.T(set + "." + v.String())
			}
		}
	}
}

func TestOwnDataTellsEverything(t *testing.T) {
	root := read(t, testOffice().OwnData(filledLeader(), testLeaderFacts(), model.Finnish))
	text := strings.ToLower(strings.Join(strings.Fields(plainText(root)), " "))
	wanted := map[string]string{}
	facts(t, reflect.ValueOf(filledLeader()), "", wanted)
	if len(wanted) < 50 {
		t.Errorf("only %d facts were found", len(wanted))
	}
	delete(wanted, ".Municipality.Code") // the register's own code of the municipality that is named
	for field, value := range wanted {
		value = strings.ReplaceAll(value, "\u00a0", " ")
		if !strings.Contains(text, strings.ToLower(value)) {
			t.Errorf("%s is not told: %q", field, value)
		}
	}
	contains(t, root,
		"Sarkan perheyhdistys ry", "Suvannon seurakuntayhtymä", "Vaitiolositoumus", "Suositeltu koulutus, Huolen puheeksi ottaminen",
		"7.3.2026: paikalla", "21.3.2026: ei merkitty", "kyllä", "4/5", "hyvä ryhmä", "29.6.2029, jatkettu", "120,50 €", "46 h",
		"Mitä ei säilytetä", "henkilötunnukselle", "Voit pyytää", "tietosuojavaltuutetulle", "Rekisterinpitäjä Suvantomaan perhekeskus",
	)
	var headings []string
	for _, h := range root.all("H2") {
		headings = append(headings, plainText(h))
	}
	if len(headings) != 8+2 {
		t.Errorf("groups %q", headings)
	}
}

// TestOwnDataTellsOnlyTheDatesOfAnExtract reads the table of background checks: it has dates and who saw it, where that
// is kept, and there is no field in the record that could hold more.
func TestOwnDataTellsOnlyTheDatesOfAnExtract(t *testing.T) {
	var fields []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[model.BackgroundCheck]()) {
		fields = append(fields, f.Name)
	}
	if !slices.Equal(fields, []string{"Need", "ConsentOn", "ExtractIssued", "SeenOn", "SeenBy"}) {
		t.Errorf("a background check has the fields %q", fields)
	}
	checks := func(l model.Leader) [][]string {
		for _, table := range read(t, testOffice().OwnData(l, testLeaderFacts(), model.Finnish)).all("Table") {
			if rows := cells(table); len(rows[0]) > 1 && strings.Contains(rows[0][1], "Suostumus") {
				return rows
			}
		}
		return nil
	}
	l := filledLeader()
	want := [][]string{
		{"Tehtävä", "Suostumus annettu", "Ote annettu", "Ote nähty", "Otteen nähnyt"},
		{"Isäryhmän ohjaaja", "11.8.2025", "21.8.2025", "26.8.2025", "Hanna Virkkala"},
	}
	if got := checks(l); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("told are %q", got)
	}
	l.Tasks[1].Check.SeenOn, l.Tasks[1].Check.SeenBy = model.Date{}, ""
	if got := checks(l); !slices.EqualFunc(got, [][]string{want[0][:3], want[1][:3]}, slices.Equal) {
		t.Errorf("without who has seen it, told are %q", got)
	}
	l.Tasks[1].Check = model.BackgroundCheck{Need: model.CheckNeeded}
	if got := checks(l); got != nil {
		t.Errorf("without dates, told are %q", got)
	}
}

func TestOwnDataSaysUntilWhen(t *testing.T) {
	o, l := testOffice(), filledLeader()
	contains(t, read(t, o.OwnData(l, testLeaderFacts(), model.Finnish)),
		"Mistä tiedot ovat: henkilöltä itseltään, 1.8.2024. Säilytetään niin kauan kuin")
	l.Statuses = append(l.Statuses, model.LeaderStatus{State: model.LeaderEnded, From: day("2026-11-01")})
	l.Tasks[1].Until = day("2026-10-30")
	contains(t, read(t, o.OwnData(l, testLeaderFacts(), model.Finnish)), "Säilytetään 1.11.2027 saakka.", "Säilytetään 30.10.2026 saakka.")
	for language, wanted := range map[model.Language]string{model.Swedish: "Uppgifternas ursprung", model.English: "Controller"} {
		contains(t, read(t, o.OwnData(l, testLeaderFacts(), language)), wanted, "Maija Lahti", "1.11.2027")
	}
}

func TestOwnDataOfATrainerNamesTheEvents(t *testing.T) {
	l := model.Leader{ID: "l2", Kind: model.Professional, Name: "Áilu Ǩiârŋâi-Máhtte"}
	f := testLeaderFacts()
	f.Events[0].Participations = nil
	root := read(t, testOffice().OwnData(l, f, model.Finnish))
	contains(t, root, "Kouluttajana", "Vertaisryhmän ohjaajan koulutus", "7.3.2026 ja 21.3.2026")
	lacks(t, root, "Läsnäolo", "Maija Lahti", "Muistiinpanot")
}
