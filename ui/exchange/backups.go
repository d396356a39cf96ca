package exchange

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// backups is the section of the copies of the data file.
func (s *start) backups() fyne.CanvasObject {
	body := kit.Column()
	all, err := s.v.store.Backups(context.Background())
	switch {
	case err != nil:
		body.Add(kit.Notice(kit.Danger, words.T("exchange.backup.unread")))
	case len(all) == 0:
		body.Add(kit.Notice(kit.Attention, words.T("exchange.backup.none")))
	default:
		said := words.T("exchange.backup.last", "when", moment(all[0]), "size", size(all[0].Size))
		if model.DateOf(all[0].At).DaysUntil(s.v.desk.Today()) >= model.BackupWarnDays {
			body.Add(kit.Notice(kit.Attention, said))
		} else {
			body.Add(kit.NewText(said))
		}
	}
	body.Add(buttons(
		kit.NewButton(words.T("exchange.backup.now"), theme.DownloadIcon(), s.v.backUp),
		kit.NewButton(words.T("exchange.backup.to"), theme.DocumentSaveIcon(), s.v.askCopy),
	))
	if len(all) > 0 {
		body.Add(kit.NewText(words.T("exchange.backup.kept", "folder", filepath.Dir(all[0].Path))))
		facts := make([]kit.Fact, len(all))
		for i, b := range all {
			facts[i] = kit.TextFact(moment(b), words.Joined(size(b.Size), filepath.Base(b.Path)))
		}
		body.Add(kit.Facts(facts...))
	}
	body.Add(kit.NewText(words.T("exchange.backup.back")))
	return kit.Section(words.T("exchange.backup.title"), body)
}

// moment is when a copy was made.
func moment(b model.Backup) string {
	in := words.In(words.Current())
	at, _ := model.NewClock(b.At.Hour(), b.At.Minute())
	return words.T("exchange.backup.moment", "date", in.Date(model.DateOf(b.At)), "time", in.Clock(at))
}

// size says how large a file is, in megabytes of a million bytes, never less than 0.1.
func size(bytes int64) string {
	tenths := max((bytes+50_000)/100_000, 1)
	megabytes := words.In(words.Current()).Number(tenths * 10)
	if tenths%10 != 0 {
		megabytes = strings.TrimSuffix(megabytes, "0") // of two decimals
	}
	return words.T("exchange.backup.size", "megabytes", megabytes)
}

// backUp makes a copy beside the data file.
func (v *view) backUp() { v.copied("", v.store.Backup) }

// copied makes a copy beside and says where it is. more is said too.
func (v *view) copied(more string, make func(context.Context) (model.Backup, error)) {
	var made model.Backup
	v.desk.Start(desk.Work{
		Said: words.T("exchange.backup.working"),
		Do: func(ctx context.Context, _ func(float64)) (err error) {
			made, err = make(ctx)
			return err
		},
		Then: func(err error) {
			if err != nil {
				v.fail(err)
				return
			}
			v.desk.Say(words.T("exchange.backup.made", "path", made.Path) + more)
			v.afresh()
		},
	})
}

// afresh makes the first page anew, if it is shown, and leaves the keyboard at its beginning when it was on it.
func (v *view) afresh() {
	s, atStart := v.step.(*start)
	if !atStart {
		return
	}
	there := kit.OnScreen(s.first) && v.desk.Dialogs.Window.Canvas().Focused() != nil
	s.reload()
	if there {
		s.focusFirst()
	}
}

// askCopy asks for a folder and makes a copy in it. A folder and not a file: a file that is chosen is emptied by the dialog,
// and it could be the data file.
func (v *view) askCopy() {
	v.askFolder(func(folder string) {
		path := free(folder, words.T("exchange.backup.file", "date", v.desk.Today().String()), ".sqlite")
		v.copied(" "+words.T("exchange.backup.eject"), func(ctx context.Context) (model.Backup, error) {
			return v.store.BackupTo(ctx, path)
		})
	})
}

// askFolder asks for a folder; then is not called when none was chosen.
func (v *view) askFolder(then func(path string)) {
	v.desk.Dialogs.OpenFolder(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			v.fail(err)
		case folder != nil:
			then(folder.Path())
		}
	})
}
