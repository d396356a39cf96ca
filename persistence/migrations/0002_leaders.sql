-- Leaders, and what is asked of them.
--
-- requirement_id refers to a requirement that is built into the program as long as nobody has changed the set, so it is
-- no foreign key. programme_id refers to table programme, which the next migration makes. Both are looked up when a
-- leader is saved, and Check reports those that lead nowhere.

CREATE TABLE leader (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), sort, id, kind, name, phone, email, municipality_code,
    municipality, ifnull(home_organisation_id, ''), job_title, languages, audiences, skills, ifnull(birth_year, ''),
    ifnull(started_on, ''), availability, ifnull(publication_on, ''), publication_name, publication_phone,
    ifnull(withdrawn_on, ''), source, ifnull(source_on, ''), notes, ifnull(anonymised_on, ''))) STORED,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  municipality_code TEXT NOT NULL,
  municipality TEXT NOT NULL,
  home_organisation_id TEXT REFERENCES organisation (id),
  job_title TEXT NOT NULL,
  languages TEXT NOT NULL, -- this and the next: codes in order, separated by commas
  audiences TEXT NOT NULL,
  skills TEXT NOT NULL,
  birth_year INTEGER,
  started_on TEXT CHECK (started_on GLOB '[1-9]???-??-??' AND date(started_on) IS started_on),
  availability TEXT NOT NULL, -- codes of weekday and part of day, separated by commas
  publication_on TEXT CHECK (publication_on GLOB '[1-9]???-??-??' AND date(publication_on) IS publication_on),
  publication_name INTEGER NOT NULL CHECK (publication_name IN (0, 1)),
  publication_phone INTEGER NOT NULL CHECK (publication_phone IN (0, 1)),
  withdrawn_on TEXT CHECK (withdrawn_on GLOB '[1-9]???-??-??' AND date(withdrawn_on) IS withdrawn_on),
  source TEXT NOT NULL,
  source_on TEXT CHECK (source_on GLOB '[1-9]???-??-??' AND date(source_on) IS source_on),
  notes TEXT NOT NULL,
  anonymised_on TEXT CHECK (anonymised_on GLOB '[1-9]???-??-??' AND date(anonymised_on) IS anonymised_on),
  sort TEXT NOT NULL, -- of an anonymised one U+10FFFD, which is after every name
  fold TEXT NOT NULL
) STRICT;
CREATE INDEX leader_home ON leader (home_organisation_id) WHERE home_organisation_id IS NOT NULL;

CREATE TABLE leader_status (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), leader_id, position, id, state, ifnull(from_on, ''),
    reason)) STORED,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  from_on TEXT CHECK (from_on GLOB '[1-9]???-??-??' AND date(from_on) IS from_on),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX leader_status_leader ON leader_status (leader_id);

-- The five columns check_… are all that is ever kept of a background check (Act 148/2014), here and anywhere else.
CREATE TABLE leader_task (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), leader_id, position, id, kind, description,
    ifnull(organisation_id, ''), ifnull(from_on, ''), ifnull(until_on, ''), check_need, ifnull(check_consent_on, ''),
    ifnull(check_issued_on, ''), ifnull(check_seen_on, ''), check_seen_by)) STORED,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  description TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  from_on TEXT CHECK (from_on GLOB '[1-9]???-??-??' AND date(from_on) IS from_on),
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on),
  check_need TEXT NOT NULL,
  check_consent_on TEXT CHECK (check_consent_on GLOB '[1-9]???-??-??' AND date(check_consent_on) IS check_consent_on),
  check_issued_on TEXT CHECK (check_issued_on GLOB '[1-9]???-??-??' AND date(check_issued_on) IS check_issued_on),
  check_seen_on TEXT CHECK (check_seen_on GLOB '[1-9]???-??-??' AND date(check_seen_on) IS check_seen_on),
  check_seen_by TEXT NOT NULL
) STRICT;
CREATE INDEX leader_task_leader ON leader_task (leader_id);
CREATE INDEX leader_task_organisation ON leader_task (organisation_id) WHERE organisation_id IS NOT NULL;

CREATE TABLE leader_absence (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), leader_id, position, id, title, ifnull(from_on, ''),
    ifnull(until_on, ''))) STORED,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  from_on TEXT CHECK (from_on GLOB '[1-9]???-??-??' AND date(from_on) IS from_on),
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on)
) STRICT;
CREATE INDEX leader_absence_leader ON leader_absence (leader_id);

CREATE TABLE leader_fulfilment (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), leader_id, position, id, requirement_id,
    ifnull(done_on, ''), version)) STORED,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  requirement_id TEXT NOT NULL,
  done_on TEXT CHECK (done_on GLOB '[1-9]???-??-??' AND date(done_on) IS done_on),
  version TEXT NOT NULL
) STRICT;
CREATE INDEX leader_fulfilment_leader ON leader_fulfilment (leader_id);
CREATE INDEX leader_fulfilment_requirement ON leader_fulfilment (requirement_id);

CREATE TABLE leader_waiver (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), leader_id, position, id, requirement_id,
    ifnull(programme_id, ''), reason, ifnull(until_on, ''))) STORED,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  requirement_id TEXT NOT NULL,
  programme_id TEXT,
  reason TEXT NOT NULL,
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on)
) STRICT;
CREATE INDEX leader_waiver_leader ON leader_waiver (leader_id);
CREATE INDEX leader_waiver_requirement ON leader_waiver (requirement_id);
CREATE INDEX leader_waiver_programme ON leader_waiver (programme_id) WHERE programme_id IS NOT NULL;

CREATE TABLE leader_elsewhere (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), leader_id, position, id, programme_id,
    ifnull(completed_on, ''), place, ifnull(hours, ''))) STORED,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  programme_id TEXT NOT NULL,
  completed_on TEXT CHECK (completed_on GLOB '[1-9]???-??-??' AND date(completed_on) IS completed_on),
  place TEXT NOT NULL,
  hours INTEGER -- hundredths
) STRICT;
CREATE INDEX leader_elsewhere_leader ON leader_elsewhere (leader_id);
CREATE INDEX leader_elsewhere_programme ON leader_elsewhere (programme_id);

CREATE TABLE leader_entry (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), leader_id, position, id, kind, ifnull(entered_on, ''),
    ifnull(amount, ''), note)) STORED,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  entered_on TEXT CHECK (entered_on GLOB '[1-9]???-??-??' AND date(entered_on) IS entered_on),
  amount INTEGER, -- hundredths of an hour or of a euro
  note TEXT NOT NULL
) STRICT;
CREATE INDEX leader_entry_leader ON leader_entry (leader_id);

-- The requirements as the coordinator changed them, all of them and in their order; no rows while they are as built in.
CREATE TABLE requirement (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  tasks TEXT NOT NULL, -- codes in order, separated by commas
  professionals INTEGER NOT NULL CHECK (professionals IN (0, 1)),
  weight TEXT NOT NULL,
  valid_months INTEGER,
  grace_days INTEGER NOT NULL,
  off INTEGER NOT NULL CHECK (off IN (0, 1))
) STRICT;

CREATE TABLE requirement_text (
  id TEXT PRIMARY KEY NOT NULL,
  requirement_id TEXT NOT NULL REFERENCES requirement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  version TEXT NOT NULL,
  from_on TEXT CHECK (from_on GLOB '[1-9]???-??-??' AND date(from_on) IS from_on),
  body_fi TEXT NOT NULL, body_sv TEXT NOT NULL, body_en TEXT NOT NULL
) STRICT;
CREATE INDEX requirement_text_requirement ON requirement_text (requirement_id);

CREATE TABLE leader_policy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  keep_months INTEGER NOT NULL,
  keep_seen INTEGER NOT NULL CHECK (keep_seen IN (0, 1))
) STRICT;

-- One row from when a person is removed until the bytes of the file have been cleared of the person. It is written in
-- the transaction of the removal, so that a power cut or a full disk between the two cannot make the clearing forgotten.
CREATE TABLE scrub_due (
  id INTEGER PRIMARY KEY CHECK (id = 1)
) STRICT;
