package persistence

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"kumppani/model"
)

func attach(t *testing.T, f *File, id model.ID, name string, content []byte) (model.Agreement, error) {
	t.Helper()
	return f.UpdateAgreement(ctx, id, func(*model.Agreement) error { return nil },
		model.NewAttachment{Attachment: model.Attachment{Role: model.Annex, Name: name}, Content: content})
}

func TestAttachment(t *testing.T) {
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	content := []byte("%PDF-1.7\n…")
	a, err := attach(t, f, a.ID, `C:\Temp\Äitien sopimus.pdf`, content)
	must(t, err)
	got := a.Attachments[0]
	want := model.Attachment{
		ID: got.ID, Role: model.Annex, Name: "Äitien sopimus.pdf", MediaType: "application/pdf", Size: int64(len(content)),
		SHA256: got.SHA256, AddedAt: testNow,
	}
	equal(t, "attachment", got, want)
	read, err := f.Agreement(ctx, a.ID)
	must(t, err)
	equal(t, "read", read, a)
	b, err := f.AttachmentContent(ctx, got.ID)
	must(t, err)
	if !bytes.Equal(b, content) {
		t.Errorf("the content came back as %q", b)
	}
	a, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error {
		a.Attachments[0].Name, a.Attachments[0].Size, a.Attachments[0].SHA256 = "../../etc/passwd", 1, "x"
		return nil
	})
	must(t, err)
	want.Name = "passwd"
	equal(t, "renamed", a.Attachments[0], want)
	_, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error { a.Attachments = nil; return nil })
	must(t, err)
	_, err = f.AttachmentContent(ctx, got.ID)
	wantCode(t, err, model.CodeNotFound)
	var n int
	must(t, f.conn.QueryRowContext(ctx, "SELECT count(*) FROM attachment_content").Scan(&n))
	if n != 0 {
		t.Error("the content of a removed attachment is still in the file")
	}
}

func TestAttachmentRefusals(t *testing.T) {
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	_, err := attach(t, f, a.ID, "tyhjä.pdf", nil)
	wantCode(t, err, model.CodeInvalid)
	_, err = attach(t, f, a.ID, "iso.pdf", make([]byte, model.MaxAttachment+1))
	wantCode(t, err, model.CodeTooLarge)
	_, err = f.UpdateAgreement(ctx, a.ID, func(a *model.Agreement) error {
		a.Attachments = append(a.Attachments, model.Attachment{ID: newID(), Name: "keksitty.pdf"})
		return nil
	})
	wantCode(t, err, model.CodeNotFound)
	got, err := f.Agreement(ctx, a.ID)
	must(t, err)
	equal(t, "after refusals", got, a)
	got, err = attach(t, f, a.ID, "suurin.pdf", bytes.Repeat([]byte{7}, model.MaxAttachment))
	must(t, err)
	b, err := f.AttachmentContent(ctx, got.Attachments[0].ID)
	must(t, err)
	if len(b) != model.MaxAttachment {
		t.Errorf("%d bytes came back", len(b))
	}
}

func TestPlainName(t *testing.T) {
	for name, want := range map[string]string{
		"a.pdf": "a.pdf", "/x/y/ä.pdf": "ä.pdf", `..\..\b.doc`: "b.doc", "..": "liite", "": "liite", "x/": "liite", " c ": "c",
	} {
		if got := plainName(name); got != want {
			t.Errorf("plainName(%q) = %q, want %q", name, got, want)
		}
	}
}

// Only the hash sees a flipped bit in an attachment: SQLite keeps no checksums.
func TestFlippedBit(t *testing.T) {
	f := newFile(t)
	a, _ := usedAgreement(t, f)
	a, err := attach(t, f, a.ID, "liite.pdf", []byte(strings.Repeat("koskematon ", 5_000)))
	must(t, err)
	must(t, f.Close())
	b, err := os.ReadFile(f.Path())
	must(t, err)
	b[bytes.Index(b, []byte("koskematon koskematon"))] ^= 1
	must(t, os.WriteFile(f.Path(), b, 0o600))
	f = reopen(t, f.Path())
	_, err = f.AttachmentContent(ctx, a.Attachments[0].ID)
	wantCode(t, err, model.CodeDamaged)
	findings, err := f.Check(ctx)
	must(t, err)
	if len(findings) != 1 || findings[0].Code != model.FindingAttachment || findings[0].Record != string(a.Attachments[0].ID) {
		t.Errorf("findings %+v", findings)
	}
	if _, err := f.Agreement(ctx, a.ID); err != nil { // the agreement itself opens
		t.Error(err)
	}
}
