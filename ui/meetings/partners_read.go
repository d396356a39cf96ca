package meetings

import (
	"cmp"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/icalendar"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// askFile asks for the file of a partner's calendar; one that is kept already is read again.
func (v *partnersView) askFile(c model.PartnerCalendar) {
	v.register.Away(func() {
		v.s.desk.Dialogs.OpenFile(func(r fyne.URIReadCloser, err error) {
			switch {
			case err != nil:
				v.refuse(icalendar.FaultUnreadable)
			case r != nil:
				defer r.Close()
				v.take(c, r.URI().Name(), r)
			}
		}, ".ics", ".ICS", ".ical", ".icalendar")
	})
}

// take reads a file, and shows what is in it before it is kept.
func (v *partnersView) take(c model.PartnerCalendar, name string, from io.Reader) {
	r, err := v.s.read()
	if err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	c.From, c.Until = r.partnerDays()
	result, err := icalendar.Read(from, c.From, c.Until)
	if err != nil {
		v.refuse(err)
		return
	}
	c.File, c.ReadOn, c.Events = oneName(name), r.Today, len(result.Events)
	if c.Name == "" {
		c.Name = cmp.Or(result.Name, strings.TrimSuffix(c.File, path.Ext(c.File)))
	}
	v.preview(c, result)
}

// oneName is the name of a file, as long as a name may be.
func oneName(name string) string {
	runes := []rune(strings.TrimSpace(name))
	return string(runes[:min(len(runes), model.MaxName)])
}

// refuse says why nothing was read.
func (v *partnersView) refuse(err error) {
	var fault icalendar.Fault
	if !errors.As(err, &fault) {
		v.s.desk.Fail(err, nil)
		return
	}
	v.s.desk.Dialogs.Choose(words.T("partners.refused"), words.T("icalendar.fault."+string(fault)),
		kit.Choice{Label: words.T("kit.close"), Default: true, Cancel: true})
}

// partnerDays are the days for which calendars are read: all of the season that is going on, those that are known to
// come, and a year from today at least.
func (r *records) partnerDays() (from, until model.Date) {
	from, until = r.Today, r.Today.AddMonths(12)
	for _, x := range r.Seasons {
		if x.Until.Before(r.Today) {
			continue
		}
		if x.From.Before(from) {
			from = x.From
		}
		if x.Until.After(until) {
			until = x.Until
		}
	}
	return from, until
}

// preview shows what was read, and asks for the name and the place before it is kept.
func (v *partnersView) preview(c model.PartnerCalendar, result icalendar.Result) {
	f := v.s.newSheet(v.register.Save, v.register.Leave)
	heading, verb := "partners.new", "partners.keep"
	if c.ID != "" {
		heading, verb = "partners.again", "partners.replace"
	}
	f.SetVerb(words.T(verb))
	f.Build = func() {
		f.View.Section(words.T(heading))
		for _, said := range v.s.records.tellRead(c, result) {
			f.View.Add(said)
		}
		v.fields(f, &c)
	}
	f.Write = func(ctx context.Context) (model.ID, string, error) {
		c.Name = strings.TrimSpace(c.Name)
		kept, err := v.s.store.SavePartnerCalendar(ctx, c, result.Events)
		return kept.ID, words.N("partners.kept", c.Events, "name", c.Name), err
	}
	v.openForm(f, &c)
}

// editForm changes the name and the place of a calendar; its times stay.
func (v *partnersView) editForm(c model.PartnerCalendar) {
	f := v.s.newSheet(v.register.Save, v.register.Leave)
	f.Build = func() {
		f.View.Section(words.T("partners.section.facts"))
		v.fields(f, &c)
	}
	f.Write = func(ctx context.Context) (model.ID, string, error) {
		kept, err := v.s.store.UpdatePartnerCalendar(ctx, c.ID, func(old *model.PartnerCalendar) error {
			old.Name, old.PlaceID = strings.TrimSpace(c.Name), c.PlaceID
			return nil
		})
		return kept.ID, words.T("form.saved", "name", kept.Name), err
	}
	v.openForm(f, &c)
}

func (v *partnersView) openForm(f *form.Sheet, c *model.PartnerCalendar) {
	f.Problems = func() []kit.Problem { return form.Said(c.Check()) }
	f.Make()
	v.register.OpenForm(f.EditForm())
}

// fields are the two things of a calendar that a person decides.
func (v *partnersView) fields(f *form.Sheet, c *model.PartnerCalendar) {
	b := f.Bind("partners.field.", "partners.hint.")
	name := form.Required(b.Entry("name", &c.Name, model.MaxName))
	f.First = form.FocusOf(name)
	f.View.Row(name)
	f.View.Row(b.Hinted(form.Choice(b, "place", v.s.records.partnerPlaces(*c), &c.PlaceID)))
}

// partnerPlaces are the places that were not given up, and the one that is chosen already.
func (r *records) partnerPlaces(c model.PartnerCalendar) []kit.Option[model.ID] {
	out := r.placeChoices()
	for _, o := range out {
		if o.Value == c.PlaceID {
			return out
		}
	}
	if _, known := r.PlaceOf[c.PlaceID]; known {
		out = append(out, kit.Option[model.ID]{Value: c.PlaceID, Label: r.PlaceName(c.PlaceID)})
	}
	return out
}

// tellRead says what was read from a file, and what was not.
func (r *records) tellRead(c model.PartnerCalendar, result icalendar.Result) []fyne.CanvasObject {
	in := words.In(words.Current())
	days := in.DateRange(c.From, c.Until)
	if len(result.Events) == 0 {
		out := []fyne.CanvasObject{kit.Notice(kit.Attention, words.T("partners.read_none", "file", c.File, "days", days))}
		return append(out, leftOut(result)...)
	}
	first, last := result.Events[0].Date, result.Events[len(result.Events)-1].Date
	out := []fyne.CanvasObject{
		kit.NewText(words.N("partners.read_some", len(result.Events), "file", c.File, "days", days, "first", in.Date(first), "last", in.Date(last))),
	}
	if c.ID != "" && result.Name != "" && result.Name != c.Name {
		out = append(out, kit.Notice(kit.Attention, words.T("partners.other_name", "name", result.Name)))
	}
	return append(out, leftOut(result)...)
}

// leftOut says what of a file was not read, a reason on each line, and which time zones were guessed.
func leftOut(result icalendar.Result) []fyne.CanvasObject {
	var lines []string
	for _, reason := range icalendar.Reasons() {
		if n := result.Left[reason]; n > 0 {
			lines = append(lines, "• "+words.N("icalendar.left."+string(reason), n))
		}
	}
	var out []fyne.CanvasObject
	if len(lines) > 0 {
		out = append(out, kit.NewText(words.T("partners.left_out")+"\n"+strings.Join(lines, "\n")))
	}
	if n := len(result.Zones); n > 0 {
		out = append(out, kit.Notice(kit.Attention, words.T("partners.zones", "zones", strings.Join(result.Zones[:min(n, 3)], ", "))))
	}
	return out
}
