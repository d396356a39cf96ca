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

// The documents that are printed of a leader, as --document names them.
const (
	documentData        = "data"
	documentCertificate = "certificate"
	documentUndertaking = "undertaking"
	documentPublication = "publication"
	documentConsent     = "consent"
)

// leaderPrinting makes the command that prints a document of one leader.
func (s *session) leaderPrinting() *cobra.Command {
	c := s.printing("leader "+s.in.T("commands.arg.leader"), "print_leader", s.printLeader)
	c.Annotations = map[string]string{twoLanguages: "yes"}
	c.Flags().StringVar(&s.flags.document, "document", documentData, s.in.T("commands.flag.document"))
	c.Args = someName("leader")
	toFile := c.PreRunE
	c.PreRunE = func(c *cobra.Command, args []string) error {
		switch d := s.flags.document; d {
		case documentUndertaking, documentPublication, documentConsent:
		case documentData, documentCertificate:
			if len(s.langs) > 1 {
				return misuse("lang", "text", s.flags.lang)
			}
		default:
			return misuse("document", "text", d)
		}
		return toFile(c, args)
	}
	return c
}

// someName wants a name of one word or several.
func someName(key string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if strings.TrimSpace(strings.Join(args, " ")) == "" {
			return misuse(key)
		}
		return nil
	}
}

// office reads what documents about leaders and training take.
func (s *session) office(ctx context.Context, store Store, centre model.Centre) (paper.Office, records.People, error) {
	organisations, err := store.Organisations(ctx)
	if err != nil {
		return paper.Office{}, records.People{}, err
	}
	o := paper.Office{Organisations: model.DirectoryOf(organisations), Centre: centre, Today: s.today()}
	p, err := records.ReadPeople(ctx, store, o.Organisations, o.Today)
	return o, p, err
}

func (s *session) printLeader(ctx context.Context, store Store, centre model.Centre, args []string) (paper.Result, error) {
	o, p, err := s.office(ctx, store, centre)
	if err != nil {
		return paper.Result{}, err
	}
	l, err := findLeader(p.Leaders, strings.Join(args, " "))
	if err != nil {
		return paper.Result{}, err
	}
	d, err := s.leaderDocument(o, l, p)
	if err != nil {
		return paper.Result{}, err
	}
	return paper.Render(d)
}

func (s *session) leaderDocument(o paper.Office, l model.Leader, p records.People) (paper.Document, error) {
	languages := s.langs
	if len(languages) == 0 {
		languages = []model.Language{s.paperLanguage(l)}
	}
	facts := paper.LeaderFacts{Programmes: p.Taught, Events: p.Events, Rules: p.Rules, Policy: p.Policy}
	switch s.flags.document {
	case documentCertificate:
		return o.VolunteerCertificate(l, facts, languages[0]), nil
	case documentUndertaking:
		r, err := signedText(p, model.RequireUndertaking, documentUndertaking)
		return o.Undertaking(l, r, languages), err
	case documentPublication:
		r, err := signedText(p, model.RequirePublication, documentPublication)
		return o.PublicationConsent(l, r, languages), err
	case documentConsent:
		return checkConsents(o, l, languages)
	default:
		return o.OwnData(l, facts, languages[0]), nil
	}
}

// paperLanguage is the language of papers for a leader when --lang names none: ours if the leader speaks it or none that
// papers are made in, or else the first of the leader's own, as in the window.
func (s *session) paperLanguage(l model.Leader) model.Language {
	ours := model.Language(s.in)
	if slices.Contains(l.Languages, model.Spoken(ours)) {
		return ours
	}
	for _, spoken := range l.Languages {
		if own := model.Language(spoken); own.Valid() {
			return own
		}
	}
	return ours
}

// signedText finds the requirement whose text is printed to be signed.
func signedText(p records.People, kind model.RequirementKind, document string) (model.Requirement, error) {
	for _, r := range p.Rules.Requirements {
		if _, has := r.TextOn(p.Today); has && r.Kind == kind && !r.Off {
			return r, nil
		}
	}
	return model.Requirement{}, &fault{key: "no_text", args: []any{"document", document}}
}

// checkConsents is one document with a page for each task for which an extract is still to be asked.
func checkConsents(o paper.Office, l model.Leader, languages []model.Language) (paper.Document, error) {
	var all paper.Document
	for _, t := range l.TasksFrom(o.Today) {
		switch l.CheckOf(t) {
		case model.CheckStateConsentMissing, model.CheckStateRequested, model.CheckStateTooOld:
		default:
			continue
		}
		d := o.CheckConsent(l, t, languages)
		if len(all.Blocks) == 0 {
			all = d
			continue
		}
		all.Blocks = append(append(all.Blocks, paper.PageBreak{}), d.Blocks...)
	}
	if len(all.Blocks) == 0 {
		return all, &fault{key: "no_check", args: []any{"name", l.Name}}
	}
	return all, nil
}

// findLeader finds the leader whom the text names: by ID, by the whole name, or by some words of it as long as they fit
// one person only.
func findLeader(all []model.Leader, text string) (model.Leader, error) {
	text = strings.TrimSpace(text)
	var whole, part []model.Leader
	for _, l := range all {
		switch {
		case l.Anonymised():
		case string(l.ID) == text:
			return l, nil
		case model.Fold(l.Name) == model.Fold(text):
			whole = append(whole, l)
		case hasWords(l.Name, text):
			part = append(part, l)
		}
	}
	if len(whole) > 0 {
		part = whole
	}
	switch len(part) {
	case 0:
		return model.Leader{}, &fault{key: "no_leader", args: []any{"name", text}}
	case 1:
		return part[0], nil
	}
	var lines []string
	for _, l := range part {
		lines = append(lines, records.Said(l.Name, l.Municipality.Name)+"  "+string(l.ID))
	}
	return model.Leader{}, &fault{key: "which_leader", args: []any{"name", text, "candidates", candidates(lines)}}
}

// hasWords reports whether each word of the text is a word of the name.
func hasWords(name, text string) bool {
	own := strings.Fields(model.Fold(name))
	for word := range strings.FieldsSeq(model.Fold(text)) {
		if !slices.Contains(own, word) {
			return false
		}
	}
	return true
}

// maxCandidates is how many of those who may be meant are named.
const maxCandidates = 10

// candidates sets them below each other; a dash says that there are none.
func candidates(lines []string) string {
	if len(lines) == 0 {
		return " –"
	}
	more := len(lines) - maxCandidates
	if more > 0 {
		lines = append(slices.Clone(lines[:maxCandidates]), fmt.Sprintf("… + %d", more))
	}
	return "\n  " + strings.Join(lines, "\n  ")
}

func (s *session) printMatrix(ctx context.Context, store Store, centre model.Centre, _ []string) (paper.Result, error) {
	o, p, err := s.office(ctx, store, centre)
	if err != nil {
		return paper.Result{}, err
	}
	leaders := slices.DeleteFunc(slices.Clone(p.Leaders), func(l model.Leader) bool {
		return l.Gone(o.Today)
	})
	programmes := slices.DeleteFunc(slices.Clone(p.Rules.Programmes), func(x model.Programme) bool { return x.Ended })
	filter := s.in.T("commands.matrix.filter")
	return paper.Render(o.Matrix(leaders, programmes, p.Rules.Record, model.Language(s.in), filter))
}
