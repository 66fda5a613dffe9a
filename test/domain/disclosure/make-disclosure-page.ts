/** Writes the tables of docs/disclosure.md anew (npm run disclosure:page). */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withTables } from './disclosure-page.ts'

const path = join(import.meta.dirname, '..', '..', '..', 'docs', 'disclosure.md')
writeFileSync(path, withTables(readFileSync(path, 'utf8')))
