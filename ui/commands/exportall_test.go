package commands

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kumppani/model"
)

// kept is what memory has of reminders, the network and years; and where it was backed up to.
type kept struct {
	extensions []model.Extension
	followUps  []model.FollowUp
	deferrals  []model.Deferral
	bodies     []model.Body
	network    []model.NetworkMeeting
	surveys    []model.Survey
	years      []model.YearRecord
	backups    []string
}

func (k *kept) Extensions(context.Context) ([]model.Extension, error) { return k.extensions, nil }
func (k *kept) FollowUps(context.Context) ([]model.FollowUp, error)   { return k.followUps, nil }
func (k *kept) Deferrals(context.Context) ([]model.Deferral, error)   { return k.deferrals, nil }
func (k *kept) Bodies(context.Context) ([]model.Body, error)          { return k.bodies, nil }
func (k *kept) Surveys(context.Context) ([]model.Survey, error)       { return k.surveys, nil }
func (k *kept) Years(context.Context) ([]model.YearRecord, error)     { return k.years, nil }
func (k *kept) NetworkMeetings(context.Context) ([]model.NetworkMeeting, error) {
	return k.network, nil
}

func (k *kept) Backup(ctx context.Context) (model.Backup, error) { return k.BackupTo(ctx, "beside") }

func (k *kept) BackupTo(_ context.Context, path string) (model.Backup, error) {
	k.backups = append(k.backups, path)
	return model.Backup{Path: path, Size: 3}, os.WriteFile(path, []byte("abc"), 0o600)
}

func (k *kept) Contributions(context.Context) ([]model.AgreementContribution, error) {
	return nil, nil
}

func (k *kept) Year(_ context.Context, year int) (model.YearRecord, error) {
	return model.NewYearRecord(year), nil
}

func (k *kept) Backups(context.Context) ([]model.Backup, error) { return nil, nil }

func TestExportAll(t *testing.T) {
	for _, name := range []string{"kaikki", "kaikki.zip"} {
		path := filepath.Join(t.TempDir(), name)
		r := run(t, village(), "export", "all", "-o", path)
		if r.code != Done || r.out != "" || !strings.Contains(r.complaints, path) {
			t.Errorf("%s: exit %d, out %q, %s", name, r.code, r.out, r.complaints)
		}
		info, err := os.Stat(path)
		if err != nil || info.IsDir() != (name == "kaikki") {
			t.Fatalf("%s: %v", name, err)
		}
		if !info.IsDir() {
			continue
		}
		b, err := os.ReadFile(filepath.Join(path, "attachments", "2025-001", "uusi.pdf"))
		if err != nil || string(b) != "%PDF kept" {
			t.Errorf("the attachment is %q: %v", b, err)
		}
		// What the list command says is what is exported.
		b, err = os.ReadFile(filepath.Join(path, "leaders.json"))
		if want := run(t, village(), "list", "leaders", "--format", "json").out; err != nil || string(b) != want {
			t.Errorf("leaders.json is not the list of leaders: %v", err)
		}
		r = run(t, village(), "export", "all", "-o", path)
		if r.code != Failed || !strings.Contains(r.complaints, "ei ole tyhjä") || strings.Contains(r.complaints, "commands.") {
			t.Errorf("a second time: exit %d %q", r.code, r.complaints)
		}
	}
}

func TestExportAllFails(t *testing.T) {
	nowhere := filepath.Join(t.TempDir(), "ei", "ole")
	r := run(t, village(), "export", "all", "-o", nowhere)
	if r.code != Failed || !strings.Contains(r.complaints, nowhere) || strings.Contains(r.complaints, "commands.") {
		t.Errorf("exit %d %q", r.code, r.complaints)
	}
	m := village()
	m.broken = &model.Error{Code: model.CodeIO}
	folder := t.TempDir()
	r = run(t, m, "export", "all", "-o", filepath.Join(folder, "kaikki"))
	if left, _ := os.ReadDir(folder); r.code != Failed || len(left) > 0 {
		t.Errorf("exit %d, left %v: %s", r.code, left, r.complaints)
	}
}

func TestBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kopio.sqlite")
	m := village()
	r := run(t, m, "backup", "-o", path)
	if r.code != Done || r.out != "" || !strings.Contains(r.complaints, path) || len(m.backups) != 1 || m.backups[0] != path {
		t.Errorf("exit %d, %v: %s", r.code, m.backups, r.complaints)
	}
}

func TestOutputOfExportAllAndBackup(t *testing.T) {
	t.Chdir(t.TempDir()) // where nothing is to be written
	for _, args := range []string{"export all", "export all -o -", "backup", "backup -o -", "backup x -o y"} {
		r := run(t, village(), strings.Fields(args)...)
		if r.code != Misuse || len(r.opened) > 0 || strings.Contains(r.complaints, "commands.") {
			t.Errorf("%s: exit %d %q", args, r.code, r.complaints)
		}
	}
}
