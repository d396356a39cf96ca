//go:build journey

package journey

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Places on the screen that a Swedish coordinator clicks, in pixels; the words before them decide where they are.
var (
	buttonSwedish     = place{681, 295}
	buttonNext        = place{1025, 565}
	buttonPartners    = place{215, 281} // on the desk of an empty file
	buttonBegin       = place{755, 433} // in the middle of an empty register
	buttonNew         = place{523, 136}
	navAgreements     = place{60, 173}
	navPartners       = place{60, 210}
	selectLanguages   = place{1235, 287}
	choiceSwedishThen = place{1250, 507} // Swedish and Finnish in its list
	sectionParties    = place{772, 128}
	sectionTerm       = place{841, 128}
	sectionTasks      = place{1008, 128}
	sectionGiven      = place{1113, 128}
	sectionPlans      = place{1186, 128}
	buttonSave        = place{630, 696}
	filterSector      = place{500, 175}
	filterPartnerKind = place{320, 175}
	sectorAll         = place{482, 206}
	sectorParish      = place{482, 300}
	firstRow          = place{330, 290}
	menuMore          = place{909, 232}
	menuSend          = place{941, 264}
	menuSign          = place{941, 301}
	buttonAllSigned   = place{726, 268}
	signedByThird     = place{925, 433} // the day of signing of the third party
	buttonSaveSigned  = place{658, 699}
	buttonPrint       = place{786, 232}
)

// TestSwedishAgreement is the way of a Swedish-speaking coordinator, with the mouse for a good part of it. The agreement is
// that of a real project of 2006: six municipalities, half of which no longer exist, an association and a parish union, on
// paper in Swedish and Finnish. One party has not signed yet.
func TestSwedishAgreement(t *testing.T) {
	r := newRobot(t, "vastnyland")
	r.language = "sv_FI.UTF-8"
	window := []string{"--file", filepath.Join(r.home, "Västnyland", "kumppani.sqlite"), "--today", "2006-03-01"}

	r.start(window...)
	r.swedishStart()
	r.swedishOrganisations()
	r.swedishAgreement()
	r.swedishDetails()
	r.swedishSignatures()
	r.quit()

	r.start(window...)
	r.clicks(navAgreements)
	r.clicks(firstRow)
	r.picture("all is there after a new start")
	r.quit()

	r.checkSwedishData(window...)
	r.checkSwedishPaper(window...)
}

func (r *robot) swedishStart() {
	r.clicks(buttonSwedish)
	r.picture("language")
	r.clicks(buttonNext)
	r.clicks(buttonNext)
	r.picture("a centre without a name")
	r.types("Västra Nylands familjecenter")
	r.tab(2)
	r.types("Åsa Öhman")
	r.clicks(buttonNext)
	r.types("Västra Nyland")
	r.tab(1)
	for _, m := range swedishMunicipalities {
		r.picks(m)
	}
	r.picture("municipalities")
	r.clicks(buttonNext)
	r.picture("desk of an empty file")
}

// swedishMunicipalities are those of the project. Ekenäs, Karis and Pojo have been parts of Raseborg since 2009.
var swedishMunicipalities = []string{"Ekenäs", "Hangö", "Ingå", "Karis", "Pojo", "Sjundeå"}

// swedishPartners are the parties; the names of the people are invented.
var swedishPartners = []partner{
	{"Ekenäs stad", "kommun", "Ekenäs", "Åsa Öhman", "stadsdirektör"},
	{"Hangö stad", "kommun", "Hangö", "Pär Åberg", "bildningsdirektör"},
	{"Ingå kommun", "kommun", "Ingå", "Gun Sjöblom", "kommundirektör"},
	{"Karis stad", "kommun", "Karis", "Lars Hägg", "stadsdirektör"},
	{"Pojo kommun", "kommun", "Pojo", "Maj Källman", "kommundirektör"},
	{"Sjundeå kommun", "kommun", "Sjundeå", "Olof Ström", "kommundirektör"},
	{"Folkhälsan i Västnyland rf", "förening", "Karis", "Ulla Öst", "verksamhetsledare"},
	{"Ekenäs kyrkliga samfällighet", "församling", "Ekenäs", "Bo Äng", "kyrkoherde"},
}

// unsigned is the party whose signature the agreement waits for.
const unsigned = 2

func (r *robot) swedishOrganisations() {
	r.clicks(buttonPartners)
	for i, o := range swedishPartners {
		if i == 0 {
			r.clicks(buttonBegin)
		} else {
			r.clicks(buttonNew)
		}
		r.types(o.name)
		r.tab(3)
		r.picks(o.sector)
		r.tab(5)
		r.picks(o.municipality)
		r.tab(4)
		r.keys("Return")
		r.types(o.contact)
		r.tab(1)
		r.types(o.title)
		if i == 0 {
			r.picture("a partner whose municipality no longer exists")
		}
		r.clicks(buttonSave)
	}
	r.clicks(filterPartnerKind)
	r.picture("filter of partners")
	r.keys("Escape")
}

// swedishAgreement writes the basics, the parties and the term.
func (r *robot) swedishAgreement() {
	r.clicks(navAgreements)
	r.clicks(buttonBegin)
	r.types("Mötesplatser för barnfamiljer i Västra Nyland")
	r.clicks(selectLanguages)
	r.picture("languages to choose from")
	r.clicks(choiceSwedishThen)
	r.keys("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab")
	r.types("Lapsiperheiden kohtaamispaikat Länsi-Uudellamaalla")
	r.tab(5)
	for _, text := range []string{"Västra Nyland", "Länsi-Uusimaa", "Familjestugan i Ekenäs", "Tammisaaren perhetupa"} {
		r.types(text)
		r.tab(1)
	}
	r.picture("basics in two languages")
	r.clicks(sectionParties)
	for i, p := range swedishPartners {
		if i > 0 {
			r.tab(20) // past what is not known of the party before
		}
		r.keys("Return")
		r.picks(p.name)
	}
	r.picture("parties")
	r.clicks(sectionTerm)
	for i, text := range []string{"1.1.2006", "31.12.2008", "3", "1.10.2006", "2"} {
		if i > 0 {
			r.tab(1)
		}
		r.types(text)
	}
	r.picture("term")
}

// swedishDetails writes who does what, what is given, and the plan into which it was written.
func (r *robot) swedishDetails() {
	r.clicks(sectionTasks)
	r.keys("Return")
	r.types("Familjecaféet öppnas och stängs")
	r.tab(1)
	r.types("Perhekahvilan avaaminen ja sulkeminen")
	r.tab(1)
	r.picks("Folkhälsan")
	r.picture("division of work")

	r.clicks(sectionGiven)
	r.keys("Return")
	r.picks("Hangö")
	r.tab(1)
	r.picks("personal")
	r.tab(1)
	r.types("Barnledare i familjecaféet")
	r.tab(1)
	r.types("Lastenohjaaja perhekahvilassa")
	r.tab(1)
	r.types("2,5")
	r.tab(1)
	r.types("timmar")
	r.tab(1)
	r.picks("per vecka")
	r.picture("a contribution")

	r.clicks(sectionPlans)
	r.keys("Return")
	r.picks("Ekenäs stad")
	r.tab(1)
	r.types("Plan för småbarnspedagogik")
	r.tab(1)
	r.types("2006")
	r.picture("written into a plan")
	r.clicks(buttonSave)
	r.picture("the draft")
}

// swedishSignatures sends the papers out; all but one come back signed.
func (r *robot) swedishSignatures() {
	r.clicks(filterSector)
	r.clicks(sectorParish)
	r.picture("agreements with a parish")
	r.clicks(filterSector)
	r.clicks(sectorAll)
	r.clicks(firstRow)
	r.clicks(menuMore)
	r.picture("more to do")
	r.clicks(menuSend)
	r.types("1.2.2006")
	r.keys("Return")
	r.clicks(menuMore)
	r.clicks(menuSign)
	r.types("15.2.2006")
	r.clicks(buttonAllSigned)
	r.clicks(signedByThird)
	r.keys("ctrl+a", "Delete")
	r.picture("signed by all but one")
	r.clicks(buttonSaveSigned)
	r.picture("out for signature")
	r.clicks(buttonPrint)
	r.picture("printed")
	r.clicks(navPartners)
	r.clicks(firstRow)
	r.picture("a partner")
}

func (r *robot) checkSwedishData(args ...string) {
	r.t.Helper()
	var agreements []struct {
		State         string
		WaitingFor    []string `json:"waiting_for"`
		Languages     []string
		Parties       []struct{ Organisation string }
		Contributions []struct {
			Unit string
			Per  string
		}
		WrittenInto []struct{ Document string } `json:"written_into"`
	}
	r.decode(&agreements, append([]string{"list", "agreements", "--format", "json"}, args...)...)
	if len(agreements) != 1 {
		r.t.Fatalf("agreements: %+v", agreements)
	}
	a := agreements[0]
	if a.State != "out_for_signature" || !slices.Equal(a.WaitingFor, []string{swedishPartners[unsigned].name}) {
		r.t.Errorf("state %q, waiting for %q", a.State, a.WaitingFor)
	}
	if len(a.Parties) != len(swedishPartners) || len(a.Contributions) != 1 || len(a.WrittenInto) != 1 {
		r.t.Errorf("agreement: %+v", a)
	}
	var organisations []struct{ Name, Municipality string }
	r.decode(&organisations, append([]string{"list", "organisations", "--format", "json"}, args...)...)
	kept := map[string]string{}
	for _, o := range organisations {
		kept[o.Name] = o.Municipality
	}
	for _, p := range swedishPartners {
		if kept[p.name] != p.municipality {
			r.t.Errorf("%s is kept in %q, not in %q", p.name, kept[p.name], p.municipality)
		}
	}
}

// checkSwedishPaper prints in both languages and reads what is on it.
func (r *robot) checkSwedishPaper(args ...string) {
	r.t.Helper()
	pdf := filepath.Join(r.shots, "avtal.pdf")
	r.headless(append([]string{"print", "agreement", "2006-001", "--lang", "fi+sv", "-o", pdf}, args...)...)
	out, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		r.t.Fatalf("pdftotext: %v", err)
	}
	text := string(out)
	for _, wanted := range []string{"Mötesplatser för barnfamiljer", "Lapsiperheiden kohtaamispaikat", "Barnledare", "Lastenohjaaja", "timmar"} {
		if !strings.Contains(text, wanted) {
			r.t.Errorf("%q is not on the paper", wanted)
		}
	}
	for _, stray := range []string{"{{", "LUONNOS", "UTKAST"} {
		if strings.Contains(text, stray) {
			r.t.Errorf("%q is on the paper", stray)
		}
	}
}
