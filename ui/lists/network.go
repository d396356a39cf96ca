package lists

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/table"
)

// Body is a body of the network with what the register says beside it.
type Body struct {
	Of       *model.Body
	HowOften string     // in words
	Next     model.Date // zero when it cannot be told
	State    string     // how it stands with its next meeting
	Members  []string   // names
	Held     int        // meetings of this year
}

// Bodies lists the bodies of the network.
func (a About) Bodies(rows []Body) table.Report {
	type row = Body
	return list(a, "bodies", []column[row]{
		text("name", 46, func(x row) string { return x.Of.Name.Best(model.Language(a.In)) }),
		text("body_kind", 34, func(x row) string { return word(a, "body.kind", x.Of.Kind) }),
		text("how_often", 44, func(x row) string { return x.HowOften }),
		day(a, "next_meeting", func(x row) model.Date { return x.Next }),
		text("state", 26, func(x row) string { return x.State }),
		number(a, "held_this_year", func(x row) int { return x.Held }),
		text("members", 60, func(x row) string { return strings.Join(x.Members, ", ") }),
	}, rows)
}

// Survey is a survey with what the register says beside it.
type Survey struct {
	Of    *model.Survey
	Group string
}

// Surveys lists surveys by their sums.
func (a About) Surveys(rows []Survey) table.Report {
	type row = Survey
	return list(a, "surveys", []column[row]{
		day(a, "closed_on", func(x row) model.Date { return x.Of.On }),
		text("name", 44, func(x row) string { return x.Of.Name }),
		text("survey_kind", 30, func(x row) string { return word(a, "survey.kind", x.Of.Kind) }),
		text("target", 36, func(x row) string { return x.Of.Target }),
		text("group", 30, func(x row) string { return x.Group }),
		count(a, "asked", func(x row) model.Count { return x.Of.Asked }),
		count(a, "answers", func(x row) model.Count { return x.Of.Answers }),
		count(a, "rate", func(x row) model.Count { return x.Of.ResponseRate() }),
		count(a, "positive", func(x row) model.Count { return x.Of.Positive }),
		text("finding", 60, func(x row) string { return x.Of.Finding }),
	}, rows)
}
