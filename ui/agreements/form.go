package agreements

import (
	"context"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// agreementForm edits a draft of one agreement. Its inputs write into the draft at once; what is shown follows from the
// draft, so that a change of form or of languages makes the fields anew and loses nothing.
type agreementForm struct {
	*form.Sheet
	d     *desk.Desk
	store Store

	a      model.Agreement // the draft
	isNew  bool
	frozen bool // the text was signed when the form was opened
	end    formEnd

	organisations []model.Organisation
	directory     model.Directory
	others        []model.AgreementSummary
	template      model.Template
}

// formEnd is what becomes of a form.
type formEnd struct {
	save, leave func() // what its buttons call
	// keep makes the files that must be kept together with an agreement when its text is being signed; nil for none.
	keep func(model.Agreement) ([]model.NewAttachment, error)
}

// newForm makes the form of a, which is edited as a copy. A new one is given a number, a language and clauses where it has
// none. What cannot be read from the store is told, and the form is then without it.
func newForm(d *desk.Desk, store Store, a model.Agreement, isNew bool, end formEnd) *agreementForm {
	f := &agreementForm{
		Sheet: form.NewSheet(d, end.save, form.Cancel(end.leave)),
		d:     d, store: store, a: copyOf(a), isNew: isNew, frozen: !isNew && a.Frozen(), end: end,
	}
	f.read()
	if isNew {
		f.prefill()
	}
	f.Build, f.Problems, f.Write, f.Touched = f.build, f.amiss, f.write, f.Recheck
	f.KeepBlank, f.Indexed = true, true
	f.Make()
	return f
}

// copyOf copies what the form changes in place.
func copyOf(a model.Agreement) model.Agreement {
	a.Languages = slices.Clone(a.Languages)
	a.Parties = slices.Clone(a.Parties)
	a.Clauses = slices.Clone(a.Clauses)
	a.Tasks = slices.Clone(a.Tasks)
	a.Contributions = slices.Clone(a.Contributions)
	a.WrittenInto = slices.Clone(a.WrittenInto)
	return a
}

// read takes from the store what can be chosen in the form.
func (f *agreementForm) read() {
	ctx := context.Background()
	var err, first error
	note := func() {
		if first == nil {
			first = err
		}
	}
	f.organisations, err = f.store.Organisations(ctx)
	note()
	f.others, err = f.store.Agreements(ctx)
	note()
	f.template, err = f.store.Template(ctx)
	note()
	f.directory = model.DirectoryOf(f.organisations)
	if first != nil {
		f.d.Fail(first, nil)
	}
}

// prefill says what is surely so of a new agreement; what a renewal brings along stays.
func (f *agreementForm) prefill() {
	ctx := context.Background()
	if f.a.Number == "" {
		if n, err := f.store.NextAgreementNumber(ctx, f.d.Today().Year()); err == nil {
			f.a.Number = n
		}
	}
	if len(f.a.Languages) == 0 {
		l := model.Finnish
		if c, err := f.store.Centre(ctx); err == nil && c.Language.Valid() {
			l = c.Language
		}
		f.a.Languages = []model.Language{l}
	}
	if f.a.Form == "" {
		f.a.Form = model.Written
	}
	if f.a.Kind == "" {
		f.a.Kind = model.Partnership
	}
	f.prefillClauses()
}

// prefillClauses gives a written agreement that has no clauses those of the template.
func (f *agreementForm) prefillClauses() {
	if f.a.Form == model.Written && len(f.a.Clauses) == 0 {
		f.a.Clauses = f.template.NewClauses(ids.New)
	}
}

// build makes all fields from the draft.
func (f *agreementForm) build() {
	if f.frozen {
		f.View.Add(kit.Notice(kit.Attention, words.T("agreement_form.frozen")))
	}
	f.basics()
	f.parties()
	f.term()
	switch f.a.Form {
	case model.Oral:
		f.oral()
	case model.Structural:
		f.structural()
	default:
		f.clauses()
	}
	f.tasks()
	f.contributions()
	f.writtenInto()
	f.notes()
}

// amiss is what the model finds amiss; what is required in one language is missed in the first.
func (f *agreementForm) amiss() []kit.Problem {
	all := form.Said(model.CheckAgreement(f.a))
	for i, p := range all {
		if len(f.a.Languages) > 0 && (p.Field == "title" || strings.HasSuffix(p.Field, ".description")) {
			all[i].Field += "_" + string(f.a.Languages[0])
		}
	}
	return all
}

// write keeps the draft. What the form does not edit stays as it is in the store.
func (f *agreementForm) write(ctx context.Context) (model.ID, string, error) {
	saved, err := f.keep(ctx)
	return saved.ID, words.T("agreement_form.saved", "number", saved.Number), err
}

func (f *agreementForm) keep(ctx context.Context) (model.Agreement, error) {
	draft := f.a
	if draft.Form != model.Written && f.isNew {
		draft.Clauses = nil // they came from the template before the form was chosen
	}
	var files []model.NewAttachment
	if f.end.keep != nil && !f.frozen && draft.Frozen() {
		var err error
		if files, err = f.end.keep(draft); err != nil {
			return draft, err
		}
	}
	if f.isNew {
		created, err := f.store.CreateAgreement(ctx, draft)
		if err != nil || len(files) == 0 {
			return created, err
		}
		f.isNew, f.a.ID = false, created.ID // the next try, if this fails, must not make it twice
		draft = created
	}
	return f.store.UpdateAgreement(ctx, draft.ID, func(kept *model.Agreement) error {
		draft.Attachments, draft.Amendments = kept.Attachments, kept.Amendments
		draft.Reviews, draft.Notice = kept.Reviews, kept.Notice
		*kept = draft
		return nil
	}, files...)
}
