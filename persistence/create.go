package persistence

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// create makes a new data file at path, and its folder. It is made whole under another name first, so that a crash
// never leaves half a file, or an empty one, under the name that is opened next time. When another process is faster,
// its file stays.
func create(ctx context.Context, path string, o Options) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(folder, filepath.Base(path)+".new-*") // readable by its owner only
	if err != nil {
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	defer func() {
		_ = os.Remove(temp.Name()) // nothing is lost if they stay
		_ = os.Remove(temp.Name() + "-journal")
	}()
	f := &File{path: temp.Name(), options: o}
	if err := f.lock(ctx); err != nil {
		return err
	}
	if err := errors.Join(migrate(ctx, f.conn), f.disconnect()); err != nil {
		return err
	}
	return publish(temp.Name(), path)
}

// publish gives a finished file its name without ever replacing another.
func publish(temp, path string) error {
	err := os.Link(temp, path)
	if err != nil && !errors.Is(err, fs.ErrExist) { // a file system without links, such as a USB stick
		if _, statErr := os.Lstat(path); errors.Is(statErr, fs.ErrNotExist) {
			err = os.Rename(temp, path)
		}
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	// So that the name survives a power cut. Where a folder cannot be synced (Windows), the file system does it.
	if folder, err := os.Open(filepath.Dir(path)); err == nil {
		_ = folder.Sync()
		return folder.Close()
	}
	return nil
}

// writable tells early that the file or its folder is read-only. SQLite would open the file for reading all the same, and
// fail to make its journal in the folder only at the first save. The file must not be open in this process.
func writable(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	probe, err := os.CreateTemp(filepath.Dir(path), ".kumppani-*")
	if err != nil {
		return errors.Join(err, file.Close())
	}
	return errors.Join(file.Close(), probe.Close(), os.Remove(probe.Name()))
}
