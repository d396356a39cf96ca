package leaders

import (
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

// finder is the panel that stands on the right while no leader is selected: what kind of leader is looked for, one press
// for each thing. It sets the filters of the register, so that the list is the answer. From the first press on, only
// those are looked for who can be asked today, until that is unticked.
type finder struct {
	widget.BaseWidget
	screen   *Screen
	sentence *kit.Text
	only     *kit.Check // only those who can be asked today
	again    *kit.Button
	groups   []*findGroup
	found    *fyne.Container
	review   *fyne.Container
}

// findGroup is the chips of one filter.
type findGroup struct {
	filter int
	part   model.DayPart // of the filter of times: only those of this part of the day
	label  string
	long   bool // so many chips that the label stands above them
	chips  map[string]*kit.Button
	flow   *fyne.Container
}

// looked are the filters that the panel sets, in the order of its sentence.
var looked = []int{byTask, byAudience, byLanguage, byPlace, byFree}

// foundShown is how many leaders the panel shows with their phone numbers; more are only in the list.
const foundShown = 6

func newFinder(s *Screen) *finder {
	f := &finder{screen: s, sentence: kit.NewText(""), found: kit.Column(), review: kit.Column()}
	f.only = kit.NewCheck(words.T("leaders.find.only_present"))
	f.only.SetValue(true)
	f.only.OnChanged = f.pickPresence
	f.again = kit.NewQuietButton(words.T("leaders.find.again"), theme.ContentClearIcon(), f.clear)
	f.groups = []*findGroup{
		{filter: byLanguage, label: words.T("leaders.find.language")},
		{filter: byPlace, label: words.T("leaders.find.municipality")},
		{filter: byTask, label: words.T("leaders.find.task"), long: true},
		{filter: byAudience, label: words.T("leaders.find.audience"), long: true},
	}
	for _, part := range model.DayParts() {
		label := words.T("leaders.find.free", "part", words.Code(words.In(words.Current()), "day_part", part))
		f.groups = append(f.groups, &findGroup{filter: byFree, part: part, label: label})
	}
	for _, g := range f.groups {
		g.chips, g.flow = map[string]*kit.Button{}, kit.Flow()
	}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is Fyne's.
func (f *finder) CreateRenderer() fyne.WidgetRenderer {
	title := widget.NewLabelWithStyle(words.T("leaders.find"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameHeadingText
	only := container.New(layout.NewCustomPaddedLayout(0, 0, theme.InnerPadding()/2, 0), container.NewHBox(f.only, f.again))
	body := kit.Column(title, f.sentence, only)
	var facts []kit.Fact
	for _, g := range f.groups {
		if !g.long {
			padded := container.New(layout.NewCustomPaddedLayout(2, 9, theme.InnerPadding(), 0), g.flow)
			facts = append(facts, kit.Fact{Label: g.label, Value: padded})
			continue
		}
		label := kit.NewText(g.label)
		label.Importance = lowImportance
		below := container.New(layout.NewCustomPaddedLayout(-4, 8, theme.InnerPadding(), 0), g.flow)
		body.Objects = append(body.Objects, kit.Facts(facts...), label, below)
		facts = nil
	}
	body.Objects = append(body.Objects, kit.Facts(facts...), f.found, f.review)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 16, 8, 14), body))
	return widget.NewSimpleRenderer(scroll)
}

// FocusFirst gives the keyboard to the first chip.
func (f *finder) FocusFirst() {
	for _, g := range f.groups {
		for _, o := range g.flow.Objects {
			if b := o.(*kit.Button); !b.Disabled() {
				kit.Focus(b)
				return
			}
		}
	}
}

// chosen are the words of what is looked for.
func (f *finder) chosen() []string {
	var out []string
	for _, i := range looked {
		if code := f.screen.register.Chosen(i); code != "" {
			out = append(out, lookedWord(i, code))
		}
	}
	return out
}

// lookedWord is a code of one of the filters as it stands inside a sentence.
func lookedWord(filter int, code string) string {
	in := words.In(words.Current())
	switch filter {
	case byTask:
		return words.Code(in, "leader.task", code)
	case byAudience:
		return words.Code(in, "audience", code)
	case byLanguage:
		return words.Code(in, "spoken", code)
	case byFree:
		day, part, _ := slotOf(code)
		return in.Weekday(day) + " " + words.Code(in, "day_part", part)
	default:
		return code
	}
}

// pick presses a chip: its filter is set or, when it was, taken away.
func (f *finder) pick(filter int, code string) {
	r := f.screen.register
	if r.Chosen(filter) == code {
		code = ""
	}
	narrow := map[int]string{filter: code}
	looking := code != ""
	for _, i := range looked {
		looking = looking || (i != filter && r.Chosen(i) != "")
	}
	narrow[byPresence] = ""
	if looking && f.only.Checked {
		narrow[byPresence] = presentToday
	}
	r.Narrow(narrow)
}

func (f *finder) pickPresence() {
	code := ""
	if f.only.Checked && len(f.chosen()) > 0 {
		code = presentToday
	}
	f.screen.register.Narrow(map[int]string{byPresence: code})
}

// clear begins the search again.
func (f *finder) clear() {
	f.only.SetValue(true)
	f.screen.register.ShowAll()
	f.FocusFirst()
}

// update shows what is looked for, how many there are, and how many each further press would leave.
func (f *finder) update() {
	r := f.screen.register
	if r == nil || r.Selected() != "" {
		return
	}
	chosen := f.chosen()
	if len(chosen) > 0 {
		f.only.SetValue(r.Chosen(byPresence) == presentToday)
	}
	also := map[int]string{}
	if f.only.Checked {
		also[byPresence] = presentToday
	}
	for _, g := range f.groups {
		f.fill(g, also)
	}
	f.sentence.SetText(f.says(chosen))
	f.again.Hidden = len(chosen) == 0
	f.again.Refresh()
	f.showFound(len(chosen) > 0)
	f.showReview()
}

// fill sets the chips of one group.
func (f *finder) fill(g *findGroup, also map[int]string) {
	r, in := f.screen.register, words.In(words.Current())
	var chips []fyne.CanvasObject
	for _, o := range r.FilterOptions(g.filter, also) {
		word := lookedWord(g.filter, o.Code)
		if day, part, ok := slotOf(o.Code); g.part != "" {
			if !ok || part != g.part {
				continue
			}
			word = in.WeekdayShort(day)
		}
		b := g.chips[o.Code]
		if b == nil {
			b = kit.NewButton("", nil, func() { f.pick(g.filter, o.Code) })
			b.SetLabel(o.Word)
			g.chips[o.Code] = b
		}
		chosen := r.Chosen(g.filter) == o.Code
		b.Importance = widget.MediumImportance
		if chosen {
			b.Importance = widget.HighImportance
		}
		b.Text = words.T("leaders.find.chip", "word", word, "n", o.Rows)
		if o.Rows == 0 && !chosen {
			b.Disable()
		} else {
			b.Enable()
		}
		b.Refresh()
		chips = append(chips, b)
	}
	g.flow.Objects = chips
	g.flow.Refresh()
}

// says puts the search into a sentence.
func (f *finder) says(chosen []string) string {
	if len(chosen) == 0 {
		return words.T("leaders.find.begin")
	}
	what := strings.Join(chosen, ", ")
	n := len(f.screen.register.Hits())
	said := words.N("leaders.find.found", n, "what", what)
	if n == 0 {
		said = words.T("leaders.find.none", "what", what)
	}
	if f.only.Checked {
		for _, o := range f.screen.register.FilterOptions(byPresence, nil) {
			if o.Code == awayToday && o.Rows > 0 {
				said += " " + words.N("leaders.find.away", o.Rows)
			}
		}
	}
	return said
}

// showFound shows the first of those found with the phone number to call.
func (f *finder) showFound(looking bool) {
	hits := f.screen.register.Hits()
	f.found.Objects = nil
	if looking && len(hits) > 0 {
		var facts []kit.Fact
		for _, h := range hits[:min(len(hits), foundShown)] {
			link := kit.NewLink(h.Name, func() { f.screen.Open(h.Of.of.ID) })
			phone := f.screen.desk.Personal(h.Of.of.Phone)
			if phone == "" {
				phone = words.T("leaders.find.no_phone")
			}
			facts = append(facts, kit.Fact{Label: phone, Value: kit.WithChip(link, h.Chip)})
		}
		f.found.Objects = []fyne.CanvasObject{kit.Section(words.T("leaders.find.call"), kit.Facts(facts...))}
	}
	f.found.Refresh()
}

// showReview says that some data is due to be removed.
func (f *finder) showReview() {
	f.review.Objects = nil
	n := len(f.screen.removals())
	if n == 0 {
		f.screen.due.Hide() // which paints anew what is below, as Hidden alone does not
	} else {
		f.screen.due.SetText(words.T("leaders.review_waiting", "n", n))
		f.screen.due.Show()
		text := kit.NewText(words.N("leaders.review_due", n))
		open := kit.NewButton(words.T("leaders.review_open"), nil, f.screen.review)
		f.review.Objects = []fyne.CanvasObject{kit.Section(words.T("leaders.review_title"), text, open)}
	}
	f.review.Refresh()
}
