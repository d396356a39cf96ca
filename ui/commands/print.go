package commands

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/paper"
	"kumppani/ui/records"
)

func (s *session) print() *cobra.Command {
	one := s.printing("agreement "+s.in.T("commands.arg.number"), "print_agreement", s.printAgreement)
	one.Annotations = map[string]string{twoLanguages: "yes"}
	one.Args = func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 || strings.TrimSpace(args[0]) == "":
			return misuse("number")
		case len(args) > 1:
			return misuse("argument", "argument", args[1])
		}
		return nil
	}
	return s.group("print", "print", one, s.printing("agreements", "print_agreements", s.printRegister),
		s.leaderPrinting(), s.certificatePrinting(), s.printing("matrix", "print_matrix", s.printMatrix),
		s.calendarPrinting(), s.posterPrinting(), s.doorSignPrinting(), s.dutyPrinting(), s.countingPrinting())
}

// printing makes a command that prints what build makes of an open data file.
func (s *session) printing(
	use, key string, build func(context.Context, Store, model.Centre, []string) (paper.Result, error),
) *cobra.Command {
	c := s.command(use, key)
	s.toFile(c, "commands.flag.output")
	c.RunE = func(c *cobra.Command, args []string) error {
		store, centre, err := s.open(c.Context())
		if err != nil {
			return err
		}
		printed, err := build(c.Context(), store, centre, args)
		if err = closed(store, err); err != nil {
			return err
		}
		return s.deliver(printed)
	}
	return c
}

// toFile adds the flag --output, which has to be given; usage is the key of what is said of it.
func (s *session) toFile(c *cobra.Command, usage string) {
	c.Flags().StringVarP(&s.flags.output, "output", "o", "", s.in.T(usage))
	c.PreRunE = func(*cobra.Command, []string) error {
		if s.flags.output == "" {
			return misuse("output")
		}
		return nil
	}
}

// deliver writes a document to where --output says, and tells what is not in it as it should be.
func (s *session) deliver(printed paper.Result) error {
	err := s.write(printed.PDF)
	if err == nil && len(printed.Unprintable) > 0 {
		_, _ = fmt.Fprintln(s.complaints, s.in.T("commands.unprintable", "characters", named(printed.Unprintable)))
	}
	return err
}

// write writes to where --output says.
func (s *session) write(b []byte) error {
	if s.flags.output == "-" {
		return s.put(b)
	}
	return replaceFile(s.flags.output, b)
}

func (s *session) printAgreement(ctx context.Context, store Store, centre model.Centre, args []string) (paper.Result, error) {
	a, err := findAgreement(ctx, store, strings.TrimSpace(args[0]))
	if err != nil {
		return paper.Result{}, err
	}
	langs := s.langs
	if len(langs) == 0 {
		langs = a.Languages
	}
	if len(langs) == 0 {
		langs = []model.Language{records.MainLanguage(a)}
	}
	if kept, ok := a.KeptText(langs); ok {
		pdf, err := store.AttachmentContent(ctx, kept.ID)
		return paper.Result{PDF: pdf}, err
	}
	organisations, err := store.Organisations(ctx)
	if err != nil {
		return paper.Result{}, err
	}
	template, err := store.Template(ctx)
	if err != nil {
		return paper.Result{}, err
	}
	office := paper.Office{
		Organisations: model.DirectoryOf(organisations), Centre: centre, Template: template, Today: s.today(),
	}
	return paper.Render(office.Agreement(a, langs))
}

func findAgreement(ctx context.Context, store Store, number string) (model.Agreement, error) {
	all, err := store.Agreements(ctx)
	if err != nil {
		return model.Agreement{}, err
	}
	i := slices.IndexFunc(all, func(a model.AgreementSummary) bool { return a.Number == number })
	if i < 0 {
		return model.Agreement{}, &fault{key: "no_agreement", args: []any{"number", number}}
	}
	return store.Agreement(ctx, all[i].ID)
}

func (s *session) printRegister(ctx context.Context, store Store, centre model.Centre, _ []string) (paper.Result, error) {
	reg, err := records.ReadRegister(ctx, store, centre, s.today())
	if err != nil {
		return paper.Result{}, err
	}
	office := paper.Office{Organisations: reg.Directory, Centre: centre, Today: s.today()}
	return paper.Render(office.Register(reg.Summaries, reg.Calendar, model.Language(s.in), ""))
}

// named shows characters with their code points, since many that cannot be printed cannot be seen either.
func named(all []rune) string {
	var out []string
	for _, r := range all {
		out = append(out, fmt.Sprintf("%#U", r))
	}
	return strings.Join(out, ", ")
}
