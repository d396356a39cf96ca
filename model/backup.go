package model

import (
	"context"
	"time"
)

// Backup is a copy of the data file.
type Backup struct {
	Path string
	At   time.Time
	Size int64 // bytes
}

// BackupWarnDays is after how many days without a backup Home speaks of it.
const BackupWarnDays = 7

// Backups makes and finds copies of the data file.
type Backups interface {
	// Backup makes a copy in the folder of backups beside the data file, makes sure that it is whole, and lets old ones go: 7
	// daily, 4 weekly and 12 monthly ones stay. CodeDiskFull, CodeReadOnly, CodeIO and CodeDamaged are possible; the data file
	// is not touched, and no half copy is left.
	Backup(ctx context.Context) (Backup, error)
	// BackupTo makes a copy at a path, in the same way; a file that is there is replaced when the copy is whole.
	BackupTo(ctx context.Context, path string) (Backup, error)
	// Backups lists those in the folder, the latest first.
	Backups(ctx context.Context) ([]Backup, error)
}
