package reports

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/kit"
	"kumppani/ui/table"
)

// sheet are the parts of a report on the screen, in the order in which they stand on paper.
func sheet(r table.Report) []fyne.CanvasObject {
	out := []fyne.CanvasObject{heading(r.Title, theme.SizeNameHeadingText), facts(r.Facts)}
	for _, s := range r.Sections {
		out = append(out, section(s)...)
	}
	for _, n := range r.Notes {
		note := kit.NewText(n)
		note.Importance = widget.LowImportance
		out = append(out, note)
	}
	return out
}

func section(s table.Section) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if s.Title != "" {
		out = append(out, layout.NewSpacer(), heading(s.Title, theme.SizeNameSubHeadingText))
	}
	if len(s.Facts) > 0 {
		out = append(out, facts(s.Facts))
	}
	for _, t := range s.Text {
		out = append(out, kit.NewText(t))
	}
	for _, c := range s.Charts {
		out = append(out, heading(c.Title, theme.SizeNameText), inset(chart(c)))
	}
	for _, t := range s.Tables {
		if t.Title != "" && !saidBy(s.Title, t.Title) {
			out = append(out, heading(t.Title, theme.SizeNameText))
		}
		if len(t.Rows) == 0 {
			out = append(out, kit.NewText(t.Empty))
		} else {
			out = append(out, inset(dataTable(t)))
		}
		for _, n := range t.Notes {
			note := kit.NewText(n)
			note.SizeName, note.Importance = theme.SizeNameCaptionText, widget.LowImportance
			out = append(out, note)
		}
	}
	return out
}

// saidBy reports whether the title of a section says that of its table already: "Erittely: ryhmittäin", "Ryhmittäin".
func saidBy(section, table string) bool {
	return strings.HasSuffix(strings.ToLower(section), strings.ToLower(table))
}

func heading(text string, size fyne.ThemeSizeName) fyne.CanvasObject {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.SizeName, l.Wrapping = size, fyne.TextWrapWord
	return l
}

// inset moves an object to where the words of a label begin.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	p := theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(0, p, p, p), o)
}

func facts(all []table.Fact) fyne.CanvasObject {
	out := make([]kit.Fact, len(all))
	for i, f := range all {
		out[i] = kit.TextFact(f.Label, f.Value)
	}
	return kit.Facts(out...)
}

func dataTable(t table.Table) fyne.CanvasObject {
	columns := make([]kit.DataColumn, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = kit.DataColumn{Head: c.Head, Number: c.Number}
	}
	var rows [][]string
	for _, r := range t.Rows {
		rows = append(rows, texts(r))
	}
	if t.Total != nil {
		rows = append(rows, texts(t.Total))
	}
	w := kit.NewDataTable(columns, rows, t.Total != nil)
	w.SetLabel(t.Title)
	return w
}

func texts(row []table.Value) []string {
	out := make([]string, len(row))
	for i, v := range row {
		out[i] = v.Text
	}
	return out
}

func chart(c table.Chart) fyne.CanvasObject {
	out := kit.NewChart(c.Title, c.Summary)
	out.Lines, out.Categories = c.Kind == table.Lines, c.Categories
	for _, s := range c.Series {
		out.Series = append(out.Series, kit.ChartSeries{Name: s.Name, Values: s.Values})
	}
	return out
}
