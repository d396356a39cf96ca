package report

import (
	"cmp"
	"slices"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

func (m *maker) leaders() {
	m.made.Personal = true
	m.made.Landscape = true
	m.add(m.leaderFigures())
	s := m.section("list")
	s.Tables = []table.Table{m.leaderList()}
	m.add(s)
	m.note("report.note.tasks")
	m.note("report.note.hours")
}

// leaderFigures tells how many leaders there are, without a name.
func (m *maker) leaderFigures() table.Section {
	s := m.section("leaders")
	if len(m.f.Leaders) == 0 {
		return m.orNothing(s, false)
	}
	s.Text = []string{m.in.T("report.agreements.day", "day", m.in.Date(m.day), "before", m.in.Date(m.dayBefore()))}
	s.Tables = []table.Table{m.leaderStates(), m.leaderChanges(), m.leaderTasks(), m.leaderLanguages(), m.leaderTowns(), m.hours()}
	return s
}

// active lists the leaders who are active on the day.
func (m *maker) active(day model.Date) []model.Leader {
	return only(m.f.Leaders, func(l *model.Leader) bool { return l.StatusOn(day).State == model.LeaderActive })
}

func (m *maker) leaderStates() table.Table {
	before := m.dayBefore()
	t := m.newTable("leader_states", m.text("state", 3), m.number("volunteers"), m.number("professionals"), m.number("all"), table.Column{
		Code: "all_before", Head: m.in.T("report.column.all_before", "day", m.in.Date(before)), Number: true,
	}, m.number("change"))
	for _, state := range model.LeaderStates() {
		n := map[model.LeaderKind]int{}
		last := 0
		for _, l := range m.f.Leaders {
			if l.StatusOn(m.day).State == state && !m.cameLater(l) {
				n[l.Kind]++
			}
			if l.StatusOn(before).State == state && knownBy(l, before) {
				last++
			}
		}
		all := n[model.Volunteer] + n[model.Professional]
		t.Rows = append(t.Rows, m.row(
			m.words(words.Capital(words.Code(m.in, "leader.state", state))), m.n(n[model.Volunteer]), m.n(n[model.Professional]), m.n(all),
			m.n(last), m.change(known(all), known(last)),
		))
	}
	return m.totalled(t)
}

// knownBy reports whether anything is known of the leader by the day: before that, nobody had heard of the person.
func knownBy(l model.Leader, day model.Date) bool {
	first := l.FirstDay()
	if !first.IsZero() && !first.After(day) {
		return true
	}
	return slices.ContainsFunc(l.Statuses, func(s model.LeaderStatus) bool { return !s.From.IsZero() && !s.From.After(day) })
}

// cameLater reports whether all that is known of the leader is from after the day of a report that looks back.
func (m *maker) cameLater(l model.Leader) bool {
	return m.day.Before(m.q.AsOf) && !knownBy(l, m.day) && knownBy(l, m.q.AsOf)
}

func (m *maker) leaderChanges() table.Table {
	var now, before [2]int
	for _, l := range m.f.Leaders {
		for i, in := range [2]bool{l.BeganIn(m.q.Period), l.EndedIn(m.q.Period, m.day)} {
			if in {
				now[i]++
			}
		}
		for i, in := range [2]bool{l.BeganIn(m.last), l.EndedIn(m.last, m.dayBefore())} {
			if in {
				before[i]++
			}
		}
	}
	return m.compare("leader_events", "event", []compared{
		{m.in.T("report.leaders.began"), known(now[0]), known(before[0])},
		{m.in.T("report.leaders.ended"), known(now[1]), known(before[1])},
	}, false)
}

// leaderTasks counts tasks, not people: somebody may have several.
func (m *maker) leaderTasks() table.Table {
	now, before := m.tasksOn(m.day), m.tasksOn(m.dayBefore())
	var rows []compared
	for _, k := range model.TaskKinds() {
		if now[k]+before[k] > 0 {
			rows = append(rows, compared{words.Capital(words.Code(m.in, "leader.task", k)), known(now[k]), known(before[k])})
		}
	}
	t := m.compare("leader_tasks", "task", rows, true)
	t.Notes = []string{m.in.T("report.note.tasks")}
	return t
}

func (m *maker) tasksOn(day model.Date) map[model.TaskKind]int {
	n := map[model.TaskKind]int{}
	for _, l := range m.active(day) {
		for _, t := range l.TasksOn(day) {
			n[t.Kind]++
		}
	}
	return n
}

func (m *maker) leaderLanguages() table.Table {
	n := map[model.Spoken]int{}
	for _, l := range m.active(m.day) {
		for _, x := range l.Languages {
			n[x]++
		}
	}
	t := m.newTable("leader_languages", m.text("language", 3), m.number("active"))
	for _, x := range model.SpokenLanguages() {
		if n[x] > 0 {
			t.Rows = append(t.Rows, m.row(m.words(words.Capital(words.Code(m.in, "spoken", x))), m.n(n[x])))
		}
	}
	t.Notes = []string{m.in.T("report.note.languages")}
	return t
}

func (m *maker) leaderTowns() table.Table {
	n := map[string]int{}
	for _, l := range m.active(m.day) {
		n[cmp.Or(m.town(l.Municipality), m.in.T("report.unknown"))]++
	}
	t := m.newTable("leader_municipalities", m.text("municipality", 3), m.number("active"))
	var towns []string
	for name := range n {
		towns = append(towns, name)
	}
	slices.SortFunc(towns, func(a, b string) int { return cmp.Compare(model.SortKey(a), model.SortKey(b)) })
	for _, name := range towns {
		t.Rows = append(t.Rows, m.row(m.words(words.Capital(name)), m.n(n[name])))
	}
	return m.totalled(t)
}

// hours are those that were led, and those that were entered by hand: the same hours may be in both.
func (m *maker) hours() table.Table {
	t := m.newTable("hours", append([]table.Column{m.text("leader_kind", 3)}, m.numbers("led_sessions", "led_hours", "entered_hours")...)...)
	led := model.LedSessions(m.f.Sessions, m.q.AsOf)
	for _, k := range model.LeaderKinds() {
		var sum model.Led
		var entered model.Amount
		for _, l := range m.f.Leaders {
			if l.Kind != k {
				continue
			}
			sum.Sessions += led[l.ID].Sessions
			sum.Minutes += led[l.ID].Minutes
			if x := m.entered(l); x.Known {
				entered = model.AmountOf(entered.Hundredths + x.Hundredths)
			}
		}
		t.Rows = append(t.Rows, m.row(
			m.words(words.Capital(words.Code(m.in, "leader.kind", k))), m.n(sum.Sessions), m.amount(sum.Hours()), m.amount(entered),
		))
	}
	t.Notes = []string{m.in.T("report.note.hours")}
	return m.totalled(t)
}

func (m *maker) entered(l model.Leader) model.Amount {
	return l.EntryTotal(model.EnteredHours, m.q.Period.From, m.q.Period.Until)
}

// leaderList lists those of whom the period tells: who were active on its day, or led or entered something in it.
func (m *maker) leaderList() table.Table {
	t := m.newTable(
		"leaders", m.text("leader", 3), m.text("leader_kind", 2), m.text("state", 2), m.text("municipality", 2), m.text("tasks", 4),
		m.text("first_day", 1.6), m.number("led_sessions"), m.number("led_hours"), m.number("entered_hours"),
	)
	led := model.LedSessions(m.f.Sessions, m.q.AsOf)
	for _, l := range m.f.Leaders {
		state := l.StatusOn(m.day).State
		entered := m.entered(l)
		if state != model.LeaderActive && led[l.ID].Sessions == 0 && !entered.Known {
			continue
		}
		var tasks []string
		for _, x := range l.TasksOn(m.day) {
			if word := words.Code(m.in, "leader.task", x.Kind); !slices.Contains(tasks, word) {
				tasks = append(tasks, word)
			}
		}
		t.Rows = append(t.Rows, m.row(
			m.words(m.leader(l.ID)), m.words(words.Code(m.in, "leader.kind", l.Kind)), m.words(words.Code(m.in, "leader.state", state)),
			m.words(m.town(l.Municipality)), m.words(m.in.List(tasks)), m.date(l.FirstDay()), m.n(led[l.ID].Sessions),
			m.amount(led[l.ID].Hours()), m.amount(entered),
		))
	}
	return m.totalled(t)
}
