package calendar

import (
	"slices"

	"kumppani/model"
)

// lens says which sessions are looked at: all, or those of one place, leader, organiser or municipality. The fields that
// are set all count.
type lens struct {
	place     model.ID
	leader    model.ID
	organiser model.ID
	town      model.Municipality
}

// shows reports whether a session is looked at.
func (l lens) shows(s *model.Session, r *records) bool {
	return (l.place == "" || s.PlaceID == l.place) &&
		(l.leader == "" || s.Led(l.leader)) &&
		(l.organiser == "" || slices.Contains(r.GroupOf[s.GroupID].Organisers, l.organiser)) &&
		(l.town.IsZero() || l.town.Same(r.PlaceOf[s.PlaceID].Municipality))
}
