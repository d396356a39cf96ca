package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// policyPart is the form of what has been decided about the data of leaders, and says what the law lets be kept.
type policyPart struct {
	sheet
	store Store
	kept  model.LeaderPolicy // as it is saved
	x     model.LeaderPolicy // the draft
}

func newPolicyPart(d *desk.Desk, store Store) *policyPart {
	p := &policyPart{sheet: newSheet(d), store: store}
	p.Discard()
	return p
}

// Reload shows what is saved now, unless something is being edited or nothing is new.
func (p *policyPart) Reload() {
	if p.changed {
		return
	}
	now, err := p.store.LeaderPolicy(context.Background())
	if err != nil {
		p.d.Fail(err, nil)
		return
	}
	if now != p.kept {
		p.kept = now
		p.reset()
	}
}

// Discard goes back to what is saved.
func (p *policyPart) Discard() {
	now, err := p.store.LeaderPolicy(context.Background())
	if err != nil {
		p.d.Fail(err, nil)
	} else {
		p.kept = now
	}
	p.reset()
}

func (p *policyPart) reset() {
	p.x, p.changed = p.kept, false
	p.build()
}

// Save saves the decisions, or shows why not.
func (p *policyPart) Save() bool {
	if !p.read() || !p.sound(policyProblems(p.x)) {
		return false
	}
	if err := p.store.SaveLeaderPolicy(context.Background(), p.x); err != nil {
		p.d.Fail(err, nil)
		return false
	}
	p.kept = p.x
	p.saved()
	p.d.Say(words.T("settings.privacy.saved"))
	return true
}

func policyProblems(x model.LeaderPolicy) []kit.Problem {
	var out []kit.Problem
	for _, x := range x.Check() {
		out = append(out, kit.Problem{Field: x.Field, Warning: x.Severity == model.Warning, Sentence: desk.Problem(x)})
	}
	return out
}

func (p *policyPart) build() {
	p.begin()
	p.form.Section(words.T("settings.privacy.keeping"))
	p.form.Row(p.keepMonths())
	p.form.Add(kit.NewText(words.T("settings.privacy.review")))
	look := kit.NewButton(words.T("settings.privacy.look"), theme.NavigateNextIcon(), func() { p.d.Open(model.KindLeader, "") })
	p.form.Row(&kit.Field{Label: words.T("settings.privacy.review.label"), Input: look, Width: 300})
	p.form.Section(words.T("settings.privacy.check"))
	p.form.Add(kit.NewText(words.T("settings.privacy.check.text")))
	p.form.Row(p.keepSeen())
	p.form.Section(words.T("settings.privacy.never"))
	var never []string
	for _, what := range []string{"codes", "outcomes", "families", "network"} {
		never = append(never, "• "+words.T("settings.privacy.never."+what))
	}
	p.form.Add(kit.NewText(strings.Join(never, "\n")))
	p.finish(func() { p.Save() }, p.Discard)
}

// keepMonths is a field in which nothing is no number of months: it is refused, not taken for none.
func (p *policyPart) keepMonths() *kit.Field {
	n := kit.NewNumberField()
	n.Whole = true
	n.SetValue(int64(p.x.KeepMonths)*100, p.x.KeepMonths >= 0)
	n.OnChanged = func() {
		p.x.KeepMonths = -1
		if hundredths, known, ok := n.Value(); ok && known {
			p.x.KeepMonths = int(hundredths / 100)
		}
		p.touch()
	}
	return &kit.Field{
		Name: "keep_months", Label: words.T("settings.privacy.keep_months"), Input: n, Width: 120, Required: true,
		Hint: words.T("settings.hint.keep_months", "default", model.DefaultKeepMonths),
	}
}

// keepSeen asks before it is switched off, because what was recorded goes away when that is saved.
func (p *policyPart) keepSeen() *kit.Field {
	c := kit.NewCheck(words.T("settings.privacy.keep_seen.text"))
	set := func(on bool) {
		p.x.KeepSeen = on
		c.SetValue(on)
		p.touch()
	}
	c.SetValue(p.x.KeepSeen)
	c.OnChanged = func() {
		if c.Checked || !p.kept.KeepSeen {
			set(c.Checked)
			return
		}
		c.SetValue(true)
		p.d.Dialogs.Confirm(words.T("settings.privacy.keep_seen.off.title"), p.losing(), words.T("settings.privacy.keep_seen.off"), true,
			func() { set(false) })
	}
	f := &kit.Field{Name: "keep_seen", Label: words.T("settings.privacy.keep_seen"), Input: c}
	return hint(f, "settings.hint.keep_seen")
}

// losing says what goes away when it is switched off.
func (p *policyPart) losing() string {
	text := words.T("settings.privacy.keep_seen.off.text")
	leaders, err := p.store.Leaders(context.Background())
	if err != nil {
		return text // switching off tells the error, if it is still there
	}
	n := 0
	for _, l := range leaders {
		for _, t := range l.Tasks {
			if !t.Check.SeenOn.IsZero() || t.Check.SeenBy != "" {
				n++
			}
		}
	}
	return text + " " + words.N("settings.privacy.keep_seen.off.count", n)
}
