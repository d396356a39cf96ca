package calendar

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// shownDuties is how many sessions a page lists before it is asked for all: a link for each is not light.
const shownDuties = 40

// page is what one leader leads, or the sessions without a half of the pair; nil when it is gone.
func (v *dutiesView) page(id string) fyne.CanvasObject {
	v.open = id
	for _, gap := range []model.PairGap{model.NoVolunteer, model.NoProfessional} {
		if id == "gap."+string(gap) {
			return v.gapPage(gap)
		}
	}
	i := slices.IndexFunc(v.duties, func(d model.Duty) bool { return string(d.LeaderID) == id })
	if i < 0 {
		return nil
	}
	return v.leaderPage(v.duties[i])
}

func (v *dutiesView) leaderPage(d model.Duty) fyne.CanvasObject {
	r, in := v.s.records, words.In(words.Current())
	number := func(n int) string { return in.Number(int64(n) * 100) }
	label := func(name string) string { return words.T("calendar.duties.fact." + name) }
	var groups []model.ID
	for _, i := range d.Sessions {
		if id := v.sessions[i].GroupID; !slices.Contains(groups, id) {
			groups = append(groups, id)
		}
	}
	page := kit.Page{
		Title: v.s.desk.Person(r.LeaderName(d.LeaderID)), Subtitle: words.Capital(kindWord(r.LeaderOf[d.LeaderID].Kind)),
		Chips: []kit.Chip{shareChip(d.Share)},
		More: []kit.Action{{
			Label: words.T("calendar.duties.leader"), Icon: theme.NavigateNextIcon(),
			Do: func() { v.s.desk.Open(model.KindLeader, d.LeaderID) },
		}},
		Sections: []fyne.CanvasObject{kit.Facts(
			kit.TextFact(label("led"), number(d.Led)), kit.TextFact(label("ahead"), number(d.Ahead)),
			kit.TextFact(label("cancelled"), number(d.Cancelled)), kit.TextFact(label("hours"), dutyHours(d)),
			kit.TextFact(label("groups"), v.groupNames(groups)),
			kit.TextFact(label("share"), words.T("calendar.duties.share.text."+string(d.Share))),
		)},
	}
	if n := v.lacking(d); n > 0 {
		page.Next = []kit.NextStep{{Tone: kit.Attention, Text: words.N("calendar.duties.missing", n)}}
	}
	page.Sections = append(page.Sections, v.lists(d)...)
	return page.View()
}

func (v *dutiesView) gapPage(gap model.PairGap) fyne.CanvasObject {
	d := v.without(gap)
	if len(d.Sessions) == 0 {
		return nil
	}
	page := kit.Page{
		Title: words.T("calendar.duties.gap." + string(gap)), Subtitle: words.N("calendar.duties.times", d.Led), Sections: v.lists(d),
	}
	if d.Ahead > 0 {
		page.Next = []kit.NextStep{{Tone: kit.Attention, Text: words.N("calendar.duties.gap.next", d.Ahead)}}
	}
	return page.View()
}

// lacking counts the sessions ahead in which the leader has no pair.
func (v *dutiesView) lacking(d model.Duty) int {
	n := 0
	for _, i := range d.Sessions {
		x := &v.sessions[i]
		if x.StatusOn(v.s.desk.Today()) == model.StatusAhead && len(model.PairGaps(x.Leaders, v.s.records.LeaderOf)) > 0 {
			n++
		}
	}
	return n
}

// lists are the sessions that are ahead, and then the others, the latest first.
func (v *dutiesView) lists(d model.Duty) []fyne.CanvasObject {
	var ahead, past []int
	for _, i := range d.Sessions {
		if v.sessions[i].Date.Before(v.s.desk.Today()) {
			past = append(past, i)
		} else {
			ahead = append(ahead, i)
		}
	}
	slices.Reverse(past)
	out := []fyne.CanvasObject{kit.Section(words.T("calendar.duties.section.ahead"), v.list(ahead, d.LeaderID))}
	if len(past) > 0 {
		out = append(out, kit.Section(words.T("calendar.duties.section.past"), v.list(past, d.LeaderID)))
	}
	return out
}

func (v *dutiesView) list(sessions []int, leader model.ID) fyne.CanvasObject {
	if len(sessions) == 0 {
		return kit.NewText(words.T("calendar.duties.none_ahead"))
	}
	lines := kit.Column()
	shown := sessions
	if v.whole != v.open && len(sessions) > shownDuties {
		shown = sessions[:shownDuties]
	}
	facts := make([]kit.Fact, len(shown))
	for n, i := range shown {
		facts[n] = v.line(v.sessions[i], leader)
	}
	lines.Add(kit.Facts(facts...))
	if rest := len(sessions) - len(shown); rest > 0 {
		lines.Add(kit.Flow(kit.NewButton(words.N("calendar.duties.more", rest), nil, func() {
			v.whole = v.open
			v.showAgain()
		})))
	}
	return lines
}

// showAgain makes the open page anew.
func (v *dutiesView) showAgain() {
	v.register.Select("")
	v.register.Select(v.whole)
	v.register.FocusPage() // the button is gone
}

// line is one session: its day and times, the group as a link to it, the place, the pair, and where it stands.
func (v *dutiesView) line(x model.Session, leader model.ID) kit.Fact {
	in := words.In(words.Current())
	pair := slices.DeleteFunc(slices.Clone(x.Leaders), func(id model.ID) bool { return id == leader })
	text := v.s.records.PlaceName(x.PlaceID)
	switch {
	case len(pair) > 0 && leader != "":
		text = words.Joined(text, words.T("calendar.duties.with", "names", v.s.names(pair)))
	case len(pair) > 0:
		text = words.Joined(text, v.s.names(pair))
	case leader != "":
		text = words.Joined(text, words.T("calendar.duties.alone"))
	}
	status := x.StatusOn(v.s.desk.Today())
	if status != model.StatusAhead {
		text = words.Joined(text, words.Code(in, "session.status", status), v.s.desk.Personal(x.Reason))
	}
	link := kit.NewLink(v.s.records.GroupName(x.GroupID), func() { v.s.OpenKind(model.KindSession, x.ID) })
	return kit.Fact{Label: weekdayAndDate(x.Date) + " " + in.ClockRange(x.From, x.Until), Value: container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()), link, kit.NewText(text))}
}
