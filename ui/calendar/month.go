package calendar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

type monthView struct{ s *Screen }

func newMonthView(s *Screen) *monthView { return &monthView{s} }

func (v *monthView) Content() fyne.CanvasObject { return container.NewStack() }
func (v *monthView) Reload()                    {}
func (v *monthView) MayLeave(then func())       { then() }
