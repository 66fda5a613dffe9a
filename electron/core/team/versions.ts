/** What a team decides and may decide anew (policy, clocks, disclosure): every version is kept, with who, when and why. */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { VersionRow } from '../../../shared/ipc/case-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { profileOf, type Session } from '../session.ts'
import { recordsOf, type Store, type Tx } from '../store/store.ts'

export interface Versions<T> {
  readonly inForce: () => { readonly value: T; readonly version: VersionRow }
  /** Youngest first, the shipped one last. */
  readonly history: () => readonly VersionRow[]
  /** Puts `value` in force; refused without a reason. Journalled in the vault's log like every record. */
  readonly decide: (tx: Tx, by: Pick<Session, 'profiles'>, value: T, reason: string) => Result<VersionRow, Saying>
}

interface Decided<S extends z.ZodType> {
  readonly kind: string
  readonly schema: S
  /** Version 0: what Signet ships, in force until the team decides. */
  readonly shipped: z.output<S>
  readonly nameOf: (value: z.output<S>) => string
}

type Row = z.infer<typeof rowSchema>

const versionOf = ({ version, at, code, reason, name }: Row): VersionRow => ({ version, at, code, reason, name })

const rowSchema = z.object({
  version: z.int().min(1),
  at: z.string(),
  code: z.string(),
  reason: z.string(),
  name: z.string(),
  value: z.unknown(),
})

export function versionsOf<S extends z.ZodType>(
  store: Pick<Store, 'db'>,
  { kind, schema, shipped, nameOf }: Decided<S>,
): Versions<z.output<S>> {
  const records = recordsOf(store, kind, rowSchema)
  const first: VersionRow = { version: 0, at: null, code: null, reason: '', name: nameOf(shipped) }
  const all = () => records.all().toSorted((a, b) => b.version - a.version)
  return {
    inForce: () => {
      const [last] = all()
      if (last === undefined) return { value: shipped, version: first }
      return { value: schema.parse(last.value), version: versionOf(last) }
    },
    history: () => [...all().map(versionOf), first],
    decide: (tx, by, value, reason) => {
      if (reason.trim() === '') return fail(saying('reason-needed'))
      const number = (all()[0]?.version ?? 0) + 1
      const { code } = profileOf(by).analyst
      const version = { version: number, at: tx.at, code, reason: reason.trim(), name: nameOf(value) }
      records.put(tx, String(number).padStart(6, '0'), { ...version, value })
      return ok(version)
    },
  }
}
