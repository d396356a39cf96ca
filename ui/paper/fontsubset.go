package paper

import (
	"encoding/binary"
)

// Flags of the parts of a composite glyph (OpenType 1.9, "glyf").
const (
	wordArguments  = 1 << 0
	oneScale       = 1 << 3
	moreComponents = 1 << 5
	twoScales      = 1 << 6
	fourScales     = 1 << 7
)

// subset returns a TrueType file with the outlines of the used glyphs and of those they are composed of. Glyphs keep
// their numbers, so that the page contents made with them stay right; the others are empty. The tables are those that
// PDF asks of an embedded TrueType font (ISO 32000-1, 9.9).
func (f *font) subset(used map[uint16]rune) []byte {
	keep := make([]bool, len(f.advances))
	keep[0] = true
	for g := range used {
		f.keep(g, keep)
	}
	be := binary.BigEndian
	glyf := []byte{}
	loca := make([]byte, 0, 4*len(f.offsets))
	hmtx := make([]byte, 4*len(keep))
	for g, kept := range keep {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		if !kept {
			continue
		}
		glyf = append(glyf, f.tables["glyf"][f.offsets[g]:f.offsets[g+1]]...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		copy(hmtx[4*g:], f.metrics(g))
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	head := append([]byte(nil), f.tables["head"]...)
	be.PutUint32(head[8:], 0)  // checksum of the file, filled in last
	be.PutUint16(head[50:], 1) // long offsets
	hhea := append([]byte(nil), f.tables["hhea"]...)
	be.PutUint16(hhea[34:], uint16(len(keep)))
	return assemble([]fontTable{
		{"glyf", glyf},
		{"head", head},
		{"hhea", hhea},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", f.tables["maxp"]},
	})
}

// metrics returns advance and left side bearing of a glyph as they stand in the table hmtx.
func (f *font) metrics(g int) []byte {
	be := binary.BigEndian
	hmtx, long := f.tables["hmtx"], int(be.Uint16(f.tables["hhea"][34:]))
	if g < long {
		return hmtx[4*g : 4*g+4]
	}
	return append(be.AppendUint16(nil, f.advances[g]), hmtx[4*long+2*(g-long):][:2]...)
}

// keep marks a glyph and the glyphs it is composed of.
func (f *font) keep(g uint16, keep []bool) {
	if keep[g] {
		return
	}
	keep[g] = true
	be := binary.BigEndian
	data := f.tables["glyf"][f.offsets[g]:f.offsets[g+1]]
	if len(data) == 0 || int16(be.Uint16(data)) >= 0 {
		return
	}
	for at, flags := 10, uint16(moreComponents); flags&moreComponents != 0; {
		flags = be.Uint16(data[at:])
		f.keep(be.Uint16(data[at+2:]), keep)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
	}
}

type fontTable struct {
	tag  string
	data []byte
}

// assemble writes a TrueType file of tables in order of tag.
func assemble(tables []fontTable) []byte {
	be := binary.BigEndian
	power, log := 1, 0
	for power*2 <= len(tables) {
		power, log = power*2, log+1
	}
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tables), power * 16, log, (len(tables) - power) * 16} {
		out = be.AppendUint16(out, uint16(v))
	}
	at, headAt := len(out)+16*len(tables), 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = at
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, (4-len(t.data)%4)%4)...)
	}
	be.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(data []byte) uint32 {
	sum := uint32(0)
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	for i, b := range data {
		sum += uint32(b) << (24 - 8*i)
	}
	return sum
}
