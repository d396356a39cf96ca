package paper

import (
	"strconv"

	"kumppani/model"
	"kumppani/ui/words"
)

// Register is the register of agreements: list in its order, with the states of the calendar's day. Filter says in words
// which agreements these are; empty when they are all.
func (o Office) Register(list []model.AgreementSummary, c model.Calendar, l model.Language, filter string) Document {
	s := o.newSheet([]model.Language{l})
	in := words.In(s.languages[0])
	s.named(func(in words.In) string { return in.T("paper.register") }, "", "")
	s.doc.FileName = fileName(in.T("paper.register"), c.Today.String())
	s.doc.Landscape = true
	s.doc.Header.Details = []string{in.Date(c.Today)}
	s.add(Title{Text: in.T("paper.register.title")})
	s.add(withValues(Facts{[]Fact{
		{Text("", in.T("paper.register.day")), Text("", joined(", ", in.Date(c.Today), in.N("paper.register.count", len(list))))},
		{Text("", in.T("paper.register.filter")), Text("", filter)},
	}}))
	t := Table{Empty: in.T("paper.register.none")}
	for _, column := range []struct {
		head   string
		weight float64
	}{
		{in.T("paper.register.decision_day"), 22},
		{in.T("paper.register.number"), 18},
		{in.T("paper.register.name"), 38},
		{in.T("paper.register.parties"), 42},
		{in.T("paper.register.form"), 20},
		{in.T("paper.register.state"), 31},
		{in.T("paper.register.term"), 21},
		{in.T("paper.register.notice"), 28},
		{in.T("paper.register.review"), 20},
	} {
		t.Columns = append(t.Columns, Column{Cell{Text("", column.head)}, column.weight})
	}
	for i := range list {
		t.Rows = append(t.Rows, o.registerRow(&list[i], c, in))
	}
	s.add(t)
	if len(list) > 0 {
		s.add(Spacer{2}, Note{Text("", in.T("paper.register.how", "days", strconv.Itoa(c.LeadDays)))})
	}
	return s.doc
}

func (o Office) registerRow(a *model.AgreementSummary, c model.Calendar, in words.In) []Cell {
	status := a.StatusOn(c)
	notice := ""
	if a.NoticeMonths.Known {
		notice = in.N("paper.register.months", a.NoticeMonths.N)
	}
	whole := model.Agreement{AgreementSummary: *a}
	var row []Cell
	for _, text := range []string{
		in.Date(status.DecisionDay), a.Number, a.Title.Best(model.Language(in)), in.List(o.allParties(&whole, in)),
		words.Code(in, "agreement.form", a.Form), words.Code(in, "agreement.state", status.State),
		periodOf(a, in), notice, in.Date(a.ReviewOn),
	} {
		row = append(row, Cell{Text("", text)})
	}
	return row
}
