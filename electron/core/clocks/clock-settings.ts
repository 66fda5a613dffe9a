/** The team's decisions about its clocks: the ones in force, which every clock of a case is reckoned by, and all before them. */
import { z } from 'zod'
import { clockSettingsSchema, type ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { shippedClocks } from '../../../shared/domain/clock/shipped.ts'
import type { Session } from '../session.ts'
import { recordsOf } from '../store/store.ts'
import { versionsOf, type Versions } from '../team/versions.ts'

const kind = 'clock-settings'

export const clockVersions = ({ store }: Pick<Session, 'store'>): Versions<ClockSettings> =>
  versionsOf(store, { kind, schema: clockSettingsSchema, shipped: shippedClocks, nameOf: () => '' })

interface InForce {
  readonly body: string
  readonly value: ClockSettings
}

/** By database; taken for true only while the youngest version is the same text. */
const known = new WeakMap<object, InForce>()

/** Asked for with every case that is written, so it is parsed once a version. */
export function clockSettingsOf({ store }: Pick<Session, 'store'>): ClockSettings {
  const body = store.db
    .prepare('SELECT body FROM records WHERE kind = ? ORDER BY id DESC LIMIT 1', { pluck: true })
    .get([kind])
  if (typeof body !== 'string') return shippedClocks
  const before = known.get(store.db)
  if (before?.body === body) return before.value
  const { value } = clockVersions({ store }).inForce()
  known.set(store.db, { body, value })
  return value
}

const versionSchema = z.object({ version: z.int(), value: clockSettingsSchema })

/** What each version held, so that an older one can be put in force again; 0 is the shipped one. */
export function everySettings({ store }: Pick<Session, 'store'>): ReadonlyMap<number, ClockSettings> {
  const decided = recordsOf(store, kind, versionSchema).all()
  return new Map([[0, shippedClocks], ...decided.map(({ version, value }) => [version, value] as const)])
}
