package spreadsheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"kumppani/ui/table"
)

// styles are the numbers of the styles of a workbook.
type styles struct {
	title, bold, label, plain, note int
	head, numberHead                int
	body, total                     valueStyles
}

// valueStyles are the styles of the values of a row.
type valueStyles struct{ text, guarded, whole, decimal, day int }

// Formats of numbers: built-in ones (ISO/IEC 29500-1, 18.8.30), which every computer shows in its own way, and a day as it
// is written in Finland.
const (
	formatWhole   = 3  // #,##0
	formatDecimal = 4  // #,##0.00
	formatText    = 49 // @
)

var formatDay = "d.m.yyyy"

// makeStyles adds the styles to the workbook.
func (b *book) makeStyles() error {
	var failed error
	add := func(s excelize.Style) int {
		id, err := b.NewStyle(&s)
		if failed == nil {
			failed = err
		}
		return id
	}
	values := func(font *excelize.Font, border []excelize.Border) valueStyles {
		text := &excelize.Alignment{Vertical: "top", WrapText: true}
		top := &excelize.Alignment{Vertical: "top"}
		return valueStyles{
			text:    add(excelize.Style{Font: font, Border: border, Alignment: text}),
			guarded: add(excelize.Style{Font: font, Border: border, Alignment: text, NumFmt: formatText}),
			whole:   add(excelize.Style{Font: font, Border: border, Alignment: top, NumFmt: formatWhole}),
			decimal: add(excelize.Style{Font: font, Border: border, Alignment: top, NumFmt: formatDecimal}),
			day: add(excelize.Style{
				Font: font, Border: border, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}, CustomNumFmt: &formatDay,
			}),
		}
	}
	head := func(side string) int {
		return add(excelize.Style{
			Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: side, WrapText: true},
			Border: []excelize.Border{{Type: "bottom", Color: "000000", Style: 1}},
			Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EDEDED"}},
		})
	}
	b.styles = styles{
		title: add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}),
		bold:  add(excelize.Style{Font: &excelize.Font{Bold: true}}),
		label: add(excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}),
		plain: add(excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}}),
		note:  add(excelize.Style{Font: &excelize.Font{Italic: true}}),
		head:  head("left"), numberHead: head("right"),
		body:  values(nil, nil),
		total: values(&excelize.Font{Bold: true}, []excelize.Border{{Type: "top", Color: "000000", Style: 1}}),
	}
	return failed
}

// cell is a value with its style. Text is always a cell of text, whatever it begins with.
func (st valueStyles) cell(v table.Value, decimals bool) excelize.Cell {
	if n, ok := v.Number(); ok {
		if decimals {
			return excelize.Cell{StyleID: st.decimal, Value: float64(n) / 100}
		}
		return excelize.Cell{StyleID: st.whole, Value: n / 100}
	}
	if day, ok := v.Day(); ok {
		if n, ok := serial(day); ok {
			return excelize.Cell{StyleID: st.day, Value: n}
		}
	}
	switch {
	case v.Text == "":
		return excelize.Cell{StyleID: st.text}
	case isGuarded(v.Text):
		return excelize.Cell{StyleID: st.guarded, Value: v.Text}
	}
	return excelize.Cell{StyleID: st.text, Value: v.Text}
}

// maxGuarded is how long a text of the format of texts may be: Excel shows a longer one as ####.
const maxGuarded = 255

// isGuarded reports whether a spreadsheet would take the text for a number or a formula as soon as somebody touches its
// cell: telephone numbers, postal codes, and what begins with = + - @.
func isGuarded(s string) bool {
	return len(s) <= maxGuarded && strings.ContainsRune("=+-@0123456789", rune(s[0]))
}
