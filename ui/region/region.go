// Package region is what is read of a region's meeting places before anything about them is shown: places, groups,
// closures, seasons and who belongs to them, with the ways to find each by its ID and its name in the language of the
// window.
//
// What does not live here: sessions, of which there are a hundred thousand and which are read by who shows them, rules
// (model), and anything of a screen: it works without a display.
package region

import (
	"context"

	"kumppani/model"
	"kumppani/ui/words"
)

// Store is what is read; see the registers of model.
type Store interface {
	Centre(ctx context.Context) (model.Centre, error)
	MeetingPolicy(ctx context.Context) (model.MeetingPolicy, error)
	MeetingPlaces(ctx context.Context) ([]model.MeetingPlace, error)
	Groups(ctx context.Context) ([]model.Group, error)
	Closures(ctx context.Context) ([]model.Closure, error)
	Seasons(ctx context.Context) ([]model.Season, error)
	Leaders(ctx context.Context) ([]model.Leader, error)
	Organisations(ctx context.Context) ([]model.Organisation, error)
}

// Records is what was read last. None of it may be changed.
type Records struct {
	Today         model.Date
	Centre        model.Centre
	Policy        model.MeetingPolicy
	Places        []model.MeetingPlace // alphabetically
	Groups        []model.Group        // alphabetically
	Closures      []model.Closure      // the latest first
	Seasons       []model.Season       // the latest first
	Leaders       []model.Leader       // alphabetically, the anonymised ones last
	Organisations []model.Organisation

	PlaceOf        model.PlaceDirectory
	GroupOf        model.GroupDirectory
	LeaderOf       model.LeaderDirectory
	OrganisationOf model.Directory
}

// Read reads all of it, as it stands on a day.
func Read(ctx context.Context, store Store, today model.Date) (Records, error) {
	r := Records{Today: today}
	for _, read := range []func() error{
		func() (err error) { r.Centre, err = store.Centre(ctx); return err },
		func() (err error) { r.Policy, err = store.MeetingPolicy(ctx); return err },
		func() (err error) { r.Places, err = store.MeetingPlaces(ctx); return err },
		func() (err error) { r.Groups, err = store.Groups(ctx); return err },
		func() (err error) { r.Closures, err = store.Closures(ctx); return err },
		func() (err error) { r.Seasons, err = store.Seasons(ctx); return err },
		func() (err error) { r.Leaders, err = store.Leaders(ctx); return err },
		func() (err error) { r.Organisations, err = store.Organisations(ctx); return err },
	} {
		if err := read(); err != nil {
			return Records{}, err
		}
	}
	r.PlaceOf, r.GroupOf = model.PlaceDirectoryOf(r.Places), model.GroupDirectoryOf(r.Groups)
	r.LeaderOf, r.OrganisationOf = model.LeaderDirectoryOf(r.Leaders), model.DirectoryOf(r.Organisations)
	return r, nil
}

// Facts are what collisions of a season depend on; booked are the events of partners' calendars in its days.
func (r *Records) Facts(season model.Season, booked []model.PartnerEvent) model.ConflictFacts {
	return model.ConflictFacts{
		Groups: r.GroupOf, Places: r.PlaceOf, Leaders: r.LeaderOf, Closures: r.Closures, Eves: season.Eves,
		TravelMinutes: r.Policy.TravelMinutes, Booked: booked,
	}
}

// Season is the one of the day or else the next to come, and false when none is known.
func (r *Records) Season(day model.Date) (model.Season, bool) { return model.SeasonOn(r.Seasons, day) }

// PlaceName is the name of a place in the language of the window.
func (r *Records) PlaceName(id model.ID) string { return r.PlaceOf.Name(id, words.Current()) }

// GroupName is the name of a group in the language of the window.
func (r *Records) GroupName(id model.ID) string { return r.GroupOf[id].Name.Best(words.Current()) }

// OrganisationName is the name of an organisation in the language of the window.
func (r *Records) OrganisationName(id model.ID) string {
	return r.OrganisationOf.Name(id, words.Current())
}

// LeaderName is the whole name of a leader; what is shown of it the desk decides.
func (r *Records) LeaderName(id model.ID) string {
	l, known := r.LeaderOf[id]
	if !known || l.Anonymised() {
		return words.T("meetings.anonymised")
	}
	return l.Name
}
