package model

import "strings"

// CheckBusinessID reads a Finnish Business ID (Y-tunnus, FO-nummer) as people write it and returns it in its official
// form, seven digits, a hyphen and the check digit; an old six-digit one gets its leading zero. The second result is
// empty when the ID holds, or the code of what is wrong: "business_id_form" (not of that form) or "business_id_digit"
// (the check digit does not match, so some digit is wrong). A wrong ID comes back as typed.
//
// The check digit: weights 7 9 10 5 8 4 2, remainder of the sum by 11; 0 gives 0, 1 is never issued, else 11 minus it
// (Finnish Patent and Registration Office and Tax Administration, Business Information System).
func CheckBusinessID(typed string) (id, problem string) {
	s := strings.ReplaceAll(strings.TrimSpace(typed), " ", "")
	number, check, ok := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !ok && len(s) == 8 {
		number, check = s[:len(s)-1], s[len(s)-1:]
	}
	if len(number) == 6 {
		number = "0" + number
	}
	if len(number) != 7 || len(check) != 1 || strings.Trim(number+check, "0123456789") != "" {
		return typed, "business_id_form"
	}
	sum := 0
	for i, weight := range [...]int{7, 9, 10, 5, 8, 4, 2} {
		sum += weight * int(number[i]-'0')
	}
	want := (11 - sum%11) % 11
	if want != int(check[0]-'0') { // want is 10 for a remainder of 1, which no digit equals
		return typed, "business_id_digit"
	}
	return number + "-" + check, ""
}
