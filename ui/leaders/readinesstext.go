package leaders

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// readinessText puts readiness into sentences.
type readinessText struct {
	in       words.In
	today    model.Date
	leader   model.Leader
	seen     bool                // it is kept who has seen an extract and when
	personal func(string) string // a text about the person as it may be shown now
}

// say is one of the sentences of readiness.
func (t readinessText) say(key string, args ...any) string {
	return t.in.T("leaders.ready."+key, args...)
}

// of says how the leader stands with a requirement: what was done and when, or by when it is to be done.
func (t readinessText) of(r model.Readiness) string {
	switch {
	case r.State == model.ReadyWaived:
		return t.waived(r)
	case r.Requirement.Kind == model.RequireCheck:
		return t.check(r)
	case r.Requirement.Kind == model.RequirePublication:
		return t.publication(r)
	default:
		return t.done(r)
	}
}

func (t readinessText) waived(r model.Readiness) string {
	if r.By.IsZero() {
		return t.say("waived", "reason", t.personal(r.Waiver.Reason))
	}
	return t.say("waived_until", "date", t.in.Date(r.By), "reason", t.personal(r.Waiver.Reason))
}

// done is for what is done on a day: an introduction, an undertaking, a training.
func (t readinessText) done(r model.Readiness) string {
	verb := "done"
	switch r.Requirement.Kind {
	case model.RequireUndertaking:
		verb = "signed"
	case model.RequireTraining:
		verb = "trained"
	}
	if r.On.IsZero() {
		return t.notDone(r, verb)
	}
	parts := []string{t.say(verb, "date", t.in.Date(r.On))}
	if r.Version != "" {
		parts[0] = t.say("signed_version", "date", t.in.Date(r.On), "version", r.Version)
	}
	if now, has := r.Requirement.TextOn(t.today); r.Older && has {
		parts = append(parts, t.say("newer_text", "version", now.Version))
	}
	switch {
	case r.By.IsZero():
	case r.By.Before(t.today) && r.State == model.ReadyDueSoon:
		parts = append(parts, t.say("ran_out_renewable", "date", t.in.Date(r.By)))
	case r.By.Before(t.today):
		parts = append(parts, t.say("ran_out", "date", t.in.Date(r.By)))
	default:
		parts = append(parts, t.say("valid_until", "date", t.in.Date(r.By)))
	}
	return strings.Join(parts, " ")
}

// notDone says by when it is to be done, or should have been.
func (t readinessText) notDone(r model.Readiness, verb string) string {
	switch {
	case r.By.IsZero():
		return t.say("never_" + verb)
	case r.State == model.ReadyMissing:
		return t.say("late_"+verb, "date", t.in.Date(r.By))
	default:
		return t.say("due_"+verb, "date", t.in.Date(r.By))
	}
}

// publication says what the calendar may say about the person.
func (t readinessText) publication(r model.Readiness) string {
	p := t.leader.Publication
	if r.On.IsZero() {
		return t.notDone(r, "asked")
	}
	on := t.in.Date(p.On)
	name, phone := p.PublicOn(t.today)
	switch {
	case name && phone:
		return t.say("publish_both", "date", on)
	case name:
		return t.say("publish_name", "date", on)
	case phone:
		return t.say("publish_phone", "date", on)
	case !p.WithdrawnOn.IsZero() && !p.WithdrawnOn.After(t.today):
		return t.say("publish_withdrawn", "date", on, "withdrawn", t.in.Date(p.WithdrawnOn))
	default:
		return t.say("publish_none", "date", on)
	}
}

// check says what is known of the background check of one task, and what the law lets be done.
func (t readinessText) check(r model.Readiness) string {
	switch r.State {
	case model.ReadyInOrder:
		c := r.Task.Check
		if t.seen && !c.SeenOn.IsZero() {
			said := t.say("check_seen_on", "date", t.in.Date(r.On), "seen", t.in.Date(c.SeenOn))
			if c.SeenBy != "" {
				said += " " + t.say("check_seen_by", "name", t.personal(c.SeenBy))
			}
			return said
		}
		return t.say("check_seen", "date", t.in.Date(r.On))
	case model.ReadyTooOld:
		return t.say("check_too_old", "date", t.in.Date(r.On), "last", t.in.Date(r.Task.Check.LastShown()))
	case model.ReadyRequested:
		return t.say("check_requested", "date", t.in.Date(r.On))
	default:
		return t.say("check_" + string(r.State))
	}
}
