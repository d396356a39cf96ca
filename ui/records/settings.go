package records

import (
	"cmp"
	"context"

	"kumppani/model"
	"kumppani/ui/words"
)

var settingLists = map[Kind]list{
	Requirements: {
		func(ctx context.Context, r reading) ([]Record, error) {
			read, err := r.store.Requirements(ctx)
			return all(read, err, func(x model.Requirement) Record { return requirementRecord(r.In, x) })
		},
		func(in words.In) Record { return requirementRecord(in, model.Requirement{}) },
	},
	Template: {
		func(ctx context.Context, r reading) ([]Record, error) {
			t, err := r.store.Template(ctx)
			return all(append(t.Clauses, t.Memo), err, func(c model.TemplateClause) Record { return templateRecord(r.In, c) })
		},
		func(in words.In) Record { return templateRecord(in, model.TemplateClause{}) },
	},
	Settings: {
		func(ctx context.Context, r reading) ([]Record, error) {
			centre, err := r.store.Centre(ctx)
			leaders, policyErr := r.store.LeaderPolicy(ctx)
			meetings, meetingsErr := r.store.MeetingPolicy(ctx)
			return []Record{settingsRecord(r.In, centre, leaders, meetings)}, cmp.Or(err, policyErr, meetingsErr)
		},
		func(in words.In) Record {
			return settingsRecord(in, model.Centre{}, model.LeaderPolicy{}, model.MeetingPolicy{})
		},
	},
}

// requirementRecord is everything that is stored of what is asked of leaders.
func requirementRecord(in words.In, x model.Requirement) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", x.ID)
	code(r, "kind", "requirement.kind", x.Kind)
	r.texts("name", x.Name)
	codes(r, "tasks", "leader.task", x.Tasks)
	r.flag("professionals", x.Professionals)
	code(r, "weight", "requirement.weight", x.Weight)
	r.count("valid_months", x.ValidMonths)
	r.number("grace_days", int64(x.GraceDays))
	nested(r, "texts", x.Texts, func(r *Record, t model.RequirementText) string {
		r.id("id", t.ID)
		r.text("version", t.Version)
		r.date("from", t.From)
		r.texts("body", t.Body)
		return Said(t.Version, in.Date(t.From))
	})
	r.flag("off", x.Off)
	return *r
}

// templateRecord is one clause of the template.
func templateRecord(in words.In, c model.TemplateClause) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.text("key", c.Key)
	r.texts("heading", c.Heading)
	r.texts("body", c.Body)
	return *r
}

// settingsRecord is what the coordinator has decided, but for the picture on the letterhead.
func settingsRecord(in words.In, c model.Centre, l model.LeaderPolicy, m model.MeetingPolicy) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.texts("name", c.Name)
	r.texts("region", c.Region)
	r.text("host", c.Host)
	r.text("coordinator", c.Coordinator)
	r.text("phone", c.Phone)
	r.text("email", c.Email)
	r.text("letterhead", c.Letterhead)
	code(r, "language", "language", c.Language)
	r.number("lead_days", int64(c.LeadDays))
	nested(r, "municipalities", c.Municipalities, func(r *Record, x model.RegionMunicipality) string {
		r.text("code", x.Code)
		r.text("name_fi", x.Fi)
		r.text("name_sv", x.Sv)
		return x.Name(model.Language(in))
	})
	r.number("keep_leaders_months", int64(l.KeepMonths))
	r.flag("keep_who_saw_extracts", l.KeepSeen)
	r.number("travel_minutes", int64(m.TravelMinutes))
	nested(r, "count_categories", m.Categories, func(r *Record, x model.CountCategory) string {
		r.id("id", x.ID)
		r.texts("name", x.Name)
		r.flag("off", x.Off)
		return x.Name.Best(r.main)
	})
	return *r
}
