package model

import (
	"slices"
	"strings"
	"unicode"
)

// guardianAge is the age below which a guardian signs for a volunteer (Occupational Safety and Health Act 738/2002 and
// practice of the organisations).
const guardianAge = 15

// MayBeUnderAge reports whether the leader may still be younger than so many years on the day. Without a year of birth
// nothing is known, and the answer is no.
func (l Leader) MayBeUnderAge(years int, day Date) bool {
	return l.BirthYear.Known && day.Year()-l.BirthYear.N <= years
}

// GuardianSigns reports whether a guardian should sign for the leader on the day.
func (l Leader) GuardianSigns(day Date) bool { return l.MayBeUnderAge(guardianAge, day) }

// Check returns what is amiss in the leader on the day.
func (l Leader) Check(today Date) []Problem {
	var p problems
	if !l.Anonymised() {
		p.required("name", l.Name)
	}
	p.length("name", l.Name, MaxName)
	if !slices.Contains(LeaderKinds(), l.Kind) {
		p.refuse("kind", "required")
	}
	p.length("phone", l.Phone, MaxShort)
	p.email("email", l.Email)
	p.length("municipality", l.Municipality.Name, MaxShort)
	p.length("job_title", l.JobTitle, MaxName)
	p.length("skills", l.Skills, MaxNotes)
	p.length("notes", l.Notes, MaxNotes)
	for _, x := range [][2]string{{"name", l.Name}, {"phone", l.Phone}, {"skills", l.Skills}, {"notes", l.Notes}} {
		if HasIdentityCode(x[1]) {
			p.warn(x[0], "identity_code")
		}
	}
	p.notLater("source_on", l.SourceOn, today)
	p.notLater("publication_on", l.Publication.On, today)
	if y := l.BirthYear; y.Known {
		switch {
		case y.N < today.Year()-110 || y.N > today.Year():
			p.refuse("birth_year", "birth_year_range", "first", today.Year()-110, "last", today.Year())
		case l.GuardianSigns(today):
			p.warn("birth_year", "young_leader", "age", today.Year()-y.N)
		}
	}
	if w := l.Publication; !w.WithdrawnOn.IsZero() {
		p.order("withdrawn_on", w.On, w.WithdrawnOn)
	}
	l.checkLists(&p, today)
	return p
}

func (l Leader) checkLists(p *problems, today Date) {
	days := map[Date]bool{}
	for i, s := range l.Statuses {
		p.required(at("statuses", i, "state"), string(s.State))
		p.length(at("statuses", i, "reason"), s.Reason, MaxNotes)
		if days[s.From] {
			p.refuse(at("statuses", i, "from"), "status_day_twice")
		}
		days[s.From] = true
	}
	for i, t := range l.Tasks {
		p.required(at("tasks", i, "kind"), string(t.Kind))
		p.length(at("tasks", i, "description"), t.Description, MaxName)
		p.order(at("tasks", i, "until"), t.From, t.Until)
		if l.Kind == Volunteer {
			began := t.From
			if began.IsZero() {
				began = l.FirstDay()
			}
			t.Check.check(p, i, began, today)
		}
	}
	for i, a := range l.Absences {
		if a.From.IsZero() {
			p.refuse(at("absences", i, "from"), "required")
		}
		p.order(at("absences", i, "until"), a.From, a.Until)
		p.length(at("absences", i, "title"), a.Title, MaxName)
	}
	for i, f := range l.Completed {
		p.required(at("completed", i, "requirement"), string(f.RequirementID))
		l.checkPast(p, at("completed", i, "on"), f.On, today)
		p.length(at("completed", i, "version"), f.Version, MaxShort)
	}
	for i, w := range l.Waivers {
		p.required(at("waivers", i, "requirement"), string(w.RequirementID))
		p.required(at("waivers", i, "reason"), w.Reason)
		p.length(at("waivers", i, "reason"), w.Reason, MaxNotes)
	}
	for i, e := range l.Elsewhere {
		p.required(at("elsewhere", i, "programme"), string(e.ProgrammeID))
		l.checkPast(p, at("elsewhere", i, "on"), e.On, today)
		p.length(at("elsewhere", i, "where"), e.Where, MaxName)
	}
	for i, e := range l.Entries {
		p.required(at("entries", i, "kind"), string(e.Kind))
		l.checkPast(p, at("entries", i, "on"), e.On, today)
		if !e.Amount.Known {
			p.refuse(at("entries", i, "amount"), "required")
		} else if e.Amount.Hundredths < 0 {
			p.refuse(at("entries", i, "amount"), "negative")
		}
		p.length(at("entries", i, "note"), e.Note, MaxNotes)
	}
}

// checkPast refuses a missing day and warns of one that has not come.
func (Leader) checkPast(p *problems, field string, on, today Date) {
	if on.IsZero() {
		p.refuse(field, "required")
	}
	p.notLater(field, on, today)
}

// LikelySame lists those of the others who may be the same person: the same name in any order of its parts, and nothing that tells them apart.
// sure says that the phone number or the e-mail address is the same as well.
func LikelySame(l Leader, others []Leader) (same []ID, sure bool) {
	name := nameParts(l.Name)
	for i := range others {
		o := &others[i]
		if o.ID == l.ID || o.Anonymised() || name == "" || nameParts(o.Name) != name {
			continue
		}
		phone := SamePhone(l.Phone, o.Phone)
		email := Fold(l.Email) != "" && Fold(l.Email) == Fold(o.Email)
		differs := digits(l.Phone) != "" && digits(o.Phone) != "" && !phone && !email
		if !differs {
			same = append(same, o.ID)
			sure = sure || phone || email
		}
	}
	return same, sure
}

// nameParts is a name as it is compared: its parts in any order, so that Kettula Aino is Aino Kettula.
func nameParts(name string) string {
	parts := strings.Fields(Fold(name))
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

// SamePhone reports whether two phone numbers are the same, however they are written; what has no digits is no number.
func SamePhone(a, b string) bool { return digits(a) != "" && digits(a) == digits(b) }

// digits is a phone number as it is compared: without spaces and signs, and with 0 for the country code of Finland.
func digits(phone string) string {
	d := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, phone)
	for _, country := range []string{"00358", "358"} {
		if rest, ok := strings.CutPrefix(d, country); ok && len(rest) > 5 {
			return "0" + strings.TrimPrefix(rest, "0")
		}
	}
	return d
}
