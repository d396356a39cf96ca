-- Centre, organisations, agreements.
--
-- Conventions of every migration:
--   * STRICT tables; keys are UUIDv7 as text, made by the program.
--   * A text that is not written is ''; a date, number or reference that is not known is NULL.
--   * A civil date is ISO text that the calendar has: x GLOB '[1-9]???-??-??' AND date(x) IS x (NULL passes).
--   * Codes of closed sets are text without CHECK: a file that a newer version wrote to still opens.
--   * sort is model.SortKey, fold is model.Fold of what a person looks for; SQLite itself knows only ASCII.
--   * position is the order of a list within its parent, from 0.
--   * register_line is what the register shows of a row, its columns separated by U+001F. SQLite itself derives it, so it
--     cannot disagree with them. Handing columns over one by one is what costs time when 10,000 agreements are listed.

PRAGMA application_id = 1265986928; -- 0x4B756D70, "Kump"

-- The ID of the last transaction, so that it can be told whether one whose end failed is in the file.
CREATE TABLE latest_write (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  write_id TEXT NOT NULL
) STRICT;

CREATE TABLE centre (
  id INTEGER PRIMARY KEY CHECK (id = 1), -- a file belongs to one centre
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  region_fi TEXT NOT NULL, region_sv TEXT NOT NULL, region_en TEXT NOT NULL,
  host TEXT NOT NULL,
  coordinator TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  letterhead TEXT NOT NULL,
  logo BLOB,
  language TEXT NOT NULL,
  lead_days INTEGER NOT NULL
) STRICT;

CREATE TABLE centre_municipality (
  position INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name_fi TEXT NOT NULL,
  name_sv TEXT NOT NULL
) STRICT;

-- The template as the coordinator changed it; no rows while it is the built-in one. The memo of an oral agreement has
-- position -1.
CREATE TABLE template_clause (
  position INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  heading_fi TEXT NOT NULL, heading_sv TEXT NOT NULL, heading_en TEXT NOT NULL,
  body_fi TEXT NOT NULL, body_sv TEXT NOT NULL, body_en TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY NOT NULL,
  name_fi TEXT NOT NULL, name_sv TEXT NOT NULL, name_en TEXT NOT NULL,
  sector TEXT NOT NULL,
  business_id TEXT NOT NULL,
  municipality_code TEXT NOT NULL,
  municipality TEXT NOT NULL,
  street TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  town TEXT NOT NULL,
  core_task TEXT NOT NULL,
  language TEXT NOT NULL,
  ended_on TEXT CHECK (ended_on GLOB '[1-9]???-??-??' AND date(ended_on) IS ended_on),
  notes TEXT NOT NULL,
  sort TEXT NOT NULL,
  fold TEXT NOT NULL
) STRICT;

CREATE TABLE contact (
  id TEXT PRIMARY KEY NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  from_on TEXT CHECK (from_on GLOB '[1-9]???-??-??' AND date(from_on) IS from_on),
  until_on TEXT CHECK (until_on GLOB '[1-9]???-??-??' AND date(until_on) IS until_on),
  sort TEXT NOT NULL,
  fold TEXT NOT NULL
) STRICT;
CREATE INDEX contact_organisation ON contact (organisation_id);

CREATE TABLE agreement (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), id, number, title_fi, title_sv, title_en, languages, form,
    kind, area_fi, area_sv, area_en, ifnull(parent_id, ''), ifnull(predecessor_id, ''), ifnull(agreed_on, ''),
    ifnull(valid_from, ''), ifnull(valid_until, ''), ifnull(notice_months, ''), ifnull(review_on, ''),
    ifnull(notice_by, ''), ifnull(notice_given_on, ''), ifnull(notice_ends_on, ''))) STORED,
  number TEXT NOT NULL UNIQUE,
  title_fi TEXT NOT NULL, title_sv TEXT NOT NULL, title_en TEXT NOT NULL,
  languages TEXT NOT NULL, -- codes in order, separated by commas
  form TEXT NOT NULL,
  kind TEXT NOT NULL,
  area_fi TEXT NOT NULL, area_sv TEXT NOT NULL, area_en TEXT NOT NULL,
  parent_id TEXT REFERENCES agreement (id),
  predecessor_id TEXT REFERENCES agreement (id),
  agreed_on TEXT CHECK (agreed_on GLOB '[1-9]???-??-??' AND date(agreed_on) IS agreed_on),
  valid_from TEXT CHECK (valid_from GLOB '[1-9]???-??-??' AND date(valid_from) IS valid_from),
  valid_until TEXT CHECK (valid_until GLOB '[1-9]???-??-??' AND date(valid_until) IS valid_until),
  notice_months INTEGER,
  review_on TEXT CHECK (review_on GLOB '[1-9]???-??-??' AND date(review_on) IS review_on),
  notice_by TEXT REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED, -- the parties are written after the agreement
  notice_given_on TEXT CHECK (notice_given_on GLOB '[1-9]???-??-??' AND date(notice_given_on) IS notice_given_on),
  notice_ends_on TEXT CHECK (notice_ends_on GLOB '[1-9]???-??-??' AND date(notice_ends_on) IS notice_ends_on),
  sort TEXT NOT NULL,
  fold TEXT NOT NULL
) STRICT;
CREATE INDEX agreement_parent ON agreement (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX agreement_predecessor ON agreement (predecessor_id) WHERE predecessor_id IS NOT NULL;
CREATE INDEX agreement_notice_by ON agreement (notice_by) WHERE notice_by IS NOT NULL;

-- What the register does not show of an agreement. It has a table of its own so that reading the register does not
-- walk over it.
CREATE TABLE agreement_text (
  id TEXT PRIMARY KEY NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  place_fi TEXT NOT NULL, place_sv TEXT NOT NULL, place_en TEXT NOT NULL,
  meetings_per_year INTEGER,
  court_fi TEXT NOT NULL, court_sv TEXT NOT NULL, court_en TEXT NOT NULL,
  signed_at_fi TEXT NOT NULL, signed_at_sv TEXT NOT NULL, signed_at_en TEXT NOT NULL,
  oral_where TEXT NOT NULL,
  oral_present TEXT NOT NULL,
  oral_content_fi TEXT NOT NULL, oral_content_sv TEXT NOT NULL, oral_content_en TEXT NOT NULL,
  oral_noted_by TEXT NOT NULL,
  oral_memo_sent_to TEXT NOT NULL,
  oral_memo_sent_on TEXT CHECK (oral_memo_sent_on GLOB '[1-9]???-??-??' AND date(oral_memo_sent_on) IS oral_memo_sent_on),
  notes TEXT NOT NULL
) STRICT;

CREATE TABLE party (
  id TEXT PRIMARY KEY NOT NULL,
  register_line TEXT GENERATED ALWAYS AS (concat_ws(char(31), agreement_id, position, id, organisation_id, services,
    ifnull(contact_id, ''), ifnull(deputy_id, ''), ifnull(sent_on, ''), ifnull(signed_on, ''), ifnull(returned_on, ''),
    ifnull(copy_on, ''), electronic)) STORED,
  agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL,
  core_task TEXT NOT NULL,
  services TEXT NOT NULL, -- codes in order, separated by commas
  contact_id TEXT REFERENCES contact (id),
  deputy_id TEXT REFERENCES contact (id),
  signatory TEXT NOT NULL,
  signatory_title TEXT NOT NULL,
  sent_on TEXT CHECK (sent_on GLOB '[1-9]???-??-??' AND date(sent_on) IS sent_on),
  signed_on TEXT CHECK (signed_on GLOB '[1-9]???-??-??' AND date(signed_on) IS signed_on),
  returned_on TEXT CHECK (returned_on GLOB '[1-9]???-??-??' AND date(returned_on) IS returned_on),
  copy_on TEXT CHECK (copy_on GLOB '[1-9]???-??-??' AND date(copy_on) IS copy_on),
  electronic INTEGER NOT NULL CHECK (electronic IN (0, 1)),
  decision_body TEXT NOT NULL,
  decision_on TEXT CHECK (decision_on GLOB '[1-9]???-??-??' AND date(decision_on) IS decision_on),
  decision_section TEXT NOT NULL
) STRICT;
CREATE INDEX party_agreement ON party (agreement_id);
CREATE INDEX party_organisation ON party (organisation_id);
CREATE INDEX party_contact ON party (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX party_deputy ON party (deputy_id) WHERE deputy_id IS NOT NULL;

CREATE TABLE clause (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  heading_fi TEXT NOT NULL, heading_sv TEXT NOT NULL, heading_en TEXT NOT NULL,
  off INTEGER NOT NULL CHECK (off IN (0, 1)),
  body_fi TEXT NOT NULL, body_sv TEXT NOT NULL, body_en TEXT NOT NULL
) STRICT;
CREATE INDEX clause_agreement ON clause (agreement_id);

CREATE TABLE task (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  description_fi TEXT NOT NULL, description_sv TEXT NOT NULL, description_en TEXT NOT NULL
) STRICT;
CREATE INDEX task_agreement ON task (agreement_id);

CREATE TABLE task_party (
  task_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (task_id, party_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_party_party ON task_party (party_id);

CREATE TABLE contribution (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  party_id TEXT NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  description_fi TEXT NOT NULL, description_sv TEXT NOT NULL, description_en TEXT NOT NULL,
  amount INTEGER, -- hundredths
  unit TEXT NOT NULL,
  per TEXT NOT NULL,
  due_on TEXT CHECK (due_on GLOB '[1-9]???-??-??' AND date(due_on) IS due_on),
  done_on TEXT CHECK (done_on GLOB '[1-9]???-??-??' AND date(done_on) IS done_on)
) STRICT;
CREATE INDEX contribution_agreement ON contribution (agreement_id);
CREATE INDEX contribution_party ON contribution (party_id);
CREATE INDEX contribution_due ON contribution (due_on) WHERE due_on IS NOT NULL AND done_on IS NULL;

CREATE TABLE written_into (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  party_id TEXT NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  document TEXT NOT NULL,
  year INTEGER
) STRICT;
CREATE INDEX written_into_agreement ON written_into (agreement_id);
CREATE INDEX written_into_party ON written_into (party_id);

CREATE TABLE review (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  held_on TEXT CHECK (held_on GLOB '[1-9]???-??-??' AND date(held_on) IS held_on),
  present TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX review_agreement ON review (agreement_id);

CREATE TABLE amendment (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  title_fi TEXT NOT NULL, title_sv TEXT NOT NULL, title_en TEXT NOT NULL,
  body_fi TEXT NOT NULL, body_sv TEXT NOT NULL, body_en TEXT NOT NULL,
  valid_from TEXT CHECK (valid_from GLOB '[1-9]???-??-??' AND date(valid_from) IS valid_from)
) STRICT;
CREATE INDEX amendment_agreement ON amendment (agreement_id);

CREATE TABLE amendment_signature (
  amendment_id TEXT NOT NULL REFERENCES amendment (id) ON DELETE CASCADE,
  party_id TEXT NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  sent_on TEXT CHECK (sent_on GLOB '[1-9]???-??-??' AND date(sent_on) IS sent_on),
  signed_on TEXT CHECK (signed_on GLOB '[1-9]???-??-??' AND date(signed_on) IS signed_on),
  returned_on TEXT CHECK (returned_on GLOB '[1-9]???-??-??' AND date(returned_on) IS returned_on),
  copy_on TEXT CHECK (copy_on GLOB '[1-9]???-??-??' AND date(copy_on) IS copy_on),
  electronic INTEGER NOT NULL CHECK (electronic IN (0, 1)),
  PRIMARY KEY (amendment_id, party_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_signature_party ON amendment_signature (party_id);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL, -- of the content, hexadecimal
  added_at TEXT NOT NULL -- a moment: RFC 3339, UTC
) STRICT;
CREATE INDEX attachment_agreement ON attachment (agreement_id);

-- The bytes stand apart, so that no list ever walks over them.
CREATE TABLE attachment_content (
  attachment_id TEXT PRIMARY KEY NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
  content BLOB NOT NULL
) STRICT;
