-- The index of a group in HOLDFAST-MIB, the same for as long as the store lives.
CREATE TABLE group_number (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE          -- group's id
) STRICT;

-- SNMP notifications that are to go out, or went. A row is made in the transaction that moves the
-- place in the events on, so that no event makes none or two for a receiver.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event INTEGER NOT NULL,
    receiver TEXT NOT NULL,            -- host:port
    number INTEGER NOT NULL REFERENCES group_number (number),
    kind TEXT NOT NULL,                -- of the group's members
    redundancy TEXT NOT NULL,
    spares INTEGER NOT NULL,
    members INTEGER NOT NULL,
    needed INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'expired')),
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,          -- not to be tried before
    changed_at INTEGER NOT NULL,
    trouble TEXT NOT NULL,             -- what the last attempt met; empty for none
    UNIQUE (event, receiver)
) STRICT;
CREATE INDEX notice_by_state ON notice (state, receiver, next_at);

-- How a group stood when receivers were last told of it.
CREATE TABLE noticed (
    about TEXT PRIMARY KEY,            -- group's id
    redundancy TEXT NOT NULL,
    spares INTEGER NOT NULL,
    trouble INTEGER NOT NULL           -- 1 while the trouble that was told has not ended
) STRICT, WITHOUT ROWID;
