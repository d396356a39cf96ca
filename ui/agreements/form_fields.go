package agreements

import (
	"strconv"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// signed binds what belongs to the text that the parties signed, which is locked once they have.
func (f *agreementForm) signed() form.Binder {
	b := f.alive()
	b.Locked = f.frozen
	return b
}

// alive binds what may change afterwards.
func (f *agreementForm) alive() form.Binder {
	return f.Bind("agreement_form.field.", "agreement_form.hint.")
}

// of makes fields of an item of a list, whose labels are its own.
func of(b form.Binder, list string, changed func()) form.Binder {
	b.Labels = "agreement_form.field." + list + "."
	return b.Of(changed)
}

// texts makes a field for each language of an agreement; the language is named only where there are two.
func texts(b form.Binder, languages []model.Language, name string, value *model.Text, limit int) []*kit.Field {
	out := make([]*kit.Field, len(languages))
	for i, l := range languages {
		text := value.In(l)
		out[i] = inLanguage(b.Of(setting(b, value, l, &text)).Entry(name, &text, limit), languages, l)
	}
	return out
}

// areas is texts for longer passages.
func areas(b form.Binder, languages []model.Language, name string, value *model.Text, limit int) []*kit.Field {
	out := make([]*kit.Field, len(languages))
	for i, l := range languages {
		text := value.In(l)
		out[i] = inLanguage(b.Of(setting(b, value, l, &text)).Area(name, &text), languages, l)
		out[i].Input.(*kit.Area).MaxRunes = limit
	}
	return out
}

// setting writes what was typed into the text of a language.
func setting(b form.Binder, value *model.Text, l model.Language, typed *string) func() {
	return func() {
		value.Set(l, *typed)
		b.Changed()
	}
}

func inLanguage(f *kit.Field, languages []model.Language, l model.Language) *kit.Field {
	f.Name += "_" + string(l)
	if len(languages) > 1 {
		f.Label = words.T("agreement_form.in_"+string(l), "label", f.Label)
	}
	return f
}

// texts makes rows of one line in the languages of the agreement, for which it helps to see an example.
func (f *agreementForm) texts(b form.Binder, name string, value *model.Text) {
	fields := texts(b, f.a.Languages, name, value, model.MaxName)
	for i, l := range f.a.Languages {
		fields[i].Input.(*kit.Entry).PlaceHolder = words.In(l).T("agreement_form.example." + name)
	}
	form.Stack(f.View, fields)
}

// year writes one, and nothing for 0.
func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}
