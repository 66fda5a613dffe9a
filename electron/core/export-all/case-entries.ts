/** Cases as their journals fold to them, all in one table, and the journals themselves. */
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { csv } from '../../../shared/domain/output/csv.ts'
import { saying } from '../../../shared/words/say.ts'
import { readCase } from '../cases/case-book.ts'
import { safeFileName } from '../mime/file-name.ts'
import { portableRow, type EntryRow } from '../journal/journal.ts'
import type { ArchiveEntry } from '../release/archive.ts'
import type { Session } from '../session.ts'
import { slicesOf } from './slices.ts'
import { jsonText, textEntry, type Tally } from './tally.ts'

const head = ['number', 'title', 'kind', 'phase', 'rung', 'severity', 'tlp', 'owner', 'opened', 'changed']

type CaseRow = { rowid: number; id: string; number: string }

const casesASlice = 20

export async function* caseEntries(session: Session, at: Date, tally: Tally): AsyncGenerator<ArchiveEntry, void> {
  const read = session.store.db.prepare('SELECT rowid, id, number FROM cases WHERE rowid > ? ORDER BY rowid LIMIT ?')
  const lines = [csv([head])]
  for await (const rows of slicesOf<CaseRow>((last) => read.all<CaseRow>([last?.rowid ?? 0, casesASlice]))) {
    for (const { id, number } of rows) {
      const found = readCase(session, id as CaseId)
      if (found === null) {
        tally.leftOut.push(saying('export-case-unread', { number }))
        continue
      }
      const { state } = found
      lines.push(
        csv([
          [
            number,
            state.title,
            state.kind,
            state.phase,
            state.rung,
            state.severity,
            state.tlp,
            state.owner,
            state.openedAt,
            state.updatedAt,
          ],
        ]),
      )
      tally.cases += 1
      const text = jsonText({ schema: 'signet.case-export/1', ...state })
      yield textEntry(tally, `cases/${safeFileName(number, id)}.json`, at, text)
    }
  }
  yield textEntry(tally, 'cases.csv', at, lines.join(''))
}

const entriesASlice = 500
/** Bytes: a file of the journal is held in memory once. */
const journalFile = 8_000_000

export async function* journalEntries({ store }: Session, at: Date, tally: Tally): AsyncGenerator<ArchiveEntry, void> {
  type Row = EntryRow & { rowid: number }
  const columns = 'rowid, hash, skeleton, salt, payload'
  const read = store.db.prepare(`SELECT ${columns} FROM entries WHERE rowid > ? ORDER BY rowid LIMIT ?`)
  let [lines, length, number]: [string[], number, number] = [[], 0, 0]
  const file = (): ArchiveEntry => {
    number += 1
    const entry = textEntry(tally, `journal/${String(number).padStart(4, '0')}.jsonl`, at, lines.join(''))
    ;[lines, length] = [[], 0]
    return entry
  }
  for await (const rows of slicesOf<Row>((last) => read.all<Row>([last?.rowid ?? 0, entriesASlice]))) {
    for (const row of rows) {
      const line = portableRow(row)
      if (line === null) tally.leftOut.push(saying('export-entry-unread', { entry: row.hash.slice(0, 12) }))
      else lines.push(`${JSON.stringify(line)}\n`)
      length += lines.at(-1)?.length ?? 0
    }
    if (length > journalFile) yield file()
  }
  if (lines.length > 0) yield file()
}
