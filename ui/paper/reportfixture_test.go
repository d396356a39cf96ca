package paper

import (
	"fmt"
	"time"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// testReport is an annual report with everything that a report can have, in a language.
func testReport(l model.Language) table.Report {
	in := words.In(l)
	say := func(fi, sv string) string {
		if l == model.Swedish {
			return sv
		}
		return fi
	}
	r := table.Report{
		Code: "annual", Title: say("Toimintakertomus 2026", "Verksamhetsberättelse 2026"), Language: l, AsOf: today,
		FileName: say("Toimintakertomus 2026", "Verksamhetsberättelse 2026"),
		Facts: []table.Fact{
			{Label: say("Ajanjakso", "Period"), Value: "1.1.–31.12.2026"},
			{Label: say("Alue", "Område"), Value: say("koko alue", "hela området")},
		},
		Notes: []string{
			say("Käynti ei ole henkilö: sama perhe käy monta kertaa.", "Ett besök är inte en person: samma familj kommer många gånger."),
			say("Suljettujen ryhmien alle viiden luvut on jätetty pois.", "Tal under fem i slutna grupper har utelämnats."),
		},
	}
	months := table.Table{Code: "months", Title: say("Käynnit kuukausittain", "Besök per månad"), Columns: []table.Column{
		{Code: "month", Head: say("Kuukausi", "Månad")},
		{Code: "held", Head: say("Pidettyjä kertoja", "Hållna träffar"), Number: true},
		{Code: "visits", Head: "2026", Number: true},
		{Code: "before", Head: "2025", Number: true},
	}}
	var names []string
	this, before := make([]model.Count, 12), make([]model.Count, 12)
	for m := range 12 {
		name := in.Month(time.Month(m + 1))
		names = append(names, name)
		this[m], before[m] = model.CountOf(900+(m*317)%800), model.CountOf(700+(m*271)%700)
		if m == 6 {
			this[m], before[m] = model.Count{}, model.CountOf(0)
		}
		months.Rows = append(months.Rows, []table.Value{
			table.Words(words.Capital(name)), table.Number(in, 20+m), table.Count(in, this[m]), table.Count(in, before[m]),
		})
	}
	months.Total = []table.Value{table.Words(say("Yhteensä", "Totalt")), table.Number(in, 306), table.Number(in, 14321), table.Number(in, 12045)}
	months.Notes = []string{say("Heinäkuun luvut puuttuvat 3 kerralta 24:stä.", "För juli saknas talen för 3 av 24 träffar.")}
	series := []table.Series{{Name: "2026", Values: this}, {Name: "2025", Values: before}}
	places := table.Chart{Title: say("Käynnit paikoittain", "Besök per plats"), Kind: table.Bars, Summary: say("Eniten käyntejä oli Perhetuvassa.", "Flest besök hade Familjestugan.")}
	byPlace := table.Series{Name: "2026"}
	lastYear := table.Series{Name: "2025"}
	for i, p := range []string{"Perhetupa Sarka", "Kauppakeskuksen kohtaamispaikka", "Strömfors församlingshem och lekparksverksamhet", "Kirjasto", "Seurakuntatalo"} {
		places.Categories = append(places.Categories, p)
		byPlace.Values = append(byPlace.Values, model.CountOf(2000-i*437))
		lastYear.Values = append(lastYear.Values, model.Count{N: 1800 - i*300, Known: i != 2})
	}
	places.Series = []table.Series{byPlace, lastYear}
	sessions := table.Table{Code: "sessions", Title: say("Kerrat ryhmittäin", "Träffar per grupp"), Columns: []table.Column{
		{Code: "group", Head: say("Ryhmä", "Grupp")}, {Code: "place", Head: say("Paikka", "Plats")}, {Code: "first", Head: say("Alkanut", "Började")},
	}}
	for _, head := range []string{say("Suunniteltu", "Planerade"), say("Pidetty", "Hållna"), say("Peruttu", "Inställda"), say("Kirjaamatta", "Ej antecknade"), say("Aikuisia", "Vuxna"), say("Lapsia", "Barn"), say("Vapaaehtoistunteja", "Frivilligtimmar")} {
		sessions.Columns = append(sessions.Columns, table.Column{Code: head, Head: head, Number: true})
	}
	for i := range 34 {
		row := []table.Value{
			table.Words(fmt.Sprintf("Perhekahvila %d: vauvaperheiden keskiviikko", i+1)), table.Words("Perhetupa Sarka"), table.Day(in, today.AddDays(-i*17)),
		}
		for c := range 7 {
			row = append(row, table.Hundredths(in, int64(100*(i*37+c*411)+50*(c/6))))
		}
		sessions.Rows = append(sessions.Rows, row)
	}
	few := table.Table{Code: "empty", Title: say("Kyselyt", "Enkäter"), Columns: []table.Column{{Code: "x", Head: "x"}}, Empty: say("Kyselyjä ei tehty.", "Inga enkäter gjordes."), Notes: []string{say("Tieto puuttuu kahdesta kunnasta.", "Uppgift saknas från två kommuner.")}}
	r.Sections = []table.Section{
		{
			Title: say("Vuosi lyhyesti", "Året i korthet"), Text: []string{say("Perhekeskuksen toimintaa järjestettiin kolmessa kunnassa.", "Familjecentret verkade i tre kommuner.")},
			Facts: []table.Fact{
				{Label: say("Käyntejä", "Besök"), Value: in.Number(1432100)},
				{Label: say("Pidettyjä kertoja", "Hållna träffar"), Value: "306"},
				{Label: say("Vapaaehtoisohjaajia", "Frivilliga ledare"), Value: "42"},
				{Label: say("Vapaaehtoistyön tunteja", "Timmar frivilligarbete"), Value: in.Number(123050)},
				{Label: say("Voimassa olevia sopimuksia", "Avtal i kraft"), Value: "17"},
				{Label: say("Koulutettuja", "Utbildade"), Value: "23 (19)"},
			},
		},
		{
			Title: say("Kohtaamispaikat", "Mötesplatser"), Charts: []table.Chart{
				{Title: months.Title, Kind: table.Bars, Categories: names, Series: series, Summary: say("Käyntejä oli eniten syksyllä.", "Flest besök på hösten.")},
				{Title: say("Käynnit kuukausittain, kolme vuotta", "Besök per månad, tre år"), Kind: table.Lines, Categories: names, Series: append(series, table.Series{Name: "2024", Values: append(this[3:], before[:3]...)}), Summary: "Viivat."},
				places,
			}, Tables: []table.Table{months, sessions},
		},
		{Title: few.Title, Tables: []table.Table{few}},
	}
	return r
}
