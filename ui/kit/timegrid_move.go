package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// lift begins to move the block on which the keyboard is, and reports whether there is one that may move.
func (g *TimeGrid) lift() bool {
	if g.OnMove == nil || g.item < 0 || g.items[g.item].block < 0 || g.blocks[g.items[g.item].block].Fixed {
		return false
	}
	i := g.items[g.item].block
	g.move = &timeMove{block: i, to: g.blocks[i].TimeSpot}
	return true
}

// moveTo moves the block to a spot, or as near as the grid reaches, and asks what stands in its way there.
func (g *TimeGrid) moveTo(to TimeSpot) {
	m := g.move
	long := to.Until - to.From
	to.Column = max(0, min(to.Column, len(g.columns.all)-1))
	if to.From == m.to.From { // only the end moves
		to.Until = max(to.From+timeSnap, min(to.Until, dayEnd, g.last))
	} else {
		to.From = max(g.first, min(to.From, min(g.last, dayEnd)-long))
		to.Until = to.From + long
	}
	if to == m.to && m.said != nil {
		return
	}
	m.to = to
	if g.Judge != nil {
		m.said, m.bad = g.Judge(g.blocks[m.block].Key, to)
	}
	g.body.lay()
	if g.OnStand != nil {
		g.OnStand(g.blocks[m.block].Key, to)
	}
}

// drop puts the block down where it is.
func (g *TimeGrid) drop() {
	m := g.move
	b := g.blocks[m.block]
	if m.over || m.to == b.TimeSpot {
		g.giveUp()
		return
	}
	g.move = nil
	g.body.lay()
	g.OnMove(b.Key, m.to)
}

// giveUp leaves the block where it was.
func (g *TimeGrid) giveUp() {
	if g.move.mouse {
		g.move.over = true // the mouse goes on dragging nothing
	} else {
		g.move = nil
	}
	g.Refresh() // the head as well: the day under the mouse is no longer the one
	g.stand()
}

// grip is how near to the end of a block the mouse must be to stretch it.
const timeGrip = 7

// atEnd reports whether a point is at the end of an item that may be stretched.
func (g *TimeGrid) atEnd(item int, p fyne.Position) bool {
	it := g.items[item]
	return it.block >= 0 && !g.blocks[it.block].Fixed && p.Y > g.y(it.Until)-timeGrip && g.y(it.Until)-g.y(it.From) > 3*timeGrip
}

// snapped rounds minutes to the nearest quarter.
func snapped(minutes int) int { return (minutes + timeSnap/2) / timeSnap * timeSnap }

// Dragged is called by Fyne.
func (b *timeBody) Dragged(e *fyne.DragEvent) {
	g := b.g
	if !b.held {
		b.held = true
		begin := e.Position.Subtract(e.Dragged)
		i := g.itemAt(begin)
		if i < 0 {
			return
		}
		g.move, g.item = nil, i
		g.at.Column, g.at.From = g.items[i].Column, g.items[i].From/timeStep*timeStep
		if !g.lift() {
			return
		}
		g.move.mouse = true
		g.move.stretch, g.move.grip = g.atEnd(i, begin), g.minute(begin.Y)-g.items[i].From
		Focus(g) // Esc must reach it
	}
	m := g.move
	if m == nil || m.over || !m.mouse {
		return
	}
	m.pointer = e.Position.Y
	b.follow()
	to, minute := m.to, g.minute(e.Position.Y)
	if m.stretch {
		to.Until = snapped(minute)
	} else {
		long := to.Until - to.From
		to.Column, to.From = g.columns.at(e.Position.X), snapped(minute-m.grip)
		to.Until = to.From + long
	}
	g.moveTo(to)
}

// follow scrolls when the mouse drags over the edge.
func (b *timeBody) follow() {
	s, y := b.g.scroll, b.g.move.pointer
	offset := s.Offset
	offset.Y = max(0, min(offset.Y, y-timeGrip), y+timeGrip-s.Size().Height)
	offset.Y = min(offset.Y, max(0, b.g.tall()-s.Size().Height))
	if offset != s.Offset {
		s.ScrollToOffset(offset)
		b.g.scrolled()
	}
}

// DragEnd is called by Fyne.
func (b *timeBody) DragEnd() {
	g := b.g
	b.held = false
	if g.move == nil || !g.move.mouse {
		return
	}
	if g.move.over {
		g.move = nil
		g.Refresh()
		return
	}
	g.move.mouse = false
	g.drop()
}

// Tapped is called by Fyne. A second press on a free time begins something there; waiting for Fyne's own double press
// would make every single one slow.
func (b *timeBody) Tapped(e *fyne.PointEvent) {
	g := b.g
	if len(g.columns.all) == 0 {
		return
	}
	i := g.itemAt(e.Position)
	spot := TimeSpot{Column: g.columns.at(e.Position.X), From: g.minute(e.Position.Y) / timeStep * timeStep}
	again := i < 0 && b.taps.again(e.Position)
	Focus(g)
	if i >= 0 {
		g.stop(i, spot.From)
		g.Press()
		return
	}
	g.wish = e.Position.X - g.columns.left(spot.Column)
	g.at, g.item = spot, -1
	g.show(spot.From, spot.From+timeStep)
	if again {
		g.Press()
	}
}

// MouseIn is called by Fyne.
func (b *timeBody) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (b *timeBody) MouseMoved(e *desktop.MouseEvent) {
	g := b.g
	if g.move != nil || len(g.columns.all) == 0 {
		return
	}
	i := g.itemAt(e.Position)
	b.cursor = desktop.DefaultCursor
	if i >= 0 {
		b.cursor = desktop.PointerCursor
		if g.OnMove != nil && g.atEnd(i, e.Position) {
			b.cursor = desktop.VResizeCursor
		}
	}
	if i == b.pointed {
		return
	}
	b.pointed = i
	if i < 0 || g.items[i].block < 0 {
		g.stand()
	} else if g.OnStand != nil {
		g.OnStand(g.blocks[g.items[i].block].Key, g.items[i].TimeSpot)
	}
}

// MouseOut is called by Fyne.
func (b *timeBody) MouseOut() {
	b.pointed = -1
	if b.g.move == nil {
		b.g.stand()
	}
}

// Cursor is called by Fyne.
func (b *timeBody) Cursor() desktop.Cursor { return b.cursor }
