package commands

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/records"
	"kumppani/ui/words"
)

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
func (s *session) makePlan(ctx context.Context, store Store, centre model.Centre, text string) (model.Plan, records.Meetings, error) {
	reg, err := records.ReadRegister(ctx, store, centre, s.today())
	if err != nil {
		return model.Plan{}, records.Meetings{}, err
	}
	m, err := records.ReadPlaces(ctx, store, reg)
	if err != nil {
		return model.Plan{}, records.Meetings{}, err
	}
	season, err := findSeason(m.Seasons, text, s.in)
	if err != nil {
		return model.Plan{}, records.Meetings{}, err
	}
	in, err := m.PlanInput(ctx, store, season)
	if err != nil {
		return model.Plan{}, records.Meetings{}, err
	}
	m.Sessions = in.Existing
	if in.Forced, err = s.slots(s.flags.force, m); err != nil {
		return model.Plan{}, records.Meetings{}, err
	}
	if in.Dropped, err = s.slots(s.flags.drop, m); err != nil {
		return model.Plan{}, records.Meetings{}, err
	}
	plan := model.PlanSeason(in)
	return plan, m, s.asWanted(plan, in, m)
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
func (s *session) slots(texts []string, m records.Meetings) (map[model.Slot]bool, error) {
	out := map[model.Slot]bool{}
	for _, text := range texts {
		name, on, _ := groupAndDay(text, s.today())
		g, err := findGroup(m.Groups, name, s.in)
		if err != nil {
			return nil, err
		}
		out[model.Slot{GroupID: g.ID, On: on}] = true
	}
	return out, nil
}

// asWanted refuses a plan that does not do what --force and --drop ask for. To ask for it once more is no fault.
func (s *session) asWanted(plan model.Plan, in model.PlanInput, m records.Meetings) error {
	acts := map[model.Slot]model.PlanAct{}
	for _, l := range plan.Lines {
		acts[l.Slot()] = l.Act
	}
	refuse := func(key string, slot model.Slot) error {
		name := m.GroupOf[slot.GroupID].Name.Best(model.Language(s.in))
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
		case !there && !slices.Contains(m.GroupOf[slot.GroupID].Recurrence.Without, slot.On):
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
