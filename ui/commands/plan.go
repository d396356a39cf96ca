package commands

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/words"
)

// travelMinutes is how long it takes from one municipality to another, until there is a setting for it.
const travelMinutes = 30

// plan makes the command that plans a season: --dry-run says what planning would do, --apply does it and says so.
func (s *session) plan() *cobra.Command {
	c := s.command("plan "+s.in.T("commands.arg.season"), "plan")
	c.Flags().BoolVar(&s.flags.dryRun, "dry-run", false, s.in.T("commands.flag.dry_run"))
	c.Flags().BoolVar(&s.flags.apply, "apply", false, s.in.T("commands.flag.apply"))
	c.Flags().StringArrayVar(&s.flags.force, "force", nil, s.in.T("commands.flag.force"))
	c.Flags().StringArrayVar(&s.flags.drop, "drop", nil, s.in.T("commands.flag.drop"))
	c.Flags().StringVar(&s.flags.format, "format", "", s.in.T("commands.flag.plan_format"))
	c.Args = someName("season")
	c.PreRunE = func(c *cobra.Command, _ []string) error {
		f := s.flags.format
		if c.Flags().Changed("format") && f != "json" && f != "csv" {
			return misuse("format", "text", f)
		}
		if s.flags.dryRun == s.flags.apply {
			return misuse("plan_how")
		}
		for _, text := range slices.Concat(s.flags.force, s.flags.drop) {
			if _, _, ok := groupAndDay(text, s.today()); !ok {
				return misuse("slot", "text", text)
			}
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		store, centre, err := s.open(c.Context())
		if err != nil {
			return err
		}
		plan, m, err := s.makePlan(c.Context(), store, centre, strings.Join(args, " "))
		if err == nil && s.flags.apply && changes(plan) {
			err = store.WritePlan(c.Context(), plan)
		}
		if err = closed(store, err); err != nil {
			return err
		}
		return s.tell(plan, m)
	}
	return c
}

// makePlan plans the season that the text names as the flags say.
func (s *session) makePlan(ctx context.Context, store Store, centre model.Centre, text string) (model.Plan, meetings, error) {
	reg, err := readRegister(ctx, store, centre, s.today())
	if err != nil {
		return model.Plan{}, meetings{}, err
	}
	m, err := readPlaces(ctx, store, reg)
	if err != nil {
		return model.Plan{}, meetings{}, err
	}
	season, err := findSeason(m.seasons, text, s.in)
	if err != nil {
		return model.Plan{}, meetings{}, err
	}
	if m.sessions, err = around(ctx, store, season); err != nil {
		return model.Plan{}, meetings{}, err
	}
	in := model.PlanInput{
		Season: season, Groups: m.groups, Existing: m.sessions, Today: m.today,
		Facts: model.ConflictFacts{
			Groups: m.groupOf, Places: m.placeOf, Leaders: m.leaderOf, Closures: m.closures, TravelMinutes: travelMinutes,
		},
	}
	if in.Forced, err = s.slots(s.flags.force, m); err != nil {
		return model.Plan{}, meetings{}, err
	}
	if in.Dropped, err = s.slots(s.flags.drop, m); err != nil {
		return model.Plan{}, meetings{}, err
	}
	plan := model.PlanSeason(in)
	return plan, m, s.asWanted(plan, in, m)
}

// around reads the sessions of a season and those of other seasons at the same time. A fixed number may go on for a year
// after the season's end, and a session may have been moved out of it.
func around(ctx context.Context, store Store, season model.Season) ([]model.Session, error) {
	own, err := store.SeasonSessions(ctx, season.ID)
	if err != nil {
		return nil, err
	}
	all, err := store.Sessions(ctx, season.From, season.Until.AddDays(366))
	if err != nil {
		return nil, err
	}
	others := slices.DeleteFunc(all, func(x model.Session) bool { return x.SeasonID == season.ID })
	return append(own, others...), nil
}

// groupAndDay reads "GROUP:DATE"; the date is ISO or as people write it.
func groupAndDay(text string, today model.Date) (group string, on model.Date, ok bool) {
	i := strings.LastIndexByte(text, ':')
	if i < 0 {
		return "", model.Date{}, false
	}
	group, typed := strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+1:])
	on, err := words.ParseDate(typed, today)
	return group, on, err == nil && group != "" && !on.IsZero()
}

// slots are the days that --force or --drop names.
func (s *session) slots(texts []string, m meetings) (map[model.Slot]bool, error) {
	out := map[model.Slot]bool{}
	for _, text := range texts {
		name, on, _ := groupAndDay(text, s.today())
		g, err := findGroup(m.groups, name, s.in)
		if err != nil {
			return nil, err
		}
		out[model.Slot{GroupID: g.ID, On: on}] = true
	}
	return out, nil
}

// asWanted refuses a plan that does not do what --force and --drop ask for. To ask for it once more is no fault.
func (s *session) asWanted(plan model.Plan, in model.PlanInput, m meetings) error {
	acts := map[model.Slot]model.PlanAct{}
	for _, l := range plan.Lines {
		acts[l.Slot()] = l.Act
	}
	refuse := func(key string, slot model.Slot) error {
		name := m.groupOf[slot.GroupID].Name.Best(model.Language(s.in))
		return &fault{key: key, args: []any{"group", name, "date", s.in.Date(slot.On)}}
	}
	for slot := range in.Forced {
		if _, there := acts[slot]; !there {
			return refuse("no_slot", slot)
		}
		if in.Dropped[slot] {
			return refuse("force_and_drop", slot)
		}
	}
	for slot := range in.Dropped {
		switch act, there := acts[slot]; {
		case there && act != model.PlanDrop:
			return refuse("planned_already", slot)
		case !there && !slices.Contains(m.groupOf[slot.GroupID].Recurrence.Without, slot.On):
			return refuse("no_slot", slot)
		}
	}
	return nil
}

// changes reports whether writing the plan would change anything.
func changes(p model.Plan) bool {
	save, remove := p.Changes()
	return len(save)+len(remove)+len(p.Dropped()) > 0
}

// called is a record that can be named on the command line.
type called struct {
	id   model.ID
	name model.Text
	line string // beside others
}

// find finds the record that the text names: by ID, by its whole name in any language, or by some words of it as long as
// they fit one only. what is "season" or "group".
func find(all []called, text, what string) (int, error) {
	text = strings.TrimSpace(text)
	var whole, part []int
	for i, x := range all {
		if string(x.id) == text {
			return i, nil
		}
		names := []string{x.name.Fi, x.name.Sv, x.name.En}
		same := func(name string) bool { return name != "" && model.Fold(name) == model.Fold(text) }
		fits := func(name string) bool { return hasWords(name, text) }
		switch {
		case slices.ContainsFunc(names, same):
			whole = append(whole, i)
		case slices.ContainsFunc(names, fits):
			part = append(part, i)
		}
	}
	if len(whole) > 0 {
		part = whole
	}
	switch len(part) {
	case 0:
		return 0, &fault{key: "no_" + what, args: []any{"name", text}}
	case 1:
		return part[0], nil
	}
	var lines []string
	for _, i := range part {
		lines = append(lines, all[i].line+"  "+string(all[i].id))
	}
	return 0, &fault{key: "which_" + what, args: []any{"name", text, "candidates", candidates(lines)}}
}

func findSeason(all []model.Season, text string, in words.In) (model.Season, error) {
	names := make([]called, len(all))
	for i, x := range all {
		names[i] = called{x.ID, x.Name, said(x.Name.Best(model.Language(in)), in.DateRange(x.From, x.Until))}
	}
	i, err := find(names, text, "season")
	if err != nil {
		return model.Season{}, err
	}
	return all[i], nil
}

func findGroup(all []model.Group, text string, in words.In) (model.Group, error) {
	names := make([]called, len(all))
	for i, x := range all {
		when := in.Recurrence(x.Recurrence, x.From, x.Until)
		names[i] = called{x.ID, x.Name, said(x.Name.Best(model.Language(in)), when)}
	}
	i, err := find(names, text, "group")
	if err != nil {
		return model.Group{}, err
	}
	return all[i], nil
}
