package kit

import (
	"strings"

	"kumppani/model"
)

// choices is what a list offers, folded once so that ten thousand are searched between two keystrokes.
type choices struct {
	labels, details []string
	folded          []string // label and detail, as they are searched
}

func (c *choices) add(label, detail string) {
	c.labels = append(c.labels, label)
	c.details = append(c.details, detail)
	c.folded = append(c.folded, model.Fold(label+" "+detail))
}

// named returns the index of the option with this label, or −1.
func (c *choices) named(label string) int {
	for i, l := range c.labels {
		if strings.EqualFold(l, strings.TrimSpace(label)) {
			return i
		}
	}
	return -1
}

// find returns the indices of the options in which every word of query is found, without regard to case and
// diacritics: first those that begin with the query, then those with a word that does, then the others.
func (c *choices) find(query string) []int {
	query = model.Fold(query)
	asked := strings.Fields(query)
	var begins, within, others []int
	for i, s := range c.folded {
		switch {
		case !containsAll(s, asked):
		case strings.HasPrefix(s, query):
			begins = append(begins, i)
		case strings.Contains(s, " "+query), strings.Contains(s, "-"+query):
			within = append(within, i)
		default:
			others = append(others, i)
		}
	}
	return append(append(begins, within...), others...)
}

func containsAll(s string, asked []string) bool {
	for _, word := range asked {
		if !strings.Contains(s, word) {
			return false
		}
	}
	return true
}

type rowKind int

const (
	rowNone   rowKind = iota // nothing was chosen: Esc, or a click beside the list
	rowOption                // one of the options
	rowKeep                  // keep the text as it was typed
	rowAdd                   // make something new of it
)

type choiceRow struct {
	kind  rowKind
	index int // of the option
}

// rows returns what the list shows for query. keep and add say whether those two rows are offered.
func (c *choices) rows(query string, keep, add bool) []choiceRow {
	var out []choiceRow
	for _, i := range c.find(query) {
		out = append(out, choiceRow{rowOption, i})
	}
	if keep && strings.TrimSpace(query) != "" && c.named(query) < 0 {
		out = append(out, choiceRow{kind: rowKeep})
	}
	if add {
		out = append(out, choiceRow{kind: rowAdd})
	}
	return out
}
