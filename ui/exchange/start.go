package exchange

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// start is the first page: taking in, writing out, and copies of the data file.
type start struct {
	v     *view
	first *kit.Button
	page  *fyne.Container
}

func newStart(v *view) *start {
	s := &start{v: v, page: kit.Column()}
	s.page.Layout = full{}
	s.reload()
	return s
}

// full gives its one object all the room.
type full struct{}

func (full) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (full) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

func (s *start) content() fyne.CanvasObject { return s.page }
func (s *start) focusFirst()                { kit.Focus(s.first) }
func (s *start) half() bool                 { return false }

// reload makes the page anew: the last import and the copies may be others.
func (s *start) reload() {
	s.page.Objects = []fyne.CanvasObject{kit.Page{
		Title: words.T("exchange.title"), Subtitle: words.T("exchange.subtitle"),
		Sections: []fyne.CanvasObject{s.taking(), s.everything(), s.backups()},
	}.View()}
	s.page.Refresh()
}

// taking is the section of what others have.
func (s *start) taking() fyne.CanvasObject {
	s.first = kit.NewPrimaryButton(words.T("exchange.in.choose"), theme.FolderOpenIcon(), s.v.chooseFile)
	body := kit.Column(kit.NewText(words.T("exchange.in.text")))
	body.Add(buttons(s.first))
	if source, ok := s.v.store.LastImport(); ok {
		body.Add(kit.NewText(words.T("exchange.in.last", "file", source)))
		body.Add(buttons(kit.NewButton(words.T("exchange.undo"), theme.ContentUndoIcon(), s.v.askTakeBack)))
	}
	return kit.Section(words.T("exchange.in.title"), body)
}

// everything is the section of what is written out.
func (s *start) everything() fyne.CanvasObject {
	return kit.Section(words.T("exchange.out.title"), kit.Column(
		kit.NewText(words.T("exchange.out.text")),
		buttons(kit.NewButton(words.T("exchange.out.all"), theme.DocumentSaveIcon(), s.v.askEverything)),
		kit.NewText(words.T("exchange.sheet.text")),
		buttons(kit.NewButton(words.T("exchange.sheet.make"), theme.GridIcon(), s.v.askCountingSheet)),
	))
}

// buttons sets buttons beside each other where the words above them begin.
func buttons(all ...fyne.CanvasObject) fyne.CanvasObject {
	p := theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(0, 6, p, p), kit.Flow(all...))
}

// chooseFile asks which file to take in.
func (v *view) chooseFile() {
	v.desk.Dialogs.OpenFile(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			v.fail(err)
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close() // nothing was written
		v.read(path)
	}, ".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".xls", ".ods") // of the last two it is said what to do with them
}
