package model

import "strconv"

// Count is a whole number that may be unknown: nothing entered is not zero. The zero Count is unknown.
type Count struct {
	N     int
	Known bool
}

// CountOf is a known number.
func CountOf(n int) Count { return Count{n, true} }

// String returns the number in digits, empty when unknown.
func (c Count) String() string {
	if !c.Known {
		return ""
	}
	return strconv.Itoa(c.N)
}

// Amount is a decimal amount with two decimals (euros, hours, person-years) that may be unknown. The zero Amount is
// unknown.
type Amount struct {
	Hundredths int64
	Known      bool
}

// AmountOf is a known amount, given in hundredths.
func AmountOf(hundredths int64) Amount { return Amount{hundredths, true} }

// decimal returns the amount with a decimal point and without needless zeros, empty when unknown.
func (a Amount) decimal() string {
	if !a.Known {
		return ""
	}
	return strconv.FormatFloat(float64(a.Hundredths)/100, 'f', -1, 64)
}
