package persistence

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"kumppani/model"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps in order; the n-th, counted from 1, brings a file to user_version n. A released step never
// changes again.
var migrations = sync.OnceValue(func() []string {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql") // sorted
	if err != nil {
		panic(err) // the pattern is part of the program
	}
	var steps []string
	for i, name := range names {
		b, err := migrationFiles.ReadFile(name)
		if err != nil || !strings.HasPrefix(path.Base(name), fmt.Sprintf("%04d_", i+1)) {
			panic(fmt.Sprintf("%s is not migration %d: %v", name, i+1, err))
		}
		steps = append(steps, string(b))
	}
	return steps
})

// schemaVersion is the newest version that this program knows.
func schemaVersion() int64 { return int64(len(migrations())) }

// migrate brings the file to the newest version, step by step. Each step is one transaction together with its
// user_version, so a power cut leaves the file whole, at the old version or the new one.
func migrate(ctx context.Context, conn *sql.Conn) error { return migrateWith(ctx, conn, migrations()) }

func migrateWith(ctx context.Context, conn *sql.Conn, steps []string) error {
	var version int
	if err := conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version >= len(steps) {
		return nil
	}
	// A step may rebuild a table that others refer to, so foreign keys rest meanwhile and are checked at the end of
	// each step (https://www.sqlite.org/lang_altertable.html#otheralter). Inside a transaction the pragma does nothing.
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	for ; version < len(steps); version++ {
		err := transact(ctx, conn, func() error { return migrateStep(ctx, conn, steps[version], version+1) })
		if err != nil {
			return fmt.Errorf("migration %d: %w", version+1, err)
		}
	}
	_, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = ON")
	return err
}

func migrateStep(ctx context.Context, conn *sql.Conn, step string, version int) error {
	if _, err := conn.ExecContext(ctx, step); err != nil {
		return err
	}
	findings, err := foreignKeyFindings(ctx, conn)
	if err != nil {
		return err
	}
	if len(findings) > 0 {
		return refusal(model.CodeDamaged, findings[0].Detail)
	}
	_, err = conn.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version))
	return err
}
