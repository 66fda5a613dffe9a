/** "Johnny, you are fired", the ID class: whose name stands at a mail, and whether its header may be believed. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  codes,
  mail,
  multipart,
  must,
  openHere,
  person,
  signedMime,
  textPart,
  type Person,
} from '../material/pgp-people.ts'

let alice: Person
let eve: Person

beforeAll(async () => {
  ;[alice, eve] = await Promise.all([person('Alice'), person('Eve')])
})

const opened = async (raw: string) => must(await openHere(raw, { known: [alice, eve], fileName: 'm.eml' }))

describe('identity binding: the From field against the key', () => {
  const from = async (field: string) =>
    (await opened(mail('x', '').replace('From: x', field) + (await signedMime(textPart('x'), eve)))).protection

  it.each([
    ['another address', 'From: alice@example.org'],
    ['the signer in the display name', 'From: "eve@example.org" <alice@example.org>'],
    ['the signer in a comment', 'From: alice@example.org (eve@example.org)'],
    ['two From fields', 'From: alice@example.org\r\nFrom: eve@example.org'],
    ['two From fields the other way', 'From: eve@example.org\r\nFrom: alice@example.org'],
    ['two addresses', 'From: eve@example.org, alice@example.org'],
    ['a group', 'From: eve@example.org: alice@example.org;'],
    ['an encoded address', 'From: =?utf-8?q?alice=40example=2Eorg?= <eve@example.org>, <alice@example.org>'],
    ['a NUL in it', 'From: eve@example.org\u0000 <alice@example.org>'],
    ['a longer domain', 'From: eve@example.org.evil.example'],
    ['none', 'X-From: eve@example.org'],
  ])('%s does not match', async (_, field) => {
    const { signature, signer } = await from(field)
    expect(signature).toBe('good')
    expect(signer).toMatchObject({ fingerprint: eve.fingerprint, matchesFrom: false })
  })

  it.each(['From: Eve <eve@example.org>', 'From: EVE@Example.ORG', 'From: "Eve, E." <eve@example.org>'])(
    '%s does',
    async (field) => {
      expect((await from(field)).signer?.matchesFrom).toBe(true)
    },
  )

  it('an inner From does not replace the outer one', async () => {
    const inner = 'From: eve@example.org\nContent-Type: text/plain; hp="clear"\n\nx'
    const message = await opened(mail('alice@example.org', await signedMime(inner, eve)))
    expect(message).toMatchObject({ from: 'alice@example.org', protection: { signer: { matchesFrom: false } } })
    expect(codes(message)).toEqual(['from-differs', 'signer-not-sender'])
  })
})

describe('identity: what a header may not do', () => {
  const plain = async (fields: string) =>
    opened(mail('x', '').replace('From: x', fields) + (await signedMime(textPart('x'), eve)))

  it.each([
    ['an address for a name', 'From: "alice@example.org" <eve@example.org>', 'from-name-is-address'],
    [
      'an encoded address for a name',
      'From: =?utf-8?b?YWxpY2VAZXhhbXBsZS5vcmc=?= <eve@example.org>',
      'from-name-is-address',
    ],
    ['two From fields', 'From: eve@example.org\r\nFrom: alice@example.org', 'header-repeated'],
    ['two subjects', 'From: eve@example.org\r\nSubject: Another', 'header-repeated'],
    [
      'a name that turns around',
      'From: =?utf-8?b?4oCuZ3JvLmVscG1heGVAZWNpbGE=?= <eve@example.org>',
      'header-turns-around',
    ],
  ])('%s is said', async (_, fields, code) => {
    const message = await plain(fields)
    expect(codes(message)).toContain(code)
    expect(`${message.fromName}${message.subject}`).not.toMatch(/[\u202a-\u202e]/)
  })

  it.each([
    ['the Kelvin sign for a k', 'k\u212Aate@example.org'],
    ['a Cyrillic letter', '\u0435ve@example.org'],
    ['full width', '\uff45ve@example.org'],
    ['a combining mark', 'e\u0301ve@example.org'],
    ['no width', 'e\u200bve@example.org'],
  ])('%s makes no match', async (_, address) => {
    const kate = await person('kkate')
    const raw = mail(`<${address}>`, await signedMime(textPart('x'), address.startsWith('k') ? kate : eve))
    const message = must(await openHere(raw, { known: [eve, kate], fileName: 'm.eml' }))
    expect(message.protection).toMatchObject({ signature: 'good', signer: { matchesFrom: false } })
  })

  it('a Sender field, a Reply-To or a list does not make a signer fit', async () => {
    const message = await plain(
      'From: alice@example.org\r\nSender: eve@example.org\r\nReply-To: eve@example.org\r\nResent-From: eve@example.org',
    )
    expect(message.protection.signer?.matchesFrom).toBe(false)
    expect(codes(message)).toContain('signer-not-sender')
  })
})

describe('the protected header (RFC 9788)', () => {
  const inner =
    'From: alice@example.org\nTo: desk@example.org\nSubject: Inside\nDate: Fri, 20 Nov 2026 09:00:00 +0100\nHP-Outer: Subject: Outside\nContent-Type: text/plain; hp="clear"\n\nx'

  it('what was signed wins over what was changed on the way, and the change is said', async () => {
    const raw = mail('alice@example.org', await signedMime(inner, alice))
      .replace('To: desk@example.org', 'To: everybody@example.org\r\nCc: eve@example.org\r\nReply-To: eve@example.org')
      .replace('09:00:00', '11:00:00')
    const message = await opened(raw)
    expect(message).toMatchObject({
      to: ['desk@example.org'],
      cc: [],
      replyTo: [],
      subject: 'Inside',
      outerSubject: 'Outside',
      date: '2026-11-20T08:00:00.000Z',
    })
    expect(
      message.findings.filter(({ code }) => code === 'header-differs').map(({ params }) => params['field']),
    ).toEqual(['To', 'Cc', 'Reply-To', 'Date'])
  })

  it('counts only where the signature fits', async () => {
    const raw = mail(
      'alice@example.org',
      (await signedMime(inner, alice)).replace('Subject: Inside', 'Subject: forged'),
    )
    expect(await opened(raw)).toMatchObject({
      subject: 'Outside',
      protectedSubject: null,
      protection: { signature: 'bad' },
    })
  })

  it('as Memory Hole wrote it, in a part of its own', async () => {
    const legacy = multipart(
      'multipart/mixed',
      ['Content-Type: text/rfc822-headers; protected-headers="v1"\n\nSubject: Inside\n', textPart('x')],
      'mh',
    )
    const message = await opened(mail('alice@example.org', await signedMime(legacy, alice)))
    expect(message).toMatchObject({ subject: 'Inside', text: 'x', protection: { signature: 'good' } })
  })
})
