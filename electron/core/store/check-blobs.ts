/** Every sealed file is opened to its end, a chunk at a time. */
import { closeSync, existsSync, openSync } from 'node:fs'
import { saying } from '../../../shared/words/say.ts'
import { blobPath, readFrom } from './blobs.ts'
import { unsealing } from './sealed-chunks.ts'
import type { Looking } from './slices.ts'
import type { Store } from './store.ts'

type BlobRow = { readonly id: string; readonly key: string; readonly size: number; readonly sha256: string }

const sliceOfRows = 50

export function* blobsDamaged({ db, dir }: Pick<Store, 'db' | 'dir'>): Looking {
  const next = db.prepare(`SELECT id, key, size, sha256 FROM blobs WHERE id > ? ORDER BY id LIMIT ${sliceOfRows}`)
  for (let rows = next.all<BlobRow>(['']); rows.length > 0; rows = next.all<BlobRow>([rows.at(-1)?.id ?? ''])) {
    for (const row of rows) {
      if (!(yield* isWhole(dir, row)) && isStillKnown(db, row.id)) yield saying('damage-blob', { blob: row.id })
      yield 1
    }
  }
}

/** It may have been dropped while it was read. */
const isStillKnown = (db: Store['db'], id: string): boolean =>
  db.prepare('SELECT 1 FROM blobs WHERE id = ?', { pluck: true }).get([id]) !== undefined

function* isWhole(dir: string, { id, key, size, sha256 }: BlobRow): Generator<number, boolean> {
  const path = blobPath(dir, id)
  if (!existsSync(path)) return false
  const file = openSync(path, 'r')
  try {
    const chunks = unsealing(Buffer.from(key, 'hex'), id, readFrom(file))
    for (let step = chunks.next(); ; step = chunks.next()) {
      if (step.done === true) return step.value?.size === size && step.value.sha256 === sha256
      yield 0
    }
  } finally {
    closeSync(file)
  }
}
