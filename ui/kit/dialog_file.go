package kit

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// fileDialogSize has room for four columns of files on a laptop.
var fileDialogSize = fyne.NewSize(820, 560)

// OpenFile asks which file to read, beginning in the person's own folder; then gets no reader and no error when nothing
// was chosen. With extensions, such as ".ics", only such files are offered.
func (d Dialogs) OpenFile(then func(r fyne.URIReadCloser, err error), extensions ...string) {
	f := dialog.NewFileOpen(then, d.Window)
	if len(extensions) > 0 {
		f.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	showFileDialog(f)
}

// OpenFolder asks for a folder, beginning in the person's own; then gets none and no error when nothing was chosen.
func (d Dialogs) OpenFolder(then func(folder fyne.ListableURI, err error)) {
	showFileDialog(dialog.NewFolderOpen(then, d.Window))
}

// SaveFile asks where to write a file with the proposed name, beginning in the person's own folder; then gets no writer
// and no error when nothing was chosen. The file is already empty when then runs.
func (d Dialogs) SaveFile(name string, then func(w fyne.URIWriteCloser, err error)) {
	f := dialog.NewFileSave(then, d.Window)
	f.SetFileName(name)
	if ending := filepath.Ext(name); ending != "" { // so that nothing else is written over by a slip
		f.SetFilter(storage.NewExtensionFileFilter([]string{ending}))
	}
	showFileDialog(f)
}

// showFileDialog shows first and resizes then: Fyne's file dialog has no size before it is shown, and panics.
func showFileDialog(f *dialog.FileDialog) {
	if home, err := os.UserHomeDir(); err == nil {
		if folder, err := storage.ListerForURI(storage.NewFileURI(home)); err == nil {
			f.SetLocation(folder)
		}
	}
	f.Show()
	f.Resize(fileDialogSize)
}
