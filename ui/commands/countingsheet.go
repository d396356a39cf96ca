package commands

import (
	"context"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/importing"
)

// countingSheetExport makes the command that writes the workbook in which a partner counts visitors; it comes back by
// import counts.
func (s *session) countingSheetExport() *cobra.Command {
	group := ""
	c := s.command("counting-sheet", "export_counting_sheet")
	c.Annotations = map[string]string{twoLanguages: "yes"}
	s.toFile(c, "commands.flag.output_xlsx")
	s.naming(c, "place")
	c.Flags().StringVar(&group, "group", "", s.in.T("commands.flag.sheet_group"))
	s.between(c)
	before(c, func(c *cobra.Command) error {
		if c.Flags().Changed("place") == c.Flags().Changed("group") {
			return misuse("sheet_of")
		}
		if s.flags.from == "" || s.flags.to == "" {
			return misuse("sheet_days")
		}
		return nil
	})
	c.RunE = func(c *cobra.Command, _ []string) error {
		store, centre, err := s.open(c.Context())
		if err != nil {
			return err
		}
		b, err := s.countingSheet(c.Context(), store, centre, group)
		if err = closed(store, err); err != nil {
			return err
		}
		return s.write(b)
	}
	return c
}

// countingSheet is the workbook of a place, or of a group, from a day to another.
func (s *session) countingSheet(ctx context.Context, store Store, centre model.Centre, group string) ([]byte, error) {
	_, m, err := s.readCalendar(ctx, store, centre)
	if err != nil {
		return nil, err
	}
	sheet := importing.CountingSheet{Languages: s.wallLanguages(centre)}
	first := sheet.Languages[0]
	var kind model.Kind
	var id model.ID
	if group != "" {
		g, err := findGroup(m.Groups, group, s.in)
		if err != nil {
			return nil, err
		}
		kind, id, sheet.Name = model.KindGroup, g.ID, g.Name.Best(first)
	} else {
		p, err := findPlace(m.Places, s.flags.place, s.in)
		if err != nil {
			return nil, err
		}
		kind, id, sheet.Name = model.KindPlace, p.ID, p.Name.Best(first)
	}
	from, to := s.span()
	all, err := store.Sessions(ctx, from, to)
	if err != nil {
		return nil, err
	}
	sheet.Sessions = importing.ToCount(all, kind, id)
	if len(sheet.Sessions) == 0 {
		return nil, &fault{key: "sheet_empty", args: []any{"name", sheet.Name, "days", s.in.DateRange(from, to)}}
	}
	facts, err := importing.Read(ctx, store, s.in, s.today())
	if err != nil {
		return nil, err
	}
	return facts.CountingSheet(sheet)
}
