package spreadsheet

import (
	"context"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// progressEvery is after how many rows WriteXLSX tells how far it is.
const progressEvery = 2000

// WriteXLSX writes a report as a workbook with a sheet for each table: its head frozen and with filters, cells of numbers,
// days and texts, never a formula, the total below them. What the report is about stands on a sheet of its own, the first
// of several tables and behind a single one. The same report gives the same bytes.
//
// Progress, if not nil, hears from time to time how many rows of how many are done. An error of the context is one of
// CodeCancelled, any other what excelize or w said; nothing is written to w before the workbook is whole.
func WriteXLSX(ctx context.Context, w io.Writer, r table.Report, progress func(done, of int)) (err error) {
	b := &book{
		File: excelize.NewFile(), ctx: ctx, report: r, in: words.In(r.Language), sheets: sheetNames{}, progress: progress,
	}
	defer func() {
		if e := b.Close(); err == nil {
			err = e
		}
		if ctx.Err() != nil && err != nil {
			err = &model.Error{Code: model.CodeCancelled, Op: "write workbook", Record: r.FileName, Err: err}
		}
	}()
	b.ZipWriter = func(w io.Writer) excelize.ZipWriter { return newOrderedZip(ctx, w) }
	if err := b.makeStyles(); err != nil {
		return err
	}
	if err := b.writeSheets(); err != nil {
		return err
	}
	if err := b.describe(); err != nil {
		return err
	}
	return b.Write(w)
}

// book is a workbook being made.
type book struct {
	*excelize.File
	ctx      context.Context
	report   table.Report
	in       words.In
	sheets   sheetNames
	styles   styles
	rows, of int // done, and in all
	progress func(done, of int)
}

// writeSheets makes the sheets. Excelize begins with one, which becomes the first.
func (b *book) writeSheets() error {
	var tables []table.Table
	var names []string
	for _, s := range b.report.Sections {
		for _, t := range s.Tables {
			title := t.Title
			if title == "" {
				title = s.Title
			}
			if title == "" {
				title = b.report.Title
			}
			tables, names = append(tables, t), append(names, title)
			b.of += len(t.Rows)
		}
	}
	about := b.in.T("spreadsheet.about")
	if len(tables) != 1 {
		if err := b.writeAbout(about); err != nil {
			return err
		}
	}
	for i, t := range tables {
		if err := b.writeTable(names[i], t); err != nil {
			return err
		}
	}
	if len(tables) == 1 && b.hasAbout() {
		return b.writeAbout(about)
	}
	return nil
}

// newSheet adds a sheet under a name near to the wanted one.
func (b *book) newSheet(wanted string) (string, *excelize.StreamWriter, error) {
	name := b.sheets.name(wanted)
	var err error
	if len(b.sheets) == 1 {
		err = b.SetSheetName(b.GetSheetName(0), name)
	} else {
		_, err = b.NewSheet(name)
	}
	if err != nil {
		return "", nil, err
	}
	wide, high := 1, 0 // as many pages high as it takes
	fit := true
	if err := b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return "", nil, err
	}
	layout := &excelize.PageLayoutOptions{FitToWidth: &wide, FitToHeight: &high, Size: &paperA4}
	if b.report.Landscape {
		layout.Orientation = &landscape
	}
	if err := b.SetPageLayout(name, layout); err != nil {
		return "", nil, err
	}
	w, err := b.NewStreamWriter(name)
	return name, w, err
}

// paperA4 and landscape are excelize's names of them.
var (
	paperA4   = 9
	landscape = "landscape"
)

// describe fills in what the file says of itself. Its times are the day of the report.
func (b *book) describe() error {
	r := b.report
	at := "2000-01-01T00:00:00Z" // of a report without a day: any, but always the same
	if !r.AsOf.IsZero() {
		at = r.AsOf.String() + "T00:00:00Z"
	}
	if err := b.SetDocProps(&excelize.DocProperties{
		Title: r.Title, Creator: producer, LastModifiedBy: producer, Created: at, Modified: at, Language: string(r.Language),
	}); err != nil {
		return err
	}
	return b.SetAppProps(&excelize.AppProperties{Application: producer})
}

// producer is the program, as files name it.
const producer = "Kumppani"

// step counts a row and tells how far the work is.
func (b *book) step() error {
	b.rows++
	if b.rows%progressEvery != 0 && b.rows != b.of {
		return nil
	}
	if b.progress != nil {
		b.progress(b.rows, b.of)
	}
	return b.ctx.Err()
}

// serial is a day as spreadsheets count it. They count wrongly before 1 March 1900 (ISO/IEC 29500-1, 18.17.4.1).
func serial(d model.Date) (n int, ok bool) {
	first, _ := model.NewDate(1899, time.December, 30)
	n = first.DaysUntil(d)
	return n, n > 60
}
