//go:build !race

package persistence

const everyNth = 1
