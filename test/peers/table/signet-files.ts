/** Signet's engine for files of any size, from path to path. */
import { openFile, sealFile } from '../../../electron/core/pgp/stream/run-stream.ts'
import type { OpenedFile } from '../../../electron/core/pgp/stream/stream-job.ts'
import type { Key } from './key.ts'
import { instant, later, orRefuse, secretOf } from './signet.ts'

const file = (path: string) => ({ kind: 'file', path }) as const

export async function sealedFile(from: string, into: string, to: readonly Key[], by: Key): Promise<void> {
  const recipients = to.map(({ armoredPublic }) => armoredPublic)
  const what = { from: file(from), to: file(into), fileName: 'plain.bin', armour: false }
  orRefuse(await sealFile({ ...what, recipients, signWith: secretOf(by), now: instant() }))
}

export async function openedFile(from: string, into: string, to: Key, by: Key): Promise<OpenedFile> {
  const keys = { secretKeys: [secretOf(to)], publicKeys: [by.armoredPublic] }
  return orRefuse(await openFile({ from: file(from), to: file(into), ...keys, now: later() }))
}
