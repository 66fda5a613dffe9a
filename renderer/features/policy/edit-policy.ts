/** Changes of a policy as plain functions: each takes one and gives the next. */
import type { Band } from '../../../shared/domain/order/ladder.ts'
import type { EscalationStep, Policy, PolicyRung, TieBreaker } from '../../../shared/domain/order/policy.ts'

/** As many as an order holds, and the highest id of a rung. */
export const mostRungs = 40
const highestId = 99

/** The thing at `from` stands at `to` afterwards; unchanged where one of them is not in the list. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const thing = list[from]
  if (thing === undefined || to < 0 || to >= list.length) return [...list]
  return list.filter((_, at) => at !== from).toSpliced(to, 0, thing)
}

export const moveRung = (policy: Policy, from: number, to: number): Policy => ({
  ...policy,
  rungs: moved(policy.rungs, from, to),
})

export const setRung = (policy: Policy, id: number, change: Partial<PolicyRung>): Policy => ({
  ...policy,
  rungs: policy.rungs.map((rung) => (rung.id === id ? { ...rung, ...change } : rung)),
})

export const dropRung = (policy: Policy, id: number): Policy => ({
  ...policy,
  rungs: policy.rungs.filter((rung) => rung.id !== id),
})

/** Behind `at`, in the band of that rung. The id is one that neither this order nor the one in force uses. */
export function addRung(policy: Policy, at: number, name: string, used: readonly PolicyRung[]): Policy | null {
  const ids = new Set([...policy.rungs, ...used].map(({ id }) => id))
  const id = Array.from({ length: highestId }, (_, index) => index + 1).find((one) => one > 40 && !ids.has(one))
  if (id === undefined || policy.rungs.length >= mostRungs) return null
  const band: Band = policy.rungs[at]?.band ?? policy.rungs.at(-1)?.band ?? 'P3'
  const rung: PolicyRung = { id, name: freeName(name, policy), band, hints: [], rsit: [], note: null }
  return { ...policy, rungs: policy.rungs.toSpliced(at + 1, 0, rung) }
}

function freeName(name: string, { rungs }: Policy): string {
  const taken = new Set(rungs.map((rung) => rung.name))
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name} ${String(count)}`
  return free
}

/** Those that are asked, in their order, then those that are not. */
export function toggleTie({ tieBreakers }: Policy, tie: TieBreaker): TieBreaker[] {
  return tieBreakers.includes(tie) ? tieBreakers.filter((one) => one !== tie) : [...tieBreakers, tie]
}

export function addStep(policy: Policy): Policy {
  const taken = new Set(policy.escalation.map(({ id }) => id))
  let at = policy.escalation.length + 1
  while (taken.has(`step-${String(at)}`)) at += 1
  const step: EscalationStep = {
    id: `step-${String(at)}`,
    to: 'N2',
    band: null,
    severity: null,
    after: 60,
    what: 'unanswered',
  }
  return { ...policy, escalation: [...policy.escalation, step] }
}

export const setStep = (policy: Policy, id: string, change: Partial<EscalationStep>): Policy => ({
  ...policy,
  escalation: policy.escalation.map((step) => (step.id === id ? { ...step, ...change } : step)),
})

export const dropStep = (policy: Policy, id: string): Policy => ({
  ...policy,
  escalation: policy.escalation.filter((step) => step.id !== id),
})

export function weigh({ constituents }: Policy, constituent: string, weight: number): Policy['constituents'] {
  const others = constituents.filter((one) => one.constituent !== constituent)
  return [...others, { constituent, weight }].toSorted((a, b) => a.constituent.localeCompare(b.constituent))
}

/** Lines that say something; what is too long or too many is cut as the order holds it. */
export const linesOf = (text: string, most: number): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== '')
    .slice(0, most)

export const samePolicy = (a: Policy, b: Policy): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Where a rung stands in the order in force: its place and band then; null where it is new. */
export function stoodAt({ rungs }: Policy, id: number): { readonly at: number; readonly band: Band } | null {
  const index = rungs.findIndex((rung) => rung.id === id)
  const rung = rungs[index]
  return rung === undefined ? null : { at: index + 1, band: rung.band }
}
