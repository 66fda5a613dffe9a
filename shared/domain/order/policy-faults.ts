/** What cannot be right about a policy: said at the rung, so that a team sees it before it works by it. */
import { saying, type Saying } from '../../words/say.ts'
import { countDisagrees } from '../card/priorities.ts'
import { residueIn } from '../card/remarks.ts'
import { hintOf } from './hint.ts'
import { bands } from './ladder.ts'
import type { Policy, PolicyRung } from './policy.ts'

export interface Fault {
  /** Id of the rung; null: of the whole. */
  readonly rung: number | null
  readonly said: Saying
  /** With this one no order can be told: it cannot be put in force. */
  readonly stops: boolean
}

export function faultsOf({ rungs, preset }: Policy): readonly Fault[] {
  if (rungs.length === 0) return preset === 'grid' ? [] : [{ rung: null, said: saying('fault.no-rungs'), stops: true }]
  return rungs.flatMap((rung, index) => [
    ...idFault(rung, index, rungs),
    ...nameFault(rung, index, rungs),
    ...bandFault(rung, rungs[index - 1]),
    ...hintFaults(rung, rungs.slice(0, index)),
    ...sourceFaults(rung, index),
  ])
}

const fault = ({ id }: PolicyRung, said: Saying, stops = false): Fault => ({ rung: id, said, stops })

function idFault(rung: PolicyRung, index: number, rungs: readonly PolicyRung[]): readonly Fault[] {
  const first = rungs.findIndex(({ id }) => id === rung.id)
  return first === index
    ? []
    : [fault(rung, saying('fault.same-id', { at: index + 1, first: first + 1, id: rung.id }), true)]
}

const nameOf = ({ name }: PolicyRung): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ')

function nameFault(rung: PolicyRung, index: number, rungs: readonly PolicyRung[]): readonly Fault[] {
  const name = nameOf(rung)
  if (name === '') return [fault(rung, saying('fault.no-name', { at: index + 1 }), true)]
  const first = rungs.findIndex((other) => nameOf(other) === name)
  return first === index ? [] : [fault(rung, saying('fault.same-name', { at: index + 1, first: first + 1 }))]
}

/** A rung that comes later is never graver than the one before it. */
function bandFault(rung: PolicyRung, before: PolicyRung | undefined): readonly Fault[] {
  if (before === undefined || bands.indexOf(rung.band) >= bands.indexOf(before.band)) return []
  return [fault(rung, saying('fault.band', { name: rung.name, band: rung.band, before: before.band }))]
}

const known = (hint: string): string => hint.trim().toLowerCase()

function hintFaults(rung: PolicyRung, above: readonly PolicyRung[]): readonly Fault[] {
  return rung.hints.flatMap((hint) => {
    const read = hintOf(hint)
    if (read === null) return [fault(rung, saying('fault.hint-empty', { hint }))]
    if (read.excludes) return []
    const other = above.find(({ hints }) => hints.some((one) => known(one) === known(hint)))
    return other === undefined ? [] : [fault(rung, saying('fault.hint-twice', { hint, name: other.name }))]
  })
}

/** What the document that a rung was taken from has wrong (Z-12, Z-13); a note at the rung settles it. */
function sourceFaults(rung: PolicyRung, index: number): readonly Fault[] {
  return rung.note !== null ? [] : sourceNotes(rung.name, index).map((said) => fault(rung, said))
}

export function sourceNotes(name: string, index: number): readonly Saying[] {
  const residue = residueIn(name)
  const count = countDisagrees(name, index)
  return [
    ...(residue === null ? [] : [saying('fault.residue', { residue })]),
    ...(count === null ? [] : [saying('fault.count', count)]),
  ]
}
