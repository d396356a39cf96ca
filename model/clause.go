package model

import (
	"regexp"
	"strings"
)

// Clause is one numbered clause of an agreement. Its text is copied from the template when the agreement is made and is
// the agreement's own from then on.
type Clause struct {
	ID      ID
	Key     string // key of the template clause it was copied from; empty for one added by hand
	Heading Text
	Body    Text // with placeholders {{…}}, filled when shown and printed
	Off     bool // switched off: kept, but neither shown in the agreement nor printed
}

// ClauseAnnexes is the key of the clause that lists the annexes; it is off in a new agreement, which has none.
const ClauseAnnexes = "annexes"

// Placeholder is the name between {{ and }} in a clause. The names are Finnish, as in the templates.
type Placeholder string

// The placeholders. Those of the second group stand for a table.
const (
	PlaceTitle        Placeholder = "sopimus.otsikko"
	PlaceNumber       Placeholder = "sopimus.numero"
	PlaceParties      Placeholder = "osapuolet"
	PlaceArea         Placeholder = "alue"
	PlacePlace        Placeholder = "paikka"
	PlaceFrom         Placeholder = "alkaa"
	PlaceUntil        Placeholder = "paattyy"
	PlaceTerm         Placeholder = "voimassaolo"
	PlaceNoticeMonths Placeholder = "irtisanomisaika_kk"
	PlaceReview       Placeholder = "tarkistus_pvm"
	PlaceDecisions    Placeholder = "paatosviite"
	PlaceCopies       Placeholder = "kappaleet"
	PlacePlaceTime    Placeholder = "paikka_ja_aika"
	PlaceSignatories  Placeholder = "allekirjoittajat"
	PlaceAnnexes      Placeholder = "liitteet"
	PlaceMeetings     Placeholder = "tapaamiset_vuodessa"
	PlaceCourt        Placeholder = "karajaoikeus"
	PlaceMemoDate     Placeholder = "pvm"
	PlaceMemoContent  Placeholder = "sisalto"
	PlaceMemoBy       Placeholder = "kirjaaja"
	PlaceMemoSent     Placeholder = "toimitettu"

	PlaceContributions Placeholder = "panostukset"
	PlaceTasks         Placeholder = "tyonjako"
	PlaceContacts      Placeholder = "yhdyshenkilot"
)

// Placeholders lists those that a clause may have.
func Placeholders() []Placeholder {
	return []Placeholder{
		PlaceTitle, PlaceNumber, PlaceParties, PlaceArea, PlacePlace, PlaceContributions, PlaceTasks, PlaceContacts,
		PlaceFrom, PlaceUntil, PlaceTerm, PlaceNoticeMonths, PlaceReview, PlaceDecisions, PlaceCopies, PlacePlaceTime,
		PlaceSignatories, PlaceAnnexes, PlaceMeetings, PlaceCourt,
		PlaceMemoDate, PlaceMemoContent, PlaceMemoBy, PlaceMemoSent,
	}
}

// IsTable reports whether the placeholder stands for a table.
func (p Placeholder) IsTable() bool {
	return p == PlaceContributions || p == PlaceTasks || p == PlaceContacts
}

// Segment is a piece of a clause: plain text, or a placeholder.
type Segment struct {
	Text        string
	Placeholder Placeholder
}

var placeholderForm = regexp.MustCompile(`\{\{\s*([\p{L}0-9_.]+)\s*\}\}`)

// Segments cuts a clause into text and placeholders. What only looks like a placeholder but has an unknown name is
// a placeholder all the same: it prints as a ruled line, never as the raw token.
func Segments(clause string) []Segment {
	var out []Segment
	rest := clause
	for {
		m := placeholderForm.FindStringSubmatchIndex(rest)
		if m == nil {
			break
		}
		if m[0] > 0 {
			out = append(out, Segment{Text: rest[:m[0]]})
		}
		out = append(out, Segment{Placeholder: Placeholder(strings.ToLower(rest[m[2]:m[3]]))})
		rest = rest[m[1]:]
	}
	if rest != "" {
		out = append(out, Segment{Text: rest})
	}
	return out
}
