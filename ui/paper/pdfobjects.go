package paper

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"kumppani/assets"
	"kumppani/model"
)

// stream is the data of a stream object, with the filter it is packed with.
type stream struct {
	filter string
	data   []byte
}

func plain(data []byte) stream { return stream{"", data} }

// deflated takes data that is packed already.
func deflated(data []byte) stream { return stream{" /Filter /FlateDecode", data} }

// packers are kept from one stream to the next: a new one takes a megabyte. They pack fast rather than tight: a file
// grows by a twentieth, and a matrix of a hundred pages takes a fifth less time.
var packers = sync.Pool{New: func() any {
	w, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // it is one of the levels
	return w
}}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := packers.Get().(*zlib.Writer)
	defer packers.Put(w)
	w.Reset(&b)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

func streamObject(entries string, s stream) []byte {
	out := fmt.Appendf(nil, "<< %s%s /Length %d >>\nstream\n", entries, s.filter, len(s.data))
	out = append(out, s.data...)
	return append(out, "\nendstream"...)
}

// sRGB is the colour profile, packed once.
var sRGB = sync.OnceValue(func() []byte { return deflate(assets.SRGBProfile) })

// embed adds a weight of the typeface with the glyphs that were used, and returns the number of the font object. The
// codes in the text are glyph numbers.
func (f *finisher) embed(t *font, used map[uint16]rune) int {
	file := t.subset(used)
	name := subsetTag(used) + "+" + t.name
	fontFile := f.add(streamObject(fmt.Sprintf("/Length1 %d", len(file)), deflated(deflate(file))))
	descriptor := f.add(fmt.Appendf(nil, "<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [ %d %d %d %d ] /ItalicAngle 0 "+
		"/Ascent %d /Descent %d /CapHeight 714 /StemV %d /FontFile2 %d 0 R >>",
		name, t.box[0], t.box[1], t.box[2], t.box[3], t.ascent, t.descent, stemV(t), fontFile))
	glyphs := slices.Sorted(maps.Keys(used))
	widths := []byte("[ ")
	for _, g := range glyphs {
		widths = fmt.Appendf(widths, "%d [%d] ", g, t.advances[g])
	}
	widths = append(widths, ']')
	descendant := f.add(fmt.Appendf(nil, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) "+
		"/Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW %d /W %s >>",
		name, descriptor, t.advances[0], widths))
	unicode := f.add(streamObject("", deflated(deflate(toUnicode(glyphs, used)))))
	return f.add(fmt.Appendf(nil, "<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [ %d 0 R ] "+
		"/ToUnicode %d 0 R >>", name, descendant, unicode))
}

func stemV(t *font) int {
	if t == typeface()[bold] {
		return 140
	}
	return 88
}

// subsetTag is the six letters that tell subsets of a typeface apart (ISO 32000-1, 9.6.4).
func subsetTag(used map[uint16]rune) string {
	sum := uint32(2166136261) // FNV-1a
	for _, g := range slices.Sorted(maps.Keys(used)) {
		sum = (sum ^ uint32(g)) * 16777619
	}
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = byte('A' + sum%26)
		sum /= 26
	}
	return string(tag)
}

// toUnicode is the character map by which text is read out of the file (ISO 32000-1, 9.10.3).
func toUnicode(glyphs []uint16, used map[uint16]rune) []byte {
	out := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) " +
		"/Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for chunk := range slices.Chunk(glyphs, 100) {
		out = fmt.Appendf(out, "%d beginbfchar\n", len(chunk))
		for _, g := range chunk {
			out = fmt.Appendf(out, "<%04X> <%04X>\n", g, used[g])
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
}

// structure adds the structure tree and returns the number of its root.
func (f *finisher) structure(root *node) int {
	top := f.add(nil)
	f.number(root)
	f.elements(root, top)
	parents := []byte("<< /Nums [ ")
	for page, owners := range f.canvas.owners {
		parents = fmt.Appendf(parents, "%d [ ", page)
		for _, n := range owners {
			parents = appendRef(parents, n.number)
		}
		parents = append(parents, "] "...)
	}
	tree := f.add(append(parents, "] >>"...))
	f.objects[top-1] = fmt.Appendf(nil, "<< /Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d >>",
		root.number, tree, len(f.canvas.owners))
	return top
}

// number gives every element an object.
func (f *finisher) number(n *node) {
	n.number = f.add(nil)
	for _, k := range n.kids {
		if k.node != nil {
			f.number(k.node)
		}
	}
}

// elements fills in the objects of an element and of everything below it.
func (f *finisher) elements(n *node, parent int) {
	out := make([]byte, 0, 128+4*len(n.actual)+12*len(n.kids)) // there are many, so they are not written with fmt
	out = append(append(out, "<< /Type /StructElem /S /"...), n.kind...)
	out = appendRef(append(out, " /P "...), parent)
	if n.language != "" {
		out = append(append(append(out, "/Lang ("...), languageTag(n.language)...), ") "...)
	}
	if n.alt != "" {
		out = append(append(append(out, "/Alt "...), textString(n.alt)...), ' ')
	}
	if n.actual != "" {
		text, known := f.actual[n.actual]
		if !known {
			text = textString(n.actual)
			f.actual[n.actual] = text
		}
		out = append(append(append(out, "/ActualText "...), text...), ' ')
	}
	if n.header {
		out = append(out, "/A << /O /Table /Scope /Column >> "...)
	}
	page := -1 // of the content in the element; what lies on another page names its own
	for _, k := range n.kids {
		if k.node == nil {
			page = k.page
			out = appendRef(append(out, "/Pg "...), pageObject(page))
			break
		}
	}
	out = append(out, "/K [ "...)
	for _, k := range n.kids {
		switch {
		case k.node != nil:
			f.elements(k.node, n.number)
			out = appendRef(out, k.node.number)
		case k.page == page:
			out = append(strconv.AppendInt(out, int64(k.mcid), 10), ' ')
		default:
			out = fmt.Appendf(out, "<< /Type /MCR /Pg %d 0 R /MCID %d >> ", pageObject(k.page), k.mcid)
		}
	}
	f.objects[n.number-1] = append(out, "] >>"...)
}

// appendRef appends a reference to an object, and a space.
func appendRef(b []byte, object int) []byte {
	return append(strconv.AppendInt(b, int64(object), 10), " 0 R "...)
}

// languageTag is the language with its country (RFC 5646): readers choose a voice by it.
func languageTag(l model.Language) string {
	switch l {
	case model.Swedish:
		return "sv-FI"
	case model.English:
		return "en-GB"
	}
	return "fi-FI"
}

// textString writes text as a string of PDF, in UTF-16 (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	return "<" + strings.ToUpper(hex.EncodeToString([]byte(utf16Text(s)))) + ">"
}

// utf16Text is s in UTF-16 with its byte order mark.
func utf16Text(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return string(out)
}

// infoObject is the information dictionary; xmp says the same.
func infoObject(p properties) []byte {
	out := []byte("<< /Title " + textString(p.title))
	if p.author != "" {
		out = append(out, " /Author "+textString(p.author)...)
	}
	if p.subject != "" {
		out = append(out, " /Subject "+textString(p.subject)...)
	}
	day := fmt.Sprintf("(D:%04d%02d%02d000000Z)", p.date.Year(), p.date.Month(), p.date.Day())
	return fmt.Appendf(out, " /Creator (%s) /Producer (%s) /CreationDate %s /ModDate %s >>", producer, producer, day, day)
}

// xmp is the metadata of the file (ISO 16684-1), with the mark of PDF/A-2b.
func xmp(p properties) []byte {
	text := func(s string) string {
		var b bytes.Buffer
		_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
		return b.String()
	}
	var out bytes.Buffer
	out.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
		`xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n" +
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n<dc:format>application/pdf</dc:format>\n")
	fmt.Fprintf(&out, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", languageTag(p.language))
	fmt.Fprintf(&out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", text(p.title))
	if p.author != "" {
		fmt.Fprintf(&out, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", text(p.author))
	}
	if p.subject != "" {
		fmt.Fprintf(&out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", text(p.subject))
	}
	fmt.Fprintf(&out, "<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>\n", producer, producer)
	fmt.Fprintf(&out, "<xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate><xmp:ModifyDate>%sT00:00:00Z</xmp:ModifyDate>\n", p.date, p.date)
	out.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return out.Bytes()
}
