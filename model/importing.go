package model

import "context"

// ImportBatch is what a person accepted to be taken in from somebody else's spreadsheet. A record whose ID the registers
// know is changed to be as it is here, any other is new; nothing is ever removed. New records that others of the batch refer
// to must have their ID.
type ImportBatch struct {
	Source        string // name of the file, without its folder
	Organisations []Organisation
	Programmes    []Programme
	Leaders       []Leader
	Places        []MeetingPlace
	Groups        []Group
	Counts        []ImportedCount
	Known         []ID // records that were there when the batch was put together, and may have been removed since
}

// ImportedCount is the visitors of a session that is known, or that it was not held.
type ImportedCount struct {
	SessionID ID
	Counts    Counts
	NotHeld   bool // the session becomes cancelled; Counts are empty then
	Reason    string
}

// Len is how many records the batch writes.
func (b ImportBatch) Len() int {
	return len(b.Organisations) + len(b.Programmes) + len(b.Leaders) + len(b.Places) + len(b.Groups) + len(b.Counts)
}

// Imports takes in what others have.
type Imports interface {
	// Import writes all of the batch in one transaction, or nothing. CodeInvalid, with the name of the record, when Check of
	// any of them refuses it; CodeNotFound for the count of a session that is not there; CodeGone when one of Known is not:
	// a person who was removed does not come back by being changed.
	Import(ctx context.Context, b ImportBatch) error
	// UndoImport takes the last import since the file was opened back, in one transaction. CodeChanged when something that it
	// wrote was changed since, and nothing is taken back then; CodeNotFound when there is none: it is forgotten, too, when a
	// person is anonymised or erased, or outsiders are.
	UndoImport(ctx context.Context) error
	// LastImport is the source of the import that UndoImport would take back, and false when there is none.
	LastImport() (source string, ok bool)
}
