/** MIME that is built to break or to stall a reader: each is refused in time, or read without anything being hidden or invented. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../electron/core/mime/limits.ts'
import { mimeBudget, splitMime, type MimePart } from '../../electron/core/mime/split.ts'
import { bytesOf, crlf, mail, must, openHere, textPart } from '../material/pgp-people.ts'

const split = (text: string) => splitMime(bytesOf(text), mimeBudget(defaultLimits))

/** Must end in six seconds: many times what it takes, also where others work on the same processors. */
async function soon<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const value = await work()
  expect(performance.now() - start).toBeLessThan(6000)
  return value
}

const nested = (depth: number): string =>
  Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
  ).join('') + textPart('x')

describe('too much of anything is refused', () => {
  it.each([
    [
      '100,000 parts',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(100_000)}`,
      'message-too-many-parts',
    ],
    [
      '1,001 parts',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(1001)}`,
      'message-too-many-parts',
    ],
    ['nesting of 51', nested(51), 'message-too-deep'],
    ['nesting of 10,000', nested(10_000), 'message-too-deep'],
    ['a header of 2 MB', `X-Long: ${'a '.repeat(1024 * 1024)}\r\n\r\nx`, 'message-headers-too-large'],
    ['100,000 header fields', `${'X-A: b\r\n'.repeat(140_000)}\r\nx`, 'message-headers-too-large'],
    [
      'large headers in many parts',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\nx\r\n`.repeat(60)}`,
      'message-headers-too-large',
    ],
  ])('%s', async (_, rest, code) => {
    expect(await soon(() => openHere(mail('a@example.org', rest)))).toMatchObject({ ok: false, problem: { code } })
  })

  it('nesting of 40 and 900 parts are read', async () => {
    expect(must(await openHere(mail('a@example.org', nested(40)))).text).toBe('x')
    const many = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(900)}--b--`
    expect(must(await openHere(mail('a@example.org', many))).textParts).toHaveLength(900)
  })
})

describe('patterns that make careless expressions retry', () => {
  it.each([
    ['an address list of 100,000', `To: ${'a@example.org, '.repeat(60_000)}`],
    ['comments in comments', `From: ${'('.repeat(200_000)}`],
    ['quotes', `From: ${'"\\'.repeat(200_000)}`],
    ['encoded words', `Subject: ${'=?utf-8?q?='.repeat(60_000)}`],
    ['blanks', `Subject:${' '.repeat(700_000)}x`],
    ['folded lines', `Subject: x${'\r\n '.repeat(200_000)}`],
    ['parameters', `Content-Type: text/plain${'; a="'.repeat(100_000)}`],
    ['a date', `Date: ${'('.repeat(200_000)}${' '.repeat(200_000)}`],
    ['references', `References: ${'<'.repeat(500_000)}`],
  ])('%s', async (_, field) => {
    const result = await soon(() => openHere(`From: a@example.org\r\n${field}\r\n\r\nbody`))
    expect(result.ok ? 'ok' : result.problem.code).toMatch(/^ok$|^message-/)
  })

  it.each([
    ['soft line breaks', 'quoted-printable', '= \r\n'.repeat(300_000)],
    ['equals signs and blanks', 'quoted-printable', `=${' '.repeat(1_000_000)}`],
    ['angle brackets', '7bit', '<'.repeat(1_000_000)],
    ['open scripts', '7bit', '<script>'.repeat(100_000)],
    ['ampersands', '7bit', '&#'.repeat(500_000)],
    ['comments', '7bit', '<!--'.repeat(300_000)],
    ['line breaks', '7bit', '<br>\n'.repeat(300_000)],
  ])('HTML body of %s', async (_, encoding, body) => {
    const raw = mail(
      'a@example.org',
      `Content-Type: text/html\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`,
    )
    expect((await soon(() => openHere(raw))).ok).toBe(true)
  })

  it.each([
    ['BEGIN lines', '-----BEGIN PGP MESSAGE-----\n'.repeat(100_000)],
    ['signed BEGIN lines', '-----BEGIN PGP SIGNED MESSAGE-----\n'.repeat(100_000)],
    [
      'BEGIN lines of all kinds',
      '-----BEGIN PGP SIGNED MESSAGE-----\n-----BEGIN PGP PUBLIC KEY BLOCK-----\n-----BEGIN PGP SIGNATURE-----\n'.repeat(
        30_000,
      ),
    ],
    ['armour headers', `-----BEGIN PGP MESSAGE-----\n${'A: b\n'.repeat(200_000)}`],
    ['Hash headers', `-----BEGIN PGP SIGNED MESSAGE-----\n${'Hash: SHA512\n'.repeat(100_000)}`],
  ])('text of %s', async (_, body) => {
    const result = await soon(() => openHere(mail('a@example.org', textPart(body))))
    expect(result.ok ? 'ok' : result.problem.code).toMatch(/^ok$|^message-/)
  })
})

describe('boundaries', () => {
  const outline = (part: MimePart): unknown =>
    part.parts.length > 0 ? part.parts.map(outline) : part.body.toString('latin1')
  const read = (text: string): unknown => outline(must(split(crlf(text))))

  it.each([
    [
      'one that begins like the other',
      'Content-Type: multipart/mixed; boundary=a\n\n--a\n\n1\n--ab\n\n2\n--a--',
      ['1\r\n--ab\r\n\r\n2'],
    ],
    ['inside a line', 'Content-Type: multipart/mixed; boundary=a\n\n--a\n\nx --a\n--a--', ['x --a']],
    ['never closed', 'Content-Type: multipart/mixed; boundary=a\n\n--a\n\n1', ['1']],
    ['closed, and text after it', 'Content-Type: multipart/mixed; boundary=a\n\n--a\n\n1\n--a--\n--a\n\n2', ['1']],
    [
      'of the outer inside the inner',
      'Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n1\n--a\n\n2\n--a--',
      [['1'], '2'],
    ],
    ['missing in the header', 'Content-Type: multipart/mixed\n\n--a\n\n1', '--a\r\n\r\n1'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('the bytes of a part are the bytes that came, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 5 }), (bodies) => {
        const delimiter = Buffer.from('\r\n--b0undary7q\r\n')
        const raw = Buffer.concat([
          Buffer.from('Content-Type: multipart/mixed; boundary=b0undary7q\r\n'),
          ...bodies.flatMap((body) => [delimiter, Buffer.from('X-A: 1\r\n\r\n'), Buffer.from(body)]),
          Buffer.from('\r\n--b0undary7q--'),
        ])
        const root = must(splitMime(raw, mimeBudget(defaultLimits)))
        expect(root.parts.map(({ body }) => Uint8Array.from(body))).toEqual(bodies)
      }),
    )
  })
})

it('any bytes at all end in a message or in a sentence', async () => {
  const fragments = [
    'From: a@example.org\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    '\r\n',
    '--b\r\n',
    '--b--',
    'Content-Type: text/html\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    '-----BEGIN PGP MESSAGE-----\n',
    '-----END PGP MESSAGE-----\n',
    '-----BEGIN PGP SIGNED MESSAGE-----\n',
    '-----BEGIN PGP SIGNATURE-----\n',
    '=?utf-8?b?',
    '\u0000',
    '\u00ff',
    'Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"\r\n',
    'Content-Type: application/pgp-signature\r\n',
    'Content-Type: application/pgp-encrypted\r\n',
    "Content-Disposition: attachment; filename*0*=utf-8''%2e%2e%2f\r\n",
    'wcBMA',
    '\u00c1\u00c0',
    '\u00d2\u00ff',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 20 })), { maxLength: 25 }),
      async (pieces) => {
        const result = await openHere(new Uint8Array(Buffer.from(pieces.join(''), 'latin1')), { fileName: 'm.eml' })
        expect(result.ok || result.problem.code.startsWith('message-')).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
}, 60_000)
