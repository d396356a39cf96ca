-- Reminders, what is kept off the agenda, the bodies of the network and their meetings, surveys, and what is entered of a
-- year.
--
-- What refers to an organisation is listed by networkUses and moved by repointNetwork. A time of day is as in groups.

-- A reminder hangs on a record of any kind, which no foreign key can say: the triggers below take it away with the record.
CREATE TABLE follow_up (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL, -- of the record; '' when it hangs on none
  record_id TEXT,
  due_on TEXT CHECK (due_on GLOB '[1-9]???-??-??' AND date(due_on) IS due_on),
  text TEXT NOT NULL,
  done_on TEXT CHECK (done_on GLOB '[1-9]???-??-??' AND date(done_on) IS done_on) -- NULL while it is open
) STRICT;
CREATE INDEX follow_up_record ON follow_up (record_id) WHERE record_id IS NOT NULL;

CREATE TABLE deferral (
  key TEXT PRIMARY KEY NOT NULL,
  record_id TEXT,
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on), -- NULL when it does not come back
  reason TEXT NOT NULL,
  made_on TEXT CHECK (made_on GLOB '[1-9]???-??-??' AND date(made_on) IS made_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX deferral_record ON deferral (record_id) WHERE record_id IS NOT NULL;

CREATE TABLE network_body (
  id TEXT PRIMARY KEY NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  kind TEXT NOT NULL,
  times_a_year INTEGER,
  recurs INTEGER NOT NULL CHECK (recurs IN (0, 1)),
  rrule TEXT NOT NULL, -- this and the next two: as in groups, and '' unless it recurs
  rdates TEXT NOT NULL,
  exdates TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  starts_on TEXT CHECK (starts_on GLOB '[1-9]???-??-??' AND date(starts_on) IS starts_on),
  ended_on TEXT CHECK (ended_on GLOB '[1-9]???-??-??' AND date(ended_on) IS ended_on),
  notes TEXT NOT NULL,
  sort TEXT NOT NULL
) STRICT;

CREATE TABLE network_body_member (
  body_id TEXT NOT NULL REFERENCES network_body (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (body_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX network_body_member_organisation ON network_body_member (organisation_id);

CREATE TABLE network_meeting (
  id TEXT PRIMARY KEY NOT NULL,
  body_id TEXT NOT NULL REFERENCES network_body (id),
  held_on TEXT CHECK (held_on GLOB '[1-9]???-??-??' AND date(held_on) IS held_on),
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  place TEXT NOT NULL,
  agenda TEXT NOT NULL,
  decisions TEXT NOT NULL,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX network_meeting_body ON network_meeting (body_id);

CREATE TABLE network_meeting_present (
  meeting_id TEXT NOT NULL REFERENCES network_meeting (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX network_meeting_present_organisation ON network_meeting_present (organisation_id);

CREATE TABLE survey (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  closed_on TEXT CHECK (closed_on GLOB '[1-9]???-??-??' AND date(closed_on) IS closed_on),
  target TEXT NOT NULL,
  group_id TEXT REFERENCES meeting_group (id),
  asked INTEGER, -- this and the next two: NULL when nobody has said
  answers INTEGER,
  positive INTEGER, -- per cent
  finding TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX survey_group ON survey (group_id) WHERE group_id IS NOT NULL;

-- What is entered of a year. What nobody has said has no row.
CREATE TABLE year_record (
  year INTEGER PRIMARY KEY NOT NULL,
  notes TEXT NOT NULL
) STRICT;

CREATE TABLE year_resource (
  year INTEGER NOT NULL REFERENCES year_record (year) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  given TEXT NOT NULL, -- 'yes', 'no', or '' when nobody has said
  amount INTEGER, -- hundredths of a euro, a post or a place
  note TEXT NOT NULL,
  PRIMARY KEY (year, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_service (
  year INTEGER NOT NULL REFERENCES year_record (year) ON DELETE CASCADE,
  service TEXT NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (year, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_cooperation (
  year INTEGER NOT NULL REFERENCES year_record (year) ON DELETE CASCADE,
  sector TEXT NOT NULL,
  goes TEXT NOT NULL,
  PRIMARY KEY (year, sector)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_quality (
  year INTEGER NOT NULL REFERENCES year_record (year) ON DELETE CASCADE,
  topic TEXT NOT NULL,
  step INTEGER,
  note TEXT NOT NULL,
  PRIMARY KEY (year, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_practice (
  year INTEGER NOT NULL REFERENCES year_record (year) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  municipality_code TEXT NOT NULL,
  municipality TEXT NOT NULL,
  practice TEXT NOT NULL,
  stage TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (year, position)
) STRICT, WITHOUT ROWID;

-- Under which other IDs a leader may be in an older backup: those that were merged into it.
CREATE TABLE leader_merged (
  id TEXT PRIMARY KEY NOT NULL,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX leader_merged_leader ON leader_merged (leader_id);

-- What hangs on a record goes with it, however it goes. A later step that makes one of these tables anew makes its trigger
-- anew, too: DROP TABLE takes it away.
CREATE TRIGGER organisation_gone AFTER DELETE ON organisation BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER agreement_gone AFTER DELETE ON agreement BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER leader_gone AFTER DELETE ON leader BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER programme_gone AFTER DELETE ON programme BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER event_gone AFTER DELETE ON event BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER meeting_place_gone AFTER DELETE ON meeting_place BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER meeting_group_gone AFTER DELETE ON meeting_group BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER season_gone AFTER DELETE ON season BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER closure_gone AFTER DELETE ON closure BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER session_gone AFTER DELETE ON session BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER partner_calendar_gone AFTER DELETE ON partner_calendar BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER network_body_gone AFTER DELETE ON network_body BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER network_meeting_gone AFTER DELETE ON network_meeting BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
CREATE TRIGGER survey_gone AFTER DELETE ON survey BEGIN
  DELETE FROM follow_up WHERE record_id = OLD.id;
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
-- What is kept off the agenda may be a reminder itself.
CREATE TRIGGER follow_up_gone AFTER DELETE ON follow_up BEGIN
  DELETE FROM deferral WHERE record_id = OLD.id;
END;
