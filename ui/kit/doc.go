// Package kit is the set of parts that every screen of Kumppani is put together from: inputs and forms, registers and
// pages, dialogs and messages, the theme and the shortcuts. It is the only place that works around Fyne.
//
// What does not live here: any register or record (a part is told what to show and calls back), sentences of a screen
// (only those of the parts themselves), and anything that is stored.
//
// Inputs tell of changes by a person through OnChanged; values set by the program are silent, so that a screen knows
// what was edited.
package kit
