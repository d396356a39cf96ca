package model

// Service is a public service that a party says it organises under an agreement.
type Service string

// The services that the 2023 reform concerns, and those that stayed with the municipalities.
const (
	MaternityAndChildHealth Service = "child_health_clinic" // neuvola
	FamilyWork              Service = "family_work"
	FamilyCounselling       Service = "family_counselling"
	ChildWelfare            Service = "child_welfare"
	HomeHelp                Service = "home_help"
	EarlyEducation          Service = "early_education"
	School                  Service = "school"
	YouthWork               Service = "youth_work"
	Library                 Service = "library"
	PremisesService         Service = "premises"
)

// Services lists them in the order in which they are offered.
func Services() []Service {
	return []Service{
		MaternityAndChildHealth, FamilyWork, FamilyCounselling, ChildWelfare, HomeHelp,
		EarlyEducation, School, YouthWork, Library, PremisesService,
	}
}

// reform is the day on which social and health services passed from municipalities to wellbeing services counties
// (Act on Organising Healthcare and Social Welfare Services 612/2021).
var reform = MustDate("2023-01-01")

// helsinki organises these services itself as a city (Act 615/2021), and Åland lies outside the system.
const helsinki = "091"

var aland = map[string]bool{
	"035": true, "043": true, "060": true, "062": true, "065": true, "076": true, "170": true, "295": true,
	"318": true, "417": true, "438": true, "478": true, "736": true, "766": true, "771": true, "941": true,
}

// NoLongerOrganises returns those services of the party that its organisation has not organised since the reform of
// 2023: social and health services named by a municipality outside Helsinki and Åland. Nothing is returned for a day
// before the reform.
func NoLongerOrganises(p Party, o Organisation, day Date) []Service {
	if day.Before(reform) || o.Sector != Municipal || o.Municipality.Code == helsinki || aland[o.Municipality.Code] {
		return nil
	}
	var out []Service
	for _, s := range p.Services {
		switch s {
		case MaternityAndChildHealth, FamilyWork, FamilyCounselling, ChildWelfare, HomeHelp:
			out = append(out, s)
		}
	}
	return out
}
