package persistence

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"kumppani/model"
)

// copyTo copies what is in the data file into a file at path, and gives its size in bytes. It is made under another name,
// opened and compared with the data file, and only then called so. The data file itself is read through its connection: to
// open it once more would drop the lock on it.
func (f *File) copyTo(ctx context.Context, path string) (size int64, err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*"+halfBackup) // readable by its owner only
	if err != nil {
		return 0, err
	}
	half := temp.Name()
	defer func() {
		_ = os.Remove(half) // not there any more when all went well
		_ = os.Remove(half + journalEnding)
	}()
	if err := temp.Close(); err != nil {
		return 0, err
	}
	if _, err := f.conn.ExecContext(ctx, "VACUUM INTO ?", half); err != nil {
		if codeOf(err) == model.CodeDamaged {
			return 0, wrap("read data file", f.path, err)
		}
		return 0, err
	}
	if err := f.verifyCopy(ctx, half); err != nil {
		return 0, fmt.Errorf("the copy is not whole: %w", err)
	}
	if size, err = synced(half); err != nil {
		return 0, err
	}
	return size, rename(half, path)
}

// synced makes sure that the bytes of a file are on the disk, and gives how many there are.
func synced(path string) (size int64, err error) {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return 0, err
	}
	info, err := file.Stat()
	if err == nil {
		size, err = info.Size(), file.Sync()
	}
	return size, errors.Join(err, file.Close())
}

// renameTries and renamePause let a virus scanner finish looking at a new file: on Windows it cannot be renamed meanwhile.
const (
	renameTries = 10
	renamePause = 100 * time.Millisecond
)

// rename gives a finished file its name, in place of any that has it, so that the name survives a power cut.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for try := 1; err != nil && errors.Is(err, os.ErrPermission) && try < renameTries; try++ {
		time.Sleep(renamePause)
		err = os.Rename(from, to)
	}
	if failed, ok := errors.AsType[*os.LinkError](err); ok {
		return &os.PathError{Op: failed.Op, Path: to, Err: failed.Err} // the half copy is nobody's business
	}
	// Where a folder cannot be synced (Windows, some USB sticks), the file system does it in its time.
	if folder, err := os.Open(filepath.Dir(to)); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
	return nil
}

// verifyCopy opens a copy by itself, read only, and compares it with the data file. That its pages are sound is not enough:
// an empty database is sound too.
func (f *File) verifyCopy(ctx context.Context, path string) error {
	file, _, _ := strings.Cut(dsn(path, ""), "?")
	source := file + "?mode=ro&immutable=1&_defensive=1&_dqs=0&_error_rc=1&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)"
	if f.options.vfs != "" {
		source += "&vfs=" + url.QueryEscape(f.options.vfs)
	}
	db, err := sql.Open("sqlite", source)
	if err != nil {
		return err
	}
	return errors.Join(sameContent(ctx, f.conn, db), db.Close())
}

// sameContent compares a copy with its original, which does not change meanwhile: CodeDamaged when they differ.
func sameContent(ctx context.Context, original, copied querier) error {
	findings, err := pragmaFindings(ctx, copied, "quick_check")
	if err != nil {
		return err
	}
	if len(findings) > 0 {
		return refusal(model.CodeDamaged, findings[0].Detail)
	}
	want, err := census(ctx, original)
	if err != nil {
		return err
	}
	have, err := census(ctx, copied)
	if err != nil {
		return err
	}
	for what, n := range want {
		if m, there := have[what]; !there || m != n {
			return refusal(model.CodeDamaged, fmt.Sprintf("%s: %d in the data file, %d in its copy", what, n, m))
		}
	}
	return sameAttachments(ctx, original, copied)
}

// census counts the rows of every table, and has the numbers of the header beside them.
func census(ctx context.Context, q querier) (map[string]int64, error) {
	tables, err := collect(ctx, q, scanText, "SELECT name FROM sqlite_schema WHERE type = 'table'")
	if err != nil {
		return nil, err
	}
	out := map[string]int64{}
	for _, t := range append(tables, "pragma_application_id", "pragma_user_version") {
		query := "SELECT count(*) FROM " + t
		if column, header := strings.CutPrefix(t, "pragma_"); header {
			query = "SELECT " + column + " FROM " + t
		}
		var n int64
		if err := q.QueryRowContext(ctx, query).Scan(&n); err != nil {
			return nil, err
		}
		out[t] = n
	}
	return out, nil
}

// sameAttachments compares the attachments in the copy with their hashes. One that does not fit may be as it is in the
// original, which Check tells: that must not keep anybody from saving the rest.
func sameAttachments(ctx context.Context, original, copied querier) error {
	findings, err := attachmentFindings(ctx, copied)
	if err != nil {
		return err
	}
	for _, x := range findings {
		want, err := rawContent(ctx, original, x.Record)
		if err != nil {
			return err
		}
		have, err := rawContent(ctx, copied, x.Record)
		if err != nil {
			return err
		}
		if !bytes.Equal(want, have) {
			return refusal(model.CodeDamaged, "attachment "+x.Record+": "+x.Detail)
		}
	}
	return nil
}

// rawContent reads an attachment without comparing it with its hash; nil when it has no content.
func rawContent(ctx context.Context, q querier, id string) ([]byte, error) {
	var b []byte
	err := q.QueryRowContext(ctx, "SELECT content FROM attachment_content WHERE attachment_id = ?", id).Scan(&b)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return b, err
}
