package calendar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
)

type weekView struct{ s *Screen }

func newWeekView(s *Screen) *weekView { return &weekView{s} }

func (v *weekView) Content() fyne.CanvasObject { return container.NewStack() }
func (v *weekView) Reload()                    {}
func (v *weekView) MayLeave(then func())       { then() }
func (v *weekView) open(model.Session)         {}
