package words

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"kumppani/model"
)

// Clock writes c as times are written in Finland, 9.30; in English 9:30. The zero Clock is empty text.
func (in In) Clock(c model.Clock) string {
	if c.IsZero() {
		return ""
	}
	separator := "."
	if model.Language(in) == model.English {
		separator = ":"
	}
	return fmt.Sprintf("%d%s%02d", c.Hour(), separator, c.Minute())
}

// ClockRange writes the times from–until: 9.30–11.30; one of them alone when the other is not known: 9.30–.
func (in In) ClockRange(from, until model.Clock) string {
	if from.IsZero() && until.IsZero() {
		return ""
	}
	return in.Clock(from) + "–" + in.Clock(until)
}

// ClockError says why a typed text is not a time of day.
type ClockError struct{ Text string }

// Error gives the text for the log.
func (e *ClockError) Error() string { return fmt.Sprintf("not a time of day: %q", e.Text) }

// Say gives the sentence for the person.
func (e *ClockError) Say(in In) string { return in.T("clock.not_a_time", "text", e.Text) }

var typedClock = regexp.MustCompile(`^(?:klo|kl\.?)? ?(\d{1,2})(?:[.:, ]?(\d{2}))?$`)

// ParseClock understands a time of day as people type it: 9, 9.30, 9:30, 9,30 (the comma of a Finnish number pad), 930,
// klo 9.30, kl. 9.30. Empty text is the zero Clock. The error is a *ClockError.
func ParseClock(text string) (model.Clock, error) {
	s := strings.ToLower(strings.Join(strings.Fields(text), " "))
	if s == "" {
		return model.Clock{}, nil
	}
	m := typedClock.FindStringSubmatch(s)
	if m == nil {
		return model.Clock{}, &ClockError{text}
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2]) // empty is 0
	c, ok := model.NewClock(hour, minute)
	if !ok {
		return c, &ClockError{text}
	}
	return c, nil
}
