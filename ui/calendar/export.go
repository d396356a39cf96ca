package calendar

import (
	"context"
	"strings"
	"time"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/icalendar"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// whose says whose sessions are exported: those of an area or those of a leader.
type whose struct {
	area   model.CalendarArea
	leader model.ID
}

// exportWish is what an iCalendar file is to tell.
type exportWish struct {
	whose       whose
	from, until model.Date // both are in it; zero = open
	internal    bool
}

// askExport asks what to write into an iCalendar file, and where to.
func (s *Screen) askExport() {
	if _, err := s.read(); err != nil {
		s.desk.Fail(err, nil)
		return
	}
	season := s.records.seasonByID(s.seasonNow())
	w := &exportWish{whose: whose{area: s.areaNow()}, from: season.From, until: season.Until}
	if s.lens.leader != "" {
		w.whose = whose{leader: s.lens.leader}
	}
	b := s.printFields()
	fields := kit.NewFields()
	fields.Row(filled(form.OneOf(b, "whose", s.whoseOptions(), &w.whose)))
	fields.Row(b.Date("from", &w.from), b.Date("until", &w.until))
	fields.Row(b.Hinted(b.Check("internal", &w.internal)))
	var feed icalendar.Feed
	var content []byte
	var failed error
	form.Question{
		Title: words.T("calendar.print.what.export"), Verb: words.T("calendar.export.do"), Fields: fields,
		Problems: func() []kit.Problem {
			if !w.until.IsZero() && w.until.Before(w.from) {
				found := model.Problem{Field: "until", Code: "ends_before_start", Args: map[string]any{"from": w.from, "until": w.until}}
				return form.Said([]model.Problem{found})
			}
			if feed, failed = s.feed(context.Background(), *w); failed == nil && len(feed.Sessions) == 0 {
				return []kit.Problem{{Field: "whose", Sentence: words.T("calendar.export.nothing")}}
			}
			return nil
		},
		Write: func(context.Context) (string, error) {
			if failed == nil {
				content, failed = feed.Bytes()
			}
			return "", failed
		},
		Then: func() { s.desk.SaveAs(fileName(feed.Name)+".ics", content) },
	}.Ask(s.desk)
}

// whoseOptions offers the areas, and then the leaders.
func (s *Screen) whoseOptions() []kit.Option[whose] {
	var out []kit.Option[whose]
	for _, o := range s.printAreas() {
		out = append(out, kit.Option[whose]{Value: whose{area: o.Value}, Label: o.Label, Detail: o.Detail})
	}
	for _, o := range s.printLeaders() {
		out = append(out, kit.Option[whose]{Value: whose{leader: o.Value}, Label: o.Label, Detail: o.Detail})
	}
	return out
}

// feed is the calendar that is wished for.
func (s *Screen) feed(ctx context.Context, w exportWish) (icalendar.Feed, error) {
	r := s.records
	f := icalendar.Feed{
		Name: r.exportName(w.whose), Language: words.Current(), Seasons: r.Seasons, Groups: r.GroupOf, Places: r.PlaceOf,
		Leaders: r.LeaderOf, Internal: w.internal, Stamp: time.Now(),
	}
	from, until := w.from, w.until
	if from.IsZero() {
		from = model.MustDate("1000-01-01")
	}
	if until.IsZero() {
		until = model.MustDate("9999-12-31")
	}
	all, err := s.store.Sessions(ctx, from, until)
	f.Sessions = model.Shared(all, r.GroupOf, r.PlaceOf, model.Sharing{Area: w.whose.area, LeaderID: w.whose.leader, Internal: w.internal})
	return f, err
}

// exportName is the name of the calendar, as other programs show it.
func (r *records) exportName(w whose) string {
	centre := r.Centre.Name.Best(words.Current())
	switch {
	case w.leader != "":
		return centre + " – " + r.LeaderName(w.leader)
	case w.area.PlaceID != "":
		return r.PlaceName(w.area.PlaceID)
	case !w.area.Municipality.IsZero():
		return centre + " – " + r.towns.Name(w.area.Municipality)
	default:
		return centre
	}
}

// fileName takes out of a name what some system does not allow in the name of a file.
func fileName(name string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name))
}
