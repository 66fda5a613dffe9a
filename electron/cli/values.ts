/** Values on a command line that are more than text: one of a list, an instant, a number, a fingerprint. Each throws Usage. */
import { saying } from '../../shared/words/say.ts'
import { Usage } from './refusal.ts'
import type { Args } from './parse.ts'

export function oneOf<const T extends string>(given: string, allowed: readonly T[], name: string): T {
  const found = allowed.find((choice) => choice === given)
  if (found === undefined)
    throw new Usage(saying('cli.not-one-of', { name, value: given, allowed: allowed.join(', ') }))
  return found
}

export function needed(args: Args, option: string): string {
  const value = args.one(option)
  if (value === null) throw new Usage(saying('cli.option-missing', { option: `--${option}` }))
  return value
}

const isoForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i

/** UTC ISO. A time without a zone is refused: it would mean another instant on every machine. */
export function instantOf(given: string, name: string): string {
  const ms = isoForm.test(given) ? Date.parse(given) : Number.NaN
  if (Number.isNaN(ms)) throw new Usage(saying('cli.not-an-instant', { name, value: given }))
  return new Date(ms).toISOString()
}

export function wholeNumber(given: string, name: string, from: number, to: number): number {
  const number = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN
  if (!(number >= from && number <= to)) {
    throw new Usage(saying('cli.not-one-of', { name, value: given, allowed: `${from} to ${to}` }))
  }
  return number
}

/** Whole fingerprints only (RFC 9580: 40 or 64 hex digits), printed with spaces or with 0x. */
export function fingerprintOf(given: string): string {
  const digits = given.replace(/^0x/i, '').replaceAll(/\s/g, '').toUpperCase()
  if (!/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(digits))
    throw new Usage(saying('cli.not-a-fingerprint', { value: given }))
  return digits
}

export const isFingerprint = (given: string): boolean =>
  /^(?:0x)?(?:[0-9A-F]{40}|[0-9A-F]{64})$/i.test(given.replaceAll(/\s/g, ''))
