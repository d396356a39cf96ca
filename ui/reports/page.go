package reports

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/report"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// page is a report under its settings.
type page struct {
	widget.BaseWidget
	desk     *desk.Desk
	store    Store
	question report.Question
	seasons  []model.Season
	report   *table.Report // nil while there is nothing to show

	period      *kit.Select[model.Period]
	from, until *kit.DateField
	own         *fyne.Container // days of one's own
	asOf        *kit.DateField
	town        *kit.Select[model.Municipality]
	subject     *kit.Select[report.Subject] // nil for a report of the region
	print, save *kit.Button
	settings    *fyne.Container
	roll        *kit.Roll
	warned      string // what is wrong with a day, "" = nothing
	content     fyne.CanvasObject
}

func newPage(ctx context.Context, d *desk.Desk, store Store, code report.Code) (*page, error) {
	p := &page{desk: d, store: store, question: remembered(code, d.Today()), roll: kit.NewRoll()}
	var err error
	if p.seasons, err = store.Seasons(ctx); err != nil {
		return nil, err
	}
	centre, err := store.Centre(ctx)
	if err != nil {
		return nil, err
	}
	p.makePeriod()
	p.makeTown(centre)
	if err := p.makeSubject(ctx); err != nil {
		return nil, err
	}
	p.print = kit.NewPrimaryButton(words.T("kit.print"), theme.DocumentPrintIcon(), p.Print)
	p.save = kit.NewButton(words.T("reports.save"), theme.DocumentSaveIcon(), p.give)
	p.build()
	p.ExtendBaseWidget(p)
	p.showQuestion()
	p.read()
	return p, nil
}

// CreateRenderer is called by Fyne.
func (p *page) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.content) }

// FocusFirst gives the keyboard to the period, or to the choice of whom the report is about.
func (p *page) FocusFirst() {
	if p.subject != nil {
		kit.Focus(p.subject)
		return
	}
	kit.Focus(p.period)
}

// build sets the settings beside each other, over the report.
func (p *page) build() {
	step := func(icon fyne.Resource, word string, delta int) *kit.Button {
		b := kit.NewButton("", icon, func() { p.turn(delta) })
		b.SetLabel(words.T(word))
		return b
	}
	wide := func(o fyne.CanvasObject, width float32) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(width, o.MinSize().Height), o)
	}
	p.own = container.NewHBox(wide(p.from, 130), widget.NewLabel("–"), wide(p.until, 130))
	flow := kit.Flow()
	if p.subject != nil { // what is said of one partner or person stands so on a day: there is no period to choose
		flow.Add(wide(p.subject, 300))
	} else {
		flow.Add(container.NewHBox(
			step(theme.NavigateBackIcon(), "reports.period.before", -1), wide(p.period, 190), step(theme.NavigateNextIcon(), "reports.period.after", 1)))
		flow.Add(p.own)
		flow.Add(wide(p.town, 180))
	}
	flow.Add(container.NewHBox(widget.NewLabel(words.T("reports.as_of")), wide(p.asOf, 130)))
	p.settings = flow
	what := kit.NewText(words.T("reports.what." + string(p.question.Code)))
	what.Importance = widget.LowImportance
	buttons := container.NewVBox(container.NewHBox(p.print, p.save)) // no higher than they need
	first := container.New(layout.NewBorderLayout(nil, nil, nil, buttons), what, buttons)
	head := container.New(layout.NewCustomPaddedLayout(6, 4, 8, 8), kit.Column(first, flow))
	body := kit.Headed(widget.NewSeparator(), container.New(layout.NewCustomPaddedLayout(0, 0, 8, 0), p.roll))
	p.content = kit.Headed(head, body)
}

func (p *page) makePeriod() {
	p.period = kit.NewSelect(periods(p.desk.Today(), p.seasons))
	p.period.Required = true
	p.period.SetLabel(words.T("reports.period"))
	p.period.OnChanged = func() {
		chosen, _ := p.period.Value()
		if (chosen == model.Period{}) {
			p.showOwn(true)
			kit.Focus(p.from)
			return
		}
		p.showOwn(false)
		p.question.Period = chosen
		p.ask()
	}
	day := func(word string, settled func()) *kit.DateField {
		f := kit.NewDateField()
		f.Today = p.desk.Today
		f.SetLabel(words.T(word))
		f.OnSettled = settled
		f.SetOnProblem(func(wrong kit.Problem) { p.warn(wrong.Sentence) })
		return f
	}
	p.from, p.until = day("reports.period.from", p.ownDays), day("reports.period.until", p.ownDays)
	p.asOf = day("reports.as_of", p.settleDay)
}

// warn says what is wrong with a day, and takes back what was said before; an empty sentence does only that.
func (p *page) warn(sentence string) {
	if p.warned != "" {
		p.desk.Messages.Withdraw(p.warned)
	}
	if p.warned = sentence; sentence != "" {
		p.desk.Messages.Warn(sentence)
	}
}

// settleDay takes the day as of which the report is; emptied, the field shows again the day that holds.
func (p *page) settleDay() {
	d, ok := p.asOf.Value()
	switch {
	case !ok || d == p.question.AsOf:
	case d.IsZero():
		p.asOf.SetValue(p.question.AsOf)
	default:
		p.question.AsOf = d
		p.ask()
	}
}

// ownDays takes days of one's own as soon as they make a period.
func (p *page) ownDays() {
	from, ok := p.from.Value()
	until, ok2 := p.until.Value()
	own := model.Period{From: from, Until: until}
	switch {
	case !ok || !ok2 || from.IsZero() || until.IsZero() || own == p.question.Period:
	case until.Before(from):
		p.warn(words.T("reports.period.backwards"))
	default:
		p.question.Period = own
		p.ask()
	}
}

func (p *page) makeTown(centre model.Centre) {
	var options []kit.Option[model.Municipality]
	for _, m := range centre.Municipalities {
		name := m.Name(words.Current())
		options = append(options, kit.Option[model.Municipality]{Value: model.Municipality{Code: m.Code, Name: name}, Label: name})
	}
	if !slices.ContainsFunc(options, func(o kit.Option[model.Municipality]) bool { return o.Value.Same(p.question.Municipality) }) {
		p.question.Municipality = model.Municipality{} // it is of another region, or gone from this one
	}
	p.town = kit.NewSelect(options)
	p.town.SetHint(words.T("reports.region"))
	p.town.SetLabel(words.T("reports.town"))
	p.town.OnChanged = func() {
		p.question.Municipality, _ = p.town.Value()
		p.ask()
	}
	for _, o := range options {
		if o.Value.Same(p.question.Municipality) {
			p.town.SetValue(o.Value)
		}
	}
}

// showQuestion shows the period and the day in their inputs.
func (p *page) showQuestion() {
	offered := periods(p.desk.Today(), p.seasons)
	if slices.ContainsFunc(offered, func(o kit.Option[model.Period]) bool { return o.Value == p.question.Period }) {
		p.period.SetValue(p.question.Period)
		p.showOwn(false)
	} else {
		p.period.SetValue(model.Period{})
		p.showOwn(true)
	}
	p.from.SetValue(p.question.Period.From)
	p.until.SetValue(p.question.Period.Until)
	p.asOf.SetValue(p.question.AsOf)
}

func (p *page) showOwn(own bool) {
	if p.own.Hidden == own {
		p.own.Hidden = !own
		p.settings.Refresh()
		p.content.Refresh()
	}
}

// turn goes to the period before or after.
func (p *page) turn(delta int) {
	p.question.Period = stepped(p.question.Period, delta, p.seasons)
	p.ask()
}

// ask reads the report anew with what was chosen, and remembers it.
func (p *page) ask() {
	p.warn("")
	p.showQuestion()
	remember(p.question, p.desk.Today())
	p.read()
}

// read reads the report and shows it, or says why there is none.
func (p *page) read() {
	p.report = nil
	defer func() {
		for _, b := range []*kit.Button{p.print, p.save} {
			if p.report == nil {
				b.Disable()
			} else {
				b.Enable()
			}
		}
	}()
	if p.subject != nil && p.question.Subject.ID == "" {
		p.roll.Set(kit.NewText(words.T("reports.choose." + string(p.question.Code))))
		return
	}
	if p.subject != nil {
		p.question.Period = model.YearPeriod(p.question.AsOf.Year()) // whatever was remembered: all of it is of that day
	}
	facts, err := report.Read(context.Background(), p.store, p.question)
	if err != nil {
		p.roll.Set(kit.Notice(kit.Danger, desk.Trouble(err).Text))
		return
	}
	r := report.Make(words.In(words.Current()), p.question, facts)
	if r.Personal && p.desk.Hidden() {
		p.roll.Set(kit.Notice(kit.Attention, words.T("reports.hidden")))
		return
	}
	p.report = &r
	p.roll.Set(sheet(r)...)
}

// Print opens the report as a PDF.
func (p *page) Print() {
	if p.report != nil {
		p.desk.PrintReport(*p.report)
	}
}

// give saves the report.
func (p *page) give() {
	if p.report != nil {
		p.desk.Give(*p.report)
	}
}
