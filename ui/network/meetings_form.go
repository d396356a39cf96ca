package network

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// meetingForm edits a draft of one meeting of a body.
type meetingForm struct {
	*form.Sheet
	v     *Meetings
	body  model.Body
	m     model.NetworkMeeting
	isNew bool

	minutes  bool // the fields for what was decided are there
	proposed bool // the members are present because nobody said otherwise
}

// beginMeeting begins a meeting of the body on the day that its rhythm has next.
func (v *Meetings) beginMeeting(b model.Body) {
	m := model.NetworkMeeting{BodyID: b.ID, From: b.From, Until: b.Until}
	if days := proposals(b, v.records.meetings, v.records.today); len(days) > 0 {
		m.Date = days[0]
	}
	for _, o := range v.records.of(b.ID) { // it usually meets where it met
		if m.Place = o.Place; m.Place != "" {
			break
		}
	}
	v.openMeeting(b, m, true, "date")
}

// openMinutes opens what was decided at a meeting. The members are proposed as present.
func (v *Meetings) openMinutes(b model.Body, m model.NetworkMeeting) {
	if len(m.Present) == 0 {
		m.Present = slices.Clone(b.Members)
	}
	v.openMeeting(b, m, false, "decisions")
}

// openMeeting edits a meeting; field has the keyboard at the start.
func (v *Meetings) openMeeting(b model.Body, m model.NetworkMeeting, isNew bool, field string) {
	m.Present = slices.Clone(m.Present)
	others := form.Cancel(v.register.Leave)
	f := &meetingForm{v: v, body: b, m: m, isNew: isNew}
	if isNew {
		f.Sheet = form.NewSheet(v.desk, v.register.Save, others)
	} else {
		f.Sheet = form.NewSheet(v.desk, v.register.Save, others, kit.NewQuietButton(words.T("network.meeting.delete"), nil, f.askDelete))
	}
	f.Build, f.Write = f.build, f.write
	f.Problems = f.problems
	f.Make()
	v.register.OpenForm(f.EditForm())
	if v.register.FormOpen() {
		f.Focus(field)
	}
}

func (f *meetingForm) build() {
	heading := "network.section.meeting"
	if f.isNew {
		heading = "network.meeting.new"
	}
	f.View.Section(words.T(heading) + " · " + f.body.Name.Best(words.Current()))
	b := bind(f.Sheet)
	date := form.Required(b.Date("date", &f.m.Date))
	f.View.Row(date)
	date.Input.(*kit.DateField).OnSettled = f.dated
	if f.isNew {
		f.propose(date)
	}
	f.View.Row(b.Clock("from", &f.m.From), b.Clock("until", &f.m.Until))
	f.View.Row(b.Entry("place", &f.m.Place, model.MaxName))
	f.View.Row(b.Hinted(b.Area("agenda", &f.m.Agenda)))
	f.minutes = false
	if !f.isNew {
		f.addMinutes()
	}
	if f.m.Cancelled {
		f.View.Row(b.Check("cancelled", &f.m.Cancelled))
	}
	f.dated()
}

// dated is told that the day of the meeting is settled: what has been held already has its minutes in the same form. They
// stay when the day becomes another, because something may be written there.
func (f *meetingForm) dated() {
	today := f.v.records.today
	if f.minutes || f.m.Date.IsZero() || f.m.Date.After(today) {
		return
	}
	if f.m.HeldBy(today) && len(f.m.Present) == 0 {
		f.m.Present, f.proposed = slices.Clone(f.body.Members), true
	}
	f.addMinutes()
}

// addMinutes adds the fields for who was there and what was decided.
func (f *meetingForm) addMinutes() {
	f.minutes = true
	b := bind(f.Sheet)
	f.View.Section(words.T("network.section.minutes"))
	first := f.body.Organisations([]model.NetworkMeeting{f.m})
	f.View.Row(b.Hinted(form.Choices(b, "present", f.v.records.options(first), &f.m.Present)))
	f.View.Row(b.Hinted(b.Area("decisions", &f.m.Decisions)))
	f.View.Row(b.Area("notes", &f.m.Notes))
}

// problems are what is amiss in the draft. A new meeting that is over lacks its decisions.
func (f *meetingForm) problems() []kit.Problem {
	m := f.tidied()
	out := form.Said(m.Check())
	if f.isNew && m.LacksMinutes(f.v.records.today) {
		out = append(out, kit.Problem{Field: "decisions", Warning: true, Sentence: words.T("network.meeting.no_decisions")})
	}
	return out
}

// propose offers the days that come of the rhythm of the body.
func (f *meetingForm) propose(date *kit.Field) {
	days := proposals(f.body, f.v.records.meetings, f.v.records.today)
	if len(days) < 2 {
		return
	}
	row := kit.Flow(widget.NewLabel(words.T("network.meeting.proposed")))
	for _, d := range days {
		row.Add(kit.NewQuietButton(dayText(d), nil, func() {
			f.m.Date = d
			date.Input.(*kit.DateField).SetValue(d)
			f.Touch()
			f.dated()
			f.Recheck()
		}))
	}
	f.View.Add(row)
}

// tidied is the draft as it is kept.
func (f *meetingForm) tidied() model.NetworkMeeting {
	m := f.m
	m.Place, m.Agenda = strings.TrimSpace(m.Place), strings.TrimSpace(m.Agenda)
	m.Decisions, m.Notes = strings.TrimSpace(m.Decisions), strings.TrimSpace(m.Notes)
	if f.proposed && !m.HeldBy(f.v.records.today) && slices.Equal(m.Present, f.body.Members) {
		m.Present = nil // the day has become one to come
	}
	return m
}

// write keeps the meeting; the page of its body is shown afterwards.
func (f *meetingForm) write(ctx context.Context) (model.ID, string, error) {
	draft := f.tidied()
	var err error
	if f.isNew {
		draft, err = f.v.store.CreateNetworkMeeting(ctx, draft)
	} else {
		draft, err = f.v.store.UpdateNetworkMeeting(ctx, draft.ID, func(kept *model.NetworkMeeting) error {
			*kept = draft
			return nil
		})
	}
	return f.body.ID, words.T("network.meeting.saved", "day", words.In(words.Current()).Date(draft.Date)), err
}

func (f *meetingForm) askDelete() {
	day := words.In(words.Current()).Date(f.m.Date)
	f.v.desk.Dialogs.Confirm(words.T("network.meeting.delete.title", "day", day), words.T("network.meeting.delete.text"),
		words.T("network.delete"), true, func() {
			if err := f.v.store.DeleteNetworkMeeting(context.Background(), f.m.ID); err != nil {
				f.v.desk.Fail(err, nil)
				return
			}
			f.v.desk.Say(words.T("network.deleted", "name", day))
			f.Reset()
			f.v.register.Leave()
			f.v.Reload()
		})
}
