/** What is hidden in a report or an export: what a person picked, and whom the audience is never told of. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { PartyRole } from '../../../shared/domain/case/vocabulary.ts'
import { redact } from '../../../shared/domain/redaction/redact.ts'
import { redactionOf, type Redaction, type RedactionAsk } from '../disclosure/redaction.ts'
import type { Session } from '../session.ts'

export interface Hiding extends Pick<Redaction, 'done' | 'disguised' | 'found' | 'names'> {
  /** The same names for the same things, in any piece of the text. */
  readonly redact: (text: string) => string
}

/** `text` is the whole as it would be without hiding anything. */
export function hidingIn(
  session: Session,
  { text, ...ask }: Omit<RedactionAsk, 'texts'> & { readonly text: string },
): Hiding {
  const { done, disguised, found, names } = redactionOf(session, { ...ask, texts: [text] })
  return { done, disguised, found, names, redact: (piece) => redact(piece, names).text }
}

/** Constituents and whoever reported are protected from those outside (M-26); a party that gets the file itself knows who it is. */
const protectedRoles: readonly PartyRole[] = ['affected', 'constituent', 'reporter']

export interface NeverTold {
  readonly names: readonly string[]
  /** Of users, believed compromised. */
  readonly accounts: readonly string[]
}

/** `except`: the card that gets it. */
export function neverTold({ constituent, parties, observables }: CaseState, except: string | null): NeverTold {
  const own = parties.filter(({ card }) => card !== null && card === except).map(({ name }) => name)
  const others = parties.filter(({ role }) => protectedRoles.includes(role)).map(({ name }) => name)
  const names = [...(constituent === null ? [] : [constituent]), ...others]
  return {
    names: names.filter((name) => name.trim().length > 2 && !own.includes(name)),
    accounts: observables.filter(({ state }) => state === 'compromised').map(({ value }) => value),
  }
}
