-- Hosts that are no more. One comes back with a certificate that was issued since.
CREATE TABLE retired (
    host INTEGER PRIMARY KEY REFERENCES host (id),
    at INTEGER NOT NULL
) STRICT;
