package records

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// agreementRecord is everything that is stored of an agreement and computed of it for the register's day.
func agreementRecord(in words.In, a model.Agreement, reg Register) Record {
	r := &Record{in: in, main: MainLanguage(a)}
	p := partners{of: &a, reg: reg, main: r.main}
	r.id("id", a.ID)
	r.text("number", a.Number)
	r.texts("title", a.Title)
	codes(r, "languages", "language", a.Languages)
	code(r, "form", "agreement.form", a.Form)
	code(r, "kind", "agreement.kind", a.Kind)
	addStatus(r, p)
	r.texts("area", a.Area)
	r.texts("place", a.Place)
	addTerm(r, p)
	addFamily(r, p)
	nested(r, "parties", a.Parties, p.party)
	nested(r, "clauses", a.Clauses, clause)
	nested(r, "tasks", a.Tasks, p.task)
	nested(r, "contributions", a.Contributions, p.contribution)
	nested(r, "written_into", a.WrittenInto, p.writtenInto)
	nested(r, "reviews", a.Reviews, review)
	r.texts("court", a.Court)
	r.texts("signed_at", a.SignedAt)
	addOralTerms(r, a.OralTerms)
	nested(r, "attachments", a.Attachments, attachment)
	nested(r, "amendments", a.Amendments, p.amendment)
	r.text("notes", a.Notes)
	return *r
}

// MainLanguage is the first language of the agreement, Finnish for an old record that says none.
func MainLanguage(a model.Agreement) model.Language {
	if len(a.Languages) == 0 {
		return model.Finnish
	}
	return a.Languages[0]
}

// addStatus adds what is computed for the day.
func addStatus(r *Record, p partners) {
	status := p.of.StatusOn(p.reg.Calendar)
	waiting := make([]string, len(status.WaitingFor))
	for i, id := range status.WaitingFor {
		waiting[i] = p.name(id)
	}
	signed, undelivered := 0, 0
	for _, party := range p.of.Parties {
		if !party.Signing.SignedOn.IsZero() {
			signed++
		}
	}
	for _, c := range p.of.Contributions {
		if c.DeliveryOn(p.reg.Calendar.Today) == model.NotDelivered {
			undelivered++
		}
	}
	code(r, "state", "agreement.state", status.State)
	r.flag("in_force", status.State.InForce())
	r.date("decision_day", status.DecisionDay)
	r.date("last_notice_day", status.LastNotice)
	r.date("ends_on", status.EndsOn)
	r.names("waiting_for", waiting)
	r.number("signed", int64(signed))
	r.number("parties_count", int64(status.Parties))
	r.number("undelivered", int64(undelivered))
}

func addTerm(r *Record, p partners) {
	a := p.of
	r.date("agreed_on", a.AgreedOn)
	r.date("valid_from", a.ValidFrom)
	r.date("valid_until", a.ValidUntil)
	r.count("notice_months", a.NoticeMonths)
	r.date("review_on", a.ReviewOn)
	r.name("notice_by", p.name(a.Notice.By))
	r.id("notice_by_party_id", a.Notice.By)
	r.date("notice_given_on", a.Notice.GivenOn)
	r.date("notice_ends_on", a.Notice.EndsOn)
	r.count("meetings_per_year", a.MeetingsPerYear)
}

// addFamily adds the agreements that it belongs with, by number.
func addFamily(r *Record, p partners) {
	successor := p.of.StatusOn(p.reg.Calendar).SuccessorID
	r.name("parent", p.reg.Numbers[p.of.ParentID])
	r.id("parent_id", p.of.ParentID)
	r.name("predecessor", p.reg.Numbers[p.of.PredecessorID])
	r.id("predecessor_id", p.of.PredecessorID)
	r.name("successor", p.reg.Numbers[successor])
	r.id("successor_id", successor)
}

func addOralTerms(r *Record, o model.OralTerms) {
	r.text("oral_where", o.Where)
	r.text("oral_present", o.Present)
	r.texts("oral_content", o.Content)
	r.text("oral_noted_by", o.NotedBy)
	r.text("memo_sent_to", o.MemoSentTo)
	r.date("memo_sent_on", o.MemoSentOn)
}

func clause(r *Record, c model.Clause) string {
	r.id("id", c.ID)
	r.name("key", c.Key)
	r.texts("heading", c.Heading)
	r.texts("body", c.Body)
	r.flag("off", c.Off)
	if c.Off {
		return ""
	}
	return c.Heading.Best(r.main)
}

func review(r *Record, v model.Review) string {
	r.id("id", v.ID)
	r.date("held_on", v.HeldOn)
	r.text("present", v.Present)
	r.text("notes", v.Notes)
	return r.in.Date(v.HeldOn)
}

func attachment(r *Record, a model.Attachment) string {
	r.id("id", a.ID)
	code(r, "role", "attachment.role", a.Role)
	r.text("name", a.Name)
	r.text("media_type", a.MediaType)
	r.number("size", a.Size)
	r.text("sha256", a.SHA256)
	r.moment("added_at", a.AddedAt)
	return a.Name
}

// Said puts more about something into parentheses behind it.
func Said(what string, more ...string) string {
	var parts []string
	for _, m := range more {
		if strings.TrimSpace(m) != "" {
			parts = append(parts, m)
		}
	}
	if len(parts) == 0 {
		return what
	}
	return strings.TrimSpace(what + " (" + strings.Join(parts, ", ") + ")")
}
