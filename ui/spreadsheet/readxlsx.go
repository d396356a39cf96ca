package spreadsheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"math"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
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
// is whole, and that it is no larger than it says and than is read. The library takes what is cut off for its end.
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
	if _, err := io.Copy(&end, &patient{c, r}); err != nil {
		return &ReadError{Code: ReadBroken, Err: err}
	}
	sheet := strings.HasPrefix(strings.ToLower(path.Clean(part.Name)), "xl/worksheets/") && strings.HasSuffix(part.Name, ".xml")
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
				row.Cells[i] = cellOf(raw[i], shown[i], from1904)
			}
		}
		if err := r.add(s, row); err != nil {
			return err
		}
	}
	return errors.Join(kept.Error(), seen.Error())
}

var (
	plainNumber = regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$`)
	seenNumbers = regexp.MustCompile(`\d+`)
)

// The serial numbers of days from 1920 to 2100: what is shown as a date and is none of them is an amount in a fancy format.
const (
	firstSerial = 7_306
	lastSerial  = 73_415
)

// cellOf makes a cell of what is kept in it and what is seen of it.
func cellOf(raw, shown string, from1904 bool) Value {
	c := Value{Text: shown}
	if !plainNumber.MatchString(raw) {
		return c
	}
	number, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.Abs(number) > 1e15 {
		return c
	}
	if raw != shown && number >= 0 && number <= lastSerial {
		if at, err := excelize.ExcelDateToTime(number, from1904); err == nil {
			clock, _ := model.NewClock(at.Hour(), at.Minute())
			day := model.DateOf(at)
			fraction := number != math.Trunc(number)
			if number < 1 && asClock(shown, clock) {
				c.Clock = clock
				return c
			}
			if number >= firstSerial-1462 && asDay(shown, day) { // 1904 counts from 1462 days later
				c.Day = day
				if fraction {
					c.Clock = clock
				}
				return c
			}
		}
	}
	c.Number, c.Numeric = number, true
	if strings.ContainsAny(shown, "Ee") && plainNumber.MatchString(shown) || strings.Trim(shown, "#") == "" { // 4.01E+08, and a column that is too narrow
		c.Text = strconv.FormatFloat(number, 'f', -1, 64)
	}
	return c
}

// asDay reports whether the text shows that day: two of its day, month and year, or one and a word.
func asDay(shown string, day model.Date) bool {
	found := map[string]bool{}
	for _, digits := range seenNumbers.FindAllString(shown, -1) {
		switch n, _ := strconv.Atoi(digits); {
		case n == day.Year() || (len(digits) == 2 && n == day.Year()%100 && !found["year"]):
			found["year"] = true
		case n == day.Day() && !found["day"]:
			found["day"] = true
		case n == int(day.Month()):
			found["month"] = true
		}
	}
	word := strings.ContainsFunc(shown, func(r rune) bool { return r >= 'A' && r != 'T' && r != 'Z' })
	return len(found) >= 2 || (len(found) == 1 && word && !strings.ContainsAny(shown, "€%"))
}

// asClock reports whether the text shows that time.
func asClock(shown string, c model.Clock) bool {
	numbers := seenNumbers.FindAllString(shown, -1)
	if len(numbers) < 2 || !strings.ContainsAny(shown, ":.") {
		return false
	}
	hour, _ := strconv.Atoi(numbers[0])
	minute, _ := strconv.Atoi(numbers[1])
	return len(numbers[1]) == 2 && hour%12 == c.Hour()%12 && minute == c.Minute()
}
