// Package paper makes the documents that are printed and signed. A document is a tree of blocks (Document), built from
// model values by one function per document (agreement.go, register.go …), and Render turns any such tree into a tagged
// PDF/A-2b file: it lays the blocks out (layout*.go, wrap.go, flow.go), puts its pages on paper (papersize.go),
// draws them with gofpdf (canvas.go, chart*.go, furniture.go, draftmark.go) and finishes the file (finish.go). A new
// document is a new builder, not new drawing code.
//
// What does not live here: the window (no Fyne), the data file, and the clock: the day of a document is handed in, and
// the same document gives the same bytes.
package paper
