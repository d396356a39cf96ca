// Package training is what leaders learn: the register of training events with attendance and passing, the programmes of
// which events are held, the matrix of who can what, and what is needed.
//
// What does not live here: the rules of attendance, validity and need (model), documents (ui/paper), and widgets that
// other registers use as well (ui/kit).
package training
