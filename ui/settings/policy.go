package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// policyPart is the form of what has been decided about the data of leaders, and says what the law lets be kept.
type policyPart struct {
	*keeper[model.LeaderPolicy]
	store Store
}

func newPolicyPart(d *desk.Desk, store Store) *policyPart {
	p := &policyPart{newKeeper[model.LeaderPolicy](d, words.T("settings.privacy.saved")), store}
	p.read = store.LeaderPolicy
	p.write = func(ctx context.Context, x model.LeaderPolicy) (model.LeaderPolicy, error) {
		return x, store.SaveLeaderPolicy(ctx, x)
	}
	p.Build = p.build
	p.Problems = func() []kit.Problem { return form.Said(p.draft.Check()) }
	p.Discard()
	return p
}

func (p *policyPart) build() {
	p.View.Section(words.T("settings.privacy.keeping"))
	months := form.Required(p.Bind("settings.privacy.field.", "settings.hint.").Asked("keep_months", &p.draft.KeepMonths))
	months.Hint = words.T("settings.hint.keep_months", "default", model.DefaultKeepMonths)
	p.View.Row(months)
	p.View.Add(kit.NewText(words.T("settings.privacy.review")))
	look := kit.NewButton(words.T("settings.privacy.look"), theme.NavigateNextIcon(), func() { p.d.Open(model.KindLeader, "") })
	p.View.Row(&kit.Field{Label: words.T("settings.privacy.review.label"), Input: look, Width: 300})
	p.View.Section(words.T("settings.privacy.check"))
	p.View.Add(kit.NewText(words.T("settings.privacy.check.text")))
	p.View.Row(p.keepSeen())
	p.View.Section(words.T("settings.privacy.never"))
	var never []string
	for _, what := range []string{"codes", "outcomes", "families", "network"} {
		never = append(never, "• "+words.T("settings.privacy.never."+what))
	}
	p.View.Add(kit.NewText(strings.Join(never, "\n")))
}

// keepSeen asks before it is switched off, because what was recorded goes away when that is saved.
func (p *policyPart) keepSeen() *kit.Field {
	c := kit.NewCheck(words.T("settings.privacy.keep_seen.text"))
	set := func(on bool) {
		p.draft.KeepSeen = on
		c.SetValue(on)
		p.Touch()
	}
	c.SetValue(p.draft.KeepSeen)
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
