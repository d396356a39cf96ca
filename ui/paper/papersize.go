package paper

// PaperSize is the paper that a document is printed on.
type PaperSize string

// The sizes.
const (
	PaperA4      PaperSize = ""        // upright, unless the document says that it lies
	PaperA3      PaperSize = "a3"      // what stands on A4 in larger type
	PaperLeaflet PaperSize = "leaflet" // A5, two pages on each side of A4, to be folded once
)
