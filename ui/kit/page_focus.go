package kit

import "fyne.io/fyne/v2"

// pageMargin is kept above and below what is scrolled into view, in Fyne's units.
const pageMargin = 8

// pageTitles is about how high the titles above the first line of a page are.
const pageTitles = 140

// pages are those that are drawn. Fyne tells only the widget itself that it has the keyboard, and no widget knows on what
// it stands, so each page looks for it.
var pages = map[*PageView]struct{}{}

// revealFocused scrolls the page on which the widget with the keyboard stands until it is seen.
func revealFocused() {
	for v := range pages {
		v.reveal()
	}
}

// reveal does so on this page, once for each time that the keyboard comes: when the window comes back to the front, the
// page stays where a person scrolled it.
func (v *PageView) reveal() {
	c := canvasOf(v)
	if c == nil || c.Focused() == v.focused {
		return
	}
	v.focused = c.Focused()
	o, ok := v.focused.(fyne.CanvasObject)
	if !ok {
		return
	}
	if top, ok := topWithin(v.scroll.Content, o); ok {
		v.show(top, top+o.Size().Height)
	}
}

// show scrolls as little as is needed for what is between top and bottom to be seen. What is higher than the window is
// left alone while any of it is seen.
func (v *PageView) show(top, bottom float32) {
	height, offset := v.scroll.Size().Height, v.scroll.Offset
	top, bottom = top-pageMargin, bottom+pageMargin
	if height <= 0 || (bottom-top > height && top < offset.Y+height && bottom > offset.Y) {
		return
	}
	offset.Y = max(0, min(max(offset.Y, bottom-height), top))
	if offset.Y < pageTitles && bottom <= height {
		offset.Y = 0 // with the titles above
	}
	if offset != v.scroll.Offset {
		v.scroll.ScrollToOffset(offset)
	}
}

// ScrollAs scrolls to where the page was scrolled that this one has taken the place of, or to its end when it is shorter.
// It must be on the window.
func (v *PageView) ScrollAs(before *PageView) {
	offset := before.scroll.Offset
	offset.Y = max(0, min(offset.Y, v.scroll.Content.Size().Height-v.scroll.Size().Height))
	if offset != v.scroll.Offset {
		v.scroll.ScrollToOffset(offset)
	}
}

// pageRenderer draws a page, which is one of the drawn until Fyne throws the renderer away.
type pageRenderer struct {
	fyne.WidgetRenderer
	page *PageView
}

// Destroy is called by Fyne.
func (r pageRenderer) Destroy() {
	delete(pages, r.page)
	r.WidgetRenderer.Destroy()
}
