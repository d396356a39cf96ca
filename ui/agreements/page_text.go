package agreements

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// shownClause is how much of one paragraph a page shows, in runes: to wrap a book takes seconds. All of it is printed.
const shownClause = 4000

// clauses shows the text of the agreement as it reads, in one of its languages at a time.
func (p *page) clauses() fyne.CanvasObject {
	l := p.language()
	var box []fyne.CanvasObject
	n := 0
	for _, c := range p.a.Clauses {
		if c.Off {
			continue
		}
		n++
		heading := kit.NewText(strconv.Itoa(n) + ". " + c.Heading.Best(l))
		heading.TextStyle.Bold = true
		box = append(box, heading)
		for _, text := range p.clause(c.Body.Best(l), l) {
			box = append(box, kit.NewText(text))
		}
	}
	if n == 0 {
		return nil
	}
	var actions []fyne.CanvasObject
	if len(p.a.Languages) > 1 {
		for _, other := range p.a.Languages {
			b := kit.NewQuietButton(words.Capital(words.Code(p.in, "language", other)), nil, func() { p.readIn(other) })
			if other == l {
				b.Disable()
			}
			actions = append(actions, b)
		}
	}
	return kit.Section(words.T("agreements.section.clauses"), container.NewVBox(box...), actions...)
}

// language is the one that the agreement is read in: as chosen, or that of the window if it is made in it.
func (p *page) language() model.Language {
	if l, ok := p.reading[p.a.ID]; ok {
		return l
	}
	for _, l := range p.a.Languages {
		if l == words.Current() {
			return l
		}
	}
	if len(p.a.Languages) > 0 {
		return p.a.Languages[0]
	}
	return model.Finnish
}

func (p *page) readIn(l model.Language) {
	p.reading[p.a.ID] = l
	p.Reload()
}

// clause is the text of a clause as it is read on a page: a blank as a line, a table as its rows.
func (p *page) clause(body string, l model.Language) []string {
	var out []string
	for _, paragraph := range words.In(l).Clause(body, &p.a, p.records.directory) {
		var b strings.Builder
		for _, piece := range paragraph.Pieces {
			b.WriteString(piece.Text)
			if piece.Blank {
				b.WriteString("________")
			}
		}
		switch paragraph.Table {
		case model.PlaceTasks:
			for _, t := range p.a.Tasks {
				b.WriteString("• " + words.Joined(t.Description.Best(l), p.records.parties(&p.a.AgreementSummary, t.PartyIDs)) + "\n")
			}
		case model.PlaceContributions:
			for _, c := range p.a.Contributions {
				b.WriteString("• " + words.Joined(p.partyName(c.PartyID), p.contribution(c)) + "\n")
			}
		case model.PlaceContacts:
			for _, party := range p.a.Parties {
				if c, ok := p.records.directory[party.OrganisationID].Contact(party.ContactID); ok {
					c = p.desk.Contact(c)
					b.WriteString("• " + words.Joined(p.partyName(party.ID), c.Name, c.Phone, c.Email) + "\n")
				}
			}
		}
		out = append(out, shortened(strings.TrimRight(b.String(), "\n"), shownClause))
	}
	return out
}

// shortened cuts a text that is longer than n runes, and says so.
func shortened(text string, n int) string {
	if len(text) <= n {
		return text
	}
	if r := []rune(text); len(r) > n {
		return string(r[:n]) + "… " + words.T("agreements.shortened")
	}
	return text
}

func (p *page) tasks() fyne.CanvasObject {
	if len(p.a.Tasks) == 0 {
		return nil
	}
	facts := make([]kit.Fact, len(p.a.Tasks))
	for i, t := range p.a.Tasks {
		who := cmp.Or(p.records.parties(&p.a.AgreementSummary, t.PartyIDs), words.T("agreements.task_of_nobody"))
		facts[i] = kit.TextFact(who, t.Description.Best(words.Current()))
	}
	return kit.Section(words.T("agreements.section.tasks"), kit.Facts(facts...))
}
