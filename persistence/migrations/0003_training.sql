-- Training: programmes, events with their participants, extensions.
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
