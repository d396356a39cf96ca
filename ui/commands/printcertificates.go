package commands

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/paper"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

// certificatePrinting makes the command that prints the certificates of an event.
func (s *session) certificatePrinting() *cobra.Command {
	c := s.printing("certificates "+s.in.T("commands.arg.event"), "print_certificates", s.printCertificates)
	c.Args = someName("event")
	return c
}

func (s *session) printCertificates(ctx context.Context, store Store, centre model.Centre, args []string) (paper.Result, error) {
	o, p, err := s.office(ctx, store, centre)
	if err != nil {
		return paper.Result{}, err
	}
	e, err := findEvent(p, strings.Join(args, " "), s.in)
	if err != nil {
		return paper.Result{}, err
	}
	passed := e.Passed()
	if len(passed) == 0 {
		return paper.Result{}, &fault{key: "nobody_passed", args: []any{"event", eventLine(e, p, s.in)}}
	}
	facts := paper.TrainingFacts{Programmes: p.Taught, Leaders: p.Directory}
	return paper.Render(o.Certificates(e, passed, facts, model.Language(s.in)))
}

// findEvent finds the event that the text names: by ID, or by its name or that of its programme, in any language and
// with the date of one of its days behind it where there are several.
func findEvent(p records.People, text string, in words.In) (model.Event, error) {
	text = strings.TrimSpace(text)
	name, day := nameAndDay(text, p.Today)
	var found []model.Event
	for _, e := range p.Events {
		if string(e.ID) == text {
			return e, nil
		}
		on := func(d model.EventDay) bool { return d.Date == day }
		if calledSo(e, p.Taught, name) && (day.IsZero() || slices.ContainsFunc(e.Days, on)) {
			found = append(found, e)
		}
	}
	switch len(found) {
	case 0:
		return model.Event{}, &fault{key: "no_event", args: []any{"event", text}}
	case 1:
		return found[0], nil
	}
	var lines []string
	for _, e := range found {
		lines = append(lines, eventLine(e, p, in)+"  "+string(e.ID))
	}
	return model.Event{}, &fault{key: "which_event", args: []any{"event", text, "candidates", candidates(lines)}}
}

// nameAndDay takes the date off the end of a text: "Vertaisohjaajakoulutus 2026-10-12", "… 12.10.2026".
func nameAndDay(text string, today model.Date) (name string, day model.Date) {
	i := strings.LastIndexByte(text, ' ')
	last := text[i+1:]
	if day, err := model.ParseDate(last); err == nil && i > 0 {
		return strings.TrimSpace(text[:i]), day
	}
	if day, err := words.ParseDate(last, today); err == nil && i > 0 && strings.ContainsAny(last, "0123456789") {
		return strings.TrimSpace(text[:i]), day
	}
	return text, model.Date{}
}

// calledSo reports whether the event or its programme has that name in some language.
func calledSo(e model.Event, taught model.ProgrammeDirectory, name string) bool {
	for _, t := range []model.Text{e.Title, taught[e.ProgrammeID].Name} {
		for _, l := range model.Languages() {
			if t.In(l) != "" && model.Fold(t.In(l)) == model.Fold(name) {
				return true
			}
		}
	}
	return false
}

// eventLine is an event as it is named beside others.
func eventLine(e model.Event, p records.People, in words.In) string {
	return strings.TrimSpace(e.Name(p.Taught, model.Language(in)) + " " + in.DateRange(e.FirstDay(), e.LastDay()))
}
