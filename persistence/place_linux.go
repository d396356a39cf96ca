package persistence

import (
	"path/filepath"
	"syscall"
)

// Types of file systems on the network, from statfs(2).
var networkTypes = map[int64]bool{
	0x6969:     true, // NFS
	0x517b:     true, // SMB
	0xfe534d42: true, // SMB2
	0xff534d42: true, // CIFS
	0x5346414f: true, // AFS
	0x01021997: true, // 9P
}

func onNetworkDrive(path string) bool {
	var s syscall.Statfs_t
	for syscall.Statfs(path, &s) != nil { // the file, or the folder, may not be there yet
		up := filepath.Dir(path)
		if up == path {
			return false
		}
		path = up
	}
	return networkTypes[int64(s.Type)&0xffffffff]
}
