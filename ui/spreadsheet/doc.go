// Package spreadsheet writes reports and lists for other programs: workbooks (XLSX), text with semicolons (CSV) and JSON;
// and it reads the tables that people keep in such files. All it knows of a report is what ui/table says.
//
// What does not live here: what a report says (ui/report), what the columns of a foreign table mean (ui/importing), and
// the data file. It works without a display.
package spreadsheet
