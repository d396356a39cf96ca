package commands

import (
	"encoding/csv"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kumppani/model"
	"kumppani/ui/words"
)

// objects runs a list command and reads its JSON.
func objects(t *testing.T, m *memory, args ...string) []map[string]any {
	t.Helper()
	r := run(t, m, append(args, "--format", "json")...)
	if r.code != Done || r.complaints != "" {
		t.Fatalf("exit %d: %s", r.code, r.complaints)
	}
	var out []map[string]any
	if err := json.Unmarshal([]byte(r.out), &out); err != nil {
		t.Fatalf("%v in %s", err, r.out)
	}
	return out
}

// table runs a list command and reads its CSV, the head first.
func table(t *testing.T, m *memory, args ...string) [][]string {
	t.Helper()
	r := run(t, m, append(args, "--format", "csv")...)
	text, bom := strings.CutPrefix(r.out, "\uFEFF")
	if r.code != Done || !bom {
		t.Fatalf("exit %d, byte order mark %v: %s", r.code, bom, r.complaints)
	}
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = ';'
	all, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func column(t *testing.T, table [][]string, line int, key string) string {
	t.Helper()
	i := slices.Index(table[0], key)
	if i < 0 {
		t.Fatalf("no column %s in %v", key, table[0])
	}
	return table[line][i]
}

func at(t *testing.T, v any, path ...any) any {
	t.Helper()
	for _, step := range path {
		switch s := step.(type) {
		case string:
			m, ok := v.(map[string]any)
			if _, there := m[s]; !ok || !there {
				t.Fatalf("no %v of %v", s, path)
			}
			v = m[s]
		case int:
			v = v.([]any)[s]
		}
	}
	return v
}

func TestAgreementsAsJSON(t *testing.T) {
	all := objects(t, village(), "list", "agreements")
	for _, c := range []struct {
		agreement int
		want      any
		path      []any
	}{
		{0, "2025-001", []any{"number"}},
		{0, "Sarka", []any{"title"}}, // in its main language
		{0, "Perhetupa <Sarka> & ystävät", []any{"title_fi"}},
		{0, "", []any{"title_en"}},
		{0, "in_force", []any{"state"}},
		{0, true, []any{"in_force"}},
		{0, "2027-12-31", []any{"ends_on"}},
		{0, "2027-09-30", []any{"last_notice_day"}},
		{0, "2027-08-31", []any{"decision_day"}},
		{0, 3.0, []any{"notice_months"}},
		{0, nil, []any{"meetings_per_year"}}, // nobody said: not 0
		{0, nil, []any{"review_on"}},
		{0, "2026-002", []any{"successor"}},
		{0, 2.0, []any{"signed"}},
		{0, 1.0, []any{"undelivered"}},
		{0, []any{}, []any{"waiting_for"}},
		{0, "Sarkajärvi kommun", []any{"parties", 0, "organisation"}},
		{0, "o1", []any{"parties", 0, "organisation_id"}},
		{0, "Aino Ö", []any{"parties", 0, "contact"}},
		{0, nil, []any{"parties", 0, "deputy"}},
		{0, "2025-01-15", []any{"parties", 0, "signed_on"}},
		{0, []any{"family_work", "library"}, []any{"parties", 0, "services"}},
		{0, []any{"family_work"}, []any{"parties", 0, "services_no_longer_organised"}},
		{0, true, []any{"clauses", 1, "off"}},
		{0, 1234.5, []any{"contributions", 0, "amount"}},
		{0, "promised", []any{"contributions", 0, "delivery"}},
		{0, 0.0, []any{"contributions", 1, "amount"}}, // a known nothing
		{0, "not_delivered", []any{"contributions", 1, "delivery"}},
		{0, nil, []any{"contributions", 2, "amount"}},
		{0, "signed_text", []any{"attachments", 0, "role"}},
		{1, "out_for_signature", []any{"state"}},
		{1, []any{`=HYPERLINK("http://x.example")`}, []any{"waiting_for"}}, // JSON runs no formulas
		{1, "2025-001", []any{"predecessor"}},
		{1, nil, []any{"kind"}},
		{1, nil, []any{"decision_day"}},
		{2, "draft", []any{"state"}},
	} {
		if got := at(t, all[c.agreement], c.path...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v of %d: %#v, want %#v", c.path, c.agreement, got, c.want)
		}
	}
}

// Whoever reads the lists relies on these keys; a new one may be added, none taken away or renamed.
func TestKeysStay(t *testing.T) {
	for what, keys := range map[string]string{
		"agreements": `id number title title_fi title_sv title_en languages form kind state in_force decision_day
			last_notice_day ends_on waiting_for signed parties_count undelivered area area_fi area_sv area_en place place_fi
			place_sv place_en agreed_on valid_from valid_until notice_months review_on notice_by notice_by_party_id
			notice_given_on notice_ends_on meetings_per_year parent parent_id predecessor predecessor_id successor successor_id
			parties clauses tasks contributions written_into reviews court court_fi court_sv court_en signed_at signed_at_fi
			signed_at_sv signed_at_en oral_where oral_present oral_content oral_content_fi oral_content_sv oral_content_en
			oral_noted_by memo_sent_to memo_sent_on attachments amendments notes`,
		"organisations": `id name name_fi name_sv name_en sector business_id municipality municipality_code street postal_code
			town core_task language ended_on ended in_force agreements contributions undelivered contacts notes`,
		"leaders": `id kind name anonymised_on state state_from state_reason next_state next_state_from available readiness
			missing due gaps_for_information older_texts phone email municipality municipality_code home_organisation
			home_organisation_id job_title languages audiences skills birth_year started_on availability publication_said_on
			publication_name publication_phone publication_withdrawn_on name_is_public phone_is_public source source_on kept_until
			hours fees expenses statuses tasks absences completed waivers training elsewhere entries notes`,
		"training": `id name title title_fi title_sv title_en programme programme_id programme_kind programme_hours state reason
			first_day last_day organiser organiser_id place languages capacity participants_count passed_count full cost pass_share
			days trainers participants notes`,
		"readiness": `leader_id name requirement requirement_fi requirement_sv requirement_en requirement_id requirement_kind
			task task_description task_id programme programme_id state level on by version older counts waiver_reason planned_on
			planned_event_id`,
		"places": `id name name_fi name_sv name_en kind street postal_code town municipality municipality_code village
			village_fi village_sv village_en host host_id owner owner_id owner_is_another capacity step_free accessible_toilet
			changing_table parking pram_space access_notes access_notes_fi access_notes_sv access_notes_en equipment keys
			booking_name booking_title booking_phone booking_email agreement agreement_id agreement_state ended_on ended groups
			sessions sessions_held sessions_cancelled sessions_not_entered sessions_ahead visits notes`,
		"groups": `id name name_fi name_sv name_en type place place_id municipality municipality_code audiences organisers
			leaders pair_gaps languages capacity minimum unit fixed_sessions theme_every agreement agreement_id agreement_state
			public recurrence rrule rhythm weekday every_weeks nth dates without from until runs_from runs_until runs continues
			continues_id description description_fi description_sv description_en sessions sessions_held sessions_cancelled sessions_not_entered
			sessions_ahead visits notes`,
		"sessions": `id group group_id type public season season_id date weekday week from until slot_on moved place place_id
			municipality municipality_code leaders pair_gaps theme guest status reason closed_by closed_by_id edited adults
			children new men visits own_counts sequence`,
		"partner-calendars": `id name place place_id municipality municipality_code file read_on from until events`,
	} {
		want := strings.Fields(keys)
		for _, m := range []*memory{village(), {}} {
			if got := table(t, m, "list", what)[0]; !slices.Equal(got, want) {
				t.Errorf("columns of %s:\n%v\nwant\n%v", what, got, want)
			}
		}
		all := objects(t, village(), "list", what)
		if len(all) == 0 {
			t.Errorf("no %s to look at", what)
		}
		for i, o := range all {
			if len(o) != len(want) {
				t.Errorf("%s %d has %d keys, want %d", what, i, len(o), len(want))
			}
			for _, key := range want {
				at(t, o, key)
			}
		}
	}
}

func TestTextsOfTheWeb(t *testing.T) {
	if out := run(t, village(), "list", "agreements", "--format", "json").out; !strings.Contains(out, "Perhetupa <Sarka> & ystävät") {
		t.Error("JSON hides < and & behind escapes")
	}
}

func TestNothingIsAnEmptyArray(t *testing.T) {
	if out := run(t, &memory{}, "list", "agreements", "--format", "json").out; out != "[]\n" {
		t.Errorf("%q", out)
	}
}

func TestOrganisationsAsJSON(t *testing.T) {
	all := objects(t, village(), "list", "organisations")
	for _, c := range []struct {
		organisation int
		want         any
		path         []any
	}{
		{0, "Sarkajärven kunta", []any{"name"}},
		{0, "00100", []any{"postal_code"}},
		{0, "994", []any{"municipality_code"}},
		{0, true, []any{"in_force"}},
		{0, false, []any{"ended"}},
		{0, 2.0, []any{"contributions"}},
		{0, 1.0, []any{"undelivered"}},
		{0, true, []any{"contacts", 0, "former"}},
		{0, false, []any{"contacts", 1, "former"}}, // until the 22nd: the last day in the role
		{0, "2025-001", []any{"agreements", 0, "number"}},
		{0, "out_for_signature", []any{"agreements", 1, "state"}},
		{1, nil, []any{"language"}},
		{1, nil, []any{"municipality_code"}},
		{1, []any{}, []any{"contacts"}},
	} {
		if got := at(t, all[c.organisation], c.path...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v of %d: %#v, want %#v", c.path, c.organisation, got, c.want)
		}
	}
}

func TestListsFollowToday(t *testing.T) {
	for day, want := range map[string]string{
		"2025-01-31": "signed_not_in_force", "2025-02-01": "in_force", "2027-08-30": "in_force", "2027-08-31": "ending",
		"2027-12-31": "ending", "2028-01-01": "ended_no_successor",
	} {
		for _, a := range objects(t, village(), "list", "agreements", "--today", day) {
			if a["number"] == "2025-001" && a["state"] != want {
				t.Errorf("%s: %v, want %s", day, a["state"], want)
			}
		}
	}
	o := objects(t, village(), "list", "organisations", "--today", "2028-01-01")
	if o[0]["in_force"] != false || at(t, o[0], "contacts", 1, "former") != true {
		t.Error("the organisation does not follow the day")
	}
}

func TestListIsByDecisionDay(t *testing.T) {
	m := village()
	slices.Reverse(m.agreements)
	var got []any
	for _, a := range objects(t, m, "list", "agreements") {
		got = append(got, a["number"])
	}
	if want := []any{"2025-001", "2026-002", "2026-003"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestCSVSpeaks(t *testing.T) {
	fi, sv := table(t, village(), "list", "agreements"), table(t, village(), "list", "agreements", "--lang", "sv")
	for _, c := range []struct {
		table     [][]string
		key, want string
	}{
		{fi, "state", words.In("fi").T("agreement.state.in_force")},
		{sv, "state", words.In("sv").T("agreement.state.in_force")},
		{fi, "in_force", "kyllä"},
		{sv, "in_force", "ja"},
		{fi, "valid_until", "31.12.2027"},
		{fi, "meetings_per_year", ""},
		{fi, "clauses", "Lokaler"}, // the one that is switched off is not part of the text
		{fi, "attachments", "vanha.pdf; uusi.pdf; kuva.pdf"},
	} {
		if got := column(t, c.table, 1, c.key); got != c.want {
			t.Errorf("%s: %q, want %q", c.key, got, c.want)
		}
	}
	if got := column(t, fi, 1, "contributions"); !strings.Contains(got, "1\u00a0234,50\u00a0€ vuodessa") {
		t.Errorf("contributions: %q", got)
	}
	if got := column(t, fi, 1, "parties"); !strings.HasPrefix(got, "Sarkajärvi kommun (allekirjoitettu 15.1.2025); ") {
		t.Errorf("parties: %q", got)
	}
	if got := column(t, table(t, village(), "list", "organisations"), 1, "contacts"); got != "Maija Kurki (+358 40 000 0100, entinen); Aino Ö (johtaja)" {
		t.Errorf("contacts: %q", got)
	}
}

// A cell never shows the key of a word instead of the word.
func TestEveryCodeHasAWord(t *testing.T) {
	for _, l := range model.Languages() {
		for _, what := range []string{"agreements", "organisations", "leaders", "training", "readiness", "places", "groups", "sessions"} {
			for _, line := range table(t, village(), "list", what, "--lang", string(l))[1:] {
				for _, set := range []string{
					"agreement.", "contribution.", "language.", "sector.", "commands.", "leader.", "check.",
					"standing.", "readiness.", "requirement.", "programme.", "training.", "entry.", "answer.", "spoken.", "date.",
					"place.kind", "group.", "session.", "recurrence.", "audience.",
				} {
					for _, c := range line {
						if strings.Contains(c, set) {
							t.Errorf("%s in %s: %q", what, l, c)
						}
					}
				}
			}
		}
	}
}

func TestCSVRunsNoFormula(t *testing.T) {
	if got := column(t, table(t, village(), "list", "organisations"), 2, "name"); got != `'=HYPERLINK("http://x.example")` {
		t.Errorf("name: %q", got)
	}
}
