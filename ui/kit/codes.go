package kit

// Codes are the codes of a closed set as a filter wants them.
func Codes[C ~string](set []C) []string {
	out := make([]string, len(set))
	for i, c := range set {
		out[i] = string(c)
	}
	return out
}
