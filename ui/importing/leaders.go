package importing

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/spreadsheet"
	"kumppani/ui/words"
)

// people finds leaders of the register and of the rows above.
type people struct {
	*records
	seen     map[model.ID]model.Leader
	training bool // of those in the register
}

func (p *people) leader(id model.ID) model.Leader {
	if l, ok := p.seen[id]; ok {
		return l
	}
	return p.f.Leaders[id]
}

// find tells which leader a row is about, by the rule of the model: the same name, and nothing that tells the two apart. A
// phone number or an e-mail address in common goes before a bare name.
func (p *people) find(r *Row) found {
	probe := model.Leader{Name: personName(r.cells[Name].Text), Phone: phoneIn(r.cells[Phone]), Email: r.cells[Email].Text}
	var same, sure []model.ID
	namesakes := p.leaders[nameKey(probe.Name)]
	for _, id := range namesakes {
		found, certain := model.LikelySame(probe, []model.Leader{p.leader(id)})
		same = append(same, found...)
		if certain {
			sure = append(sure, id)
		}
	}
	note := func(code string) {
		if p.training { // those are only looked up
			return
		}
		r.Troubles = append(r.Troubles, Trouble{Field: Name, Text: probe.Name, Code: code, Kept: true})
	}
	if len(sure) > 0 {
		same = sure
	}
	switch len(same) {
	case 0:
		if len(namesakes) > 0 {
			note("namesake")
		}
		return found{}
	case 1:
		if len(sure) == 0 {
			note("same_name")
		}
		return found{id: same[0]}
	}
	var f found
	for _, id := range same {
		l := p.leader(id)
		f.candidates = append(f.candidates, Candidate{id, l.Name, words.Joined(l.Phone, l.Email, l.Municipality.Name, p.organisationName(l.HomeOrganisation))})
	}
	return f
}

// peopleOf is what leaders and their training share.
func peopleOf(x *records) (*people, kindOf[model.Leader]) {
	p := &people{records: x, seen: map[model.ID]model.Leader{}}
	return p, kindOf[model.Leader]{
		known: x.f.Leaders,
		fresh: func(id model.ID) model.Leader { return model.Leader{ID: id, Kind: model.Volunteer} },
		check: func(l *model.Leader) []model.Problem { return l.Check(x.f.Today) },
		learn: func(l *model.Leader) {
			p.seen[l.ID] = *l
			x.leaders.add(nameKey(l.Name), l.ID)
		},
		label: func(l *model.Leader) string { return l.Name },
		find:  p.find,
		put:   func(b *model.ImportBatch, l model.Leader) { b.Leaders = append(b.Leaders, l) },
	}
}

// leaderKind is leaders: volunteers, unless a column says otherwise.
func leaderKind(x *records) kindOf[model.Leader] {
	_, k := peopleOf(x)
	k.attributes = []attribute[model.Leader]{
		{
			Name,
			func(_ *Row, l *model.Leader, v spreadsheet.Value) *Trouble { // Kettula Aino is Aino Kettula
				if name := personName(v.Text); nameKey(l.Name) != nameKey(name) {
					l.Name = name
				}
				return nil
			},
			func(l *model.Leader) string { return l.Name },
		},
		choiceOf(x, LeaderKind, "leader.kind", model.LeaderKinds(), func(l *model.Leader) *model.LeaderKind { return &l.Kind }),
		phoneAt(Phone, func(l *model.Leader) *string { return &l.Phone }),
		emailAt(Email, func(l *model.Leader) *string { return &l.Email }),
		municipalityOf(x, func(l *model.Leader) *model.Municipality { return &l.Municipality }),
		organisationOf(x, HomeOrganisation, func(l *model.Leader) *model.ID { return &l.HomeOrganisation }),
		textOf(JobTitle, func(l *model.Leader) *string { return &l.JobTitle }),
		choicesOf(x, Languages, "spoken", model.SpokenLanguages(), func(l *model.Leader) *[]model.Spoken { return &l.Languages }),
		choicesOf(x, Audiences, "audience", model.Audiences(), func(l *model.Leader) *[]model.Audience { return &l.Audiences }),
		textOf(Skills, func(l *model.Leader) *string { return &l.Skills }),
		{
			BirthYear,
			func(_ *Row, l *model.Leader, v spreadsheet.Value) *Trouble { // of a date of birth only the year is taken
				year, trouble := countOf(v)
				if trouble != nil || !v.Day.IsZero() || year.N > 9999 {
					day, bad := x.f.dateOf(v)
					if bad != nil {
						return wrong("not_a_year", v.Text)
					}
					year = model.CountOf(day.Year())
				}
				l.BirthYear = year
				return nil
			},
			func(l *model.Leader) string { return l.BirthYear.String() },
		},
		dayOf(x, StartedOn, func(l *model.Leader) *model.Date { return &l.StartedOn }),
		stateOf(x),
		textOf(Notes, func(l *model.Leader) *string { return &l.Notes }),
	}
	return k
}

// stateOf is where a leader stands. That of a new one has always been so; that of a known one is so from today on.
func stateOf(x *records) attribute[model.Leader] {
	return attribute[model.Leader]{
		State,
		func(_ *Row, l *model.Leader, v spreadsheet.Value) *Trouble {
			s, ok := codeOf(x.f, "leader.state", model.LeaderStates(), v.Text)
			if !ok {
				return wrong("not_a_choice", v.Text, "choices", choices(x, "leader.state", model.LeaderStates()))
			}
			if len(l.Statuses) == 0 {
				l.Statuses = []model.LeaderStatus{{ID: ids.New(), State: s}}
			} else if l.StatusOn(x.f.Today).State != s {
				l.Statuses = l.WithStatus(model.LeaderStatus{ID: ids.New(), State: s, From: x.f.Today})
			}
			return nil
		},
		func(l *model.Leader) string {
			if len(l.Statuses) == 0 {
				return ""
			}
			return codeWord(x.f, "leader.state", l.StatusOn(x.f.Today).State)
		},
	}
}

// mostHours is how many hours one training has at most; more is a slip of the hand.
const mostHours = 10_000

// trainingKind is training that leaders of the register have completed.
func trainingKind(x *records) kindOf[model.Leader] {
	p, k := peopleOf(x)
	p.training = true
	k.find = func(r *Row) found {
		f := p.find(r)
		if f.id == "" && len(f.candidates) == 0 {
			f.trouble = wrong("no_leader", r.cells[Name].Text)
			f.trouble.Field = Name
		}
		return f
	}
	k.begin = func(r *Row, l *model.Leader) { x.beginTraining(r, l) }
	none := model.Elsewhere{}
	at := func(l *model.Leader) *model.Elsewhere {
		if x.item < 0 {
			none = model.Elsewhere{}
			return &none
		}
		return &l.Elsewhere[x.item]
	}
	k.attributes = []attribute[model.Leader]{
		{
			Programme,
			func(_ *Row, l *model.Leader, v spreadsheet.Value) *Trouble {
				id, isNew, trouble := x.programme(v.Text)
				if trouble != nil {
					return trouble
				}
				at(l).ProgrammeID = id
				if isNew {
					return &Trouble{Text: v.Text, Code: "new_programme", Kept: true}
				}
				return nil
			},
			func(l *model.Leader) string { return x.programmeName(at(l).ProgrammeID) },
		},
		dayOf(x, CompletedOn, func(l *model.Leader) *model.Date { return &at(l).On }),
		textOf(Where, func(l *model.Leader) *string { return &at(l).Where }),
		{
			Hours,
			func(_ *Row, l *model.Leader, v spreadsheet.Value) *Trouble {
				n, trouble := numberOf(v)
				switch {
				case trouble != nil:
					return trouble
				case n < 0 || n > mostHours*100:
					return wrong("hours_range", v.Text)
				}
				at(l).Hours = model.AmountOf(n)
				return nil
			},
			func(l *model.Leader) string {
				if !at(l).Hours.Known {
					return ""
				}
				return x.f.In.Number(at(l).Hours.Hundredths)
			},
		},
	}
	k.put = func(b *model.ImportBatch, l model.Leader) {
		b.Leaders = append(b.Leaders, l)
		for _, e := range l.Elsewhere {
			known := slices.ContainsFunc(b.Programmes, func(p model.Programme) bool { return p.ID == e.ProgrammeID })
			if p, isNew := x.newProgrammes[e.ProgrammeID]; isNew && !known {
				b.Programmes = append(b.Programmes, p)
			}
		}
	}
	return k
}

// beginTraining finds the training of a leader that a row is about, or begins another. What the leader completed at an
// event of the register is there already.
func (x *records) beginTraining(r *Row, l *model.Leader) {
	x.item = -1
	id, _, trouble := x.programme(r.cells[Programme].Text)
	on, wrongDay := x.f.dateOf(r.cells[CompletedOn])
	if trouble == nil && wrongDay == nil {
		if x.attended(l.ID, id, on) {
			r.Troubles = append(r.Troubles, Trouble{Field: Programme, Text: r.cells[Programme].Text, Code: "attended", Kept: true})
			return
		}
	}
	x.item = slices.IndexFunc(l.Elsewhere, func(e model.Elsewhere) bool { return e.ProgrammeID == id && e.On == on && !on.IsZero() })
	l.Elsewhere = slices.Clone(l.Elsewhere)
	if x.item < 0 {
		x.item = len(l.Elsewhere)
		l.Elsewhere = append(l.Elsewhere, model.Elsewhere{ID: ids.New()})
	}
}

// attended reports whether the leader passed the programme at an event that ended on the day.
func (x *records) attended(leader, programme model.ID, on model.Date) bool {
	return slices.ContainsFunc(x.f.Events, func(e model.Event) bool {
		return e.ProgrammeID == programme && e.State == model.EventHeld && e.LastDay() == on &&
			slices.ContainsFunc(e.Passed(), func(p model.Participation) bool { return p.LeaderID == leader })
	})
}
