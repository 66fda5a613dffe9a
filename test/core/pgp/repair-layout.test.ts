/** What becomes of a key block on its way through mails, pages and word processors, and that it costs the key nothing. */
import { describe, expect, it } from 'vitest'
import { readKeyFile } from '../../../electron/core/pgp/key-file.ts'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import { putTogether, type Armour } from '../../material/damage.ts'
import { keyNames, sampleKey } from '../../material/damaged-keys.ts'
import { bytesOf, must, NOW } from '../../material/pgp-people.ts'

const samples = await Promise.all(keyNames.map(sampleKey))

const read = async (text: string | Uint8Array): Promise<readonly ReadKey[]> =>
  must(
    await readKeyFile({
      bytes: typeof text === 'string' ? bytesOf(text) : text,
      fileName: 'document.txt',
      announced: null,
      now: NOW,
      patience: 0,
    }),
  )

const lines = (armour: Armour, width = 64): readonly string[] => putTogether(armour, width).trimEnd().split('\n')
const inner = (armour: Armour): readonly string[] => lines(armour).slice(2, -1)
const [BEGIN, END] = ['-----BEGIN PGP PUBLIC KEY BLOCK-----', '-----END PGP PUBLIC KEY BLOCK-----']
const block = (body: readonly string[]): string => [BEGIN, '', ...body, END].join('\n')
const entity = (text: string): string =>
  text.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;').replaceAll('=', '&equals;')
const dashed =
  (dash: string, count = 5) =>
  (armour: Armour): string =>
    putTogether(armour).replaceAll('-----', dash.repeat(count))
const between = (text: string, sign: string): string => text.replaceAll(/(.{9})/g, `$1${sign}`)

const layouts: readonly (readonly [string, (armour: Armour) => string | Uint8Array])[] = [
  ['wrapped at 40', (armour) => putTogether(armour, 40)],
  ['wrapped at 72', (armour) => putTogether(armour, 72)],
  ['wrapped at 10', (armour) => putTogether(armour, 10)],
  ['blank lines everywhere', (armour) => block(inner(armour).flatMap((line) => [line, '', '']))],
  ['a code fence inside', (armour) => block(['```', ...inner(armour), '```'])],
  ['a code fence outside', (armour) => `~~~\n${putTogether(armour)}~~~`],
  [
    'quoted',
    (armour) =>
      lines(armour)
        .map((line) => `> ${line}`)
        .join('\n'),
  ],
  [
    'quoted three times',
    (armour) =>
      lines(armour)
        .map((line) => `> >> ${line}`)
        .join('\n'),
  ],
  ['in a web page', (armour) => `<p>${lines(armour).map(entity).join('<br>\n')}</p>`],
  ['in a web page, one line, no-break spaces', (armour) => `<pre>${lines(armour).join('<br/>&nbsp;')}</pre>`],
  [
    'in marked-up spans',
    (armour) =>
      lines(armour)
        .map((line) => `<span class="x">${line}</span>`)
        .join('\n'),
  ],
  ['soft hyphens', (armour) => block(inner(armour).map((line) => between(line, '\u00ad')))],
  ['zero-width characters', (armour) => block(inner(armour).map((line) => between(line, '\u200b\ufeff')))],
  ['en dashes', dashed('–')],
  ['em dashes, two of them', dashed('—', 2)],
  ['minus signs', dashed('−')],
  ['dashes as entities', dashed('&ndash;')],
  ['four dashes', dashed('-', 4)],
  ['seven dashes', dashed('-', 7)],
  ['dash-escaped, as in a signed text', (armour) => putTogether(armour).replaceAll(/^-----/gm, '- -----')],
  ['no checksum', (armour) => putTogether({ ...armour, checksum: '' })],
  [
    'checksum glued to the last line',
    (armour) => putTogether({ ...armour, padding: armour.padding + armour.checksum, checksum: '' }),
  ],
  [
    'comments in the body',
    (armour) =>
      block(['Comment: Valid until: 16/01/2027 12:00', '', 'Comment: A <a@example.org>', '', ...inner(armour)]),
  ],
  [
    'a wrapped comment',
    (armour) => [BEGIN, 'Comment: this key belongs to the', 'team in the north', '', ...inner(armour), END].join('\n'),
  ],
  ['no blank line after BEGIN', (armour) => [BEGIN, ...inner(armour), END].join('\n')],
  ['a byte order mark', (armour) => `\ufeff${putTogether(armour)}`],
  ['UTF-16', (armour) => new Uint8Array(Buffer.from(`\ufeff${putTogether(armour)}`, 'utf16le'))],
  ['CRLF', (armour) => putTogether(armour).replaceAll('\n', '\r\n')],
  ['CR', (armour) => putTogether(armour).replaceAll('\n', '\r')],
  [
    'tabs',
    (armour) =>
      lines(armour)
        .map((line) => `\t\t${line} \t`)
        .join('\n'),
  ],
  ['all on one line, with spaces', (armour) => lines(armour).join(' ')],
  ['all on one line, with headers', (armour) => [BEGIN, 'Version: GnuPG v2.2', ...inner(armour), END].join(' ')],
  ['all on one line, nothing between', (armour) => lines(armour).join('')],
  [
    'line numbers',
    (armour) =>
      lines(armour)
        .map((line, index) => `${index + 69}: ${line}`)
        .join('\n'),
  ],
  [
    'line numbers with a bar',
    (armour) =>
      lines(armour)
        .map((line, index) => `${String(index + 1).padStart(4)} | ${line}`)
        .join('\n'),
  ],
  [
    'quoted-printable',
    (armour) =>
      putTogether(armour)
        .replaceAll('=', '=3D')
        .replaceAll(/^(\w{40})/gm, '$1=\n'),
  ],
  ['broken by spaces', (armour) => block(inner(armour).map((line) => line.replaceAll(/(.{20})/g, '$1 ')))],
  ['line ends written as \\n', (armour) => lines(armour).join('\\n')],
  [
    'full-width characters',
    (armour) => block(inner(armour).map((line) => line.replaceAll('A', 'Ａ').replaceAll('7', '７'))),
  ],
  ['ligatures', (armour) => block(inner(armour).map((line) => line.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ')))],
]

describe.each(layouts)('%s', (_, layout) => {
  it.each(samples)('costs $name nothing', async ({ armour, armoured, fingerprint }) => {
    const printed = layout(armour)
    const whole =
      typeof printed === 'string' ? `Our key is this one:\n\n${printed}\n\nIt is on the key servers.` : printed
    const [key, ...more] = await read(whole)
    const [clean] = await read(armoured)
    expect(more).toEqual([])
    expect(key?.inspected).toMatchObject({ fingerprint, state: 'usable', repairs: [] })
    expect(key?.armored).toBe(clean?.armored)
    const codes = key?.inspected.findings.map(({ code }) => code) ?? []
    expect(codes.filter((code) => code !== 'key-layout-mended' && code !== 'key-version-new')).toEqual([])
  })
})

it('says so where the layout was put right, and says nothing of a clean block', async () => {
  const [sample] = samples
  if (!sample) throw new Error('no sample')
  const codes = async (text: string) => (await read(text))[0]?.inspected.findings.map(({ code }) => code)
  expect(await codes(sample.armoured)).toEqual([])
  expect(await codes(dashed('–')(sample.armour))).toEqual(['key-layout-mended'])
})

it('several keys in one document are read in their order, whatever their layouts', async () => {
  const text = samples
    .map(({ armour }, index) => layouts[index * 3]?.[1](armour))
    .filter((one) => typeof one === 'string')
  const keys = await read(text.join('\n\nNext:\n\n'))
  expect(keys.map(({ inspected }) => inspected.fingerprint)).toEqual(samples.map(({ fingerprint }) => fingerprint))
})

it('a text that only speaks of key blocks holds none', async () => {
  const text =
    'Look for "-----BEGIN PGP PUBLIC KEY BLOCK-----" in the mail, then for -----END PGP PUBLIC KEY BLOCK-----.'
  expect(await readKeyFile({ bytes: bytesOf(text), fileName: 'a.txt', announced: null, now: NOW })).toMatchObject({
    problem: { code: 'keys-none' },
  })
})
