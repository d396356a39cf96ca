package paper

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"kumppani/model"
)

// properties are what a file says of itself.
type properties struct {
	title, author, subject string
	language               model.Language
	date                   model.Date
}

// producer is the program, as files name it.
const producer = "Kumppani"

// errForeign is the error of a file that gofpdf wrote in another way than the finisher knows.
var errForeign = errors.New("gofpdf wrote an unknown form of file")

// finisher makes a PDF/A-2b file (ISO 19005-2) out of one by gofpdf: it takes the objects apart, replaces and adds what
// PDF/A, tagging and the typeface need, and writes them anew with a cross-reference table of its own.
type finisher struct {
	objects [][]byte // body of object i+1
	canvas  *canvas
	actual  map[string]string // what is read in place of what is drawn, as PDF writes it
}

// finish completes the file. gofpdf numbers its objects 1 pages, 2 resources, then each page and its content, and last
// of all information and catalogue.
func finish(raw []byte, p properties, c *canvas, root *node) ([]byte, error) {
	f := &finisher{canvas: c, actual: map[string]string{}}
	if err := f.take(raw); err != nil {
		return nil, err
	}
	catalog, info := len(f.objects), len(f.objects)-1
	if err := f.mendPages(); err != nil {
		return nil, err
	}
	if err := f.mendResources(); err != nil {
		return nil, err
	}
	tree := f.structure(root)
	profile := f.add(streamObject("/N 3", deflated(sRGB())))
	metadata := f.add(streamObject("/Type /Metadata /Subtype /XML", plain(xmp(p))))
	f.objects[info-1] = infoObject(p)
	entries := fmt.Sprintf("<<\n/Type /Catalog\n/Version /1.7\n/Pages 1 0 R\n/Lang (%s)\n/MarkInfo << /Marked true >>\n/StructTreeRoot %d 0 R\n"+
		"/Metadata %d 0 R\n/ViewerPreferences << /DisplayDocTitle true >>\n/OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 "+
		"/OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R >> ]\n",
		languageTag(p.language), tree, metadata, profile)
	if m := outlinesEntry.FindSubmatch(f.objects[catalog-1]); m != nil {
		entries += fmt.Sprintf("/Outlines %s 0 R\n/PageMode /UseOutlines\n", m[1])
	}
	f.objects[catalog-1] = []byte(entries + ">>")
	return f.write(catalog, info), nil
}

var (
	startxref     = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
	entryForm     = regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`)
	outlinesEntry = regexp.MustCompile(`/Outlines (\d+) 0 R`)
	groupEntry    = regexp.MustCompile(`/Group <<[^>]*>>\n`)
)

// take reads the objects by the cross-reference table, since a compressed stream may hold any bytes.
func (f *finisher) take(raw []byte) error {
	m := startxref.FindSubmatch(raw)
	if m == nil {
		return errForeign
	}
	at, err := strconv.Atoi(string(m[1]))
	if err != nil || at > len(raw) {
		return errForeign
	}
	for i, entry := range entryForm.FindAllSubmatch(raw[at:], -1) {
		offset, _ := strconv.Atoi(string(entry[1]))
		head := fmt.Appendf(nil, "%d 0 obj\n", i+1)
		if offset > at || !bytes.HasPrefix(raw[offset:], head) {
			return errForeign
		}
		f.objects = append(f.objects, raw[offset+len(head):at])
	}
	for i, o := range f.objects {
		end := endOf(o)
		if end < 0 {
			return errForeign
		}
		f.objects[i] = bytes.TrimSpace(o[:end:end])
	}
	return nil
}

var lengthEntry = regexp.MustCompile(`/Length (\d+)`)

// endOf finds the end of the object that b begins with: after its stream if it has one.
func endOf(b []byte) int {
	end := bytes.Index(b, []byte("endobj"))
	stream := bytes.Index(b, []byte("stream\n"))
	if stream < 0 || end < stream {
		return end
	}
	m := lengthEntry.FindSubmatch(b[:stream])
	if m == nil {
		return -1
	}
	n, _ := strconv.Atoi(string(m[1]))
	from := stream + len("stream\n") + n
	if from > len(b) {
		return -1
	}
	end = bytes.Index(b[from:], []byte("endobj"))
	if end < 0 {
		return -1
	}
	return from + end
}

// add adds an object and returns its number.
func (f *finisher) add(body []byte) int {
	f.objects = append(f.objects, body)
	return len(f.objects)
}

// mendPages tells each page its key in the parent tree, takes out the transparency group, of which there is no need, and
// packs what is drawn on it.
func (f *finisher) mendPages() error {
	for page := range f.canvas.owners {
		o := &f.objects[pageObject(page)-1]
		if !bytes.HasPrefix(*o, []byte("<</Type /Page\n")) || !bytes.HasSuffix(*o, []byte(">>")) {
			return errForeign
		}
		body := groupEntry.ReplaceAll((*o)[:len(*o)-2], nil)
		*o = fmt.Appendf(bytes.Clone(body), "\n/StructParents %d /Tabs /S>>", page)
		drawn := &f.objects[pageObject(page)] // the object after the page
		_, content, ok := bytes.Cut(*drawn, []byte("stream\n"))
		content, end := bytes.CutSuffix(content, []byte("\nendstream"))
		if !ok || !end {
			return errForeign
		}
		*drawn = streamObject("", deflated(deflate(content)))
	}
	return nil
}

func pageObject(page int) int { return 3 + 2*page }

// mendResources gives the pages the typeface.
func (f *finisher) mendResources() error {
	none := []byte("/Font <<\n>>")
	if len(f.objects) < 2 || !bytes.Contains(f.objects[1], none) {
		return errForeign
	}
	fonts := []byte("/Font << ")
	for weight, used := range f.canvas.used {
		if len(used) > 0 {
			fonts = fmt.Appendf(fonts, "/F%d %d 0 R ", weight+1, f.embed(typeface()[weight], used))
		}
	}
	f.objects[1] = bytes.Replace(f.objects[1], none, append(fonts, ">>"...), 1)
	return nil
}

// write writes the file. Its identifier is made of its content, so that the same document is the same file.
func (f *finisher) write(catalog, info int) []byte {
	size := 1024
	for _, o := range f.objects {
		size += len(o) + 48 // with its number and its entry in the table
	}
	out := append(make([]byte, 0, size), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	offsets := make([]int, len(f.objects))
	for i, o := range f.objects {
		offsets[i] = len(out)
		out = append(strconv.AppendInt(out, int64(i+1), 10), " 0 obj\n"...)
		out = append(out, o...)
		out = append(out, "\nendobj\n"...)
	}
	id := sha256.Sum256(out)
	at := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, o := range offsets {
		digits := strconv.Itoa(o)
		out = append(append(out, "0000000000"[min(len(digits), 10):]...), digits...)
		out = append(out, " 00000 n \n"...)
	}
	return fmt.Appendf(out, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [ <%x> <%x> ] >>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects)+1, catalog, info, id[:16], id[:16], at)
}
