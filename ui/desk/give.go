package desk

import (
	"bytes"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/kit"
	"kumppani/ui/lists"
	"kumppani/ui/paper"
	"kumppani/ui/spreadsheet"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// format is a kind of file in which a report or a list is given, by its ending.
type format string

// The formats, in the order in which they are offered.
const (
	asPDF   format = "pdf"
	asExcel format = "xlsx"
	asCSV   format = "csv"
)

func formats() []format { return []format{asPDF, asExcel, asCSV} }

// prefFormat is where the format that was chosen last is remembered, on this computer.
const prefFormat = "give.format"

// manyRows is from how many rows on a file is made beside, with its progress shown: below it, it is there at once.
const manyRows = 2000

// Give asks in which format a report or a list is wanted, and opens it or saves it. What names volunteers is not given while
// personal data is hidden.
func (d *Desk) Give(r table.Report) { d.GiveAs(r, nil) }

// GiveAs is Give for a list that has a document of its own, which pdf makes.
func (d *Desk) GiveAs(r table.Report, pdf func() (Sheet, error)) {
	if d.refuse(r) {
		return
	}
	g := &giving{desk: d, report: r, pdf: pdf, chosen: asPDF}
	if kept := format(fyne.CurrentApp().Preferences().String(prefFormat)); slices.Contains(formats(), kept) {
		g.chosen = kept
	}
	d.Dialogs.Show(r.Title, g.content(),
		kit.Choice{Label: words.T("kit.cancel"), Cancel: true},
		kit.Choice{Label: words.T("desk.print.save_as"), Icon: theme.DocumentSaveIcon(), Do: func() { g.run(g.save) }},
		kit.Choice{Label: words.T("desk.give.open"), Default: true, Do: func() { g.run(g.open) }})
}

// About is what a list that is made now says of itself; filter says in words what it was narrowed to.
func (d *Desk) About(filter string) lists.About {
	return lists.About{In: words.In(words.Current()), Day: d.Today(), Filter: filter}
}

// PrintReport opens a report as a PDF, from where it is printed.
func (d *Desk) PrintReport(r table.Report) {
	if !d.refuse(r) {
		g := &giving{desk: d, report: r, chosen: asPDF}
		g.run(g.open)
	}
}

// refuse tells why what names people is not given just now, and reports whether it is so.
func (d *Desk) refuse(r table.Report) bool {
	if !r.Personal || !d.Hidden() {
		return false
	}
	d.Dialogs.Choose(r.Title, words.T("desk.give.hidden"), kit.Choice{Label: words.T("kit.close"), Default: true, Cancel: true})
	return true
}

// giving is a report or a list on its way out.
type giving struct {
	desk    *Desk
	report  table.Report
	pdf     func() (Sheet, error) // nil: as every report
	chosen  format
	buttons []*kit.Button
}

// file is what was made; left says what of it is not as it should be.
type file struct {
	name    string
	content []byte
	left    string
}

// content is what the dialog says and asks: how much it is, whom it is not for, and the format.
func (g *giving) content() fyne.CanvasObject {
	said := words.N("desk.give.rows", g.rows(), "rows", words.In(words.Current()).Number(int64(g.rows())*100))
	if g.report.Personal {
		said += " " + words.T("desk.give.personal")
	}
	list := kit.Column(kit.NewText(said))
	for _, f := range formats() {
		b := kit.NewQuietButton(words.T("desk.give.as."+string(f)), nil, func() { g.choose(f) })
		b.Alignment = widget.ButtonAlignLeading
		b.OnEnter = func() {
			g.choose(f)
			kit.PassKey(b, &fyne.KeyEvent{Name: fyne.KeyReturn}) // to the button that opens it
		}
		g.buttons = append(g.buttons, b)
		list.Add(b)
	}
	g.mark()
	return container.NewPadded(list)
}

func (g *giving) choose(f format) {
	g.chosen = f
	fyne.CurrentApp().Preferences().SetString(prefFormat, string(f))
	g.mark()
}

// mark shows which format is chosen.
func (g *giving) mark() {
	for i, f := range formats() {
		b := g.buttons[i]
		label := words.T("desk.give.as." + string(f))
		b.Icon = theme.RadioButtonIcon()
		if f == g.chosen {
			b.Icon = theme.RadioButtonCheckedIcon()
			label = words.T("desk.give.chosen", "format", label)
		}
		b.SetLabel(label)
		b.Refresh()
	}
}

// rows is how many rows all tables have together.
func (g *giving) rows() int {
	n := 0
	for _, s := range g.report.Sections {
		for _, t := range s.Tables {
			n += len(t.Rows)
		}
	}
	return n
}

// run makes the file and hands it to then: at once, or beside where it takes its time.
func (g *giving) run(then func(file)) {
	office := paper.Office{Today: g.desk.Today()}
	if g.desk.Office != nil && g.chosen == asPDF && g.pdf == nil {
		var err error
		if office, err = g.desk.Office(); err != nil {
			g.desk.Fail(err, nil)
			return
		}
	}
	if g.rows() <= manyRows {
		f, err := g.make(context.Background(), office, func(int, int) {})
		g.finish(f, err, then)
		return
	}
	var f file
	g.desk.Start(Work{
		Said: words.T("desk.give.working", "name", g.name()), Stopped: words.T("desk.give.stopped", "name", g.name()),
		Do: func(ctx context.Context, tell func(float64)) (err error) {
			f, err = g.make(ctx, office, func(done, of int) { tell(float64(done) / float64(max(of, 1))) })
			if err == nil {
				err = ctx.Err() // a PDF is made in one go
			}
			return err
		},
		Then: func(err error) { g.finish(f, err, then) },
	})
}

func (g *giving) finish(f file, err error, then func(file)) {
	if err != nil {
		g.desk.Fail(err, nil)
		return
	}
	then(f)
}

func (g *giving) name() string { return g.report.FileName + "." + string(g.chosen) }

// make makes the file; progress may be called from any goroutine.
func (g *giving) make(ctx context.Context, office paper.Office, progress func(done, of int)) (file, error) {
	f := file{name: g.name()}
	var err error
	switch g.chosen {
	case asExcel:
		var b bytes.Buffer
		err = spreadsheet.WriteXLSX(ctx, &b, g.report, progress)
		f.content = b.Bytes()
	case asCSV:
		f.content, err = spreadsheet.CSV(g.report)
	default:
		pdf := g.pdf
		if pdf == nil {
			pdf = func() (Sheet, error) { return paper.Render(office.Report(g.report)) }
		}
		var sheet Sheet
		sheet, err = pdf()
		f.content, f.left = sheet.PDF, leftOut(sheet)
		if sheet.Name != "" {
			f.name = sheet.Name
		}
	}
	return f, err
}

func (g *giving) save(f file) {
	g.desk.SaveAs(f.name, f.content)
	g.desk.tellLeft(f.left)
}

// open shows the file in the system's own program.
func (g *giving) open(f file) {
	said := words.T("desk.print.open", "name", f.name)
	if g.chosen != asPDF {
		said = words.T("desk.give.opened", "name", f.name)
	}
	g.desk.show(f.name, f.content, said)
	g.desk.tellLeft(f.left)
}
