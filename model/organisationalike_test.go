package model

import (
	"slices"
	"testing"
)

func TestAlikeOrganisations(t *testing.T) {
	all := []Organisation{
		{ID: "1", Name: Text{Fi: "Sarkajärven kunta", Sv: "Sarkajärvi kommun"}, BusinessID: "9999001-5"},
		{ID: "2", Name: Text{Sv: "Folkhälsan"}, BusinessID: "9999002-3"},
		{ID: "3", Name: Text{Fi: "Kolmas"}, BusinessID: "nothing"},
	}
	for _, c := range []struct {
		o    Organisation
		want []AlikeOrganisation
	}{
		{Organisation{Name: Text{Fi: "SARKAJARVEN KUNTA "}}, []AlikeOrganisation{{"1", "name_fi"}}},
		{Organisation{Name: Text{Fi: "Sarkajärvi kommun"}}, []AlikeOrganisation{{"1", "name_fi"}}},
		{Organisation{Name: Text{Fi: "Uusi"}, BusinessID: "99990015"}, []AlikeOrganisation{{"1", "business_id"}}},
		{Organisation{Name: Text{Fi: "Uusi", Sv: "folkhalsan"}, BusinessID: "9999001-5"}, []AlikeOrganisation{{"1", "business_id"}, {"2", "name_sv"}}},
		{Organisation{ID: "1", Name: Text{Fi: "Sarkajärven kunta"}}, nil},
		{Organisation{Name: Text{Fi: "Uusi"}, BusinessID: "nothing"}, nil},
		{Organisation{}, nil},
	} {
		if got := AlikeOrganisations(c.o, all); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.o, got, c.want)
		}
	}
}
