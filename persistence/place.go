package persistence

import (
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
)

// DefaultPath is where the data file is unless another is named: in the platform's own folder for a program's data
// ($XDG_DATA_HOME or ~/.local/share; %LOCALAPPDATA%; ~/Library/Application Support).
func DefaultPath() string { return filepath.Join(xdg.DataHome, "kumppani", "kumppani.sqlite") }

// SamplePath is where the sample region is kept when it is opened in the window: never where real data is.
func SamplePath() string { return filepath.Join(xdg.DataHome, "kumppani", "esimerkki.sqlite") }

// Risk is what makes a folder a bad place for a data file that is open: something else that moves its bytes.
type Risk string

// The risks. A folder without any has the empty Risk.
const (
	RiskCloud   Risk = "cloud"   // a folder that a cloud service copies: it may copy half a change, or keep two versions
	RiskNetwork Risk = "network" // a network drive: its locks cannot be relied on, and its link breaks
)

// RiskOf looks at where a data file is, by its path and the kind of drive. Nothing is refused because of it.
func RiskOf(path string) Risk {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	slashed := strings.ReplaceAll(path, `\`, "/")
	for part := range strings.SplitSeq(strings.ToLower(slashed), "/") {
		for _, service := range cloudFolders {
			// "OneDrive - Suvannon kunta" is the folder of an organisation; "Dropbox (Työ)" and "GoogleDrive-a@b" likewise.
			if rest, ok := strings.CutPrefix(part, service); ok && (rest == "" || strings.ContainsRune(" -(", rune(rest[0]))) {
				return RiskCloud
			}
		}
	}
	if strings.HasPrefix(slashed, "//") || onNetworkDrive(path) {
		return RiskNetwork
	}
	return ""
}

// cloudFolders are the names of the folders of cloud services, in lower case.
var cloudFolders = []string{
	"onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive", "icloud~com~apple~clouddocs",
	"mobile documents", "nextcloud", "owncloud", "box sync", "pcloud drive", "jottacloud",
}
