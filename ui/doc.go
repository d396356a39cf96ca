// Package ui is the window: its frame with navigation, search and messages, the way from one screen to another, and
// how it starts. Each register has a folder of its own below, and so have the parts that all share (kit), paper, words
// and the commands that need no window.
//
// What does not live here: rules and states (model), SQL (persistence), and the contents of any screen.
package ui
