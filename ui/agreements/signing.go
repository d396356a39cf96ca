package agreements

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// openSigning records what came of every party's copy, all of them in one grid.
func (p *page) openSigning() {
	var rows []*signingRow
	heading := p.a.Number + " " + p.a.Title.Best(words.Current())
	if !p.a.Frozen() {
		heading += "\n" + words.T("agreements.signing.freezes")
	}
	change{page: p, said: words.T("agreements.signing.saved", "number", p.a.Number), do: func(a *model.Agreement) error {
		a.Parties = slices.Clone(a.Parties)
		for i := range a.Parties {
			for j := range p.a.Parties {
				if p.a.Parties[j].ID == a.Parties[i].ID {
					a.Parties[i].Signing = rows[j].value()
				}
			}
		}
		return nil
	}}.open(func(f *form.Sheet) {
		rows = nil
		for _, party := range p.a.Parties {
			rows = append(rows, p.newSigningRow(party.Signing, f.Touch))
		}
		p.signingGrid(f, heading, "parties", rows)
	})
}

// openAmendmentSigning does the same for an amendment.
func (p *page) openAmendmentSigning(m model.Amendment) {
	var rows []*signingRow
	change{page: p, said: words.T("agreements.signing.saved", "number", p.a.Number), do: func(a *model.Agreement) error {
		a.Amendments = slices.Clone(a.Amendments)
		for i := range a.Amendments {
			if a.Amendments[i].ID != m.ID {
				continue
			}
			a.Amendments[i].Signatures = nil
			for j, party := range p.a.Parties {
				a.Amendments[i].Signatures = append(a.Amendments[i].Signatures, model.AmendmentSignature{PartyID: party.ID, Signing: rows[j].value()})
			}
		}
		return nil
	}}.open(func(f *form.Sheet) {
		rows = nil
		for _, party := range p.a.Parties {
			var g model.Signing
			if at := slices.IndexFunc(m.Signatures, func(x model.AmendmentSignature) bool { return x.PartyID == party.ID }); at >= 0 {
				g = m.Signatures[at].Signing
			}
			rows = append(rows, p.newSigningRow(g, f.Touch))
		}
		p.signingGrid(f, p.a.Number+", "+words.T("agreements.amendment", "n", m.Number), "amendment", rows)
	})
}

// signingGrid puts the rows into the form, with what fills in the same day for all parties above them.
func (p *page) signingGrid(f *form.Sheet, heading, name string, rows []*signingRow) {
	f.View.Section(words.T("agreements.do.sign"))
	f.View.Add(kit.NewText(heading))
	day := p.desk.Today()
	all := form.Bind("agreements.signing.field.", "", p.desk.Today, nil) // the day by itself changes nothing
	f.View.Row(all.Date("all", &day))
	f.View.Add(container.NewHBox(kit.NewButton(words.T("agreements.signing.all"), nil, func() {
		if day.IsZero() {
			return
		}
		for _, r := range rows {
			if r.dates[signedColumn].Text == "" {
				r.dates[signedColumn].SetValue(day)
				f.Touch()
			}
		}
	})))
	f.View.Row(&kit.Field{Label: words.T("agreements.section.parties"), Input: newSigningHead()})
	for i, r := range rows {
		f.View.Row(&kit.Field{Name: name + "." + strconv.Itoa(i), Label: p.partyName(p.a.Parties[i].ID), Input: r})
	}
}

// The columns of the grid: four days, and whether it was signed electronically.
const (
	sentColumn = iota
	signedColumn
	returnedColumn
	copyColumn
	dateColumns
)

func signingColumns() [dateColumns + 1]string {
	return [dateColumns + 1]string{
		words.T("agreements.column.sent"), words.T("agreements.column.signed"), words.T("agreements.column.returned"),
		words.T("agreements.column.copy"), words.T("agreements.column.electronic"),
	}
}

// signingRow edits the way of one party's copy, on one line.
type signingRow struct {
	widget.BaseWidget
	dates      [dateColumns]*kit.DateField
	electronic *kit.Check
	wrong      [dateColumns]string
	problem    func(kit.Problem)
}

func (s *Screen) newSigningRow(g model.Signing, touched func()) *signingRow {
	r := &signingRow{electronic: kit.NewCheck("")}
	for i, d := range []model.Date{g.SentOn, g.SignedOn, g.ReturnedOn, g.CopyOn} {
		f := kit.NewDateField()
		f.Today, f.PlaceHolder = s.desk.Today, ""
		f.SetValue(d)
		f.OnChanged = touched
		f.SetOnProblem(func(x kit.Problem) { r.say(i, x.Sentence) })
		r.dates[i] = f
	}
	r.electronic.SetValue(g.Electronic)
	r.electronic.OnChanged = touched
	r.ExtendBaseWidget(r)
	return r
}

func (r *signingRow) value() model.Signing {
	g := model.Signing{Electronic: r.electronic.Checked}
	for i, d := range []*model.Date{&g.SentOn, &g.SignedOn, &g.ReturnedOn, &g.CopyOn} {
		*d, _ = r.dates[i].Value()
	}
	return g
}

// say tells what is wrong in all the days of the row.
func (r *signingRow) say(column int, sentence string) {
	r.wrong[column] = sentence
	all := slices.DeleteFunc(slices.Clone(r.wrong[:]), func(s string) bool { return s == "" })
	if r.problem != nil {
		r.problem(kit.Problem{Sentence: strings.Join(all, "\n")})
	}
}

// SetLabel names each part of the row after the party and its column.
func (r *signingRow) SetLabel(label string) {
	columns := signingColumns()
	for i, d := range r.dates {
		d.SetLabel(label + ", " + columns[i])
	}
	r.electronic.SetLabel(label + ", " + columns[dateColumns])
}

// SetOnFocus is called each time a part of the row gains the focus.
func (r *signingRow) SetOnFocus(f func()) {
	for _, d := range r.dates {
		d.SetOnFocus(f)
	}
	r.electronic.SetOnFocus(f)
}

// SetOnProblem is told what is wrong in the row.
func (r *signingRow) SetOnProblem(f func(kit.Problem)) { r.problem = f }

// Focusable is the day that is not understood, or else the day of signing.
func (r *signingRow) Focusable() fyne.Focusable {
	for i, d := range r.dates {
		if r.wrong[i] != "" {
			return d
		}
	}
	return r.dates[signedColumn]
}

// CreateRenderer is Fyne's.
func (r *signingRow) CreateRenderer() fyne.WidgetRenderer {
	box := container.New(signingLayout{})
	for _, d := range r.dates {
		box.Add(d)
	}
	box.Add(r.electronic)
	return widget.NewSimpleRenderer(box)
}

// signingHead names the columns.
type signingHead struct{ widget.BaseWidget }

func newSigningHead() *signingHead {
	h := &signingHead{}
	h.ExtendBaseWidget(h)
	return h
}

// SetLabel, SetOnFocus and SetOnProblem make the head a part of a form that has no input.
func (h *signingHead) SetLabel(string) {}

// SetOnFocus does nothing: the head never has the focus.
func (h *signingHead) SetOnFocus(func()) {}

// SetOnProblem does nothing: nothing is typed into the head.
func (h *signingHead) SetOnProblem(func(kit.Problem)) {}

// CreateRenderer is Fyne's.
func (h *signingHead) CreateRenderer() fyne.WidgetRenderer {
	box := container.New(signingLayout{})
	for _, word := range signingColumns() {
		l := widget.NewLabel(word)
		l.Truncation, l.Importance = fyne.TextTruncateEllipsis, widget.LowImportance
		box.Add(l)
	}
	return widget.NewSimpleRenderer(box)
}

// signingLayout sets four days and a box side by side.
type signingLayout struct{}

const (
	signingGap = 4
	signingBox = 100 // the last column
)

func (signingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - signingBox) / dateColumns
	for i, o := range objects {
		w := width - signingGap
		if i == dateColumns {
			w = signingBox
		}
		o.Move(fyne.NewPos(float32(i)*width, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}

func (signingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(dateColumns*100+signingBox, height)
}
