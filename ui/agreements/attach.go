package agreements

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// askFile asks for a file to be kept with the agreement.
func (p *page) askFile() {
	p.desk.Dialogs.OpenFile(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			p.tellFile("unreadable", "")
		case r != nil:
			defer r.Close()
			p.attach(r.URI().Name(), r)
		}
	})
}

// Dropped takes a file that was dropped on the window, for the agreement whose page is shown.
func (s *Screen) Dropped(files []fyne.URI) {
	if s.register.FormOpen() || s.register.Selected() == "" || len(files) == 0 {
		return
	}
	p, err := s.read(model.ID(s.register.Selected()))
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	r, err := storage.Reader(files[0])
	if err != nil {
		p.tellFile("unreadable", files[0].Name())
		return
	}
	defer r.Close()
	p.attach(files[0].Name(), r)
}

// attach reads the file and asks what it is kept as.
func (p *page) attach(name string, from io.Reader) {
	content, wrong := readFile(from)
	if wrong != "" {
		p.tellFile(wrong, name)
		return
	}
	media, honest := mediaType(name, content)
	role := model.Annex
	if p.a.Frozen() {
		role = model.Scan
	}
	fields := kit.NewFields()
	fields.Add(kit.NewText(words.Joined(name, size(int64(len(content))))))
	if !honest {
		fields.Add(kit.Notice(kit.Attention, words.T("agreements.file.not_what", "name", name)))
	}
	b := form.Bind("agreements.file.field.", "", p.desk.Today, nil)
	fields.Row(form.OneOf(b, "role", form.Offered("attachment.role", model.AttachmentRoles()), &role))
	form.Question{
		Title: heading("attach"), Verb: words.T("agreements.file.add"), Fields: fields,
		Write: func(ctx context.Context) (string, error) {
			file := model.NewAttachment{Content: content}
			file.Role, file.Name, file.MediaType = role, name, media
			return words.T("agreements.file.added", "name", name), p.apply(ctx, p.a.ID, func(*model.Agreement) error { return nil }, file)
		},
	}.Ask(p.desk)
}

// readFile reads a file that is to be kept. What is wrong with it is "empty", "large", or "unreadable" when it vanished
// or failed while being read.
func readFile(from io.Reader) (content []byte, wrong string) {
	content, err := io.ReadAll(io.LimitReader(from, model.MaxAttachment+1))
	switch {
	case err != nil:
		return nil, "unreadable"
	case len(content) == 0:
		return nil, "empty"
	case len(content) > model.MaxAttachment:
		return nil, "large"
	}
	return content, ""
}

// contents are what files of these endings have in them, as http.DetectContentType says it.
var contents = map[string][]string{
	".pdf": {"application/pdf"}, ".png": {"image/png"}, ".jpg": {"image/jpeg"}, ".jpeg": {"image/jpeg"}, ".gif": {"image/gif"},
	".webp": {"image/webp"}, ".bmp": {"image/bmp"}, ".txt": {"text/plain"}, ".csv": {"text/plain"}, ".zip": {"application/zip"},
	".docx": {"application/zip"}, ".xlsx": {"application/zip"}, ".pptx": {"application/zip"}, ".odt": {"application/zip"},
	".ods": {"application/zip"}, ".asice": {"application/zip"}, ".htm": {"text/html"}, ".html": {"text/html"},
}

// mediaType finds what a file is from its content, and whether it is what its name says. Endings that nothing is known
// of are believed.
func mediaType(name string, content []byte) (media string, honest bool) {
	media = http.DetectContentType(content)
	if bytes.HasPrefix(content, []byte("II*\x00")) || bytes.HasPrefix(content, []byte("MM\x00*")) {
		media = "image/tiff"
	}
	ending := strings.ToLower(filepath.Ext(name))
	expected, known := contents[ending]
	bare, _, _ := strings.Cut(media, ";")
	return media, !known || slices.Contains(expected, bare)
}

// tellFile says why a file was not added.
func (p *page) tellFile(wrong, name string) {
	p.desk.Dialogs.Choose(words.T("agreements.file.refused_title"), words.T("agreements.file."+wrong, "name", name),
		kit.Choice{Label: words.T("kit.close"), Default: true, Cancel: true})
}

// openFile opens a kept file in the system's own program.
func (p *page) openFile(x model.Attachment) {
	content, err := p.store.AttachmentContent(context.Background(), x.ID)
	if err != nil {
		var e *model.Error
		if errors.As(err, &e) && e.Code == model.CodeDamaged {
			named := *e
			named.Record = x.Name
			err = &named
		}
		p.desk.Fail(err, nil)
		return
	}
	p.desk.ViewFile(x.Name, content)
}

func (p *page) askRemoveFile(x model.Attachment) {
	p.desk.Dialogs.Confirm(words.T("agreements.file.remove_title"), words.T("agreements.file.remove_text", "name", x.Name),
		words.T("agreements.do.delete"), true, func() {
			p.update(p.a.ID, words.T("agreements.file.removed", "name", x.Name), func(a *model.Agreement) error {
				a.Attachments = slices.DeleteFunc(slices.Clone(a.Attachments), func(y model.Attachment) bool { return y.ID == x.ID })
				return nil
			})
		})
}
