package persistence

import (
	"runtime"
	"syscall"
	"testing"
	"time"
)

func cpu() time.Duration {
	var r syscall.Rusage
	syscall.Getrusage(1, &r)
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

func BenchmarkProbe(b *testing.B) {
	f := openLarge(b)
	for name, fn := range map[string]func(){
		"all":     func() { _, err := f.Agreements(ctx); must(b, err) },
		"agr":     func() { _, err := readSummaries(ctx, f.conn); must(b, err) },
		"parties": func() { _, err := lines(ctx, f.conn, packedParties); must(b, err) },
		"agrs": func() { _, err := lines(ctx, f.conn, packedAgreements); must(b, err) },
	} {
		b.Run(name, func(b *testing.B) {
			runtime.LockOSThread()
			best, wall := time.Hour, time.Hour
			for b.Loop() {
				w, t := time.Now(), cpu()
				fn()
				best = min(best, cpu()-t)
				wall = min(wall, time.Since(w))
			}
			b.ReportMetric(float64(best.Microseconds())/1000, "min-cpu-ms")
			b.ReportMetric(float64(wall.Microseconds())/1000, "min-ms")
		})
	}
}
