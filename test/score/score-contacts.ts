/** Compares the ways to reach a team: addresses, what they are for, numbers and keys. */
import type { CardReading } from '../../shared/domain/card/card-reading.ts'
import type { ExpectedCard } from './expected-card.ts'
import { bag, type Tally } from './tally.ts'

export type Scorer = (card: CardReading, expected: ExpectedCard) => readonly Tally[]

const bareId = (id: string | null | undefined): string =>
  (id ?? '').replace(/^0x/i, '').replaceAll(/\s/g, '').toUpperCase()

const emails: Scorer = (card, expected) =>
  expected.emails
    ? [
        bag(
          'mail address',
          expected.emails.map(({ address }) => address),
          [...new Set(card.emails.map(({ address }) => address.toLowerCase()))],
        ),
      ]
    : []

const FORBIDDEN = 'do-not-use'

/** The corpus' words for a purpose, in those of the reader. */
const purposesOf = (purpose: string | null | undefined): readonly string[] =>
  (purpose ?? '').split('+').flatMap((one) => (one === '' ? [] : one === 'mailing-list' ? 'updates' : one))

const purposes: Scorer = (card, { emails: wanted = [] }) => {
  const judged = wanted.filter(({ purpose }) => purpose && purpose !== FORBIDDEN)
  const got = (address: string) => card.emails.find((one) => one.address.toLowerCase() === address)?.purposes ?? []
  return [
    bag(
      'mail purpose',
      judged.flatMap(({ address, purpose }) => purposesOf(purpose).map((one) => `${address} ${one}`)),
      judged.flatMap(({ address }) => got(address).map((one) => `${address} ${one}`)),
    ),
  ]
}

/** Mail addresses and telephone numbers that must not be used for something. */
const doNotUse: Scorer = (card, { emails: wanted, doNotUse: rules }) => {
  const field = 'do not use'
  if (!wanted) return []
  const marked = wanted.filter(({ purpose }) => purpose === FORBIDDEN).map(({ address }) => `${address} incidents`)
  const got = [
    ...card.emails.map(({ address, doNotUseFor }) => ({ address, doNotUseFor })),
    ...card.phones.map(({ e164, text, doNotUseFor }) => ({ address: e164 ?? text, doNotUseFor })),
  ].flatMap(({ address, doNotUseFor }) => doNotUseFor.map((one) => `${address} ${one}`))
  // Without the key only the marked addresses were looked at: what else is found is not judged.
  return rules
    ? [
        bag(
          field,
          rules.map((rule) => `${rule.address} ${rule.for}`),
          got,
        ),
      ]
    : [
        bag(
          field,
          marked,
          got.filter((one) => marked.includes(one)),
        ),
      ]
}

const numbers = (all: readonly { readonly e164: string | null; readonly text?: string }[]): readonly string[] =>
  all.map(({ e164, text }) => e164 ?? `not callable: ${text ?? ''}`)
const sameNumber = (expected: string, got: string): boolean =>
  expected === got || (expected.startsWith('not callable') && got.startsWith('not callable'))

const phones: Scorer = (card, expected) => [
  ...(expected.phones ? [bag('telephone', numbers(expected.phones), numbers(card.phones), sameNumber)] : []),
  ...(expected.fax ? [bag('fax', numbers(expected.fax), numbers(card.fax), sameNumber)] : []),
  ...(expected.phones
    ? [
        bag(
          'telephone 24x7',
          expected.phones.flatMap(({ e164, is24x7 }) => (e164 && is24x7 ? e164 : [])),
          card.phones.flatMap(({ e164, roundTheClock }) =>
            e164 &&
            roundTheClock &&
            expected.phones?.some((one) => one.e164 === e164 && typeof one.is24x7 === 'boolean')
              ? e164
              : [],
          ),
        ),
      ]
    : []),
]

type ExpectedKey = NonNullable<ExpectedCard['pgp']>[number]
const wholePrint = ({ fingerprint, fingerprintValid }: ExpectedKey): readonly string[] =>
  fingerprint && fingerprintValid ? [fingerprint] : []

/** Fingerprints as the rule is: whole ones only. Expiry, id and use are compared as bags: keys have no other name in common. */
const keys: Scorer = (card, { pgp }) => {
  if (!pgp) return []
  const date = (instant: string | null | undefined): string => instant?.slice(0, 10) ?? ''
  const some = (values: readonly string[]): readonly string[] => values.filter((value) => value !== '')
  const judged = (key: keyof ExpectedKey): boolean => pgp.every((one) => one[key] !== undefined)
  return [
    bag(
      'fingerprint',
      pgp.flatMap(wholePrint),
      card.keys.flatMap(({ fingerprint }) => fingerprint ?? []),
    ),
    ...(judged('keyId')
      ? [
          bag(
            'key id',
            some(pgp.map(({ keyId }) => bareId(keyId))),
            some(card.keys.map(({ keyIdPrinted }) => bareId(keyIdPrinted))),
          ),
        ]
      : []),
    ...(judged('expires')
      ? [
          bag(
            'key expiry',
            some(pgp.map(({ expires }) => date(expires))),
            some(card.keys.map(({ expires }) => date(expires))),
          ),
        ]
      : []),
    bag(
      'signing-only key',
      pgp.flatMap((key) => (key.role === 'master-signing' ? (key.fingerprint ?? bareId(key.keyId)) : [])),
      card.keys.flatMap((key) => (key.use === 'signing-only' ? (key.fingerprint ?? bareId(key.keyIdPrinted)) : [])),
    ),
  ]
}

export const contactScorers: readonly Scorer[] = [emails, purposes, doNotUse, phones, keys]
