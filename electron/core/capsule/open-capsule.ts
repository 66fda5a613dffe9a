/** Opens a capsule without storing anything: who signed it, whether it is for us, whether all of it is whole. Everything else is refused. */
import { setImmediate } from 'node:timers/promises'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { followed } from '../exchange/followed.ts'
import { mebibyte, openInput } from '../files/input.ts'
import { keysOf } from '../keyring/key-records.ts'
import { secretOf } from '../keyring/own-secret.ts'
import { openFile } from '../pgp/stream/run-stream.ts'
import type { OpenedFile, StreamOptions } from '../pgp/stream/stream-job.ts'
import { openSink } from '../pgp/stream/sink.ts'
import { Refused } from '../pgp/stream/stops.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { capsuleHead, capsuleHeadForm, type Manifest } from './capsule-format.ts'
import { colleagueBy, possibleSigners } from './colleagues.ts'
import type { HeldCapsule } from './held-capsules.ts'
import { readCapsule } from './read-capsule.ts'
import { dropScratch, newScratch, type Scratch } from './scratch.ts'

/** @returns what it holds, or why it is refused; then nothing of it is left. */
export async function openCapsule(session: Session, file: FileInput): Promise<Result<HeldCapsule, Saying>> {
  const [cipher, plain] = [newScratch(session), newScratch(session)]
  let isHeld = false
  try {
    const proved = await prove(session, file, cipher, plain)
    isHeld = proved.ok
    return proved
  } catch (error) {
    if (error instanceof Refused) return fail(error.problem)
    throw error
  } finally {
    dropScratch(cipher)
    if (!isHeld) dropScratch(plain)
  }
}

async function prove(
  session: Session,
  file: FileInput,
  cipher: Scratch,
  plain: Scratch,
): Promise<Result<HeldCapsule, Saying>> {
  const copied = await copyIn(session, file, cipher)
  if (!copied.ok) return copied
  const opened = await decrypt(session, { ...cipher, size: copied.value.size }, plain)
  if (!opened.ok) return opened
  const signer = opened.value.protection.signer?.fingerprint ?? ''
  const untrusted = refuseSigner(session, opened.value, signer)
  if (untrusted !== null) return fail(untrusted)
  const read = await readCapsule(plain)
  const refusal = read.ok ? refuseManifest(session, read.value.manifest, signer) : null
  return refusal === null ? read : fail(refusal)
}

const damaged = (detail: string) => fail(saying('capsule-damaged', { detail }))

/** Into sealed scratch, its first line apart: so bytes of a window and a file of a dialog are the same from here on. */
async function copyIn(
  session: Session,
  file: FileInput,
  to: Scratch,
): Promise<Result<{ readonly size: number }, Saying>> {
  const opened = openInput(session.ports, file)
  if (!opened.ok) return opened
  const { name, read, close } = opened.value
  const sink = openSink(to, 'in')
  try {
    let chunk = read(mebibyte)
    const head = capsuleHeadForm.exec(Buffer.from(chunk.subarray(0, 40)).toString('latin1'))
    if (head === null) return fail(saying('capsule-none', { name }))
    if (head[0] !== capsuleHead) return fail(saying('capsule-newer', { format: head[1] ?? '' }))
    chunk = chunk.subarray(capsuleHead.length)
    let size = 0
    for (; chunk.length > 0; chunk = read(mebibyte)) {
      size += chunk.length
      sink.write(chunk)
      await setImmediate()
    }
    sink.commit()
    return ok({ size })
  } finally {
    sink.drop()
    close()
  }
}

const followedFrom = 32 * mebibyte

/** No desk packs a capsule: what comes packed may be small, and is not let grow. */
const limits = { decompressedBytes: 64 * mebibyte }

/** With the desk keys of this copy alone: what was sealed to another key of ours is not for this desk. */
async function decrypt(
  session: Session,
  from: Scratch & { readonly size: number },
  to: Scratch,
): Promise<Result<OpenedFile, Saying>> {
  const desks = keysOf(session.store)
    .all()
    .filter(({ role }) => role === 'desk')
  const secretKeys = desks.flatMap((key) => secretOf(session, key) ?? [])
  const input = { from, to, secretKeys, publicKeys: possibleSigners(session), now: nowOf(session) }
  const run = (options: StreamOptions) => openFile(input, { ...options, limits })
  const opened = await (from.size < followedFrom
    ? run({})
    : followed(session, { name: 'capsule', bytes: from.size }, run))
  if (opened.ok) return opened
  switch (opened.problem.code) {
    case 'message-no-key':
      return fail(saying('capsule-for-another'))
    case 'message-tampered':
      return fail(saying('capsule-tampered'))
    case 'disk-full':
    case 'write-failed':
    case 'stream-cancelled':
    case 'message-key-locked':
      return opened
    default:
      return damaged(opened.problem.code)
  }
}

function refuseSigner(session: Session, { protection }: OpenedFile, signer: string): Saying | null {
  const { encrypted, integrity, signature } = protection
  if (!encrypted || !integrity) return saying('capsule-tampered')
  if (signature === 'bad') return saying('capsule-tampered')
  if (signature === 'key-expired' || signature === 'key-revoked')
    return saying('capsule-key-ended', { fingerprint: signer })
  if (signature !== 'good' || signer === '') return saying('capsule-stranger')
  const colleague = colleagueBy(session, signer)
  return colleague.ok ? null : colleague.problem.code === 'capsule-own' ? colleague.problem : saying('capsule-stranger')
}

/** A signed text that somebody sealed again for us was never meant for us. */
function refuseManifest(session: Session, { from, to }: Manifest, signer: string): Saying | null {
  const { deskKey } = profileOf(session)
  if (to !== deskKey) return saying('capsule-for-another')
  const colleague = colleagueBy(session, signer)
  const isSelf =
    from.key === signer && (!colleague.ok || colleague.value.code === '' || colleague.value.code === from.code)
  return isSelf && from.copy !== session.store.copy ? null : saying('capsule-stranger')
}
