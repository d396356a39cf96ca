package persistence

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestPaths(t *testing.T) {
	if DefaultPath() == SamplePath() {
		t.Error("the sample would overwrite real data")
	}
	for _, p := range []string{DefaultPath(), SamplePath()} {
		if !filepath.IsAbs(p) || !strings.HasSuffix(p, ".sqlite") {
			t.Errorf("%q is no place for a data file", p)
		}
	}
}

func TestRiskOf(t *testing.T) {
	for path, want := range map[string]Risk{
		"/home/aino/.local/share/kumppani/kumppani.sqlite":              "",
		"/home/aino/OneDrive - Suvannon kunta/kumppani.sqlite":          RiskCloud,
		"/home/aino/OneDrive/Työ/kumppani.sqlite":                       RiskCloud,
		"/home/aino/Dropbox (Työ)/kumppani.sqlite":                      RiskCloud,
		"/Users/a/Library/CloudStorage/GoogleDrive-a@b.fi/kumppani.sql": RiskCloud,
		"/home/aino/dropboxes/kumppani.sqlite":                          "",
		"/home/aino/onedrivers/OneDrive.sqlite":                         "",
		"/home/aino/no such folder/Äitien 100 % #1?/kumppani.sqlite":    "",
		"/home/aino/Library/Mobile Documents/x/kumppani.sqlite":         RiskCloud,
	} {
		if got := RiskOf(path); got != want {
			t.Errorf("RiskOf(%q) = %q, want %q", path, got, want)
		}
	}
}
