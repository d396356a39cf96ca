package spreadsheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxReadParts is how many files may be packed in a workbook.
const maxReadParts = 5_000

// workbook reads an Excel workbook that is held in memory. Nothing is unpacked to the disk.
func (r *reader) workbook(b []byte) error {
	if err := r.sound(b); err != nil {
		return err
	}
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{
		UnzipSizeLimit: MaxReadInflate, UnzipXMLSizeLimit: MaxReadInflate,
		ShortDatePattern: "d.m.yyyy", // how the dates of an Excel that follows the computer look in Finland
	})
	if err != nil {
		return &ReadError{Code: ReadBroken, Err: err}
	}
	defer func() { _ = f.Close() }() // nothing was written
	props, err := f.GetWorkbookProps()
	if err != nil {
		return err
	}
	from1904 := props.Date1904 != nil && *props.Date1904
	for _, name := range f.GetSheetList() {
		visible, err := f.GetSheetVisible(name)
		if err != nil {
			return err
		}
		s := Sheet{Name: name, Hidden: !visible}
		if err := r.sheet(f, &s, from1904); err != nil {
			return err
		}
		if len(s.Rows) > 0 {
			r.sheets = append(r.sheets, s)
		}
	}
	return nil
}

// sound looks at everything that is packed in the workbook before it is unpacked for good: that it is a workbook, that it
// is whole, that it is no larger than it says and than is read, and that no more rows and cells are in its sheets than are
// read. The library takes what is cut off for its end.
func (r *reader) sound(b []byte) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return &ReadError{Code: ReadBroken, Err: err}
	}
	if code := packed(z); code != "" {
		return &ReadError{Code: code}
	}
	var declared uint64
	for _, part := range z.File {
		declared += min(part.UncompressedSize64, MaxReadInflate+1) // so that no sum wraps
	}
	if declared > MaxReadInflate || len(z.File) > maxReadParts {
		return &ReadError{Code: ReadTooLarge}
	}
	for _, part := range z.File {
		if err := r.whole(part); err != nil {
			return err
		}
	}
	return nil
}

// packed tells the code of a zip that is no workbook of Excel.
func packed(z *zip.Reader) ReadCode {
	code := ReadOtherKind
	for _, part := range z.File {
		switch name := strings.ToLower(strings.ReplaceAll(part.Name, "\\", "/")); {
		case part.Flags&1 != 0:
			return ReadPassword
		case name == "xl/workbook.xml":
			code = ""
		case name == "xl/workbook.bin":
			return ReadOldExcel
		case name == "content.xml" || name == "mimetype":
			code = ReadODS
		}
	}
	return code
}

// whole reads a part to its end without keeping it: the library of zips checks size and checksum only there.
func (r *reader) whole(part *zip.File) error {
	c, err := part.Open()
	if err != nil {
		return &ReadError{Code: ReadBroken, Err: err}
	}
	defer func() { _ = c.Close() }() // nothing was written
	var end tail
	to := io.Writer(&end)
	sheet := strings.HasPrefix(strings.ToLower(path.Clean(part.Name)), "xl/worksheets/") && strings.HasSuffix(part.Name, ".xml")
	if sheet {
		r.counted.begin()
		to = io.MultiWriter(&end, &r.counted)
	}
	if _, err := io.Copy(to, &patient{c, r}); err != nil {
		if refused, ok := errors.AsType[*ReadError](err); ok {
			return refused
		}
		return &ReadError{Code: ReadBroken, Err: err}
	}
	if sheet && !bytes.HasSuffix(bytes.TrimSpace(end.b), []byte("worksheet>")) {
		return &ReadError{Code: ReadBroken, Err: errors.New("a sheet is cut off")}
	}
	return nil
}

// patient reads until the person has had enough.
type patient struct {
	io.Reader
	r *reader
}

func (p *patient) Read(b []byte) (int, error) {
	if err := p.r.ctx.Err(); err != nil {
		return 0, err
	}
	return p.Reader.Read(b)
}

// tail keeps the last bytes that were written to it.
type tail struct{ b []byte }

func (t *tail) Write(b []byte) (int, error) {
	const keep = 64
	if len(b) >= keep {
		t.b = append(t.b[:0], b[len(b)-keep:]...)
		return len(b), nil
	}
	t.b = append(t.b, b...)
	t.b = t.b[max(len(t.b)-keep, 0):]
	return len(b), nil
}

// sheet reads a sheet twice in step: what is kept in each cell, and how a person sees it. The library tells the two apart
// while it streams, but not which kind of cell it is.
func (r *reader) sheet(f *excelize.File, s *Sheet, from1904 bool) error {
	kept, err := f.Rows(s.Name)
	if err != nil {
		return err
	}
	defer func() { _ = kept.Close() }() // nothing was written
	seen, err := f.Rows(s.Name)
	if err != nil {
		return err
	}
	defer func() { _ = seen.Close() }()
	for n := 1; kept.Next() && seen.Next(); n++ {
		raw, err := kept.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return err
		}
		shown, err := seen.Columns()
		if err != nil {
			return err
		}
		row := Row{N: n, Cells: make([]Value, len(raw))}
		for i := range raw {
			if i < len(shown) {
				row.put(i, cellOf(raw[i], shown[i], from1904))
			}
		}
		if err := r.add(s, row); err != nil {
			return err
		}
	}
	return errors.Join(kept.Error(), seen.Error())
}
