-- Times are microseconds since 1970-01-01T00:00Z unless the name ends in something else.
-- Names that repeat in long tables are numbered here once.
CREATE TABLE host (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE          -- site/rack/host
) STRICT;

-- Parts, groups and series of readings of a host, by the part of their id after the host.
CREATE TABLE subject (
    id INTEGER PRIMARY KEY,
    host INTEGER NOT NULL REFERENCES host (id),
    name TEXT NOT NULL,                -- kind:name, group:name, or kind:name|reading|unit
    UNIQUE (host, name)
) STRICT;

-- Batches as they came, since the host's last snapshot. The last key of a host, or its snapshot if
-- later, is the high-water mark that its agent is told.
CREATE TABLE journal (
    host INTEGER NOT NULL REFERENCES host (id),
    incarnation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,         -- up to which the batch leads
    received_at INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (host, incarnation, sequence)
) STRICT, WITHOUT ROWID;

-- The whole state of a host as of a position; everything before it is out of the journal.
CREATE TABLE snapshot (
    host INTEGER PRIMARY KEY REFERENCES host (id),
    incarnation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    payload BLOB NOT NULL
) STRICT;

-- What ought to be there.
CREATE TABLE accepted (
    host INTEGER PRIMARY KEY REFERENCES host (id),
    accepted_at INTEGER NOT NULL,
    accepted_by TEXT NOT NULL,
    payload BLOB NOT NULL
) STRICT;

-- AUTOINCREMENT: an id is never used twice, even when retention empties the table, because readers
-- keep the last id they had.
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    delay_millis INTEGER NOT NULL,     -- from `at` to when it was recorded; below 0 where clocks differ
    host INTEGER NOT NULL REFERENCES host (id),
    kind INTEGER NOT NULL,
    subject INTEGER REFERENCES subject (id),
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_time ON event (at);
CREATE INDEX event_by_host ON event (host, at);

-- Readings of a host: ten minutes by the minute, and a day (UTC) by the hour, packed.
CREATE TABLE minutes (
    host INTEGER NOT NULL REFERENCES host (id),
    block INTEGER NOT NULL,            -- ten-minute steps since 1970
    payload BLOB NOT NULL,
    PRIMARY KEY (host, block)
) STRICT, WITHOUT ROWID;
CREATE TABLE hours (
    host INTEGER NOT NULL REFERENCES host (id),
    block INTEGER NOT NULL,            -- days since 1970
    payload BLOB NOT NULL,
    PRIMARY KEY (host, block)
) STRICT, WITHOUT ROWID;

-- The secret is kept because a proof of it can be checked only with it; the file is its owner's alone.
CREATE TABLE token (
    id TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    host_pattern TEXT NOT NULL,
    uses_left INTEGER NOT NULL CHECK (uses_left >= 0),
    expires_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate (
    serial TEXT PRIMARY KEY,           -- hex
    holder TEXT NOT NULL,              -- agent site/rack/host, or person name
    role TEXT NOT NULL,                -- agent, viewer, operator, approver
    not_after INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    issued_by TEXT NOT NULL,
    revoked_at INTEGER,
    revoked_by TEXT,
    reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_by_holder ON certificate (holder);

CREATE TABLE fact (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Agents that have missed their heartbeats, so that a restart does not tell it twice.
CREATE TABLE silence (
    host INTEGER PRIMARY KEY REFERENCES host (id),
    since INTEGER NOT NULL
) STRICT;

-- What people did through the API; the outcome is filled in when it is known.
CREATE TABLE act (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    what TEXT NOT NULL,                -- method and path
    outcome TEXT NOT NULL
) STRICT;

-- Mail that is to go out, or went. A row is made in the transaction that moves alerting's place in
-- the events on, so that no event makes none or two.
CREATE TABLE mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id TEXT NOT NULL UNIQUE,
    thread TEXT NOT NULL,              -- message_id of the first mail about the same trouble
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'expired')),
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,          -- not to be tried before
    changed_at INTEGER NOT NULL,
    trouble TEXT NOT NULL              -- what the last attempt met; empty for none
) STRICT;
CREATE INDEX mail_by_state ON mail (state, next_at);

-- How a group stood when it was last told of.
CREATE TABLE told (
    about TEXT PRIMARY KEY,            -- group's id
    redundancy TEXT NOT NULL,
    spares INTEGER NOT NULL,
    trouble INTEGER NOT NULL,          -- 1 while the trouble that was told has not ended
    thread TEXT NOT NULL               -- message_id of the first mail about that trouble
) STRICT, WITHOUT ROWID;
