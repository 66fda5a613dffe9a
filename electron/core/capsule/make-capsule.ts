/** Makes a capsule: gathered, judged, signed by our desk key and sealed to the one desk key that it is for, and only then written out. */
import { rmSync } from 'node:fs'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CapsuleKind, CapsuleMade } from '../../../shared/ipc/handover-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { readCase } from '../cases/case-book.ts'
import { colleagueJudge } from '../disclosure/gate.ts'
import { copiesOf } from '../evidence/copies-made.ts'
import { followed } from '../exchange/followed.ts'
import { keysOf } from '../keyring/key-records.ts'
import { isLockedNow, passphraseOf } from '../keyring/own-secret.ts'
import { mebibyte } from '../files/input.ts'
import { sealFile } from '../pgp/stream/run-stream.ts'
import type { StreamOptions } from '../pgp/stream/stream-job.ts'
import { Refused } from '../pgp/stream/stops.ts'
import { disclosedAct, type Pass } from '../release/pass.ts'
import { release } from '../release/release.ts'
import { writeClearedBehind } from '../release/writers.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import type { Tx } from '../store/store.ts'
import { writeActs } from '../cases/case-book.ts'
import { capsuleHead, type Manifest, type Sender } from './capsule-format.ts'
import { madeOf, nextCounter, tagFor, type MadeRecord } from './capsule-records.ts'
import type { Colleague } from './colleagues.ts'
import { gathered, type Gathering } from './gather.ts'
import { writeParts } from './part-stream.ts'
import { dropScratch, newScratch, type Scratch } from './scratch.ts'

export interface CapsuleWish extends Gathering {
  readonly kind: CapsuleKind
  readonly to: Colleague
  readonly target: { readonly grant: string }
  /** Written in the commit that says that the capsule is out. */
  readonly done?: (tx: Tx, made: MadeRecord) => void
}

/** @returns `capsule-case-stopped`, `key-not-own`, `key-locked`, `key-cannot-encrypt`, `grant-unknown`, or why it could not be written. */
export async function makeCapsule(session: Session, wish: CapsuleWish): Promise<Result<CapsuleMade, Saying>> {
  const signer = deskSigner(session)
  if (!signer.ok) return signer
  const { key, name } = wish.to
  const judge = colleagueJudge(session, { name, fingerprint: key.fingerprint, keyState: key.inspected.state })
  const manifest = beginManifest(session, wish)
  if (!manifest.ok) return manifest
  const [plain, sealed] = [newScratch(session), newScratch(session)]
  try {
    const gathering = gathered(session, wish, manifest.value.cases, (state) => {
      const refusal = judge.refusal(state)
      if (refusal !== null) throw new Refused(refusal)
    })
    const size = await writeParts(plain, gathering, (parts) => ({ ...manifest.value, parts }))
    const done = await sealInto(session, { plain, sealed, size, wish, signer: signer.value })
    if (!done.ok) return done
    return await writeOut(session, wish, {
      manifest: manifest.value,
      pass: judge.pass(),
      sealed: { ...sealed, ...done.value },
    })
  } catch (error) {
    if (error instanceof Refused) return fail(error.problem)
    throw error
  } finally {
    dropScratch(plain)
    dropScratch(sealed)
  }
}

interface DeskSigner {
  readonly armored: string
  readonly passphrase: string | null
}

function deskSigner(session: Session): Result<DeskSigner, Saying> {
  const key = keysOf(session.store).get(profileOf(session).deskKey)
  if (key === null || key.secretKey === null) return fail(saying('key-not-own'))
  if (isLockedNow(session, key)) return fail(saying('key-locked', { fingerprint: key.fingerprint }))
  return ok({ armored: key.secretKey, passphrase: passphraseOf(session, key) })
}

export function senderHere(session: Session): Sender {
  const { analyst, tag, deskKey } = profileOf(session)
  return { copy: session.store.copy, tag, code: analyst.code, name: analyst.name, tier: analyst.tier, key: deskKey }
}

type Begun = Omit<Manifest, 'cases'> & { readonly cases: Manifest['cases'][number][] }

function beginManifest(session: Session, { kind, to }: CapsuleWish): Result<Begun, Saying> {
  const from = senderHere(session)
  const counter = session.store.commit((tx) => ok(nextCounter(tx)))
  if (!counter.ok) return counter
  // A further copy of the same analyst is numbered by the one that it comes from.
  const isOwn = kind === 'field' && to.code === from.code
  return ok({
    signet: 'capsule',
    format: 1,
    id: session.ports.newId(),
    kind,
    from,
    to: to.key.fingerprint,
    at: nowOf(session),
    counter: counter.value,
    tag: isOwn ? tagFor(session.store, from.code, to.key.fingerprint) : null,
    cases: [],
    parts: { count: 0, sha256: '' },
  })
}

/** From here on a person sees how far it is, and can stop it. */
const followedFrom = 32 * mebibyte

function sealInto(
  session: Session,
  {
    plain,
    sealed,
    size,
    wish,
    signer,
  }: {
    readonly plain: Scratch
    readonly sealed: Scratch
    readonly size: number
    readonly wish: CapsuleWish
    readonly signer: DeskSigner
  },
): ReturnType<typeof sealFile> {
  const input = {
    // Not ours too: what is given is in this vault anyhow, and one key fewer opens it.
    recipients: [wish.to.key.publicKey],
    signWith: signer,
    from: { ...plain, size },
    to: sealed,
    fileName: '',
    armour: false,
    now: nowOf(session),
  }
  const run = (options: StreamOptions) => sealFile(input, options)
  return size < followedFrom ? run({}) : followed(session, { name: 'capsule', bytes: size }, run)
}

async function writeOut(
  session: Session,
  wish: CapsuleWish,
  {
    manifest,
    pass,
    sealed,
  }: {
    readonly manifest: Begun
    readonly pass: Pass
    readonly sealed: Scratch & { readonly size: number; readonly sha256: string }
  },
): Promise<Result<CapsuleMade, Saying>> {
  const target = session.ports.redeem(wish.target.grant, 'write')
  if (target === null) return fail(saying('grant-unknown'))
  const written = await writeClearedBehind(target, capsuleHead, release.capsule(pass, sealed))
  if (!written.ok) return written
  const made: MadeRecord = {
    ...written.value,
    id: manifest.id,
    kind: wish.kind,
    to: manifest.to,
    code: wish.to.code,
    counter: manifest.counter,
    at: manifest.at,
    tag: manifest.tag,
    cases: manifest.cases.length,
  }
  const kept = session.store.commit((tx) => {
    madeOf(session.store).put(tx, made.id, made)
    copiesOf(session.store).put(tx, made.id, {
      what: 'capsule',
      at: made.at,
      name: made.file,
      cases: manifest.cases.map(({ number }) => number),
    })
    if (wish.kind !== 'field' && wish.to.code !== manifest.from.code) noteInCases(tx, session, manifest, pass, made)
    wish.done?.(tx, made)
    return ok(null)
  })
  if (!kept.ok) {
    // Nothing may be out of which the vault does not know.
    rmSync(target.path, { force: true })
    return kept
  }
  const { file, bytes, sha256, cases } = made
  return ok({ file, bytes, sha256, cases, to: wish.to.code })
}

/** That the case left, to whom and in which file: in each journal, closed ones too. A purged case has nothing that could have left. */
function noteInCases(tx: Tx, session: Session, { cases }: Begun, pass: Pass, { sha256 }: MadeRecord): void {
  for (const { id } of cases) {
    const found = readCase(session, id as CaseId)
    if (found === null || found.state.purged !== null) continue
    const act = disclosedAct({ ...pass, classes: found.state.classes }, { form: 'capsule', sha256 })
    writeActs(tx, session, { caseId: found.state.id, entries: found.entries }, [act])
  }
}
