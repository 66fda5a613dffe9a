/** One line of a list that a person edits, read into the value it stands for; null where it is not of that form. */
import type { Audience, PhonePurpose, Purpose } from '../../../shared/domain/card/card-reading.ts'
import { tiers } from '../../../shared/domain/case/vocabulary.ts'

const purposes: readonly Purpose[] = [
  'incidents',
  'general',
  'vulnerabilities',
  'press',
  'updates',
  'document-author',
  'key-identity',
  'other',
]
const phonePurposes: readonly PhonePurpose[] = ['main', 'incidents', 'emergency', 'after-hours', 'backup', 'other']
const audiences: readonly Audience[] = ['public', 'constituent', 'csirt', 'critical']
const whens = ['high-sensitivity', 'low-sensitivity', 'incident-report', 'always', 'no-email'] as const
const channels = ['email', 'phone', 'form', 'transfer'] as const
const protections = ['pgp', 'smime', 'none'] as const

const oneOf = <T extends string>(all: readonly T[], text: string): T | null =>
  all.find((one) => one === text.trim().toLowerCase()) ?? null

/** Null where one of them is none of `all`. */
function listOf<T extends string>(all: readonly T[], text: string): T[] | null {
  const words = text.split(',').filter((word) => word.trim() !== '')
  const known = words.flatMap((word) => oneOf(all, word) ?? [])
  return known.length === words.length ? known : null
}

const segmentsOf = (line: string): readonly string[] => line.split(';').map((part) => part.trim())

/** "cert@example.org: incidents, general; not for press" */
export function emailLine(line: string) {
  const [head = '', ...rest] = segmentsOf(line)
  const [, address = '', uses = ''] = /^([^\s:]{1,320})\s{0,9}(?::(.{0,200}))?$/.exec(head) ?? []
  const [found, refused] = [listOf(purposes, uses), listOf(purposes, notForOf(rest) ?? '')]
  const clean = rest.every((part) => part === '' || part.startsWith('not for '))
  if (!/^[^@\s]{1,64}@[^@\s]+\.[^@\s.]+$/.test(address) || found === null || refused === null || !clean) return null
  return { address, purposes: found, doNotUseFor: refused }
}

const notForOf = (parts: readonly string[]): string | null =>
  parts.find((part) => part.startsWith('not for '))?.slice('not for '.length) ?? null

/** "+34 910 000 000: main; for csirt; 24/7; not for press; say The duty officer, please" */
export function phoneLine(line: string) {
  const at = line.search(/;\s*say\s/)
  const script =
    at < 0
      ? null
      : line
          .slice(at)
          .replace(/^;\s*say\s+/, '')
          .trim()
  const [head = '', ...rest] = segmentsOf(at < 0 ? line : line.slice(0, at))
  const [, text = '', use = 'main'] = /^([^:]{3,60})(?::\s{0,9}([a-z-]{1,20}))?$/.exec(head) ?? []
  const whom = rest.find((part) => part.startsWith('for '))?.slice('for '.length) ?? 'public'
  const [purpose, audience] = [oneOf(phonePurposes, use), oneOf(audiences, whom)]
  const refused = listOf(purposes, notForOf(rest) ?? '')
  const clean = rest.every((part) => part === '' || part === '24/7' || /^(?:for|not for) /.test(part))
  if (text.trim().length < 3 || purpose === null || audience === null || refused === null || !clean) return null
  return {
    text: text.trim(),
    purpose,
    audience,
    script: script === '' ? null : script,
    doNotUseFor: refused,
    roundTheClock: rest.includes('24/7'),
  }
}

/** "https://example.org/report; for csirt" */
export function formLine(line: string) {
  const [url = '', whom = 'for public', ...more] = segmentsOf(line)
  const audience = whom.startsWith('for ') ? oneOf(audiences, whom.slice('for '.length)) : null
  return /^https?:\/\/\S+$/i.test(url) && audience !== null && more.length === 0 ? { url, audience } : null
}

export function fingerprintLine(line: string): string | null {
  const digits = line.replaceAll(/\s/g, '').toUpperCase()
  return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(digits) ? digits : null
}

/** "csirt: 24/7" */
export function coverageLine(line: string) {
  const [, whom = '', osm = ''] = /^([a-z]{1,20})\s{0,9}:(.{1,400})$/i.exec(line) ?? []
  const audience = oneOf(audiences, whom)
  return audience === null || osm.trim() === '' ? null : { audience, osm: osm.trim() }
}

/** "P1WD", "csirt: PT4H" */
export function promiseLine(line: string) {
  const [, whom, duration = ''] = /^(?:([a-z]{1,20})\s{0,9}:)?\s{0,9}(P[0-9A-Z]{1,20})$/i.exec(line) ?? []
  const audience = whom === undefined ? null : oneOf(audiences, whom)
  if (duration === '' || (whom !== undefined && audience === null)) return null
  return { duration: duration.toUpperCase(), audience }
}

/** "incident-report: email, pgp" */
export function ruleLine(line: string) {
  const [, first = '', second = '', third = 'none'] =
    /^([a-z-]{1,20})\s{0,9}:\s{0,9}([a-z]{1,20})(?:\s{0,9},\s{0,9}([a-z]{1,20}))?$/i.exec(line) ?? []
  const [when, channel, protection] = [oneOf(whens, first), oneOf(channels, second), oneOf(protections, third)]
  return when === null || channel === null || protection === null ? null : { when, channel, protection }
}

/** "2026-12-24: Christmas Eve" */
export function closureLine(line: string) {
  const [, date = '', name = ''] = /^(\d{4}-\d{2}-\d{2})\s{0,9}:?\s{0,9}(.{0,200})$/.exec(line) ?? []
  const at = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) return null
  return { date, name: name.trim() }
}

/** "Name; role; code MK; tier N2; key 91C2…" */
export function memberLine(line: string) {
  const [name = '', ...rest] = segmentsOf(line)
  const of = (word: string): string | undefined =>
    rest
      .find((part) => part.startsWith(`${word} `))
      ?.slice(word.length + 1)
      .trim()
  const role = rest.find((part) => part !== '' && !/^(?:code|tier|key) /.test(part)) ?? null
  const [code, tierText, key] = [of('code'), of('tier'), of('key')]
  const tier = tiers.find((one) => one === tierText?.toUpperCase())
  const deskKey = key === undefined ? undefined : fingerprintLine(key)
  if (name === '' || (tierText !== undefined && tier === undefined) || deskKey === null) return null
  return {
    name,
    role,
    ...(code === undefined ? {} : { code }),
    ...(tier === undefined ? {} : { tier }),
    ...(deskKey === undefined ? {} : { deskKey }),
  }
}
