package model

import "context"

// DefaultLeadDays is how many days before the last day of notice a decision is asked for, until the centre says
// otherwise.
const DefaultLeadDays = 30

// Centre is the coordinator's own family centre. Who employs the coordinator is not assumed: municipality, wellbeing
// services county, association or parish.
type Centre struct {
	Name           Text // required
	Region         Text // the name shown at the top of the window, e.g. Suvantomaa
	Host           string
	Coordinator    string
	Phone          string
	Email          string
	Letterhead     string // address lines, separated by newlines
	Logo           []byte // PNG or JPEG, empty without one
	Municipalities []RegionMunicipality
	Language       Language // of the window and of new records
	LeadDays       int      // lead time for decisions, 0–365 days
}

// RegionMunicipality is a municipality of the centre's own region, with its names in both national languages.
type RegionMunicipality struct {
	Code string
	Fi   string
	Sv   string
}

// Name returns the municipality's name in l; English uses the Finnish one.
func (m RegionMunicipality) Name(l Language) string {
	if l == Swedish && m.Sv != "" {
		return m.Sv
	}
	if m.Fi == "" {
		return m.Sv
	}
	return m.Fi
}

// Check returns what is amiss in the settings of the centre.
func (c Centre) Check() []Problem {
	var p problems
	p.required("name", c.Name.Best(Finnish))
	p.texts("name", c.Name, MaxName)
	p.texts("region", c.Region, MaxName)
	p.length("host", c.Host, MaxName)
	p.length("coordinator", c.Coordinator, MaxName)
	p.length("phone", c.Phone, MaxShort)
	p.email("email", c.Email)
	p.length("letterhead", c.Letterhead, MaxNotes)
	if c.LeadDays < 0 || c.LeadDays > 365 {
		p.refuse("lead_days", "lead_days_range")
	}
	return p
}

// Centres keeps the settings of the one centre that a data file belongs to.
type Centres interface {
	// Centre returns the settings; before the first start is finished its Name is empty and LeadDays the default.
	Centre(ctx context.Context) (Centre, error)
	// SaveCentre replaces the settings. CodeInvalid when Check refuses them.
	SaveCentre(ctx context.Context, c Centre) error
}
