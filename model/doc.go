// Package model is what a family-centre coordinator's work is made of: organisations and their contacts, partnership
// agreements, the rules that hold between them, and everything that can be computed from them on a given day. It also
// declares the stores that keep these records.
//
// What does not live here: the window, SQL, paper, files, translated words, and the clock. "Today" is always a
// parameter, and nothing that can be computed is ever a stored field.
package model
