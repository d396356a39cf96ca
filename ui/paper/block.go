package paper

import (
	"kumppani/model"
	"kumppani/ui/table"
)

// Document is everything that is on paper, before it has pages.
type Document struct {
	FileName  string         // under which it is saved, with its ending
	Title     string         // of the file: what a reader's window shows
	Author    string         // who made it; may be empty
	Subject   string         // may be empty
	Language  model.Language // of every block that does not say its own
	Date      model.Date     // of the file; required, since the same document must give the same bytes
	Header    Header
	DraftMark string // LUONNOS across every page; empty without one
	Landscape bool
	Paper     PaperSize // other than A4 only for a notice
	Columns   int       // of a notice, in which its text flows under its masthead; 0 is one
	// Notice says that the document is hung on a wall or handed out: a masthead among its blocks instead of a letterhead,
	// narrow margins, and small print at the foot of every page.
	Notice bool
	// Feet are what the small print may say, the fullest first: the first that there is room for is taken.
	Feet []string
	// Sizes are how many times larger than usual it may be set, the largest first: the first of those is taken with which
	// it needs least paper, and of a long document the last, which may be set with less air, too. A size that tears a title
	// to pieces gives way to a smaller one. Empty is the usual size.
	Sizes []float64
	// Certificate says that every page stands for itself: it has a frame and the logo, and no letterhead or number.
	Certificate bool
	// OnePage says that the document is one sheet to sign if it can be: what would run on to a second page by a little is
	// set smaller, never so small that it is hard to read.
	OnePage bool
	Blank   string // what heads the empty pages of a leaflet, which have lines to write on
	Blocks  []Block
}

// Header is the letterhead of the first page and what of it runs on over the pages after it.
type Header struct {
	Sender  []string // name first, then address lines
	Logo    []byte   // PNG or JPEG; empty without one
	Name    string   // name of the document: "Kumppanuussopimus"
	Number  string
	Details []string // more lines under the number, on the first page only
}

// Block is a piece of a document. The kinds of blocks are those of this file.
type Block interface{ isBlock() }

// Span is a run of text of one weight. A Blank is a ruled line to be written on by hand.
type Span struct {
	Text  string
	Bold  bool
	Blank bool
}

// Title is the title of the document, at the left edge.
type Title struct {
	Text     string
	Language model.Language
}

// Heading is a heading at the left edge, with its number in front. It never stays behind at the foot of a page.
type Heading struct {
	Level    int    // 1–3
	Number   string // "4", empty without one
	Text     string
	Language model.Language
}

// Paragraph is running text, at the second column unless it stands in a table or beside another. Line breaks in the text
// are kept.
type Paragraph struct {
	Spans    []Span
	Language model.Language
	Right    bool    // set against the right edge, as numbers in a table
	Mark     Mark    // drawn in front of the text
	Reads    string  // in a table: what is read aloud in place of the mark and the text
	Signs    []Sign  // drawn next to each other in front of the text
	Scale    float64 // how many times larger than usual it is set; 0 counts as 1
	Struck   bool    // with a line through it: what is called off
	Light    bool    // white, on a dark ground
	Filled   bool    // a line to write on over the whole width, instead of text
	centred  bool
}

// Note is a paragraph in small print.
type Note struct{ Paragraph }

// List is a list with dots, at the second column.
type List struct{ Items []Paragraph }

// Checkbox is a drawn box, ticked or to be ticked by hand, with its text beside it.
type Checkbox struct {
	Checked bool
	Paragraph
}

// Facts are labels at the left edge with their values at the second column.
type Facts struct{ Rows []Fact }

// Fact is one label and its value.
type Fact struct{ Label, Value Paragraph }

// Column is a column of a table.
type Column struct {
	Head   Cell
	Weight float64 // share of the width, relative to the other columns; 0 counts as 1
}

// Cell is what stands in a cell of a table: paragraphs under each other.
type Cell []Paragraph

// Table is a table over the whole width. Its head is repeated on every page that it reaches; a row is split only if it
// is taller than a page. Rows may be shorter than the columns are many.
type Table struct {
	Columns []Column
	Rows    [][]Cell
	Empty   string // what is said in place of a table without rows; a table without either is left out
	Dense   bool   // in small print, for tables of many short cells
	// First is the width of the first column instead of a share, in millimetres at the usual size: it grows and shrinks
	// with the text. 0 is a share.
	First float64
	// RowHeight is the least height of a row, in millimetres: room to write by hand. Grid parts the columns by rules.
	RowHeight float64
	Grid      bool
	// Band is a heading on a dark band right above the table, which is repeated, with Continued behind it, on every page
	// that the table reaches.
	Band      Heading
	Continued string
	Total     bool        // the last row is of totals: it is ruled off from the others
	Notes     []Paragraph // in small print right under it
	Together  bool        // goes to the next page as a whole rather than be parted, if it is not long
	// List says that the rows are read as a list, each from cell to cell: the columns have no heads.
	List bool
}

// Chart is a picture of figures over the whole width, drawn as lines and never split. One of nothing, and one of more
// categories than a page has room for, is left out.
type Chart struct{ Of table.Chart }

// Figures are a few numbers that matter most, set large with their labels under them, next to each other.
type Figures struct{ Items []Fact }

// Lead says that what is above leads up to what follows: its last two lines or rows stay on the page of it.
type Lead struct{}

// Legend says what marks mean, next to each other over the whole width.
type Legend struct {
	Items  []Paragraph
	Across int // how many in a row; 0 is all
}

// Masthead is what a notice begins with: a dark band with its titles at the left and details at the right.
type Masthead struct {
	Kicker  []Paragraph // small, above the titles
	Titles  []Paragraph
	Details []Paragraph
}

// Centred is a paragraph in the middle, of a certificate. With a Level (1–3) it is a heading and stands in the outline.
type Centred struct {
	Paragraph
	Size  Size
	Level int
	Ruled bool // with a short rule under it
}

// Size is how large a Centred is set.
type Size int

// The sizes.
const (
	SizeText Size = iota
	SizeMedium
	SizeLarge
	SizeTitle
)

// Foot sends what follows down to the foot of the page.
type Foot struct{}

// Pair is two blocks next to each other that say the same in two languages. They begin at the same height, and where
// one goes on over a page, so does the other. Left and Right are a Title, Heading, Paragraph, Note or List.
type Pair struct{ Left, Right Block }

// Signatures are the places to sign, two in a row. One is never split, and they never stand on a page without the text
// that is signed, or at least its name.
type Signatures struct {
	Parties   []Signature
	Continued string // heads the pages they run on to, and says what is signed
}

// Signature is one place to sign. Empty fields are ruled lines.
type Signature struct {
	Party          string
	PlaceTimeLabel string
	PlaceTime      string
	Name           string
	Title          string
	SignLabel      string // under the line to sign on: "Allekirjoitus"
	NameLabel      string // under the line for a name that is not known: "Nimenselvennys ja asema"
	Note           string // e.g. that it was signed electronically on a day
	Language       model.Language
}

// Spacer is empty height, which falls away at the top of a page.
type Spacer struct{ Millimetres float64 }

// PageBreak begins a new page, unless one has just begun.
type PageBreak struct{}

// BackPage sends what follows to the last page of a leaflet, if that takes no more paper. Elsewhere it is nothing.
type BackPage struct{}

func (Title) isBlock()      {}
func (Heading) isBlock()    {}
func (Paragraph) isBlock()  {}
func (Note) isBlock()       {}
func (List) isBlock()       {}
func (Checkbox) isBlock()   {}
func (Facts) isBlock()      {}
func (Chart) isBlock()      {}
func (Figures) isBlock()    {}
func (Lead) isBlock()       {}
func (Legend) isBlock()     {}
func (Centred) isBlock()    {}
func (Foot) isBlock()       {}
func (Table) isBlock()      {}
func (Pair) isBlock()       {}
func (Signatures) isBlock() {}
func (Spacer) isBlock()     {}
func (PageBreak) isBlock()  {}
func (BackPage) isBlock()   {}
func (Masthead) isBlock()   {}

// Text makes a paragraph of plain text in a language; the empty language is that of the document.
func Text(l model.Language, s string) Paragraph {
	return Paragraph{Spans: []Span{{Text: s}}, Language: l}
}

// Bold makes a paragraph of bold text.
func Bold(l model.Language, s string) Paragraph {
	return Paragraph{Spans: []Span{{Text: s, Bold: true}}, Language: l}
}

func (p Paragraph) empty() bool {
	for _, s := range p.Spans {
		if s.Text != "" || s.Blank {
			return false
		}
	}
	return len(p.Signs) == 0 && !p.Filled
}
