package ui

import (
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

// badge is what stands beside the word of a place.
func badge(s *shell, word string) string {
	for i, p := range s.places {
		if p.word == word {
			return s.nav.badges[i].Chip().Word
		}
	}
	return "?"
}

func TestNavigationCountsWhatIsPressingAndKeepsUp(t *testing.T) {
	s := opened(t, false)
	ctx, store := t.Context(), s.options.Store
	centre := model.Centre{Name: model.Text{Fi: "Suvannon perhekeskus"}, Language: model.Finnish, LeadDays: 30}
	if err := store.SaveCentre(ctx, centre); err != nil {
		t.Fatal(err)
	}
	o, err := store.CreateOrganisation(ctx, model.Organisation{Name: model.Text{Fi: "Suvannon seurakunta"}, Sector: model.Parish})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Backup(ctx); err != nil {
		t.Fatal(err)
	}
	s.build(centre)
	s.show(atHome)
	if got := badge(s, "shell.home"); got != "" {
		t.Fatalf("Home counts %q of nothing", got)
	}
	s.open(model.KindOrganisation, o.ID) // Home is behind from now on
	f, err := store.CreateFollowUp(ctx, model.FollowUp{Kind: model.KindOrganisation, RecordID: o.ID, On: model.MustDate("2026-11-20"), Text: "Soita"})
	if err != nil {
		t.Fatal(err)
	}
	sees(t, s, "Seuranta", "Soita")
	for word, want := range map[string]string{"shell.home": "1", "shell.organisations": "1", "shell.agreements": ""} {
		if got := badge(s, word); got != want {
			t.Errorf("%s counts %q, want %q", word, got, want)
		}
	}
	if got := s.nav.buttons[atHome].AccessibilityLabel(); got != "Työpöytä, yksi kiireinen asia" {
		t.Errorf("Home is spoken as %q", got)
	}
	centre.Language = model.Swedish // the frame is made anew
	if err := store.SaveCentre(ctx, centre); err != nil {
		t.Fatal(err)
	}
	if got := s.nav.buttons[atHome].AccessibilityLabel(); badge(s, "shell.home") != "1" || got != words.N("shell.count", 1, "place", "Skrivbord") {
		t.Errorf("in Swedish Home counts %q and is spoken as %q", badge(s, "shell.home"), got)
	}
	if err := store.DeleteFollowUp(ctx, f.ID); err != nil {
		t.Fatal(err)
	}
	if got := badge(s, "shell.home"); got != "" {
		t.Errorf("Home counts %q of nothing", got)
	}
}
