package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// selectRenderer draws a closed select so that it looks like the text fields around it, with an arrow.
type selectRenderer struct {
	owner   fyne.Widget
	update  func(*selectRenderer)
	box     *canvas.Rectangle
	text    *widget.Label
	arrow   *canvas.Image
	clear   *iconTap
	objects []fyne.CanvasObject
}

type selectLook struct{ focused, disabled, clearable bool }

func newSelectRenderer(owner fyne.Widget, update func(*selectRenderer)) *selectRenderer {
	r := &selectRenderer{
		owner: owner, update: update, box: canvas.NewRectangle(nil), text: widget.NewLabel(""),
		arrow: canvas.NewImageFromResource(theme.MenuDropDownIcon()),
	}
	r.text.Truncation = fyne.TextTruncateEllipsis
	r.objects = []fyne.CanvasObject{r.box, r.text, r.arrow}
	return r
}

// show draws text, or hint where there is none.
func (r *selectRenderer) show(text, hint string, look selectLook) {
	r.text.Importance = widget.MediumImportance
	if text == "" || look.disabled {
		r.text.Importance = widget.LowImportance
	}
	if text == "" {
		text = hint
	}
	r.text.Text = text
	r.text.Refresh()
	r.box.FillColor = theme.Color(theme.ColorNameInputBackground)
	r.box.StrokeWidth = theme.InputBorderSize()
	r.box.CornerRadius = theme.InputRadiusSize()
	r.arrow.Translucency = 0
	switch {
	case look.disabled:
		r.box.StrokeColor = theme.Color(theme.ColorNameDisabled)
		r.arrow.Translucency = 0.6
	case look.focused:
		r.box.StrokeColor = theme.Color(theme.ColorNamePrimary)
	default:
		r.box.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	}
	if look.clearable {
		r.clear.Show()
	} else {
		r.clear.Hide()
	}
}

func (r *selectRenderer) Layout(size fyne.Size) {
	icon, pad := theme.IconInlineSize(), theme.InnerPadding()
	border := theme.InputBorderSize() // as Fyne draws its entries
	place(r.box, border/2, border/2, size.Width-border-.5, size.Height-border-.5)
	arrowX := size.Width - pad - icon
	place(r.arrow, arrowX, (size.Height-icon)/2, icon, icon)
	clear := r.clear.MinSize()
	place(r.clear, arrowX-clear.Width, (size.Height-clear.Height)/2, clear.Width, clear.Height)
	right := arrowX
	if r.clear.Visible() {
		right -= clear.Width
	}
	height := r.text.MinSize().Height
	place(r.text, 0, (size.Height-height)/2, right, height)
}

func (r *selectRenderer) MinSize() fyne.Size {
	line := fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
	return fyne.NewSize(110, line+2*theme.InnerPadding())
}

func (r *selectRenderer) Refresh() {
	r.update(r)
	r.Layout(r.owner.Size())
	canvas.Refresh(r.owner)
}

func (r *selectRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *selectRenderer) Destroy()                     {}
