package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// timeMove is a block on its way.
type timeMove struct {
	block   int
	to      TimeSpot
	said    []string
	bad     bool
	stretch bool    // the mouse has it at its end
	grip    int     // minutes from the beginning of the block to where the mouse holds it
	mouse   bool    // it is dragged: leaving the grid does not put it down
	over    bool    // the mouse still drags, but the move was given up
	pointer float32 // height of the mouse
}

// joinSentences puts sentences into one line.
func joinSentences(said []string) string { return strings.Join(said, " · ") }

// stop puts the keyboard on an item.
func (g *TimeGrid) stop(item, minute int) {
	it := g.items[item]
	g.item, g.at.Column, g.at.From = item, it.Column, minute
	g.wish = it.x + it.w/2 - g.columns.left(it.Column)
	g.show(it.From, it.Until)
}

// step puts the keyboard on a half hour of a column, or on what stands there and is nearest to where it came from;
// except is an item that it has just left.
func (g *TimeGrid) step(column, minute, except int) {
	if len(g.columns.all) == 0 {
		return
	}
	g.at.Column = max(0, min(column, len(g.columns.all)-1))
	g.at.From = max(g.first, min(minute, g.last-timeStep))
	slot, best := Span{g.at.From, g.at.From + timeStep}, -1
	near := func(i int) float32 {
		it := g.items[i]
		return abs(it.x + it.w/2 - g.columns.left(it.Column) - g.wish)
	}
	for i, it := range g.items {
		if i != except && it.Column == g.at.Column && slot.Overlaps(it.span()) && (best < 0 || near(i) < near(best)) {
			best = i
		}
	}
	g.item = best
	if best >= 0 {
		g.show(g.items[best].From, g.items[best].Until)
	} else {
		g.show(slot.From, slot.Until)
	}
}

func abs(f float32) float32 { return max(f, -f) }

// show scrolls to a time and tells where the keyboard is.
func (g *TimeGrid) show(from, until int) {
	height, offset := g.scroll.Size().Height, g.scroll.Offset
	offset.Y = max(0, min(offset.Y, g.y(from)), min(g.y(until)-height, g.y(from)))
	if height > 0 && offset != g.scroll.Offset {
		g.scroll.ScrollToOffset(offset)
	}
	g.scrolled()
	g.head.lay()
	g.stand()
}

// beside is the next item of the column in a direction that stands beside the one with the keyboard, −1 for none.
func (g *TimeGrid) beside(direction int) int {
	here := g.items[g.item]
	best := -1
	for i, it := range g.items {
		further := it.x > here.x
		nearer := best < 0 || it.x < g.items[best].x
		if direction < 0 {
			further, nearer = it.x < here.x, best < 0 || it.x > g.items[best].x
		}
		if it.Column == here.Column && further && nearer && it.span().Overlaps(here.span()) {
			best = i
		}
	}
	return best
}

// sideways moves the keyboard to what stands beside, or to the next column.
func (g *TimeGrid) sideways(direction int) {
	if g.item >= 0 {
		if next := g.beside(direction); next >= 0 {
			g.stop(next, g.at.From)
			return
		}
	}
	column := g.at.Column + direction
	if column < 0 || column >= len(g.columns.all) {
		return
	}
	g.wish = 0
	if direction < 0 {
		g.wish = g.columns.width(column)
	}
	g.step(column, g.at.From, -1)
}

func (g *TimeGrid) down() {
	if g.item >= 0 {
		g.step(g.at.Column, (g.items[g.item].Until+timeStep-1)/timeStep*timeStep, g.item)
		return
	}
	g.step(g.at.Column, g.at.From+timeStep, -1)
}

func (g *TimeGrid) up() {
	if g.item >= 0 {
		g.step(g.at.Column, g.items[g.item].From/timeStep*timeStep-timeStep, g.item)
		return
	}
	g.step(g.at.Column, g.at.From-timeStep, -1)
}

// jump puts the keyboard on the first or last item of its column.
func (g *TimeGrid) jump(last bool) {
	of := func(it timeItem) bool { return it.Column == g.at.Column }
	i := slices.IndexFunc(g.items, of)
	if i < 0 {
		return
	}
	for n := i; last && n < len(g.items); n++ {
		if of(g.items[n]) {
			i = n
		}
	}
	g.stop(i, g.items[i].From/timeStep*timeStep)
}

// Press does what Enter does: it puts down what is being moved, or opens or begins what the keyboard stands on.
func (g *TimeGrid) Press() {
	switch {
	case len(g.columns.all) == 0:
	case g.move != nil:
		g.drop()
	case g.item < 0:
		if g.OnNew != nil {
			g.OnNew(g.at.Column, g.at.From)
		}
	case g.items[g.item].block < 0:
		g.more(g.items[g.item])
	case g.OnOpen != nil:
		g.OnOpen(g.Key())
	}
}

func (g *TimeGrid) more(it timeItem) {
	if g.OnMore == nil {
		return
	}
	var keys []string
	for _, b := range it.hidden {
		keys = append(keys, g.blocks[b].Key)
	}
	g.OnMore(it.Column, keys)
}

// TypedKey is called by Fyne.
func (g *TimeGrid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.Press()
		return
	case fyne.KeyEscape:
		if g.move != nil {
			g.giveUp()
			return
		}
	}
	if g.move != nil {
		g.carry(e.Name, false)
		return
	}
	switch e.Name {
	case fyne.KeyDown:
		g.down()
	case fyne.KeyUp:
		g.up()
	case fyne.KeyRight:
		g.sideways(1)
	case fyne.KeyLeft:
		g.sideways(-1)
	case fyne.KeyHome:
		g.jump(false)
	case fyne.KeyEnd:
		g.jump(true)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		page(g.OnPage, e.Name)
	default:
		PassKey(g, e)
	}
}

// page calls what turns the page.
func page(turn func(int), key fyne.KeyName) {
	if turn == nil {
		return
	}
	if key == fyne.KeyPageUp {
		turn(-1)
	} else {
		turn(1)
	}
}

// TypedRune is called by Fyne.
func (g *TimeGrid) TypedRune(rune) {}

// TypedShortcut is called by Fyne: Ctrl with an arrow moves the block, Ctrl and Shift its end.
func (g *TimeGrid) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if ok && custom.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierControl {
		switch custom.KeyName {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
			g.carry(custom.KeyName, custom.Modifier&fyne.KeyModifierShift != 0)
			return
		}
	}
	passOn(g, s)
}

// carry moves the block on which the keyboard is by one step, or its end.
func (g *TimeGrid) carry(key fyne.KeyName, stretch bool) {
	if g.move == nil && !g.lift() {
		return
	}
	to := g.move.to
	minutes, days := 0, 0
	switch key {
	case fyne.KeyUp:
		minutes = -timeSnap
	case fyne.KeyDown:
		minutes = timeSnap
	case fyne.KeyLeft:
		days = -1
	case fyne.KeyRight:
		days = 1
	default:
		return
	}
	if stretch {
		to.Until += minutes
	} else {
		to = TimeSpot{to.Column + days, to.From + minutes, to.Until + minutes}
	}
	g.moveTo(to)
	g.show(g.move.to.From, g.move.to.Until)
}

// FocusGained is called by Fyne.
func (g *TimeGrid) FocusGained() {
	g.focused = true
	g.focusGained()
	if len(g.columns.all) > 0 {
		spot := g.At()
		g.show(spot.From, spot.Until)
	}
}

// FocusLost is called by Fyne. What is moved with the keyboard is put down.
func (g *TimeGrid) FocusLost() {
	g.focused = false
	if g.move != nil && !g.move.mouse {
		g.drop()
	}
	g.scrolled()
	g.head.lay()
}
