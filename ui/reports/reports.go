package reports

import (
	"context"

	"fyne.io/fyne/v2"

	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/report"
	"kumppani/ui/words"
)

// listShare is how much of the width the list of reports takes.
const listShare = 0.18

// reportsView is the list of reports, and beside it the report that is read.
type reportsView struct {
	desk     *desk.Desk
	store    Store
	register *kit.RegisterView[report.Code]
	page     *page
}

func newReportsView(d *desk.Desk, store Store) *reportsView {
	v := &reportsView{desk: d, store: store}
	v.register = kit.Register[report.Code]{
		Rows: v.rows, Open: v.open, Short: true, Offset: listShare,
	}.View(d.Dialogs)
	return v
}

func (v *reportsView) Content() fyne.CanvasObject { return v.register }
func (v *reportsView) Reload()                    { v.register.Reload() }
func (v *reportsView) MayLeave(then func())       { then() }
func (v *reportsView) FocusSearch()               { v.register.FocusSearch() }
func (v *reportsView) FocusPage()                 { v.register.FocusPage() }
func (v *reportsView) Print()                     { v.register.Print() }
func (v *reportsView) Leave()                     { v.register.Leave() }
func (v *reportsView) Step(delta int)             { v.register.Step(delta) }

// List saves the report.
func (v *reportsView) List() {
	if v.page != nil {
		v.page.give()
	}
}

func (v *reportsView) rows() ([]kit.Row[report.Code], error) {
	var out []kit.Row[report.Code]
	for _, c := range report.Codes() {
		out = append(out, kit.Row[report.Code]{ID: string(c), Name: c.Name(words.In(words.Current())), Of: c})
	}
	return out, nil
}

// open reads a report with the settings that it had last.
func (v *reportsView) open(id string) fyne.CanvasObject {
	p, err := newPage(context.Background(), v.desk, v.store, report.Code(id))
	if err != nil {
		v.desk.Fail(err, nil)
		return nil
	}
	v.page = p
	return p
}

// show shows a report with the settings that are remembered.
func (v *reportsView) show(code report.Code) {
	v.register.Select(string(code))
	v.register.Reload()
}
