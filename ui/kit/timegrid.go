package kit

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Block is one thing in a TimeGrid or a CellGrid. Its words say all that its colours say.
type Block struct {
	Key    string // tells it from the others, in this drawing and in the next one
	Time   string
	Start  string // of the time: where there is no room for the whole
	Title  string
	Lines  []string // under the title as far as there is room, what matters most first
	Tone   Tone     // "" is Neutral
	Marks  []fyne.Resource
	Struck bool // it does not take place
	Side   int  // from 1: a colour at its edge, the same for what belongs together
}

// TimeSpot is a time in a column of a TimeGrid, in minutes since midnight.
type TimeSpot struct{ Column, From, Until int }

// span is the spot without its column.
func (t TimeSpot) span() Span { return Span{t.From, t.Until} }

// TimeBlock is a block at its time.
type TimeBlock struct {
	Block
	TimeSpot
	Fixed bool // it cannot be moved
}

// TimeShade is a time that is taken by others: it lies pale behind the blocks.
type TimeShade struct {
	TimeSpot
	Word string
}

// TimeGrid shows blocks in columns by the time of the day; what overlaps stands side by side. It is one stop for Tab.
// Arrow keys go from block to block and over the free half hours between them, Enter opens or begins, and Ctrl with an
// arrow moves the block, with Shift its end; Enter or leaving keeps the new time, Esc gives it up. The mouse drags and
// stretches in quarters of an hour. Only what is seen is drawn.
type TimeGrid struct {
	widget.BaseWidget
	input
	OnOpen func(key string)
	OnNew  func(column, minute int)
	OnMore func(column int, keys []string) // blocks that there was no room for
	// OnStand tells that the keyboard or the mouse stands elsewhere; key is empty on a free time.
	OnStand func(key string, at TimeSpot)
	OnPage  func(delta int) // Page Up (−1) and Page Down (+1)
	// Judge says of a block that is being moved where it would be, and what would stand in its way there; bad tells that
	// something does.
	Judge  func(key string, to TimeSpot) (said []string, bad bool)
	OnMove func(key string, to TimeSpot) // it was put down there
	// Spoken is what a screen reader says of a block, or for an empty key of a free time.
	Spoken func(key string, at TimeSpot) string

	columns gridColumns
	blocks  []TimeBlock
	shades  []TimeShade
	first   int // of the hours shown, in minutes
	last    int

	items   []timeItem
	at      TimeSpot // of the keyboard: the half hour
	item    int      // on which it is, −1 on a free time
	wish    float32  // where in the column it came from
	move    *timeMove
	focused bool
	hour    float32 // height of an hour

	body   *timeBody
	scroll *container.Scroll
	head   *gridHead
	gutter *strip
}

// timeItem is what stands in a place: a block, or the mark of those that found none.
type timeItem struct {
	TimeSpot
	block  int   // −1 for a mark
	hidden []int // blocks that the mark stands for
	x, w   float32
}

// Measures in Fyne's units, and steps in minutes.
const (
	timeGutterWidth = 30
	timeHour        = 42 // least height of an hour
	timeLane        = 46 // least width of a block beside others
	timeLaneFull    = 60 // the same where some find no place anyway
	timeLaneGood    = 66 // in which a name can be read
	timeLanesMost   = 3  // side by side for which a day is made wider than others
	timeColumnPad   = 4  // beside the blocks of a day
	timeMoreWidth   = 30 // of the mark of blocks without a place
	timeStep        = 30 // of the keyboard
	timeSnap        = 15
	dayEnd          = 24*60 - timeSnap // the last minute at which a block may end
)

// NewTimeGrid makes an empty grid; what it shows comes with Set.
func NewTimeGrid() *TimeGrid {
	g := &TimeGrid{item: -1, hour: timeHour, first: 8 * 60, last: 20 * 60}
	g.body = newTimeBody(g)
	g.scroll = container.NewVScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) { g.scrolled() }
	g.gutter = newStrip(g.scroll, g.layHours)
	g.head = newGridHead(&g.columns, timeGutterWidth)
	g.head.at = func() int {
		if g.focused {
			return g.at.Column
		}
		return -1
	}
	g.head.onPoint = func(column int) {
		if column < 0 {
			g.stand()
		} else if g.OnStand != nil {
			g.OnStand("", TimeSpot{Column: column, From: -1})
		}
	}
	g.ExtendBaseWidget(g)
	return g
}

// Set shows these columns and blocks; shades lie behind. The hours shown are those that are needed, at least from first
// to last. The keyboard stays on the block on which it was.
func (g *TimeGrid) Set(columns []GridColumn, blocks []TimeBlock, shades []TimeShade, first, last int) {
	key := g.Key()
	g.move = nil
	g.columns.all, g.blocks, g.shades = columns, blocks, shades
	for _, b := range blocks {
		first, last = min(first, b.From), max(last, b.Until)
	}
	g.first, g.last = first/60*60, min((last+59)/60*60, 24*60)
	g.at.Column = max(0, min(g.at.Column, len(columns)-1))
	g.at.From = max(g.first, min(g.at.From, g.last-timeStep))
	g.item = -1
	g.arrange()
	if key == "" || !g.Mark(key) { // the block may be gone
		g.step(g.at.Column, g.at.From, -1)
	}
	g.Refresh()
}

// Key is that of the block on which the keyboard is, empty on a free time.
func (g *TimeGrid) Key() string {
	if g.item < 0 || g.items[g.item].block < 0 {
		return ""
	}
	return g.blocks[g.items[g.item].block].Key
}

// At is the half hour or the block on which the keyboard is.
func (g *TimeGrid) At() TimeSpot {
	if g.item >= 0 {
		return g.items[g.item].TimeSpot
	}
	return TimeSpot{g.at.Column, g.at.From, g.at.From + timeStep}
}

// Mark puts the keyboard on a block, or on the mark that stands for it, and reports whether it is there.
func (g *TimeGrid) Mark(key string) bool {
	for i, it := range g.items {
		is := func(b int) bool { return g.blocks[b].Key == key }
		if it.block >= 0 && is(it.block) || slices.ContainsFunc(it.hidden, is) {
			g.stop(i, it.From/timeStep*timeStep)
			return true
		}
	}
	return false
}

// MarkTime puts the keyboard on a time of a column.
func (g *TimeGrid) MarkTime(column, minute int) { g.step(column, minute/timeStep*timeStep, -1) }

// Moving reports whether a block is being moved.
func (g *TimeGrid) Moving() bool { return g.move != nil && !g.move.over }

// arrange finds out where everything stands in the width there is.
func (g *TimeGrid) arrange() {
	key := g.Key()
	g.items = g.items[:0]
	if len(g.columns.all) == 0 {
		return
	}
	width := g.scroll.Size().Width
	if g.tall() > g.scroll.Size().Height {
		width -= g.Theme().Size(theme.SizeNameScrollBar)
	}
	of, spans := make([][]int, len(g.columns.all)), make([][]Span, len(g.columns.all))
	for i, b := range g.blocks {
		if b.Column < len(of) {
			of[b.Column], spans[b.Column] = append(of[b.Column], i), append(spans[b.Column], b.span())
		}
	}
	g.columns.fit(max(width, 1), func(column int) float32 { return timeColumnPad + timeLaneGood*float32(side(spans[column])) })
	for column := range g.columns.all {
		g.arrangeColumn(column, of[column], spans[column])
	}
	slices.SortStableFunc(g.items, func(a, b timeItem) int {
		return cmp.Or(a.Column-b.Column, a.From-b.From, cmp.Compare(a.x, b.x))
	})
	g.item = -1
	if key != "" {
		g.item = slices.IndexFunc(g.items, func(it timeItem) bool { return it.block >= 0 && g.blocks[it.block].Key == key })
	}
}

// side is how many lanes a day should have room for.
func side(spans []Span) int {
	n := 1
	for _, l := range Lanes(spans, timeLanesMost) {
		n = max(n, l.Of)
	}
	return n
}

// arrangeColumn sets the blocks of a column side by side; two always are, if there are no more than that.
func (g *TimeGrid) arrangeColumn(column int, of []int, spans []Span) {
	left, width := g.columns.left(column)+1, g.columns.width(column)-timeColumnPad
	lanes := Lanes(spans, max(2, int(width/timeLane)))
	if slices.ContainsFunc(lanes, func(l Lane) bool { return l.Full }) {
		lanes = Lanes(spans, max(1, int((width-timeMoreWidth)/timeLaneFull)))
	}
	var hidden []timeItem
	for n, l := range lanes {
		it := timeItem{TimeSpot: g.blocks[of[n]].TimeSpot, block: of[n]}
		it.Column = column
		if l.At < 0 {
			hidden = append(hidden, it)
			continue
		}
		room := width
		if l.Full {
			room -= timeMoreWidth
		}
		lane := room / float32(l.Of)
		it.x, it.w = left+float32(l.At)*lane, float32(l.Wide)*lane-1
		g.items = append(g.items, it)
	}
	slices.SortStableFunc(hidden, func(a, b timeItem) int { return a.From - b.From })
	for i := 0; i < len(hidden); {
		mark := timeItem{TimeSpot: hidden[i].TimeSpot, block: -1, x: left + width - timeMoreWidth, w: timeMoreWidth}
		for ; i < len(hidden) && hidden[i].From < mark.Until; i++ {
			mark.Until = max(mark.Until, hidden[i].Until)
			mark.hidden = append(mark.hidden, hidden[i].block)
		}
		g.items = append(g.items, mark)
	}
}

// tall is the height of all hours.
func (g *TimeGrid) tall() float32 { return float32(g.last-g.first) / 60 * g.hour }

func (g *TimeGrid) y(minute int) float32 { return float32(minute-g.first) / 60 * g.hour }

// minute is the time at a height, within the hours shown.
func (g *TimeGrid) minute(y float32) int {
	return max(g.first, min(g.first+int(y/g.hour*60), g.last-1))
}

// itemAt is the item under a point, −1 where there is none.
func (g *TimeGrid) itemAt(p fyne.Position) int {
	for i := len(g.items) - 1; i >= 0; i-- {
		it := &g.items[i]
		if p.X >= it.x && p.X < it.x+it.w && p.Y >= g.y(it.From) && p.Y < g.y(it.Until) {
			return i
		}
	}
	return -1
}

// stand tells where the keyboard is.
func (g *TimeGrid) stand() {
	if g.OnStand != nil && len(g.columns.all) > 0 {
		g.OnStand(g.Key(), g.At())
	}
}

// scrolled draws what is seen now.
func (g *TimeGrid) scrolled() {
	g.body.lay()
	g.gutter.lay()
}

// AccessibilityLabel is what the keyboard stands on, or where a block that is being moved would be.
func (g *TimeGrid) AccessibilityLabel() string {
	switch {
	case g.Moving() && len(g.move.said) > 0:
		return g.spoken(joinSentences(g.move.said))
	case g.Spoken != nil && len(g.columns.all) > 0:
		return g.spoken(g.Spoken(g.Key(), g.At()))
	}
	return g.label
}

// AccessibilityRole is that of a container.
func (g *TimeGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
