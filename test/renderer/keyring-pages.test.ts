/** Pure parts of the pages of keys and messages: a sender's HTML made harmless, files paired, numbers in runs, keys grouped and chosen. */
import { describe, expect, it } from 'vitest'
import type { KeyPreview } from '../../shared/ipc/key-views.ts'
import { pairFiles } from '../../renderer/app/pair-files.ts'
import { mailDocument } from '../../renderer/features/exchanges/mail-html.ts'
import { frameState, numberRanges } from '../../renderer/features/exchanges/signed-state.ts'
import { cardFor, filtered, firstChoice, inOrder, merged } from '../../renderer/features/keyring/import-choice.ts'
import { endWarning, groupOf, keyLines, matchesKey } from '../../renderer/features/keyring/key-groups.ts'
import { joinKeyFiles } from '../../renderer/state/offered-keys.ts'
import { exchangeView, sampleExchanges } from './fake/sample-exchanges.ts'
import { hostileHtml } from './fake/hostile-html.ts'
import { harrowKey, sampleKeys } from './fake/sample-keys.ts'

const asIs = (link: string): string => link
const bodyOf = (html: string): string =>
  /<body><font[^>]*>([\s\S]*)<\/font><\/body>/.exec(mailDocument(html, asIs))?.[1] ?? ''

describe("a sender's HTML", () => {
  it('keeps words and plain layout, and no attribute of the sender', () => {
    expect(bodyOf('<p onclick="x()" style="color:red">Dear <b class=x>all</b></p><br/>')).toBe(
      '<p>Dear <b>all</b></p><br>',
    )
  })

  it('lets nothing through that could fetch, run, post or lead away', () => {
    const out = bodyOf(hostileHtml)
    expect(out).toContain('The words of the mail are still here.')
    const tags = [...out.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)]
    expect(
      tags.every(
        ([, , attributes]) => attributes === '' || attributes === ' border="1" cellspacing="0" cellpadding="4"',
      ),
    ).toBe(true)
    for (const name of [
      'script',
      'img',
      'svg',
      'style',
      'iframe',
      'form',
      'input',
      'video',
      'link',
      'meta',
      'base',
      'a',
      'object',
    ])
      expect(tags.map(([, tag]) => tag)).not.toContain(name)
  })

  it('shows where a link leads, beside its words', () => {
    expect(bodyOf('<a href="https://evil.example/?a=1&amp;b">https://bank.example</a>')).toBe(
      'https://bank.example <code>&lt;https://evil.example/?a=1&amp;b&gt;</code>',
    )
    expect(bodyOf(`<a href='"><script>x</script>'>here</a>`)).not.toContain('<script')
  })

  it.each([
    ['an open comment', 'a<!-- <b>x', 'a'],
    ['an open script', 'a<script>b', 'a'],
    ['a lone bracket', '1 < 2 > 0', '1 &lt; 2 &gt; 0'],
    ['an attribute that is never closed', '<p title="x><b>y</b>', '<p>'],
    ['a tag in an attribute', '<p title="<script>">y', '<p>y'],
    ['a split tag', '<scr<script>ipt>x</script>y', 'ipt&gt;xy'],
    ['a tag cut by the end', 'x<b', 'x<b>'],
    ['capitals and blanks', '<SCRIPT >x</ScRiPt >y', 'y'],
  ])('reads %s without letting it out', (_, html, out) => {
    expect(bodyOf(html)).toBe(out)
  })

  it('takes no longer for markup that is made to be slow', () => {
    const started = performance.now()
    for (const piece of ['<', '<p ', '<svg', '<a href="', '<!--', '</', '<p a=b ', '<b>'])
      mailDocument(piece.repeat(50_000), asIs)
    expect(performance.now() - started).toBeLessThan(4_000)
  })
})

describe('the frame around a text', () => {
  const viewOf = (id: string) => exchangeView(sampleExchanges().find((row) => row.id === id)!).message!

  it('says verified only for a good signature of a key that a person verified', () => {
    expect(frameState(viewOf('x-1'))).toBe('verified')
    expect(frameState(viewOf('x-13'))).toBe('signed')
    expect(frameState({ ...viewOf('x-1'), signerTrust: 'rejected' })).toBe('rejected')
    expect(frameState(viewOf('x-9'))).toBe('bad')
    expect(frameState(viewOf('x-8'))).toBe('doubtful')
    expect(frameState(viewOf('x-2'))).toBe('plain')
  })
})

describe('numbers of messages', () => {
  it('are drawn together where three or more follow each other', () => {
    expect(numberRanges([9, 7, 6, 12, 10, 11], 'to')).toBe('6, 7, 9 to 12')
    expect(numberRanges([3], 'to')).toBe('3')
    expect(numberRanges([], 'to')).toBe('')
  })
})

describe('files that are dropped together', () => {
  const names = (...files: readonly string[]) =>
    pairFiles(files.map((name) => ({ name }))).map(({ file, signature }) => [file.name, signature?.name ?? null])

  it('are a message and its signature where the names say so', () => {
    expect(names('report.eml', 'report.eml.sig')).toEqual([['report.eml', 'report.eml.sig']])
    expect(names('Report.asc', 'report.txt')).toEqual([['report.txt', 'Report.asc']])
    expect(names('list.asc', 'list.asc.sig')).toEqual([['list.asc', 'list.asc.sig']])
  })

  it('are messages of their own where the names do not', () => {
    expect(names('a.eml', 'b.asc')).toEqual([
      ['a.eml', null],
      ['b.asc', null],
    ])
    expect(names('only.sig')).toEqual([['only.sig', null]])
  })
})

describe('the keyring', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  const inDays = (days: number) => ({
    expires: new Date(now + days * 86_400_000).toISOString(),
    state: 'usable' as const,
  })

  it('warns of an end at 90, 30 and 7 days, and no more when it is past', () => {
    expect([91.5, 90.5, 31.5, 30.5, 8.5, 7.5, 0.5, -1].map((days) => endWarning(inDays(days), now))).toEqual([
      null,
      90,
      90,
      30,
      30,
      7,
      7,
      null,
    ])
    expect(endWarning({ expires: null, state: 'usable' }, now)).toBeNull()
  })

  it('stands in the order of what must be done, each group with its count', () => {
    const lines = keyLines(sampleKeys())
    const heads = lines.flatMap((line) => (line.kind === 'group' ? [line.group] : []))
    expect(heads).toEqual(['own', 'decide', 'verified', 'unusable'])
    expect(lines).toHaveLength(sampleKeys().length + heads.length)
    expect(groupOf({ role: 'other', trust: 'verified', state: 'expired' })).toBe('unusable')
  })

  it('is searched by words and by digits of a fingerprint, with or without blanks', () => {
    const found = (words: string) => sampleKeys().filter((key) => matchesKey(key, words)).length
    expect(found('7f3a 91c2')).toBe(1)
    expect(found('HARROW')).toBeGreaterThan(1)
    expect(found('no such team')).toBe(0)
  })
})

describe('keys of a file', () => {
  const preview = (
    fingerprint: string | null,
    here: KeyPreview['here'],
    cards: KeyPreview['cards'] = [],
  ): KeyPreview => ({
    inspected: {
      fingerprint,
      userIds: ['A <a@example.org>'],
      algorithm: 'ed25519',
      created: null,
      expires: null,
      state: 'usable',
      canEncrypt: true,
      canSign: true,
      secret: false,
      findings: [],
      repairs: [],
    },
    here,
    cards,
    badges: [],
  })
  const announced = { id: 'c', name: 'C', match: 'announced' } as const

  it('are ticked when they are new or bring something, but never where the card prints another fingerprint', () => {
    const denied = { ...announced, match: 'differs' } as const
    const keys = [
      preview('A', 'new'),
      preview('B', 'update'),
      preview('C', 'same'),
      preview(null, 'unreadable'),
      preview('D', 'new', [denied]),
    ]
    expect([...firstChoice(keys)].sort()).toEqual(['A', 'B'])
  })

  it('of a ring of thousands only updates are ticked by themselves', () => {
    const ring = Array.from({ length: 60 }, (_, at) => preview(`N${String(at)}`, 'new'))
    expect(firstChoice([...ring, preview('U', 'update')])).toEqual(['U'])
  })

  it('are linked to a card only where one is chosen and one card prints it', () => {
    const keys = [preview('A', 'new', [announced]), preview('B', 'new')]
    expect(cardFor(keys, new Set(['A']))).toEqual(announced)
    expect(cardFor(keys, new Set(['A', 'B']))).toBeNull()
    expect(cardFor(keys, new Set(['B']))).toBeNull()
  })

  it('are found by state and by words', () => {
    const keys = [preview(harrowKey, 'new'), preview('B', 'same')]
    expect(filtered(keys, { here: 'new', words: '' })).toHaveLength(1)
    expect(filtered(keys, { here: 'all', words: harrowKey.slice(0, 8) })).toHaveLength(1)
  })

  it('stand with what is new or brings something above what is here', () => {
    const keys = [preview('S', 'same'), preview(null, 'unreadable'), preview('U', 'update'), preview('N', 'new')]
    expect(inOrder(keys).map(({ here }) => here)).toEqual(['new', 'update', 'same', 'unreadable'])
  })

  it('of two calls become one result, each message once', () => {
    expect(
      merged([
        { keys: [], reread: ['x'] },
        { keys: [], reread: ['x', 'y'] },
      ]).reread,
    ).toEqual(['x', 'y'])
  })
})

describe('keys offered to the keyring', () => {
  const file = (name: string, text: string) => ({ name, bytes: Uint8Array.from(new TextEncoder().encode(text)) })
  const offered = (...files: readonly ReturnType<typeof file>[]): string => {
    const joined = joinKeyFiles(files)
    return joined === null ? '' : new TextDecoder().decode(joined.bytes)
  }

  it('are put behind each other where all are armoured; of binary ones the first is taken', () => {
    expect(offered(file('a.asc', '-----A'), file('b.asc', '-----B'))).toBe('-----A\n-----B\n')
    expect(offered(file('a.gpg', 'x'), file('b.asc', '-----B'))).toBe('x')
    expect(offered()).toBe('')
  })
})
