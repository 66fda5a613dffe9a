/** The questions of a merge: what both sides set without knowing of each other, what it was before, and what each side did meanwhile. */
import type { Saying } from '../../words/say.ts'
import type { Act } from '../case/act.ts'
import type { CaseState, Conflict } from '../case/case.ts'
import type { CopyId, Entry, EntryHash } from '../case/entry.ts'
import { namesIn } from '../case/entry-names.ts'
import { fold } from '../case/fold.ts'
import { heads, inOrder } from '../case/graph.ts'
import { laterClock, noClock } from '../case/hybrid-clock.ts'
import { sayAct } from '../case/say-act.ts'
import { takenBack } from '../case/undo.ts'
import type { FieldValue, Tier } from '../case/vocabulary.ts'

export interface Side {
  /** Written on a copy whose entries were here before. */
  readonly here: boolean
  readonly value: FieldValue
  readonly by: string
  readonly tier: Tier
  readonly at: string
  readonly reason: string | null
}

export interface Since {
  readonly here: boolean
  readonly at: string
  readonly by: string
  readonly said: Saying
}

export interface Question {
  readonly conflict: Conflict
  readonly before: FieldValue
  readonly sides: readonly Side[]
  readonly since: readonly Since[]
}

/** Each side's last ones; a person looks at them beside each other. */
const mostSince = 50

/** @param here as it was. @param all with what is added. None for a case that was not here: its conflicts are none of ours. */
export function questionsOf(
  state: CaseState,
  journals: { readonly here: readonly Entry[]; readonly theirs: readonly Entry[]; readonly all: readonly Entry[] },
): readonly Question[] {
  if (journals.here.length === 0) return []
  const ours = new Set(journals.here.map(({ hash }) => hash))
  const known = new Set(journals.theirs.map(({ hash }) => hash))
  const common = journals.here.filter(({ hash }) => known.has(hash))
  const setting = settingIn(journals.all)
  return state.conflicts.flatMap((conflict) => {
    const sides = conflict.values.map((value) => sideOf(conflict, value, setting, ours))
    if (sides.every(({ here }) => here)) return []
    return [{ conflict, before: lastSet(common, conflict), sides, since: sinceOf(journals, ours, known) }]
  })
}

type Value = Conflict['values'][number]

function sideOf(
  { on, field }: Conflict,
  { value, actor, at }: Value,
  setting: ReturnType<typeof settingIn>,
  ours: ReadonlySet<EntryHash>,
): Side {
  const by = setting(on, field).findLast(
    ({ entry, set }) => entry.at === at && entry.actor.code === actor.code && set.value === value,
  )
  return {
    here: by !== undefined && ours.has(by.entry.hash),
    value,
    by: actor.code,
    tier: actor.tier,
    at,
    reason: by?.set.reason ?? null,
  }
}

interface Setting {
  readonly on: Conflict['on']
  readonly field: string
  readonly value: FieldValue
  readonly reason: string | null
}

/** What an act sets that copies may disagree about, named as the fold names it. */
function settings(act: Act): readonly Setting[] {
  switch (act.kind) {
    case 'case.opened':
      return [
        { on: 'field', field: 'title', value: act.title, reason: null },
        { on: 'field', field: 'kind', value: act.caseKind, reason: null },
        { on: 'phase', field: 'phase', value: 'triage', reason: null },
      ]
    case 'field.set':
      return [{ on: 'field', field: act.field, value: act.value, reason: act.reason }]
    case 'phase.set':
      return [{ on: 'phase', field: 'phase', value: act.phase, reason: act.reason }]
    case 'case.closed':
      return [{ on: 'phase', field: 'phase', value: 'closed', reason: act.note }]
    case 'case.reopened':
      return [{ on: 'phase', field: 'phase', value: 'resolution', reason: act.reason }]
    case 'check.set':
      return [{ on: 'check', field: act.item, value: act.state, reason: act.reason }]
    case 'task.set':
      return [{ on: 'task', field: act.task, value: act.done, reason: null }]
    case 'observable.set':
      return [{ on: 'observable', field: `${act.type}:${act.value}`, value: act.state, reason: act.source }]
    default:
      return []
  }
}

interface SetBy {
  readonly entry: Entry
  readonly set: Setting
}

/** All that set a thing and were not taken back, in reading order. */
function settingIn(entries: readonly Entry[]): (on: Conflict['on'], field: string) => readonly SetBy[] {
  const ordered = inOrder(entries)
  const back = takenBack(ordered)
  const sets = ordered
    .filter(({ hash }) => !back.has(hash))
    .flatMap((entry) => (entry.payload === null ? [] : settings(entry.payload).map((set) => ({ entry, set }))))
  return (on, field) => sets.filter(({ set }) => set.on === on && set.field === field)
}

const lastSet = (entries: readonly Entry[], { on, field }: Conflict): FieldValue =>
  settingIn(entries)(on, field).at(-1)?.set.value ?? null

function sinceOf(
  {
    here,
    theirs,
    all,
  }: { readonly here: readonly Entry[]; readonly theirs: readonly Entry[]; readonly all: readonly Entry[] },
  ours: ReadonlySet<EntryHash>,
  known: ReadonlySet<EntryHash>,
): readonly Since[] {
  const names = namesIn(all)
  const said = (entries: readonly Entry[], isHere: boolean): readonly Since[] =>
    inOrder(entries)
      .slice(-mostSince)
      .map(({ at, actor, payload }) => ({ here: isHere, at, by: actor.code, said: sayAct(payload, names) }))
  return [
    ...said(
      here.filter(({ hash }) => !known.has(hash)),
      true,
    ),
    ...said(
      theirs.filter(({ hash }) => !ours.has(hash)),
      false,
    ),
  ]
}

/** The case as it would be if these acts were written on all heads; nothing is written. `now` is UTC ISO. */
export function supposing(entries: readonly Entry[], acts: readonly Act[], now: string): CaseState | null {
  const [first] = entries
  if (first === undefined) return null
  const clock = entries.reduce((latest, entry) => laterClock(latest, entry.clock), noClock)
  let parents = heads(entries)
  const supposed = acts.map((payload, index): Entry => {
    const hash = `supposed-${index}` as EntryHash
    const entry: Entry = {
      ...first,
      id: hash,
      copy: 'supposed' as CopyId,
      seq: index + 1,
      parents,
      at: now,
      clock,
      kind: payload.kind,
      payloadHash: '',
      hash,
      salt: '',
      payload,
    }
    parents = [hash]
    return entry
  })
  return fold([...entries, ...supposed])
}
