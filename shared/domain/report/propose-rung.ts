/** Proposes a rung by the team's policy and what a report says; a person confirms it, so what it rests on is always shown. */
import { saying, type Saying } from '../../words/say.ts'
import { hintOf, sentencesOf } from '../order/hint.ts'
import type { Policy, PolicyRung } from '../order/policy.ts'
import { shippedPolicy } from '../order/presets.ts'

/** What a rung is known by; the rest of a reading does not matter. */
export interface Reported {
  readonly subject: string
  /** class/type of the Reference Security Incident Taxonomy; empty where it is not known. */
  readonly rsit: string
}

interface Fit {
  readonly rung: PolicyRung
  readonly at: number
  readonly found: string
  /** By its class, not by a word. */
  readonly byClass: boolean
}

/** From the top down: the gravest that the words or the class bear out. null where none fits: then severity and extent decide (M-25). */
export function proposeRung(
  { subject, rsit }: Reported,
  text: string,
  { rungs }: Pick<Policy, 'rungs'> = shippedPolicy,
): { readonly rung: number | null; readonly because: Saying } {
  const sentences = sentencesOf(`${subject}\n${text}`)
  const fits = rungs.flatMap((rung, index): readonly Fit[] => {
    const fit = fitOf(rung, sentences, rsit)
    return fit === null || 'not' in fit ? [] : [{ rung, at: index + 1, ...fit }]
  })
  const [first, next] = fits
  if (first === undefined) return { rung: null, because: saying('propose.none') }
  return {
    rung: first.rung.id,
    because: because(first, next, passedOver(rungs.slice(0, first.at - 1), sentences, rsit)),
  }
}

type Found = { readonly found: string; readonly byClass: boolean }

/** `not`: it would fit, but a word says that it is something else. */
function fitOf(rung: PolicyRung, sentences: readonly string[], rsit: string): Found | { readonly not: string } | null {
  const hints = rung.hints.flatMap((written) => hintOf(written) ?? [])
  const word = firstOf(hints.filter(({ excludes }) => !excludes).map(({ find }) => find(sentences)))
  const ofClass = rung.rsit.find((one) => rsit === one || rsit.startsWith(`${one}/`))
  if (word === null && ofClass === undefined) return null
  const not = firstOf(hints.filter(({ excludes }) => excludes).map(({ find }) => find(sentences)))
  if (not !== null) return { not }
  return word === null ? { found: rsit, byClass: true } : { found: word, byClass: false }
}

const firstOf = (found: readonly (string | null)[]): string | null => found.find((one) => one !== null) ?? null

/** The nearest rung above that would have fitted, and the word that speaks against it. */
function passedOver(
  above: readonly PolicyRung[],
  sentences: readonly string[],
  rsit: string,
): { readonly at: number; readonly not: string } | null {
  for (const [index, rung] of [...above.entries()].toReversed()) {
    const fit = fitOf(rung, sentences, rsit)
    if (fit !== null && 'not' in fit) return { at: index + 1, not: fit.not }
  }
  return null
}

/** Why this one, and why not its neighbour. */
function because(
  { rung, at, found, byClass }: Fit,
  next: Fit | undefined,
  passed: ReturnType<typeof passedOver>,
): Saying {
  const code = byClass ? 'propose.class' : 'propose.word'
  const other = passed !== null ? 'passed' : next !== undefined ? 'next' : 'alone'
  const params = { at, name: rung.name, found, other, passed: passed?.at ?? '', not: passed?.not ?? '' }
  return { code, params: { ...params, next: next?.at ?? '', nextFound: next?.found ?? '' } }
}
