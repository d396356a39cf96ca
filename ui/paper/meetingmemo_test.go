package paper

import (
	"strings"
	"testing"

	"kumppani/model"
)

// memoText is the texts of a document, one after the other.
func memoText(doc Document) string {
	var out strings.Builder
	say := func(p Paragraph) {
		for _, s := range p.Spans {
			out.WriteString(s.Text + "\n")
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case Title:
			out.WriteString(b.Text + "\n")
		case Heading:
			out.WriteString(b.Text + "\n")
		case Paragraph:
			say(b)
		case Facts:
			for _, f := range b.Rows {
				say(f.Label)
				say(f.Value)
			}
		}
	}
	return out.String()
}

func TestMeetingMemo(t *testing.T) {
	o := Office{
		Today: day("2026-11-22"), Centre: model.Centre{Name: model.Text{Fi: "Perhekeskus"}, Coordinator: "Aino Aalto"},
		Organisations: model.DirectoryOf([]model.Organisation{{ID: "k", Name: model.Text{Fi: "Kunta", Sv: "Kommunen"}}, {ID: "m", Name: model.Text{Fi: "MLL"}}}),
	}
	b := model.Body{Name: model.Text{Fi: "Johtoryhmä", Sv: "Ledningsgruppen"}, Members: []model.ID{"k", "m"}}
	m := model.NetworkMeeting{Date: day("2026-11-10"), Place: "Kunnantalo", Present: []model.ID{"k"}, Agenda: "Kevään kausi", Decisions: "Jatketaan."}
	memo := o.MeetingMemo(b, m, day("2027-05-11"), model.Finnish)
	text := memoText(memo)
	for _, want := range []string{"Muistio – Johtoryhmä", "10.11.2026", "Kunnantalo", "Kunta", "Kevään kausi", "Jatketaan.", "11.5.2027", "Aino Aalto"} {
		if !strings.Contains(text, want) {
			t.Errorf("the memo does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "MLL") || memo.FileName != "Muistio Johtoryhmä 10.11.2026.pdf" {
		t.Errorf("%s names who was not there:\n%s", memo.FileName, text)
	}
	m.Date, m.Present = day("2026-12-08"), nil
	text = memoText(o.MeetingMemo(b, m, model.Date{}, model.Swedish))
	for _, want := range []string{"Möteskallelse – Ledningsgruppen", "Kommunen\nMLL"} {
		if !strings.Contains(text, want) {
			t.Errorf("the invitation does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Jatketaan.") || strings.Contains(text, "Nästa") {
		t.Errorf("the invitation tells what is not known yet:\n%s", text)
	}
	if r, err := Render(memo); err != nil || len(r.PDF) == 0 {
		t.Errorf("%d bytes, %v", len(r.PDF), err)
	}
}
