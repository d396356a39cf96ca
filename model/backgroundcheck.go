package model

// CheckNeed is the organiser's judgement of a task: whether the criminal record extract of a volunteer may be asked for
// (Act 148/2014, sections 3 and 4): the task is regularly and essentially to teach, guide, care for or be with a minor,
// in person, and alone with the minor or where the minor's integrity cannot otherwise reasonably be secured.
type CheckNeed string

// The judgements.
const (
	CheckNotNeeded CheckNeed = "not_needed"
	CheckToAssess  CheckNeed = "to_assess"
	CheckNeeded    CheckNeed = "needed"
)

// CheckNeeds lists them in the order in which they are offered.
func CheckNeeds() []CheckNeed { return []CheckNeed{CheckToAssess, CheckNotNeeded, CheckNeeded} }

// BackgroundCheck is all that may be recorded of the background check of a task: whether it is needed, the day of the
// written consent, and the issue date of the extract (Act 148/2014; Legal Register Centre). SeenOn and SeenBy go beyond
// that and are kept only when LeaderPolicy.KeepSeen says so. There is no outcome, code, note or attachment, and there
// must not be.
type BackgroundCheck struct {
	Need          CheckNeed // empty = to be assessed
	ConsentOn     Date
	ExtractIssued Date
	SeenOn        Date
	SeenBy        string
}

// CheckState is how it stands with the background check of a task.
type CheckState string

// The states of a background check.
const (
	CheckStateEmployer       CheckState = "employer" // of a professional: the employer's responsibility
	CheckStateNotNeeded      CheckState = "not_needed"
	CheckStateToAssess       CheckState = "to_assess"
	CheckStateCannotAsk      CheckState = "cannot_ask" // the volunteer began before 1.5.2014
	CheckStateConsentMissing CheckState = "consent_missing"
	CheckStateRequested      CheckState = "requested"
	CheckStateSeen           CheckState = "seen"
	CheckStateTooOld         CheckState = "too_old" // older than six months when it was shown
)

// CheckStates lists them.
func CheckStates() []CheckState {
	return []CheckState{
		CheckStateEmployer, CheckStateNotNeeded, CheckStateToAssess, CheckStateCannotAsk, CheckStateConsentMissing,
		CheckStateRequested, CheckStateSeen, CheckStateTooOld,
	}
}

// checkableFrom is the day on which Act 148/2014 came into force; it does not concern volunteers who began before it.
var checkableFrom = MustDate("2014-05-01")

// extractMonths is how old an extract may be when it is shown, in calendar months (Act 148/2014).
const extractMonths = 6

// CheckOf tells how it stands with the background check of one of the leader's tasks; of an anonymised leader, nothing. An extract does not grow old
// after it was shown: it depends on no day, and nothing is ever to be renewed.
func (l Leader) CheckOf(t LeaderTask) CheckState {
	c := t.Check
	began := t.From
	if began.IsZero() {
		began = l.FirstDay()
	}
	switch {
	case l.Anonymised():
		return ""
	case l.Kind == Professional:
		return CheckStateEmployer
	case c.Need == CheckNotNeeded:
		return CheckStateNotNeeded
	case c.Need != CheckNeeded:
		return CheckStateToAssess
	case !began.IsZero() && began.Before(checkableFrom):
		return CheckStateCannotAsk
	case !c.ExtractIssued.IsZero() && c.shownTooLate():
		return CheckStateTooOld
	case !c.ExtractIssued.IsZero():
		return CheckStateSeen
	case !c.ConsentOn.IsZero():
		return CheckStateRequested
	default:
		return CheckStateConsentMissing
	}
}

// LastShown is the last day on which an extract of that issue date may be shown; zero without one.
func (c BackgroundCheck) LastShown() Date { return c.ExtractIssued.AddMonths(extractMonths) }

// shownTooLate reports whether the extract is known to have been too old when it was shown. Without SeenOn the day is
// not known; it was not before the consent.
func (c BackgroundCheck) shownTooLate() bool {
	shown := c.SeenOn
	if shown.IsZero() {
		shown = c.ConsentOn
	}
	return shown.After(c.LastShown())
}

// check says what is amiss; i is the place of the task.
func (c BackgroundCheck) check(p *problems, i int, began, today Date) {
	issued := at("tasks", i, "extract_issued")
	switch {
	case c.ExtractIssued.IsZero():
	case c.ExtractIssued.After(today):
		p.warn(issued, "in_future")
	case c.SeenOn.IsZero() && today.After(c.LastShown()) && c.ConsentOn.IsZero():
		p.warn(issued, "extract_old_today", "last", c.LastShown())
	}
	p.notLater(at("tasks", i, "consent_on"), c.ConsentOn, today)
	p.notLater(at("tasks", i, "seen_on"), c.SeenOn, today)
	if !c.ExtractIssued.IsZero() && c.shownTooLate() {
		p.warn(issued, "extract_too_old", "last", c.LastShown())
	}
	if !c.SeenOn.IsZero() && c.SeenOn.Before(c.ExtractIssued) {
		p.warn(at("tasks", i, "seen_on"), "seen_before_issued")
	}
	if !c.ExtractIssued.IsZero() && !began.IsZero() && began.Before(checkableFrom) {
		p.warn(issued, "extract_cannot_ask")
	}
	p.length(at("tasks", i, "seen_by"), c.SeenBy, MaxName)
}
