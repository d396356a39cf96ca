package commands

import (
	"bytes"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/paper"
	"kumppani/ui/report"
	"kumppani/ui/spreadsheet"
)

// The formats of a report, as --format names them.
const (
	formatPDF  = "pdf"
	formatXLSX = "xlsx"
	formatCSV  = "csv"
	formatJSON = "json"
)

// report makes the commands that write reports, one for each.
func (s *session) report() *cobra.Command {
	var all []*cobra.Command
	for _, code := range report.Codes() {
		all = append(all, s.reporting(code))
	}
	return s.group("report", "report", all...)
}

// reporting makes the command that writes one report.
func (s *session) reporting(code report.Code) *cobra.Command {
	use, key := string(code), "report_"+string(code)
	aboutOne := len(code.Wants()) > 0
	if aboutOne {
		use += " " + s.in.T("commands.arg.leader")
	}
	c := s.command(use, key)
	if aboutOne {
		c.Args = someName("report_subject")
	}
	flags := c.Flags()
	flags.StringVar(&s.flags.format, "format", "", s.in.T("commands.flag.report_format"))
	flags.StringVarP(&s.flags.output, "output", "o", "", s.in.T("commands.flag.report_output"))
	flags.StringVar(&s.flags.year, "year", "", s.in.T("commands.flag.report_year"))
	flags.StringVar(&s.flags.from, "from", "", s.in.T("commands.flag.report_from"))
	flags.StringVar(&s.flags.to, "to", "", s.in.T("commands.flag.report_to"))
	if !aboutOne {
		flags.StringVar(&s.flags.municipality, "municipality", "", s.in.T("commands.flag.report_municipality"))
	}
	c.PreRunE = func(c *cobra.Command, _ []string) error { return s.understandReport(c) }
	c.RunE = func(c *cobra.Command, args []string) error {
		store, centre, err := s.open(c.Context())
		if err != nil {
			return err
		}
		printed, err := s.makeReport(c.Context(), store, centre, report.Question{Code: code}, strings.Join(args, " "))
		if err = closed(store, err); err != nil {
			return err
		}
		if s.flags.output == "" {
			s.flags.output = "-"
		}
		return s.deliver(printed)
	}
	return c
}

// understandReport refuses what a report cannot be made of before anything is opened.
func (s *session) understandReport(c *cobra.Command) error {
	f := s.flags
	switch {
	case f.format == "":
		return misuse("report_format_missing")
	case !slices.Contains([]string{formatPDF, formatXLSX, formatCSV, formatJSON}, f.format):
		return misuse("report_format", "text", f.format)
	case f.output == "" && (f.format == formatPDF || f.format == formatXLSX || c.Flags().Changed("output")):
		return misuse("report_output") // which is nothing for a terminal
	case c.Flags().Changed("municipality") && strings.TrimSpace(f.municipality) == "":
		return misuse("name_empty", "flag", "--municipality")
	}
	for name, text := range map[string]string{"from": f.from, "to": f.to} {
		if d, err := model.ParseDate(text); c.Flags().Changed(name) && (err != nil || d.IsZero()) {
			return misuse("day", "flag", "--"+name, "text", text)
		}
	}
	byYear, byDays := c.Flags().Changed("year"), c.Flags().Changed("from") || c.Flags().Changed("to")
	if byYear && byDays {
		return misuse("one_of", "flags", "--year, --from / --to")
	}
	if byDays && (f.from == "" || f.to == "") {
		return misuse("report_days")
	}
	p, ok := s.period()
	if !ok {
		return misuse("report_year", "text", f.year)
	}
	if p.Until.Before(p.From) {
		return misuse("span", "from", p.From.String(), "to", p.Until.String())
	}
	return nil
}

// period is what --year, or --from and --to say; without them the usual one. False when --year is no year.
func (s *session) period() (model.Period, bool) {
	if s.flags.from != "" {
		from, _ := model.ParseDate(s.flags.from) // understandReport has refused what is not a date
		to, _ := model.ParseDate(s.flags.to)
		return model.Period{From: from, Until: to}, true
	}
	year := model.ReportYear(s.today())
	if s.flags.year != "" {
		n, err := strconv.Atoi(s.flags.year)
		if err != nil {
			return model.Period{}, false
		}
		year = n
	}
	p := model.YearPeriod(year)
	return p, p != model.Period{}
}

// makeReport makes the file of a report in the form that --format names.
func (s *session) makeReport(ctx context.Context, store Store, centre model.Centre, q report.Question, name string) (paper.Result, error) {
	q.Period, _ = s.period()
	q.AsOf = s.today()
	var err error
	switch {
	case q.Code == report.Partner || q.Code == report.Handover:
		q.Subject, err = s.reportSubject(ctx, store, q.Code, name)
	case s.flags.municipality != "":
		q.Municipality, err = s.reportMunicipality(ctx, store, centre)
	}
	if err != nil {
		return paper.Result{}, err
	}
	facts, err := report.Read(ctx, store, q)
	if err != nil {
		return paper.Result{}, err
	}
	made := report.Make(s.in, q, facts)
	var out paper.Result
	switch s.flags.format {
	case formatPDF:
		office := paper.Office{Organisations: model.DirectoryOf(facts.Organisations), Centre: centre, Today: q.AsOf}
		return paper.Render(office.Report(made))
	case formatXLSX:
		var b bytes.Buffer
		err = spreadsheet.WriteXLSX(ctx, &b, made, nil)
		out.PDF = b.Bytes()
	case formatCSV:
		out.PDF, err = spreadsheet.CSV(made)
	case formatJSON:
		out.PDF, err = spreadsheet.JSON(made)
	}
	return out, err
}
