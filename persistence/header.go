package persistence

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"kumppani/model"
)

// applicationID marks our files in SQLite's header: "Kump".
const applicationID = 0x4B756D70

// The database header (https://www.sqlite.org/fileformat.html, section 1.3).
const (
	headerSize        = 100
	headerMagic       = "SQLite format 3\x00"
	atPageSize        = 16
	atChangeCounter   = 24
	atPageCount       = 28
	atUserVersion     = 60
	atApplicationID   = 68
	atVersionValidFor = 92
)

// journalMagic begins a rollback journal that a crash left behind; a finished one is empty or zeroed.
var journalMagic = []byte{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7}

// judge refuses a file that is not a whole data file of ours and of a version that we know, by reading its header only:
// once SQLite has a file open, it may write to it. The file must not be open in this process.
func judge(path string, info os.FileInfo) error {
	if !info.Mode().IsRegular() {
		return refusal(model.CodeForeign, "not a regular file")
	}
	if info.Size() == 0 {
		return refusal(model.CodeEmptyFile, "the file has no bytes")
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	header := make([]byte, headerSize)
	n, err := io.ReadFull(f, header)
	if closeErr := f.Close(); closeErr != nil && err == nil {
		return closeErr
	}
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	crashed, err := hasHotJournal(path)
	if err != nil {
		return err
	}
	return judgeHeader(header[:n], info.Size(), crashed)
}

// judgeHeader judges a file of size bytes by its first bytes. When a crash left a journal beside it, what looks damaged
// may be half a transaction that SQLite will take back, and is not refused yet.
func judgeHeader(header []byte, size int64, crashed bool) error {
	if !bytes.HasPrefix(header, []byte(headerMagic)) || len(header) < headerSize {
		if crashed {
			return nil
		}
		if bytes.HasPrefix(header, []byte(headerMagic)) {
			return refusal(model.CodeDamaged, "the file is cut off")
		}
		return refusal(model.CodeForeign, "no SQLite header")
	}
	number := func(at int) int64 { return int64(binary.BigEndian.Uint32(header[at:])) }
	if err := acceptable(number(atApplicationID), number(atUserVersion)); err != nil {
		return err
	}
	pageSize := int64(binary.BigEndian.Uint16(header[atPageSize:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	counted := number(atChangeCounter) == number(atVersionValidFor) // otherwise the page count is not to be relied on
	if want := pageSize * number(atPageCount); counted && size < want && !crashed {
		return refusal(model.CodeDamaged, fmt.Sprintf("the file has %d of its %d bytes", size, want))
	}
	return nil
}

// acceptable refuses files of other programs and of newer versions of this one.
func acceptable(application, version int64) error {
	switch {
	case application != applicationID:
		return refusal(model.CodeForeign, fmt.Sprintf("application_id is %#x", application))
	case version > schemaVersion():
		return refusal(model.CodeNewer, fmt.Sprintf("version %d of the file, this program knows %d", version, schemaVersion()))
	case version < 1:
		return refusal(model.CodeDamaged, fmt.Sprintf("version %d of the file", version))
	}
	return nil
}

func hasHotJournal(path string) (bool, error) {
	f, err := os.Open(path + "-journal")
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	begin := make([]byte, len(journalMagic))
	if _, err := io.ReadFull(f, begin); err != nil {
		return false, nil // too short to hold anything
	}
	return bytes.Equal(begin, journalMagic), nil
}
