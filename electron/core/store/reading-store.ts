/** The store of a vault that is only read: on a copy of the database outside the folder, where what it finds is told and not kept. */
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { closeToWriting } from '../vault/read-only.ts'
import { deriveKey } from '../vault/seal.ts'
import { openingProblem, type Database } from './database.ts'
import { readHead } from './head-file.ts'
import { findingsAtOpening, tailOf } from './opening-findings.ts'
import { openPageFile, type PageFile } from './page-file.ts'
import { openPageList } from './page-list.ts'
import { openPrivately, type PrivateCopy } from './private-copy.ts'
import { databaseKey, databasePath, sharedParts, type Opening, type Store } from './store.ts'
import { emptyHead } from './vault-log.ts'

/** As far as it can be read: past pages that do not verify, and without the end that is missing. */
export function openToRead(opening: Opening): Result<Store, Saying> {
  const [path, key] = [databasePath(opening.dir), databaseKey(opening.vaultKey)]
  const made = openPrivately(path, key, opening.migrations)
  if (!made.ok) return made
  const { db, copy } = made.value
  const pages = openPageFile(copy.isMigrated ? copy.path : path, key)
  const openAgain = closeToWriting(opening.dir)
  const close = (): void => {
    openAgain()
    db.close()
    pages.close()
    copy.remove()
  }
  try {
    return ok({ ...readingStore(opening, db, pages, copy), close })
  } catch (error) {
    close()
    return fail(openingProblem(error))
  }
}

function readingStore(opening: Opening, db: Database, pages: PageFile, copy: PrivateCopy): Omit<Store, 'close'> {
  const { cut } = copy
  const macKey = deriveKey(opening.vaultKey, 'log-mac')
  const head = readHead(join(opening.dir, 'head'), deriveKey(opening.vaultKey, 'head'), opening.copy)
  const found = findingsAtOpening({ db, pages: cut === null ? pages : null, macKey, head })
  const findings = cut === null ? found : [saying('damage-size', cut), ...found]
  const list = openPageList({ ...opening, dir: copy.isMigrated ? dirname(copy.path) : opening.dir, pages }, true)
  const last = tailOf(db) ?? head ?? emptyHead
  return {
    ...sharedParts(opening, { db, pages, list, macKey, findings }),
    readOnly: true,
    notices: () => [],
    head: () => last,
    commit: () => fail(saying('vault-read-only')),
  }
}
