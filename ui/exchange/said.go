package exchange

import (
	"strings"

	"kumppani/ui/importing"
	"kumppani/ui/words"
)

// personal are the fields that are about people in records that are not.
var personal = map[importing.Field]bool{
	importing.ContactName: true, importing.ContactPhone: true, importing.ContactEmail: true, importing.GroupLeaders: true,
	importing.Notes: true, importing.Keys: true,
}

// ofPeople reports whether the rows are people.
func ofPeople(k importing.Kind) bool {
	return k == importing.Leaders || k == importing.Training || k == importing.Contacts
}

// name is what a row is called, as it may be shown now.
func (p *preview) name(r *importing.Row) string {
	switch {
	case r.Name == "":
		return words.T("exchange.preview.nameless")
	case ofPeople(p.plan.Kind):
		return p.v.desk.Person(r.Name)
	default:
		return r.Name
	}
}

// value is a value of a field, as it may be shown now.
func (p *preview) value(f importing.Field, text string) string {
	if ofPeople(p.plan.Kind) || personal[f] {
		return p.v.desk.Personal(text)
	}
	return text
}

// change says what becomes of a field: "040 000 0100 › 040 000 0200".
func (p *preview) change(r *importing.Row, c importing.Change) string {
	now := p.value(c.Field, c.New)
	if r.State == importing.RowNew {
		return now
	}
	old := p.value(c.Field, c.Old)
	if old == "" {
		old = words.T("exchange.preview.nothing")
	}
	return words.T("exchange.preview.change", "old", old, "new", now)
}

// trouble says what is amiss, with the head of the column.
func (p *preview) trouble(x importing.Trouble) string {
	x.Text = p.value(x.Field, x.Text)
	said := x.Say(words.In(words.Current()))
	if x.Column != "" {
		said = x.Column + ": " + said
	}
	return said
}

// gist says on one line what a row would do.
func (p *preview) gist(r *importing.Row) string {
	var said []string
	if r.State == importing.RowUndecided {
		said = append(said, words.T("importing.undecided"))
	}
	for _, x := range r.Troubles {
		if x.Fatal {
			said = append(said, p.trouble(x))
		}
	}
	for _, c := range r.Changes {
		if c.Keep && c.New != r.Name {
			said = append(said, words.T("exchange.preview.field", "field", p.before.facts.Word(c.Field), "value", oneLine(p.change(r, c))))
		}
	}
	for _, x := range r.Troubles {
		if !x.Fatal {
			said = append(said, p.trouble(x))
		}
	}
	return strings.Join(said, " · ")
}
