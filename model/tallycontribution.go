package model

// OwedIn reports whether the contribution of an agreement that was in force in the period belongs to what is told of it:
// due or done in it, owed since before, or without a day. One that was done before the period belongs to it only when it
// is given over and over again.
func (c Contribution) OwedIn(p Period) bool {
	switch {
	case !c.DoneOn.IsZero() && c.DoneOn.Before(p.From):
		return c.DueOn.IsZero() && c.Per != "" && c.Per != Once
	case p.Covers(c.DoneOn):
		return true
	default:
		return c.DueOn.IsZero() || !c.DueOn.After(p.Until)
	}
}

// ContributionTally is how many contributions there are and how it stands with them.
type ContributionTally struct {
	All, Delivered, Promised, NotDelivered int
}

// Add counts a contribution as it stands on the day.
func (t *ContributionTally) Add(c Contribution, day Date) {
	t.All++
	switch c.DeliveryOn(day) {
	case Delivered:
		t.Delivered++
	case NotDelivered:
		t.NotDelivered++
	default:
		t.Promised++
	}
}
