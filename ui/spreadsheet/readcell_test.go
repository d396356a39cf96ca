package spreadsheet

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
)

// A number keeps its digits whatever its format does to them, and what a format shows on purpose stays.
func TestNumbersInFormats(t *testing.T) {
	f := excelize.NewFile()
	for i, c := range []struct {
		value  any
		format string
		want   Value
	}{
		{401234567, "#,##0", Value{Text: "401234567", Number: 401234567, Numeric: true}},
		{401234577, "0.00", Value{Text: "401234577", Number: 401234577, Numeric: true}},
		{401234617, "#,##0.00", Value{Text: "401234617", Number: 401234617, Numeric: true}},
		{401234587, "# ##0", Value{Text: "401234587", Number: 401234587, Numeric: true}},
		{401234607, "0.00E+00", Value{Text: "401234607", Number: 401234607, Numeric: true}},
		{401234607, "0,", Value{Text: "401234607", Number: 401234607, Numeric: true}},
		{1980, "#,##0.00", Value{Text: "1980", Number: 1980, Numeric: true}},
		{-5, "0.00", Value{Text: "-5", Number: -5, Numeric: true}},
		{12, `0" kpl"`, Value{Text: "12", Number: 12, Numeric: true}},
		{29005, "#,##0", Value{Text: "29005", Number: 29005, Numeric: true}}, // not the day that it would be
		{100, "00000", Value{Text: "00100", Number: 100, Numeric: true}},
		{401234597, "000 000 0000", Value{Text: "040 123 4597", Number: 401234597, Numeric: true}},
		{401234637, `"+358 "0`, Value{Text: "+358 401234637", Number: 401234637, Numeric: true}},
		{46701234567, `"+"0`, Value{Text: "+46701234567", Number: 46701234567, Numeric: true}},
		{12.345, "0.0", Value{Text: "12.345", Number: 12.345, Numeric: true}},
		{1234.5, "#,##0.00", Value{Text: "1234.5", Number: 1234.5, Numeric: true}},
		{0.25, "0%", Value{Text: "25%", Number: 0.25, Numeric: true}},
		{0.5, "0%_)", Value{Text: "50% ", Number: 0.5, Numeric: true}},
		{45352, "yyyy", Value{Text: "2024", Number: 45352, Numeric: true}},
		{45352, "mmmm", Value{Text: "March", Number: 45352, Numeric: true}},
		{1.0625, "[h]:mm", Value{Text: "25:30"}}, // neither a time of the day nor so many hours
		{"4.01E+08", "", Value{Text: "4.01E+08"}},
		{"4,01E+08", "", Value{Text: "4,01E+08"}},
		{"4.01E+08", "0", Value{Text: "4.01E+08"}},
		{"401234577.00", "", Value{Text: "401234577.00", Number: 401234577, Numeric: true}},
	} {
		cell := fmt.Sprintf("B%d", i+1)
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
		if c.format == "" {
			style, err = 0, nil
		}
		if err := errors.Join(err, f.SetCellValue("Sheet1", cell, c.value), f.SetCellStyle("Sheet1", cell, cell, style)); err != nil {
			t.Fatal(err)
		}
		w, err := readBytes(t.Context(), "x", bytesOf(t, f), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Sheets[0].Rows[i].Cell(1); got != c.want {
			t.Errorf("%v as %s: %+v, want %+v", c.value, c.format, got, c.want)
		}
	}
}

// What other programs write into the XML, in which a number may have a power of ten or more digits than are kept.
func TestNumbersAsTheyAreKept(t *testing.T) {
	for _, c := range []struct {
		cell string
		want Value
	}{
		{`<c><v>4.01234567E8</v></c>`, Value{Text: "401234567", Number: 401234567, Numeric: true}},
		{`<c><v>401234567.0</v></c>`, Value{Text: "401234567", Number: 401234567, Numeric: true}},
		{`<c><v>0.30000000000000004</v></c>`, Value{Text: "0.3", Number: 0.30000000000000004, Numeric: true}},
		{`<c><v>1234567890123456</v></c>`, Value{Text: "1234567890123456"}},
		{`<c t="str"><v>4.01E+08</v></c>`, Value{Text: "4.01E+08"}},
		{`<c t="inlineStr"><is><t>4.01E+08</t></is></c>`, Value{Text: "4.01E+08"}},
	} {
		w, err := readBytes(t.Context(), "x", sheetOf(t, `<row>`+c.cell+`</row>`), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Sheets[0].Rows[0].Cell(0); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.cell, got, c.want)
		}
	}
}

func TestNumbersOfATextFileStayAsTheyAreWritten(t *testing.T) {
	w, err := readBytes(t.Context(), "x", []byte("a;b\n4,01E+08;4.01235E+08\n"), nil)
	if want := [][]string{{"1", "a", "b"}, {"2", "4,01E+08", "4.01235E+08"}}; err != nil || !reflect.DeepEqual(texts(w.Sheets[0]), want) {
		t.Errorf("%v %v", w, err)
	}
}

// What a spreadsheet could not work out is no value, and it is known which cell that was.
func TestLostValues(t *testing.T) {
	for name, b := range map[string][]byte{
		"workbook": sheetOf(t, `<row><c t="e"><v>#REF!</v></c><c t="str"><v>Aino</v></c><c t="inlineStr"><is><t>#N/A</t></is></c></row>`+
			`<row><c t="e"><v>#DIV/0!</v></c></row><row><c t="str"><v>#1</v></c><c t="str"><v>#</v></c><c t="e"><f>A1</f><v>#NAME?</v></c></row>`),
		"text": []byte("#REF!;Aino;#n/a\n#DIV/0!;;\n#1;#;#NAME?\n"),
	} {
		w, err := readBytes(t.Context(), "x", b, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		rows := w.Sheets[0].Rows
		if want := [][]string{{"1", "", "Aino"}, {"3", "#1", "#"}}; !reflect.DeepEqual(texts(w.Sheets[0]), want) {
			t.Errorf("%s: %v", name, texts(w.Sheets[0]))
			continue
		}
		if rows[0].Fault(0) != "#REF!" || rows[0].Fault(1) != "" || rows[0].Cell(0) != (Value{}) || rows[1].Fault(2) != "#NAME?" || len(rows[0].Faults) != 2 {
			t.Errorf("%s: %+v", name, rows)
		}
	}
	for text, want := range map[string]bool{
		"#VALUE!": true, "#NULL!": true, "#NUM!": true, "#SPILL!": true, "#CALC!": true, " #ref! ": true, "#VIITTAUS!": true, "#VÄRDEFEL!": true, "########": true,
		"": false, "#": false, "#12": false, "#perhetupa": false, "# REF!": false, "VALUE!": false, "##": false,
	} {
		if faulty(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
	wide := make([]byte, MaxReadColumns, 2*MaxReadColumns)
	for i := range wide {
		wide[i] = ';'
	}
	_, err := readBytes(t.Context(), "x", append(append([]byte("a"), wide...), "#REF!"...), nil)
	if e, ok := errors.AsType[*ReadError](err); !ok || e.Code != ReadTooManyCol {
		t.Error(err)
	}
}

func FuzzCellOf(f *testing.F) {
	f.Add("45352", "1.3.2024")
	f.Add("4.01E+08", "4.01E+08")
	f.Add("0.5", "50%")
	f.Add("1e400", "")
	f.Fuzz(func(t *testing.T, raw, shown string) {
		for _, from1904 := range []bool{false, true} {
			c := cellOf(raw, shown, from1904)
			if !c.Day.IsZero() && (c.Numeric || c.Day.Before(model.MustDate("1915-01-01"))) {
				t.Errorf("%q %q: %+v", raw, shown, c)
			}
			if c.Text == "" && shown != "" {
				t.Errorf("%q %q is lost", raw, shown)
			}
		}
	})
}
