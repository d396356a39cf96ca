package importing

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/spreadsheet"
)

// cells are what a row has for each field, without the empty ones.
type cells map[Field]spreadsheet.Value

// attribute is one field of a record of type T: how a cell is put into it, and how it is shown. set changes nothing when it
// finds trouble; it may give trouble that is only worth knowing (Kept) and change the record all the same. What hangs from
// a record by slices and maps is cloned before it is changed.
type attribute[T any] struct {
	field Field
	set   func(r *Row, t *T, v spreadsheet.Value) *Trouble
	get   func(t *T) string
}

// found is which record a row is about.
type found struct {
	id         model.ID // empty: a new one
	candidates []Candidate
	trouble    *Trouble
}

// kindOf is everything that is particular to the records of one kind.
type kindOf[T any] struct {
	attributes []attribute[T]
	known      map[model.ID]T    // the register
	idle       func(r *Row) bool // the row has nothing to take in; may be nil
	find       func(r *Row) found
	fresh      func(id model.ID) T                // a new record
	begin      func(r *Row, t *T)                 // before the cells of a row are put in; may be nil
	end        func(r *Row, t *T, isNew bool)     // afterwards; may be nil
	check      func(t *T) []model.Problem         // what the model finds amiss
	tells      func(r *Row, p model.Problem) bool // says a problem in its own way, and reports whether it has; may be nil
	learn      func(t *T)                         // so that the rows below find it
	label      func(t *T) string                  // its name
	put        func(b *model.ImportBatch, t T)    // into what is written
}

// judging is an engine for records of type T.
type judging[T any] struct {
	*records
	kindOf[T]
	of      Kind
	working map[model.ID]T               // records as the rows so far have left them
	said    map[model.ID]map[subject]int // which row changed what in them
}

func newOf[T any](kind Kind, x *records, k kindOf[T]) engine {
	return &judging[T]{records: x, kindOf: k, of: kind, working: map[model.ID]T{}, said: map[model.ID]map[subject]int{}}
}

// subject is what a row says something of: a field of a record, or of one contact or training of it.
type subject struct {
	field Field
	item  int // -1 for a field of the record itself
}

// trainingFields are those of one training of a leader.
var trainingFields = []Field{Programme, CompletedOn, Where, Hours}

func (x *records) subject(f Field) subject {
	if slices.Contains(contactFields, f) || slices.Contains(trainingFields, f) {
		return subject{f, x.item}
	}
	return subject{f, -1}
}

// nameIn is what a row is called before its record is known.
func nameIn(c cells) string {
	for _, f := range []Field{Name, NameFi, NameSv, NameEn, ContactName, FirstName, OrganisationName, GroupName, PlaceName, On} {
		if c[f].Text != "" {
			return c[f].Text
		}
	}
	return ""
}

// totals is what a last row is called that adds up the others, folded; addedUp is what may stand beside such a word.
var (
	totals = strings.Fields("yhteensa yht summa valisumma loppusumma totalt sammanlagt summering delsumma slutsumma total totals subtotal sum")
	// of people, places and so on, in the three languages
	addedUp = strings.Fields("kaikki kaikkiaan rivia rivit kpl hlo hloa henkilo henkiloa henkilot henkiloita ohjaajaa ohjaajia ohjaajat vapaaehtoista " +
		"vapaaehtoisia vapaaehtoiset osallistujaa osallistujia kavijaa kavijoita kavijat aikuista aikuisia lasta lapsia kayntia kaynteja organisaatiota " +
		"organisaatioita yhteyshenkiloa ryhmaa ryhmia paikkaa paikkoja kertaa rader st person personer ledare frivilliga deltagare besokare besok " +
		"vuxna barn organisationer grupper platser ganger all grand rows people persons leaders volunteers participants visitors visits adults children " +
		"organisations groups places sessions")
)

// addsUp reports whether a row of this name adds up the others: besides the word for a sum there is nothing but numbers,
// marks, and what was counted. A number beside the word is no first name.
func addsUp(name string) bool {
	parts := strings.FieldsFunc(model.Fold(name), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(totals, p) }) &&
		!slices.ContainsFunc(parts, func(p string) bool { return !slices.Contains(totals, p) && !slices.Contains(addedUp, p) })
}

// judge finds out what a row does, and remembers its record.
func (j *judging[T]) judge(r *Row) {
	if len(r.cells) == 0 || (j.idle != nil && j.idle(r)) {
		if r.State = RowEmpty; len(r.Troubles) > 0 { // there was something in it, and none of that is taken in
			r.State = RowError
		}
		return
	}
	r.Name = nameIn(r.cells)
	if addsUp(r.Name) {
		r.Troubles = append(r.Troubles, Trouble{Code: "total_row", Fatal: true})
		r.State = RowError
		return
	}
	for _, oneOf := range needsOf[j.of] {
		if !slices.ContainsFunc(oneOf, func(f Field) bool { return r.cells[f].Text != "" }) {
			r.Troubles = append(r.Troubles, Trouble{Field: oneOf[0], Code: "missing", Args: []any{"field", j.f.Word(oneOf[0])}, Fatal: true})
			r.State = RowError
			return
		}
	}
	if !r.decided {
		switch f := j.find(r); {
		case f.trouble != nil:
			f.trouble.Fatal = true
			r.Troubles = append(r.Troubles, *f.trouble)
			r.State = RowError
			return
		case len(f.candidates) > 0:
			if j.of != Counts { // sessions are in the order of their times already
				slices.SortFunc(f.candidates, Candidate.compare)
			}
			r.State, r.Candidates = RowUndecided, f.candidates
			return
		default:
			r.ID = f.id
		}
	}
	isNew := r.ID == ""
	if isNew {
		r.ID = ids.New()
	}
	before := j.record(r.ID, j.working)
	after := j.applied(r, before, nil)
	r.Name = j.label(&after)
	if j.end != nil {
		j.end(r, &after, isNew)
	}
	j.problems(r, &before, &after, isNew)
	switch {
	case slices.ContainsFunc(r.Troubles, func(t Trouble) bool { return t.Fatal }):
		r.State, r.Changes = RowError, nil
		return
	case isNew:
		r.State = RowNew
	case len(r.Changes) == 0:
		r.State = RowSame
		return
	default:
		r.State = RowDiffers
	}
	r.Accepted = true
	j.contradictions(r)
	j.working[r.ID] = after
	j.learn(&after)
}

// contradictions warns where a row says of a record something else than a row above it: the last one counts.
func (j *judging[T]) contradictions(r *Row) {
	said := j.said[r.ID]
	if said == nil {
		said = map[subject]int{}
		j.said[r.ID] = said
	}
	for _, c := range r.Changes {
		what := j.subject(c.Field)
		if above := said[what]; above > 0 && above < r.N && c.Old != "" { // one decided on late may stand above those judged before it
			r.Troubles = append(r.Troubles, Trouble{Field: c.Field, Text: c.New, Code: "other_row", Args: []any{"row", above}, Kept: true})
		}
		said[what] = max(said[what], r.N)
	}
}

// record is a record as it stands in a set of changed ones, in the register, or a new one.
func (j *judging[T]) record(id model.ID, changed map[model.ID]T) T {
	if t, ok := changed[id]; ok {
		return t
	}
	if t, ok := j.known[id]; ok {
		return t
	}
	return j.fresh(id)
}

// applied puts the cells of a row into a record, and says in the row what that changes. With only, which is the batch
// being made, it puts in what a person keeps and says nothing.
func (j *judging[T]) applied(r *Row, t T, only map[Field]bool) T {
	if j.begin != nil {
		j.begin(r, &t)
	}
	for _, a := range j.attributes {
		v, ok := r.cells[a.field]
		if !ok || (only != nil && !only[a.field]) {
			continue
		}
		old := a.get(&t)
		trouble := a.set(r, &t, v)
		if only != nil {
			continue
		}
		if trouble != nil {
			trouble.Field = a.field
			r.Troubles = append(r.Troubles, *trouble)
		}
		if now := a.get(&t); now != old {
			r.Changes = append(r.Changes, Change{Field: a.field, Old: old, New: now, Keep: true})
		}
	}
	return t
}

// problems says what the model finds amiss: what it refuses is not taken in; what it warns of is said where the row
// changes the field or brings the warning about by changing another.
func (j *judging[T]) problems(r *Row, before, after *T, isNew bool) {
	var already []model.Problem
	if !isNew {
		already = j.check(before)
	}
	for _, p := range j.check(after) {
		if j.tells != nil && j.tells(r, p) {
			continue
		}
		field := j.fieldOf(p.Field)
		was := slices.ContainsFunc(already, func(a model.Problem) bool { return a.Field == p.Field && a.Code == p.Code })
		changed := isNew || slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Field == field })
		if p.Severity == model.Warning && was && !changed {
			continue
		}
		args := []any{}
		for _, name := range slices.Sorted(maps.Keys(p.Args)) {
			args = append(args, name, j.shown(p.Args[name]))
		}
		r.Troubles = append(r.Troubles, Trouble{
			Field: field, Text: r.cells[field].Text, Code: "problem." + p.Code, Args: args, Fatal: p.Severity == model.Refusal, Kept: p.Severity == model.Warning,
		})
	}
}

// problemFields are the fields of problems of the model that are called otherwise here.
var problemFields = map[string]Field{
	"name": NameFi, "kind": PlaceKind, "type": GroupType, "booking_name": ContactName, "booking_phone": ContactPhone,
	"booking_email": ContactEmail, "contacts.name": ContactName, "contacts.title": ContactTitle, "contacts.phone": ContactPhone,
	"contacts.email": ContactEmail, "contacts.until": ContactUntil, "elsewhere.on": CompletedOn, "elsewhere.where": Where,
	"elsewhere.programme": Programme,
}

// fieldOf is the field of this kind that a problem of the model is about, empty when there is none, or when the problem is
// that of another contact or training than the row's.
func (j *judging[T]) fieldOf(path string) Field {
	var parts []string
	for part := range strings.SplitSeq(path, ".") {
		switch i, err := strconv.Atoi(part); {
		case err != nil:
			parts = append(parts, part)
		case i != j.item:
			return ""
		}
	}
	name := strings.Join(parts, ".")
	has := func(f Field) bool {
		return slices.ContainsFunc(j.attributes, func(a attribute[T]) bool { return a.field == f })
	}
	for _, f := range []Field{Field(name), Field(path), problemFields[name]} {
		if has(f) {
			return f
		}
	}
	return ""
}

// shown is a value that a sentence names.
func (x *records) shown(v any) any {
	if d, ok := v.(model.Date); ok {
		return x.f.In.Date(d)
	}
	return v
}

// batch puts together the records that accepted rows change.
func (j *judging[T]) batch(rows []Row) model.ImportBatch {
	changed := map[model.ID]T{}
	var order []model.ID
	for i := range rows {
		r := &rows[i]
		if !r.Accepted || (r.State != RowNew && r.State != RowDiffers) {
			continue
		}
		only := map[Field]bool{}
		for field := range r.cells {
			only[field] = true
		}
		kept := false
		for _, c := range r.Changes {
			only[c.Field] = c.Keep
			kept = kept || c.Keep
		}
		if !kept {
			continue
		}
		if _, ok := changed[r.ID]; !ok {
			order = append(order, r.ID)
		}
		after := j.applied(r, j.record(r.ID, changed), only)
		if j.end != nil {
			j.end(&Row{cells: r.cells}, &after, r.State == RowNew)
		}
		changed[r.ID] = after
	}
	var b model.ImportBatch
	for _, id := range order {
		t := changed[id]
		if known, ok := j.known[id]; ok && reflect.DeepEqual(known, t) {
			continue // a row below puts back what a row above changes
		}
		if len(model.Refusals(j.check(&t))) == 0 { // a row whose name a person left out is no record
			j.put(&b, t)
			if _, there := j.known[id]; there {
				b.Known = append(b.Known, id)
			}
		}
	}
	return b
}
