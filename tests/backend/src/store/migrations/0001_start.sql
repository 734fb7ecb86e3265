-- Accounts, sessions, payslips and notices. Moments are UTC texts, days are YYYY-MM-DD, money is integer cents.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agent (
  id TEXT PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  email TEXT NOT NULL,
  population TEXT NOT NULL,
  service TEXT NOT NULL,
  validates_leave INTEGER NOT NULL,
  password_hash TEXT NOT NULL,
  password_changed_at TEXT NOT NULL,
  password_expires_at TEXT NOT NULL,
  -- A demonstration account that shows the lock, whoever tries and whenever.
  always_locked INTEGER NOT NULL,
  -- The versions of the texts that the agent has accepted, if any.
  charter_version TEXT,
  terms_version TEXT,
  -- The first month that is paid.
  paid_since TEXT NOT NULL
) STRICT;

CREATE TABLE connection (
  id INTEGER PRIMARY KEY,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  at TEXT NOT NULL,
  address TEXT NOT NULL,
  browser TEXT NOT NULL
) STRICT;
CREATE INDEX connection_by_agent ON connection (agent_id, id);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  -- SHA-256 of what the cookie holds: who reads this table can't take a session over.
  secret_digest BLOB NOT NULL UNIQUE,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  shared_device INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  extended_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  leaving_at TEXT
) STRICT;
CREATE INDEX session_by_agent ON session (agent_id);

CREATE TABLE lockout (
  -- A keyed digest: people type their password into the wrong field.
  name_digest BLOB PRIMARY KEY,
  wrong INTEGER NOT NULL,
  last_at TEXT NOT NULL,
  locked_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_en TEXT NOT NULL,
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT
) STRICT;

CREATE TABLE payslip (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  label TEXT NOT NULL,
  period TEXT NOT NULL,
  paid_on TEXT NOT NULL,
  employer TEXT NOT NULL,
  position TEXT NOT NULL,
  salary_index TEXT NOT NULL,
  hours_hundredths INTEGER NOT NULL,
  opened_at TEXT,
  gross INTEGER NOT NULL,
  contributions INTEGER NOT NULL,
  employer_contributions INTEGER NOT NULL,
  net_social INTEGER NOT NULL,
  net_before_tax INTEGER NOT NULL,
  taxable INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  net_payable INTEGER NOT NULL,
  -- One of a kind a month: running the payroll again pays nobody twice.
  UNIQUE (agent_id, period, label)
) STRICT;

CREATE TABLE payslip_line (
  payslip_seq INTEGER NOT NULL REFERENCES payslip (seq),
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  base INTEGER,
  rate INTEGER,
  amount INTEGER,
  employer_amount INTEGER,
  PRIMARY KEY (payslip_seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE explanation (
  code TEXT PRIMARY KEY,
  fr TEXT NOT NULL,
  en TEXT NOT NULL
) STRICT, WITHOUT ROWID;
