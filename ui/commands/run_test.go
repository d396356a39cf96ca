package commands

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

func TestMisuse(t *testing.T) {
	t.Chdir(t.TempDir()) // where nothing is to be written
	for _, c := range []struct{ args, says string }{
		{"lst", "lst"},
		{"list", "list"},
		{"list people", "people"},
		{"list agreements", "--format"},
		{"list agreements --format xml", "xml"},
		{"list agreements extra --format csv", "extra"},
		{"list agreements --format json --lang de", "”de”"},
		{"list agreements --format json --lang sv+fi", "sv+fi"},
		{"list agreements --format json --today 31.12.2026", "31.12.2026"},
		{"list agreements --format json --today 2026-02-31", "2026-02-31"},
		{"list agreements --format json --today=", "2026-11-22"},
		{"list agreements --format json --file=", "--file"},
		{"list agreements --format json --file x --sample", "--sample"},
		{"--sample --file x", "--file"},
		{"list agreements --colour", "colour"},
		{"print agreement -o x.pdf", "2026-004"},
		{"print agreement 2025-001", "-o"},
		{"print agreement 2025-001 2026-002 -o x.pdf", "2026-002"},
		{"print agreement 2025-001 -o x.pdf --lang fi+fi", "fi+fi"},
		{"print agreement 2025-001 -o x.pdf --lang fi+sv+en", "fi+sv+en"},
		{"print agreements -o x.pdf --lang sv+fi", "sv+fi"},
		{"print leader -o x.pdf", "namn"},
		{"print leader Eevi", "-o"},
		{"print leader Eevi -o x.pdf --document passport", "passport"},
		{"print leader Eevi -o x.pdf --lang sv+fi", "sv+fi"},
		{"print leader Eevi -o x.pdf --document certificate --lang sv+fi", "sv+fi"},
		{"print certificates -o x.pdf", "2026-10-12"},
		{"print certificates Kurssi", "-o"},
		{"print certificates Kurssi -o x.pdf --lang sv+fi", "sv+fi"},
		{"print matrix", "-o"},
		{"print matrix now -o x.pdf", "now"},
		{"list readiness", "--format"},
		{"check all", "all"},
		{"list places", "--format"},
		{"list sessions --format json --from 1.9.2026", "1.9.2026"},
		{"list sessions --format json --to=", "--to"},
		{"list groups --format csv --from 2026-09-02 --to 2026-09-01", "2026-09-01"},
		{"list agreements --format csv --from 2026-09-02", "lagg"},
		{"plan", "säsong"},
		{"plan Syksy", "--dry-run"},
		{"plan Syksy --dry-run --apply", "--dry-run"},
		{"plan Syksy --dry-run --format xml", "xml"},
		{"plan Syksy --dry-run --force Kerho", "Kerho"},
		{"plan Syksy --dry-run --force :2026-09-02", ":2026-09-02"},
		{"plan Syksy --dry-run --drop Kerho:31.2.2026", "Kerho:31.2.2026"},
		{"plan Syksy --dry-run --lang sv+fi", "sv+fi"},
		{"print calendar", "-o"},
		{"print calendar --paper a5 -o x.pdf", "a5"},
		{"print calendar --by month -o x.pdf", "month"},
		{"print calendar --place Tupa --municipality Sarka -o x.pdf", "--municipality, --place"},
		{"print calendar --place= -o x.pdf", "--place"},
		{"print calendar --lang fi+sv+en -o x.pdf", "fi+sv+en"},
		{"print poster --week 2026-W48 -o x.pdf", "--place"},
		{"print poster --place Tupa -o x.pdf", "2026-W48"},
		{"print poster --place Tupa --week 2025-W53 -o x.pdf", "2025-W53"},
		{"print poster --place Tupa --week 48 -o x.pdf", "48"},
		{"print door-sign -o x.pdf", "--place"},
		{"print counting-sheet --place Tupa -o x.pdf", "2026-W48"},
		{"print duties --lang sv+fi -o x.pdf", "sv+fi"},
		{"print duties --leader= -o x.pdf", "--leader"},
		{"export", "export"},
		{"export ics", "-o"},
		{"export ics --place Tupa --leader Eevi -o x.ics", "--place, --leader"},
		{"export ics --from 1.1.2026 -o x.ics", "1.1.2026"},
		{"list partner-calendars", "--format"},
	} {
		r := run(t, village(), strings.Fields(c.args)...)
		if r.code != Misuse || r.out != "" || len(r.opened) > 0 {
			t.Errorf("%s: exit %d, out %q, opened %v", c.args, r.code, r.out, r.opened)
		}
		sentence, hint, _ := strings.Cut(r.complaints, "\n")
		if !strings.Contains(sentence, c.says) || !strings.Contains(hint, "Användning: kumppani") || strings.Contains(r.complaints, "commands.") {
			t.Errorf("%s: %q", c.args, r.complaints)
		}
		if strings.Contains(sentence, "””") && !strings.Contains(c.args, "=") {
			t.Errorf("%s: speaks of a word that nobody wrote: %q", c.args, sentence)
		}
	}
}

func TestWindowOptions(t *testing.T) {
	r := run(t, village(), "--file", "a b.kumppani", "--today", "2027-01-02", "--lang", "en", "--exit-when-usable")
	want := Options{
		Place: Place{File: "a b.kumppani"}, Today: model.MustDate("2027-01-02"), Language: model.English, System: model.Swedish,
		ExitWhenUsable: true,
	}
	if r.code != Done || r.options != want || r.out != "" {
		t.Errorf("exit %d, %+v", r.code, r.options)
	}
	if r := run(t, village()); r.options != (Options{System: model.Swedish}) {
		t.Errorf("without flags: %+v", r.options)
	}
}

func TestVersionAndHelp(t *testing.T) {
	if r := run(t, village(), "--version"); r.code != Done || r.out != "kumppani 1.2.3\n" {
		t.Errorf("%d %q", r.code, r.out)
	}
	english := []string{"Usage", "Flags", "help for", "version for", "string", "Available", "default"}
	for _, args := range []string{"--help", "list --help", "list agreements -h", "print agreement --help", "print leader --help", "check --help", "plan --help", "list sessions -h", "print calendar -h", "print poster -h", "print duties -h", "export ics -h", "export -h"} {
		r := run(t, village(), append(strings.Fields(args), "--lang", "fi")...)
		if r.code != Done || !strings.Contains(r.out, "Käyttö: kumppani") || r.complaints != "" {
			t.Errorf("%s: exit %d\n%s%s", args, r.code, r.out, r.complaints)
		}
		for _, w := range english {
			if strings.Contains(r.out, w) {
				t.Errorf("%s is half English (%s):\n%s", args, w, r.out)
			}
		}
		if strings.Contains(r.out, "exit-when-usable") || strings.Contains(r.out, "commands.") {
			t.Errorf("%s shows what is not for people:\n%s", args, r.out)
		}
	}
}

func TestHelpStandsInColumns(t *testing.T) {
	place := map[int]bool{}
	for line := range strings.Lines(run(t, village(), "print", "agreement", "--help", "--lang", "sv").out) {
		for _, text := range []string{"öppna datafilen", "skriv PDF:en", "räkna ut lägena"} {
			if before, _, found := strings.Cut(line, text); found {
				place[len([]rune(before))] = true
			}
		}
	}
	if len(place) != 1 {
		t.Errorf("the texts begin in the columns %v", place)
	}
}

// Messages are in the language of --lang, else of the centre, else of the system.
func TestLanguageOfMessages(t *testing.T) {
	for _, c := range []struct {
		args, centre, want string
	}{
		{"print agreement 1 -o - --lang en", "fi", "There is no agreement 1"},
		{"print agreement 1 -o - --lang=en", "fi", "There is no agreement 1"},
		{"print agreement 1 -o -", "fi", "Sopimusta 1 ei ole"},
		{"print agreement 1 -o -", "", "Avtalet 1 finns inte"},
		{"print agreement 1 -o - --lang en+fi", "fi", "There is no agreement 1"},
	} {
		m := village()
		m.centre.Language = model.Language(c.centre)
		r := run(t, m, strings.Fields(c.args)...)
		if r.code != Failed || !strings.HasPrefix(r.complaints, c.want) || r.out != "" {
			t.Errorf("%s (%s): exit %d %q", c.args, c.centre, r.code, r.complaints)
		}
	}
}

func TestErrorsAreSaid(t *testing.T) {
	m := village()
	m.broken = &model.Error{Code: model.CodeDamaged, Op: "read agreements", Record: "tupa.kumppani", Err: errors.New("page 7")}
	r := run(t, m, "list", "agreements", "--format", "json")
	want := words.In("fi").T("error.damaged", "record", "tupa.kumppani")
	if r.code != Failed || r.out != "" || !strings.HasPrefix(r.complaints, want) || !strings.Contains(r.complaints, "page 7") {
		t.Errorf("exit %d: %q", r.code, r.complaints)
	}
}

func TestOpeningFails(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&model.Error{Code: model.CodeLocked, Record: "auki"}, words.In("sv").T("error.locked", "record", "auki")},
		{errors.New("odd"), words.In("sv").T("error.internal") + " (odd)"},
		{Sentence("No display."), "No display.\n"},
	} {
		var complaints strings.Builder
		fails := func(context.Context, string) (Store, error) { return nil, c.err }
		p := Program{Language: model.Swedish, Home: ".", Open: fails, Sample: fails}
		for _, args := range [][]string{{"check"}, {"check", "--sample"}} {
			complaints.Reset()
			if code := p.Run(t.Context(), args, io.Discard, &complaints); code != Failed || !strings.HasPrefix(complaints.String(), c.want) {
				t.Errorf("exit %d: %q, want %q", code, complaints.String(), c.want)
			}
		}
	}
}

func TestWhichFileIsOpened(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", t.TempDir())
	there := t.TempDir()
	if r := run(t, village(), "check"); !slices.Equal(r.opened, []string{"."}) {
		t.Errorf("one's own: %v", r.opened)
	}
	if r := run(t, village(), "check", "--file", there); !slices.Equal(r.opened, []string{there}) {
		t.Errorf("--file: %v", r.opened)
	}
	r := run(t, village(), "check", "--file", filepath.Join(there, "none"))
	if r.code != Failed || len(r.opened) > 0 || !strings.Contains(r.complaints, filepath.Join(there, "none")) {
		t.Errorf("a file that is not there: exit %d, %v: %s", r.code, r.opened, r.complaints)
	}
	first, second := run(t, village(), "check", "--sample").opened, run(t, village(), "check", "--sample").opened
	if slices.Equal(first, second) {
		t.Errorf("two commands share the sample %v", first)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestCheck(t *testing.T) {
	m := village()
	if r := run(t, m, "check"); r.code != Done || r.out != "Tietotiedosto on ehjä.\n" {
		t.Errorf("exit %d %q", r.code, r.out)
	}
	for _, code := range []model.FindingCode{model.FindingStructure, model.FindingReference, model.FindingAttachment, model.FindingCodeValue, model.FindingDate} {
		m.findings = []model.Finding{{Code: code, Table: "party", Record: "7", Detail: "why"}}
		r := run(t, m, "check")
		if r.code != Failed || !strings.HasSuffix(r.out, " (party 7 why)\n") || strings.Contains(r.out, "commands.") ||
			!strings.Contains(r.complaints, "ei ole ehjä") {
			t.Errorf("exit %d %q %q", r.code, r.out, r.complaints)
		}
	}
}

func TestPrintChoosesTheText(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"2025-001", "%PDF kept"}, // signed: what was signed
		{"2025-001 --lang sv+fi", "%PDF kept"},
		{"2025-001 --lang fi", "/Lang (fi"},
		{"2025-001 --lang fi+sv", "/Lang (fi"}, // the columns change places
		{"2026-002", "/Lang (fi"},              // signed, but nothing was kept
		{"2026-003", "/Lang (fi"},              // an old record without a language
		{"2026-003 --lang en", "/Lang (en"},
	} {
		r := run(t, village(), append([]string{"print", "agreement", "-o", "-"}, strings.Fields(c.args)...)...)
		if r.code != Done || !strings.HasPrefix(r.out, "%PDF") || !strings.Contains(r.out, c.want) {
			t.Errorf("%s: exit %d, no %q in %d bytes: %s", c.args, r.code, c.want, len(r.out), r.complaints)
		}
	}
}

func TestUnprintableIsNamed(t *testing.T) {
	m := village()
	m.agreements[1].Title.Fi += " 😀"
	r := run(t, m, "print", "agreement", m.agreements[1].Number, "-o", "-", "--lang", "fi")
	if !strings.HasPrefix(r.out, "%PDF") || !strings.Contains(r.complaints, "U+1F600") {
		t.Errorf("%d bytes, %q", len(r.out), r.complaints)
	}
}

func TestPrintRegister(t *testing.T) {
	path := filepath.Join(t.TempDir(), "luettelo.pdf")
	for args, language := range map[string]string{"--today 2028-01-01": "/Lang (fi", "--lang sv": "/Lang (sv"} {
		r := run(t, village(), append([]string{"print", "agreements", "-o", path}, strings.Fields(args)...)...)
		b, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(b, []byte("%PDF")) || !bytes.Contains(b, []byte(language)) || r.out != "" {
			t.Errorf("%s: %d bytes %v, out %q: %s", args, len(b), err, r.out, r.complaints)
		}
	}
}

func TestOutputIsReplacedWhole(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Äitien 100 % #1?")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "sopimus.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := run(t, village(), "print", "agreement", "nothing", "-o", path); r.code != Failed {
		t.Errorf("exit %d", r.code)
	}
	if b, _ := os.ReadFile(path); string(b) != "old" {
		t.Errorf("a failed print left %q", b)
	}
	if r := run(t, village(), "print", "agreement", "2025-001", "-o", path); r.code != Done {
		t.Error(r.complaints)
	}
	if b, _ := os.ReadFile(path); string(b) != "%PDF kept" {
		t.Errorf("%q", b)
	}
	tooLong := filepath.Join(folder, strings.Repeat("å", 200)+".pdf")
	for _, bad := range []string{folder, filepath.Join(folder, "none", "x.pdf"), tooLong} {
		r := run(t, village(), "print", "agreement", "2025-001", "-o", bad)
		if r.code != Failed || !strings.Contains(r.complaints, bad) {
			t.Errorf("%s: exit %d %q", bad, r.code, r.complaints)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestOutputThatFails(t *testing.T) {
	var complaints strings.Builder
	p := Program{Language: model.Finnish, Home: ".", Open: func(context.Context, string) (Store, error) { return village(), nil }}
	code := p.Run(t.Context(), []string{"list", "agreements", "--format", "csv"}, full{}, &complaints)
	if code != Failed || !strings.Contains(complaints.String(), "(no space)") {
		t.Errorf("exit %d: %q", code, complaints.String())
	}
}
