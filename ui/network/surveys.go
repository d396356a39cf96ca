package network

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/lists"
	"kumppani/ui/words"
)

// Surveys is the register of surveys.
type Surveys struct {
	desk     *desk.Desk
	store    Store
	register *kit.RegisterView[*model.Survey]
	surveys  []model.Survey // the latest first
	groups   []model.Group
	groupOf  model.GroupDirectory
}

// NewSurveys makes the view.
func NewSurveys(d *desk.Desk, store Store) *Surveys {
	v := &Surveys{desk: d, store: store}
	v.register = kit.Register[*model.Survey]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.openForm(model.Survey{Kind: model.FeedbackSurvey, On: d.Today()}, true) },
		NewLabel: words.T("network.survey.new"),
		Empty:    words.T("network.survey.empty"),
		Search:   words.T("network.survey.search"),
		Filters:  surveyFilters(),
		Sorts:    surveySorts(),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { d.Fail(err, nil) },
	}.View(d.Dialogs)
	return v
}

// Content is the view on the screen.
func (v *Surveys) Content() fyne.CanvasObject { return v.register }

// Reload reads the records again; an open form is left alone.
func (v *Surveys) Reload() { v.register.Reload() }

// FocusSearch gives the keyboard to the search.
func (v *Surveys) FocusSearch() { v.register.FocusSearch() }

// New begins a new survey.
func (v *Surveys) New() { v.register.New() }

// Edit opens the form of the survey whose page is shown.
func (v *Surveys) Edit() { v.register.Edit() }

// Save saves the open form.
func (v *Surveys) Save() { v.register.Save() }

// List prints or saves the list of surveys as it is shown.
func (v *Surveys) List() { v.register.List() }

// list gives the surveys as the list shows them.
func (v *Surveys) list() {
	rows := kit.Shown(v.register, func(s *model.Survey) lists.Survey { return lists.Survey{Of: s, Group: v.groupName(s.GroupID)} })
	v.desk.Give(v.desk.About(v.register.Narrowed()).Surveys(rows))
}

// Leave closes the open form, or goes back to the list.
func (v *Surveys) Leave() { v.register.Leave() }

// Step opens the page of the survey before (−1) or after (+1) in the list.
func (v *Surveys) Step(delta int) { v.register.Step(delta) }

// FormOpen reports whether a form is open.
func (v *Surveys) FormOpen() bool { return v.register.FormOpen() }

// FocusPage gives the keyboard to the page of the survey.
func (v *Surveys) FocusPage() { v.register.FocusPage() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *Surveys) MayLeave(then func()) { v.register.Away(then) }

// Open shows the page of a survey.
func (v *Surveys) Open(id model.ID) { v.register.Select(string(id)) }

func (v *Surveys) rows() ([]kit.Row[*model.Survey], error) {
	ctx := context.Background()
	surveys, err := v.store.Surveys(ctx)
	if err != nil {
		return nil, err
	}
	groups, err := v.store.Groups(ctx)
	if err != nil {
		return nil, err
	}
	v.surveys, v.groups, v.groupOf = surveys, groups, model.GroupDirectoryOf(groups)
	in := words.In(words.Current())
	out := make([]kit.Row[*model.Survey], len(surveys))
	for i := range surveys {
		s := &surveys[i]
		kind := words.Code(in, "survey.kind", s.Kind)
		chip := kit.Chip{}
		if s.Positive.Known {
			chip = kit.Chip{Word: words.T("network.survey.positive", "n", s.Positive.N), Tone: kit.Neutral}
		}
		out[i] = kit.Row[*model.Survey]{
			ID: string(s.ID), Name: s.Name, Detail: words.Joined(in.Date(s.On), kind, answersText(*s)), Chip: chip, Of: s,
			Search: model.Fold(strings.Join([]string{s.Name, s.Target, s.Finding, kind, v.groupName(s.GroupID), in.Date(s.On)}, " ")),
		}
	}
	return out, nil
}

func (v *Surveys) groupName(id model.ID) string { return v.groupOf[id].Name.Best(words.Current()) }

// answersText says how many answered: "48 vastausta (40 %)"; empty when nobody has entered it.
func answersText(s model.Survey) string {
	if !s.Answers.Known {
		return ""
	}
	said := words.N("network.survey.answers", s.Answers.N)
	if rate := s.ResponseRate(); rate.Known {
		said += " (" + percent(rate) + ")"
	}
	return said
}

// percent says a share; empty when it is unknown.
func percent(c model.Count) string {
	if !c.Known {
		return ""
	}
	return strconv.Itoa(c.N) + "\u00a0%"
}

func surveyFilters() []kit.Filter[*model.Survey] {
	return []kit.Filter[*model.Survey]{
		{
			Label: words.T("network.field.year"),
			Of:    func(s *model.Survey) []string { return []string{strconv.Itoa(s.On.Year())} },
			Word:  func(c string) string { return c },
		},
		{
			Label: words.T("network.field.kind"), Codes: kit.Codes(model.SurveyKinds()),
			Of:   func(s *model.Survey) []string { return one(s.Kind) },
			Word: func(c string) string { return words.Capital(words.T("survey.kind." + c)) },
		},
	}
}

// surveySorts are the orders: the latest first, and by name.
func surveySorts() []kit.Sort[*model.Survey] {
	type row = kit.Row[*model.Survey]
	name := func(a, b row) int { return cmp.Compare(model.SortKey(a.Name), model.SortKey(b.Name)) }
	return []kit.Sort[*model.Survey]{
		{Label: words.T("network.sort.latest"), Compare: func(a, b row) int { return cmp.Or(b.Of.On.Compare(a.Of.On), name(a, b)) }},
		{Label: words.T("network.sort.name"), Compare: name},
	}
}
