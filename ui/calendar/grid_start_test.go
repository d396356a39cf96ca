package calendar

import (
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

// An empty calendar says what is needed first and leads there, in each view; a new session without any group cannot be
// begun.
func TestAnEmptyCalendarSaysWhatToDo(t *testing.T) {
	place, group := model.MeetingPlace{ID: "talo", Name: model.Text{Fi: "Kylätalo"}}, model.Group{ID: "kahvila", Name: model.Text{Fi: "Kahvila"}}
	season := model.Season{ID: "syksy", Name: model.Text{Fi: "Syksy 2026"}, From: model.MustDate("2026-08-31"), Until: model.MustDate("2026-12-11")}
	for _, c := range []struct {
		store *shelf
		step  string // as calendar.grid.start. names it
		kind  model.Kind
	}{
		{&shelf{}, "place", model.KindPlace},
		{&shelf{places: []model.MeetingPlace{place}}, "group", model.KindGroup},
		{&shelf{places: []model.MeetingPlace{place}, groups: []model.Group{group}}, "season", model.KindSeason},
		{&shelf{places: []model.MeetingPlace{place}, groups: []model.Group{group}, seasons: []model.Season{season}}, "", ""},
	} {
		x := showGrids(t, c.store, model.Finnish)
		var opened model.Kind
		x.Desk.Open = func(kind model.Kind, _ model.ID) { opened = kind }
		for _, tab := range []int{weekTab, monthTab, countTab} {
			x.Show(tab)
			opened = ""
			if c.step == "" {
				if x.Mentions("vielä") {
					t.Errorf("view %d still says what is missing", tab)
				}
				continue
			}
			x.SeesPart(words.T("calendar.grid.start." + c.step))
			x.Tap(words.T("calendar.grid.start." + c.step + ".verb"))
			if opened != c.kind {
				t.Errorf("view %d leads to %q, not to %q", tab, opened, c.kind)
			}
		}
		x.Show(weekTab)
		x.New()
		without := len(c.store.groups) == 0
		if open := x.week().panel != nil; open == without {
			t.Errorf("with %d groups, the form of a new session is open: %v", len(c.store.groups), open)
		}
		if said := x.Desk.Messages.Text(); without && !strings.Contains(said, words.T("calendar.grid.start."+c.step)) {
			t.Errorf("the message is %q", said)
		}
	}
}
