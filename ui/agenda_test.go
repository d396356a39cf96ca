package ui

import (
	"context"
	"slices"
	"strings"
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

// first is the first record of what was read.
func first[T any](t *testing.T, id func(T) model.ID, read func(context.Context) ([]T, error)) model.ID {
	t.Helper()
	all, err := read(t.Context())
	if err != nil || len(all) == 0 {
		t.Fatalf("%d records %v", len(all), err)
	}
	return id(all[0])
}

// somewhere is a record of each kind on which a reminder can hang.
func somewhere(t *testing.T, store Store) map[model.Kind]model.ID {
	t.Helper()
	partner, err := store.SavePartnerCalendar(t.Context(), model.PartnerCalendar{
		Name: "Kirjasto", File: "kirjasto.ics", ReadOn: model.MustDate("2026-11-20"), From: model.MustDate("2026-11-20"), Until: model.MustDate("2026-12-20"),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return map[model.Kind]model.ID{
		model.KindPartner:      partner.ID,
		model.KindOrganisation: first(t, func(x model.Organisation) model.ID { return x.ID }, store.Organisations),
		model.KindAgreement:    first(t, func(x model.AgreementSummary) model.ID { return x.ID }, store.Agreements),
		model.KindLeader:       first(t, func(x model.Leader) model.ID { return x.ID }, store.Leaders),
		model.KindProgramme:    first(t, func(x model.Programme) model.ID { return x.ID }, store.Programmes),
		model.KindEvent:        first(t, func(x model.Event) model.ID { return x.ID }, store.Events),
		model.KindPlace:        first(t, func(x model.MeetingPlace) model.ID { return x.ID }, store.MeetingPlaces),
		model.KindGroup:        first(t, func(x model.Group) model.ID { return x.ID }, store.Groups),
		model.KindSeason:       first(t, func(x model.Season) model.ID { return x.ID }, store.Seasons),
		model.KindClosure:      first(t, func(x model.Closure) model.ID { return x.ID }, store.Closures),
		model.KindBody:         first(t, func(x model.Body) model.ID { return x.ID }, store.Bodies),
		model.KindSurvey:       first(t, func(x model.Survey) model.ID { return x.ID }, store.Surveys),
		model.KindSession: first(t, func(x model.Session) model.ID { return x.ID }, func(ctx context.Context) ([]model.Session, error) {
			return store.Sessions(ctx, model.MustDate("2026-11-22"), model.MustDate("2026-12-01"))
		}),
	}
}

func TestAReminderHangsOnAnyRecordAndHomeLeadsThere(t *testing.T) {
	s := opened(t, true)
	for kind, id := range somewhere(t, s.options.Store) {
		s.open(kind, id)
		text := "Muista " + string(kind)
		if got := strings.Count(said(s), "Seuranta\n"); got != 1 {
			t.Errorf("the page of a %s has the section of reminders %d times", kind, got)
		}
		f := model.FollowUp{Kind: kind, RecordID: id, On: model.MustDate("2026-11-20"), Text: text}
		if _, err := s.options.Store.CreateFollowUp(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		sees(t, s, text)
		items := s.agenda.Items
		if !slices.ContainsFunc(items, func(x model.AgendaItem) bool {
			return x.FollowUp != nil && x.FollowUp.Text == text && x.Kind == kind && x.ID == id
		}) {
			t.Errorf("Home does not lead to the %s", kind)
		}
	}
}
