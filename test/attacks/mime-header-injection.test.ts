/** No value that we put into a mail can end its field and begin another, in any field, inside or outside. */
import { beforeAll, expect, it } from 'vitest'
import { splitMime, mimeBudget } from '../../electron/core/mime/split.ts'
import { defaultLimits } from '../../electron/core/mime/limits.ts'
import { seal, type SealInput } from '../../electron/core/pgp/seal.ts'
import { bytesOf, must, NOW, openHere, person, type Person } from '../material/pgp-people.ts'

let alice: Person
let input: SealInput

beforeAll(async () => {
  alice = await person('Alice')
  input = {
    recipients: [alice.armoredPublic],
    signWith: { armored: alice.armoredSecret, passphrase: null },
    form: 'eml',
    from: { name: 'Alice', address: alice.address },
    to: [{ name: 'Bob', address: 'bob@example.org' }],
    subject: 'Inner',
    outerSubject: 'Outer',
    messageId: 'id@example.org',
    text: 'text',
    attachments: [],
    attachOwnKey: false,
    now: NOW,
    boundary: 'abcdefabcdefabcdef',
  }
})

const breaks = [
  '\r\nBcc: eve@example.org',
  '\nBcc: eve@example.org',
  '\rBcc: eve@example.org',
  '\u0000',
  '\u2028Bcc: x',
  '\u0085Bcc: x',
  '\u007f',
]

it('line breaks and control characters in any field are refused, not smoothed over', async () => {
  for (const evil of breaks) {
    const attempts: readonly Partial<SealInput>[] = [
      { subject: `Inner${evil}` },
      { outerSubject: `Outer${evil}` },
      { from: { name: `Alice${evil}`, address: alice.address } },
      { from: { name: 'Alice', address: `alice@example.org${evil}` } },
      { to: [{ name: `Bob${evil}`, address: 'bob@example.org' }] },
      { to: [{ name: 'Bob', address: `bob@example.org${evil}` }] },
      { cc: [{ name: '', address: `bob@example.org${evil}` }] },
      { messageId: `id@example.org${evil}` },
      { inReplyTo: `id@example.org${evil}` },
      { boundary: `abcdefabcdefabcdef${evil}` },
      { attachments: [{ name: 'a.txt', type: `text/plain${evil}`, bytes: bytesOf('x') }] },
    ]
    for (const attempt of attempts) {
      const result = await seal({ ...input, ...attempt })
      expect({ attempt, ...result }).toMatchObject({ ok: false, problem: { code: 'header-not-allowed' } })
    }
  }
})

it('an address is one address', async () => {
  for (const address of [
    'a@b.example, eve@example.org',
    'Eve <eve@example.org>',
    'nobody',
    'a@b@c',
    '"x"@example.org',
    'a b@example.org',
  ]) {
    expect(await seal({ ...input, to: [{ name: '', address }] })).toMatchObject({ ok: false })
  }
})

it('names that look like addresses or syntax stay names', async () => {
  const name = 'Bob" <eve@example.org>, "x'
  const sealed = must(await seal({ ...input, to: [{ name, address: 'bob@example.org' }] }))
  const outer = must(splitMime(sealed.bytes, mimeBudget(defaultLimits)))
  expect(outer.fields.map((field) => field.name)).toEqual([
    'x-unsent',
    'from',
    'to',
    'subject',
    'message-id',
    'date',
    'mime-version',
    'content-type',
  ])
  expect(must(await openHere(sealed.bytes, { own: [alice], known: [alice] })).to).toEqual(['bob@example.org'])
})

it('a file name cannot do it either', async () => {
  const sealed = must(
    await seal({
      ...input,
      attachments: [{ name: 'a\r\nBcc: eve@example.org\r\n\r\n.txt"; x="', type: '', bytes: bytesOf('x') }],
    }),
  )
  const message = must(await openHere(sealed.bytes, { own: [alice], known: [alice] }))
  expect(message.attachments).toHaveLength(1)
  expect(message.attachments[0]?.name).toMatch(/^aBcc_ eve@example\.org\.txt_; x=_$/)
  expect(message.protection.signature).toBe('good')
})

it('text lines that look like MIME do not become parts', async () => {
  const text =
    '--_NmP-abcdefabcdefabcdefin-Part_1\r\nContent-Type: text/html\r\n\r\n<b>evil</b>\r\n--_NmP-abcdefabcdefabcdefin-Part_1--\n.\nFrom x'
  const sealed = must(await seal({ ...input, text, attachments: [{ name: 'a.txt', type: '', bytes: bytesOf('x') }] }))
  const message = must(await openHere(sealed.bytes, { own: [alice], known: [alice] }))
  expect(message.html).toBeNull()
  expect(message.attachments).toHaveLength(1)
})
