package assets

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A key that is missing here would be shown in English in the middle of a Finnish window.
func TestFyneWordsAreComplete(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	base, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	want := fyneWords(t, base)
	for _, l := range []string{"fi", "sv", "en"} {
		b, err := Fyne.ReadFile("fyne/" + l + ".json")
		if err != nil {
			t.Fatal(err)
		}
		got := fyneWords(t, b)
		for key := range want {
			if got[key] == "" {
				t.Errorf("%s: %q is missing", l, key)
			}
		}
		for key := range got {
			if want[key] == "" {
				t.Errorf("%s: Fyne does not know %q", l, key)
			}
		}
	}
}

// Fyne sets "Open" and "File" side by side as the title of its file dialog: Avaa tiedosto.
func TestWordsInsideATitleAreSmall(t *testing.T) {
	for _, l := range []string{"fi", "sv", "en"} {
		b, err := Fyne.ReadFile("fyne/" + l + ".json")
		if err != nil {
			t.Fatal(err)
		}
		words := fyneWords(t, b)
		for _, key := range []string{"File", "Folder"} {
			if words[key] != strings.ToLower(words[key]) {
				t.Errorf("%s: %q stands in the middle of a title", l, words[key])
			}
		}
	}
}

// fyneWords reads words that are either plain or have the plural form "other" only.
func fyneWords(t *testing.T, b []byte) map[string]string {
	t.Helper()
	var raw map[string]any
	if err := json.Unmarshal(b, &raw); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for key, v := range raw {
		switch v := v.(type) {
		case string:
			out[key] = v
		case map[string]any:
			out[key], _ = v["other"].(string)
		}
	}
	return out
}
