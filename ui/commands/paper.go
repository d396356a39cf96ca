package commands

import "kumppani/model"

// Paper makes the documents that the commands print.
type Paper struct {
	Agreement func(AgreementPaper) (Printed, error) // an agreement, or the memo of an oral one
	Register  func(RegisterPaper) (Printed, error)  // the register of agreements by decision day
}

// AgreementPaper is what an agreement on paper is made of. Of two languages the first is the left column.
type AgreementPaper struct {
	Agreement     model.Agreement
	Organisations model.Directory
	Centre        model.Centre
	Template      model.Template // its Memo is the text of a memo
	Languages     []model.Language
	Today         model.Date
}

// RegisterPaper is what the register on paper is made of, its lines in their order.
type RegisterPaper struct {
	Agreements    []model.AgreementSummary
	Calendar      model.Calendar
	Organisations model.Directory
	Centre        model.Centre
	Language      model.Language
}

// Printed is a finished document, with the characters of the data that the typeface has not got.
type Printed struct {
	PDF         []byte
	Unprintable []rune
}
