package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// Name is what the report is called: "Toimintakertomus".
func (c Code) Name(in words.In) string { return words.Code(in, "report.name", c) }

// Make says the report. It reads no clock and no store: the same question and facts make the same report.
func Make(in words.In, q Question, f Facts) table.Report {
	if len(q.Code.Wants()) > 0 {
		q.Municipality = model.Municipality{} // whom a report is about may be anywhere
	}
	m := newMaker(in, q, f)
	m.made = table.Report{
		Code: string(q.Code), Title: in.T("report.title", "name", q.Code.Name(in), "of", m.of()),
		Language: model.Language(in), AsOf: q.AsOf,
	}
	m.made.FileName = fileName(m.made.Title)
	m.facts()
	map[Code]func(){
		Annual: m.annual, Contributions: m.contributions, Agreements: m.agreements, Visits: m.visits, Leaders: m.leaders,
		Training: m.training, Surveys: m.surveys, Resourcing: m.resourcing, Practices: m.practices, Partner: m.partner,
		Handover: m.handover,
	}[q.Code]()
	return m.made
}

// fileName leaves out what a file system does not take.
func fileName(title string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, title)
}

// maker makes one report.
type maker struct {
	in     words.In
	lang   model.Language
	q      Question
	f      Facts
	day    model.Date // on which agreements and leaders are judged
	last   model.Period
	made   table.Report
	towns  map[string]string // names of municipalities by MunicipalityKey
	byID   map[model.ID]*model.AgreementSummary
	names  model.Directory
	people model.LeaderDirectory
	taught model.ProgrammeDirectory
	places model.PlaceDirectory
	groups model.GroupDirectory
	status map[model.ID]model.Status // of the agreements on the day
	now    model.Tally
	before model.Tally
}

func newMaker(in words.In, q Question, f Facts) *maker {
	m := &maker{
		in: in, lang: model.Language(in), q: q, day: q.Day(), last: q.Period.YearBefore(),
		names: model.DirectoryOf(f.Organisations), people: model.LeaderDirectoryOf(f.Leaders),
		taught: model.ProgrammeDirectoryOf(f.Programmes), places: model.PlaceDirectoryOf(f.Places),
		groups: model.GroupDirectoryOf(f.Groups), byID: map[model.ID]*model.AgreementSummary{}, status: map[model.ID]model.Status{},
	}
	m.nameTowns(f)
	calendar := m.calendar(f, m.day)
	for i := range f.Agreements {
		a := &f.Agreements[i]
		m.byID[a.ID], m.status[a.ID] = a, a.StatusOn(calendar)
	}
	m.f = m.within(f)
	facts := model.TallyFacts{Groups: m.groups, Places: m.places}
	m.now = model.NewTally(m.f.Sessions, facts, q.AsOf)
	facts.Heirs = m.heirs()
	m.before = model.NewTally(m.f.Before, facts, q.AsOf)
	return m
}

// calendar is what the status of agreements depends on; successors are among all of them, whatever the municipality.
func (m *maker) calendar(f Facts, day model.Date) model.Calendar {
	return model.Calendar{Today: day, LeadDays: f.Centre.LeadDays, Successors: model.SuccessorsOf(f.Agreements)}
}

// heirs are the groups that continue, some of them by way of others, those that no longer meet, by the ID of these: the year
// before is told of beside them. Of several the first by ID is the heir. A closed group is not continued by an open one, nor
// the other way round: the visitors of a year are hidden by the kind of their group in it.
func (m *maker) heirs() map[model.ID]model.ID {
	meets := map[model.ID]bool{}
	for i := range m.f.Sessions {
		meets[m.f.Sessions[i].GroupID] = true
	}
	heir := map[model.ID]model.ID{}
	for _, id := range slices.Sorted(maps.Keys(meets)) {
		from := m.groups[id].ContinuesID
		for n := 0; from != "" && !meets[from] && n < len(m.groups); n++ {
			if heir[from] == "" && m.closed(from) == m.closed(id) {
				heir[from] = id
			}
			from = m.groups[from].ContinuesID
		}
	}
	return heir
}

// closed reports whether a group is closed: a few visitors of it are not told.
func (m *maker) closed(group model.ID) bool { return m.groups[group].Type == model.TargetedGroup }

// of is what the report is of, for its title: the year, the period, or whom it is about.
func (m *maker) of() string {
	if len(m.q.Code.Wants()) > 0 {
		return m.subject()
	}
	if m.q.Municipality.IsZero() {
		return m.period(m.q.Period)
	}
	return m.period(m.q.Period) + ", " + m.town(m.q.Municipality)
}

func (m *maker) subject() string {
	s := m.q.Subject
	if s.Kind == model.KindLeader {
		return m.leader(s.ID)
	}
	o := m.names[s.ID]
	if c, ok := o.Contact(s.ContactID); ok {
		return words.Joined(c.Name, o.Name.Best(m.lang))
	}
	return o.Name.Best(m.lang)
}

// leader is the name of a leader, or that the person has been taken out of the record.
func (m *maker) leader(id model.ID) string {
	l := m.people[id]
	if l.Anonymised() {
		return m.in.T("report.anonymised")
	}
	return l.Name
}

// period says a period: 2026, or 1.1.–31.10.2026.
func (m *maker) period(p model.Period) string {
	if year := p.WholeYear(); year > 0 {
		return p.From.String()[:len("2026")]
	}
	return m.in.DateRange(p.From, p.Until)
}

func (m *maker) nameTowns(f Facts) {
	m.towns = map[string]string{}
	for _, x := range assets.Municipalities() {
		m.towns[x.Code] = model.RegionMunicipality{Code: x.Code, Fi: x.Fi, Sv: x.Sv}.Name(m.lang)
	}
	for _, x := range f.Centre.Municipalities {
		m.towns[x.Code] = x.Name(m.lang)
	}
	for _, p := range f.Places {
		if p.Municipality.Code == "" {
			m.towns[model.MunicipalityKey(p.Municipality)] = p.Municipality.Name
		}
	}
}

// town names a municipality in the language of the report, or as it was typed.
func (m *maker) town(x model.Municipality) string {
	return cmp.Or(m.towns[x.Code], x.Name)
}

// facts says what the figures are of.
func (m *maker) facts() {
	area := m.in.T("report.whole_region")
	if region := m.f.Centre.Region.Best(m.lang); region != "" {
		area = m.in.T("report.region", "region", region)
	}
	if !m.q.Municipality.IsZero() {
		area = m.town(m.q.Municipality)
	}
	add := func(key, value string) {
		m.made.Facts = append(m.made.Facts, table.Fact{Label: m.in.T(key), Value: value})
	}
	add("report.fact.centre", m.f.Centre.Name.Best(m.lang))
	if len(m.q.Code.Wants()) == 0 {
		add("report.fact.period", m.in.DateRange(m.q.Period.From, m.q.Period.Until))
		add("report.fact.area", area)
	}
	add("report.fact.as_of", m.in.Date(m.q.AsOf))
}

// missing says of how many sessions nobody counted the visitors.
func (m *maker) missing() {
	if n := m.now.Total.NotEntered; n > 0 {
		m.made.Facts = append(m.made.Facts, table.Fact{Label: m.in.T("report.fact.missing"), Value: m.in.N("report.missing", n)})
	}
}

func (m *maker) note(key string, args ...any) {
	if s := m.in.T(key, args...); !slices.Contains(m.made.Notes, s) {
		m.made.Notes = append(m.made.Notes, s)
	}
}

func (m *maker) add(s table.Section) { m.made.Sections = append(m.made.Sections, s) }
