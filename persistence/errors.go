package persistence

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"kumppani/model"
)

// refusal is an error with a code that gets its operation and record on the way out, from wrap.
func refusal(code model.Code, why string) error {
	return &model.Error{Code: code, Err: errors.New(why)}
}

// notFound says that there is no record with the ID.
func notFound(id model.ID) error {
	return &model.Error{Code: model.CodeNotFound, Err: errors.New("no record " + string(id))}
}

// invalid refuses a record because of a single field.
func invalid(field, code string) error {
	return &model.Error{
		Code:     model.CodeInvalid,
		Problems: []model.Problem{{Severity: model.Refusal, Field: field, Code: code}},
	}
}

// asIs carries an error of a caller's own function through wrap unchanged.
type asIs struct{ error }

// wrap makes err a *model.Error with a code, an operation and a record. An error that has them already keeps them.
func wrap(op, record string, err error) error {
	if err == nil {
		return nil
	}
	if own, ok := errors.AsType[asIs](err); ok {
		return own.error
	}
	if e, ok := errors.AsType[*model.Error](err); ok {
		named := *e
		if named.Op == "" {
			named.Op, named.Record = op, record
		}
		return &named
	}
	return &model.Error{Code: codeOf(err), Op: op, Record: record, Err: err}
}

// codeOf tells what an error of SQLite or of the operating system means to a person.
func codeOf(err error) model.Code {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return codeOfSQLite(e.Code())
	}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return model.CodeCancelled
	case errors.Is(err, syscall.ENOSPC):
		return model.CodeDiskFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return model.CodeReadOnly
	}
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return model.CodeIO
	}
	return model.CodeInternal
}

// codeOfSQLite maps result codes (https://www.sqlite.org/rescode.html).
func codeOfSQLite(code int) model.Code {
	switch code {
	case lib.SQLITE_READONLY_DBMOVED:
		return model.CodeMoved
	case lib.SQLITE_CONSTRAINT_FOREIGNKEY: // what the record refers to is not there, or no longer
		return model.CodeNotFound
	}
	switch code & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return model.CodeLocked
	case lib.SQLITE_READONLY, lib.SQLITE_PERM, lib.SQLITE_CANTOPEN: // the journal cannot be made in the folder
		return model.CodeReadOnly
	case lib.SQLITE_FULL:
		return model.CodeDiskFull
	case lib.SQLITE_IOERR:
		return model.CodeIO
	case lib.SQLITE_CORRUPT:
		return model.CodeDamaged
	case lib.SQLITE_NOTADB:
		return model.CodeForeign
	}
	return model.CodeInternal
}
