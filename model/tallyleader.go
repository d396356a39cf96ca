package model

// BeganIn reports whether the first day of the leader's work is in the period.
func (l Leader) BeganIn(p Period) bool { return p.Covers(l.FirstDay()) }

// EndedIn reports whether the leader ended for good in the period, seen from the day.
func (l Leader) EndedIn(p Period, day Date) bool {
	ended := l.EndedOn(day)
	return !ended.IsZero() && p.Covers(ended)
}

// Led is what a leader led.
type Led struct{ Sessions, Minutes int }

// LedSessions adds up who led what of the sessions that were held as seen on the day. One of which nobody has said whether it
// was held is not among them, as it is not among those held anywhere else.
func LedSessions(sessions []Session, day Date) map[ID]Led {
	out := map[ID]Led{}
	for i := range sessions {
		s := &sessions[i]
		if s.StatusOn(day) != StatusHeld {
			continue
		}
		for _, id := range s.Leaders {
			led := out[id]
			led.Sessions++
			led.Minutes += s.From.MinutesUntil(s.Until)
			out[id] = led
		}
	}
	return out
}

// Hours is the time led, in hours rounded to hundredths.
func (l Led) Hours() Amount {
	if l.Sessions == 0 {
		return Amount{}
	}
	return AmountOf((int64(l.Minutes)*100 + 30) / 60)
}
