//go:build journey

package journey

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFirstAgreement is the way of a coordinator from an empty data file to an agreement that is signed and printed. The
// agreement is that of a real project of 2005–2007: four municipalities, one of which no longer exists, an association
// and a parish union.
func TestFirstAgreement(t *testing.T) {
	r := newRobot(t, "jyvaskyla")
	file := filepath.Join(r.home, "Äitien 100 % #1?", "kumppani.sqlite")
	window := []string{"--file", file, "--today", "2007-03-01"}

	r.start(window...)
	r.firstStart()
	r.organisations()
	r.agreement()
	r.signatures()
	r.keys("ctrl+p")
	r.picture("printed")
	r.keys("Escape")
	r.quit()

	r.start(window...)
	r.keys("ctrl+2")
	r.picture("all is there after a new start")
	r.quit()

	r.checkData("--file", file, "--today", "2007-03-01")
	r.checkPaper("--file", file, "--today", "2007-03-01")
}

// firstStart answers the three questions of an empty data file.
func (r *robot) firstStart() {
	r.picture("first start")
	r.keys("Return", "Return")
	r.types("Jyväskylän seudun perhekeskus")
	r.tab(2)
	r.types("Anna Öberg")
	r.picture("own centre")
	r.keys("Return")
	r.types("Jyväskylän seutu")
	r.tab(1)
	for _, m := range []string{"Jyväskylä", "Muurame", "Laukaa"} {
		r.chooses(m)
	}
	r.picture("municipalities")
	r.tab(2)
	r.keys("Return")
	r.picture("home of an empty file")
}

// chooses types into a select that has the focus, and takes the first that is found. The search knows "Jyvaskyla" too.
func (r *robot) chooses(text string) {
	r.types(strings.NewReplacer("ä", "a", "ö", "o", "Ä", "A", "Ö", "O").Replace(text))
	r.keys("Return")
}

// organisations keeps the parties of the project.
func (r *robot) organisations() {
	r.keys("ctrl+3")
	for _, o := range partners {
		r.keys("ctrl+n")
		r.types(o.name)
		r.tab(3)
		r.chooses(o.sector)
		r.tab(5)
		r.chooses(o.municipality)
		r.tab(4)
		r.keys("Return")
		r.types(o.contact)
		r.tab(1)
		r.types(o.title)
		if o.name == partners[1].name {
			r.picture("a partner whose municipality no longer exists")
		}
		r.keys("ctrl+s")
	}
	r.picture("the partners")
}

type partner struct{ name, sector, municipality, contact, title string }

// partners are the parties: the names of the people are invented.
var partners = []partner{
	{"Jyväskylän kaupunki", "kunta", "Jyväskylä", "Anna Öberg", "perhekeskuskoordinaattori"},
	{"Jyväskylän maalaiskunta", "kunta", "Jyväskylän maalaiskunta", "Eero Äijälä", "sivistystoimenjohtaja"},
	{"Muuramen kunta", "kunta", "Muurame", "Sari Lampila", "perusturvajohtaja"},
	{"Laukaan kunta", "kunta", "Laukaa", "Timo Järvelin", "sosiaalijohtaja"},
	{"MLL:n Järvi-Suomen piiri ry", "järjestö", "Jyväskylä", "Kaisa Öster", "toiminnanjohtaja"},
	{"Jyväskylän seurakuntayhtymä", "seurakunta", "Jyväskylä", "Antti Pellonpää", "yhteisen kirkkoneuvoston puheenjohtaja"},
}

// agreement writes the agreement of all partners.
func (r *robot) agreement() {
	r.keys("ctrl+2", "ctrl+n")
	r.types("Perheiden kohtaamispaikat Jyväskylän seudulla")
	r.tab(5)
	r.types("Jyväskylän seutu")
	r.tab(1)
	r.types("Perhetupa")
	r.picture("a new agreement")
	for i, p := range partners {
		if i > 0 {
			r.tab(15) // past what is not known of the party before
		}
		r.tab(1)
		r.keys("Return")
		r.chooses(p.name)
		r.tab(4)
		r.chooses(p.contact)
	}
	r.picture("the parties")
	r.keys("ctrl+Next")
	for i, text := range []string{"1.1.2007", "31.12.2009", "3", "1.10.2007", "2"} {
		if i > 0 {
			r.tab(1)
		}
		r.types(text)
	}
	r.picture("the term")
	r.keys("ctrl+Next", "ctrl+Next", "Return")
	r.types("Avaimet ja ovien avaaminen")
	r.tab(1)
	r.chooses("kaupunki")
	r.keys("ctrl+Next", "Return")
	r.chooses("kaupunki")
	r.tab(1)
	r.chooses("tilat")
	r.tab(1)
	r.types("Perhetuvan tilat arkisin")
	r.picture("a contribution")
	r.keys("ctrl+s")
	r.picture("the draft")
}

// signatures sends the papers out, and keeps what came of them.
func (r *robot) signatures() {
	r.keys("Return") // from the list to the page
	r.tab(3)
	r.keys("Return")
	r.types("4.12.2006")
	r.picture("sent")
	r.keys("Return")
	r.keys("Escape", "Return") // to the list, and from there to the page
	r.tab(3)
	r.keys("Return")
	r.types("18.12.2006")
	r.tab(1)
	r.keys("Return")
	r.picture("signed by all")
	r.keys("ctrl+s")
	r.picture("in force")
}

// checkData reads through the command line what the window kept.
func (r *robot) checkData(args ...string) {
	r.t.Helper()
	var agreements []struct {
		Number, Title, Form, State string
		Parties                    []struct{ Organisation string }
	}
	r.decode(&agreements, append([]string{"list", "agreements", "--format", "json"}, args...)...)
	if len(agreements) != 1 || agreements[0].State != "in_force" || len(agreements[0].Parties) != len(partners) {
		r.t.Errorf("agreements: %+v", agreements)
	}
	var organisations []struct {
		Name, Sector string
		Municipality any
	}
	r.decode(&organisations, append([]string{"list", "organisations", "--format", "json"}, args...)...)
	if len(organisations) != len(partners) {
		r.t.Errorf("organisations: %+v", organisations)
	}
	if out := r.headless(append([]string{"check"}, args...)...); !bytes.Contains(out, []byte("ehjä")) {
		r.t.Errorf("check said %q", out)
	}
}

func (r *robot) decode(into any, args ...string) {
	r.t.Helper()
	out := r.headless(args...)
	if err := json.Unmarshal(out, into); err != nil {
		r.t.Fatalf("%v: %v\n%s", args, err, out)
	}
}

// checkPaper prints the agreement and reads what is on it.
func (r *robot) checkPaper(args ...string) {
	r.t.Helper()
	pdf := filepath.Join(r.shots, "sopimus.pdf")
	r.headless(append([]string{"print", "agreement", "2007-001", "--lang", "fi", "-o", pdf}, args...)...)
	text, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		r.t.Fatalf("pdftotext: %v", err)
	}
	for _, p := range partners {
		if !strings.Contains(string(text), p.name) {
			r.t.Errorf("%s is not on the paper", p.name)
		}
	}
	if strings.Contains(string(text), "{{") || strings.Contains(string(text), "LUONNOS") {
		r.t.Errorf("on the paper:\n%s", text)
	}
	if info, err := os.Stat(pdf); err != nil || info.Size() == 0 {
		r.t.Errorf("%v", err)
	}
}
