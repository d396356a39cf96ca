package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// FirstStart is what the first start needs of the shell.
type FirstStart struct {
	Language model.Language // to begin with
	// Speak makes the window speak a language from now on.
	Speak func(model.Language) error
	// OpenSample opens the sample region in a window of its own; nil does not offer it.
	OpenSample func() error
	// Done is called when the centre is saved.
	Done func()
}

// First asks three things, one at a time: the language, the own centre, the municipalities of the region.
type First struct {
	d     *desk.Desk
	store Store
	start FirstStart

	step           int // 0…2
	language       model.Language
	name, region   string // in that language
	rest           model.Centre
	warned         bool // of what can be wrong and still be so
	root           *fyne.Container
	form           *kit.Form // nil in the first step
	languages      map[model.Language]*kit.Button
	next           *kit.Button
	sampleProgress *widget.Label
}

// lastStep is the step that saves.
const lastStep = 2

// NewFirstStart makes the first step.
func NewFirstStart(d *desk.Desk, store Store, start FirstStart) *First {
	f := &First{d: d, store: store, start: start, language: start.Language, root: container.NewStack()}
	f.draw()
	return f
}

// Content is the step on the window.
func (f *First) Content() fyne.CanvasObject { return f.root }

// FocusFirst gives the focus to where the step begins. Enter goes on from every field, Esc goes back.
func (f *First) FocusFirst() {
	f.d.Dialogs.Window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) {
		switch key.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			f.Next()
		case fyne.KeyEscape:
			f.Back()
		}
	})
	if f.form != nil {
		f.form.FocusFirst()
	} else {
		kit.Focus(f.languages[f.language])
	}
}

// draw makes the step anew in the language of the window.
func (f *First) draw() {
	f.form, f.languages, f.warned = nil, nil, false
	step := []func() fyne.CanvasObject{f.languageStep, f.centreStep, f.regionStep}[f.step]()
	buttons := f.buttons()
	title := widget.NewLabelWithStyle(words.T([]string{
		"settings.first.language.title", "settings.first.centre.title", "settings.first.region.title",
	}[f.step]), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameSubHeadingText
	progress := widget.NewLabel(words.T("settings.first.step", "n", f.step+1, "all", lastStep+1))
	progress.Importance = widget.LowImportance
	head := container.NewVBox(f.welcome(), widget.NewSeparator(), container.NewHBox(title, layout.NewSpacer(), progress))
	page := container.New(layout.NewBorderLayout(head, buttons, nil, nil), head, step, buttons) // in the order of Tab
	f.root.Objects = []fyne.CanvasObject{container.New(middle{}, page)}
	f.root.Refresh()
}

// welcome says what the program does and that everything stays here.
func (f *First) welcome() fyne.CanvasObject {
	name := widget.NewLabelWithStyle("Kumppani", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	name.SizeName = theme.SizeNameHeadingText
	text := container.New(layout.NewCustomPaddedVBoxLayout(-8), name,
		kit.NewText(words.T("settings.first.what")), kit.NewText(words.T("settings.first.where")))
	return container.NewBorder(nil, nil, container.NewCenter(icon(84)), nil, text)
}

func (f *First) buttons() fyne.CanvasObject {
	word := "settings.first.next"
	if f.step == lastStep {
		word = "settings.first.begin"
	}
	f.next = kit.NewPrimaryButton(words.T(word), nil, f.Next)
	row := container.NewHBox(layout.NewSpacer())
	if f.step > 0 {
		row.Add(kit.NewButton(words.T("settings.first.back"), nil, f.Back))
	}
	row.Add(f.next)
	all := container.NewVBox(row)
	if f.start.OpenSample != nil {
		f.sampleProgress = widget.NewLabel(words.T("settings.first.sample.text"))
		f.sampleProgress.Importance, f.sampleProgress.Wrapping = widget.LowImportance, fyne.TextWrapWord
		open := kit.NewQuietButton(words.T("settings.first.sample"), theme.SearchIcon(), f.openSample)
		all.Add(widget.NewSeparator())
		all.Add(container.New(layout.NewBorderLayout(nil, nil, open, nil), open, f.sampleProgress))
	}
	return all
}

func (f *First) openSample() {
	if err := f.start.OpenSample(); err != nil {
		f.d.Fail(err, nil)
		return
	}
	f.sampleProgress.SetText(words.T("settings.first.sample.opening"))
}

func (f *First) languageStep() fyne.CanvasObject {
	f.languages = map[model.Language]*kit.Button{}
	row := container.NewGridWithColumns(len(model.Languages()))
	for _, l := range model.Languages() {
		b := kit.NewButton(ownName(l), nil, func() { f.speak(l) })
		markChosen(b, l == f.language)
		f.languages[l] = b
		row.Add(b)
	}
	return container.NewVBox(kit.NewText(words.T("settings.first.language.text")), row)
}

// speak takes the language and goes to the button that goes on.
func (f *First) speak(l model.Language) {
	if err := f.start.Speak(l); err != nil {
		f.d.Fail(err, nil)
		return
	}
	f.language = l
	f.draw()
	kit.Focus(f.next)
}

func (f *First) centreStep() fyne.CanvasObject {
	f.form = kit.NewForm()
	b := f.bind()
	f.form.Row(hint(form.Required(b.Entry("name", &f.name, model.MaxName)), "settings.hint.first_name"))
	f.form.Row(b.Hinted(b.Entry("host", &f.rest.Host, model.MaxName)))
	f.form.Row(b.Entry("coordinator", &f.rest.Coordinator, model.MaxName))
	f.form.Row(b.Entry("phone", &f.rest.Phone, model.MaxShort))
	f.form.Row(b.Entry("email", &f.rest.Email, model.MaxShort))
	return f.form
}

func (f *First) regionStep() fyne.CanvasObject {
	f.form = kit.NewForm()
	b := f.bind()
	f.form.Row(b.Hinted(b.Entry("region", &f.region, model.MaxName)))
	f.form.Row(b.Hinted(b.Field("municipalities", municipalityInput(&f.rest.Municipalities, f.touch))))
	return f.form
}

func (f *First) bind() form.Binder {
	return form.Bind("settings.field.", "settings.hint.", f.d.Today, f.touch)
}

// touch takes away what was amiss: it is being put right, and the next step looks anew.
func (f *First) touch() {
	if f.warned {
		f.warned = false
		f.form.SetProblems(nil)
	}
}

// centre is what was answered so far.
func (f *First) centre() model.Centre {
	c := f.rest
	c.Name = model.TextIn(f.language, strings.TrimSpace(f.name))
	c.Region = model.TextIn(f.language, strings.TrimSpace(f.region))
	c.Language, c.LeadDays = f.language, model.DefaultLeadDays
	return c
}

// Back goes to the step before.
func (f *First) Back() {
	if f.step > 0 {
		f.step--
		f.draw()
		f.FocusFirst()
	}
}

// Next goes to the next step, or saves after the last.
func (f *First) Next() {
	if f.form != nil && !f.sound() {
		return
	}
	if f.step == lastStep {
		f.save()
		return
	}
	f.step++
	f.draw()
	f.FocusFirst()
}

// sound shows what is amiss in the step and reports whether it can be left: a warning is shown once.
func (f *First) sound() bool {
	problems := form.Said(f.centre().Check(), "name")
	refused := false
	for i := range problems {
		problems[i].Field = strings.TrimSuffix(problems[i].Field, "_"+string(f.language))
		refused = refused || !problems[i].Warning
	}
	elsewhere := f.form.SetProblems(problems)
	if len(elsewhere) == len(problems) || !refused && f.warned {
		return true
	}
	f.warned = true
	f.form.FocusFirstProblem()
	return false
}

func (f *First) save() {
	if err := f.store.SaveCentre(context.Background(), f.centre()); err != nil {
		f.d.Fail(err, nil)
		return
	}
	f.start.Done()
}

// middle sets its one object in the middle, no wider than what is read in comfort.
type middle struct{}

const (
	firstWidth  = 760
	firstHeight = 560
)

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	of := fyne.NewSize(min(firstWidth, size.Width-32), min(firstHeight, size.Height-24))
	objects[0].Resize(of)
	objects[0].Move(fyne.NewPos((size.Width-of.Width)/2, (size.Height-of.Height)/3))
}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
