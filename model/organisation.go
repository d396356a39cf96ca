package model

import (
	"context"
	"slices"
	"strings"
)

// Sector is the part of society an organisation belongs to.
type Sector string

// The sectors.
const (
	Municipal   Sector = "municipality"
	County      Sector = "wellbeing_county" // wellbeing services county (hyvinvointialue)
	Parish      Sector = "parish"           // a parish or a parish union of any church
	Association Sector = "association"
	Education   Sector = "education" // educational institution
	Company     Sector = "company"   // company or cooperative
	Foundation  Sector = "foundation"
	OtherSector Sector = "other"
)

// Sectors lists them in the order in which they are offered.
func Sectors() []Sector {
	return []Sector{Municipal, County, Parish, Association, Education, Company, Foundation, OtherSector}
}

// Address is a Finnish postal address. PostalCode is kept as text: 00100 has its zeros.
type Address struct {
	Street     string `json:"street,omitempty"`
	PostalCode string `json:"postal_code,omitempty"`
	Town       string `json:"town,omitempty"`
}

// Organisation is a partner of the family centre, or may become one.
type Organisation struct {
	ID           ID
	Name         Text   // required in one language
	Sector       Sector // required
	BusinessID   string // as CheckBusinessID writes it, or as typed when it does not hold
	Municipality Municipality
	Address      Address
	CoreTask     string
	Language     Language // of correspondence; empty when not said
	EndedOn      Date     // when the organisation ceased to exist
	Notes        string
	Contacts     []Contact
}

// Contact is the dated role of a person in an organisation. A contact who leaves gets Until and becomes former; the
// role is not taken away.
type Contact struct {
	ID       ID
	Name     string // required
	Title    string
	Phone    string // as typed
	Email    string
	Language Language
	From     Date
	Until    Date // last day in the role
}

// FormerOn reports whether the contact had left the role before the day.
func (c Contact) FormerOn(day Date) bool { return !c.Until.IsZero() && c.Until.Before(day) }

// ChangedOn is the day of the last change of the contact as seen on the day: the last day in the role of one who has left
// it, else the first; zero when nobody has said.
func (c Contact) ChangedOn(day Date) Date {
	if c.FormerOn(day) {
		return c.Until
	}
	return c.From
}

// Contact returns the contact with the ID, and false when the organisation has none such.
func (o Organisation) Contact(id ID) (Contact, bool) {
	i := slices.IndexFunc(o.Contacts, func(c Contact) bool { return c.ID == id })
	if id == "" || i < 0 {
		return Contact{}, false
	}
	return o.Contacts[i], true
}

// EndedBy reports whether the organisation had ceased to exist before the day.
func (o Organisation) EndedBy(day Date) bool { return !o.EndedOn.IsZero() && o.EndedOn.Before(day) }

// Check returns what is amiss in the organisation. A Business ID that does not hold warns: the coordinator copies it
// from a letter and may not be able to mend it now.
func (o Organisation) Check() []Problem {
	var p problems
	p.required("name", o.Name.Best(Finnish))
	p.texts("name", o.Name, MaxName)
	if !slices.Contains(Sectors(), o.Sector) {
		p.refuse("sector", "required")
	}
	if strings.TrimSpace(o.BusinessID) != "" {
		if _, code := CheckBusinessID(o.BusinessID); code != "" {
			p.warn("business_id", code)
		}
	}
	p.length("business_id", o.BusinessID, MaxShort)
	p.length("municipality", o.Municipality.Name, MaxShort)
	p.length("street", o.Address.Street, MaxName)
	p.length("town", o.Address.Town, MaxShort)
	p.length("postal_code", o.Address.PostalCode, MaxShort)
	if c := strings.TrimSpace(o.Address.PostalCode); c != "" && !postalCodeForm.MatchString(c) {
		p.warn("postal_code", "postal_code_form")
	}
	p.length("core_task", o.CoreTask, MaxNotes)
	p.length("notes", o.Notes, MaxNotes)
	for i, c := range o.Contacts {
		p.required(at("contacts", i, "name"), c.Name)
		p.length(at("contacts", i, "name"), c.Name, MaxName)
		p.length(at("contacts", i, "title"), c.Title, MaxName)
		p.length(at("contacts", i, "phone"), c.Phone, MaxShort)
		p.email(at("contacts", i, "email"), c.Email)
		p.order(at("contacts", i, "until"), c.From, c.Until)
	}
	return p
}

// Directory finds organisations by ID.
type Directory map[ID]Organisation

// DirectoryOf makes a Directory of a list.
func DirectoryOf(all []Organisation) Directory {
	d := make(Directory, len(all))
	for _, o := range all {
		d[o.ID] = o
	}
	return d
}

// Name returns the organisation's name in l or, failing that, in another language; empty for an unknown ID.
func (d Directory) Name(id ID, l Language) string { return d[id].Name.Best(l) }

// Organisations keeps the register of organisations. Every method is one transaction.
type Organisations interface {
	// Organisations returns all of them with their contacts, in Finnish alphabetical order of their names.
	Organisations(ctx context.Context) ([]Organisation, error)
	// Organisation returns one, CodeNotFound when there is none.
	Organisation(ctx context.Context, id ID) (Organisation, error)
	// CreateOrganisation keeps a new one; an empty ID, and those of its contacts, are made. CodeInvalid when Check
	// refuses it.
	CreateOrganisation(ctx context.Context, o Organisation) (Organisation, error)
	// UpdateOrganisation changes one; an error of change is returned as it is, and nothing is written.
	UpdateOrganisation(ctx context.Context, id ID, change func(*Organisation) error) (Organisation, error)
	// DeleteOrganisation removes one that nothing uses; CodeInUse with the Uses otherwise.
	DeleteOrganisation(ctx context.Context, id ID) error
	// OrganisationUses lists where one is used, each record once per role, in order of label.
	OrganisationUses(ctx context.Context, id ID) ([]Use, error)
	// MergeOrganisations keeps the first as Merge makes it, points every use of the second to it, and removes the
	// second. CodeInUse, with the agreements, when both are parties of the same agreement.
	MergeOrganisations(ctx context.Context, keep, drop ID) (Organisation, error)
}
