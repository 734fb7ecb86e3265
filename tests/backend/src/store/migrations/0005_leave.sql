-- Leave: who is in which team, what they have a right to, what was asked for and what became of it. What is counted is
-- half-days; a period is its first and its last day, each with what half of it is meant.

-- People whose leave is kept, those without an account too. Their ids lead to nothing else.
CREATE TABLE leave_person (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent_id TEXT UNIQUE REFERENCES agent (id),
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  team_seq INTEGER NOT NULL REFERENCES leave_team (seq)
) STRICT;
CREATE INDEX leave_person_by_team ON leave_person (team_seq);

CREATE TABLE leave_team (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  -- How many levels of validation there are.
  levels INTEGER NOT NULL
) STRICT;

-- Who validates the leave of a team at which level; one of them is enough.
CREATE TABLE leave_validator (
  team_seq INTEGER NOT NULL REFERENCES leave_team (seq),
  level INTEGER NOT NULL,
  person_seq INTEGER NOT NULL REFERENCES leave_person (seq),
  PRIMARY KEY (team_seq, level, person_seq)
) STRICT, WITHOUT ROWID;

-- Who decides in whose place, from one day to another.
CREATE TABLE leave_delegation (
  seq INTEGER PRIMARY KEY,
  from_person INTEGER NOT NULL REFERENCES leave_person (seq),
  to_person INTEGER NOT NULL REFERENCES leave_person (seq),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL
) STRICT;

-- The half-days of a week (Monday is 0) that a person does not work.
CREATE TABLE leave_part_time (
  person_seq INTEGER NOT NULL REFERENCES leave_person (seq),
  weekday INTEGER NOT NULL,
  morning INTEGER NOT NULL,
  afternoon INTEGER NOT NULL,
  PRIMARY KEY (person_seq, weekday)
) STRICT, WITHOUT ROWID;

-- The days, or halves of them, on which the organisation is closed.
CREATE TABLE leave_closed (
  on_day TEXT PRIMARY KEY,
  morning INTEGER NOT NULL,
  afternoon INTEGER NOT NULL,
  label_fr TEXT NOT NULL,
  label_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- When no leave is granted, to one team or to all.
CREATE TABLE leave_refused_period (
  seq INTEGER PRIMARY KEY,
  team_seq INTEGER REFERENCES leave_team (seq),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  label_fr TEXT NOT NULL,
  label_en TEXT NOT NULL
) STRICT;

CREATE TABLE leave_account (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_seq INTEGER NOT NULL REFERENCES leave_person (seq),
  kind TEXT NOT NULL,
  label_fr TEXT NOT NULL,
  label_en TEXT NOT NULL,
  usable_from TEXT NOT NULL,
  holds_until TEXT,
  acquired INTEGER NOT NULL,
  -- What was taken before requests were kept here.
  taken_before INTEGER NOT NULL
) STRICT;
CREATE INDEX leave_account_by_person ON leave_account (person_seq, kind);

CREATE TABLE leave_attachment (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_seq INTEGER NOT NULL REFERENCES leave_person (seq),
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE leave_request (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_seq INTEGER NOT NULL REFERENCES leave_person (seq),
  kind TEXT NOT NULL,
  -- The name of its kind, as it was then.
  label_fr TEXT NOT NULL,
  label_en TEXT NOT NULL,
  from_day TEXT NOT NULL,
  from_noon INTEGER NOT NULL,
  to_day TEXT NOT NULL,
  to_noon INTEGER NOT NULL,
  half_days INTEGER NOT NULL,
  comment TEXT NOT NULL,
  -- One request at most has an attachment.
  attachment_seq INTEGER UNIQUE REFERENCES leave_attachment (seq),
  asked_at TEXT NOT NULL,
  state TEXT NOT NULL,
  level INTEGER NOT NULL,
  levels INTEGER NOT NULL,
  -- Greater with each change.
  revision INTEGER NOT NULL,
  -- The decision that can be taken back: whose it is, until when, and where the request stood before.
  undo_person INTEGER REFERENCES leave_person (seq),
  undo_until TEXT,
  undo_state TEXT,
  undo_level INTEGER,
  -- No longer anybody's to read; the row stays, so that what refers to it still does.
  removed_at TEXT
) STRICT;
CREATE INDEX leave_request_by_person ON leave_request (person_seq, from_day, seq);
CREATE INDEX leave_request_waiting ON leave_request (from_day, seq) WHERE state IN ('pending', 'cancellation_pending');

-- Which rights a request uses, while it is neither refused nor cancelled.
CREATE TABLE leave_use (
  request_seq INTEGER NOT NULL REFERENCES leave_request (seq),
  account_seq INTEGER NOT NULL REFERENCES leave_account (seq),
  half_days INTEGER NOT NULL,
  PRIMARY KEY (request_seq, account_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX leave_use_by_account ON leave_use (account_seq);

CREATE TABLE leave_step (
  seq INTEGER PRIMARY KEY,
  request_seq INTEGER NOT NULL REFERENCES leave_request (seq),
  at TEXT NOT NULL,
  deed TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES leave_person (seq),
  on_behalf_of INTEGER REFERENCES leave_person (seq),
  level INTEGER,
  levels INTEGER,
  reason TEXT
) STRICT;
CREATE INDEX leave_step_by_request ON leave_step (request_seq, seq);
CREATE INDEX leave_step_by_person ON leave_step (by_person, at, seq);
