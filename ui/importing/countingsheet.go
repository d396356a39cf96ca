package importing

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
	"kumppani/ui/words"
)

// ToCount are the sessions that a partner counts of a place or a group (KindPlace, KindGroup): those that were not cancelled.
func ToCount(all []model.Session, kind model.Kind, id model.ID) []model.Session {
	return slices.DeleteFunc(slices.Clone(all), func(s model.Session) bool {
		of := s.PlaceID
		if kind == model.KindGroup {
			of = s.GroupID
		}
		return of != id || s.State == model.SessionCancelled
	})
}

// CountingSheet is a workbook that a partner fills in: one row for each session of a place or a group. It comes back through
// Open as Counts; a hidden column has the ID of each session, so that nothing has to be guessed.
type CountingSheet struct {
	Name      string           // of the place or the group
	Sessions  []model.Session  // see ToCount
	Languages []model.Language // in which it speaks, at least one
}

// sheetColumns are the columns before those that are filled in.
var sheetColumns = []Field{SessionID, On, Weekday, From, GroupName, PlaceName}

// sheet is a counting sheet while it is being written. The first error of the library stays, and nothing is done after it.
type sheet struct {
	*excelize.File
	facts *Facts
	CountingSheet
	name    string
	columns []Field
	err     error
}

// CountingSheet writes the workbook: cells to be filled in are open, yellow and take whole numbers only; all else is locked,
// without a password.
func (f *Facts) CountingSheet(c CountingSheet) ([]byte, error) {
	s := &sheet{File: excelize.NewFile(), facts: f, CountingSheet: c, columns: slices.Clone(sheetColumns)}
	s.columns = append(s.columns, Adults, Children, New, Men)
	for _, category := range f.Policy.Counted() {
		s.columns = append(s.columns, Field(ownPrefix+string(category.ID)))
	}
	s.columns = append(s.columns, NotHeld, Reason)
	s.name = words.In(c.Languages[0]).T("importing.sheet.tab")
	s.do(s.SetSheetName("Sheet1", s.name))
	header := s.head()
	last := s.body(header)
	s.arrange(header, last)
	var b bytes.Buffer
	if s.err == nil {
		s.err = s.Write(&b)
	}
	return b.Bytes(), s.err
}

func (s *sheet) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

// in says something in the languages of the sheet, each thing once.
func (s *sheet) in(say func(words.In) string) string {
	var out []string
	for _, l := range s.Languages {
		if text := say(words.In(l)); text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return strings.Join(out, " / ")
}

func (s *sheet) cell(column, row int) string {
	cell, err := excelize.CoordinatesToCellName(column, row)
	s.do(err)
	return cell
}

func (s *sheet) style(style excelize.Style) int {
	id, err := s.NewStyle(&style)
	s.do(err)
	return id
}

// head writes the title, what to do in each language, and the heads of the columns; it returns the row of those.
func (s *sheet) head() int {
	last := len(s.columns)
	title := s.style(excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}})
	help := s.style(excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	s.do(s.SetCellStr(s.name, "B1", s.in(func(in words.In) string { return in.T("importing.sheet.title", "name", s.Name) })))
	s.do(s.SetCellStyle(s.name, "B1", "B1", title))
	row := 2
	for _, l := range s.Languages {
		from, to := s.cell(2, row), s.cell(last, row)
		s.do(s.SetCellStr(s.name, from, words.In(l).T("importing.sheet.help")))
		s.do(s.MergeCell(s.name, from, to))
		s.do(s.SetCellStyle(s.name, from, to, help))
		s.do(s.SetRowHeight(s.name, row, 48))
		row++
	}
	row++
	bold := s.style(excelize.Style{
		Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "000000"}},
	})
	for i, field := range s.columns {
		s.do(s.SetCellStr(s.name, s.cell(i+1, row), s.in(func(in words.In) string { return words.Capital(s.facts.word(in, field)) })))
	}
	s.do(s.SetCellStyle(s.name, s.cell(1, row), s.cell(last, row), bold))
	return row
}

// body writes the sessions below the header and returns the last row.
func (s *sheet) body(header int) int {
	l := s.Languages[0]
	day := s.style(excelize.Style{NumFmt: 14, CustomNumFmt: new("d.m.yyyy"), Alignment: &excelize.Alignment{Horizontal: "left"}})
	open := s.style(excelize.Style{
		Protection: &excelize.Protection{Locked: false}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF8D6"}},
		Border: []excelize.Border{
			{Type: "left", Style: 1, Color: "BFBFBF"}, {Type: "right", Style: 1, Color: "BFBFBF"}, {Type: "bottom", Style: 1, Color: "BFBFBF"},
		},
	})
	row := header
	for _, x := range s.Sessions {
		row++
		for i, field := range s.columns {
			cell := s.cell(i+1, row)
			switch field {
			case SessionID:
				s.do(s.SetCellStr(s.name, cell, string(x.ID)))
			case On:
				s.do(s.SetCellValue(s.name, cell, time.Date(x.Date.Year(), x.Date.Month(), x.Date.Day(), 0, 0, 0, 0, time.UTC)))
				s.do(s.SetCellStyle(s.name, cell, cell, day))
			case Weekday:
				s.do(s.SetCellStr(s.name, cell, s.in(func(in words.In) string { return in.WeekdayShort(x.Date.Weekday()) })))
			case From:
				s.do(s.SetCellStr(s.name, cell, words.In(l).Clock(x.From)))
			case GroupName:
				s.do(s.SetCellStr(s.name, cell, s.facts.Groups[x.GroupID].Name.Best(l)))
			case PlaceName:
				s.do(s.SetCellStr(s.name, cell, s.facts.Places.Name(x.PlaceID, l)))
			default:
				if n := countIn(x.Counts, field); n.Known {
					s.do(s.SetCellInt(s.name, cell, int64(n.N)))
				}
			}
		}
		s.do(s.SetCellStyle(s.name, s.cell(len(sheetColumns)+1, row), s.cell(len(s.columns), row), open))
	}
	return row
}

// countIn is what was counted for a field.
func countIn(c model.Counts, field Field) model.Count {
	switch field {
	case Adults:
		return c.Adults
	case Children:
		return c.Children
	case New:
		return c.New
	case Men:
		return c.Men
	}
	id, own := strings.CutPrefix(string(field), ownPrefix)
	n, known := c.Own[model.ID(id)]
	return model.Count{N: n, Known: own && known}
}

// arrange sets what may be written where, and how the sheet lies on the screen and on paper.
func (s *sheet) arrange(header, last int) {
	in := words.In(s.Languages[0])
	first := len(sheetColumns) + 1
	if last > header {
		numbers := excelize.NewDataValidation(true)
		numbers.Sqref = s.cell(first, header+1) + ":" + s.cell(len(s.columns)-2, last)
		s.do(numbers.SetRange(0, model.MaxCount, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
		numbers.SetError(excelize.DataValidationErrorStyleStop, in.T("importing.sheet.wrong_title"), in.T("importing.sheet.wrong"))
		s.do(s.AddDataValidation(s.name, numbers))
		cross := excelize.NewDataValidation(true)
		cross.Sqref = s.cell(len(s.columns)-1, header+1) + ":" + s.cell(len(s.columns)-1, last)
		s.do(cross.SetDropList([]string{"x"}))
		cross.SetError(excelize.DataValidationErrorStyleStop, in.T("importing.sheet.wrong_title"), in.T("importing.sheet.cross"))
		s.do(s.AddDataValidation(s.name, cross))
	}
	s.do(s.SetColVisible(s.name, "A", false))
	for i, width := range []float64{0, 11, 9, 9, 26, 26} {
		if column, err := excelize.ColumnNumberToName(i + 1); width > 0 {
			s.do(err)
			s.do(s.SetColWidth(s.name, column, column, width))
		}
	}
	for i := first; i <= len(s.columns); i++ {
		column, err := excelize.ColumnNumberToName(i)
		s.do(err)
		s.do(s.SetColWidth(s.name, column, column, 12))
	}
	s.do(s.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: header, TopLeftCell: s.cell(1, header+1), ActivePane: "bottomLeft"}))
	s.do(s.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: new("landscape"), Size: new(9), FitToWidth: new(1), FitToHeight: new(0)}))
	s.do(s.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	s.do(s.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
	}))
	s.do(s.SetDocProps(&excelize.DocProperties{Creator: "Kumppani", LastModifiedBy: "Kumppani", Language: string(s.Languages[0])}))
}
