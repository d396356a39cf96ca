package commands

import (
	"io"
	"os"
	"path/filepath"

	"kumppani/ui/ids"
)

// put writes what was asked for to the standard output, all at once: a command that fails half-way has written nothing.
func (s *session) put(b []byte) error {
	if _, err := s.out.Write(b); err != nil {
		return &fault{key: "cannot_print", err: err}
	}
	return nil
}

// replaceFile writes b to path so that whatever happens either the old content or the whole new one is there: it is
// written under another name in the same folder, which then takes the place of the old. What is not a plain file (a
// device, a named pipe) is written to as it is. A data file or a backup is not replaced.
func replaceFile(path string, b []byte) error {
	if isData(path) {
		return &fault{key: "over_data", args: []any{"path", path}}
	}
	err := func() error {
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			return writeTo(path, os.O_WRONLY, b)
		}
		whole := filepath.Join(filepath.Dir(path), ".kumppani-"+string(ids.New())+".tmp")
		err := writeTo(whole, os.O_WRONLY|os.O_CREATE|os.O_EXCL, b)
		if err == nil {
			err = os.Rename(whole, path)
		}
		if err != nil {
			_ = os.Remove(whole) // nothing of a half-written file stays
		}
		return err
	}()
	if err != nil {
		return &fault{key: "cannot_write", args: []any{"path", path}, err: err}
	}
	return nil
}

// isData reports whether there is a data file at the path, by what every file of SQLite begins with.
func isData(path string) bool {
	const begins = "SQLite format 3\x00"
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(begins))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == begins
}

func writeTo(path string, how int, b []byte) error {
	f, err := os.OpenFile(path, how, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}
