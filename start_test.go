//go:build journey

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"kumppani/model"
	"kumppani/persistence"
	"kumppani/ui/ids"
)

// built builds a program of this repository, with the tags of a release, and returns its path.
func built(t testing.TB, folder string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", path, folder).CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", folder, err, out)
	}
	return path
}

// newScreen switches a virtual screen on, with args for Xvfb, and returns its display.
func newScreen(t testing.TB, args ...string) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	screen := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp"}, args...)...)
	screen.ExtraFiles = []*os.File{write}
	if err := screen.Start(); err != nil {
		t.Fatalf("start Xvfb: %v", err)
	}
	t.Cleanup(func() { _ = screen.Process.Kill(); _ = screen.Wait() })
	_ = write.Close()
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		t.Fatalf("Xvfb gave no display: %v", err)
	}
	return fmt.Sprintf("DISPLAY=:%d", number)
}

// atHome is a command in a home folder of its own, with nothing in its environment about screens but what more says.
func atHome(home string, more []string, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TMPDIR=" + home, "LC_ALL=fi_FI.UTF-8", "LANG=fi_FI.UTF-8",
		"LIBGL_ALWAYS_SOFTWARE=1", "FYNE_SCALE=1",
	}, more...)
	return c
}

func TestNoWindowIsOneSentence(t *testing.T) {
	program := built(t, ".")
	const noDisplay = "Kumppani tarvitsee näytön, mutta ikkunaa ei voida avata tässä istunnossa.\n"
	for _, c := range []struct {
		name        string
		environment []string
		want        string
	}{
		{"no display", nil, noDisplay},
		{"a display that is gone", []string{"DISPLAY=:7777"}, noDisplay},
		{"a Wayland session that is gone", []string{"WAYLAND_DISPLAY=wayland-77"}, noDisplay},
		{"both gone", []string{"DISPLAY=:7777", "WAYLAND_DISPLAY=wayland-77", "XDG_RUNTIME_DIR=" + t.TempDir()}, noDisplay},
		{
			"a display without OpenGL",
			[]string{newScreen(t, "-extension", "GLX")},
			"Kumppani ei voi piirtää ikkunaa, koska tässä koneessa tai etäyhteydessä ei ole OpenGL 2.1 -tukea.\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			home := t.TempDir()
			cmd := atHome(home, c.environment, program, "--file", filepath.Join(home, "kumppani.sqlite"), "--exit-when-usable")
			var out, complaints bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &complaints
			_ = cmd.Run()
			if code := cmd.ProcessState.ExitCode(); code != 1 || out.Len() > 0 || complaints.String() != c.want {
				t.Errorf("exit %d, printed %q, complained %q; want %q", code, out.String(), complaints.String(), c.want)
			}
		})
	}
}

// BenchmarkStart measures the whole life of the program from its start until Home is on the screen, with a data file of
// 10,000 agreements, against that of a window of Fyne with one label. Reported are the medians.
func BenchmarkStart(b *testing.B) {
	const pairs = 11
	ours, bare, file, home := built(b, "."), built(b, "./ui/journey/testdata/bare"), largeFile(b), b.TempDir()
	screen := newScreen(b)
	start := func(name string, args ...string) run {
		c := atHome(home, []string{screen, "XDG_RUNTIME_DIR=" + home}, name, args...)
		before := time.Now()
		out, err := c.CombinedOutput()
		took := time.Since(before)
		if err != nil {
			b.Fatalf("%s: %v\n%s", name, err, out)
		}
		peak := c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss // in kB
		return run{float64(took) / float64(time.Millisecond), float64(peak) / 1024}
	}
	var us, them []run
	for b.Loop() {
		for range pairs { // one after the other, so that both meet the same load of the machine
			them = append(them, start(bare))
			us = append(us, start(ours, "--file", file, "--today", "2026-11-22", "--exit-when-usable"))
		}
	}
	ms, mb := func(r run) float64 { return r.ms }, func(r run) float64 { return r.mb }
	b.ReportMetric(0, "ns/op") // of a pair: says nothing
	b.ReportMetric(median(us, ms), "ms/start")
	b.ReportMetric(median(them, ms), "bare-ms/start")
	b.ReportMetric(median(us, ms)/median(them, ms), "ratio")
	b.ReportMetric(median(us, mb), "peak-MB")
	b.ReportMetric(median(them, mb), "bare-peak-MB")
	b.ReportMetric(median(us, mb)-median(them, mb), "more-MB")
}

// run is one start: how long it took, and the most memory it held.
type run struct{ ms, mb float64 }

func median(all []run, of func(run) float64) float64 {
	var values []float64
	for _, r := range all {
		values = append(values, of(r))
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// largeFile is a data file with 10,000 agreements of three parties, in which much was let slide: some 3,000 reviews are
// late and 1,000 agreements wait for signatures. Making it takes a minute, so it is kept in build.
func largeFile(b *testing.B) string {
	b.Helper()
	const agreements = 10_000
	path, err := filepath.Abs(filepath.Join("build", "bench", "10000.sqlite"))
	if err != nil {
		b.Fatal(err)
	}
	if f, err := persistence.Open(b.Context(), path, persistence.Options{}); err == nil {
		all, err := f.Agreements(b.Context())
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
		if err == nil && len(all) == agreements {
			return path
		}
	}
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		b.Fatal(err)
	}
	f, err := persistence.Open(b.Context(), path, persistence.Options{})
	if err == nil {
		err = fillLarge(b.Context(), f, agreements)
		if closing := f.Close(); err == nil {
			err = closing
		}
	}
	if err != nil {
		b.Fatal(err)
	}
	return path
}

func fillLarge(ctx context.Context, f *persistence.File, agreements int) error {
	centre := model.Centre{Name: model.Text{Fi: "Suvannon perhekeskus"}, Region: model.Text{Fi: "Suvanto"}, Language: model.Finnish, LeadDays: 60}
	if err := f.SaveCentre(ctx, centre); err != nil {
		return err
	}
	var partners []model.Organisation
	for i := range 300 {
		o, err := f.CreateOrganisation(ctx, model.Organisation{
			Name: model.Text{Fi: fmt.Sprintf("Yhdistys %03d ry", i)}, Sector: model.Association,
			Contacts: []model.Contact{{Name: "Aino Öman"}, {Name: "Åke Äijälä"}},
		})
		if err != nil {
			return err
		}
		partners = append(partners, o)
	}
	first := model.MustDate("2000-01-01")
	for i := range agreements {
		from := first.AddDays(i * 9_900 / agreements) // the last begin in 2027
		a := model.Agreement{AgreementSummary: model.AgreementSummary{
			Number: fmt.Sprintf("%d-%05d", from.Year(), i), Title: model.Text{Fi: fmt.Sprintf("Kumppanuussopimus %d", i)},
			Languages: []model.Language{model.Finnish}, Form: model.Written, Kind: model.Partnership,
			ValidFrom: from, NoticeMonths: model.CountOf(3), ReviewOn: from.AddDays(3_650),
		}}
		if i%2 == 0 {
			a.ValidUntil = from.AddDays(3 * 365)
		}
		for n := range 3 {
			p := model.Party{ID: ids.New(), OrganisationID: partners[(i+n*7)%len(partners)].ID, Services: []model.Service{model.School}}
			if i%10 != 0 || n == 0 {
				p.Signing = model.Signing{SentOn: from.AddDays(-30), SignedOn: from.AddDays(-20)}
			}
			a.Parties = append(a.Parties, p)
		}
		rent := model.Contribution{
			PartyID: a.Parties[0].ID, Kind: model.ContributedMoney, Description: model.Text{Fi: "tilavuokra"},
			Amount: model.AmountOf(50_000), Unit: "€", Per: model.PerYear,
		}
		if i%100 == 0 {
			rent.DueOn = from.AddDays(180)
		}
		a.Contributions = []model.Contribution{rent}
		if _, err := f.CreateAgreement(ctx, a); err != nil {
			return err
		}
	}
	return nil
}
