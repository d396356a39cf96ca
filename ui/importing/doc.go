// Package importing takes in what others keep in their spreadsheets: it finds the head of a table, guesses what its columns
// are, reads values as people write them, compares every row with the registers and with the rows above it, and makes of
// what a person accepts one batch that the data file writes in one transaction.
//
//	facts, err := importing.Read(ctx, store, in, today)       // the registers
//	draft, err := importing.Open(ctx, path, &facts, progress) // *spreadsheet.ReadError says what is wrong with a file
//	draft.Choose(importing.Leaders, draft.Sheet)              // another kind or sheet: columns are guessed anew
//	draft.Map(3, importing.Phone)                             // or "" for a column that is not taken
//	if len(draft.Missing()) == 0 {
//		plan, err := draft.Preview(ctx, progress)         // nothing is written
//		plan.Rows[4].Accepted = false                     // a person leaves out a row,
//		plan.Rows[5].Changes[0].Keep = false              // or one change of a row,
//		plan.Decide(6, plan.Rows[6].Candidates[0].ID)     // or says which of two it is; "" for neither: a new one
//		err = store.Import(ctx, plan.Batch())
//	}
//
// An empty cell never erases anything, and nothing is ever deleted. A cell that cannot be understood is left out and said;
// a row of which something necessary is missing is not taken. Personal identity codes are never taken in.
//
// What does not live here: reading the file (ui/spreadsheet), writing to the data file, and the screen. It works without a
// display.
package importing
