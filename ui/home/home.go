// Package home is the first screen: what needs attention today in three questions, what hurts first, each line leading to
// the record that settles it, with what can be done at once, put off or left out.
//
// What does not live here: the rules of what needs attention (model.AgendaOf).
package home

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/followups"
	"kumppani/ui/kit"
	"kumppani/ui/lists"
	"kumppani/ui/words"
)

// Screen is Home.
type Screen struct {
	// Count shows where the visitors of a session are entered; nil opens the session instead.
	Count func(session model.ID)
	// Looked is told of the agenda each time that it was computed; may be nil.
	Looked func(model.Agenda)

	desk     *desk.Desk
	store    Store
	reading  reading
	view     *kit.PageView         // nil before the first
	begins   *kit.Button           // the first step, while nothing is kept
	rows     []*row                // those that are shown, as they stand on the page
	last     int                   // of them: on which something was begun last
	followed bool                  // that line was followed, and nobody has come back yet
	sought   string                // key of the item that is to have the keyboard when it is shown again
	opened   map[model.Matter]bool // those of which all lines were asked for
	whole    bool                  // what was put off is shown
	content  *fyne.Container
}

// New makes the screen. It is empty until Show or Reload.
func New(d *desk.Desk, store Store) *Screen {
	return &Screen{desk: d, store: store, opened: map[model.Matter]bool{}, content: container.NewStack()}
}

// Content is the screen on the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// MayLeave does then: there is nothing to lose on Home.
func (s *Screen) MayLeave(then func()) { then() }

// Reload computes everything again. The keyboard stays at its line or, when that is settled, at the one in its place.
func (s *Screen) Reload() { s.show(read(context.Background(), s.store, s.desk.Today())) }

// Show shows what was read ahead.
func (s *Screen) Show(ahead Ahead) { s.show(ahead()) }

func (s *Screen) show(r reading, err error) {
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.reading = r
	if s.Looked != nil {
		s.Looked(r.agenda)
	}
	s.draw()
}

// draw makes the page anew. It stays where it was scrolled, and the keyboard at its line or, when that is gone, at the next
// of those that were below it.
func (s *Screen) draw() {
	keyboard, at := s.desk.Dialogs.Window.Canvas().Focused(), s.focused()
	if at >= 0 {
		s.last = at
	}
	before, keys := s.view, make([]string, 0, len(s.rows)+1)
	for _, r := range s.rows[min(s.last, len(s.rows)):] {
		keys = append(keys, r.item.Key())
	}
	s.rows = nil
	s.view = s.page()
	s.content.Objects = []fyne.CanvasObject{s.view}
	s.content.Refresh()
	if before != nil {
		s.view.ScrollAs(before)
	}
	if s.sought != "" {
		keys = slices.Insert(keys, 0, s.sought)
	}
	for i, key := range keys {
		if row := slices.IndexFunc(s.rows, func(r *row) bool { return r.item.Key() == key }); row >= 0 {
			s.last = row
			if i == 0 && s.sought != "" {
				at = row
			}
			break
		}
	}
	s.sought = ""
	if at >= 0 {
		s.FocusPage()
	} else if o, ok := keyboard.(fyne.CanvasObject); ok && !kit.OnScreen(o) {
		s.view.FocusFirst() // it was at what is over the lines, which was made anew
	}
}

// teller puts items into words.
func (s *Screen) teller() teller {
	return teller{reading: &s.reading, desk: s.desk, in: words.In(words.Current())}
}

func (s *Screen) page() *kit.PageView {
	r := &s.reading
	page := kit.Page{Title: words.T("home.title"), Subtitle: s.subtitle()}
	if r.empty {
		page.Sections = append(page.Sections, s.beginning())
		return page.View()
	}
	page.More = []kit.Action{
		{Label: words.T("home.remind"), Icon: theme.ContentAddIcon(), Do: s.New},
		{Label: words.T("home.backup"), Icon: theme.DownloadIcon(), Do: s.backUp},
		{Label: words.T("kit.register.list"), Icon: theme.DocumentPrintIcon(), Do: s.List},
	}
	questions, groups := groupsOf(r.agenda.Items)
	most := shares(groups)
	for _, q := range questions {
		body := container.NewVBox()
		for _, g := range groups[q] {
			body.Add(widget.NewLabelWithStyle(words.N("home.matter."+string(g.matter), len(g.items)), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
			body.Add(s.lines(g, most[g.matter]))
		}
		page.Sections = append(page.Sections, kit.Section(words.T("home.question."+string(q)), body))
	}
	if len(questions) == 0 {
		page.Sections = append(page.Sections, kit.Section(words.T("home.all_well.title"), kit.NewText(words.T("home.all_well"))))
	}
	if len(r.agenda.Later) > 0 {
		page.Sections = append(page.Sections, s.later())
	}
	if len(r.agenda.Deferred) > 0 {
		page.Sections = append(page.Sections, s.deferred())
	}
	return page.View()
}

// later lists the reminders that come later, so that they can be changed.
func (s *Screen) later() fyne.CanvasObject {
	var facts []kit.Fact
	for _, f := range s.reading.agenda.Later {
		text := kit.NewLink(s.desk.Personal(cut(f.Text)), func() { s.remind(model.AgendaItem{FollowUp: &f}) })
		facts = append(facts, kit.Fact{Label: words.In(words.Current()).Date(f.On), Value: text})
	}
	return kit.Section(words.T("home.later"), kit.Facts(facts...))
}

// subtitle is the day, the centre, how much there is to see to, and the last copy of the data file.
func (s *Screen) subtitle() string {
	in, r := words.In(words.Current()), &s.reading
	said := []string{in.Weekday(r.Today.Weekday()) + " " + in.Date(r.Today), r.Centre.Name.Best(words.Current())}
	if n := len(r.agenda.Items); n > 0 {
		count := words.N("home.things", n)
		if pressing := r.agenda.Pressing(); pressing > 0 {
			count += ", " + words.N("home.pressing", pressing)
		}
		said = append(said, count)
	}
	if backups := r.input.Backups; len(backups) > 0 {
		said = append(said, words.T("home.last_backup", "date", in.Date(model.DateOf(backups[0].At))))
	}
	return words.Joined(said...)
}

// beginning is Home before there is anything to look after.
func (s *Screen) beginning() fyne.CanvasObject {
	s.begins = kit.NewPrimaryButton(words.T("home.begin.organisation"), nil, func() { s.desk.Open(model.KindOrganisation, "") })
	then := kit.NewButton(words.T("home.begin.agreement"), nil, func() { s.desk.Open(model.KindAgreement, "") })
	meet := kit.NewButton(words.T("home.begin.place"), nil, func() { s.desk.Open(model.KindPlace, "") })
	return kit.Section(words.T("home.begin.title"), kit.Column(
		kit.NewText(words.T("home.begin")), kit.Flow(s.begins, then, meet)))
}

// List gives everything that there is to see to, in the order of the page, also what is behind its buttons.
func (s *Screen) List() {
	t := s.teller()
	var rows []lists.Due
	questions, groups := groupsOf(s.reading.agenda.Items)
	for _, q := range questions {
		for _, g := range groups[q] {
			for _, x := range g.items {
				title, detail := t.words(x)
				rows = append(rows, lists.Due{
					Matter: words.N("home.matter."+string(g.matter), 1), Title: title, Detail: detail, State: t.chip(x).Word, On: x.On,
				})
			}
		}
	}
	s.desk.Give(s.desk.About("").Agenda(rows))
}

// New adds a reminder that hangs on no record.
func (s *Screen) New() { followups.Ask(s.desk, s.store, model.FollowUp{}) }

// screenful is about how many lines are read at a glance.
const screenful = 24

// shared shares a screenful out among the matters, of which each has so many lines: one for each at least, and the rest
// for what hurts first. The rest of a matter is behind a button, unless it is a single line, which takes no more room than
// that.
func shared(of []int) []int {
	out, left := make([]int, len(of)), screenful-len(of)
	for i := range of {
		out[i] = min(of[i], 1)
	}
	for i := range of {
		more := min(of[i]-out[i], max(left, 0))
		out[i] += more
		left -= more
		if of[i]-out[i] == 1 {
			out[i]++
		}
	}
	return out
}

// shares says how many lines of each matter are shown: what hurts first has room first, on whatever place of the page.
func shares(groups map[question][]group) map[model.Matter]int {
	var matters []model.Matter
	var of []int
	for _, m := range model.Matters() {
		for _, g := range groups[questionOf[m]] {
			if g.matter == m {
				matters, of = append(matters, m), append(of, len(g.items))
			}
		}
	}
	out := map[model.Matter]int{}
	for i, n := range shared(of) {
		out[matters[i]] = n
	}
	return out
}

// lines are the rows of a matter: so many at first, and all when they were asked for.
func (s *Screen) lines(g group, most int) fyne.CanvasObject {
	if s.opened[g.matter] {
		most = len(g.items)
	}
	box := container.NewVBox()
	for _, x := range g.items[:most] {
		box.Add(s.add(x))
	}
	if rest := g.items[most:]; len(rest) > 0 {
		box.Add(container.NewHBox(kit.NewQuietButton(words.N("home.more", len(rest)), nil, func() {
			s.opened[g.matter], s.sought = true, rest[0].Key()
			s.draw()
		})))
	}
	return box
}
