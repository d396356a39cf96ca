package assets

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed municipalities/*.tsv
var municipalityFiles embed.FS

// Municipality is a municipality of Finland in the year of the built-in list. Region and County are codes of Regions
// and Counties.
type Municipality struct {
	Code   string // three digits, of Statistics Finland
	Fi, Sv string
	Region string
	County string
}

// Area is a region or a wellbeing services county.
type Area struct {
	Code       string // two digits, of Statistics Finland
	Fi, Sv, En string
}

// Municipalities lists the municipalities of Finland by code. The list belongs to the program: do not change it.
var Municipalities = sync.OnceValue(func() []Municipality {
	var out []Municipality
	for _, r := range builtInTable("municipalities/municipalities.tsv", 5) {
		out = append(out, Municipality{Code: r[0], Fi: r[1], Sv: r[2], Region: r[3], County: r[4]})
	}
	return out
})

// Regions lists the regions (maakunta, landskap) by code. The list belongs to the program: do not change it.
var Regions = sync.OnceValue(func() []Area { return areas("municipalities/regions.tsv") })

// Counties lists the wellbeing services counties (hyvinvointialue, välfärdsområde) by code, and Helsinki and Åland,
// which are outside them. The list belongs to the program: do not change it.
var Counties = sync.OnceValue(func() []Area { return areas("municipalities/counties.tsv") })

func areas(file string) []Area {
	var out []Area
	for _, r := range builtInTable(file, 4) {
		out = append(out, Area{Code: r[0], Fi: r[1], Sv: r[2], En: r[3]})
	}
	return out
}

// builtInTable reads a tab-separated file without its heading line. The file is part of the program, so a broken one
// is a fault of the build: it panics, and the first test does.
func builtInTable(file string, columns int) [][]string {
	b, err := municipalityFiles.ReadFile(file)
	if err != nil {
		panic(err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	var out [][]string
	for i, line := range lines[1:] {
		row := strings.Split(line, "\t")
		if len(row) != columns {
			panic(fmt.Errorf("%s, line %d: %d columns, not %d", file, i+2, len(row), columns))
		}
		out = append(out, row)
	}
	return out
}
