package calendar

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// gridBar stands above the week and the month: which time is shown, and through which lens.
type gridBar struct {
	s       *Screen
	turn    func(delta int)      // to the next week or month, or the one before
	goTo    func(day model.Date) // to that of a day
	changed func()               // another lens
	list    func()               // print or save what is shown

	title     *widget.Label
	count     *widget.Label
	date      *kit.DateField
	town      *kit.Select[model.Municipality]
	place     *kit.Select[model.ID]
	leader    *kit.Select[model.ID]
	organiser *kit.Select[model.ID]
	clear     *kit.Button
	listing   *kit.Button
	start     *fyne.Container // what to do first, as long as there is nothing to show
	content   fyne.CanvasObject
}

// newGridBar makes the bar; more stands at the right of the first row.
func newGridBar(s *Screen, turn func(int), goTo func(model.Date), changed func(), more ...fyne.CanvasObject) *gridBar {
	b := &gridBar{s: s, turn: turn, goTo: goTo, changed: changed, count: widget.NewLabel("")}
	b.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	b.title.Truncation = fyne.TextTruncateEllipsis
	b.count.Importance = widget.LowImportance
	b.date = kit.NewDateField()
	b.date.Today = s.desk.Today
	b.date.SetLabel(words.T("calendar.grid.date"))
	b.date.OnSettled = b.jump
	b.clear = kit.NewQuietButton(words.T("calendar.grid.clear"), theme.ContentClearIcon(), func() { b.set(lens{}) })
	b.listing = kit.NewQuietButton(words.T("kit.register.list"), nil, func() { b.list() })
	b.start = container.New(layout.NewCustomPaddedLayout(0, 4, 8, 8))
	b.content = kit.Column(b.timeRow(more), b.lensRow(), b.start)
	return b
}

// jump goes to the day that was typed or picked, or says what is wrong with it. It does not go while somebody types: 21.1.
// is a day on the way to 21.1.2027.
func (b *gridBar) jump() {
	day, err := words.ParseDate(b.date.Text, b.s.desk.Today())
	var wrong *words.DateError
	switch {
	case errors.As(err, &wrong):
		b.s.desk.Messages.Warn(wrong.Say(words.In(words.Current())))
	case !day.IsZero() && day != b.s.day:
		b.goTo(day)
	}
}

func (b *gridBar) timeRow(more []fyne.CanvasObject) fyne.CanvasObject {
	step := func(icon fyne.Resource, word string, delta int) *kit.Button {
		button := kit.NewButton("", icon, func() { b.turn(delta) })
		button.SetLabel(words.T(word))
		return button
	}
	left := container.NewHBox(
		step(theme.NavigateBackIcon(), "calendar.grid.before", -1),
		kit.NewButton(words.T("calendar.grid.today"), nil, func() { b.goTo(b.s.desk.Today()) }),
		step(theme.NavigateNextIcon(), "calendar.grid.after", 1),
		container.NewGridWrap(fyne.NewSize(150, b.date.MinSize().Height), b.date),
	)
	right := container.NewHBox(more...)
	return container.New(layout.NewCustomPaddedLayout(4, 2, 8, 8),
		container.New(layout.NewBorderLayout(nil, nil, left, right), left, b.title, right))
}

func (b *gridBar) lensRow() fyne.CanvasObject {
	b.town = kit.NewSelect[model.Municipality](nil)
	b.place, b.leader, b.organiser = kit.NewSelect[model.ID](nil), kit.NewSelect[model.ID](nil), kit.NewSelect[model.ID](nil)
	name := func(s interface {
		kit.Input
		SetHint(string)
	}, word string,
	) fyne.CanvasObject {
		s.SetHint(words.T(word))
		s.SetLabel(words.T(word))
		return s
	}
	b.town.OnChanged = func() { b.chosen(func(l *lens) { l.town, _ = b.town.Value() }) }
	b.place.OnChanged = func() { b.chosen(func(l *lens) { l.place, _ = b.place.Value() }) }
	b.leader.OnChanged = func() { b.chosen(func(l *lens) { l.leader, _ = b.leader.Value() }) }
	b.organiser.OnChanged = func() { b.chosen(func(l *lens) { l.organiser, _ = b.organiser.Value() }) }
	selects := container.NewGridWithColumns(4,
		name(b.town, "calendar.grid.town"), name(b.place, "calendar.grid.place"),
		name(b.leader, "calendar.grid.leader"), name(b.organiser, "calendar.grid.organiser"))
	right := container.NewHBox(b.clear, b.count, b.listing)
	return container.New(layout.NewCustomPaddedLayout(2, 4, 8, 8),
		container.New(layout.NewBorderLayout(nil, nil, nil, right), selects, right))
}

// chosen changes one part of the lens.
func (b *gridBar) chosen(change func(*lens)) {
	l := b.s.lens
	change(&l)
	b.set(l)
}

func (b *gridBar) set(l lens) {
	if l == b.s.lens {
		return
	}
	b.s.lens = l
	b.changed()
}

// show writes which time is shown, what can be chosen, and how much of it the lens shows.
func (b *gridBar) show(title string, a *agenda) {
	b.title.SetText(title)
	if day, ok := b.date.Value(); !ok || day != b.s.day {
		b.date.SetValue(b.s.day)
	}
	b.offer(a)
	b.showStart()
	n := len(a.shown)
	b.listing.Hidden = n == 0
	if (b.s.lens == lens{}) {
		b.clear.Hide()
		b.count.SetText(words.N("calendar.grid.count", n))
	} else {
		b.clear.Show()
		b.count.SetText(words.N("calendar.grid.count_of", n, "all", len(a.all)))
	}
	b.content.Refresh()
}

// offer fills the lists to choose from, each with how many sessions there would be.
func (b *gridBar) offer(a *agenda) {
	r, l := b.s.records, b.s.lens
	towns, places, leaders, organisers := map[string]int{}, map[model.ID]int{}, map[model.ID]int{}, map[model.ID]int{}
	for i := range a.all {
		x := &a.all[i]
		town := r.PlaceOf[x.PlaceID].Municipality
		without := func(change func(*lens)) bool { // let through by the rest of the lens
			rest := l
			change(&rest)
			return rest.shows(x, r)
		}
		if without(func(l *lens) { l.town = model.Municipality{} }) {
			towns[r.towns.Name(town)]++
		}
		if without(func(l *lens) { l.place = "" }) {
			places[x.PlaceID]++
		}
		if without(func(l *lens) { l.leader = "" }) {
			for _, id := range x.Leaders {
				leaders[id]++
			}
		}
		if without(func(l *lens) { l.organiser = "" }) {
			for _, id := range r.GroupOf[x.GroupID].Organisers {
				organisers[id]++
			}
		}
	}
	pick(b.town, r.townOptions(towns), l.town)
	pick(b.place, placeChoices(r, places), l.place)
	pick(b.leader, b.s.leaderChoices(leaders), l.leader)
	pick(b.organiser, organiserChoices(r, organisers), l.organiser)
}

// pick offers options and shows which of them is chosen.
func pick[T comparable](s *kit.Select[T], options []kit.Option[T], chosen T) {
	var none T
	s.Clear()
	s.SetOptions(options)
	if chosen != none {
		s.SetValue(chosen)
	}
}

// counted is how many sessions an option would show.
func counted(n int) string { return words.In(words.Current()).Number(int64(n) * 100) }

// townOptions are the municipalities that have places.
func (r *records) townOptions(count map[string]int) []kit.Option[model.Municipality] {
	var out []kit.Option[model.Municipality]
	for _, p := range r.Places {
		name := r.towns.Name(p.Municipality)
		if name != "" && !slices.ContainsFunc(out, func(o kit.Option[model.Municipality]) bool { return o.Label == name }) {
			out = append(out, kit.Option[model.Municipality]{Value: p.Municipality, Label: name, Detail: counted(count[name])})
		}
	}
	slices.SortFunc(out, func(a, b kit.Option[model.Municipality]) int {
		return strings.Compare(model.SortKey(a.Label), model.SortKey(b.Label))
	})
	return out
}

func placeChoices(r *records, count map[model.ID]int) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, p := range r.Places {
		if !p.EndedBy(r.Today) || count[p.ID] > 0 {
			out = append(out, kit.Option[model.ID]{Value: p.ID, Label: r.PlaceName(p.ID), Detail: counted(count[p.ID])})
		}
	}
	return out
}

// leaderChoices are the leaders who lead something just now, or could.
func (s *Screen) leaderChoices(count map[model.ID]int) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, l := range s.records.Leaders {
		if count[l.ID] > 0 || !l.Anonymised() && l.StatusOn(s.records.Today).State == model.LeaderActive {
			out = append(out, kit.Option[model.ID]{Value: l.ID, Label: s.desk.Person(s.records.LeaderName(l.ID)), Detail: counted(count[l.ID])})
		}
	}
	return out
}

// organiserChoices are the organisations that organise groups.
func organiserChoices(r *records, count map[model.ID]int) []kit.Option[model.ID] {
	organises := map[model.ID]bool{}
	for _, g := range r.Groups {
		for _, id := range g.Organisers {
			organises[id] = true
		}
	}
	var out []kit.Option[model.ID]
	for _, o := range r.Organisations {
		if organises[o.ID] {
			out = append(out, kit.Option[model.ID]{Value: o.ID, Label: r.OrganisationName(o.ID), Detail: counted(count[o.ID])})
		}
	}
	return out
}
