package ui

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/agreements"
	"kumppani/ui/calendar"
	"kumppani/ui/desk"
	"kumppani/ui/followups"
	"kumppani/ui/home"
	"kumppani/ui/kit"
	"kumppani/ui/leaders"
	"kumppani/ui/meetings"
	"kumppani/ui/organisations"
	"kumppani/ui/paper"
	"kumppani/ui/reports"
	"kumppani/ui/settings"
	"kumppani/ui/training"
	"kumppani/ui/words"
)

// screen is one of the places of the window. It may have the capabilities of kit (Finder, Newer, Saver …) besides.
type screen interface {
	Content() fyne.CanvasObject
	// Reload reads the records again; an open form is left alone.
	Reload()
	// MayLeave does then, after asking what is to become of unsaved changes.
	MayLeave(then func())
}

// opener is a screen that shows the records of one kind, kindOpener one that shows several.
type (
	opener     interface{ Open(id model.ID) }
	kindOpener interface {
		OpenKind(kind model.Kind, id model.ID)
	}
)

// dropper is a screen that takes files dropped on the window.
type dropper interface{ Dropped(files []fyne.URI) }

// place is an entry of the navigation: a screen is made when it is first shown and again when the language changes.
type place struct {
	word   string // translation key
	icon   fyne.Resource
	kinds  []model.Kind // the records it shows
	make   func() screen
	screen screen
	stale  bool // records have changed since it was last shown
}

// shell is the frame of the window.
type shell struct {
	options Options
	app     fyne.App
	window  fyne.Window
	desk    *desk.Desk
	places  []*place
	current int
	nav     *navigation
	search  *search
	room    *fyne.Container // where the current screen stands
	ahead   home.Ahead      // what Home shows first, until it has shown it
	agenda  model.Agenda    // as it was last computed
	looking bool            // the agenda is being computed beside
	again   bool            // records have changed meanwhile

	hiding hiding
}

func newShell(o Options, a fyne.App, printed string) *shell {
	s := &shell{options: o, app: a, window: a.NewWindow("Kumppani")}
	s.desk = &desk.Desk{
		Dialogs: kit.Dialogs{Window: s.window}, Today: o.Today, Open: s.open, Printed: printed, View: view(a),
		Office: s.office, Beside: func(work func()) { go work() },
	}
	s.desk.FollowUps = func(kind model.Kind, id model.ID) fyne.CanvasObject {
		return followups.Section(s.desk, o.Store, kind, id)
	}
	s.window.SetMaster()
	s.window.Resize(rememberedSize(a.Preferences()))
	s.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) {
		if d, ok := s.shown().(dropper); ok {
			d.Dropped(files)
		}
	})
	s.window.SetCloseIntercept(func() { s.leave(func() { s.desk.WhenDone(s.close) }) })
	return s
}

// office reads what a report or a list takes from around what it says.
func (s *shell) office() (paper.Office, error) {
	centre, err := s.options.Store.Centre(context.Background())
	if err != nil {
		return paper.Office{}, err
	}
	all, err := s.options.Store.Organisations(context.Background())
	return paper.Office{Organisations: model.DirectoryOf(all), Centre: centre, Today: s.options.Today()}, err
}

// start shows the window's first content: the first start in an empty data file, else Home.
func (s *shell) start() error {
	centre, err := s.options.Store.Centre(context.Background())
	if err != nil {
		return err
	}
	if err := useLanguage(startLanguage(s.options.Language, centre.Language, s.options.System)); err != nil {
		return fmt.Errorf("translate the words of Fyne: %w", err)
	}
	s.options.Store.Subscribe(func(kinds []model.Kind) { fyne.Do(func() { s.changed(kinds) }) })
	if centre.Name.IsZero() {
		s.ahead = nil // by then the centre has a name
		s.firstStart()
		return nil
	}
	s.build(centre)
	s.show(0)
	if s.options.Risk != "" {
		s.desk.Messages.Warn(words.T("shell.risk." + s.options.Risk))
	}
	return nil
}

// firstStart asks the three things without which the program is of no use.
func (s *shell) firstStart() {
	first := settings.NewFirstStart(s.desk, s.options.Store, settings.FirstStart{
		Language:   words.Current(),
		Speak:      func(l model.Language) error { return useLanguage(l) },
		OpenSample: func() error { return s.options.OpenSample(words.Current()) },
		Done: func() {
			if centre, err := s.options.Store.Centre(context.Background()); err != nil {
				s.desk.Fail(err, nil)
			} else {
				s.build(centre)
				s.show(0)
			}
		},
	})
	s.window.SetTitle("Kumppani")
	s.window.SetContent(first.Content())
	first.FocusFirst()
}

// build makes the frame anew, in the language of the window. Screens of the old frame are thrown away.
func (s *shell) build(centre model.Centre) {
	store := s.options.Store
	s.desk.Messages = kit.NewMessages()
	s.places = s.newPlaces(store)
	s.nav = newNavigation(s.places, s.show)
	s.nav.count(s.places, s.agenda)
	s.search = newSearch(store, s.desk)
	s.room = container.NewStack()
	region := centre.Region.Best(words.Current())
	if region == "" {
		region = centre.Name.Best(words.Current())
	}
	title := "Kumppani – " + region
	if s.options.Sample {
		title += " (" + words.T("shell.sample.title") + ")"
	}
	s.window.SetTitle(title)
	top := s.topBar(region)
	s.window.SetContent(container.NewBorder(top, s.desk.Messages, container.NewHBox(s.nav.content(), widget.NewSeparator()), nil, s.room))
	kit.NewKeyboard(s.desk.Dialogs, s.capable, s.shortcuts()...)
}

// newPlaces lists the places in the order of the navigation.
func (s *shell) newPlaces(store Store) []*place {
	return []*place{
		{word: "shell.home", icon: theme.HomeIcon(), make: func() screen { return s.newHome(store) }},
		{word: "shell.agreements", icon: theme.DocumentIcon(), kinds: []model.Kind{model.KindAgreement}, make: func() screen { return agreements.New(s.desk, store) }},
		{word: "shell.organisations", icon: theme.StorageIcon(), kinds: []model.Kind{model.KindOrganisation}, make: func() screen {
			partners := organisations.New(s.desk, store)
			partners.NewAgreement = s.newAgreement
			return partners
		}},
		{word: "shell.leaders", icon: theme.AccountIcon(), kinds: []model.Kind{model.KindLeader}, make: func() screen { return leaders.New(s.desk, store) }},
		{word: "shell.meetings", icon: theme.GridIcon(), kinds: []model.Kind{
			model.KindPlace, model.KindGroup, model.KindSeason, model.KindClosure, model.KindPartner,
		}, make: func() screen { return meetings.New(s.desk, store) }},
		{word: "shell.calendar", icon: theme.CalendarIcon(), kinds: []model.Kind{model.KindSession}, make: func() screen {
			return calendar.New(s.desk, store)
		}},
		{word: "shell.training", icon: theme.ListIcon(), kinds: []model.Kind{model.KindEvent, model.KindProgramme, model.KindTraining}, make: func() screen {
			return training.New(s.desk, store)
		}},
		{word: "shell.reports", icon: theme.FileTextIcon(), kinds: []model.Kind{
			model.KindBody, model.KindNetwork, model.KindSurvey, model.KindYear,
		}, make: func() screen { return reports.New(s.desk, store) }},
		{word: "shell.settings", icon: theme.SettingsIcon(), kinds: []model.Kind{model.KindCentre, model.KindRequirement, model.KindMeetings}, make: func() screen {
			return settings.New(s.desk, store, settings.Appearance{
				Now: kit.Appearance(s.app.Preferences().String(prefAppearance)), Set: s.appear,
				Version: s.options.Version,
			})
		}},
	}
}

// newHome makes Home, which shows first what was read ahead; later that is old.
func (s *shell) newHome(store Store) screen {
	h := home.New(s.desk, store)
	h.Looked, h.Count = s.looked, s.countVisitors
	if ahead := s.ahead; ahead != nil {
		s.ahead = nil
		h.Show(ahead)
	} else {
		h.Reload()
	}
	return h
}

// topBar is the search, a notice while personal data is hidden, the name of the region, and a line for what is unusual
// today.
func (s *shell) topBar(region string) fyne.CanvasObject {
	name := widget.NewLabelWithStyle(region, fyne.TextAlignTrailing, fyne.TextStyle{Bold: true})
	find := container.NewGridWrap(fyne.NewSize(430, s.search.input.MinSize().Height), s.search.input)
	bar := container.NewVBox(container.NewBorder(nil, nil, find, name, s.hidingNotice()))
	var banner []string
	if s.options.Sample {
		banner = append(banner, words.T("shell.sample.banner"))
	}
	if s.options.TodaySet {
		banner = append(banner, words.T("shell.today.banner", "date", words.In(words.Current()).Date(s.options.Today())))
	}
	if len(banner) > 0 {
		chip := container.NewCenter(kit.NewStateChip(kit.Chip{Word: words.T("shell.notice"), Tone: kit.Attention}))
		bar.Add(container.NewBorder(nil, nil, chip, nil, kit.NewText(strings.Join(banner, " "))))
	}
	bar.Add(widget.NewSeparator())
	return container.NewPadded(bar)
}

// show brings a place to the front, after the current screen let go.
func (s *shell) show(i int) {
	s.leave(func() {
		p := s.places[i]
		s.current = i
		switch {
		case p.screen == nil:
			p.screen = p.make()
		case p.stale:
			p.screen.Reload()
		}
		p.stale = false
		s.nav.mark(i)
		s.fillRoom()
		s.window.Canvas().Unfocus()
		if f, ok := p.screen.(kit.Finder); ok {
			f.FocusSearch()
		}
	})
}

// leave does then when the current screen has nothing to lose.
func (s *shell) leave(then func()) {
	if c := s.shown(); c != nil {
		c.MayLeave(then)
		return
	}
	then()
}

// shown is the screen at the front, nil before the first.
func (s *shell) shown() screen {
	if len(s.places) == 0 || s.places[s.current].screen == nil {
		return nil
	}
	return s.places[s.current].screen
}

// capable gives the shortcuts the screen at the front.
func (s *shell) capable() any {
	if c := s.shown(); c != nil {
		return c
	}
	return nil
}

// open shows a record in its register.
func (s *shell) open(kind model.Kind, id model.ID) {
	for i, p := range s.places {
		if !slices.Contains(p.kinds, kind) {
			continue
		}
		if i != s.current {
			s.show(i)
		}
		if s.current != i {
			return // the screen at the front did not let go
		}
		if o, ok := p.screen.(kindOpener); ok {
			o.OpenKind(kind, id)
		} else if o, ok := p.screen.(opener); ok && id != "" {
			o.Open(id)
		}
	}
}

// newAgreement begins an agreement with an organisation, in the register of agreements.
func (s *shell) newAgreement(organisation model.ID) {
	s.open(model.KindAgreement, "")
	if a, ok := s.shown().(*agreements.Screen); ok {
		a.NewWith(organisation)
	}
}

// changed lets the screen at the front read again, and the others when they come to the front. A new language of the
// centre makes the whole frame anew.
func (s *shell) changed(kinds []model.Kind) {
	if s.shown() == nil {
		return
	}
	s.search.stale = true
	for i, p := range s.places {
		if p.screen == nil {
			continue
		}
		if i == s.current {
			p.screen.Reload()
		} else {
			p.stale = true
		}
	}
	if s.current != atHome { // Home tells by itself
		s.look()
	}
	for _, k := range kinds {
		if k == model.KindCentre {
			s.centreChanged()
		}
	}
}

func (s *shell) centreChanged() {
	centre, err := s.options.Store.Centre(context.Background())
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	l := startLanguage(centre.Language, s.options.System)
	if l == words.Current() {
		return
	}
	if err := useLanguage(l); err != nil {
		s.desk.Fail(err, nil)
		return
	}
	current := s.current
	s.build(centre)
	s.current = current
	s.show(current)
}

// appear changes between light and dark, and remembers it on this computer.
func (s *shell) appear(a kit.Appearance) {
	s.app.Preferences().SetString(prefAppearance, string(a))
	s.app.Settings().SetTheme(kit.Theme{Appearance: a})
}

func (s *shell) close() {
	size := s.window.Canvas().Size()
	s.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	s.app.Preferences().SetFloat(prefHeight, float64(size.Height))
	if err := os.RemoveAll(s.desk.Printed); err != nil {
		fyne.LogError("remove the printed documents", err)
	}
	s.window.Close()
}

const (
	prefWidth  = "window.width"
	prefHeight = "window.height"
)

// rememberedSize is the size the window had, or one that suits a laptop of 1366×768.
func rememberedSize(p fyne.Preferences) fyne.Size {
	width := p.FloatWithFallback(prefWidth, 1280)
	height := p.FloatWithFallback(prefHeight, 700)
	return fyne.NewSize(float32(max(width, 800)), float32(max(height, 500)))
}
