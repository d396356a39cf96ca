package paper

import "kumppani/ui/table"

// axis is the numbers beside a chart: from 0 to top in equal steps.
type axis struct{ top, step int }

// maxSteps is how many steps an axis has at most.
const maxSteps = 6

// axisOf is the axis of round numbers that reaches over all values: its steps are 1, 2 or 5, or as many tens, hundreds …
func axisOf(series []table.Series) axis {
	most := 1
	for _, s := range series {
		for _, v := range s.Values {
			if v.Known {
				most = max(most, v.N)
			}
		}
	}
	for unit := 1; ; unit *= 10 {
		for _, n := range []int{1, 2, 5} {
			step := n * unit
			if steps := (most-1)/step + 1; steps <= maxSteps || step > most {
				return axis{steps * step, step}
			}
		}
	}
}

// share is how far from 0 to the top a value is, 0–1.
func (a axis) share(n int) float64 { return float64(max(n, 0)) / float64(a.top) }

// ticks are the numbers of the axis.
func (a axis) ticks() []int {
	var out []int
	for n := 0; n <= a.top; n += a.step {
		out = append(out, n)
	}
	return out
}
