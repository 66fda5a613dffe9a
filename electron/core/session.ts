/** What every part of an open vault works with: the store, who is at the desk, and news for the windows. */
import { z } from 'zod'
import { fail, type Result } from '../../shared/kit/result.ts'
import type { CopyId } from '../../shared/domain/case/entry.ts'
import type { FeedName, Feeds } from '../../shared/ipc/contract.ts'
import { analyst } from '../../shared/ipc/inputs.ts'
import { saying, type Saying } from '../../shared/words/say.ts'
import type { HeldDirectory } from './cards/directory-import.ts'
import type { SourceRead } from './cards/read-source.ts'
import { openShelf, type Shelf } from './cards/shelf.ts'
import { loadQueue, type Queue } from './cases/queue.ts'
import { openContactLog, type ContactLog } from './exchange/contact-log.ts'
import { holdMost, type Held } from './held.ts'
import type { Author } from './journal/journal.ts'
import { createJobs, type Jobs } from './jobs.ts'
import type { Ports } from './ports.ts'
import type { KeyFile } from './vault/key-file.ts'
import type { OpenVault } from './vault/vault.ts'
import { recordsOf, type Records, type Store } from './store/store.ts'

export const profileSchema = z.object({
  analyst,
  /** Copy tag of the case numbers: the analyst's code, and a digit for a further copy of the same analyst. */
  tag: z.string(),
  zone: z.string(),
  /** OpenStreetMap opening_hours of our own team; null where our card says none. */
  hours: z.string().nullable(),
  /** Days without work, YYYY-MM-DD, in the team's zone. */
  closures: z.array(z.string()),
  ownCard: z.string().nullable(),
  deskKey: z.string(),
  teamKey: z.string().nullable(),
  lastBackup: z.string().nullable(),
  /** X25519 private key (PKCS 8, base64) to the public drop key in vault.json. */
  dropSecret: z.string(),
  /** New cases have analysis as a step of its own (P-31, Z-19). */
  analysis: z.boolean().default(false),
})
export type Profile = z.infer<typeof profileSchema>

export type News = <F extends FeedName>(feed: F, payload: Feeds[F]) => void

export interface Session {
  readonly ports: Ports
  readonly store: Store
  readonly file: KeyFile
  readonly backupKey: Uint8Array
  readonly trial: boolean
  readonly news: News
  readonly profiles: Records<Profile>
  readonly queue: Queue
  readonly shelf: Shelf
  /** Sources of cards that were read and wait for a person. */
  readonly previews: Held<SourceRead>
  readonly contacts: ContactLog
  /** Lists of teams that were read and wait for a person. */
  readonly directories: Held<HeldDirectory>
  readonly jobs: Jobs
}

/** The vault that this core serves, open or not. */
export interface Desk {
  readonly dir: string
  readonly ports: Ports
  readonly trialOnly: boolean
  readonly news: News
  session: Session | null
}

export const me = 'me'

export const profilesOf = (store: Pick<Store, 'db'>): Records<Profile> => recordsOf(store, 'profile', profileSchema)

export function sessionOn(desk: Desk, { store, file, backupKey }: OpenVault): Session {
  const { ports } = desk
  const contacts = openContactLog(store)
  const news: News = (feed, payload) => {
    if (feed === 'exchange.changed') contacts.look()
    desk.news(feed, payload)
  }
  const [queue, shelf, previews] = [loadQueue(store), openShelf(store), holdMost<SourceRead>(200)]
  const directories = holdMost<HeldDirectory>(5)
  const jobs = createJobs(() => news('job.changed', null))
  const around = { ports, store, file, backupKey, trial: file.trial, news }
  return { ...around, profiles: profilesOf(store), queue, shelf, previews, contacts, directories, jobs }
}

/** UTC ISO. */
export const nowOf = ({ ports }: Pick<Session, 'ports'>): string => new Date(ports.now()).toISOString()

export function profileOf(session: Pick<Session, 'profiles'>): Profile {
  const profile = session.profiles.get(me)
  if (profile === null) throw new Error('a vault without a profile')
  return profile
}

export function authorOf(session: Session): Author {
  const { analyst: who, zone } = profileOf(session)
  return { copy: session.store.copy as CopyId, actor: { code: who.code, tier: who.tier, role: 'analyst' }, zone }
}

/** Runs a handler on the open vault, or answers that it is locked. */
export const withSession =
  <Input, Output>(
    desk: Desk,
    handler: (session: Session, input: Input) => Promise<Result<Output, Saying>> | Result<Output, Saying>,
  ) =>
  async (input: Input): Promise<Result<Output, Saying>> =>
    desk.session === null ? fail(saying('vault-locked')) : handler(desk.session, input)
