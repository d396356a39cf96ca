package faultvfs

import (
	"math/rand/v2"
	"slices"
)

// Disk follows recorded operations and tells what a power cut would leave: what was synced is there; of what was done
// to a file since, anything may be, and writes may be torn.
type Disk struct {
	synced map[string][]byte
	since  map[string][]Operation // since the file was last synced, in order
}

// NewDisk is a disk on which these files are, synced.
func NewDisk(files map[string][]byte) *Disk {
	d := &Disk{synced: map[string][]byte{}, since: map[string][]Operation{}}
	for path, b := range files {
		d.synced[path] = slices.Clone(b)
	}
	return d
}

// Do carries out one operation.
func (d *Disk) Do(op Operation) {
	if op.Kind != Sync {
		d.since[op.Path] = append(d.since[op.Path], op)
		return
	}
	content, there := d.synced[op.Path]
	for _, earlier := range d.since[op.Path] {
		content, there = apply(content, there, earlier)
	}
	delete(d.since, op.Path)
	delete(d.synced, op.Path)
	if there {
		d.synced[op.Path] = content
	}
}

// sector is the unit in which a disk tears a write, in bytes.
const sector = 512

// Cut returns the files after a power cut now. Each operation that was not synced has reached the disk with the chance
// reached (0 none, 1 all); between, writes may also be torn.
func (d *Disk) Cut(reached float64, chance *rand.Rand) map[string][]byte {
	files := map[string][]byte{}
	for path, b := range d.synced {
		files[path] = slices.Clone(b)
	}
	for path, operations := range d.since {
		content, there := files[path]
		for _, op := range operations {
			if chance.Float64() >= reached {
				continue
			}
			if op.Kind == Write && reached < 1 && len(op.Data) > sector && chance.IntN(4) == 0 {
				op.Data = op.Data[:sector*chance.IntN(len(op.Data)/sector)]
			}
			content, there = apply(content, there, op)
		}
		delete(files, path)
		if there {
			files[path] = content
		}
	}
	return files
}

// apply returns what is in a file, and whether there is one, after an operation.
func apply(content []byte, there bool, op Operation) ([]byte, bool) {
	switch op.Kind {
	case Delete:
		return nil, false
	case Truncate:
		return resized(content, op.Size), true
	case Write:
		if end := op.Offset + int64(len(op.Data)); end > int64(len(content)) {
			content = resized(content, end)
		}
		copy(content[op.Offset:], op.Data)
		return content, true
	case Open:
		return content, true
	}
	return content, there
}

func resized(content []byte, size int64) []byte {
	out := make([]byte, size)
	copy(out, content)
	return out
}
