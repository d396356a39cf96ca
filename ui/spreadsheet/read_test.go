package spreadsheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"kumppani/model"
	"kumppani/ui/words"
)

func bytesOf(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(t testing.TB, f *excelize.File, sheet string, rows ...[]any) {
	t.Helper()
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
}

func texts(s Sheet) [][]string {
	var out [][]string
	for _, row := range s.Rows {
		line := []string{fmt.Sprint(row.N)}
		for _, c := range row.Cells {
			line = append(line, c.Text)
		}
		out = append(out, line)
	}
	return out
}

func TestWhatACellIs(t *testing.T) {
	f := excelize.NewFile()
	style := func(s excelize.Style) int {
		id, err := f.NewStyle(&s)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	own := func(s string) excelize.Style { return excelize.Style{CustomNumFmt: &s} }
	day := model.MustDate("2024-03-01")
	nine, _ := model.NewClock(9, 30)
	for i, c := range []struct {
		value any
		style excelize.Style
		want  Value
	}{
		{"Perhetupa", excelize.Style{}, Value{Text: "Perhetupa"}},
		{"  =1+1", excelize.Style{}, Value{Text: "  =1+1"}},
		{"00100", excelize.Style{}, Value{Text: "00100"}},
		{401234567, excelize.Style{}, Value{Text: "401234567", Number: 401234567, Numeric: true}},
		{358401234567, excelize.Style{}, Value{Text: "358401234567", Number: 358401234567, Numeric: true}},
		{45352, excelize.Style{}, Value{Text: "45352", Number: 45352, Numeric: true}},
		{45352, excelize.Style{NumFmt: 4}, Value{Text: "45352", Number: 45352, Numeric: true}},
		{45352, excelize.Style{NumFmt: 14}, Value{Text: "1.3.2024", Day: day}},
		{45352, own("d.m.yyyy"), Value{Text: "1.3.2024", Day: day}},
		{45352, own("m/d/yy"), Value{Text: "3/1/24", Day: day}}, // as the Americans see it: the file knows the day
		{45352, own("mmmm yyyy"), Value{Text: "March 2024", Day: day}},
		{45352.395833333336, own("d.m.yyyy h:mm"), Value{Text: "1.3.2024 9:30", Day: day, Clock: nine}},
		{0.395833333333333, own("h:mm"), Value{Text: "9:30", Clock: nine}},
		{0.5, excelize.Style{NumFmt: 9}, Value{Text: "50%", Number: 0.5, Numeric: true}},
		{12.5, own("0.00 €"), Value{Text: "12.5", Number: 12.5, Numeric: true}},
		{true, excelize.Style{}, Value{Text: "TRUE", Number: 1, Numeric: true}},
	} {
		cell := fmt.Sprintf("B%d", i+1)
		if err := errors.Join(f.SetCellValue("Sheet1", cell, c.value), f.SetCellStyle("Sheet1", cell, cell, style(c.style))); err != nil {
			t.Fatal(err)
		}
		w, err := readBytes(t.Context(), "x", bytesOf(t, f), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Sheets[0].Rows[i].Cell(1); got != c.want {
			t.Errorf("%v: %+v, want %+v", c.value, got, c.want)
		}
	}
}

func TestDaysThatAreCountedFrom1904(t *testing.T) {
	f := excelize.NewFile()
	yes := true
	style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err := errors.Join(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}),
		f.SetCellValue("Sheet1", "A1", 45352-1462), f.SetCellStyle("Sheet1", "A1", "A1", style)); err != nil {
		t.Fatal(err)
	}
	w, err := readBytes(t.Context(), "x", bytesOf(t, f), nil)
	if got := w.Sheets[0].Rows[0].Cell(0).Day; err != nil || got != model.MustDate("2024-03-01") {
		t.Errorf("%v %v", got, err)
	}
}

func TestSheetsWithGaps(t *testing.T) {
	f := excelize.NewFile()
	if _, err := f.NewSheet("Ohje"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("Piilo"); err != nil {
		t.Fatal(err)
	}
	set(t, f, "Sheet1", []any{"Vapaaehtoiset 2026"}, nil, []any{"Nimi", nil, "Puhelin"}, []any{"", "", ""}, []any{nil, "x"})
	set(t, f, "Piilo", []any{"salaa"})
	if err := errors.Join(f.MergeCell("Sheet1", "A1", "H1"), f.SetSheetVisible("Piilo", false)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Äitien lista #1.xlsx")
	if err := os.WriteFile(path, bytesOf(t, f), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := Read(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"1", "Vapaaehtoiset 2026"}, {"3", "Nimi", "", "Puhelin"}, {"5", "", "x"}}
	if w.File != "Äitien lista #1.xlsx" || len(w.Sheets) != 2 || !reflect.DeepEqual(texts(w.Sheets[0]), want) || !w.Sheets[1].Hidden {
		t.Errorf("%+v", w)
	}
}

func TestTextFiles(t *testing.T) {
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy, s string) string {
		out, err := unicode.UTF16(e, bom).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	latin, err := charmap.Windows1252.NewEncoder().String("Nimi;Kunta\nÄijä – €;Ähtäri\n")
	if err != nil {
		t.Fatal(err)
	}
	const plain = "Nimi;Kunta\nÄijä;Ähtäri\n"
	list := [][]string{{"1", "Nimi", "Kunta"}, {"2", "Äijä", "Ähtäri"}}
	for name, c := range map[string]struct {
		file string
		want [][]string
	}{
		"UTF-8":                 {plain, list},
		"with a mark":           {"\uFEFF" + plain, list},
		"UTF-16 LE":             {utf16(unicode.LittleEndian, unicode.UseBOM, plain), list},
		"UTF-16 BE":             {utf16(unicode.BigEndian, unicode.UseBOM, plain), list},
		"UTF-16 LE, no mark":    {utf16(unicode.LittleEndian, unicode.IgnoreBOM, plain), list},
		"UTF-16 BE, no mark":    {utf16(unicode.BigEndian, unicode.IgnoreBOM, plain), list},
		"Windows-1252":          {latin, [][]string{{"1", "Nimi", "Kunta"}, {"2", "Äijä – €", "Ähtäri"}}},
		"tabs":                  {"a\tb\n1,5\t2\n", [][]string{{"1", "a", "b"}, {"2", "1,5", "2"}}},
		"commas":                {"a,b,c\n\"1,5\",2,3\n", [][]string{{"1", "a", "b", "c"}, {"2", "1,5", "2", "3"}}},
		"decimal commas":        {"a;b\n1,5;2,5\n3,5;4,5\n", [][]string{{"1", "a", "b"}, {"2", "1,5", "2,5"}, {"3", "3,5", "4,5"}}},
		"sep=":                  {"sep=,\na;x,b\n", [][]string{{"2", "a;x", "b"}}},
		"a break in a field":    {"a;b\n\"1\n2\";3\n4;5\n", [][]string{{"1", "a", "b"}, {"2", "1\n2", "3"}, {"4", "4", "5"}}},
		"CRLF and empty lines":  {"a;b\r\n\r\n;;\r\n1;2\r\n", [][]string{{"1", "a", "b"}, {"4", "1", "2"}}},
		"CR":                    {"a;b\r1;2\r", [][]string{{"1", "a", "b"}, {"2", "1", "2"}}},
		"doubled quotes":        {"a;b\n\"Kerho \"\"Tupa\"\"\";2\n", [][]string{{"1", "a", "b"}, {"2", `Kerho "Tupa"`, "2"}}},
		"a quote in the middle": {"a;b\n5\" putki;2\n", [][]string{{"1", "a", "b"}, {"2", `5" putki`, "2"}}},
		"a quote never closed":  {"a;b\n\"Tupa;2\n3;4\n5;6\n", [][]string{{"1", "a", "b"}, {"2", "Tupa", "2"}, {"3", "3", "4"}, {"4", "5", "6"}}},
		"one column":            {"Nimi\nAino\n", [][]string{{"1", "Nimi"}, {"2", "Aino"}}},
	} {
		w, err := readBytes(t.Context(), "x.csv", []byte(c.file), nil)
		if err != nil || len(w.Sheets) != 1 || !reflect.DeepEqual(texts(w.Sheets[0]), c.want) {
			t.Errorf("%s: %v %v", name, err, w)
		}
	}
}

// packedUp is a zip of the parts.
func packedUp(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb is a small workbook whose sheet says that it unpacks to so many bytes.
func bomb(t testing.TB, size uint64) []byte {
	t.Helper()
	var b, packed bytes.Buffer
	deflate, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err == nil {
		_, err = deflate.Write(bytes.Repeat([]byte(" "), 1<<20))
	}
	if err = errors.Join(err, deflate.Close()); err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(&b)
	if _, err := z.Create("xl/workbook.xml"); err != nil {
		t.Fatal(err)
	}
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, UncompressedSize64: size, CompressedSize64: uint64(packed.Len()),
	})
	if err == nil {
		_, err = w.Write(packed.Bytes())
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatCannotBeRead(t *testing.T) {
	f := excelize.NewFile()
	set(t, f, "Sheet1", []any{"Nimi"}, []any{"Aino"})
	good := bytesOf(t, f)
	locked, err := excelize.Encrypt(good, &excelize.Options{Password: "salasana"})
	if err != nil {
		t.Fatal(err)
	}
	wide := excelize.NewFile()
	if err := wide.SetCellValue("Sheet1", "XFD1", "far"); err != nil {
		t.Fatal(err)
	}
	mid := bytes.Clone(good)
	mid[len(mid)/3] ^= 0xFF
	cut := packedUp(t, map[string]string{"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c>"})
	old := append(bytes.Clone(oleHead), append(make([]byte, 600), utf16Of("Workbook")...)...)
	for name, c := range map[string]struct {
		file []byte
		want ReadCode
	}{
		"PDF":                 {[]byte("%PDF-1.7\n"), ReadOtherKind},
		"page":                {[]byte("\n<html><table>"), ReadOtherKind},
		"picture":             {[]byte("\x89PNG\r\n\x1a\n"), ReadOtherKind},
		"bytes":               {[]byte("a\x00\x01\x02\x00\x00b;\x00\x00c\x00\x03"), ReadOtherKind},
		"letter":              {packedUp(t, map[string]string{"word/document.xml": "x"}), ReadOtherKind},
		"letter of old":       {append(bytes.Clone(oleHead), utf16Of("WordDocument")...), ReadOtherKind},
		"xls":                 {old, ReadOldExcel},
		"xlsb":                {packedUp(t, map[string]string{"xl/workbook.bin": "x"}), ReadOldExcel},
		"ods":                 {packedUp(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}), ReadODS},
		"password":            {locked, ReadPassword},
		"cut off":             {good[:len(good)/2], ReadBroken},
		"a byte is wrong":     {mid, ReadBroken},
		"a sheet is cut off":  {cut, ReadBroken},
		"says less than is":   {bomb(t, 10), ReadBroken},
		"bomb":                {bomb(t, 1100<<20), ReadTooLarge},
		"too wide":            {bytesOf(t, wide), ReadTooManyCol},
		"too wide as text":    {[]byte(strings.Repeat(";", 600) + "x"), ReadTooManyCol},
		"too long":            {[]byte(strings.Repeat("1;2\n", MaxReadRows+1)), ReadTooManyRow},
		"no bytes":            {nil, ReadEmpty},
		"only a mark":         {[]byte("\uFEFF \r\n"), ReadEmpty},
		"only separators":     {[]byte(";;;\n;;\n"), ReadEmpty},
		"workbook of nothing": {bytesOf(t, excelize.NewFile()), ReadEmpty},
		"zip of nothing":      {packedUp(t, nil), ReadEmpty},
	} {
		path := filepath.Join(t.TempDir(), "lista.xlsx")
		if err := os.WriteFile(path, c.file, 0o600); err != nil {
			t.Fatal(err)
		}
		w, err := Read(t.Context(), path, nil)
		e, ok := errors.AsType[*ReadError](err)
		if !ok || e.Code != c.want || e.File != "lista.xlsx" || len(w.Sheets) > 0 {
			t.Errorf("%s: %v, want %s", name, err, c.want)
			continue
		}
		for _, l := range model.Languages() {
			s := e.Say(words.In(l))
			if strings.HasPrefix(s, "importing.") || !strings.Contains(s, "lista.xlsx") || strings.Contains(s, "<no value>") {
				t.Errorf("%s in %s: %q", name, l, s)
			}
		}
	}
	for path, want := range map[string]ReadCode{filepath.Join(t.TempDir(), "none.xlsx"): ReadNotThere, t.TempDir(): ReadOtherKind} {
		_, err := Read(t.Context(), path, nil)
		if e, ok := errors.AsType[*ReadError](err); !ok || e.Code != want {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// A sparse file of 1 GB is refused by its size, and a sheet of 1 GB in a small file by what it says of itself: neither is
// read into memory.
func TestAGigabyteTakesNoMemory(t *testing.T) {
	sparse := filepath.Join(t.TempDir(), "big.csv")
	f, err := os.Create(sparse)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(1<<30), f.Close()); err != nil {
		t.Fatal(err)
	}
	packed := filepath.Join(t.TempDir(), "big.xlsx")
	if err := os.WriteFile(packed, bomb(t, 1<<30), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{sparse, packed} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(t.Context(), path, nil)
		runtime.ReadMemStats(&after)
		if e, ok := errors.AsType[*ReadError](err); !ok || e.Code != ReadTooLarge {
			t.Errorf("%s: %v", path, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 32<<20 {
			t.Errorf("%s: %d MB were taken", path, used>>20)
		}
	}
}

func TestReadingIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	told := 0
	_, err := readBytes(ctx, "x", []byte(strings.Repeat("1;2\n", 5000)), func(rows int) {
		if told = rows; rows >= 1000 {
			cancel()
		}
	})
	if model.CodeOf(err) != model.CodeCancelled || told != 1000 {
		t.Errorf("after %d rows: %v", told, err)
	}
	f := excelize.NewFile()
	set(t, f, "Sheet1", []any{"Nimi"})
	if _, err := readBytes(ctx, "x", bytesOf(t, f), nil); model.CodeOf(err) != model.CodeCancelled {
		t.Error(err)
	}
}

func FuzzReadText(f *testing.F) {
	for _, s := range []string{"a;b\n1;2", "sep=;\na", "\xFF\xFEa\x00", "\xFE\xFF\x00a", "\"a\n;\nb", "a\tb\r\"", "\x00\x00;", "=1+1,@x\n\"\"\"", "\xe4;\xf6\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if bytes.HasPrefix(b, []byte("PK")) {
			return
		}
		sound(t, b)
	})
}

func FuzzReadWorkbook(f *testing.F) {
	x := excelize.NewFile()
	set(f, x, "Sheet1", []any{"Nimi", 12, time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)})
	f.Add(bytesOf(f, x), "", "")
	f.Add([]byte(nil), `<row r="1"><c r="A1" t="s"><v>7</v></c></row>`, `<si><t>x</t></si>`)
	f.Add([]byte(nil), `<row r="9999999"><c r="ZZZZ1" s="-3"><v>1e400</v></c></row>`, ``)
	f.Add([]byte(nil), `<row><c t="b"><f/><v>-1</v></c><c t="inlineStr"><is><t>y</t></is></c></row>`, ``)
	f.Fuzz(func(t *testing.T, whole []byte, rows, strs string) {
		if len(whole) > 0 {
			sound(t, whole)
			return
		}
		x := excelize.NewFile()
		parts := map[string]string{}
		z, err := zip.NewReader(bytes.NewReader(bytesOf(t, x)), int64(len(bytesOf(t, x))))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range z.File {
			c, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			b, _ := io.ReadAll(c)
			parts[part.Name] = string(b)
		}
		parts["xl/worksheets/sheet1.xml"] = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
		parts["xl/sharedStrings.xml"] = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + strs + `</sst>`
		sound(t, packedUp(t, parts))
	})
}

// sound fails when what was read breaks a promise.
func sound(t *testing.T, b []byte) {
	t.Helper()
	w, err := readBytes(t.Context(), "x", b, nil)
	if err != nil {
		if _, ok := errors.AsType[*ReadError](err); !ok || len(w.Sheets) > 0 {
			t.Fatalf("%T %v", err, err)
		}
		return
	}
	for _, s := range w.Sheets {
		last := 0
		for _, r := range s.Rows {
			if r.N <= last || len(r.Cells) == 0 || len(r.Cells) > MaxReadColumns || r.Cells[len(r.Cells)-1].Text == "" {
				t.Fatalf("row %d after %d: %v", r.N, last, r.Cells)
			}
			last = r.N
		}
	}
}

func BenchmarkRead10000Rows(b *testing.B) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range 10_000 {
		row := make([]any, 12)
		for j := range row {
			row[j] = fmt.Sprintf("tieto %d/%d", i, j)
		}
		row[3], row[4] = 401234567+i, 45000+i%800
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	file := bytesOf(b, f)
	b.ResetTimer()
	for b.Loop() {
		if _, err := readBytes(b.Context(), "x", file, nil); err != nil {
			b.Fatal(err)
		}
	}
}
