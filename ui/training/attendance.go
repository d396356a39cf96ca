package training

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// attendanceForm edits who came on which day and who passed, all participants in one grid.
type attendanceForm struct {
	*eventPage
	days    []model.EventDay // by date
	draft   model.Event
	changed bool
	grid    *attendanceGrid
	summary *widget.Label
	rest    *kit.Button // enters the rest of the day with the cursor as present
	day     int         // of days, on which the cursor was last
	confirm *kit.Button
}

// openAttendance shows the grid in the place of the page.
func (p *eventPage) openAttendance() {
	f := &attendanceForm{eventPage: p, draft: copyOf(p.e), days: byDate(p.e.Days)}
	f.summary = widget.NewLabel("")
	f.summary.Wrapping, f.summary.Importance = fyne.TextWrapWord, widget.LowImportance
	f.confirm = kit.NewButton(words.T("training.attendance.confirm"), theme.ConfirmIcon(), f.confirmAll)
	f.rest = kit.NewButton("", nil, func() {
		f.restPresent(f.day)
		kit.Focus(f.grid)
	})
	f.grid = newAttendanceGrid(f)
	f.at(0)
	f.tell()
	p.register.OpenForm(kit.EditForm{Content: f.content(), First: f.grid, Changed: func() bool { return f.changed }, Save: f.trySave})
	kit.Focus(f.grid)
}

func (f *attendanceForm) content() fyne.CanvasObject {
	title := widget.NewLabelWithStyle(words.T("training.attendance.title", "name", f.name()), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName, title.Truncation = theme.SizeNameSubHeadingText, fyne.TextTruncateEllipsis
	keys := kit.NewText(words.T("training.attendance.keys", "present", f.grid.letters.present, "absent", f.grid.letters.absent))
	keys.Importance = widget.LowImportance
	top := container.New(layout.NewCustomPaddedLayout(4, 4, 8, 8), container.NewVBox(title, keys))
	save := kit.NewPrimaryButton(words.T("form.save"), theme.DocumentSaveIcon(), f.register.Save)
	cancel := kit.NewButton(words.T("kit.cancel"), nil, f.register.Leave)
	bottom := container.NewVBox(f.summary, container.NewPadded(container.NewHBox(save, cancel, f.rest, f.confirm)))
	// the layout by itself, because container.NewBorder puts top and bottom first for Tab
	return container.New(layout.NewBorderLayout(top, bottom, nil, nil), top, f.grid, bottom)
}

// at notes on which day the cursor is; the columns after the days leave it where it was.
func (f *attendanceForm) at(column int) {
	if column < len(f.days) {
		f.day = column
		f.rest.SetText(words.T("training.attendance.all", "day", shortDay(f.days[column].Date)))
	}
}

// tell says how it stands, and offers to confirm what is proposed.
func (f *attendanceForm) tell() {
	f.summary.SetText(words.Capital(f.in.List(attendanceSummary(f.draft))))
	if awaiting(f.draft) == 0 {
		f.confirm.Disable()
	} else {
		f.confirm.Enable()
	}
}

func (f *attendanceForm) touch() {
	f.changed = true
	f.tell()
}

// confirmAll takes over what is proposed about those of whom nobody has said anything.
func (f *attendanceForm) confirmAll() {
	confirmProposals(&f.draft)
	f.touch()
	f.grid.Refresh()
	kit.Focus(f.grid) // the button has nothing more to do
}

// restPresent enters as present, for one day, everybody of whom nothing is entered.
func (f *attendanceForm) restPresent(day int) {
	for i := range f.draft.Participations {
		if f.attendance(i, day) == "" {
			f.enter(i, day, model.Yes)
		}
	}
	f.grid.Refresh()
}

// attendance is whether a participant came on a day: yes, no, or nothing entered.
func (f *attendanceForm) attendance(participant, day int) model.Answer {
	came, entered := f.draft.Participations[participant].Days[f.days[day].ID]
	switch {
	case !entered:
		return ""
	case came:
		return model.Yes
	default:
		return model.No
	}
}

// enter says whether a participant came on a day; the empty answer takes back what was said.
func (f *attendanceForm) enter(participant, day int, came model.Answer) {
	x := &f.draft.Participations[participant]
	if x.Days == nil {
		x.Days = map[model.ID]bool{}
	}
	if id := f.days[day].ID; came == "" {
		delete(x.Days, id)
	} else {
		x.Days[id] = came == model.Yes
	}
	f.touch()
}

// pass says whether a participant has passed.
func (f *attendanceForm) pass(participant int, passed model.Answer) {
	f.draft.Participations[participant].Passed = passed
	f.touch()
}

// trySave keeps what was entered, and leaves everything else of the event as it is.
func (f *attendanceForm) trySave() (id string, ok bool) {
	saved := f.update(f.e.ID, words.T("training.attendance.saved", "name", f.name()), func(e *model.Event) {
		e.Participations = slices.Clone(e.Participations)
		for i := range e.Participations {
			x := &e.Participations[i]
			for _, entered := range f.draft.Participations {
				if entered.ID == x.ID {
					x.Days, x.Passed = maps.Clone(entered.Days), entered.Passed
				}
			}
		}
	})
	if !saved {
		return "", false
	}
	f.changed = false
	return string(f.e.ID), true
}
