package paper

import "kumppani/model"

// node is an element of the logical structure of the document (ISO 32000-1, 14.7): what assistive technology reads, in
// its order. A nil node stands for what is not read: rules, running headers, page numbers, the draft mark.
type node struct {
	kind     string // standard structure type: H1, P, Table …
	language model.Language
	alt      string // alternative text of a figure
	actual   string // what is read in place of what is drawn
	header   bool   // head of a column
	number   int    // of its object, given by the finisher
	kids     []kid
}

// kid is either another node or marked content of a page.
type kid struct {
	node *node
	page int // from 0
	mcid int
}

// add appends a new node of a kind to n and returns it; of a nil node it is nil, since nothing in it is read either.
func (n *node) add(kind string, l model.Language) *node {
	if n == nil {
		return nil
	}
	k := &node{kind: kind, language: l}
	n.kids = append(n.kids, kid{node: k})
	return k
}
