package paper

import (
	"encoding/binary"
	"fmt"
	"sync"

	"kumppani/assets"
)

// The weights of the typeface.
const (
	regular = iota
	bold
)

// font is one weight of the typeface, read once. gofpdf would read it anew for every document and take longer for that
// than for all the rest, so it draws no text; see canvas.text.
type font struct {
	name     string
	tables   map[string][]byte
	glyphs   [1 << 16]uint16 // by rune of the basic plane; 0 = none
	advances []uint16        // by glyph, in thousandths of the font size (the typeface has 1000 units per em)
	offsets  []uint32        // of glyphs in the table glyf; one more than there are glyphs
	box      [4]int16        // around every glyph
	ascent   int16
	descent  int16
}

// typeface returns the two weights. The files are part of the program: a broken one panics in the first test.
var typeface = sync.OnceValue(func() [2]*font {
	return [2]*font{
		regular: readFont("NotoSans-Regular", assets.RegularFont),
		bold:    readFont("NotoSans-Bold", assets.BoldFont),
	}
})

func (f *font) gid(r rune) uint16 {
	if r < 0 || r >= 1<<16 {
		return 0
	}
	return f.glyphs[r]
}

func readFont(name string, data []byte) *font {
	be := binary.BigEndian
	f := &font{name: name, tables: map[string][]byte{}}
	for i := range int(be.Uint16(data[4:])) {
		e := data[12+16*i:]
		at, size := be.Uint32(e[8:]), be.Uint32(e[12:])
		f.tables[string(e[:4])] = data[at : at+size]
	}
	head, hhea, loca := f.tables["head"], f.tables["hhea"], f.tables["loca"]
	if be.Uint16(head[18:]) != 1000 {
		panic(fmt.Errorf("font %s: not 1000 units per em", name))
	}
	for i := range f.box {
		f.box[i] = int16(be.Uint16(head[36+2*i:]))
	}
	f.ascent, f.descent = int16(be.Uint16(hhea[4:])), int16(be.Uint16(hhea[6:]))
	n := int(be.Uint16(f.tables["maxp"][4:]))
	f.offsets = make([]uint32, n+1)
	for i := range f.offsets {
		if be.Uint16(head[50:]) == 0 {
			f.offsets[i] = 2 * uint32(be.Uint16(loca[2*i:]))
		} else {
			f.offsets[i] = be.Uint32(loca[4*i:])
		}
	}
	f.advances = make([]uint16, n)
	long := int(be.Uint16(hhea[34:]))
	for i := range f.advances {
		f.advances[i] = be.Uint16(f.tables["hmtx"][4*min(i, long-1):])
	}
	f.readCmap()
	return f
}

// readCmap reads the character map, of which the typeface has one of format 4 (OpenType 1.9, "cmap").
func (f *font) readCmap() {
	be := binary.BigEndian
	cmap := f.tables["cmap"]
	t := cmap[be.Uint32(cmap[8:]):]
	if be.Uint16(t) != 4 {
		panic(fmt.Errorf("font %s: its character map is not of format 4", f.name))
	}
	n := int(be.Uint16(t[6:])) // twice the number of segments
	ends, starts, deltas, ranges := t[14:], t[16+n:], t[16+2*n:], t[16+3*n:]
	for s := 0; s < n; s += 2 {
		first, last := int(be.Uint16(starts[s:])), int(be.Uint16(ends[s:]))
		for c := first; c <= last && c < 0xFFFF; c++ {
			g := uint16(c)
			if o := int(be.Uint16(ranges[s:])); o != 0 {
				g = be.Uint16(ranges[s+o+2*(c-first):])
				if g == 0 {
					continue
				}
			}
			f.glyphs[c] = g + be.Uint16(deltas[s:])
		}
	}
}
