package model

import "regexp"

// identityCodeForm is that of a Finnish personal identity code (Government Decree 128/2010, section 2): day, month and
// year of birth, a sign of the century, three digits and a control character.
var identityCodeForm = regexp.MustCompile(`(?i)\b[0-3]\d[01]\d{3}[-+A-FU-Y]\d{3}[0-9A-Y]\b`)

// HasIdentityCode reports whether the text seems to hold a personal identity code, which the program has no use for.
func HasIdentityCode(text string) bool { return identityCodeForm.MatchString(text) }
