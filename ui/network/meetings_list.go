package network

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// meetings are the meetings of the body, a section for each year: those to come, of this year and of the last; the others
// come with a press.
func (p *bodyPage) meetings() []fyne.CanvasObject {
	begin := kit.NewButton(words.T("network.meeting.new"), theme.ContentAddIcon(), func() { p.beginMeeting(p.b) })
	if len(p.all) == 0 {
		return []fyne.CanvasObject{kit.Section(words.T("network.section.meetings"), kit.NewText(words.T("network.meeting.none")), begin)}
	}
	var out []fyne.CanvasObject
	for i := 0; i < len(p.all); {
		year := p.all[i].Date.Year()
		list := kit.Column()
		for ; i < len(p.all) && p.all[i].Date.Year() == year; i++ {
			list.Add(p.meeting(p.all[i]))
		}
		title := words.T("network.section.meetings_of", "year", strconv.Itoa(year))
		if len(out) == 0 {
			out = append(out, kit.Section(title, list, begin))
		} else {
			out = append(out, kit.Section(title, list))
		}
		if rest := len(p.all) - i; rest > 0 && !p.allYears && year <= p.records.today.Year()-1 {
			out = append(out, kit.Flow(kit.NewQuietButton(words.N("network.meeting.earlier", rest), nil, func() {
				p.allYears = true
				p.Reload()
			})))
			break
		}
	}
	return out
}

// meeting is one meeting: its day, who was there, and what was decided, with what can be done about it.
func (p *bodyPage) meeting(m model.NetworkMeeting) fyne.CanvasObject {
	head := words.Joined(dayText(m.Date), p.in.ClockRange(m.From, m.Until), m.Place)
	var act *kit.Button
	switch {
	case m.Cancelled:
		act = kit.NewQuietButton(words.T("network.meeting.restore"), nil, func() { p.setCancelled(m, false) })
	case m.LacksMinutes(p.records.today):
		act = kit.NewQuietButton(words.T("network.meeting.minutes"), nil, func() { p.openMinutes(p.b, m) })
	case !m.Date.Before(p.records.today):
		act = kit.NewQuietButton(words.T("network.meeting.cancel"), nil, func() { p.askCancel(m) })
	}
	link := kit.NewLink(head, func() { p.openMeeting(p.b, m, false, "date") })
	var can []fyne.CanvasObject
	if act != nil {
		can = append(can, act)
	}
	if !m.Cancelled {
		can = append(can, p.printer(m))
	}
	line := kit.WithChip(link, p.meetingChip(m), can...)
	return kit.Column(line, kit.Facts(
		kit.TextFact(words.T("network.field.agenda"), m.Agenda),
		kit.TextFact(words.T("network.field.present"), p.in.List(p.records.names(m.Present))),
		kit.TextFact(words.T("network.field.decisions"), m.Decisions),
		kit.TextFact(words.T("network.field.notes"), p.desk.Personal(m.Notes)),
	))
}

// printer is the button that prints the memo of a meeting, or the invitation to it.
func (p *bodyPage) printer(m model.NetworkMeeting) fyne.CanvasObject {
	b := kit.NewQuietButton("", theme.DocumentPrintIcon(), func() { p.print(m) })
	said := words.T("network.meeting.print_memo")
	if !m.HeldBy(p.records.today) {
		said = words.T("network.meeting.print_invitation")
	}
	b.SetLabel(words.Joined(said, p.in.Date(m.Date)))
	return b
}

func (p *bodyPage) print(m model.NetworkMeeting) {
	p.desk.Print(func() (desk.Sheet, error) {
		centre, err := p.store.Centre(context.Background())
		if err != nil {
			return desk.Sheet{}, err
		}
		next, _ := p.b.Next(p.all, m.Date.AddDays(1))
		office := paper.Office{Organisations: p.records.directory, Centre: centre, Today: p.records.today}
		return paper.Render(office.MeetingMemo(p.b, m, next.On, words.Current()))
	})
}

// printable is what Print prints: the invitation to the next meeting, or else the memo of the last; false without any.
func (p *bodyPage) printable() (found model.NetworkMeeting, ok bool) {
	for _, m := range p.all {
		if m.Cancelled || ok && m.HeldBy(p.records.today) {
			continue
		}
		found, ok = m, true
	}
	return found, ok
}

// meetingChip says what became of a meeting.
func (p *bodyPage) meetingChip(m model.NetworkMeeting) kit.Chip {
	switch {
	case m.Cancelled:
		return kit.Chip{Word: words.T("network.meeting.cancelled"), Tone: kit.Past}
	case !m.Date.Before(p.records.today):
		return kit.Chip{Word: words.T("network.meeting.ahead"), Tone: kit.Waiting}
	case m.LacksMinutes(p.records.today):
		return kit.Chip{Word: words.T("network.meeting.no_minutes"), Tone: kit.Attention}
	default:
		return kit.Chip{Word: words.T("network.meeting.held"), Tone: kit.OK}
	}
}

func (p *bodyPage) askCancel(m model.NetworkMeeting) {
	p.desk.Dialogs.Confirm(words.T("network.meeting.cancel.title", "day", p.in.Date(m.Date)), words.T("network.meeting.cancel.text"),
		words.T("network.meeting.cancel"), false, func() { p.setCancelled(m, true) })
}

func (p *bodyPage) setCancelled(m model.NetworkMeeting, cancelled bool) {
	_, err := p.store.UpdateNetworkMeeting(context.Background(), m.ID, func(kept *model.NetworkMeeting) error {
		kept.Cancelled = cancelled
		return nil
	})
	if err != nil {
		p.desk.Fail(err, nil)
		return
	}
	said := "network.meeting.restored"
	if cancelled {
		said = "network.meeting.cancelled_said"
	}
	p.desk.Say(words.T(said, "day", p.in.Date(m.Date)))
	p.Reload()
}
