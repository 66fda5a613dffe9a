/** Signs and encrypts one file of any size into a sink. Runs in a worker. */
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { safeFileName } from '../../mime/file-name.ts'
import { megabytes } from '../../mime/limits.ts'
import { encryptData } from '../seal-data.ts'
import { recipientKeys, signingKey } from '../seal-keys.ts'
import { armourWriter } from './armour-writer.ts'
import type { Pieces } from './byte-reader.ts'
import { counted, into, type Surroundings } from './open-file.ts'
import { hashed, sealNatively, type SealWork } from './seal-native.ts'
import { openSource, type OpenSource } from './source.ts'
import { Refused, Surprise } from './stops.ts'
import type { SealedFile, SealFileInput } from './stream-job.ts'

const MOST_WHOLE = 64 * 1024 * 1024
const MOST_NAME_BYTES = 255

/** Never without the signature, never half. Never throws. */
export async function sealInto(input: SealFileInput, around: Surroundings): Promise<Result<SealedFile, Saying>> {
  try {
    const at = new Date(input.now)
    const to = await recipientKeys(input.recipients, at)
    if (!to.ok) return to
    const own = await signingKey(input.signWith, at)
    if (!own.ok) return own
    const source = openSource(input.from, around.limits.fileBytes)
    try {
      return ok(await sealSource(source, input, { to: to.value, own: own.value, at }, around))
    } finally {
      source.close()
    }
  } catch (error) {
    return fail(error instanceof Refused ? error.problem : saying('seal-failed'))
  }
}

async function sealSource(
  source: OpenSource,
  { to: sink, fileName, armour }: SealFileInput,
  keys: Pick<SealWork, 'to' | 'own' | 'at'>,
  { natives, hashing, mark, onRead }: Surroundings,
): Promise<SealedFile> {
  const pieces = (): Generator<Uint8Array> => counted(source, onRead)
  const work = { ...keys, natives, hashing, pieces, size: source.size, fileName: nameFor(fileName) }
  const sealed = (seal: (work: SealWork) => Promise<SealedFile>): Promise<SealedFile> =>
    into(sink, mark, (write) =>
      armour ? inArmour(write, (inside) => seal({ ...work, write: inside })) : seal({ ...work, write }),
    )
  try {
    return await sealed(sealNatively)
  } catch (error) {
    if (!(error instanceof Surprise)) throw error
    return sealed(sealWhole)
  }
}

/** Its length stands in one octet. */
function nameFor(fileName: string): string {
  const name = fileName === '' ? '' : safeFileName(fileName, '')
  return Buffer.byteLength(name) > MOST_NAME_BYTES ? '' : name
}

async function inArmour(
  write: SealWork['write'],
  seal: (write: SealWork['write']) => Promise<unknown>,
): Promise<SealedFile> {
  const output = hashed(write)
  const armour = armourWriter(output.write)
  await seal(armour.write)
  armour.end()
  return output.end()
}

/** By OpenPGP.js, all of it in memory. */
async function sealWhole({ pieces, size, fileName, to, own, at, write }: SealWork): Promise<SealedFile> {
  if (size > MOST_WHOLE) throw new Refused(saying('stream-form', { limit: megabytes(MOST_WHOLE) }))
  const bytes = Buffer.concat([...copies(pieces())])
  if (bytes.length !== size) throw new Refused(saying('stream-changed'))
  const output = hashed(write)
  output.write(await encryptData({ bytes, name: fileName }, { to, own, at }))
  return output.end()
}

function* copies(pieces: Pieces): Generator<Buffer> {
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) yield Buffer.from(next.value)
}
