package commands

import (
	"errors"
	"fmt"

	"kumppani/model"
	"kumppani/ui/words"
)

// fault is an error of the command line itself, said by the translation "commands.error.<key>".
type fault struct {
	key    string
	args   []any // name-value pairs for the sentence
	misuse bool  // the command line was not understood
	err    error // the technical cause, if there is one
}

func (f *fault) Error() string {
	s := fmt.Sprint(f.key, f.args)
	if f.err != nil {
		s += ": " + f.err.Error()
	}
	return s
}

func (f *fault) Unwrap() error { return f.err }

// Say says in one sentence what is wrong.
func (f *fault) Say(in words.In) string { return in.T("commands.error."+f.key, f.args...) }

func misuse(key string, args ...any) error { return &fault{key: key, args: args, misuse: true} }

// Sentence is an error that has been put into words for the person already, as by a window that cannot be shown.
type Sentence string

func (s Sentence) Error() string { return string(s) }

// Say is the sentence; its language is that of whoever said it.
func (s Sentence) Say(words.In) string { return string(s) }

func isMisuse(err error) bool {
	f, ok := errors.AsType[*fault](err)
	return ok && f.misuse
}

// sentence says an error as a person is told it, with the technical cause in parentheses. An error that has a sentence
// of its own (Say) says that one; any other is said by its code.
func (s *session) sentence(err error) string {
	if f, ok := errors.AsType[interface {
		error
		Say(in words.In) string
	}](err); ok {
		return withCause(f.Say(s.in), errors.Unwrap(f))
	}
	record := ""
	if e, ok := errors.AsType[*model.Error](err); ok {
		record = e.Record
	}
	return withCause(s.in.T("error."+string(model.CodeOf(err)), "record", record), err)
}

func withCause(sentence string, cause error) string {
	if cause == nil {
		return sentence
	}
	return fmt.Sprintf("%s (%v)", sentence, cause)
}
