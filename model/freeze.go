package model

import (
	"fmt"
	"slices"
	"strings"
)

// FrozenChanges returns the fields in which after differs from before although the text of before was signed. Contacts,
// signing, reviews, notice, deliveries, attachments, amendments and office notes go on living; the rest is what the
// parties put their names to.
func FrozenChanges(before, after Agreement) []string {
	if !before.Frozen() || !after.Frozen() {
		return nil // not signed yet, or the signature itself was a slip and is taken back
	}
	var fields []string
	check := func(field string, same bool) {
		if !same {
			fields = append(fields, field)
		}
	}
	check("number", before.Number == after.Number)
	check("title", before.Title == after.Title)
	check("languages", slices.Equal(before.Languages, after.Languages))
	check("form", before.Form == after.Form)
	check("area", before.Area == after.Area)
	check("place", before.Place == after.Place)
	check("court", before.Court == after.Court)
	check("valid_from", before.ValidFrom == after.ValidFrom)
	check("valid_until", before.ValidUntil == after.ValidUntil)
	check("notice_months", before.NoticeMonths == after.NoticeMonths)
	check("meetings_per_year", before.MeetingsPerYear == after.MeetingsPerYear)
	check("clauses", slices.Equal(before.Clauses, after.Clauses))
	check("parties", slices.EqualFunc(before.Parties, after.Parties, Party.sameText))
	check("tasks", slices.EqualFunc(before.Tasks, after.Tasks, Task.same))
	check("contributions", slices.EqualFunc(before.Contributions, after.Contributions, Contribution.sameText))
	return fields
}

// CheckFrozen is the refusal of such changes.
func CheckFrozen(before, after Agreement) error {
	if fields := FrozenChanges(before, after); len(fields) > 0 {
		return &Error{
			Code: CodeFrozen, Op: "change a signed agreement", Record: before.Number,
			Err: fmt.Errorf("changed: %s", strings.Join(fields, ", ")),
		}
	}
	return nil
}

// KeptText finds the PDF that the parties put their names to: it is what a signed agreement is in its own languages.
// After a first signature that was taken back and given again, the last one kept holds.
func (a *Agreement) KeptText(languages []Language) (Attachment, bool) {
	if !a.Frozen() || !slices.Equal(languages, a.Languages) {
		return Attachment{}, false
	}
	for _, x := range slices.Backward(a.Attachments) {
		if x.Role == SignedText {
			return x, true
		}
	}
	return Attachment{}, false
}

func (p Party) sameText(q Party) bool {
	return p.ID == q.ID && p.OrganisationID == q.OrganisationID && p.Role == q.Role && p.CoreTask == q.CoreTask
}

func (t Task) same(u Task) bool {
	return t.ID == u.ID && t.Description == u.Description && slices.Equal(t.PartyIDs, u.PartyIDs)
}

func (c Contribution) sameText(d Contribution) bool {
	c.DoneOn, d.DoneOn = Date{}, Date{}
	return c == d
}
