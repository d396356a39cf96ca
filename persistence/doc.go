// Package persistence keeps the records of package model in one SQLite file: opening and refusing it, its migrations,
// one file per kind of record, and what goes wrong with files and disks.
//
// What does not live here: rules about the records (model), windows and words (ui). Errors that a person can meet leave
// this package as *model.Error; the sentence is chosen by their code elsewhere.
package persistence
