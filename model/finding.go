package model

// Finding is one thing that is wrong in a data file.
type Finding struct {
	Code   FindingCode
	Table  string // where, empty for the file as a whole
	Record string // ID of the record, empty when not known
	Detail string // for the one who mends it, in English
}

// FindingCode says what kind of thing is wrong; the sentence for a person is the translation "commands.check.<code>".
type FindingCode string

// The findings.
const (
	FindingStructure  FindingCode = "structure"  // SQLite finds its own pages wrong
	FindingReference  FindingCode = "reference"  // a record refers to one that is not there
	FindingAttachment FindingCode = "attachment" // a kept file is not what its hash says, or is gone
	FindingCodeValue  FindingCode = "code"       // a code that this version does not know
	FindingDate       FindingCode = "date"       // a date that the calendar does not have
)
