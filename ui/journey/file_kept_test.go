//go:build journey

package journey

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite"
)

// keeps copies a file to the pictures.
func (r *robot) keeps(path string) string {
	r.t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	kept := filepath.Join(r.shots, filepath.Base(path))
	if err := os.WriteFile(kept, content, 0o644); err != nil {
		r.t.Fatal(err)
	}
	return kept
}

// exists reports whether there is a file with something in it.
func (r *robot) exists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// look tells two views of the screen apart.
func (r *robot) look() string {
	r.t.Helper()
	pixels, err := r.command("import", "-window", "root", "rgb:-").Output()
	if err != nil {
		r.t.Fatalf("look at the screen: %v", err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(pixels))
}

// rowsOf reads the data file of a journey without the program: one string for each row, fields parted by "|".
func (s *seasonJourney) rowsOf(query string) []string {
	s.t.Helper()
	db := s.open()
	defer db.Close()
	rows, err := db.Query(query)
	if err != nil {
		s.t.Fatal(err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		s.t.Fatal(err)
	}
	var all []string
	for rows.Next() {
		fields, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range fields {
			into[i] = &fields[i]
		}
		if err := rows.Scan(into...); err != nil {
			s.t.Fatal(err)
		}
		texts := make([]string, len(fields))
		for i, f := range fields {
			texts[i] = f.String
		}
		all = append(all, strings.Join(texts, "|"))
	}
	if err := rows.Err(); err != nil {
		s.t.Fatal(err)
	}
	return all
}

// open opens the data file while the program is closed.
func (s *seasonJourney) open() *sql.DB {
	s.t.Helper()
	db, err := sql.Open("sqlite", s.file)
	if err != nil {
		s.t.Fatal(err)
	}
	return db
}
