package training

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// programmesView is the register of programmes.
type programmesView struct {
	s        *Screen
	register *kit.RegisterView[programmeEntry]
	nine     *fyne.Container // offers the usual nine while there is no programme
	content  fyne.CanvasObject
}

func newProgrammesView(s *Screen) *programmesView {
	v := &programmesView{s: s}
	v.nine = container.New(belowMiddle{}, kit.NewButton(words.T("training.programme.nine"), nil, v.makeNine))
	v.register = kit.Register[programmeEntry]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.openForm(model.Programme{Kind: model.OwnProgramme}, true) },
		NewLabel: words.T("training.programme.new"),
		Empty:    words.T("training.programme.empty"),
		Search:   words.T("training.programme.search"),
		Filters:  programmeFilters(),
		Sorts:    programmeSorts(),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { s.desk.Fail(err, nil) },
	}.View(s.desk.Dialogs)
	v.content = container.NewStack(v.register, v.nine)
	return v
}

func (v *programmesView) Content() fyne.CanvasObject { return v.content }
func (v *programmesView) Reload()                    { v.register.Reload() }
func (v *programmesView) FocusSearch()               { v.register.FocusSearch() }
func (v *programmesView) New()                       { v.register.New() }
func (v *programmesView) Edit()                      { v.register.Edit() }
func (v *programmesView) Save()                      { v.register.Save() }
func (v *programmesView) List()                      { v.register.List() }
func (v *programmesView) Step(delta int)             { v.register.Step(delta) }

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *programmesView) MayLeave(then func()) {
	v.register.Away(func() {
		v.offerNine()
		then()
	})
}

// Leave closes the open form, asking when something changed, or goes back to the list.
func (v *programmesView) Leave() {
	if v.register.FormOpen() {
		v.MayLeave(func() {})
	}
	if !v.register.FormOpen() {
		v.register.Leave()
	}
}

// offerNine offers the nine usual programmes while there is none and none is being made.
func (v *programmesView) offerNine() {
	v.nine.Hidden = len(v.s.records.programmes) > 0 || v.register != nil && v.register.FormOpen()
	v.nine.Refresh()
}

// belowMiddle sets an object below the sentence and the button of an empty register.
type belowMiddle struct{}

func (belowMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m := objects[0].MinSize()
	objects[0].Resize(m)
	objects[0].Move(fyne.NewPos((size.Width-m.Width)/2, size.Height/2+56))
}

func (belowMiddle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Open shows the page of a programme.
func (v *programmesView) Open(id model.ID) { v.register.Select(string(id)) }

// rows reads the records and says what the list shows.
func (v *programmesView) rows() ([]kit.Row[programmeEntry], error) {
	r, err := v.s.read()
	if err != nil {
		return nil, err
	}
	v.offerNine()
	return r.programmeRows(), nil
}

// makeNine makes the nine usual programmes.
func (v *programmesView) makeNine() {
	for _, p := range assets.Programmes() {
		made := model.Programme{Name: model.Text(p.Name), Kind: model.ProgrammeKind(p.Kind)}
		for _, t := range p.Tasks {
			made.Tasks = append(made.Tasks, model.TaskKind(t))
		}
		if _, err := v.s.store.CreateProgramme(context.Background(), made); err != nil {
			v.s.desk.Fail(err, v.Reload)
			return
		}
	}
	v.s.desk.Say(words.T("training.programme.nine_made"))
	v.Reload()
}

// programmeEntry is a programme as the list, its filters and its orders see it.
type programmeEntry struct {
	of     *model.Programme
	name   string
	key    string // of the name, for sorting
	holds  int    // how many working leaders hold it now
	events int
}

func (r *records) programmeRows() []kit.Row[programmeEntry] {
	events := map[model.ID]int{}
	for i := range r.events {
		events[r.events[i].ProgrammeID]++
	}
	workers := r.workers(r.today)
	out := make([]kit.Row[programmeEntry], len(r.programmes))
	for i := range r.programmes {
		p := &r.programmes[i]
		e := programmeEntry{of: p, name: p.Name.Best(words.Current()), events: events[p.ID]}
		e.key = model.SortKey(e.name)
		for _, h := range r.holders(*p, workers) {
			if h.standing.State.Holds() {
				e.holds++
			}
		}
		row := kit.Row[programmeEntry]{
			ID: string(p.ID), Name: e.name, Detail: words.Joined(kindBeside(*p), hoursText(p.Hours), spanText(p.Validity)),
			Search: model.Fold(strings.Join([]string{p.Name.Fi, p.Name.Sv, p.Name.En, programmeKindWord(p.Kind)}, " ")), Of: e,
			Chip: kit.Chip{Word: words.N("training.programme.holds", e.holds), Tone: kit.OK},
		}
		switch {
		case p.Ended:
			row.Chip = kit.Chip{Word: words.T("training.programme.ended"), Tone: kit.Past}
		case e.holds == 0:
			row.Chip = kit.Chip{Word: words.T("training.programme.nobody"), Tone: kit.Neutral}
		}
		out[i] = row
	}
	return out
}

// holder is a leader who has or had a programme.
type holder struct {
	leader   *model.Leader
	standing model.Standing
}

// holders are those of the leaders who have completed the programme, also if their training has expired.
func (r *records) holders(p model.Programme, leaders []*model.Leader) []holder {
	var out []holder
	for _, l := range leaders {
		if s := r.record.StandingOn(r.today, l.ID, p); s.State != model.StandingMissing {
			out = append(out, holder{l, s})
		}
	}
	return out
}

// workers are the leaders of the working lists on the day: who is still a person in the register, and has not ended.
func (r *records) workers(day model.Date) []*model.Leader {
	var out []*model.Leader
	for i := range r.leaders {
		if l := &r.leaders[i]; !l.Gone(day) {
			out = append(out, l)
		}
	}
	return out
}

func programmeKindWord(k model.ProgrammeKind) string {
	return words.Capital(words.Code(words.In(words.Current()), "programme.kind", k))
}

// kindBeside is the kind of a programme where its name does not say as much already.
func kindBeside(p model.Programme) string {
	kind := programmeKindWord(p.Kind)
	if strings.Contains(model.Fold(p.Name.Best(words.Current())), model.Fold(kind)) {
		return ""
	}
	return kind
}

func taskWord(k model.TaskKind) string {
	return words.Capital(words.Code(words.In(words.Current()), "leader.task", k))
}

// hoursText is "12 t", empty when unknown.
func hoursText(a model.Amount) string {
	if !a.Known {
		return ""
	}
	return words.T("training.programme.hours", "n", words.In(words.Current()).Number(a.Hundredths))
}

// validityText says how long a programme is valid: "36 kk, vuoden loppuun, lisäaika 30 päivää".
func validityText(v model.Validity) string {
	said := spanText(v)
	if v.GraceDays > 0 {
		said += ", " + words.N("training.validity.grace", v.GraceDays)
	}
	return said
}

// spanText is validityText without the grace.
func spanText(v model.Validity) string {
	switch {
	case v.Kind == model.ValidMonths && v.EndOfYear:
		return words.T("training.validity.months_year", "n", v.Months)
	case v.Kind == model.ValidMonths:
		return words.T("training.validity.months", "n", v.Months)
	case v.Kind == model.ValidUntilDay:
		return words.T("training.validity.day", "day", words.In(words.Current()).Date(v.Day))
	default:
		return words.T("training.validity.for_ever")
	}
}

func programmeFilters() []kit.Filter[programmeEntry] {
	return []kit.Filter[programmeEntry]{
		{
			Label: words.T("training.programme.field.kind"), Codes: kit.Codes(model.ProgrammeKinds()),
			Of:   func(e programmeEntry) []string { return []string{string(e.of.Kind)} },
			Word: func(c string) string { return programmeKindWord(model.ProgrammeKind(c)) },
		},
		{
			Label: words.T("training.programme.field.task"), Codes: kit.Codes(model.TaskKinds()),
			Of:   func(e programmeEntry) []string { return kit.Codes(e.of.Tasks) },
			Word: func(c string) string { return taskWord(model.TaskKind(c)) },
		},
	}
}

// programmeSorts are the orders: by name, and those that no more events are held of last; by kind.
func programmeSorts() []kit.Sort[programmeEntry] {
	byName := func(a, b kit.Row[programmeEntry]) int {
		if a.Of.of.Ended != b.Of.of.Ended {
			if a.Of.of.Ended {
				return 1
			}
			return -1
		}
		return strings.Compare(a.Of.key, b.Of.key)
	}
	kind := func(r kit.Row[programmeEntry]) int { return slices.Index(model.ProgrammeKinds(), r.Of.of.Kind) }
	return []kit.Sort[programmeEntry]{
		{Label: words.T("training.programme.sort.name"), Compare: byName},
		{Label: words.T("training.programme.field.kind"), Compare: func(a, b kit.Row[programmeEntry]) int {
			if d := kind(a) - kind(b); d != 0 {
				return d
			}
			return byName(a, b)
		}},
	}
}
