package records

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"kumppani/model"
	"kumppani/ui/words"
)

// Record is one object of a list. The same fields make the JSON object and the line of CSV, so that the two always have
// the same columns in the same order.
type Record struct {
	in     words.In       // of the words in the cells
	main   model.Language // in which a text of several languages is given first
	fields []field
}

// field is one value twice: as another program reads it and as a person reads it. What is not known is null and an empty
// cell, never 0.
type field struct {
	key   string
	value any
	word  string
}

func (r *Record) add(key string, value any, word string) {
	r.fields = append(r.fields, field{key, value, word})
}

func (r *Record) text(key, s string) { r.add(key, s, s) }

// texts gives a text in the main language of its record, and in each language by itself.
func (r *Record) texts(key string, t model.Text) {
	r.text(key, t.Best(r.main))
	for _, l := range model.Languages() {
		r.text(key+"_"+string(l), t.In(l))
	}
}

// name is text that names another record: null when there is none such.
func (r *Record) name(key, s string) {
	if s == "" {
		r.add(key, nil, "")
		return
	}
	r.text(key, s)
}

func (r *Record) id(key string, id model.ID) { r.name(key, string(id)) }

func (r *Record) date(key string, d model.Date) {
	if d.IsZero() {
		r.add(key, nil, "")
		return
	}
	r.add(key, d.String(), r.in.Date(d))
}

// moment is a point of time, given in UTC.
func (r *Record) moment(key string, t time.Time) {
	if t.IsZero() {
		r.add(key, nil, "")
		return
	}
	s := t.UTC().Format(time.RFC3339)
	r.add(key, s, s)
}

func (r *Record) number(key string, n int64) { r.add(key, n, fmt.Sprint(n)) }

func (r *Record) count(key string, c model.Count) {
	if !c.Known {
		r.add(key, nil, "")
		return
	}
	r.number(key, int64(c.N))
}

// amount is a number of at most two decimals, written from its hundredths so that it is exact.
func (r *Record) amount(key string, a model.Amount) {
	if !a.Known {
		r.add(key, nil, "")
		return
	}
	sign, h := "", a.Hundredths
	if h < 0 {
		sign, h = "-", -h
	}
	decimal := fmt.Sprintf("%s%d.%02d", sign, h/100, h%100)
	r.add(key, json.Number(strings.TrimSuffix(strings.TrimRight(decimal, "0"), ".")), r.in.Number(a.Hundredths))
}

func (r *Record) flag(key string, yes bool) {
	word := "commands.no"
	if yes {
		word = "commands.yes"
	}
	r.add(key, yes, r.in.T(word))
}

// code is a stable code of a closed set, whose word is the translation "<set>.<code>".
func code[C ~string](r *Record, key, set string, c C) {
	if c == "" {
		r.add(key, nil, "")
		return
	}
	r.add(key, string(c), words.Code(r.in, set, c))
}

func codes[C ~string](r *Record, key, set string, all []C) {
	list, said := make([]string, len(all)), make([]string, len(all))
	for i, c := range all {
		list[i], said[i] = string(c), words.Code(r.in, set, c)
	}
	r.add(key, list, joined(said))
}

// names is a list of texts.
func (r *Record) names(key string, all []string) {
	r.add(key, append([]string{}, all...), joined(all))
}

// nested makes a list of objects; fill puts one in order and returns its words in the one cell that CSV has for the list,
// empty for an object that a reader of the cell can do without.
func nested[T any](r *Record, key string, items []T, fill func(*Record, T) string) {
	list, said := make([]Record, len(items)), make([]string, len(items))
	for i, item := range items {
		list[i] = Record{in: r.in, main: r.main}
		said[i] = fill(&list[i], item)
	}
	r.add(key, list, joined(said))
}

// joined puts what is not empty into one cell.
func joined(parts []string) string {
	var out []string
	for _, s := range parts {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

// MarshalJSON writes the fields in their order.
func (r Record) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range r.fields {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:", f.key) // keys are plain ASCII
		v, err := plainJSON(f.value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.key, err)
		}
		b.Write(v)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON leaves <, > and & readable: nothing here ends up in a web page.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// JSON makes an array of objects; of none, an empty array.
func JSON(records []Record) ([]byte, error) {
	if len(records) == 0 {
		return []byte("[]\n"), nil
	}
	b, err := plainJSON(records)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = json.Indent(&out, b, "", "  ")
	out.WriteByte('\n')
	return out.Bytes(), err
}
