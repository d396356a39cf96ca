package home_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/persistence"
)

// tuesdays are sessions of a group in whose place nobody else is, without a leader.
func tuesdays(t *testing.T, f *persistence.File, days ...string) (all []model.Session) {
	ctx := t.Context()
	place := got[model.MeetingPlace](t)(f.CreateMeetingPlace(ctx, model.MeetingPlace{
		Name: model.Text{Fi: "Tupa"}, Kind: model.FamilyCafe, Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"},
	}))
	from, _ := model.NewClock(9, 0)
	until, _ := model.NewClock(11, 0)
	group := got[model.Group](t)(f.CreateGroup(ctx, model.Group{
		Name: model.Text{Fi: "Perhekahvila"}, Type: model.OpenGroup, PlaceID: place.ID, From: from, Until: until,
		Recurrence: model.Recurrence{Rhythm: model.EveryNWeeks, Every: 1, Weekday: 2},
	}))
	for _, day := range days {
		all = append(all, got[model.Session](t)(f.CreateSession(ctx, model.Session{
			GroupID: group.ID, PlaceID: place.ID, Date: on(day), From: from, Until: until,
		})))
	}
	return all
}

// What is over when it comes back may be put off all the same, but it is said.
func TestWhatIsPutOffBeyondItsDayIsSaid(t *testing.T) {
	for _, c := range []struct {
		name, said string
		sessions   []string
		offered    []string // and the others are not
		until      string   // "" = as it is proposed
	}{
		{"before", "Asia tulee takaisin työpöydälle 23.11.2026.", []string{"2026-11-24"}, []string{"Huomenna"}, "23.11.2026"},
		{"the day itself is proposed", "Asia tulee takaisin työpöydälle 24.11.2026.", []string{"2026-11-24"}, []string{"Huomenna"}, ""},
		{"beyond", "Lykätty 15.1.2027 asti. Asia itse on jo 24.11.2026.", []string{"2026-11-24"}, []string{"Huomenna"}, "15.1.2027"},
		{"beyond the first", "Lykätty 25.11.2026 asti. Ensimmäinen kerta on jo 24.11.2026.", []string{"2026-11-24", "2026-12-01"}, []string{"Huomenna"}, "25.11.2026"},
		{"far off", "Asia tulee takaisin työpöydälle 29.11.2026.", []string{"2026-12-08"}, []string{"Huomenna", "Viikon päästä"}, ""},
		{"today", "Lykätty 23.11.2026 asti. Asia itse on jo 22.11.2026.", []string{dayOfTest}, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := opened(t, func(f *persistence.File) {
				tuesdays(t, f, c.sessions...)
				backedUp(t, f)
			})
			x.screen.FocusSearch()
			x.Type("+")
			for _, choice := range []string{"Huomenna", "Viikon päästä", "Kuukauden päästä"} {
				if want := slices.Contains(c.offered, choice); x.Shows(choice) != want {
					t.Errorf("%s is offered: %v", choice, !want)
				}
			}
			if c.until != "" {
				x.Retype(c.until)
			}
			x.Press(fyne.KeyReturn)
			if got := x.Desk.Messages.Text(); got != c.said {
				t.Errorf("said %q, want %q", got, c.said)
			}
			if all := got[[]model.Deferral](t)(x.file.Deferrals(t.Context())); len(all) != 1 {
				t.Errorf("kept %+v", all)
			}
		})
	}
}

// The day of a reminder is only that of the reminding: it can be put off beyond it.
func TestAReminderIsPutOffBeyondItsDay(t *testing.T) {
	x := opened(t, func(f *persistence.File) {
		remind(t, f, dayOfTest, "Soita seurakuntaan")
		backedUp(t, f)
	})
	x.screen.FocusSearch()
	x.Type("+")
	x.Tap("Kuukauden päästä")
	x.Press(fyne.KeyReturn)
	if got := x.Desk.Messages.Text(); got != "Asia tulee takaisin työpöydälle 22.12.2026." {
		t.Errorf("said %q", got)
	}
}
