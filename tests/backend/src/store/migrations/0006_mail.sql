-- Professional e-mail: who has which folders, what is in them, what is being written and what is on its way.

-- Whose mailbox has been filled with what the demonstration has for it: that happens when it is first looked into.
CREATE TABLE mail_box (
  agent_id TEXT PRIMARY KEY REFERENCES agent (id),
  filled_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- In the order in which they are shown.
CREATE TABLE mail_folder (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  role TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX mail_folder_by_agent ON mail_folder (agent_id, seq);

CREATE TABLE mail_message (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  -- In none while it waits to be sent.
  folder_seq INTEGER REFERENCES mail_folder (seq),
  at TEXT NOT NULL,
  read INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  -- Its id as a draft, while it is one.
  draft_id TEXT UNIQUE,
  -- Greater with each change of a draft.
  revision INTEGER NOT NULL,
  -- JSON: who wrote it, to whom, and which message it answers.
  sender TEXT NOT NULL,
  people TEXT NOT NULL,
  answers TEXT,
  subject TEXT NOT NULL,
  start TEXT NOT NULL,
  remote_images INTEGER NOT NULL,
  -- JSON.
  warnings TEXT NOT NULL,
  -- Everything of it that a search looks at, without case and accents; before what is long and never searched.
  words TEXT NOT NULL,
  text TEXT NOT NULL,
  -- Cleaned when it came.
  html TEXT
) STRICT;
CREATE INDEX mail_message_by_folder ON mail_message (folder_seq, at, seq);
CREATE INDEX mail_message_by_agent ON mail_message (agent_id, at, seq);
CREATE INDEX mail_message_unread ON mail_message (folder_seq, read);

-- Files of messages; one that is sent on is the same in both.
CREATE TABLE mail_file (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Who brought it; nobody for what arrived.
  agent_id TEXT REFERENCES agent (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  -- Without them it is a PDF of that length, the same bytes each time.
  bytes BLOB,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX mail_file_by_moment ON mail_file (at);

CREATE TABLE mail_message_file (
  message_seq INTEGER NOT NULL REFERENCES mail_message (seq),
  place INTEGER NOT NULL,
  file_seq INTEGER NOT NULL REFERENCES mail_file (seq),
  PRIMARY KEY (message_seq, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_message_file_by_file ON mail_message_file (file_seq);

CREATE TABLE mail_sending (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  -- Gone when the message was deleted for good.
  message_seq INTEGER REFERENCES mail_message (seq),
  -- The draft that it was, or becomes when it is taken back.
  draft_id TEXT NOT NULL,
  at TEXT NOT NULL,
  undo_until TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX mail_sending_by_message ON mail_sending (message_seq);
CREATE INDEX mail_sending_waiting ON mail_sending (undo_until) WHERE state = 'waiting';

-- Whom an agent has written to.
CREATE TABLE mail_written_to (
  agent_id TEXT NOT NULL REFERENCES agent (id),
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (agent_id, address)
) STRICT, WITHOUT ROWID;
