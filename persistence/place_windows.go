package persistence

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

func onNetworkDrive(path string) bool {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
