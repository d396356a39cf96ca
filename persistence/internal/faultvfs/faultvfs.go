// Package faultvfs is a file system for SQLite that fails when a test says so, and remembers what was written so that
// the test can see what a power cut at any moment would have left on the disk (see Disk). It lays itself over SQLite's
// default file system, for the whole process; tests that use it cannot run side by side.
//
// It exists for tests only. What happens after a fault is the business of the tests of package persistence.
package faultvfs

import (
	"fmt"
	"sync"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// Name is the name under which SQLite knows the file system, once Register was called.
const Name = "fault"

// Kind is what an operation does to a file.
type Kind string

// The kinds of operations that change something on the disk.
const (
	Open     Kind = "open"
	Write    Kind = "write"
	Truncate Kind = "truncate"
	Sync     Kind = "sync"
	Delete   Kind = "delete"
)

// Operation is one operation that reached the file system.
type Operation struct {
	Kind   Kind
	Path   string
	Offset int64  // of a Write, in bytes
	Data   []byte // of a Write
	Size   int64  // of a Truncate, in bytes
}

var state struct {
	sync.Mutex
	recording bool
	log       []Operation
	count     int   // operations since Fail or Heal
	failAt    int   // the operation that fails, from 1; 0 for none
	goOn      bool  // and all after it
	code      int32 // with which it fails
}

// Fail makes the n-th operation from now on fail with a result code of SQLite, and with goOn all after it.
func Fail(n int, code int, goOn bool) {
	state.Lock()
	defer state.Unlock()
	state.count, state.failAt, state.code, state.goOn = 0, n, int32(code), goOn
}

// Heal ends the failing. It returns how many operations there were since Fail or Heal, and whether any of them failed.
func Heal() (operations int, failed bool) {
	state.Lock()
	defer state.Unlock()
	operations, failed = state.count, state.failAt > 0 && state.count >= state.failAt
	state.count, state.failAt = 0, 0
	return operations, failed
}

// Record begins to remember operations.
func Record() {
	state.Lock()
	defer state.Unlock()
	state.recording, state.log = true, nil
}

// Recorded returns the operations since Record, and ends remembering.
func Recorded() []Operation {
	state.Lock()
	defer state.Unlock()
	state.recording = false
	return state.log
}

// Count returns how many operations are remembered so far.
func Count() int {
	state.Lock()
	defer state.Unlock()
	return len(state.log)
}

// reach lets an operation through, remembering it, or returns the code with which it fails.
func reach(op Operation) int32 {
	state.Lock()
	defer state.Unlock()
	state.count++
	if state.failAt > 0 && (state.count == state.failAt || (state.goOn && state.count > state.failAt)) {
		return state.code
	}
	if state.recording {
		state.log = append(state.log, op)
	}
	return lib.SQLITE_OK
}

// under is SQLite's default file system; the fields below say which file and which table of methods belong to it.
var under struct {
	vfs     *lib.Tsqlite3_vfs
	address uintptr

	sync.Mutex
	paths     map[uintptr]string  // by open file
	ours      map[uintptr]uintptr // the default file system's table of methods → ours that stands for it
	originals map[uintptr]uintptr // and back
}

// Register makes the file system known to SQLite; calling it again does nothing. It panics when SQLite will not have
// it, which no test could go on from.
var Register = sync.OnceFunc(func() {
	tls := libc.NewTLS()
	lib.Xsqlite3_initialize(tls)
	under.address = lib.Xsqlite3_vfs_find(tls, 0)
	under.vfs = at[lib.Tsqlite3_vfs](under.address)
	under.paths, under.ours, under.originals = map[uintptr]string{}, map[uintptr]uintptr{}, map[uintptr]uintptr{}

	name, err := libc.CString(Name)
	if err != nil {
		panic(err)
	}
	address := libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(lib.Tsqlite3_vfs{})))
	vfs := at[lib.Tsqlite3_vfs](address)
	*vfs = *under.vfs
	vfs.FzName, vfs.FpNext = name, 0
	vfs.FxOpen, vfs.FxDelete = pointer(open), pointer(remove)
	if code := lib.Xsqlite3_vfs_register(tls, address, 0); code != lib.SQLITE_OK {
		panic(fmt.Sprintf("sqlite3_vfs_register: %d", code))
	}
})

// at sees a struct of SQLite at an address outside Go's memory.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// pointer gives a Go function the form in which the translated SQLite keeps function pointers, and function turns one
// back. The translation does the same (ccgo, __ccgo_fp).
func pointer[T any](f T) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

func function[T any](address uintptr) T { return *(*T)(unsafe.Pointer(&address)) }

// methods returns the default file system's methods of an open file.
func methods(file uintptr) *lib.Tsqlite3_io_methods {
	under.Lock()
	defer under.Unlock()
	return at[lib.Tsqlite3_io_methods](under.originals[*at[uintptr](file)])
}

func pathOf(file uintptr) string {
	under.Lock()
	defer under.Unlock()
	return under.paths[file]
}

type (
	openFunc     = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, outFlags uintptr) int32
	deleteFunc   = func(tls *libc.TLS, vfs, name uintptr, syncFolder int32) int32
	writeFunc    = func(tls *libc.TLS, file, data uintptr, size int32, offset int64) int32
	truncateFunc = func(tls *libc.TLS, file uintptr, size int64) int32
	syncFunc     = func(tls *libc.TLS, file uintptr, flags int32) int32
	closeFunc    = func(tls *libc.TLS, file uintptr) int32
)

// open opens a file with the default file system, and then puts our methods in the place of its own.
var open openFunc = func(tls *libc.TLS, _, name, file uintptr, flags int32, outFlags uintptr) int32 {
	path := ""
	if name != 0 {
		path = libc.GoString(name)
	}
	if reach(Operation{Kind: Open, Path: path}) != lib.SQLITE_OK {
		*at[uintptr](file) = 0 // no methods: SQLite will not close it
		return lib.SQLITE_CANTOPEN
	}
	code := function[openFunc](under.vfs.FxOpen)(tls, under.address, name, file, flags, outFlags)
	if original := *at[uintptr](file); original != 0 {
		under.Lock()
		defer under.Unlock()
		*at[uintptr](file) = oursFor(tls, original)
		under.paths[file] = path
	}
	return code
}

// oursFor returns our table of methods that stands for one of the default file system. under is locked.
func oursFor(tls *libc.TLS, original uintptr) uintptr {
	if ours, known := under.ours[original]; known {
		return ours
	}
	ours := libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(lib.Tsqlite3_io_methods{})))
	m := at[lib.Tsqlite3_io_methods](ours)
	*m = *at[lib.Tsqlite3_io_methods](original)
	m.FxWrite, m.FxTruncate, m.FxSync, m.FxClose = pointer(write), pointer(truncate), pointer(syncFile), pointer(closeFile)
	under.ours[original], under.originals[ours] = ours, original
	return ours
}

var remove deleteFunc = func(tls *libc.TLS, _, name uintptr, syncFolder int32) int32 {
	if reach(Operation{Kind: Delete, Path: libc.GoString(name)}) != lib.SQLITE_OK {
		return lib.SQLITE_IOERR_DELETE
	}
	return function[deleteFunc](under.vfs.FxDelete)(tls, under.address, name, syncFolder)
}

var write writeFunc = func(tls *libc.TLS, file, data uintptr, size int32, offset int64) int32 {
	copied := make([]byte, size)
	copy(copied, unsafe.Slice(at[byte](data), size))
	if code := reach(Operation{Kind: Write, Path: pathOf(file), Offset: offset, Data: copied}); code != lib.SQLITE_OK {
		return code
	}
	return function[writeFunc](methods(file).FxWrite)(tls, file, data, size, offset)
}

var truncate truncateFunc = func(tls *libc.TLS, file uintptr, size int64) int32 {
	if code := reach(Operation{Kind: Truncate, Path: pathOf(file), Size: size}); code != lib.SQLITE_OK {
		return code
	}
	return function[truncateFunc](methods(file).FxTruncate)(tls, file, size)
}

var syncFile syncFunc = func(tls *libc.TLS, file uintptr, flags int32) int32 {
	if code := reach(Operation{Kind: Sync, Path: pathOf(file)}); code != lib.SQLITE_OK {
		return code
	}
	return function[syncFunc](methods(file).FxSync)(tls, file, flags)
}

// closeFile gives the file its own methods back before it is closed by them.
var closeFile closeFunc = func(tls *libc.TLS, file uintptr) int32 {
	original := methods(file)
	under.Lock()
	*at[uintptr](file) = under.originals[*at[uintptr](file)]
	delete(under.paths, file)
	under.Unlock()
	return function[closeFunc](original.FxClose)(tls, file)
}
