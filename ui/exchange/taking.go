package exchange

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/importing"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// takeIn makes a copy of the data file and writes what was accepted, both beside. It cannot be stopped: it is written whole
// or not at all.
func (p *preview) takeIn() {
	v, batch := p.v, p.plan.Batch()
	done := &result{v: v, plan: p.plan}
	for i := range p.plan.Rows {
		if r := &p.plan.Rows[i]; takes(r) {
			done.rows++
			if r.State == importing.RowNew {
				done.fresh++
			}
		}
	}
	v.turn(&waiting{v: v, said: words.T("exchange.taking", "file", p.plan.Source)})
	here := v.step
	turn := func(to step) { // unless a person has gone on to something else
		if v.step == here {
			v.turn(to)
		}
	}
	v.desk.Start(desk.Work{
		Said: words.T("exchange.taking", "file", p.plan.Source),
		Do: func(ctx context.Context, tell func(float64)) (err error) {
			if done.backup, err = v.store.Backup(ctx); err != nil {
				return err
			}
			tell(0.5)
			return v.store.Import(ctx, batch)
		},
		Then: func(err error) {
			if err != nil {
				turn(p)
				v.fail(err)
				return
			}
			turn(done)
			v.desk.Messages.Say(words.N("exchange.done.said", done.rows, "rows", words.In(words.Current()).Number(int64(done.rows)*100)),
				kit.Action{Label: words.T("exchange.undo"), Do: v.askTakeBack})
		},
	})
}

// result is the third step: what was done, and the way back.
type result struct {
	v           *view
	plan        *importing.Plan
	backup      model.Backup
	rows, fresh int // rows that were taken in, and those of them that were new
	undone      bool
	first       *kit.Button
}

func (r *result) half() bool  { return false }
func (r *result) reload()     {}
func (r *result) focusFirst() { kit.Focus(r.first) }

func (r *result) content() fyne.CanvasObject {
	in := words.In(words.Current())
	page := kit.Page{Title: words.T("exchange.done.title"), Subtitle: r.plan.Source}
	var lines []string
	say := func(word string, n int) {
		if n > 0 {
			lines = append(lines, words.N("exchange.done."+word, n, "rows", in.Number(int64(n)*100)))
		}
	}
	say("fresh", r.fresh)
	say("changed", r.rows-r.fresh)
	say("left", len(r.plan.Rows)-r.rows)
	body := kit.Column(kit.NewText(strings.Join(lines, "\n")), kit.NewText(words.T("exchange.done.backup", "path", r.backup.Path)))
	var next []fyne.CanvasObject
	add := func(b *kit.Button) {
		if r.first == nil {
			r.first = b
		}
		next = append(next, b)
	}
	r.first = nil
	if kind, ok := registers[r.plan.Kind]; ok {
		add(kit.NewPrimaryButton(words.T("exchange.done.look"), theme.NavigateNextIcon(), func() { r.v.desk.Open(kind, "") }))
	}
	add(kit.NewButton(words.T("exchange.undo"), theme.ContentUndoIcon(), r.v.takeBack))
	if len(r.plan.NotUsed)+len(r.plan.Rows)-r.rows > 0 {
		add(kit.NewButton(words.T("exchange.preview.errors"), theme.DocumentSaveIcon(), func() { r.v.desk.Give(r.plan.Errors()) }))
	}
	add(kit.NewButton(words.T("exchange.done.finish"), theme.ConfirmIcon(), r.v.start))
	body.Add(buttons(next...))
	body.Add(kit.NewText(words.T("exchange.done.undo")))
	page.Sections = []fyne.CanvasObject{body}
	return page.View()
}

// registers are where the records of a kind are looked at.
var registers = map[importing.Kind]model.Kind{
	importing.Organisations: model.KindOrganisation, importing.Contacts: model.KindOrganisation, importing.Leaders: model.KindLeader,
	importing.Training: model.KindTraining, importing.Places: model.KindPlace, importing.Groups: model.KindGroup, importing.Counts: model.KindSession,
}

// askTakeBack asks before an import is taken back that was not made just now.
func (v *view) askTakeBack() {
	source, ok := v.store.LastImport()
	if !ok {
		v.desk.Say(words.T("exchange.undo.none"))
		return
	}
	v.desk.Dialogs.Confirm(words.T("exchange.undo.title"), words.T("exchange.undo.text", "file", source), words.T("exchange.undo"), true, v.takeBack)
}

// takeBack takes the last import back, beside.
func (v *view) takeBack() {
	if r, ok := v.step.(*result); ok {
		r.undone = true // once
	}
	v.desk.Start(desk.Work{
		Said: words.T("exchange.undoing"),
		Do:   func(ctx context.Context, _ func(float64)) error { return v.store.UndoImport(ctx) },
		Then: func(err error) {
			if err != nil {
				if r, ok := v.step.(*result); ok {
					r.undone = false
				}
				v.fail(err)
				return
			}
			if _, atResult := v.step.(*result); atResult {
				v.start()
			} else {
				v.afresh()
			}
			v.desk.Say(words.T("exchange.undone"))
		},
	})
}
