package commands

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"kumppani/model"
	"kumppani/ui/words"
)

// open opens the data file that the flags name and lets the centre's language speak when --lang names none.
func (s *session) open(ctx context.Context) (Store, model.Centre, error) {
	store, err := s.openPlace(ctx)
	if err != nil {
		return nil, model.Centre{}, err
	}
	centre, err := store.Centre(ctx)
	if err != nil {
		return nil, model.Centre{}, closed(store, err)
	}
	if len(s.langs) == 0 && centre.Language.Valid() {
		s.in = words.In(centre.Language)
	}
	return store, centre, nil
}

// openPlace opens what a command reads. It makes no data file: to list nothing would only hide a slip in the name.
func (s *session) openPlace(ctx context.Context) (Store, error) {
	if s.flags.Sample {
		return s.openSample(ctx)
	}
	path := s.flags.File
	if path == "" {
		path = s.Home
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, &fault{key: "no_file", args: []any{"path", path}}
	}
	return s.Open(ctx, path)
}

// openSample makes a sample region of its own for one command.
func (s *session) openSample(ctx context.Context) (Store, error) {
	folder, err := os.MkdirTemp("", "kumppani-")
	if err != nil {
		return nil, err
	}
	store, err := s.Sample(ctx, filepath.Join(folder, "sample.sqlite"))
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return passing{store, folder}, nil
}

// passing is a store that is gone when it is closed.
type passing struct {
	Store
	folder string
}

// Close takes the file away, too. Where that fails it is no reason to fail: the sample region is invented, and the
// system empties its folder of temporary files.
func (p passing) Close() error {
	err := p.Store.Close()
	_ = os.RemoveAll(p.folder)
	return err
}

// closed closes the store and returns err or, failing that, what closing says.
func closed(store Store, err error) error {
	if e := store.Close(); err == nil {
		return e
	}
	return err
}
