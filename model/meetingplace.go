package model

import "context"

// PlaceKind is the kind of a meeting place.
type PlaceKind string

// The kinds of meeting places.
const (
	FamilyCafe     PlaceKind = "family_cafe"
	BabyCafe       PlaceKind = "baby_cafe"
	EveningCafe    PlaceKind = "evening_cafe"
	FamilyRoom     PlaceKind = "family_room" // perhetupa: open without a programme
	OpenDaycare    PlaceKind = "open_daycare"
	ResidentPark   PlaceKind = "resident_park"
	FamilyPark     PlaceKind = "family_park"
	Playground     PlaceKind = "playground"
	ParishClubRoom PlaceKind = "parish_club_room"
	Clinic         PlaceKind = "clinic"
	SchoolPlace    PlaceKind = "school"
	VillageHall    PlaceKind = "village_hall"
	OtherPlace     PlaceKind = "other"
)

// PlaceKinds lists them in the order in which they are offered.
func PlaceKinds() []PlaceKind {
	return []PlaceKind{
		FamilyCafe, BabyCafe, EveningCafe, FamilyRoom, OpenDaycare, ResidentPark, FamilyPark, Playground, ParishClubRoom,
		Clinic, SchoolPlace, VillageHall, OtherPlace,
	}
}

// Access is what is known of how one gets in and around; what nobody has said is not a no.
type Access struct {
	StepFree      Answer
	Toilet        Answer // one that can be used with a wheelchair
	ChangingTable Answer
	Parking       Answer
	PramSpace     Answer
	Notes         Text
}

// MeetingPlace is a place where families meet.
type MeetingPlace struct {
	ID           ID
	Name         Text      // required in one language
	Kind         PlaceKind // required
	Address      Address
	Municipality Municipality // required
	Village      Text         // part of the municipality, as people call it
	HostID       ID           // the organisation that runs the place
	OwnerID      ID           // the organisation that owns the premises
	Capacity     Count        // persons
	Access       Access
	Equipment    string
	Keys         string // who has keys, the alarm; never its code
	Booking      Contact
	AgreementID  ID // the agreement that gives the place
	EndedOn      Date
	Notes        string
}

// EndedBy reports whether the place had been given up before the day.
func (m MeetingPlace) EndedBy(day Date) bool { return !m.EndedOn.IsZero() && m.EndedOn.Before(day) }

// Check returns what is amiss in the place.
func (m MeetingPlace) Check() []Problem {
	var p problems
	p.required("name", m.Name.Best(Finnish))
	p.texts("name", m.Name, MaxName)
	p.required("kind", string(m.Kind))
	p.required("municipality", m.Municipality.Name)
	p.texts("village", m.Village, MaxName)
	p.length("street", m.Address.Street, MaxName)
	p.length("postal_code", m.Address.PostalCode, MaxShort)
	p.length("town", m.Address.Town, MaxShort)
	if c := m.Address.PostalCode; c != "" && !postalCodeForm.MatchString(c) {
		p.warn("postal_code", "postal_code_form")
	}
	p.positive("capacity", m.Capacity)
	p.texts("access", m.Access.Notes, MaxNotes)
	p.length("equipment", m.Equipment, MaxNotes)
	p.length("keys", m.Keys, MaxNotes)
	p.length("booking_name", m.Booking.Name, MaxName)
	p.length("booking_phone", m.Booking.Phone, MaxShort)
	p.email("booking_email", m.Booking.Email)
	p.length("notes", m.Notes, MaxNotes)
	return p
}

// PlaceDirectory finds meeting places by ID.
type PlaceDirectory map[ID]MeetingPlace

// PlaceDirectoryOf makes a PlaceDirectory of a list.
func PlaceDirectoryOf(all []MeetingPlace) PlaceDirectory {
	d := make(PlaceDirectory, len(all))
	for _, m := range all {
		d[m.ID] = m
	}
	return d
}

// Name returns the place's name in l or, failing that, in another language; empty for an unknown ID.
func (d PlaceDirectory) Name(id ID, l Language) string { return d[id].Name.Best(l) }

// MeetingPlaces keeps the register of meeting places. Every method is one transaction.
type MeetingPlaces interface {
	// MeetingPlaces returns all of them, in Finnish alphabetical order of their names.
	MeetingPlaces(ctx context.Context) ([]MeetingPlace, error)
	// MeetingPlace returns one, CodeNotFound when there is none.
	MeetingPlace(ctx context.Context, id ID) (MeetingPlace, error)
	// CreateMeetingPlace keeps a new one; an empty ID is made. CodeInvalid when Check refuses it.
	CreateMeetingPlace(ctx context.Context, m MeetingPlace) (MeetingPlace, error)
	// UpdateMeetingPlace changes one; an error of change is returned as it is, and nothing is written.
	UpdateMeetingPlace(ctx context.Context, id ID, change func(*MeetingPlace) error) (MeetingPlace, error)
	// DeleteMeetingPlace removes one that nothing uses; CodeInUse with the Uses otherwise.
	DeleteMeetingPlace(ctx context.Context, id ID) error
}
