/** Who works at this desk's team: the members of our own card with their personal codes, and whoever is at the desk (O-15, O-20). */
import type { Tier } from '../../../shared/domain/case/vocabulary.ts'
import { profileOf, type Session } from '../session.ts'

export interface Colleague {
  readonly code: string
  readonly name: string
  readonly tier: Tier | null
}

/** By code. A member without a code is none of the roster. */
export function rosterOf(session: Pick<Session, 'profiles' | 'shelf'>): readonly Colleague[] {
  const { analyst, ownCard } = profileOf(session)
  const members = ownCard === null ? [] : (session.shelf.get(ownCard)?.reading.members ?? [])
  const named = members.flatMap(({ code, name, tier }): readonly Colleague[] =>
    code === undefined ? [] : [{ code, name, tier: tier ?? null }],
  )
  const all = named.some(({ code }) => code === analyst.code) ? named : [...named, analyst]
  return all.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
