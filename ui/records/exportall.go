package records

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// Export says where everything goes, and in which words.
type Export struct {
	In    words.In // of the README and of the cells of CSV
	Today model.Date
	Path  string // of a folder that is not there yet or empty or, ending in ".zip", of a zip file, which is replaced
	// Progress is told how many of the steps are done. It may be nil.
	Progress func(done, of int)
}

// ExportAll writes everything out: every list as CSV and as JSON, the attachments under their names, and a README that says
// what is what. It is made under another name first; when anything fails, or the context ends, nothing of it is left, and what
// was at the path is as before. An attachment that is damaged is left out and named in the README. A folder that is not empty
// is fs.ErrExist; other errors of writing are those of the operating system, those of reading a *model.Error.
func ExportAll(ctx context.Context, store Store, x Export) error {
	files, err := newTree(x.Path)
	if err != nil {
		return err
	}
	err = exportTo(ctx, store, x, files)
	if err == nil {
		err = files.finish()
	}
	if err != nil {
		return errors.Join(err, files.abandon())
	}
	return nil
}

func exportTo(ctx context.Context, store Store, x Export, files tree) error {
	kept, err := attachments(ctx, store)
	if err != nil {
		return err
	}
	done, of := 0, len(Kinds())+len(kept)
	step := func() error {
		if x.Progress != nil {
			x.Progress(done, of)
		}
		done++
		if err := ctx.Err(); err != nil {
			return &model.Error{Code: model.CodeCancelled, Op: "export all", Record: x.Path, Err: err}
		}
		return nil
	}
	for _, kind := range Kinds() {
		if err := step(); err != nil {
			return err
		}
		head, all, err := List(ctx, store, Query{Kind: kind, In: x.In, Today: x.Today})
		if err != nil {
			return err
		}
		if err := writeList(files, string(kind), head, all); err != nil {
			return err
		}
	}
	var damaged []string
	for _, a := range kept {
		if err := step(); err != nil {
			return err
		}
		b, err := store.AttachmentContent(ctx, a.id)
		if model.CodeOf(err) == model.CodeDamaged {
			damaged = append(damaged, a.name)
			continue
		}
		if err == nil {
			err = files.write(a.name, b)
		}
		if err != nil {
			return err
		}
	}
	if err := files.write("README.txt", []byte(readme(x, damaged))); err != nil {
		return err
	}
	return step()
}

func writeList(files tree, name string, head []string, all []Record) error {
	b, err := CSV(head, all)
	if err == nil {
		err = files.write(name+".csv", b)
	}
	if err != nil {
		return err
	}
	if b, err = JSON(all); err != nil {
		return err
	}
	return files.write(name+".json", b)
}

// exported is an attachment and the name of its file, with slashes.
type exported struct {
	id   model.ID
	name string
}

// attachments lists those of all agreements, each in the folder of its agreement's number.
func attachments(ctx context.Context, store Store) ([]exported, error) {
	summaries, err := store.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(summaries, func(a, b model.AgreementSummary) int { return strings.Compare(a.Number, b.Number) })
	var out []exported
	folders := taken{}
	for _, s := range summaries {
		a, err := store.Agreement(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		if len(a.Attachments) == 0 {
			continue
		}
		folder, names := folders.free(a.Number), taken{}
		for _, f := range a.Attachments {
			out = append(out, exported{f.ID, "attachments/" + folder + "/" + names.free(f.Name)})
		}
	}
	return out, nil
}

// readme says what is in the files, in the language of the export.
func readme(x Export, damaged []string) string {
	lines := []string{
		x.In.T("export_all.title", "date", x.In.Date(x.Today)), "", x.In.T("export_all.personal"), "", x.In.T("export_all.csv"), "",
		x.In.T("export_all.json"), "", x.In.T("export_all.files"), "",
	}
	for _, kind := range Kinds() {
		lines = append(lines, string(kind)+": "+x.In.T("export_all.kind."+string(kind)))
	}
	lines = append(lines, "attachments: "+x.In.T("export_all.attachments"), "", x.In.T("export_all.left_out"))
	if len(damaged) > 0 {
		lines = append(lines, "", x.In.T("export_all.damaged"))
		lines = append(lines, damaged...)
	}
	return strings.Join(lines, "\r\n") + "\r\n"
}

// isZip reports whether the path names a zip file rather than a folder.
func isZip(path string) bool { return strings.EqualFold(filepath.Ext(path), ".zip") }

// emptyOrNew gives fs.ErrExist for a folder with something in it, and for what is no folder.
func emptyOrNew(path string) error {
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && len(entries) == 0:
		return nil
	case err == nil:
		return &fs.PathError{Op: "export to", Path: path, Err: fs.ErrExist}
	}
	if _, statErr := os.Stat(path); statErr == nil && !errors.Is(err, fs.ErrPermission) {
		return &fs.PathError{Op: "export to", Path: path, Err: fs.ErrExist}
	}
	return err
}
