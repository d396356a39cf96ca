package records

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// tree is a folder or a zip file that is being made under another name.
type tree interface {
	// write makes the file with the name, which has slashes; every name comes once.
	write(name string, b []byte) error
	// finish gives the whole its name.
	finish() error
	// abandon removes it, also when finish failed.
	abandon() error
}

func newTree(path string) (tree, error) {
	parent, half := filepath.Dir(path), "."+filepath.Base(path)+".*.tmp"
	if isZip(path) {
		f, err := os.CreateTemp(parent, half) // readable by its owner only: there are people in it
		if err != nil {
			return nil, err
		}
		return &zipTree{path, f, zip.NewWriter(f)}, nil
	}
	if err := emptyOrNew(path); err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp(parent, half)
	if err != nil {
		return nil, err
	}
	return folderTree{path, temp}, nil
}

type folderTree struct{ path, temp string }

func (t folderTree) write(name string, b []byte) error {
	path := filepath.Join(t.temp, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o600)
}

// finish takes an empty folder away first: Windows renames onto none. One that is not empty any more stays, and is the error.
func (t folderTree) finish() error {
	if err := os.Remove(t.path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Rename(t.temp, t.path)
}

func (t folderTree) abandon() error { return os.RemoveAll(t.temp) }

type zipTree struct {
	path string
	file *os.File
	zip  *zip.Writer
}

func (t *zipTree) write(name string, b []byte) error {
	w, err := t.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Now()})
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

func (t *zipTree) finish() error {
	if err := errors.Join(t.zip.Close(), t.file.Sync(), t.file.Close()); err != nil {
		return err
	}
	return os.Rename(t.file.Name(), t.path)
}

func (t *zipTree) abandon() error {
	_ = t.file.Close() // it may be closed already
	return os.Remove(t.file.Name())
}
