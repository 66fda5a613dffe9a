/** message seal on the command line: templates, languages, formal and signed messages, by the way that drafts of the desk go. */
import { beforeAll, describe, expect, test } from 'vitest'
import { person, type Person } from '../../material/pgp-people.ts'
import { cliIn, fileIn, newTrialVault, sharedFolder, textIn } from '../cli/cli-fixture.ts'

const dir = sharedFolder()
const cli = cliIn(dir)
let ann: Person

beforeAll(async () => {
  await newTrialVault(dir)
  ann = await person('Ann')
  fileIn(dir, 'ann.asc', ann.armoredPublic)
  fileIn(dir, 'body.txt', 'Host 192.0.2.7 scans us.\n')
  await cli(['key', 'generate', '--name', 'Our CERT', '--email', 'team@our.example'])
  await cli(['key', 'import', 'ann.asc'])
  await cli(['key', 'trust', ann.fingerprint, 'verified', '--how', 'in-person', '--note', 'met her'])
  await cli(['case', 'new', '--title', 'Phishing at Orchard'])
  await cli(['case', 'observable', '2026-MK-0001', '192.0.2.7', '--state', 'confirmed'])
})

const seal = (...argv: string[]) => cli(['message', 'seal', '--to', ann.fingerprint, '--json', ...argv])
const textOf = async (name: string) => String((await cli(['message', 'open', name, '--json'])).json['text'])

describe('message seal', () => {
  test('fills a template from the case, in the language that was asked for', async () => {
    const { code, json } = await seal(
      '--template',
      'request',
      '--language',
      'es',
      '--case',
      '2026-MK-0001',
      '--out',
      'r.eml',
    )
    expect(json['problem']).toBeUndefined()
    expect(code).toBe(0)
    const text = await textOf('r.eml')
    expect(text).toContain('Nuestra referencia es 2026-MK-0001.')
    expect(text).toContain('- 192[.]0[.]2[.]7 (confirmado)')
    expect(text).toContain('Mensaje 1 de nosotros a ustedes.')
    const opened = await cli(['message', 'open', 'r.eml', '--json'])
    expect(opened.json['subject']).toBe('[2026-MK-0001] TLP:AMBER Solicitud de información: Phishing at Orchard')
  })

  test('takes a text or a template, and says so', async () => {
    expect((await seal('--in', 'body.txt', '--template', 'request', '--out', 'x.eml')).code).toBe(2)
    expect((await seal('--template', 'poem', '--out', 'x.eml')).code).toBe(2)
    expect((await seal('--in', 'body.txt', '--language', 'fr', '--out', 'x.eml')).code).toBe(2)
  })

  test('carries the full name where it is formal, the code else', async () => {
    await seal('--in', 'body.txt', '--out', 'plain.eml')
    await seal('--in', 'body.txt', '--formal', '--out', 'formal.eml')
    const [plain, formal] = [await textOf('plain.eml'), await textOf('formal.eml')]
    expect(plain).toMatch(/\nMK\b/)
    expect(formal).toMatch(/\nMara Kell\nIncident handler, tier N2/)
    expect(plain).not.toContain('Kell')
  })

  test('signs in clear what everybody may read, and nothing above GREEN', async () => {
    const stopped = await seal('--in', 'body.txt', '--signed', '--out', 's.asc', '--override', 'please')
    expect(stopped.json).toMatchObject({ verdict: 'stop', problem: { code: 'release-stopped' } })
    expect(() => textIn(dir, 's.asc')).toThrow()
    expect((await seal('--in', 'body.txt', '--signed', '--tlp', 'GREEN', '--out', 's.asc')).code).toBe(0)
    expect(textIn(dir, 's.asc')).toMatch(/^-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nTLP:GREEN\n\nHost 192/)
    expect((await seal('--in', 'body.txt', '--signed', '--tlp', 'GREEN', '--out', 's.eml')).code).toBe(0)
    expect((await cli(['message', 'open', 's.eml', '--json'])).json['protection']).toMatchObject({
      encrypted: false,
      signature: 'good',
    })
  })
  test('streams one large file, and opens it again', async () => {
    fileIn(dir, 'disk.img', Buffer.alloc(30 * 1_048_576, 7))
    const { code } = await seal('--attach', 'disk.img', '--out', 'disk.img.pgp')
    expect(code).toBe(0)
    const opened = await cli(['message', 'open', 'disk.img.pgp', '--json'])
    expect(opened.json['attachments']).toMatchObject([{ name: 'disk.img', size: 30 * 1_048_576 }])
    expect((await seal('--attach', 'disk.img', '--out', 'disk.eml')).json['problem']).toMatchObject({
      code: 'draft-too-large-for-mail',
    })
  })
})
