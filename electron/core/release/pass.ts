/** What the gate hands out: that something was judged, for whom, and on whose word. The release point clears nothing without one. */
import type { Act } from '../../../shared/domain/case/act.ts'
import type { InfoClass } from '../../../shared/domain/disclosure/classes.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'

declare const passMark: unique symbol

export interface Passed {
  /** Names, as they are journalled. */
  readonly to: readonly string[]
  readonly classes: readonly InfoClass[]
  readonly disguised: boolean
  /** Why it left against the rules; null where it did not. */
  readonly override: string | null
}

/** Also the verdict that it goes under. */
export interface Pass extends Verdict, Passed {
  readonly [passMark]: true
}

const open = new WeakSet<object>()

/** For the gate alone (core/disclosure/gate.ts): the import rules of the tests name anybody else who calls it. */
export function givePass(verdict: Verdict, passed: Passed): Pass {
  const pass = Object.freeze({ ...verdict, ...passed }) as Pass
  open.add(pass)
  return pass
}

/** A pass lets one thing out, once. A bug if it is not one: somebody has gone round the gate. */
export function usePass(pass: Pass): void {
  if (!open.delete(pass)) throw new Error('not passed by the gate')
}

/** What the journal of the case says of it; written in the same commit as everything else about the release. */
export const disclosedAct = (
  { to, classes, verdict, override, disguised }: Pass,
  { form, sha256 }: { readonly form: string; readonly sha256: string },
): Act => ({
  kind: 'disclosed',
  form,
  to: to.map((name) => name.slice(0, 300)).slice(0, 1_000),
  classes: [...classes],
  verdict,
  override,
  disguised,
  sha256,
})
