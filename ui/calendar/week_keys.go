package calendar

import (
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// usualStart and usualLength are those of a new session whose time nobody has pointed at, in minutes.
const (
	usualStart  = 9*60 + 30
	usualLength = 120
)

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *weekView) MayLeave(then func()) {
	if v.panel == nil {
		then()
		return
	}
	v.panel.MayLeave(then)
}

// FocusSearch gives the keyboard to the first of the filters.
func (v *weekView) FocusSearch() { kit.Focus(v.bar.town) }

// New begins a session where the keyboard is.
func (v *weekView) New() {
	if v.form == byTime {
		at := v.time.At()
		v.begin(v.monday.AddDays(at.Column), at.From, weekRow{})
		return
	}
	row, column := v.lines.At()
	if row < len(v.rows) {
		v.begin(v.monday.AddDays(column), usualStart, v.rows[row])
	}
}

// begin opens the form of a new session on a day; the row, or else the lens, says where or with whom. Without a group
// there is none, and what to do first is said.
func (v *weekView) begin(day model.Date, minute int, row weekRow) {
	if len(v.s.records.Groups) == 0 {
		name, _ := v.s.records.firstStep()
		v.s.desk.Say(words.T("calendar.grid.start." + name))
		return
	}
	x := model.Session{Date: day, From: clockAt(minute), Until: clockAt(min(minute+usualLength, 24*60-15)), PlaceID: v.s.lens.place}
	if row.place != "" {
		x.PlaceID = row.place
	}
	for _, leader := range []model.ID{row.leader, v.s.lens.leader} {
		if leader != "" && len(x.Leaders) == 0 {
			x.Leaders = []model.ID{leader}
		}
	}
	v.MayLeave(func() { v.showPanel(x) })
}

// clockAt is the time so many minutes after midnight, at most 23.59.
func clockAt(minute int) model.Clock {
	minute = max(0, min(minute, 24*60-1))
	c, _ := model.NewClock(minute/60, minute%60)
	return c
}

// minuteOf is how many minutes after midnight a time is.
func minuteOf(c model.Clock) int { return 60*c.Hour() + c.Minute() }

// Edit opens the form of the session at the right.
func (v *weekView) Edit() {
	if v.panel != nil {
		v.panel.Edit()
	}
}

// Save saves the open form.
func (v *weekView) Save() {
	if v.panel != nil {
		v.panel.Save()
	}
}

// FormOpen reports whether a form is open.
func (v *weekView) FormOpen() bool { return v.panel != nil && v.panel.FormOpen() }

// Leave closes the form or the panel, and then gives the keyboard to the week.
func (v *weekView) Leave() {
	if v.panel != nil {
		v.panel.Leave()
		return
	}
	v.focusGrid()
}

// Step shows the session of the group before (−1) or after (+1) the open one, or without an open one another week.
func (v *weekView) Step(delta int) {
	if v.panel != nil {
		v.panel.Step(delta)
		return
	}
	v.turn(delta)
}

// FocusPage gives the keyboard to the panel, or to the week when there is none.
func (v *weekView) FocusPage() {
	if v.panel != nil {
		v.panel.FocusPage()
		return
	}
	v.focusGrid()
}

// MoreKeys are the keys of the week, as written on the keyboard, and what they do.
func (v *weekView) MoreKeys() [][2]string {
	keys := []string{"arrows", "enter", "page"}
	if v.form == byTime {
		keys = append(keys, "move", "stretch", "drop")
	}
	return gridKeys(keys...)
}

// gridKeys says keys and what they do.
func gridKeys(keys ...string) [][2]string {
	out := make([][2]string, len(keys))
	for i, k := range keys {
		out[i] = [2]string{words.T("calendar.grid.keys." + k + ".keys"), words.T("calendar.grid.keys." + k)}
	}
	return out
}
