package kit

import (
	"kumppani/ui/words"
)

// ShowHelp shows the shortcuts that do something on the current screen, from the same list that obeys them.
func (k *Keyboard) ShowHelp() {
	var rows []Fact
	for _, s := range k.shortcuts {
		if s.Do(k.screen(), true) {
			rows = append(rows, Fact{Label: s.Keys(), Value: NewText(words.T(s.Word))})
		}
	}
	if t, ok := k.screen().(KeyTeller); ok {
		for _, s := range t.MoreKeys() {
			rows = append(rows, Fact{Label: s[0], Value: NewText(s[1])})
		}
	}
	for _, key := range []string{"move", "press", "calendar"} {
		rows = append(rows, Fact{Label: words.T("kit.help." + key + ".keys"), Value: NewText(words.T("kit.help." + key))})
	}
	k.dialogs.Show(words.T("kit.help.title"), Facts(rows...), Choice{Label: words.T("kit.close"), Default: true, Cancel: true})
}
