package desk

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// Sheet is a document ready to be shown.
type Sheet = paper.Result

// Print opens the document in the system's viewer, from where it is printed, and offers to save it elsewhere. make
// builds it; what it could not print is said, and the document is shown all the same.
func (d *Desk) Print(make func() (Sheet, error)) {
	sheet, err := make()
	if err != nil {
		d.Fail(err, nil)
		return
	}
	d.show(sheet.Name, sheet.PDF, words.T("desk.print.open", "name", sheet.Name))
	d.tellLeft(leftOut(sheet))
}

// show opens a file in the system's own program and says so, with the offer to save it elsewhere.
func (d *Desk) show(name string, content []byte, said string) {
	path, err := d.lay(name, content)
	if err != nil {
		d.Fail(err, nil)
		return
	}
	save := kit.Action{Label: words.T("desk.print.save_as"), Do: func() { d.SaveAs(name, content) }}
	if err := d.View(path); err != nil {
		said = words.T("desk.print.no_viewer", "path", path)
	}
	d.Messages.Say(said, save)
}

// tellLeft tells what was left out of a document, if anything was.
func (d *Desk) tellLeft(left string) {
	if left != "" {
		d.Dialogs.Choose(words.T("desk.print.left_out"), left, kit.Choice{Label: words.T("kit.close"), Default: true, Cancel: true})
	}
}

// lay puts a file into the folder of shown files, for this person's eyes only. Nobody can write into it: the folder goes
// away with the program, and what somebody changed in a spreadsheet would go with it. A file that another program holds
// stays, and the new one has a number.
func (d *Desk) lay(name string, content []byte) (path string, err error) {
	if err := os.MkdirAll(d.Printed, 0o700); err != nil {
		return "", err
	}
	ending := filepath.Ext(name)
	for n := 1; n < 10; n++ {
		path = filepath.Join(d.Printed, name)
		if n > 1 {
			path = filepath.Join(d.Printed, strings.TrimSuffix(name, ending)+" ("+strconv.Itoa(n)+")"+ending)
		}
		_ = os.Remove(path) // it may be an older one that cannot be written
		if err = os.WriteFile(path, content, 0o400); err == nil {
			break
		}
	}
	return path, err
}

// leftOut says what of the record is not on the paper as it should be, empty when all is.
func leftOut(sheet Sheet) string {
	var said []string
	if len(sheet.Unprintable) > 0 {
		characters := strings.Join(strings.Split(string(sheet.Unprintable), ""), " ")
		said = append(said, words.T("desk.print.unprintable", "characters", characters))
	}
	if sheet.LogoError != nil {
		said = append(said, words.T("desk.print.logo"))
	}
	return strings.Join(said, "\n\n")
}

// SaveAs asks where to and writes the file there. The bytes are made before the question, because the dialog of Fyne
// hands over a file that is already empty.
func (d *Desk) SaveAs(name string, content []byte) {
	d.Dialogs.SaveFile(name, func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			if err != nil {
				d.Fail(err, nil)
			}
			return
		}
		_, err = w.Write(content)
		if closed := w.Close(); err == nil {
			err = closed
		}
		if err != nil {
			d.Fail(err, nil)
			return
		}
		d.Say(words.T("desk.saved_as", "path", w.URI().Path()))
	})
}

// ViewFile opens a kept file in the system's own program, under its own name in the folder of shown files.
func (d *Desk) ViewFile(name string, content []byte) {
	path, err := d.lay(filepath.Base(name), content)
	if err != nil {
		d.Fail(err, nil)
		return
	}
	if d.View(path) != nil {
		d.Messages.Say(words.T("desk.print.no_viewer", "path", path),
			kit.Action{Label: words.T("desk.print.save_as"), Do: func() { d.SaveAs(filepath.Base(name), content) }})
	}
}
