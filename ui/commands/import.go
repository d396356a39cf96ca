package commands

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/importing"
	"kumppani/ui/spreadsheet"
	"kumppani/ui/words"
)

// importFlags are what only the command import is told.
type importFlags struct {
	sheet, errors string
	columns       []string // "column=field"
	header        int      // row with the heads of columns; negative: to be found
}

// importing makes the command that takes in a table: --dry-run says what it would do, --apply does it.
func (s *session) importing() *cobra.Command {
	var f importFlags
	c := s.command("import "+s.in.T("commands.arg.import"), "import")
	c.Long = c.Short + "\n" + s.in.T("commands.import.kinds", "kinds", joinedKinds())
	flags := c.Flags()
	flags.BoolVar(&s.flags.dryRun, "dry-run", false, s.in.T("commands.flag.import_dry_run"))
	flags.BoolVar(&s.flags.apply, "apply", false, s.in.T("commands.flag.import_apply"))
	flags.StringVar(&f.sheet, "sheet", "", s.in.T("commands.flag.sheet"))
	flags.IntVar(&f.header, "header", -1, s.in.T("commands.flag.header"))
	flags.StringArrayVar(&f.columns, "map", nil, s.in.T("commands.flag.map"))
	flags.StringVar(&f.errors, "errors", "", s.in.T("commands.flag.errors"))
	c.Args = func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 || !slices.Contains(importing.Kinds(), importing.Kind(args[0])):
			return misuse("import_kind", "kinds", joinedKinds())
		case len(args) == 1:
			return misuse("import_file")
		case len(args) > 2:
			return misuse("argument", "argument", args[2])
		}
		return nil
	}
	c.PreRunE = func(c *cobra.Command, _ []string) error {
		if s.flags.dryRun == s.flags.apply {
			return misuse("import_how")
		}
		if f.header < 0 && c.Flags().Changed("header") {
			return misuse("no_header", "row", f.header)
		}
		for _, text := range f.columns {
			if column, _, ok := strings.Cut(text, "="); !ok || strings.TrimSpace(column) == "" {
				return misuse("import_map", "text", text)
			}
		}
		if end := strings.ToLower(filepath.Ext(f.errors)); f.errors != "" && end != ".csv" && end != ".xlsx" {
			return misuse("import_errors", "text", f.errors)
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		store, _, err := s.open(c.Context())
		if err != nil {
			return err
		}
		told, err := s.takeIn(c.Context(), store, importing.Kind(args[0]), args[1], f)
		if err = closed(store, err); err != nil {
			return err
		}
		return s.put([]byte(told))
	}
	return c
}

func joinedKinds() string {
	var out []string
	for _, k := range importing.Kinds() {
		out = append(out, string(k))
	}
	return strings.Join(out, ", ")
}

// takeIn looks at a file, and writes what can be taken in when --apply says so, after a backup; it returns what it tells.
func (s *session) takeIn(ctx context.Context, store Store, k importing.Kind, path string, f importFlags) (string, error) {
	if sameFile(path, f.errors) {
		return "", misuse("import_over", "text", f.errors)
	}
	facts, err := importing.Read(ctx, store, s.in, s.today())
	if err != nil {
		return "", err
	}
	draft, err := importing.Open(ctx, path, &facts, nil)
	if err != nil {
		return "", err
	}
	if err := s.choose(draft, &facts, k, f); err != nil {
		return "", err
	}
	plan, err := draft.Preview(ctx, nil)
	if err != nil {
		return "", err
	}
	if f.errors != "" {
		if err := saveErrors(ctx, plan, f.errors); err != nil {
			return "", err
		}
	}
	var b strings.Builder
	s.tellImport(&b, draft, plan, &facts)
	batch := plan.Batch()
	switch {
	case batch.Len() == 0:
		_, _ = fmt.Fprintln(&b, s.in.T("commands.import.nothing"))
	case !s.flags.apply:
		_, _ = fmt.Fprintln(&b, s.in.T("commands.import.dry"))
	default:
		backup, err := store.Backup(ctx)
		if err != nil {
			return "", err
		}
		if err := store.Import(ctx, batch); err != nil {
			return "", err
		}
		_, _ = fmt.Fprintln(&b, s.in.N("commands.import.done", batch.Len(), "path", backup.Path))
	}
	return b.String(), nil
}

// sameFile reports whether two paths are of one file, which is there.
func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// choose says what is in which sheet and what the columns are, as the flags do.
func (s *session) choose(d *importing.Draft, facts *importing.Facts, k importing.Kind, f importFlags) error {
	sheet := d.BestSheet(k)
	if f.sheet != "" {
		sheet = slices.IndexFunc(d.Sheets(), func(name string) bool { return model.Fold(name) == model.Fold(f.sheet) })
		if sheet < 0 {
			return &fault{key: "no_sheet", args: []any{"name", f.sheet, "candidates", candidates(d.Sheets())}}
		}
	}
	d.Choose(k, sheet)
	if f.header >= 0 {
		d.UseHeader(f.header)
		if f.header > 0 && d.Header != f.header {
			return &fault{key: "no_header", args: []any{"row", f.header}}
		}
	}
	for _, text := range f.columns {
		head, field, _ := strings.Cut(text, "=")
		if err := s.mapColumn(d, facts, head, strings.TrimSpace(field)); err != nil {
			return err
		}
	}
	var missing []string
	for _, oneOf := range d.Missing() {
		missing = append(missing, facts.Word(oneOf[0]))
	}
	if len(missing) == 0 {
		return nil
	}
	return &fault{key: "import_missing", args: []any{"fields", s.in.List(missing), "candidates", candidates(columnsOf(d))}}
}

// columnsOf says of each column its letter, its head and, where it has none, what stands in it.
func columnsOf(d *importing.Draft) []string {
	var out []string
	for _, c := range d.Columns {
		said := c.Head
		if said == "" {
			said = strings.Join(c.Examples, ", ")
		}
		out = append(out, c.Letter+"  "+said)
	}
	return out
}

// mapColumn gives a column, named by its head or its letter, a field, named by its code or its word; without one the column
// is not taken.
func (s *session) mapColumn(d *importing.Draft, facts *importing.Facts, head, named string) error {
	column := slices.IndexFunc(d.Columns, func(c importing.Column) bool {
		return model.Fold(c.Head) == model.Fold(head) || strings.EqualFold(c.Letter, strings.TrimSpace(head))
	})
	if column < 0 {
		return &fault{key: "no_column", args: []any{"name", head, "candidates", candidates(columnsOf(d))}}
	}
	if named == "" {
		d.Map(column, "")
		return nil
	}
	var lines []string
	for _, field := range d.Fields() {
		if string(field) == named || model.Fold(facts.Word(field)) == model.Fold(named) {
			d.Map(column, field)
			return nil
		}
		lines = append(lines, string(field)+"  "+facts.Word(field))
	}
	return &fault{key: "no_field", args: []any{"name", named, "candidates", candidates(lines)}}
}

// saveErrors writes the list of what is not taken in as a workbook or as CSV, by the end of its name.
func saveErrors(ctx context.Context, p *importing.Plan, path string) error {
	r := p.Errors()
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		b, err := spreadsheet.CSV(r)
		return errors.Join(err, replaceFile(path, b))
	}
	var b bytes.Buffer
	if err := spreadsheet.WriteXLSX(ctx, &b, r, nil); err != nil {
		return err
	}
	return replaceFile(path, b.Bytes())
}

// tellImport says which column is what, how many rows there are of each state, and what each row would do.
func (s *session) tellImport(b *strings.Builder, d *importing.Draft, p *importing.Plan, facts *importing.Facts) {
	line := func(text string) { _, _ = fmt.Fprintln(b, text) }
	kind := s.in.T("importing.kind." + string(p.Kind))
	line(s.in.N("commands.import.head", len(p.Rows), "file", words.Joined(p.Source, d.Sheets()[d.Sheet]), "kind", kind))
	for _, c := range d.Columns {
		if c.Field != "" {
			line(fmt.Sprintf("  %s  %s → %s", c.Letter, c.Head, facts.Word(c.Field)))
		}
	}
	if len(p.NotUsed) > 0 {
		line("  " + s.in.T("commands.import.not_used", "columns", strings.Join(p.NotUsed, ", ")))
	}
	var counted []string
	for _, state := range importing.RowStates() {
		if n := p.Counted()[state]; n > 0 {
			counted = append(counted, fmt.Sprintf("%s %d", s.in.T("importing.state."+string(state)), n))
		}
	}
	line(strings.Join(counted, ", "))
	for _, r := range p.Rows {
		if r.State == importing.RowEmpty || (r.State == importing.RowSame && len(r.Troubles) == 0) {
			continue
		}
		line(fmt.Sprintf("%5d  %s  %s", r.N, s.in.T("importing.state."+string(r.State)), r.Name))
		for _, c := range r.Changes {
			if r.State == importing.RowDiffers {
				line(fmt.Sprintf("         %s: ”%s” → ”%s”", facts.Word(c.Field), c.Old, c.New))
			}
		}
		for _, x := range r.Troubles {
			text := x.Say(s.in)
			if x.Column != "" {
				text = x.Column + ": " + text
			}
			line("         ! " + text)
		}
		if r.State == importing.RowUndecided {
			line("         ! " + s.in.T("importing.undecided"))
		}
	}
}
