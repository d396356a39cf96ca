package calendar

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
)

// printVillage has what is printed of: two places in two municipalities, a group for everybody and a closed one, and an
// autumn with three sessions of each.
func printVillage() *shelf {
	season := func(id, name, from, until string) model.Season {
		return model.Season{ID: model.ID(id), Name: model.Text{Fi: name}, From: model.MustDate(from), Until: model.MustDate(until)}
	}
	active := []model.LeaderStatus{{State: model.LeaderActive}}
	s := &shelf{
		places: []model.MeetingPlace{
			{ID: "koulu", Name: model.Text{Fi: "Koulu"}, Municipality: model.Municipality{Code: "997", Name: "Rantaniemi"}},
			{ID: "tupa", Name: model.Text{Fi: "Perhetupa"}, Municipality: model.Municipality{Code: "994", Name: "Sarkajärvi"}},
			{ID: "old", Name: model.Text{Fi: "Vanha tupa"}, EndedOn: model.MustDate("2020-01-01")},
		},
		groups: []model.Group{
			{ID: "open", Name: model.Text{Fi: "Perhekahvila"}, PlaceID: "tupa", Public: true},
			{ID: "closed", Name: model.Text{Fi: "Eroryhmä"}, PlaceID: "koulu"},
		},
		seasons: []model.Season{
			season("kevat", "Kevät 2027", "2027-01-11", "2027-05-21"), season("syksy", "Syksy 2026", "2026-08-31", "2026-12-11"),
		},
		leaders: []model.Leader{
			{ID: "aino", Name: "Aino Kettula", Kind: model.Volunteer, Statuses: active},
			{ID: "bo", Name: "Bo Ek", Kind: model.Professional, Statuses: active},
			{ID: "ended", Name: "Entinen Ohjaaja", Statuses: []model.LeaderStatus{{State: model.LeaderEnded}}},
		},
	}
	for _, on := range []string{"2026-11-17", "2026-11-24", "2026-12-01"} {
		s.add(model.ID("open"+on), "open", "tupa", on+" 09:30–11:00", "aino")
		s.add(model.ID("closed"+on), "closed", "koulu", on+" 09:30–11:00", "bo")
	}
	return s
}

func showPrints(t *testing.T) *table {
	t.Helper()
	return showCalendar(t, printVillage(), weekTab, model.MustDate("2026-11-22"), model.Finnish)
}

// buttons are the words of the buttons of the dialog.
func (x *table) buttons() []string {
	var out []string
	x.Look(func(o fyne.CanvasObject) bool {
		if b, ok := o.(*kit.Button); ok && x.InDialog() {
			out = append(out, b.Text)
		}
		return false
	})
	return out
}

// printField finds the input of the dialog that is labelled so.
func printField[I fyne.CanvasObject](x *table, label string) I {
	x.T.Helper()
	found, ok := x.Look(func(o fyne.CanvasObject) bool {
		_, is := o.(I)
		return is && strings.HasPrefix(o.(interface{ AccessibilityLabel() string }).AccessibilityLabel(), label)
	}).(I)
	if !ok {
		x.T.Fatalf("there is no field %q of type %T", label, found)
	}
	return found
}

func choose[T comparable](x *table, label string, value T) {
	x.T.Helper()
	s := printField[*kit.Select[T]](x, label)
	s.SetValue(value)
	s.OnChanged()
}
