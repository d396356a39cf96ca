package spreadsheet

import "bytes"

// counter counts the rows and cells of sheets as their XML runs by, without keeping any of it, and ends the reading with a
// *ReadError once there are more than are read. It looks no closer than it must: what it overlooks in a strange sheet is
// counted again as the rows are read. The zero value counts from nothing.
type counter struct {
	lines int // rows
	rows  int // rows with something in them, as MaxReadRows has it
	cells int

	state  counterState
	name   []byte // of the element that is being read
	closed bool   // the last byte of the element was a slash: there is nothing in it
	full   bool   // the row has been counted
}

type counterState int

const (
	inText counterState = iota
	inName
	inElement
	atValue // the first byte of what a cell holds
)

// begin is called before another sheet.
func (c *counter) begin() { c.state, c.full = inText, false }

// Write counts what is in b. The names of elements may be cut at its ends.
func (c *counter) Write(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		switch c.state {
		case inText:
			i := bytes.IndexByte(rest, '<')
			if i < 0 {
				return len(b), nil
			}
			rest, c.state, c.name = rest[i+1:], inName, c.name[:0]
		case inName:
			x := rest[0]
			switch {
			case x == ':': // it was a prefix, of an end as well
				if !bytes.HasPrefix(c.name, []byte("/")) {
					c.name = c.name[:0]
				}
				rest = rest[1:]
			case x != '>' && x > ' ' && (x != '/' || len(c.name) == 0):
				if len(c.name) < 16 { // none that is counted is as long
					c.name = append(c.name, x)
				}
				rest = rest[1:]
			default:
				c.state, c.closed = inElement, false
				if err := c.element(); err != nil {
					return len(b) - len(rest), err
				}
			}
		case inElement:
			i := bytes.IndexByte(rest, '>')
			if i < 0 {
				c.closed = rest[len(rest)-1] == '/'
				return len(b), nil
			}
			if i > 0 {
				c.closed = rest[i-1] == '/'
			}
			rest, c.state = rest[i+1:], inText
			if !c.closed && len(c.name) == 1 && (c.name[0] == 'v' || c.name[0] == 't') {
				c.state = atValue
			}
		case atValue:
			c.state = inText
			if rest[0] != '<' && !c.full {
				c.full = true
				if c.rows++; c.rows > MaxReadRows {
					return len(b) - len(rest), &ReadError{Code: ReadTooManyRow}
				}
			}
		}
	}
	return len(b), nil
}

// element counts the element whose name has been read.
func (c *counter) element() error {
	switch string(c.name) {
	case "row":
		c.full = false
		if c.lines++; c.lines > maxReadLines {
			return &ReadError{Code: ReadTooManyRow}
		}
	case "c":
		if c.cells++; c.cells > maxReadCells {
			return &ReadError{Code: ReadTooLarge}
		}
	}
	return nil
}
