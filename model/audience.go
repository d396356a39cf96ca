package model

// Audience is whom a group is for, and whom a leader can work with.
type Audience string

// The audiences.
const (
	AllFamilies        Audience = "all_families"
	Families0to6       Audience = "families_0_6"
	BabyFamilies       Audience = "baby_families"
	ExpectingFirst     Audience = "expecting_first"
	FirstChildFamilies Audience = "first_child_families"
	Parents            Audience = "parents"
	Fathers            Audience = "fathers"
	Mothers            Audience = "mothers"
	Couples            Audience = "couples"
	SingleParents      Audience = "single_parents"
	YoungParents       Audience = "young_parents"
	MultipleBirths     Audience = "multiple_births"
	ImmigrantFamilies  Audience = "immigrant_families"
	SchoolAge          Audience = "school_age"
	SpecialNeeds       Audience = "special_needs"
)

// Audiences lists them in the order in which they are offered.
func Audiences() []Audience {
	return []Audience{
		AllFamilies, Families0to6, BabyFamilies, ExpectingFirst, FirstChildFamilies, Parents, Fathers, Mothers, Couples,
		SingleParents, YoungParents, MultipleBirths, ImmigrantFamilies, SchoolAge, SpecialNeeds,
	}
}

// Spoken is a language that a person speaks, as its ISO 639 code: there are more of them than the program has itself.
type Spoken string

// SpokenLanguages lists those that are offered: the languages of the program, the Sámi languages, sign language, Romani,
// and the most spoken other first languages in Finland (Statistics Finland, population by language).
func SpokenLanguages() []Spoken {
	return []Spoken{
		"fi", "sv", "en", "se", "smn", "sms", "fse", "rmf", "ru", "et", "uk", "ar", "so", "fa", "ku", "sq", "zh", "vi",
		"th", "tr", "es", "fr", "de", "pl", "ro",
	}
}
