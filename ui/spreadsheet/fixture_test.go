package spreadsheet

import (
	"fmt"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

var (
	today = model.MustDate("2026-11-22")
	fi    = words.In(model.Finnish)
)

// visits is a table with every kind of value, known and unknown.
func visits() table.Table {
	return table.Table{
		Code: "visits", Title: "Käynnit: ryhmittäin",
		Columns: []table.Column{
			{Code: "group", Head: "Ryhmä"},
			{Code: "phone", Head: "Puhelin"},
			{Code: "first", Head: "Ensimmäinen"},
			{Code: "visits", Head: "Käyntejä", Number: true},
			{Code: "hours", Head: "Tunteja", Number: true},
		},
		Rows: [][]table.Value{
			{table.Words("Perhetupa"), table.Words("+358 40 000 0100"), table.Day(fi, today), table.Number(fi, 1234), table.Hundredths(fi, 150)},
			{table.Words(`=HYPERLINK("http://x.example")`), table.Words("040 123"), {}, table.Number(fi, 0), table.Hundredths(fi, -200)},
			{table.Words("@a<b>&\"c\"\nd;e"), {}, table.Day(fi, model.MustDate("1900-01-01")), {}, {}},
		},
		Total: []table.Value{table.Words("Yhteensä"), {}, {}, table.Number(fi, 1234), table.Hundredths(fi, -50)},
		Notes: []string{"Kolmen kerran luvut puuttuvat."},
	}
}

// annual is a report of several tables with everything a report can have.
func annual() table.Report {
	second := visits()
	second.Code, second.Rows, second.Total, second.Empty = "again", nil, nil, "Ei käyntejä."
	return table.Report{
		Code: "annual", Title: "Toimintakertomus 2026", FileName: "Toimintakertomus 2026", Language: model.Finnish, AsOf: today,
		Facts: []table.Fact{{Label: "Kausi", Value: "1.1.–31.12.2026"}, {Label: "Kunta", Value: "=kaikki"}},
		Sections: []table.Section{
			{Title: "Luvut", Text: []string{"Vuosi oli vilkas."}, Facts: []table.Fact{{Label: "Käyntejä", Value: "1 234"}}},
			{Title: "Kävijät", Tables: []table.Table{visits(), second}},
		},
		Notes: []string{"Käynti ei ole henkilö."},
	}
}

func only(t table.Table) table.Report {
	return table.Report{
		Code: "list", Title: "Luettelo", FileName: "Luettelo", Language: model.Finnish, AsOf: today,
		Sections: []table.Section{{Tables: []table.Table{t}}},
	}
}

// counts is a list of so many sessions with their counts.
func counts(n int) table.Report {
	t := table.Table{Code: "counts", Title: "Kävijämäärät"}
	for _, c := range []string{"date", "place", "group", "adults", "children", "new", "hours", "status", "theme"} {
		t.Columns = append(t.Columns, table.Column{Code: c, Head: c})
	}
	for i := range n {
		t.Rows = append(t.Rows, []table.Value{
			table.Day(fi, today.AddDays(-i%3650)), table.Words(fmt.Sprintf("Perhetupa %d", i%40)), table.Words("Avoin perhekahvila"),
			table.Number(fi, i%17), table.Number(fi, i%23), table.Count(fi, model.Count{}), table.Hundredths(fi, int64(50*(i%7))),
			table.Words("pidetty"), table.Words("Askartelua ja yhteinen aamupala"),
		})
	}
	return only(t)
}
