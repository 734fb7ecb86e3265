-- What each agent has accepted, a row each time that a version became the accepted one; the last of a text is the one that counts.

CREATE TABLE acceptance (
  seq INTEGER PRIMARY KEY,
  agent_id TEXT NOT NULL REFERENCES agent (id),
  -- `charter` or `terms`.
  text TEXT NOT NULL,
  version TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX acceptance_by_agent ON acceptance (agent_id, text, seq);

-- The moment was not noted before. The first connection stands in for it; who has none accepts again.
INSERT INTO acceptance (agent_id, text, version, at)
  SELECT agent.id, 'charter', charter_version, min(connection.at)
  FROM agent JOIN connection ON connection.agent_id = agent.id WHERE charter_version IS NOT NULL GROUP BY agent.id;
INSERT INTO acceptance (agent_id, text, version, at)
  SELECT agent.id, 'terms', terms_version, min(connection.at)
  FROM agent JOIN connection ON connection.agent_id = agent.id WHERE terms_version IS NOT NULL GROUP BY agent.id;

ALTER TABLE agent DROP COLUMN charter_version;
ALTER TABLE agent DROP COLUMN terms_version;
