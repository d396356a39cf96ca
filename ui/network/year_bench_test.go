package network

import (
	"context"
	"fmt"
	"testing"

	"kumppani/model"
)

// BenchmarkReadYear reads a year of a region with ten thousand sessions a year.
func BenchmarkReadYear(b *testing.B) {
	store := region()
	for i := range 20_000 {
		store.sessions = append(store.sessions, model.Session{
			ID: model.ID(fmt.Sprint(i)), GroupID: "kahvila", PlaceID: "tupa", Date: d("2025-01-01").AddDays(i * 730 / 20_000),
			Counts: model.Counts{Adults: model.CountOf(i % 12)},
		})
	}
	for b.Loop() {
		if _, err := readYear(context.Background(), store, 2026, today); err != nil {
			b.Fatal(err)
		}
	}
}
