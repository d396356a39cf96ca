package network

import (
	"context"
	"reflect"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Year is the page of a year: what the registers know of it, and what nothing but a person can say, as one draft that is
// saved as a whole. It has two parts, the form and the table of practices in the municipalities.
type Year struct {
	// OnReport shows the annual report of a year; nil: there is no button for it.
	OnReport func(year int)

	desk    *desk.Desk
	store   Store
	year    int
	facts   yearFacts
	draft   *yearDraft
	sheet   *form.Sheet
	table   *practiceView
	atTable bool // the part that is shown
	root    *fyne.Container
}

// yearFacts is what the page is made of, as it was last read. None of it may be changed.
type yearFacts struct {
	kept, last     model.YearRecord // of the year and of the one before
	known, earlier known            // what the registers know of them
	evidence       []model.PracticeEvidence
	municipalities []model.Municipality
	names          []string // of the municipalities, in the language of the window
}

// NewYear makes the view. Until the end of March it shows the year before, whose report is being made.
func NewYear(d *desk.Desk, store Store) *Year {
	v := &Year{desk: d, store: store, year: model.ReportYear(d.Today()), root: container.NewStack()}
	v.show(v.year)
	return v
}

// Content is the view on the screen.
func (v *Year) Content() fyne.CanvasObject { return v.root }

// Reload reads the records again. What was changed and not saved stays, and so does the page when nothing in it is
// different now.
func (v *Year) Reload() {
	if v.draft == nil {
		v.show(v.year)
		return
	}
	if v.sheet.Changed() {
		return
	}
	facts, err := readYear(context.Background(), v.store, v.year, v.desk.Today())
	if err != nil {
		v.desk.Fail(err, nil)
		return
	}
	if facts.kept = draftOf(facts.kept).record(); !reflect.DeepEqual(facts, v.facts) {
		v.fill(facts)
	}
}

// show reads a year and shows it; when it cannot be read, what was shown stays.
func (v *Year) show(year int) {
	facts, err := readYear(context.Background(), v.store, year, v.desk.Today())
	if err != nil {
		v.desk.Fail(err, nil)
		return
	}
	v.year = year
	facts.kept = draftOf(facts.kept).record()
	v.fill(facts)
}

// fill makes the page of what was read.
func (v *Year) fill(facts yearFacts) {
	if v.sheet != nil {
		v.sheet.Gone()
	}
	v.facts, v.draft = facts, draftOf(facts.kept)
	v.sheet = form.NewSheet(v.desk, v.Save)
	v.sheet.Indexed = true
	v.sheet.Build, v.sheet.Write = v.build, v.write
	v.sheet.Problems = func() []kit.Problem { return form.Said(v.draft.record().Check()) }
	v.sheet.Make()
	v.table = newPracticeView(v)
	v.lay()
}

// lay shows the chosen part under the head.
func (v *Year) lay() {
	body := v.sheet.Content()
	if v.atTable {
		body = v.table.content
	}
	v.root.Objects = []fyne.CanvasObject{kit.Headed(v.head(), body)}
	v.root.Refresh()
}

// head has the year with the steps to others, the two parts, and the way to the report.
func (v *Year) head() fyne.CanvasObject {
	title := widget.NewLabelWithStyle(words.T("network.year.title", "year", strconv.Itoa(v.year)), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameSubHeadingText
	step := func(icon fyne.Resource, key string, delta int) fyne.CanvasObject {
		b := kit.NewQuietButton("", icon, func() { v.Step(delta) })
		b.SetLabel(words.T(key))
		return b
	}
	part := func(key string, table bool) fyne.CanvasObject {
		b := kit.NewQuietButton(words.T(key), nil, func() { v.bring(table) })
		if v.atTable == table {
			b.Importance = widget.HighImportance
		}
		return b
	}
	row := kit.Flow(step(theme.NavigateBackIcon(), "network.year.previous", -1), title, step(theme.NavigateNextIcon(), "network.year.next", 1),
		part("network.year.part.facts", false), part("network.year.part.practices", true))
	if v.OnReport != nil {
		row.Add(kit.NewButton(words.T("network.year.report"), theme.DocumentPrintIcon(), v.Print))
	}
	return container.NewPadded(row)
}

// SetOnReport says how the annual report of a year is shown.
func (v *Year) SetOnReport(show func(year int)) {
	v.OnReport = show
	v.lay()
}

// bring shows one of the parts.
func (v *Year) bring(table bool) {
	v.atTable = table
	v.lay()
	if table {
		kit.Focus(v.table.grid)
	}
}

// Step shows the year before (−1) or after (+1), as far as the year to come.
func (v *Year) Step(delta int) { v.OpenYear(v.year + delta) }

// OpenYear shows a year, after asking what is to become of unsaved changes.
func (v *Year) OpenYear(year int) {
	if year == v.year || model.YearPeriod(year).From.IsZero() || year > v.desk.Today().Year()+1 {
		return
	}
	v.MayLeave(func() { v.show(year) })
}

// Open shows the year that the ID of a record of a year is, four digits.
func (v *Year) Open(id model.ID) {
	if year, err := strconv.Atoi(string(id)); err == nil {
		v.OpenYear(year)
	}
}

// Save keeps the draft.
func (v *Year) Save() {
	if _, ok := v.sheet.Save(); !ok && v.atTable {
		v.atTable = false // where it says why
		v.lay()
		v.sheet.Reshow()
	}
}

func (v *Year) write(ctx context.Context) (model.ID, string, error) {
	record := v.draft.record()
	_, err := v.store.UpdateYear(ctx, v.year, func(kept *model.YearRecord) error {
		*kept = record
		return nil
	})
	if err == nil {
		v.facts.kept = record
	}
	return model.ID(strconv.Itoa(v.year)), words.T("network.year.saved", "year", strconv.Itoa(v.year)), err
}

// Print shows the annual report of the year.
func (v *Year) Print() {
	if v.OnReport != nil {
		v.MayLeave(func() { v.OnReport(v.year) })
	}
}

// Leave goes back from the practices to the form.
func (v *Year) Leave() {
	if v.atTable {
		v.bring(false)
	}
}

// FormOpen reports whether there is something that is not saved.
func (v *Year) FormOpen() bool { return v.sheet != nil && v.sheet.Changed() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *Year) MayLeave(then func()) {
	if v.sheet == nil || !v.sheet.Changed() {
		then()
		return
	}
	v.desk.Dialogs.Choose(words.T("kit.unsaved.title"), words.T("kit.unsaved.text"),
		kit.Choice{Label: words.T("kit.unsaved.stay"), Cancel: true},
		kit.Choice{Label: words.T("kit.unsaved.discard"), Do: func() {
			v.fill(v.facts)
			then()
		}},
		kit.Choice{Label: words.T("kit.unsaved.save"), Default: true, Do: func() {
			if v.Save(); !v.sheet.Changed() {
				then()
			}
		}})
}

// MoreKeys are the keys of the table of practices, and what they do.
func (v *Year) MoreKeys() [][2]string {
	if !v.atTable {
		return nil
	}
	return [][2]string{
		{"1 … 4", words.T("network.key.stage")}, {"0", words.T("network.key.clear")}, {"Enter", words.T("network.key.open")},
	}
}
