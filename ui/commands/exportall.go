package commands

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/records"
)

// exportAll makes the command that writes everything out.
func (s *session) exportAll() *cobra.Command {
	return s.toPath(s.command("all", "export_all"), "commands.flag.output_all", func(ctx context.Context, store Store, path string) error {
		err := records.ExportAll(ctx, store, records.Export{In: s.in, Today: s.today(), Path: path})
		if _, reading := errors.AsType[*model.Error](err); err == nil || reading {
			return err
		}
		if errors.Is(err, fs.ErrExist) {
			return &fault{key: "not_empty", args: []any{"path", path}}
		}
		return &fault{key: "cannot_write", args: []any{"path", path}, err: err}
	}, "commands.export_all.done")
}

// backup makes the command that copies the data file.
func (s *session) backup() *cobra.Command {
	return s.toPath(s.command("backup", "backup"), "commands.flag.output_backup", func(ctx context.Context, store Store, path string) error {
		_, err := store.BackupTo(ctx, path)
		return err
	}, "commands.backup.done")
}

// toPath makes c a command that writes to a path of its own, which cannot be the standard output, and says when it is done.
func (s *session) toPath(
	c *cobra.Command, flag string, write func(context.Context, Store, string) error, done string,
) *cobra.Command {
	s.toFile(c, flag)
	c.PreRunE = func(*cobra.Command, []string) error {
		if s.flags.output == "" || s.flags.output == "-" {
			return misuse("output_path")
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, _ []string) error {
		store, _, err := s.open(c.Context())
		if err != nil {
			return err
		}
		if err = closed(store, write(c.Context(), store, s.flags.output)); err != nil {
			return err
		}
		_, _ = fmt.Fprintln(s.complaints, s.in.T(done, "path", s.flags.output))
		return nil
	}
	return c
}
