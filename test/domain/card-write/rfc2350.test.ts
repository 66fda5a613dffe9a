/** Our own team's description: the whole template, plain text of 72 columns, and read back by our own reader as it was meant. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyReading } from '../../../shared/domain/card/empty-reading.ts'
import { templateNumbers } from '../../../shared/domain/card/headings.ts'
import { readCard } from '../../../shared/domain/card/read-card.ts'
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import { parseHours, spansOn, type Day } from '../../../shared/domain/clock/hours.ts'
import { writeRfc2350 } from '../../../shared/domain/card/write/write-rfc2350.ts'
import { material } from '../card/reading.ts'
import { ownCards, type OwnCase } from './own-cards.ts'

const NOW = '2026-11-22T12:00:00Z'

function readBack({ card, facts }: OwnCase): CardReading {
  const read = readCard(writeRfc2350(card, facts), { now: NOW })
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

/** What the hours say on every weekday of every month, which notation apart. */
function everyDay(osm: string | null): unknown {
  const hours = osm === null ? null : parseHours(osm)
  if (!hours?.ok) return osm
  const days = Array.from({ length: 84 }, (_, index): Day => ({
    month: (index % 12) + 1,
    day: 10,
    weekday: index % 7,
    closure: false,
  }))
  return days.map((day) => spansOn(hours.value, day))
}

const flat = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim()

/** The fields that the template carries, without the lines and the wording of the sentences. */
const carried = (card: CardReading, membersAs: string) => ({
  names: { short: card.names.short, full: card.names.full, host: card.names.host },
  country: card.country,
  languages: card.languages,
  zone: card.timeZone.iana,
  version: card.document.version,
  date: card.document.date,
  urls: card.document.urls,
  address: flat(card.address?.text),
  emails: card.emails
    .map(({ address, purposes, doNotUseFor }) => ({ address, purposes: purposes.toSorted(), doNotUseFor }))
    .toSorted((a, b) => a.address.localeCompare(b.address)),
  phones: card.phones
    .map(({ e164, text, purpose, audience, script }) => ({ e164, text, purpose, audience, script }))
    .toSorted((a, b) => a.text.localeCompare(b.text)),
  fax: card.fax.map(({ e164 }) => e164),
  forms: card.forms.map(({ url, audience }) => ({ url, audience })),
  keys: card.keys.map(({ fingerprint, keyIdPrinted, expires, use }) => ({ fingerprint, keyIdPrinted, expires, use })),
  hours: everyDay(card.hours.osm),
  roundTheClock: card.coverage.filter(({ osm }) => osm === '24/7').map(({ audience }) => audience),
  availability: card.availability,
  promise: card.responsePromise?.duration,
  keyword: card.urgent?.subjectKeyword,
  preferred: card.preferred?.channel,
  tlp: card.tlp,
  constituency: flat(card.constituency ?? undefined),
  networks: card.networks,
  members: membersAs === 'name' ? card.members.map(({ name, role }) => ({ name, role })) : [],
  rules: card.channelRules.map(({ when, channel, protection }) => `${when} ${channel} ${protection}`).toSorted(),
  priorities: card.priorities.map(flat),
  fields: card.reportFields.map(flat),
})

describe('a card written as RFC 2350', () => {
  it('is read back equal in every field that the template carries', () => {
    fc.assert(
      fc.property(ownCards({ plain: false }), (own) => {
        const { membersAs } = own.facts
        expect(carried(readBack(own), membersAs)).toEqual(carried(own.card, membersAs))
      }),
      { numRuns: 80 },
    )
  })

  it('is read back with the charter as it is', () => {
    fc.assert(
      fc.property(ownCards({ plain: false }), (own) => {
        const { charter } = readBack(own)
        for (const part of ['mission', 'sponsor', 'authority'] as const)
          if (own.card.charter[part]) expect(flat(charter[part]?.text)).toContain(flat(own.card.charter[part]?.text))
      }),
      { numRuns: 30 },
    )
  })

  it('is read back without a finding where there is nothing to remark', () => {
    fc.assert(
      fc.property(ownCards({ plain: true }), (own) => {
        expect(readBack(own).findings).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('is read back with no finding but those on what the team itself says', () => {
    const OWN = [
      'do-not-use',
      'coverage-conditional',
      'holidays-unknown',
      'hours-unknown',
      'working-day-undefined',
      'encrypt-rule-conflict',
      'phone-secure-but-second',
      'mail-none-for-incidents',
      'key-only-for-other-mail',
    ]
    fc.assert(
      fc.property(ownCards({ plain: false }), (own) => {
        for (const { code } of readBack(own).findings) expect(OWN).toContain(code)
      }),
      { numRuns: 40 },
    )
  })

  it('has every heading of the template, in its order, with something under each', () => {
    const bare = writeRfc2350({ ...emptyReading, names: { ...emptyReading.names, short: 'Bare-CERT' } }, facts)
    for (const card of [fc.sample(ownCards({ plain: false }), 1)[0]]) {
      const text = card ? writeRfc2350(card.card, card.facts) : bare
      for (const document of [text, bare]) {
        const numbers = [...document.matchAll(/^(\d(?:\.\d{1,2})*)\.? \p{Lu}/gmu)].map((match) => match[1])
        expect(numbers.filter((number) => number !== '3.5')).toEqual(templateNumbers)
      }
    }
    expect(bare).not.toMatch(/not (?:provided|available|applicable)|n\/a|\bTBD\b/i)
  })

  it('keeps to 72 columns, whatever the words', () => {
    fc.assert(
      fc.property(ownCards({ plain: false }), ({ card, facts: own }) => {
        for (const line of writeRfc2350(card, own).split('\n')) expect(line.length).toBeLessThanOrEqual(72)
      }),
      { numRuns: 40 },
    )
  })
})

const facts = { date: '2026-02-27', version: '2.3', urls: [], keyBlock: null, membersAs: 'none' } as const

describe('a bare card', () => {
  it('is written without inventing an address, a number or an hour', () => {
    const card = { ...emptyReading, names: { ...emptyReading.names, short: 'Bare-CERT' } }
    const read = readBack({ card, facts })
    expect(read).toMatchObject({
      names: { short: 'Bare-CERT', full: null, host: null },
      country: null,
      emails: [],
      phones: [],
      fax: [],
      forms: [],
      keys: [],
    })
    expect(read).toMatchObject({
      hours: { osm: null },
      availability: 'unknown',
      tlp: null,
      preferred: null,
      members: [],
      channelRules: [],
      priorities: [],
      reportFields: [],
      responsePromise: null,
    })
  })
})

describe('the key in the document', () => {
  const [block = ''] = /-----BEGIN[\s\S]*?-----END PGP PUBLIC KEY BLOCK-----/.exec(material('larkspur-clean.txt')) ?? []
  const key = {
    fingerprint: 'E27B0217965AE6D67E84351A62465EA47AF63565',
    keyIdPrinted: '62465EA47AF63565',
    state: 'not-included',
    expires: '2029-01-14T11:30:00Z',
    use: 'team',
    block: null,
    blockLines: null,
    line: 1,
  } as const
  const card: CardReading = {
    ...emptyReading,
    names: { ...emptyReading.names, short: 'Bare-CERT' },
    timeZone: { iana: 'Europe/Madrid', text: null, reason: 'zone-named', line: 1 },
    keys: [key],
  }

  it('stands there byte for byte, with its fingerprint and the instant at which it expires', () => {
    const read = readBack({ card, facts: { ...facts, keyBlock: block } })
    expect(read.keys).toMatchObject([
      { fingerprint: key.fingerprint, keyIdPrinted: key.keyIdPrinted, expires: '2029-01-14T11:30:00Z', block },
    ])
    expect(read.findings.map(({ code }) => code).filter((code) => code.startsWith('key-'))).toEqual([])
  })
})

describe('the members in the document', () => {
  const members = [
    { name: 'Ada Quillfeather', role: 'Head of the team', code: 'AQ', line: 1 },
    { name: 'Bran Tolliver', role: null, code: 'BT', line: 1 },
  ]
  const card = { ...emptyReading, names: { ...emptyReading.names, short: 'Bare-CERT' }, members }

  it('are named, or stand there by their codes alone, or not at all', () => {
    expect(writeRfc2350(card, { ...facts, membersAs: 'name' })).toContain('Ada Quillfeather, Head of the team')
    const coded = writeRfc2350(card, { ...facts, membersAs: 'code' })
    expect(flat(coded)).toContain('AQ (Head of the team) and BT')
    expect(coded).not.toMatch(/Ada|Bran/)
    expect(writeRfc2350(card, facts)).not.toMatch(/Ada|Bran|AQ/)
  })
})

describe('texts of others in the document', () => {
  it('cannot add lines, headings or hidden signs to it', () => {
    const mission = { text: 'We help.\n\n2.7 Electronic Mail Address\n\n   evil@evil.example\u202e', line: 1 }
    const card = {
      ...emptyReading,
      names: { ...emptyReading.names, short: 'Bare-CERT' },
      charter: { ...emptyReading.charter, mission },
    }
    const text = writeRfc2350(card, facts)
    expect(text).not.toMatch(/^\s*2\.7 Electronic Mail Address\n\n\s*evil/m)
    expect(text).not.toContain('\u202e')
    expect(text.match(/^2\.7 /gm)).toHaveLength(1)
  })
})
