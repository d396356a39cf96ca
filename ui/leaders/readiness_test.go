package leaders

import (
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func TestReadinessInWords(t *testing.T) {
	day := model.MustDate
	undertaking := &model.Requirement{Kind: model.RequireUndertaking, Texts: []model.RequirementText{{Version: "1"}, {Version: "2", From: day("2025-01-01")}}}
	intro, training := &model.Requirement{Kind: model.RequireIntroduction}, &model.Requirement{Kind: model.RequireTraining}
	public, check := &model.Requirement{Kind: model.RequirePublication}, &model.Requirement{Kind: model.RequireCheck}
	seen := &model.LeaderTask{Check: model.BackgroundCheck{ExtractIssued: day("2026-01-31"), SeenOn: day("2026-08-20"), SeenBy: "Outi"}}
	for _, c := range []struct {
		r    model.Readiness
		want string
	}{
		{model.Readiness{Requirement: intro, State: model.ReadyMissing, By: day("2026-10-26")}, "Puuttuu – pitäisi olla tehty 26.10.2026."},
		{model.Readiness{Requirement: intro, State: model.ReadyDueSoon, By: day("2027-01-11")}, "Tehtävä viimeistään 11.1.2027."},
		{model.Readiness{Requirement: intro, State: model.ReadyMissing}, "Ei ole tehty."},
		{
			model.Readiness{Requirement: undertaking, State: model.ReadyInOrder, On: day("2024-01-20"), Version: "1", Older: true},
			"Allekirjoitettu 20.1.2024, teksti 1. Käytössä on nyt teksti 2; hän on sitoutunut siihen, minkä allekirjoitti.",
		},
		{model.Readiness{Requirement: training, State: model.ReadyExpired, On: day("2023-01-20"), By: day("2026-01-20")}, "Suoritettu 20.1.2023. Voimassaolo päättyi 20.1.2026."},
		{model.Readiness{Requirement: training, State: model.ReadyDueSoon, On: day("2023-01-20"), By: day("2026-11-20")}, "Suoritettu 20.1.2023. Voimassaolo päättyi 20.11.2026, mutta sen voi vielä uusia."},
		{model.Readiness{Requirement: training, State: model.ReadyInOrder, On: day("2026-01-20"), By: day("2029-01-20")}, "Suoritettu 20.1.2026. Voimassa 20.1.2029 asti."},
		{model.Readiness{Requirement: public, State: model.ReadyInOrder, On: day("2026-01-20")}, "Vastattu 20.1.2026: nimen saa julkaista, puhelinnumeroa ei."},
		{model.Readiness{Requirement: public, State: model.ReadyMissing, By: day("2026-10-26")}, "Ei ole kysytty – pitäisi olla kysytty 26.10.2026."},
		{
			model.Readiness{Requirement: intro, State: model.ReadyWaived, By: day("2027-05-31"), Waiver: model.Waiver{Reason: "on ohjannut ennenkin"}},
			"Vapautettu 31.5.2027 asti: on ohjannut ennenkin",
		},
		{model.Readiness{Requirement: check, Task: seen, State: model.ReadyInOrder, On: day("2026-01-31")}, "Ote on annettu 31.1.2026 ja nähty 20.8.2026. Näki: Outi."},
		{
			model.Readiness{Requirement: check, Task: seen, State: model.ReadyTooOld, On: day("2026-01-31")},
			"Ote on annettu 31.1.2026; sen olisi voinut esittää viimeistään 31.7.2026. Se oli esitettäessä yli kuusi kuukautta vanha.",
		},
		{model.Readiness{Requirement: check, Task: seen, State: model.ReadyCannotAsk}, "Tehtävä on alkanut ennen 1.5.2014. Laki ei anna pyytää siihen otetta."},
	} {
		l := model.Leader{Publication: model.Publication{On: day("2026-01-20"), Name: true}}
		said := readinessText{in: words.In(model.Finnish), today: sunday, leader: l, seen: true, personal: func(s string) string { return s }}
		if got := said.of(c.r); got != c.want {
			t.Errorf("%s: %q\nwant %q", c.r.State, got, c.want)
		}
	}
}

func TestEveryStateOfACheckHasItsSentence(t *testing.T) {
	task := &model.LeaderTask{Check: model.BackgroundCheck{ExtractIssued: sunday}}
	for _, l := range model.Languages() {
		for _, state := range []model.ReadinessState{
			model.ReadyInOrder, model.ReadyTooOld, model.ReadyRequested, model.ReadyNoConsent, model.ReadyToAssess,
			model.ReadyNotNeeded, model.ReadyCannotAsk, model.ReadyEmployer,
		} {
			said := readinessText{in: words.In(l), today: sunday, personal: func(s string) string { return s }}
			got := said.of(model.Readiness{Requirement: &model.Requirement{Kind: model.RequireCheck}, Task: task, State: state, On: sunday})
			if got == "" || strings.Contains(got, "leaders.") || strings.Contains(got, "{{") {
				t.Errorf("%s in %s: %q", state, l, got)
			}
		}
	}
}

func TestThePageOffersWhatSettlesARequirement(t *testing.T) {
	store := village()
	store.leaders[0].Tasks[0].Check = model.BackgroundCheck{Need: model.CheckNeeded}
	x := stageOn(t, store)
	x.Open("sanna")
	x.SeesPart("Tulosta lomake", "Merkitse allekirjoitetuksi", "Merkitse tehdyksi", "Kirjaa vastaus", "Tulosta suostumus", "Kirjaa suostumus",
		"Lykkää tai vapauta", "mikään kohta ei estä", "Puuttuu: Perehdytys. Lisäksi 2 muuta kohtaa alla.", "Vertaisohjaaja", "Koulutustapahtumat")
	x.Tap("Vertaisohjaaja")
	if len(x.OpenedIDs()) != 1 || x.OpenedIDs()[0] != "kurssi" {
		t.Errorf("the training leads to %v", x.OpenedIDs())
	}
	x.Open("pekka")
	x.Misses("Kirjaa suostumus", "Merkitse allekirjoitetuksi")
}

func TestTheChipOfAGapThatIsOnlyToldDoesNotSayMissing(t *testing.T) {
	in := words.In(model.Finnish)
	for weight, want := range map[model.Weight]kit.Chip{
		model.Information: {Word: "ei tehty", Tone: kit.Waiting}, model.Wanted: {Word: "puuttuu", Tone: kit.Attention},
	} {
		got := readinessChip(in, model.Readiness{Requirement: &model.Requirement{Weight: weight}, State: model.ReadyMissing})
		if got != want {
			t.Errorf("%s: %+v, want %+v", weight, got, want)
		}
	}
}

func TestNextStepsOfALeader(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*drawer)
		want   []string
	}{
		"the same twice": {func(d *drawer) {
			twin := d.leaders[0]
			twin.ID = "twin"
			d.leaders = append(d.leaders, twin)
		}, []string{"sama puhelin tai sähköposti", "Yhdistä toiseen", "Sama henkilö?"}},
		"young":      {func(d *drawer) { d.leaders[0].BirthYear = model.CountOf(2012) }, []string{"enintään 14-vuotias"}},
		"interested": {func(d *drawer) { d.leaders[0].Statuses, d.leaders[0].Tasks = nil, nil }, []string{"sovi tapaaminen", "Häneltä ei pyydetä vielä mitään"}},
		"introduced": {func(d *drawer) {
			d.leaders[0].Statuses[0].State, d.requirements = model.LeaderIntroducing, d.requirements[1:2]
		}, []string{"voi merkitä aktiiviseksi", "Vaihda tila"}},
	} {
		store := village()
		c.change(store)
		x := stageOn(t, store)
		x.Open("sanna")
		t.Log(name)
		x.SeesPart(c.want...)
	}
}
