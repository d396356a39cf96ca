package followups_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/followups"
	"kumppani/ui/kit"
	"kumppani/ui/stage"
)

// shelf keeps reminders in memory and tells of each change, as the shell does.
type shelf struct {
	all   []model.FollowUp
	fails error
	wrote func()
}

func (s *shelf) FollowUps(context.Context) ([]model.FollowUp, error) { return slices.Clone(s.all), nil }

func (s *shelf) CreateFollowUp(_ context.Context, f model.FollowUp) (model.FollowUp, error) {
	if s.fails != nil {
		return f, s.fails
	}
	if f.ID == "" {
		f.ID = model.ID("new")
	}
	s.all = append(s.all, f)
	s.wrote()
	return f, nil
}

func (s *shelf) UpdateFollowUp(_ context.Context, id model.ID, change func(*model.FollowUp) error) (model.FollowUp, error) {
	i := slices.IndexFunc(s.all, func(f model.FollowUp) bool { return f.ID == id })
	if err := errors.Join(s.fails, change(&s.all[i])); err != nil {
		return model.FollowUp{}, err
	}
	s.wrote()
	return s.all[i], nil
}

func (s *shelf) DeleteFollowUp(_ context.Context, id model.ID) error {
	s.all = slices.DeleteFunc(s.all, func(f model.FollowUp) bool { return f.ID == id })
	s.wrote()
	return nil
}

var (
	on      = model.MustDate
	church  = model.FollowUp{ID: "church", Kind: model.KindOrganisation, RecordID: "o", On: on("2026-11-30"), Text: "Soita seurakuntaan"}
	late    = model.FollowUp{ID: "late", Kind: model.KindOrganisation, RecordID: "o", On: on("2026-11-20"), Text: "Pyydä avain"}
	past    = model.FollowUp{ID: "past", Kind: model.KindOrganisation, RecordID: "o", On: on("2026-11-01"), Text: "Kysy tiloista", DoneOn: on("2026-11-02")}
	another = model.FollowUp{ID: "another", Kind: model.KindPlace, RecordID: "p", On: on("2026-11-20"), Text: "Toinen asia"}
)

// shown is the section of the organisation "o" in a window.
func shown(t *testing.T, all ...model.FollowUp) (*stage.Stage, *shelf) {
	t.Helper()
	s, store := stage.New(t, model.Finnish, on("2026-11-22")), &shelf{all: all}
	put := func() {
		s.Put(followups.Section(s.Desk, store, model.KindOrganisation, "o"), func() any { return nil })
	}
	store.wrote = put
	put()
	return s, store
}

func TestSectionShowsWhatIsOpenFirst(t *testing.T) {
	s, _ := shown(t, past, church, another, late)
	s.Sees("Seuranta", "Pyydä avain", "2 päivää myöhässä", "30.11.2026", "tehty 2.11.2026")
	s.Misses("Toinen asia")
	texts := s.Texts()
	at := func(text string) int { return slices.Index(texts, text) }
	if !(at("Pyydä avain") < at("Soita seurakuntaan") && at("Soita seurakuntaan") < at("Kysy tiloista")) {
		t.Errorf("in the order %q", texts)
	}
}

func TestReminderIsAdded(t *testing.T) {
	s, store := shown(t)
	s.Sees("Ei muistutuksia.")
	s.Tap("Lisää muistutus…")
	s.Type("  Tarkista avaimet ")
	s.Press(fyne.KeyReturn) // the day is missing
	if !s.InDialog() || len(store.all) > 0 {
		t.Fatalf("kept %+v", store.all)
	}
	s.Type("1.12.")
	s.Press(fyne.KeyReturn)
	want := model.FollowUp{ID: "new", Kind: model.KindOrganisation, RecordID: "o", On: on("2026-12-01"), Text: "Tarkista avaimet"}
	if len(store.all) != 1 || store.all[0] != want || s.InDialog() {
		t.Errorf("kept %+v", store.all)
	}
	s.Sees("Tarkista avaimet")
}

func TestReminderIsChanged(t *testing.T) {
	s, store := shown(t, church)
	s.Tap("Soita seurakuntaan")
	s.Type("!")
	s.Press(fyne.KeyReturn)
	if store.all[0].Text == church.Text || store.all[0].On != church.On {
		t.Errorf("kept %+v", store.all)
	}
}

func TestReminderIsDoneAndTakenBack(t *testing.T) {
	s, store := shown(t, church)
	s.Tap("Tehty")
	if store.all[0].DoneOn != on("2026-11-22") {
		t.Fatalf("kept %+v", store.all)
	}
	s.Sees("tehty 22.11.2026")
	s.Tap("Avaa uudelleen")
	if !store.all[0].Open() {
		t.Errorf("kept %+v", store.all)
	}
}

func TestReminderIsRemovedAndBroughtBack(t *testing.T) {
	s, store := shown(t, church)
	remove := s.Look(func(o fyne.CanvasObject) bool {
		b, ok := o.(*kit.Button)
		return ok && b.AccessibilityLabel() == "Poista muistutus: Soita seurakuntaan"
	})
	if remove == nil {
		t.Fatal("it cannot be removed")
	}
	remove.(*kit.Button).OnTapped()
	if len(store.all) != 0 {
		t.Fatalf("kept %+v", store.all)
	}
	s.Window.SetContent(s.Desk.Messages)
	s.Tap("Kumoa")
	if len(store.all) != 1 || store.all[0] != church {
		t.Errorf("kept %+v", store.all)
	}
}

func TestWhatCannotBeWrittenIsTold(t *testing.T) {
	s, store := shown(t, church)
	store.fails = &model.Error{Code: model.CodeDiskFull}
	s.Tap("Tehty")
	if !s.InDialog() {
		t.Error("nothing is said")
	}
}

func TestHiddenRemindersAreNeitherShownNorChanged(t *testing.T) {
	s, store := shown(t, church)
	s.Desk.SetHidden(true)
	store.wrote()
	s.Misses("Soita")
	s.Sees("•••")
	s.Tap("•••")
	if s.InDialog() {
		t.Error("the text stands in the dialog")
	}
}
