package icalendar

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// windowsZones are the time zones that Outlook and Exchange name in their own way, as far as calendars in Finland have
// them: those of Europe (CLDR, windowsZones.xml).
var windowsZones = map[string]string{
	"fle standard time": zoneName, "gtb standard time": "Europe/Bucharest", "e. europe standard time": "Europe/Chisinau",
	"w. europe standard time": "Europe/Berlin", "central europe standard time": "Europe/Budapest",
	"central european standard time": "Europe/Warsaw", "romance standard time": "Europe/Paris",
	"gmt standard time": "Europe/London", "greenwich standard time": "Atlantic/Reykjavik",
	"russian standard time": "Europe/Moscow", "kaliningrad standard time": "Europe/Kaliningrad",
	"belarus standard time": "Europe/Minsk", "turkey standard time": "Europe/Istanbul",
	"eastern standard time": "America/New_York", "pacific standard time": "America/Los_Angeles",
	"utc": "UTC", "coordinated universal time": "UTC", "gmt": "UTC", "z": "UTC", "etc/utc": "UTC",
}

// zones finds time zones by the names that files have for them, and remembers the names that nobody knows.
type zones struct {
	known   map[string]*time.Location
	unknown map[string]bool
	local   *time.Location // of times that have none
}

func newZones() *zones {
	return &zones{known: map[string]*time.Location{}, unknown: map[string]bool{}, local: helsinki}
}

// floating sets the zone of times that have none, if it is known.
func (z *zones) floating(name string) {
	if zone := lookUp(name); zone != nil {
		z.local = zone
	}
}

// find is the zone of a TZID. One that is not known is taken as that of Finland: a partner's calendar is local.
func (z *zones) find(name string) *time.Location {
	if name == "" {
		return z.local
	}
	if zone, seen := z.known[name]; seen {
		return zone
	}
	zone := lookUp(name)
	if zone == nil {
		zone = helsinki
		z.unknown[name] = true
	}
	z.known[name] = zone
	return zone
}

// missing lists the names that nobody knows.
func (z *zones) missing() []string { return slices.Sorted(maps.Keys(z.unknown)) }

// lookUp finds a zone of the IANA database, of Windows, or one at the end of a path, as some programs write it:
// /freeassociation.sourceforge.net/Europe/Helsinki. It returns nil for any other.
func lookUp(name string) *time.Location {
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if iana, ok := windowsZones[strings.ToLower(name)]; ok {
		name = iana
	}
	if strings.Contains(strings.ToLower(name), "helsinki") {
		name = zoneName // (UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius
	}
	if len(name) > 200 || strings.EqualFold(name, "local") {
		return nil
	}
	for name != "" {
		if zone, err := time.LoadLocation(name); err == nil {
			return zone
		}
		_, rest, more := strings.Cut(name, "/")
		if !more {
			return nil
		}
		name = rest
	}
	return nil
}
