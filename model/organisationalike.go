package model

import "slices"

// AlikeOrganisation is an organisation that may be the same as another.
type AlikeOrganisation struct {
	ID    ID
	Field string // in which they are alike: "name_fi", "name_sv", "name_en" or "business_id"
}

// AlikeOrganisations finds those of all that may be the same as o: with its name in any language, or with its Business ID.
// Each is there once.
func AlikeOrganisations(o Organisation, all []Organisation) []AlikeOrganisation {
	id, wrong := CheckBusinessID(o.BusinessID)
	names := map[string]Language{}
	for _, l := range slices.Backward(Languages()) {
		if name := Fold(o.Name.In(l)); name != "" {
			names[name] = l
		}
	}
	var out []AlikeOrganisation
	for i := range all {
		other := &all[i]
		if other.ID == o.ID {
			continue
		}
		field := ""
		for _, l := range Languages() {
			if mine, ok := names[Fold(other.Name.In(l))]; ok && field == "" {
				field = "name_" + string(mine)
			}
		}
		if theirs, _ := CheckBusinessID(other.BusinessID); field == "" && wrong == "" && theirs == id {
			field = "business_id"
		}
		if field != "" {
			out = append(out, AlikeOrganisation{other.ID, field})
		}
	}
	return out
}
