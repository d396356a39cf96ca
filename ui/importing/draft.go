package importing

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
)

// Draft is a file on its way in: which sheet, what its rows are, and which column is what. It is used by one goroutine.
type Draft struct {
	Source  string // name of the file, without its folder
	Kind    Kind
	Sheet   int      // which of Sheets
	Header  int      // number of the row with the heads of columns, 0 when there is none
	Columns []Column // those that have something in them

	facts *Facts
	book  spreadsheet.Workbook
	body  []spreadsheet.Row // below the header
}

// Column is a column of the sheet.
type Column struct {
	Letter   string // A, B … AA
	Head     string // as it is in the file; empty without one
	Examples []string
	Field    Field // empty: not taken
	index    int
}

// examples is how many values of a column are shown.
const examples = 3

// Open reads a file and guesses what is in it. The error is that of spreadsheet.Read.
func Open(ctx context.Context, path string, f *Facts, progress func(rows int)) (*Draft, error) {
	book, err := spreadsheet.Read(ctx, path, progress)
	if err != nil {
		return nil, err
	}
	return draftOf(book, f), nil
}

func draftOf(book spreadsheet.Workbook, f *Facts) *Draft {
	d := &Draft{Source: book.File, facts: f, book: book}
	best, found := -1, header{}
	for i := range book.Sheets {
		for _, k := range Kinds() {
			if h := d.headerOf(k, i); best < 0 || h.score > found.score {
				best, found = i, h
				d.Kind = k
			}
		}
	}
	d.Choose(d.Kind, best)
	return d
}

// Sheets names the sheets that have something in them.
func (d *Draft) Sheets() []string {
	out := make([]string, len(d.book.Sheets))
	for i, s := range d.book.Sheets {
		out[i] = s.Name
	}
	return out
}

// BestSheet is the sheet that is likeliest to hold records of the kind.
func (d *Draft) BestSheet(k Kind) int {
	best, most := 0, -1000
	for i := range d.book.Sheets {
		if h := d.headerOf(k, i); h.score > most {
			best, most = i, h.score
		}
	}
	return best
}

// Choose says what is in which sheet, and guesses its header and its columns anew.
func (d *Draft) Choose(k Kind, sheet int) {
	h := d.headerOf(k, sheet)
	if h.row < 0 {
		h.row = unknownHeader(d.book.Sheets[sheet].Rows)
	}
	d.begin(k, sheet, h)
}

// UseHeader says in which row of the file the heads of the columns are, 0 when there are none, and guesses the columns anew.
// A row that has nothing in it is none.
func (d *Draft) UseHeader(n int) {
	row := slices.IndexFunc(d.book.Sheets[d.Sheet].Rows, func(r spreadsheet.Row) bool { return r.N == n })
	h := header{row: row, fields: map[int]Field{}}
	if row >= 0 {
		h.fields, h.own = d.columnsOf(d.Kind, d.book.Sheets[d.Sheet].Rows[row])
	}
	d.begin(d.Kind, d.Sheet, h)
}

// unknownHeader is the first row when it seems to be the heads of columns although none of them is known: words above what
// are no words. It is -1 otherwise: rather a row too many than a person lost.
func unknownHeader(rows []spreadsheet.Row) int {
	if len(rows) > 1 && len(rows[0].Cells) > 1 && !data(rows[0]) && slices.ContainsFunc(rows[1:min(len(rows), headerRows)], data) {
		return 0
	}
	return -1
}

// begin takes the rows below the header for records.
func (d *Draft) begin(k Kind, sheet int, h header) {
	d.Kind, d.Sheet, d.Header = k, sheet, 0
	rows := d.book.Sheets[sheet].Rows
	d.body = rows
	var head spreadsheet.Row
	if h.row >= 0 {
		head, d.body = rows[h.row], rows[h.row+1:]
		d.Header = head.N
	}
	d.body = slices.DeleteFunc(slices.Clone(d.body), func(r spreadsheet.Row) bool {
		return !slices.ContainsFunc(r.Cells, func(c spreadsheet.Value) bool { return clean(c.Text) != "" })
	})
	width := len(head.Cells)
	for _, r := range d.body {
		width = max(width, len(r.Cells))
	}
	d.Columns = nil
	for i := range width {
		c := Column{index: i}
		if text := head.Cell(i).Text; !model.HasIdentityCode(text) { // a row of a person may stand where heads are looked for
			c.Head = clean(text)
		}
		c.Letter, _ = excelize.ColumnNumberToName(i + 1) // there are no more than the reading lets through
		for _, r := range d.body {
			if text := clean(r.Cell(i).Text); text != "" && len(c.Examples) < examples && !model.HasIdentityCode(text) {
				c.Examples = append(c.Examples, text)
			}
		}
		if c.Head != "" || len(c.Examples) > 0 {
			c.Field = h.fields[i]
			d.Columns = append(d.Columns, c)
		}
	}
	if !h.own { // what a file of our own says is known from its heads
		d.guessByContent()
	}
}

// Map says what a column is; a column that was that until then is not taken any more. An empty field: it is not taken.
func (d *Draft) Map(column int, field Field) {
	for i := range d.Columns {
		if d.Columns[i].Field == field {
			d.Columns[i].Field = ""
		}
	}
	d.Columns[column].Field = field
}

// Fields lists what the columns can be.
func (d *Draft) Fields() []Field { return d.facts.Fields(d.Kind) }

// Rows is how many rows there are below the header.
func (d *Draft) Rows() int { return len(d.body) }

// Missing lists what no column is and has to be: of each, one of the fields.
func (d *Draft) Missing() [][]Field {
	return slices.DeleteFunc(slices.Clone(needsOf[d.Kind]), func(any []Field) bool {
		return slices.ContainsFunc(any, d.mapped)
	})
}

func (d *Draft) mapped(field Field) bool {
	return slices.ContainsFunc(d.Columns, func(c Column) bool { return c.Field == field })
}

// header is a row that seems to hold the heads of columns, -1 for none.
type header struct {
	row, score int
	fields     map[int]Field // by column
	own        bool          // this program wrote it
}

// headerRows is among how many rows the header is looked for: titles, instructions and empty rows stand above it.
const headerRows = 40

// headerOf finds the row of a sheet that knows the most fields of a kind; of equal ones the first.
func (d *Draft) headerOf(k Kind, sheet int) header {
	best := header{row: -1, fields: map[int]Field{}, score: -100}
	s := d.book.Sheets[sheet]
	for i, row := range s.Rows[:min(len(s.Rows), headerRows)] {
		h := header{row: i}
		h.fields, h.own = d.columnsOf(k, row)
		if len(h.fields) == 0 || (len(h.fields) == 1 && len(row.Cells) > 1 && data(row)) {
			continue
		}
		h.score = 2 * len(h.fields)
		for _, any := range needsOf[k] {
			if !slices.ContainsFunc(any, func(f Field) bool { return h.has(f) }) {
				h.score -= 3
			}
		}
		if k == Organisations && !h.has(ContactName) && (h.has(ContactPhone) || h.has(ContactEmail)) {
			h.score -= 2 // a phone number without a person is rather a person's own
		}
		if s.Hidden {
			h.score -= 4
		}
		if h.score > best.score {
			best = h
		}
	}
	return best
}

func (h header) has(f Field) bool {
	for _, x := range h.fields {
		if x == f {
			return true
		}
	}
	return false
}

// columnsOf tells which column of a row of heads is what: own says that this program wrote them.
func (d *Draft) columnsOf(k Kind, row spreadsheet.Row) (fields map[int]Field, own bool) {
	if fields, own = d.facts.ownColumns(k, row); own {
		return fields, true
	}
	return d.facts.headersOf(k).assign(row), false
}

// assign gives each column of a row the first of its fields that no other has. Those that mean one thing go first, and of
// them those that are known as they stand before those of which a word is known.
func (words headers) assign(row spreadsheet.Row) map[int]Field {
	out, taken := map[int]Field{}, map[Field]bool{}
	var turns [3][]int
	means := make([][]Field, len(row.Cells))
	for i, c := range row.Cells {
		if c.Numeric || !c.Day.IsZero() {
			continue
		}
		means[i] = words.of(c.Text)
		turn := 2
		switch {
		case len(means[i]) == 0:
			continue
		case len(means[i]) > 1:
		case len(words[headKey(c.Text)]) > 0:
			turn = 0
		default:
			turn = 1
		}
		turns[turn] = append(turns[turn], i)
	}
	for _, i := range slices.Concat(turns[:]...) {
		for _, field := range means[i] {
			if taken[field] || (field == ContactName && bareName(row, i, out)) {
				continue
			}
			out[i], taken[field] = field, true
			break
		}
	}
	return out
}

// bareName reports whether the head is that of a name only, beside names in single languages: it is the record's own, not
// that of its contact. "Nimi" beside "Nimi suomeksi".
func bareName(row spreadsheet.Row, column int, taken map[int]Field) bool {
	bare := headKey(row.Cells[column].Text) + " "
	for i, field := range taken {
		if (field == NameFi || field == NameSv || field == NameEn) && strings.HasPrefix(headKey(row.Cells[i].Text), bare) {
			return true
		}
	}
	return false
}

var (
	mailForm  = regexp.MustCompile(`^[^\s@]+@[^\s@]+\.[^\s@]+$`)
	phoneForm = regexp.MustCompile(`^(\+|00)?[\d ()-]{6,18}\d$`)
	dayForm   = regexp.MustCompile(`^\d{1,2}\.\d{1,2}\.\d{2,4}$|^\d{4}-\d{2}-\d{2}`)
)

// data reports whether a row seems to be a record rather than heads of columns.
func data(row spreadsheet.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c spreadsheet.Value) bool {
		return c.Numeric || !c.Day.IsZero() || mailForm.MatchString(c.Text) || phoneForm.MatchString(c.Text) || dayForm.MatchString(c.Text)
	})
}

// contents are what can be told from the values alone.
var contents = []struct {
	fields []Field // the first of them that the kind has
	is     func(v spreadsheet.Value) bool
}{
	{[]Field{Email, ContactEmail}, func(v spreadsheet.Value) bool { return mailForm.MatchString(clean(v.Text)) }},
	{[]Field{BusinessID}, func(v spreadsheet.Value) bool {
		_, wrong := model.CheckBusinessID(clean(v.Text))
		return wrong == "" && strings.Contains(v.Text, "-")
	}},
	{[]Field{CompletedOn, On}, func(v spreadsheet.Value) bool { return !v.Day.IsZero() || dayForm.MatchString(clean(v.Text)) }},
	{[]Field{Phone, ContactPhone}, func(v spreadsheet.Value) bool {
		s := clean(v.Text)
		return phoneForm.MatchString(s) && (phoneOf(s) != s || strings.HasPrefix(s, "0") || strings.HasPrefix(s, "+"))
	}},
}

// guessByContent gives columns whose head says nothing what their values are.
func (d *Draft) guessByContent() {
	fields := d.Fields()
	for _, x := range contents {
		i := slices.IndexFunc(x.fields, func(f Field) bool { return slices.Contains(fields, f) })
		if i < 0 || d.mapped(x.fields[i]) {
			continue
		}
		for j := range d.Columns {
			c := &d.Columns[j]
			if c.Field != "" {
				continue
			}
			hits, of := 0, 0
			for _, row := range d.body[:min(len(d.body), 50)] {
				if v := row.Cell(c.index); clean(v.Text) != "" {
					of++
					if x.is(v) {
						hits++
					}
				}
			}
			if hits > 0 && 5*hits >= 4*of {
				c.Field = x.fields[i]
				break
			}
		}
	}
}
