package training

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// matrixData is how all leaders stand with the programmes on a day.
type matrixData struct {
	day            model.Date
	programmes     []model.Programme // those that are in use, and those that somebody has
	rows           []matrixRow
	municipalities []string // in which there are leaders, alphabetically
}

// matrixRow is one leader.
type matrixRow struct {
	leader       *model.Leader
	state        model.LeaderState
	municipality string
	standings    []model.Standing // by programme
}

// matrixOn judges every leader on the day in one pass. The anonymised are nobody's row.
func (r *records) matrixOn(day model.Date) matrixData {
	d := matrixData{day: day, programmes: r.programmes}
	has := make([]bool, len(r.programmes))
	names := map[string]string{}
	for _, m := range r.centre.Municipalities {
		names[m.Code] = m.Name(words.Current())
	}
	places := map[string]bool{}
	all := make([]model.Standing, len(r.leaders)*len(r.programmes))
	for i := range r.leaders {
		l := &r.leaders[i]
		if l.Anonymised() {
			continue
		}
		row := matrixRow{leader: l, state: l.StatusOn(day).State, municipality: l.Municipality.Name}
		if name, own := names[l.Municipality.Code]; own && l.Municipality.Code != "" {
			row.municipality = name
		}
		places[row.municipality] = true
		row.standings, all = all[:len(r.programmes):len(r.programmes)], all[len(r.programmes):]
		for j := range r.programmes {
			row.standings[j] = r.record.StandingOn(day, l.ID, r.programmes[j])
			has[j] = has[j] || row.standings[j].State != model.StandingMissing
		}
		d.rows = append(d.rows, row)
	}
	delete(places, "")
	for place := range places {
		d.municipalities = append(d.municipalities, place)
	}
	slices.SortFunc(d.municipalities, func(a, b string) int { return strings.Compare(model.SortKey(a), model.SortKey(b)) })
	d.leaveOut(has)
	return d
}

// leaveOut takes programmes away of which no more events are held and which nobody has.
func (d *matrixData) leaveOut(has []bool) {
	var kept []int
	for j, p := range d.programmes {
		if !p.Ended || has[j] {
			kept = append(kept, j)
		}
	}
	if len(kept) == len(d.programmes) {
		return
	}
	programmes := make([]model.Programme, len(kept))
	for k, j := range kept {
		programmes[k] = d.programmes[j]
	}
	d.programmes = programmes
	for i := range d.rows {
		standings := make([]model.Standing, len(kept))
		for k, j := range kept {
			standings[k] = d.rows[i].standings[j]
		}
		d.rows[i].standings = standings
	}
}

// matrixChoice is whom the matrix shows; what is empty does not choose.
type matrixChoice struct {
	municipality string
	task         model.TaskKind
	state        model.LeaderState // empty = all who have not ended
}

// filtered returns the rows that are chosen.
func (d matrixData) filtered(c matrixChoice) []int {
	var out []int
	for i := range d.rows {
		row := &d.rows[i]
		switch {
		case c.state == "" && row.state == model.LeaderEnded, c.state != "" && row.state != c.state:
		case c.municipality != "" && row.municipality != c.municipality:
		case c.task != "" && !slices.ContainsFunc(row.leader.Tasks, func(t model.LeaderTask) bool {
			return t.Kind == c.task && t.CurrentOn(d.day)
		}):
		default:
			out = append(out, i)
		}
	}
	return out
}

// standingTones chooses colour and symbol; the word says which it is.
var standingTones = map[model.StandingState]kit.Tone{
	model.StandingValid: kit.OK, model.StandingExpiring: kit.Attention, model.StandingGrace: kit.Attention,
	model.StandingExpired: kit.Danger,
}

// standingCell says a standing in one or two words: valid, the last day of one that expires, and when the next event is
// for which the leader has been entered.
func standingCell(s model.Standing, day model.Date) kit.MatrixCell {
	c := kit.MatrixCell{Word: words.T("training.matrix.short." + string(s.State)), Tone: standingTones[s.State]}
	switch s.State {
	case model.StandingExpiring:
		c.Word = dayWithin(s.Until, day)
	case model.StandingGrace:
		c.Icon = theme.ViewRefreshIcon()
	case model.StandingMissing:
		if s.PlannedIn == "" {
			return c
		}
		c.Tone, c.Word, c.Icon = kit.Waiting, words.T("training.matrix.short.planned"), theme.CalendarIcon()
		if !s.PlannedOn.IsZero() {
			c.Word = dayWithin(s.PlannedOn, day)
		}
		return c
	}
	if s.PlannedIn != "" {
		c.Mark = theme.CalendarIcon()
	}
	return c
}

// dayWithin is a day without its year while that is the year of the reader.
func dayWithin(d, today model.Date) string {
	if d.Year() == today.Year() {
		return shortDay(d)
	}
	return words.In(words.Current()).Date(d)
}

// standingSentence says a standing in full.
func standingSentence(s model.Standing) string {
	in := words.In(words.Current())
	said := words.Code(in, "standing.state", s.State)
	if until := untilText(s); until != "" {
		said += ", " + until
	}
	if !s.On.IsZero() {
		said = words.Joined(said, words.T("training.matrix.completed", "day", in.Date(s.On)))
		if s.EventID == "" {
			said += " " + words.T("training.matrix.elsewhere")
		}
	}
	switch {
	case s.PlannedIn == "":
	case s.PlannedOn.IsZero():
		said = words.Joined(said, words.T("training.matrix.planned"))
	default:
		said = words.Joined(said, words.T("training.matrix.planned_on", "day", in.Date(s.PlannedOn)))
	}
	return said
}

// matrixLegend says what the symbols mean.
func matrixLegend() fyne.CanvasObject {
	in := words.In(words.Current())
	row := kit.Flow()
	for _, state := range model.StandingStates() {
		word := words.Code(in, "standing.state", state)
		if state == model.StandingMissing {
			row.Add(kit.NewStateChip(kit.Chip{Word: word, Icon: theme.ContentRemoveIcon()}))
			continue
		}
		chip := kit.Chip{Word: word, Tone: standingTones[state]}
		if state == model.StandingGrace {
			chip.Icon = theme.ViewRefreshIcon()
		}
		row.Add(kit.NewStateChip(chip))
	}
	row.Add(kit.NewStateChip(kit.Chip{
		Word: words.T("training.matrix.legend.planned"), Tone: kit.Waiting, Icon: theme.CalendarIcon(),
	}))
	return container.New(layout.NewCustomPaddedLayout(0, 6, 6, 6), row)
}

func leaderStateWord(s model.LeaderState) string {
	return words.Capital(words.Code(words.In(words.Current()), "leader.state", s))
}

func taskOptions() []kit.Option[model.TaskKind] {
	var out []kit.Option[model.TaskKind]
	for _, t := range model.TaskKinds() {
		out = append(out, kit.Option[model.TaskKind]{Value: t, Label: taskWord(t)})
	}
	return out
}
