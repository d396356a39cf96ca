package training

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// How much of a long list is shown at first; what is left out is counted.
const (
	shownNames    = 12
	shownExpiries = 100
)

// needsView says who lacks what by a day, whose training runs out soon, and which extensions were made.
type needsView struct {
	s      *Screen
	day    model.Date // by which
	within int        // days, of those that run out

	date    *kit.DateField
	choice  *kit.Select[int]
	lacking *fyne.Container   // what is needed, at the left
	soon    *fyne.Container   // what runs out and what was extended, at the right
	scroll  *container.Scroll // around lacking
	list    fyne.CanvasObject // everything but the form
	root    *fyne.Container
	form    *extendForm // in place of the list, nil = none
	expired []model.Expiry
}

func newNeedsView(s *Screen) *needsView {
	v := &needsView{s: s, day: nextSpring(s.desk.Today()), within: model.ExpiringDays, root: container.NewStack()}
	v.lacking, v.soon = kit.Column(), kit.Column()
	v.date = kit.NewDateField()
	v.date.Today = s.desk.Today
	v.date.SetValue(v.day)
	v.date.SetLabel(words.T("training.need.by"))
	v.date.OnChanged = func() {
		if d, ok := v.date.Value(); ok && !d.IsZero() && d != v.day {
			v.day = d
			v.fill()
		}
	}
	var spans []kit.Option[int]
	for _, n := range []int{30, 60, 90} {
		spans = append(spans, kit.Option[int]{Value: n, Label: words.N("training.need.within", n)})
	}
	v.choice = kit.NewSelect(spans)
	v.choice.Required = true
	v.choice.SetValue(v.within)
	v.choice.SetLabel(words.T("training.need.expiring"))
	v.choice.OnChanged = func() {
		v.within, _ = v.choice.Value()
		v.fill()
	}
	v.scroll = needsScroll(v.lacking)
	v.list = container.NewGridWithColumns(2, v.scroll, needsScroll(v.soon))
	v.root.Objects = []fyne.CanvasObject{v.list}
	v.Reload()
	return v
}

// nextSpring is the next first of March.
func nextSpring(today model.Date) model.Date {
	day, _ := model.NewDate(today.Year(), time.March, 1)
	if day.Before(today) {
		day, _ = model.NewDate(today.Year()+1, time.March, 1)
	}
	return day
}

// Content is the view on the screen.
func (v *needsView) Content() fyne.CanvasObject { return v.root }

// Reload reads the records again; an open form is left alone.
func (v *needsView) Reload() {
	if _, err := v.s.read(); err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	v.fill()
}

// fill writes the list anew. The two choices in it stay the same widgets, so that they keep the keyboard.
func (v *needsView) fill() {
	r := v.s.records
	v.expired = model.ExpiringOn(r.today, v.within, r.leaders, r.programmes, r.record)
	wide := func(width float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(width, o.MinSize().Height), o)
	}
	list := kit.NewQuietButton(words.T("kit.register.list"), nil, v.List) // of both sides
	v.lacking.Objects = []fyne.CanvasObject{
		kit.Section(words.T("training.need.title"), kit.Column(container.NewPadded(container.NewHBox(list)), v.needs()), widget.NewLabel(words.T("training.need.by")), wide(130, v.date)),
	}
	v.soon.Objects = []fyne.CanvasObject{
		kit.Section(words.T("training.need.expiring"), kit.Column(container.NewPadded(v.extendButton()), v.expiries()), wide(160, v.choice)),
	}
	if made := v.extensions(); made != nil {
		v.soon.Add(kit.Section(words.T("training.extend.made"), made))
	}
	v.lacking.Refresh()
	v.soon.Refresh()
}

func needsScroll(body fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 16, 8, 14), body))
}

// reveal scrolls so that a button with the keyboard is seen, and the line that it belongs to.
func (v *needsView) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(v.scroll).Y
	offset := v.scroll.Offset
	const line = 60
	if beyond := top + line - v.scroll.Size().Height; beyond > 0 {
		offset.Y += beyond
	} else if top < line {
		offset.Y = max(0, offset.Y+top-line)
	}
	v.scroll.ScrollToOffset(offset)
}

// needs lists what is lacking, by municipality and task.
func (v *needsView) needs() fyne.CanvasObject {
	r := v.s.records
	all := model.NeedsOn(v.day, r.leaders, r.programmes, r.record)
	if len(all) == 0 {
		text := words.T("training.need.none")
		if !recommends(r.programmes) {
			text = words.T("training.need.no_recommendation")
		}
		return kit.NewText(text)
	}
	lines := kit.Column()
	var municipality model.Municipality
	var task model.TaskKind
	for i, n := range all {
		if i == 0 || n.Municipality != municipality {
			lines.Add(needHeading(r.municipalityName(n.Municipality), theme.SizeNameText))
			task = ""
		}
		if n.Task != task {
			lines.Add(needHeading(taskWord(n.Task), theme.SizeNameCaptionText))
		}
		municipality, task = n.Municipality, n.Task
		lines.Add(v.need(n))
	}
	return lines
}

// recommends reports whether any programme is recommended for a task; without that nothing can be lacking.
func recommends(programmes []model.Programme) bool {
	for _, p := range programmes {
		if len(p.Tasks) > 0 {
			return true
		}
	}
	return false
}

func needHeading(text string, size fyne.ThemeSizeName) fyne.CanvasObject {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.SizeName, l.Truncation = size, fyne.TextTruncateEllipsis
	return l
}

// municipalityName is the municipality in the language of the window, or as it was typed.
func (r *records) municipalityName(m model.Municipality) string {
	for _, own := range r.centre.Municipalities {
		if own.Code == m.Code && m.Code != "" {
			return own.Name(words.Current())
		}
	}
	if m.Name == "" {
		return words.T("training.need.no_municipality")
	}
	return m.Name
}

// need is one line: the programme, how many of how many lack it, who they are, and the button that plans an event.
func (v *needsView) need(n model.Need) fyne.CanvasObject {
	text := widget.NewLabel(v.needText(n))
	text.Wrapping = fyne.TextWrapWord
	plan := kit.NewButton(words.T("training.need.plan"), theme.ContentAddIcon(), func() { v.s.NewEvent(n.ProgrammeID, v.notEnrolled(n)) })
	plan.SetOnFocus(func() { v.reveal(plan) })
	return container.NewBorder(nil, nil, nil, container.NewVBox(plan), text)
}

func (v *needsView) needText(n model.Need) string {
	r := v.s.records
	var names []string
	for i, id := range n.Leaders {
		if i == shownNames {
			names = append(names, words.N("training.need.others", len(n.Leaders)-shownNames))
			break
		}
		names = append(names, v.s.desk.Person(r.leaderName(id)))
	}
	said := words.T("training.need.line", "programme", r.programmeName(n.ProgrammeID), "lack", len(n.Leaders), "all", n.Concerned)
	if n.Planned > 0 {
		said += " " + words.N("training.need.planned", n.Planned)
	}
	return said + "\n" + strings.Join(names, ", ")
}

// notEnrolled are those who lack the programme and do not take part in a planned event yet.
func (v *needsView) notEnrolled(n model.Need) []model.ID {
	r := v.s.records
	var out []model.ID
	for _, id := range n.Leaders {
		if s := r.record.StandingOn(v.day, id, r.programmeOf[n.ProgrammeID]); s.PlannedIn == "" {
			out = append(out, id)
		}
	}
	return out
}

// expiries lists whose training runs out, the first to run out first.
func (v *needsView) expiries() fyne.CanvasObject {
	if len(v.expired) == 0 {
		return kit.NewText(words.N("training.need.nothing_expires", v.within))
	}
	r := v.s.records
	lines := kit.Column()
	for i, x := range v.expired {
		if i == shownExpiries {
			lines.Add(kit.NewText(words.N("training.need.others", len(v.expired)-shownExpiries)))
			break
		}
		text := words.Joined(words.In(words.Current()).Date(x.Standing.Until), v.s.desk.Person(r.leaderName(x.LeaderID)), r.programmeName(x.ProgrammeID))
		if !x.Standing.PlannedOn.IsZero() {
			text = words.Joined(text, words.T("training.matrix.planned_on", "day", words.In(words.Current()).Date(x.Standing.PlannedOn)))
		}
		chip := kit.Chip{Word: words.Code(words.In(words.Current()), "standing.state", x.Standing.State), Tone: standingTones[x.Standing.State]}
		if x.Standing.State == model.StandingGrace {
			chip.Icon = theme.ViewRefreshIcon()
		}
		link := kit.NewLink(text, func() { v.s.desk.Open(model.KindLeader, x.LeaderID) })
		lines.Add(container.NewBorder(nil, nil, nil, container.NewCenter(kit.NewStateChip(chip)), link))
	}
	return lines
}
