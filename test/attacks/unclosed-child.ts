/** Ends with a database open whose files are gone: what a forgotten close after a pulled disk looks like. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDatabase } from '../../electron/core/store/database.ts'

const dir = process.argv[2] ?? ''
const db = createDatabase(join(dir, 'vault.db'), Buffer.alloc(32, 1))
if (!db.ok) throw new Error(db.problem.code)
db.value.exec("INSERT INTO meta (name, value) VALUES ('a', 'b')")
rmSync(dir, { recursive: true })
console.log('done')
