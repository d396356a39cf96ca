package words

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kumppani/model"
)

// Paragraph is a paragraph of a clause as it is shown and printed: a table when Table is set, else text.
type Paragraph struct {
	Pieces []Piece
	Table  model.Placeholder // PlaceTasks, PlaceContributions or PlaceContacts
}

// Piece is a piece of a paragraph. A Blank is an unfilled placeholder: a ruled line to be written on by hand.
type Piece struct {
	Text  string
	Blank bool
}

// Clause fills in the placeholders of a clause in the language, and cuts it into paragraphs at line breaks and around
// tables. Names of organisations are taken from the directory.
func (in In) Clause(body string, a *model.Agreement, organisations model.Directory) []Paragraph {
	return in.paragraphs(body, filler{in, a, organisations}.value)
}

// Memo is Clause for the memo of an oral agreement, whose place and participants are those of the occasion.
func (in In) Memo(body string, a *model.Agreement, organisations model.Directory) []Paragraph {
	f := filler{in, a, organisations}
	return in.paragraphs(body, func(p model.Placeholder) string {
		switch p {
		case model.PlacePlace:
			return a.OralTerms.Where
		case model.PlaceParties:
			if a.OralTerms.Present != "" {
				return a.OralTerms.Present
			}
		}
		return f.value(p)
	})
}

func (in In) paragraphs(body string, value func(model.Placeholder) string) []Paragraph {
	var out []Paragraph
	for block := range strings.SplitSeq(strings.ReplaceAll(body, "\r\n", "\n"), "\n") {
		out = append(out, in.paragraph(block, value)...)
	}
	return out
}

// paragraph fills one paragraph; a table in its midst cuts it in two, and takes the full stop behind it along.
func (in In) paragraph(block string, value func(model.Placeholder) string) []Paragraph {
	segments := model.Segments(block)
	var out []Paragraph
	var pieces []Piece
	flush := func() {
		pieces = trimmed(pieces)
		if len(pieces) > 0 {
			out = append(out, Paragraph{Pieces: pieces})
		}
		pieces = nil
	}
	for i := range segments {
		s := &segments[i]
		if s.Placeholder == "" {
			pieces = appendText(pieces, s.Text)
			continue
		}
		v := value(s.Placeholder)
		if v != "" && s.Placeholder.IsTable() {
			if t := lastText(pieces); t != nil && !strings.HasSuffix(strings.TrimSpace(*t), ":") {
				*t = strings.TrimSpace(*t) + ":"
			}
			flush()
			out = append(out, Paragraph{Table: s.Placeholder})
			if i+1 < len(segments) {
				segments[i+1].Text = strings.TrimLeft(segments[i+1].Text, ". ")
			}
			continue
		}
		v = in.inflect(s.Placeholder, v, lastText(pieces), following(segments, i))
		if v == "" {
			pieces = append(pieces, Piece{Blank: true})
			continue
		}
		if next := following(segments, i); next != nil && strings.HasSuffix(v, ".") {
			*next = strings.TrimPrefix(*next, ".") // the sentence that was typed has its own full stop
		}
		pieces = appendText(pieces, v)
	}
	flush()
	return out
}

// untilFurtherNotice is what value gives for the end of an agreement that has none; inflect puts it into words.
const untilFurtherNotice = "∞"

// inflections are the places where a value changes the words around it: before is taken from the text in front of the
// placeholder, after from the text behind it, and say stands for all three.
var inflections = []struct {
	language      model.Language
	place         model.Placeholder
	value         string
	before, after string
	say           string
}{
	{model.Finnish, model.PlaceNoticeMonths, "1", "", " kuukautta", "yksi kuukausi"},
	{model.Swedish, model.PlaceNoticeMonths, "1", "", " månader", "1 månad"},
	{model.English, model.PlaceNoticeMonths, "1", "", " months", "1 month"},
	{model.Finnish, model.PlaceMeetings, "1", "", " kertaa", "kerran"},
	{model.Swedish, model.PlaceMeetings, "1", "", " gånger", "en gång"},
	{model.English, model.PlaceMeetings, "1", "", " times", "once"},
	{model.Finnish, model.PlaceUntil, untilFurtherNotice, "", " saakka", "toistaiseksi"},
	{model.Finnish, model.PlaceUntil, untilFurtherNotice, "", " asti", "toistaiseksi"},
	{model.Swedish, model.PlaceUntil, untilFurtherNotice, "till den ", "", "tills vidare"},
	{model.English, model.PlaceUntil, untilFurtherNotice, "until ", "", "until further notice"},
	{model.Finnish, model.PlaceUntil, untilFurtherNotice, "", "", "toistaiseksi"},
	{model.Swedish, model.PlaceUntil, untilFurtherNotice, "", "", "tills vidare"},
	{model.English, model.PlaceUntil, untilFurtherNotice, "", "", "until further notice"},
}

func (in In) inflect(place model.Placeholder, value string, before, after *string) string {
	for _, x := range inflections {
		if model.Language(in) != x.language || place != x.place || value != x.value {
			continue
		}
		if x.before != "" && (before == nil || !strings.HasSuffix(*before, x.before)) {
			continue
		}
		if x.after != "" && (after == nil || !strings.HasPrefix(*after, x.after)) {
			continue
		}
		if x.before != "" {
			*before = strings.TrimSuffix(*before, x.before)
		}
		if x.after != "" {
			*after = strings.TrimPrefix(*after, x.after)
		}
		return x.say
	}
	return value
}

func appendText(pieces []Piece, s string) []Piece {
	if t := lastText(pieces); t != nil {
		*t += s
		return pieces
	}
	return append(pieces, Piece{Text: s})
}

// lastText is the text at the end of the pieces, nil when they end in a blank or are none.
func lastText(pieces []Piece) *string {
	if n := len(pieces); n > 0 && !pieces[n-1].Blank {
		return &pieces[n-1].Text
	}
	return nil
}

// following is the text right after segment i, nil when there is none.
func following(segments []model.Segment, i int) *string {
	if i+1 < len(segments) && segments[i+1].Placeholder == "" {
		return &segments[i+1].Text
	}
	return nil
}

func trimmed(pieces []Piece) []Piece {
	if len(pieces) == 0 {
		return nil
	}
	if !pieces[0].Blank {
		pieces[0].Text = strings.TrimLeft(pieces[0].Text, " ")
	}
	if last := lastText(pieces); last != nil {
		*last = strings.TrimRight(*last, " ")
	}
	if len(pieces) == 1 && !pieces[0].Blank && pieces[0].Text == "" {
		return nil
	}
	return pieces
}

// filler knows what each placeholder says of one agreement; empty is unfilled.
type filler struct {
	in            In
	a             *model.Agreement
	organisations model.Directory
}

func (f filler) value(p model.Placeholder) string {
	l := model.Language(f.in)
	switch p {
	case model.PlaceTitle:
		return f.a.Title.Best(l)
	case model.PlaceNumber:
		return f.a.Number
	case model.PlaceParties:
		return f.parties()
	case model.PlaceArea:
		return f.a.Area.Best(l)
	case model.PlacePlace:
		return f.a.Place.Best(l)
	case model.PlaceFrom:
		return f.in.Date(f.a.ValidFrom)
	case model.PlaceUntil:
		if f.a.ValidUntil.IsZero() {
			return untilFurtherNotice
		}
		return f.in.Date(f.a.ValidUntil)
	case model.PlaceTerm:
		if f.a.ValidUntil.IsZero() {
			return f.in.T("clause.until_further_notice")
		}
		return f.in.T("clause.until", "date", f.in.Date(f.a.ValidUntil))
	case model.PlaceNoticeMonths:
		return f.a.NoticeMonths.String()
	case model.PlaceReview:
		return f.in.Date(f.a.ReviewOn)
	case model.PlaceMeetings:
		return f.a.MeetingsPerYear.String()
	case model.PlaceCopies:
		if n := len(f.a.Parties); n >= model.MinParties {
			return strconv.Itoa(n)
		}
		return ""
	case model.PlaceCourt:
		return f.a.Court.In(l)
	case model.PlacePlaceTime:
		return f.a.SignedAt.In(l)
	case model.PlaceDecisions:
		return f.decisions()
	case model.PlaceSignatories:
		return f.signatories()
	case model.PlaceAnnexes:
		return f.annexes()
	default:
		return f.tablesAndMemo(p)
	}
}

// tablesAndMemo gives any text for a table that has rows: what the table says is drawn elsewhere.
func (f filler) tablesAndMemo(p model.Placeholder) string {
	some := func(n int) string { return strings.Repeat("▦", min(n, 1)) }
	t := f.a.OralTerms
	switch p {
	case model.PlaceTasks:
		return some(len(f.a.Tasks))
	case model.PlaceContributions:
		return some(len(f.a.Contributions))
	case model.PlaceContacts:
		n := 0
		for _, party := range f.a.Parties {
			if party.ContactID != "" || party.DeputyID != "" {
				n++
			}
		}
		return some(n)
	case model.PlaceMemoDate:
		return f.in.Date(f.a.AgreedOn)
	case model.PlaceMemoContent:
		return t.Content.Best(model.Language(f.in))
	case model.PlaceMemoBy:
		return t.NotedBy
	case model.PlaceMemoSent:
		return strings.TrimSpace(t.MemoSentTo + " " + f.in.Date(t.MemoSentOn))
	}
	return ""
}

func (f filler) parties() string {
	var names []string
	for _, p := range f.a.Parties {
		if n := f.organisations.Name(p.OrganisationID, model.Language(f.in)); n != "" {
			names = append(names, n)
		}
	}
	return f.in.List(names)
}

// Decision says a party's decision reference as minutes are cited: "Sivistyslautakunta 12.12.2024 § 42".
func (in In) Decision(p model.Party) string {
	parts := []string{p.DecisionBody, in.Date(p.DecisionOn)}
	if s := strings.TrimSpace(strings.TrimPrefix(p.DecisionSection, "§")); s != "" {
		parts = append(parts, "§\u00a0"+s)
	}
	return strings.TrimSpace(strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " "))
}

func (f filler) decisions() string {
	var all []string
	for _, p := range f.a.Parties {
		if d := f.in.Decision(p); d != "" {
			all = append(all, f.organisations.Name(p.OrganisationID, model.Language(f.in))+": "+d)
		}
	}
	return strings.Join(all, "; ")
}

func (f filler) signatories() string {
	var all []string
	for _, p := range f.a.Parties {
		if p.Signatory != "" {
			all = append(all, strings.TrimSuffix(p.Signatory+", "+p.SignatoryTitle, ", "))
		}
	}
	return strings.Join(all, "; ")
}

func (f filler) annexes() string {
	var all []string
	for _, x := range f.a.Attachments {
		if x.Role == model.Annex {
			all = append(all, strings.TrimSuffix(x.Name, filepath.Ext(x.Name)))
		}
	}
	return f.in.List(all)
}
