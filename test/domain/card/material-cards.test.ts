/** The card reader on three made-up documents: a clean one, a damaged page, and one that lost its line breaks. */
import { describe, expect, it } from 'vitest'
import { codes, lineOf, material, read } from './reading.ts'

describe('a clean document', () => {
  const card = read(material('larkspur-clean.txt'))

  it('gives names, version, date and where it stands', () => {
    expect(card.names).toEqual({
      short: 'Larkspur CERT',
      full: 'Larkspur Harbour Computer Emergency Response Team',
      host: 'Larkspur Harbour Trust Ltd.',
      others: [],
    })
    expect(card.document).toEqual({
      version: '2.3',
      date: '2026-02-27',
      dateText: '2026-02-27',
      line: 6,
      urls: ['https://www.larkspur-cert.example/rfc2350.txt'],
      signatureUrls: ['https://www.larkspur-cert.example/rfc2350.asc'],
    })
  })

  it('tells each address its purpose and line', () => {
    expect(card.emails.map(({ address, purposes, line }) => [address, purposes, line])).toEqual([
      ['announce@larkspur-cert.example', ['updates'], 9],
      ['report@larkspur-cert.example', ['incidents'], 43],
      ['info@larkspur-cert.example', ['general'], 44],
      ['press@larkspur-cert.example', ['press'], 45],
    ])
  })

  it('gives numbers in E.164 with what to say, for whom, and the fax apart', () => {
    expect(
      card.phones.map(({ e164, purpose, script, audience, roundTheClock }) => [
        e164,
        purpose,
        script,
        audience,
        roundTheClock,
      ]),
    ).toEqual([
      ['+442079460123', 'main', 'please ask for the duty officer', 'public', false],
      ['+442079460199', 'emergency', null, 'constituent', true],
    ])
    expect(card.fax.map(({ e164 }) => e164)).toEqual(['+442079460188'])
  })

  it('takes the zone from the country and finds no conflict with it', () => {
    expect(card.country).toBe('GB')
    expect(card.timeZone).toMatchObject({ iana: 'Europe/London', reason: 'zone-by-country', line: 30 })
    expect(codes(card)).not.toContain('zone-conflict')
  })

  it('writes split hours as opening hours, and the hotline as coverage of its own', () => {
    expect(card.hours).toMatchObject({ osm: 'Mo-Th 08:30-12:30,13:30-17:00; Fr 08:30-14:00; PH off', line: 82 })
    expect(card.coverage.map(({ audience, osm }) => [audience, osm])).toEqual([
      ['public', 'Mo-Th 08:30-12:30,13:30-17:00; Fr 08:30-14:00; PH off'],
      ['constituent', '24/7'],
    ])
    expect(card.availability).toBe('conditional')
    expect(lineOf(card, 'holidays-unknown')).toBe(82)
  })

  it('joins key id, fingerprint, expiry and block to one key and finds the block whole', () => {
    expect(card.keys).toHaveLength(1)
    expect(card.keys[0]).toMatchObject({
      fingerprint: 'E27B0217965AE6D67E84351A62465EA47AF63565',
      keyIdPrinted: '62465EA47AF63565',
      state: 'unreadable',
      expires: '2029-01-14',
      blockLines: [52, 68],
    })
    expect(card.keys[0]?.block).toMatch(/^-----BEGIN[^]*END PGP PUBLIC KEY BLOCK-----$/)
    expect(codes(card)).not.toContain('key-damaged')
  })

  it('reads members, networks, form, promise, urgent word and preferred channel', () => {
    expect(card.members.map(({ name, role }) => [name, role])).toEqual([
      ['Ada Quillfeather', 'Head of Larkspur CERT'],
      ['Bran Tolliver', 'Incident Manager'],
    ])
    expect(card.networks).toEqual({
      cidrs: ['192.0.2.0/24', '2001:db8:77::/48'],
      domains: ['larkspur.example'],
      asns: [64500],
    })
    expect(card.forms).toEqual([{ url: 'https://www.larkspur-cert.example/report', line: 86, audience: 'public' }])
    expect(card.responsePromise?.duration).toBe('PT4H')
    expect(card.urgent?.subjectKeyword).toBe('urgent')
    expect(card.preferred?.channel).toBe('email')
    expect(card.tlp).toBe(true)
  })

  it('reads the channel rules with their lines', () => {
    expect(card.channelRules).toEqual([
      { when: 'no-email', channel: 'phone', protection: 'none', line: 78 },
      { when: 'always', channel: 'phone', protection: 'none', line: 121 },
      { when: 'low-sensitivity', channel: 'email', protection: 'none', line: 122 },
      { when: 'high-sensitivity', channel: 'email', protection: 'pgp', line: 123 },
    ])
  })

  it('keeps a numbered priority list apart from headings and joins its wrapped items', () => {
    expect(card.priorities).toEqual([
      'Threats to the safety of people.',
      "Attacks on the harbour's control systems.",
      'Compromise of servers, in particular those that hold personal data.',
      'Anything else on any of the above three items.',
    ])
    expect(card.reportFields).toEqual(['Date and time with time zone', 'Addresses and ports'])
    expect(card.sections.missing).toEqual([])
  })

  it('has nothing to warn of', () => {
    expect(card.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  })
})

describe('a damaged page', () => {
  const card = read(material('quillmoor-damaged.md'))

  it.each([
    ['fingerprint-mismatch', 'error', 46],
    ['key-damaged', 'error', 49],
    ['hours-unknown', 'warning', null],
    ['document-old', 'warning', 11],
    ['date-ambiguous', 'warning', 11],
    ['address-invalid', 'warning', 15],
    ['do-not-use', 'warning', 41],
    ['address-hidden', 'warning', 42],
    ['key-id-short', 'warning', 46],
    ['form-contradiction', 'warning', 75],
    ['count-contradiction', 'warning', 94],
    ['url-with-blanks', 'info', 19],
    ['zone-conflict', 'info', 33],
    ['key-block-headers-in-body', 'info', 49],
    ['key-block-fence', 'info', 49],
    ['key-block-checksum-glued', 'info', 49],
    ['key-block-length', 'info', 49],
    ['key-block-checksum-wrong', 'info', 49],
    ['working-day-undefined', 'info', 87],
    ['template-residue', 'info', 94],
    ['text-rejoined', 'info', 98],
    ['encrypt-rule-conflict', 'info', 102],
    ['public-key-ambiguous', 'info', 102],
  ] as const)('finds %s (%s) on line %s', (code, severity, line) => {
    expect(card.findings.map((finding) => [finding.code, finding.severity, finding.line])).toContainEqual([
      code,
      severity,
      line,
    ])
  })

  it('matches misspelt headings under other numbers', () => {
    expect(card.sections.present).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.3',
      '2',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.7',
      '2.8',
      '2.11',
      '3',
      '3.4',
      '4',
      '4.1',
      '4.3',
      '6',
    ])
  })

  it('takes the address behind a link, never one from a comment or a hidden place', () => {
    expect(card.emails).toEqual([
      { address: 'desk@quillmoor.example', purposes: ['general'], doNotUseFor: ['incidents'], line: 41 },
    ])
  })

  it('joins the priority list over the page break', () => {
    expect(card.priorities).toEqual([
      'Threats to people.',
      'Attacks on servers.',
      'Attacks on workstations.',
      'Any of the above two items, originating from XYZ University.',
    ])
  })

  it('reads names, number, promise and rule through the markup', () => {
    expect(card.names).toMatchObject({
      short: 'QUILLMOOR_CSIRT',
      full: 'Quillmoor Incident Desk',
      host: 'Quillmoor SAS',
    })
    expect(card.phones[0]).toMatchObject({ e164: '+33199001234', script: 'ask for the QUILLMOOR desk' })
    expect(card.timeZone.iana).toBe('Europe/Paris')
    expect(card.responsePromise?.duration).toBe('P2WD')
    expect(card.channelRules[0]).toEqual({ when: 'always', channel: 'email', protection: 'pgp', line: 102 })
    expect(card.availability).toBe('unknown')
  })

  it('gives the expiry of the comment as an instant, since its time and zone are known', () => {
    expect(card.keys[0]?.expires).toBe('2029-01-14T09:00:00Z')
  })
})

describe('a document in one line', () => {
  const card = read(material('fenwick-one-line.txt'))

  it('finds the headings in running text, and none in a reference', () => {
    expect(card.sections.present).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
      '2.7',
      '2.8',
      '2.9',
      '2.11',
      '3',
      '3.1',
      '3.2',
      '3.4',
      '4',
      '4.1',
      '4.2',
      '4.3',
      '6',
      '7',
    ])
  })

  it('reads disguised addresses and says so', () => {
    expect(card.emails.map(({ address, purposes }) => [address, purposes])).toEqual([
      ['soc@fenwick-rail.example', ['incidents']],
      ['office@fenwick-rail.example', ['general']],
    ])
    expect(codes(card).filter((code) => code === 'address-disguised')).toHaveLength(2)
  })

  it('takes the zone of the state, the hours, and what is for critical incidents only', () => {
    expect(card.timeZone).toMatchObject({ iana: 'America/Denver', reason: 'zone-by-place' })
    expect(card.hours.osm).toBe('Mo-Fr 08:00-16:00')
    expect(card.availability).toBe('conditional')
    expect(codes(card)).not.toContain('zone-conflict')
  })

  it('reads key, networks, promise and names', () => {
    expect(card.names).toMatchObject({
      short: 'FENWICK-SOC',
      full: 'Security Operations Center of the Fenwick Rail Company',
    })
    expect(card.keys.map(({ fingerprint, expires, state }) => [fingerprint, expires, state])).toEqual([
      ['0123456789ABCDEF0123456789ABCDEF01234567', '2025-05-01', 'not-included'],
    ])
    expect(lineOf(card, 'key-expired')).toBe(1)
    expect(card.networks).toEqual({ cidrs: ['198.51.100.0/24'], domains: ['*.fenwick-rail.example'], asns: [64511] })
    expect(card.responsePromise?.duration).toBe('PT30M')
    expect([card.phones[0]?.e164, card.fax[0]?.e164]).toEqual(['+13035550143', '+13035550188'])
  })
})
