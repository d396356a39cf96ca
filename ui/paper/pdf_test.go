package paper

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// pdfFile is a PDF taken apart for tests, by its cross-reference table. It reads no more of PDF than this package
// writes, and fails the test on anything else.
type pdfFile struct {
	t       *testing.T
	raw     []byte
	trailer string
	objects map[int]string // without their streams
	streams map[int][]byte // inflated
}

var (
	reRef    = regexp.MustCompile(`(\d+) 0 R`)
	reLength = regexp.MustCompile(`/Length (\d+)`)
)

func readPDF(t *testing.T, raw []byte) *pdfFile {
	t.Helper()
	f := &pdfFile{t: t, raw: raw, objects: map[int]string{}, streams: map[int][]byte{}}
	m := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(raw)
	if m == nil {
		t.Fatal("no startxref at the end")
	}
	at, _ := strconv.Atoi(string(m[1]))
	table := string(raw[at:])
	head := regexp.MustCompile(`^xref\n0 (\d+)\n0000000000 65535 f \n`).FindStringSubmatch(table)
	if head == nil {
		t.Fatalf("no cross-reference table at %d", at)
	}
	f.trailer = table[strings.Index(table, "trailer"):]
	entries := regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`).FindAllStringSubmatch(table, -1)
	if n, _ := strconv.Atoi(head[1]); n != len(entries)+1 {
		t.Fatalf("%d entries in a table of %d", len(entries)+1, n)
	}
	for i, e := range entries {
		offset, _ := strconv.Atoi(e[1])
		start := fmt.Sprintf("%d 0 obj\n", i+1)
		if !bytes.HasPrefix(raw[offset:], []byte(start)) {
			t.Fatalf("object %d is not at %d", i+1, offset)
		}
		f.readObject(i+1, raw[offset+len(start):at])
	}
	return f
}

func (f *pdfFile) readObject(n int, b []byte) {
	f.t.Helper()
	end := bytes.Index(b, []byte("endobj"))
	s := bytes.Index(b, []byte("stream\n"))
	if s < 0 || s > end {
		f.objects[n] = string(b[:end])
		return
	}
	f.objects[n] = string(b[:s])
	length, _ := strconv.Atoi(reLength.FindStringSubmatch(f.objects[n])[1])
	data := b[s+7 : s+7+length]
	if !bytes.HasPrefix(bytes.TrimLeft(b[s+7+length:], "\n"), []byte("endstream")) {
		f.t.Fatalf("object %d: its stream is not %d bytes long", n, length)
	}
	if strings.Contains(f.objects[n], "/FlateDecode") && !strings.Contains(f.objects[n], "/Image") {
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			f.t.Fatalf("object %d: %v", n, err)
		}
		if data, err = io.ReadAll(r); err != nil {
			f.t.Fatalf("object %d: %v", n, err)
		}
	}
	f.streams[n] = data
}

// ref follows a key of an object to the number of the object it refers to.
func (f *pdfFile) ref(in, key string) int {
	f.t.Helper()
	m := regexp.MustCompile(regexp.QuoteMeta(key) + `\s*\[?\s*(\d+) 0 R`).FindStringSubmatch(in)
	if m == nil {
		f.t.Fatalf("no %s in %s", key, in)
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

func (f *pdfFile) catalog() string { return f.objects[f.ref(f.trailer, "/Root")] }

// kids returns the objects that a list of references in an object names.
func (f *pdfFile) kids(in, key string) []int {
	f.t.Helper()
	i := strings.Index(in, key+" [")
	if i < 0 {
		return nil
	}
	list := in[i:]
	list = list[:strings.Index(list, "]")]
	var out []int
	for _, m := range reRef.FindAllStringSubmatch(list, -1) {
		n, _ := strconv.Atoi(m[1])
		out = append(out, n)
	}
	return out
}

func (f *pdfFile) pages() []int { return f.kids(f.objects[f.ref(f.catalog(), "/Pages")], "/Kids") }

// content is a marked content of a page.
type content struct {
	tag  string
	mcid int // -1 for an artifact
	text string
	ops  string
}

// reState is the graphics state with which gofpdf begins a page.
var reState = regexp.MustCompile(`^(\d [Jj]|[\d.]+ w|[\d.]+ [gG]|[\d.]+ [\d.]+ [\d.]+ (rg|RG)|q [\d.]+ 0 0 [\d.]+ [\d.]+ 0 cm|Q)$`)

var reMark = regexp.MustCompile(`^/(\w+) (?:<</MCID (\d+)>> BDC|BMC)$`)

// contents reads the marked contents of a page in the order in which they are drawn. What is outside of any is a fault,
// but for the graphics state with which gofpdf begins.
func (f *pdfFile) contents(page int) []content {
	f.t.Helper()
	stream := string(f.streams[f.ref(f.objects[page], "/Contents")])
	fonts := f.fontMaps()
	var out []content
	open := false
	for l := range strings.SplitSeq(strings.TrimSpace(stream), "\n") {
		if m := reMark.FindStringSubmatch(l); m != nil {
			if open {
				f.t.Fatalf("page object %d: content within content", page)
			}
			open = true
			c := content{tag: m[1], mcid: -1}
			if m[2] != "" {
				c.mcid, _ = strconv.Atoi(m[2])
			}
			out = append(out, c)
			continue
		}
		if l == "EMC" {
			if !open {
				f.t.Fatalf("page object %d: an end of content without its begin", page)
			}
			open = false
			continue
		}
		if !open {
			if !reState.MatchString(l) {
				f.t.Fatalf("page object %d: drawn outside of any content: %s", page, l)
			}
			continue
		}
		c := &out[len(out)-1]
		c.ops += l + "\n"
		c.text += decodeText(f.t, fonts, l)
	}
	if open {
		f.t.Fatalf("page object %d: content is not closed", page)
	}
	return out
}

var (
	reShow   = regexp.MustCompile(`/(F\d) [\d.]+ Tf <([0-9a-f]*)> Tj`)
	reBfchar = regexp.MustCompile(`(?m)^<([0-9A-F]{4})> <([0-9A-F]{4})>$`)
)

func decodeText(t *testing.T, fonts map[string]map[uint16]rune, ops string) string {
	t.Helper()
	var out []rune
	for _, m := range reShow.FindAllStringSubmatch(ops, -1) {
		b, err := hex.DecodeString(m[2])
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(b); i += 2 {
			g := uint16(b[i])<<8 | uint16(b[i+1])
			r, ok := fonts[m[1]][g]
			if !ok || g == 0 {
				t.Fatalf("glyph %d of %s has no character", g, m[1])
			}
			out = append(out, r)
		}
	}
	return string(out)
}

// fontObjects returns the font objects of the pages by their names.
func (f *pdfFile) fontObjects() map[string]int {
	out := map[string]int{}
	for _, m := range regexp.MustCompile(`/(F\d) (\d+) 0 R`).FindAllStringSubmatch(f.objects[2], -1) {
		out[m[1]], _ = strconv.Atoi(m[2])
	}
	return out
}

func (f *pdfFile) fontMaps() map[string]map[uint16]rune {
	f.t.Helper()
	out := map[string]map[uint16]rune{}
	for name, n := range f.fontObjects() {
		out[name] = map[uint16]rune{}
		for _, m := range reBfchar.FindAllStringSubmatch(string(f.streams[f.ref(f.objects[n], "/ToUnicode")]), -1) {
			g, _ := strconv.ParseUint(m[1], 16, 16)
			r, _ := strconv.ParseUint(m[2], 16, 16)
			out[name][uint16(g)] = rune(r)
		}
	}
	return out
}

// element is a structure element with the text in and below it.
type element struct {
	kind, language, alt, actual string
	text                        string
	kids                        []*element
}

// structure reads the structure tree with its text, and checks it both ways against the parent tree.
func (f *pdfFile) structure() *element {
	f.t.Helper()
	texts := map[[2]int]string{} // by page object and marked content
	claimed := map[[2]int]int{}  // the element that has it
	for _, p := range f.pages() {
		for _, c := range f.contents(p) {
			if c.mcid >= 0 {
				texts[[2]int{p, c.mcid}] = c.text
			}
		}
	}
	root := f.objects[f.ref(f.catalog(), "/StructTreeRoot")]
	e := f.element(f.ref(root, "/K"), texts, claimed)
	if len(claimed) != len(texts) {
		f.t.Errorf("%d marked contents, %d of them in the structure", len(texts), len(claimed))
	}
	tree := f.objects[f.ref(root, "/ParentTree")]
	rows := regexp.MustCompile(`(\d+) \[ ([^\]]*)\]`).FindAllStringSubmatch(tree, -1)
	if len(rows) != len(f.pages()) {
		f.t.Errorf("parent tree of %d pages for %d", len(rows), len(f.pages()))
	}
	for i, row := range rows {
		page := f.pages()[i]
		if !strings.Contains(f.objects[page], fmt.Sprintf("/StructParents %s ", row[1])) {
			f.t.Errorf("page %d has not the key %s", i+1, row[1])
		}
		for id, m := range reRef.FindAllStringSubmatch(row[2], -1) {
			if n, _ := strconv.Atoi(m[1]); claimed[[2]int{page, id}] != n {
				f.t.Errorf("page %d content %d belongs to %d, parent tree says %d", i+1, id, claimed[[2]int{page, id}], n)
			}
		}
	}
	return e
}

var (
	reKids = regexp.MustCompile(`<< /Type /MCR /Pg (\d+) 0 R /MCID (\d+) >>|(\d+) 0 R|(\d+)`)
	reKind = regexp.MustCompile(`^<< /Type /StructElem /S /(\w+) `)
)

func (f *pdfFile) element(n int, texts map[[2]int]string, claimed map[[2]int]int) *element {
	f.t.Helper()
	body := f.objects[n]
	m := reKind.FindStringSubmatch(body)
	if m == nil {
		f.t.Fatalf("object %d is no structure element: %s", n, body)
	}
	e := &element{kind: m[1], alt: hexEntry(body, "/Alt"), actual: hexEntry(body, "/ActualText")}
	if l := regexp.MustCompile(`/Lang \((.*?)\)`).FindStringSubmatch(body); l != nil {
		e.language = l[1]
	}
	page := 0
	if strings.Contains(body, "/Pg ") {
		page = f.ref(body, "/Pg")
	}
	own := func(p, id int) {
		key := [2]int{p, id}
		if _, ok := texts[key]; !ok || claimed[key] != 0 {
			f.t.Errorf("element %d claims content %v that is not there or another's", n, key)
		}
		claimed[key] = n
		e.text += texts[key]
	}
	number := func(s string) int { v, _ := strconv.Atoi(s); return v }
	for _, k := range reKids.FindAllStringSubmatch(body[strings.Index(body, "/K [")+4:], -1) {
		switch {
		case k[1] != "":
			own(number(k[1]), number(k[2]))
		case k[3] != "":
			if f.ref(f.objects[number(k[3])], "/P") != n {
				f.t.Errorf("element %s is not below %d", k[3], n)
			}
			kid := f.element(number(k[3]), texts, claimed)
			e.kids = append(e.kids, kid)
			e.text += kid.text + "\n"
		default:
			own(page, number(k[4]))
		}
	}
	return e
}

// all lists the elements of a kind in and below e, in reading order.
func (e *element) all(kind string) []*element {
	var out []*element
	if e.kind == kind {
		out = append(out, e)
	}
	for _, k := range e.kids {
		out = append(out, k.all(kind)...)
	}
	return out
}

// hexEntry reads a UTF-16 string of a dictionary.
func hexEntry(body, key string) string {
	m := regexp.MustCompile(key + ` <FEFF([0-9A-F]*)>`).FindStringSubmatch(body)
	if m == nil {
		return ""
	}
	b, _ := hex.DecodeString(m[1])
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}
