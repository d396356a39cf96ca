package meetings

import (
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// sessionLink says text and leads to a session in the calendar.
func (s *Screen) sessionLink(text string, id model.ID) *kit.Link {
	return kit.NewLink(text, func() { s.desk.Open(model.KindSession, id) })
}

// sessionLinks lists sessions by day and name, each a link; none is what is said when there are none.
func (s *Screen) sessionLinks(sessions []model.Session, none string) fyne.CanvasObject {
	if len(sessions) == 0 {
		return kit.NewText(none)
	}
	lines := kit.Column()
	for _, x := range sessions[:min(len(sessions), shownSessions)] {
		lines.Add(s.sessionLink(s.records.sessionLine(x), x.ID))
	}
	if more := len(sessions) - shownSessions; more > 0 {
		lines.Add(kit.NewText(words.N("meetings.closure.more_sessions", more)))
	}
	return lines
}

// sessionLines are sessions by day and name, one on a line.
func (r *records) sessionLines(sessions []model.Session) string {
	var lines []string
	for _, s := range sessions[:min(len(sessions), shownSessions)] {
		lines = append(lines, r.sessionLine(s))
	}
	if more := len(sessions) - shownSessions; more > 0 {
		lines = append(lines, words.N("meetings.closure.more_sessions", more))
	}
	return strings.Join(lines, "\n")
}

func (r *records) sessionLine(s model.Session) string {
	in := words.In(words.Current())
	return words.Joined(spaced(dayText(s.Date), in.ClockRange(s.From, s.Until)), r.GroupName(s.GroupID), r.PlaceName(s.PlaceID))
}
