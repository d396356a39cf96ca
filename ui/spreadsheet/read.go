package spreadsheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"kumppani/model"
	"kumppani/ui/words"
)

// Workbook is what was read of somebody else's file.
type Workbook struct {
	File   string // its name, without the folder
	Sheets []Sheet
}

// Sheet is one sheet; a text file has one, without a name.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []Row // those that have something in them
}

// Row is a row of a sheet. Empty cells at its end are left out.
type Row struct {
	N      int // its number in the file, from 1
	Cells  []Value
	Faults []Fault // the cells that are empty because their value was lost, also past the end of Cells
}

// Fault is that a spreadsheet could not work out a cell, or not show it: there is no value then. A row in which
// nothing else stands is left out like an empty one.
type Fault struct {
	Column int    // from 0
	Text   string // #REF!, #N/A, ####
}

// Value is what stands in a cell: how a person sees it, and what the file says that it is.
type Value struct {
	Text    string      // of a number all its digits, and zeros or a country before them where the format shows them
	Day     model.Date  // of a cell that is kept as a date
	Clock   model.Clock // of a cell that is kept as a time
	Number  float64     // of a cell that holds a number and neither a date nor a time
	Numeric bool
}

// Cell returns the i-th cell of the row, an empty one past its end.
func (r Row) Cell(i int) Value {
	if i < 0 || i >= len(r.Cells) {
		return Value{}
	}
	return r.Cells[i]
}

// Fault returns what stands in the i-th cell instead of a value, empty when nothing does. The cell itself is empty then.
func (r Row) Fault(i int) string {
	for _, f := range r.Faults {
		if f.Column == i {
			return f.Text
		}
	}
	return ""
}

// put sets the i-th cell, unless what stands there is that its value was lost.
func (r *Row) put(i int, v Value) {
	if faulty(v.Text) {
		r.Faults = append(r.Faults, Fault{i, v.Text})
		return
	}
	r.Cells[i] = v
}

// The bounds of what is read. They are far above what a region has, and keep a file made to fill the memory from doing so.
const (
	MaxReadFile    = 64 << 20  // bytes of a file
	MaxReadInflate = 256 << 20 // bytes of what is packed in a workbook
	MaxReadRows    = 200_000   // rows of all sheets
	MaxReadColumns = 500
	maxReadText    = 128 << 20 // bytes of the texts of all cells
	maxReadCells   = 5_000_000 // cells of all sheets of a workbook, with the empty ones that only have a look
	maxReadLines   = 1_048_576 // rows of all sheets of a workbook, with the empty ones: those of a full sheet of Excel
)

// ReadCode says why a file was not read. The sentence for a person is the translation "importing.file.<code>".
type ReadCode string

// The codes.
const (
	ReadNotThere   ReadCode = "not_there"
	ReadNotOpened  ReadCode = "not_opened"  // the disk or the rights say no
	ReadOtherKind  ReadCode = "other_kind"  // a PDF, a letter, a picture
	ReadOldExcel   ReadCode = "old_excel"   // .xls of Excel 97–2003, or .xlsb
	ReadODS        ReadCode = "ods"         // OpenDocument
	ReadPassword   ReadCode = "password"    // encrypted
	ReadBroken     ReadCode = "broken"      // cut off or damaged
	ReadTooLarge   ReadCode = "too_large"   // the file, or what is packed in it
	ReadTooManyCol ReadCode = "too_wide"    // more than MaxReadColumns
	ReadTooManyRow ReadCode = "too_long"    // more than MaxReadRows
	ReadEmpty      ReadCode = "empty_table" // there is nothing in it
)

// ReadError is that a file was not read. Nothing of it is used then.
type ReadError struct {
	Code ReadCode
	File string // its name, without the folder
	Err  error  // the technical cause, if there is one
}

// Error gives the text for the log, in English.
func (e *ReadError) Error() string {
	s := fmt.Sprintf("read %q: %s", e.File, e.Code)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *ReadError) Unwrap() error { return e.Err }

// Say gives the sentence for a person.
func (e *ReadError) Say(in words.In) string {
	return in.T("importing.file."+string(e.Code), "file", e.File, "megabytes", MaxReadFile>>20, "rows", MaxReadRows, "columns", MaxReadColumns)
}

// Read reads an Excel workbook (.xlsx, .xlsm) or a text file of separated values (UTF-8, UTF-16 or Windows-1252; comma,
// semicolon or tab). It is told from its content, not from its name. progress, which may be nil, is told how many rows have
// been read. The error is a *ReadError, or a *model.Error with CodeCancelled when ctx ends.
func Read(ctx context.Context, path string, progress func(rows int)) (Workbook, error) {
	name := filepath.Base(path)
	fail := func(code ReadCode, err error) (Workbook, error) { return Workbook{}, &ReadError{code, name, err} }
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(ReadNotThere, err)
	case err != nil:
		return fail(ReadNotOpened, err)
	case !info.Mode().IsRegular():
		return fail(ReadOtherKind, nil)
	case info.Size() > MaxReadFile:
		return fail(ReadTooLarge, nil)
	}
	f, err := os.Open(path)
	if err != nil {
		return fail(ReadNotOpened, err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	b, err := io.ReadAll(io.LimitReader(f, MaxReadFile+1))
	if err != nil {
		return fail(ReadNotOpened, err)
	}
	if len(b) > MaxReadFile { // it grew meanwhile
		return fail(ReadTooLarge, nil)
	}
	return readBytes(ctx, name, b, progress)
}

// readBytes reads what a file of that name holds.
func readBytes(ctx context.Context, name string, b []byte, progress func(rows int)) (w Workbook, err error) {
	r := &reader{ctx: ctx, progress: progress}
	defer func() {
		if p := recover(); p != nil { // of a library: what it stumbles over is broken
			err = &ReadError{ReadBroken, "", fmt.Errorf("panic: %v", p)}
		}
		if err == nil {
			return
		}
		w = Workbook{}
		if ctx.Err() != nil {
			err = &model.Error{Code: model.CodeCancelled, Op: "read", Record: name, Err: ctx.Err()}
		} else if e, ok := errors.AsType[*ReadError](err); ok {
			e.File = name
		} else {
			err = &ReadError{ReadBroken, name, err}
		}
	}()
	code := kindOf(b)
	switch {
	case code != "":
		err = &ReadError{Code: code}
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		err = r.workbook(b)
	default:
		err = r.text(b)
	}
	if err == nil && r.rows == 0 {
		err = &ReadError{Code: ReadEmpty}
	}
	return Workbook{name, r.sheets}, err
}

// reader gathers sheets and keeps count of what they take.
type reader struct {
	ctx      context.Context
	progress func(rows int)
	sheets   []Sheet
	rows     int
	bytes    int
	counted  counter // what is in the sheets of a workbook before it is read
}

// add puts a row at the end of a sheet, unless there is nothing in it.
func (r *reader) add(s *Sheet, row Row) error {
	for len(row.Cells) > 0 && row.Cells[len(row.Cells)-1].Text == "" {
		row.Cells = row.Cells[:len(row.Cells)-1]
	}
	if len(row.Cells) == 0 {
		return nil
	}
	if width := len(row.Faults); len(row.Cells) > MaxReadColumns || (width > 0 && row.Faults[width-1].Column >= MaxReadColumns) {
		return &ReadError{Code: ReadTooManyCol}
	}
	if r.rows++; r.rows > MaxReadRows {
		return &ReadError{Code: ReadTooManyRow}
	}
	for _, c := range row.Cells {
		r.bytes += len(c.Text)
	}
	if r.bytes > maxReadText {
		return &ReadError{Code: ReadTooLarge}
	}
	s.Rows = append(s.Rows, row)
	if r.rows%500 == 0 {
		if r.progress != nil {
			r.progress(r.rows)
		}
		return r.ctx.Err()
	}
	return nil
}

// oleHead begins the compound files of Microsoft (MS-CFB, 2.2).
var oleHead = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")

// kindOf tells the code of a file that cannot be read, by how it begins; empty for one that may be.
func kindOf(b []byte) ReadCode {
	switch {
	case len(bytes.TrimLeft(b, "\ufeff\x00 \t\r\n")) == 0:
		return ReadEmpty
	case bytes.HasPrefix(b, oleHead):
		switch {
		case bytes.Contains(b, utf16Of("EncryptedPackage")):
			return ReadPassword
		case bytes.Contains(b, utf16Of("Workbook")) || bytes.Contains(b, utf16Of("Book")):
			return ReadOldExcel
		}
		return ReadOtherKind
	case bytes.HasPrefix(b, []byte("PK\x05\x06")): // a zip of nothing
		return ReadEmpty
	}
	for _, head := range []string{"%PDF", "{\\rtf", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "<!DOCTYPE", "<!doctype", "<html", "<HTML", "<?xml", "SQLite format 3", "\x1F\x8B", "7z\xBC\xAF", "Rar!", "MZ", "\x7FELF"} {
		if bytes.HasPrefix(bytes.TrimLeft(b[:min(len(b), 64)], "\ufeff \r\n"), []byte(head)) {
			return ReadOtherKind
		}
	}
	return ""
}

// utf16Of is how the names in a compound file are kept.
func utf16Of(s string) []byte {
	var out []byte
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}
