-- HR documents, the certificates that are asked for, and what became of writes.

CREATE TABLE document (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  title TEXT NOT NULL,
  category TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  issuer TEXT NOT NULL,
  media_type TEXT NOT NULL,
  -- What the list says; a test may have put a file there that is of another length.
  size INTEGER NOT NULL,
  -- How the file is made each time that it is fetched: the same bytes each time.
  recipe TEXT NOT NULL,
  -- The file itself, where a test has put one there.
  bytes BLOB,
  -- The title as a dictionary orders it, and everything of the document that a search looks at but its category.
  title_key TEXT NOT NULL,
  words TEXT NOT NULL,
  opened_at TEXT,
  -- No longer the agent's to read; the row stays, so that a list that is being read goes on behind it.
  removed_at TEXT
) STRICT;
CREATE INDEX document_by_day ON document (agent_id, issued_on, seq);
CREATE INDEX document_by_title ON document (agent_id, title_key, seq);

CREATE TABLE document_request (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  kind TEXT NOT NULL,
  -- The name of its kind, as it was then.
  label_fr TEXT NOT NULL,
  label_en TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  since TEXT NOT NULL,
  expected_on TEXT,
  document_id TEXT REFERENCES document (id),
  reason TEXT
) STRICT;
CREATE INDEX document_request_by_agent ON document_request (agent_id, seq);

CREATE TABLE operation (
  agent_id TEXT NOT NULL REFERENCES agent (id),
  key TEXT NOT NULL,
  -- A keyed digest of the method, the path and the body.
  digest BLOB NOT NULL,
  resource TEXT NOT NULL,
  item_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (agent_id, key)
) STRICT, WITHOUT ROWID;

-- What an event happened to was always a payslip before.
ALTER TABLE event ADD COLUMN item_kind TEXT;
UPDATE event SET item_kind = 'payslip' WHERE item_id IS NOT NULL;
-- True for a file: what is fetched of it again soon after is no other event.
ALTER TABLE event ADD COLUMN of_file INTEGER NOT NULL DEFAULT 0;
