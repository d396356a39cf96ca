package leaders

import (
	"strings"

	"kumppani/model"
)

// tidied is the draft as it is kept: without white space at the ends of its texts.
func tidied(l model.Leader) model.Leader {
	l = copyOf(l)
	texts := []*string{&l.Name, &l.Phone, &l.Email, &l.Municipality.Name, &l.JobTitle, &l.Skills, &l.Notes}
	for i := range l.Statuses {
		texts = append(texts, &l.Statuses[i].Reason)
	}
	for i := range l.Tasks {
		texts = append(texts, &l.Tasks[i].Description, &l.Tasks[i].Check.SeenBy)
	}
	for i := range l.Absences {
		texts = append(texts, &l.Absences[i].Title)
	}
	for i := range l.Completed {
		texts = append(texts, &l.Completed[i].Version)
	}
	for i := range l.Waivers {
		texts = append(texts, &l.Waivers[i].Reason)
	}
	for i := range l.Elsewhere {
		texts = append(texts, &l.Elsewhere[i].Where)
	}
	for i := range l.Entries {
		texts = append(texts, &l.Entries[i].Note)
	}
	for _, s := range texts {
		*s = strings.TrimSpace(*s)
	}
	l.Name = strings.Join(strings.Fields(l.Name), " ") // two spaces, as spreadsheets have them, hide a double
	return l
}
