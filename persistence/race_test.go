//go:build race

package persistence

// everyNth is how many operations a test that fails at each of them goes on at a time, and everyNthDeed how many of the
// deeds. Under the race detector SQLite is some fifteen times slower, and the detector has nothing to find in these tests:
// there a sample is enough. make test goes through all of them without it.
const (
	everyNth     = 97
	everyNthDeed = 7
)
