package importing

import (
	"slices"
	"strings"

	"kumppani/ui/words"
)

// Kind is what the rows of a table are.
type Kind string

// The kinds. Their words are the translations "importing.kind.<kind>".
const (
	Organisations Kind = "organisations" // with a contact of each, if there are columns for one
	Contacts      Kind = "contacts"      // of organisations that are in the register
	Leaders       Kind = "leaders"
	Training      Kind = "training" // leader, programme, day
	Places        Kind = "places"
	Groups        Kind = "groups"
	Counts        Kind = "counts" // visitors of sessions that are in the calendar
)

// Kinds lists them in the order in which they are offered.
func Kinds() []Kind {
	return []Kind{Organisations, Contacts, Leaders, Training, Places, Groups, Counts}
}

// Field is what a column can be. Its word is the translation "importing.field.<field>"; the Field of a category of the
// centre's own is "own." and the ID of the category.
type Field string

// The fields.
const (
	NameFi           Field = "name_fi"
	NameSv           Field = "name_sv"
	NameEn           Field = "name_en"
	SectorField      Field = "sector"
	BusinessID       Field = "business_id"
	Municipality     Field = "municipality"
	Street           Field = "street"
	PostalCode       Field = "postal_code"
	Town             Field = "town"
	CoreTask         Field = "core_task"
	Language         Field = "language"
	EndedOn          Field = "ended_on"
	Notes            Field = "notes"
	OrganisationName Field = "organisation"
	ContactName      Field = "contact_name"
	ContactTitle     Field = "contact_title"
	ContactPhone     Field = "contact_phone"
	ContactEmail     Field = "contact_email"
	ContactLanguage  Field = "contact_language"
	ContactFrom      Field = "contact_from"
	ContactUntil     Field = "contact_until"
	Name             Field = "name" // of a person, whole
	FirstName        Field = "first_name"
	LastName         Field = "last_name"
	LeaderKind       Field = "leader_kind"
	Phone            Field = "phone"
	Email            Field = "email"
	HomeOrganisation Field = "home_organisation"
	JobTitle         Field = "job_title"
	Languages        Field = "languages"
	Audiences        Field = "audiences"
	Skills           Field = "skills"
	BirthYear        Field = "birth_year"
	StartedOn        Field = "started_on"
	State            Field = "state"
	Programme        Field = "programme"
	CompletedOn      Field = "completed_on"
	Where            Field = "where"
	Hours            Field = "hours"
	PlaceKind        Field = "place_kind"
	VillageFi        Field = "village_fi"
	VillageSv        Field = "village_sv"
	Host             Field = "host"
	Owner            Field = "owner"
	Capacity         Field = "capacity"
	StepFree         Field = "step_free"
	Toilet           Field = "toilet"
	ChangingTable    Field = "changing_table"
	Parking          Field = "parking"
	PramSpace        Field = "pram_space"
	Equipment        Field = "equipment"
	Keys             Field = "keys"
	GroupType        Field = "group_type"
	PlaceName        Field = "place"
	Organisers       Field = "organisers"
	GroupLeaders     Field = "group_leaders"
	GroupLanguages   Field = "group_languages"
	Minimum          Field = "minimum"
	Weekday          Field = "weekday"
	Rhythm           Field = "rhythm"
	From             Field = "from"
	Until            Field = "until"
	RunsFrom         Field = "runs_from"
	RunsUntil        Field = "runs_until"
	Public           Field = "public"
	DescriptionFi    Field = "description_fi"
	DescriptionSv    Field = "description_sv"
	SessionID        Field = "session"
	On               Field = "date"
	GroupName        Field = "group"
	Adults           Field = "adults"
	Children         Field = "children"
	New              Field = "new"
	Men              Field = "men"
	NotHeld          Field = "not_held"
	Reason           Field = "reason"
)

// ownPrefix begins the Field of a category of the centre's own.
const ownPrefix = "own."

var contactFields = []Field{ContactName, ContactTitle, ContactPhone, ContactEmail, ContactLanguage, ContactFrom, ContactUntil}

// fieldsOf lists what the columns of a kind can be; where a head could mean two, the earlier.
var fieldsOf = map[Kind][]Field{
	Organisations: slices.Concat([]Field{
		NameFi, NameSv, NameEn, SectorField, BusinessID, Municipality, Street, PostalCode, Town, CoreTask, Language, EndedOn, Notes,
	}, contactFields),
	Contacts: slices.Concat([]Field{OrganisationName, BusinessID, FirstName, LastName}, contactFields),
	Leaders: {
		Name, FirstName, LastName, Phone, Email, Municipality, HomeOrganisation, LeaderKind, JobTitle, Languages, Audiences, Skills,
		BirthYear, StartedOn, State, Notes,
	},
	Training: {Name, FirstName, LastName, Phone, Email, Programme, CompletedOn, Where, Hours},
	Places: {
		NameFi, NameSv, NameEn, PlaceKind, Street, PostalCode, Town, Municipality, VillageFi, VillageSv, Host, Owner, Capacity, StepFree,
		Toilet, ChangingTable, Parking, PramSpace, Equipment, Keys, ContactName, ContactTitle, ContactPhone, ContactEmail, EndedOn, Notes,
	},
	Groups: {
		NameFi, NameSv, NameEn, GroupType, PlaceName, Weekday, Rhythm, From, Until, RunsFrom, RunsUntil, Organisers, GroupLeaders,
		Audiences, GroupLanguages, Capacity, Minimum, Public, DescriptionFi, DescriptionSv, Notes,
	},
	Counts: {SessionID, On, From, GroupName, PlaceName, Adults, Children, New, Men, NotHeld, Reason},
}

// needsOf lists what has to be there: of each, one of the fields.
var needsOf = map[Kind][][]Field{
	Organisations: {{NameFi, NameSv, NameEn}},
	Contacts:      {{OrganisationName, BusinessID}, {ContactName, LastName}},
	Leaders:       {{Name, LastName}},
	Training:      {{Name, LastName}, {Programme}, {CompletedOn}},
	Places:        {{NameFi, NameSv, NameEn}},
	Groups:        {{NameFi, NameSv, NameEn}, {PlaceName}},
	Counts:        {{On, SessionID}, {GroupName, PlaceName, SessionID}},
}

// Word names a field; categories of the centre's own have the name that the centre gave them.
func (f *Facts) Word(field Field) string { return f.word(f.In, field) }

func (f *Facts) word(in words.In, field Field) string {
	id, own := strings.CutPrefix(string(field), ownPrefix)
	if !own {
		return words.Capital(in.T("importing.field." + string(field)))
	}
	for _, c := range f.Policy.Categories {
		if string(c.ID) == id {
			return c.Name.Best(f.language(in))
		}
	}
	return ""
}

// Fields lists what the columns of a kind can be.
func (f *Facts) Fields(k Kind) []Field {
	out := slices.Clone(fieldsOf[k])
	if k == Counts {
		for _, c := range f.Policy.Counted() {
			out = append(out, Field(ownPrefix+string(c.ID)))
		}
	}
	return out
}
