package spreadsheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"slices"
)

// orderedZip packs the parts of a workbook in the order of their names: excelize hands over sheets in any order, and the
// same report is to give the same bytes. Each part is packed as it comes and kept until all are there. It stops when the
// context does.
type orderedZip struct {
	ctx   context.Context
	zip   *zip.Writer
	parts map[string]*zipPart
}

func newOrderedZip(ctx context.Context, w io.Writer) *orderedZip {
	return &orderedZip{ctx, zip.NewWriter(w), map[string]*zipPart{}}
}

// zipPart is a part while it is packed.
type zipPart struct {
	ctx    context.Context
	packed bytes.Buffer
	pack   *flate.Writer
	sum    hash.Hash32
	size   uint64
}

// Create begins a part.
func (z *orderedZip) Create(name string) (io.Writer, error) {
	p := &zipPart{ctx: z.ctx, sum: crc32.NewIEEE()}
	var err error
	p.pack, err = flate.NewWriter(&p.packed, flate.BestSpeed)
	z.parts[name] = p
	return p, err
}

// Write packs more of a part.
func (p *zipPart) Write(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	_, _ = p.sum.Write(b) // which never fails
	p.size += uint64(len(b))
	return p.pack.Write(b)
}

// AddFS is of no use to a workbook.
func (z *orderedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the parts.
func (z *orderedZip) Close() error {
	for _, name := range slices.Sorted(maps.Keys(z.parts)) {
		p := z.parts[name]
		if err := p.pack.Close(); err != nil {
			return err
		}
		w, err := z.zip.CreateRaw(&zip.FileHeader{
			Name: name, Method: zip.Deflate, CRC32: p.sum.Sum32(),
			CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size,
		})
		if err != nil {
			return err
		}
		if _, err := p.packed.WriteTo(w); err != nil {
			return err
		}
	}
	return z.zip.Close()
}
