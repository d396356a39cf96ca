package assets

import "embed"

// Sample is the sample region, fictional, as tab-separated tables with a heading line: sample/agreements.tsv and so on.
//
//go:embed sample/*.tsv
var Sample embed.FS
