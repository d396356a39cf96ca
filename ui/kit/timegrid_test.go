package kit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// timeTable is a grid of two days in a window, and what it told.
type timeTable struct {
	*TimeGrid
	t    *testing.T
	told []string
}

func showTimes(t *testing.T, blocks ...TimeBlock) *timeTable {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	x := &timeTable{TimeGrid: NewTimeGrid(), t: t}
	tell := func(format string, args ...any) { x.told = append(x.told, fmt.Sprintf(format, args...)) }
	x.OnOpen = func(key string) { tell("open %s", key) }
	x.OnNew = func(column, minute int) { tell("new %d %d", column, minute) }
	x.OnMore = func(column int, keys []string) { tell("more %d %s", column, strings.Join(keys, " ")) }
	x.OnMove = func(key string, to TimeSpot) { tell("move %s to %v", key, to) }
	x.Spoken = func(key string, at TimeSpot) string { return fmt.Sprint("spoken ", key, at.From) }
	x.OnPage = func(delta int) { tell("page %d", delta) }
	x.Judge = func(_ string, to TimeSpot) ([]string, bool) { return []string{fmt.Sprint(to)}, to.Column == 1 }
	w := test.NewTempWindow(t, x.TimeGrid)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(timeGutterWidth+412, 600))
	x.Set([]GridColumn{{Name: "ma"}, {Name: "ti"}}, blocks, nil, 8*60, 20*60)
	w.Canvas().Focus(x.TimeGrid)
	return x
}

func timed(key string, column, from, until int) TimeBlock {
	return TimeBlock{Block: Block{Key: key, Title: key}, TimeSpot: TimeSpot{column, from, until}}
}

func (x *timeTable) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		x.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (x *timeTable) ctrl(mod fyne.KeyModifier, keys ...fyne.KeyName) {
	for _, k := range keys {
		x.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl | mod})
	}
}

// says checks what was told since the last time.
func (x *timeTable) says(want ...string) {
	x.t.Helper()
	if !slices.Equal(x.told, want) {
		x.t.Errorf("told %q, want %q", x.told, want)
	}
	x.told = nil
}

// point is the middle of a time in a column.
func (x *timeTable) point(column, minute int) fyne.Position {
	return fyne.NewPos(x.columns.left(column)+x.columns.width(column)/2, x.y(minute))
}

func (x *timeTable) drag(from, to fyne.Position) {
	x.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})
}

func TestBlocksStandSideBySide(t *testing.T) {
	x := showTimes(t, timed("a", 0, 540, 690), timed("b", 0, 570, 690), timed("c", 1, 540, 600))
	a, b, c := x.items[0], x.items[1], x.items[2]
	if a.x+a.w > b.x || b.x+b.w > x.columns.left(1) || c.x < x.columns.left(1) {
		t.Errorf("a %v–%v, b %v–%v, c from %v: they cover each other", a.x, a.x+a.w, b.x, b.x+b.w, c.x)
	}
	if c.w < 2*a.w {
		t.Errorf("a block alone is %v wide, beside another %v", c.w, a.w)
	}
}

func TestABusyHourTellsOfTheRest(t *testing.T) {
	var blocks []TimeBlock
	for i := range 9 {
		blocks = append(blocks, timed(fmt.Sprint("b", i), 0, 540, 660))
	}
	blocks[8].Tone = Danger
	x := showTimes(t, blocks...)
	mark := x.items[len(x.items)-1]
	if mark.block >= 0 || len(mark.hidden)+len(x.items)-1 != 9 {
		t.Fatalf("%d items, the last %+v: somebody is lost", len(x.items), mark)
	}
	if !x.Mark("b8") || x.Key() != "" {
		t.Fatal("a block without a place is not to be reached")
	}
	x.press(fyne.KeyReturn)
	if len(x.told) != 1 || !strings.HasPrefix(x.told[0], "more 0 ") || !strings.Contains(x.told[0], "b8") {
		t.Errorf("told %q", x.told)
	}
}

func TestKeyboardReachesEveryBlockAndFreeTime(t *testing.T) {
	x := showTimes(t, timed("a", 0, 540, 690), timed("b", 0, 570, 690), timed("c", 1, 555, 600), timed("d", 0, 780, 900))
	x.MarkTime(0, 480)
	var walked []string
	for _, k := range []fyne.KeyName{
		fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyHome, fyne.KeyDown,
	} {
		x.press(k)
		at := x.At()
		walked = append(walked, fmt.Sprintf("%s%d@%d", x.Key(), at.Column, at.From))
	}
	want := []string{"0@510", "a0@540", "b0@570", "c1@555", "1@510", "c1@555", "a0@540", "a0@540", "d0@780", "a0@540", "0@690"}
	if !slices.Equal(walked, want) {
		t.Errorf("walked %v\nwant   %v", walked, want)
	}
	x.press(fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyPageUp)
	x.says("new 0 690", "page 1", "page -1")
	x.Mark("b")
	x.press(fyne.KeySpace)
	x.says("open b")
	if got := x.AccessibilityLabel(); got != "spoken b570" {
		t.Errorf("a screen reader hears %q", got)
	}
}

func TestKeyboardMovesAndStretches(t *testing.T) {
	x := showTimes(t, timed("a", 0, 540, 600))
	x.Mark("a")
	x.ctrl(0, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)
	if !x.Moving() || len(x.told) > 0 {
		t.Fatalf("it was written before it was put down: %q", x.told)
	}
	if got := x.AccessibilityLabel(); got != "{1 570 630}" {
		t.Errorf("on its way a screen reader hears %q", got)
	}
	x.ctrl(fyne.KeyModifierShift, fyne.KeyDown)
	x.press(fyne.KeyUp, fyne.KeyReturn) // without Ctrl as well, once it is on its way
	x.says("move a to {1 555 630}")
	x.ctrl(0, fyne.KeyUp)
	x.press(fyne.KeyEscape)
	if x.Moving() {
		t.Error("Esc did not give up")
	}
	x.ctrl(fyne.KeyModifierShift, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	x.FocusLost()
	x.says("move a to {0 540 555}") // a quarter is the least, and leaving writes
	x.FocusGained()
	x.ctrl(0, fyne.KeyUp, fyne.KeyDown)
	x.press(fyne.KeyReturn)
	x.says() // where it was
}

func TestMovingStopsAtTheEdges(t *testing.T) {
	x := showTimes(t, timed("a", 0, 480, 1200))
	x.Mark("a")
	x.ctrl(0, fyne.KeyLeft, fyne.KeyUp, fyne.KeyDown)
	if x.move.to != (TimeSpot{0, 480, 1200}) {
		t.Errorf("it went to %v", x.move.to)
	}
	x.press(fyne.KeyEscape)
	fixed := timed("f", 1, 540, 600)
	fixed.Fixed = true
	x.Set([]GridColumn{{}, {}}, []TimeBlock{fixed}, nil, 480, 1200)
	x.Mark("f")
	x.ctrl(0, fyne.KeyDown)
	if x.Moving() {
		t.Error("what cannot be moved moves")
	}
}

func TestDrag(t *testing.T) {
	x := showTimes(t, timed("a", 0, 540, 660))
	x.drag(x.point(0, 600), x.point(0, 637))
	if !x.Moving() || !x.focused {
		t.Fatal("nothing is dragged, or Esc would not be heard")
	}
	x.drag(x.point(0, 637), x.point(1, 637))
	if !x.move.bad || !slices.Equal(x.move.said, []string{"{1 570 690}"}) {
		t.Errorf("on the way it says %q", x.move.said)
	}
	x.body.DragEnd()
	x.says("move a to {1 570 690}")

	x.drag(x.point(0, 600), x.point(1, 700))
	x.press(fyne.KeyEscape)
	if got := x.AccessibilityLabel(); x.Moving() || got != "spoken a540" {
		t.Errorf("after Esc a screen reader hears %q", got)
	}
	x.drag(x.point(1, 700), x.point(1, 720))
	x.body.DragEnd()
	x.says() // Esc gave it up, whatever the mouse does afterwards

	end := x.point(0, 660).SubtractXY(0, 2)
	x.drag(end, x.point(0, 722))
	x.body.DragEnd()
	x.says("move a to {0 540 720}")

	x.drag(x.point(1, 600), x.point(0, 600)) // from a free time over the block
	x.drag(x.point(0, 600), x.point(0, 700))
	x.body.DragEnd()
	x.says()
}

func TestPresses(t *testing.T) {
	x := showTimes(t, timed("a", 0, 540, 660))
	tap := func(column, minute int) {
		x.body.Tapped(&fyne.PointEvent{Position: x.point(column, minute)})
	}
	tap(0, 600)
	x.says("open a")
	tap(1, 605)
	x.says() // once only goes there
	tap(1, 605)
	x.says("new 1 600")
	tap(1, 700)
	tap(1, 800)
	x.says()
}

func TestTheHoursGrowWithTheBlocks(t *testing.T) {
	x := showTimes(t, timed("a", 0, 405, 500), timed("b", 1, 1190, 1275))
	if x.first != 360 || x.last != 1320 {
		t.Errorf("from %d to %d", x.first, x.last)
	}
}

// BenchmarkTimeGrid draws a week of 250 blocks anew.
func BenchmarkTimeGrid(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(Theme{Appearance: Light})
	g := NewTimeGrid()
	w := test.NewTempWindow(b, g)
	w.Resize(fyne.NewSize(1140, 520))
	columns, blocks := make([]GridColumn, 7), manyBlocks()
	b.Run("set", func(b *testing.B) {
		for b.Loop() {
			g.Set(columns, blocks, nil, 480, 1200)
		}
	})
	b.Run("picture", func(b *testing.B) {
		for b.Loop() {
			g.Set(columns, blocks, nil, 480, 1200)
			w.Canvas().Capture()
		}
	})
}

// manyBlocks are those of a week of 60 places.
func manyBlocks() []TimeBlock {
	var blocks []TimeBlock
	for i := range 250 {
		from := 540 + 30*(i%12)
		t := timed(fmt.Sprint(i), i%5, from, from+120)
		t.Time, t.Start, t.Title, t.Lines = "9.30–11.30", "9.30", fmt.Sprint("Perhekahvila Sarkajärvi ", i), []string{"vapaaehtoinen puuttuu", "Perhetupa Sarka"}
		blocks = append(blocks, t)
	}
	return blocks
}

// With little room, a day with two at once is wider than others, what is empty is narrow, and no block is hidden that
// stands beside one other.
func TestDaysShareLittleRoomByWhatIsInThem(t *testing.T) {
	for _, c := range []struct{ window, least float32 }{{1000, 66}, {580, 44}, {400, 26}} {
		x := showTimes(t, timed("a", 0, 540, 690), timed("b", 1, 540, 690), timed("c", 1, 570, 690), timed("d", 2, 555, 600))
		columns := make([]GridColumn, 7)
		for i := range columns {
			columns[i] = GridColumn{Name: "ma 16.11.", Short: "ma 16.", Narrow: i > 4}
		}
		x.Set(columns, x.blocks, nil, 480, 1200)
		x.Resize(fyne.NewSize(c.window, 500))
		if len(x.items) != 4 {
			t.Errorf("%v wide: %d items for 4 blocks", c.window, len(x.items))
		}
		for _, it := range x.items {
			if it.block < 0 || it.w < c.least {
				t.Errorf("%v wide: %+v is narrower than %v, or a mark", c.window, it, c.least)
			}
		}
		end := x.columns.end()
		if end > c.window || end < c.window-60 {
			t.Errorf("%v wide: the days take %v", c.window, end)
		}
		if weekend := x.columns.width(5); weekend > x.columns.width(0) {
			t.Errorf("%v wide: an empty day takes %v, a full one %v", c.window, weekend, x.columns.width(0))
		}
	}
}

func TestTheHeadOfADayIsNeverCut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	day := GridColumn{Name: "su 22.11.", Short: "su 22."}
	for room, want := range map[float32][2]string{100: {"su 22.11.", ""}, 55: {"su 22.", ""}, narrowLeast - 2*gridHeadPad: {"su", "22."}} {
		if name, below := day.named(room, 14); [2]string{name, below} != want {
			t.Errorf("in %v it says %q and %q", room, name, below)
		}
	}
	if name, below := (GridColumn{Name: "sunnuntai", Short: "su"}).named(20, 14); name != "su" || below != "" {
		t.Errorf("a weekday without a date is %q, %q", name, below)
	}
}

// A narrow block breaks words between syllables, with four letters or three after the break, and cuts what cannot be broken.
func TestWordsOfANarrowBlock(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{Appearance: Light})
	for text, want := range map[string][]string{
		"Perhekahvila Sarka": {"Perhe-", "kahvila", "Sarka"},
		"Avoin päiväkoti":    {"Avoin", "päivä-", "koti"},
		"Ekavauva":           {"Eka-", "vauva"},
	} {
		if got := wrapped(text, 44, 12, true, 3); !slices.Equal(got, want) {
			t.Errorf("%s: %q", text, got)
		}
	}
	if got := wrapped("Avoin talo", 24, 12, true, 3); len(got) != 2 || !strings.HasSuffix(got[0], "…") {
		t.Errorf("a letter stands alone: %q", got)
	}
}
