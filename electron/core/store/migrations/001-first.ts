/** Format 1 of the database. Frozen: a change of shape is a new numbered file. */
export const first = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The vault's own linear log: every commit adds one row for each thing it wrote.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  hash TEXT NOT NULL,
  mac TEXT NOT NULL
) STRICT;

-- Tables with long rows keep their rowid: without one, whatever is over 1 KB takes a page of 4 KB for itself.
-- The journals of all cases. salt and payload go at a purge; the rest stays and verifies.
CREATE TABLE entries (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL,
  copy TEXT NOT NULL,
  seq INTEGER NOT NULL,
  skeleton TEXT NOT NULL,
  salt TEXT,
  payload TEXT,
  UNIQUE (case_id, copy, seq)
) STRICT;

-- What the journals fold to; can be made again from entries at any time.
CREATE TABLE cases (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  phase TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE TABLE case_observables (
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  case_id TEXT NOT NULL,
  PRIMARY KEY (type, value, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_observables_by_case ON case_observables (case_id);
CREATE VIRTUAL TABLE case_text USING fts5(number, title, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

-- Cards, keys, exchanges, drafts, settings: one JSON document each, checked by schema when read.
CREATE TABLE records (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;
CREATE INDEX records_by_time ON records (kind, at);

-- Sealed files beside the database; the key of each stands only here.
CREATE TABLE blobs (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
