package calendar

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// sessionForm edits one session, or begins a new one beside the recurrence of its group.
type sessionForm struct {
	*form.Sheet
	p     *panel
	x     model.Session // the draft
	was   model.Session
	isNew bool

	pair   *pairFields
	clash  *kit.Text // what would stand in the way, as it is in the form just now
	read   model.Date
	day    []model.Session // of the day read
	booked []model.PartnerEvent
}

func newSessionForm(p *panel, x model.Session, isNew bool) *sessionForm {
	f := &sessionForm{p: p, x: copyOfSession(x), was: copyOfSession(x), isNew: isNew}
	if isNew {
		f.x.State = model.SessionPlanned
		if f.x.GroupID != "" {
			f.prefill()
		}
	}
	f.Sheet = form.NewSheet(p.s.desk, p.Save, form.Cancel(p.Leave))
	f.Build, f.Problems, f.Write, f.Touched = f.fields, f.problems, f.write, f.touched
	f.Make()
	return f
}

// prefill gives a new session what its group has, but for what was pointed at in the grid.
func (f *sessionForm) prefill() {
	g := f.p.s.records.GroupOf[f.x.GroupID]
	f.x.PlaceID = cmp.Or(f.was.PlaceID, g.PlaceID)
	f.x.Leaders = slices.Clone(g.Leaders)
	f.x.From, f.x.Until = g.From, g.Until
	if !f.was.From.IsZero() {
		f.x.From, f.x.Until = f.was.From, later(f.was.From, g.From.MinutesUntil(g.Until))
	}
}

// later is a time of day so many minutes later, the last one of the day at most.
func later(c model.Clock, minutes int) model.Clock {
	at := c.Hour()*60 + c.Minute() + minutes
	if t, ok := model.NewClock(at/60, at%60); ok {
		return t
	}
	last, _ := model.NewClock(23, 59)
	return last
}

func (f *sessionForm) fields() {
	r := f.p.s.records
	f.clash = kit.NewText("")
	b := f.Bind("calendar.session.field.", "calendar.session.hint.")
	if f.isNew {
		f.View.Section(words.T("calendar.session.section.new"))
		groupChosen := func() {
			f.prefill()
			f.Rebuild("group")
		}
		f.View.Row(form.OneOf(b.Then(groupChosen), "group", f.groupOptions(), &f.x.GroupID))
	} else {
		f.View.Section(r.GroupName(f.x.GroupID))
	}
	f.View.Row(form.Required(b.Date("date", &f.x.Date)))
	f.View.Row(form.Required(b.Clock("from", &f.x.From)), form.Required(b.Clock("until", &f.x.Until)))
	f.View.Row(form.Choice(b, "place", f.p.s.placeOptions(f.x.Date, f.x.PlaceID), &f.x.PlaceID))
	f.View.Add(f.clash)
	f.pair = &pairFields{s: f.p.s, leaders: &f.x.Leaders}
	f.pair.rows(b, f.View)
	theme := b.Entry("theme", &f.x.Theme, model.MaxName)
	if every := r.GroupOf[f.x.GroupID].ThemeEvery; every > 0 {
		theme.Hint = words.N("calendar.session.hint.theme", every)
	}
	f.View.Row(theme)
	f.View.Row(b.Hinted(b.Entry("guest", &f.x.Guest, model.MaxName)))
	f.look()
}

// groupOptions are the groups that meet on the day or later, in the order of their names.
func (f *sessionForm) groupOptions() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	in := words.In(words.Current())
	for _, g := range f.p.s.records.Groups {
		if g.RunsUntil.IsZero() || !g.RunsUntil.Before(f.x.Date) {
			out = append(out, kit.Option[model.ID]{
				Value: g.ID, Label: g.Name.Best(words.Current()),
				Detail: in.Recurrence(g.Recurrence, g.From, g.Until),
			})
		}
	}
	return out
}

// touched looks again at what stands in the way.
func (f *sessionForm) touched() {
	f.look()
	f.Recheck()
}

// look says what would stand in the way of the session as it is in the form, and offers the leaders by whether they are
// free then.
func (f *sessionForm) look() {
	if f.x.Date.IsZero() || f.x.From.IsZero() || f.x.Until.IsZero() || !f.x.From.Before(f.x.Until) {
		f.say("")
		f.pair.offer(f.x.Date, func(l model.Leader) string { return f.p.s.records.awayText(l.ID, f.x.Date) })
		return
	}
	if f.read != f.x.Date {
		day, booked, err := f.p.s.readDay(context.Background(), f.x.Date)
		if err != nil {
			f.p.s.desk.Fail(err, nil)
			return
		}
		f.read, f.day, f.booked = f.x.Date, day, booked
	}
	found, all := conflictsOf(f.x, f.day, f.p.s.records.facts(f.booked, f.x.Date))
	var said []string
	for _, c := range found {
		said = append(said, f.p.s.conflictText(c, all))
	}
	f.say(strings.Join(said, "\n"))
	f.pair.offer(f.x.Date, f.against)
}

// say shows what stands in the way, and gives the fields under it their places.
func (f *sessionForm) say(text string) {
	if text == "" && !f.x.Date.IsZero() && !f.x.From.IsZero() && f.x.From.Before(f.x.Until) {
		text = words.T("calendar.session.no_conflicts")
	}
	if f.clash.Text != text {
		f.clash.SetText(text)
		f.Reshow()
	}
}

// against says why a leader is hardly free: away, or with another group at that time.
func (f *sessionForm) against(l model.Leader) string {
	if away := f.p.s.records.awayText(l.ID, f.x.Date); away != "" {
		return away
	}
	for _, o := range f.day {
		if o.ID != f.x.ID && o.Led(l.ID) && o.State != model.SessionCancelled && o.From.Before(f.x.Until) && f.x.From.Before(o.Until) {
			return words.T("calendar.leader.leads", "group", f.p.s.records.GroupName(o.GroupID))
		}
	}
	return ""
}

// tidied is the draft as it is kept.
func (f *sessionForm) tidied() model.Session {
	x := copyOfSession(f.x)
	x.Theme, x.Guest = tidy(x.Theme), tidy(x.Guest)
	return x
}

// tidy is a text without white space at its ends.
func tidy(text string) string { return strings.TrimSpace(text) }

func (f *sessionForm) problems() []kit.Problem {
	x := f.tidied()
	found := x.Check()
	if !f.isNew {
		found = form.Fresh(f.was.Check(), found)
	}
	out := form.Said(found)
	if x.Date.IsZero() || !f.isNew && x.Date == f.was.Date {
		return out
	}
	if _, known := model.SeasonOf(f.p.s.records.Seasons, x.Date); !known {
		out = append(out, kit.Problem{Field: "date", Warning: true, Sentence: words.T("calendar.session.outside_seasons")})
	}
	return out
}

func (f *sessionForm) write(ctx context.Context) (model.ID, string, error) {
	x := f.tidied()
	if f.isNew {
		return f.create(ctx, x)
	}
	said := words.T("calendar.session.saved", "when", sessionWhen(x))
	if x.Date != f.was.Date || x.From != f.was.From || x.Until != f.was.Until {
		said = words.T("calendar.session.moved_said", "from", sessionWhen(f.was), "until", sessionWhen(x))
	}
	err := f.p.s.changeSessions([]model.ID{x.ID}, said, func(kept *model.Session) {
		kept.Date, kept.From, kept.Until, kept.PlaceID = x.Date, x.From, x.Until, x.PlaceID
		kept.Leaders, kept.Theme, kept.Guest = slices.Clone(x.Leaders), x.Theme, x.Guest
	})
	return x.ID, "", err
}

// create keeps a new session, in the season of its day where there is one.
func (f *sessionForm) create(ctx context.Context, x model.Session) (model.ID, string, error) {
	if season, known := model.SeasonOf(f.p.s.records.Seasons, x.Date); known {
		x.SeasonID = season.ID
	}
	kept, err := f.p.s.store.CreateSession(ctx, x)
	if err != nil {
		return "", "", err
	}
	f.p.s.sayUndoable(words.T("calendar.session.created", "group", f.p.s.records.GroupName(kept.GroupID), "when", sessionWhen(kept)), func() error {
		return f.p.s.store.DeleteSession(context.Background(), kept.ID)
	})
	return kept.ID, "", nil
}
