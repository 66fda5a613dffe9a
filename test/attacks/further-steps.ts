/** Migrations that never were: what a later Signet may bring, long enough to be killed in. */
import { migrations, type Migration } from '../../electron/core/store/migrate.ts'

const copyOfEntries = (table: string): string => `
  CREATE TABLE ${table} (hash TEXT PRIMARY KEY, skeleton TEXT NOT NULL, payload TEXT) STRICT;
  INSERT INTO ${table} SELECT hash || n.value, skeleton, payload FROM entries, json_each('[1,2,3,4,5,6,7,8,9,10]') AS n;
  CREATE INDEX ${table}_by_skeleton ON ${table} (skeleton);`

const further: readonly Migration[] = [
  { name: 'first', sql: copyOfEntries('one') },
  { name: 'second', sql: `${copyOfEntries('two')} DROP TABLE one;` },
]
export const furtherSteps: readonly Migration[] = [...migrations, ...further]
export const furtherFormat = 1 + furtherSteps.length
