package network

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// practiceView is the table of practices in the municipalities: a row for each practice under the name of its area, a
// column for each municipality. It edits the draft of the year.
type practiceView struct {
	v       *Year
	rows    []practiceLine
	whole   map[model.PracticeArea]bool // areas of which every practice is shown, those that nobody has too
	grid    *kit.Matrix
	detail  *widget.Label
	content fyne.CanvasObject
}

// practiceLine is one row of the table: the name of an area, a practice, or how many more there are.
type practiceLine struct {
	area     model.PracticeArea
	practice model.Practice // empty in the other two
	row      model.PracticeRow
	inUse    []int // of the area, by municipality
	hidden   int   // practices of a long area that are not shown
}

// longArea is how many practices an area shows at least, used or not.
const longArea = 5

// practiceNames is enough for most of the names of practices, in Fyne's units.
const practiceNames = 330

func newPracticeView(v *Year) *practiceView {
	p := &practiceView{v: v, whole: map[model.PracticeArea]bool{}, grid: kit.NewMatrix(), detail: widget.NewLabel("")}
	p.detail.Truncation = fyne.TextTruncateEllipsis
	p.grid.NameWidth = practiceNames
	p.grid.Cell, p.grid.Spoken, p.grid.OnOpen, p.grid.OnType = p.cell, p.spoken, p.open, p.typed
	p.grid.OnMoved = func(row, column int) { p.detail.SetText(p.spoken(row, column)) }
	p.grid.SetLabel(words.T("network.year.part.practices"))
	bottom := kit.Flow(kit.NewPrimaryButton(words.T("form.save"), theme.DocumentSaveIcon(), v.Save))
	for _, s := range append(model.PracticeStages(), model.PracticeRegistered) {
		bottom.Add(container.NewCenter(kit.NewStateChip(kit.Chip{Word: stageWord(s), Tone: stageTone(s), Icon: stageIcon(s)})))
	}
	foot := kit.Column(widget.NewSeparator(), p.detail, container.NewPadded(bottom))
	p.content = kit.Between(kit.NewText(words.T("network.practice.how")), p.grid, foot)
	if len(v.facts.municipalities) == 0 {
		p.content = kit.NewText(words.T("network.practice.no_municipalities"))
	}
	p.fill()
	return p
}

// fill makes the rows of the draft anew.
func (p *practiceView) fill() {
	towns := p.v.facts.municipalities
	p.rows = p.rows[:0]
	for _, area := range model.PracticeAreas() {
		table := model.PracticeTable(area, towns, p.v.draft.practices, p.v.facts.evidence)
		head := practiceLine{area: area, inUse: make([]int, len(towns))}
		var shown []practiceLine
		for _, row := range table {
			for i, s := range row.Stages {
				if s.InUse() {
					head.inUse[i]++
				}
			}
			if len(table) <= longArea || p.whole[area] || len(row.Counts) > 0 {
				shown = append(shown, practiceLine{area: area, practice: row.Practice, row: row})
			}
		}
		p.rows = append(append(p.rows, head), shown...)
		if hidden := len(table) - len(shown); hidden > 0 {
			p.rows = append(p.rows, practiceLine{area: area, hidden: hidden})
		}
	}
	names := make([]string, len(p.rows))
	for i, line := range p.rows {
		names[i] = line.name()
	}
	p.grid.Set(names, p.v.facts.names)
	if row, column := p.grid.At(); row < len(p.rows) && column < len(towns) {
		p.detail.SetText(p.spoken(row, column))
	}
}

// name is what stands before the row.
func (l practiceLine) name() string {
	in := words.In(words.Current())
	area := words.Code(in, "practice.area", l.area)
	switch {
	case l.practice != "":
		return practiceName(in, l.practice)
	case l.hidden > 0:
		return words.N("network.practice.more", l.hidden)
	default:
		return strings.ToUpper(area)
	}
}

// practiceName names a practice under the name of its area: "isät" among the peer groups.
func practiceName(in words.In, p model.Practice) string {
	switch {
	case p.Audience() != "":
		return words.Capital(words.Code(in, "audience", p.Audience()))
	case p.PlaceKind() != "":
		return words.Capital(words.Code(in, "place.kind", p.PlaceKind()))
	case p.ProgrammeKind() != "":
		return words.Capital(words.Code(in, "programme.kind", p.ProgrammeKind()))
	default:
		return words.Capital(in.Practice(p))
	}
}

func stageWord(s model.PracticeStage) string {
	return words.Code(words.In(words.Current()), "practice.stage", s)
}

// stageTone is the colour of a stage; its word stands beside it.
func stageTone(s model.PracticeStage) kit.Tone {
	return map[model.PracticeStage]kit.Tone{
		model.PracticeTrial: kit.Attention, model.PracticeBecoming: kit.Waiting, model.PracticeEstablished: kit.OK,
		model.PracticeNotInUse: kit.Past, model.PracticeRegistered: kit.Neutral,
	}[s]
}

// stageIcon is the symbol of a stage where that of its tone says something else.
func stageIcon(s model.PracticeStage) fyne.Resource {
	switch s {
	case model.PracticeTrial:
		return theme.QuestionIcon()
	case model.PracticeRegistered:
		return theme.StorageIcon()
	default:
		return nil
	}
}

func (p *practiceView) cell(row, column int) kit.MatrixCell {
	line := p.rows[row]
	switch {
	case line.practice != "":
		s := line.row.Stages[column]
		cell := kit.MatrixCell{Word: stageWord(s), Tone: stageTone(s), Icon: stageIcon(s)}
		if p.v.draft.entry(p.v.facts.municipalities[column], line.practice).Detail != "" {
			cell.Mark = theme.DocumentIcon()
		}
		return cell
	case line.hidden == 0 && line.inUse[column] > 0:
		return kit.MatrixCell{Word: words.N("network.practice.in_use", line.inUse[column])}
	default:
		return kit.MatrixCell{}
	}
}

// spoken says a cell in a sentence.
func (p *practiceView) spoken(row, column int) string {
	line, town := p.rows[row], p.v.facts.names[column]
	in := words.In(words.Current())
	if line.practice == "" {
		said := words.Joined(words.Capital(words.Code(in, "practice.area", line.area)), town)
		if len(line.area.Practices()) > longArea {
			said += ": " + words.T("network.practice.open_area")
		}
		return said
	}
	stage := stageWord(line.row.Stages[column])
	if stage == "" {
		stage = words.T("network.practice.unsaid")
	}
	said := words.Joined(words.Capital(in.Practice(line.practice)), town) + ": " + stage
	m := p.v.facts.municipalities[column]
	if then := model.StageIn(m, line.practice, p.v.facts.last.Practices, nil); then != "" {
		said = words.Joined(said, lastYear(stageWord(then)))
	}
	return words.Joined(said, p.v.draft.entry(m, line.practice).Detail)
}

// open asks for the stage of a cell and what is to be said of it; on the name of an area it shows all its practices.
func (p *practiceView) open(row, column int) {
	if row < 0 {
		return
	}
	line := p.rows[row]
	if line.practice == "" {
		p.whole[line.area] = !p.whole[line.area]
		p.fill()
		return
	}
	if column < 0 {
		return
	}
	m := p.v.facts.municipalities[column]
	e := p.v.draft.entry(m, line.practice)
	fields := kit.NewFields()
	b := form.Bind("network.field.", "network.hint.", p.v.desk.Today, nil)
	fields.Row(form.Choice(b, "stage", form.Offered("practice.stage", model.PracticeStages()), &e.Stage))
	fields.Row(b.Area("detail", &e.Detail))
	form.Question{
		Title:  words.Joined(words.Capital(words.In(words.Current()).Practice(line.practice)), p.v.facts.names[column]),
		Verb:   words.T("network.practice.set"),
		Fields: fields,
		Write: func(context.Context) (string, error) {
			p.enter(e)
			return "", nil
		},
	}.Ask(p.v.desk)
}

// typed sets the stage of a cell by its number, and clears it by 0.
func (p *practiceView) typed(row, column int, r rune) {
	line, stages := p.rows[row], model.PracticeStages()
	n := int(r - '0')
	if line.practice == "" || n < 0 || n > len(stages) {
		return
	}
	e := p.v.draft.entry(p.v.facts.municipalities[column], line.practice)
	e.Stage = ""
	if n > 0 {
		e.Stage = stages[n-1]
	}
	p.enter(e)
}

// enter keeps an entry in the draft.
func (p *practiceView) enter(e model.PracticeEntry) {
	p.v.draft.enter(e)
	p.v.sheet.Touch()
	p.fill()
}
