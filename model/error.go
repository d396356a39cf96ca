package model

import (
	"errors"
	"fmt"
)

// Code says what kind of thing went wrong. It is stable, is what a person's sentence is chosen by (translation key
// "error.<code>"), and is never shown itself.
type Code string

// The codes of errors that a person can meet.
const (
	CodeInternal    Code = "internal"     // a fault of the program
	CodeNotFound    Code = "not_found"    // no such record (deleted meanwhile)
	CodeInvalid     Code = "invalid"      // the record would be meaningless; Problems says why
	CodeInUse       Code = "in_use"       // cannot be deleted; Uses says where it is used
	CodeNumberTaken Code = "number_taken" // another agreement has this number
	CodeFrozen      Code = "frozen"       // the text of a signed agreement does not change
	CodeLocked      Code = "locked"       // the data file is open in another window
	CodeReadOnly    Code = "read_only"    // the file or its folder cannot be written
	CodeDiskFull    Code = "disk_full"    // no room left; nothing was written
	CodeIO          Code = "io"           // the disk failed; nothing was written
	CodeMoved       Code = "moved"        // the data file was moved, deleted or replaced while open
	CodeNewer       Code = "newer"        // the data file was made by a newer version of the program
	CodeForeign     Code = "foreign"      // not a data file of this program
	CodeDamaged     Code = "damaged"      // the data file or an attachment is broken
	CodeEmptyFile   Code = "empty_file"   // the data file is there but has nothing in it
	CodeTooLarge    Code = "too_large"    // an attachment is over MaxAttachment
	CodeCancelled   Code = "cancelled"    // the person stopped it
	CodeChanged     Code = "changed"      // what is to be taken back was changed since
	CodeGone        Code = "gone"         // what is to be taken in changes a record that was removed meanwhile
	CodeNotScrubbed Code = "not_scrubbed" // a person has been removed, but the bytes of the file are not clear yet
	CodeBackupHolds Code = "backup_holds" // a person was not removed, because a backup cannot be changed
)

// Error is an error with a Code: what was being done (Op, for the log), to what (Record), and the cause.
type Error struct {
	Code     Code
	Op       string    // e.g. "update agreement"
	Record   string    // name, number, path or ID of what it was done to
	Problems []Problem // with CodeInvalid
	Uses     []Use     // with CodeInUse
	Err      error
}

// Error gives the text for the log, in English. A person is shown the translation of the code.
func (e *Error) Error() string {
	s := e.Op
	if e.Record != "" {
		s += fmt.Sprintf(" %q", e.Record)
	}
	s += ": " + string(e.Code)
	if len(e.Problems) > 0 {
		s += fmt.Sprintf(" %v", e.Problems)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of the first Error in the chain, CodeInternal for any other error, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return CodeInternal
}

// Use is one place where a record is used by another.
type Use struct {
	Kind  Kind   // kind of the record that uses it
	ID    ID     // that record
	Label string // its number or name
	Role  string // code of how it is used: party, contact, contribution …
}

// Kind is a kind of record, as announced when one changes.
type Kind string

// The kinds of records.
const (
	KindCentre       Kind = "centre"
	KindOrganisation Kind = "organisation"
	KindAgreement    Kind = "agreement"
	KindTemplate     Kind = "template"
	KindLeader       Kind = "leader"
	KindRequirement  Kind = "requirement" // and the settings about leaders
	KindProgramme    Kind = "programme"
	KindEvent        Kind = "event"
	KindTraining     Kind = "training" // extensions
	KindPlace        Kind = "meeting_place"
	KindGroup        Kind = "group"
	KindSeason       Kind = "season"
	KindClosure      Kind = "closure"
	KindSession      Kind = "session"
	KindPartner      Kind = "partner_calendar"
	KindMeetings     Kind = "meeting_policy" // the settings about meeting places
	KindFollowUp     Kind = "follow_up"
	KindDeferral     Kind = "deferral"
	KindBody         Kind = "body"
	KindNetwork      Kind = "network_meeting"
	KindSurvey       Kind = "survey"
	KindYear         Kind = "year" // what is entered of a year
)
