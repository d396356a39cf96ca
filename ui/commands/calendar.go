package commands

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/paper"
	"kumppani/ui/records"
)

// readCalendar reads what documents about meeting places take, all but the sessions.
func (s *session) readCalendar(ctx context.Context, store Store, centre model.Centre) (paper.Office, records.Meetings, error) {
	reg, err := records.ReadRegister(ctx, store, centre, s.today())
	if err != nil {
		return paper.Office{}, records.Meetings{}, err
	}
	m, err := records.ReadPlaces(ctx, store, reg)
	return paper.Office{Organisations: reg.Directory, Centre: centre, Today: m.Today}, m, err
}

// meetingFacts is what documents take from the registers.
func meetingFacts(m records.Meetings) paper.MeetingFacts {
	return paper.MeetingFacts{Groups: m.GroupOf, Places: m.PlaceOf, Leaders: m.LeaderOf, Policy: m.Policy, Closures: m.Closures}
}

// wallLanguages are those of a paper that hangs on a wall: as --lang says, or else both national languages, that of the
// centre first.
func (s *session) wallLanguages(centre model.Centre) []model.Language {
	switch {
	case len(s.langs) > 0:
		return s.langs
	case centre.Language == model.Swedish:
		return []model.Language{model.Swedish, model.Finnish}
	default:
		return []model.Language{model.Finnish, model.Swedish}
	}
}

// before has check look at the command line before what looks at it already.
func before(c *cobra.Command, check func(*cobra.Command) error) {
	then := c.PreRunE
	c.PreRunE = func(c *cobra.Command, args []string) error {
		if err := check(c); err != nil {
			return err
		}
		return then(c, args)
	}
}

// naming adds flags that each name a record; of those that say where or whose, one at most may be given.
func (s *session) naming(c *cobra.Command, flags ...string) {
	into := map[string]*string{
		"season": &s.flags.season, "place": &s.flags.place, "municipality": &s.flags.municipality, "leader": &s.flags.leader,
	}
	for _, name := range flags {
		c.Flags().StringVar(into[name], name, "", s.in.T("commands.flag."+name))
	}
	before(c, func(c *cobra.Command) error {
		var given []string
		for _, name := range flags {
			if !c.Flags().Changed(name) {
				continue
			}
			if strings.TrimSpace(*into[name]) == "" {
				return misuse("name_empty", "flag", "--"+name)
			}
			if name != "season" {
				given = append(given, "--"+name)
			}
		}
		if len(given) > 1 {
			return misuse("one_of", "flags", strings.Join(given, ", "))
		}
		return nil
	})
}

// atPlace adds the flag --place, which has to be given.
func (s *session) atPlace(c *cobra.Command) {
	s.naming(c, "place")
	before(c, func(c *cobra.Command) error {
		if !c.Flags().Changed("place") {
			return misuse("place")
		}
		return nil
	})
}

// inWeek adds the flag --week, which has to be given.
func (s *session) inWeek(c *cobra.Command) {
	c.Flags().StringVar(&s.flags.week, "week", "", s.in.T("commands.flag.week"))
	before(c, func(c *cobra.Command) error {
		if !c.Flags().Changed("week") {
			return misuse("week_missing")
		}
		if _, ok := parseWeek(s.flags.week); !ok {
			return misuse("week", "text", s.flags.week)
		}
		return nil
	})
}

var weekForm = regexp.MustCompile(`^([0-9]{4})-?[Ww]([0-9]{2})$`)

// parseWeek reads a week as ISO 8601 writes it, 2026-W48, and returns its Monday; false when there is no such week.
func parseWeek(text string) (monday model.Date, ok bool) {
	parts := weekForm.FindStringSubmatch(strings.TrimSpace(text))
	if parts == nil {
		return model.Date{}, false
	}
	year, _ := strconv.Atoi(parts[1]) // digits, as the form has it
	week, _ := strconv.Atoi(parts[2])
	first, ok := model.NewDate(year, time.January, 4) // is always in week 1
	if !ok {
		return model.Date{}, false
	}
	monday = first.Monday().AddDays(7 * (week - 1))
	y, w := monday.ISOWeek()
	return monday, y == year && w == week
}

// seasonMeant is the season that --season names, or else the one of the day, or the next.
func (s *session) seasonMeant(m records.Meetings) (model.Season, error) {
	if s.flags.season != "" {
		return findSeason(m.Seasons, s.flags.season, s.in)
	}
	if season, ok := model.SeasonOn(m.Seasons, m.Today); ok {
		return season, nil
	}
	var lines []string
	for _, x := range m.Seasons {
		lines = append(lines, records.Said(x.Name.Best(model.Language(s.in)), s.in.DateRange(x.From, x.Until)))
	}
	return model.Season{}, &fault{key: "no_season_now", args: []any{"candidates", candidates(lines)}}
}

// areaMeant is what --municipality or --place names, or else the whole region.
func (s *session) areaMeant(m records.Meetings, centre model.Centre) (model.CalendarArea, error) {
	var area model.CalendarArea
	var err error
	if s.flags.municipality != "" {
		area.Municipality, err = findMunicipality(m.Places, centre, s.flags.municipality, s.in)
	}
	if s.flags.place != "" {
		var p model.MeetingPlace
		p, err = findPlace(m.Places, s.flags.place, s.in)
		area.PlaceID = p.ID
	}
	return area, err
}
