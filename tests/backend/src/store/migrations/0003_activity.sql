-- The agents' journal: what happened to each account and in it, and the reports of it.

-- Events belong to the keyed digest of a name, as tries do: what is written of a refused sign-in must not depend on whether
-- there is such an account. It is filled in at the start, where the key is at hand.
ALTER TABLE agent ADD COLUMN name_digest BLOB;
CREATE UNIQUE INDEX agent_by_name_digest ON agent (name_digest);

CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name_digest BLOB NOT NULL,
  at TEXT NOT NULL,
  code TEXT NOT NULL,
  -- The payslip that it is about, and its label as it was then.
  item_id TEXT,
  item_label TEXT,
  address TEXT NOT NULL,
  browser TEXT NOT NULL,
  -- The session in which it was done, which may have ended; none for a refused sign-in.
  session_id TEXT
) STRICT;
CREATE INDEX event_by_name ON event (name_digest, at, seq);

-- A report outlives its event: it belongs to the security service.
CREATE TABLE event_report (
  seq INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL UNIQUE,
  agent_id TEXT NOT NULL,
  at TEXT NOT NULL,
  comment TEXT NOT NULL
) STRICT;
