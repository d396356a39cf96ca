package model

import "slices"

// prime is what equations are reckoned modulo: a prime so large that no determinant of ones of their size is a multiple of
// it by chance.
const prime = 1<<31 - 1

// equations are linear equations of some unknowns, with several right sides, each of them a problem of its own.
type equations struct {
	unknowns, sides int
	pivots          [][]uint64 // by the first unknown that has a factor, which is one
	refuted         []bool     // by right side
	scratch         []uint64
}

func newEquations(unknowns, sides int) *equations {
	return &equations{unknowns, sides, make([][]uint64, unknowns), make([]bool, sides), make([]uint64, unknowns+sides)}
}

// with are the same equations with right sides of nothing.
func (e *equations) with(sides int) *equations {
	out := newEquations(e.unknowns, sides)
	for i, p := range e.pivots {
		if p != nil {
			out.pivots[i] = append(slices.Clone(p[:e.unknowns]), make([]uint64, sides)...)
		}
	}
	return out
}

// blank is an equation to be filled and added.
func (e *equations) blank() []uint64 {
	clear(e.scratch)
	return e.scratch
}

func (e *equations) add(v []uint64) {
	for i := range e.unknowns {
		if v[i] == 0 {
			continue
		}
		p := e.pivots[i]
		if p == nil {
			factor := inverse(v[i])
			for j := i; j < len(v); j++ {
				v[j] = v[j] * factor % prime
			}
			e.pivots[i] = slices.Clone(v)
			return
		}
		factor := prime - v[i]
		for j := i; j < len(v); j++ {
			if p[j] != 0 {
				v[j] = (v[j] + factor*p[j]) % prime
			}
		}
	}
	for j, x := range v[e.unknowns:] {
		e.refuted[j] = e.refuted[j] || x != 0
	}
}

// solve tells unknowns that solve the equations with one right side, nil when there are none.
func (e *equations) solve(side int) []uint64 {
	if e.refuted[side] {
		return nil
	}
	out := make([]uint64, e.unknowns)
	for i := e.unknowns - 1; i >= 0; i-- {
		p := e.pivots[i]
		if p == nil {
			continue
		}
		n := p[e.unknowns+side]
		for j := i + 1; j < e.unknowns; j++ {
			if p[j] != 0 && out[j] != 0 {
				n = (n + (prime-p[j])*out[j]) % prime
			}
		}
		out[i] = n
	}
	return out
}

// inverse is what times n makes one: n to the power of prime − 2 (Fermat's little theorem).
func inverse(n uint64) uint64 {
	out := uint64(1)
	for power := uint64(prime - 2); power > 0; power >>= 1 {
		if power&1 == 1 {
			out = out * n % prime
		}
		n = n * n % prime
	}
	return out
}
