package commands

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kumppani/model"
	"kumppani/ui/importing"
)

func (m *memory) Import(_ context.Context, b model.ImportBatch) error {
	m.imported = append(m.imported, b)
	return m.broken
}

func (*memory) UndoImport(context.Context) error     { return nil }
func (*memory) LastImport() (source string, ok bool) { return "", false }

// listOf puts lines into a file of separated values.
func listOf(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vapaaehtoiset 2026.csv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImportMisuse(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct{ args, says string }{
		{"import", "leaders"},
		{"import people x.csv --dry-run", "organisations"},
		{"import leaders --dry-run", ".xlsx"},
		{"import leaders x.csv y.csv --dry-run", "y.csv"},
		{"import leaders x.csv", "--dry-run"},
		{"import leaders x.csv --dry-run --apply", "--dry-run"},
		{"import leaders x.csv --dry-run --map Gsm", "Gsm"},
		{"import leaders x.csv --dry-run --map =phone", "=phone"},
		{"import leaders x.csv --dry-run --errors x.pdf", "x.pdf"},
		{"export counting-sheet -o x.xlsx --from 2026-11-01 --to 2026-11-30", "--place"},
		{"export counting-sheet -o x.xlsx --from 2026-11-01 --to 2026-11-30 --place Tupa --group Kerho", "--group"},
		{"export counting-sheet -o x.xlsx --place Tupa", "--from"},
		{"export counting-sheet --place Tupa --from 2026-11-01 --to 2026-11-30", "-o"},
	} {
		r := run(t, village(), strings.Fields(c.args)...)
		sentence, _, _ := strings.Cut(r.complaints, "\n")
		if r.code != Misuse || r.out != "" || len(r.opened) > 0 || !strings.Contains(sentence, c.says) || strings.Contains(r.complaints, "commands.") {
			t.Errorf("%s: exit %d %q %q", c.args, r.code, r.out, r.complaints)
		}
	}
}

func TestHelpOfImportNamesTheKinds(t *testing.T) {
	for _, k := range importing.Kinds() {
		if r := run(t, village(), "import", "--help"); r.code != Done || !strings.Contains(r.out, string(k)) {
			t.Errorf("exit %d, no %s in %q", r.code, k, r.out)
		}
	}
}

func TestImportIsLookedAtBeforeItIsWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	path := listOf(t, "Nimi;Gsm;Oma sarake;Aloitti", "Salo Eevi;+358 40 000 0100;x;kohta", "Uusi Ulla;401234567;;1.3.2024", "Onni Aho;;;")
	m := village()
	r := run(t, m, "import", "leaders", path, "--dry-run")
	for _, want := range []string{"3 riviä", "B  Gsm → Puhelin", "ei tuodaan: Oma sarake", "uusi 1", "Aloitti: ”kohta” ei ole päivämäärä", "Mitään ei kirjoitettu"} {
		want = strings.Replace(want, "tuodaan", "tuoda", 1)
		if !strings.Contains(r.out, want) {
			t.Errorf("does not say %q:\n%s", want, r.out)
		}
	}
	if r.code != Done || len(m.imported) > 0 || len(m.backups) > 0 || strings.Contains(r.out, "importing.") || strings.Contains(r.out, "commands.") {
		t.Errorf("exit %d, %v\n%s%s", r.code, m.imported, r.out, r.complaints)
	}
	r = run(t, m, "import", "leaders", path, "--apply", "--errors", "huomautukset.csv")
	if r.code != Done || len(m.imported) != 1 || len(m.backups) != 1 || !strings.Contains(r.out, "beside") {
		t.Fatalf("exit %d, %v, backups %v\n%s%s", r.code, m.imported, m.backups, r.out, r.complaints)
	}
	b := m.imported[0]
	if b.Source != "vapaaehtoiset 2026.csv" || len(b.Leaders) != 1 || b.Leaders[0].Name != "Uusi Ulla" || b.Leaders[0].Phone != "0401234567" {
		t.Errorf("%+v", b)
	}
	if list, err := os.ReadFile("huomautukset.csv"); err != nil || !strings.Contains(string(list), `2;Eevi Salo;Aloitti;kohta;`) {
		t.Errorf("%v %s", err, list)
	}
}

// Nothing that is read or kept is written over by a slip in a name.
func TestNothingOfWorthIsWrittenOver(t *testing.T) {
	t.Chdir(t.TempDir())
	path := listOf(t, "Nimi;Gsm", "Uusi Ulla;401234567")
	data := []byte("SQLite format 3\x00 and more")
	if err := os.WriteFile("kumppani.sqlite", data, 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"report", "visits", "--year", "2026", "--format", "csv", "-o", "kumppani.sqlite"},
		{"report", "annual", "--year", "2026", "--format", "pdf", "-o", "kumppani.sqlite"},
		{"import", "leaders", path, "--dry-run", "--errors", path},
		{"import", "leaders", path, "--apply", "--errors", path},
	} {
		m := village()
		r := run(t, m, args...)
		if r.code == Done || len(m.imported) > 0 || strings.Contains(r.complaints, "commands.") {
			t.Errorf("%v: exit %d, took in %v, %q", args, r.code, m.imported, r.complaints)
		}
	}
	for name, want := range map[string][]byte{"kumppani.sqlite": data, path: list} {
		if got, err := os.ReadFile(name); err != nil || string(got) != string(want) {
			t.Errorf("%s is now %q, %v", name, got, err)
		}
	}
}

func TestAListWithoutHeadsShowsWhatStandsInItsColumns(t *testing.T) {
	t.Chdir(t.TempDir())
	path := listOf(t, "Uusi Ulla;Sarkajärvi", "Onni Aho;Hiidenlampi")
	r := run(t, village(), "import", "leaders", path, "--dry-run", "--header", "0")
	if r.code != Failed || !strings.Contains(r.complaints, "A  Uusi Ulla, Onni Aho") {
		t.Errorf("exit %d %q", r.code, r.complaints)
	}
	for row, code := range map[string]int{"99": Failed, "-5": Misuse} {
		if r := run(t, village(), "import", "leaders", path, "--dry-run", "--header="+row); r.code != code || !strings.Contains(r.complaints, row) {
			t.Errorf("row %s: exit %d %q", row, r.code, r.complaints)
		}
	}
}

func TestImportWithColumnsNamedByHand(t *testing.T) {
	t.Chdir(t.TempDir())
	m := village()
	path := listOf(t, "Kuka;Mistä;Mitä", "Uusi Ulla;Sarkajärvi;Puhelias")
	r := run(t, m, "import", "leaders", path, "--dry-run", "--header", "1", "--lang", "en")
	if r.code != Failed || !strings.Contains(r.complaints, "Name") || !strings.Contains(r.complaints, "A  Kuka") {
		t.Errorf("exit %d %q", r.code, r.complaints)
	}
	r = run(t, m, "import", "leaders", path, "--apply", "--header", "1", "--map", "kuka=name", "--map", "C=Osaaminen", "--map", "Mistä=")
	if r.code != Done || len(m.imported) != 1 || m.imported[0].Leaders[0].Skills != "Puhelias" || !m.imported[0].Leaders[0].Municipality.IsZero() {
		t.Errorf("exit %d %+v %s", r.code, m.imported, r.complaints)
	}
	for args, says := range map[string]string{
		"--map Ei=name": "A  Kuka", "--map kuka=lempiväri": "phone  Puhelin", "--map kuka=name --sheet Ei": "Ei",
	} {
		r := run(t, m, append([]string{"import", "leaders", path, "--dry-run", "--header", "1"}, strings.Fields(args)...)...)
		if r.code != Failed || !strings.Contains(r.complaints, says) {
			t.Errorf("%s: exit %d %q", args, r.code, r.complaints)
		}
	}
}

func TestImportOfWhatIsNoTable(t *testing.T) {
	m := village()
	path := filepath.Join(t.TempDir(), "kirje.xlsx")
	if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{path, filepath.Join(t.TempDir(), "none.xlsx")} {
		r := run(t, m, "import", "leaders", path, "--apply")
		if r.code != Failed || r.out != "" || len(m.backups) > 0 || !strings.Contains(r.complaints, filepath.Base(path)) || strings.Contains(r.complaints, "importing.") {
			t.Errorf("exit %d %q %q", r.code, r.out, r.complaints)
		}
	}
	r := run(t, m, "import", "leaders", listOf(t, "Nimi", "Onni Niemi"), "--apply")
	if r.code != Done || len(m.imported) > 0 || len(m.backups) > 0 || !strings.Contains(r.out, "ei ole mitään uutta") {
		t.Errorf("nothing new: exit %d %q %q", r.code, r.out, r.complaints)
	}
}

func TestCountingSheet(t *testing.T) {
	t.Chdir(t.TempDir())
	m := village()
	held := slices.IndexFunc(m.sessions, func(x model.Session) bool { return x.State != model.SessionCancelled })
	s := m.sessions[held]
	place := ""
	for _, p := range m.places {
		if p.ID == s.PlaceID {
			place = p.Name.Best(model.Finnish)
		}
	}
	r := run(t, m, "export", "counting-sheet", "--place", place, "--from", s.Date.String(), "--to", s.Date.String(), "-o", "laskenta.xlsx")
	if r.code != Done {
		t.Fatal(r.complaints)
	}
	f, err := excelize.OpenFile("laskenta.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if id, err := f.GetCellValue("Laskenta", "A6"); id == "" || err != nil {
		t.Errorf("no session: %q %v", id, err)
	}
	if err := f.SetCellInt("Laskenta", "G6", 17); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	r = run(t, m, "import", "counts", "laskenta.xlsx", "--apply")
	if r.code != Done || len(m.imported) != 1 || len(m.imported[0].Counts) != 1 || m.imported[0].Counts[0].Counts.Adults != model.CountOf(17) {
		t.Errorf("exit %d %+v %s%s", r.code, m.imported, r.out, r.complaints)
	}
	r = run(t, m, "export", "counting-sheet", "--place", place, "--from", "1999-01-01", "--to", "1999-01-02", "-o", "x.xlsx")
	if r.code != Failed || !strings.Contains(r.complaints, place) {
		t.Errorf("exit %d %q", r.code, r.complaints)
	}
}
