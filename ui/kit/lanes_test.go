package kit

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestLanes(t *testing.T) {
	h := func(from, until int) Span { return Span{60 * from, 60 * until} }
	for _, x := range []struct {
		name  string
		most  int
		spans []Span
		want  []Lane
	}{
		{"one alone takes the whole width", 3, []Span{h(9, 11)}, []Lane{{0, 1, 1, false}}},
		{"one that begins when another ends is not beside it", 3, []Span{h(9, 11), h(11, 12)}, []Lane{{0, 1, 1, false}, {0, 1, 1, false}}},
		{"two at a time", 3, []Span{h(9, 11), h(10, 12)}, []Lane{{0, 1, 2, false}, {1, 1, 2, false}}},
		{"the longer one first", 3, []Span{h(9, 10), h(9, 12)}, []Lane{{1, 1, 2, false}, {0, 1, 2, false}}},
		{"a lane is used again, and a free one beside it too", 3, []Span{h(9, 10), h(9, 10), h(9, 12), h(10, 12)}, []Lane{{1, 1, 3, false}, {2, 1, 3, false}, {0, 1, 3, false}, {1, 2, 3, false}}},
		{"no lane left", 2, []Span{h(9, 12), h(9, 12), h(10, 11)}, []Lane{{0, 1, 2, true}, {1, 1, 2, true}, {-1, 1, 2, true}}},
	} {
		if got := Lanes(x.spans, x.most); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.name, got, x.want)
		}
	}
}

// TestLanesNeverCover checks any spans against what a person sees: nothing covers anything, and one is left out only
// where every lane is taken at its beginning.
func TestLanesNeverCover(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		spans := make([]Span, random.IntN(14))
		for i := range spans {
			from := random.IntN(40)
			spans[i] = Span{from, from + 1 + random.IntN(12)}
		}
		most := 1 + random.IntN(4)
		lanes := Lanes(spans, most)
		for i, l := range lanes {
			if l.At >= 0 && (l.At+l.Wide > l.Of || l.Of > most) {
				t.Fatalf("%v in %d: %v reaches beyond the edge", spans, most, l)
			}
			taken := 0
			for j, o := range lanes {
				if i == j || o.At < 0 || !spans[i].Overlaps(spans[j]) {
					continue
				}
				if l.At >= 0 && l.At < o.At+o.Wide && o.At < l.At+l.Wide {
					t.Fatalf("%v: %v covers %v", spans, l, o)
				}
				if spans[j].From <= spans[i].From && spans[i].From < spans[j].Until {
					taken++
				}
			}
			if l.At < 0 && taken < most {
				t.Fatalf("%v in %d: %v was left out, though only %d stood beside it", spans, most, spans[i], taken)
			}
		}
	}
}
