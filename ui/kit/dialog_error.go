package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// Trouble is an error as it is told: what happened, what is safe, what to do. Details are for whoever helps; they are
// shown on demand and can be copied. Safe, ToDo and Details may be empty.
type Trouble struct {
	Title   string
	Text    string
	Safe    string
	ToDo    string
	Details string
}

// Error tells t; then, which may be nil, runs after the dialog closed.
func (d Dialogs) Error(t Trouble, then func()) {
	body := column(0, NewText(t.Text))
	for _, more := range []string{t.Safe, t.ToDo} {
		if more != "" {
			body.Add(NewText(more))
		}
	}
	choices := []Choice{{Label: words.T("kit.close"), Default: true, Cancel: true, Do: then}}
	if t.Details != "" {
		choices = append([]Choice{d.detailsChoice(t, body)}, choices...)
	}
	d.Show(t.Title, body, choices...)
}

// detailsChoice shows the details when it is pressed first, and copies them when it is pressed again.
func (d Dialogs) detailsChoice(t Trouble, body *fyne.Container) Choice {
	shown := false
	return Choice{Label: words.T("kit.error.details"), Icon: theme.ContentCopyIcon(), Keep: func() bool {
		fyne.CurrentApp().Clipboard().SetContent(t.Title + "\n" + t.Text + "\n\n" + t.Details)
		if !shown {
			shown = true
			text := widget.NewLabel(t.Details)
			text.Wrapping, text.TextStyle.Monospace = fyne.TextWrapBreak, true
			scroll := container.NewVScroll(text)
			scroll.SetMinSize(fyne.NewSize(0, 110))
			body.Add(column(0, widget.NewSeparator(), NewText(words.T("kit.error.copied")), scroll))
		}
		return true
	}}
}
