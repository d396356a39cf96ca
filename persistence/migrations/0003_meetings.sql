-- Meeting places, groups, closures, seasons, the sessions of groups, partners' calendars, and what was given out of the
-- families' calendar.
--
-- What refers to an organisation is listed by meetingUses and moved by repointMeetings. Of a leader who is erased nothing
-- stays in groups and sessions; one who is anonymised stays in them without a name. A time of day is 24-hour text,
-- '09:30', and '' when it is not known.

CREATE TABLE meeting_place (
  id TEXT PRIMARY KEY NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  kind TEXT NOT NULL,
  street TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  town TEXT NOT NULL,
  municipality_code TEXT NOT NULL,
  municipality TEXT NOT NULL,
  village_fi TEXT NOT NULL, village_sv TEXT NOT NULL, village_en TEXT NOT NULL,
  host_id TEXT REFERENCES organisation (id),
  owner_id TEXT REFERENCES organisation (id),
  capacity INTEGER, -- persons
  step_free TEXT NOT NULL, -- this and the next four: 'yes', 'no', or '' when nobody has said
  toilet TEXT NOT NULL,
  changing_table TEXT NOT NULL,
  parking TEXT NOT NULL,
  pram_space TEXT NOT NULL,
  access_fi TEXT NOT NULL, access_sv TEXT NOT NULL, access_en TEXT NOT NULL,
  equipment TEXT NOT NULL,
  keys TEXT NOT NULL,
  booking_name TEXT NOT NULL,
  booking_title TEXT NOT NULL,
  booking_phone TEXT NOT NULL,
  booking_email TEXT NOT NULL,
  booking_language TEXT NOT NULL,
  agreement_id TEXT REFERENCES agreement (id),
  ended_on TEXT CHECK (ended_on GLOB '[1-9]???-??-??' AND date(ended_on) IS ended_on),
  notes TEXT NOT NULL,
  sort TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_place_host ON meeting_place (host_id) WHERE host_id IS NOT NULL;
CREATE INDEX meeting_place_owner ON meeting_place (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX meeting_place_agreement ON meeting_place (agreement_id) WHERE agreement_id IS NOT NULL;

-- Not called group, which is a word of SQL.
CREATE TABLE meeting_group (
  id TEXT PRIMARY KEY NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  type TEXT NOT NULL,
  place_id TEXT NOT NULL REFERENCES meeting_place (id),
  audiences TEXT NOT NULL, -- this and the next: codes in order, separated by commas
  languages TEXT NOT NULL,
  capacity INTEGER,
  minimum INTEGER,
  unit TEXT NOT NULL,
  fixed_sessions INTEGER,
  theme_every INTEGER NOT NULL,
  agreement_id TEXT REFERENCES agreement (id),
  public INTEGER NOT NULL CHECK (public IN (0, 1)),
  rrule TEXT NOT NULL, -- RFC 5545, section 3.3.10; '' when the group meets on single dates only
  rdates TEXT NOT NULL, -- this and the next: days in order, separated by commas
  exdates TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  runs_from_on TEXT CHECK (runs_from_on GLOB '[1-9]???-??-??' AND date(runs_from_on) IS runs_from_on),
  runs_until_on TEXT CHECK (runs_until_on GLOB '[1-9]???-??-??' AND date(runs_until_on) IS runs_until_on),
  continues_id TEXT REFERENCES meeting_group (id),
  description_fi TEXT NOT NULL, description_sv TEXT NOT NULL, description_en TEXT NOT NULL,
  notes TEXT NOT NULL,
  sort TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_group_place ON meeting_group (place_id);
CREATE INDEX meeting_group_agreement ON meeting_group (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX meeting_group_continues ON meeting_group (continues_id) WHERE continues_id IS NOT NULL;

CREATE TABLE group_organiser (
  group_id TEXT NOT NULL REFERENCES meeting_group (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (group_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_organiser_organisation ON group_organiser (organisation_id);

CREATE TABLE group_leader (
  group_id TEXT NOT NULL REFERENCES meeting_group (id) ON DELETE CASCADE,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (group_id, leader_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_leader_leader ON group_leader (leader_id);

CREATE TABLE season (
  id TEXT PRIMARY KEY NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  from_on TEXT CHECK (from_on GLOB '[1-9]???-??-??' AND date(from_on) IS from_on),
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on),
  eves INTEGER NOT NULL CHECK (eves IN (0, 1))
) STRICT;

CREATE TABLE closure (
  id TEXT PRIMARY KEY NOT NULL,
  scope TEXT NOT NULL,
  municipality_code TEXT NOT NULL, -- this and the next three: what the scope says is closed
  municipality TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  place_id TEXT REFERENCES meeting_place (id),
  from_on TEXT CHECK (from_on GLOB '[1-9]???-??-??' AND date(from_on) IS from_on),
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on),
  reason_fi TEXT NOT NULL, reason_sv TEXT NOT NULL, reason_en TEXT NOT NULL
) STRICT;
CREATE INDEX closure_organisation ON closure (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX closure_place ON closure (place_id) WHERE place_id IS NOT NULL;

-- Visitors of the centre's own categories. What was counted in one is in session.own_counts.
CREATE TABLE count_category (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  off INTEGER NOT NULL CHECK (off IN (0, 1))
) STRICT;

CREATE TABLE meeting_policy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  travel_minutes INTEGER NOT NULL
) STRICT;

-- Who leads a session, and its own counts, are in it as text: there are 100,000 sessions, and a year of them is read at
-- once. Foreign keys cannot guard what is in a text: saveSessions looks whether it is there, and what removes a leader or a
-- category goes through them.
CREATE TABLE session (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), id, group_id, ifnull(season_id, ''), ifnull(slot_on, ''),
    ifnull(held_on, ''), from_at, until_at, ifnull(place_id, ''), theme, guest, state, reason, ifnull(closed_by, ''),
    edited, ifnull(adults, ''), ifnull(children, ''), ifnull(newcomers, ''), ifnull(men, ''), sequence,
    leaders, own_counts)) STORED,
  group_id TEXT NOT NULL REFERENCES meeting_group (id),
  season_id TEXT REFERENCES season (id),
  slot_on TEXT CHECK (slot_on GLOB '[1-9]???-??-??' AND date(slot_on) IS slot_on),
  held_on TEXT CHECK (held_on GLOB '[1-9]???-??-??' AND date(held_on) IS held_on),
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  place_id TEXT REFERENCES meeting_place (id),
  theme TEXT NOT NULL,
  guest TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  closed_by TEXT REFERENCES closure (id) ON DELETE SET NULL, -- then it is as if somebody had cancelled it
  edited INTEGER NOT NULL CHECK (edited IN (0, 1)),
  adults INTEGER, -- this and the next three: NULL when nobody has counted
  children INTEGER,
  newcomers INTEGER,
  men INTEGER,
  sequence INTEGER NOT NULL,
  leaders TEXT NOT NULL, -- IDs in order, separated by commas
  own_counts TEXT NOT NULL -- '<category>:<visitors>', separated by commas
) STRICT;
CREATE INDEX session_held ON session (held_on);
CREATE INDEX session_season ON session (season_id);
-- A group has one session for each day of its recurrence in a season, whatever is written and how often.
CREATE UNIQUE INDEX session_slot ON session (group_id, season_id, slot_on);
-- None by place: it would be needed only when a place is removed.
CREATE INDEX session_closure ON session (closed_by) WHERE closed_by IS NOT NULL;

-- A calendar of somebody else, as it was read last. A clock of its events that is '' makes the event take all day.
CREATE TABLE partner_calendar (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  place_id TEXT REFERENCES meeting_place (id),
  file TEXT NOT NULL,
  read_on TEXT CHECK (read_on GLOB '[1-9]???-??-??' AND date(read_on) IS read_on),
  from_on TEXT CHECK (from_on GLOB '[1-9]???-??-??' AND date(from_on) IS from_on),
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on),
  sort TEXT NOT NULL
) STRICT;
CREATE INDEX partner_calendar_place ON partner_calendar (place_id) WHERE place_id IS NOT NULL;

CREATE TABLE partner_event (
  calendar_id TEXT NOT NULL REFERENCES partner_calendar (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  held_on TEXT CHECK (held_on GLOB '[1-9]???-??-??' AND date(held_on) IS held_on),
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (calendar_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_event_held ON partner_event (held_on);

-- What was given out last of an area (CalendarArea.Key) in a season.
CREATE TABLE printed_calendar (
  season_id TEXT NOT NULL REFERENCES season (id) ON DELETE CASCADE,
  area TEXT NOT NULL,
  printed_on TEXT CHECK (printed_on GLOB '[1-9]???-??-??' AND date(printed_on) IS printed_on),
  PRIMARY KEY (season_id, area)
) STRICT, WITHOUT ROWID;

-- What it said of each group. It stays as it was said: the group and the place are no references, and may be gone. Columns
-- rather than one text of JSON, so that the file says what is in it, and Check looks into it as into the rest.
CREATE TABLE printed_line (
  season_id TEXT NOT NULL,
  area TEXT NOT NULL,
  position INTEGER NOT NULL,
  group_id TEXT NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  place_id TEXT NOT NULL,
  place_fi TEXT NOT NULL, place_sv TEXT NOT NULL, place_en TEXT NOT NULL,
  rrule TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  days TEXT NOT NULL, -- in order, separated by commas
  PRIMARY KEY (season_id, area, position),
  FOREIGN KEY (season_id, area) REFERENCES printed_calendar (season_id, area) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
