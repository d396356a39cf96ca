//go:build !race

package persistence

const (
	everyNth     = 1
	everyNthDeed = 1
)
