/**
 * Format 2: finds the rows of the log that are no entries (a tenth of them) without reading the others; from here on they also name the
 * record that was written, so that an older version of it no longer passes for the last (record-refs.ts).
 * And finds the newest of many cases without reading them all.
 */
export const formatTwo = `CREATE INDEX log_beside_entries ON log (seq) WHERE kind <> 'entry';
CREATE INDEX cases_by_time ON cases (updated_at);`
