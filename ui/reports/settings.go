package reports

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/report"
)

// settings are what was chosen for a report, as it is remembered on this computer. The day as of which is not: it is today
// until somebody says otherwise.
type settings struct {
	ChosenIn     int // the year in which the period was chosen: in another one the usual period is meant again
	From, Until  string
	Municipality model.Municipality
	Kind         model.Kind
	ID, Contact  model.ID
}

// prefReport begins the name under which the settings of a report are remembered.
const prefReport = "report."

// remembered is the question that was last asked of a report, or the usual one.
func remembered(code report.Code, today model.Date) report.Question {
	q := report.Question{Code: code, Period: model.YearPeriod(model.ReportYear(today)), AsOf: today}
	var s settings
	if json.Unmarshal([]byte(fyne.CurrentApp().Preferences().String(prefReport+string(code))), &s) != nil {
		return q // nothing was asked yet
	}
	q.Municipality, q.Subject = s.Municipality, report.Subject{Kind: s.Kind, ID: s.ID, ContactID: s.Contact}
	from, err := model.ParseDate(s.From)
	until, err2 := model.ParseDate(s.Until)
	if err == nil && err2 == nil && s.ChosenIn == today.Year() && !from.IsZero() && !until.Before(from) {
		q.Period = model.Period{From: from, Until: until}
	}
	return q
}

// remember keeps what was asked of a report.
func remember(q report.Question, today model.Date) {
	b, err := json.Marshal(settings{
		ChosenIn: today.Year(), From: q.Period.From.String(), Until: q.Period.Until.String(), Municipality: q.Municipality,
		Kind: q.Subject.Kind, ID: q.Subject.ID, Contact: q.Subject.ContactID,
	})
	if err == nil {
		fyne.CurrentApp().Preferences().SetString(prefReport+string(q.Code), string(b))
	}
}
