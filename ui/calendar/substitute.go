package calendar

import (
	"context"
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

// substitutesShown is how many are shown at first, and how many more at each press.
const substitutesShown = 12

// substituteList tells who could lead the session, the most fitting first, with what speaks for and against each. Nobody
// is left out for a reason.
type substituteList struct {
	p        *panel
	instead  model.ID         // who is replaced; empty when a half of the pair is missing
	kind     model.LeaderKind // the half that is sought; empty = either
	sessions []model.Session
	found    []model.Substitute
	shown    int
	root     *fyne.Container
	page     *kit.PageView
}

// findSubstitute asks who could lead the session instead of a leader, or as the missing half.
func (p *panel) findSubstitute(instead model.ID, kind model.LeaderKind) {
	if instead != "" {
		kind = p.s.records.LeaderOf[instead].Kind
	}
	l := &substituteList{p: p, instead: instead, kind: kind, shown: substitutesShown, root: container.NewStack()}
	if err := l.read(); err != nil {
		p.s.desk.Fail(err, nil)
		return
	}
	l.fill()
	p.open(l)
}

// read looks at all sessions of the season, or of the day where it is in none.
func (l *substituteList) read() error {
	p, x := l.p, l.p.x.of
	from, until := x.Date, x.Date
	if season, known := model.SeasonOf(p.s.records.Seasons, x.Date); known {
		from, until = season.From, season.Until
	}
	var err error
	if l.sessions, err = p.s.store.Sessions(context.Background(), from, until); err != nil {
		return err
	}
	l.found = model.Substitutes(model.SubstituteInput{
		Session: x, Kind: l.kind, Sessions: l.sessions, Facts: p.s.records.facts(nil, x.Date), Rules: p.rules,
	})
	return nil
}

// reload looks again after records changed.
func (l *substituteList) reload() {
	if err := l.read(); err == nil {
		l.fill()
	}
}

// fill makes the list anew.
func (l *substituteList) fill() {
	subtitle := sessionWhen(l.p.x.of)
	if l.instead != "" {
		subtitle = words.T("calendar.substitute.instead", "name", l.p.s.names([]model.ID{l.instead}), "when", subtitle)
	}
	view := kit.Page{Title: words.T("calendar.substitute.title"), Subtitle: words.Capital(subtitle)}
	if len(l.found) == 0 {
		view.Sections = append(view.Sections, kit.NewText(words.T("calendar.substitute.nobody")))
	}
	for _, x := range l.found[:min(l.shown, len(l.found))] {
		view.Sections = append(view.Sections, l.row(x))
	}
	if more := len(l.found) - l.shown; more > 0 {
		view.Sections = append(view.Sections, indented(kit.NewButton(words.N("calendar.substitute.more", more), nil, func() {
			l.shown += substitutesShown
			l.fill()
		})))
	}
	l.page = view.View()
	buttons := container.NewHBox(kit.NewQuietButton(words.T("calendar.substitute.back"), theme.NavigateBackIcon(), l.p.Leave))
	if l.kind != "" {
		buttons.Add(kit.NewQuietButton(words.T("calendar.substitute.either."+string(l.kind)), nil, func() {
			l.kind = ""
			l.reload()
		}))
	}
	// the layout by itself, because container.NewBorder puts the buttons last for Tab
	l.root.Objects = []fyne.CanvasObject{container.New(layout.NewBorderLayout(buttons, nil, nil, nil), buttons, l.page)}
	l.root.Refresh()
}

// row is one who could lead: whether free, how ready, and what else there is to know.
func (l *substituteList) row(x model.Substitute) fyne.CanvasObject {
	name := l.p.s.names([]model.ID{x.LeaderID})
	choose := kit.NewButton(words.T("calendar.substitute.choose"), nil, func() { l.choose(x.LeaderID) })
	choose.SetLabel(words.T("calendar.substitute.choose_name", "name", name))
	chips := kit.Flow(kit.NewStateChip(l.chip(x)))
	if x.Readiness != model.LevelOK {
		chips.Add(kit.NewStateChip(readinessChip(x.Readiness)))
	}
	body := kit.Column(indented(chips))
	for _, c := range x.Clashes {
		body.Add(kit.NewText(l.p.s.conflictText(c, l.sessions)))
	}
	body.Add(kit.NewText(l.detail(x)))
	return kit.Section(name, body, choose)
}

// chip says whether somebody is free.
func (l *substituteList) chip(x model.Substitute) kit.Chip {
	switch {
	case x.Away:
		return kit.Chip{Word: l.p.s.records.awayText(x.LeaderID, l.p.x.of.Date), Tone: kit.Attention}
	case len(x.Clashes) > 0:
		word := "calendar.substitute.taken"
		if x.Clashes[0].Kind == model.ConflictTravel {
			word = "calendar.substitute.short_travel"
		}
		return kit.Chip{Word: words.T(word), Tone: kit.Attention}
	default:
		return kit.Chip{Word: words.T("calendar.substitute.free"), Tone: kit.OK}
	}
}

// detail is what else there is to know: usual times, where the person lives, how much is led already, the phone.
func (l *substituteList) detail(x model.Substitute) string {
	in, leader := words.In(words.Current()), l.p.s.records.LeaderOf[x.LeaderID]
	day := l.p.x.of.Date
	var said []string
	when := in.WeekdayShort(day.Weekday()) + " " + words.Code(in, "day_part", model.PartOf(l.p.x.of.From))
	switch x.Usual {
	case model.Yes:
		said = append(said, words.T("calendar.substitute.usual", "when", when))
	case model.No:
		said = append(said, words.T("calendar.substitute.unusual", "when", when))
	}
	town := l.p.s.records.towns.Name(leader.Municipality)
	switch x.Same {
	case model.Yes:
		said = append(said, words.T("calendar.substitute.same_town", "town", town))
	case model.No:
		said = append(said, words.T("calendar.substitute.other_town", "town", town))
	}
	said = append(said, words.N("calendar.substitute.leads", x.Led))
	if leader.Phone != "" {
		said = append(said, l.p.s.desk.Personal(leader.Phone))
	}
	return strings.Join(said, " · ")
}

// Content is the list on the screen.
func (l *substituteList) Content() fyne.CanvasObject { return l.root }

// FocusFirst gives the keyboard to the way back.
func (l *substituteList) FocusFirst() {
	if first, ok := l.root.Objects[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(fyne.Focusable); ok {
		kit.Focus(first)
	}
}

// Changed is false: nothing is typed here.
func (l *substituteList) Changed() bool { return false }

// Save does nothing: choosing saves.
func (l *substituteList) Save() (string, bool) { return "", false }

// replaced are the leaders of a session with another one in the place of the one who is replaced.
func (l *substituteList) replaced(leaders []model.ID, by model.ID) []model.ID {
	out := slices.DeleteFunc(slices.Clone(leaders), func(id model.ID) bool { return id == by })
	if i := slices.Index(out, l.instead); i >= 0 && l.instead != "" {
		out[i] = by
		return out
	}
	return append(out, by)
}
