CREATE TABLE runs (
    run TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    phase TEXT NOT NULL,
    title TEXT,
    file TEXT,
    environment TEXT,
    sandbox INTEGER,
    started INTEGER,
    updated INTEGER
) STRICT;
CREATE INDEX runs_by_start ON runs (started DESC, run DESC);
CREATE TABLE events (
    run TEXT NOT NULL,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    previous TEXT NOT NULL,
    PRIMARY KEY (run, seq)
) STRICT;
CREATE TABLE blobs (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE answers (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL,
    step TEXT NOT NULL,
    digest TEXT NOT NULL,
    answer TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    taken INTEGER
) STRICT;
CREATE INDEX answers_by_run ON answers (run, taken);
PRAGMA user_version = 1;
