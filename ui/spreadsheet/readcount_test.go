package spreadsheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sheetOf is a workbook with one sheet of those rows.
func sheetOf(t testing.TB, rows string) []byte {
	t.Helper()
	good := bytesOf(t, excelize.NewFile())
	z, err := zip.NewReader(bytes.NewReader(good), int64(len(good)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, part := range z.File {
		c, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(c)
		if err != nil {
			t.Fatal(err)
		}
		parts[part.Name] = string(b)
	}
	parts["xl/worksheets/sheet1.xml"] = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
	return packedUp(t, parts)
}

func TestRowsAreCounted(t *testing.T) {
	for _, c := range []struct {
		xml                string
		lines, rows, cells int
	}{
		{`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/></row>`, 1, 1, 2},
		{`<x:row r="1"><x:c><x:v>0</x:v></x:c></x:row>`, 1, 1, 1},
		{`<row><c t="inlineStr"><is><t xml:space="preserve"> a</t></is></c><c><v>2</v></c></row>`, 1, 1, 2},
		{`<row/><row r="2"/><row><c/><c s="1" /></row>`, 3, 0, 2},
		{`<row><c t="str"><f>""</f><v></v></c><c t="inlineStr"><is><t/></is></c><c t="inlineStr"></c></row>`, 1, 0, 3},
		{`<rowBreaks/><cols><col/></cols><tabColor/><value>1</value>`, 0, 0, 0},
		{`<a></row></c></v>1</a>`, 0, 0, 0},
	} {
		for _, chunk := range []int{1, 2, 3, 7, 1 << 10} { // a name may be cut anywhere
			n := counter{}
			n.begin()
			for rest := []byte(c.xml); len(rest) > 0; rest = rest[min(chunk, len(rest)):] {
				if _, err := n.Write(rest[:min(chunk, len(rest))]); err != nil {
					t.Fatal(err)
				}
			}
			if n.lines != c.lines || n.rows != c.rows || n.cells != c.cells {
				t.Errorf("%s by %d: %d rows, %d full, %d cells", c.xml, chunk, n.lines, n.rows, n.cells)
			}
		}
	}
}

// A sheet that is far too long is not unpacked into memory, and none of its rows is read.
func TestTooMuchIsRefusedBeforeItIsRead(t *testing.T) {
	row := `<row>` + strings.Repeat(`<c t="inlineStr"><is><t>a</t></is></c>`, 6) + `</row>`
	for name, c := range map[string]struct {
		rows string
		want ReadCode
	}{
		"rows":       {strings.Repeat(row, 2*MaxReadRows), ReadTooManyRow},
		"empty rows": {strings.Repeat(`<row/>`, maxReadLines+1), ReadTooManyRow},
		"cells":      {`<row>` + strings.Repeat(`<c/>`, maxReadCells+1) + `</row>`, ReadTooLarge},
	} {
		b := sheetOf(t, c.rows)
		r := &reader{ctx: t.Context(), progress: func(rows int) { t.Errorf("%s: %d rows were read", name, rows) }}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := r.workbook(b)
		runtime.ReadMemStats(&after)
		if e, ok := errors.AsType[*ReadError](err); !ok || e.Code != c.want {
			t.Errorf("%s: %v", name, err)
		}
		if r.rows != 0 || r.counted.rows > MaxReadRows+1 || r.counted.lines > maxReadLines+1 || r.counted.cells > maxReadCells+1 {
			t.Errorf("%s: %d rows were read after %+v", name, r.rows, r.counted)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 8<<20 {
			t.Errorf("%s: %d MB were taken", name, used>>20)
		}
	}
}

func BenchmarkRefuseTooManyRows(b *testing.B) {
	file := sheetOf(b, strings.Repeat(`<row>`+strings.Repeat(`<c t="inlineStr"><is><t>a</t></is></c>`, 20)+`</row>`, MaxReadRows+1))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readBytes(b.Context(), "x", file, nil); err == nil {
			b.Fatal("it was read")
		}
	}
}
