package meetings

import (
	"context"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/region"
	"kumppani/ui/words"
)

// Store is what the screen of meeting places needs kept.
type Store interface {
	model.MeetingPlaces
	model.Groups
	model.Closures
	model.Seasons
	model.Sessions
	model.Leaders
	model.Organisations
	model.Agreements
	model.Centres
	model.PartnerCalendars
	model.MeetingPolicies
}

// opener is a view of records that have pages.
type opener interface{ Open(id model.ID) }

// The views, in the order of their buttons.
const (
	placesTab = iota
	groupsTab
	seasonsTab
	closuresTab
	partnersTab
)

// Screen is where and when families meet, in five views.
type Screen struct {
	*kit.Views
	desk    *desk.Desk
	store   Store
	records *records
}

// New makes the screen and shows the places.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d, store: store, records: &records{Records: region.Records{Today: d.Today()}}}
	s.Views = kit.NewViews(
		kit.NamedView{Word: words.T("meetings.view.places"), Make: func() kit.View { return newPlacesView(s) }},
		kit.NamedView{Word: words.T("meetings.view.groups"), Make: func() kit.View { return newGroupsView(s) }},
		kit.NamedView{Word: words.T("meetings.view.seasons"), Make: func() kit.View { return newSeasonsView(s) }},
		kit.NamedView{Word: words.T("meetings.view.closures"), Make: func() kit.View { return newClosuresView(s) }},
		kit.NamedView{Word: words.T("meetings.view.partners"), Make: func() kit.View { return newPartnersView(s) }},
	)
	s.Show(placesTab)
	return s
}

// read reads all records anew, for the view that is being filled.
func (s *Screen) read() (*records, error) {
	r, err := readRecords(context.Background(), s.store, s.desk.Today())
	if err == nil {
		s.records = r
	}
	return s.records, err
}

// OpenKind shows the page of a place, group, season, closure or partner's calendar, or for an empty ID its register.
func (s *Screen) OpenKind(kind model.Kind, id model.ID) {
	i, known := map[model.Kind]int{
		model.KindPlace: placesTab, model.KindGroup: groupsTab, model.KindSeason: seasonsTab, model.KindClosure: closuresTab,
		model.KindPartner: partnersTab,
	}[kind]
	if !known {
		return
	}
	s.Bring(i, func() {
		if o, ok := kit.FrontView[opener](s.Views); ok && id != "" {
			o.Open(id)
		}
	})
}

// newGroup begins a new group at the place, which may be empty.
func (s *Screen) newGroup(place model.ID) {
	s.Bring(groupsTab, func() { s.View(groupsTab).(*groupsView).begin(place) })
}

// newPlace begins a new place, without which there is no group.
func (s *Screen) newPlace() { s.Bring(placesTab, s.New) }

// newClosure begins a new closure of the place.
func (s *Screen) newClosure(place model.ID) {
	s.Bring(closuresTab, func() {
		s.View(closuresTab).(*closuresView).begin(model.Closure{Scope: model.ClosedPlace, PlaceID: place})
	})
}
