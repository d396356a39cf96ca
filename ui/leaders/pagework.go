package leaders

import (
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

// tasks are those of today and to come, then those that are over.
func (p *page) tasks() fyne.CanvasObject {
	var now, over []kit.Fact
	for _, t := range slices.Backward(p.l.Tasks) {
		text := p.records.taskName(t)
		if name := p.records.names.Name(t.OrganisationID, words.Current()); name != "" {
			text += "\n" + name
		}
		label, chip := p.taskTerm(t), kit.Chip{}
		switch {
		case t.OverBy(p.records.today):
			chip = kit.Chip{Word: words.T("leaders.task.over"), Tone: kit.Past}
		case !t.CurrentOn(p.records.today):
			chip = kit.Chip{Word: words.T("leaders.task.coming"), Tone: kit.Waiting}
		}
		fact := kit.Fact{Label: label, Value: kit.WithChip(kit.NewText(text), chip)}
		if t.OverBy(p.records.today) {
			over = append(over, fact)
		} else {
			now = append(now, fact)
		}
	}
	var content fyne.CanvasObject = kit.Facts(append(now, over...)...)
	if len(now)+len(over) == 0 {
		content = kit.NewText(words.T("leaders.no_tasks"))
	}
	return kit.Section(words.T("leaders.section.tasks"), content, p.adder("task", p.addTask)...)
}

// adder is the button at the right of a section that adds something to it; none for one who is anonymised.
func (p *page) adder(verb string, do func(model.Leader)) []fyne.CanvasObject {
	if p.l.Anonymised() {
		return nil
	}
	return []fyne.CanvasObject{kit.NewQuietButton(words.T("leaders.do."+verb), nil, func() { do(p.l) })}
}

func (p *page) taskTerm(t model.LeaderTask) string {
	if t.From.IsZero() && t.Until.IsZero() {
		return words.T("leaders.task.undated")
	}
	return p.term(t.From, t.Until)
}

// term is from a day until another, either of which may be open.
func (p *page) term(from, until model.Date) string {
	if from.IsZero() {
		return words.T("leaders.until_day", "date", p.in.Date(until))
	}
	return p.in.DateRange(from, until)
}

// taskName is the kind of a task with what it says of itself: "perhekahvilaohjaaja, Sarkan tiistairyhmä".
func (r *records) taskName(t model.LeaderTask) string {
	word := words.Capital(taskWord(t.Kind))
	switch {
	case t.Description == "":
		return word
	case t.Kind == model.OtherTask:
		return words.Capital(t.Description)
	default:
		return word + ", " + t.Description
	}
}

// presence is when the leader usually can come, and when not.
func (p *page) presence() fyne.CanvasObject {
	if p.l.Anonymised() {
		return nil
	}
	content := kit.Column()
	if p.l.Availability.Said() {
		content.Add(availabilityTable(p.in, p.l.Availability))
	} else {
		content.Add(kit.NewText(words.T("leaders.availability_not_said")))
	}
	var facts []kit.Fact
	for _, a := range slices.Backward(p.l.Absences) {
		if !a.Until.IsZero() && a.Until.Before(p.records.today.AddMonths(-12)) {
			continue // long over
		}
		chip := kit.Chip{}
		if a.Covers(p.records.today) {
			chip = kit.Chip{Word: words.T("leaders.absent_today"), Tone: kit.Waiting}
		}
		title := p.desk.Personal(a.Title)
		if title == "" {
			title = words.T("leaders.absence")
		}
		facts = append(facts, kit.Fact{Label: p.in.DateRange(a.From, a.Until), Value: kit.WithChip(kit.NewText(title), chip)})
	}
	if len(facts) > 0 {
		heading := kit.NewText(words.T("leaders.absences"))
		heading.TextStyle.Bold = true
		content.Add(heading)
		content.Add(kit.Facts(facts...))
	}
	return kit.Section(words.T("leaders.section.presence"), content, p.adder("absence", p.addAbsence)...)
}

// availabilityTable shows the parts of the day below each other and the days of the week beside each other: a word and
// a tick where the leader is free, a dash where not.
func availabilityTable(in words.In, a model.Availability) fyne.CanvasObject {
	cell := func(text string, align fyne.TextAlign, bold bool) fyne.CanvasObject {
		l := widget.NewLabelWithStyle(text, align, fyne.TextStyle{Bold: bold})
		l.SizeName = theme.SizeNameText
		return l
	}
	grid := container.New(&slotTable{first: 120, other: 52}, cell("", fyne.TextAlignLeading, false))
	for _, d := range model.Weekdays() {
		grid.Add(cell(in.WeekdayShort(d), fyne.TextAlignCenter, true))
	}
	for _, part := range model.DayParts() {
		grid.Add(cell(words.Capital(words.Code(in, "day_part", part)), fyne.TextAlignLeading, false))
		for _, d := range model.Weekdays() {
			if !a.Free(d, part) {
				l := cell("–", fyne.TextAlignCenter, false).(*widget.Label)
				l.Importance = lowImportance
				grid.Add(l)
				continue
			}
			tick := widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), theme.ColorNameSuccess))
			grid.Add(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 0), tick))
		}
	}
	return grid
}

// slotTable is the rows of the availability table, drawn closer together than labels are.
type slotTable struct{ first, other float32 } // widths of the first column and of the others

const slotRow = 27 // height of a row

// Layout is Fyne's.
func (t *slotTable) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	for i, o := range objects {
		row, column := float32(i/8), i%8
		x, width := float32(0), t.first
		if column > 0 {
			x, width = t.first+float32(column-1)*t.other, t.other
		}
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(x, row*slotRow+(slotRow-h)/2))
	}
}

// MinSize is Fyne's.
func (t *slotTable) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(t.first+7*t.other, float32((len(objects)+7)/8)*slotRow)
}
