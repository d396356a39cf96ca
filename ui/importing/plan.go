package importing

import (
	"cmp"
	"context"
	"regexp"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
)

// RowState is what becomes of a row. Its word is the translation "importing.state.<state>".
type RowState string

// The states of a row.
const (
	RowNew       RowState = "new"
	RowSame      RowState = "same"      // the register has all of it already
	RowDiffers   RowState = "differs"   // the register has the record, and something else in it
	RowUndecided RowState = "undecided" // it may be one of several records
	RowError     RowState = "error"
	RowEmpty     RowState = "empty" // there is nothing in it to take in
)

// RowStates lists them in the order in which they are told.
func RowStates() []RowState {
	return []RowState{RowNew, RowDiffers, RowSame, RowUndecided, RowError, RowEmpty}
}

// Row is a row of the file and what it would do.
type Row struct {
	N          int // its number in the file
	State      RowState
	Name       string      // of the record
	ID         model.ID    // of the record
	Changes    []Change    // with RowNew and RowDiffers
	Troubles   []Trouble   // cells that are left out, and what is worth knowing
	Candidates []Candidate // with RowUndecided, and after it was decided
	Accepted   bool        // whether it is taken in; true at first for RowNew and RowDiffers

	cells   cells
	decided bool
}

// Change is one field that a row changes, as a person sees it.
type Change struct {
	Field    Field
	Old, New string
	Keep     bool // whether the file's value is taken; true at first
}

// Candidate is a record that a row may be.
type Candidate struct {
	ID     model.ID
	Name   string
	Detail string // what tells it from the others
}

func (c Candidate) compare(o Candidate) int {
	return cmp.Or(cmp.Compare(c.Name, o.Name), cmp.Compare(c.Detail, o.Detail), cmp.Compare(c.ID, o.ID))
}

// Plan is what taking in a file would do. Nothing is written by it. It is used by one goroutine.
type Plan struct {
	Kind    Kind
	Source  string
	Rows    []Row
	NotUsed []string // heads of columns that are not taken

	facts  *Facts
	engine engine
	heads  map[Field]string // of the columns that are taken
}

// engine judges rows of one kind; it remembers the records as the rows before left them.
type engine interface {
	judge(r *Row)
	batch(rows []Row) model.ImportBatch
}

// Preview compares every row with the registers and with the rows above it. progress, which may be nil, is told how many
// rows of how many are done. CodeCancelled when ctx ends.
func (d *Draft) Preview(ctx context.Context, progress func(done, of int)) (*Plan, error) {
	p := &Plan{Kind: d.Kind, Source: d.Source, facts: d.facts, heads: map[Field]string{}, Rows: make([]Row, 0, len(d.body))}
	var err error
	if p.engine, err = d.newEngine(ctx); err != nil {
		return nil, err
	}
	for _, c := range d.Columns {
		switch {
		case c.Field != "":
			p.heads[c.Field] = c.Head
		case c.Head != "":
			p.NotUsed = append(p.NotUsed, c.Head)
		default:
			p.NotUsed = append(p.NotUsed, c.Letter)
		}
	}
	for i, row := range d.body {
		if i%200 == 0 {
			if ctx.Err() != nil {
				return nil, &model.Error{Code: model.CodeCancelled, Op: "preview import", Record: d.Source, Err: ctx.Err()}
			}
			if progress != nil {
				progress(i, len(d.body))
			}
		}
		r := Row{N: row.N}
		r.cells, r.Troubles = d.cellsOf(row)
		p.judge(&r)
		p.Rows = append(p.Rows, r)
	}
	return p, nil
}

// judge finds out what a row does. Troubles say the head of their column; what no column of the file has is called by its
// own word.
func (p *Plan) judge(r *Row) {
	p.engine.judge(r)
	for i := range r.Troubles {
		t := &r.Troubles[i]
		if t.Column = p.heads[t.Field]; t.Column == "" && t.Field != "" {
			t.Column = p.facts.Word(t.Field)
		}
	}
}

// newEngine makes what judges rows of the draft's kind.
func (d *Draft) newEngine(ctx context.Context) (engine, error) {
	f := d.facts
	x := newRecords(f)
	switch d.Kind {
	case Contacts:
		return newOf(d.Kind, x, contactKind(x)), nil
	case Leaders:
		return newOf(d.Kind, x, leaderKind(x)), nil
	case Training:
		return newOf(d.Kind, x, trainingKind(x)), nil
	case Places:
		return newOf(d.Kind, x, placeKind(x)), nil
	case Groups:
		return newOf(d.Kind, x, groupKind(x)), nil
	case Counts:
		sessions, err := d.sessions(ctx)
		if err != nil {
			return nil, err
		}
		return newOf(d.Kind, x, countKind(x, sessions)), nil
	default:
		return newOf(d.Kind, x, organisationKind(x)), nil
	}
}

// ourID is the form of the IDs that this program makes. By chance the digits of one may look like those of an identity code.
var ourID = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// cellsOf gathers what a row has for each field. A cell with a personal identity code is left out.
func (d *Draft) cellsOf(row spreadsheet.Row) (cells, []Trouble) {
	out := cells{}
	var troubles []Trouble
	for _, c := range d.Columns {
		if c.Field == "" {
			continue
		}
		v := row.Cell(c.index)
		secret := model.HasIdentityCode(v.Text) // before a soft hyphen is cleaned away
		v.Text = clean(v.Text)
		fault := row.Fault(c.index)
		switch {
		case fault != "":
			troubles = append(troubles, Trouble{Field: c.Field, Code: "cell_fault", Text: fault})
		case nothing(v.Text):
		case secret && !(c.Field == SessionID && ourID.MatchString(v.Text)):
			troubles = append(troubles, Trouble{Field: c.Field, Code: "identity_code"}) // what stands there is not repeated
		default:
			out[c.Field] = v
		}
	}
	first, last := out[FirstName].Text, out[LastName].Text
	whole := Name
	if d.Kind == Contacts {
		whole = ContactName
	}
	if last != "" && out[whole].Text == "" {
		v := out[LastName]
		if v.Text = last; first != "" {
			v.Text = first + " " + last
		}
		out[whole] = v
		delete(out, FirstName)
	}
	delete(out, LastName)
	return out, troubles
}

// Decide says which record an undecided row is: one of its candidates, or "" for none of them.
func (p *Plan) Decide(row int, id model.ID) {
	r := &p.Rows[row]
	candidates := r.Candidates
	cellsAsRead := r.cells
	kept := r.Troubles[:0:0]
	for _, t := range r.Troubles {
		if t.Code == "identity_code" || t.Code == "cell_fault" {
			kept = append(kept, t)
		}
	}
	*r = Row{N: r.N, ID: id, decided: true, cells: cellsAsRead, Troubles: kept}
	p.judge(r)
	r.Candidates = candidates
}

// Counted is how many rows there are of each state.
func (p *Plan) Counted() map[RowState]int {
	out := map[RowState]int{}
	for _, r := range p.Rows {
		out[r.State]++
	}
	return out
}

// Batch is what was accepted. It has the whole records, as they are once the rows have changed them.
func (p *Plan) Batch() model.ImportBatch {
	b := p.engine.batch(p.Rows)
	b.Source = p.Source
	return b
}
