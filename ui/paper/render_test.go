package paper

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kumppani/model"
)

const sentence = "Osapuolet järjestävät yhdessä lapsiperheille avointa toimintaa, ja siitä sovitaan vuodesta toiseen. "

func plainDocument(blocks ...Block) Document {
	return Document{
		Title: "Kumppanuussopimus & (liite)", Author: "Suvantomaan perhekeskus", Subject: "Sopimus",
		Language: model.Finnish, Date: model.MustDate("2026-11-22"),
		Header: Header{Sender: []string{"Suvantomaan perhekeskus", "Torikatu 4"}, Name: "Kumppanuussopimus", Number: "2026-004"},
		Blocks: blocks,
	}
}

// manyBlocks is a document with every kind of block, of about three pages.
func manyBlocks() Document {
	rows := [][]Cell{}
	for i := range 25 {
		rows = append(rows, []Cell{
			{Text("", fmt.Sprintf("Rivi %d", i+1))},
			{Text(model.Finnish, sentence), Text(model.Swedish, "På svenska.")},
			{Paragraph{Spans: []Span{{Text: "1 200,50 €"}}, Right: true}},
		})
	}
	d := plainDocument(
		Title{Text: "Perhetupa Saran toiminta"},
		Facts{[]Fact{{Text("", "Alue"), Text("", "Suvantomaa")}, {Text("", "Voimassa"), Text("", sentence)}}},
		Heading{1, "1", "Tausta ja tarkoitus", ""},
		Paragraph{Spans: []Span{{Text: "Asia ratkaistaan "}, {Blank: true}, {Text: " heti", Bold: true}, {Text: "."}}},
		Heading{1, "2", "Panostukset", ""},
		Table{Columns: []Column{{Cell{Text("", "Osapuoli")}, 1}, {Cell{Text("", "Kuvaus")}, 3}, {Cell{Text("", "Määrä")}, 1}}, Rows: rows},
		Pair{Heading{1, "3", "Kustannukset", model.Finnish}, Heading{1, "3", "Kostnader", model.Swedish}},
		Pair{Text(model.Finnish, strings.Repeat(sentence, 4)), Text(model.Swedish, "Varje part svarar för sina egna kostnader.")},
		List{[]Paragraph{Text("", "ensimmäinen"), Text("", strings.Repeat(sentence, 3))}},
		Checkbox{true, Text("", "valittu")},
		Checkbox{false, Text("", "valitsematta")},
		Note{Text("", "Pienellä.")},
		Spacer{10},
		PageBreak{},
		Heading{2, "", "Allekirjoitukset", ""},
		Text("", "Paikka ja aika alla."),
		Signatures{Parties: signatures(3), Continued: "Jatkuu"},
	)
	d.DraftMark = "LUONNOS"
	return d
}

func signatures(n int) []Signature {
	var out []Signature
	for i := range n {
		s := Signature{Party: fmt.Sprintf("Osapuoli %d", i+1), PlaceTimeLabel: "Paikka ja aika", NameLabel: "Nimenselvennys"}
		if i%2 == 1 {
			s.Name, s.Title, s.PlaceTime = "Anna Sarka", "sivistysjohtaja", "Suvanto 1.12.2026"
		}
		out = append(out, s)
	}
	return out
}

func mustRender(t testing.TB, d Document) Result {
	t.Helper()
	r, err := Render(d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSameDocumentGivesTheSameBytes(t *testing.T) {
	first := mustRender(t, manyBlocks())
	for range 5 {
		if !bytes.Equal(first.PDF, mustRender(t, manyBlocks()).PDF) {
			t.Fatal("two files of the same document differ")
		}
	}
}

func TestFileIsPDFA(t *testing.T) {
	f := readPDF(t, mustRender(t, manyBlocks()).PDF)
	if !bytes.HasPrefix(f.raw, []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")) {
		t.Error("the header has no comment of bytes above 127")
	}
	id := regexp.MustCompile(`/ID \[ <([0-9a-f]{32})> <([0-9a-f]{32})> \]`).FindStringSubmatch(f.trailer)
	if id == nil || id[1] != id[2] {
		t.Errorf("no file identifier in %s", f.trailer)
	}
	for _, forbidden := range []string{"/Encrypt", "/JavaScript", "/EmbeddedFiles", "/AA", "/OpenAction", "/SMask", "/ca ", "/Group"} {
		for n, o := range f.objects {
			if strings.Contains(o, forbidden) {
				t.Errorf("object %d has %s", n, forbidden)
			}
		}
	}
	catalog := f.catalog()
	for _, wanted := range []string{"/Lang (fi-FI)", "/MarkInfo << /Marked true >>", "/DisplayDocTitle true", "/S /GTS_PDFA1", "/Outlines"} {
		if !strings.Contains(catalog, wanted) {
			t.Errorf("no %s in the catalogue: %s", wanted, catalog)
		}
	}
	profile := f.ref(catalog, "/DestOutputProfile")
	if !strings.Contains(f.objects[profile], "/N 3") || string(f.streams[profile][36:40]) != "acsp" || string(f.streams[profile][16:20]) != "RGB " {
		t.Error("the output intent has no RGB profile")
	}
}

func TestMetadataSaysTheSameTwice(t *testing.T) {
	f := readPDF(t, mustRender(t, manyBlocks()).PDF)
	info := f.objects[f.ref(f.trailer, "/Info")]
	metadata := f.ref(f.catalog(), "/Metadata")
	xmp := string(f.streams[metadata])
	if strings.Contains(f.objects[metadata], "/Filter") {
		t.Error("the metadata are packed, so that simple programs cannot read them")
	}
	for key, wanted := range map[string]string{"/Title": "Kumppanuussopimus & (liite)", "/Author": "Suvantomaan perhekeskus", "/Subject": "Sopimus"} {
		if got := hexEntry(info, key); got != wanted {
			t.Errorf("%s is %q", key, got)
		}
		if !strings.Contains(xmp, ">"+strings.ReplaceAll(wanted, "&", "&amp;")+"<") {
			t.Errorf("XMP lacks %q", wanted)
		}
	}
	for _, wanted := range []string{
		"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>",
		"<xmp:CreateDate>2026-11-22T00:00:00Z</xmp:CreateDate>", "<rdf:li>fi-FI</rdf:li>",
	} {
		if !strings.Contains(xmp, wanted) {
			t.Errorf("XMP lacks %s", wanted)
		}
	}
	if strings.Count(info, "(D:20261122000000Z)") != 2 {
		t.Errorf("other dates in %s", info)
	}
}

func TestFontsAreEmbeddedWithTheirWidths(t *testing.T) {
	f := readPDF(t, mustRender(t, manyBlocks()).PDF)
	if len(f.fontObjects()) != 2 {
		t.Fatalf("%d fonts", len(f.fontObjects()))
	}
	for name, n := range f.fontObjects() {
		descendant := f.objects[f.ref(f.objects[n], "/DescendantFonts")]
		if !strings.Contains(descendant, "/CIDToGIDMap /Identity") {
			t.Errorf("%s has no CIDToGIDMap", name)
		}
		descriptor := f.objects[f.ref(descendant, "/FontDescriptor")]
		if !regexp.MustCompile(`/FontName /[A-Z]{6}\+NotoSans`).MatchString(descriptor) {
			t.Errorf("%s is no named subset: %s", name, descriptor)
		}
		file := f.streams[f.ref(descriptor, "/FontFile2")]
		embedded := readTables(t, file)
		be := binary.BigEndian
		outlines := 0
		for _, m := range regexp.MustCompile(`(\d+) \[(\d+)\]`).FindAllStringSubmatch(descendant, -1) {
			g, _ := strconv.Atoi(m[1])
			width, _ := strconv.Atoi(m[2])
			if got := int(be.Uint16(embedded["hmtx"][4*g:])); got != width {
				t.Errorf("%s glyph %d: width %d in the font, %d in the file", name, g, got, width)
			}
			if be.Uint32(embedded["loca"][4*g:]) != be.Uint32(embedded["loca"][4*g+4:]) {
				outlines++
			}
		}
		if outlines < 10 {
			t.Errorf("%s has outlines for %d of its glyphs", name, outlines)
		}
	}
}

// readTables reads a TrueType file and checks that it is whole.
func readTables(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	be := binary.BigEndian
	if checksum(file) != 0xB1B0AFBA {
		t.Errorf("the font file has the checksum %X", checksum(file))
	}
	out := map[string][]byte{}
	for i := range int(be.Uint16(file[4:])) {
		e := file[12+16*i:]
		data := file[be.Uint32(e[8:]):][:be.Uint32(e[12:])]
		out[string(e[:4])] = data
		if string(e[:4]) != "head" && checksum(data) != be.Uint32(e[4:]) {
			t.Errorf("table %s has another checksum", e[:4])
		}
	}
	return out
}

func TestStructureIsReadInOrder(t *testing.T) {
	r := mustRender(t, manyBlocks())
	root := readPDF(t, r.PDF).structure()
	at := -1
	for _, wanted := range []string{
		"Suvantomaan perhekeskus", "Torikatu 4", "2026-004", "LUONNOS", "Perhetupa Saran toiminta", "Alue", "Suvantomaa",
		"1\u00a0\u00a0Tausta ja tarkoitus", "Asia ratkaistaan ____", " heti.", "Osapuoli", "Rivi 1\n", "På svenska.", "1\u00a0200,50\u00a0€", "Rivi 25",
		"Kustannukset", "Kostnader", "Varje part", "ensimmäinen", "valittu", "valitsematta", "Pienellä.",
		"Allekirjoitukset", "Paikka ja aika alla.", "Osapuoli 1", "Osapuoli 2", "Anna Sarka", "Osapuoli 3",
	} {
		wanted = strings.ReplaceAll(wanted, "\u00a0", " ")
		text := strings.ReplaceAll(root.text, "\u00a0", " ")
		i := strings.Index(text[at+1:], wanted)
		if i < 0 {
			t.Fatalf("%q does not follow in\n%s", wanted, text[at+1:])
		}
		at += 1 + i
	}
	if n := len(root.all("TR")); n != 26 {
		t.Errorf("%d rows: the head must be read once", n)
	}
	for kind, n := range map[string]int{"H1": 1, "H2": 4, "H3": 1, "TH": 3, "TD": 75, "LBody": 4, "Table": 1} {
		if got := len(root.all(kind)); got != n {
			t.Errorf("%d elements %s, not %d", got, kind, n)
		}
	}
	if h := root.all("H2")[3]; strings.ReplaceAll(h.text, "\u00a0", " ") != "3  Kostnader" || h.language != "sv-FI" {
		t.Errorf("the heading beside is %+v", h)
	}
	if boxes := root.all("Lbl"); boxes[2].actual != "☒" || boxes[3].actual != "☐" {
		t.Errorf("the boxes read as %q and %q", boxes[2].actual, boxes[3].actual)
	}
	if got := strings.Count(root.text, strings.TrimSpace(sentence)); got < 25+1+4+3 {
		t.Errorf("words at the ends of lines run together: %d whole sentences", got)
	}
}

func TestPagesAreNumberedAndNamed(t *testing.T) {
	r := mustRender(t, manyBlocks())
	f := readPDF(t, r.PDF)
	if r.Pages < 3 || r.Pages != len(f.pages()) {
		t.Fatalf("%d pages, %d in the file", r.Pages, len(f.pages()))
	}
	for i, p := range f.pages() {
		var artifacts []string
		marks := 0
		for _, c := range f.contents(p) {
			if c.mcid < 0 {
				artifacts = append(artifacts, c.text)
				marks += strings.Count(c.ops, "0.9 g")
			}
		}
		all := strings.Join(artifacts, "|")
		if !strings.Contains(all, fmt.Sprintf("%d (%d)", i+1, r.Pages)) {
			t.Errorf("page %d has the artifacts %q", i+1, all)
		}
		if i > 0 && !strings.Contains(all, "Kumppanuussopimus  2026-004  LUONNOS") {
			t.Errorf("page %d has the running header %q", i+1, all)
		}
		if marks != 1 {
			t.Errorf("page %d has %d draft marks", i+1, marks)
		}
	}
}

// TestOtherProgramsReadTheFile asks programs that people use. They are part of the set-up of the tests.
func TestOtherProgramsReadTheFile(t *testing.T) {
	d := manyBlocks()
	d.Header.Logo = pngOf(t, image.NewGray(image.Rect(0, 0, 30, 10)))
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, mustRender(t, d).PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", name).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
	out, err := exec.Command("pdftotext", name, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %v\n%s", err, out)
	}
	text := string(out)
	if strings.Count(text, "LUONNOS") != strings.Count(text, "\f") {
		t.Errorf("the draft mark is in the text other than once a page:\n%s", text)
	}
	if !strings.Contains(text, "Asia ratkaistaan ________________________ heti.") || !strings.Contains(text, "På svenska.") {
		t.Errorf("text is missing:\n%s", text)
	}
}

func TestUnprintableIsMarkedAndNamed(t *testing.T) {
	r := mustRender(t, plainDocument(Text("", "A\u0308iti 😀😀 \x00\x1b[1m 中 a\tb\u00adc e\u0301 \u202eoikea ŋđŧč £€–“”…²")))
	if want := []rune{'中', '😀'}; !slices.Equal(r.Unprintable, want) {
		t.Errorf("unprintable: %q", r.Unprintable)
	}
	text := readPDF(t, r.PDF).structure().text
	if want := "Äiti �� [1m � a bc é oikea ŋđŧč £€–“”…²"; !strings.Contains(text, want) {
		t.Errorf("printed: %q", text)
	}
}

func TestSamiAndNeighbouringLettersArePrintable(t *testing.T) {
	for _, r := range "åäöÅÄÖšžŠŽáčđŋšŧžÁČĐŊŠŦŽâǩǧǥʒǯõøæÆØéüßñçıİğşțłąęśćźёЁыЩєіїґΑΩλς§€£–—‘’“”„…•·²³½×÷−±°№™©®\u00a0\u2011" {
		if isSilent(r) {
			t.Errorf("%q is dropped", r)
		}
		var c cleaner
		if c.clean(string(r)); len(c.unprintable()) > 0 {
			t.Errorf("%q (%U) cannot be printed", r, r)
		}
	}
}

func TestNoDateIsAnError(t *testing.T) {
	d := manyBlocks()
	d.Date = model.Date{}
	if _, err := Render(d); err == nil {
		t.Error("a file whose day would be another each time")
	}
}

func TestEmptyDocumentIsOnePage(t *testing.T) {
	for _, d := range []Document{
		{Date: model.MustDate("2026-11-22")},
		plainDocument(),
		plainDocument(PageBreak{}, PageBreak{}, Spacer{500}, Table{}, Facts{}, Signatures{}, List{}, Text("", ""), Pair{Text("", ""), nil}),
		plainDocument(Title{}, Heading{}, Table{Columns: []Column{{}}, Rows: [][]Cell{{}, nil, {nil, nil, nil}}}, Checkbox{}),
	} {
		r := mustRender(t, d)
		if r.Pages != 1 {
			t.Errorf("%d pages", r.Pages)
		}
		readPDF(t, r.PDF).structure()
	}
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLogos(t *testing.T) {
	size := image.Rect(0, 0, 60, 20)
	transparent := image.NewNRGBA64(size)
	transparent.SetNRGBA64(5, 5, color.NRGBA64{R: 0xffff, A: 0x8000})
	var jpg bytes.Buffer
	if err := jpeg.Encode(&jpg, image.NewGray(size), nil); err != nil {
		t.Fatal(err)
	}
	whole := pngOf(t, transparent)
	huge := bytes.Clone(whole)
	binary.BigEndian.PutUint32(huge[16:], 1<<30) // its header says it is a billion pixels wide; the checksum no longer holds
	tests := map[string]struct {
		data []byte
		ok   bool
	}{
		"16 bits and transparent": {whole, true},
		"palette":                 {pngOf(t, image.NewPaletted(size, color.Palette{color.Black, color.White})), true},
		"JPEG in grey":            {jpg.Bytes(), true},
		"large":                   {pngOf(t, image.NewGray(image.Rect(0, 0, 3000, 500))), true},
		"one pixel":               {pngOf(t, image.NewGray(image.Rect(0, 0, 1, 1))), true},
		"thin":                    {pngOf(t, image.NewGray(image.Rect(0, 0, 5000, 1))), true},
		"cut off":                 {whole[:len(whole)/2], false},
		"header only":             {whole[:20], false},
		"too large":               {huge, false},
		"not a picture":           {[]byte("<svg/>"), false},
	}
	for name, test := range tests {
		d := plainDocument(Text("", sentence))
		d.Header.Logo = test.data
		r := mustRender(t, d)
		if (r.LogoError == nil) != test.ok {
			t.Errorf("%s: %v", name, r.LogoError)
		}
		root := readPDF(t, r.PDF).structure()
		if figures := root.all("Figure"); (len(figures) == 1) != test.ok || (test.ok && figures[0].alt != "Suvantomaan perhekeskus") {
			t.Errorf("%s: figures %v", name, figures)
		}
		if !strings.Contains(root.text, strings.TrimSpace(sentence)) {
			t.Errorf("%s: the text is missing", name)
		}
	}
}
