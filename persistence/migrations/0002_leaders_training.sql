-- Leaders, what is asked of them, and training: programmes, events with their participants, extensions.
--
-- requirement_id refers to a requirement that is built into the program as long as nobody has changed the set, so it is
-- no foreign key. It is looked up when a leader is saved, and Check reports one that leads nowhere.
--
-- event.organiser_id and trainer.organisation_id refer to organisations: trainingUses lists them, and repointTraining moves
-- them when two organisations become one. The rows of a leader go with the leader: what somebody learnt is a fact about
-- the person.

CREATE TABLE programme (
  id TEXT PRIMARY KEY NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  kind TEXT NOT NULL,
  content_fi TEXT NOT NULL, content_sv TEXT NOT NULL, content_en TEXT NOT NULL,
  hours INTEGER, -- hundredths
  validity TEXT NOT NULL,
  valid_months INTEGER NOT NULL,
  end_of_year INTEGER NOT NULL CHECK (end_of_year IN (0, 1)),
  valid_until TEXT CHECK (valid_until GLOB '[1-9]???-??-??' AND date(valid_until) IS valid_until),
  grace_days INTEGER NOT NULL,
  tasks TEXT NOT NULL, -- codes in order, separated by commas
  ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
  sort TEXT NOT NULL
) STRICT;

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
  programme_id TEXT REFERENCES programme (id),
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
  programme_id TEXT NOT NULL REFERENCES programme (id),
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

CREATE TABLE event (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  title_fi TEXT NOT NULL, title_sv TEXT NOT NULL, title_en TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  organiser_id TEXT REFERENCES organisation (id),
  place TEXT NOT NULL,
  languages TEXT NOT NULL, -- codes in order, separated by commas
  capacity INTEGER,
  cost INTEGER, -- cents
  pass_share INTEGER NOT NULL, -- per cent
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX event_programme ON event (programme_id);
CREATE INDEX event_organiser ON event (organiser_id) WHERE organiser_id IS NOT NULL;

-- A time of day is 24-hour text, '09:30', and '' when it is not known.
CREATE TABLE event_day (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  held_on TEXT CHECK (held_on GLOB '[1-9]???-??-??' AND date(held_on) IS held_on),
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT;
CREATE INDEX event_day_event ON event_day (event_id);

CREATE TABLE trainer (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  leader_id TEXT REFERENCES leader (id) ON DELETE CASCADE,
  name TEXT NOT NULL, -- of one who is not in the register
  organisation_id TEXT REFERENCES organisation (id)
) STRICT;
CREATE INDEX trainer_event ON trainer (event_id);
CREATE INDEX trainer_leader ON trainer (leader_id) WHERE leader_id IS NOT NULL;
CREATE INDEX trainer_organisation ON trainer (organisation_id) WHERE organisation_id IS NOT NULL;

CREATE TABLE participation (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  leader_id TEXT REFERENCES leader (id) ON DELETE CASCADE,
  name TEXT NOT NULL, -- this and the next three: of one who is not in the register
  organisation TEXT NOT NULL,
  sector TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)), -- the name has been taken out
  passed TEXT NOT NULL,
  rating INTEGER,
  feedback TEXT NOT NULL
) STRICT;
-- With what the training record asks of 20,000 rows, so that it need not look into the rows themselves.
CREATE INDEX participation_event ON participation (event_id, leader_id, passed);
CREATE INDEX participation_leader ON participation (leader_id) WHERE leader_id IS NOT NULL;

-- A day that nobody has entered has no row.
CREATE TABLE participation_day (
  participation_id TEXT NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
  day_id TEXT NOT NULL REFERENCES event_day (id) ON DELETE CASCADE,
  attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
  PRIMARY KEY (participation_id, day_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX participation_day_day ON participation_day (day_id);

CREATE TABLE extension (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programme (id),
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on),
  reason TEXT NOT NULL,
  made_on TEXT CHECK (made_on GLOB '[1-9]???-??-??' AND date(made_on) IS made_on)
) STRICT;
CREATE INDEX extension_programme ON extension (programme_id);

CREATE TABLE extension_leader (
  extension_id TEXT NOT NULL REFERENCES extension (id) ON DELETE CASCADE,
  leader_id TEXT NOT NULL REFERENCES leader (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (extension_id, leader_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX extension_leader_leader ON extension_leader (leader_id);
