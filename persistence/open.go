package persistence

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the database/sql driver "sqlite"

	"kumppani/model"
)

// Options are what Open does not decide itself.
type Options struct {
	// Now is the clock for moments (when an attachment was added); time.Now when nil.
	Now func() time.Time

	vfs string // name of SQLite's file system; a test puts one that fails here
}

// File is an open data file. It holds the file alone: no other window or program can open it meanwhile. Its methods can
// be called from any goroutine; a function handed to one of them must not call another.
type File struct {
	path     string
	identity os.FileInfo // of the file at path when it was opened
	options  Options

	backing sync.Mutex // one at a time writes in the folder of backups; taken before the other locks

	mu   sync.Mutex // one transaction at a time
	db   *sql.DB
	conn *sql.Conn // the only connection; losing it would lose the lock on the file

	// summaries is the register as last read. Home, the register and its filters ask for it again and again, nobody else
	// can change the file, and any write forgets it.
	summaries []model.AgreementSummary
	leaders   []model.Leader // in the same way

	lastImport atomic.Pointer[importUndo] // nil when there is none to be taken back

	subscribers subscribers
}

// opened are the data files that this process holds. The operating system's lock tells other processes; within the
// process it cannot, and worse: looking into a file that is open here would drop the lock (POSIX, fcntl).
var opened struct {
	sync.Mutex
	files []*File
}

// quickCheckLimit is the largest file, in bytes, that is checked whole when it is opened: about 50 ms, for
// some 1,000 agreements. A larger one is checked by Check.
const quickCheckLimit = 9 << 20

// Open opens the data file at path, and makes it, with its folder, when there is none. A file is refused, and nothing
// written to it, with CodeEmptyFile, CodeForeign, CodeDamaged, CodeNewer, CodeLocked (open elsewhere) or CodeReadOnly.
// What a crash left half-written is taken back. CodeDiskFull and CodeIO are possible too.
func Open(ctx context.Context, path string, o Options) (*File, error) {
	const op = "open data file"
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, wrap(op, path, err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	opened.Lock()
	defer opened.Unlock()

	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := create(ctx, path, o); err != nil {
			return nil, wrap("make data file", path, err)
		}
		info, err = os.Stat(path)
	}
	if err != nil {
		return nil, wrap(op, path, err)
	}
	if slices.ContainsFunc(opened.files, func(f *File) bool { return os.SameFile(f.identity, info) }) {
		return nil, &model.Error{Code: model.CodeLocked, Op: op, Record: path}
	}
	if err := judge(path, info); err != nil {
		return nil, wrap(op, path, err)
	}
	f := &File{path: path, identity: info, options: o}
	if err := f.connect(context.WithoutCancel(ctx)); err != nil {
		return nil, wrap(op, path, err)
	}
	opened.files = append(opened.files, f)
	return f, nil
}

// connect takes the file and makes sure that it is sound, ours, and of the newest version.
func (f *File) connect(ctx context.Context) error {
	if err := writable(f.path); err != nil {
		return err
	}
	if err := f.lock(ctx); err != nil {
		return err
	}
	err := f.verify(ctx)
	if err == nil {
		err = f.keepOldVersion(ctx)
	}
	if err == nil {
		err = migrate(ctx, f.conn)
	}
	if err != nil {
		return errors.Join(err, f.disconnect())
	}
	// What a removal could not clear because the disk was full or the power went. When it fails again, everything can be
	// read and written all the same, and it stays due.
	_ = f.scrub(ctx)
	return nil
}

// lock opens the connection and takes the file for this process alone, for as long as the connection lives. Rolling
// back what a crash left happens here, by SQLite.
func (f *File) lock(ctx context.Context) error {
	db, err := sql.Open("sqlite", dsn(f.path, f.options.vfs))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	f.db = db
	if f.conn, err = db.Conn(ctx); err != nil {
		return errors.Join(err, db.Close())
	}
	for _, statement := range []string{"BEGIN EXCLUSIVE", "COMMIT"} {
		if _, err := f.conn.ExecContext(ctx, statement); err != nil {
			return errors.Join(err, f.disconnect())
		}
	}
	return nil
}

// verify reads again, now through SQLite and under the lock, what judge read from the bytes: a crash may have left a
// header that is valid only after the rollback.
func (f *File) verify(ctx context.Context) error {
	var application, version int64
	if err := f.conn.QueryRowContext(ctx, "PRAGMA application_id").Scan(&application); err != nil {
		return err
	}
	if err := f.conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if err := acceptable(application, version); err != nil {
		return err
	}
	if f.identity.Size() > quickCheckLimit {
		return nil
	}
	findings, err := pragmaFindings(ctx, f.conn, "quick_check")
	if err == nil && len(findings) > 0 {
		return refusal(model.CodeDamaged, findings[0].Detail)
	}
	return err
}

// Path returns the full path of the file.
func (f *File) Path() string { return f.path }

// Close gives the file back. It can be called more than once.
func (f *File) Close() error {
	f.backing.Lock() // a person who is being removed is removed first
	defer f.backing.Unlock()
	opened.Lock()
	defer opened.Unlock()
	f.mu.Lock()
	defer f.mu.Unlock()
	opened.files = slices.DeleteFunc(opened.files, func(other *File) bool { return other == f })
	return wrap("close data file", f.path, f.disconnect())
}

func (f *File) disconnect() error {
	if f.db == nil {
		return nil
	}
	err := errors.Join(f.conn.Close(), f.db.Close())
	f.conn, f.db = nil, nil
	return err
}

// settings of the connection. TRUNCATE with EXTRA lost no acknowledged commit in simulated power cuts, where DELETE and
// WAL lost some; EXCLUSIVE keeps the file for one window; the rest keeps a damaged or hostile file from doing harm and
// deleted names from staying in the file's bytes. The cache, 16 MB at most, holds what planning a season writes and the
// sessions of a year: with the usual 2 MB, pages go to the disk and come back in the middle of it.
const settings = "_defensive=1&_dqs=0&_error_rc=1&_txlock=immediate&_busy_timeout=200&_foreign_keys=1" +
	"&_pragma=locking_mode(EXCLUSIVE)&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=secure_delete(1)" +
	"&_pragma=fullfsync(1)&_pragma=cache_size(-16000)&_pragma=journal_mode(TRUNCATE)&_pragma=synchronous(EXTRA)"

// dsn names the file to the driver. The path is escaped: a bare %, # or ? would silently open another file.
func dsn(path, vfs string) string {
	p := filepath.ToSlash(path)
	if p == "" || p[0] != '/' { // C:/…
		p = "/" + p
	}
	s := "file://" + (&url.URL{Path: p}).EscapedPath() + "?" + settings
	if vfs != "" {
		s += "&vfs=" + url.QueryEscape(vfs)
	}
	return s
}
